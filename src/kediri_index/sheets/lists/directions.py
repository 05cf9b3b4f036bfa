"""Which way is better, in words, and targets with a sign that says it too."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final, NamedTuple

from kediri_index.model.scoring import Direction, Range
from kediri_index.sheets.numbers import Number, TwoReadings, parse_number

_MORE: Final = r"(?:tinggi|besar|banyak|luas|naik|meningkat)"
_LESS: Final = r"(?:rendah|kecil|sedikit|turun|pendek|singkat|menurun)"
_GOOD: Final = r"(?:baik|bagus|positif)"
_BAD: Final = r"(?:buruk|jelek|tidak baik|kurang baik|negatif)"
_THE: Final = r"\b(?:semakin|makin)\s+"
_HIGHER: Final = re.compile(
    rf"{_THE}{_MORE}\W+(?:nilainya\W+)?{_THE}{_GOOD}"
    rf"|{_THE}{_LESS}\W+(?:nilainya\W+)?{_THE}{_BAD}"
    r"|\b(?:higher|more|larger)\s+(?:is\s+)?better|\bthe (?:higher|more),? the better"
)
_LOWER: Final = re.compile(
    rf"{_THE}{_LESS}\W+(?:nilainya\W+)?{_THE}{_GOOD}"
    rf"|{_THE}{_MORE}\W+(?:nilainya\W+)?{_THE}{_BAD}"
    r"|\b(?:lower|less|fewer|smaller)\s+(?:is\s+)?better|\bthe (?:lower|less|fewer),? the better"
)
_UP: Final = re.compile(
    rf"(?:semakin |makin |lebih )?{_MORE}|positif|maksim\w*|maxim\w*|naik|up|higher|high|positive"
    r"|max|maks|\+|↑|▲|benefit|tinggi lebih baik"
)
_DOWN: Final = re.compile(
    rf"(?:semakin |makin |lebih )?{_LESS}|negatif|minim\w*|turun|down|lower|low|negative|min|↓"
    r"|▼|cost|rendah lebih baik"
)
_SIGN: Final = re.compile(
    r"(?P<sign>>=|≥|>|<=|≤|<|minimal|min\.?|paling sedikit|sekurang-kurangnya|lebih dari|at least"
    r"|maksimal|maks\.?|max\.?|paling (?:banyak|tinggi|lama)|kurang dari|di bawah|at most)?\s*"
    r"(?P<first>-?[0-9][0-9.,]*\s*%?)"
    r"(?:\s*(?:-|–|—|s\.?\s?/?\s?d\.?|sampai(?: dengan)?|hingga|to)"
    r"\s*(?P<last>-?[0-9][0-9.,]*\s*%?))?"
    r"\s*(?P<unit>[^\W\d].*)?"
)
_AT_LEAST: Final = frozenset(
    {">=", "≥", ">", "minimal", "min", "min.", "paling sedikit", "sekurang-kurangnya"}
    | {"lebih dari", "at least"}
)


class Target(NamedTuple):
    """A target: a number, or a range; in percent; which way is better where a sign says so."""

    value: Fraction | Range
    percent: bool = False
    direction: Direction | None = None


class TwoTargets(NamedTuple):
    """A target whose mark has two readings."""

    first: Fraction
    second: Fraction


def direction_in(text: str) -> Direction | None:
    """Return which way *text* calls better by a whole phrase, wherever it stands."""
    words = " ".join(text.casefold().split())
    higher, lower = bool(_HIGHER.search(words)), bool(_LOWER.search(words))
    if higher == lower:
        return None
    return Direction.HIGHER if higher else Direction.LOWER


def direction_of(text: str) -> Direction | None:
    """Return which way a cell of the column of directions calls better; None where unclear."""
    said = direction_in(text)
    if said is not None:
        return said
    words = " ".join(text.casefold().split()).rstrip(".")
    up, down = bool(_UP.fullmatch(words)), bool(_DOWN.fullmatch(words))
    if up == down:
        return None
    return Direction.HIGHER if up else Direction.LOWER


def target_in(text: str, decimal: str | None) -> Target | TwoTargets | None:
    """Return the target that *text* is, None where it is none.

    *decimal* is the mark that the table proves, None where it proves none.
    """
    match = _SIGN.fullmatch(" ".join(text.casefold().split()))
    if match is None:
        return None
    parts = [part for part in (match["first"], match["last"]) if part]
    numbers: list[Number] = []
    for part in parts:
        parsed = parse_number(part, exponent_allowed=False)
        if isinstance(parsed, TwoReadings):
            if decimal is None:
                return TwoTargets(parsed.first, parsed.second)
            mark = next(mark for mark in ".," if mark in part)
            value = parsed.first if mark == decimal else parsed.second
            parsed = Number(value, parsed.percent)
        if not isinstance(parsed, Number):
            return None
        numbers.append(parsed)
    percent = any(one.percent for one in numbers)
    sign = match["sign"]
    if len(numbers) > 1:
        low, high = (one.value for one in numbers)
        return None if sign or low >= high else Target((low, high), percent)
    way = None if sign is None else Direction.HIGHER if sign in _AT_LEAST else Direction.LOWER
    return Target(numbers[0].value, percent, way)
