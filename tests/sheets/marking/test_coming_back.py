"""Mark, repair, mark again: nothing of the first marks is left."""

from __future__ import annotations

import json
import re
import zipfile
import zlib
from base64 import b64encode
from collections.abc import Callable
from io import BytesIO

import pytest

from kediri_index.model.findings import Severity
from kediri_index.sheets.marking.xml_text import NotMarkableError
from tests.sheets.marking.copies import (
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
ROW = '<row r="1"><c r="A1"><v>5</v></c><c r="B1" s="1"><v>2</v></c></row>'
STYLES = (
    "<fonts><font/></fonts><fills><fill><patternFill/></fill><fill><patternFill/></fill>"
    '<fill><patternFill patternType="solid"><fgColor rgb="FF00FF00"/></patternFill></fill></fills>'
    "<borders><border/></borders>"
    '<cellXfs count="2"><xf fillId="0"/><xf fillId="2"/></cellXfs>'
)
OWN = "Daftar perbaikan"


@pytest.fixture
def data(make_book: Make) -> bytes:
    return make_book(ROW, ROW, styles=STYLES)


def repacked(data: bytes, name: str, change: Callable[[str], str]) -> bytes:
    """Return the package with one part changed, as a program would that patches it too."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for member, content in parts(data).items():
            new = change(content.decode()).encode() if member == name else content
            package.writestr(member, new)
    return file.getvalue()


def values(data: bytes) -> list[tuple[str, str, str]]:
    return [
        (sheet.name, one.address, one.value) for sheet in read(data).sheets for one in sheet.cells
    ]


def test_without_a_repair_taking_the_marks_back_gives_the_same_parts(data: bytes) -> None:
    copy = with_marks(data, "A1", "B1", "D9", note("B1", "Lembar2", Severity.WARNING), note(None))
    assert parts(without_marks(copy)) == parts(data)


def test_marking_a_marked_copy_gives_the_same_bytes(data: bytes) -> None:
    copy = with_marks(data, "A1", "D9")
    assert with_marks(copy, "A1", "D9") == copy
    assert with_marks(copy, "B1") == with_marks(data, "B1")


def test_the_list_is_never_read_as_data(data: bytes) -> None:
    copy = with_marks(data, "A1")
    for saved in (copy, saved_by_openpyxl(opened(copy))):
        workbook = read(saved)
        assert [sheet.name for sheet in workbook.sheets] == ["Lembar1", "Lembar2"]
        assert workbook.own is not None
        assert workbook.findings == ()


def test_a_renamed_and_moved_list_is_known_all_the_same(data: bytes) -> None:
    book = opened(with_marks(data, "A1"))
    own = book[OWN]
    own.title = "Catatan Diskominfo"
    own.insert_rows(1, 3)
    own.insert_cols(1)
    book.move_sheet(own, -2)
    saved = saved_by_openpyxl(book)
    assert [sheet.name for sheet in read(saved).sheets] == ["Lembar1", "Lembar2"]
    assert opened(without_marks(saved)).sheetnames == ["Lembar1", "Lembar2"]


def test_a_copy_repaired_in_its_package_is_clean_but_for_the_repair(data: bytes) -> None:
    copy = with_marks(data, "A1", "B1", "D9", note("B1", "Lembar2"))
    repaired = repacked(
        copy, "xl/worksheets/sheet1.xml", lambda xml: xml.replace("<v>5</v>", "<v>3</v>")
    )
    clean = without_marks(repaired)
    assert values(clean) == [
        (s, a, "3" if (s, a) == ("Lembar1", "A1") else v) for s, a, v in values(data)
    ]
    assert residue(clean, data) == []
    again = with_marks(repaired, "B1")
    assert values(again) == values(clean)
    assert opened(again)["Lembar1"]["A1"].comment is None
    assert residue(without_marks(again), data) == []


def test_a_copy_repaired_in_a_program_is_clean_but_for_the_repair(data: bytes) -> None:
    book = opened(with_marks(data, "A1", "B1", "D9", note("B1", "Lembar2")))
    book["Lembar1"]["A1"] = 3
    saved = saved_by_openpyxl(book)
    clean = without_marks(saved)
    assert residue(clean, data) == []
    assert values(clean)[0] == ("Lembar1", "A1", "3")
    again = opened(with_marks(saved, "B1"))
    assert again.sheetnames == ["Lembar1", "Lembar2", OWN]
    assert [again["Lembar1"][one].fill.fill_type for one in ("A1", "D9")] == [None, None]
    assert again["Lembar2"]["B1"].fill.fgColor.rgb == "FF00FF00"


def residue(clean: bytes, data: bytes) -> list[object]:
    """Return what *clean* shows of marks: sheets, comments, fills, parts, any word of ours."""
    before, after = opened(data), opened(clean)
    found: list[object] = [one for one in after.sheetnames if one not in before.sheetnames]
    for sheet in after.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                own = before[sheet.title][cell.coordinate]
                if cell.comment is not None or (cell.fill.fill_type or "none") != (
                    own.fill.fill_type or "none"
                ):
                    found.append((sheet.title, cell.coordinate))
                elif cell.fill.fgColor.rgb != own.fill.fgColor.rgb:
                    found.append((sheet.title, cell.coordinate, cell.fill.fgColor.rgb))
    held = parts(clean)
    found += [name for name, content in held.items() if b"kediri" in content.lower()]
    found += [name for name in held if "omments" in name or "vml" in name]
    found += [name for name, content in held.items() if b"legacyDrawing" in content]
    return found


def test_a_comment_that_was_put_beside_ours_in_the_package_stays(data: bytes) -> None:
    theirs = '<comment ref="B1" authorId="0"><text><t>sudah</t></text></comment></commentList>'
    saved = repacked(
        with_marks(data, "A1"),
        "xl/comments1.xml",
        lambda xml: xml.replace("</commentList>", theirs),
    )
    clean = opened(without_marks(saved))["Lembar1"]
    assert clean["A1"].comment is None
    assert clean["B1"].comment.text == "sudah"


def test_what_repairs_add_to_the_list_of_sheets_is_counted_anew(data: bytes) -> None:
    copy = with_marks(data, "A1")
    names = (
        '<bookViews><workbookView activeTab="2" firstSheet="1"/></bookViews>',
        "<definedNames>"
        + "".join(f'<definedName name="a" localSheetId="{n}">x</definedName>' for n in (0, 2))
        + "</definedNames>",
    )

    def change(xml: str) -> str:
        own = re.findall(r'<sheet name="Daftar perbaikan[^>]*/>', xml)[0]
        moved = xml.replace(own, "").replace('<sheet name="Lembar2"', f'{own}<sheet name="Lembar2"')
        return moved.replace("<sheets>", f"{names[0]}<sheets>").replace(
            "</sheets>", f"</sheets>{names[1]}"
        )

    clean = part(without_marks(repacked(copy, "xl/workbook.xml", change)), "xl/workbook.xml")
    assert 'activeTab="1" firstSheet="1"' in clean
    assert re.findall(r'localSheetId="(\d)"', clean) == ["0", "1"]


def test_names_on_the_list_go_with_it(data: bytes) -> None:
    copy = with_marks(data, "A1")
    name = '<definedNames><definedName name="a" localSheetId="2">x</definedName></definedNames>'
    saved = repacked(
        copy, "xl/workbook.xml", lambda xml: xml.replace("</sheets>", f"</sheets>{name}")
    )
    assert part(without_marks(saved), "xl/workbook.xml") == part(data, "xl/workbook.xml")


def test_texts_that_only_the_list_had_are_emptied(make_book: Make) -> None:
    shared = "<si><t>satu</t></si><si><t>rahasia</t></si><si><t>dua</t></si>"
    row = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>2</v></c></row>'
    copy = with_marks(make_book(row, strings=shared), "A1")
    own = next(name for name in parts(copy) if "sheet2" in name)
    saved = repacked(
        copy,
        own,
        lambda xml: xml.replace(
            "</row>", '<c r="J1" t="s"><v>1</v></c><c r="K1" t="s"><v>2</v></c></row>', 1
        ),
    )
    # the list is no longer as it was written, so that it does not know how all was
    saved = repacked(
        saved, "xl/comments1.xml", lambda xml: xml.replace("</comments>", "<!----></comments>")
    )
    clean = without_marks(saved)
    assert "rahasia" not in part(clean, "xl/sharedStrings.xml")
    assert [value for _, _, value in values(clean)] == ["satu", "dua"]


@pytest.mark.parametrize("packed", ["", "AAAA", "=", "eJyrrgUAAXUA+Q=="])
def test_a_list_that_somebody_forged_harms_nothing(packed: str, data: bytes) -> None:
    copy = with_marks(data, "A1")
    own = next(name for name in parts(copy) if "sheet3" in name)
    forged = repacked(
        copy,
        own,
        lambda xml: re.sub("kediri-index [A-Za-z0-9+/=]+-->", f"kediri-index {packed}-->", xml),
    )
    try:
        clean = without_marks(forged)
    except NotMarkableError:
        return
    assert values(clean) == values(data)


def test_a_second_list_of_ours_takes_another_name(make_book: Make) -> None:
    data = make_book(ROW, ROW, styles=STYLES)
    named = repacked(
        data, "xl/workbook.xml", lambda xml: xml.replace("Lembar2", "DAFTAR perbaikan")
    )
    assert opened(with_marks(named, "A1")).sheetnames == [
        "Lembar1",
        "DAFTAR perbaikan",
        f"{OWN} (2)",
    ]


def repaired(copy: bytes) -> bytes:
    """The copy with another value in A1: the list no longer knows how all was."""
    return repacked(
        copy, "xl/worksheets/sheet1.xml", lambda xml: xml.replace("<v>5</v>", "<v>3</v>")
    )


def without(data: bytes, *names: str, **more: bytes) -> bytes:
    """The package without some of its parts, and with *more*."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for member, content in {**parts(data), **more}.items():
            if member not in names:
                package.writestr(member, content)
    return file.getvalue()


def numbers(data: bytes) -> list[tuple[str, str, str]]:
    return [(s, a, "3" if (s, a) == ("Lembar1", "A1") else v) for s, a, v in values(data)]


def test_a_list_that_hides_how_it_came_into_the_workbook_is_not_believed(data: bytes) -> None:
    said = {"sha256": {}, "changes": [["xl/theme.xml", []]], "created": ["xl/none.xml"]}
    packed = b64encode(zlib.compress(json.dumps(said).encode())).decode()
    forged = repacked(
        with_marks(data, "A1"),
        "xl/worksheets/sheet3.xml",
        lambda xml: re.sub("kediri-index [A-Za-z0-9+/=]+-->", f"kediri-index {packed}-->", xml),
    )
    with pytest.raises(NotMarkableError):
        without_marks(forged)


def test_marks_go_from_a_package_that_says_the_kind_of_no_part(make_xlsx: Make) -> None:
    data = make_xlsx(ROW, ROW, styles=STYLES)
    clean = without_marks(repaired(with_marks(data, "A1")))
    assert values(clean) == numbers(data)
    assert [name for name, one in parts(clean).items() if b"kediri" in one.lower()] == []


def test_a_list_goes_with_what_a_program_put_beside_it(data: bytes) -> None:
    name = "xl/worksheets/_rels/sheet3.xml.rels"
    saved = without(repaired(with_marks(data, "A1")), **{name: b"<Relationships/>"})
    clean = without_marks(saved)
    assert values(clean) == numbers(data)
    assert name not in parts(clean)


@pytest.mark.parametrize(
    ("tag", "other"), [(r"<legacyDrawing[^>]*>", ""), (r'(<legacyDrawing[^>]*id=")\w+', r"\1rId99")]
)
def test_marks_go_without_the_formats_and_shapes_that_somebody_took_out(
    tag: str, other: str, make_book: Make
) -> None:
    data = make_book(ROW, ROW)
    copy = without(repaired(with_marks(data, "A1")), "xl/styles.xml")
    saved = repacked(copy, "xl/worksheets/sheet1.xml", lambda xml: re.sub(tag, other, xml))
    clean = without_marks(saved)
    assert values(clean) == numbers(data)
    assert "xl/comments1.xml" not in parts(clean)


def test_shared_texts_stay_where_the_list_has_none_of_its_own(make_book: Make) -> None:
    row = f'{ROW}<row r="2"><c r="A2" t="s"><v>0</v></c></row>'
    data = make_book(row, strings="<si><t>satu</t></si>", styles=STYLES)
    clean = without_marks(repaired(with_marks(data, "A1")))
    assert part(clean, "xl/sharedStrings.xml") == part(data, "xl/sharedStrings.xml")


def test_sizes_of_64_bits_that_a_program_wrote_are_not_needed(data: bytes) -> None:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts(data).items():
            with package.open(name, "w", force_zip64=True) as member:
                member.write(content)
    copy = with_marks(file.getvalue(), "A1")
    assert values(copy) == values(data)
    assert parts(without_marks(copy)) == parts(data)
