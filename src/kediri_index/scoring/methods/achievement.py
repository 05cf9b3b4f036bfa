"""Achievement (capaian): the result against its target."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from kediri_index.model.scoring import Direction, Fault, Outside, Range, Reads, Scored
from kediri_index.model.wording import Described, Wording

MEANING = Wording(
    "Capaian: R/T; (2T - R)/T bila yang lebih rendah lebih baik; 1 di dalam rentang target.",
    "Achievement: R/T; (2T - R)/T where lower is better; 1 inside a target range.",
)
KEYS = {
    "cap": Described(
        "Capaian tertinggi yang diakui; 1 sama dengan 100 persen.",
        "The highest achievement that counts; 1 is 100 percent.",
        "cap: 1.2",
    ),
    "target": Described(
        "Target, atau rentang target. Tanpa kunci ini: kolom Target di isian.",
        "The target, or a range. Without it: the sheet's column Target.",
        "target: [10, 20]",
    ),
}


@dataclass(frozen=True, slots=True)
class Achievement:
    """R/T where higher is better, (2T - R)/T where lower is, 1 inside a target range.

    The share is at most *cap*. Without *target* the sheet's Target column counts. Source of the
    formulas: the achievement of performance indicators as Indonesian agencies report it (LAKIP).
    """

    cap: Fraction | None = None
    target: Fraction | Range | None = None

    name: ClassVar[str] = "achievement"
    reads: ClassVar[Reads] = Reads.MEASURE
    onto: ClassVar[bool] = True
    default_outside: ClassVar[Outside] = Outside.CLIP

    @property
    def reads_target(self) -> bool:
        """Whether the definition leaves the target to the sheet."""
        return self.target is None

    def extremes(self) -> tuple[Fraction | None, Fraction | None]:
        """Return no lower bound, and the cap."""
        return None, self.cap

    def score(self, raw: Fraction, target: Fraction | None, direction: Direction) -> Scored:
        """Return the achieved share; a target of zero or none is a fault without a share."""
        if isinstance(self.target, tuple):
            low, high = self.target
            if low <= raw <= high:
                return self._capped(Fraction(1))
            direction = Direction.HIGHER if raw < low else Direction.LOWER
            goal: Fraction | None = low if raw < low else high
        else:
            goal = self.target if self.target is not None else target
        if goal is None:
            return Scored(None, (Fault("S203"),))
        if goal == 0:
            return Scored(None, (Fault("S201"),))
        share = (raw if direction is Direction.HIGHER else 2 * goal - raw) / goal
        if share < 0:
            return Scored(share, (Fault("S202", {"share": share, "target": goal}),))
        return self._capped(share)

    def _capped(self, share: Fraction) -> Scored:
        return Scored(share if self.cap is None else min(share, self.cap))
