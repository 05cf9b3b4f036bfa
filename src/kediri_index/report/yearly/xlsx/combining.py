"""What combines the scores of children, as a formula: one aggregation after another."""

from __future__ import annotations

from typing import Final, NamedTuple

from kediri_index.engine.aggregation.extremes import Max, Min
from kediri_index.engine.aggregation.geometric import Geometric
from kediri_index.engine.aggregation.harmonic import Harmonic
from kediri_index.engine.aggregation.mazziotta_pareto import MazziottaPareto
from kediri_index.engine.aggregation.median import Median
from kediri_index.engine.aggregation.power import Power
from kediri_index.model.aggregation import Aggregation, Arithmetic
from kediri_index.report.yearly.xlsx.literals import number

_NONE: Final = "1E-24"
"""A variance below this is none."""
_LAST: Final = "1E-12"
"""Shares add up to one half but for their last binary digits."""


class Ranges(NamedTuple):
    """The cells of a group's children: their weights, their shares, and scores.

    *reached* has, for a median, the share of all children that score no more than each.
    """

    weights: str
    shares: str
    scores: str
    reached: str = ""


class Combined(NamedTuple):
    """A formula, and the condition under which the children have no combined score.

    *array* formulas go through their ranges one cell after the other.
    """

    formula: str
    undefined: str | None = None
    array: bool = True


def combined(aggregation: Aggregation, children: Ranges) -> Combined | None:
    """Return the combined score; None for an aggregation that compares units.

    A child without a share does not count, whatever stands in its cell.
    """
    weights, shares, scores, reached = children
    mean = f"SUMPRODUCT({weights},{scores})/SUM({weights})"
    counted = f"IF({weights}>0,{scores})"
    lowest = f"MIN({counted})"
    negative = f"{lowest}<0"
    match aggregation:
        case Arithmetic():
            return Combined(mean, array=False)
        case Power() if aggregation.exponent == 1:
            return Combined(mean, array=False)
        case Min():
            return Combined(lowest)
        case Max():
            return Combined(f"MAX({counted})")
        case Median():
            half = f"MIN(IF({weights}>0,IF({reached}>0.5{{}}{_LAST},{scores})))"
            return Combined(f"({half.format('-')}+{half.format('+')})/2")
        case Geometric():
            product = f"EXP(SUM(IF({weights}>0,{shares}*LN({scores}),0)))"
            return Combined(f"IF({lowest}<=0,0,{product})", negative)
        case Harmonic():
            total = f"SUM(IF({weights}>0,{shares}/{scores},0))"
            return Combined(f"IF({lowest}<=0,0,1/{total})", negative)
        case Power():
            exponent = number(aggregation.exponent)
            total = f"SUM(IF({weights}>0,{shares}*{scores}^{exponent},0))"
            formula = f"({total})^(1/{exponent})"
            if aggregation.exponent < 0:
                formula = f"IF({lowest}<=0,0,{formula})"
            return Combined(formula, negative)
        case MazziottaPareto():
            variance = f"SUM(IF({weights}>0,{shares}*({scores}-{mean})^2,0))"
            formula = f"IF({variance}<{_NONE},{mean},{mean}+{aggregation.sign}*{variance}/({mean}))"
            return Combined(formula, f"AND({variance}>={_NONE},{mean}<=0)")
    return None


def reached(children: Ranges, cell: str) -> str:
    """Return the share of the children that score no more than the one in *cell*."""
    return f"SUMPRODUCT(({children.scores}<={cell}+{_LAST})*{children.shares})"
