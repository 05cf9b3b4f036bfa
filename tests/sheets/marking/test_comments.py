"""Comments and their shapes: ours beside theirs, in the order and words of what is there."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from kediri_index.sheets.marking.xml_text import NotMarkableError
from tests.sheets.conftest import DOCUMENT_RELATIONS, MAIN, PACKAGE_RELATIONS
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
SHEET = (
    f'<worksheet xmlns="{MAIN}" xmlns:r="{DOCUMENT_RELATIONS}"><sheetData><row r="1"><c r="A1">'
    '<v>1</v></c><c r="B1"><v>2</v></c></row></sheetData><legacyDrawing r:id="rId2"/></worksheet>'
)
SHAPES = (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
    ' xmlns:x="urn:schemas-microsoft-com:office:excel">\n<v:shapetype id="_x0000_t202"/>\n'
    '<v:shape id="_x0000_s1025" type="#_x0000_t202"><v:textbox><div>nilai<br></div></v:textbox>'
    '<x:ClientData ObjectType="Note"><x:Row>0</x:Row><x:Column>0</x:Column></x:ClientData>'
    '</v:shape><v:shape id="_x0000_s1026"><x:ClientData ObjectType="Button"><x:Row>0</x:Row>'
    "<x:Column>1</x:Column></x:ClientData></v:shape></xml>\n"
)
COMMENTS = f"{DOCUMENT_RELATIONS}/comments"
SHAPES_KIND = f"{DOCUMENT_RELATIONS}/vmlDrawing"
THREADS = "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment"


def relations(**kinds: str) -> str:
    entries = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="../{target}"/>'
        for number, (target, kind) in enumerate(kinds.items(), 1)
    )
    return f'<Relationships xmlns="{PACKAGE_RELATIONS}">{entries}</Relationships>'


def commented(make: Make, text: str, author: str = "Sari", shapes: str | bytes = SHAPES) -> bytes:
    """Return a workbook with a comment on A1."""
    comments = (
        f'<comments xmlns="{MAIN}"><authors><author>{author}</author></authors><commentList>'
        f'<comment ref="A1" authorId="0"><text>{text}</text></comment></commentList></comments>'
    )
    listed = relations(**{"comments1.xml": COMMENTS, "drawings/vmlDrawing1.vml": SHAPES_KIND})
    return make(
        "",
        members={
            "xl/worksheets/sheet1.xml": SHEET,
            "xl/worksheets/_rels/sheet1.xml.rels": listed,
            "xl/comments1.xml": comments,
            "xl/drawings/vmlDrawing1.vml": shapes,
        },
    )


PLAIN = "<t>Sudah benar?</t>"
RUNS = '<r><rPr><b/></rPr><t>Sari:</t></r><r><t xml:space="preserve">\nSudah benar?</t></r>'


@pytest.mark.parametrize("text", [PLAIN, RUNS])
def test_a_comment_that_is_there_is_kept_and_ours_follows(text: str, make_book: Make) -> None:
    data = commented(make_book, text)
    before = opened(data)["Lembar1"]["A1"].comment
    copy = with_marks(data, "A1")
    after = opened(copy)["Lembar1"]["A1"].comment
    assert after.author == before.author == "Sari"
    assert after.text.startswith(f"{before.text}\n\n[kediri-index]\nGALAT C203\n")
    assert part(copy, "xl/drawings/vmlDrawing1.vml").count("<v:shape ") == 2
    assert parts(without_marks(copy)) == parts(data)


HEAD = f'<comments xmlns="{MAIN}"><authors><author>Sari</author></authors>'
ODD = {
    "a place that is none": (
        f'{HEAD}<commentList><comment ref="?" authorId="0"><text><t>apa?</t></text></comment>'
        "</commentList></comments>"
    ),
    "no list": f"{HEAD}</comments>",
    "our name": (f"{HEAD}<commentList></commentList></comments>".replace("Sari", "kediri-index")),
    "no text": f'{HEAD}<commentList><comment ref="A1" authorId="0"/></commentList></comments>',
}


@pytest.mark.parametrize("odd", ODD.values(), ids=ODD)
def test_ours_goes_into_whatever_part_of_comments_there_is(odd: str, make_book: Make) -> None:
    members = {**parts(commented(make_book, PLAIN)), "xl/comments1.xml": odd.encode()}
    data = make_book("", members=members)
    copy = with_marks(data, "A1", "B1")
    comments = part(copy, "xl/comments1.xml")
    assert comments.count("GALAT C203") == 2
    assert comments.count("<author>kediri-index</author>") == 1
    assert comments.count("<commentList>") == 1
    assert parts(without_marks(copy)) == parts(data)


def test_runs_of_theirs_stay_where_ours_goes_from_between(make_book: Make) -> None:
    data = commented(make_book, RUNS)
    changed = {
        name: content.replace(b"<v>2</v>", b"<v>3</v>")
        for name, content in parts(with_marks(data, "A1")).items()
    }
    clean = without_marks(make_book("", members=changed))
    assert RUNS in part(clean, "xl/comments1.xml")
    assert "kediri-index" not in part(clean, "xl/comments1.xml")


def test_the_shapes_of_a_sheet_may_be_named_with_an_end_tag(make_book: Make) -> None:
    tag = '<legacyDrawing r:id="rId2"></legacyDrawing>'
    sheet = SHEET.replace('<legacyDrawing r:id="rId2"/>', tag)
    members = {**parts(commented(make_book, PLAIN)), "xl/worksheets/sheet1.xml": sheet.encode()}
    data = make_book("", members=members)
    copy = with_marks(data, "B1")
    assert tag in part(copy)
    assert parts(without_marks(copy)) == parts(data)


@pytest.mark.parametrize("text", [PLAIN, RUNS, "", "<t></t>"])
def test_after_any_program_has_saved_it_theirs_is_left_as_it_was(
    text: str, make_book: Make
) -> None:
    data = commented(make_book, text)
    saved = saved_by_openpyxl(opened(with_marks(data, "A1", "B1")))
    clean = opened(without_marks(saved))["Lembar1"]
    assert clean["B1"].comment is None
    assert clean["A1"].comment.text == opened(data)["Lembar1"]["A1"].comment.text


def test_a_cell_without_a_comment_gets_one_with_a_shape_of_its_own(make_book: Make) -> None:
    copy = with_marks(commented(make_book, PLAIN), "B1")
    shapes = part(copy, "xl/drawings/vmlDrawing1.vml")
    kept = SHAPES.rstrip().removesuffix("</xml>")
    assert shapes.startswith(kept)
    assert shapes.endswith("</xml>\n")
    new = shapes.removeprefix(kept)
    assert re.findall(r'id="(\w+)"', new) == ["_x0000_s1027"]
    assert "<x:Row>0</x:Row><x:Column>1</x:Column>" in new
    assert '<legacyDrawing r:id="rId2"/>' in part(copy)
    assert opened(copy)["Lembar1"]["B1"].comment.author == "kediri-index"


def test_shapes_in_another_encoding_stay_in_it(make_book: Make) -> None:
    data = commented(make_book, PLAIN, shapes=SHAPES.encode("utf-16"))
    new = parts(with_marks(data, "B1"))["xl/drawings/vmlDrawing1.vml"].decode("utf-16")
    assert "_x0000_s1027" in new


def test_shapes_that_have_no_end_are_left_alone(make_book: Make) -> None:
    data = commented(make_book, PLAIN, shapes="bukan XML")
    copy = with_marks(data, "B1")
    assert part(copy, "xl/drawings/vmlDrawing1.vml") == "bukan XML"
    assert opened(copy)["Lembar1"]["B1"].comment is not None


@pytest.mark.parametrize("legacy", ['<legacyDrawing r:id="rId7"/>', ""])
def test_shapes_that_are_not_there_are_made(legacy: str, make_book: Make) -> None:
    sheet = SHEET.replace('<legacyDrawing r:id="rId2"/>', legacy)
    data = make_book("", members={"xl/worksheets/sheet1.xml": sheet})
    copy = with_marks(data, "A1")
    id_ = re.findall(r'<legacyDrawing r:id="(\w+)"/>', part(copy))
    listed = part(copy, "xl/worksheets/_rels/sheet1.xml.rels")
    assert len(id_) == 1
    assert re.search(f'Id="{id_[0]}" Type="[^"]*/vmlDrawing" Target="/xl/drawings/vml', listed)
    assert 'PartName="/xl/drawings/vmlDrawing1.vml"' in part(copy, "[Content_Types].xml")
    assert parts(without_marks(copy)) == parts(data)


def test_a_thread_of_comments_is_left_as_it_is(make_book: Make) -> None:
    thread = (
        '<ThreadedComments><threadedComment ref="A1" id="{1}"><text>?</text></threadedComment>'
        "</ThreadedComments>"
    )
    listed = relations(
        **{
            "comments1.xml": COMMENTS,
            "drawings/vmlDrawing1.vml": SHAPES_KIND,
            "threadedComments/threadedComment1.xml": THREADS,
        }
    )
    old = commented(make_book, "<t>[Threaded comment] ?</t>", author="tc={1}")
    members = dict(parts(old))
    members["xl/worksheets/_rels/sheet1.xml.rels"] = listed.encode()
    members["xl/threadedComments/threadedComment1.xml"] = thread.encode()
    data = make_book("", members=members)
    copy = with_marks(data, "A1", "B1")
    assert part(copy, "xl/threadedComments/threadedComment1.xml") == thread
    shown = opened(copy)["Lembar1"]
    assert shown["A1"].comment.author == "tc={1}"  # by which programs find the thread
    assert shown["A1"].comment.text.startswith("[Threaded comment] ?\n\n[kediri-index]\n")
    assert shown["B1"].comment.author == "kediri-index"
    assert parts(without_marks(copy)) == parts(data)


def test_what_somebody_writes_below_ours_is_kept(make_book: Make) -> None:
    data = make_book('<row r="1"><c r="A1"><v>1</v></c></row>', styles="")
    book = opened(with_marks(data, "A1"))
    comment = book["Lembar1"]["A1"].comment
    comment.text = f"Bu Sari: {comment.text}\nsudah saya perbaiki"
    clean = opened(without_marks(saved_by_openpyxl(book)))["Lembar1"]["A1"].comment
    assert clean.text == "Bu Sari: \nsudah saya perbaiki"


@pytest.mark.parametrize(
    "seen",
    ['=HYPERLINK("x")', "<b>&\"'", "\x00\x0b\ud800\ufffe", "baris\r\nbaru", "_x000D_", "é 😀"],
)
def test_any_text_from_a_cell_is_only_text(seen: str, make_book: Make) -> None:
    data = make_book('<row r="1"><c r="A1"><v>1</v></c></row>', styles="")
    copy = with_marks(data, note("A1", seen=seen))
    own = read(copy).own
    assert own is not None
    told = next(cell for cell in own.cells if cell.address == "D4")
    lines = seen.replace("\r\n", "\n")
    shown = lines if "\n" in lines or seen.isprintable() else "\ufffd" * len(seen)
    assert (told.value, told.formula) == (shown, False)
    comment = opened(copy)["Lembar1"]["A1"].comment.text
    assert shown.replace("_x000D_", "_x005F_x000D_") in comment.replace("\r\n", "\n")


def test_a_comment_and_a_list_are_as_long_as_programs_take(make_book: Make) -> None:
    data = make_book('<row r="1"><c r="A1"><v>1</v></c></row>', styles="")
    copy = with_marks(data, note("A1", seen="😀" * 40_000))
    own = read(copy).own
    assert own is not None
    told = next(cell for cell in own.cells if cell.address == "D4")
    assert len(told.value.encode("utf-16-le")) // 2 <= 32_767
    assert told.value.endswith("…")
    comment = opened(copy)["Lembar1"]["A1"].comment.text
    assert len(comment) < 10_000
    assert comment.endswith("…\n[/kediri-index]")
    assert parts(without_marks(copy)) == parts(data)


def test_a_part_with_comments_that_is_broken_is_named(make_book: Make) -> None:
    broken = commented(make_book, PLAIN, shapes=b"\xff\xfe<")
    with pytest.raises(NotMarkableError, match=r"xl/drawings/vmlDrawing1\.vml"):
        with_marks(broken, "A1")
    data = commented(make_book, "<t>")
    with pytest.raises(NotMarkableError, match=r"xl/comments1\.xml"):
        with_marks(data, "A1")


def holding(make: Make, comments: str) -> bytes:
    """Return a workbook whose part of comments is *comments*."""
    members = {
        "xl/worksheets/sheet1.xml": SHEET,
        "xl/worksheets/_rels/sheet1.xml.rels": relations(**{"comments1.xml": COMMENTS}),
        "xl/comments1.xml": comments,
    }
    return make("", members=members)


def test_a_part_without_any_list_of_comments_gets_both(make_book: Make) -> None:
    empty = f'<comments xmlns="{MAIN}"/>'
    copy = with_marks(holding(make_book, empty), "A1")
    assert "C203" in opened(copy)["Lembar1"]["A1"].comment.text


def test_a_part_that_holds_no_comments_is_named(make_book: Make) -> None:
    with pytest.raises(NotMarkableError, match=r"xl/comments1\.xml"):
        with_marks(holding(make_book, "<a/>"), "A1")
