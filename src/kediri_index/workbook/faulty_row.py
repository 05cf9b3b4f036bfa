"""A row with faults, validated by Pydantic's core: all of them come out of one validation.

There is one schema for all rows. The type of each error is the code of its finding.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar, cast

from pydantic_core import ErrorDetails, PydanticCustomError, SchemaValidator, ValidationError
from pydantic_core.core_schema import (
    PlainValidatorFunctionSchema,
    ValidationInfo,
    tuple_variable_schema,
    typed_dict_field,
    typed_dict_schema,
    with_info_plain_validator_function,
)

from kediri_index.model.dataset import Missing, Reading
from kediri_index.model.findings import Finding
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

if TYPE_CHECKING:
    from kediri_index.workbook.row import RowFields

_Value = TypeVar("_Value")


def _validated(
    field: Callable[[_Value, Node | None, RowContext], object],
) -> PlainValidatorFunctionSchema:
    """Return the schema of what *field* reads, its fault raised as Pydantic's."""

    def validate(value: _Value, info: ValidationInfo[RowContext]) -> object:
        context: RowContext = info.context
        try:
            return field(value, info.data.get("node"), context)
        except FieldError as fault:
            known = {"value": fault.value, "indicator": fault.indicator, **fault.params}
            raise PydanticCustomError(fault.code, "{value}", known) from fault

    return with_info_plain_validator_function(validate)


def _node(key: Key, _: Node | None, context: RowContext) -> Node:
    return node_of_row(key, context)


_GIVEN_SCORE = _validated(given_score)
_ROW = SchemaValidator(
    typed_dict_schema(
        {
            # first what the row is about: all others are read by it
            "node": typed_dict_field(_validated(_node)),
            "self_score": typed_dict_field(_GIVEN_SCORE, required=False),
            "assessor": typed_dict_field(tuple_variable_schema(_GIVEN_SCORE), required=False),
            "target": typed_dict_field(_validated(target), required=False),
            "measure": typed_dict_field(_validated(realisasi), required=False),
            "achievement": typed_dict_field(_validated(achievement), required=False),
        },
        extra_behavior="forbid",
    )
)


def without_faults(
    fields: RowFields, context: RowContext
) -> tuple[RowFields | None, tuple[Finding, ...]]:
    """Return *fields* with an unreadable reading in place of each faulty cell, and all findings.

    The fields are None where it is not known what the row is about.
    """
    faults = _faults_of(fields, context)
    findings = (*context.remarks, *(_finding(fault) for fault in faults))
    if any(fault["loc"][0] == "node" for fault in faults):
        return None, findings
    readable: dict[str, object] = {**fields}
    for fault in faults:
        name, *index = fault["loc"]
        unreadable = Reading(None, Missing.UNREADABLE, fault["ctx"]["value"], fault["input"].source)
        if index:
            readings = list(_sequence(readable[str(name)]))
            readings[int(index[0])] = unreadable
            readable[str(name)] = tuple(readings)
        else:
            readable[str(name)] = unreadable
    return cast("RowFields", readable), findings


def _faults_of(fields: RowFields, context: RowContext) -> list[ErrorDetails]:
    try:
        _ROW.validate_python(fields, context=context)
    except ValidationError as error:
        return error.errors(include_url=False)
    return []


def _finding(fault: ErrorDetails) -> Finding:
    seen = fault["input"]
    source = (seen.located if isinstance(seen, Key) else seen).source
    params = dict(fault["ctx"])
    value, indicator = params.pop("value"), params.pop("indicator")
    return Finding.at_cell(fault["type"], source, value, indicator, **params)


def _sequence(value: object) -> Sequence[object]:
    return value if isinstance(value, Sequence) else ()
