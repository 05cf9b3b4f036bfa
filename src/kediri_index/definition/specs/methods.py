"""What ``score:``, ``aggregate:`` and ``prepare:`` may say."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Annotated

from kediri_index.definition.specs.parsed import FieldError, Json, Parsed, spec
from kediri_index.definition.specs.values import (
    NUMBER,
    Cost,
    Flag,
    Id,
    Share,
    Text,
    WholeNumber,
    one_of,
    parse_number,
)
from kediri_index.model.aggregation import Aggregation
from kediri_index.model.preparing import Beyond, Imputation, Logarithm, Treatment
from kediri_index.model.scoring import Outside, Range, ScoringMethod, Years
from kediri_index.scoring.aggregations import AGGREGATIONS, DEFAULT
from kediri_index.scoring.methods import METHODS

SCORE_SCHEMA: Json = {"$comment": "score"}
"""Stands for what the registry of methods allows; ``json_schema`` spells it out."""


@spec
class RangeSpec:
    """The range of a score, and what happens beyond: common to all methods."""

    to: Range | None = None
    outside: Outside | None = None


@spec
class ScoreSpec(RangeSpec):
    """How a raw value becomes a score."""

    method: ScoringMethod


def parse_method(value: object) -> type[ScoringMethod]:
    """Return the method that *value* names; raises FieldError where there is none."""
    kind = METHODS.get(value) if isinstance(value, str) else None
    if kind is None:
        raise FieldError("D113", known=tuple(METHODS))
    return kind


def _model() -> object:
    from kediri_index.definition.json_schema import any_score  # noqa: PLC0415 - imports Pydantic

    return any_score()


SCORE = Parsed(parse_method, SCORE_SCHEMA, _model)
Score = Annotated[ScoreSpec, SCORE]


LARGEST_EXPONENT = 100
"""A power mean with a larger exponent is the highest score, or the lowest, for all that shows."""


def _power(value: object) -> Aggregation:
    exponent = parse_number(value)
    if abs(exponent) > LARGEST_EXPONENT:
        raise FieldError("D108", low=-LARGEST_EXPONENT, high=LARGEST_EXPONENT)
    if exponent == 1:
        return AGGREGATIONS[DEFAULT]()
    return _with_parameter("power", exponent, form="geometric")


def _mazziotta_pareto(value: object) -> Aggregation:
    return _with_parameter("mpi", parse_number(value), form=_FORMS["mpi"])


def _with_parameter(name: str, parameter: Fraction, form: str) -> Aggregation:
    """Return the aggregation; raises FieldError, with another *form*, where it takes none such."""
    found = AGGREGATIONS[name].of(parameter)
    if found is None:
        raise FieldError("D121", form=form)
    return found


_WITH_PARAMETER: dict[str, Callable[[object], Aggregation]] = {
    "power": _power,
    "mpi": _mazziotta_pareto,
}
_FORMS = {"power": "{power: 2}", "mpi": "{mpi: -1} / {mpi: +1}"}
_WORDS = [name for name in AGGREGATIONS if name not in _WITH_PARAMETER]
FORMS = tuple(_FORMS.get(name, name) for name in AGGREGATIONS)
"""Every aggregation as it may be written."""


def parse_aggregation(value: object) -> Aggregation:
    """Return what ``aggregate:`` says; raises FieldError where anything is wrong."""
    if isinstance(value, dict) and len(value) == 1:
        ((name, parameter),) = value.items()
        if name in _WITH_PARAMETER:
            return _WITH_PARAMETER[name](parameter)
        form = name if name in _WORDS else None
    else:
        name = value if isinstance(value, str) else ""
        if name in _WORDS:
            return AGGREGATIONS[name]()
        form = _FORMS.get(name)
    if form is not None:
        raise FieldError("D121", form=form)
    raise FieldError("D113", known=FORMS, names=tuple(AGGREGATIONS), word=name)


AGGREGATION = Parsed(
    parse_aggregation,
    {
        "oneOf": [
            {"enum": _WORDS},
            {
                "type": "object",
                "properties": {
                    "power": NUMBER.json
                    | {
                        "minimum": -LARGEST_EXPONENT,
                        "maximum": LARGEST_EXPONENT,
                        "not": {"const": 0},
                    },
                    "mpi": {"enum": [1, -1, "1", "+1", "-1"]},
                },
                "minProperties": 1,
                "maxProperties": 1,
                "additionalProperties": False,
            },
        ]
    },
)


WhichYears = Annotated[Years, one_of(Years)]


@spec
class ImputeSpec:
    """How missing values are estimated."""

    method: Annotated[Imputation, one_of(Imputation)]
    by: Text | None = None
    years: WhichYears | None = None
    beyond: Annotated[Beyond, one_of(Beyond)] | None = None


@spec
class ScreenSpec:
    """Which share of the indicators a unit must have."""

    min_present: Share


@spec
class TreatSpec:
    """How outliers are found, and what is done to them."""

    method: Annotated[Treatment, one_of(Treatment)]
    winmax: WholeNumber = 5
    skew: Cost = Fraction(2)
    kurtosis: Cost = Fraction(7, 2)
    log: Annotated[Logarithm, one_of(Logarithm)] | None = None
    combine: Flag | None = None
    years: WhichYears = Years.POOLED


@spec
class StepSpec:
    """One step before scoring."""

    denominate: dict[Id, Text] | None = None
    impute: ImputeSpec | None = None
    screen: ScreenSpec | None = None
    treat: TreatSpec | None = None
