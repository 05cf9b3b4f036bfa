"""Codes for indicators and ids for groups, readable and stable, where a list has none."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from itertools import count
from typing import Final

from kediri_index.model.text import ID, slug

_SKIPPED: Final = frozenset(
    [
        "smart",
        "pilar",
        "dimensi",
        "domain",
        "aspek",
        "komponen",
        "kelompok",
        "bidang",
        "sub",
        "dan",
        "yang",
        "di",
        "ke",
        "dari",
        "untuk",
        "atas",
        "and",
        "of",
        "the",
        "for",
        "pillar",
        "dimension",
        "aspect",
        "daerah",
        "kota",
        "kabupaten",
        "indeks",
    ]
)
_WORD: Final = re.compile(r"[A-Za-z]+")
_LETTERS: Final = 3
_DIGITS: Final = 2
_NUMBERED: Final = re.compile(r"([A-Za-z]+)[-_]?[0-9]+")
_BETWEEN: Final = re.compile(r"[.\s/]+")


def usable(code: str) -> str | None:
    """Return *code* as an id, points and spaces as hyphens; None where it can be none."""
    found = _BETWEEN.sub("-", code.strip()).strip("-")
    return found if ID.fullmatch(found) else None


def stem_of(code: str) -> str:
    """Return the letters of *code* before its number, in capitals; of any other the whole."""
    match = _NUMBERED.fullmatch(code)
    return (match[1] if match else code).upper()


def letters_of(names: Iterable[str], used: Collection[str] = ()) -> list[str]:
    """Return the letters of each group's name, in capitals, no two the same, and none *used*."""
    found: list[str] = []
    for name in names:
        letters = (one for one in _letters(name) if one not in found and one not in used)
        found.append(next(letters))
    return found


def _letters(name: str) -> Iterator[str]:
    """Yield the letters that may stand for *name*: initials or the first three, then more."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    every = _WORD.findall(plain)
    words = [word for word in every if word.casefold() not in _SKIPPED] or every or ["IND"]
    initials = "".join(word[0] for word in words).upper()
    if len(initials) >= _LETTERS:
        yield initials[:_LETTERS]
    whole = "".join(words).upper()
    yield from (whole[:size] for size in range(min(_LETTERS, len(whole)), len(whole) + 1))
    yield from (f"{whole[:_LETTERS]}{chr(ord('A') + number)}" for number in range(26))
    yield from (f"{whole[:_LETTERS]}{number}N" for number in count(1))


def free_code(letters: str, taken: Collection[str]) -> str:
    """Return the code of *letters* after the last that is *taken*, in small letters."""
    stem = letters.rstrip("-")
    pattern = re.compile(rf"{re.escape(stem.casefold())}[-_]0*([0-9]+)")
    numbers = [int(match[1]) for code in taken if (match := pattern.fullmatch(code))]
    number = max(numbers, default=0) + 1
    return f"{stem}-{number:0{_DIGITS}}"


def free_id(name: str, above: str | None, taken: Collection[str]) -> str:
    """Return an id after *name*, with the one *above* before it where it is taken."""
    first = slug(name)
    wanted = [first, *([f"{above}-{first}"] if above else [])]
    number = 2
    for one in wanted:
        if one.casefold() not in taken:
            return one
    while (one := f"{first}-{number}").casefold() in taken:
        number += 1
    return one
