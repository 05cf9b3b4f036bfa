"""Columns of scores carried up the tree, as :mod:`kediri_index.scoring.fold` does for one unit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from kediri_index.model.definition import (
    STAGE_INDICATORS,
    STAGE_OVERALL,
    STAGE_TERMS,
    Definition,
    Group,
)
from kediri_index.scoring.columns.pairs import (
    RELATIVE,
    Bools,
    Pair,
    Places,
    added,
    multiplied,
    zeros,
)
from kediri_index.scoring.columns.patterns import Pattern, Patterns
from kediri_index.scoring.columns.values import (
    Values,
    common,
    from_whole,
    rounded,
)
from kediri_index.scoring.fold import OVERALL


class Block(NamedTuple):
    """Some units: their leaves' values, and which of *patterns* each has."""

    leaves: Mapping[str, Values]
    patterns: Sequence[Pattern]
    which: Places


class Fold:
    """Both values of every node; *sure* is false for units that a rounding left in doubt."""

    def __init__(self, definition: Definition, patterns: Patterns, block: Block) -> None:
        self.publish = definition.publish
        self.patterns = patterns
        self.block = block
        self.sure: Bools = np.ones(len(block.which), dtype=np.bool_)
        self.exact: dict[str, Values] = dict(block.leaves)
        self.published: dict[str, Values] = {}
        kinds = {group.id: group.kind for group in definition.all_groups()}
        for leaf, values in block.leaves.items():
            self.published[leaf] = self._staged(values, kinds.get(leaf, STAGE_INDICATORS))
        for group in reversed(tuple(definition.all_groups())):  # children before parents
            self._group(group)
        self._overall([group.id for group in definition.groups])

    def _group(self, group: Group) -> None:
        children = [child.id for child in group.children]
        shares = self.patterns.shares(group.id, children, self.block.patterns)
        if not shares:  # it counts as a leaf at most
            return
        exact = self._sum(self._terms(group.id, shares, self.exact))
        published = exact
        if any(self.published[child] is not self.exact[child] for child in shares):
            published = self._sum(self._terms(group.id, shares, self.published))
        published = self._staged(published, group.kind)
        self.exact[group.id] = self._or_given(group.id, exact, self.exact)
        self.published[group.id] = self._or_given(group.id, published, self.published)

    def _or_given(self, group: str, values: Values, others: Mapping[str, Values]) -> Values:
        """Return *values*, or those given for the group: one of both is 0 for each unit."""
        given = others.get(group)
        if given is None:
            return values
        numbers = range(len(self.block.patterns))
        units = [common((values.unit(at), given.unit(at))) for at in numbers]
        return Values(added(values.pair, given.pair), max(values.error, given.error), units)

    def _overall(self, children: list[str]) -> None:
        shares = self.patterns.shares(OVERALL, children, self.block.patterns)
        if not shares:
            return
        self.exact[OVERALL] = self._sum(self._terms(OVERALL, shares, self.exact))
        terms = self._terms(OVERALL, shares, self.published)
        stages = self.publish.stages
        if STAGE_TERMS in stages:
            terms = [self._rounded(term) for term in terms]
        published = self._sum(terms)
        self.published[OVERALL] = self._rounded(published) if STAGE_OVERALL in stages else published

    def _terms(
        self, node: str, shares: Mapping[str, Pair], values: Mapping[str, Values]
    ) -> list[Values]:
        """Return share x score of the children that count; 0 where one does not."""
        units = self._units(node, shares, values)
        which = self.block.which
        found = []
        for child, share in shares.items():
            theirs = values[child]
            pair = multiplied(theirs.pair, Pair(share.high[which], share.low[which]))
            # all shares of a unit add up to 1, so that the errors of children add up to the worst
            error = theirs.error * share.high.max() + 2 * RELATIVE * pair.size()
            found.append(Values(pair, error, units))
        return found

    def _units(self, node: str, shares: Iterable[str], values: Mapping[str, Values]) -> list[int]:
        found = []
        known: dict[tuple[int, ...], int] = {}
        alike = all(len(values[child].units) == 1 for child in shares)
        for number, pattern in enumerate(self.block.patterns):
            branch = pattern.branches.get(node)
            if branch is None:
                found.append(1)
                continue
            children = [values[child] for child, _ in branch.children] if not alike else ()
            key = id(branch), *(child.unit(number) for child in children)
            if key not in known:
                parts = (share.denominator for _, share in branch.children)
                theirs = (values[child].unit(number) for child, _ in branch.children)
                known[key] = common((common(parts) * common(theirs),))
            found.append(known[key])
        return found

    def _sum(self, terms: Sequence[Values]) -> Values:
        total = zeros(len(self.block.which))
        error, reach = 0.0, 0.0
        for term in terms:
            total = added(total, term.pair)
            error += term.error
            reach += term.pair.size()
        return Values(total, error + len(terms) * RELATIVE * reach, self._common(terms))

    def _common(self, terms: Sequence[Values]) -> list[int]:
        if len({id(term.units) for term in terms}) == 1:  # nearly all sums
            return terms[0].units
        numbers = range(len(self.block.patterns))
        return [common(term.unit(at) for term in terms) for at in numbers]

    def _staged(self, values: Values, stage: str) -> Values:
        return self._rounded(values) if stage in self.publish.stages else values

    def _rounded(self, values: Values) -> Values:
        shown = rounded(values, self.publish.decimals)
        self.sure &= shown.sure
        return from_whole(shown.numbers, self.publish.decimals)
