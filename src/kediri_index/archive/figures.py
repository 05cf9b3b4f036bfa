"""Two documents of results, held against each other figure by figure."""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import islice
from typing import NamedTuple

from kediri_index.model.bundle import Compared
from kediri_index.model.findings import Finding
from kediri_index.model.numbers import Printed

Json = object


class ReadJson(NamedTuple):
    """A document, and *twofold*: a key that is there twice, NaN or Infinity; None without any.

    Programs differ in what they read there, so a person may see another value than this program.
    """

    document: Json
    twofold: str | None


def read_json(data: bytes) -> ReadJson:
    """Return the document in *data*; raises ValueError and RecursionError."""
    twofold: list[str] = []

    def together(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
        values = dict(pairs)
        if len(values) < len(pairs):
            seen: set[str] = set()
            twofold.extend(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]
        return values

    def constant(name: str) -> float:
        twofold.append(name)
        return float(name)

    document = json.loads(data.decode("utf-8"), object_pairs_hook=together, parse_constant=constant)
    return ReadJson(document, twofold[0] if twofold else None)


_Keys = tuple[str, ...]

_MOST_BYTES = 10_000_000
_MOST_LEAVES = 500_000
_MOST_LETTERS = 50_000_000
_DEPTH = 40
"""Of results that are taken apart, of the names in them, and how deep a leaf of many is.

Larger ones are only the same or not."""
_CONTAINERS = frozenset({"units", "groups", "indicators"})
_BASIC = frozenset({"unit", "year", "id", "score", "published"})
_PUBLISHED = "published"
_PLACE = ("code", "file", "sheet", "cell", "line", "column", "value", "indicator", "waived")
_NUMBER = re.compile(r"-?[0-9]{1,30}(\.[0-9]{1,30})?")
_ABSENT = "–"
_UNNAMED = "…"
_GONE = object()


class FigureDifference(NamedTuple):
    """What differs, by name: as it was kept and as it is computed now; None where it is not."""

    name: str
    kept: Json
    now: Json


class Documents(NamedTuple):
    """Two envelopes of one command: as it was kept, and as it is computed now.

    *twofold* is what programs read differently in the first.
    """

    kept: Mapping[str, Json]
    now: Mapping[str, Json]
    twofold: str | None = None


def documents(kept: bytes, now: bytes) -> Documents | None:
    """Return both as data; None where what was kept is no envelope, or too large for that."""
    if kept == now:
        both = json.loads(now)
        return Documents(both, both)
    if len(kept) > _MOST_BYTES:
        return None
    try:
        before, twofold = read_json(kept)
    except (ValueError, RecursionError):
        return None
    return Documents(before, json.loads(now), twofold) if isinstance(before, dict) else None


def compared_figures(
    both: Documents, *, other_version: bool
) -> tuple[Compared, list[FigureDifference]] | None:
    """Return how many figures there are, and what differs among all that is said beside them.

    A key that only one *other_version* of the program knows is no difference; units, groups and
    scores are known to all. None where what was kept is more than is taken apart.
    """
    if both.kept is both.now:
        return Compared(
            sum(_is_figure(keys, value) for _, keys, value in _walked(both.now.get("result")))
        ), []
    try:
        after, keys_after = leaves(both.now.get("result"))
        before, keys_before = leaves(both.kept.get("result"))
    except OverflowError:
        return None
    names = dict.fromkeys([*after, *before])
    keys = {**keys_before, **keys_after}
    if other_version:
        known = set(keys_before.values()) & set(keys_after.values())
        names = {name: None for name in names if keys[name] in known or _is_basic(keys[name])}
    figures = sum(_is_figure(keys[name], after.get(name, before.get(name))) for name in names)
    differing = [
        FigureDifference(name, before.get(name, _ABSENT), after.get(name, _ABSENT))
        for name in names
        if name not in before or name not in after or before[name] != after[name]
    ]
    different = sum(_is_figure(keys[one.name], _present(one)) for one in differing)
    return Compared(figures, different), differing


def first_difference(kept: Mapping[str, Json], now: Mapping[str, Json]) -> str:
    """Return what differs first between two envelopes, by name; nothing where only spaces do.

    What is compared by itself is left out: results, findings, and the hashes of members. What is
    too large to be taken apart differs without a name.
    """
    try:
        before, after = (leaves(_around(one)).values for one in (kept, now))
    except OverflowError:
        return _UNNAMED
    names = dict.fromkeys([*after, *before])
    return next((name for name in names if before.get(name, _GONE) != after.get(name, _GONE)), "")


def first_other_fact(kept: Mapping[str, Json], now: Mapping[str, Json]) -> str:
    """Return likewise what no version says otherwise: who signed, the definition, the inputs."""
    return first_difference(_facts(kept), _facts(now))


def _facts(envelope: Mapping[str, Json]) -> Mapping[str, Json]:
    definition, inputs = envelope.get("definition"), envelope.get("inputs")
    return {
        "schema": envelope.get("schema"),
        "tool": envelope.get("tool"),
        "definition": _of(definition, "id", "version", "sha256", "path"),
        "inputs": [_of(one, "path", "sha256") for one in _listed(inputs)],
    }


def _of(values: Json, *keys: str) -> Json:
    return {key: values.get(key) for key in keys} if isinstance(values, dict) else {}


def _listed(values: Json) -> list[Json]:
    return values if isinstance(values, list) else []


def _around(envelope: Mapping[str, Json]) -> Json:
    return {key: part for key, part in envelope.items() if key not in {"result", "findings"}}


class DocumentFigures(NamedTuple):
    """Every text, number and truth of a document by a name that people understand.

    *keys* are those of the objects that it is in, by the same name: alike in every item of a list.
    """

    values: dict[str, Json]
    keys: dict[str, _Keys]


def leaves(document: Json, most: int = _MOST_LEAVES) -> DocumentFigures:
    """Return the leaves of *document*; raises ``OverflowError`` for more than *most*."""
    found = DocumentFigures({}, {})
    letters = 0
    for path, keys, value in _walked(document, most):
        letters += sum(map(len, path)) + 1
        if letters > _MOST_LETTERS:
            raise OverflowError
        name = " · ".join(path)
        name = name if name not in found.values else f"{name} ({len(found.values)})"
        found.values[name], found.keys[name] = value, keys
    return found


def _walked(document: Json, most: float = math.inf) -> Iterator[tuple[_Keys, _Keys, Json]]:
    """Yield each leaf of *document* with the path to it, as people name it, and with its keys.

    Raises ``OverflowError`` where there are more than *most*, or as many parts of their paths.
    """
    seen = parts = 0
    waiting: list[tuple[_Keys, _Keys, Json]] = [((), (), document)]
    while waiting:
        path, keys, value = waiting.pop()
        if isinstance(value, dict | list):
            parts += (len(keys) + len(path) + 2) * len(value)
            if seen + len(waiting) + len(value) > most or parts > _DEPTH * most:
                raise OverflowError
        if isinstance(value, dict):
            waiting += [
                (path if key in _CONTAINERS else (*path, key), (*keys, key), value[key])
                for key in reversed(value)
            ]
        elif isinstance(value, list):
            waiting += [
                ((*path, _item(item, position)), keys, item)
                for position, item in reversed(list(enumerate(value)))
            ]
        else:
            seen += 1
            yield path, keys, value


def _is_basic(keys: _Keys) -> bool:
    """Return whether a result of any version has these *keys*."""
    return (
        keys[:1] == ("units",)
        and keys[-1] in _BASIC
        and {*_CONTAINERS, "overall"}.issuperset(keys[1:-1])
    )


def _item(value: Json, position: int) -> str:
    """Return what an item of a list is called: its id or path, its unit and year, or its place."""
    if isinstance(value, dict):
        for key in ("id", "path"):
            if isinstance(value.get(key), str):
                return str(value[key])
        named = [str(value[key]) for key in ("unit", "year") if value.get(key) is not None]
        if named:
            return " ".join(named)
    return str(position + 1)


def _present(difference: FigureDifference) -> Json:
    return difference.kept if difference.now == _ABSENT else difference.now


def _is_figure(keys: _Keys, value: Json) -> bool:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return is_number or keys[-1:] == (_PUBLISHED,)


def _is_published(name: str) -> bool:
    return name.rpartition(" · ")[2] == _PUBLISHED


def figure_findings(path: str, differing: list[FigureDifference]) -> Iterator[Finding]:
    """Yield a finding for each difference, about the archive at *path*."""
    for one in differing:
        yield Finding(
            "F467",
            file=path,
            value=_shown(one.now),
            params={
                "figure": one.name,
                "kept": _digits(one.name, one.kept),
                "now": _digits(one.name, one.now),
            },
        )


def compared_findings(both: Documents, path: str, most: int) -> tuple[Compared, list[Finding]]:
    """Return how many findings are kept, and those that are not found now or were not then.

    Of these no more than *most* are told.
    """
    before, after = (Counter(_places(one.get("findings"))) for one in (both.kept, both.now))
    told: list[Finding] = []
    different = 0
    for code, kept, now in (("F468", before, after), ("F469", after, before)):
        differing = kept - now
        different += differing.total()
        told += [
            _finding(code, dict(zip(_PLACE, place, strict=True)), path)
            for place in islice(differing.elements(), most)
        ]
    return Compared(before.total(), different), told


def _places(findings: Json) -> Iterator[tuple[Json, ...]]:
    """Yield each finding without its texts, which are in some language."""
    for one in findings if isinstance(findings, list) else ():
        if isinstance(one, dict):
            yield tuple(_hashable(one.get(key)) for key in _PLACE)


def _hashable(value: Json) -> Json:
    if isinstance(value, str | int | float | None):
        return value
    return _ABSENT  # no finding of ours has a list there, however deep


def _finding(code: str, said: Mapping[str, Json], path: str) -> Finding:
    def text(key: str) -> str | None:
        return None if said[key] is None else str(said[key])

    return Finding(
        code,
        file=text("file") or path,
        sheet=text("sheet"),
        cell=text("cell"),
        value=text("code"),
    )


def _digits(name: str, value: Json) -> object:
    """Return a number as a sentence has it, in the decimals of the language."""
    if isinstance(value, str) and _is_published(name) and _NUMBER.fullmatch(value):
        return Printed(value)
    if isinstance(value, bool) or not isinstance(value, int | float) or _is_endless(value):
        return _shown(value)
    return Fraction(str(value))


def _is_endless(value: float) -> bool:
    return isinstance(value, float) and not math.isfinite(value)


def _shown(value: Json) -> str:
    if value is None:
        return _ABSENT
    return value if isinstance(value, str) else json.dumps(value)
