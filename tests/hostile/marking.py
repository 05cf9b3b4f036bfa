"""Workbooks that can be read, and of which a marked copy is asked for: what is beside the cells hurts."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tests.hostile.cases import Case, file_case
from tests.hostile.making import (
    CLOSE_SHEET,
    DOCUMENT,
    MAIN,
    OPEN_SHEET,
    STYLES,
    answers,
    flooded,
    number_cell,
    relations,
    row,
    sheet,
    text_cell,
    workbook,
)
from tests.hostile.xml_parts import LAUGHS

COMMENTS, SHAPES = "xl/comments1.xml", "xl/drawings/vmlDrawing1.vml"
RELATED = "xl/worksheets/_rels/sheet1.xml.rels"
HERE = "Penilaian!C2"
FAULT = f"C110 {HERE}"
ORDERS = "\u202e\u009b31m&lt;script&gt;]]&gt;=cmd|' /C calc'!A0&#x2028;[bold]::error::"
DRAWN = f'<legacyDrawing xmlns:r="{DOCUMENT}" r:id="rId2"/>'
NO_SHAPES = (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
    ' xmlns:x="urn:schemas-microsoft-com:office:excel">{}</xml>'
)
SHAPE = (
    '<v:shape type="#t"><x:ClientData ObjectType="Note"><x:Row>1</x:Row><x:Column>3</x:Column>'
    "</x:ClientData></v:shape>"
)
ENTITY = "<!DOCTYPE a [<!ENTITY a 'x'>]>"
BAD_ROWS = answers(first=text_cell("C2", "x"))


def _comment(place: str, text: str = "lama", author: str = "0") -> str:
    return f'<comment ref="{place}" authorId="{author}"><text><t>{text}</t></text></comment>'


def _comments(said: str, *, author: str = "Sari", before: str = "") -> str:
    return (
        f'{before}<comments xmlns="{MAIN}"><authors><author>{author}</author></authors>'
        f"<commentList>{said}</commentList></comments>"
    )


def _book(
    comments: bytes | str = _comments(_comment("C2")),
    shapes: bytes | str = NO_SHAPES.format(""),
    *,
    related: str | None = None,
    more: Mapping[str, bytes | str | None] | None = None,
) -> bytes:
    """Return a workbook with a fault, whose sheet has *comments* drawn as *shapes*."""
    both = relations(
        [
            ("rId1", "comments", "../comments1.xml"),
            ("rId2", "vmlDrawing", "../drawings/vmlDrawing1.vml"),
        ]
    )
    changed = {RELATED: related or both, COMMENTS: comments, SHAPES: shapes, **(more or {})}
    return workbook(sheet(BAD_ROWS, after=DRAWN), changed=changed)


def _related(*entries: tuple[str, str, str], extra: str = "") -> bytes:
    return _book(related=relations(entries, extra))


def _styled(number: str, styles: str) -> bytes:
    cell = f'<c r="C2" s="{number}" t="inlineStr"><is><t>x</t></is></c>'
    return workbook(sheet(answers(first=cell)), styles=styles)


def _formats(count: int) -> str:
    return "<cellXfs>" + '<xf numFmtId="0"/>' * count + "</cellXfs>"


def _marked(
    name: str,
    data: Callable[[], bytes],
    *faults: str,
    shows: tuple[str, ...] = (),
    limit: str = "",
) -> Case:
    """Return a case whose copy is made, or is said not to be where *shows* says why."""
    return file_case(
        f"marked: {name}",
        data,
        *(faults or (FAULT,)),
        arguments=("--mark", "tanda", *(("--limit", limit) if limit else ())),
        shows=shows,
        writes=() if shows else ("tanda/a.xlsx",),
    )


def _damaged(part: str) -> tuple[str, ...]:
    return (f"tidak dapat ditandai karena bagian {part} di dalamnya rusak",)


LONG_TEXTS = "".join(row(n, "Z-1", text_cell(f"C{n}", "x" * 32_000)) for n in range(4, 104))

CASES: tuple[Case, ...] = (
    _marked("orders to a screen in a cell", lambda: workbook(sheet(answers(first=text_cell("C2", "_x001B_[2J\u202e<b>]]>=1+1")))), f"C119 {HERE}"),
    _marked("orders in a sheet's name", lambda: workbook(sheet(BAD_ROWS), names=("'!A1<b>=1\"",)), "C110 '!A1<b>=1\"!C2"),
    _marked("a sheet that is named as ours", lambda: workbook(sheet(BAD_ROWS), sheet(""), names=("Penilaian", "Daftar perbaikan"))),
    _marked("orders in a comment and its author", lambda: _book(_comments(_comment("C2", ORDERS), author=ORDERS))),
    _marked("a comment in our name that is not", lambda: _book(_comments(_comment("C2", "[kediri-index]\nsaya"), author="kediri-index"))),
    _marked("an author by 5,000 digits", lambda: _book(_comments(_comment("C2", "x", "9" * 5_000)))),
    _marked("20,000 comments on other cells", lambda: _book(_comments("".join(_comment(f"D{n}") for n in range(1, 20_001))), NO_SHAPES.format(SHAPE * 20_000))),
    _marked("20,000 comments on the cell", lambda: _book(_comments(_comment("C2") * 20_000))),
    _marked("comments beyond the sheet", lambda: _book(_comments(_comment("XFE1048577") + _comment("C" + "2" * 5_000) + _comment("")))),
    _marked("a part without comments", lambda: _book(f'<comments xmlns="{MAIN}"/>')),
    _marked("comments of another kind", lambda: _book("<a/>"), shows=_damaged(COMMENTS)),
    _marked("comments that are no XML", lambda: _book("<comments"), shows=_damaged(COMMENTS)),
    _marked("comments with an entity", lambda: _book(_comments(_comment("C2", "&a;"), before=ENTITY)), shows=_damaged(COMMENTS)),
    _marked("comments of billion laughs", lambda: _book(_comments(_comment("C2", "&a9;"), before=LAUGHS)), shows=_damaged(COMMENTS)),
    _marked("comments in UTF-16", lambda: _book(('<?xml version="1.0" encoding="UTF-16"?>' + _comments(_comment("C2"))).encode("utf-16"))),
    _marked("comments that are the sheet", lambda: _related(("rId1", "comments", "sheet1.xml")), shows=_damaged("xl/worksheets/sheet1.xml")),
    _marked("comments outside the package", lambda: _related(("rId1", "comments", "../../../../etc/passwd"))),
    _marked("comments twice", lambda: _related(("rId1", "comments", "../comments1.xml"), ("rId3", "comments", "../comments1.xml"))),
    _marked("relations that are no XML", lambda: _book(related="<Relat"), shows=_damaged(RELATED)),
    _marked("relations with an entity", lambda: _book(related=ENTITY + relations([])), shows=_damaged(RELATED)),
    _marked("20,000 relations", lambda: _related(*((f"rId{n}", "x", "y") for n in range(20_000)))),
    _marked("shapes that never end", lambda: _book(shapes="<xml><br>&nbsp;<v:shape")),
    _marked("shapes of 100,000 brackets", lambda: _book(shapes="<" * 100_000)),
    _marked("shapes that are bytes", lambda: _book(shapes=b"\0\xff" * 1_000)),
    _marked("shapes that are the sheet", lambda: _related(("rId1", "comments", "../comments1.xml"), ("rId2", "vmlDrawing", "sheet1.xml"))),
    _marked("65,490 formats of cells", lambda: _styled("64", _formats(65_490))),
    _marked("styles of another kind", lambda: workbook(sheet(BAD_ROWS), styles="", changed={STYLES: "<a/>"}), "F203", shows=("tidak dapat ditandai karena bukan .xlsx yang terbaca",)),
    _marked("no content types", lambda: _book(more={"[Content_Types].xml": None})),
    _marked("content types with an entity", lambda: _book(more={"[Content_Types].xml": ENTITY + "<Types/>"}), shows=_damaged("[Content_Types].xml")),
    _marked("a fault that looks like markup", lambda: workbook(sheet(answers(first='<c r="C2" t="inlineStr"><is><t><![CDATA[<c r="C3"/>]]></t></is></c>'))), f"C118 {HERE}"),
    _marked("markup that looks like the cell", lambda: workbook(sheet('<!-- <row r="2"><c r="C2"/></row> --><?a <c r="C2">?>' + BAD_ROWS.replace('<row r="2">', "<row r=\"2\" x=\"&gt; > /> <c r='C2'/>\">".replace("<c", "&lt;c"))))),
    _marked("100 texts of 32,000 letters", lambda: workbook(sheet(answers() + LONG_TEXTS)), "C110", "X301"),
    _marked("50,000 cells", lambda: flooded(OPEN_SHEET + BAD_ROWS, '<row><c t="e"><v>#REF!</v></c></row>', CLOSE_SHEET, 38 * 60_000), shows=("--limit marked_cells=",), limit="marked_cells=30000"),
    _marked("a cell at the end of the sheet", lambda: workbook(sheet(BAD_ROWS + row(1048576, "A-1", number_cell("C1048576", "x")))), FAULT, "F212 Penilaian!C1048576"),
)  # fmt: skip
