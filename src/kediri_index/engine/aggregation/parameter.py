"""The parameter of an aggregation, as a definition writes it."""

from __future__ import annotations

from fractions import Fraction

from kediri_index.engine.aggregation.mazziotta_pareto import MazziottaPareto
from kediri_index.engine.aggregation.power import Power
from kediri_index.model.aggregation import Aggregation


def parameter_of(aggregation: Aggregation) -> Fraction | None:
    """Return the exponent or the sign; None for an aggregation that is a word alone."""
    match aggregation:
        case Power():
            return aggregation.exponent
        case MazziottaPareto():
            return Fraction(aggregation.sign)
    return None
