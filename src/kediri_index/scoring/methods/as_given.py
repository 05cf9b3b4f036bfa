"""A score that stands in the sheet as it is."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from kediri_index.model.aggregation import ScoreFormula
from kediri_index.model.language import Wording
from kediri_index.model.scoring import (
    Direction,
    Outside,
    Reads,
    Scored,
    ScoringMethod,
    StraightLine,
    Values,
)

MEANING = Wording("Isian adalah nilainya.", "The value is the score.")


@dataclass(frozen=True, slots=True)
class AsGiven(ScoringMethod):
    """The value is the score: an assessor's or a self-assessment on the scale."""

    name: ClassVar[str] = "as_given"
    reads: ClassVar[Reads] = Reads.SCORE
    onto: ClassVar[bool] = False
    default_outside: ClassVar[Outside] = Outside.ERROR

    @property
    def scores_any(self) -> bool:
        """Any number is a score."""
        return True

    def line(self, direction: Direction) -> StraightLine:
        """Return the line on which each value is its own score."""
        del direction
        return StraightLine(Fraction(1), Fraction(0))

    def score(self, raw: Fraction, target: Fraction | None, direction: Direction) -> Scored:
        """Return *raw*."""
        del target, direction
        return Scored(raw)

    def scores(self, raw: Values, target: Values | None, direction: Direction) -> Values:
        """Return *raw*."""
        del target, direction
        return raw

    def formula(self, cell: str, target: str | None, direction: Direction) -> ScoreFormula:
        """Return the cell."""
        del target, direction
        return ScoreFormula(cell)
