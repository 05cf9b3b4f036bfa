"""What cannot be read: a file by its first bytes or its size, or a cell; findings are bounded."""

from __future__ import annotations

import os.path
import re
import time
from collections.abc import Iterable
from enum import StrEnum
from typing import Final

from kediri_index.model.findings import Finding
from kediri_index.model.limits import Limits
from kediri_index.model.workbook import Sheet, column_letters

LIMIT_OF: Final = {
    "F102": "file_bytes",
    "F113": "members",
    "F114": "member_bytes",
    "F115": "total_bytes",
    "F116": "ratio",
    "F205": "sheets",
    "F206": "cells",
    "F207": "text_length",
    "F208": "seconds",
    "F224": "elements",
    "F225": "rows",
    "F226": "columns",
    "F227": "strings",
    "F228": "texts",
}
"""Which limit of reading a code is about."""
_LIMIT_OF_ROWS: Final = {"F443": "findings", "F444": "units", "S720": "comparisons"}


thread_time = getattr(time, "thread_time", time.process_time)
"""The seconds of the processor so far; of the process where it has one thread, as in a browser."""

LONGEST_NAME: Final = 31
"""Characters of a sheet's name in Excel."""


class RefusedError(Exception):
    """A file is not read on; *findings* say why. Never leaves this package."""

    def __init__(self, *findings: Finding) -> None:
        super().__init__(", ".join(finding.code for finding in findings))
        self.findings = findings


def refuse_floods(path: str, sheets: Iterable[Sheet], limits: Limits) -> None:
    """Raise :class:`RefusedError` for cells that together contain more text than is kept.

    A sheet's name counts with each cell, beyond what a name may usually have.
    """
    letters = 0
    for sheet in sheets:
        letters += sum(len(text) for row in sheet.rows.values() for text in row.texts)
        letters += sheet.filled * max(0, len(sheet.name) - LONGEST_NAME)
    if letters > limits.texts:
        raise RefusedError(limit_finding("F228", path, limits, letters))


def limit_finding(code: str, path: str, limits: Limits, seen: int, **params: object) -> Finding:
    """Return a finding that says which limit was passed, and the option that raises it."""
    name = LIMIT_OF.get(code) or _LIMIT_OF_ROWS[code]
    limit = getattr(limits, name)
    option = f"--limit {name}={max(seen, 2 * limit, 1)}"
    return Finding(
        code, file=path, params={"limit": limit, "seen": seen, "option": option, **params}
    )


TEXT_ENDINGS: Final = frozenset({".csv", ".tsv", ".txt"})
WORKBOOK_ENDINGS: Final = frozenset({".xlsx", ".xlsm", ".xltx", ".xltm"})
_OTHER_SPREADSHEET_ENDINGS: Final = frozenset({".xls", ".xlt", ".xlsb", ".ods"})
_OTHER_ENDINGS: Final = frozenset({".doc", ".docx", ".htm", ".html", ".pdf", ".xml"})

_SNIFFED_BYTES: Final = 4096
_OLE_SIGNATURE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BIFF_SIGNATURES: Final = (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00")
_ENCRYPTED_STREAM: Final = "EncryptedPackage".encode("utf-16-le")
_BINARY_SIGNATURES: Final = (
    *(b"%PDF-", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"7z\xbc\xaf"),
    *(b"Rar!", b"BZh", b"\xfd7zXZ", b"SQLite format 3", b"PAR1", b"\x7fELF", b"MZ\x90", b"{\\rtf"),
)
_HTML_START: Final = (
    r"(?i)<(?:!doctype\s+html|!--|html|head|body|meta|style|script|table|div|center)\b"
    r"|mime-version:"
)
_NOT_TEXT: Final = re.compile(rb"[\x00-\x08\x0e-\x19\x1b-\x1f]")


class Content(StrEnum):
    """What the bytes of a file are."""

    EMPTY = "empty"
    ZIP = "zip"
    OLD_EXCEL = "old_excel"
    ENCRYPTED = "encrypted"
    HTML = "html"
    XML = "xml"
    TEXT = "text"
    BINARY = "binary"


_REFUSED_AS: Final = {
    Content.EMPTY: "F101",
    Content.OLD_EXCEL: "F103",
    Content.ENCRYPTED: "F104",
    Content.HTML: "F105",
    Content.XML: "F106",
    Content.BINARY: "F109",
}


def ending_of(path: str) -> str:
    """Return the ending of *path* in lower case with its point, or nothing."""
    return os.path.splitext(path)[1].lower()  # noqa: PTH122 - pathlib is not imported at start


def content_of(path: str, data: bytes) -> Content:
    """Return what *data* is; the ending of *path* only decides what a text with NUL bytes is."""
    if not data:
        return Content.EMPTY
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return Content.ZIP
    if data.startswith(_OLE_SIGNATURE):
        return Content.ENCRYPTED if _ENCRYPTED_STREAM in data else Content.OLD_EXCEL
    if data.startswith(_BIFF_SIGNATURES):
        return Content.OLD_EXCEL
    if data.startswith(_BINARY_SIGNATURES):
        return Content.BINARY
    return _text_content(path, data[:_SNIFFED_BYTES])


def _text_content(path: str, head: bytes) -> Content:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = head.decode("utf-16", "replace")
    elif _NOT_TEXT.search(head) and ending_of(path) not in TEXT_ENDINGS:
        return Content.BINARY
    else:
        text = head.removeprefix(b"\xef\xbb\xbf").decode("latin-1")
    text = text.lstrip()
    if re.match(_HTML_START, text):
        return Content.HTML
    if text.startswith("<?xml"):
        return Content.HTML if "<html" in text.lower() else Content.XML
    return Content.TEXT


def refused_content(path: str, content: Content) -> Finding | None:
    """Return why a file of this *content* is not read, or nothing where it may be."""
    code = _REFUSED_AS.get(content)
    ending = ending_of(path)
    if content is Content.TEXT and ending in WORKBOOK_ENDINGS | _OTHER_SPREADSHEET_ENDINGS:
        code = "F107"
    return Finding(code, file=path, params={"ending": ending}) if code else None


def misnamed_workbook(path: str) -> Finding | None:
    """Return a finding where the ending of *path* is not that of the workbook it is."""
    ending = ending_of(path)
    if ending in TEXT_ENDINGS | _OTHER_SPREADSHEET_ENDINGS | _OTHER_ENDINGS:
        return Finding("F108", file=path, params={"ending": ending})
    return None


SHOWN_OF_A_KIND: Final = 100
_LONGEST_SHOWN: Final = 500


class FaultLog:
    """Takes findings about cells of one sheet; of each code only the first hundred are kept."""

    def __init__(self, path: str, sheet: str) -> None:
        self._path = path
        self._sheet = sheet
        self._findings: list[Finding] = []
        self._counts: dict[str, int] = {}

    def add(self, code: str, cell: str | None, value: str | None, **params: object) -> None:
        """Note a fault at the address *cell*, or of the sheet."""
        count = self._counts[code] = self._counts.get(code, 0) + 1
        if count <= SHOWN_OF_A_KIND:
            value = value and _clipped(value)
            shown = {
                name: _clipped(one) if isinstance(one, str) else one for name, one in params.items()
            }
            self._findings.append(
                Finding(code, self._path, self._sheet, cell, value=value, params=shown)
            )

    def findings(self) -> list[Finding]:
        """Return what was noted, and how much more there is of what was cut short."""
        more = [
            Finding("F222", self._path, self._sheet, params={"code": code, "count": rest})
            for code, count in self._counts.items()
            if (rest := count - SHOWN_OF_A_KIND) > 0
        ]
        return self._findings + more


def _clipped(text: str) -> str:
    """Return as much of *text* as anyone would read."""
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"


def address_of(row: int, column: int) -> str:
    """Return the address of a cell whose row and column count from 1."""
    return f"{column_letters(column)}{row}"
