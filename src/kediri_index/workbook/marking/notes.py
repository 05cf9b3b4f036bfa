"""What is put into a marked copy: notes on cells, sheets or the file, already in words."""

from __future__ import annotations

from typing import Final, NamedTuple

from kediri_index.model.findings import Severity

AUTHOR: Final = "kediri-index"
OPENING: Final = "[kediri-index]"
CLOSING: Final = "[/kediri-index]"
"""Between these two stands what we wrote into a comment; all else in it is somebody else's."""
PAINTED: Final = frozenset({Severity.ERROR, Severity.WARNING})
"""What colours its cell; a note of what was taken is only listed."""


class Note(NamedTuple):
    """A finding in words; *sheet* and *cell* say where, None for the sheet or file as a whole."""

    code: str
    severity: Severity
    sheet: str | None
    cell: str | None
    severity_word: str
    seen: str
    repair: str

    def comment(self, at: str) -> str:
        """Return the lines of a comment at the cell *at*, which may be that of a merged range."""
        place = "" if self.cell == at else f"{self.cell}: "
        return f"{self.severity_word.upper()} {self.code}\n{place}{self.seen}\n→ {self.repair}"


class Words(NamedTuple):
    """The fixed words of a marked copy; *headings* are those of the list's five columns."""

    sheet_name: str
    title: str
    introduction: str
    headings: tuple[str, str, str, str, str]
    whole_file: str
    more: str


class NotMarkableError(Exception):
    """A workbook of which no marked copy can be made; *part* is what stands in the way."""

    def __init__(self, part: str) -> None:
        super().__init__(part)
        self.part = part
