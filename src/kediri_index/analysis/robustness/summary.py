"""What the draws say of each unit: intervals, ranks, and the chances of classes and targets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from kediri_index.model.definition import ClassesOn, Definition, ScoreClass
from kediri_index.model.robustness import NO_PROBABILITIES, RankSpread, UnitRobustness
from kediri_index.model.scores import UnitSummary
from kediri_index.scoring.arrays.arithmetic import Whole
from kediri_index.scoring.arrays.children import NEARLY
from kediri_index.scoring.arrays.values import Array, Mask
from kediri_index.scoring.rounding import TIE

Ranks = NDArray[np.int32]

_PERCENTILES = (5.0, 50.0, 95.0)
_TIE = float(TIE) + NEARLY
"""Scores closer than this are equal, as in exact results."""
_NO_SCORE = -1e300


class Simulated(NamedTuple):
    """The overall by unit and draw, NaN for none, and the *ranks*, 0 for none.

    *undefined* is in how many draws of each unit a group had no combined score.
    """

    exact: Array
    published: Array
    ranks: Ranks
    undefined: Whole


def deciding(definition: Definition, exact: Array, published: Array) -> Array:
    """Return the figures that classes and ranks are decided by."""
    return published if definition.classes_on is ClassesOn.PUBLISHED else exact


def summary(
    definition: Definition,
    nominal: Sequence[UnitSummary],
    targets: Sequence[Fraction | None],
    simulated: Simulated,
) -> tuple[UnitRobustness, ...]:
    """Return what the draws say of each unit, beside its *nominal* figures."""
    units = []
    each = zip(nominal, targets, *simulated[:3], strict=True)
    for own, target, exact, published, ranks in each:
        known = exact[~np.isnan(exact)]
        p5, p50, p95 = _percentiles(known)
        times = np.bincount(ranks)
        units.append(
            UnitRobustness(
                unit=own.unit,
                year=own.year,
                nominal=own.overall,
                class_label=own.class_label,
                mean=float(known.mean()) if len(known) else None,
                p5=p5,
                p50=p50,
                p95=p95,
                class_probability=_classes(definition, deciding(definition, exact, published)),
                target=target,
                target_probability=_reached(published, target),
                rank=_rank(own.rank, times),
                rank_probability=_by_rank(times),
                scored=float(1 - np.isnan(exact).mean()),
                basis=own.basis,
            )
        )
    return tuple(units)


def _percentiles(known: Array) -> tuple[float, ...] | tuple[None, ...]:
    if not len(known):
        return (None,) * len(_PERCENTILES)
    return tuple(map(float, np.percentile(known, _PERCENTILES)))


def _classes(definition: Definition, scores: Array) -> Mapping[str, float]:
    if not definition.classes:
        return NO_PROBABILITIES
    found = in_class(scores, definition.classes)
    shares = (float(inside.mean()) for inside in found)
    return dict(zip((one.label.main for one in definition.classes), shares, strict=True))


def _reached(published: Array, target: Fraction | None) -> float | None:
    if target is None:
        return None
    return float((published >= float(target) - NEARLY).mean())


def _rank(nominal: int | None, times: Whole) -> RankSpread | None:
    """Return the spread of ranks that come so many *times* each, 0 for none."""
    reached = np.cumsum(times[1:])
    if not len(reached):
        return None
    last = reached[-1] - 1
    at = np.array(_PERCENTILES) / 100 * last
    places = np.floor(at).astype(np.int64)
    low, high = (
        1 + np.searchsorted(reached, np.minimum(one, last), side="right")
        for one in (places, places + 1)
    )
    mean = float(np.arange(len(times)) @ times / reached[-1])
    return RankSpread(nominal, mean, *(low + (high - low) * (at - places)).tolist())


def _by_rank(times: Whole) -> Mapping[int, float]:
    shares = (times / times.sum()).tolist()
    return {rank: shares[rank] for rank in np.flatnonzero(times).tolist() if rank}


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
        inside = left
        if one.bound is not None:
            above = scores - float(one.bound)
            inside = left & (above <= _TIE if one.bound_included else above < -_TIE)
        found.append(inside)
        left = left & ~inside  # a new array: this one may be in the result
    return found
