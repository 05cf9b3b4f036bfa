"""Formats that lack something, and fills that come back."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from kediri_index.model.findings import Severity
from kediri_index.sheets.marking.styles import (
    NO_FILL,
    Fill,
    colour,
    fill_from,
    painted,
    resolved,
    scheme_from,
)
from kediri_index.sheets.marking.xml_text import NotMarkableError
from tests.sheets.marking.copies import (
    not_shown,
    note,
    opened,
    part,
    parts,
    read,
    saved_by_openpyxl,
    with_marks,
    without_marks,
)

Make = Callable[..., bytes]
ROW = '<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="1"><v>2</v></c></row>'
NO_SUCH_FORMAT = ROW.replace("</row>", '<c r="C1" s="9"/></row>')
FONTS = '<fonts count="1"><font><name val="Arial"/></font></fonts>'
FILLS = (
    '<fills count="3"><fill><patternFill/></fill><fill><patternFill/></fill>'
    '<fill><patternFill patternType="solid"><fgColor rgb="FF00FF00"/></patternFill></fill></fills>'
)
BORDERS = "<borders><border/></borders>"
FORMATS = '<cellXfs count="2"><xf fillId="0"/><xf fillId="2"/></cellXfs>'


@pytest.mark.parametrize(
    "styles",
    [
        None,
        "",
        FONTS + FILLS + BORDERS + FORMATS,
        FONTS + BORDERS + FORMATS,
        FONTS + "<fills/>" + BORDERS + "<cellXfs/>",
        FONTS + "<fills></fills>" + BORDERS + "<dxfs/>",
        '<fills count="1"><fill><patternFill/></fill></fills>' + FORMATS,
        "<cellXfs><xf/><xf><alignment/></xf></cellXfs><extLst/>",
        FILLS.replace('<fgColor rgb="FF00FF00"/>', "") + FORMATS,
    ],
)
def test_formats_that_are_not_there_are_made_and_go_again(
    styles: str | None, make_book: Make
) -> None:
    data = make_book(NO_SUCH_FORMAT, styles=styles)
    copy = with_marks(data, "A1", "B1", "C1", note("D1", severity=Severity.WARNING))
    places = [("Lembar1", f"{column}1") for column in "ABCD"]
    assert not_shown(opened(copy), places) == []
    assert read(copy).sheets == read(data).sheets
    assert parts(without_marks(copy)) == parts(data)
    order = ["fonts", "fills", "borders", "cellXfs", "dxfs", "extLst"]
    there = re.findall(rf"<({'|'.join(order)})[ >/]", part(copy, "xl/styles.xml"))
    assert there == sorted(there, key=order.index)


def test_a_fill_that_no_program_knows_leaves_the_workbook_unmarked(make_book: Make) -> None:
    nested = f"{'<patternFill>' * 20}{'</patternFill>' * 20}"
    data = make_book(ROW, styles=FILLS.replace('<fgColor rgb="FF00FF00"/>', nested) + FORMATS)
    with pytest.raises(NotMarkableError):
        with_marks(data, "B1")


def test_a_cell_whose_format_is_not_there_never_gets_one_of_ours(make_book: Make) -> None:
    row = "".join(
        f'<c r="{column}1" s="{at}"><v>1</v></c>' for at, column in enumerate("ABCDEFGHIJ")
    )
    data = make_book(f'<row r="1">{row}</row>', styles=FONTS + FILLS + BORDERS + FORMATS)
    copy = with_marks(data, "A1", "E1")
    sheet = opened(copy)["Lembar1"]
    coloured = [one.coordinate for one in sheet[1] if one.fill.fgColor.rgb.startswith("FFF5")]
    assert coloured == ["A1", "E1"]
    assert {sheet[f"{column}1"].font.name for column in "CDFGHIJ"} == {"Arial"}
    assert parts(without_marks(copy)) == parts(data)


def test_a_part_with_formats_that_has_nothing_in_it_is_filled(make_book: Make) -> None:
    bare = '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>'
    row = '<row r="1"><c r="A1"/></row>'
    data = make_book(row, styles="", members={"xl/styles.xml": bare})
    copy = with_marks(data, "A1")
    assert not_shown(opened(copy), [("Lembar1", "A1")]) == []
    assert parts(without_marks(copy)) == parts(data)


def test_of_alternatives_the_one_that_all_programs_take_is_counted(make_book: Make) -> None:
    choice = (
        '<mc:AlternateContent xmlns:mc="urn:mc"><mc:Choice Requires="hs">{0}{0}</mc:Choice>'
        "<mc:Fallback>{0}</mc:Fallback></mc:AlternateContent>"
    )
    fills = FILLS.replace("</fills>", choice.format("<fill/>") + "</fills>")
    styles = FONTS + fills + BORDERS + FORMATS
    assert 'fillId="4" applyFill="1"' in part(
        with_marks(make_book(ROW, styles=styles), "A1"), "xl/styles.xml"
    )


def test_each_fill_comes_back_where_it_was_even_if_rows_have_moved(make_book: Make) -> None:
    data = make_book(ROW, styles=FONTS + FILLS + BORDERS + FORMATS)
    book = opened(with_marks(data, "A1", "B1"))
    book["Lembar1"].move_range("A1:C1", rows=6, cols=1)
    shown = opened(without_marks(saved_by_openpyxl(book)))["Lembar1"]
    assert shown["B7"].fill.fill_type is None
    assert shown["C7"].fill.fgColor.rgb == "FF00FF00"
    assert shown["C7"].fill.fill_type == "solid"


def test_a_colour_like_ours_that_was_theirs_stays(make_book: Make) -> None:
    like_ours = FILLS.replace("FF00FF00", colour(Severity.ERROR, 0))
    data = make_book(ROW, styles=FONTS + like_ours + BORDERS + FORMATS)
    for saved in (data, saved_by_openpyxl(opened(with_marks(data, "A1", "B1")))):
        shown = opened(without_marks(saved))["Lembar1"]
        assert shown["A1"].fill.fill_type is None
        assert shown["B1"].fill.fgColor.rgb == colour(Severity.ERROR, 0)


def test_without_the_list_a_mark_is_known_by_its_comment(make_book: Make) -> None:
    book = opened(with_marks(make_book(ROW, styles=FONTS + FILLS + BORDERS + FORMATS), "A1"))
    del book["Daftar perbaikan"]
    saved = saved_by_openpyxl(book)
    assert read(saved).own is None
    shown = opened(without_marks(saved))["Lembar1"]["A1"]
    assert (shown.comment, shown.fill.fill_type) == (None, None)


SCHEME = "scheme " + " ".join(f"{number:02X}0000" for number in range(0, 240, 20))


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ((("theme", "1"),), "FF140000"),
        ((("theme", "6"), ("tint", "0")), "FF780000"),
        ((("theme", "6"), ("tint", "-0.5")), "FF3C0000"),
        ((("theme", "6"), ("tint", "1")), "FFFFFFFF"),
        ((("theme", "6"), ("tint", "banyak")), "FF780000"),
        ((("theme", "12"),), None),
        ((("rgb", "FF00FF00"),), "FF00FF00"),
    ],
)
def test_a_colour_of_a_theme_that_is_gone_is_said_by_itself(
    attributes: tuple[tuple[str, str], ...], expected: str | None
) -> None:
    fill = Fill("fill", (), (Fill("fgColor", attributes),))
    (found,) = resolved(fill, scheme_from(SCHEME)).children
    assert dict(found.attributes).get("rgb") == expected


def test_a_scheme_is_only_what_we_wrote() -> None:
    assert len(scheme_from(SCHEME)) == 12
    assert scheme_from(SCHEME.lower().replace("scheme", "Scheme")) == ()
    assert scheme_from("scheme 00") == ()


def test_a_fill_is_read_back_only_if_it_is_one() -> None:
    for fill in (NO_FILL, painted(Severity.WARNING, 7)):
        assert fill_from(fill.xml()) == fill
    assert fill_from("<fill><script/><patternFill onload='x()' bgColor='a b'/></fill>") == Fill(
        "fill", (), (Fill("patternFill"),)
    )
    for text in ("", "<fill>", "<font/>", "<!DOCTYPE a><fill/>", "<fill" * 50, "\ud800"):
        assert fill_from(text) is None
