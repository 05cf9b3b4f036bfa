"""Examples of the family F2: the parts inside a workbook, and the cells they describe."""

from __future__ import annotations

from examples.finding_examples.example import ANYWHERE, Example, Found, Place, of_file
from examples.finding_examples.packages import ANSWERS_PART, edited, with_parts
from examples.finding_examples.rows import at
from examples.finding_examples.workbooks import ANSWERS_SHEET, answers, form

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
LINK = "xl/externalLinks/externalLink1.xml"
BOOK, RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"

REMARKED = form(("Kode", "Nilai asesor", "Keterangan"), ("U-1", 3, 2))
"""The remark, which no score hangs on, is a number in C2."""

REMARK = '<c r="C2"><v>2</v></c>'
SHEET_PLACE = Place(ANSWERS_SHEET)


def _remark(code: str, cell: str, place: Place) -> Example:
    """Return an example of another cell in place of the remark."""
    return of_file(code, edited(REMARKED, REMARK, cell), place)


def _limited(code: str, limit: str, data: bytes = REMARKED, place: Place = ANYWHERE) -> Example:
    return of_file(code, data, place, "--limit", limit)


def _sheet(code: str, content: str | None, place: Place = SHEET_PLACE) -> Example:
    """Return an example of another part in place of the sheet of answers."""
    data = None if content is None else content.encode()
    return of_file(code, with_parts(REMARKED, {ANSWERS_PART: data}), place)


def _macro_sheet() -> bytes:
    relation = '<Relationship Id="rId99" Type="x/xlMacrosheet" Target="macrosheets/sheet1.xml"/>'
    data = edited(REMARKED, "</Relationships>", f"{relation}</Relationships>", RELATIONS)
    listed = '<sheet name="Makro" sheetId="99" r:id="rId99"/>'
    data = edited(data, "</sheets>", f"{listed}</sheets>", BOOK)
    return with_parts(data, {"xl/macrosheets/sheet1.xml": b"<macrosheet/>"})


def _carrying(code: str, part: str, content: bytes) -> Example:
    """Return an example of a part that is carried besides the cells."""
    return of_file(code, with_parts(REMARKED, {part: content}), ANYWHERE)


def _without_sheets() -> bytes:
    book = f'<workbook xmlns="{MAIN}"><sheets></sheets></workbook>'
    return with_parts(REMARKED, {BOOK: book.encode()})


def _flooded() -> Example:
    """Return the example of a hundred faults of a kind that are shown, and one that is not.

    They stand in column E: C101 is a code too.
    """
    rows = "".join(f'<row r="{row}"><c r="E{row}"><v>x</v></c></row>' for row in range(3, 104))
    example = of_file("F222", edited(REMARKED, "</sheetData>", f"{rows}</sheetData>"), SHEET_PLACE)
    shown = (
        Found("F212", example.found.file, ANSWERS_SHEET, f"E{row}", value="x")
        for row in range(3, 103)
    )
    return example._replace(beside=tuple(shown))


EXAMPLES: tuple[Example, ...] = (
    of_file("F201", edited(REMARKED, "</sheetData>", ""), SHEET_PLACE),
    _sheet(
        "F202",
        f'{DECLARATION}<!DOCTYPE worksheet [<!ENTITY a "b">]>\n'
        f'<worksheet xmlns="{MAIN}">&a;</worksheet>',
    ),
    _sheet("F203", f'{DECLARATION}<chartsheet xmlns="{MAIN}"/>'),
    _sheet("F204", None),
    _limited("F205", "sheets=1"),
    _limited("F206", "cells=5", place=SHEET_PLACE),
    _limited("F207", "text_length=20", form(*answers(("U-1", "nilai belum disepakati")))),
    _limited("F208", "seconds=0"),
    of_file("F209", _without_sheets(), ANYWHERE),
    of_file("F210", edited(REMARKED, "Identitas", "PENILAIAN", BOOK), SHEET_PLACE),
    _remark("F211", '<c r="C2" t="s"><v>99</v></c>', at("C2", "99")),
    _remark("F212", '<c r="C2"><v>3,25</v></c>', at("C2", "3,25")),
    _remark("F213", '<c r="C2" t="b"><v>ya</v></c>', at("C2", "ya")),
    _remark("F214", '<c r="C2" t="d"><v>kemarin</v></c>', at("C2", "kemarin")),
    _remark("F215", '<c r="C2" t="q"><v>1</v></c>', at("C2", "1")),
    _remark("F216", '<c r="XFE2"><v>1</v></c>', SHEET_PLACE._replace(value="XFE2")),
    _remark("F217", f'{REMARK}<c r="C2"><v>1</v></c>', at("C2", "1")),
    _remark("F218", '<c r="C9"><v>2</v></c>', at("C9", "C9")),
    _remark("F219", '<c r="C2"><v>1</v><v>2</v></c>', SHEET_PLACE),
    _remark("F220", '<c r="C2" s="99"><v>2</v></c>', at("C2", "99")),
    of_file(
        "F221",
        edited(
            REMARKED,
            "</sheetData>",
            '</sheetData><mergeCells count="1"><mergeCell ref="C2:"/></mergeCells>',
        ),
        SHEET_PLACE._replace(value="C2:"),
    ),
    _flooded(),
    of_file("F223", _macro_sheet(), Place("Makro")),
    _limited(
        "F224",
        "elements=500",
        edited(REMARKED, "</sheetData>", "</sheetData>" + '<mergeCell ref="A1"/>' * 501),
        SHEET_PLACE,
    ),
    _limited("F225", "rows=5", form(*answers(*((f"U-{n}", 3) for n in range(1, 7)))), SHEET_PLACE),
    _limited("F226", "columns=2", place=SHEET_PLACE),
    _limited("F227", "strings=3"),
    _limited("F228", "texts=20"),
    _carrying("F240", "xl/vbaProject.bin", b"macros"),
    _carrying("F241", "xl/embeddings/oleObject1.bin", b"object"),
    _carrying("F242", LINK, b"<externalLink><externalBook/></externalLink>"),
    _carrying("F243", LINK, b"<externalLink><ddeLink/></externalLink>"),
)
