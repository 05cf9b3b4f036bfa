"""A level out of a list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from kediri_index.model.scoring import Direction, Fault, Outside, Reads, Scored
from kediri_index.model.wording import Described, Wording

MEANING = Wording(
    "Isian adalah nilainya, bila termasuk tingkat yang didaftar.",
    "The value is the score, if it is one of the listed levels.",
)
KEYS = {
    "levels": Described(
        "Nilai yang mungkin, masing-masing dengan artinya.",
        "The values there can be, each with its meaning.",
        "levels: {0: belum, 2: sebagian, 4: lengkap}",
    )
}


@dataclass(frozen=True, slots=True)
class Levels:
    """Only the listed values are possible; *levels* maps each to its meaning."""

    levels: Mapping[Fraction, str]

    name: ClassVar[str] = "levels"
    reads: ClassVar[Reads] = Reads.SCORE
    onto: ClassVar[bool] = False
    default_outside: ClassVar[Outside] = Outside.ERROR

    @property
    def reads_target(self) -> bool:
        """No target is looked at."""
        return False

    def extremes(self) -> tuple[Fraction | None, Fraction | None]:
        """Return the lowest and the highest level."""
        return min(self.levels), max(self.levels)

    def score(self, raw: Fraction, target: Fraction | None, direction: Direction) -> Scored:
        """Return *raw* where it is one of the levels."""
        del target, direction
        if raw in self.levels:
            return Scored(raw)
        return Scored(None, (Fault("C204", {"levels": tuple(sorted(self.levels))}),))
