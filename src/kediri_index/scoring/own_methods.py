"""Functions of one's own as scoring methods and aggregations: arrays in, arrays out.

A function may have further faces: the exact score of one value, an explanation, a formula. One with
arrays alone scores single values in doubles too, so no tie of the published decimals is sure.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields, make_dataclass
from fractions import Fraction
from inspect import Parameter as Argument
from inspect import cleandoc, signature
from itertools import pairwise
from numbers import Rational
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, ClassVar, Final, TypeVar

from kediri_index.errors import OwnMethodError, UsageError
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
from kediri_index.model.language import Sentence, Sentences, Wording
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
from kediri_index.model.text import ID
from kediri_index.scoring import ClassesOfOthers, said
from kediri_index.scoring.aggregations import AGGREGATIONS, OTHER_AGGREGATIONS
from kediri_index.scoring.methods import METHODS, OTHER_METHODS
from kediri_index.scoring.normalisations.fitted import Fixed

if TYPE_CHECKING:
    from kediri_index.model.aggregation import Array
    from kediri_index.model.traced import Term

WITHIN: Final = 1e-12
"""How near its exact scores a function's arrays are taken to be, relative to them above 1."""
_KINDS: Final = {"float": Fraction, "int": int, "Fraction": Fraction, "bool": bool, "str": str}
_TARGETS, _DIRECTION = "targets", "direction"
_RESERVED: Final = ("method", "to", "outside", "years")
_OF_FUNCTION: Final = "_"
"""At the end of a field's name; a key goes without it. So no key hides what a method has."""
Face = TypeVar("Face", bound=Callable[..., Any])


@dataclass(eq=False)
class OwnFunction:
    """A function registered under *name*; it is called as it always was.

    *asks* are the arguments beside the values, *doubles* the parameters that it takes as such; with
    *share* it returns shares. :meth:`exact`, :meth:`explain` and :meth:`formula` are decorators for
    its further faces. Each takes one value where the function takes an array, and the same
    parameters.
    """

    name: str
    function: Callable[..., Any]
    asks: tuple[str, ...]
    doubles: frozenset[str]
    share: bool = False
    faces: dict[str, Callable[..., Any]] = field(default_factory=dict)

    def __call__(self, /, *arguments: Any, **parameters: Any) -> Any:  # noqa: ANN401 - as the function
        """Return what the function returns."""
        return self.function(*arguments, **parameters)

    def exact(self, face: Face) -> Face:
        """Register what returns the exact score, a Fraction, of exact numbers."""
        return self._with("exact", face)

    def explain(self, face: Face) -> Face:
        """Register what returns a text on how a score came about."""
        return self._with("explain", face)

    def formula(self, face: Face) -> Face:
        """Register what returns a spreadsheet's formula, without ``=``, of the named cells."""
        return self._with("formula", face)

    def _with(self, name: str, face: Face) -> Face:
        self.faces[name] = face
        return face

    @property
    def in_doubles(self) -> bool:
        """Whether it has arrays alone."""
        return "exact" not in self.faces

    def arrays(self, count: int, /, *arguments: object, **parameters: object) -> Array:
        """Return *count* finite numbers; raises OwnMethodError for anything else."""
        import numpy as np  # noqa: PLC0415 - for many units

        def doubles() -> Array:
            found: Any = self.function(*arguments, **parameters)
            if np.iscomplexobj(found):
                message = "complex numbers are no scores"
                raise TypeError(message)
            if isinstance(found, np.ma.MaskedArray):
                found = found.astype(np.float64).filled(np.nan)  # type: ignore[attr-defined]
            return np.asarray(found, dtype=np.float64)

        found: Array = self._called(doubles)
        if found.shape != (count,):
            shape = " × ".join(map(str, found.shape)) or "–"
            raise self._failed("S324", shape=shape, count=count)
        lacking = int(np.count_nonzero(~np.isfinite(found)))
        if lacking:
            raise self._failed("S325", lacking=lacking, count=count)
        if self.share and count:
            self._check_share(float(found.min()), float(found.max()))
        return found

    def _check_share(self, *found: float | Fraction) -> None:
        """Raise S335 for a share beyond 0 and 1, but for what doubles lose."""
        for one in found:
            if self.share and not -WITHIN <= one <= 1 + WITHIN:
                raise self._failed("S335", found=Fraction(one).limit_denominator(10**6))

    def exactly(self, /, *arguments: object, **parameters: object) -> Fraction:
        """Return the exact score; raises OwnMethodError for what is no Fraction."""
        return self._fraction(self._called(lambda: self.faces["exact"](*arguments, **parameters)))

    def exactly_each(
        self, values: Sequence[Fraction], /, *arguments: object, **parameters: object
    ) -> list[Fraction]:
        """Return the exact scores of *values*; raises OwnMethodError likewise."""
        found = self._called(lambda: list(self.faces["exact"](values, *arguments, **parameters)))
        if len(found) != len(values):
            raise self._failed("S324", shape=str(len(found)), count=len(values))
        return [self._fraction(one) for one in found]

    def _fraction(self, found: object) -> Fraction:
        if isinstance(found, Rational) and not isinstance(found, bool):
            self._check_share(Fraction(found))
            return Fraction(found)
        raise self._failed("S326", found=type(found).__name__)

    def check_equal(self, values: Sequence[Fraction], scores: Sequence[Fraction]) -> None:
        """Raise S323 where two of *values*, which rise or fall, are equal and their scores not."""
        pairs = pairwise(zip(values, scores, strict=True))
        if any(a == b and abs(one - other) > WITHIN for (a, one), (b, other) in pairs):
            raise self._failed("S323", error="equal values have different scores")

    def text(self, face: str, /, *arguments: object, **parameters: object) -> str | None:
        """Return what the *face* says; None where there is no such face."""
        if face not in self.faces:
            return None
        return str(self._called(lambda: self.faces[face](*arguments, **parameters)))

    def _called(self, call: Callable[[], Any]) -> Any:  # noqa: ANN401 - whatever the function returns
        try:
            return call()
        except (Exception, SystemExit) as error:
            raise self._failed("S323", error=said(error)) from error

    def _failed(self, code: str, **params: object) -> OwnMethodError:
        return OwnMethodError((Finding(code, value=self.name, params=params),))


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
            name.removesuffix(_OF_FUNCTION): one
            for name, one in self._fields().items()
            if name.endswith(_OF_FUNCTION)
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
        if sign < 0 and _DIRECTION not in self.own.asks:
            raise OwnMethodError((Finding("S327", value=self.own.name),))
        known = {_TARGETS: targets, _DIRECTION: sign}
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
        return _TARGETS in self.own.asks

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


def scoring_method(
    name: str, *, over_units: bool = False, share: bool = True
) -> Callable[[Callable[..., Any]], OwnFunction]:
    """Register a function as the scoring method *name*, for this run.

    It takes an array of ``values`` and, where it names them after that, an array of ``targets`` and
    the ``direction``, 1 or -1; its keyword parameters are keys of ``score:``. It returns an array
    of the same length: shares from 0 to 1 that are put onto the scale, or with *share* False the
    scores themselves. No value is missing. With *over_units* the values are those of all units, in
    rising order of merit; without it each value is scored as if it were alone.

    To register it for good, a package names it under the entry points
    ``kediri_index.scoring_methods``. Raises UsageError for a name that is taken or no id, and for a
    parameter that is neither a number, a text nor true or false.
    """

    def register(function: Callable[..., Any]) -> OwnFunction:
        further = (_DIRECTION,) if over_units else (_TARGETS, _DIRECTION)
        own, parameters = _read(name, function, METHODS, ("values",), further)
        own.share = share
        base: type[Any] = OwnPanelMethod if over_units else OwnMethod
        _register(own, OTHER_METHODS, base, parameters, onto=share)
        return own

    return register


def aggregation(
    name: str, *, monotone: bool = False
) -> Callable[[Callable[..., Any]], OwnFunction]:
    """Register a function as the aggregation *name*, for this run.

    It takes ``weights`` and ``scores``, arrays with a row for each child and a column for each
    unit, and at most one keyword parameter, a number; it returns one score for each unit. Children
    that do not count are left out, and the weights of the others add up to 1. *monotone* says that
    a child that rises never makes the score fall.

    To register it for good, a package names it under the entry points
    ``kediri_index.aggregations``. Raises UsageError like :func:`scoring_method`.
    """

    def register(function: Callable[..., Any]) -> OwnFunction:
        own, parameters = _read(name, function, AGGREGATIONS, ("weights", "scores"), ())
        for at, (key, kind, default) in enumerate(parameters):
            if at or kind is not Fraction or default is not None:
                raise _poor_parameter(name, key)
        _register(
            own,
            OTHER_AGGREGATIONS,
            OwnAggregation,
            parameters,
            title=Wording(name, name),
            additive=False,
            monotone=monotone,
            takes=Parameter(("1",)) if parameters else None,
        )
        return own

    return register


def _read(
    name: str,
    function: Callable[..., Any],
    known: Mapping[str, Any],
    first: tuple[str, ...],
    further: tuple[str, ...],
) -> tuple[OwnFunction, list[tuple[str, type[Any], Any]]]:
    """Return *function* under its *name*, and its parameters: key, kind, default or None."""
    if name in tuple(known) or not ID.fullmatch(str(name)):
        raise UsageError("own-method-name", name=str(name), known=tuple(known))
    try:
        arguments = list(signature(function).parameters.values())
    except (TypeError, ValueError):  # no function, or one that does not say
        raise UsageError("own-method-arguments", name=name, first=first, further=further) from None
    positions = [one.name for one in arguments if one.kind is not Argument.KEYWORD_ONLY]
    if tuple(positions[: len(first)]) != first or not set(positions[len(first) :]) <= set(further):
        raise UsageError("own-method-arguments", name=name, first=first, further=further)
    parameters = []
    doubles = set()
    for one in arguments:
        if one.kind is Argument.KEYWORD_ONLY:
            annotation = getattr(one.annotation, "__name__", str(one.annotation))
            kind = _KINDS.get(annotation)
            default = None if one.default is Argument.empty else one.default
            if kind is None or one.name in _RESERVED or one.default is None:
                raise _poor_parameter(name, one.name)
            if annotation == "float":
                doubles.add(one.name)
            if kind is Fraction and default is not None:
                try:
                    default = Fraction(str(default))
                except ValueError:  # infinite, or no number
                    raise _poor_parameter(name, one.name) from None
            parameters.append((one.name, kind, default))
    asks = tuple(positions[len(first) :])
    return OwnFunction(name, function, asks, frozenset(doubles)), parameters


def _register(
    own: OwnFunction,
    others: ClassesOfOthers,
    base: type[Any],
    parameters: Sequence[tuple[str, type[Any], Any]],
    **said_of_it: object,
) -> None:
    """Add the class of *own* to *others*: a *base* with the *parameters* as fields."""
    listed: list[Any] = [
        (key + _OF_FUNCTION, kind) if default is None else (key + _OF_FUNCTION, kind, default)
        for key, kind, default in sorted(parameters, key=lambda one: one[2] is not None)
    ]
    namespace = {
        "name": own.name,
        "own": own,
        "others": others,
        "__doc__": cleandoc(own.function.__doc__ or own.name),
        **said_of_it,
    }
    others.add(
        own.name, make_dataclass(own.name, listed, bases=(base,), namespace=namespace, frozen=True)
    )


def _explained(function: OwnFunction, text: str | None) -> Sentences:
    if text is None:
        return (Sentence("trace.own", {"name": function.name}),)
    return (Sentence("trace.own-said", {"name": function.name, "said": text}),)


def _poor_parameter(name: str, parameter: str) -> UsageError:
    return UsageError("own-method-parameter", name=name, parameter=parameter, reserved=_RESERVED)
