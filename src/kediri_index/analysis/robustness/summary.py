"""What the draws say of each unit: intervals, ranks, and the chances of classes and targets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from kediri_index.model.definition import ClassesOn, Definition
from kediri_index.model.robustness import NO_PROBABILITIES, RankSpread, UnitRobustness
from kediri_index.model.scores import UnitSummary
from kediri_index.scoring.arrays.arithmetic import Whole
from kediri_index.scoring.arrays.children import NEARLY
from kediri_index.scoring.arrays.tree import in_class
from kediri_index.scoring.arrays.values import Array
from kediri_index.scoring.rounding import TIE

Ranks = NDArray[np.int32]

_PERCENTILES = (5.0, 50.0, 95.0)
_TIE = float(TIE) + NEARLY
"""Scores closer than this are equal, as in exact results."""


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
    low, high, part = _between(len(known))
    known.partition(np.concatenate([low, high]))
    return tuple((known[low] + (known[high] - known[low]) * part).tolist())


def _between(count: int) -> tuple[Whole, Whole, Array]:
    """Return the places around each percentile of *count* values, and the way to the upper one."""
    at = np.array(_PERCENTILES) / 100 * (count - 1)
    low = np.floor(at).astype(np.int64)
    return low, np.minimum(low + 1, count - 1), at - low


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
    *places, part = _between(int(reached[-1]))
    low, high = (1 + np.searchsorted(reached, one, side="right") for one in places)
    mean = float(np.arange(len(times)) @ times / reached[-1])
    return RankSpread(nominal, mean, *(low + (high - low) * part).tolist())


def _by_rank(times: Whole) -> Mapping[int, float]:
    shares = (times / times.sum()).tolist()
    return {rank: shares[rank] for rank in np.flatnonzero(times).tolist() if rank}


def ranks_by_draw(scores: Array, years: Iterable[Whole]) -> Ranks:
    """Return the rank of each unit in each draw among those of its year; 0 without a score.

    1 is the highest; scores within 1e-10 are equal, and all get the smallest rank that they share.
    """
    found: Ranks = np.zeros(scores.shape, dtype=np.int32)
    for places in years:
        if len(places) > 1:
            found[places] = _ranks(scores[places])
    return found


def _ranks(scores: Array) -> Ranks:
    falling = np.negative(scores.T, order="C")
    order = np.argsort(falling, axis=1)  # NaN is last
    ordered = np.take_along_axis(falling, order, axis=1)
    rank: Ranks = np.broadcast_to(np.arange(1, len(scores) + 1, dtype=np.int32), order.shape).copy()
    rank[np.isnan(ordered)] = 0
    tied = (np.diff(ordered, axis=1) <= _TIE).any(axis=1)
    for step in range(1, len(scores)):
        near = ordered[tied, step:] - ordered[tied, :-step] <= _TIE
        if not near.any():
            break
        rank[tied, step:] -= near
    found = np.empty_like(rank)
    np.put_along_axis(found, order, rank, axis=1)
    return found.T
