"""Rows of groups: given scores, or headings and subtotals above rows that count themselves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import Final

from kediri_index.model.dataset import Answer, Missing, Reading
from kediri_index.model.definition import Group
from kediri_index.model.findings import Finding
from kediri_index.model.text import exact
from kediri_index.workbook.rows.row import RowContext
from kediri_index.workbook.unit_answers import UnitSoFar

_BEFORE_THE_NAME: Final = re.compile(
    r"(?:(?:pilar|pillar|sub[- ]?pilar|sub[- ]?pillar|dimensi|dimension|domain|aspek|aspect)\b\s*)?"
    r"(?:(?:[a-z]|[ivxlc]+|[0-9]{1,2}(?:\.[0-9]{1,2})*)\s*[.):\N{EN DASH}-]\s*)?",
    re.IGNORECASE,
)
"""What headings have before a group's name: *A.*, *I.*, *1)*, *Pilar 1:*."""


def group_named(text: str, context: RowContext) -> str | None:
    """Return the name in *text* where it is no code, but the name of groups alone."""
    for name in (text, _BEFORE_THE_NAME.sub("", text.strip(), count=1)):
        if context.nodes.get(name) is not None:
            return None
        named = context.nodes.by_name.get(exact(name), ())
        if named:
            return name if all(isinstance(node, Group) for node in named) else None
    return None


def given_rows(unit: UnitSoFar, below: Mapping[str, AbstractSet[str]]) -> Iterator[Answer]:
    """Yield the rows of groups that are answers of *unit*; all others are its stated figures.

    A group is given where the data of the unit have no row of anything below it, or where its row
    says that it does not apply.
    """
    here = unit.all_answers()
    for group, rows in unit.groups.items():
        if any(node in here or node in unit.groups for node in below[group]):
            figures = tuple(row for row in rows if not _does_not_apply(row))
            if figures:
                unit.stated[group] = figures
            yield from filter(_does_not_apply, rows)
        else:
            yield from rows


def without_stated(findings: Iterable[Finding], units: Iterable[UnitSoFar]) -> Iterator[Finding]:
    """Yield *findings* but for those on cells of stated figures, which do not count."""
    kept = list(findings)
    faulty = {(one.file, one.sheet, one.cell) for one in kept if one.code.startswith("C")}
    stated = {
        tuple(reading.source)
        for unit in units
        for rows in unit.stated.values()
        for row in rows
        for reading in _readings(row)
        if reading.source in faulty
    }
    for one in kept:
        if not one.code.startswith("C") or (one.file, one.sheet, one.cell) not in stated:
            yield one


def _readings(row: Answer) -> Iterator[Reading]:
    everything = (row.self_score, *row.assessor, row.measure, row.target, row.achievement)
    return (reading for reading in everything if reading is not None)


def _does_not_apply(row: Answer) -> bool:
    return any(reading.missing is Missing.NOT_APPLICABLE for reading in _readings(row))
