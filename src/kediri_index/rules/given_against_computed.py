"""A group's given score against what the answers below it make."""

from __future__ import annotations

from collections.abc import Iterable

from kediri_index.engine.leaf_scores import known_scores
from kediri_index.engine.presence import Presence, has_answer
from kediri_index.engine.rounding import round_half_up
from kediri_index.engine.settled import settled
from kediri_index.model.definition import Group
from kediri_index.model.finding_text import FindingText
from kediri_index.model.findings import Finding, Severity
from kediri_index.rules.context import UnitContext

FINDINGS = (
    FindingText(
        "S301",
        Severity.ERROR,
        "nilai kelompok berbeda dengan rinciannya",
        "given score differs from its parts",
        "nilai {name} di sini {given}, padahal jawaban di bawahnya menghasilkan {computed}",
        "the given score of {name} is {given}, but the answers below it make {computed}",
        "hapus nilai kelompok itu, atau perbaiki rinciannya",
        "delete the given score, or correct its parts",
    ),
)


def given_against_computed(context: UnitContext) -> Iterable[Finding]:
    """Yield S301 where both are there and differ at the published decimals."""
    definition, presence = context.definition, context.presence
    decimals = definition.publish.decimals
    for group in definition.all_groups():
        leaf = context.leaves[group.id] if group.id in presence.present else None
        if leaf is None or leaf.score is None or not _answered_below(group, presence):
            continue
        below = presence._replace(present=presence.present - {group.id})
        alone = definition._replace(groups=(group,))  # a given parent would hide it
        scores = known_scores(context.leaves)
        computed = settled(alone, below, scores, context.compared).published.get(group.id)
        if computed is None:
            continue
        given, computed = (round_half_up(value, decimals) for value in (leaf.score, computed))
        if given != computed:
            yield Finding.at_cell(
                "S301",
                leaf.sources[0],
                leaf.raw,
                group.id,
                name=group.label,
                given=given,
                computed=computed,
            )


def _answered_below(group: Group, presence: Presence) -> bool:
    return any(has_answer(child, presence) for child in group.children)
