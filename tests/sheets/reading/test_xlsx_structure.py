"""Where cells stand, what hides them, and how the parts of a workbook are found."""

from __future__ import annotations

import codecs
from collections.abc import Callable

import pytest

from kediri_index.model.limits import Limits
from kediri_index.model.workbook import Cell, CellKind, Span, Workbook
from kediri_index.sheets.reading.read import read_workbook

MakeXlsx = Callable[..., bytes]
MakeZip = Callable[[list[tuple[str, "str | bytes"]]], bytes]

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
ONE = '<row r="1"><c r="A1"><v>1</v></c></row>'


def clean(data: bytes, name: str = "a.xlsx") -> Workbook:
    workbook = read_workbook(name, data, Limits())
    assert workbook.findings == ()
    return workbook


def addresses(workbook: Workbook) -> list[str]:
    return [cell.address for cell in workbook.sheets[0].cells]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ('<row r="3"><c><v>1</v></c><c r="E3"><v>1</v></c><c><v>1</v></c></row>', "A3 E3 F3"),
        ("<row><c><v>1</v></c></row><row><c><v>1</v></c></row>", "A1 A2"),
        ('<row r="3"><c><v>1</v></c></row><row><c/><c><v>1</v></c></row>', "A3 B4"),
        ('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>', "XFD1048576"),
        ('<row r="1"><c r="a1"><v>1</v></c><c r="$B$1"><v>1</v></c></row>', "A1 B1"),
        ('<row r="12"><c r="A12"><v>1</v></c><c r="AA12"><v>1</v></c></row>', "A12 AA12"),
        (
            (
                '<row r="2"><c r="B2"><v>1</v></c><c r="A2"><v>1</v></c></row>'
                '<row r="1"><c r="C1"><v>1</v></c></row>'
            ),
            "C1 A2 B2",
        ),
        (
            '<row r="2"><c r="B2"><v>1</v></c></row><row r="2"><c r="A2"><v>1</v></c></row>',
            "A2 B2",
        ),
    ],
)
def test_cells_stand_where_they_say_or_next_to_the_one_before(
    rows: str, expected: str, make_xlsx: MakeXlsx
) -> None:
    assert addresses(clean(make_xlsx(rows))) == expected.split()


@pytest.mark.parametrize("address", ["XFE1", "A0", "A1048577", "1", "", "A", "AAAA1", "A1:B2"])
def test_a_cell_outside_every_sheet_is_an_error(address: str, make_xlsx: MakeXlsx) -> None:
    data = make_xlsx(f'<row r="1"><c r="{address}"><v>7</v></c><c r="B1"><v>3</v></c></row>')
    workbook = read_workbook("a.xlsx", data, Limits())
    assert [(f.code, f.value) for f in workbook.findings] == [("F216", address)]
    assert workbook.sheets[0].cells == (Cell(1, 2, CellKind.NUMBER, "3"),)


@pytest.mark.parametrize(
    ("xml", "limits", "code"),
    [
        ('<row r="9"/>', Limits(rows=8), "F225"),
        ("<row/>" * 9, Limits(rows=8), "F225"),
        ('<row r="1"><c r="A9"><v>1</v></c></row>', Limits(rows=8), "F225"),
        ('<row r="1"><c r="I1"/></row>', Limits(columns=8), "F226"),
        (f"<row>{'<c/>' * 9}</row>", Limits(columns=8), "F226"),
        (f'<row r="1"><c r="XFD1"/>{"<c/>" * 9}</row>', Limits(), "F226"),
    ],
)
def test_rows_and_columns_past_the_limit_are_refused_however_they_are_named(
    xml: str, limits: Limits, code: str, make_xlsx: MakeXlsx
) -> None:
    workbook = read_workbook("a.xlsx", make_xlsx(xml), limits)
    assert [finding.code for finding in workbook.findings] == [code]
    assert workbook.sheets == ()


@pytest.mark.parametrize("row", ["0", "-1", "x", "1048577", "99999999999999999999"])
def test_a_row_outside_every_sheet_is_an_error(row: str, make_xlsx: MakeXlsx) -> None:
    data = make_xlsx(f'<row r="{row}"><c><v>3</v></c></row>')
    workbook = read_workbook("a.xlsx", data, Limits())
    assert [(f.code, f.value) for f in workbook.findings] == [("F216", row)]


def test_a_cell_that_names_another_row_than_its_own_is_taken_at_its_word(
    make_xlsx: MakeXlsx,
) -> None:
    data = make_xlsx('<row r="1"><c r="A12"><v>3</v></c><c><v>4</v></c></row>')
    workbook = read_workbook("a.xlsx", data, Limits())
    assert [(f.code, f.cell, f.params["row"]) for f in workbook.findings] == [("F218", "A12", 1)]
    assert addresses(workbook) == ["B1", "A12"]


def test_of_two_cells_at_one_place_the_later_one_is_kept_and_both_are_named(
    make_xlsx: MakeXlsx,
) -> None:
    data = make_xlsx('<row r="1"><c r="A1"><v>3</v></c><c r="A1"><v>4</v></c></row>')
    workbook = read_workbook("a.xlsx", data, Limits())
    (finding,) = workbook.findings
    assert (finding.code, finding.cell, finding.value) == ("F217", "A1", "4")
    assert finding.params["other"] == "3"
    assert [cell.value for cell in workbook.sheets[0].cells] == ["4"]


def test_hidden_rows_and_columns_are_told(make_xlsx: MakeXlsx) -> None:
    inner = (
        '<cols><col min="1" max="2" width="9"/><col min="3" max="4" hidden="1"/>'
        '<col min="4" max="5" width="0"/><col min="8" max="16384" hidden="true"/>'
        '<col min="x" max="6" hidden="1"/><col hidden="1"/></cols>'
        '<sheetData><row r="1" hidden="1"><c><v>1</v></c></row>'
        '<row r="2" ht="0"><c><v>1</v></c></row><row r="3" hidden="0" ht="15"><c><v>1</v></c></row>'
        '<row r="4" hidden="true"/><row r="5"><c r="I5"><v>1</v></c></row></sheetData>'
    )
    member = {"xl/worksheets/sheet1.xml": f'<worksheet xmlns="{MAIN}">{inner}</worksheet>'}
    (sheet,) = clean(make_xlsx(ONE, members=member)).sheets
    assert sheet.hidden_rows == {1, 2, 4}
    assert sheet.hidden_columns == {3, 4, 5, 8, 9}


def test_hidden_sheets_are_told_however_hidden(make_xlsx: MakeXlsx) -> None:
    listed = (
        f'<workbook xmlns="{MAIN}" xmlns:r="http://x/relationships"><sheets>'
        '<sheet name="a" r:id="rId1"/><sheet name="b" r:id="rId1" state="hidden"/>'
        '<sheet name="c" r:id="rId1" state="veryHidden"/>'
        '<sheet name="d" r:id="rId1" state="visible"/></sheets></workbook>'
    )
    sheets = clean(make_xlsx(ONE, members={"xl/workbook.xml": listed})).sheets
    assert {sheet.name: sheet.hidden for sheet in sheets} == {
        "a": False,
        "b": True,
        "c": True,
        "d": False,
    }


def test_merged_ranges_are_told_and_their_hidden_values_kept(make_xlsx: MakeXlsx) -> None:
    inner = (
        '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row></sheetData>'
        '<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="D4:C2"/><mergeCell ref="F6"/>'
        "</mergeCells>"
    )
    (sheet,) = clean(make_xlsx(inner)).sheets
    assert sheet.merged == (Span(1, 1, 1, 2), Span(2, 3, 4, 4), Span(6, 6, 6, 6))
    assert [cell.value for cell in sheet.cells] == ["1", "2"]


def strict(make: MakeXlsx) -> bytes:
    relation = "http://purl.oclc.org/ooxml/officeDocument/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    return make(
        members={
            "_rels/.rels": f'<Relationships xmlns="{package}"><Relationship Id="a" '
            f'Type="{relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}"><Relationship Id="a" '
            f'Type="{relation}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
            "xl/workbook.xml": f'<workbook xmlns="{STRICT}" xmlns:r="{relation}"><sheets>'
            '<sheet name="a" r:id="a"/></sheets></workbook>',
            "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{STRICT}"><sheetData>{ONE}'
            "</sheetData></worksheet>",
        }
    )


def sheet_as(content: str | bytes) -> Callable[[MakeXlsx], bytes]:
    return lambda make: make(ONE, members={"xl/worksheets/sheet1.xml": content})


PREFIXED = (
    f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c>'
    "</x:row></x:sheetData></x:worksheet>"
)
EXTENSION = '<extLst><ext xmlns:m="m"><m:f>1</m:f><v/></ext></extLst>'
USUAL = f'<worksheet xmlns="{MAIN}"><sheetData>{ONE}</sheetData></worksheet>'


@pytest.mark.parametrize(
    "build",
    [
        strict,
        sheet_as(PREFIXED),
        sheet_as(codecs.BOM_UTF8 + USUAL.encode()),
        sheet_as(codecs.BOM_UTF16_LE + USUAL.encode("utf-16-le")),
        sheet_as(codecs.BOM_UTF16_BE + USUAL.encode("utf-16-be")),
        sheet_as(f'<?xml version="1.0" encoding="UTF-16"?>{USUAL}'.encode("utf-16")),
        sheet_as(f'<?xml version="1.0" encoding="UTF-16"?>{USUAL}'.encode("utf-16-le")),
        sheet_as(f'<?xml version="1.0" encoding="UTF-16"?>{USUAL}'.encode("utf-16-be")),
        sheet_as(f'<?xml version="1.0" encoding="ISO-8859-1"?>{USUAL}'.encode("latin-1")),
        sheet_as(USUAL.replace("<sheetData>", "<!-- <v>9</v> --><sheetData><!-- <v>9</v> -->")),
        sheet_as(USUAL.replace("<v>1</v>", "<v><![CDATA[1]]></v>")),
        sheet_as(USUAL.replace("</sheetData>", f"</sheetData>{EXTENSION}")),
        sheet_as(USUAL.replace(" xmlns", f' xmlns:y="{MAIN}" xmlns')),
        sheet_as(USUAL.replace("<sheetData>", '<dimension ref="A1:XFD1048576"/><sheetData>')),
        sheet_as(f"<worksheet><sheetData>{ONE}</sheetData></worksheet>"),
    ],
)
def test_any_dialect_of_the_format_gives_the_same_cells(
    build: Callable[[MakeXlsx], bytes], make_xlsx: MakeXlsx
) -> None:
    assert clean(build(make_xlsx)).sheets[0].cells == (Cell(1, 1, CellKind.NUMBER, "1"),)


@pytest.mark.parametrize("size", [1, 2, 3, 7, 64, 1000])
def test_where_a_part_is_cut_into_chunks_changes_nothing(
    size: int, make_xlsx: MakeXlsx, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = "".join(
        f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c><c r="B{n}"><f>A{n}&lt;2</f><v>3</v></c>'
        f'<c r="C{n}" t="inlineStr"><is><t>é <![CDATA[</v>]]></t></is></c><!-- <v> --></row>'
        for n in range(1, 30)
    )
    data = make_xlsx(rows, strings="<si><t>teks</t></si>")
    whole = clean(data).sheets
    monkeypatch.setattr("kediri_index.sheets.reading.package.CHUNK_BYTES", size)
    assert clean(data).sheets == whole
    assert len(whole[0].cells) == 87


def relations(*entries: tuple[str, str, str]) -> str:
    listed = "".join(
        f'<Relationship Id="{id_}" Type="http://x/{kind}" Target="{target}"/>'
        for id_, kind, target in entries
    )
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{listed}</Relationships>"
    )


BOOK = (
    f'<workbook xmlns="{MAIN}" xmlns:r="http://x/relationships"><sheets>'
    '<sheet name="a" r:id="s"/></sheets></workbook>'
)


@pytest.mark.parametrize(
    "members",
    [
        {
            "_rels/.rels": relations(("a", "officeDocument", "/xl/workbook.xml")),
            "xl/workbook.xml": BOOK,
            "xl/_rels/workbook.xml.rels": relations(("s", "worksheet", "/xl/s.xml")),
            "xl/s.xml": USUAL,
        },
        {
            "_rels/.rels": relations(("a", "officeDocument", "buku/kerja.xml")),
            "buku/kerja.xml": BOOK,
            "buku/_rels/kerja.xml.rels": relations(("s", "worksheet", "../lain/s.xml")),
            "lain/s.xml": USUAL,
        },
        {
            "_rels\\.rels": relations(("a", "officeDocument", "xl\\workbook.xml")),
            "xl\\workbook.xml": BOOK,
            "xl\\_rels\\workbook.xml.rels": relations(("s", "worksheet", "worksheets\\s.xml")),
            "xl\\worksheets\\s.xml": USUAL,
        },
        {
            "_RELS/.RELS": relations(("a", "officeDocument", "XL/WORKBOOK.XML")),
            "xl/workbook.xml": BOOK,
            "xl/_rels/Workbook.xml.rels": relations(("s", "worksheet", "Sheet.xml")),
            "xl/sheet.xml": USUAL,
        },
        {
            "xl/workbook.xml": BOOK,
            "xl/_rels/workbook.xml.rels": relations(("s", "worksheet", "s.xml")),
            "xl/s.xml": USUAL,
        },
        {
            "lain/workbook.xml": BOOK,
            "lain/_rels/workbook.xml.rels": relations(("s", "worksheet", "lembar%20satu.xml")),
            "lain/lembar satu.xml": USUAL,
        },
        {
            "workbook.xml": BOOK,
            "_rels/workbook.xml.rels": relations(("s", "worksheet", "s.xml")),
            "_rels/.rels": relations(("a", "officeDocument", "workbook.xml")),
            "xl/": "",
            "s.xml": USUAL,
        },
    ],
)
def test_parts_are_found_by_relation_whatever_their_names(
    members: dict[str, str], make_zip: MakeZip
) -> None:
    workbook = clean(make_zip(list(members.items())))
    assert addresses(workbook) == ["A1"]


def test_shared_texts_and_formats_are_found_without_their_relations(make_xlsx: MakeXlsx) -> None:
    row = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>0.5</v></c></row>'
    members = {
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}"><si><t>teks</t></si></sst>',
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}"><cellXfs><xf/><xf numFmtId="9"/></cellXfs>'
        "</styleSheet>",
    }
    cells = clean(make_xlsx(row, members=members)).sheets[0].cells
    assert [(cell.value, cell.format) for cell in cells] == [("teks", "plain"), ("0.5", "percent")]


def test_a_workbook_whose_shared_texts_are_gone_is_refused_once(make_xlsx: MakeXlsx) -> None:
    rows = "".join(f'<row r="{n}"><c t="s"><v>{n}</v></c></row>' for n in range(1, 200))
    data = make_xlsx(rows, strings="", members={"xl/sharedStrings.xml": None})
    workbook = read_workbook("a.xlsx", data, Limits())
    assert [(f.code, f.params) for f in workbook.findings] == [
        ("F204", {"part": "xl/sharedStrings.xml"})
    ]
    assert workbook.sheets == ()


def test_shared_texts_that_nothing_refers_to_may_be_gone(make_xlsx: MakeXlsx) -> None:
    data = make_xlsx(ONE, strings="", members={"xl/sharedStrings.xml": None})
    assert addresses(clean(data)) == ["A1"]


def test_a_sheet_whose_relation_is_gone_is_missed(make_xlsx: MakeXlsx) -> None:
    data = make_xlsx(ONE, members={"xl/_rels/workbook.xml.rels": relations()})
    workbook = read_workbook("a.xlsx", data, Limits())
    assert [(f.code, f.sheet) for f in workbook.findings] == [("F204", "Lembar1")]


def test_chart_and_dialog_sheets_are_passed_over(make_xlsx: MakeXlsx) -> None:
    data = make_xlsx(
        ONE,
        "",
        "",
        members={
            "xl/_rels/workbook.xml.rels": relations(
                ("rId1", "worksheet", "worksheets/sheet1.xml"),
                ("rId2", "chartsheet", "chartsheets/sheet1.xml"),
                ("rId3", "dialogsheet", "dialogsheets/sheet1.xml"),
            )
        },
    )
    assert [sheet.name for sheet in clean(data).sheets] == ["Lembar1"]


def test_sheets_come_in_the_order_of_the_workbook(make_xlsx: MakeXlsx) -> None:
    sheets = clean(make_xlsx(ONE, "", ONE)).sheets
    assert [(sheet.name, len(sheet.cells)) for sheet in sheets] == [
        ("Lembar1", 1),
        ("Lembar2", 0),
        ("Lembar3", 1),
    ]


def test_a_value_outside_every_cell_is_missed_and_given_to_no_other(make_xlsx: MakeXlsx) -> None:
    data = make_xlsx('<row r="1"><v>9</v><c r="A1"/><c r="B1"><v>3</v></c><v>9</v></row>')
    workbook = read_workbook("a.xlsx", data, Limits())
    (finding,) = workbook.findings
    assert (finding.code, finding.params) == ("F219", {"counted": 3, "read": 1})
    assert addresses(workbook) == ["B1"]


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="1"><c r="A1"><c><v>9</v></c></c></row>',
        '<row r="1"><c r="A1"><v><c/>9</v></c></row>',
        '<row r="1"><c r="A1"><row r="5"/><v>9</v></c></row>',
        '<row r="1"><row r="2"><c r="A2"><v>9</v></c></row></row>',
        '<c r="A1"><v>9</v></c>',
    ],
)
def test_cells_and_rows_within_each_other_are_broken(rows: str, make_xlsx: MakeXlsx) -> None:
    workbook = read_workbook("a.xlsx", make_xlsx(f"<sheetData>\n{rows}</sheetData>"), Limits())
    assert [(f.code, f.sheet, f.params["line_in_part"]) for f in workbook.findings] == [
        ("F201", "Lembar1", 2)
    ]
    assert workbook.sheets == ()


def test_cells_of_a_foreign_namespace_are_missed(make_xlsx: MakeXlsx) -> None:
    data = make_xlsx('<row r="1"><c xmlns="http://lain" r="A1"><v>9</v></c></row>')
    workbook = read_workbook("a.xlsx", data, Limits())
    (finding,) = workbook.findings
    assert (finding.code, finding.params) == ("F219", {"counted": 1, "read": 0})


def test_the_hash_is_that_of_the_bytes_even_where_nothing_can_be_read() -> None:
    empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert read_workbook("a.xlsx", b"", Limits()).sha256 == empty


@pytest.mark.parametrize("name", ["-", "a.xlsx", "a.XLSM", "a", "a.xlsx.part", "laporan.v2"])
def test_a_workbook_is_known_by_its_first_bytes(name: str, make_xlsx: MakeXlsx) -> None:
    assert not clean(make_xlsx(ONE), name).is_csv


@pytest.mark.parametrize("ending", [".csv", ".tsv", ".txt", ".xls", ".xlsb", ".ods", ".CSV"])
def test_a_workbook_with_the_ending_of_another_format_is_refused(
    ending: str, make_xlsx: MakeXlsx
) -> None:
    workbook = read_workbook(f"a{ending}", make_xlsx(ONE), Limits())
    assert [(f.code, f.params["ending"]) for f in workbook.findings] == [("F108", ending.lower())]
