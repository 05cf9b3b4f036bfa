"""A level out of a list."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import ClassVar

from kediri_index.model.scoring import (
    YOUNGER,
    Direction,
    Fault,
    Level,
    Outside,
    Range,
    Reads,
    Scored,
)
from kediri_index.model.wording import Described, Wording

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
class Levels:
    """The listed values, each with its name, or with a score of its own.

    A *fractional* reading between two levels is worth what lies between their scores. *spread*
    scores are those of :meth:`spread_onto`, which a definition that is built has been given.
    """

    levels: Mapping[Fraction, str | Level]
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
    def reads_target(self) -> bool:
        """No target is looked at."""
        return False

    @property
    def names(self) -> dict[Fraction, str]:
        """The names of the levels, from the lowest level."""
        said = {at: self.levels[at] for at in sorted(self.levels)}
        return {at: one.name if isinstance(one, Level) else one for at, one in said.items()}

    @property
    def scores(self) -> dict[Fraction, Fraction]:
        """The scores of the levels, from the lowest level."""
        return {at: self._score(at) for at in sorted(self.levels)}

    @property
    def are_scores(self) -> bool:
        """Whether each level is its own score."""
        return all(level == score for level, score in self.scores.items())

    def readings(self) -> Range | None:
        """Return the lowest and the highest level; None where the range of the score says it."""
        if self.are_scores and not self.fractional:
            return None
        return min(self.levels), max(self.levels)

    def spread_onto(self, to: Range) -> Levels:
        """Return the levels with the scores that they have when spread over *to*."""
        bottom, top = min(self.levels), max(self.levels)
        slope = (to[1] - to[0]) / (top - bottom)
        scored = {at: Level(name, to[0] + (at - bottom) * slope) for at, name in self.names.items()}
        return replace(self, levels=scored, spread=False)

    def extremes(self) -> tuple[Fraction | None, Fraction | None]:
        """Return the lowest and the highest score of any level."""
        scores = self.scores.values()
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

    def _score(self, level: Fraction) -> Fraction:
        said = self.levels[level]
        return level if isinstance(said, str) or said.score is None else said.score
