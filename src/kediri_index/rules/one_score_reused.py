"""One score that stands for every answer of a group: perhaps copied through the block."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kediri_index.engine.leaf_score import LeafScore
from kediri_index.engine.presence import Node
from kediri_index.engine.scoring.as_given import AsGiven
from kediri_index.model.definition import Group
from kediri_index.model.findings import Finding
from kediri_index.model.scoring import Reads
from kediri_index.rules.all_highest import files_of_highest
from kediri_index.rules.context import UnitContext

FEWEST = 3
FEWEST_WHOLE = 6
"""Whole levels are few, so they coincide more easily."""


def one_score_reused(context: UnitContext) -> Iterable[Finding]:
    """Yield X320 for the outermost group of each such block, at its first answer.

    Measured results are aside, and so are files whose answers are all the highest.
    """
    highest: dict[str, int] | None = None
    for group in context.definition.groups:
        for block, leaves, fewest in _blocks(group, context):
            if len(leaves) < fewest:
                continue
            if highest is None:
                highest = files_of_highest(context)
            first = leaves[0]
            if not all(leaf.sources[0].file in highest for leaf in leaves):
                yield Finding.at_cell(
                    "X320",
                    first.sources[0],
                    first.raw,
                    first.id,
                    name=block.label,
                    count=len(leaves),
                    score=first.score,
                )


def _blocks(group: Group, context: UnitContext) -> Iterator[tuple[Group, list[LeafScore], int]]:
    """Yield the outermost groups with a single score, their answers, and how many make a block."""
    leaves: list[LeafScore] = []
    free = False
    for node in _answers(group, context):
        leaf = context.leaves[node.id]
        if leaves and leaf.score != leaves[0].score:
            for inner in group.groups:
                if not _is_given(inner, context):
                    yield from _blocks(inner, context)
            return
        leaves.append(leaf)
        free = free or isinstance(node, Group) or isinstance(node.rule.method, AsGiven)
    if leaves:
        score = leaves[0].score
        whole = not free or score is None or score.denominator == 1
        yield group, leaves, FEWEST_WHOLE if whole else FEWEST


def _answers(group: Group, context: UnitContext) -> Iterator[Node]:
    """Yield what has a given score below *group*; below a given group nothing counts."""
    for indicator in group.indicators:
        if indicator.rule.method.reads is Reads.SCORE and _is_given(indicator, context):
            yield indicator
    for inner in group.groups:
        if _is_given(inner, context):
            yield inner
        else:
            yield from _answers(inner, context)


def _is_given(node: Node, context: UnitContext) -> bool:
    leaf = context.leaves.get(node.id)
    return leaf is not None and leaf.score is not None
