"""The copy of a list has the codes that were made, where they belong, and else the same parts."""

from __future__ import annotations

from collections.abc import Callable

from kediri_index.model.limits import Limits
from kediri_index.sheets.lists.coded_copy import with_codes
from kediri_index.sheets.reading.read import read_workbook
from tests.sheets.conftest import MAIN
from tests.sheets.lists.building import read_from
from tests.sheets.marking.copies import part

Make = Callable[..., bytes]


def _cell(address: str, text: str, style: int) -> str:
    said = f"<is><t>{text}</t></is>" if text else ""
    kind = ' t="inlineStr"' if text else ""
    return f'<c r="{address}" s="{style}"{kind}>{said}</c>'


def _row(number: int, spans: str, *texts: str) -> str:
    cells = "".join(
        _cell(f"{letter}{number}", text, style)
        for style, (letter, text) in enumerate(zip("ABCD", texts, strict=False))
    )
    return f'<row r="{number}" spans="{spans}">{cells}</row>'


def _list(make: Make, reference: str, *rows: str) -> bytes:
    xml = (
        f'<worksheet xmlns="{MAIN}"><dimension ref="{reference}"/>'
        f"<sheetData>{''.join(rows)}</sheetData></worksheet>"
    )
    styles = f'<cellXfs count="4">{"<xf/>" * 4}</cellXfs>'
    return make("", styles=styles, members={"xl/worksheets/sheet1.xml": xml})


def _coded(data: bytes) -> str:
    """The sheet of the copy of the list *data*."""
    workbook = read_workbook("daftar.xlsx", data, Limits())
    read = read_from(workbook)
    assert read.table is not None, read.findings
    copy = with_codes(data, workbook, read.table, read.codes, Limits())
    assert copy is not None
    return part(copy)


def _code(address: str, style: int, text: str) -> str:
    return f'<c r="{address}" s="{style}" t="inlineStr"><is><t>{text}</t></is></c>'


def test_codes_stand_in_the_empty_column_of_codes_as_the_office_formatted_it(
    make_xlsx: Make,
) -> None:
    third = (_cell("A3", "Ekonomi", 0), _cell("C3", "Investasi", 2), _cell("D3", "skala 1-5", 3))
    rows = (
        _row(1, "1:4", "Pilar", "Kode", "Indikator", "Cara penilaian"),
        _row(2, "1:4", "Ekonomi", "", "UMKM digital", "skala 1-5"),
        f'<row r="3">{"".join(third)}</row>',
    )
    data = _list(make_xlsx, "A1:D3", *rows)
    was = part(data)
    assert _coded(data) == was.replace(_cell("B2", "", 1), _code("B2", 1, "EKO-01")).replace(
        third[1], _code("B3", 2, "EKO-02") + third[1]
    )


def test_codes_without_a_column_stand_in_one_of_their_own_behind_the_last(make_xlsx: Make) -> None:
    rows = (
        _row(1, "1:3", "Pilar", "Indikator", "Cara penilaian"),
        _row(2, "1:9", "Ekonomi", "UMKM digital", "skala 1-5"),
    )
    data = _list(make_xlsx, "A1:C2", *rows)
    expected = (
        part(data)
        .replace("A1:C2", "A1:D2")
        .replace('spans="1:3"', 'spans="1:4"')
        .replace("penilaian</t></is></c>", "penilaian</t></is></c>" + _code("D1", 1, "Kode"))
        .replace("1-5</t></is></c>", "1-5</t></is></c>" + _code("D2", 1, "EKO-01"))
    )
    assert _coded(data) == expected
