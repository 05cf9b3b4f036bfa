"""Weights of siblings, made from their scores over many observations."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from kediri_index.model.statistics import Values
from kediri_index.model.weighting import Kept, WeightMethod

if TYPE_CHECKING:
    from kediri_index.model.aggregation import Aggregation, Array

LEAST = 3
"""With two observations every correlation is 1 or -1."""

_NOTHING = 1e-9
"""Below this a loading, a weight or a gap between eigenvalues may be rounding alone."""

_DECIMALS = 6
"""Of a share as it is written: a weight in per cent has four."""


class Proposal(NamedTuple):
    """The weights of siblings, which add up to 1, and the figures that they are made of.

    *n* observations have every sibling, *left_out* have only some. Where the weights are *kept*
    there are neither; *at* are the places of the siblings that are the cause.
    """

    n: int
    left_out: int
    weights: tuple[float, ...] = ()
    figures: tuple[float, ...] = ()
    kept: Kept | None = None
    at: tuple[int, ...] = ()


class _Refused(Exception):  # noqa: N818 - an answer, not an error
    def __init__(self, kept: Kept, at: tuple[int, ...] = ()) -> None:
        self.kept, self.at = kept, at


def proposal(method: WeightMethod, columns: Sequence[Values], aggregation: Aggregation) -> Proposal:
    """Return what *method* makes of the *columns* of siblings that *aggregation* combines.

    Only observations with a value in every column count, as in COINr's ``get_PCA``.
    """
    rows = [row for row in zip(*columns, strict=True) if None not in row]
    some = sum(any(value is not None for value in row) for row in zip(*columns, strict=True))
    empty = Proposal(len(rows), some - len(rows))
    if aggregation.quantile is not None and not aggregation.is_inner:
        return empty._replace(kept=Kept.NOT_WEIGHTED)
    if len(rows) < LEAST:
        return empty._replace(kept=Kept.TOO_FEW)
    if method is WeightMethod.EQUAL_INFLUENCE and not aggregation.additive:
        return empty._replace(kept=Kept.NOT_ADDITIVE)
    try:
        figures, weights = _METHODS[method](np.array(rows, dtype=float))
    except _Refused as refused:
        return empty._replace(kept=refused.kept, at=refused.at)
    shares = weights / weights.sum()
    return empty._replace(weights=tuple(shares.tolist()), figures=tuple(figures.tolist()))


def _pca(scores: Array) -> tuple[Array, Array]:
    """Return the loadings of the first principal component, which are the weights.

    The component is that of the correlation matrix. COINr's ``get_PCA`` does the same, by
    ``prcomp(center = TRUE, scale = TRUE)$rotation[, 1]``; see Becker, Saisana, Paruolo and
    Vandecasteele (2017), "Weights and importance in composite indicators: closing the gap",
    Ecological Indicators 80, 12-22. Its direction is the one in which most loadings are positive.
    """
    _refuse_constant(scores)
    values, vectors = np.linalg.eigh(_correlations(scores))
    if values[-1] - values[-2] <= _NOTHING * values[-1]:
        raise _Refused(Kept.NO_SOLUTION)
    loadings = vectors[:, -1]
    total = loadings.sum()
    if (total if abs(total) > _NOTHING else loadings[0]) < 0:
        loadings = -loadings
    return loadings, _none_below_zero(loadings)


def _entropy(scores: Array) -> tuple[Array, Array]:
    """Return what each column's entropy leaves to 1, which are the weights.

    Shannon's entropy e = -sum(p ln p)/ln n of the column's shares p in its own sum, after min-max
    over the observations; the weight is 1 - e: Zeleny (1982), "Multiple Criteria Decision Making",
    and Zhu, Tian and Yan (2020), "Effectiveness of entropy weight method in decision-making",
    Mathematical Problems in Engineering, 3564835. A constant column tells nothing and weighs 0.
    """
    parts = _min_max(scores)
    varies = parts.sum(axis=0) > 0
    shares = parts[:, varies] / parts[:, varies].sum(axis=0)
    logarithms = np.log(shares, out=np.zeros_like(shares), where=shares > 0)
    left = np.zeros(scores.shape[1])
    left[varies] = 1 + (shares * logarithms).sum(axis=0) / np.log(len(scores))
    return left, left


def _critic(scores: Array) -> tuple[Array, Array]:
    """Return each column's information, which are the weights.

    C = s * sum(1 - r) with the standard deviation s after min-max over the observations, and the
    correlations r with the other columns: Diakoulaki, Mavrotas and Papayannakis (1995),
    "Determining objective weights in multiple criteria problems: the CRITIC method", Computers and
    Operations Research 22(7), 763-770. A constant column has no correlation and weighs 0.
    """
    parts = _min_max(scores)
    varies = parts.max(axis=0) > 0
    information = np.zeros(scores.shape[1])
    conflict = (1 - _correlations(parts[:, varies])).sum(axis=0)
    if varies.sum() == 1:
        conflict = np.ones(1)
    information[varies] = parts[:, varies].std(axis=0, ddof=1) * conflict
    if information.sum() <= _NOTHING:
        raise _Refused(Kept.NO_SOLUTION)
    return information, information


def _equal_influence(scores: Array) -> tuple[Array, Array]:
    """Return the correlation with the mean that all columns come to have, and their weights.

    COINr's ``get_opt_weights`` searches, by Nelder-Mead, for weights under which correlations with
    the index are equal. With a weighted mean y = sum(w x) and correlations R, the correlation of x
    with y is proportional to R (s * w), so w = R^-1 1 / s, which needs no search; s are standard
    deviations. All correlations are then 1/sqrt(1' R^-1 1).
    """
    _refuse_constant(scores)
    found = _correlations(scores)
    values = np.linalg.eigvalsh(found)
    if values[0] <= _NOTHING * values[-1]:
        raise _Refused(Kept.NO_SOLUTION)
    solution = np.linalg.solve(found, np.ones(len(values)))
    weights = _none_below_zero(solution / scores.std(axis=0, ddof=1))
    return np.full(len(values), 1 / np.sqrt(solution.sum())), weights


_METHODS: Mapping[WeightMethod, Callable[[Array], tuple[Array, Array]]] = {
    WeightMethod.PCA: _pca,
    WeightMethod.ENTROPY: _entropy,
    WeightMethod.EQUAL_INFLUENCE: _equal_influence,
    WeightMethod.CRITIC: _critic,
}


def _correlations(scores: Array) -> Array:
    """Return the correlation of every two columns, also of one with itself alone."""
    found: Array = np.atleast_2d(np.corrcoef(scores, rowvar=False))
    return found


def _refuse_constant(scores: Array) -> None:
    constant = np.flatnonzero(np.ptp(scores, axis=0) == 0)
    if constant.size:
        raise _Refused(Kept.CONSTANT, tuple(constant.tolist()))


def _min_max(scores: Array) -> Array:
    """Return each column over its own range, 0 to 1; a constant one is 0."""
    spread = np.ptp(scores, axis=0)
    if not spread.any():
        raise _Refused(Kept.CONSTANT, tuple(range(len(spread))))
    found: Array = (scores - scores.min(axis=0)) / np.where(spread > 0, spread, 1)
    return found


def _none_below_zero(weights: Array) -> Array:
    negative = np.flatnonzero(weights < -_NOTHING * np.abs(weights).max())
    if negative.size:
        raise _Refused(Kept.NEGATIVE, tuple(negative.tolist()))
    return np.maximum(weights, 0)


def written_shares(weights: Sequence[float]) -> tuple[Fraction, ...]:
    """Return *weights* with six decimals that add up to exactly 1, by largest remainders."""
    unit = 10**_DECIMALS
    exact = [Fraction(weight) * unit for weight in weights]
    whole = [int(one) for one in exact]
    order = sorted(range(len(exact)), key=lambda at: (whole[at] - exact[at], at))
    for at in order[: unit - sum(whole)]:
        whole[at] += 1
    return tuple(Fraction(one, unit) for one in whole)
