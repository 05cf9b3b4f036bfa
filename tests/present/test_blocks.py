"""Every format renders every kind of block, whichever command makes it."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from typing import get_args
from zipfile import ZipFile

import pytest
import xlsxwriter  # type: ignore[import-untyped] # it has no py.typed

from kediri_index.model.findings import Lines, Severity
from kediri_index.model.language import Language
from kediri_index.present.charts.drawing import Picture
from kediri_index.present.document import (
    Block,
    Bullets,
    Chart,
    ColumnKind,
    Command,
    Difference,
    Document,
    FindingLine,
    FindingLines,
    Heading,
    Headline,
    LabelledText,
    LabelledTexts,
    Paragraph,
    Section,
    Table,
    TableCell,
    TableColumn,
    TreeNode,
)
from kediri_index.present.renderers import docx, html, md
from kediri_index.present.renderers.docx.tables import widths
from kediri_index.present.renderers.layout import broken
from kediri_index.present.renderers.pages import pages
from kediri_index.present.yearly.xlsx.document_sheet import DocumentSheet
from kediri_index.present.yearly.xlsx.sheet import BookStyles, SheetWriter
from tests.present.screens import drawn_document

COLUMNS = (
    TableColumn("Word A"),
    TableColumn("Word B", ColumnKind.NUMBER),
    TableColumn("", ColumnKind.BAR),
)
TABLE = Table(
    "t",
    "Word C",
    COLUMNS,
    ((TableCell("Word D"), TableCell("1,5"), TableCell("", 1)),),
    note="Word E",
)
FAULT = FindingLine(Severity.ERROR, "", "Word B", "Word C", "Word D", "Word E", "Word F")
BLOCKS: tuple[Block, ...] = (
    Heading(3, "Word A"),
    Paragraph("Word A", strong=True),
    Bullets(("Word A", "Word B"), numbered=True),
    TABLE,
    TABLE._replace(id="u", below=(("Word F",),)),
    Chart("c", "", "", Picture(1, 1, ()), TABLE._replace(id="v")),
    LabelledTexts((LabelledText("Word A", "Word B"),)),
    Headline("Word A", ("Word B", "Word C")),
    FindingLines("Word G", ("1", "2", "3", "4", "5"), (FAULT,)),
    TreeNode("Word A", "Word B", " = ", "Word C", "Word D", (TreeNode("Word E", more="Word F"),)),
    Lines(7, ("Word A", "Word B"), 8, None),
    Difference(("@@ -1 +1 @@", "-Word A", "+Word B")),
    Command("Word A", "Word B"),
)


def by_screen(document: Document) -> str:
    return drawn_document(document, 100)


def by_docx(document: Document) -> str:
    with ZipFile(BytesIO(docx.rendered(document))) as package:
        return package.read("word/document.xml").decode()


def by_xlsx(document: Document) -> str:
    data = BytesIO()
    with xlsxwriter.Workbook(data, {"in_memory": True}) as book:
        sheet = SheetWriter(book.add_worksheet("A"))
        DocumentSheet(sheet, BookStyles(book, 2), document.sections).write_sections()
    with ZipFile(data) as package:
        return package.read("xl/sharedStrings.xml").decode()


FORMATS: dict[str, Callable[[Document], str]] = {
    "screen": by_screen,
    "md": md.rendered,
    "html": html.rendered,
    "docx": by_docx,
    "xlsx": by_xlsx,
}


def words(text: str) -> set[str]:
    return set(re.findall(r"Word [A-Z]", text))


def test_all_kinds_of_blocks_are_there() -> None:
    assert {type(one) for one in BLOCKS} == set(get_args(Block))


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: type(block).__name__)
def test_every_format_shows_all_words_of_every_block(block: Block, form: str) -> None:
    document = Document(Language.EN, (Section("s", "", (block,), about="Word Y"),), end="Word Z")
    outside = set() if form == "xlsx" else {"Word Y", "Word Z"}  # a sheet has sections alone
    found = words(FORMATS[form](document))
    assert found == words(repr(block)) | outside


def test_tables_that_pages_make_of_blocks_are_told_apart() -> None:
    twice = 2 * (Lines(1, ("a",), 1, None), FindingLines("", ("1", "2", "3", "4", "5"), (FAULT,)))
    document = Document(Language.EN, tuple(Section(one, "", twice) for one in "ab"))
    blocks = [one for section in pages(document).sections for one in section.blocks]
    assert len({one.id for one in blocks if isinstance(one, Table)}) == len(blocks) == 8


def test_signs_that_are_two_columns_wide_are_broken_where_there_is_room() -> None:
    lines = ["".join(text for text, _ in line) for line in broken([("\u6f22" * 7, "")], 5)]
    assert lines == ["\u6f22\u6f22", "\u6f22\u6f22", "\u6f22\u6f22", "\u6f22"]
    assert ["".join(text for text, _ in line) for line in broken([("", "")], 5)] in ([], [""])


@pytest.mark.parametrize("phrases", [(), ("satu",)])
def test_a_figure_too_wide_for_its_phrases_has_lines_of_its_own(phrases: tuple[str, ...]) -> None:
    long = "Kabupaten " * 12
    said = by_screen(Document(Language.ID, (Section("", "", (Headline(long, phrases),)),)))
    assert [word for word in said.split() if word != "Kabupaten"] == list(phrases)


def test_a_figure_alone_is_a_line() -> None:
    said = by_screen(Document(Language.ID, (Section("", "", (Headline("3,20", ()),)),)))
    assert said.split() == ["3,20"]


def test_a_sign_wider_than_its_line_is_a_line() -> None:
    lines = ["".join(text for text, _ in line) for line in broken([("\u6f22" * 2, "")], 1)]
    assert lines == ["\u6f22", "\u6f22"]


def test_a_table_of_more_words_than_a_page_is_wide_breaks_all_alike() -> None:
    columns = tuple(TableColumn("Keterangan") for _ in range(40))
    table = Table("t", "", columns, (tuple(TableCell("Sangat baik") for _ in columns),))
    each = widths(table, 480.0)
    assert sum(each) == pytest.approx(480)
    assert len({round(one, 6) for one in each}) == 1
