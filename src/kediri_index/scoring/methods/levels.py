"""A level out of a list."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from itertools import pairwise
from typing import ClassVar

from kediri_index.model.aggregation import MOST_CHOICES, ScoreFormula, number, one_of
from kediri_index.model.language import Described, Sentence, Sentences, Wording
from kediri_index.model.scoring import (
    YOUNGER,
    Accepted,
    Direction,
    Doubt,
    Ends,
    Fault,
    Level,
    Named,
    Outside,
    Range,
    Reads,
    Scored,
    ScoringMethod,
    Values,
)

MEANING = Wording(
    "Isian adalah salah satu tingkat yang didaftar; nilainya tingkat itu sendiri, kecuali "
    "daftarnya menyebut nilai lain.",
    "The value is one of the listed levels; its score is the level itself, unless the list gives "
    "another.",
)
KEYS = {
    "levels": Described(
        "Tingkat yang mungkin, masing-masing dengan namanya, atau dengan name dan score. Isian "
        "boleh berupa angka tingkat atau namanya.",
        "The possible levels, each with its name, or with name and score. A cell may hold the "
        "number of the level or its name.",
        "levels: {0: belum, 2: sebagian, 4: lengkap}",
    ),
    "fractional": Described(
        "Apakah angka di antara dua tingkat diterima, misalnya rata-rata asesor; nilainya terletak "
        "pada garis lurus di antara nilai kedua tingkat.",
        "Whether numbers between two levels are accepted, such as assessors' means; the score lies "
        "on the straight line between the scores of both levels.",
        "levels: {1: rintisan, 5: unggul}, fractional: true",
    ),
    "spread": Described(
        "Apakah tingkat terendah bernilai ujung bawah to (bawaan: skala), yang tertinggi ujung "
        "atasnya, dan yang lain di garis lurus di antaranya.",
        "Whether the lowest level is worth the bottom of to (default: the scale), the highest its "
        "top, and the others lie on the straight line between.",
        "levels: {1: rintisan, 5: unggul}, spread: true",
    ),
}


@dataclass(frozen=True, slots=True)
class Levels(ScoringMethod):
    """The listed values, each with its name, or with a score of its own.

    A *fractional* reading between two levels is worth what lies between their scores. *spread*
    scores are those of :meth:`on_range`, which a definition that is built has been given.
    """

    levels: Mapping[Fraction, str | Level] = field(hash=False)
    fractional: bool = field(default=False, metadata=YOUNGER)
    spread: bool = field(default=False, metadata=YOUNGER)

    name: ClassVar[str] = "levels"
    reads: ClassVar[Reads] = Reads.SCORE
    onto: ClassVar[bool] = False
    default_outside: ClassVar[Outside] = Outside.ERROR

    def __post_init__(self) -> None:
        """Say nothing of a score that is the level itself: so two files mean the same."""
        said = {
            at: one.simplest(at) if isinstance(one, Level) else one
            for at, one in self.levels.items()
        }
        object.__setattr__(self, "levels", said)

    @property
    def names(self) -> dict[Fraction, str]:
        """The names of the levels, from the lowest level."""
        said = {at: self.levels[at] for at in sorted(self.levels)}
        return {at: one.name if isinstance(one, Level) else one for at, one in said.items()}

    @property
    def worth(self) -> dict[Fraction, Fraction]:
        """The scores of the levels, from the lowest level."""
        return {at: self._score(at) for at in sorted(self.levels)}

    @property
    def choices(self) -> tuple[Fraction, ...]:
        """The scores of the levels, each as often as it is there."""
        return tuple(sorted(self.worth.values()))

    @property
    def between(self) -> bool:
        """Whether numbers between two levels are accepted."""
        return self.fractional

    @property
    def are_scores(self) -> bool:
        """Whether each level is its own score."""
        return all(level == score for level, score in self.worth.items())

    @property
    def ignores_range(self) -> bool:
        """Whether the levels say all scores."""
        return not self.spread

    @property
    def needs_range(self) -> bool:
        """Whether the levels are to be spread over it."""
        return self.spread

    def faults(self) -> Iterator[Doubt]:
        """Yield a list of no levels, and levels that cannot be spread."""
        if not self.levels:
            yield Doubt("D236", "levels", {"key": "levels"}, not_shown=True)
        elif self.spread and any(isinstance(one, Level) for one in self.levels.values()):
            yield Doubt("D247", "spread", not_shown=True)
        elif self.spread and len(self.levels) == 1:
            yield Doubt("D248", "spread", not_shown=True)

    def doubts(self) -> Iterator[Doubt]:
        """Yield the first level that is worth less than the one below it."""
        for (low, worth), (high, less) in pairwise(self.worth.items()):
            if less < worth:
                params = {"low": low, "high": high, "worth": worth, "less": less}
                yield Doubt("D253", "levels", params, not_shown=True)
                break

    def named(self) -> Iterator[Named]:
        """Yield the scores of the levels; those that are spread have all of the range."""
        for place, (level, said) in enumerate(self.levels.items()):
            if isinstance(said, Level) or not self.spread:
                yield Named(self._score(level), "levels", place)

    def accepted(self, direction: Direction) -> Accepted:
        """Return the levels, or what lies between the lowest and the highest one."""
        del direction
        if self.fractional:
            return ((min(self.levels), max(self.levels)),)
        return (frozenset(self.levels),)

    def readings(self) -> Range | None:
        """Return the lowest and the highest level; None where the range of the score says it."""
        if self.are_scores and not self.fractional:
            return None
        return min(self.levels), max(self.levels)

    def on_range(self, to: Range) -> Levels:
        """Return the levels with the scores that they have when they are to spread over *to*."""
        if not self.spread:
            return self
        bottom, top = min(self.levels), max(self.levels)
        slope = (to[1] - to[0]) / (top - bottom)
        scored = {at: Level(name, to[0] + (at - bottom) * slope) for at, name in self.names.items()}
        return replace(self, levels=scored, spread=False)

    def extremes(self) -> Ends:
        """Return the lowest and the highest score of any level."""
        scores = self.worth.values()
        return min(scores), max(scores)

    def score(self, raw: Fraction, target: Fraction | None, direction: Direction) -> Scored:
        """Return the score of the level *raw*, or of what lies between two levels."""
        del target, direction
        if raw in self.levels:
            return Scored(self._score(raw))
        levels = sorted(self.levels)
        if not self.fractional:
            return Scored(None, (Fault("C204", {"levels": tuple(levels)}),))
        if not levels[0] < raw < levels[-1]:
            return Scored(
                None, (Fault("C203", {"low": levels[0], "high": levels[-1], "score": raw}),)
            )
        at = bisect_left(levels, raw)
        low, high = levels[at - 1], levels[at]
        below, above = self._score(low), self._score(high)
        return Scored(below + (above - below) * (raw - low) / (high - low))

    def scores(self, raw: Values, target: Values | None, direction: Direction) -> Values:
        """Return the scores of the levels *raw*, or of what lies between two levels."""
        if self.fractional:
            return raw.along(self.worth)
        return raw.stepped(list(self.levels), lambda one: self.score(one, target, direction).value)

    def explain(self, raw: Fraction, target: Fraction | None, direction: Direction) -> Sentences:
        """Return which level it is, or between which two it lies, and what it is worth."""
        names, worth = self.names, self.worth
        if raw not in names:
            score = self.score(raw, target, direction).value
            if score is None:
                return ()
            low = max(level for level in names if level < raw)
            high = min(level for level in names if level > raw)
            levels: dict[str, object] = {"low": low, "high": high, "raw": raw}
            if self.are_scores:
                return (Sentence("trace.between-levels", levels),)
            scored = {"below": worth[low], "above": worth[high], "score": score}
            return (Sentence("trace.between-levels-scored", {**levels, **scored}),)
        said = Sentence("trace.level", {"meaning": names[raw]})
        if self.are_scores:
            return (said,)
        return said, Sentence("trace.level-score", {"level": raw, "score": worth[raw]})

    def formula(self, cell: str, target: str | None, direction: Direction) -> ScoreFormula | None:
        """Return the score of a level, or what lies on the line between two."""
        del target, direction
        worth = self.worth
        levels = list(worth)
        if len(levels) > MOST_CHOICES:
            return None
        within = (f"{cell}>={number(levels[0])}", f"{cell}<={number(levels[-1])}")
        conditions = within if self.fractional else (one_of(cell, levels),)
        if self.are_scores:
            return ScoreFormula(cell, conditions)
        if not self.fractional:
            terms = [
                f"({cell}={number(at)})*{number(score)}" for at, score in worth.items() if score
            ]
            return ScoreFormula("+".join(terms) or "0", conditions)
        terms = [number(worth[levels[0]])]
        for low, high in pairwise(levels):
            length = f"MIN(MAX({cell}-{number(low)},0),{number(high - low)})"
            slope = (worth[high] - worth[low]) / (high - low)
            if slope:
                terms.append(f"{length}*{number(slope)}")
        return ScoreFormula("+".join(terms), conditions)

    def _score(self, level: Fraction) -> Fraction:
        said = self.levels[level]
        return level if isinstance(said, str) or said.score is None else said.score
