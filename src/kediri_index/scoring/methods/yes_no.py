"""Yes or no, each worth a score."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from kediri_index.model.aggregation import ScoreFormula, one_of
from kediri_index.model.language import Described, Sentence, Sentences, Wording
from kediri_index.model.scoring import (
    Accepted,
    Direction,
    Ends,
    Fault,
    Named,
    Outside,
    Reads,
    Scored,
    ScoringMethod,
    Values,
    YesOrNo,
)

MEANING = Wording("Nilai untuk jawaban ya atau tidak.", "The score of a yes or of a no.")
KEYS = {
    "yes": Described("Nilai untuk ya.", "The score of a yes.", "yes: 4, no: 0"),
    "no": Described("Nilai untuk tidak.", "The score of a no.", "yes: 4, no: 0"),
}


@dataclass(frozen=True, slots=True)
class YesNo(ScoringMethod):
    """The score of a yes and of a no; a sheet says *ya*/*tidak*, or the score itself."""

    yes: Fraction
    no: Fraction

    name: ClassVar[str] = "yes_no"
    reads: ClassVar[Reads] = Reads.SCORE
    onto: ClassVar[bool] = False
    default_outside: ClassVar[Outside] = Outside.ERROR

    @property
    def choices(self) -> tuple[Fraction, ...]:
        """Both scores."""
        return tuple(sorted((self.yes, self.no)))

    def accepted(self, direction: Direction) -> Accepted:
        """Return both scores."""
        del direction
        return (frozenset((self.yes, self.no)),)

    @property
    def between(self) -> bool:
        """Nothing lies between yes and no."""
        return False

    @property
    def yes_or_no(self) -> YesOrNo:
        """The scores of both answers."""
        return YesOrNo(self.yes, self.no)

    @property
    def ignores_range(self) -> bool:
        """Both scores are said."""
        return True

    def named(self) -> Iterator[Named]:
        """Yield both scores."""
        yield Named(self.yes, "yes")
        yield Named(self.no, "no")

    def extremes(self) -> Ends:
        """Return the lower and the higher of the two scores."""
        return min(self.yes, self.no), max(self.yes, self.no)

    def score(self, raw: Fraction, target: Fraction | None, direction: Direction) -> Scored:
        """Return *raw* where it is the score of yes or of no."""
        del target, direction
        if raw in {self.yes, self.no}:
            return Scored(raw)
        return Scored(None, (Fault("C206", {"yes": self.yes, "no": self.no}),))

    def scores(self, raw: Values, target: Values | None, direction: Direction) -> Values:
        """Return *raw* where it is the score of yes or of no."""
        return raw.stepped(self.choices, lambda one: self.score(one, target, direction).value)

    def explain(self, raw: Fraction, target: Fraction | None, direction: Direction) -> Sentences:
        """Return which of both it was."""
        del target, direction
        return (Sentence("trace.yes" if raw == self.yes else "trace.no", {"score": raw}),)

    def formula(self, cell: str, target: str | None, direction: Direction) -> ScoreFormula:
        """Return the cell, which holds one of both scores."""
        del target, direction
        return ScoreFormula(cell, (one_of(cell, (self.yes, self.no)),))
