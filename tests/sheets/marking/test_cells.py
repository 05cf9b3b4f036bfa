"""What becomes of a sheet's XML: formats exchanged, empty cells put in, all else to the byte."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from kediri_index.model.findings import Severity
from kediri_index.sheets.marking.styles import NO_FILL, colour, number_in, painted
from tests.sheets.conftest import DOCUMENT_RELATIONS, MAIN
from tests.sheets.marking.copies import (
    members,
    not_shown,
    note,
    opened,
    part,
    parts,
    read,
    with_marks,
    without_marks,
)

Make = Callable[..., bytes]
ROW = '<row r="2" spans="1:2"><c r="A2"><v>1</v></c><c r="B2" s="1"><v>2</v></c></row>'
FONTS = "<fonts><font/></fonts>"
STYLES = (
    f'<numFmts/>{FONTS}<fills count="3"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid">'
    '<fgColor theme="4" tint="0.4"/></patternFill></fill></fills><borders count="1"><border/>'
    '</borders><cellXfs count="2"><xf numFmtId="0" fillId="0"/><xf numFmtId="9" fillId="2" '
    'applyProtection="1"><alignment horizontal="right"/><protection locked="0"/></xf></cellXfs>'
)


def cell(data: bytes, address: str) -> str:
    found = re.search(rf'<(\w+:)?c r="{address}"[^>]*>', part(data))
    assert found
    return found[0]


def style(data: bytes, address: str) -> int:
    found = re.search(r'\ss="(\d+)"', cell(data, address))
    return int(found[1]) if found else 0


def xf(data: bytes, number: int) -> str:
    section = part(data, "xl/styles.xml").partition("<cellXfs")[2].partition("</cellXfs>")[0]
    return str(re.findall(r"<xf\b.*?(?:(?<=/)>(?=<|$)|</xf>)", section)[number])


def test_a_faulty_cell_gets_a_copy_of_its_own_format_in_another_colour(make_book: Make) -> None:
    copy = with_marks(make_book(ROW, styles=STYLES), "B2")
    own = xf(copy, 1)
    new = xf(copy, style(copy, "B2"))
    assert new == own.replace('fillId="2"', 'fillId="3"').replace(
        'applyProtection="1"', 'applyProtection="1" applyFill="1"'
    )
    assert '<cellXfs count="8">' in part(copy, "xl/styles.xml")
    book = opened(copy)
    assert not_shown(book, [("Lembar1", "B2")]) == []
    shown = book["Lembar1"]["B2"]
    assert (shown.value, shown.number_format, shown.alignment.horizontal) == (2, "0%", "right")
    assert shown.protection.locked is False


def test_cells_of_one_format_and_one_severity_share_the_new_one(make_book: Make) -> None:
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(1, 5))
    data = make_book(rows, styles=STYLES)
    copy = with_marks(data, "A1", "A2", note("A3", severity=Severity.WARNING))
    assert style(copy, "A1") == style(copy, "A2") != style(copy, "A3")
    assert style(copy, "A4") == 0


def test_of_several_findings_the_heaviest_colours_and_all_stand_in_the_comment(
    make_book: Make,
) -> None:
    light = note("A2", severity=Severity.WARNING, seen="ganjil")
    copy = opened(with_marks(make_book(ROW, styles=STYLES), light, note("A2")))
    shown = copy["Lembar1"]["A2"]
    assert shown.fill.fgColor.rgb == colour(Severity.ERROR, 0)
    assert shown.comment.text == (
        "[kediri-index]\nPERINGATAN C203\nganjil\n→ ubah angkanya\n\n"
        "GALAT C203\n«5» di luar skala\n→ ubah angkanya\n[/kediri-index]"
    )
    assert shown.comment.author == "kediri-index"


def test_a_note_is_only_listed_and_colours_nothing(make_book: Make) -> None:
    data = make_book(ROW, styles=STYLES)
    copy = with_marks(data, note("A2", severity=Severity.NOTE))
    assert part(copy) == part(data)
    assert opened(copy)["Daftar perbaikan"]["A4"].value == "Lembar1!A2"


@pytest.mark.parametrize(
    ("inside", "address", "expected"),
    [
        # a cell that is not there: between others, at the end, in an empty row, in none
        (ROW, "C2", '<row r="2" spans="1:3"><c r="A2"><v>1</v></c><c r="B2" s="1"><v>2</v></c>@'),
        (
            '<row r="2"><c r="A2"><v>1</v></c><c r="D2"><v>2</v></c></row>',
            "B2",
            '<row r="2"><c r="A2"><v>1</v></c>@<c r="D2"><v>2</v></c></row>',
        ),
        ('<row r="2" ht="30"/>', "B2", '<row r="2" ht="30">@</row>'),
        ('<row r="2" ht="30"></row>', "B2", '<row r="2" ht="30">@</row>'),
        (
            '<row r="1"/><row r="7"/>',
            "B2",
            '<row r="1"/><row r="2">@</row><row r="7"/></sheetData>',
        ),
        ('<row r="1"/>', "B2", '<row r="1"/><row r="2">@</row></sheetData>'),
        ('<row r="7"/><row r="1"/>', "B2", '<row r="2">@</row><row r="7"/><row r="1"/>'),
        ("<sheetData/>", "B2", '<sheetData><row r="2">@</row></sheetData>'),
        ("<sheetData ></sheetData>", "B2", '<sheetData ><row r="2">@</row></sheetData>'),
        # cells and rows that do not say where they are
        ("<row/><row><c><v>1</v></c><c><v>2</v></c></row>", "B2", '<c><v>1</v></c><c s="2">'),
        ('<row r="2"><c r="A2"/><c/></row>', "B2", '<c r="A2"/><c s="2"/>'),
        ('<row><c r="b$2"/></row>', "B2", '<row><c r="b$2" s="2"/></row>'),
        ('<row r="1"><c r="B2"/></row>', "B2", '<row r="1"><c r="B2" s="2"/></row>'),
        # of two at one place the later stands, so both are marked
        (
            '<row r="2"><c r="B2"/></row><row r="2"><c r="B2"/></row>',
            "B2",
            '<row r="2"><c r="B2" s="2"/></row><row r="2"><c r="B2" s="2"/></row>',
        ),
        # attributes as others write them
        ('<row r="2"><c s=\'0\' r="B2" /></row>', "B2", '<c s="2" r="B2" />'),
        ('<row r="2"><c  r = "B2"></c ></row >', "B2", '<c  r = "B2" s="2"></c ></row >'),
        # an empty cell looks as its row or column does
        ('<row r="2" s="1" customFormat="1"/>', "B2", '<c r="B2" s="2"/>'),
    ],
)
def test_a_cell_is_marked_where_it_stands_or_put_where_it_belongs(
    inside: str, address: str, expected: str, make_book: Make
) -> None:
    data = make_book(inside, styles=STYLES)
    copy = with_marks(data, address)
    assert expected.replace("@", f'<c r="{address}" s="2"/>') in part(copy)
    assert read(copy).sheets == read(data).sheets
    if "$" not in inside:  # which openpyxl cannot read, marked or not
        assert not_shown(opened(copy), [("Lembar1", address)]) == []
    assert parts(without_marks(copy)) == parts(data)


def test_a_cell_put_in_looks_as_its_column_or_row_does(make_book: Make) -> None:
    columns = '<cols><col min="2" max="3" style="1"/></cols><sheetData/>'
    sheet = f'<worksheet xmlns="{MAIN}">{columns}</worksheet>'
    data = make_book("", styles=STYLES, members={"xl/worksheets/sheet1.xml": sheet})
    copy = with_marks(data, "B2", "D2")
    assert 'numFmtId="9"' in xf(copy, style(copy, "B2"))
    assert 'numFmtId="0"' in xf(copy, style(copy, "D2"))


def test_the_dimension_grows_only_where_a_cell_is_put_in_beyond_it(make_book: Make) -> None:
    def sheet(reference: str) -> str:
        dimension = f'<dimension ref="{reference}"/>'
        return f'<worksheet xmlns="{MAIN}">{dimension}<sheetData>{ROW}</sheetData></worksheet>'

    for before, address, after in (
        ("A2:B2", "C5", "A2:C5"),
        ("A2:B2", "B2", "A2:B2"),
        ("A2", "A1", "A1:A2"),
        ("A1:Z99", "C5", "A1:Z99"),
        ("kacau", "C5", "kacau"),
    ):
        data = make_book("", members={"xl/worksheets/sheet1.xml": sheet(before)})
        assert f'<dimension ref="{after}"/>' in part(with_marks(data, address))


def test_a_mark_under_a_merge_stands_at_its_first_cell_and_says_which_is_meant(
    make_book: Make,
) -> None:
    data = make_book(
        f'<sheetData>{ROW}</sheetData><mergeCells><mergeCell ref="A2:B5"/></mergeCells>',
        styles=STYLES,
    )
    book = opened(with_marks(data, "B4"))
    assert not_shown(book, [("Lembar1", "A2")]) == []
    assert "B4: «5» di luar skala" in book["Lembar1"]["A2"].comment.text


def test_of_ranges_over_each_other_the_first_has_the_mark(make_book: Make) -> None:
    ranges = ("C1:D9", "A2:B5", "A1:B9", "B8:Z8")
    merges = "".join(f'<mergeCell ref="{one}"/>' for one in ranges)
    data = make_book(f"<sheetData>{ROW}</sheetData><mergeCells>{merges}</mergeCells>")
    copy = part(with_marks(data, "B4", "A2", "B9", "D9", "Y8", "E2"), "xl/comments1.xml")
    assert re.findall(r'ref="(\w+)"', copy) == ["A1", "C1", "A2", "E2", "B8"]


AFTER_DATA = (
    '<mergeCells><mergeCell ref="C1:D1"/></mergeCells><pageMargins left="1" right="1" top="1" '
    'bottom="1" header="1" footer="1"/>{drawing}{picture}<tableParts count="0"/><extLst/>'
)


@pytest.mark.parametrize("drawing", ["", '<drawing r:id="rId9"/>'])
@pytest.mark.parametrize("picture", ["", '<picture r:id="rId8"/>'])
def test_the_shapes_of_comments_are_named_in_the_order_of_the_standard(
    drawing: str, picture: str, make_book: Make
) -> None:
    after = AFTER_DATA.format(drawing=drawing, picture=picture)
    sheet = (
        f'<worksheet xmlns="{MAIN}" xmlns:r="{DOCUMENT_RELATIONS}"><sheetData>{ROW}</sheetData>'
        f"{after}</worksheet>"
    )
    data = make_book("", members={"xl/worksheets/sheet1.xml": sheet})
    names = re.findall(r"<(\w+)", part(with_marks(data, "A2")).partition("</sheetData>")[2])
    wanted = ["mergeCells", "mergeCell", "pageMargins", "drawing", "legacyDrawing", "picture"]
    there = [name for name in wanted if f"<{name}" in after or name == "legacyDrawing"]
    assert names == [*there, "tableParts", "extLst"]


STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
STRICT_RELATIONS = "http://purl.oclc.org/ooxml/officeDocument/relationships"


def test_prefixes_and_strict_namespaces_are_kept_to(make_book: Make) -> None:
    sheet = (
        f'<x:worksheet xmlns:x="{STRICT}"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c>'
        "</x:row></x:sheetData></x:worksheet>"
    )
    book = (
        f'<x:workbook xmlns:x="{STRICT}" xmlns:q="{STRICT_RELATIONS}"><x:sheets>'
        '<x:sheet name="Lembar1" sheetId="1" q:id="rId1"/></x:sheets></x:workbook>'
    )
    styles = (
        f'<x:styleSheet xmlns:x="{STRICT}"><x:cellXfs count="1"><x:xf numFmtId="10"/></x:cellXfs>'
        "</x:styleSheet>"
    )
    data = make_book(
        "",
        styles="",
        members={
            "xl/worksheets/sheet1.xml": sheet,
            "xl/workbook.xml": book,
            "xl/styles.xml": styles,
        },
    )
    copy = with_marks(data, "A1", "B1", "A2")
    text = part(copy)
    assert '<x:c r="A1" s="1"><x:v>1</x:v></x:c><x:c r="B1" s="1"/></x:row>' in text
    assert '<x:row r="2"><x:c r="A2" s="1"/></x:row></x:sheetData>' in text
    assert f'<x:legacyDrawing xmlns:r="{STRICT_RELATIONS}" r:id="' in text
    assert '<x:xf numFmtId="10" fillId="2" applyFill="1"/>' in part(copy, "xl/styles.xml")
    assert re.search(
        r'<x:sheet name="Daftar perbaikan"[^>]* q:id="\w+"/></x:sheets>',
        part(copy, "xl/workbook.xml"),
    )
    assert f'Type="{STRICT_RELATIONS}/comments"' in part(
        copy, "xl/worksheets/_rels/sheet1.xml.rels"
    )
    assert f'<comments xmlns="{STRICT}">' in part(copy, "xl/comments1.xml")
    assert read(copy).sheets == read(data).sheets
    assert parts(without_marks(copy)) == parts(data)


@pytest.mark.parametrize(
    "codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "iso-8859-1"]
)
def test_a_part_stays_in_its_encoding_and_what_is_in_it_too(codec: str, make_book: Make) -> None:
    said = {"utf-8-sig": "utf-8", "utf-16-le": "utf-16", "utf-16-be": "utf-16"}.get(codec, codec)
    sheet = (
        f'<?xml version="1.0" encoding="{said}"?><worksheet xmlns="{MAIN}"><sheetData>'
        '<row r="1"><c r="A1" t="inlineStr"><is><t>é</t></is></c></row></sheetData></worksheet>'
    )
    data = make_book("", members={"xl/worksheets/sheet1.xml": sheet.encode(codec)})
    copy = with_marks(data, "A1", "A2")
    text = parts(copy)["xl/worksheets/sheet1.xml"].decode(codec)
    assert text.startswith(sheet[: sheet.index('<c r="A1"')])
    assert "é" in text
    assert read(copy).sheets == read(data).sheets != ()
    assert parts(without_marks(copy)) == parts(data)


def test_what_nobody_knows_stays_as_it_is(make_book: Make) -> None:
    strange = (
        '<sheetPr><!-- <c r="A1"> --></sheetPr><sheetData><row r="1" x:dyDescent="0.25">'
        '<c r="A1" t="str"><f>"&lt;c r=""A2""&gt;"</f><v xml:space="preserve"> &#65; </v></c>'
        "<?pi <c?></row></sheetData><conditionalFormatting/><mc:AlternateContent><mc:Choice "
        'Requires="x"><x:c r="A1"/><legacyDrawing/></mc:Choice></mc:AlternateContent>'
    )
    sheet = (
        f'<worksheet xmlns="{MAIN}" xmlns:mc="urn:mc" xmlns:x="urn:x" mc:Ignorable="x">'
        f"{strange}</worksheet>"
    )
    data = make_book("", members={"xl/worksheets/sheet1.xml": sheet})
    expected = sheet.replace('<c r="A1" t="str">', '<c r="A1" t="str" s="1">')
    after = re.sub(r"<legacyDrawing [^>]*/>", "", part(with_marks(data, "A1")))
    assert after == expected


def test_members_that_need_no_change_are_copied_as_they_are_packed(make_book: Make) -> None:
    picture = bytes(range(256)) * 40
    extra = {"xl/media/image1.png": picture, "xl/calcChain.xml": "<calcChain/>"}
    data = make_book(ROW, ROW, styles=STYLES, members=extra)
    before, after = members(data), members(with_marks(data, "A2"))
    changed = {
        "xl/worksheets/sheet1.xml",
        "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
        "xl/styles.xml",
        "[Content_Types].xml",
    }
    assert {name for name in before if before[name] != after[name]} == changed
    assert after.keys() - before.keys() == {
        "xl/worksheets/_rels/sheet1.xml.rels",
        "xl/comments1.xml",
        "xl/drawings/vmlDrawing1.vml",
        "xl/worksheets/sheet3.xml",
    }
    assert [name for name in after if name in before] == list(before)


def test_the_same_marks_give_the_same_bytes(make_book: Make) -> None:
    data = make_book(ROW, styles=STYLES)
    assert with_marks(data, "A2", "B2") == with_marks(data, "A2", "B2")


@pytest.mark.parametrize("severity", [Severity.ERROR, Severity.WARNING])
def test_a_colour_says_what_stood_there_before(severity: Severity) -> None:
    numbers = [0, 1, 15, 16, 255, 4095]
    assert [number_in(colour(severity, number)) for number in numbers] == numbers
    assert len({colour(one, 0) for one in (Severity.ERROR, Severity.WARNING)}) == 2
    assert number_in("FFFFFF00") is None
    assert number_in("merah") is None
    assert painted(severity, 3) != NO_FILL


def test_a_sheet_without_cells_gets_them_and_a_column_without_a_number_no_format(
    make_book: Make,
) -> None:
    columns = '<cols><col min="1" max="x" style="1"/></cols>'
    xml = f'<worksheet xmlns="{MAIN}">{columns}</worksheet>'
    data = make_book("", styles=STYLES, members={"xl/worksheets/sheet1.xml": xml})
    copy = with_marks(data, "B2")
    assert '</cols><sheetData><row r="2"><c r="B2"' in part(copy)
    assert 'numFmtId="0"' in xf(copy, style(copy, "B2"))
    assert parts(without_marks(copy)) == parts(data)
