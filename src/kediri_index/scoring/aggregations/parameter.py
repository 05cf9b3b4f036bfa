"""The parameter of an aggregation, as a definition writes it."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from fractions import Fraction

from kediri_index.model.aggregation import Aggregation


def parameter_of(aggregation: Aggregation) -> Fraction | None:
    """Return the exponent or the sign; None for an aggregation that is a word alone."""
    parameters = fields(aggregation) if is_dataclass(aggregation) else ()
    return Fraction(getattr(aggregation, parameters[0].name)) if parameters else None
