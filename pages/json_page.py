"""The page of all JSON that the program prints, from its schemas and from whole outputs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kediri_index.present.escaping import row
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
_HEAD = Path(__file__).parent / "heads" / "json.md"
"""What stands above what is made."""


def json_md() -> str:
    """Return the page."""
    lines = [_HEAD.read_text(encoding="utf-8")]
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


def _properties(schema: Any) -> dict[str, Any]:
    properties: dict[str, Any] = schema["properties"]
    return properties


def _common(schema: Any) -> dict[str, Any]:
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
    result: Any = command.result
    shapes = result.get("anyOf", [result])
    for shape in shapes:
        yield from ("", f"`result`: {shape['description']}", "")
        yield from _keys(shape, "")
    if command.further:
        yield from ("", "Beside `result`:", "")
        yield from _keys(thing("", command.further), "")
    for name in command.shapes:
        yield from _shape(name, schema_of(command))


def _shape(name: str, root: Any) -> Iterator[str]:
    shape = root["$defs"][name]
    yield from ("", f"**{_title(name)}**: {shape['description']}", "")
    yield from _keys(shape, "")


def _title(name: str) -> str:
    return name.replace("_", " ")


def _keys(shape: Any, above: str) -> Iterator[str]:
    yield from _table(("key", "type", "unit", "meaning"), _rows(shape, above))


def _rows(shape: Any, above: str) -> Iterator[list[str]]:
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


def _inside(schema: Any, path: str) -> Iterator[tuple[Any, str]]:
    """Yield the objects that stand in a value, each with its path."""
    for one in schema.get("anyOf", (schema,)):
        if "properties" in one:
            yield one, path
        if "items" in one:
            yield from _inside(one["items"], f"{path}[]")
        if isinstance(one.get("additionalProperties"), dict):
            yield from _inside(one["additionalProperties"], f"{path}.{_MAPPING}")


def _type(schema: Any) -> str:
    """Return the type of a value in words."""
    match schema:
        case {"$ref": reference}:
            return _title(reference.rpartition("/")[2])
        case {"anyOf": shapes}:
            return " or ".join(dict.fromkeys(map(_type, shapes)))
        case {"const": value}:
            return f"`{json.dumps(value)}`"
        case {"enum": values}:
            return ", ".join("null" if value is None else f"`{value}`" for value in values)
    return _plain_type(schema)


def _plain_type(schema: Any) -> str:
    match schema:
        case {"type": list(kinds)}:
            return " or ".join(_TYPES[kind] for kind in kinds)
        case {"type": "array", "items": items}:
            return f"list of {_type(items)}"
        case {"additionalProperties": dict(values)}:
            return f"object: name → {_type(values)}"
    return _TYPES.get(schema.get("type"), "anything")


def _one_line(meaning: str) -> str:
    return meaning.replace("|", r"\|")


def _example(command: Command) -> Iterator[str]:
    example = EXAMPLES[command.name]
    envelope = json.loads((_GOLDEN / example.file).read_text(encoding="utf-8"))
    shown = json.dumps(cut(envelope), ensure_ascii=False, indent=2)
    yield from ("", f"`kediri-index {example.call} --format json`", "")
    yield from ("```json", shown, "```")


def cut(value: Any) -> Any:
    """Return the same with the first entry of each list."""
    match value:
        case dict():
            return {key: cut(one) for key, one in value.items()}
        case list() if not value or isinstance(value[0], int | float):  # an interval
            return value
        case list():
            return [cut(value[0])]
    return value


def _table(heads: tuple[str, ...], rows: Any) -> Iterator[str]:
    yield row(heads)
    yield row(["---"] * len(heads))
    yield from map(row, rows)
