"""Scores carried up the tree, with or without the stages at which published figures round."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType

from kediri_index.model.aggregation import Undefined, Weighted
from kediri_index.model.definition import (
    STAGE_INDICATORS,
    STAGE_OVERALL,
    STAGE_TERMS,
    Publish,
)
from kediri_index.scoring.presence import OVERALL
from kediri_index.scoring.rounding import round_half_up
from kediri_index.scoring.structure import Branch, Structure

_AT_THE_TOP = frozenset({STAGE_TERMS, STAGE_OVERALL})
NOTHING: Mapping[str, Fraction] = MappingProxyType({})


class UndefinedScoreError(Exception):
    """The scores of a branch's children have no combined one; *children* are those concerned."""

    def __init__(self, branch: Branch, undefined: Undefined) -> None:
        super().__init__(branch.id, undefined)
        self.node = branch.id
        self.reason = undefined.reason
        self.children = tuple(branch.children[at][0] for at in undefined.at)


def fold_exact(
    structure: Structure,
    leaves: Mapping[str, Fraction],
    compared: Mapping[str, Fraction] = NOTHING,
) -> dict[str, Fraction]:
    """Return every node's score without any rounding.

    *compared* are the scores of branches that come from a comparison with other units. Raises
    UndefinedScoreError at the first branch whose children have no combined score.
    """
    values = {leaf: leaves[leaf] for leaf in structure.kinds}
    for branch in structure.branches:
        values[branch.id] = _combined(branch, _weighted(branch, values), compared)
    return values


def fold_published(
    structure: Structure,
    leaves: Mapping[str, Fraction],
    publish: Publish,
    compared: Mapping[str, Fraction] = NOTHING,
    exact: Mapping[str, Fraction] | None = None,
) -> dict[str, Fraction]:
    """Return every node's score with the stages of *publish* applied, as it flows upward.

    A node that is no stage itself is not rounded here: what is shown of it still has to be. *exact*
    are the values of :func:`fold_exact` where they are known: without a stage below the overall
    they are not computed again. Raises UndefinedScoreError as :func:`fold_exact` does.
    """
    stages, decimals = publish.stages, publish.decimals
    if exact is not None and stages <= _AT_THE_TOP:
        return _rounded_at_the_top(structure, exact, publish)
    values: dict[str, Fraction] = {}
    for leaf, kind in structure.kinds.items():
        stage = STAGE_INDICATORS if kind is None else kind
        values[leaf] = round_half_up(leaves[leaf], decimals) if stage in stages else leaves[leaf]
    for branch in structure.branches:
        if branch.id == OVERALL:
            value = _overall(branch, _weighted(branch, values), publish, compared)
        elif exact is not None and branch.id not in compared and _same(branch, values, exact):
            value = exact[branch.id]
        else:
            value = _combined(branch, _weighted(branch, values), compared)
        if branch.id != OVERALL and branch.kind in stages:
            value = round_half_up(value, decimals)
        values[branch.id] = value
    return values


def _same(branch: Branch, values: Mapping[str, Fraction], exact: Mapping[str, Fraction]) -> bool:
    """Return whether nothing below *branch* was rounded, so that it need not be combined again."""
    return all(values[child] is exact[child] for child, _ in branch.children)


def _rounded_at_the_top(
    structure: Structure, exact: Mapping[str, Fraction], publish: Publish
) -> dict[str, Fraction]:
    values = dict(exact)
    if OVERALL in values:
        top = structure.branches[-1]
        values[OVERALL] = _overall(top, _weighted(top, exact), publish, exact)
    return values


def published_terms(
    structure: Structure, values: Mapping[str, Fraction], publish: Publish
) -> dict[str, Fraction]:
    """Return share x score of each node of the top level, rounded where ``terms`` is a stage.

    *values* are those of :func:`fold_published`. There are none where the overall is no sum.
    """
    if not structure.branches or structure.branches[-1].id != OVERALL:
        return {}
    if not structure.branches[-1].aggregate.additive:
        return {}
    return {
        child: _term(share * values[child], publish)
        for child, share in structure.branches[-1].children
    }


def _overall(
    branch: Branch, children: Weighted, publish: Publish, compared: Mapping[str, Fraction]
) -> Fraction:
    if STAGE_TERMS in publish.stages and branch.aggregate.additive:
        value = sum((_term(share * score, publish) for share, score in children), Fraction(0))
    else:
        value = _combined(branch, children, compared)
    return round_half_up(value, publish.decimals) if STAGE_OVERALL in publish.stages else value


def _term(value: Fraction, publish: Publish) -> Fraction:
    return round_half_up(value, publish.decimals) if STAGE_TERMS in publish.stages else value


def _combined(branch: Branch, children: Weighted, compared: Mapping[str, Fraction]) -> Fraction:
    if branch.id in compared:
        return compared[branch.id]
    value = branch.aggregate.combine(children)
    if isinstance(value, Undefined):
        raise UndefinedScoreError(branch, value)
    return value


def _weighted(branch: Branch, values: Mapping[str, Fraction]) -> Weighted:
    return [(share, values[child]) for child, share in branch.children]
