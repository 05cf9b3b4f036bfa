"""Changes of an .xlsx: of its parts, and of the XML in them."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from io import BytesIO
from random import Random

from tests.hostile.fuzz.strings import VALUES, changed_bytes, changed_pieces, recoded

_TOKEN = re.compile(r"<[^>]*>|[^<]+")
_ATTRIBUTE = re.compile(r'([\w:]+)="([^"]*)"')
_CELL = re.compile(r"<c\b[^>]*>")
_TEXT = re.compile(r"(?<=>)[^<>]+(?=</(?:v|t|f)>)")
_INSERTED = (
    '<mergeCells count="1"><mergeCell ref="A1:H9"/></mergeCells>', '<mergeCell ref="B2:XFD1048576"/>',
    '<row r="1"/>', '<row r="1048577"><c r="A1048577"><v>1</v></c></row>', "<c/>", '<c r="AAAA0"/>',
    '<c r="C3" t="s"><v>99999</v></c>', '<c t="b"><v>2</v></c>', '<c t="e"><v>#REF!</v></c>',
    "<f>1+</f>", '<f t="shared" si="7"/>', '<f t="array" ref="A1:Z9">ROW()</f>', "<!DOCTYPE a>",
    '<!DOCTYPE a [<!ENTITY b "c">]>', "&b;", "<!-- -->", "<![CDATA[3]]>", '<?xml version="1.1"?>',
    '<cols><col min="1" max="99999" hidden="1"/></cols>', '<sheet name="Lain" sheetId="9" r:id="rId1"/>',
    '<dimension ref="A1:XFD1048576"/>', "<sheetPr/>", "<si/>", "<si><r><t>a</t></r><rPh><t>b</t></rPh></si>",
    '<workbookPr date1904="1"/>', '<numFmt numFmtId="164" formatCode="[h]:mm"/>', "</sheetData>", "\0",
)  # fmt: skip
_STATES = ("s", "str", "inlineStr", "b", "e", "n", "d", "x", "")
Parts = list[tuple[str, bytes]]


def changed_xml(data: bytes, chance: Random) -> bytes:
    """Return a workbook whose XML was changed in one of its parts."""
    parts = parts_of(data)
    known = [number for number, (name, _) in enumerate(parts) if name.endswith((".xml", ".rels"))]
    sheets = [
        number for number in known if "sheet" in parts[number][0] or "Strings" in parts[number][0]
    ]
    number = chance.choice(sheets if sheets and chance.random() < 0.7 else known)
    name, part = parts[number]
    text = part.decode("utf-8", "replace")
    changed = chance.choice(_IN_XML)(text, chance)
    encoded = (
        recoded(changed, chance) if chance.random() < 0.05 else changed.encode("utf-8", "replace")
    )
    parts[number] = (name, encoded)
    return zipped(parts, chance)


def changed_parts(data: bytes, chance: Random) -> bytes:
    """Return a workbook whose parts were dropped, doubled, renamed, exchanged or spoilt."""
    parts = parts_of(data)
    here, there = chance.randrange(len(parts)), chance.randrange(len(parts))
    name, part = parts[here]
    match chance.randrange(7):
        case 0:
            del parts[here]
        case 1:
            parts.append((name, parts[there][1]))
        case 2:
            parts[here] = (
                chance.choice((name.upper(), f"/{name}", f"{name}~", f"../{name}")),
                part,
            )
        case 3:
            parts[here], parts[there] = (name, parts[there][1]), (parts[there][0], part)
        case 4:
            parts[here] = (name, changed_bytes(part, chance))
        case 5:
            parts[here] = (name, b"")
        case _:
            chance.shuffle(parts)
            parts.append((chance.choice(VALUES)[:60_000].replace("\0", "") or "x", part))
    return zipped(parts, chance)


def _attribute(text: str, chance: Random) -> str:
    found = list(_ATTRIBUTE.finditer(text))
    if not found:
        return text
    one = chance.choice(found)
    value = chance.choice(
        (*VALUES, *_STATES, "9999", "A1", "XFD1048576", "hidden", "veryHidden", one[2] * 2)
    )
    value = chance.choice((value, value, chance.choice(found)[2]))
    new = chance.choice((f'{one[1]}="{value}"', f'{one[1]}="{value}"', "", f"{one[0]} {one[0]}"))
    return text[: one.start()] + new + text[one.end() :]


def _cell(text: str, chance: Random) -> str:
    found = list(_CELL.finditer(text))
    if not found:
        return _attribute(text, chance)
    one = chance.choice(found)
    kind, style = chance.choice(_STATES), chance.choice(("0", "1", "7", "400", "-1"))
    tag = chance.choice(
        (f'<c r="C3" t="{kind}">', f'<c t="{kind}">', f'<c r="D9" s="{style}">', "<c>")
    )
    return text[: one.start()] + tag + text[one.end() :]


def _value(text: str, chance: Random) -> str:
    found = list(_TEXT.finditer(text))
    if not found:
        return _attribute(text, chance)
    one = chance.choice(found)
    value = chance.choice(VALUES)
    if chance.random() < 0.8:
        value = value.replace("&", "&amp;").replace("<", "&lt;")
    return text[: one.start()] + value + text[one.end() :]


def _element(text: str, chance: Random) -> str:
    """Drop, double or move an element with all that is in it."""
    tokens = _TOKEN.findall(text)
    opening = [
        at for at, one in enumerate(tokens) if one[:1] == "<" and one[:2] not in {"</", "<?", "<!"}
    ]
    if not opening:
        return text
    start = chance.choice(opening)
    end, depth = start, 0
    while end < len(tokens):
        one = tokens[end]
        depth += -1 if one[:2] == "</" else int(one[:1] == "<" and one[-2:] != "/>")
        end += 1
        if depth <= 0:
            break
    element, rest = tokens[start:end], tokens[:start] + tokens[end:]
    to = chance.randrange(len(rest) + 1)
    match chance.randrange(3):
        case 0:
            return "".join(rest)
        case 1:
            return "".join(tokens[:end] + element * chance.choice((1, 1, 40)) + tokens[end:])
        case _:
            return "".join(rest[:to] + element + rest[to:])


def _tokens(text: str, chance: Random) -> str:
    return "".join(changed_pieces(_TOKEN.findall(text), chance))


def _inserted(text: str, chance: Random) -> str:
    tokens = _TOKEN.findall(text)
    tokens.insert(chance.randrange(len(tokens) + 1), chance.choice(_INSERTED))
    return "".join(tokens)


def _tag(text: str, chance: Random) -> str:
    names = re.findall(r"</?([\w:]+)", text)
    if not names:
        return text
    old, new = chance.choice(names), chance.choice([*names, "x:a", "A", "row", "c", "v", "is"])
    return re.sub(rf"(</?){re.escape(old)}\b", rf"\1{new}", text, count=chance.choice((0, 1, 2)))


_IN_XML: tuple[Callable[[str, Random], str], ...] = (
    _attribute, _attribute, _cell, _cell, _value, _value, _value, _element, _element, _tokens, _inserted, _tag,
)  # fmt: skip


def parts_of(data: bytes) -> Parts:
    """Return the members of a package, by name."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        return [(one.filename, package.read(one)) for one in package.infolist()]


def zipped(parts: Parts, chance: Random) -> bytes:
    """Return a package of *parts*, deflated or not."""
    import warnings  # noqa: PLC0415 - two members of one name are meant

    target = BytesIO()
    packing = chance.choice((zipfile.ZIP_DEFLATED, zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED))
    with (
        warnings.catch_warnings(),
        zipfile.ZipFile(target, "w", packing, compresslevel=1) as package,
    ):
        warnings.simplefilter("ignore")
        for name, part in parts:
            package.writestr(zipfile.ZipInfo(name, (2023, 1, 1, 0, 0, 0)), part, packing)
    return target.getvalue()
