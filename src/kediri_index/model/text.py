"""Text that people wrote: made safe, compared, and as the name of a file."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

_HIDDEN_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_SPACES = str.maketrans("\n\t", "  ")
_COMMAND = re.compile(r"##(?=\w*\[)")
_COMMAND_AT_START = re.compile(r"^([^\S\n]*:)(?=:)", re.MULTILINE)


def printable(text: str) -> str:
    """Return *text* on one line, without control and direction characters.

    A terminal obeys those, or shows others in another order for them.
    """
    if text.isprintable():
        return text
    text = text.translate(_SPACES)
    hidden = {ord(char): "\N{REPLACEMENT CHARACTER}" for char in set(text) if is_hidden(char)}
    return text.translate(hidden) if hidden else text


def printable_lines(text: str) -> str:
    """Return *text* with each of its lines printable."""
    return "\n".join(map(printable, text.replace("\r\n", "\n").split("\n")))


def printed(text: str) -> str:
    """Return *text* so that neither a terminal nor a CI obeys any of its lines."""
    return without_commands(printable_lines(text))


def without_commands(text: str) -> str:
    """Return *text* with a space inside whatever the log of a CI takes for a command.

    GitHub obeys ``::error::`` at the beginning of a line, spaces or not before it. It obeys
    ``##[error]`` anywhere in a line, as Azure does ``##vso[`` and TeamCity ``##teamcity[``.
    """
    spelled = spelled_commands(text, "## ")
    return _COMMAND_AT_START.sub(r"\1 ", spelled) if "::" in spelled else spelled


def spelled_commands(text: str, spelled: str) -> str:
    """Return *text* with *spelled* for each ``##`` that begins a command."""
    return _COMMAND.sub(spelled, text) if "##" in text else text


def is_hidden(char: str) -> bool:
    """Return whether *char* shows nothing by itself, but may change how others are shown."""
    return unicodedata.category(char) in _HIDDEN_CATEGORIES


ID = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
"""The id of a definition, a group, an indicator or an agency."""
YEAR = re.compile(r"[12][0-9]{3}")
"""A year as it is written."""
_WITH_ZEROS = re.compile(r"([0-9]{1,4})[.,]0+")


@lru_cache(maxsize=20_000)  # thirty forms say the same names
def exact(text: str) -> str:
    """Return *text* as names are compared: small letters and single spaces, nothing left out."""
    return " ".join(text.split()).casefold()


def whole(text: str) -> str:
    """Return *text* without the zeros that programs add to a year or a revision: ``2023.0``."""
    match = _WITH_ZEROS.fullmatch(text)
    return match[1] if match else text


def is_pattern(name: str) -> bool:
    """Return whether *name* stands for several: ``*`` in it is any characters."""
    return "*" in name


def matches(pattern: str, name: str) -> bool:
    """Return whether *pattern* stands for *name*; its time grows with their lengths alone."""
    if not is_pattern(pattern):
        return pattern == name
    first, *between, last = pattern.split("*")
    at, end = len(first), len(name) - len(last)
    if at > end or not (name.startswith(first) and name.endswith(last)):
        return False
    for part in filter(None, between):
        found = name.find(part, at, end)
        if found < 0:
            return False
        at = found + len(part)
    return True


MOST_BYTES = 160
"""What a person still reads, with room for a number and an ending."""
_UNFIT = re.compile(r'[<>:"/\\|?*\ud800-\udfff]+')
_DEVICE = re.compile(
    r"(con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³]) *(?=\.|$)", re.IGNORECASE
)
"""What Windows takes for a device, whatever the ending."""
_LINE_ENDS = re.compile(r"\s*[\x00-\x1f\x7f-\x9f\u2028\u2029]+\s*")
_INVISIBLE = "Cf"
"""The category of signs that show nothing themselves, such as U+202E, which turns text around."""


def file_name(said: str, ending: str = "") -> str:
    """Return the name of a file after what was *said*, with *ending*; never hidden."""
    whole = " ".join(unicodedata.normalize("NFC", said).split())
    return f"{_no_device(_fit(short_enough(whole)).lstrip(' .-').rstrip(' .'))}{ending}"


def fit_name(name: str) -> str:
    """Return the *name* of a file or folder as every file system takes it.

    Line ends become spaces, signs that some system refuses hyphens, and invisible ones go. An
    ordinary name stays as it is.
    """
    return _no_device(_fit(name).rstrip(" ."))


def _fit(name: str) -> str:
    lines = _LINE_ENDS.sub(" ", name)
    seen = "".join(char for char in lines if unicodedata.category(char) != _INVISIBLE)
    return _UNFIT.sub("-", seen)


def _no_device(name: str) -> str:
    return _DEVICE.sub(r"\1_", name, count=1) if _DEVICE.match(name) else name or "-"


def apart(names: Sequence[str]) -> list[str]:
    """Return *names*, with a number where a file system could take two for one."""
    taken = {same_file(name) for name in names}
    last: dict[str, int] = {}
    found = []
    for name in names:
        key = same_file(name)
        number = last.setdefault(key, 0) + 1
        other = name
        while number > 1 and same_file(other := f"{name} ({number})") in taken:
            number += 1
        last[key] = number
        taken.add(same_file(other))
        found.append(other)
    return found


def same_file(path: str) -> str:
    """Return what two paths share that a file system may take for one."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def short_enough(name: str) -> str:
    """Return *name* up to as many bytes as a file's name may have."""
    return name.encode("utf-8", "replace")[:MOST_BYTES].decode("utf-8", "ignore")
