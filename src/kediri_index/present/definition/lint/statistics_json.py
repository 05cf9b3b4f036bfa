"""The statistics of an index as JSON has them."""

from __future__ import annotations

from kediri_index.model.statistics import (
    Column,
    GroupStatistics,
    IndexStatistics,
    LeafStatistics,
    Pair,
)
from kediri_index.present.envelope import Json, exact
from kediri_index.scoring.fold import OVERALL


def statistics_json(statistics: IndexStatistics | None) -> Json:
    """Return the value of ``statistics``; the overall has the id null."""
    if statistics is None:
        return None
    return {
        "observations": statistics.observations,
        "units": statistics.units,
        "years": list(statistics.years),
        "indicators": [_leaf(leaf) for leaf in statistics.leaves],
        "groups": [_group(group) for group in statistics.groups],
        "pairs": [_pair(pair) for pair in statistics.pairs],
    }


def _leaf(leaf: LeafStatistics) -> dict[str, Json]:
    prepared = {} if leaf.prepared is None else {"prepared": _column(leaf.prepared)}
    return {
        "id": leaf.id,
        "in": leaf.parent,
        **_column(leaf.measured),
        **prepared,
        "effective_weight": exact(leaf.effective_weight),
        "influence": leaf.influence,
        "correlation": leaf.correlation,
    }


def _column(column: Column) -> dict[str, Json]:
    figures = column.figures
    return {
        "n": figures.n,
        "missing": figures.missing,
        "min": figures.minimum,
        "q1": figures.q1,
        "median": figures.median,
        "q3": figures.q3,
        "max": figures.maximum,
        "mean": figures.mean,
        "sd": figures.sd,
        "skewness": figures.skewness,
        "kurtosis": figures.kurtosis,
        "nonzero": figures.nonzero,
        "distinct": figures.distinct,
        "same": figures.same,
        "present_share": _share(figures.n, figures.n + figures.missing),
        "nonzero_share": _share(figures.nonzero, figures.n),
        "distinct_share": _share(figures.distinct, figures.n),
        "same_share": _share(figures.same, figures.n),
        "constant": figures.is_constant,
        "skewed": column.is_skewed,
        "outliers": [
            {"unit": one.unit, "year": one.year, "value": one.value} for one in column.outliers
        ],
    }


def _group(group: GroupStatistics) -> dict[str, Json]:
    return {
        "id": None if group.id == OVERALL else group.id,
        "n": group.n,
        "effective_weight": exact(group.effective_weight),
        "alpha": group.alpha.pairwise,
        "alpha_complete": group.alpha.complete,
        "complete": group.alpha.complete_n,
        "items": group.alpha.items,
        "children": [
            {
                "id": child.id,
                "n": child.n,
                "weight": exact(child.weight),
                "influence": child.influence,
                "correlation": child.correlation,
                "correlation_with_siblings": child.with_siblings,
            }
            for child in group.children
        ],
    }


def _pair(pair: Pair) -> dict[str, Json]:
    return {
        "a": pair.a,
        "b": pair.b,
        "siblings": pair.group is not None,
        "n": pair.n,
        "pearson": pair.pearson,
        "spearman": pair.spearman,
    }


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None
