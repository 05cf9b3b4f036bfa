"""The classes that functions become: what the fold asks of a method or an aggregation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, ClassVar, Final

from kediri_index.errors import OwnMethodError
from kediri_index.model.aggregation import (
    Aggregation,
    Combined,
    Explained,
    Parameter,
    Ranges,
    ScoreFormula,
    Weighted,
)
from kediri_index.model.findings import Finding
from kediri_index.model.language import Sentence, Sentences
from kediri_index.model.scoring import (
    Direction,
    Fault,
    Fit,
    Outside,
    PanelMethod,
    Range,
    Reads,
    Scored,
    ScoringMethod,
    SortedValues,
    Values,
)
from kediri_index.scoring import ClassesOfOthers
from kediri_index.scoring.aggregations import OTHER_AGGREGATIONS
from kediri_index.scoring.methods import OTHER_METHODS
from kediri_index.scoring.normalisations.fitted import Fixed
from kediri_index.scoring.own.function import WITHIN, OwnFunction

if TYPE_CHECKING:
    from kediri_index.model.aggregation import Array
    from kediri_index.model.traced import Term

TARGETS, DIRECTION = "targets", "direction"
"""What a scoring method may ask for beside the values."""
OF_FUNCTION: Final = "_"
"""At the end of a field's name; a key goes without it. So no key hides what a method has."""


class _Own:
    """What the classes of functions have in common: *own*, with their fields as parameters."""

    __slots__ = ()
    of_others: ClassVar[bool] = True
    own: ClassVar[OwnFunction]
    others: ClassVar[ClassesOfOthers]

    @property
    def in_doubles(self) -> bool:
        """Whether single scores are computed in doubles too."""
        return self.own.in_doubles

    def __reduce__(self) -> tuple[object, ...]:
        """Return how another process makes it again, in which its package is installed."""
        return _made, (self.others.group, self.own.name, self._fields())

    def _fields(self) -> Mapping[str, Any]:
        return {one.name: getattr(self, one.name) for one in fields(self)}  # type: ignore[arg-type]

    def _exact_parameters(self) -> dict[str, Any]:
        return {
            name.removesuffix(OF_FUNCTION): one
            for name, one in self._fields().items()
            if name.endswith(OF_FUNCTION)
        }

    def _parameters(self) -> dict[str, Any]:
        """Return the parameters as they are annotated."""
        exact = self._exact_parameters()
        doubles = self.own.doubles
        return {name: float(one) if name in doubles else one for name, one in exact.items()}

    def _asked(self, targets: object, direction: Direction) -> Sequence[object]:
        """Return what the function asks for beside the values; raises OwnMethodError for less.

        Of values of which a lower one is better it has to know.
        """
        sign = 1 if direction is Direction.HIGHER else -1
        if sign < 0 and DIRECTION not in self.own.asks:
            raise OwnMethodError((Finding("S327", value=self.own.name),))
        known = {TARGETS: targets, DIRECTION: sign}
        return [known[one] for one in self.own.asks]


def _made(group: str, name: str, parameters: Mapping[str, object]) -> object:
    (others,) = (one for one in (OTHER_METHODS, OTHER_AGGREGATIONS) if one.group == group)
    return others.find(name)(**parameters)


class OwnMethod(_Own, ScoringMethod):
    """A function that scores each value by itself."""

    __slots__ = ()
    reads: ClassVar[Reads] = Reads.MEASURE
    default_outside: ClassVar[Outside] = Outside.ERROR

    @property
    def reads_target(self) -> bool:
        """Whether the function asks for the sheet's targets."""
        return TARGETS in self.own.asks

    def score(self, raw: Fraction, target: Fraction | None, direction: Direction) -> Scored:
        """Return the exact score, or that of an array of one value."""
        import numpy as np  # noqa: PLC0415 - the function's own

        if self.reads_target and target is None:
            return Scored(None, (Fault("S203"),))
        if not self.in_doubles:
            asked = self._asked(target, direction)
            return Scored(self.own.exactly(raw, *asked, **self._exact_parameters()))
        goals = None if target is None else np.array([float(target)])
        asked = self._asked(goals, direction)
        values = np.array([float(raw)])
        return Scored(Fraction(float(self.own.arrays(1, values, *asked, **self._parameters())[0])))

    def scores(self, raw: Values, target: Values | None, direction: Direction) -> Values:
        """Return the scores of those that have a value, and a target where it counts."""
        import numpy as np  # noqa: PLC0415 - for many units

        from kediri_index.scoring.arrays.values import Values as Many  # noqa: PLC0415 - likewise

        there = ~np.isnan(raw.numbers)
        goals = None
        if self.reads_target:
            if target is None:
                return raw.none()
            there &= ~np.isnan(target.numbers)
            goals = np.asarray(target.numbers)[there]
        found = np.full(raw.numbers.shape, np.nan)
        count = int(np.count_nonzero(there))
        if count:
            asked = self._asked(goals, direction)
            found[there] = self.own.arrays(count, raw.numbers[there], *asked, **self._parameters())
        doubt = raw.unknown if goals is None or target is None else raw.unknown | target.unknown
        return Many(found, WITHIN * np.maximum(1.0, np.abs(found))).doubted(doubt)

    def explain(self, raw: Fraction, target: Fraction | None, direction: Direction) -> Sentences:
        """Return what the function says of itself, or its name."""
        asked = self._asked(target, direction)
        text = self.own.text("explain", raw, *asked, **self._exact_parameters())
        return _explained(self.own, text)

    def formula(self, cell: str, target: str | None, direction: Direction) -> ScoreFormula | None:
        """Return the function's formula, if it has one."""
        asked = self._asked(target, direction)
        text = self.own.text("formula", cell, *asked, **self._exact_parameters())
        return None if text is None else ScoreFormula(text.removeprefix("="))


@dataclass(frozen=True, slots=True)
class OwnScores(Fixed):
    """The *scores* that a function over units gave, by their values."""

    function: OwnFunction
    scores_of: Mapping[Fraction, Fraction]
    in_doubles: bool

    name: ClassVar[str] = "own"
    of_others: ClassVar[bool] = True

    def score(self, raw: Fraction, target: Fraction | None, direction: Direction) -> Scored:
        """Return the score of *raw*; none for a value that no unit has."""
        del target, direction
        return Scored(self.scores_of.get(raw))


@dataclass(frozen=True, kw_only=True)
class OwnPanelMethod(_Own, PanelMethod):
    """A function that scores the values of all units together; equal values have equal scores."""

    def fit(self, column: SortedValues, to: Range | None) -> Fit:
        """Return the scores of the values of *column*."""
        import numpy as np  # noqa: PLC0415 - for many units

        values = [column.sign * column.value(place) for place in range(column.size)]
        asked = self._asked(None, Direction.HIGHER if column.sign > 0 else Direction.LOWER)
        if self.in_doubles:
            numbers = np.array([float(one) for one in values])
            found = self.own.arrays(column.size, numbers, *asked, **self._parameters())
            scores = [Fraction(one) for one in found.tolist()]
        else:
            scores = self.own.exactly_each(values, *asked, **self._exact_parameters())
        self.own.check_equal(values, scores)
        if self.onto and to is not None:
            scores = [to[0] + one * (to[1] - to[0]) for one in scores]
        table = MappingProxyType(dict(zip(values, scores, strict=True)))
        return Fit(OwnScores(self.own, table, self.in_doubles))

    def explain_fit(self, fitted: ScoringMethod, raw: Fraction, to: Range | None) -> Sentences:
        """Return what the function says of itself, or its name."""
        del fitted, to
        return _explained(self.own, self.own.text("explain", raw, **self._exact_parameters()))


class OwnAggregation(_Own, Aggregation):
    """A function that combines children: weights and scores by child and unit, one score a unit.

    Weights are shares of those that count, and every score is there.
    """

    __slots__ = ()
    takes: ClassVar[Parameter | None] = None

    @property
    def parameter(self) -> Fraction | None:
        """The one parameter, if the function has one."""
        return next(iter(self._fields().values()), None)

    @classmethod
    def of(cls, parameter: Fraction) -> Aggregation:
        """Return it with its *parameter*."""
        return cls(parameter)  # type: ignore[call-arg]

    def combine(self, children: Weighted) -> Fraction:
        """Return the exact score, or that of an array of one unit."""
        import numpy as np  # noqa: PLC0415 - the function's own

        counted = [one for one in children if one[0]]
        shares, scores = zip(*counted, strict=True)
        if not self.in_doubles:
            return self.own.exactly(shares, scores, **self._exact_parameters())
        arrays = (np.array(one, dtype=np.float64)[:, None] for one in (shares, scores))
        return Fraction(float(self.own.arrays(1, *arrays, **self._parameters())[0]))

    def combine_arrays(self, weights: Array, scores: Array) -> Array:
        """Return the scores: the function is called once for each pattern of missing children."""
        import numpy as np  # noqa: PLC0415 - for many units

        shape = np.broadcast_shapes(weights.shape, scores.shape)
        weights, scores = (
            np.broadcast_to(one, shape).reshape(shape[0], -1) for one in (weights, scores)
        )
        counts = (weights > 0) & ~np.isnan(scores)
        found = np.full(counts.shape[1], np.nan)
        patterns, of = np.unique(counts, axis=1, return_inverse=True)
        for at, pattern in enumerate(patterns.T):
            units = np.flatnonzero(of.ravel() == at)
            if pattern.any():
                some = np.ix_(pattern, units)
                shares = weights[some] / weights[some].sum(axis=0)
                found[units] = self.own.arrays(
                    len(units), shares, scores[some], **self._parameters()
                )
        return found.reshape(shape[1:])

    def error(self, weights: Array, scores: Array, errors: Array, whole: int = 0) -> Array:
        """Return how near the exact score the function is taken to be."""
        import numpy as np  # noqa: PLC0415 - for many units

        del whole
        found = np.abs(np.nan_to_num(self.combine_arrays(weights, scores)))
        within: Array = WITHIN * np.maximum(1.0, found) + np.max(np.nan_to_num(errors), axis=0)
        return within

    def explain(self, terms: Sequence[Term]) -> Explained:
        """Return what the function says of itself, or its name."""
        text = self.own.text(
            "explain",
            tuple(one.share for one in terms),
            tuple(one.value for one in terms),
            **self._exact_parameters(),
        )
        if text is None:
            return Explained("trace.combined", {"name": self.name})
        return Explained("trace.own-said", {"name": self.name, "said": text})

    def formula(self, children: Ranges) -> Combined | None:
        """Return the function's formula of the cells of shares and scores, if it has one."""
        text = self.own.text(
            "formula", children.shares, children.scores, **self._exact_parameters()
        )
        return None if text is None else Combined(text.removeprefix("="))


def _explained(function: OwnFunction, text: str | None) -> Sentences:
    if text is None:
        return (Sentence("trace.own", {"name": function.name}),)
    return (Sentence("trace.own-said", {"name": function.name, "said": text}),)
