"""Qualifiers of a header: the year or the other value that its brackets name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

_WORDS = re.compile(r"[^\W\d_]+")
RANGE = re.compile(r"(?<!\d)(\d+)\s*(?:-|–|—|/|s/d|s\.d\.|sampai|to)\s*(\d+)(?!\d)")
_YEAR = re.compile(r"(?<!\d)(?:199\d|20[0-4]\d)(?!\d)")
_BESIDE = r"(?:(?:tahun|thn|th|ta|year|fy)\.?\s*)?((?:199\d|20[0-4]\d))"
_YEAR_AFTER = re.compile(rf"(\S.*?)[\s,._-]+{_BESIDE}")
_YEAR_BEFORE = re.compile(rf"{_BESIDE}[\s,_-]+(\S.*)")
LAST_YEAR = re.compile(
    r"\b(?:tahun|thn|th)\.?\s*(?:lalu|sebelumnya|kemarin|n\s*-\s*1|t\s*-\s*1)\b"
    r"|\b(?:last|previous|prior) year\b|^(?:sebelumnya|lalu|previous|[nt]\s*-\s*1)$"
)
_LAST_YEAR_AFTER = re.compile(
    r"(\S.*?)[\s,_-]+((?:tahun|thn) (?:lalu|sebelumnya)|(?:last|previous) year)"
)
_YEARS = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_REGULATION = re.compile(
    r"\b(?:perwali|perbup|perda|perpres|permen\w*|peraturan|keputusan|undang-undang|uu|pp|nomor"
    r"|no\.|regulation|decree|law)\b.*",
    re.IGNORECASE,
)
_FILLERS = frozenset(
    {"nilai", "skor", "score", "value", "tahun", "year", "thn", "x", "kali", "dikali", "times"}
    | {"dari", "of", "terhadap", "thd", "the", "persen", "percent", "angka"}
)
_BOUNDS = frozenset(
    {"maksimum", "maksimal", "maks", "max", "maximum", "minimum", "minimal", "min"}
    | {"bobot", "weight", "terbobot", "tertimbang", "weighted"}
)


class Qualified(NamedTuple):
    """A header's *name* without brackets, and the texts beside it that may decide its meaning."""

    name: str
    beside: tuple[str, ...] = ()

    @property
    def years(self) -> frozenset[int]:
        """The years beside the name; a scale such as 0–2000 has none."""
        return frozenset(year for text in self.beside for year in _years(text))

    @property
    def year(self) -> int | None:
        """The one year beside the name, None where there is none or more than one."""
        years = self.years
        return next(iter(years)) if len(years) == 1 else None

    @property
    def is_last_years(self) -> bool:
        """Whether the header is of the year before, such as *Realisasi (tahun lalu)*."""
        return any(LAST_YEAR.search(text) for text in self.beside)

    def is_another_value(self, *, beside_target: bool = False) -> bool:
        """Return whether the header is of a target, a bound or a weight: *Nilai (maksimum)*.

        Beside a target or an achievement (*beside_target*), the word *target* decides nothing;
        neither does a bound with a figure: *maks. 4* is a scale.
        """
        for text in self.beside:
            words = set(_WORDS.findall(text)) - _FILLERS
            if words == {"target"} and not beside_target:
                return True
            if words and words <= _BOUNDS and not any(map(str.isdigit, text)):
                return True
        return False


def _years(text: str) -> Iterator[int]:
    for first, last in RANGE.findall(text):
        if not (_YEAR.fullmatch(first) and _YEAR.fullmatch(last)):
            text = RANGE.sub(" ", text)
            break
    yield from map(int, _YEAR.findall(text))


def years_in(text: str) -> set[str]:
    """Return the years that *text* names, but for those of a regulation that it cites."""
    return set(_YEARS.findall(_REGULATION.sub("", text)))


def spaced(text: str) -> str:
    """Return *text* with small letters, single spaces, and no marks around it."""
    return " ".join(text.split()).strip(" :*.").casefold()


def without_brackets(text: str) -> tuple[str, tuple[str, ...]]:
    """Return *text* without its bracketed parts, and these parts, in linear time."""
    outside: list[str] = []
    inside: list[str] = []
    at = 0
    while (opens := text.find("(", at)) >= 0 and (closes := text.find(")", opens)) >= 0:
        outside.append(text[at:opens].rstrip())
        inside.append(text[opens + 1 : closes])
        at = closes + 1
    return "".join((*outside, text[at:])), tuple(inside)


@lru_cache(maxsize=5_000)
def readings(text: str) -> tuple[Qualified, ...]:
    """Return how a header may be split into its name and what stands beside it, likeliest first.

    A year needs no brackets: *Realisasi 2022*, *2022 Realisasi*, *Realisasi tahun lalu*.
    """
    outside, inside = without_brackets(text)
    name = spaced(outside)
    beside = tuple(map(spaced, inside))
    found = [Qualified(name, beside)]
    for pattern, at in ((_YEAR_AFTER, 1), (_YEAR_BEFORE, 2), (_LAST_YEAR_AFTER, 1)):
        match = pattern.fullmatch(name)
        if match is not None:
            found.append(Qualified(spaced(match[at]), (*beside, spaced(match[3 - at]))))
    return tuple(found)
