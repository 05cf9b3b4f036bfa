"""What the draws say of each unit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

import numpy as np

from kediri_index.analysis.robustness.arrays import NEARLY, Array, Ranks
from kediri_index.analysis.robustness.ranks import in_class
from kediri_index.model.definition import ClassesOn, Definition
from kediri_index.model.results import UnitResult
from kediri_index.model.robustness import NO_PROBABILITIES, RankSpread, UnitRobustness

_PERCENTILES = (5.0, 50.0, 95.0)


class Scores(NamedTuple):
    """The overall by draw and unit, NaN for none, and the *ranks*, 0 for none."""

    exact: Array
    published: Array
    ranks: Ranks

    def deciding(self, definition: Definition) -> Array:
        """Return the figures that classes and ranks are decided by."""
        return self.published if definition.classes_on is ClassesOn.PUBLISHED else self.exact


def summary(
    definition: Definition, results: Sequence[UnitResult], scores: Scores
) -> tuple[UnitRobustness, ...]:
    """Return what *scores* say of each of *results*, the nominal ones."""
    exact, published, ranks = (  # a unit's draws beside one another, since each is read often
        np.ascontiguousarray(one.T) for one in (scores.exact, scores.published, scores.ranks)
    )
    deciding = published if scores.deciding(definition) is scores.published else exact
    spreads = [_spread(column) for column in exact]
    return tuple(
        UnitRobustness(
            unit=result.unit,
            year=result.year,
            nominal=result.overall,
            class_label=result.class_label,
            mean=spreads[at].mean,
            p5=spreads[at].p5,
            p50=spreads[at].p50,
            p95=spreads[at].p95,
            class_probability=_classes(definition, deciding[at]),
            target=result.target,
            target_probability=_reached(published[at], result.target),
            rank=_rank(result.rank, ranks[at]),
            rank_probability=_by_rank(ranks[at]),
            scored=float(1 - np.isnan(exact[at]).mean()),
            basis=result.basis,
        )
        for at, result in enumerate(results)
    )


class _Spread(NamedTuple):
    mean: float | None = None
    p5: float | None = None
    p50: float | None = None
    p95: float | None = None


def _spread(scores: Array) -> _Spread:
    known = scores[~np.isnan(scores)]
    if not len(known):
        return _Spread()
    return _Spread(float(known.mean()), *map(float, np.percentile(known, _PERCENTILES)))


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


def _rank(nominal: int | None, ranks: Ranks) -> RankSpread | None:
    known = ranks[ranks > 0]
    if not len(known):
        return None
    low, middle, high = np.percentile(known, _PERCENTILES)
    return RankSpread(nominal, float(known.mean()), float(low), float(middle), float(high))


def _by_rank(ranks: Ranks) -> Mapping[int, float]:
    times = np.bincount(ranks)
    return {rank: int(times[rank]) / len(ranks) for rank in np.flatnonzero(times).tolist() if rank}
