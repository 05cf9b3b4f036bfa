"""Ranks and classes of many draws."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from kediri_index.analysis.robustness.arrays import NEARLY, TIE, Array, Mask, Whole
from kediri_index.model.definition import ScoreClass

_TIE = TIE + NEARLY
_NO_SCORE = -1e300


def ranks(scores: Array, years: Iterable[Whole]) -> Whole:
    """Return the rank of each unit in each draw among those of its year; 0 without a score.

    1 is the highest; scores within 1e-10 are equal, and all get the smallest rank that they share.
    """
    found: Whole = np.zeros(scores.shape, dtype=np.int64)
    for places in years:
        if len(places) > 1:
            found[:, places] = _ranks(scores[:, places])
    return found


def _ranks(scores: Array) -> Whole:
    known = ~np.isnan(scores)
    falling = np.where(known, -scores, -_NO_SCORE)
    order = np.argsort(falling, axis=1)
    ordered = np.take_along_axis(falling, order, axis=1)
    units = scores.shape[1]
    above = np.broadcast_to(np.arange(units), scores.shape).copy()
    tied = (np.diff(ordered, axis=1) <= _TIE).any(axis=1)
    for step in range(1, units):
        near = ordered[tied, step:] - ordered[tied, :-step] <= _TIE
        if not near.any():
            break
        above[tied, step:] -= near
    found = np.empty(scores.shape, dtype=np.int64)
    np.put_along_axis(found, order, above + 1, axis=1)
    return np.where(known, found, 0)


def in_class(scores: Array, classes: Sequence[ScoreClass]) -> list[Mask]:
    """Return, for each of *classes*, which of *scores* are in it; a bound within 1e-10 is met."""
    left = ~np.isnan(scores)
    found = []
    for one in classes:
        if one.bound is None:
            inside = left.copy()
        else:
            bound = float(one.bound)
            on_bound = np.abs(scores - bound) <= _TIE
            inside = left & np.where(on_bound, one.bound_included, scores < bound)
        found.append(inside)
        left &= ~inside
    return found
