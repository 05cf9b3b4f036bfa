"""What ``aggregate:`` may say: a word, or a mapping of one word and its parameter."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from kediri_index.definition.specs.parsed import FieldError, Parsed
from kediri_index.definition.specs.values import NUMBER, parse_number
from kediri_index.model.aggregation import Aggregation
from kediri_index.scoring.aggregations import AGGREGATIONS, DEFAULT

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
