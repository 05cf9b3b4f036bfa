"""Text tables: encodings, delimiters, quotes, and every field at its place."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kediri_index.model.limits import Limits
from kediri_index.model.workbook import Cell, CellKind, Workbook
from kediri_index.sheets.reading.delimited import found_delimiter
from kediri_index.sheets.reading.read import read_workbook

DEFAULT = Limits()


def read(text: str | bytes, limits: Limits = DEFAULT) -> Workbook:
    data = text if isinstance(text, bytes) else text.encode()
    return read_workbook("a.csv", data, limits)


def rows(workbook: Workbook) -> list[list[tuple[int, str]]]:
    (sheet,) = workbook.sheets
    return [[(cell.column, cell.value) for cell in row.cells()] for row in sheet.rows.values()]


def codes(workbook: Workbook) -> list[str]:
    return [finding.code for finding in workbook.findings]


def test_every_field_is_a_text_cell_at_its_place() -> None:
    workbook = read("unit,year,IMP-01\nKota Kediri,2023,3.25\n")
    assert workbook.is_csv
    assert workbook.findings == ()
    assert workbook.sheets[0].name == ""
    assert workbook.sheets[0].cells == (
        Cell(1, 1, CellKind.TEXT, "unit"),
        Cell(1, 2, CellKind.TEXT, "year"),
        Cell(1, 3, CellKind.TEXT, "IMP-01"),
        Cell(2, 1, CellKind.TEXT, "Kota Kediri"),
        Cell(2, 2, CellKind.TEXT, "2023"),
        Cell(2, 3, CellKind.TEXT, "3.25"),
    )


def test_empty_fields_are_no_cells_and_blank_lines_count_as_rows() -> None:
    workbook = read('a,,c\n\n,"", \n')
    assert [(c.address, c.value) for c in workbook.sheets[0].cells] == [
        ("A1", "a"),
        ("C1", "c"),
        ("C3", " "),
    ]


def test_rows_may_be_shorter_or_longer_than_the_header() -> None:
    assert rows(read("a,b\n1\n1,2,3\n")) == [
        [(1, "a"), (2, "b")],
        [(1, "1")],
        [(1, "1"), (2, "2"), (3, "3")],
    ]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_lines_may_end_in_any_way(newline: str) -> None:
    assert rows(read(newline.join(["a,b", '1,"x\n y"', "2,3"]))) == [
        [(1, "a"), (2, "b")],
        [(1, "1"), (2, "x\n y")],
        [(1, "2"), (2, "3")],
    ]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be-sig", "utf-16-le-sig"]
)
def test_unicode_is_read_with_or_without_its_mark(encoding: str) -> None:
    text = "unit,Catatan\nKota Kediri,\N{LATIN SMALL LETTER E WITH ACUTE} – 好\n"
    plain = encoding.removesuffix("-sig") if "16" in encoding else encoding
    data = text.encode(plain)
    if encoding.endswith("16-be-sig"):
        data = b"\xfe\xff" + data
    if encoding.endswith("16-le-sig"):
        data = b"\xff\xfe" + data
    workbook = read(data)
    assert workbook.findings == ()
    assert rows(workbook)[0] == [(1, "unit"), (2, "Catatan")]
    assert rows(workbook)[1][1] == (2, "é – 好")


def test_windows_1252_is_read_and_said_with_the_letter_that_decided() -> None:
    workbook = read("Kode,Catatan\nA,biasa\nB,“café”\n".encode("cp1252"))
    (finding,) = workbook.findings
    assert (finding.code, finding.line, finding.value) == ("F301", 3, "“")
    assert rows(workbook)[2] == [(1, "B"), (2, "“café”")]


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"a,b\nc,\x81\n", 2),
        (b"\xff\xfea\x00b", None),
        (b"\xef\xbb\xbfa,\xe9\n", None),
    ],
)
def test_text_in_no_known_encoding_is_refused(data: bytes, line: int | None) -> None:
    workbook = read(data)
    assert [(f.code, f.line) for f in workbook.findings] == [("F302", line)]
    assert workbook.sheets == ()


def test_utf_8_with_a_wrong_byte_is_not_taken_for_windows_1252() -> None:
    workbook = read("Kode,Catatan\nA,2020–2024\nB,ya".encode() + b"\xa0\n")
    assert [(f.code, f.line) for f in workbook.findings] == [("F302", 3)]
    assert workbook.sheets == ()


def test_a_zero_byte_is_refused_with_its_line() -> None:
    assert [(f.code, f.line) for f in read(b"a,b\n1,2\n3,\x004\n").findings] == [("F303", 3)]


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("unit,year\n", ","),
        ("unit;year\n", ";"),
        ("unit\tyear\n", "\t"),
        ("unit;year;IMP-01\nKota Kediri;2023;3,25\nKota Batu;2023;2,5\n", ";"),
        ("Kode;Indikator;Nilai\nA;Jalan, jembatan;3,2\nB;Air;4\n", ";"),
        ('Kode,Indikator\nA,"satu; dua; tiga"\nB,"a;b"\n', ","),
        ('Kode;"Nilai, asesor"\nA;3\n', ";"),
        ('a;"x, ""y"", z"\nb;c\n', ";"),
        ("Evaluasi Smart City 2023, Kota Kediri\n\nKode;Nilai\nA;3\nB;4\n", ";"),
        ('5" pipa;3\n4" pipa, besi;2\n', ";"),
        ("Nilai\n3\n", ","),
        ("", ","),
        ("Kode\tNama\nA\tsatu, dua; tiga\nB\tempat\n", "\t"),
        ("Kode,Nama;Nilai\nA,B;3\n", None),
        ("a,b;c\n", None),
        ('"a;b\nc;d",e\nf,g\n', ","),
    ],
)
def test_the_delimiter_is_the_one_that_most_lines_agree_on(
    text: str, delimiter: str | None
) -> None:
    assert found_delimiter(text) == delimiter


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_delimiters_at_the_end_of_lines_add_no_cells(delimiter: str) -> None:
    text = "unit,year,IMP-01,,\nKota Kediri,2023,3,,\n,,,,\n".replace(",", delimiter)
    assert rows(read(text)) == [
        [(1, "unit"), (2, "year"), (3, "IMP-01")],
        [(1, "Kota Kediri"), (2, "2023"), (3, "3")],
    ]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_an_export_with_a_title_and_two_header_lines_is_read_line_by_line(
    delimiter: str, encoding: str
) -> None:
    table = [
        ['"Indeks Pembangunan Manusia, menurut Kabupaten/Kota"'],
        [],
        ["Wilayah", "Umur Harapan Hidup", "", "Pengeluaran – ribu"],
        ["", "2021", "2022", "2021"],
        ["JAWA TIMUR", '"71,38"', '"71,74"', '"11.707"'],
        ["Kota Kediri", '"74,02"', '"74,25"', '"12.403"'],
    ]
    text = "\r\n".join(delimiter.join(fields) for fields in table)
    assert rows(read(text.encode(encoding))) == [
        [(1, "Indeks Pembangunan Manusia, menurut Kabupaten/Kota")],
        [(1, "Wilayah"), (2, "Umur Harapan Hidup"), (4, "Pengeluaran – ribu")],
        [(2, "2021"), (3, "2022"), (4, "2021")],
        [(1, "JAWA TIMUR"), (2, "71,38"), (3, "71,74"), (4, "11.707")],
        [(1, "Kota Kediri"), (2, "74,02"), (3, "74,25"), (4, "12.403")],
    ]


def test_only_the_first_lines_decide_about_the_delimiter() -> None:
    assert found_delimiter("a;b\n" * 40 + "a,b,c\n" * 500) == ";"


@pytest.mark.parametrize(
    ("first", "fields"),
    [
        ("sep=;", ["Kode,Nama", "x|y", "3,2"]),
        ("SEP=,", ["Kode", "Nama;x|y;3", "2"]),
        ("sep=|", ["Kode,Nama;x", "y;3,2"]),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("newline", ["\r\n", "\n", "\r"])
def test_excels_own_line_about_the_delimiter_is_followed_and_is_no_data(
    first: str, fields: list[str], newline: str, encoding: str
) -> None:
    workbook = read(f"{first}{newline}Kode,Nama;x|y;3,2{newline}".encode(encoding))
    assert codes(workbook) == []  # the file says so itself; nothing was guessed
    cells = workbook.sheets[0].cells
    assert [cell.value for cell in cells] == fields
    assert {cell.row for cell in cells} == {2}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('a,b\n1,"2\n3,4\n', 2),
        ('a,b\n1,2\n"3"x,4\n', 3),
        ('a,b\n1,"2\n3"\n"4"5,6\n', 4),
        ('a,b\n1,"2" ,3\n', 2),
    ],
)
def test_quotes_that_do_not_pair_are_refused_at_the_record_they_open(text: str, line: int) -> None:
    workbook = read(text)
    assert [(f.code, f.line) for f in workbook.findings] == [("F305", line)]
    assert workbook.sheets == ()


def test_too_long_a_field_is_refused_and_the_limit_can_be_raised_past_pythons_own() -> None:
    text = "a,b\n1," + "x" * 200_000 + "\n"
    before = csv.field_size_limit()
    workbook = read(text)
    assert [(f.code, f.line) for f in workbook.findings] == [("F207", 2)]
    assert read(text, Limits(text_length=200_000)).findings == ()
    assert csv.field_size_limit() == before


@pytest.mark.parametrize(
    "text",
    ["a,b\n1,2\n3,4\n", "," * 100],
)
def test_more_cells_or_fields_than_the_limit_are_refused(text: str) -> None:
    assert codes(read(text, Limits(cells=5))) == ["F206"]


@pytest.mark.parametrize(
    ("code", "name", "line", "text", "limits"),
    [
        ("F102", "file_bytes", None, "a,b\n", Limits(file_bytes=3)),
        ("F206", "cells", None, "a,b\n1,2\n3,4\n", Limits(cells=5)),
        ("F206", "cells", None, "," * 100, Limits(cells=5)),
        ("F207", "text_length", 2, "a,b\n1,panjang\n", Limits(text_length=6)),
        ("F208", "seconds", None, "a,b\n1,2\n", Limits(seconds=0)),
        ("F225", "rows", None, "\n" * 100, Limits(rows=5)),
        ("F225", "rows", None, "a,b\r\n" * 6, Limits(rows=5)),
        ("F226", "columns", 3, "a\n\nb,,,,,,\n", Limits(columns=6)),
    ],
)
def test_a_limit_names_the_option_that_lets_the_table_through(
    code: str, name: str, line: int | None, text: str, limits: Limits
) -> None:
    (finding,) = read(text, limits).findings
    assert (finding.code, finding.line) == (code, line)
    option, _, value = str(finding.params["option"]).partition("=")
    assert option == f"--limit {name}"
    assert read(text, limits._replace(**{name: int(value)})).findings == ()


def test_as_many_rows_as_excel_has_are_read_and_one_more_is_not() -> None:
    assert DEFAULT.rows == 1_048_576
    fewer = DEFAULT._replace(rows=1_000)
    assert codes(read("1\n" * 1_000, fewer)) == []
    assert codes(read("1\n" * 1_001, fewer)) == ["F225"]


def test_as_many_columns_as_excel_has_are_read_and_one_more_is_not() -> None:
    assert codes(read("," * 16_383 + "1\n")) == []
    assert codes(read("," * 16_384 + "1\n")) == ["F226"]


FIELDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)


@given(
    st.lists(st.lists(FIELDS, min_size=2, max_size=5), min_size=1, max_size=8),
    st.sampled_from([",", ";", "\t"]),
)
def test_what_the_csv_module_writes_is_read_as_it_was(
    table: list[list[str]], delimiter: str
) -> None:
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows(table)
    workbook = read_workbook("a.csv", file.getvalue().encode("utf-8-sig"), Limits())
    expected = [
        Cell(row, column, CellKind.TEXT, field)
        for row, fields in enumerate(table, 1)
        for column, field in enumerate(fields, 1)
        if field
    ]
    assert list(workbook.sheets[0].cells) == expected
