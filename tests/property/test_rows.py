"""A row comes to what Pydantic makes of the same declaration, and has the same findings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast
from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic_core import ErrorDetails, PydanticCustomError, SchemaValidator, ValidationError
from pydantic_core.core_schema import (
    CoreSchema,
    ValidationInfo,
    tuple_variable_schema,
    typed_dict_field,
    typed_dict_schema,
    with_info_plain_validator_function,
)

from kediri_index.model.dataset import Missing, Reading
from kediri_index.model.findings import Finding
from kediri_index.workbook import long_rows, wide_rows
from kediri_index.workbook.cell_values import Located
from kediri_index.workbook.row import ROW, RowField, RowRead
from kediri_index.workbook.row_fields import FieldError, Key, Node, RowContext, node_of_row
from tests.findings.building import ONE_GROUP, TOP, Rows, checked, csv_table, long_sheet, percent

METHODS = (
    "",
    "score: {method: as_given, outside: clip}",
    "valid: [1, 3], score: {method: as_given}",
    "score: {method: levels, levels: {0: Belum, 2.5: Sebagian, 4: Semua}}",
    "score: {method: yes_no, yes: 4, no: 1}",
    "score: {method: goalposts, min: 1, max: 100, transform: log}",
    'unit: "%", valid: [0, 100], score: {method: goalposts, min: 0, max: 100, outside: error}',
    "score: {method: bands, bands: [{below: 40, score: 1}, {score: 4}]}",
    "score: {method: achievement}",
)
TEXT = (
    TOP
    + ONE_GROUP
    + "indicators:\n"
    + "".join(
        f"  - {{id: M-{at}, in: a, name: Hasil {at // 2}, {method}}}\n"
        for at, method in enumerate(METHODS)
    )
)
HEADER = (
    *("Kode", "Indikator", "Nilai mandiri", "Nilai asesor 1", "Nilai asesor 2"),
    *("Target", "Realisasi", "Capaian"),
)
IDS = tuple(f"M-{at}" for at in range(len(METHODS)))
keys = st.sampled_from((*IDS, *IDS, *IDS, "a", "m-1", "M-99", "", "Total"))
names = st.sampled_from((*([None] * 6), "Hasil 0", "Hasil 1", "Hasil 4", "Bagian A", "Lain"))
texts = st.sampled_from(
    (
        *("", "3", "2,5", "2.5", "1.250", "7", "-1", "ya", "tidak", "Sebagian", "-", "n/a", "12%"),
        *("abc", "#N/A", "NA", "ya (tidak)", "1e2", "3 dari 4", "0.50", "30", "45.678", "belum"),
    )
)
values = st.one_of(
    *(st.integers(0, 4), st.integers(0, 4), st.integers(-3, 120), texts, st.booleans()),
    st.floats(0, 5).map(lambda number: round(number, 3)),
    st.integers(0, 150).map(lambda number: percent(number / 100)),
)
rows = st.tuples(keys, names, *([values] * (len(HEADER) - 2)))


def failed(fault: FieldError) -> PydanticCustomError:
    known = {"value": fault.value, "indicator": fault.indicator, **fault.params}
    return PydanticCustomError(fault.code, "{value}", known)


def node_named(key: Key, info: ValidationInfo[RowContext]) -> Node:
    try:
        return node_of_row(key, info.context)
    except FieldError as fault:
        raise failed(fault) from fault


def schema_of(field: RowField) -> CoreSchema:
    def read(cell: Located, info: ValidationInfo[RowContext]) -> Reading:
        try:
            return field.read(cell, info.data.get("node"), info.context)
        except FieldError as fault:
            raise failed(fault) from fault

    return tuple_variable_schema(with_info_plain_validator_function(read))


VALIDATOR = SchemaValidator(
    typed_dict_schema(
        {
            "node": typed_dict_field(with_info_plain_validator_function(node_named)),
            **{one.name: typed_dict_field(schema_of(one), required=False) for one in ROW},
        },
        extra_behavior="forbid",
    )
)


def by_pydantic(key: Key, cells: Mapping[str, Sequence[Located]], context: RowContext) -> RowRead:
    """What a row says: one validation for all of its faults, and one for each cell without any."""
    context.remarks.clear()
    fields = {"node": key, **{name: tuple(found) for name, found in cells.items()}}
    faults = errors_of(fields, context)
    findings = (*context.remarks, *map(finding_of, faults))
    if any(fault["loc"][0] == "node" for fault in faults):
        return RowRead(None, {}, findings)
    faulty = {fault["loc"]: fault for fault in faults}

    def read(name: str, at: int, cell: Located) -> Reading:
        fault = faulty.get((name, at))
        if fault is not None:
            return Reading(None, Missing.UNREADABLE, fault["ctx"]["value"], cell.source)
        read = VALIDATOR.validate_python({"node": key, name: (cell,)}, context=context)
        return cast("Reading", read[name][0])

    node = VALIDATOR.validate_python({"node": key}, context=context)["node"]
    readings = {
        name: tuple(read(name, at, cell) for at, cell in enumerate(found))
        for name, found in cells.items()
    }
    return RowRead(node, readings, findings)


def errors_of(fields: Mapping[str, object], context: RowContext) -> list[ErrorDetails]:
    try:
        VALIDATOR.validate_python(fields, context=context)
    except ValidationError as error:
        return error.errors(include_url=False)
    return []


def finding_of(fault: ErrorDetails) -> Finding:
    seen, params = fault["input"], dict(fault["ctx"])
    source = (seen.located if isinstance(seen, Key) else seen).source
    value, indicator = params.pop("value"), params.pop("indicator")
    return Finding.at_cell(fault["type"], source, value, indicator, **params)


def assert_same_by_pydantic(sheet: Rows) -> None:
    for book in (long_sheet(*sheet), csv_table(as_csv(sheet))):
        found = checked(book, text=TEXT)
        with (
            patch.object(long_rows, "read_row", by_pydantic),
            patch.object(wide_rows, "read_row", by_pydantic),
        ):
            expected = checked(book, text=TEXT)
        assert found._replace(scores=expected.scores) == expected


def as_csv(sheet: Rows) -> str:
    shown = [[getattr(one, "value", one) for one in row] for row in sheet]
    lines = [",".join(f'"{"" if one is None else one}"' for one in row) for row in shown]
    return "\n".join(lines) + "\n"


@settings(max_examples=40)
@given(sheet=st.lists(rows, min_size=1, max_size=8))
def test_the_rows_of_a_long_table_are_read_as_pydantic_validates_them(
    sheet: list[tuple[object, ...]],
) -> None:
    assert_same_by_pydantic([HEADER, *sheet])


@settings(max_examples=20)
@given(sheet=st.lists(st.tuples(*([values] * len(IDS))), min_size=1, max_size=3))
def test_the_cells_of_a_wide_table_likewise(sheet: list[tuple[object, ...]]) -> None:
    header = ("unit", "year", *IDS)
    assert_same_by_pydantic([header, *((f"Kota {at}", 2022, *row) for at, row in enumerate(sheet))])
