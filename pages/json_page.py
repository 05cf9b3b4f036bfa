"""The page of all JSON that the program prints, from its schemas and from whole outputs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kediri_index.report.markdown_text import row
from pages.json_examples import EXAMPLES
from pages.schemas import COMMANDS
from pages.schemas.envelope import Command, schema_of
from pages.shapes import UNIT, thing

_GOLDEN = Path(__file__).parents[1] / "tests" / "golden"
_SHARED = ("definition", "input", "finding")
_TYPES = {
    "string": "text",
    "number": "number",
    "integer": "whole number",
    "boolean": "`true`, `false`",
    "object": "object",
    "array": "list",
    "null": "null",
}
_MAPPING = "*"
"""Stands in a path for a key that is a name of the data."""
_HEAD = """\
# JSON

Every command that takes `--format json` prints one envelope of the same shape; only `result` differs. Each has a
JSON Schema (draft 2020-12), named as its key `schema`: that of `kediri-index/score/1` is
[schemas/score-1.schema.json](schemas/score-1.schema.json). They come with the program too, in the folder `schemas` of
the package:

```sh
python -c "from importlib.resources import files; print(files('kediri_index') / 'schemas')"
```

What may be relied on:

- Keys may be added, and values to a text that is one of several: pass over what you don't know. A key whose meaning
  changes is a new number in `schema`.
- Every key is always there, but for those called *not always there*. What there is none of is `null`, an empty list or
  an empty object.
- No figure is rounded, unless it says so. A published one is a text with all its decimals where it stands beside its
  score. There is never a `NaN`; the decimal mark is a point, minus a hyphen.
- `message`, `hint`, `rule`, `title` and names are in a language; codes, keys and ids never change with it.
- Where errors forbid a result, and where a definition, a profile or another file that the call names is broken, the
  envelope is printed all the same, with `"result": null`.

This page is made from the schemas, by `python -m pages`. In the examples hashes and the version of the program are left
out (…), and each list is cut to its first entry, unless it is an interval."""


def json_md() -> str:
    """Return the page."""
    lines = [_HEAD, ""]
    lines += _table(
        ("command", "schema"),
        (
            [f"[`{_called(one)}`](#{_called(one).replace(' ', '-')})", _schema_link(one)]
            for one in COMMANDS
        ),
    )
    common = schema_of(COMMANDS[0])
    lines += ["", "## The envelope", ""]
    lines += _keys({**common, "properties": _common(common)}, "")
    for name in _SHARED:
        lines += _shape(name, common)
    for one in COMMANDS:
        lines += ["", f"## {_called(one)}", "", f"{one.about} Schema: {_schema_link(one)}."]
        lines += _result(one)
        lines += _example(one)
    return "\n".join(lines) + "\n"


def _called(command: Command) -> str:
    return command.name.replace("definition-", "definition ")


def _schema_link(command: Command) -> str:
    return f"[`kediri-index/{command.name}/{command.number}`](schemas/{command.file})"


def _properties(schema: Any) -> dict[str, Any]:  # noqa: ANN401 - a schema is plain data
    properties: dict[str, Any] = schema["properties"]
    return properties


def _common(schema: Any) -> dict[str, Any]:  # noqa: ANN401 - likewise
    """Return the keys that all envelopes have, and ``partial``."""
    partial = next(one for one in COMMANDS if one.can_be_partial)
    return {
        **_properties(schema),
        "schema": {
            "type": "string",
            "description": "Which schema this is, such as that of `score`.",
        },
        "result": {"description": "What the command came to: see there."},
        "partial": _properties(schema_of(partial))["partial"],
    }


def _result(command: Command) -> Iterator[str]:
    """Yield a table of the result's keys, one for each shape that it may have."""
    shapes: list[Any] = [command.result]
    if "anyOf" in command.result:
        shapes = list(command.result["anyOf"])  # type: ignore[call-overload] - plain data
    for shape in shapes:
        yield from ("", f"`result`: {shape['description']}", "")
        yield from _keys(shape, "")
    if command.further:
        yield from ("", "Beside `result`:", "")
        yield from _keys(thing("", command.further), "")
    for name in command.shapes:
        yield from _shape(name, schema_of(command))


def _shape(name: str, root: Any) -> Iterator[str]:  # noqa: ANN401 - a schema is plain data
    shape = root["$defs"][name]
    yield from ("", f"**{_title(name)}**: {shape['description']}", "")
    yield from _keys(shape, "")


def _title(name: str) -> str:
    return name.replace("_", " ")


def _keys(shape: Any, above: str) -> Iterator[str]:  # noqa: ANN401 - likewise
    yield from _table(("key", "type", "unit", "meaning"), _rows(shape, above))


def _rows(shape: Any, above: str) -> Iterator[list[str]]:  # noqa: ANN401 - likewise
    """Yield a row for each key of an object, and for those of objects in it."""
    required = set(shape.get("required", ()))
    for name, schema in shape.get("properties", {}).items():
        meaning = schema.get("description", "")
        if name not in required:
            meaning = f"*Not always there.* {meaning}"
        path = f"{above}{name}"
        yield [f"`{path}`", _type(schema), schema.get(UNIT, ""), _one_line(meaning)]
        for inner, deeper in _inside(schema, path):
            yield from _rows(inner, f"{deeper}.")


def _inside(schema: Any, path: str) -> Iterator[tuple[Any, str]]:  # noqa: ANN401 - likewise
    """Yield the objects that stand in a value, each with its path."""
    for one in schema.get("anyOf", (schema,)):
        if "properties" in one:
            yield one, path
        if "items" in one:
            yield from _inside(one["items"], f"{path}[]")
        if isinstance(one.get("additionalProperties"), dict):
            yield from _inside(one["additionalProperties"], f"{path}.{_MAPPING}")


def _type(schema: Any) -> str:  # noqa: ANN401 - likewise
    if "$ref" in schema:
        return _title(schema["$ref"].rpartition("/")[2])
    if "anyOf" in schema:
        return " or ".join(dict.fromkeys(map(_type, schema["anyOf"])))
    if "const" in schema:
        return f"`{json.dumps(schema['const'])}`"
    if "enum" in schema:
        return ", ".join("null" if one is None else f"`{one}`" for one in schema["enum"])
    kinds = schema.get("type", "any")
    if isinstance(kinds, list):
        return " or ".join(_TYPES[kind] for kind in kinds)
    if kinds == "array":
        return f"list of {_type(schema['items'])}"
    values = schema.get("additionalProperties")
    if isinstance(values, dict):
        return f"object: name → {_type(values)}"
    return _TYPES.get(kinds, "anything")


def _one_line(meaning: str) -> str:
    return meaning.replace("|", r"\|")


def _example(command: Command) -> Iterator[str]:
    example = EXAMPLES[command.name]
    envelope = json.loads((_GOLDEN / example.file).read_text(encoding="utf-8"))
    shown = json.dumps(cut(envelope), ensure_ascii=False, indent=2)
    yield from ("", f"`kediri-index {example.call} --format json`", "")
    yield from ("```json", shown, "```")


def cut(value: Any) -> Any:  # noqa: ANN401 - plain data
    """Return the same with the first entry of each list."""
    match value:
        case dict():
            return {key: cut(one) for key, one in value.items()}
        case list() if not value or isinstance(value[0], int | float):  # an interval
            return value
        case list():
            return [cut(value[0])]
    return value


def _table(heads: tuple[str, ...], rows: Any) -> Iterator[str]:  # noqa: ANN401 - any rows
    yield row(heads)
    yield row(["---"] * len(heads))
    yield from map(row, rows)
