"""One row of a long table, or one cell of a wide one.

A row without faults is read field by field; at its first fault Pydantic validates it.
"""

from __future__ import annotations

from typing import Literal, NamedTuple, NotRequired, TypedDict

from kediri_index.model.dataset import Reading
from kediri_index.model.findings import Finding
from kediri_index.workbook.row_fields import (
    FieldError,
    Key,
    Node,
    RowContext,
    Seen,
    achievement,
    given_score,
    node_of_row,
    realisasi,
    target,
)

NumberField = Literal["self_score", "target", "measure", "achievement"]


class RowFields(TypedDict):
    """The fields of a row before they are read; one without a column is not there."""

    node: Key
    self_score: NotRequired[Seen]
    assessor: NotRequired[tuple[Seen, ...]]
    target: NotRequired[Seen | None]
    measure: NotRequired[Seen]
    achievement: NotRequired[Seen]


class SubmittedRow(NamedTuple):
    """A row as an agency submits it; every field keeps the cell it came from."""

    node: Node
    self_score: Reading | None = None
    assessor: tuple[Reading, ...] = ()
    target: Reading | None = None
    measure: Reading | None = None
    achievement: Reading | None = None


def validate_row(
    fields: RowFields, context: RowContext
) -> tuple[SubmittedRow | None, tuple[Finding, ...]]:
    """Return the row and all that is wrong with it.

    A field that cannot be read is an unreadable reading in the row; a row whose indicator is not
    known is None.
    """
    context.remarks.clear()
    try:
        row = read_row(fields, context)
    except FieldError:
        from kediri_index.workbook.faulty_row import without_faults  # noqa: PLC0415 - imports Pydantic

        context.remarks.clear()
        readable, findings = without_faults(fields, context)
        return None if readable is None else read_row(readable, context), findings
    return row, tuple(context.remarks)


def read_row(fields: RowFields, context: RowContext) -> SubmittedRow:
    """Return the row; raises :class:`FieldError` at its first fault."""
    node = node_of_row(fields["node"], context)
    # in the order in which a row's findings are told
    return SubmittedRow(
        node,
        given_score(fields["self_score"], node, context) if "self_score" in fields else None,
        tuple([given_score(one, node, context) for one in fields.get("assessor", ())]),
        target(fields.get("target"), node, context),
        realisasi(fields["measure"], node, context) if "measure" in fields else None,
        achievement(fields["achievement"], node, context) if "achievement" in fields else None,
    )
