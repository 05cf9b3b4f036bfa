"""The keys of the files that people write, as Markdown: the reference page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from kediri_index.messages.screens.keys import key_text, reference_text
from kediri_index.messages.texts import text
from kediri_index.model.keys import Holds, Key, Keys
from kediri_index.model.language import Language
from kediri_index.present.escaping import escaped, row

_PARAMETER = re.compile(r": ([+-]?[0-9]+)")
_COLUMNS = ("key", "meaning", "holds", "default", "example")
_METHOD_COLUMNS = ("method", "meaning", "reads", "outside", "example")
_PARAMETER_COLUMNS = ("method", "parameter", "meaning", "holds", "default", "example")


def keys_md(files: Mapping[str, Keys], language: Language, command: str) -> str:
    """Return the page of all keys of *files*, by what they are; *command* makes it."""
    lines = [
        f"# {reference_text('page', language)}",
        "",
        reference_text("about", language),
        "",
        f"{reference_text('made', language)} `{command}`.",
    ]
    for name, keys in files.items():
        lines += ["", f"## {reference_text(f'of.{name}', language)}"]
        lines += _file(keys, language)
    return "\n".join(lines) + "\n"


def _file(keys: Keys, language: Language) -> Iterator[str]:
    for part in keys.parts:
        if part is not keys.parts[0]:
            yield from ("", f"### `{part.name}`")
        yield from ("", escaped(key_text(part.name, language)), "")
        yield from _table(_COLUMNS, [_key(key, language) for key in part.keys], language)
        if part.name == "score":
            yield from ("", "### `method`", "", escaped(reference_text("method", language)), "")
            yield from _methods(keys, language)
    if keys.aggregations:
        yield from ("", "### `aggregate`", "", escaped(reference_text("aggregate", language)), "")
        forms = [
            [_code(form), escaped(_aggregation(name, form, language))]
            for name, form in keys.aggregations
        ]
        yield from _table(("form", "meaning"), forms, language)


def _aggregation(name: str, form: str, language: Language) -> str:
    """Return what an aggregation is called; its parameter stands in the form of writing it."""
    parameter = " / ".join(_PARAMETER.findall(form))
    return text(f"aggregation.{name}", language, parameter=parameter)


def _methods(keys: Keys, language: Language) -> Iterator[str]:
    methods = [
        [
            _code(method.name),
            escaped(key_text(method.name, language)),
            reference_text(f"reads.{method.reads}", language),
            _code(method.outside),
            _code(method.example),
        ]
        for method in keys.methods
    ]
    yield from _table(_METHOD_COLUMNS, methods, language)
    yield ""
    parameters = [
        [_code(method.name), *_key(key, language)]
        for method in keys.methods
        for key in method.parameters
    ]
    yield from _table(_PARAMETER_COLUMNS, parameters, language)


def _key(key: Key, language: Language) -> list[str]:
    default = reference_text("required", language) if key.required else ""
    return [
        _code(key.name),
        escaped(key_text(key.text, language)),
        _holds(key.holds, language),
        _code(key.default) if key.default is not None else default,
        _code(key.example),
    ]


def _holds(holds: Holds, language: Language) -> str:
    what = _single(holds, language)
    if holds.key is not None:
        key = reference_text(f"holds.{holds.key}", language).partition(":")[0]
        what = reference_text("holds.mapping", language, name=key, what=what)
    return reference_text("holds.many", language, what=what) if holds.many else what


def _single(holds: Holds, language: Language) -> str:
    if holds.part is not None:
        return f"[{holds.part}](#{holds.part})"
    if holds.values:
        return ", ".join(map(_code, holds.values))
    what = escaped(reference_text(f"holds.{holds.word}", language))
    if holds.low is None:
        return what
    bounds = {"what": what, "low": holds.low, "high": holds.high}
    return reference_text(
        "holds.from" if holds.high is None else "holds.between", language, **bounds
    )


def _table(
    columns: Sequence[str], rows: Sequence[Sequence[str]], language: Language
) -> Iterator[str]:
    yield row([reference_text(f"column.{column}", language) for column in columns])
    yield row(["---"] * len(columns))
    yield from map(row, rows)


def _code(said: str) -> str:
    return f"`{said}`"
