"""What scoring and a scoring method say to each other."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from types import MappingProxyType
from typing import Any, ClassVar, NamedTuple, Protocol, TypeGuard

from kediri_index.model.aggregation import ScoreFormula
from kediri_index.model.language import Sentences

Range = tuple[Fraction, Fraction]
Ends = tuple[Fraction | None, Fraction | None]
Accepted = tuple[Range | frozenset[Fraction], ...]
"""Within each of which ranges a number lies, or which lists it is in; any where there is none."""
Values = Any
"""Numbers of many units, ``scoring.arrays.values.Values``; the model does without numpy."""
Number = Any
"""A fraction, or the numbers of many units: what formulas are written for."""

UNIT_RANGE: Range = (Fraction(0), Fraction(1))
"""The range of a share where the definition has none."""

YOUNGER: Mapping[str, bool] = MappingProxyType({"younger": True})
"""Marks a parameter that came later: at its default it is no part of a definition's hash."""


class Direction(StrEnum):
    """Whether a higher or a lower raw value is better."""

    HIGHER = "higher"
    LOWER = "lower"


class Outside(StrEnum):
    """What happens to a score beyond its range."""

    CLIP = "clip"
    KEEP = "keep"
    ERROR = "error"


class Reads(StrEnum):
    """Which columns of a sheet hold a method's raw value."""

    SCORE = "score"
    MEASURE = "measure"


class Years(StrEnum):
    """Over which years of data a method looks that needs several units."""

    POOLED = "pooled"
    EACH = "each"


class Fault(NamedTuple):
    """Something that a value does not allow: a finding's code and the figures for its text."""

    code: str
    params: Mapping[str, object] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Level:
    """A level's *name*, and its *score* where that is not the level itself."""

    name: str
    score: Fraction | None = None

    def simplest(self, level: Fraction) -> "Level | str":
        """Return the name alone where the score is the *level* itself."""
        return self.name if self.score in {None, level} else self


class Doubt(NamedTuple):
    """A parameter that makes no sense: a finding's code, its *key*, and the figures for its text.

    The finding shows what stands at the key, unless it is *not_shown*.
    """

    code: str
    key: str
    params: Mapping[str, object] = MappingProxyType({})
    not_shown: bool = False


class Interval(Protocol):
    """An interval that ends below a bound, or with it."""

    @property
    def below(self) -> Fraction | None:
        """The bound that the next interval begins with."""

    @property
    def up_to(self) -> Fraction | None:
        """The bound that still belongs to this interval."""


class Named(NamedTuple):
    """A *score* that a method names, under *key* or at a *place* of the list there."""

    score: Fraction
    key: str
    place: int | None = None


class Scored(NamedTuple):
    """A method's result; *value* is None where *faults* forbid one."""

    value: Fraction | None
    faults: tuple[Fault, ...] = ()


class YesOrNo(NamedTuple):
    """The scores of a yes and of a no."""

    yes: Fraction
    no: Fraction


class StraightLine(NamedTuple):
    """*offset* + *slope* x."""

    slope: Fraction
    offset: Fraction

    def at(self, raw: Fraction) -> Fraction:
        """Return the value at *raw*, by whole numbers: at a quarter of what Fractions take."""
        slope, slope_under = self.slope.as_integer_ratio()
        offset, offset_under = self.offset.as_integer_ratio()
        over, under = raw.as_integer_ratio()
        under *= slope_under
        return Fraction(slope * over * offset_under + offset * under, under * offset_under)


class ScoringMethod:
    """A scoring method with its parameters: one frozen dataclass a method.

    A method with *onto* gives a share, 0 at the bottom of the score's range and 1 at its top;
    the others give the score itself. *normalises*: robustness may try another normalisation in
    its place. *is_fitted*: it is what a panel method became among certain values;
    *is_undefined*: these give no score, whatever the value. *of_others*: it does not ship.

    A method has the four names below and :meth:`score`. The rest has a default: arrays are scored
    one different number after the other, ``trace`` explains nothing, a workbook has no formula.
    """

    __slots__ = ()

    name: ClassVar[str]
    reads: ClassVar[Reads]
    onto: ClassVar[bool]
    default_outside: ClassVar[Outside]
    normalises: ClassVar[bool] = False
    is_fitted: ClassVar[bool] = False
    is_undefined: ClassVar[bool] = False
    of_others: ClassVar[bool] = False

    def score(self, raw: Fraction, target: Fraction | None, direction: Direction) -> Scored:
        """Return the score of *raw*, or the faults that forbid one."""
        raise NotImplementedError

    def scores(self, raw: Values, target: Values | None, direction: Direction) -> Values:
        """Return the scores of many values of one indicator, NaN where there is none."""
        return raw.each(lambda one, goal: self.score(one, goal, direction).value, target)

    def explain(self, raw: Fraction, target: Fraction | None, direction: Direction) -> Sentences:
        """Return how *raw* was scored; nothing for a score that is the value itself."""
        del raw, target, direction
        return ()

    def formula(self, cell: str, target: str | None, direction: Direction) -> ScoreFormula | None:
        """Return the formula of the score of the number in *cell*; None where there is none.

        *target* is the cell of the sheet's target.
        """
        del cell, target, direction
        return None

    def extremes(self) -> Ends:
        """Return the lowest and the highest result; None where the formula knows no bound."""
        return None, None

    @property
    def in_doubles(self) -> bool:
        """Whether a single score is computed in doubles too, so that no tie of it is sure."""
        return False

    @property
    def reads_target(self) -> bool:
        """Whether the sheet's target counts."""
        return False

    @property
    def own_target(self) -> Fraction | Range | None:
        """The target that the definition sets, if any."""
        return None

    @property
    def has_target(self) -> bool:
        """Whether results are scored against a target, the definition's or the sheet's."""
        return self.reads_target or self.own_target is not None

    @property
    def aim(self) -> Fraction | Range | None:
        """The result, or the results, that the definition names as what is to be reached."""
        return self.own_target

    @property
    def reference(self) -> str | None:
        """The unit whose value of the year that is scored it asks for, if any."""
        return None

    @property
    def posts(self) -> Range | None:
        """The values at which a share that knows no other value is 0 and 1."""
        return None

    @property
    def above_zero(self) -> bool:
        """Whether only values above zero have a score."""
        return False

    @property
    def scores_any(self) -> bool:
        """Whether any number has a score, and none has a fault."""
        return False

    def accepted(self, direction: Direction) -> Accepted | None:
        """Return which readings have a score and no fault; None where more decides that."""
        del direction
        return () if self.scores_any else None

    @property
    def choices(self) -> tuple[Fraction, ...]:
        """The scores that it lists, from the lowest; none where any may be."""
        return ()

    @property
    def between(self) -> bool:
        """Whether a score may lie between two of its choices."""
        return True

    @property
    def names(self) -> Mapping[Fraction, str]:
        """The names that a cell may hold instead of a number, from the lowest number."""
        return {}

    @property
    def yes_or_no(self) -> YesOrNo | None:
        """The scores of both answers, where a cell holds a yes or a no."""
        return None

    @property
    def are_scores(self) -> bool:
        """Whether each level that a cell may hold is its own score."""
        return True

    @property
    def ignores_range(self) -> bool:
        """Whether the range of the score changes nothing."""
        return False

    @property
    def needs_range(self) -> bool:
        """Whether there is no score without a range of the score."""
        return False

    @property
    def intervals(self) -> Sequence[Interval]:
        """The intervals under the key ``bands``, whose bounds are to rise."""
        return ()

    def faults(self) -> Iterable[Doubt]:
        """Return the parameters that the formula cannot use."""
        return ()

    def doubts(self) -> Iterable[Doubt]:
        """Return the parameters that are allowed, but hardly meant."""
        return ()

    def named(self) -> Iterable[Named]:
        """Return the scores that the definition names."""
        return ()

    def readings(self) -> Range | None:
        """Return the lowest and the highest level; None where the range of the score says it."""
        return None

    def on_range(self, to: Range) -> "ScoringMethod":
        """Return the method as it is on the range *to* of the score."""
        del to
        return self

    def line(self, direction: Direction) -> StraightLine | None:
        """Return the line on which the scores lie, None where there is no single one."""
        del direction
        return None

    def raw_of(
        self, score: Fraction, target: Fraction | None, direction: Direction
    ) -> Fraction | None:
        """Return a value that makes *score*; None where no formula says one."""
        del target
        line = self.line(direction)
        return None if line is None or not line.slope else (score - line.offset) / line.slope

    def reach(self, count: int, to: Range | None) -> Range:
        """Return the range that the scores of *count* units fill, where *to* is the score's."""
        del count
        return to or UNIT_RANGE


class SortedValues(NamedTuple):
    """The values of one indicator over several units: *size* of them, at least two.

    All are multiplied by *sign*, -1 where a lower value is better. *value* gives the one at a place
    from the lowest; *whole* all of them in that order as whole numbers, and the unit by which they
    are: many quotients have no common one, and are rounded to a hundred digits. *reference* is the
    value of the unit that the method names, in the year that is scored; *has_reference* says
    whether that unit is there.
    """

    size: int
    value: Callable[[int], Fraction]
    whole: Callable[[], tuple[list[int], int]]
    sign: int
    reference: Fraction | None = None
    has_reference: bool = False

    @property
    def ends(self) -> Range:
        """The lowest and the highest value."""
        return self.value(0), self.value(self.size - 1)

    @property
    def spread(self) -> Fraction:
        """The distance from the lowest to the highest value."""
        low, high = self.ends
        return high - low


class Fit(NamedTuple):
    """What a panel method is among certain values: an ordinary method, or None for no score."""

    method: ScoringMethod | None
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelMethod(ScoringMethod):
    """A scoring method that looks at the values of several units; by itself it gives no score.

    It looks over all *years* of the data at once, or over each by itself. A method with *onto*
    stretches its share onto the score's range while it is fitted.
    """

    years: Years = Years.POOLED

    reads: ClassVar[Reads] = Reads.MEASURE
    default_outside: ClassVar[Outside] = Outside.KEEP
    normalises: ClassVar[bool] = True

    @property
    def scores_any(self) -> bool:
        """Every number has one: faults are those of the units together."""
        return True

    def score(self, raw: Fraction, target: Fraction | None, direction: Direction) -> Scored:
        """Return no score, and no fault: one unit's value says nothing by itself."""
        del raw, target, direction
        return Scored(None)

    def fit(self, column: SortedValues, to: Range | None) -> Fit:
        """Return what this method is among the values of *column*, with scores in *to*."""
        raise NotImplementedError

    def explain_fit(self, fitted: ScoringMethod, raw: Fraction, to: Range | None) -> Sentences:
        """Return how *raw* was scored by what the method became, with scores in *to*."""
        del fitted, raw, to
        return ()

    @classmethod
    def in_place(cls, to: Range, years: Years) -> "PanelMethod":
        """Return the method with scores that fill *to*, in place of another."""
        del to
        return cls(years=years)


def is_panel(method: ScoringMethod) -> TypeGuard[PanelMethod]:
    """Return whether *method* needs the values of several units."""
    return isinstance(method, PanelMethod)
