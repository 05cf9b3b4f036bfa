"""Names as they are compared."""

from __future__ import annotations

import re
from functools import lru_cache

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
