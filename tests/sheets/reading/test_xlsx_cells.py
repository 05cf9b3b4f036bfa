"""What a cell of a workbook holds, told apart as finely as the file tells it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kediri_index.model.limits import Limits
from kediri_index.model.workbook import Cell, CellFormat, CellKind, Sheet
from kediri_index.sheets.reading.read import read_workbook

MakeXlsx = Callable[..., bytes]
Read = Callable[..., Sheet]

STYLES = (
    "<numFmts>"
    '<numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>'
    '<numFmt numFmtId="165" formatCode="0.0%"/>'
    '<numFmt numFmtId="166" formatCode="[Red]#,##0.00;[Blue]-#,##0.00"/>'
    '<numFmt numFmtId="167" formatCode="0.00&quot;% dari hari&quot;"/>'
    '<numFmt numFmtId="168" formatCode="[h]:mm:ss"/>'
    "</numFmts>"
    '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>'
    "<cellXfs>"
    + "".join(f'<xf numFmtId="{id_}"/>' for id_ in (0, 164, 165, 166, 167, 168, 14, 9, 22, 2))
    + "</cellXfs>"
    '<dxfs><dxf><numFmt numFmtId="166" formatCode="yyyy"/></dxf></dxfs>'
)
DATE, PERCENT, COLOURED, QUOTED, ELAPSED, BUILT_IN_DATE, BUILT_IN_PERCENT, TIME, PLAIN = range(
    1, 10
)


@pytest.fixture
def read(make_xlsx: MakeXlsx) -> Read:
    def read_one(*sheets: str, **parts: object) -> Sheet:
        workbook = read_workbook("a.xlsx", make_xlsx(*sheets, **parts), Limits())
        assert workbook.findings == ()
        return workbook.sheets[0]

    return read_one


@pytest.fixture
def cell_of(read: Read) -> Callable[..., Cell | None]:
    def one(xml: str, **parts: object) -> Cell | None:
        sheet = read(f'<row r="1">{xml}</row>', **parts)
        assert len(sheet.cells) < 2
        return sheet.cells[0] if sheet.cells else None

    return one


OneCell = Callable[..., Cell | None]


@pytest.mark.parametrize(
    ("xml", "kind", "value"),
    [
        ('<c r="A1"><v>3.25</v></c>', CellKind.NUMBER, "3.25"),
        ('<c r="A1" t="n"><v>0</v></c>', CellKind.NUMBER, "0"),
        ('<c r="A1"><v>3.3349999999999995</v></c>', CellKind.NUMBER, "3.3349999999999995"),
        ('<c r="A1"><v>-1.5E-2</v></c>', CellKind.NUMBER, "-1.5E-2"),
        ('<c r="A1"><v>\n 3 \n</v></c>', CellKind.NUMBER, "3"),
        ('<c r="A1" t="b"><v>1</v></c>', CellKind.BOOLEAN, "TRUE"),
        ('<c r="A1" t="b"><v>false</v></c>', CellKind.BOOLEAN, "FALSE"),
        ('<c r="A1" t="e"><v>#DIV/0!</v></c>', CellKind.ERROR, "#DIV/0!"),
        ('<c r="A1" t="str"><v>3,25</v></c>', CellKind.TEXT, "3,25"),
        ('<c r="A1" t="str"><v> </v></c>', CellKind.TEXT, " "),
        ('<c r="A1" t="d"><v>2023-05-08</v></c>', CellKind.DATE, "2023-05-08"),
        ('<c r="A1" t="d"><v>2023-05-08T00:00:00.000</v></c>', CellKind.DATE, "2023-05-08"),
        ('<c r="A1" t="d"><v>2023-05-08T07:30:00Z</v></c>', CellKind.DATE, "2023-05-08T07:30:00"),
        ('<c r="A1" t="d"><v>T07:30:00.500</v></c>', CellKind.DATE, "07:30:00.5"),
        ('<c r="A1" t="inlineStr"><is><t>teks</t></is></c>', CellKind.TEXT, "teks"),
        ('<c r="A1" t="inlineStr"><v>teks</v></c>', CellKind.TEXT, "teks"),
        ('<c r="A1"><is><t>teks</t></is></c>', CellKind.TEXT, "teks"),
        (
            '<c r="A1" t="inlineStr"><is><t><![CDATA[<b> & 3]]></t></is></c>',
            CellKind.TEXT,
            "<b> & 3",
        ),
    ],
)
def test_a_cell_is_of_the_kind_it_says(
    xml: str, kind: CellKind, value: str, cell_of: OneCell
) -> None:
    assert cell_of(xml) == Cell(1, 1, kind, value)


@pytest.mark.parametrize(
    "xml",
    [
        '<c r="A1"/>',
        '<c r="A1" s="0"/>',
        '<c r="A1"><v/></c>',
        '<c r="A1"><v></v></c>',
        '<c r="A1"><v> </v></c>',
        '<c r="A1" t="s"/>',
        '<c r="A1" t="s"><v>0</v></c>',
        '<c r="A1" t="s"><v/></c>',
        '<c r="A1" t="str"><v></v></c>',
        '<c r="A1" t="inlineStr"><is><t/></is></c>',
        '<c r="A1" t="b"><v/></c>',
        '<c r="A1" t="e"><v/></c>',
        '<c r="A1" t="d"><v/></c>',
        '<c r="A1" t="q"/>',
    ],
)
def test_a_cell_without_content_is_not_filled(xml: str, make_xlsx: MakeXlsx) -> None:
    data = make_xlsx(f'<row r="1">{xml}</row>', strings="<si><t></t></si>", styles=STYLES)
    workbook = read_workbook("a.xlsx", data, Limits())
    assert workbook.sheets[0].cells == ()
    assert [f.code for f in workbook.findings] == (["F215"] if 't="q"' in xml else [])


@pytest.mark.parametrize(
    ("style", "stored", "kind", "value", "shown"),
    [
        (DATE, "45054", CellKind.DATE, "2023-05-08", CellFormat.PLAIN),
        (DATE, "45054.3125", CellKind.DATE, "2023-05-08T07:30:00", CellFormat.PLAIN),
        (DATE, "45054.312499999996", CellKind.DATE, "2023-05-08T07:30:00", CellFormat.PLAIN),
        (DATE, "0.5", CellKind.DATE, "12:00:00", CellFormat.PLAIN),
        (DATE, "0", CellKind.DATE, "00:00:00", CellFormat.PLAIN),
        (DATE, "1", CellKind.DATE, "1900-01-01", CellFormat.PLAIN),
        (DATE, "59", CellKind.DATE, "1900-02-28", CellFormat.PLAIN),
        (DATE, "60", CellKind.DATE, "1900-02-29", CellFormat.PLAIN),
        (DATE, "61", CellKind.DATE, "1900-03-01", CellFormat.PLAIN),
        (DATE, "2958465", CellKind.DATE, "9999-12-31", CellFormat.PLAIN),
        (DATE, "2958466", CellKind.NUMBER, "2958466", CellFormat.PLAIN),
        (DATE, "-1", CellKind.NUMBER, "-1", CellFormat.PLAIN),
        (ELAPSED, "1.5", CellKind.DATE, "1900-01-01T12:00:00", CellFormat.PLAIN),
        (BUILT_IN_DATE, "45054", CellKind.DATE, "2023-05-08", CellFormat.PLAIN),
        (TIME, "45054.75", CellKind.DATE, "2023-05-08T18:00:00", CellFormat.PLAIN),
        (PERCENT, "0.85", CellKind.NUMBER, "0.85", CellFormat.PERCENT),
        (BUILT_IN_PERCENT, "1", CellKind.NUMBER, "1", CellFormat.PERCENT),
        (QUOTED, "85", CellKind.NUMBER, "85", CellFormat.PLAIN),
        (COLOURED, "85", CellKind.NUMBER, "85", CellFormat.PLAIN),
        (PLAIN, "85", CellKind.NUMBER, "85", CellFormat.PLAIN),
    ],
)
def test_the_number_format_says_what_a_number_is(
    style: int, stored: str, kind: CellKind, value: str, shown: CellFormat, cell_of: OneCell
) -> None:
    xml = f'<c r="A1" s="{style}"><v>{stored}</v></c>'
    assert cell_of(xml, styles=STYLES) == Cell(1, 1, kind, value, shown)


@pytest.mark.parametrize(
    ("stored", "value"),
    [("0", "1904-01-01"), ("43592", "2023-05-08"), ("0.5", "1904-01-01T12:00:00")],
)
def test_dates_count_from_1904_where_the_workbook_says_so(
    stored: str, value: str, make_xlsx: MakeXlsx
) -> None:
    row = f'<row r="1"><c r="A1" s="{DATE}"><v>{stored}</v></c></row>'
    plain = make_xlsx(row, styles=STYLES)
    assert b"workbookPr" not in plain
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    workbook_xml = (
        f'<workbook xmlns="{main}" xmlns:r="http://x/relationships"><workbookPr date1904="1"/>'
        '<sheets><sheet name="a" r:id="rId1"/></sheets></workbook>'
    )
    data = make_xlsx(row, styles=STYLES, members={"xl/workbook.xml": workbook_xml})
    (cell,) = read_workbook("a.xlsx", data, Limits()).sheets[0].cells
    assert (cell.kind, cell.value) == (CellKind.DATE, value)


def test_a_format_does_not_change_what_is_no_number(cell_of: OneCell) -> None:
    xml = f'<c r="A1" s="{DATE}" t="str"><v>45054</v></c>'
    assert cell_of(xml, styles=STYLES) == Cell(1, 1, CellKind.TEXT, "45054")


@pytest.mark.parametrize(
    ("xml", "expected"),
    [
        ("<c><f>SUM(B1:B2)</f></c>", Cell(1, 1, CellKind.NO_VALUE, "=SUM(B1:B2)", formula=True)),
        ("<c><f>B1</f><v></v></c>", Cell(1, 1, CellKind.NO_VALUE, "=B1", formula=True)),
        ('<c t="str"><f>B1</f></c>', Cell(1, 1, CellKind.NO_VALUE, "=B1", formula=True)),
        ('<c t="s"><f>B1</f></c>', Cell(1, 1, CellKind.NO_VALUE, "=B1", formula=True)),
        ('<c t="e"><f>B1</f></c>', Cell(1, 1, CellKind.NO_VALUE, "=B1", formula=True)),
        ('<c><f t="shared" si="0"/></c>', Cell(1, 1, CellKind.NO_VALUE, "=", formula=True)),
        ("<c><f>B1</f><v>3</v></c>", Cell(1, 1, CellKind.NUMBER, "3", formula=True)),
        ('<c t="str"><f>B1</f><v>ya</v></c>', Cell(1, 1, CellKind.TEXT, "ya", formula=True)),
        ('<c t="str"><f>B1</f><v></v></c>', Cell(1, 1, CellKind.TEXT, "", formula=True)),
        ('<c t="b"><f>B1</f><v>0</v></c>', Cell(1, 1, CellKind.BOOLEAN, "FALSE", formula=True)),
        (
            '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>',
            Cell(1, 1, CellKind.ERROR, "#DIV/0!", formula=True),
        ),
        (
            '<c t="d"><f>B1</f><v>2023-05-08</v></c>',
            Cell(1, 1, CellKind.DATE, "2023-05-08", formula=True),
        ),
        (
            f'<c s="{PERCENT}"><f>B1</f><v>0.5</v></c>',
            Cell(1, 1, CellKind.NUMBER, "0.5", CellFormat.PERCENT, formula=True),
        ),
        (
            f'<c s="{DATE}"><f>B1</f><v>45054</v></c>',
            Cell(1, 1, CellKind.DATE, "2023-05-08", formula=True),
        ),
        ("<c><f>1&lt;2</f></c>", Cell(1, 1, CellKind.NO_VALUE, "=1<2", formula=True)),
    ],
)
def test_a_formula_is_told_with_and_without_its_saved_result(
    xml: str, expected: Cell, cell_of: OneCell
) -> None:
    assert cell_of(xml, styles=STYLES) == expected


@pytest.mark.parametrize(
    ("item", "text"),
    [
        ("<t>biasa</t>", "biasa"),
        ("<r><t>te</t></r><r><rPr><b/></rPr><t>bal</t></r>", "tebal"),
        ('<t>情報</t><rPh sb="0" eb="2"><t>じょうほう</t></rPh>', "情報"),
        ('<t xml:space="preserve"> a </t>', " a "),
        ("<t> a </t>", "a"),
        ("<t>  </t>", "  "),
        ('<r><t xml:space="preserve">a </t></r><r><t>b</t></r>', "a b"),
        ("<t>a_x000D_\nb</t>", "a\r\nb"),
        ("<t>_x005F_x000D_</t>", "_x000D_"),
        ("<t>_xD83D__xDE00_</t>", "\N{GRINNING FACE}"),
        ("<t>_xD83D_!</t>", "\N{REPLACEMENT CHARACTER}!"),
        ("<t>a_xb_</t>", "a_xb_"),
        ("<t>R&amp;D &lt;3&gt; &#233;</t>", "R&D <3> é"),
        ("<t>a\r\nb</t>", "a\nb"),
    ],
)
def test_a_shared_or_inline_text_is_read_as_it_is_shown(item: str, text: str, read: Read) -> None:
    shared = read('<row><c t="s"><v>1</v></c></row>', strings=f"<si><t>x</t></si><si>{item}</si>")
    inline = read(f'<row><c t="inlineStr"><is>{item}</is></c></row>')
    assert [cell.value for cell in shared.cells] == [text]
    assert inline.cells == shared.cells


@pytest.mark.parametrize("part", ["sst", "worksheet"])
def test_a_whole_part_may_say_that_outer_spaces_count(part: str, make_xlsx: MakeXlsx) -> None:
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    keep = 'xml:space="preserve"'
    members = {
        "sst": {"xl/sharedStrings.xml": f'<sst {keep} xmlns="{main}"><si><t> a </t></si></sst>'},
        "worksheet": {
            "xl/worksheets/sheet1.xml": f'<worksheet {keep} xmlns="{main}"><sheetData><row>'
            '<c t="inlineStr"><is><t> a </t></is></c></row></sheetData></worksheet>'
        },
    }
    data = make_xlsx('<row><c t="s"><v>0</v></c></row>', strings="", members=members[part])
    (cell,) = read_workbook("a.xlsx", data, Limits()).sheets[0].cells
    assert cell.value == " a "


@pytest.mark.parametrize("index", ["1", " 1\n", "01"])
def test_the_index_of_a_shared_text_may_be_spelled_loosely(index: str, cell_of: OneCell) -> None:
    cell = cell_of(f'<c t="s"><v>{index}</v></c>', strings="<si><t>a</t></si><si><t>b</t></si>")
    assert cell == Cell(1, 1, CellKind.TEXT, "b")


@pytest.mark.parametrize("index", ["-1", "2", "1.0", "x"])
def test_a_shared_text_that_is_not_there_is_an_error_and_the_others_are_read(
    index: str, make_xlsx: MakeXlsx
) -> None:
    data = make_xlsx(
        f'<row r="4"><c r="A4" t="s"><v>{index}</v></c><c r="B4"><v>3</v></c></row>',
        strings="<si><t>a</t></si><si><t>b</t></si>",
    )
    workbook = read_workbook("a.xlsx", data, Limits())
    assert [(f.code, f.cell, f.value) for f in workbook.findings] == [("F211", "A4", index)]
    assert workbook.sheets[0].cells[-1] == Cell(4, 2, CellKind.NUMBER, "3")


@pytest.mark.parametrize(
    "stored", ["nan", "inf", "1_000", "1e400", "-1e400", "0x10", "1,5", "٣", "e", "1 2", "--1"]
)
def test_a_number_that_xml_cannot_hold_is_an_error_at_its_cell(
    stored: str, make_xlsx: MakeXlsx
) -> None:
    data = make_xlsx(f'<row r="1"><c r="A1"><v>{stored}</v></c><c r="B1"><v>3</v></c></row>')
    workbook = read_workbook("a.xlsx", data, Limits())
    assert [(f.code, f.cell, f.value) for f in workbook.findings] == [("F212", "A1", stored)]
    assert workbook.sheets[0].cells == (
        Cell(1, 1, CellKind.ERROR, stored),
        Cell(1, 2, CellKind.NUMBER, "3"),
    )
