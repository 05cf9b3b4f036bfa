"""What a file is by its first bytes, and whether its ending says the same."""

from __future__ import annotations

import os.path
import re
from enum import StrEnum
from typing import Final

from kediri_index.model.findings import Finding

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
_HTML_START: Final = re.compile(
    r"<(?:!doctype\s+html|!--|html|head|body|meta|style|script|table|div|center)\b|mime-version:",
    re.IGNORECASE,
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
    if _HTML_START.match(text):
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
