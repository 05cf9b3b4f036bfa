"""A group that is said not to apply, with answers below it all the same."""

from __future__ import annotations

from collections.abc import Iterable

from kediri_index.model.finding_text import FindingText
from kediri_index.model.findings import Finding, Severity
from kediri_index.rules.context import UnitContext
from kediri_index.scoring.presence import has_answer

FINDINGS = (
    FindingText(
        "S306",
        Severity.ERROR,
        "dinyatakan tidak berlaku, padahal dijawab",
        "said not to apply, but answered",
        "{name} dinyatakan tidak berlaku («{value}»), padahal ada jawaban di bawahnya",
        "{name} is said not to apply («{value}»), but there are answers below it",
        "hapus jawabannya, atau hapus pernyataan itu",
        "delete the answers, or delete that statement",
    ),
)


def inapplicable_but_answered(context: UnitContext) -> Iterable[Finding]:
    """Yield S306 for each such group; the answers count."""
    presence = context.presence
    if not presence.not_applicable:
        return
    for group in context.definition.all_groups():
        if group.id in presence.not_applicable and has_answer(group, presence):
            leaf = context.leaves[group.id]
            source = context.data.answers[group.id].row if not leaf.sources else leaf.sources[0]
            yield Finding.at_cell("S306", source, leaf.raw, group.id, name=group.label)
