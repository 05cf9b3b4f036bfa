"""One row of a long table, or one cell of a wide one: validated by Pydantic's core.

There is one schema for all rows; all faults of a row come out of one validation.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from pydantic_core import ErrorDetails, SchemaValidator, ValidationError
from pydantic_core.core_schema import (
    tuple_variable_schema,
    typed_dict_field,
    typed_dict_schema,
    with_info_plain_validator_function,
)

from kediri_index.model.dataset import Missing, Reading
from kediri_index.model.findings import Finding
from kediri_index.workbook.row_fields import (
    Key,
    Node,
    RowContext,
    achievement,
    given_score,
    node_of_row,
    realisasi,
    target,
)

_GIVEN_SCORE = with_info_plain_validator_function(given_score)
_ROW = SchemaValidator(
    typed_dict_schema(
        {
            # first what the row is about: all others are read by it
            "node": typed_dict_field(with_info_plain_validator_function(node_of_row)),
            "self_score": typed_dict_field(_GIVEN_SCORE, required=False),
            "assessor": typed_dict_field(tuple_variable_schema(_GIVEN_SCORE), required=False),
            "target": typed_dict_field(with_info_plain_validator_function(target), required=False),
            "measure": typed_dict_field(
                with_info_plain_validator_function(realisasi), required=False
            ),
            "achievement": typed_dict_field(
                with_info_plain_validator_function(achievement), required=False
            ),
        },
        extra_behavior="forbid",
    )
)


class SubmittedRow(NamedTuple):
    """A row as an agency submits it; every field keeps the cell it came from."""

    node: Node
    self_score: Reading | None = None
    assessor: tuple[Reading, ...] = ()
    target: Reading | None = None
    measure: Reading | None = None
    achievement: Reading | None = None


def validate_row(
    fields: Mapping[str, object], context: RowContext
) -> tuple[SubmittedRow | None, tuple[Finding, ...]]:
    """Return the row and all that is wrong with it.

    A field that cannot be read is an unreadable reading in the row; a row whose indicator is not
    known is None.
    """
    context.remarks.clear()
    try:
        row = SubmittedRow(**_ROW.validate_python(fields, context=context))
    except ValidationError as error:
        return _with_faults(fields, error.errors(include_url=False), context)
    return row, tuple(context.remarks)


def _with_faults(
    fields: Mapping[str, object], faults: list[ErrorDetails], context: RowContext
) -> tuple[SubmittedRow | None, tuple[Finding, ...]]:
    """Put an unreadable reading in place of each faulty cell, and validate what is left."""
    findings = [*context.remarks, *(_finding(fault) for fault in faults)]
    if any(fault["loc"][0] == "node" for fault in faults):
        return None, tuple(findings)
    readable = dict(fields)
    for fault in faults:
        name, *index = fault["loc"]
        unreadable = Reading(None, Missing.UNREADABLE, fault["ctx"]["value"], fault["input"].source)
        if index:
            readings = list(_sequence(readable[str(name)]))
            readings[int(index[0])] = unreadable
            readable[str(name)] = tuple(readings)
        else:
            readable[str(name)] = unreadable
    row = SubmittedRow(**_ROW.validate_python(readable, context=context))
    return row, tuple(findings)


def _finding(fault: ErrorDetails) -> Finding:
    seen = fault["input"]
    source = (seen.located if isinstance(seen, Key) else seen).source
    params = dict(fault["ctx"])
    value, indicator = params.pop("value"), params.pop("indicator")
    return Finding.at_cell(fault["type"], source, value, indicator, **params)


def _sequence(value: object) -> Sequence[object]:
    return value if isinstance(value, Sequence) else ()
