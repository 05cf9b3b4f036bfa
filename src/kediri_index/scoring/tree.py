"""The scores of units under one definition, by columns: one number of each node for each unit."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

from kediri_index.model.aggregation import Aggregation, NoScore, Undefined
from kediri_index.model.definition import ClassesOn, Definition, Group, Indicator
from kediri_index.model.scores import MissingRange
from kediri_index.model.scoring import Range, Reads
from kediri_index.scoring.answers import Presence
from kediri_index.scoring.completeness import (
    Complete,
    ExpectedNodes,
    completeness,
    expected_of,
    negated,
)
from kediri_index.scoring.figures import FigureReader, Fractions, NodeFigures
from kediri_index.scoring.fold import (
    OVERALL,
    UNDEFINED,
    FoldArithmetic,
    Folded,
    Inner,
    Leaves,
    Node,
    Number,
    Truth,
    code_of,
    fold,
    inner_nodes,
)
from kediri_index.scoring.score_rule import bounds_of_leaf

Remake = Callable[["Leaves", "int | None"], "TreeScores"]
"""Makes the scores of other leaves: missing ones are worst (0), best (1), or any (None)."""


class Branch(NamedTuple):
    """An inner node with a combined score: its children that count, with their shares.

    Shares add up to 1; those of a sum are the weights themselves.
    """

    id: str
    kind: str | None
    aggregate: Aggregation
    children: tuple[tuple[str, Fraction], ...]


class TreeScores:
    """The scores of *size* units under one definition; *said* says which of them answer a leaf.

    *unit* gives those of one unit in fractions; without it these are of one.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - what scores are made of
        self,
        definition: Definition,
        leaves: Leaves,
        size: int,
        arithmetic: FoldArithmetic,
        reader: FigureReader,
        said: Callable[[str], Truth],
        remake: Remake,
        unit: Callable[[int], TreeScores] | None = None,
    ) -> None:
        self.definition = definition
        self.leaves = leaves
        self.size = size
        self.said = said
        self.remake = remake
        self.arithmetic = arithmetic
        self.reader = reader
        self.unit = unit or (lambda _: self)
        self.inners = inner_nodes(definition)
        self.nodes = definition.nodes()
        self._figures: dict[str, NodeFigures] = {}
        self._alike: dict[str, list[bool]] = {}
        self._below_highest: dict[str, list[bool]] = {}

    def only(self, some: Sequence[int]) -> TreeScores:
        """Return the scores of *some* units alone, in that order, as they are among all."""
        if list(some) == [*range(self.size)]:
            return self

        def remade(leaves: Leaves, end: int | None) -> TreeScores:
            return self.remake(leaves, end).only(some)

        found = TreeScores(
            self.definition,
            self.leaves,
            len(some),
            self.arithmetic,
            self.reader.only(some),
            self.said,
            remade,
            lambda at: self.unit(some[at]),
        )
        found.expected, found.folded = self.expected, self.folded
        found.complete, found.effective = self.complete, self.effective
        return found

    @cached_property
    def added(self) -> frozenset[str]:
        """The nodes that are terms of the overall: all above them are sums."""
        found = {OVERALL}
        for inner in reversed(self.inners):
            if inner.id in found and inner.aggregate.additive:
                found.update(child.id for child in inner.children)
        return frozenset(found - {OVERALL})

    @cached_property
    def parents(self) -> dict[str, Inner]:
        """What each node is part of."""
        return {child.id: inner for inner in self.inners for child in inner.children}

    @cached_property
    def expected(self) -> ExpectedNodes:
        """What is expected of each unit, and what is there of it."""
        return expected_of(self.inners, self.leaves)

    @cached_property
    def folded(self) -> Folded:
        """The scores of all nodes."""
        return fold(self.definition, self.leaves, self.arithmetic, self.expected)

    @cached_property
    def complete(self) -> dict[str, Complete]:
        """How complete each node is."""
        return completeness(self.inners, self.expected, self.arithmetic)

    @cached_property
    def effective(self) -> dict[str, Number]:
        """The share of each node in the overall, 0 where it does not count; of leaves 1 in all."""
        folded, arithmetic = self.folded, self.arithmetic
        where, zero = arithmetic.where, arithmetic.zero
        found: dict[str, Number] = dict.fromkeys(folded.exact, zero)
        found[OVERALL] = where(folded.answers[OVERALL] > 0, zero + 1, zero)
        for branch in reversed(folded.branches.values()):
            own = found[branch.inner.id]
            made = folded.reasons[branch.inner.id] == 0
            for child, share in branch.shares.items():
                counts = made & (folded.answers[child] > 0)
                found[child] = where(counts, own * arithmetic.or_zero(share), zero)
        return found

    def figures(self, node: str) -> NodeFigures:
        """Return all figures of *node*."""
        found = self._figures.get(node)
        if found is None:
            found = self._figures[node] = NodeFigures(self, node)
        return found

    def weight(self, node: Node, answers: int) -> Fraction:
        """Return the weight of *node* in use among its siblings, which has so many *answers*."""
        if node.weight is not None or isinstance(node, Indicator):
            return Fraction(1) if node.weight is None else node.weight
        adds = not self.parents[node.id].aggregate.by_shares
        return Fraction(min(answers, 1) if adds else answers)

    def alike(self, group: Group) -> list[bool]:
        """Return in which units no two scores given in *group* surely differ."""
        if group.id not in self._alike:
            everywhere: Truth = True
            differ = seen = negated(everywhere)
            first = self.arithmetic.nothing
            for leaf, there in self._given_in(group, everywhere):
                scores = self.leaves.scores[leaf]
                differ = differ | (seen & there & self.reader.differ(first, scores))
                if self.arithmetic.nowhere(negated(differ)):
                    break
                first = self.arithmetic.where(there & negated(seen), scores, first)
                seen = seen | there
            self._alike[group.id] = self.reader.truths(negated(differ))
        return self._alike[group.id]

    @cached_property
    def any_alike(self) -> list[bool]:
        """Whether a unit has any group in which no two given scores surely differ."""
        groups = [node for node in self.nodes.values() if isinstance(node, Group)]
        return list(map(any, zip(*map(self.alike, groups), strict=True))) or [False] * self.size

    def _given_in(self, group: Group, counts: Truth) -> Iterator[tuple[str, Truth]]:
        """Yield the leaves in *group* whose score may be given, and where; results are not."""
        present = self.leaves.present
        for one in group.indicators:
            if one.id in present and one.rule.method.reads is Reads.SCORE:
                yield one.id, counts & present[one.id]
        for inner in group.groups:
            given = present.get(inner.id, False)
            if inner.id in present:
                yield inner.id, counts & given
            yield from self._given_in(inner, counts & negated(given))

    def below_highest(self, leaf: str) -> list[bool]:
        """Return in which units the score of a leaf is surely not the highest that it can be."""
        if leaf not in self._below_highest:
            bounds = self._bounds(leaf)
            below: Truth = True
            if bounds is not None:
                highest = self.arithmetic.zero + bounds[1]
                below = self.reader.differ(self.leaves.scores[leaf], highest)
            self._below_highest[leaf] = self.reader.truths(below)
        return self._below_highest[leaf]

    def part(self, node: str, scores: Number) -> Number:
        """Return what *node* adds to the overall, nothing where that is no sum of such."""
        where, nothing = self.arithmetic.where, self.arithmetic.nothing
        if node not in self.added:
            return nothing
        counts = (self.folded.answers[node] > 0) & self._above(node)
        return where(counts, self.effective[node] * self.arithmetic.or_zero(scores), nothing)

    def shares_of_counting(self, node: str) -> Fractions:
        """Return the share of *node* in the overall, None where it does not count."""
        counts = (self.folded.answers[node] > 0) & self._above(node)
        nothing = self.arithmetic.nothing
        return self.reader.numbers(self.arithmetic.where(counts, self.effective[node], nothing))

    def shares_of(self, unit: int) -> dict[str, Fraction]:
        """Return the shares in the overall of one unit, of what counts, level by level."""
        return {
            child.id: share
            for inner in reversed(self.inners)
            for child in inner.children
            if (share := self.shares_of_counting(child.id)[unit]) is not None
        }

    def _above(self, node: str) -> Truth:
        """Return where *node* has a share in the overall."""
        counts: Truth = self.folded.answers[OVERALL] > 0
        while self.parents[node].id != OVERALL:
            node = self.parents[node].id
            counts = counts & (self.folded.answers[node] > 0)
        return counts

    def for_ranks(self) -> Fractions:
        """Return the overalls that ranks are by."""
        if self.definition.classes_on is ClassesOn.PUBLISHED:
            return self.figures(OVERALL).published
        return self.reader.for_ranks(OVERALL, self.folded.exact[OVERALL])

    @cached_property
    def missing_leaves(self) -> dict[str, Truth]:
        """Where each leaf is expected, but nothing is said of it that counts."""
        expected, present = self.expected.expected, self.leaves.present
        return {
            name: expected[name] & negated(present.get(name, False))
            for name, node in self.nodes.items()
            if isinstance(node, Indicator) or not node.children
        }

    @cached_property
    def missing(self) -> list[list[str]]:
        """The leaves that each unit misses, in the order of the tree."""
        return self._by_unit(self.missing_leaves)

    @cached_property
    def inapplicable(self) -> list[list[str]]:
        """What each unit declares not applicable, by id."""
        return self._by_unit(dict(sorted(self.leaves.inapplicable.items())))

    def presence(self, unit: int) -> Presence:
        """Return which leaves of one unit have a score, and which need none."""
        there = frozenset(leaf for leaf, masks in self._present.items() if masks[unit])
        return Presence(there, frozenset(self.inapplicable[unit]))

    @cached_property
    def _present(self) -> dict[str, list[bool]]:
        return {leaf: self.reader.truths(mask) for leaf, mask in self.leaves.present.items()}

    @cached_property
    def has_given(self) -> list[bool]:
        """Whether any score of a unit is given, not made of a result."""
        found: Truth = False
        for leaf, mask in self.leaves.present.items():
            node = self.nodes[leaf]
            if isinstance(node, Group) or node.rule.method.reads is not Reads.MEASURE:
                found = found | mask
        return self.reader.truths(found)

    @cached_property
    def without_score(self) -> list[dict[str, NoScore]]:
        """Why inner nodes of each unit have no score, by id."""
        found: list[dict[str, NoScore]] = [{} for _ in range(self.size)]
        for inner in self.inners:
            for at, why in enumerate(self.figures(inner.id).reasons):
                if why is not None:
                    found[at][inner.id] = why
        return found

    def counted(self, inner: Inner, unit: int) -> list[str]:
        """Return the children of *inner* that have a score in one unit, by id."""
        ids = (child.id for child in inner.children)
        return [child for child in ids if self.figures(child).answers[unit]]

    def branches(self, unit: int) -> dict[str, Branch]:
        """Return the inner nodes with a combined score in one unit, children before parents."""
        return {
            inner.id: Branch(
                inner.id,
                inner.kind,
                inner.aggregate,
                tuple(
                    (child, self.figures(child).share[unit] or Fraction(0))
                    for child in self.counted(inner, unit)
                ),
            )
            for inner in self.inners
            if self.figures(inner.id).answers[unit] and not self.figures(inner.id).given[unit]
        }

    def counting_leaves(self, unit: int) -> list[str]:
        """Return the leaves that count in one unit, in the order of the tree."""
        branches = self.branches(unit)
        return [
            node for node in self.nodes if node not in branches and self.figures(node).answers[unit]
        ]

    def undefined_by(self, inner: Inner, unit: int) -> tuple[str, ...]:
        """Return the children for which those of *inner* have no combined score in one unit."""
        why = self.figures(inner.id).reasons[unit]
        if why is None or code_of(why) < UNDEFINED:
            return ()
        there = self.counted(inner, unit)
        children = list(map(self.figures, there))
        shares = [child.share[unit] or Fraction(0) for child in children]
        exact = [one.signed[unit] or Fraction(0) for one in children]
        carried = [one.carried_signed[unit] or Fraction(0) for one in children]
        combine = inner.aggregate.combine
        found = [combine(list(zip(shares, scores, strict=True))) for scores in (exact, carried)]
        undefined = (one.at for one in found if isinstance(one, Undefined))
        return tuple(there[at] for at in next(undefined, ()))

    def _by_unit(self, masks: Mapping[str, Truth]) -> list[list[str]]:
        found: list[list[str]] = [[] for _ in range(self.size)]
        for name, mask in masks.items():
            if not self.arithmetic.nowhere(mask):
                for at, there in enumerate(self.reader.truths(mask)):
                    if there:
                        found[at].append(name)
        return found

    def completed(self, end: int | None) -> TreeScores:
        """Return the scores if every missing leaf had the worst score, or the best.

        *end* is 0 or 1; None combines nothing, and tells what would count.
        """
        where, zero = self.arithmetic.where, self.arithmetic.zero
        scores, present = dict(self.leaves.scores), dict(self.leaves.present)
        for leaf, mask in self.missing_leaves.items():
            if self.arithmetic.nowhere(mask):
                continue
            bounds = self._bounds(leaf)
            bound = zero if end is None or bounds is None else zero + bounds[end]
            scores[leaf] = where(mask, bound, scores.get(leaf, self.arithmetic.nothing))
            present[leaf] = mask | present.get(leaf, False)
        return self.remake(Leaves(scores, present, self.leaves.inapplicable), end)

    def _bounds(self, leaf: str) -> Range | None:
        return bounds_of_leaf(self.definition, self.nodes[leaf])

    @cached_property
    def ranges(self) -> list[MissingRange | None]:
        """The lowest and highest overall of each unit if what is missing were worst or best.

        None where nothing is missing, a missing leaf's range has no bounds, or the ends would not
        bound the overall: a higher score can lower it, or at an end some group has no score.
        """
        bounded: Truth = False
        for mask in self.missing_leaves.values():
            bounded = bounded | mask
        for leaf, mask in self.missing_leaves.items():
            if self._bounds(leaf) is None:
                bounded = bounded & negated(mask)
        ends = []
        for end in (0, 1) if not self.arithmetic.nowhere(bounded) else ():
            tree = self.completed(end)
            found = tree.folded
            for inner in self.inners:
                code = found.reasons.get(inner.id, 0)
                bounded = bounded & (code < UNDEFINED)
                if not inner.aggregate.monotone:
                    made = (code == 0) & negated(tree.leaves.present.get(inner.id, False))
                    bounded = bounded & negated(made & tree.expected.reached[inner.id])
            ends.append(tree.figures(OVERALL))
        return [
            MissingRange(*(end.figure(at) for end in ends)) if there else None
            for at, there in enumerate(self.reader.truths(bounded))
        ]

    @cached_property
    def nominal(self) -> list[dict[str, Fraction]]:
        """Each expected node's share in the overall of each unit if every leaf were answered."""
        found: list[dict[str, Fraction]] = [{} for _ in range(self.size)]
        complete = self.completed(None)
        for node in self.nodes:
            now, then = (tree.shares_of_counting(node) for tree in (self, complete))
            for at, missing in enumerate(self.missing):
                share = (then if missing else now)[at]
                if share is not None:
                    found[at][node] = share
        return found
