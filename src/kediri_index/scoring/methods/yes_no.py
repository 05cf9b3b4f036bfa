"""Yes or no, each worth a score."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from kediri_index.model.scoring import Direction, Fault, Outside, Reads, Scored
from kediri_index.model.wording import Described, Wording

MEANING = Wording("Nilai untuk jawaban ya atau tidak.", "The score of a yes or of a no.")
KEYS = {
    "yes": Described("Nilai untuk ya.", "The score of a yes.", "yes: 4, no: 0"),
    "no": Described("Nilai untuk tidak.", "The score of a no.", "yes: 4, no: 0"),
}


@dataclass(frozen=True, slots=True)
class YesNo:
    """The score of a yes and of a no; a sheet says *ya*/*tidak*, or the score itself."""

    yes: Fraction
    no: Fraction

    name: ClassVar[str] = "yes_no"
    reads: ClassVar[Reads] = Reads.SCORE
    onto: ClassVar[bool] = False
    default_outside: ClassVar[Outside] = Outside.ERROR

    @property
    def reads_target(self) -> bool:
        """No target is looked at."""
        return False

    def extremes(self) -> tuple[Fraction | None, Fraction | None]:
        """Return the lower and the higher of the two scores."""
        return min(self.yes, self.no), max(self.yes, self.no)

    def score(self, raw: Fraction, target: Fraction | None, direction: Direction) -> Scored:
        """Return *raw* where it is the score of yes or of no."""
        del target, direction
        if raw in {self.yes, self.no}:
            return Scored(raw)
        return Scored(None, (Fault("C206", {"yes": self.yes, "no": self.no}),))
