"""What methods have in common that a panel method becomes among the values of several units."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from kediri_index.model.scoring import (
    Direction,
    Outside,
    Reads,
    Scored,
    ScoringMethod,
    Values,
)


@dataclass(frozen=True, slots=True)
class Fixed(ScoringMethod):
    """The score itself, of a measured value; the definition never names such a method."""

    reads: ClassVar[Reads] = Reads.MEASURE
    onto: ClassVar[bool] = False
    default_outside: ClassVar[Outside] = Outside.KEEP
    is_fitted: ClassVar[bool] = True


@dataclass(frozen=True, slots=True)
class Undefined(Fixed):
    """No score: the values of the units give none, whatever the one."""

    name: ClassVar[str] = "undefined"
    is_undefined: ClassVar[bool] = True

    def score(self, raw: Fraction, target: Fraction | None, direction: Direction) -> Scored:
        """Return no score."""
        del raw, target, direction
        return Scored(None)

    def scores(self, raw: Values, target: Values | None, direction: Direction) -> Values:
        """Return no scores."""
        del target, direction
        return raw.none()
