"""The published results that come with the package, from the folder ``published`` in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

import kediri_index
from kediri_index.model.bundle import (
    CHANGE,
    INDICATORS,
    Called,
    Deviation,
    Level,
    PublishedRow,
    PublishedTable,
    Why,
)

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""Every scalar is its text: 3.60 stays what was printed."""
_NOTHING_KNOWN: Mapping[str, Any] = {}
_WITHOUT_INPUTS: Mapping[Level, tuple[str, ...]] = {Level.NONE: ()}


def published_tables() -> tuple[PublishedTable, ...]:
    """Return all of them, by file and in the order of each."""
    folder = Path(kediri_index.__file__).parent / "published"
    return tuple(table for path in sorted(folder.glob("*.yaml")) for table in _tables(path))


def _tables(path: Path) -> Iterator[PublishedTable]:
    document = yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER)  # noqa: S506 - builds texts, lists and mappings alone
    sets = document.get("sets", _NOTHING_KNOWN)
    tables = [_table(table) for table in document.get("tables", ())]
    by_name = {table.name: table for table in tables}
    for result in document.get("results", ()):
        if "row" in result:
            yield _answers(result, by_name[result["row"]])
        else:
            yield from _levels(result, sets.get(result["definition"], _NOTHING_KNOWN))
    yield from tables


def _answers(said: Mapping[str, Any], published: PublishedTable) -> PublishedTable:
    """Return the single answers, by id, behind the unit's row in a table of *published* results."""
    (row,) = (one for one in published.rows if one.unit == said["unit"])
    words = said["answers"].split()
    printed = {**dict(zip(published.inputs, row.inputs, strict=True)), **row.printed}
    printed.pop(CHANGE, None)  # it is no part of this year's answers
    inputs = PublishedRow(row.unit, row.year, tuple(words[1::2]), printed)
    ids = tuple(words[::2])
    name, definition = said["name"], said["definition"]
    return PublishedTable(name, definition, None, Level.ANSWERS, said["source"], ids, (inputs,))


def _table(said: Mapping[str, Any]) -> PublishedTable:
    """Return a table whose rows are lines: unit, year where the table has none, inputs, printed."""
    inputs = tuple(said["inputs"])
    year = said.get("year")
    rows = []
    for line in said["rows"].splitlines():
        unit, *cells = line.split(",")
        if year is None:
            of, *cells = cells
        else:
            of = year
        printed = zip(said["printed"], cells[len(inputs) :], strict=True)
        rows.append(
            PublishedRow(
                unit,
                int(of),
                tuple(cells[: len(inputs)]),
                {node: figure for node, figure in printed if figure},
                {
                    one["node"]: Deviation(one["computed"], Why(one["why"]))
                    for one in said.get("deviations", ())
                    if (one["unit"], one["year"]) == (unit, of)
                },
            )
        )
    return PublishedTable(
        said["name"],
        said.get("definition"),
        Called(said["called"]) if "called" in said else None,
        Level(said["level"]),
        said["source"],
        inputs,
        tuple(rows),
        tuple(said.get("previous", ())),
    )


def _levels(said: Mapping[str, Any], sets: Mapping[str, list[str]]) -> Iterator[PublishedTable]:
    """Yield a table of one row for each level of inputs that a result can be computed from."""
    printed: dict[str, str] = {}
    for name, figures in said["printed"].items():
        nodes = sets.get(name, [name])
        printed |= zip(nodes, figures.split() if name in sets else [figures], strict=True)
    known = {**printed, **said.get("further", _NOTHING_KNOWN)}
    levels: dict[Level, tuple[str, ...]] = {}
    if "answers" in said:
        levels[Level.ANSWERS] = INDICATORS
    if "mixed" in said:
        level = Level.PILLARS if Level.PILLARS.value in sets else Level.MIXED
        levels[level] = tuple(said["mixed"])
    for level in (Level.ASPECTS, Level.DIMENSIONS, Level.DOMAINS):
        if level.value in said["printed"]:
            levels[level] = tuple(sets[level.value])
    for level, ids in (levels or _WITHOUT_INPUTS).items():
        of_answers = level is Level.ANSWERS
        figures = said["answers"].replace(" ", "") if of_answers else [known[one] for one in ids]
        row = PublishedRow(
            said["unit"],
            int(said["year"]),
            tuple(figures),
            {node: figure for node, figure in printed.items() if node not in ids},
            {
                one["node"]: Deviation(one["computed"], Why(one["why"]))
                for one in said.get("deviations", ())
                if one["level"] == level.value
            },
        )
        name = said.get("name", f"{said['definition']} {said['unit']} {said['year']}")
        suffix = "" if level is Level.DIMENSIONS else f" {level.value}"
        yield PublishedTable(
            f"{name}{suffix}", said["definition"], None, level, said["source"], ids, (row,)
        )
