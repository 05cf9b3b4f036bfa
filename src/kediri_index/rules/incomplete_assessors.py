"""An assessor who left a cell empty that another one filled in."""

from __future__ import annotations

from collections.abc import Iterable

from kediri_index.model.dataset import Missing
from kediri_index.model.findings import Finding, place_key
from kediri_index.model.places import Source
from kediri_index.model.wide_answers import full_answers
from kediri_index.rules.context import UnitContext

_DIGITS = "0123456789"
_Column = tuple[str, str | None, str]


def incomplete_assessors(context: UnitContext) -> Iterable[Finding]:
    """Yield C103 for each such cell, or C107 once for a column that nobody filled in.

    The mean is that of the scores that are there.
    """
    empty: dict[_Column, list[Finding]] = {}
    filled: set[_Column] = set()
    for answer in full_answers(context.data):
        if not answer.assessor[1:]:
            continue
        there = sum(one.number is not None for one in answer.assessor)
        for reading in answer.assessor:
            column = _column(reading.source)
            if reading.missing is not Missing.EMPTY:
                filled.add(column)
            elif there:
                found = Finding.at_cell(
                    "C103",
                    reading.source,
                    indicator=answer.id,
                    there=there,
                    all=len(answer.assessor),
                )
                empty.setdefault(column, []).append(found)
    for column, findings in empty.items():
        if column in filled or not findings[1:]:
            yield from findings
        else:
            first = min(findings, key=place_key)
            yield first._replace(code="C107", indicator=None, params={"count": len(findings)})


def _column(source: Source) -> _Column:
    return source.file, source.sheet, (source.cell or "").rstrip(_DIGITS)
