"""What combines the scores of children, as a formula: one aggregation after another."""

from __future__ import annotations

from typing import Final, NamedTuple

from kediri_index.model.aggregation import Aggregation, Arithmetic, Sum
from kediri_index.model.formulas import number
from kediri_index.scoring.aggregations.extremes import Max, Min
from kediri_index.scoring.aggregations.geometric import Geometric
from kediri_index.scoring.aggregations.harmonic import Harmonic
from kediri_index.scoring.aggregations.mazziotta_pareto import MazziottaPareto
from kediri_index.scoring.aggregations.median import Median
from kediri_index.scoring.aggregations.power import Power

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


def combined(  # noqa: PLR0911 - one return a method
    aggregation: Aggregation, children: Ranges
) -> Combined | None:
    """Return the combined score; None for an aggregation that compares units.

    A child without a share does not count, whatever stands in its cell.
    """
    if isinstance(aggregation, Arithmetic) or (
        isinstance(aggregation, Power) and aggregation.exponent == 1
    ):
        return Combined(_mean(children), array=False)
    if isinstance(aggregation, Sum):
        return Combined(f"SUMPRODUCT({children.weights},{children.scores})", array=False)
    counted = f"IF({children.weights}>0,{children.scores})"
    match aggregation:
        case Min():
            return Combined(f"MIN({counted})")
        case Max():
            return Combined(f"MAX({counted})")
        case Median():
            return Combined(_median(children))
        case MazziottaPareto():
            return _mazziotta_pareto(aggregation, children)
        case Geometric() | Harmonic() | Power():
            lowest = f"MIN({counted})"
            return Combined(_of_positive(aggregation, children, lowest), f"{lowest}<0")
    return None


def _mean(children: Ranges) -> str:
    return f"SUMPRODUCT({children.weights},{children.scores})/SUM({children.weights})"


def _summed(children: Ranges, term: str) -> str:
    return f"SUM(IF({children.weights}>0,{term},0))"


def _median(children: Ranges) -> str:
    """Return the mean of the lowest score that reaches one half, and of the lowest beyond it."""

    def lowest(beyond: str) -> str:
        reaches = f"{children.reached}>0.5{beyond}{_LAST}"
        return f"MIN(IF({children.weights}>0,IF({reaches},{children.scores})))"

    return f"({lowest('-')}+{lowest('+')})/2"


def _of_positive(aggregation: Geometric | Harmonic | Power, children: Ranges, lowest: str) -> str:
    """Return a mean for which no score may be below 0, and most are 0 where one is."""
    shares, scores = children.shares, children.scores
    if isinstance(aggregation, Geometric):
        mean = f"EXP({_summed(children, f'{shares}*LN({scores})')})"
    elif isinstance(aggregation, Harmonic):
        mean = f"1/{_summed(children, f'{shares}/{scores}')}"
    else:
        exponent = number(aggregation.exponent)
        mean = f"{_summed(children, f'{shares}*{scores}^{exponent}')}^(1/{exponent})"
        if aggregation.exponent > 0:
            return mean
    return f"IF({lowest}<=0,0,{mean})"


def _mazziotta_pareto(aggregation: MazziottaPareto, children: Ranges) -> Combined:
    mean = _mean(children)
    variance = _summed(children, f"{children.shares}*({children.scores}-{mean})^2")
    with_penalty = f"{mean}+{aggregation.sign}*{variance}/({mean})"
    formula = f"IF({variance}<{_NONE},{mean},{with_penalty})"
    return Combined(formula, f"AND({variance}>={_NONE},{mean}<=0)")


def reached(children: Ranges, cell: str) -> str:
    """Return the share of the children that score no more than the one in *cell*."""
    return f"SUMPRODUCT(({children.scores}<={cell}+{_LAST})*{children.shares})"
