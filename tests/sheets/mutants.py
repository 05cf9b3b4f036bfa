"""Workbooks damaged on purpose, the same for the same seed."""

from __future__ import annotations

import re
import struct
import zipfile
from collections.abc import Callable
from functools import wraps
from io import BytesIO
from random import Random

Mutate = Callable[[Random, bytes], bytes]

TOKENS = (
    *("<", ">", "&", "&lol;", "&#0;", "&#xD83D;", "&#x10FFFF;", "]]>", "<![CDATA[", "<!--", "<?a"),
    *("<c>", "</c>", "<c/>", "<v>", "</v>", "<v/>", "<f>", "<is>", "<t>", "<row>", "</row>"),
    *("<sheetData>", "</sheetData>", '<c r="XFD1048576"><v>1</v></c>', "<row r='1048577'/>"),
    *('<mergeCell ref="A1:XFD1048576"/>', '<col min="1" max="16384" hidden="1"/>'),
    *(
        '<dimension ref="A1:XFD1048576"/>',
        "<si><t>x</t></si>",
        "\0",
        "\x07",
        "\ufffe",
        "\U0001f600",
    ),
    *("<!DOCTYPE a>", '<!DOCTYPE a [<!ENTITY lol "lol">]>', '<a xmlns="b">', "</a>"),
)
VALUES = (
    *("", " ", "0", "-1", "-0", "1e9", "1000000000", "99999999999999999999", "1" * 400),
    *("NaN", "INF", "-INF", "inf", "1e400", "0x10", "1_000", "\u0661", "\uff11", "1.5.2", "--1"),
    *("A1", "a1", "$A$1", "XFD1048576", "XFE1", "A1048577", "AAAA1", "A0", "A1:B2", "A1:", ":"),
    *("s", "str", "inlineStr", "b", "e", "d", "n", "q", "true", "veryHidden", "preserve"),
    *("2023-02-30", "9999-99-99T99:99:99", "24:00:00", "#N/A", "\U0001f600", "_x0000_", "_xD83D_"),
    *("..", "/", ".", "../..", "workbook.xml", "../_rels/.rels", "/xl/workbook.xml", "%2e%2e/%00"),
    *("http://contoh.test/a", "file:///etc/passwd", "C:\\a.xml", "styles.xml", "sharedStrings.xml"),
)
READ = re.compile(r"(sheet\d*|workbook|styles|sharedStrings)\.xml$|\.rels$", re.IGNORECASE)
"""The parts that are read at all."""
TAG = re.compile(r"<(?![?!/])[^<>]*>")
VALUE = re.compile(r'(?<=")[^"<>]*(?=")|(?<=>)[^<>]+(?=<)')
DIRECTORY_ENTRY = b"PK\x01\x02"
FIELDS = {"H": (8, 10, 28, 30, 32), "L": (16, 20, 24, 38, 42)}
"""Flags, method, lengths; checksum, sizes, attributes, offset: in an entry of the directory."""


def members_of(data: bytes) -> list[tuple[str, bytes]]:
    with zipfile.ZipFile(BytesIO(data)) as package:
        return [(info.filename, package.read(info)) for info in package.infolist()]


def zipped(members: list[tuple[str, bytes]]) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        for name, content in members:
            package.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def one_part_changed(change: Callable[[Random, str], str]) -> Mutate:
    """Return what changes the text of one XML part; it need not stay XML."""

    @wraps(change)
    def mutate(random: Random, data: bytes) -> bytes:
        members = members_of(data)
        at = random.choice([at for at, (name, _) in enumerate(members) if READ.search(name)])
        name, content = members[at]
        text = change(random, content.decode("utf-8", "replace"))
        members[at] = name, text.encode("utf-8", "surrogatepass")
        return zipped(members)

    return mutate


def bytes_flipped(random: Random, data: bytes) -> bytes:
    changed = bytearray(data)
    for _ in range(random.choice((1, 1, 2, 5, 20))):
        changed[random.randrange(len(changed))] ^= 1 << random.randrange(8)
    return bytes(changed)


def cut_off(random: Random, data: bytes) -> bytes:
    return data[: random.randrange(len(data))]


def hole_cut(random: Random, data: bytes) -> bytes:
    start = random.randrange(len(data))
    return data[:start] + data[start + random.randrange(1, 200) :]


def directory_changed(random: Random, data: bytes) -> bytes:
    changed = bytearray(data)
    entries = [match.start() for match in re.finditer(re.escape(DIRECTORY_ENTRY), data)]
    size = random.choice(("H", "L"))
    at = random.choice(entries) + random.choice(FIELDS[size])
    most = 0xFFFF if size == "H" else 0xFFFFFFFF
    value = random.choice((0, 1, 8, 9, 12, most, most - 1, random.randrange(most)))
    struct.pack_into(f"<{size}", changed, at, value)
    return bytes(changed)


def members_swapped(random: Random, data: bytes) -> bytes:
    members = members_of(data)
    one, other = random.randrange(len(members)), random.randrange(len(members))
    (name, content), (other_name, other_content) = members[one], members[other]
    members[one], members[other] = (name, other_content), (other_name, content)
    return zipped(members)


def member_dropped(random: Random, data: bytes) -> bytes:
    members = members_of(data)
    del members[random.randrange(len(members))]
    return zipped(members)


def member_doubled(random: Random, data: bytes) -> bytes:
    members = members_of(data)
    name, content = random.choice(members)
    names = (name.upper(), name.replace("/", "\\"), f"../{name}", f"/{name}", f"{name}.xml")
    return zipped([*members, (random.choice(names), content)])


@one_part_changed
def token_put_in(random: Random, text: str) -> str:
    at = random.randrange(len(text) + 1)
    return text[:at] + random.choice(TOKENS) + text[at:]


@one_part_changed
def value_replaced(random: Random, text: str) -> str:
    places = list(VALUE.finditer(text))
    for match in sorted(random.sample(places, min(len(places), 2)), key=lambda m: -m.start()):
        text = text[: match.start()] + random.choice(VALUES) + text[match.end() :]
    return text


@one_part_changed
def slice_repeated(random: Random, text: str) -> str:
    start = random.randrange(len(text) + 1)
    piece = text[start : start + random.randrange(1, 300)]
    return text[:start] + piece * random.choice((0, 2, 3, 50)) + text[start + len(piece) :]


@one_part_changed
def element_moved(random: Random, text: str) -> str:
    places = list(TAG.finditer(text))
    if not places:
        return text
    match, target = random.choice(places), random.choice(places)
    return text[: target.start()] + match[0] + text[target.start() :]


@one_part_changed
def nested_deeply(random: Random, text: str) -> str:
    places = [match.end() for match in TAG.finditer(text)] or [len(text)]
    at = random.choice(places)
    tag = random.choice(("c", "row", "is", "r", "a", "x:b", "sheetData"))
    depth = random.choice((3, 99, 101, 20_000))
    closed = f"</{tag}>" * depth if random.random() < 0.5 else ""
    return text[:at] + f"<{tag}>" * depth + closed + text[at:]


@one_part_changed
def entities_declared(random: Random, text: str) -> str:
    levels = "".join(f'<!ENTITY e{level} "{f"&e{level - 1};" * 10}">' for level in range(1, 10))
    bomb = f'<!DOCTYPE a [<!ENTITY e0 "lol">{levels}]>'
    outside = '<!DOCTYPE a [<!ENTITY e9 SYSTEM "file:///etc/passwd">]>'
    places = [match.end() for match in VALUE.finditer(text)] or [0]
    at = random.choice(places)
    text = text[:at] + "&e9;" + text[at:]
    start = text.find("?>") + 2 if text.startswith("<?xml") else 0
    return text[:start] + random.choice((bomb, outside)) + text[start:]


@one_part_changed
def encoded_otherwise(random: Random, text: str) -> str:
    name = random.choice(("UTF-16", "UTF-32", "ascii", "latin-1", "windows-1252", "utf-7", "x"))
    rest = text[text.find("?>") + 2 :] if text.startswith("<?xml") else text
    return f'<?xml version="1.0" encoding="{name}"?>{rest}'


MUTATIONS: tuple[Mutate, ...] = (
    bytes_flipped,
    cut_off,
    hole_cut,
    directory_changed,
    members_swapped,
    member_dropped,
    member_doubled,
    token_put_in,
    value_replaced,
    slice_repeated,
    element_moved,
    nested_deeply,
    entities_declared,
    encoded_otherwise,
)
