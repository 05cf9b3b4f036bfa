"""Achievement (capaian): the result against its target."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from kediri_index.model.aggregation import ScoreFormula, number
from kediri_index.model.language import Described, Sentence, Sentences, Spread, Wording
from kediri_index.model.scoring import (
    Accepted,
    Direction,
    Doubt,
    Ends,
    Fault,
    Number,
    Outside,
    Range,
    Reads,
    Scored,
    ScoringMethod,
    Values,
)

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


_PERCENT = 100
_ENDLESS = Fraction(10**30)


@dataclass(frozen=True, slots=True)
class Achievement(ScoringMethod):
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

    @property
    def own_target(self) -> Fraction | Range | None:
        """The target that the definition sets, if any."""
        return self.target

    def faults(self) -> Iterator[Doubt]:
        """Yield a target of 0, and a cap that is not above 0."""
        if self.target == 0:
            yield Doubt("D234", "target")
        if self.cap is not None and self.cap <= 0:
            yield Doubt("D235", "cap")

    def accepted(self, direction: Direction) -> Accepted | None:
        """Return what reaches a share of 0 or more of the target that the definition sets."""
        low, high = self.target if isinstance(self.target, tuple) else (self.target, self.target)
        if low is None or high is None or low <= 0:
            return None
        if isinstance(self.target, tuple):
            return ((Fraction(0), 2 * high),)
        return (
            (Fraction(0), _ENDLESS) if direction is Direction.HIGHER else (-_ENDLESS, 2 * high),
        )

    def extremes(self) -> Ends:
        """Return no lower bound, and the cap."""
        return None, self.cap

    def score(self, raw: Fraction, target: Fraction | None, direction: Direction) -> Scored:
        """Return the achieved share; a target of zero or none is a fault without a share."""
        if self._is_within(raw):
            return Scored(self._capped(Fraction(1)))
        goal, direction = self._goal(raw, target, direction)
        if goal is None:
            return Scored(None, (Fault("S203"),))
        if goal == 0:
            return Scored(None, (Fault("S201"),))
        share = _share(raw, goal, direction)
        if share < 0:
            return Scored(share, (Fault("S202", {"share": share, "target": goal}),))
        return Scored(self._capped(share))

    def scores(self, raw: Values, target: Values | None, direction: Direction) -> Values:
        """Return the achieved shares, NaN where the target is zero or none."""
        if isinstance(self.target, tuple):
            low, high = self.target
            below, near_low = raw.below(low)
            up_to, near_high = raw.below(high, included=True)
            beyond = _share(raw, high, Direction.LOWER)
            share = _share(raw, low, Direction.HIGHER).where(
                below, raw.all_of(1).where(up_to, beyond)
            )
            share = share.doubted(near_low | near_high)
        else:
            goal = self.target if self.target is not None else target
            share = raw.none() if goal is None else _share(raw, goal, direction)
        return share.clipped(None, self.cap)

    def explain(self, raw: Fraction, target: Fraction | None, direction: Direction) -> Sentences:
        """Return which part of the target is reached, and whether it is capped."""
        if isinstance(self.target, tuple) and self._is_within(raw):
            return (Sentence("trace.in-target", {"raw": raw, "to": Spread(*self.target)}),)
        goal, way = self._goal(raw, target, direction)
        if not goal:  # then there is no score
            return ()
        higher = way is Direction.HIGHER
        if isinstance(self.target, tuple):
            key = "trace.achievement-below" if higher else "trace.achievement-above"
        else:
            key = "trace.achievement" if higher else "trace.achievement-lower"
        reached = _share(raw, goal, way)
        params = {"raw": raw, "target": goal, "percent": reached * _PERCENT}
        said = Sentence(key, params)
        if self.cap is not None and reached > self.cap:
            return said, Sentence("trace.capped", {"percent": self.cap * _PERCENT})
        return (said,)

    def formula(self, cell: str, target: str | None, direction: Direction) -> ScoreFormula | None:
        """Return the achieved share; the target is a number other than zero."""
        conditions: tuple[str, ...]
        if isinstance(self.target, tuple):
            low, high = self.target
            bottom, top = number(low), number(high)
            share = f"IF({cell}<{bottom},{cell}/{bottom},(2*{top}-{cell})/{top})"
            share = f"IF(AND({cell}>={bottom},{cell}<={top}),1,{share})"
            conditions = tuple(
                beyond for goal, beyond in ((low, f"{cell}>=0"), (high, f"{cell}<=0")) if goal == 0
            )
        else:
            own = target if self.target is None else number(self.target)
            if own is None:
                return None
            over = cell if direction is Direction.HIGHER else f"(2*{own}-{cell})"
            share = f"{over}/{own}"
            conditions = () if self.target else (f"ISNUMBER({own})", f"{own}<>0")
        if self.cap is not None:
            share = f"MIN({share},{number(self.cap)})"
        return ScoreFormula(share, conditions)

    def raw_of(
        self, score: Fraction, target: Fraction | None, direction: Direction
    ) -> Fraction | None:
        """Return the result of which *score* is the share; of a target range there is no one."""
        goal = target if self.target is None else self.target
        if goal is None or isinstance(goal, tuple):
            return None
        return score * goal if direction is Direction.HIGHER else (2 - score) * goal

    def _is_within(self, raw: Fraction) -> bool:
        return isinstance(self.target, tuple) and self.target[0] <= raw <= self.target[1]

    def _goal(
        self, raw: Fraction, target: Fraction | None, direction: Direction
    ) -> tuple[Fraction | None, Direction]:
        """Return what *raw* is to reach, and which way: from outside of a range its nearer end."""
        if not isinstance(self.target, tuple):
            return (target if self.target is None else self.target), direction
        low, high = self.target
        return (low, Direction.HIGHER) if raw < low else (high, Direction.LOWER)

    def _capped(self, share: Fraction) -> Fraction:
        return share if self.cap is None else min(share, self.cap)


def _share(raw: Number, goal: Number, direction: Direction) -> Number:
    return (raw if direction is Direction.HIGHER else 2 * goal - raw) / goal
