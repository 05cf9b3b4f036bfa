"""A row as an agency submits it: which columns it has, what reads each, and one reading of all.

A row of a long table has all of these, a cell of a wide one is a row with a single field.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final, NamedTuple

from kediri_index.model.dataset import Missing, Reading
from kediri_index.model.findings import Finding
from kediri_index.model.places import Source
from kediri_index.workbook.cell_values import Located
from kediri_index.workbook.columns import Column
from kediri_index.workbook.row_fields import (
    FieldError,
    Key,
    Node,
    RowContext,
    achievement,
    given_score,
    node_of_row,
    realisasi,
    target,
)


class RowField(NamedTuple):
    """A field of a row: the column that it stands in, and what reads a cell of it.

    The column's headers are those of :mod:`~kediri_index.workbook.columns`. What is read is a
    number of the row's own indicator: its range, levels and unit decide. A fault is a
    :class:`FieldError`, with the code of its finding.
    """

    name: str
    column: Column
    read: Callable[[Located, Node | None, RowContext], Reading]


ROW: Final = (
    RowField("self_score", Column.SELF, given_score),
    RowField("assessor", Column.ASSESSOR, given_score),
    RowField("target", Column.TARGET, target),
    RowField("measure", Column.MEASURE, realisasi),
    RowField("achievement", Column.ACHIEVEMENT, achievement),
)
"""In the order in which the findings of a row are told. Of assessors there may be several."""


class RowRead(NamedTuple):
    """What a row says: the indicator or group that it is about, and its readings by field.

    A field that cannot be read is an unreadable reading. Where the row says of nothing known what
    it is about, *node* is None. *findings* are all that is wrong with the row.
    """

    node: Node | None
    readings: Mapping[str, tuple[Reading, ...]]
    findings: tuple[Finding, ...]


def read_row(key: Key, cells: Mapping[str, Sequence[Located]], context: RowContext) -> RowRead:
    """Return what a row says, whose *cells* are given by field."""
    context.remarks.clear()
    faults: list[Finding] = []
    node = None
    try:
        node = node_of_row(key, context)
    except FieldError as fault:
        faults.append(_finding(fault, key.located.source))
    readings: dict[str, tuple[Reading, ...]] = {}
    for name, _, read in ROW:
        if name not in cells:
            continue
        found = []
        for cell in cells[name]:
            try:
                found.append(read(cell, node, context))
            except FieldError as fault:
                faults.append(_finding(fault, cell.source))
                unreadable = Missing.UNREADABLE
                found.append(Reading(None, unreadable, fault.value or "", cell.source))
        readings[name] = tuple(found)
    return RowRead(node, readings, (*context.remarks, *faults))


def _finding(fault: FieldError, source: Source) -> Finding:
    return Finding.at_cell(fault.code, source, fault.value, fault.indicator, **fault.params)
