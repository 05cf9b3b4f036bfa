"""Examples of the families F1 and F3: what a file is, and tables as text."""

from __future__ import annotations

import struct

from examples.finding_examples.example import ANYWHERE, Example, Place, of_file, of_folder
from examples.finding_examples.packages import ANSWERS_PART, packed, parts_of, patched_directory
from examples.finding_examples.rows import TWO_SCORES
from examples.finding_examples.workbooks import ANSWERS_SHEET, form

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)
"""The first bytes of an old Excel file, and of an encrypted new one."""

CLEAN = form(*TWO_SCORES)
STORED = packed(parts_of(CLEAN), stored=True)
WHOSE = "Wilayah,Kota Contoh\nTahun,2023\n"
FLAGS, CHECKSUM, SIZE = 8, 16, 24
"""Where these stand in the directory entry of a part."""


def _table(code: str, data: str | bytes, line: int | None = None, seen: str = "") -> Example:
    place = Place(line=line, value=seen or None)
    content = data if isinstance(data, bytes) else data.encode()
    return of_file(code, content, place, ending="csv")


def _file(code: str, data: str | bytes, ending: str = "xlsx") -> Example:
    content = data if isinstance(data, bytes) else data.encode()
    return of_file(code, content, ANYWHERE, ending=ending)


def _beside(code: str, name: str, data: bytes) -> Example:
    """Return an example of a file that is passed over in a folder."""
    return of_folder(code, {"isian.xlsx": CLEAN, name: data}, name, ANYWHERE)


def _limited(code: str, limit: str, data: bytes = CLEAN) -> Example:
    return of_file(code, data, ANYWHERE, "--limit", limit)


def _patched(code: str, offset: int, patch: bytes) -> Example:
    """Return an example of a directory entry that says something else of the answers."""
    data = patched_directory(CLEAN, ANSWERS_PART, offset, patch)
    return of_file(code, data, Place(ANSWERS_SHEET))


def _spaced() -> bytes:
    """Return a workbook whose answers are followed by many spaces, which pack well."""
    parts = parts_of(CLEAN)
    return packed({**parts, ANSWERS_PART: parts[ANSWERS_PART] + b" " * 100_000})


EXAMPLES: tuple[Example, ...] = (
    _file("F101", ""),
    _limited("F102", "file_bytes=1000"),
    _file("F103", OLE + "Workbook".encode("utf-16-le"), "xls"),
    _file("F104", OLE + "EncryptedPackage".encode("utf-16-le")),
    _file("F105", "\n<table><tr><td>Kode</td><td>Nilai asesor</td></tr></table>\n", "xls"),
    _file("F106", '<?xml version="1.0"?>\n<Workbook/>\n', "xls"),
    _file("F107", WHOSE + "\nKode,Nilai asesor\nU-1,3\n"),
    _file("F108", CLEAN, "csv"),
    _file("F109", "%PDF-1.7\n", "pdf"),
    _file("F110", STORED[:-30]),
    _patched("F111", CHECKSUM, b"abcd"),
    _patched("F112", SIZE, struct.pack("<L", 9_999)),
    _limited("F113", "members=2"),
    _limited("F114", "member_bytes=5000"),
    _limited("F115", "total_bytes=5000"),
    _limited("F116", "ratio=50", _spaced()),
    _file("F117", packed([*parts_of(CLEAN).items(), ("XL/Workbook.xml", b"<workbook/>")])),
    _file("F118", packed([*parts_of(CLEAN).items(), ("../contoh.xml", b"<contoh/>")])),
    _file("F119", patched_directory(CLEAN, ANSWERS_PART, FLAGS, b"\x01\x00")),
    _file("F120", packed({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}), "ods"),
    _file("F121", packed({"xl/workbook.bin": b"\x83\x01"}), "xlsb"),
    _file("F122", packed({"word/document.xml": b"<document/>"}), "docx"),
    _table(
        "F301",
        (WHOSE + "\nKode,Nilai asesor,Keterangan\nU-1,3,kafé\n").encode("cp1252"),
        5,
        "é",
    ),
    _table("F302", (WHOSE + "\nKode,Nilai asesor\nU-1,").encode() + b"\x81\n", 5),
    _beside("F125", "._isian.xlsx", b"\0\x05\x16\x07"),
    _beside("F126", "kiriman.zip", b"PK\x05\x06" + bytes(18)),
    _beside("F127", "surat.pdf", b"%PDF-1.7\n"),
    _table("F303", WHOSE + "\nKode,Nilai asesor\nU-1,\0\n", 5),
    _table("F304", "Kode,Indikator;Nilai asesor\nU-1,Layanan daring;3\n"),
    _table("F305", WHOSE + '\nKode,Nilai asesor\nU-1,"3\n', 5),
    _table("F306", (WHOSE + "\nKode,Nilai asesor\nU-1,").replace(",", ";") + "3,2\n"),
)
