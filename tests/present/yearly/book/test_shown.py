"""What the workbook shows of the report's words and tables, read back by another program."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

import openpyxl
import pytest

from kediri_index.messages.texts import text
from kediri_index.model.language import Language
from kediri_index.present.yearly.xlsx.book import report_xlsx
from kediri_index.present.yearly.xlsx.leaves import leaves_of
from kediri_index.present.yearly.xlsx.nodes import BookFigures
from kediri_index.scoring.fold import OVERALL
from tests.present.yearly.reports import NAMES, document_of, yearly_of
from tests.present.yearly.shown import Shown, ShownTable, by_document, figures_in, squeezed
from tests.property.trees import groups_of

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

CASES = [(name, language) for name in NAMES for language in Language]
_HEADER = "FF1F4E78"
_MARK = re.compile(r"^(\d+\.|•) ")


def told(cell: Cell | MergedCell, language: Language) -> str:
    """What a spreadsheet shows in a cell, with the decimal mark of the language."""
    value = cell.value
    if value is None or isinstance(value, str):
        return squeezed(value or "")
    assert isinstance(value, int | float)
    shown = cell.number_format.split(";")[0]
    percent = shown.endswith(" %")
    number = Decimal(repr(value)) * (100 if percent else 1)
    if shown != "General":
        digits = shown.removeprefix("+").removesuffix(" %")
        places = len(digits.partition(".")[2])
        number = number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    signed = "+" if shown.startswith("+") and number > 0 else ""
    plain = f"{signed}{number}{' %' if percent else ''}"
    return plain if language is Language.EN else plain.replace(".", ",")


def is_header(cell: Cell | MergedCell) -> bool:
    return bool(cell.fill.fill_type == "solid" and cell.fill.fgColor.rgb == _HEADER)


class _Sheet:
    """Gathers the tables of one sheet, and the words outside of them."""

    def __init__(self, sheet: Worksheet, language: Language) -> None:
        self.rows = list(sheet.iter_rows())
        self.language = language
        self.tables: list[ShownTable] = []
        self.words: list[str] = []
        self.at = 0
        while self.at < len(self.rows):
            self.read()

    def read(self) -> None:
        row = self.rows[self.at]
        if is_header(row[0]):
            titles = tuple(squeezed(str(cell.value)) for cell in row if is_header(cell))
            self.tables.append(ShownTable(self.words.pop(), titles, tuple(self.body(len(titles)))))
        else:
            said = [told(cell, self.language) for cell in row if cell.value is not None]
            self.words += [_MARK.sub("", one) for one in said]
        self.at += 1

    def body(self, width: int) -> Iterator[tuple[str, ...]]:
        while self.at + 1 < len(self.rows) and self.rows[self.at + 1][0].value is not None:
            self.at += 1
            yield tuple(told(cell, self.language) for cell in self.rows[self.at][:width])


def by_xlsx(name: str, language: Language) -> Shown:
    data = report_xlsx(yearly_of(name), document_of(name, language))
    book = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    tables: list[ShownTable] = []
    words: list[str] = []
    for key in ("report", "findings", "sources", "definition"):
        sheet = _Sheet(book[text(f"book.sheet.{key}", language)], language)
        tables += sheet.tables
        said = sheet.words
        if key == "definition" and text("book.classes", language) in said:
            said = said[: said.index(text("book.classes", language))]
        words += said
    return Shown(tuple(tables), figures_in("\n".join(words)))


@pytest.mark.parametrize(("name", "language"), CASES)
def test_the_workbook_shows_the_tables_and_figures_of_every_other_format(
    name: str, language: Language
) -> None:
    wanted, shown = by_document(document_of(name, language)), by_xlsx(name, language)
    assert len(wanted.tables) >= 3
    assert shown.tables == wanted.tables
    assert shown.figures == wanted.figures


@pytest.mark.parametrize("name", NAMES)
def test_the_cells_that_compute_hold_the_figures_of_the_report(name: str) -> None:
    yearly = yearly_of(name)
    result = yearly.result
    figures = BookFigures(yearly.outcome.definition, leaves_of(yearly), result)
    expected = {OVERALL: result.overall} | {one.id: one.figure for one in result.indicators}
    expected |= {id_: one.figure for id_, one in groups_of(result).items()}
    assert len(expected) > 6
    for id_, figure in expected.items():
        assert figures.score(id_) == figure.score, id_
        assert figures.published(id_) == figure.published, id_
