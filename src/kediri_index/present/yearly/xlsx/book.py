"""The whole workbook; the same report gives the same bytes."""

from __future__ import annotations

import io
from typing import Any, Final

from kediri_index.model.yearly import Yearly
from kediri_index.present.document import Document, Section
from kediri_index.present.yearly.wording import YearlyWording
from kediri_index.present.yearly.xlsx.answers_sheet import AnswersSheet
from kediri_index.present.yearly.xlsx.document_sheet import DefinitionSheet, DocumentSheet
from kediri_index.present.yearly.xlsx.leaves import leaves_of
from kediri_index.present.yearly.xlsx.nodes import BookFigures
from kediri_index.present.yearly.xlsx.places import SheetNames, layout
from kediri_index.present.yearly.xlsx.scores_sheet import RecapSheet, ScoresSheet
from kediri_index.present.yearly.xlsx.sheet import OPTIONS, BookStyles, SheetWriter, last_day
from kediri_index.present.yearly.xlsx.summary_sheet import SummarySheet

SEPARATE: Final = ("findings", "sources", "definition")
"""Sections with a sheet of their own, called after them."""


def report_xlsx(yearly: Yearly, document: Document) -> bytes:
    """Return the report as an .xlsx workbook with live formulas."""
    import xlsxwriter  # type: ignore[import-untyped] # noqa: PLC0415 - heavy; it has no py.typed

    data = io.BytesIO()
    with xlsxwriter.Workbook(data, OPTIONS) as book:
        _Book(book, yearly, document).write()
    return data.getvalue()


def properties(document: Document, year: int | None) -> dict[str, object]:
    """Return what a workbook says of itself: as its date the last day of the *year*."""
    return {
        "title": f"{document.head.title} - {document.head.of_index}",
        "comments": document.foot,
        "created": last_day(year),
    }


class _Book:
    def __init__(self, book: Any, yearly: Yearly, document: Document) -> None:  # noqa: ANN401 - XlsxWriter has no types
        self.book = book
        self.document = document
        self.words = YearlyWording(yearly, document.language)
        definition, result = yearly.outcome.definition, yearly.result
        leaves = leaves_of(yearly)
        self.places = layout(definition, leaves, result.lead, document.language)
        self.figures = BookFigures(definition, leaves, result)
        self.styles = BookStyles(book, self.words.decimals)
        book.set_properties(properties(document, result.year or definition.year))
        names: SheetNames = self.places.names
        self.sheets = {
            key: SheetWriter(book.add_worksheet(name))
            for key, name in zip(names._fields, names, strict=True)
        }

    def write(self) -> None:
        """Write every sheet."""
        sheets, styles, places, words = self.sheets, self.styles, self.places, self.words
        definition = DefinitionSheet(sheets["definition"], words, styles, places.names.definition)
        lists = definition.write(self._section("definition"), self.document.foot)
        SummarySheet(self.book, sheets["summary"], words, places, self.figures, styles).write(
            self.document
        )
        ScoresSheet(sheets["scores"], words, places, self.figures, styles, lists.classes).write()
        AnswersSheet(sheets["answers"], words, places, styles, lists.missing_words).write()
        RecapSheet(sheets["recap"], words, places, styles).write()
        together = [one for one in self.document.sections if one.id not in SEPARATE]
        report = DocumentSheet(sheets["report"], styles, together, self.document.apart())
        report.write_head(self.document, words.say("book.report-note"))
        report.write_sections()
        for key in ("findings", "sources"):
            DocumentSheet(sheets[key], styles, self._section(key)).write_sections()
        page = words.say("book.page"), words.say("book.page-of")
        for sheet in sheets.values():
            sheet.finish(self.document.foot, page)

    def _section(self, key: str) -> list[Section]:
        return [one for one in self.document.sections if one.id == key]
