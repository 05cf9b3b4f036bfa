"""The workbook of many units; the same report gives the same bytes."""

from __future__ import annotations

import io
from typing import Any, Final, NamedTuple

from kediri_index.model.league import League
from kediri_index.present.document import Document
from kediri_index.present.yearly.league import LeagueWording
from kediri_index.present.yearly.xlsx.book import SEPARATE, properties
from kediri_index.present.yearly.xlsx.document_sheet import DefinitionSheet, DocumentSheet
from kediri_index.present.yearly.xlsx.plots import Draw, Plot, PlotSeries, bars, columns, dots
from kediri_index.present.yearly.xlsx.sheet import OPTIONS, BookStyles, SheetWriter


class _TableColumns(NamedTuple):
    """Where in a table names and figures are, and which column a chart may begin at."""

    names: int
    figures: int
    beside: int
    number_format: str = ""


_COUNTS: Final = _TableColumns(0, 2, 5, "0")
_WIDE: Final = 6
"""Columns that a chart covers at most: tables are short, and charts would meet below each other."""
_SCORES: Final = _TableColumns(1, 2, 9)
_UNITS: Final = "units"
"""The section with a row per unit, on a sheet of its own."""


def league_xlsx(league: League, document: Document) -> bytes:
    """Return the report as an .xlsx workbook."""
    import xlsxwriter  # type: ignore[import-untyped] # noqa: PLC0415 - heavy; it has no py.typed

    data = io.BytesIO()
    with xlsxwriter.Workbook(data, OPTIONS) as book:
        book.set_properties(properties(document, league.year))
        _LeagueBook(book, league, document).write()
    return data.getvalue()


class _LeagueBook:
    def __init__(self, book: Any, league: League, document: Document) -> None:  # noqa: ANN401 - XlsxWriter has no types
        self.book = book
        self.document = document
        self.words = LeagueWording(league, document.language)
        self.styles = BookStyles(book, self.words.decimals)
        self.sheets: list[SheetWriter] = []

    def write(self) -> None:
        """Write the sheet of the report, then those of units, findings, sources, definition."""
        words, styles, document = self.words, self.styles, self.document
        own = (_UNITS, *SEPARATE)
        together = [one for one in document.sections if one.id not in own]
        report = DocumentSheet(self._sheet("report"), styles, together, document.apart())
        report.write_head(document, "")
        report.write_sections()
        beside = _COUNTS
        for key, draw in (("spread", columns), ("classes", bars)):
            if key in report.rows:
                title = words.say(f"league.chart.{key}")
                self._draw(draw, report.sheet, report.rows[key], beside, title)
                beside = beside._replace(beside=beside.beside + _WIDE)
        for section in document.sections:
            if section.id not in own:
                continue
            sheet = self._sheet(section.id)
            if section.id == "definition":
                name = words.say("book.sheet.definition")
                DefinitionSheet(sheet, words, styles, name).write([section], document.foot)
                continue
            own_sheet = DocumentSheet(sheet, styles, [section])
            own_sheet.write_sections()
            if section.id == _UNITS:
                rows = own_sheet.rows[_UNITS]
                wide = len(own_sheet.widths)
                sheet.sheet.freeze_panes(rows.start, 2)
                sheet.sheet.print_area(0, 0, own_sheet.row, wide - 1)  # paper has no room for both
                where = _SCORES._replace(beside=wide + 1)
                self._draw(dots, sheet, rows, where, words.say("league.chart.ranking"))
        page = words.say("book.page"), words.say("book.page-of")
        for sheet in self.sheets:
            sheet.finish(document.foot, page)

    def _draw(
        self, draw: Draw, sheet: SheetWriter, rows: range, where: _TableColumns, title: str
    ) -> None:
        """Draw a column of a table at the right of it."""
        plot = Plot(
            title=title,
            sheet=sheet.sheet.get_name(),
            first=rows.start,
            last=rows.stop - 1,
            names=where.names,
            series=(PlotSeries(title, where.figures),),
            number_format=where.number_format or self.styles.fixed,
        )
        options = {"description": title, "object_position": 2}
        sheet.sheet.insert_chart(rows.start, where.beside, draw(self.book, plot), options)

    def _sheet(self, name: str) -> SheetWriter:
        made = SheetWriter(self.book.add_worksheet(self.words.say(f"book.sheet.{name}")))
        self.sheets.append(made)
        return made
