"""How the children of a node were combined into its score."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from kediri_index.model.aggregation import Undefined
from kediri_index.model.definition import (
    STAGE_TERMS,
    Definition,
    Group,
    Indicator,
)
from kediri_index.model.language import Sentence
from kediri_index.model.traced import INDICATOR_KIND, Combination, Term
from kediri_index.scoring.aggregations.copeland import Duels
from kediri_index.scoring.fold import OVERALL
from kediri_index.scoring.rounding import round_half_up
from kediri_index.scoring.tree import Branch, TreeScores

Nodes = Mapping[str, Group | Indicator]


def combination(
    definition: Definition, nodes: Nodes, branch: Branch, scores: TreeScores
) -> Combination:
    """Return how *branch* came to its score, with the values that went into it.

    *scores* are those of one unit.
    """
    decimals, published = definition.publish.decimals, scores.folded.published
    rounded = (
        branch.id == OVERALL
        and STAGE_TERMS in definition.publish.stages
        and branch.aggregate.additive
    )
    terms = tuple(
        Term(
            id=child,
            label=nodes[child].label,
            weight=scores.weight(nodes[child], scores.folded.answers[child]),
            share=share,
            value=published[child],
            part=_printed(share * published[child], decimals) if rounded else None,
        )
        for child, share in branch.children
    )
    kinds = {_kind(nodes[child]) for child, _ in branch.children}
    kind = kinds.pop() if len(kinds) == 1 else None
    by_printed = rounded or _by_printed(branch, terms, published[branch.id], decimals)
    return Combination(branch.aggregate, kind, terms, by_printed)


def remarks(
    definition: Definition,
    branch: Branch,
    children: int,
    scores: TreeScores,
    duels: Duels | None = None,
) -> tuple[Sentence, ...]:
    """Return the remarks on a combination; *children* counts all of the group.

    *duels* are those of a unit that is compared with others.
    """
    said = []
    if duels is not None:
        said.append(Sentence("trace.duels", duels._asdict()))
    published = scores.folded.published
    pairs = [(share, published[child]) for child, share in branch.children]
    remark = branch.aggregate.remark(pairs, published[branch.id])
    if remark is not None:
        said.append(remark)
    if len(branch.children) < children:
        counts = {"count": len(branch.children), "total": children}
        said.append(Sentence("trace.some-count", counts))
    stages = definition.publish.stages
    rounded = branch.id != OVERALL and branch.kind in stages
    if rounded and branch.aggregate.combine(pairs) != published[branch.id]:
        said.append(Sentence("trace.rounded-here", {"decimals": definition.publish.decimals}))
    return tuple(said)


def _kind(node: Group | Indicator) -> str:
    return node.kind if isinstance(node, Group) else INDICATOR_KIND


def _by_printed(
    branch: Branch, terms: tuple[Term, ...], published: Fraction, decimals: int
) -> bool:
    """Return whether combining what is printed gives what is printed."""
    pairs = [(term.share, _printed(term.value, decimals)) for term in terms]
    again = branch.aggregate.combine(pairs)
    if isinstance(again, Undefined):
        return True
    return _printed(again, decimals) == _printed(published, decimals)


def _printed(value: Fraction, decimals: int) -> Fraction:
    return round_half_up(value, decimals)
