"""Every draw by itself: what was drawn, and what came of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import numpy as np

from kediri_index.analysis.robustness.arrays import Array
from kediri_index.analysis.robustness.plan import Columns, Plan, picked
from kediri_index.analysis.robustness.sampling import random_draws
from kediri_index.analysis.robustness.summary import Scores
from kediri_index.model.results import UnitResult
from kediri_index.model.robustness import EachDraw, FactorKind
from kediri_index.scoring.fold import OVERALL

_CHOICES = {
    FactorKind.WEIGHT_SETS: "set",
    FactorKind.METHODS: "method",
    FactorKind.AGGREGATIONS: "aggregation",
}


class _Column(NamedTuple):
    name: str
    cells: Sequence[object]


def each_draw(
    plan: Plan, scores: Scores, results: Sequence[UnitResult], shown: Sequence[int]
) -> EachDraw:
    """Return the draws that *scores* are of, with the scores of the units at *shown*."""
    draws, names = len(scores.exact), _names(results)
    columns = [_Column("draw", range(1, draws + 1))]
    if plan.only_sets:
        columns.append(_Column("set", plan.factors[0].options))
    else:
        uniform = random_draws(plan.drawing.seed).random((draws, plan.columns))
        for part in plan.parts:
            columns += _drawn(plan, part, uniform[:, part.start : part.stop], names)
    several = len(shown) > 1
    for at in shown:
        end = f":{names(at)}" if several else ""
        columns.append(_Column(f"score{end}", _known(scores.exact[:, at])))
        columns.append(_Column(f"published{end}", _known(scores.published[:, at])))
        if scores.ranks[:, at].any():
            ranks = [rank or None for rank in scores.ranks[:, at].tolist()]
            columns.append(_Column(f"rank{end}", ranks))
    return EachDraw(
        tuple(column.name for column in columns),
        tuple(zip(*(column.cells for column in columns), strict=True)),
    )


def _drawn(
    plan: Plan, part: Columns, uniform: Array, unit: Callable[[int], str]
) -> Iterator[_Column]:
    """Yield what the columns of *uniform* numbers of one factor stand for."""
    factor = part.factor
    if factor.kind is FactorKind.WEIGHTS:
        for at, child in enumerate(plan.siblings[factor.node or OVERALL]):
            factors = plan.factors_of(factor, uniform[:, at])
            yield _Column(f"weight:{child}", factors.tolist())
    elif factor.kind is FactorKind.MISSING:
        several = plan.panel.units > 1
        for at, gap in enumerate(plan.panel.gaps):
            end = f":{unit(gap.place)}" if several else ""
            yield _Column(f"missing:{gap.leaf}{end}", gap.drawn(uniform[:, at]).tolist())
    else:
        chosen = picked(uniform[:, 0], len(factor.options)).tolist()
        yield _Column(_CHOICES[factor.kind], [factor.options[at] for at in chosen])


def _names(results: Sequence[UnitResult]) -> Callable[[int], str]:
    """Return how a unit is called: with its year where there are several years."""
    with_year = len({one.year for one in results}) > 1

    def name(at: int) -> str:
        one = results[at]
        return f"{one.unit or ''}:{one.year or ''}" if with_year else one.unit or ""

    return name


def _known(scores: Array) -> list[float | None]:
    return [None if np.isnan(score) else score for score in scores.tolist()]
