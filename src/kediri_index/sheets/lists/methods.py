"""Scoring methods in words, as lists of indicators say them, and the words for a method."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from fractions import Fraction
from typing import Any, Final, NamedTuple

from kediri_index.messages.values import plain
from kediri_index.model.scoring import Level, Range, ScoringMethod
from kediri_index.scoring.methods.achievement import Achievement
from kediri_index.scoring.methods.as_given import AsGiven
from kediri_index.scoring.methods.bands import Band, Bands
from kediri_index.scoring.methods.goalposts import Goalposts, Transform
from kediri_index.scoring.methods.levels import Levels
from kediri_index.scoring.methods.yes_no import YesNo
from kediri_index.sheets.numbers import Number, parse_number

_NUM: Final = r"-?[0-9]+(?:[.,][0-9]+)*"
_TO: Final = r"\s*(?:-|–|—|s\.?\s?/?\s?d\.?|sampai(?:\s+dengan)?|hingga|to|until)\s*"
_RANGE: Final = re.compile(rf"({_NUM}){_TO}({_NUM})(?![0-9])")
_IS: Final = r"\s*(?:=|:|→|bernilai|nilai|skor|score[sd]?)\s*"
_ITEM: Final = re.compile(
    rf"(?:^|[;\n])\s*({_NUM})\s*[=:]\s*(.+?)\s*(?=$|[;\n]\s*{_NUM}\s*[=:])", re.DOTALL
)
_WORTH: Final = re.compile(rf"(.+?)\s*\((?:nilai|skor|score)\s*({_NUM})\)")
_YES_NO: Final = re.compile(
    r"(?:pilihan\s+)?(?:ya|yes|ada|sudah)\b.*\b(?:tidak|no|belum)\b.*", re.DOTALL
)
_YES: Final = re.compile(rf"\b(?:ya|yes|ada|sudah){_IS}({_NUM})")
_NO: Final = re.compile(rf"\b(?:tidak(?:\s+ada)?|no|belum){_IS}({_NUM})")
_LEVELS: Final = re.compile(r"\b(?:tingkat|level|levels|maturity|kematangan|jenjang kematangan)\b")
_GIVEN: Final = re.compile(
    r"\b(?:skala|likert|scale|rating|nilai|skor|score|penilaian|apa adanya|as[ _]given|given)\b"
)
_ACHIEVEMENT: Final = re.compile(
    r"\bcapaian\b|\bachievement\b|(?:terhadap|per|dibagi|banding|against|/)\s*target|\btarget\b"
)
_CAP: Final = re.compile(
    rf"(?:maks\w*\.?|max\w*|paling (?:tinggi|banyak)|dibatasi|batas atas|cap|at most)\D{{0,20}}?"
    rf"({_NUM})\s*(%|persen|percent)?"
)
_POSTS: Final = re.compile(
    rf"\bmin\w*\.?\s*(?:nilai\s*)?[=:]?\s*({_NUM})"
    rf"\W+(?:dan\s+|and\s+)?ma(?:ks|x)\w*\.?\s*[=:]?\s*({_NUM})"
)
_BETWEEN: Final = re.compile(r"\b(?:minimum|min|goalposts?|patok\w*|min\s*-?\s*ma[kx]s?)\b")
_LOG: Final = re.compile(r"\blog(?:aritma|arithm)?\b|\bln\b")
_BAND: Final = re.compile(
    rf"(?:(?P<low>{_NUM}){_TO}(?P<high>{_NUM})"
    rf"|(?P<sign><=|≤|<|>=|≥|>|di bawah|kurang dari|under|below|sampai dengan|paling tinggi|up to"
    rf"|minimal|paling sedikit|mulai|from|at least|lebih dari|di atas|above)\s*(?P<bound>{_NUM})"
    rf"|(?P<rest>selebihnya|lainnya|sisanya|ke atas|otherwise|else|rest))"
    rf"\s*%?\s*(?:=|:|→)\s*(?:nilai\s*|skor\s*)?(?P<score>{_NUM})\s*(?:;|,|\n|$)"
)
_BELOW: Final = frozenset({"<", "di bawah", "kurang dari", "under", "below"})
_UP_TO: Final = frozenset({"<=", "≤", "sampai dengan", "paling tinggi", "up to"})
_MOST_LEVELS: Final = 101


class Way(StrEnum):
    """The methods that lists name in words."""

    GIVEN = "as_given"
    LEVELS = "levels"
    YES_NO = "yes_no"
    ACHIEVEMENT = "achievement"
    GOALPOSTS = "goalposts"
    BANDS = "bands"


MEASURED: Final = frozenset({Way.ACHIEVEMENT, Way.GOALPOSTS, Way.BANDS})
DIRECTED: Final = frozenset({Way.ACHIEVEMENT, Way.GOALPOSTS})
"""The ways that score a higher result otherwise where a lower one is better."""


class SaidMethod(NamedTuple):
    """What a cell says of a scoring method.

    *span* is the range that the scores of a scale or of levels have; *cap* is a share.
    """

    way: Way
    span: Range | None = None
    names: Mapping[Fraction, str | Level] | None = None
    cap: Fraction | None = None
    bands: tuple[Band, ...] = ()
    yes: Fraction | None = None
    no: Fraction | None = None
    log: bool = False
    fractional: bool = False

    @property
    def reads_scale(self) -> bool:
        """Whether the scores that it names are those of the index."""
        return self.span is not None and self.way in {Way.GIVEN, Way.LEVELS}

    @property
    def names_scores(self) -> bool:
        """Whether it names scores that only a known scale explains."""
        return bool(self.bands) or self.yes is not None


def said_of(text: str) -> SaidMethod | None:
    """Return what *text* says; None where it says no method, or more than one."""
    words = " ".join(text.casefold().replace("\n", "; ").split())
    items = dict(_items(text))
    has_bands = bool(_BAND.search(words))
    readers: Sequence[tuple[object, Callable[[], SaidMethod | None]]] = (
        (_YES_NO.fullmatch(words), lambda: _yes_no(words)),
        (_LEVELS.search(words), lambda: _levels(words, items)),
        (len(items) > 1 and not has_bands, lambda: _levels(words, items)),
        (has_bands, lambda: _bands(words)),
        (_POSTS.search(words) or _BETWEEN.search(words), lambda: _goalposts(words)),
        (
            _ACHIEVEMENT.search(words),
            lambda: SaidMethod(Way.ACHIEVEMENT, cap=_share(_CAP.search(words))),
        ),
        (_GIVEN.search(words), lambda: _given(words)),
    )
    reader = next((read for fits, read in readers if fits), None)
    return None if reader is None else reader()


def _given(words: str) -> SaidMethod | None:
    found = _RANGE.search(words)
    span = _span(found)
    return None if found and span is None else SaidMethod(Way.GIVEN, span=span)


def number_in(text: str) -> Fraction | None:
    """Return the number that *text* is, None where it is none or has two readings."""
    parsed = parse_number(text, exponent_allowed=False)
    return parsed.value if isinstance(parsed, Number) else None


def method_of(said: SaidMethod, scale: Range, target: Fraction | Range | None) -> ScoringMethod:
    """Return the method that was *said*, on the *scale* of the index."""
    span = said.span or scale
    makers: Mapping[Way, Callable[[], ScoringMethod]] = {
        Way.ACHIEVEMENT: lambda: Achievement(said.cap, target),
        Way.YES_NO: lambda: YesNo(
            scale[1] if said.yes is None else said.yes, scale[0] if said.no is None else said.no
        ),
        Way.BANDS: lambda: Bands(said.bands),
        Way.GOALPOSTS: lambda: Goalposts(*span, transform=Transform.LOG if said.log else None),
        Way.GIVEN: lambda: AsGiven() if span == scale else _levels_of(said, span, scale),
        Way.LEVELS: lambda: _levels_of(said, span, scale),
    }
    return makers[said.way]()


def _levels_of(said: SaidMethod, span: Range, scale: Range) -> Levels:
    """Return levels over *span*, which is spread over the *scale* where it is another."""
    names = said.names
    if names is None:
        whole = range(int(span[0]), int(span[1]) + 1)
        names = {Fraction(one): f"Tingkat {one}" for one in whole}
    scored = any(isinstance(one, Level) for one in names.values())
    fractional = said.fractional or said.way is Way.GIVEN
    return Levels(names, fractional=fractional, spread=span != scale and not scored)


def _yes_no(words: str) -> SaidMethod | None:
    yes, no = _YES.search(words), _NO.search(words)
    scores = [number_in(one[1]) if one else None for one in (yes, no)]
    if (yes is None) != (no is None):
        return None
    return SaidMethod(Way.YES_NO, yes=scores[0], no=scores[1])


def _items(text: str) -> Iterator[tuple[Fraction, str | Level]]:
    body = text.partition(":\n")[2] or text
    head, colon, rest = text.partition(":")
    if colon and not re.search("[0-9]", head):
        body = rest
    for match in _ITEM.finditer(body.strip()):
        level = number_in(match[1])
        name = " ".join(match[2].split())
        if level is None:
            continue
        worth = _WORTH.fullmatch(name)
        score = number_in(worth[2]) if worth else None
        yield level, name if worth is None or score is None else Level(worth[1], score)


def _levels(words: str, items: Mapping[Fraction, str | Level]) -> SaidMethod | None:
    fractional = bool(re.search(r"desimal|pecahan|fraction|di antara", words))
    if items:
        scores = [
            at if not isinstance(one, Level) or one.score is None else one.score
            for at, one in items.items()
        ]
        return SaidMethod(Way.LEVELS, (min(scores), max(scores)), items, fractional=fractional)
    span = _span(_RANGE.search(words))
    if (
        span is None
        or any(end.denominator != 1 for end in span)
        or span[1] - span[0] >= _MOST_LEVELS
    ):
        return None
    return SaidMethod(Way.LEVELS, span, fractional=fractional)


def _goalposts(words: str) -> SaidMethod | None:
    span = _span(_POSTS.search(words) or _RANGE.search(words))
    return None if span is None else SaidMethod(Way.GOALPOSTS, span, log=bool(_LOG.search(words)))


def _bands(words: str) -> SaidMethod | None:
    """Return bands that rise without a gap; None where they do not."""
    found: list[Band] = []
    end: Fraction | None = None
    closed = False
    for match in _BAND.finditer(words):
        score = number_in(match["score"])
        if score is None or closed:
            return None
        sign = match["sign"]
        bound = number_in(match["high"] or match["bound"] or "")
        if match["low"]:
            low = number_in(match["low"])
            if bound is None or low is None or (end is not None and low != end):
                return None
            found.append(Band(score, below=bound))
            end = bound
        elif sign in _BELOW or sign in _UP_TO:
            if bound is None or (end is not None and bound <= end):
                return None
            below = sign in _BELOW
            found.append(Band(score, bound if below else None, None if below else bound))
            end = bound
        else:
            if sign is not None and bound != end:
                return None
            found.append(Band(score))
            closed = True
    return SaidMethod(Way.BANDS, bands=tuple(found)) if closed and len(found) > 1 else None


def _span(match: re.Match[str] | None) -> Range | None:
    if match is None:
        return None
    low, high = number_in(match[1]), number_in(match[2])
    return None if low is None or high is None or low >= high else (low, high)


def _share(match: re.Match[str] | None) -> Fraction | None:
    """Return a cap as a share: *100%* and *1* are one, as is *120*."""
    value = None if match is None else number_in(match[1])
    if match is None or value is None:
        return None
    return value / 100 if match[2] or value >= _PERCENT_FROM else value


_PERCENT_FROM: Final = 10


def in_words(method: ScoringMethod, scale: Range | None) -> str | None:
    """Return the words of a *method* that :func:`said_of` reads as the same; None for others."""
    worded = _WORDED.get(method.name)
    return None if worded is None else worded(method, scale)


def _given_in_words(_: AsGiven, scale: Range | None) -> str:
    return "nilai langsung" if scale is None else f"skala {_spread(scale)}"


def _yes_no_in_words(method: YesNo, scale: Range | None) -> str:
    if scale == (method.no, method.yes):
        return "ya/tidak"
    return f"ya = {list_number(method.yes)}, tidak = {list_number(method.no)}"


def _achievement_in_words(method: Achievement, _: Range | None) -> str:
    most = "" if method.cap is None else f", paling tinggi {list_number(method.cap * 100)}%"
    return f"capaian terhadap target{most}"


def _goalposts_in_words(method: Goalposts, _: Range | None) -> str:
    logarithm = ", logaritma" if method.transform else ""
    return f"minimum {list_number(method.min)}, maksimum {list_number(method.max)}{logarithm}"


def _bands_in_words(method: Bands, _: Range | None) -> str:
    return "; ".join(map(_band, method.bands))


def _levels_in_words(method: Levels, scale: Range | None) -> str:
    names, worth = method.names, method.worth
    between = " (boleh di antara dua tingkat)" if method.fractional else ""
    first, last = min(names), max(names)
    spread = scale is not None and len(names) > 1 and worth == _spread_over(names, scale)
    own = (min(worth.values()), max(worth.values())) == scale and method.are_scores
    whole = [Fraction(one) for one in range(int(first), int(last) + 1)]
    if (spread or own) and names == {one: f"Tingkat {one}" for one in whole}:
        return f"tingkat {list_number(first)} s.d. {list_number(last)}{between}"
    scored = not (spread or own)
    items = [
        f"{list_number(at)} = {name}" + (f" (nilai {list_number(worth[at])})" if scored else "")
        for at, name in names.items()
    ]
    return f"tingkat{between}:\n" + "\n".join(items)


def _spread_over(levels: Iterable[Fraction], to: Range) -> dict[Fraction, Fraction]:
    found = list(levels)
    bottom, top = min(found), max(found)
    return {at: to[0] + (at - bottom) * (to[1] - to[0]) / (top - bottom) for at in found}


def _band(band: Band) -> str:
    score = list_number(band.score)
    if band.below is not None:
        return f"di bawah {list_number(band.below)} = {score}"
    if band.up_to is not None:
        return f"sampai dengan {list_number(band.up_to)} = {score}"
    return f"selebihnya = {score}"


def _spread(span: Range) -> str:
    return f"{list_number(span[0])}–{list_number(span[1])}"


def list_number(value: Fraction) -> str:
    """Return *value* as a list has it in words: with a comma that cannot be one of thousands."""
    digits = plain(value).replace(".", ",")
    parsed = parse_number(digits, exponent_allowed=False)
    return digits if isinstance(parsed, Number) else f"{digits}0"


_WORDED: Final[Mapping[str, Callable[[Any, Range | None], str]]] = {
    Way.GIVEN: _given_in_words,
    Way.LEVELS: _levels_in_words,
    Way.YES_NO: _yes_no_in_words,
    Way.ACHIEVEMENT: _achievement_in_words,
    Way.GOALPOSTS: _goalposts_in_words,
    Way.BANDS: _bands_in_words,
}
