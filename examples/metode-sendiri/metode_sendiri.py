"""A scoring method and an aggregation of one's own, declared in ``pyproject.toml``."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from kediri_index import aggregation, scoring_method

Array = NDArray[np.float64]


@scoring_method("logistic")
def logistic(values: Array, direction: int, *, midpoint: float, slope: float = 1.0) -> Array:
    """Rises like an S: 0.5 at *midpoint*, steeper with *slope*."""
    return 1 / (1 + np.exp(-direction * slope * (values - midpoint)))


@logistic.explain
def _said(value: Fraction, direction: int, *, midpoint: Fraction, slope: Fraction) -> str:
    return f"1 ÷ (1 + e^{float(-direction * slope * (value - midpoint)):g})"


@logistic.formula
def _formula(cell: str, direction: int, *, midpoint: Fraction, slope: Fraction) -> str:
    return f"1/(1+EXP({float(-direction * slope)}*({cell}-{float(midpoint)})))"


@aggregation("lehmer")
def lehmer(weights: Array, scores: Array) -> Array:
    """Return the Lehmer mean: large scores weigh more."""
    means: Array = (weights * scores**2).sum(axis=0) / (weights * scores).sum(axis=0)
    return means


@lehmer.exact
def _exactly(weights: tuple[Fraction, ...], scores: tuple[Fraction, ...]) -> Fraction:
    pairs = list(zip(weights, scores, strict=True))
    total = sum((weight * score for weight, score in pairs), Fraction(0))
    squares = sum((weight * score**2 for weight, score in pairs), Fraction(0))
    return squares / total
