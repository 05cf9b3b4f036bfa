"""The workbook of many units; the same report gives the same bytes."""

from __future__ import annotations

import io
from typing import Any, Final

from kediri_index.model.league import League
from kediri_index.present.document import Document
from kediri_index.present.yearly.league import LeagueWording
from kediri_index.present.yearly.xlsx.book import OPTIONS, SEPARATE, properties
from kediri_index.present.yearly.xlsx.document_sheet import DefinitionSheet, DocumentSheet
from kediri_index.present.yearly.xlsx.sheet import BookStyles, SheetWriter

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
        for section in document.sections:
            if section.id not in own:
                continue
            sheet = self._sheet(section.id)
            if section.id == "definition":
                name = words.say("book.sheet.definition")
                DefinitionSheet(sheet, words, styles, name).write([section], document.foot)
            else:
                DocumentSheet(sheet, styles, [section]).write_sections()
        page = words.say("book.page"), words.say("book.page-of")
        for sheet in self.sheets:
            sheet.finish(document.foot, page)

    def _sheet(self, name: str) -> SheetWriter:
        made = SheetWriter(self.book.add_worksheet(self.words.say(f"book.sheet.{name}")))
        self.sheets.append(made)
        return made
