"""Every aggregation over many draws and units at once, as the engine has it for one."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import numpy as np

from kediri_index.analysis.robustness.arrays import NEARLY, Array, Mask
from kediri_index.model.aggregation import Aggregation, Arithmetic, Sum
from kediri_index.scoring.aggregations.extremes import Max, Min
from kediri_index.scoring.aggregations.geometric import Geometric
from kediri_index.scoring.aggregations.harmonic import Harmonic
from kediri_index.scoring.aggregations.mazziotta_pareto import MazziottaPareto
from kediri_index.scoring.aggregations.median import Median
from kediri_index.scoring.aggregations.power import Power

_Mean = Callable[[Array], Array]


def combined(  # noqa: PLR0911 - one return an aggregation
    aggregation: Aggregation, shares: Array, scores: Array
) -> Array:
    """Return the combined scores, NaN where there is none.

    *shares* and *scores* have the children first, then draws, then units; the shares of children
    that do not count are 0, those of the others add up to 1, but for a sum (all are 0 where none
    counts).
    """
    if isinstance(aggregation, Arithmetic | Sum) or _is_arithmetic(aggregation):
        total: Array = np.einsum("k...,k...->...", shares, scores)
        return total
    counted = shares > 0
    match aggregation:
        case Min():
            return _extreme(counted, scores, np.inf)
        case Max():
            return -_extreme(counted, -scores, np.inf)
        case Median():
            return _median(shares, np.where(counted, scores, np.inf))
        case MazziottaPareto():
            return _mazziotta_pareto(shares, scores, aggregation.sign)
        case Geometric():
            return _of_positive(counted, scores, lambda ratios: _geometric(shares, ratios))
        case Harmonic():
            return _of_positive(counted, scores, lambda ratios: _power(shares, ratios, -1.0))
        case Power():
            exponent = float(aggregation.exponent)
            return _of_positive(counted, scores, lambda ratios: _power(shares, ratios, exponent))
    raise NotImplementedError(aggregation.name)


def _is_arithmetic(aggregation: Aggregation) -> bool:
    return isinstance(aggregation, Power) and aggregation.exponent == Fraction(1)


def _extreme(counted: Mask, scores: Array, nothing: float) -> Array:
    lowest: Array = np.where(counted, scores, nothing).min(axis=0)
    return lowest


def _of_positive(counted: Mask, scores: Array, mean: _Mean) -> Array:
    """Return the *mean* of the scores, each divided by the highest; NaN where one is below 0."""
    negative = (counted & (scores < -NEARLY)).any(axis=0)
    positive = np.where(counted, np.maximum(scores, 0.0), 0.0)
    highest = positive.max(axis=0)
    above = highest > 0
    ratios = np.where(counted & above, positive / np.where(above, highest, 1.0), 1.0)
    with np.errstate(divide="ignore", over="ignore", under="ignore", invalid="ignore"):
        found = highest * mean(ratios)
    return np.where(negative, np.nan, found)


def _geometric(shares: Array, ratios: Array) -> Array:
    found: Array = np.exp(np.einsum("k...,k...->...", shares, np.log(ratios)))
    return found


def _power(shares: Array, ratios: Array, exponent: float) -> Array:
    """Return the power mean; a ratio of 0 makes 0 where the exponent is below 0."""
    total: Array = np.einsum("k...,k...->...", shares, ratios**exponent)
    found: Array = np.power(total, 1 / exponent)
    return found


def _median(shares: Array, scores: Array) -> Array:
    """Return the score at which the shares pass one half; *scores* that do not count are last."""
    order = np.argsort(scores, axis=0, kind="stable")
    rising = np.take_along_axis(scores, order, axis=0)
    reached = np.cumsum(np.take_along_axis(shares, order, axis=0), axis=0)
    at = np.argmax(reached >= 0.5 - NEARLY, axis=0)[None]
    here = np.take_along_axis(rising, at, axis=0)[0]
    exactly = np.abs(np.take_along_axis(reached, at, axis=0)[0] - 0.5) <= NEARLY
    following = np.minimum(at + 1, len(scores) - 1)
    beyond = np.take_along_axis(rising, following, axis=0)[0]
    found: Array = np.where(exactly, (here + beyond) / 2, here)
    return found


def _mazziotta_pareto(shares: Array, scores: Array, sign: int) -> Array:
    mean: Array = np.einsum("k...,k...->...", shares, scores)
    apart = np.where(shares > 0, scores - mean, 0.0)
    largest = np.abs(apart).max(axis=0)
    variance: Array = np.einsum("k...,k...->...", shares, apart * apart)
    alike = largest <= NEARLY
    safe = np.where(mean > NEARLY, mean, np.nan)
    return np.where(alike, mean, mean + sign * variance / safe)
