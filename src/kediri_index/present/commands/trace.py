"""What ``trace`` came to: the tree of a figure, down to the cells it is made of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from kediri_index.messages.numbers import fixed
from kediri_index.model.traced import (
    INDICATOR_KIND,
    OVERALL_ID,
    Seen,
    Trace,
    TracedNode,
    TraceOutcome,
)
from kediri_index.present.commands.trace_words import TraceWords
from kediri_index.present.document import Block, Document, Paragraph, Section, Tree
from kediri_index.present.envelope import Json, exact, missing_kind, number, outcome_json
from kediri_index.present.findings import counted, refused, said_to_allow
from kediri_index.present.shown import Shown

_ALL_IS_READ = 40
_GROUPS_ARE_READ = 25
"""So many nodes, of two or three lines each, are still read on a screen."""


class Branch(NamedTuple):
    """A node with those of its children that are shown; *hidden* are all nodes below that are not.

    Nodes that are hidden below a child are counted there.
    """

    node: TracedNode
    children: tuple[Branch, ...]
    hidden: int = 0

    def walk(self) -> Iterator[Branch]:
        """Yield this node and all that are shown below it."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True)
class TraceShown(Shown):
    """The trace, or why there is none; *depth* is how many levels, None for a format's own.

    *again* is what the next command is to be given.
    """

    outcome: TraceOutcome
    depth: int | None = None
    again: str = ""

    @property
    def trace(self) -> Trace:
        """The trace; all but JSON is asked for only where there is one."""
        found = self.outcome.trace
        assert found is not None  # noqa: S101 - for mypy: asked before
        return found

    @cached_property
    def words(self) -> TraceWords:
        """The wording of the trace."""
        return TraceWords(self.outcome.definition, self.trace, self.language)

    def document(self) -> Document:
        """Return whose trace it is, by which definition, and the tree in full."""
        return self._document(self._in_full())

    def screen(self) -> Document:
        """Return the same with as many levels as a screen has room for."""
        return self._document(self.on_a_screen())

    def json(self) -> str:
        """Return the envelope of ``trace``; its result is null where there is none."""
        result = None if self.outcome.trace is None else self._result()
        return outcome_json("trace", self.outcome, result, self.language)

    def refusal(self) -> tuple[Block, ...]:
        """Return the findings that forbid a trace."""
        if self.outcome.trace is not None:
            return ()
        return refused(self.outcome.findings, self.language)

    def next(self) -> Iterator[str]:
        """Yield how to see what is hidden."""
        if self.outcome.trace is None:
            then = "next.trace-allow-errors"
            yield from said_to_allow(self.outcome, self.language, self.again, then)
            return
        hidden = self.hidden()
        if hidden is None:
            return
        root = self.trace.node
        key = "next.trace-depth" if hidden is root else "next.trace-more"
        yield self.say(key, again=self.again, depth=height(root))

    def hidden(self) -> TracedNode | None:
        """Return the first node of which parts are not on the screen, if there is any."""
        shown = self.on_a_screen().walk() if self.outcome.trace is not None else ()
        return next((one.node for one in shown if one.hidden), None)

    def on_a_screen(self) -> Branch:
        """Return as many levels as were asked for, or as a screen has room for."""
        return for_a_screen(self.trace.node) if self.depth is None else self._in_full()

    def _in_full(self) -> Branch:
        """Return all levels, or as many as were asked for."""
        return to_depth(self.trace.node, self.depth)

    def _document(self, shown: Branch) -> Document:
        words, outcome = self.words, self.outcome
        above = words.above()
        blocks: list[Block] = [Paragraph(used, muted=True) for used in words.used()]
        if above:
            blocks.append(Paragraph(f"{above} >", muted=True))
        section = Section(
            "trace", words.title(), (*blocks, self._tree(shown)), about=words.about_definition()
        )
        counts = ""
        if outcome.findings or outcome.waived:
            counts = counted(outcome.findings, self.language, len(outcome.waived))
        warning = self.say("partial") if outcome.partial else ""
        return Document(self.language, (section,), warning=warning, end=counts)

    def _tree(self, shown: Branch) -> Tree:
        node, words = shown.node, self.words
        rule = words.rule(node)
        between = ": " if node.figure.score is None else " = "
        return Tree(
            words.name(node),
            words.figure(node),
            between if rule else "",
            rule,
            " · ".join(words.details(node)),
            tuple(map(self._tree, shown.children)),
            words.hidden_below(node, shown.hidden, shown.children != ()) if shown.hidden else "",
        )

    def _result(self) -> Json:
        trace = self.trace
        return {
            "unit": trace.unit,
            "year": trace.year,
            "value": trace.lead.value,
            "above": [node_id for node_id, _ in trace.above],
            **self._node(self._in_full()),
        }

    def _node(self, shown: Branch) -> dict[str, Json]:
        """Return one node with all that are shown below it."""
        node, published = shown.node, shown.node.figure.published
        return {
            "id": node.id,
            "kind": node.kind,
            "name": OVERALL_ID if node.label is None else node.label.main,
            "score": exact(node.figure.score),
            "published": None if published is None else fixed(published, self.words.decimals),
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
            "children": [self._node(child) for child in shown.children],
        }


def _source(one: Seen) -> Json:
    source = one.source
    return {
        "file": source.file,
        "sheet": source.sheet,
        "cell": source.cell,
        "role": one.role.value,
        "value": one.text,
    }


def to_depth(node: TracedNode, depth: int | None) -> Branch:
    """Return *node* with *depth* levels below it; with all where it is None."""
    if depth == 0:
        return Branch(node, (), _size(node) - 1)
    below = None if depth is None else depth - 1
    return Branch(node, tuple(to_depth(child, below) for child in node.children))


def for_a_screen(node: TracedNode) -> Branch:
    """Return all of *node*, or where that is too much, its groups to the level that is read."""
    if _size(node) <= _ALL_IS_READ:
        return to_depth(node, None)
    depth = height(node)
    while depth > 1 and _count(_groups(node, depth)) > _GROUPS_ARE_READ:
        depth -= 1
    return _groups(node, depth)


def height(node: TracedNode) -> int:
    """Return how many levels stand below *node*."""
    return 1 + max(map(height, node.children)) if node.children else 0


def _groups(node: TracedNode, depth: int) -> Branch:
    inner = [child for child in node.children if child.kind != INDICATOR_KIND]
    if not depth or not inner:
        return to_depth(node, 0)
    leaves = len(node.children) - len(inner)
    return Branch(node, tuple(_groups(child, depth - 1) for child in inner), leaves)


def _count(shown: Branch) -> int:
    return sum(1 for _ in shown.walk())


def _size(node: TracedNode) -> int:
    return sum(1 for _ in node.walk())
