"""An answer without the evidence (bukti dukung) that the definition wants."""

from __future__ import annotations

from collections.abc import Iterable

from kediri_index.engine.leaf import bounds_of
from kediri_index.engine.leaf_scores import LeafScore
from kediri_index.model.dataset import Answer, Said
from kediri_index.model.definition import Evidence, Indicator
from kediri_index.model.findings import Finding
from kediri_index.model.missing_words import MISSING_WORDS
from kediri_index.model.names import exact
from kediri_index.model.scoring import Reads
from kediri_index.rules.context import UnitContext


def evidence_missing(context: UnitContext) -> Iterable[Finding]:
    """Yield C104 for each; an answer at the bottom of its range claims nothing and needs none."""
    for indicator in context.definition.all_indicators():
        if indicator.evidence is Evidence.OPTIONAL:
            continue
        answer = context.data.answers.get(indicator.id)
        if answer is None or _is_there(answer.evidence):
            continue
        if _claims(indicator, answer, context.leaves[indicator.id]):
            said = answer.evidence
            place = answer.row if said is None else said.source
            yield Finding.at_cell("C104", place, (said and said.text) or None, indicator.id)


def _is_there(said: Said | None) -> bool:
    return said is not None and said.readable and exact(said.text) not in MISSING_WORDS


def _claims(indicator: Indicator, answer: Answer, leaf: LeafScore) -> bool:
    """Return whether any score given, or the one that is measured, is above the lowest."""
    bounds = bounds_of(indicator.rule)
    if indicator.rule.method.reads is Reads.MEASURE:
        measured = answer.measure is not None and answer.measure.number is not None
        if leaf.score is None:
            return measured
        return bounds is None or leaf.score > bounds[0]
    given = (answer.self_score, *answer.assessor)
    numbers = [one.number for one in given if one is not None and one.number is not None]
    return any(bounds is None or number > bounds[0] for number in numbers)
