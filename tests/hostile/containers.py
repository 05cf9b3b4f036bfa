"""Containers that lie: zips that grow, overlap, hide, contradict themselves, or are none."""

from __future__ import annotations

import bz2
import lzma
import struct
import zlib

from tests.hostile.cases import Case
from tests.hostile.cases import file_case as _case
from tests.hostile.making import (
    SHEET,
    Entry,
    Flood,
    by_hand,
    entries,
    parts,
    workbook,
    zipped,
)

GOOD = parts()
CLEAN_SHEET = GOOD[SHEET]


def _with(entry: Entry) -> bytes:
    """Return the good workbook with another sheet's member."""
    return by_hand(entries(GOOD, sheet1=entry))


def _sheet_lies(**fields: int | bytes) -> bytes:
    """Return the good workbook, whose directory says otherwise of the sheet."""
    return _with(Entry(SHEET, CLEAN_SHEET, central=fields))


def _sheet_denies(**fields: int | bytes) -> bytes:
    """Return the good workbook, whose sheet's own header says otherwise than the directory."""
    return _with(Entry(SHEET, CLEAN_SHEET, local=fields))


def _extra(*names: str | bytes) -> bytes:
    return by_hand([*entries(GOOD), *(Entry(name, "x") for name in names)])


def _overlapping(count: int, size: int) -> bytes:
    """Return a package whose many members share the bytes of one, as in the "better zip bomb"."""
    first = Entry("xl/media/0.bin", Flood("", "0", "", size))
    start = sum(len(one.packed) + 30 + len(one.name) for one in entries(GOOD))
    others = []
    for number in range(1, count):
        other = Entry(f"xl/media/{number}.bin", "")
        other.central = {**first.central, "name": other.name, "offset": start}
        others.append(other)
    return by_hand([*entries(GOOD), first, *others])


def _quoted(shared: str) -> bytes:
    """Return a package where the sheet's member points at another member's bytes."""
    whole = entries(GOOD)
    place = next(i for i, e in enumerate(whole) if e.name == SHEET.encode())
    other = Entry(shared, CLEAN_SHEET)
    start = sum(len(e.packed) + 30 + len(e.name) for e in whole)
    whole[place] = Entry(SHEET, CLEAN_SHEET, central={"offset": start})
    return by_hand([*whole, other])


def _compressed(method: int, packed: bytes) -> bytes:
    entry = Entry(SHEET, CLEAN_SHEET)
    entry.packed = packed
    same = {"method": method, "packed": len(packed)}
    entry.local = {**entry.local, **same}
    entry.central = {**entry.central, **same}
    return _with(entry)


def _zip64_lies(size: int) -> bytes:
    """Return the good workbook whose sheet has its sizes in a zip64 field, and not true ones."""
    extra = struct.pack("<HHQQ", 1, 16, size, size)
    return _sheet_lies(size=0xFFFFFFFF, packed=0xFFFFFFFF, extra=extra)


def _end_record(**fields: int) -> bytes:
    """Return the good workbook with another end of its directory."""
    data = bytearray(zipped(GOOD.items()))
    end = data.rindex(b"PK\x05\x06")
    places = {"entries_here": 8, "entries": 10, "directory": 12, "offset": 16, "comment": 20}
    for name, value in fields.items():
        form = "<I" if name in {"directory", "offset"} else "<H"
        struct.pack_into(form, data, end + places[name], value)
    return bytes(data)


def _inside(name: str) -> bytes:
    """Return a zip that holds a workbook, instead of being one."""
    return zipped([(name, zipped(GOOD.items()))])


def _raw_lzma(data: bytes) -> bytes:
    packed = lzma.compress(data, lzma.FORMAT_RAW, filters=[{"id": lzma.FILTER_LZMA1}])
    properties = b"\x5d\0\0\x80\0"  # what FORMAT_RAW takes where nothing is said
    return struct.pack("<BBH", 9, 4, len(properties)) + properties + packed


def _ole(stream: str) -> bytes:
    """Return the beginning of a compound file with the name of a *stream* in its directory."""
    return (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1016) + stream.encode("utf-16-le") + bytes(512)
    )


ROWS = CLEAN_SHEET.encode() if isinstance(CLEAN_SHEET, str) else CLEAN_SHEET
BOMB = Flood("", "0", "", 180_000_000)

CASES: tuple[Case, ...] = (
    _case("nothing at all", b"", "F101"),
    _case("one byte", b"P", "F107"),
    _case("only the end of a zip", b"PK\x05\x06" + bytes(18), "F122"),
    _case("only the start of a zip", b"PK\x03\x04", "F110"),
    _case("a zip within a zip", lambda: _inside("a.xlsx"), "F122"),
    _case("a zip without a workbook", lambda: zipped([("a.txt", "x")]), "F122"),
    _case("a bomb beside the parts", lambda: by_hand([*entries(GOOD), Entry("b", BOMB)]), "F116"),
    _case(
        "a bomb in pieces",
        lambda: by_hand([*entries(GOOD), *(Entry(f"b{n}", BOMB) for n in range(3))]),
        "F115", "F116",
    ),
    _case(
        "a bomb that is stored, not packed",
        lambda: by_hand([*entries(GOOD), Entry("b", bytes(1000), method=0, central={"size": 250_000_000})]),
        "F114", "F116",
    ),
    _case("many members of the same bytes", lambda: _overlapping(250, 8_000_000), "F112", "F115", "F116"),
    _case("few members of the same bytes", lambda: _overlapping(5, 60_000), "F112", "F116"),
    _case("a sheet that is another member", lambda: _quoted("xl/worksheets/lain.xml"), "F112"),
    _case("a larger size declared", lambda: _sheet_lies(size=len(ROWS) + 1), "F112 Penilaian"),
    _case("a smaller size declared", lambda: _sheet_lies(size=len(ROWS) - 1), "F112 Penilaian"),
    _case("a size of zero declared", lambda: _sheet_lies(size=0), "F112 Penilaian"),
    _case("a size of four gigabytes declared", lambda: _sheet_lies(size=0xFFFFFFFE), "F114", "F115", "F116"),
    _case("a packed size beyond the end", lambda: _sheet_lies(packed=1 << 20), "F112"),
    _case("a packed size cut short", lambda: _sheet_lies(packed=20), "F111 Penilaian"),
    _case("a packed size of nothing", lambda: _sheet_lies(packed=0), "F111 Penilaian"),
    _case("a packed size that hides a ratio", lambda: _sheet_lies(packed=len(zlib.compress(ROWS)) + 40), "F112"),
    _case("zip64 that lies of four exabytes", lambda: _zip64_lies(1 << 62), "F112", "F114", "F115"),
    _case("zip64 with half a field", lambda: _sheet_lies(size=0xFFFFFFFF, extra=b"\x01\x00\x08\x00\x00"), "F110"),
    _case("a wrong checksum", lambda: _sheet_lies(checksum=1), "F111 Penilaian"),
    _case("an offset beyond the file", lambda: _sheet_lies(offset=1 << 30), "F111 Penilaian"),
    _case("an offset into the middle", lambda: _sheet_lies(offset=5), "F112"),
    _case("another name in its own header", lambda: _sheet_denies(name=b"xl/worksheets/sheet2.xml"), "F111 Penilaian"),
    _case("other sizes in its own header", lambda: _sheet_denies(size=7, packed=3, checksum=1)),
    _case("another method in its own header", lambda: _sheet_denies(method=0)),
    _case("a field of its own header beyond the end", lambda: _sheet_denies(extra=b"")),
    _case("encrypted", lambda: _sheet_lies(flags=0x801), "F119"),
    _case("encrypted strongly", lambda: _sheet_lies(flags=0x841), "F119"),
    _case("a masked directory", lambda: _sheet_lies(flags=0x2800), "F119"),
    _case("a patch", lambda: _sheet_lies(flags=0x820), "F111 Penilaian"),
    _case("packed with bzip2", lambda: _compressed(12, bz2.compress(ROWS)), "F111 Penilaian"),
    _case("packed with lzma", lambda: _compressed(14, _raw_lzma(ROWS)), "F111 Penilaian"),
    _case("packed with deflate64", lambda: _compressed(9, Entry(SHEET, ROWS).packed), "F111 Penilaian"),
    _case("packed with a method that nobody has", lambda: _compressed(77, ROWS), "F111 Penilaian"),
    _case("not deflated at all", lambda: _compressed(8, b"\xff" * 200), "F111 Penilaian"),
    _case("something before the zip", lambda: b"#!/bin/sh\n" + zipped(GOOD.items()), "F109"),
    _case("a zip before the zip", lambda: zipped([("a.txt", "x")]) + zipped(GOOD.items())),
    _case("something after the zip", lambda: zipped(GOOD.items()) + b"\0" * 30_000),
    _case("much after the zip", lambda: zipped(GOOD.items()) + b"\0" * 100_000, "F110"),
    _case("a comment that never ends", lambda: _end_record(comment=60_000)),
    _case("a directory elsewhere", lambda: _end_record(offset=1 << 31), "F111"),
    _case("a directory without end", lambda: _end_record(directory=1 << 31), "F110"),
    _case("fewer members than there are", lambda: _end_record(entries=1, entries_here=1)),
    _case("65,000 members", lambda: _extra(*(f"m/{n}" for n in range(65_000))), "F113"),
    _case("65,000 members, and only one declared",
          lambda: _extra(*(f"m/{n}" for n in range(65_000)))[:-14] + struct.pack("<HHIIH", 1, 1, 60, 0, 0), "F113"),
    _case("a part twice", lambda: zipped([*GOOD.items(), (SHEET, "<a/>")]), "F117"),
    _case("a part twice by its case", lambda: _extra(SHEET.upper()), "F117"),
    _case("a part twice by its slashes", lambda: _extra(SHEET.replace("/", "\\")), "F117"),
    _case("a name that leads upward", lambda: _extra("../../../etc/cron.d/a"), "F118"),
    _case("a name from the root", lambda: _extra("/etc/passwd"), "F118"),
    _case("a name of a drive", lambda: _extra("C:\\a.dll", "\\\\host\\share\\b"), "F118"),
    _case("a name with a null", lambda: _extra("xl/a\0.xml"), "F118"),
    _case("a name with line ends", lambda: _extra("../a\r\n::error::b"), "F118"),
    _case("a name with escapes", lambda: _extra("../\x1b[2J\x1b]52;c;aGk=\x07\u202exslx.a"), "F118"),
    _case("a name that is no UTF-8", lambda: _extra(b"xl/\xff\xfe.xml"), "F110"),
    _case("a name of 60,000 letters", lambda: _extra("../" + "n" * 60_000), "F118"),
    _case("a member without a name", lambda: _extra("")),
    _case("a folder as a sheet", lambda: zipped([(n + "/" if n == SHEET else n, c) for n, c in GOOD.items()]), "F204 Penilaian"),
    _case("an .xls", b"\x09\x08\x10\0\0\x06\x05\0" + bytes(400), "F109"),
    _case("an old .xls", b"\x09\x04\x06\0\0\0\x10\0" + bytes(400), "F103"),
    _case("an .xls in a compound file", lambda: _ole("Workbook"), "F103"),
    _case("with a password", lambda: _ole("EncryptedPackage"), "F104"),
    _case("with a password, named .csv", lambda: _ole("EncryptedPackage"), "F104", file="a.csv"),
    _case("a compound file of eight bytes", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "F103"),
    _case("a web page", b"<html><body><table><tr><td>Kode</table><script>alert(1)</script>", "F105"),
    _case("a web page in UTF-16", "\ufeff<!DOCTYPE html><table>".encode("utf-16-le"), "F105"),
    _case("a mail with a web page", b"MIME-Version: 1.0\nContent-Type: multipart/related\n", "F105"),
    _case("flat XML", b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>', "F106"),
    _case("rich text", b"{\\rtf1\\ansi Kode}", "F109"),
    _case("a PDF", b"%PDF-1.7\n%\xe2\xe3", "F109"),
    _case("an image", b"\x89PNG\r\n\x1a\n" + bytes(50), "F109"),
    _case("a program", b"\x7fELF\x02\x01\x01" + bytes(50), "F109"),
    _case("gzip", b"\x1f\x8b\x08\0" + bytes(50), "F109"),
    _case("zeros", bytes(1 << 20), "F109"),
    _case("noise", bytes(i * 2654435761 >> 7 & 255 for i in range(1, 5000)), "F109"),
    _case("an OpenDocument", lambda: zipped([("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "<a/>")]), "F120"),
    _case("a Numbers document", lambda: zipped([("Index/Document.iwa", b"\0"), ("preview.jpg", b"\xff\xd8\xff")]), "F122"),
    _case("a binary workbook", lambda: zipped([("_rels/.rels", GOOD["_rels/.rels"]), ("xl/workbook.bin", b"\x83\x01\0")]), "F121"),
    _case("a letter (.docx)", lambda: zipped([("word/document.xml", "<a/>"), ("[Content_Types].xml", "<Types/>")]), "F122"),
    _case("a workbook named .csv", workbook, "F108", file="a.csv"),
    _case("a workbook named .xls", workbook, "F108", file="a.xls"),
    _case("a table named .xlsx", b"Kode,Nilai mandiri\nA-1,3\n", "F107"),
)  # fmt: skip
