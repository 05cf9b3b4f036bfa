"""A trace as JSON: every node with its rule in words, its cells and the definition's line."""

from __future__ import annotations

from kediri_index.messages.numbers import fixed
from kediri_index.model.results import Figure
from kediri_index.model.traced import OVERALL_ID, Seen, TracedNode
from kediri_index.present.envelope import Json, exact, missing_kind, number, outcome_json
from kediri_index.present.trace.cut import Branch
from kediri_index.present.trace.shown import TraceShown
from kediri_index.present.trace.words import TraceWords


def render(shown: TraceShown) -> str:
    """Return the envelope of ``trace``; its result is null where there is none."""
    outcome = shown.outcome
    return outcome_json(
        "trace", outcome, None if outcome.trace is None else _result(shown), shown.language
    )


def _result(shown: TraceShown) -> Json:
    trace, writer = shown.trace, _Writer(shown.words())
    return {
        "unit": trace.unit,
        "year": trace.year,
        "value": trace.lead.value,
        "above": [node_id for node_id, _ in trace.above],
        **writer.node(shown.in_full()),
    }


class _Writer:
    def __init__(self, words: TraceWords) -> None:
        self.words = words

    def node(self, shown: Branch) -> dict[str, Json]:
        """Return one node with all that are shown below it."""
        node = shown.node
        return {
            "id": node.id,
            "kind": node.kind,
            "name": self._name(node),
            "score": exact(node.figure.score),
            "published": self._published(node.figure),
            "weight": number(node.weight),
            "effective_weight": exact(node.effective_weight),
            "contribution": exact(node.contribution.score),
            "rule": self.words.rule(node),
            "used": node.used,
            "given": node.given,
            "raw": node.raw,
            "missing": missing_kind(node.missing),
            "no_score": node.no_score.value if node.no_score else None,
            "counted_as_zero": node.counted_as_zero,
            "class": node.class_label.main if node.class_label else None,
            "opd": list(node.opd),
            "sources": [_source(one) for one in node.seen],
            "defined_at": None if node.defined_at is None else str(node.defined_at),
            "not_shown": shown.hidden,
            "children": [self.node(child) for child in shown.children],
        }

    def _name(self, node: TracedNode) -> str:
        return OVERALL_ID if node.label is None else node.label.main

    def _published(self, figure: Figure) -> str | None:
        return None if figure.published is None else fixed(figure.published, self.words.decimals)


def _source(one: Seen) -> Json:
    source = one.source
    return {
        "file": source.file,
        "sheet": source.sheet,
        "cell": source.cell,
        "role": one.role.value,
        "value": one.text,
    }
