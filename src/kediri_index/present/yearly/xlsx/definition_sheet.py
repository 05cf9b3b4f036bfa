"""The sheet of the definition, with the lists of words that formulas look things up in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kediri_index.model.missing_words import MISSING_WORDS
from kediri_index.present.document import Section
from kediri_index.present.yearly.words import YearlyWords
from kediri_index.present.yearly.xlsx.document_sheet import DocumentSheet
from kediri_index.present.yearly.xlsx.sheet import SheetWriter
from kediri_index.present.yearly.xlsx.styles import Styles


class Lists(NamedTuple):
    """Where the names of the classes stand, and the words for a missing answer."""

    classes: str
    missing_words: str


class DefinitionSheet:
    """Writes the sheet, which is called *name*."""

    def __init__(self, sheet: SheetWriter, words: YearlyWords, styles: Styles, name: str) -> None:
        self.sheet = sheet
        self.words = words
        self.styles = styles
        self.name = name
        self.row = 0

    def write(self, sections: Sequence[Section], foot: str) -> Lists:
        """Write it all; return where the lists are."""
        own = DocumentSheet(self.sheet, self.styles, sections)
        own.write_sections()
        own.write_foot(foot)
        self.row = own.row
        classes = [self.words.label(one.label) for one in self.words.definition.classes]
        return Lists(
            self._list("book.classes", classes),
            self._list("book.missing-words", [word for word in MISSING_WORDS if word]),
        )

    def _list(self, title: str, entries: Sequence[str]) -> str:
        """Write a list below what is there; return its range."""
        first = self.row + 2
        if entries:
            said = self.words.say(title)
            self.sheet.put(first - 1, 0, said, self.styles.subheading, across=0)
            for at, entry in enumerate(entries):
                self.sheet.put(first + at, 0, entry, self.styles.cell(left=True))
            self.row = first + len(entries)
        return f"{self.name}!$A${first + 1}:$A${first + max(1, len(entries))}"
