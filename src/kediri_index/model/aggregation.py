"""What the tree and an aggregation say to each other, and the formulas of both for spreadsheets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from fractions import Fraction
from math import lcm
from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar, Final, NamedTuple, Protocol

from kediri_index.model.language import Sentence, Wording

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from kediri_index.model.traced import Term

    Array = NDArray[np.float64]
    Whole = NDArray[np.int64]
    Mask = NDArray[np.bool_]


Weighted = Sequence[tuple[Fraction, Fraction]]
"""Pairs of a share and a score; all shares add up to 1, but those of a sum, which are weights."""
_NOTHING: Mapping[str, object] = MappingProxyType({})


def sum_of_products(pairs: Weighted) -> Fraction:
    """Return the sum of share x score: in whole numbers, at a tenth of what Fractions take."""
    terms = []
    for share, score in pairs:
        share_over, share_under = share.as_integer_ratio()
        over, under = score.as_integer_ratio()
        terms.append((share_over * over, share_under * under))
    whole = lcm(*{under for _, under in terms})
    return Fraction(sum(over * (whole // under) for over, under in terms), whole)


class Undefined(NamedTuple):
    """There is no combined score, and why; *at* are the positions of the children concerned."""

    reason: NoScore
    at: tuple[int, ...] = ()


class WrittenOut(NamedTuple):
    """A formula as it is done by hand: *each* child with *joint* between them, inside *whole*.

    *each* names {value}, {share}, {percent} or {weight}; *whole* names {terms}, and {count} or the
    {total} of the weights; both may name {parameter}. *rising* puts the lowest value first.
    """

    each: str
    joint: str = " + "
    whole: str = "{terms}"
    rising: bool = False


class Explained(NamedTuple):
    """What is said of a combination: the key of its text, what that text names, and a formula."""

    key: str
    params: Mapping[str, object] = _NOTHING
    formula: WrittenOut | None = None


class Parameter(NamedTuple):
    """The parameter that an aggregation takes, *examples* of it as a definition writes them.

    It is one of the examples, or any number within *bounds*; *zero* is how to write what 0 would
    be, where 0 is none.
    """

    examples: tuple[str, ...]
    bounds: tuple[int, int] | None = None
    zero: str = ""


class Function(Protocol):
    """A function of scores, f, whose mean makes an aggregation: f⁻¹ of the mean of f.

    It is given for fractions, for doubles, and for whole numbers of 1/*unit*.
    """

    @property
    def sign(self) -> int:
        """1 where it rises with the score, -1 where it falls."""
        ...

    @property
    def of_negative(self) -> bool:
        """Whether a score below 0 has a value."""
        ...

    @property
    def zero_sinks(self) -> bool:
        """Whether one score of 0 makes the whole 0."""
        ...

    @property
    def multiplies(self) -> bool:
        """Whether, in whole numbers, the parts of children are multiplied; else they are added."""
        ...

    def exact(self, score: Fraction) -> Fraction:
        """Return the value of *score*, exactly or to 75 digits; above 0 where a zero sinks."""
        ...

    def in_doubles(self, score: float) -> float:
        """Return the value of a *score* that has one."""
        ...

    def from_doubles(self, mean: float) -> float:
        """Return the score whose value is *mean*."""
        ...

    def part(self, share: Fraction, score: int, unit: int) -> int:
        """Return the part of a child in whole numbers."""
        ...

    def from_parts(self, total: int, unit: int) -> int:
        """Return the score from the parts of all children."""
        ...


class Aggregation(Protocol):
    """How children are combined, with its parameter: one frozen dataclass an aggregation.

    It computes one unit exactly and many in doubles, says in words what it does, writes the same as
    a formula of a spreadsheet, and states what it is. All but the exact result has a default, and
    what it is: a plan finds its way through means of a function and through quantiles alone.
    """

    name: ClassVar[str]
    title: ClassVar[Wording]
    """What it is called; {parameter} is its parameter."""
    takes: ClassVar[Parameter | None] = None
    """The parameter without which there is none of it."""
    additive: ClassVar[bool]
    """Whether share x score of the children add up to the result."""
    monotone: ClassVar[bool]
    """Whether a child that rises never makes it fall."""
    no_score: ClassVar[NoScore | None] = None
    """Why children may have no combined score; None where all have one."""
    falls_below: ClassVar[bool] = False
    """Whether it can be below 0 where no child is."""
    by_shares: ClassVar[bool] = True
    """Whether weights are divided by their total; else they are taken as they are."""
    over_units: ClassVar[bool] = False
    """Whether the score of a unit hangs on the other units: then one alone has none."""
    quantile: ClassVar[Fraction | None] = None
    """The share of the children that score no more than the result, if it is one of the scores."""

    @property
    def keeps_scale(self) -> bool:
        """Whether it is never beyond the scale of its children."""
        return self.by_shares and not self.penalty and not self.over_units

    @property
    def penalty(self) -> int:
        """How many times variance / mean the result is above the mean."""
        return 0

    @property
    def is_inner(self) -> bool:
        """Whether it is a quantile between the lowest and the highest: a median."""
        return self.quantile is not None and 0 < self.quantile < 1

    @property
    def in_doubles(self) -> bool:
        """Whether a single score is computed in doubles too, so that no tie of it is sure."""
        return False

    @property
    def function(self) -> Function | None:
        """The function of scores that it is a mean of."""
        return None

    @property
    def parameter(self) -> Fraction | None:
        """The parameter, as a definition writes it; None for an aggregation that has none."""
        return None

    @classmethod
    def of(cls, parameter: Fraction) -> Aggregation | None:
        """Return it with a *parameter*; None for one that it does not take."""
        del parameter
        return None

    @classmethod
    def form(cls) -> str:
        """Return how a definition writes it: ``median``, ``{power: 2}``."""
        if cls.takes is None:
            return cls.name
        return " / ".join(f"{{{cls.name}: {one}}}" for one in cls.takes.examples)

    def combine(self, children: Weighted) -> Fraction | Undefined:
        """Return the combined score; a child whose share is 0 does not count."""
        ...

    def combine_arrays(self, weights: Array, scores: Array) -> Array:
        """Return the combined scores of many units or draws; NaN where there is none.

        Children come first, then any axes, of 1 where all have the same. A child whose weight is 0
        does not count, and none that has no score, NaN. Weights need not add up to 1. By default
        each is computed exactly.
        """
        import numpy as np  # noqa: PLC0415 - for many units

        shape = np.broadcast_shapes(weights.shape, scores.shape)
        found = np.full(shape[1:], np.nan)
        weights, scores = np.broadcast_to(weights, shape), np.broadcast_to(scores, shape)
        for at in np.ndindex(*shape[1:]):
            each = zip(weights[:, *at].tolist(), scores[:, *at].tolist(), strict=True)
            counted = [
                (Fraction(weight), Fraction(score))
                for weight, score in each
                if weight > 0 and not np.isnan(score)
            ]
            total = sum(weight for weight, _ in counted) if self.by_shares else 1
            if counted:
                score = self.combine([(weight / total, score) for weight, score in counted])
                found[at] = float(score) if isinstance(score, Fraction) else np.nan
        return found

    def error(self, weights: Array, scores: Array, errors: Array, whole: int = 0) -> Array:
        """Return by how much the combined scores may miss the exact ones.

        The *scores* are within *errors* of the exact ones, the weights are the doubles next to
        theirs. Infinite where it is unsure, or unsure whether there is a score. *whole* is the
        total of all weights in the smallest unit that makes whole numbers of them; 0 if unknown.
        By default nothing is sure.
        """
        import numpy as np  # noqa: PLC0415 - for many units

        del errors, whole
        return np.full(np.broadcast_shapes(weights.shape, scores.shape)[1:], np.inf)

    def compare_arrays(self, weights: Array, scores: Array, years: Sequence[Whole]) -> Array:
        """Return the scores of units that are compared: the last axis, by the places of a year.

        Those without any score, and one that is alone, have none.
        """
        del years
        return self.combine_arrays(weights, scores)

    def compare_error(
        self, weights: Array, scores: Array, errors: Array, years: Sequence[Whole], whole: int = 0
    ) -> Array:
        """Return by how much these scores may be off."""
        del years
        return self.error(weights, scores, errors, whole)

    def explain(self, terms: Sequence[Term]) -> Explained:
        """Return what it makes of *terms*, of which there are several; by default its name."""
        del terms
        return Explained("trace.combined", {"name": self.name})

    def remark(self, children: Weighted, score: Fraction) -> Sentence | None:
        """Return a further remark on the *score* of *children*."""
        del children, score
        return None

    def formula(self, children: Ranges) -> Combined | None:
        """Return the combined score in a spreadsheet; None for the figure without a formula."""
        del children
        return None


def are_equal(terms: Sequence[Term]) -> bool:
    """Return whether all *terms* count the same."""
    return len({term.share for term in terms}) == 1


class NoScore(StrEnum):
    """Why a group or the whole has no score; *left out*: by a step of ``prepare``."""

    NO_ANSWERS = "no_answers"
    TOO_FEW = "too_few"
    ZERO_WEIGHTS = "zero_weights"
    NEGATIVE = "negative"
    MEAN_NOT_POSITIVE = "mean_not_positive"
    ONE_UNIT = "one_unit"
    LEFT_OUT = "left_out"


MOST_CHOICES: Final = 250
"""So many levels or bands; the functions of a spreadsheet take a few more."""
_DIGITS: Final = 15
"""A spreadsheet reads no more digits of a number."""

TINY: Final = "1E-10"
"""Scores closer than this are equal, as they are for classes."""
LAST: Final = "1E-12"
"""Shares add up to one half but for their last binary digits."""


class ScoreFormula(NamedTuple):
    """The score, and the conditions under which there is one; all without the sign ``=``."""

    score: str
    conditions: tuple[str, ...] = ()

    def guarded(self, *further: str) -> str:
        """Return the score, an empty text where a condition is not met."""
        formula = self.score
        for condition in reversed((*further, *self.conditions)):
            formula = f'IF({condition},{formula},"")'
        return formula


class Ranges(NamedTuple):
    """The cells of a group's children: their weights, their shares, and scores.

    *reached* has, for a median, the share of all children that score no more than each.
    """

    weights: str
    shares: str
    scores: str
    reached: str = ""

    def mean(self) -> str:
        """Return the weighted mean of the scores."""
        return f"SUMPRODUCT({self.weights},{self.scores})/SUM({self.weights})"

    def counted(self) -> str:
        """Return the scores of the children with a weight, whatever the other cells hold."""
        return f"IF({self.weights}>0,{self.scores})"

    def summed(self, term: str) -> str:
        """Return the sum of *term* over the children with a weight."""
        return f"SUM(IF({self.weights}>0,{term},0))"

    def reached_by(self, cell: str) -> str:
        """Return the share of the children that score no more than the one in *cell*."""
        return f"SUMPRODUCT(({self.scores}<={cell}+{LAST})*{self.shares})"


class Combined(NamedTuple):
    """A formula, and the condition under which the children have no combined score.

    *array* formulas go through their ranges one cell after the other.
    """

    formula: str
    undefined: str | None = None
    array: bool = True


def number(value: Fraction) -> str:
    """Return *value* as a formula writes it: in decimals where they are few, else as a quotient."""
    if value < 0:
        return f"(-{number(-value)})"
    decimals = _decimals(value)
    if decimals is None:
        return f"({value.numerator}/{value.denominator})"
    if not decimals:
        return str(value.numerator)
    digits = str(value.numerator * 10**decimals // value.denominator).rjust(decimals + 1, "0")
    return f"{digits[:-decimals]}.{digits[-decimals:]}"


def one_of(cell: str, values: Iterable[Fraction]) -> str:
    """Return the condition that *cell* holds one of *values*."""
    return f"OR({','.join(f'{cell}={number(value)}' for value in values)})"


def _decimals(value: Fraction) -> int | None:
    """Return how many decimals *value* has; None where it has too many for a cell."""
    for decimals in range(_DIGITS + 1):
        if 10**decimals % value.denominator == 0:
            digits = len(str(value.numerator * 10**decimals // value.denominator))
            return decimals if digits <= _DIGITS else None
    return None
