"""Text of unknown origin on its way into JSON, Markdown or a spreadsheet."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from json.encoder import encode_basestring
from math import isfinite

from kediri_index.model.text import is_hidden, printable, spelled_commands, without_commands

_LARGEST_OF_ONE_UNIT = 0xFFFF
_STEP = "  "
_CONSTANTS = {None: "null", True: "true", False: "false"}


def json_text(document: object) -> str:
    """Return *document* as JSON on one line; what a terminal or a log would obey is an escape.

    A parser sees the same text; half a surrogate pair, as in a file's name, harms no encoding.
    So is the second sign of ``##[`` and the like, which begin a command anywhere in a line.
    """
    return _safe(json.dumps(document, ensure_ascii=False, allow_nan=False))


def json_parts(document: object) -> Iterator[str]:
    """Yield the same on many lines, in parts: each item of an iterator in *document* by itself.

    So a long list never stands in memory as data and as text. A fraction has a decimal point, an
    enumeration is its text. The standard library's own takes three times as long for many lines.
    """
    return map(_safe, _parts(document, "\n"))


def _safe(text: str) -> str:
    text = spelled_commands(text, r"#\\u0023")
    if text.isascii():
        return text.replace("\x7f", _escape("\x7f"))  # JSON has escaped the others
    hidden = {ord(char): _escape(char) for char in set(text) if char != "\n" and is_hidden(char)}
    return text.translate(hidden) if hidden else text


def _escape(char: str) -> str:
    if ord(char) <= _LARGEST_OF_ONE_UNIT:
        return f"\\u{ord(char):04x}"
    units = char.encode("utf-16-be").hex()
    return f"\\u{units[:4]}\\u{units[4:]}"


def _parts(value: object, line: str) -> Iterator[str]:
    """Yield *value* in parts; *line* ends a line and begins the next as far in as *value* is."""
    inner = line + _STEP
    if isinstance(value, Iterator):
        before = "["
        for item in value:
            yield f"{before}{inner}{_written(item, inner)}"
            before = ","
        yield "[]" if before == "[" else f"{line}]"
    elif isinstance(value, dict) and value:
        before = "{"
        for key, item in value.items():
            yield f"{before}{inner}{encode_basestring(key)}: "
            yield from _parts(item, inner)
            before = ","
        yield f"{line}}}"
    else:
        yield _written(value, line)


def _written(value: object, line: str) -> str:
    if isinstance(value, str):
        return encode_basestring(value)
    if value is None or value is True or value is False:
        return _CONSTANTS[value]
    inner = line + _STEP
    if isinstance(value, dict):
        found = [f"{encode_basestring(key)}: {_written(one, inner)}" for key, one in value.items()]
        return f"{{{inner}{f',{inner}'.join(found)}{line}}}" if found else "{}"
    if isinstance(value, list | tuple):
        found = [_written(one, inner) for one in value]
        return f"[{inner}{f',{inner}'.join(found)}{line}]" if found else "[]"
    if isinstance(value, Fraction):
        value = float(value)
    if type(value) is int or (type(value) is float and isfinite(value)):
        return repr(value)
    return json.dumps(value, allow_nan=False)


_SPECIAL = re.compile(r"[\\`*_{}\[\]<>#|~&@]|:(?=//|:)|(?<=www)\.", re.IGNORECASE)


def escaped(text: str) -> str:
    """Return *text* as plain words of Markdown: no mark, HTML, link, mention or command."""
    return _SPECIAL.sub(r"\\\g<0>", printable(text))


def code(text: str) -> str:
    """Return *text* as code, between more backticks than it has in a row."""
    said = printable(text)
    fence = "`" * (max(map(len, re.findall("`+", said)), default=0) + 1)
    space = " " if "`" in said else ""
    return f"{fence}{space}{said}{space}{fence}"


def row(cells: Sequence[str]) -> str:
    """Return a row of a table; *cells* are escaped already."""
    return f"| {' | '.join(cells)} |"


_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_SIGN = r"[-=+@\uff0d\uff1d\uff0b\uff20]"
"""What begins a formula, the wide signs of East Asia too."""
_AT_START = re.compile(rf'[\t\r]|[\s"]*{_SIGN}|\s*::')
SIGN_AFTER_SEPARATOR = re.compile(rf'([,;][\s"]*)({_SIGN})')
_AFTER_SEMICOLON = re.compile(rf'(;[\s"]*)(?={_SIGN})')


def is_number(text: str) -> bool:
    """Return whether *text* is a number, which a spreadsheet may take for one."""
    return _NUMBER.fullmatch(text) is not None


def harmless(text: str) -> str:
    """Return *text* so that no spreadsheet takes it for a formula; numbers stay as they are.

    An apostrophe goes before a text that would begin a formula, or a command in the log of a CI.
    It goes before the sign after a semicolon too, which separates fields in many countries. CSV
    has no escapes, so control characters are replaced as on a screen.
    """
    if is_number(text):
        return text
    guarded = _AFTER_SEMICOLON.sub(r"\1'", text)
    if _AT_START.match(text):
        guarded = f"'{guarded}"
    return without_commands(printable(guarded))
