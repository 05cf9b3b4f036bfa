"""Published tables as wide data, read and scored the way the command line does it."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cache
from pathlib import Path

from kediri_index.archive.published import inputs_of, published_tables
from kediri_index.model.bundle import PublishedTable
from kediri_index.model.dataset import Lead
from kediri_index.model.definition import Definition
from kediri_index.model.scores import Figure, GroupResult, ScoreOutcome, UnitResult
from kediri_index.scoring.answers import leaf_scores
from kediri_index.scoring.fold import OVERALL
from kediri_index.usecases.inputs import Submission, load_definition, read_workbooks
from kediri_index.usecases.score import LastYear, score
from tests.scoring.building import answer, tree_of, unit

DIMENSIONS = ("baseline", "output", "outcome", "impact", "quick_win", "kolaborasi")
Row = Mapping[str, str]


@cache
def shipped() -> dict[str, PublishedTable]:
    """The published results that come with the package, by the names of their tables."""
    return {table.name: table for table in published_tables()}


def shipped_rows(name: str) -> list[dict[str, str]]:
    """The rows of a shipped table: region, year, inputs by id, and what was printed by node."""
    table = shipped()[name]
    return [
        {"region": row.unit, "year": str(row.year)}
        | dict(zip(inputs_of(table), row.inputs, strict=True))
        | dict(row.printed)
        for row in table.rows
    ]


def shipped_row(name: str, region: str) -> Row:
    """The one row of a region in a shipped table."""
    (row,) = (row for row in shipped_rows(name) if row["region"] == region)
    return row


def wide_csv(path: Path, rows: Iterable[Row], ids: Sequence[str] = DIMENSIONS) -> Path:
    """Write *rows* under ``unit,year`` and each of *ids* that any of them has."""
    written = list(rows)
    columns = [one for one in ids if any(row.get(one) for row in written)]
    with path.open("w", encoding="utf-8", newline="") as stream:
        table = csv.writer(stream)
        table.writerow(["unit", "year", *columns])
        for row in written:
            table.writerow([row["region"], row["year"], *(row[one] for one in columns)])
    return path


def submission(path: Path, rows: Iterable[Row], ids: Sequence[str] = DIMENSIONS) -> Submission:
    return read_workbooks(wide_csv(path, rows, ids))


def scored(
    files: Submission, definition: str, previous: LastYear | None = None
) -> dict[str | None, UnitResult]:
    """Return each unit's result; there must be no finding that forbids it."""
    outcome: ScoreOutcome = score(files, load_definition(definition), previous=previous)
    assert outcome.units is not None, outcome.findings
    return {unit.unit: unit for unit in outcome.units}


def overall_of(definition: Definition, row: Row, *, measured: bool = False) -> Figure:
    """Return the overall that the engine alone makes of a row, whose columns are indicators."""
    answers = [
        answer(one.id, measure=row[one.id]) if measured else answer(one.id, row[one.id])
        for one in definition.all_indicators()
    ]
    leaves = leaf_scores(definition, unit(*answers), Lead.ASSESSOR)
    return tree_of(definition, leaves).figures(OVERALL).figure(0)


def published(results: Mapping[str | None, UnitResult]) -> dict[str | None, Fraction | None]:
    return {name: one.overall.published for name, one in results.items()}


def figures_of(result: UnitResult) -> dict[str, Figure]:
    """The figures of the overall and of every group that has one, by id."""
    groups = {one.id: one.figure for one in _below(result.groups) if one.figure.score is not None}
    return {"overall": result.overall, **groups}


def _below(groups: Iterable[GroupResult]) -> Iterator[GroupResult]:
    for group in groups:
        yield group
        yield from _below(group.groups)
