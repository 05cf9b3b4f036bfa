"""A row that is read field by field comes to what Pydantic makes of it, and has its findings."""

from __future__ import annotations

from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from kediri_index.model.findings import Finding
from kediri_index.workbook import long_rows, wide_rows
from kediri_index.workbook.faulty_row import without_faults
from kediri_index.workbook.row import RowFields, SubmittedRow, read_row
from kediri_index.workbook.row_fields import RowContext
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


def by_pydantic(
    fields: RowFields, context: RowContext
) -> tuple[SubmittedRow | None, tuple[Finding, ...]]:
    """What is wrong with a row, by Pydantic whether or not there is anything."""
    context.remarks.clear()
    readable, findings = without_faults(fields, context)
    return None if readable is None else read_row(readable, context), findings


def assert_same_by_pydantic(sheet: Rows) -> None:
    for book in (long_sheet(*sheet), csv_table(as_csv(sheet))):
        found = checked(book, text=TEXT)
        with (
            patch.object(long_rows, "validate_row", by_pydantic),
            patch.object(wide_rows, "validate_row", by_pydantic),
        ):
            expected = checked(book, text=TEXT)
        assert found._replace(comparisons=expected.comparisons) == expected


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
