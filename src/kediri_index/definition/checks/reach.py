"""What a definition can reach: the lowest and the highest overall, against its scale."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from kediri_index.definition.nodes import MarkedMapping
from kediri_index.model.definition import Definition, Indicator
from kediri_index.model.findings import Finding
from kediri_index.model.scoring import Range
from kediri_index.scoring.fold import OVERALL
from kediri_index.scoring.leaf import bounds_of
from kediri_index.scoring.leaves import LeafScore
from kediri_index.scoring.rounding import round_half_up
from kediri_index.scoring.tree_scores import TreeScores, tree_scores

_SHOWN = 5
_SMALL_PART = 10
"""A lowest score so near to the bottom is what bands or levels from 1 on make, and is meant."""


def check_reach(definition: Definition, tree: MarkedMapping) -> Iterator[Finding]:
    """Yield where the best or the worst answers do not come to the ends of the scale, or beyond.

    Nothing where a score knows no bounds, or a higher one can lower the overall.
    """
    scale, ranges = definition.scale, _ranges(definition)
    if scale is None or ranges is None:
        return
    lowest, highest = (_scores(definition, ranges, end) for end in (0, 1))
    if not all(branch.aggregate.monotone for branch in highest.structure.branches):
        return
    low, high = lowest.figure(OVERALL).score, highest.figure(OVERALL).score
    if low is None or high is None:
        return
    decimals, mark = definition.publish.decimals, tree.place("scale")
    low, high = round_half_up(low, decimals), round_half_up(high, decimals)
    if low < scale[0] or high > scale[1]:
        yield Finding.at_mark("D252", mark, low=low, high=high, bottom=scale[0], top=scale[1])
        return
    if high < scale[1]:
        below = tuple(name for name, (_, top) in ranges.items() if top < scale[1])
        yield Finding.at_mark(
            "D250", mark, high=high, top=scale[1], count=len(below), ids=below[:_SHOWN]
        )
    if low - scale[0] > (scale[1] - scale[0]) / _SMALL_PART:
        above = tuple(name for name, (bottom, _) in ranges.items() if bottom > scale[0])
        yield Finding.at_mark(
            "D251", mark, low=low, bottom=scale[0], count=len(above), ids=above[:_SHOWN]
        )


def _ranges(definition: Definition) -> dict[str, Range] | None:
    """Return the lowest and the highest score of each leaf; None where one has no bounds."""
    found: dict[str, Range] = {}
    for name, node in definition.nodes().items():
        if isinstance(node, Indicator):
            bounds = bounds_of(node.rule)
        elif node.children:
            continue
        else:
            bounds = definition.scale
        if bounds is None:
            return None
        found[name] = bounds
    return found or None


def _scores(definition: Definition, ranges: dict[str, Range], end: int) -> TreeScores:
    leaves = {name: _leaf(name, bounds[end]) for name, bounds in ranges.items()}
    return tree_scores(definition, leaves)


def _leaf(name: str, score: Fraction) -> LeafScore:
    return LeafScore(name, score, None, None, ())
