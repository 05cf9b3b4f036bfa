"""What a line at which the parser of YAML cannot go on was probably meant to be.

Each function returns the line as it should be written, and what is wrong with it, for one kind of
slip; none where the line has no such slip. Whether it helps, only the parser knows.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from kediri_index.model.language import Instead

LONGEST = 2000
"""Signs of a line that people may have written; longer ones are not looked at."""


class LineRepair(NamedTuple):
    """The *line* as it should be, the finding's code and params, and what stands at *column*.

    *column* counts from 0. What is not *certain* is so *within* the line, or all below hangs on it.
    """

    line: str
    code: str
    column: int
    value: str | None = None
    params: Mapping[str, object] = MappingProxyType({})
    certain: bool = True
    within: bool = False


_UNSEEN = "\u200b\u200c\u200d\u2060\ufeff"
_SPACES = "\u00a0\u1680\u2002\u2003\u2007\u2009\u200a\u202f\u205f\u3000"
"""What a word processor puts in place of blanks; before them, what nobody sees at all."""
_ODD = re.compile(f"[{_SPACES}{_UNSEEN}]")
_BEFORE_VALUE = re.compile(rf"[-\s{_UNSEEN}]*(?:[\w\"']+[\s{_UNSEEN}]*:[\s{_UNSEEN}]*)?")
_BESIDE_SIGNS = re.compile(
    rf"(?<=[,:{{\[])[\s{_UNSEEN}]+|[\s{_UNSEEN}]+(?=[}}\],:])|[\s{_UNSEEN}]+$"
)


def odd_space(line: str) -> Iterator[LineRepair]:
    """Yield the line with ordinary blanks, where others stand outside of texts."""
    new = _BEFORE_VALUE.sub(lambda found: _ordinary(found[0]), line, count=1)
    new = _BESIDE_SIGNS.sub(lambda found: _ordinary(found[0]), new)
    if new != line and (odd := _ODD.search(line)) is not None:
        yield LineRepair(new, "D704", odd.start(), f"U+{ord(odd[0]):04X}")


def _ordinary(blanks: str) -> str:
    return re.sub(f"[{_SPACES}]", " ", re.sub(f"[{_UNSEEN}]", "", blanks))


_CURLY = re.compile(
    r"(?<![^\s:,\[{])(?:[“„‟”]([^“”„‟]*)[“”]|[\u2018\u201a\u201b]([^\u2018]*?)[\u2018\u2019])(?=\s*(?:[,}\]:]|#|$))"
)


def curly_quotes(line: str) -> Iterator[LineRepair]:
    """Yield the line with straight quotation marks, where curly ones stand around a text."""
    found = _CURLY.search(line)
    if found is not None:
        new = _CURLY.sub(lambda one: quoted(one[1] if one[1] is not None else one[2]), line)
        yield LineRepair(new, "D705", found.start(), found[0])


def is_in_curly_quotes(text: str) -> bool:
    """Return whether *text* as a whole stands in curly quotation marks."""
    return _CURLY.fullmatch(text) is not None


def without_curly_quotes(text: str) -> str:
    """Return *text* in straight quotation marks."""
    return quoted(text[1:-1])


_BULLET = re.compile(r"(\s*)([–—\u2012―\u2212•·▪◦‣*➢])\s*(?=\S)")
_TIGHT_HYPHEN = re.compile(r"(\s*)-(?=[A-Za-z_{\[\"'“])")


def hyphen(line: str) -> Iterator[LineRepair]:
    """Yield the line with a hyphen and a blank, where it begins like an item of a list."""
    if (tight := _TIGHT_HYPHEN.match(line)) is not None:
        yield LineRepair(f"{tight[1]}- {line[tight.end() :]}", "D710", len(tight[1]))
    if (bullet := _BULLET.match(line)) is not None:
        new = f"{bullet[1]}- {line[bullet.end() :]}"
        yield LineRepair(new, "D711", len(bullet[1]), bullet[2])


_TIGHT_COLON = re.compile(r"(\s*(?:- +)*)([A-Za-z_]\w*)\s*(?::|=|\uff1a)\s*(\S.*)")
_NO_COLON = re.compile(r"(\s*(?:- +)*)([A-Za-z_]\w*)\s+(\S.*)")


def colon(line: str, keys: Collection[str]) -> Iterator[LineRepair]:
    """Yield the line with a colon and a blank behind its key, one of *keys*."""
    for pattern in (_TIGHT_COLON, _NO_COLON):
        found = pattern.fullmatch(line)
        if found is None or found[2].casefold() not in keys:
            continue
        new = f"{found[1]}{found[2]}: {found[3]}"
        if new != line:
            yield LineRepair(new, "D712", len(found[1]), line.strip())
        return


_LEVEL = re.compile(r"(\s+)([0-9]+(?:\.[0-9]+)?)(:?)\s+(\S.*)")


def level(line: str, beside: Collection[str]) -> Iterator[LineRepair]:
    """Yield the line with a colon behind its number, where a line *beside* it has one there."""
    found = _LEVEL.fullmatch(line)
    if found is None or found[3]:
        return
    others = filter(None, map(_LEVEL.fullmatch, beside))
    if any(other[3] and other[1] == found[1] for other in others):
        new = f"{found[1]}{found[2]}: {found[4]}"
        yield LineRepair(new, "D712", len(found[1]), line.strip())


_IN_BLOCK = re.compile(
    r"(?P<before>\s*(?:-\s+)*(?:[A-Za-z_][\w -]*?|\"[^\"]*\"|'[^']*')\s*:\s+|\s*(?:-\s+)+)"
    r"(?P<value>\S.*?)(?P<after>\s+#.*|\s*)"
)
_END = r"\s*(?:,\s*[A-Za-z_]\w*\s*:\s|[}\]]|$)"
_IN_BRACES = re.compile(
    rf"(?P<before>[A-Za-z_]\w*\s*:\s+)"
    rf"(?P<value>\"[^{{}}]*?\"|'[^{{}}]*?'|[^\"'{{\[\s][^{{}}]*?)(?={_END})"
)
_SPECIAL = "%@`&*!|>?-[]{},#"


def quotes(line: str) -> Iterator[LineRepair]:
    """Yield the line with quotation marks around a text that YAML cannot read without them."""
    whole = _IN_BLOCK.fullmatch(line)
    if whole is not None:
        yield from _in_quotes(line, whole.start("value"), whole["value"])
    if "{" in line or whole is None:
        for found in _IN_BRACES.finditer(line):
            yield from _in_quotes(line, found.start("value"), found["value"])


def _in_quotes(line: str, start: int, value: str) -> Iterator[LineRepair]:
    inner, first = value, value[0]
    if first in "{[":
        end = "}" if first == "{" else "]"
        if end not in value or value.endswith(end):
            return
    params: dict[str, object] = {"sign": first}
    if first in "\"'":
        if value.count(first) == 1:
            return
        code, params = "D709", {}
        inner = value[1:-1] if value[-1] == first else value
        if first == '"' and "\\" not in inner and '"' not in inner:
            return
        if first == "'" and "'" not in inner:
            return
    elif first == "%":
        code, params = "D258", {"instead": Instead(quoted(value))}
    elif first in _SPECIAL:
        code = "D708"
    elif ": " in value or value.endswith(":"):
        code, params = "D707", {}
    else:
        return
    new = line[:start] + quoted(inner) + line[start + len(value) :]
    yield LineRepair(new, code, start, value, params)


def quoted(text: str) -> str:
    """Return *text* in the quotation marks of YAML that keep it as it is."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


_OPENED_IN_BRACES = re.compile(rf"(?<=: )([\"'])([^\"'{{}}]*?)(?={_END})")


def unclosed(line: str) -> Iterator[LineRepair]:
    """Yield the line with the quotation mark or bracket that it opens closed in it."""
    whole = _IN_BLOCK.fullmatch(line)
    if whole is not None and whole["value"][0] in "\"'":
        value, sign = whole["value"], whole["value"][0]
        if value.count(sign) == 1:
            yield _closed(line, whole.end("value"), sign, whole.start("value"), value)
    for found in _OPENED_IN_BRACES.finditer(line) if "{" in line else ():
        sign = found[1]
        if line.count(sign, 0, found.start()) % 2 == 0 and line.count(sign) % 2:
            yield _closed(line, found.end(), sign, found.start(), found[0])
    for sign, end in ("{}", "[]"):
        if line.count(sign) > line.count(end):
            at = line.rindex(sign)
            others = [n for n in range(at, len(line)) if line[n] in "}]" and line[n] != end]
            for place in (len(line.rstrip().rstrip(",")), *others):
                yield _closed(line, place, end, at, line[at:].strip())


def _closed(line: str, end: int, sign: str, column: int, value: str) -> LineRepair:
    new = line[:end] + sign + line[end:]
    params = {"sign": line[column]}
    return LineRepair(new, "D714", column, value, params, certain=False, within=True)


def indented(line: str, widths: Collection[int]) -> Iterator[LineRepair]:
    """Yield the line at each of the *widths* in which others begin, the nearest first."""
    text = line.lstrip(" ")
    own = len(line) - len(text)
    for width in sorted({*widths} - {own}, key=lambda width: (abs(width - own), -width)):
        params = {"blanks": own, "width": width}
        yield LineRepair(" " * width + text, "D713", own, text, params, certain=False)
