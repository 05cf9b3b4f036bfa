"""What one leaf can do: the scores that it can rise to, and the cost of each."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from kediri_index.model.definition import Definition, Group, Indicator
from kediri_index.model.plans import CostLine, CostRule, Costs
from kediri_index.model.scoring import Range, Reads
from kediri_index.scoring.score_rule import bounds_of_leaf

_ZERO, _ONE = Fraction(0), Fraction(1)
_FREE = CostRule(_ONE)
_PARTS = 1000
"""Steps that nobody chose are no finer than such a part of the scale."""


class Option(NamedTuple):
    """A score that a leaf can have, and what it costs to get there from where it is."""

    cost: Fraction
    score: Fraction


class Leaf(NamedTuple):
    """A leaf that counts: *score* is what it counts with now, *start* None where unanswered.

    *options* begin with staying. A leaf with a *top* can rise to any score up to it, at
    *per_level* a point.
    """

    id: str
    score: Fraction
    start: Fraction | None
    options: tuple[Option, ...]
    per_level: Fraction = _ONE
    top: Fraction | None = None

    @property
    def can_rise(self) -> bool:
        """Whether it can do anything but stay."""
        return len(self.options) > 1 or (self.top is not None and self.top > self.score)


class Ways(NamedTuple):
    """How scores rise: by *step*, or with *continuous* by any amount."""

    costs: Costs
    step: Fraction | None = None
    continuous: bool = False


def fixed_leaf(name: str, score: Fraction) -> Leaf:
    """Return a leaf that stays as it is."""
    return Leaf(name, score, score, (Option(_ZERO, score),))


def leaf_of(
    definition: Definition,
    node: Group | Indicator,
    now: tuple[Fraction, Fraction | None],
    ways: Ways,
) -> Leaf | None:
    """Return what *node* can do; *now* is what it counts with, and its score or None.

    None where its rule knows no highest score, and the costs name none.
    """
    score, start = now
    rule = ways.costs.get(node.id, _FREE)
    bounds = bounds_of_leaf(definition, node)
    stay = Option(_ZERO, score)
    if rule.lines:
        rises = [one for one in _lined(rule, now) if _within(bounds, one.score)]
        return Leaf(node.id, score, start, (stay, *rises))
    tops = [top for top in (rule.top, bounds[1] if bounds else None) if top is not None]
    if not tops:
        return None
    top = min(tops)
    per_level = _ONE if rule.per_level is None else rule.per_level
    levels = listed_levels(node)
    if ways.continuous:
        return Leaf(node.id, score, start, (stay,), per_level, top)
    bottom = score if bounds is None else bounds[0]
    if start is None:
        bottom = max(bottom, score)
    scores = _scores(definition, node, levels, ways.step, (bottom, top))
    above = {one for one in scores if score < one <= top}
    if not levels and score < top:
        above.add(top)
    rises = [
        Option(per_level * (level_at(levels, one) - level_at(levels, score)), one)
        for one in sorted(above)
    ]
    return Leaf(node.id, score, start, (stay, *rises))


def listed_levels(node: Group | Indicator) -> tuple[Fraction, ...]:
    """Return the scores that a node's method lists, from the lowest; none where any will do."""
    choices = () if isinstance(node, Group) else node.rule.method.choices
    return tuple(sorted(set(choices)))


def level_at(levels: tuple[Fraction, ...], score: Fraction) -> Fraction:
    """Return how many levels up *score* is: a point of the scale is one where none are listed.

    Between two listed levels it is a part of the way; below the lowest it is one level down.
    """
    if not levels:
        return score
    if score < levels[0]:
        return -_ONE
    for at, (low, high) in enumerate(pairwise(levels)):
        if score < high:
            return at + (score - low) / (high - low)
    return Fraction(len(levels) - 1)


def _within(bounds: Range | None, score: Fraction) -> bool:
    return bounds is None or score <= bounds[1]


def _scores(
    definition: Definition,
    node: Group | Indicator,
    levels: tuple[Fraction, ...],
    step: Fraction | None,
    ends: Range,
) -> Iterable[Fraction]:
    """Return the scores that count as steps, from *ends* to *ends*."""
    if levels and (step is None or isinstance(node, Group) or not _is_assessed(node)):
        return levels
    low, high = ends
    if step is None:
        step = Fraction(1, 10**definition.publish.decimals) if isinstance(node, Group) else _ONE
        step = max(step, (high - low) / _PARTS)
    found, score = [], low
    while score <= high:
        found.append(score)
        score += step
    return found


def _is_assessed(indicator: Indicator) -> bool:
    """Return whether the mean of several assessors may stand between its levels."""
    method = indicator.rule.method
    return method.reads is Reads.SCORE and method.yes_or_no is None


def _lined(rule: CostRule, now: tuple[Fraction, Fraction | None]) -> list[Option]:
    """Return the least cost of each score that the lines lead to, one after another.

    A line is taken from its start, or from anywhere between its start and its end, at its whole
    cost; only an unanswered question takes one that starts at none.
    """
    score, start = now
    least: dict[Fraction, Fraction] = {}
    if start is not None:
        least[score] = _ZERO
    for line in rule.lines:
        if start is None and line.start is None:
            least[line.end] = min(line.cost, least.get(line.end, line.cost))
    for line in sorted((one for one in rule.lines if one.start is not None), key=_by_end):
        costs = [
            cost
            for at, cost in least.items()
            if line.start is not None and line.start <= at < line.end
        ]
        if costs:
            cost = min(costs) + line.cost
            least[line.end] = min(cost, least.get(line.end, cost))
    return [Option(least[at], at) for at in sorted(least) if at > score]


def _by_end(line: CostLine) -> Fraction:
    return line.end
