"""A plain row comes to what its Pydantic model makes of it, which finds nothing to say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kediri_index.sheets.cell_values import read_number
from kediri_index.sheets.rows import context, row, row_model
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
FURTHER = ("OPD pengampu", "Satuan", "Bukti dukung", "Bukti", "Wilayah", "Tahun")
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
said = st.sampled_from(("Kota A", "Kota B", "2022", "dok.pdf", "", " ", "#N/A", None, 2022))
rows = st.tuples(keys, names, *([values] * (len(HEADER) - 2)))
plain = st.one_of(st.none(), st.integers(1, 3), st.integers(1, 3))
whole_rows = st.tuples(
    *(st.sampled_from(IDS), st.none(), st.none(), *([plain] * 2), *([st.none()] * 3)),
    *([said] * len(FURTHER)),
)


@contextmanager
def all_by_the_model() -> Iterator[None]:
    with patch.object(context.RowSubject, "is_sure", new=False):
        yield


def assert_same_by_the_model(sheet: Rows) -> None:
    for book in (long_sheet(*sheet), csv_table(as_csv(sheet))):
        found = checked(book, text=TEXT)
        with all_by_the_model():
            expected = checked(book, text=TEXT)
        assert found._replace(scores=expected.scores) == expected


def as_csv(sheet: Rows) -> str:
    shown = [[getattr(one, "value", one) for one in row] for row in sheet]
    lines = [",".join(f'"{"" if one is None else one}"' for one in row) for row in shown]
    return "\n".join(lines) + "\n"


def test_both_ways_have_the_same_columns_in_the_same_order() -> None:
    declared = [one.alias for one in row_model.RowModel.model_fields.values() if one.alias]
    assert declared == [*context.ASKED, *context.TEXTS, *context.UNIT_AND_YEAR]


@settings(max_examples=40)
@given(sheet=st.lists(rows, min_size=1, max_size=8))
def test_plain_rows_of_a_long_table_are_read_as_the_model_validates_them(
    sheet: list[tuple[object, ...]],
) -> None:
    assert_same_by_the_model([HEADER, *sheet])


@settings(max_examples=20)
@given(sheet=st.lists(whole_rows, min_size=1, max_size=6))
def test_so_are_rows_that_say_whose_they_are(sheet: list[tuple[object, ...]]) -> None:
    assert_same_by_the_model([(*HEADER, *FURTHER), *sheet])


@settings(max_examples=20)
@given(sheet=st.lists(st.tuples(*([values] * len(IDS))), min_size=1, max_size=3))
def test_the_cells_of_a_wide_table_likewise(sheet: list[tuple[object, ...]]) -> None:
    units = [(f"Kota {at}", 2022, *row) for at, row in enumerate(sheet)]
    assert_same_by_the_model([("unit", "year", *IDS), *units])


PLAIN_ROWS = (
    ("M-0", "Hasil 0", 3, "2,5", "-", "abc", "sudah ada", None),
    ("m-1", None, "n/a", 7, None, None, None, None),
    ("M-3", "Hasil 1", "Sebagian", 4, None, None, None, None),
    ("M-4", "Hasil 2", "ya", "tidak", None, None, None, None),
    ("M-6", "Hasil 3", None, None, None, None, percent(0.5), None),
    ("M-8", "Hasil 4", None, None, None, 80, 72, "90%"),
    (None, "Bagian A", 3, 2, None, None, None, None),
)


def validations(*sheet: Sequence[object]) -> int:
    """How many rows of *sheet* are validated by the model."""
    with patch.object(row_model, "validated", wraps=row_model.validated) as validated:
        checked(long_sheet(HEADER, *sheet), text=TEXT)
    return validated.call_count


def test_rows_as_offices_fill_them_in_need_no_model() -> None:
    assert validations(*PLAIN_ROWS) == 0


@pytest.mark.parametrize(
    "faulty",
    [
        ("M-0", "Hasil 0", 9, 3, None, None, None, None),
        ("M-0", "Hasil 4", 3, 3, None, None, None, None),
        ("M-99", "Hasil 0", 3, 3, None, None, None, None),
        ("M-4", "Hasil 2", "belum", "mungkin", None, None, None, None),
        ("M-6", "Hasil 3", None, None, None, None, percent(1.5), None),
    ],
)
def test_a_row_with_faults_is_validated_once(faulty: tuple[object, ...]) -> None:
    assert validations(PLAIN_ROWS[0], faulty) == 1


def test_each_cell_of_a_faulty_row_is_read_once() -> None:
    faulty = ("M-0", "Hasil 0", 3, 7, 8, None, "x", None)
    with patch.object(row, "read_number", wraps=read_number) as read:
        found = checked(long_sheet(HEADER, faulty), text=TEXT).findings
    cells = [call.args[0].source.cell for call in read.call_args_list]
    assert cells == ["C2", "D2", "E2", "G2"]
    assert [one.cell for one in found if one.code == "C203"] == ["D2", "E2"]


def test_names_of_levels_are_read_by_columns_as_numbers_are() -> None:
    units = [(f"Kota {at}", 2022, name) for at, name in enumerate(("Sebagian", " SEMUA ", "4"))]
    with patch.object(row, "read_cell", wraps=row.read_cell) as read:
        found = checked(long_sheet(("unit", "year", "M-3"), *units), text=TEXT)
    assert [one.answers["M-3"].assessor[0].number for one in found.data.units] == [2.5, 4, 4]
    assert [one.answers["M-3"].assessor[0].text for one in found.data.units] == [
        "Sebagian",
        " SEMUA ",
        "4",
    ]
    assert read.call_count == 0
