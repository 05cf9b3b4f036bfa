"""Borda: how many units a value leaves behind."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from kediri_index.model.language import Sentence, Sentences, Wording
from kediri_index.model.scoring import Fit, Range, SortedValues
from kediri_index.scoring.normalisations.rank import Rank

MEANING = Wording("Peringkat dikurangi 1.", "The rank less 1.")


@dataclass(frozen=True, slots=True)
class Borda(Rank):
    """The rank less 1: 0 for the lowest value after direction."""

    name: ClassVar[str] = "borda"

    def fit(self, column: SortedValues, to: Range | None) -> Fit:
        """Return the ranks less 1 among *column*; they are no shares, and ignore *to*."""
        del to
        return Fit(self.standing(column, Fraction(1), Fraction(-1)))

    def explain_rank(self, rank: Fraction, count: int, score: Fraction) -> Sentences:
        """Return that the rank lost 1."""
        del rank, count
        return (Sentence("trace.rank-less-one", {"score": score}),)

    def reach(self, count: int, to: Range | None) -> Range:
        """Return the first and the last rank, less 1."""
        del to
        return Fraction(0), Fraction(count - 1)
