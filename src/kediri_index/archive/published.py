"""The published results that come with the package, and computed again from their inputs."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterable, Iterator, Mapping
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import yaml

import kediri_index
from kediri_index.archive.replay import Watch, unwatched
from kediri_index.definition.library import paths_of, shipped_folder
from kediri_index.definition.load_definition import load_definition_file
from kediri_index.messages.values import fixed
from kediri_index.model.bundle import (
    CHANGE,
    CLASS,
    INDICATORS,
    OVERALL,
    Called,
    ComputedFrom,
    Deviation,
    FigureState,
    PublishedRow,
    PublishedTable,
    Recomputed,
    Why,
)
from kediri_index.model.definition import Definition
from kediri_index.model.findings import Finding
from kediri_index.model.limits import Limits
from kediri_index.model.numbers import Printed
from kediri_index.model.profile import Hints
from kediri_index.model.scores import UnitResult
from kediri_index.sheets.reading.read import read_workbook
from kediri_index.usecases.inputs import Submission
from kediri_index.usecases.score import LastYear, score

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""Every scalar is its text: 3.60 stays what was printed."""
_NOTHING_KNOWN: Mapping[str, Any] = {}
_WITHOUT_INPUTS: Mapping[ComputedFrom, tuple[str, ...]] = {ComputedFrom.NONE: ()}


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
    return PublishedTable(
        name, definition, None, ComputedFrom.ANSWERS, said["source"], ids, (inputs,)
    )


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
        ComputedFrom(said["level"]),
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
    levels: dict[ComputedFrom, tuple[str, ...]] = {}
    if "answers" in said:
        levels[ComputedFrom.ANSWERS] = INDICATORS
    if "mixed" in said:
        level = ComputedFrom.PILLARS if ComputedFrom.PILLARS.value in sets else ComputedFrom.MIXED
        levels[level] = tuple(said["mixed"])
    for level in (ComputedFrom.ASPECTS, ComputedFrom.DIMENSIONS, ComputedFrom.DOMAINS):
        if level.value in said["printed"]:
            levels[level] = tuple(sets[level.value])
    for level, ids in (levels or _WITHOUT_INPUTS).items():
        of_answers = level is ComputedFrom.ANSWERS
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
        suffix = "" if level is ComputedFrom.DIMENSIONS else f" {level.value}"
        yield PublishedTable(
            f"{name}{suffix}", said["definition"], None, level, said["source"], ids, (row,)
        )


_POINT = Hints(decimal_mark=".")
Results = Mapping[tuple[str, int], UnitResult]


def recompute_published(watch: Watch = unwatched) -> tuple[Recomputed, ...]:
    """Return every published figure beside the one that its inputs give now.

    *watch* receives how many tables of them are computed, and how many there are.
    """
    tables = published_tables()
    by_name = {table.name: table for table in tables}
    found: list[Recomputed] = []
    for number, table in enumerate(tables):
        watch(number, len(tables))
        found += _recomputed(table, [by_name[name] for name in table.previous])
    return tuple(found)


def published_findings(figures: Iterable[Recomputed]) -> tuple[Finding, ...]:
    """Return a finding for each figure that is neither the published one nor known to deviate."""
    return tuple(
        Finding(
            "F474",
            value=one.computed,
            params={
                "figure": " · ".join((one.row.unit, str(one.row.year), one.node)),
                "kept": Printed(one.printed),
                "now": None if one.computed is None else Printed(one.computed),
                "expected": Printed(one.expected),
            },
        )
        for one in figures
        if one.state is FigureState.DIFFERS
    )


def inputs_of(table: PublishedTable) -> tuple[str, ...]:
    """Return the ids that the inputs of *table* are of."""
    if table.inputs == INDICATORS and table.definition is not None:
        return tuple(one.id for one in _definition(table.definition).all_indicators())
    return table.inputs


def _recomputed(table: PublishedTable, previous: list[PublishedTable]) -> Iterator[Recomputed]:
    results = {} if table.definition is None or not table.inputs else _results(table)
    changes = _changes(table, previous) if previous else {}
    decimals = _definition(table.definition).publish.decimals if table.definition else 0
    for row in table.rows:
        result = results.get((row.unit, row.year))
        figures = {} if result is None else _figures(result, decimals)
        if (row.unit, row.year) in changes:
            figures[CHANGE] = fixed(changes[row.unit, row.year], decimals)
        for node, printed in row.printed.items():
            if node in figures or node in {OVERALL, CLASS, CHANGE}:
                yield _beside(table, row, node, printed, figures.get(node))


def _beside(
    table: PublishedTable, row: PublishedRow, node: str, printed: str, computed: str | None
) -> Recomputed:
    deviation = row.deviations.get(node)
    expected = printed if deviation is None else deviation.computed
    if not table.inputs:
        state = FigureState.NOT_COMPUTED
    elif computed is None or not _same(node, computed, expected):
        state = FigureState.DIFFERS
    else:
        state = FigureState.SAME if deviation is None else FigureState.DEVIATES
    return Recomputed(table, row, node, printed, computed, expected, state)


def _same(node: str, computed: str, expected: str) -> bool:
    return computed == expected if node == CLASS else Fraction(computed) == Fraction(expected)


def _figures(result: UnitResult, decimals: int) -> dict[str, str]:
    """Return what was computed, by node: no figure that was an input."""
    published = {OVERALL: result.overall.published}
    published |= {one.id: one.figure.published for one in result.all_groups() if not one.given}
    figures = {
        node: fixed(figure, decimals) for node, figure in published.items() if figure is not None
    }
    if result.class_label is not None:
        figures[CLASS] = result.class_label.main
    return figures


def _changes(
    table: PublishedTable, previous: list[PublishedTable]
) -> dict[tuple[str, int], Fraction]:
    """Return each unit's change on the year before, whose figure this year's rule makes."""
    found: dict[tuple[str, int], Fraction] = {}
    printed = {row.unit for row in table.rows if CHANGE in row.printed}
    for last in previous:
        before = _of(last, printed)
        now = _of(table, {row.unit for row in before.rows})
        if not now.rows:
            continue
        definition = _definition(last.definition or "")
        results = _results(now, LastYear(_submission(before), definition, f"{last.name}.csv"))
        changes = {key: result.change for key, result in results.items()}
        found |= {key: change for key, change in changes.items() if change is not None}
    return found


def _of(table: PublishedTable, units: Collection[str]) -> PublishedTable:
    """Return *table* with the rows of *units* alone."""
    return table._replace(rows=tuple(row for row in table.rows if row.unit in units))


def _results(table: PublishedTable, previous: LastYear | None = None) -> Results:
    definition = _definition(table.definition or "")
    outcome = score(_submission(table), definition, hints=_POINT, previous=previous)
    names = {_key(row.unit): row.unit for row in table.rows}
    return {(names[unit.unit or ""], unit.year or 0): unit for unit in outcome.units or ()}


def _key(unit: str) -> str:
    """Return a name for *unit* that says nothing: what is called a mean is no unit's row."""
    return f"unit-{unit.encode().hex()}"


def _submission(table: PublishedTable) -> Submission:
    """Return the inputs of *table* as the wide table that a user would give."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(["unit", "year", *inputs_of(table)])
    writer.writerows([_key(row.unit), row.year, *row.inputs] for row in table.rows)
    data = text.getvalue().encode()
    return Submission((read_workbook(f"{table.name}.csv", data, Limits()),))


@cache
def _definition(definition_id: str) -> Definition:
    """Return the shipped definition, whatever the working folder or the environment has."""
    (path,) = paths_of(definition_id, (shipped_folder(),), Limits())
    return load_definition_file(path, shown=path.name).definition
