"""Views: the same leaves grouped by an attribute. A view has no weights and is never an index."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from kediri_index.model.results import Completeness, ViewRow


def view_rows(
    values: Mapping[str, tuple[str, ...]],
    scores: Mapping[str, Fraction],
    weights: Mapping[str, Fraction] | None,
    nominal: Mapping[str, Fraction],
) -> tuple[ViewRow, ...]:
    """Return one row for each value: the mean score of its leaves, and their part of the overall.

    *values* maps a leaf to the values it belongs to, *scores* and *weights* are those of the
    answered leaves (None: the overall is no sum), *nominal* the weights of all expected ones. A
    leaf of several values has an equal part of its weight in each.
    """
    leaves: dict[str, dict[str, Fraction]] = {}
    for leaf, belongs in values.items():
        if leaf in nominal:
            for value in belongs:
                leaves.setdefault(value, {})[leaf] = Fraction(1, len(belongs))
    return tuple(_row(value, own, scores, weights, nominal) for value, own in leaves.items())


def _row(
    value: str,
    leaves: Mapping[str, Fraction],
    scores: Mapping[str, Fraction],
    weights: Mapping[str, Fraction] | None,
    nominal: Mapping[str, Fraction],
) -> ViewRow:
    """Return the row of *leaves*, each with the part of its weight that belongs to *value*."""
    answered = [leaf for leaf in leaves if leaf in scores]
    total = sum((nominal[leaf] * part for leaf, part in leaves.items()), start=Fraction(0))
    there = sum((nominal[leaf] * leaves[leaf] for leaf in answered), start=Fraction(0))
    return ViewRow(
        id=value,
        score=sum((scores[leaf] for leaf in answered), start=Fraction(0)) / len(answered)
        if answered
        else None,
        completeness=Completeness(len(answered), len(leaves), there / total if total else None),
        contribution=None
        if weights is None
        else sum(
            (weights.get(leaf, Fraction(0)) * scores[leaf] * leaves[leaf] for leaf in answered),
            start=Fraction(0),
        ),
    )
