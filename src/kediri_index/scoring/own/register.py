"""The decorators that register a function as a scoring method or an aggregation."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import make_dataclass
from fractions import Fraction
from inspect import Parameter as Argument
from inspect import cleandoc, signature
from typing import Any, Final

from kediri_index.errors import UsageError
from kediri_index.model.aggregation import Parameter
from kediri_index.model.language import Wording
from kediri_index.model.text import ID
from kediri_index.scoring import ClassesOfOthers
from kediri_index.scoring.aggregations import AGGREGATIONS, OTHER_AGGREGATIONS
from kediri_index.scoring.methods import METHODS, OTHER_METHODS
from kediri_index.scoring.own.classes import (
    DIRECTION,
    OF_FUNCTION,
    TARGETS,
    OwnAggregation,
    OwnMethod,
    OwnPanelMethod,
)
from kediri_index.scoring.own.function import OwnFunction

_KINDS: Final = {"float": Fraction, "int": int, "Fraction": Fraction, "bool": bool, "str": str}
_RESERVED: Final = ("method", "to", "outside", "years")


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
        further = (DIRECTION,) if over_units else (TARGETS, DIRECTION)
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
        (key + OF_FUNCTION, kind) if default is None else (key + OF_FUNCTION, kind, default)
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


def _poor_parameter(name: str, parameter: str) -> UsageError:
    return UsageError("own-method-parameter", name=name, parameter=parameter, reserved=_RESERVED)
