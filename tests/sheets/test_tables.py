from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from kediri_index.messages.catalogue import message_of, repair_of
from kediri_index.model.language import Language
from kediri_index.model.profile import Hints
from kediri_index.sheets.tables.columns import Column, own_columns
from kediri_index.sheets.tables.find import HEADER_SEARCH_ROWS, find_tables
from kediri_index.sheets.tables.header import Nodes, Sought
from kediri_index.sheets.tables.table import Layout, SheetTable
from tests.findings.building import (
    Rows,
    checked,
    csv_table,
    definition,
    long_sheet,
    places,
    workbook,
)

NODES = Nodes.of(definition())
HEADER = ("Kode", "Nilai asesor")


def tables(
    sheets: Mapping[str, Rows], hidden: Sequence[str] = (), own: Mapping[str, tuple[str, ...]] = {}
) -> tuple[SheetTable, ...]:
    found, _ = find_tables(workbook(sheets, hidden=hidden), Sought(NODES, own_columns(own)))
    return found


def test_columns_are_found_in_any_order() -> None:
    (table,) = tables({"S": [("Nilai asesor", "Keterangan", "Kode", "No", "Target"), (3,)]})
    assert (table.layout, table.row) == (Layout.LONG, 1)
    assert {number: header.column for number, header in table.columns.items()} == {
        1: Column.ASSESSOR,
        2: Column.REMARK,
        3: Column.CODE,
        4: Column.NUMBER,
        5: Column.TARGET,
    }


def test_titles_and_empty_rows_above_the_header_do_not_matter() -> None:
    (table,) = tables(
        {
            "S": [
                ("Penilaian Smart City 2022",),
                ("Kota Uji",),
                (),
                (None, *HEADER),
                (None, "A-1", 3),
            ]
        }
    )
    assert table.row == 4
    assert sorted(table.columns) == [2, 3]


def test_a_header_of_two_rows_is_read_as_one() -> None:
    found = checked(
        long_sheet(
            ("Kode", "Indikator", "Nilai", None),
            (None, None, "Mandiri", "Asesor"),
            ("A-1", "Layanan daring", 2, 3),
        )
    )
    assert found.findings == ()
    answer = found.data.units[0].answers["A-1"]
    assert answer.self_score is not None
    assert [answer.self_score.number, answer.assessor[0].number] == [2, 3]


def test_a_header_far_down_is_not_looked_for() -> None:
    rows: list[Sequence[object]] = [(f"baris {number}",) for number in range(HEADER_SEARCH_ROWS)]
    (table,) = tables({"S": [*rows, HEADER, ("A-1", 3)]})
    assert table.row == HEADER_SEARCH_ROWS + 1
    assert not tables({"S": [*rows, ("satu lagi",), HEADER, ("A-1", 3)]})


def test_each_sheet_may_have_a_table() -> None:
    found = checked(
        workbook({"Satu": [HEADER, ("A-1", 3)], "Dua": [HEADER, ("A-2", 2)], "Kosong": []})
    )
    assert found.findings == ()
    assert list(found.data.units[0].answers) == ["A-1", "A-2"]


def test_another_header_with_other_columns_ends_the_table_and_is_named() -> None:
    for blank in (0, 50):
        again = [(), *[()] * blank, ("Kode", "Nilai mandiri"), ("A-2", 2)]
        found = checked(long_sheet(HEADER, ("A-1", 3), *again))
        assert places(found.findings) == [("F404", f"A{4 + blank}")]
        assert found.findings[0].params["other"] == "A1"
        assert list(found.data.units[0].answers) == ["A-1"]


BETWEEN: tuple[Rows, ...] = (
    [HEADER],
    [HEADER, HEADER],
    [HEADER, (), HEADER, ("Bagian B",), HEADER],
    [*[(f"Uraian ke-{number}",) for number in range(1, 8)], HEADER],
)


@pytest.mark.parametrize("between", BETWEEN, ids=range(len(BETWEEN)))
def test_the_same_header_again_ends_nothing(between: Rows) -> None:
    found = checked(long_sheet(HEADER, ("A-1", 3), *between, ("A-2", 2)))
    assert places(found.findings) == []
    assert list(found.data.units[0].answers) == ["A-1", "A-2"]


def test_a_hidden_sheet_is_not_read_and_said_to_be() -> None:
    sheets = {"Penilaian": [HEADER, ("A-1", 3)], "Lama": [HEADER, ("A-1", 1)]}
    found = checked(workbook(sheets, hidden=["Lama"]))
    assert [(one.code, one.sheet) for one in found.findings] == [("F411", "Lama")]
    assert found.data.units[0].answers["A-1"].assessor[0].number == 3


def test_a_hidden_sheet_without_a_table_is_nobodys_concern() -> None:
    sheets: dict[str, Rows] = {"Penilaian": [HEADER, ("A-1", 3)], "Daftar": [("ya",), ("tidak",)]}
    assert checked(workbook(sheets, hidden=["Daftar"])).findings == ()


def test_a_file_whose_only_table_is_hidden_is_an_error_of_its_own() -> None:
    sheets: dict[str, Rows] = {"Sampul": [("Kota Uji",)], "Penilaian": [HEADER, ("A-1", 3)]}
    found = checked(workbook(sheets, hidden=["Penilaian"]))
    assert [(one.code, one.sheet) for one in found.findings] == [("F416", "Penilaian")]
    assert found.data.units == ()


def test_two_columns_of_one_meaning_are_an_error_that_names_both() -> None:
    found = checked(long_sheet(("Kode", "Nilai asesor", "Penilaian asesor"), ("A-1", 3, 2)))
    assert places(found.findings) == [("F441", "C1")]
    assert found.findings[0].params["other"] == "B1"


def test_two_assessors_of_one_number_are_an_error() -> None:
    header = ("Kode", "Nilai asesor 1", "Nilai asesor 1")
    assert places(checked(long_sheet(header, ("A-1", 3, 2))).findings) == [("F441", "C1")]


def test_the_same_id_twice_in_a_wide_header_is_an_error() -> None:
    found = checked(csv_table("unit,A-1,a-1\nKota Uji,3,3\n"))
    assert ("F412", "C1") in places(found.findings)


@pytest.mark.parametrize("header", ["Skor Tim Ahli", "SKOR  TIM AHLI (0–4)"])
def test_the_profiles_words_make_a_header(header: str) -> None:
    rows = [("Kode", header), ("A-1", 3)]
    assert not tables({"S": rows})
    (table,) = tables({"S": rows}, own={"Nilai asesor": ("Skor tim ahli",)})
    assert table.columns[2].column is Column.ASSESSOR


def test_a_unit_beside_ids_makes_a_wide_table_whatever_their_case() -> None:
    (table,) = tables({"S": [("Tabel",), ("Kab/Kota", "Tahun", "a-1", "A", "Camat"), ("x",)]})
    assert (table.layout, table.row) == (Layout.WIDE, 2)
    assert table.nodes == {3: "A-1", 4: "a"}
    assert [cell.value for cell in table.unknown] == ["Camat"]


def test_a_unit_column_in_a_long_table_does_not_make_it_wide() -> None:
    (table,) = tables({"S": [("Wilayah", "Kode", "Nilai asesor"), ("Kota Uji", "A-1", 3)]})
    assert table.layout is Layout.LONG


def test_a_row_whose_unit_of_measure_is_unit_is_no_second_header() -> None:
    sheet = long_sheet(("Kode", "Satuan", "Realisasi"), ("A-1", "unit", 3), ("A-2", "unit", 3))
    found, findings = find_tables(sheet, Sought(NODES))
    assert [(table.layout, table.row) for table in found] == [(Layout.LONG, 1)]
    assert findings == ()


@pytest.mark.parametrize("header", ["Periksa", "Tahun lalu", "Last year", "Check"])
def test_a_column_for_people_is_known_and_never_read(header: str) -> None:
    with_it = long_sheet(("Kode", header, "Nilai asesor"), ("A-1", 99, 3), ("A-2", "tiga", 2))
    without = long_sheet(("Kode", "No", "Nilai asesor"), ("A-1", 1, 3), ("A-2", 2, 2))
    assert checked(with_it)[1] == checked(without)[1] == ()


def test_the_sheet_of_the_identity_holds_no_table() -> None:
    found = checked(
        workbook({"Identitas": [HEADER, ("A-1", 3)], "Penilaian": [HEADER, ("A-2", 2)]})
    )
    assert list(found.data.units[0].answers) == ["A-2"]


def test_every_header_without_values_is_named_where_none_has_any() -> None:
    rows = [("No", "Kode", "Satuan"), (1, "A-1", "%")]
    found = checked(workbook({"Satu": rows, "Dua": rows}))
    assert [(one.code, one.sheet) for one in found.findings] == [("F403", "Dua"), ("F403", "Satu")]


def test_a_header_without_values_names_what_it_has_and_the_line_that_would_read_it() -> None:
    rows = [("Kode", "Satuan", "Mutu", "Skor 'Akhir'"), ("A-1", "%", "cukup", 3)]
    (finding,) = checked(workbook({"Penilaian": rows})).findings
    unknown = "; judul yang tidak dikenal: C1 Mutu, D1 Skor 'Akhir'"
    assert message_of(finding, Language.ID).endswith(unknown)
    line = "add to profile.yaml: columns: {Realisasi: ['Skor ''Akhir''']}"
    assert repair_of(finding, Language.EN).endswith(line)
    (finding,) = checked(workbook({"Penilaian": [("Kode", "Satuan"), ("A-1", "%")]})).findings
    assert repair_of(finding, Language.EN) == "give the column of values one of these headers"


def test_where_several_sheets_have_no_header_the_file_is_named() -> None:
    (finding,) = checked(workbook({"Satu": [("x",)], "Dua": [("y",)]})).findings
    assert (finding.code, finding.file, finding.sheet) == ("F402", "isian.xlsx", None)


def test_a_header_that_stands_three_times_begins_three_tables() -> None:
    header = ("Kode", "Nilai asesor")
    rows = (header, ("A-1", 3), (), (), header, ("A-2", 2), (), (), header, ("A-2", 2))
    found = checked(long_sheet(*rows))
    assert [(one.code, one.cell) for one in found.findings] == [("X304", "A10")]


def test_a_header_of_two_rows_below_units_is_one() -> None:
    second = (("Wilayah", "Nilai", None), (None, "A-1", "A-2"))
    rows = (
        ("Wilayah", "A-1", "A-2"),
        ("Kota A", 3, 2),
        (),
        ("Tabel 2",),
        *second,
        ("Kota C", 3, 2),
        (),
        *second,
        ("Kota D", 1, 2),
    )
    found = checked(long_sheet(*rows), hints=Hints(year=2022))
    assert found.data is not None
    assert [one.unit for one in found.data.units] == ["Kota A", "Kota C", "Kota D"]
