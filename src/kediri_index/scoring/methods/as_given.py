"""A score that stands in the sheet as it is."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from kediri_index.model.scoring import Direction, Outside, Reads, Scored
from kediri_index.model.wording import Wording

MEANING = Wording("Isian adalah nilainya.", "The value is the score.")


@dataclass(frozen=True, slots=True)
class AsGiven:
    """The value is the score: an assessor's or a self-assessment on the scale."""

    name: ClassVar[str] = "as_given"
    reads: ClassVar[Reads] = Reads.SCORE
    onto: ClassVar[bool] = False
    default_outside: ClassVar[Outside] = Outside.ERROR

    @property
    def reads_target(self) -> bool:
        """No target is looked at."""
        return False

    def extremes(self) -> tuple[Fraction | None, Fraction | None]:
        """Return none: whatever is given."""
        return None, None

    def score(self, raw: Fraction, target: Fraction | None, direction: Direction) -> Scored:
        """Return *raw*."""
        del target, direction
        return Scored(raw)
