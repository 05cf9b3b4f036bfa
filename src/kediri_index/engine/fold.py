"""Scores carried up the tree, with or without the stages at which published figures round."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from kediri_index.engine.aggregation import AGGREGATIONS, Weighted, arithmetic
from kediri_index.engine.presence import OVERALL
from kediri_index.engine.rounding import round_half_up
from kediri_index.engine.structure import Branch, Structure
from kediri_index.model.definition import (
    STAGE_INDICATORS,
    STAGE_OVERALL,
    STAGE_TERMS,
    Publish,
)


def fold_exact(structure: Structure, leaves: Mapping[str, Fraction]) -> dict[str, Fraction]:
    """Return every node's score without any rounding."""
    values = {leaf: leaves[leaf] for leaf in structure.kinds}
    for branch in structure.branches:
        values[branch.id] = AGGREGATIONS[branch.aggregate](_weighted(branch, values))
    return values


def fold_published(
    structure: Structure, leaves: Mapping[str, Fraction], publish: Publish
) -> dict[str, Fraction]:
    """Return every node's score with the stages of *publish* applied, as it flows upward.

    A node that is no stage itself is not rounded here: what is shown of it still has to be.
    """
    stages, decimals = publish.stages, publish.decimals
    values: dict[str, Fraction] = {}
    for leaf, kind in structure.kinds.items():
        stage = STAGE_INDICATORS if kind is None else kind
        values[leaf] = round_half_up(leaves[leaf], decimals) if stage in stages else leaves[leaf]
    for branch in structure.branches:
        children = _weighted(branch, values)
        if branch.id == OVERALL:
            value = _overall(branch, children, publish)
        else:
            value = AGGREGATIONS[branch.aggregate](children)
            if branch.kind in stages:
                value = round_half_up(value, decimals)
        values[branch.id] = value
    return values


def published_terms(
    structure: Structure, values: Mapping[str, Fraction], publish: Publish
) -> dict[str, Fraction]:
    """Return share x score of each node of the top level, rounded where ``terms`` is a stage.

    *values* are those of :func:`fold_published`.
    """
    if not structure.branches or structure.branches[-1].id != OVERALL:
        return {}
    return {
        child: _term(share * values[child], publish)
        for child, share in structure.branches[-1].children
    }


def _overall(branch: Branch, children: Weighted, publish: Publish) -> Fraction:
    if STAGE_TERMS in publish.stages:
        value = arithmetic(
            [(Fraction(1), _term(share * score, publish)) for share, score in children]
        )
    else:
        value = AGGREGATIONS[branch.aggregate](children)
    return round_half_up(value, publish.decimals) if STAGE_OVERALL in publish.stages else value


def _term(value: Fraction, publish: Publish) -> Fraction:
    return round_half_up(value, publish.decimals) if STAGE_TERMS in publish.stages else value


def _weighted(branch: Branch, values: Mapping[str, Fraction]) -> Weighted:
    return [(share, values[child]) for child, share in branch.children]
