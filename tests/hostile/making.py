"""Small packages, each part of which a case can replace; and what repeats cheaply."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from io import BytesIO
from xml.sax.saxutils import escape, quoteattr

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"

BOOK, RELATIONS, SHEET = "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml"
STRINGS, STYLES = "xl/sharedStrings.xml", "xl/styles.xml"
OPEN_SHEET = f'<worksheet xmlns="{MAIN}"><sheetData>'
CLOSE_SHEET = "</sheetData></worksheet>"
Parts = dict[str, "bytes | str"]


def text_cell(address: str, text: str) -> str:
    """Return a cell that holds *text* itself."""
    return f'<c r="{address}" t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'


def number_cell(address: str, value: str, attributes: str = "") -> str:
    """Return a cell whose value is written *value*, whatever that is."""
    return f'<c r="{address}"{attributes}><v>{value}</v></c>'


HEADERS = (
    '<row r="1">' + text_cell("A1", "Kode") + text_cell("B1", "Indikator")
    + text_cell("C1", "Nilai mandiri") + "</row>"
)  # fmt: skip


def row(number: int, code: str, cell: str) -> str:
    """Return a row: an indicator's *code*, and the cell of its answer."""
    return f'<row r="{number}">{text_cell(f"A{number}", code)}{cell}</row>'


def answers(*, first: str = number_cell("C2", "3"), second: str = number_cell("C3", "2")) -> str:
    """Return the rows of a whole answer: A-1 in row 2, B-1 in row 3."""
    return HEADERS + row(2, "A-1", first) + row(3, "B-1", second)


def sheet(rows: str, *, before: str = "", after: str = "") -> str:
    """Return the part of a sheet."""
    return f'<worksheet xmlns="{MAIN}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>'


def relations(entries: Iterable[tuple[str, str, str]], extra: str = "") -> str:
    """Return a part of relations: id, kind, target."""
    said = "".join(
        f'<Relationship Id="{name}" Type="{DOCUMENT}/{kind}" Target={quoteattr(target)}/>'
        for name, kind, target in entries
    )
    return f'<Relationships xmlns="{PACKAGE}">{said}{extra}</Relationships>'


def book(names: Iterable[str], *, before: str = "") -> str:
    """Return the workbook's own part; the sheets are related as rId1, rId2, …"""
    listed = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{number}" r:id="rId{number}"/>'
        for number, name in enumerate(names, 1)
    )
    return (
        f'<workbook xmlns="{MAIN}" xmlns:r="{DOCUMENT}">{before}<sheets>{listed}</sheets>'
        "</workbook>"
    )


def parts(
    *sheets: str,
    names: Iterable[str] = ("Penilaian",),
    strings: str | None = None,
    styles: str | None = None,
    changed: Mapping[str, bytes | str | None] | None = None,
) -> Parts:
    """Return the parts of a workbook; *sheets* are whole parts, *changed* replace or (None) drop.

    Without *sheets* there is one, which is without fault.
    """
    sheets = sheets or (sheet(answers()),)
    related = [
        (f"rId{number}", "worksheet", f"worksheets/sheet{number}.xml")
        for number in range(1, len(sheets) + 1)
    ]
    made: dict[str, bytes | str | None] = {
        "[Content_Types].xml": (
            f'<Types xmlns="{CONTENT_TYPES}"><Default Extension="xml" ContentType="{SPREADSHEET}'
            '.sheet.main+xml"/></Types>'
        ),
        "_rels/.rels": relations([("rId1", "officeDocument", BOOK)]),
        BOOK: book(names),
    }
    made |= {f"xl/worksheets/sheet{number}.xml": one for number, one in enumerate(sheets, 1)}
    if strings is not None:
        related.append(("rIdStrings", "sharedStrings", "sharedStrings.xml"))
        made[STRINGS] = f'<sst xmlns="{MAIN}">{strings}</sst>'
    if styles is not None:
        related.append(("rIdStyles", "styles", "styles.xml"))
        made[STYLES] = f'<styleSheet xmlns="{MAIN}">{styles}</styleSheet>'
    made[RELATIONS] = relations(related)
    made |= changed or {}
    return {name: content for name, content in made.items() if content is not None}


def zipped(members: Iterable[tuple[str, bytes | str]], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a package of *members*, whose names stand as they are and may repeat."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", method, compresslevel=1) as package:
        for name, content in members:
            info = zipfile.ZipInfo(name)
            info.filename = info.orig_filename = name
            package.NameToInfo.pop(name, None)
            package.writestr(info, content, method)
    return file.getvalue()


def workbook(*sheets: str, **changes: object) -> bytes:
    """Return the package of what :func:`parts` makes."""
    return zipped(parts(*sheets, **changes).items())  # type: ignore[arg-type]


class Flood:
    """A part that repeats one block, compressed once and its compressed form repeated."""

    def __init__(self, start: str, unit: str, end: str, size: int) -> None:
        encoded = unit.encode()
        block = encoded * max(1, (1 << 20) // len(encoded))
        count = max(1, size // len(block))
        packer = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
        head = packer.compress(start.encode()) + packer.flush(zlib.Z_FULL_FLUSH)
        body = packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH)
        tail = packer.compress(end.encode()) + packer.flush()
        self.packed = head + body * count + tail
        self.size = len(start.encode()) + len(block) * count + len(end.encode())
        self.units = len(block) // len(encoded) * count
        checksum = zlib.crc32(start.encode())
        for _ in range(count):
            checksum = zlib.crc32(block, checksum)
        self.checksum = zlib.crc32(end.encode(), checksum)


class Entry:
    """A member written by hand: every field of its two headers can be made to lie."""

    def __init__(
        self,
        name: str | bytes,
        content: bytes | str | Flood,
        *,
        method: int = 8,
        local: Mapping[str, int | bytes] | None = None,
        central: Mapping[str, int | bytes] | None = None,
    ) -> None:
        self.name = name.encode() if isinstance(name, str) else name
        if isinstance(content, Flood):
            self.packed, size, checksum = content.packed, content.size, content.checksum
        else:
            plain = content.encode() if isinstance(content, str) else content
            packer = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
            self.packed = packer.compress(plain) + packer.flush() if method == 8 else plain
            size, checksum = len(plain), zlib.crc32(plain)
        self.fields: dict[str, int | bytes] = {
            "flags": 0x800, "method": method, "checksum": checksum,
            "packed": len(self.packed), "size": size, "extra": b"", "name": self.name,
        }  # fmt: skip
        self.local = {**self.fields, **(local or {})}
        self.central = {**self.fields, **(central or {})}


def by_hand(entries: Iterable[Entry], *, before: bytes = b"", after: bytes = b"") -> bytes:
    """Return a package of *entries*; an ``offset`` in ``central`` points elsewhere."""
    data, directory, count = bytearray(before), bytearray(), 0
    for entry in entries:
        offset = len(data)
        data += _header(b"PK\x03\x04", "<HHHHHIIIHH", entry.local) + entry.packed
        offset = int(entry.central.get("offset", offset))
        head = _header(b"PK\x01\x02\x14\x00", "<HHHHHIIIHH", entry.central, tail=offset)
        directory += head
        count += 1
    start = len(data)
    end = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, count & 0xFFFF, count & 0xFFFF,
                      len(directory), start, 0)  # fmt: skip
    return bytes(data) + bytes(directory) + end + after


def _header(
    start: bytes, form: str, fields: Mapping[str, int | bytes], tail: int | None = None
) -> bytes:
    name, extra = bytes(fields["name"]), bytes(fields["extra"])
    packed = struct.pack(
        form, 20, fields["flags"], fields["method"], 0, 0x21, fields["checksum"],
        fields["packed"], fields["size"], len(name), len(extra),
    )  # fmt: skip
    if tail is not None:
        packed += struct.pack("<HHHII", 0, 0, 0, 0, tail)
    return start + packed + name + extra


def entries(made: Mapping[str, bytes | str], **replaced: Entry) -> list[Entry]:
    """Return *made* as entries; *replaced* by the last name of the part, without its ending."""
    found = []
    for name, content in made.items():
        short = name.rsplit("/", 1)[-1].partition(".")[0]
        found.append(replaced.get(short) or Entry(name, content))
    return found


def flooded(
    start: str, unit: str, end: str, size: int, part: str = SHEET, made: Parts | None = None
) -> bytes:
    """Return a workbook one part of which repeats *unit* up to about *size* bytes."""
    others = {name: one for name, one in (made or parts()).items() if name != part}
    return by_hand([*entries(others), Entry(part, Flood(start, unit, end, size))])
