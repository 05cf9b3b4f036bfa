"""What ``trace`` came to: the tree of a figure, down to the cells it is made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from operator import attrgetter
from pathlib import PurePath
from typing import NamedTuple

from kediri_index.messages.values import fixed, localised
from kediri_index.model.aggregation import Explained
from kediri_index.model.definition import STAGE_TERMS, Definition
from kediri_index.model.findings import Mark
from kediri_index.model.language import Language, Sentence, Spread
from kediri_index.model.traced import (
    INDICATOR_KIND,
    OVERALL_ID,
    Combination,
    Role,
    Term,
    Trace,
    TracedCell,
    TracedNode,
    TraceOutcome,
)
from kediri_index.present.document import Block, Document, Paragraph, Section, TreeNode
from kediri_index.present.envelope import Json, missing_kind, number, outcome_json, survey_json
from kediri_index.present.findings import counted, refused, said_to_allow
from kediri_index.present.formats import Presentation
from kediri_index.present.wording import ScoreWording
from kediri_index.scoring.rounding import round_half_up

_ALL_IS_READ = 40
_GROUPS_ARE_READ = 25
"""So many nodes, of two or three lines each, are still read on a screen."""


class ShownBranch(NamedTuple):
    """A node with those of its children that are shown; *hidden* are all nodes below that are not.

    Nodes that are hidden below a child are counted there.
    """

    node: TracedNode
    children: tuple[ShownBranch, ...]
    hidden: int = 0

    def walk(self) -> Iterator[ShownBranch]:
        """Yield this node and all that are shown below it."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True)
class TracePresentation(Presentation):
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
    def words(self) -> TraceWording:
        """The wording of the trace."""
        return TraceWording(self.outcome.definition, self.trace, self.language)

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

    def on_a_screen(self) -> ShownBranch:
        """Return as many levels as were asked for, or as a screen has room for."""
        return for_a_screen(self.trace.node) if self.depth is None else self._in_full()

    def _in_full(self) -> ShownBranch:
        """Return all levels, or as many as were asked for."""
        return to_depth(self.trace.node, self.depth)

    def _document(self, shown: ShownBranch) -> Document:
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

    def _tree(self, shown: ShownBranch) -> TreeNode:
        node, words = shown.node, self.words
        rule = words.rule(node)
        between = ": " if node.figure.score is None else " = "
        return TreeNode(
            words.name(node),
            words.published(node.figure),
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
            "value": trace.lead,
            "above": [node_id for node_id, _ in trace.above],
            **self._node(self._in_full()),
        }

    def _node(self, shown: ShownBranch) -> dict[str, Json]:
        """Return one node with all that are shown below it."""
        node, published = shown.node, shown.node.figure.published
        return {
            "id": node.id,
            "kind": node.kind,
            "name": OVERALL_ID if node.label is None else node.label.main,
            "score": node.figure.score,
            "published": None if published is None else fixed(published, self.words.decimals),
            "weight": number(node.weight),
            "effective_weight": node.effective_weight,
            "contribution": node.contribution.score,
            "rule": self.words.rule(node),
            "used": node.used,
            "given": node.given,
            "raw": node.raw,
            "missing": missing_kind(node.missing),
            "no_score": node.no_score,
            "counted_as_zero": node.counted_as_zero,
            "class": node.class_label.main if node.class_label else None,
            "opd": node.opd,
            "sources": [_source(one) for one in node.seen],
            "defined_at": None if node.defined_at is None else str(node.defined_at),
            "not_shown": shown.hidden,
            "children": [self._node(child) for child in shown.children],
            **({} if node.survey is None else {"survey": survey_json(node.survey)}),
        }


def _source(one: TracedCell) -> Json:
    source = one.source
    return {
        "file": source.file,
        "sheet": source.sheet,
        "cell": source.cell,
        "role": one.role,
        "value": one.text,
    }


def to_depth(node: TracedNode, depth: int | None) -> ShownBranch:
    """Return *node* with *depth* levels below it; with all where it is None."""
    if depth == 0:
        return ShownBranch(node, (), _size(node) - 1)
    below = None if depth is None else depth - 1
    return ShownBranch(node, tuple(to_depth(child, below) for child in node.children))


def for_a_screen(node: TracedNode) -> ShownBranch:
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


def _groups(node: TracedNode, depth: int) -> ShownBranch:
    inner = [child for child in node.children if child.kind != INDICATOR_KIND]
    if not depth or not inner:
        return to_depth(node, 0)
    leaves = len(node.children) - len(inner)
    return ShownBranch(node, tuple(_groups(child, depth - 1) for child in inner), leaves)


def _count(shown: ShownBranch) -> int:
    return sum(1 for _ in shown.walk())


def _size(node: TracedNode) -> int:
    return sum(1 for _ in node.walk())


_DECIMALS = 4
"""Of a figure that was used; one that is too small for them gets as many as it needs."""
_HUNDRED = 100
_WRITTEN_OUT = 8
"""A formula of more terms is not read; the children stand below it."""
_SHARES = 3


class TraceWording(ScoreWording):
    """The wording of a trace in one language."""

    def __init__(self, definition: Definition, trace: Trace, language: Language) -> None:
        super().__init__(definition, language)
        self.trace = trace
        self.terms_rounded = STAGE_TERMS in definition.publish.stages
        self.top = {group.id for group in definition.groups}
        self._files = {one.source.file for node in trace.node.walk() for one in node.seen}
        self.file = next(iter(self._files)) if len(self._files) == 1 else ""
        folders = {str(PurePath(file).parent) for file in self._files}
        self.folder = folders.pop() if len(folders) == 1 else ""
        self._combined = CombinationWording(definition, language)

    def above(self) -> str:
        """Return the names of the nodes above the root, from the whole down; perhaps nothing."""
        names = [
            self.say("overall") if label is None else label.in_language(self.language)
            for _, label in self.trace.above
        ]
        return " > ".join(names)

    def title(self) -> str:
        """Return what the whole is called."""
        trace = self.trace
        return self.say("trace.title", whose=self.whose(trace.unit, trace.year, trace.basis))

    def used(self) -> list[str]:
        """Return which definition was used, and in which files the answers stand."""
        said = [self.say("trace.definition", path=self.definition.path)]
        if self.file:
            said.append(self.say("trace.file", path=self.file))
        elif self._files:
            key = "trace.files-in" if self.folder else "trace.files"
            said.append(self.say(key, count=len(self._files), folder=self.folder))
        return said

    def hidden_below(self, node: TracedNode, hidden: int, some_shown: bool) -> str:  # noqa: FBT001
        """Return how many nodes below *node* are not shown."""
        below = node.children if some_shown else node.walk()
        leaves = sum(1 for one in below if one.kind == INDICATOR_KIND)
        key = "trace.indicators" if leaves else "trace.parts"
        return self.say("trace.folded", what=self.say(key, count=leaves or hidden))

    def name(self, node: TracedNode) -> str:
        """Return what a node is called; an indicator's code stands before its name."""
        if node.label is None:
            return self.say("overall")
        label = node.label.in_language(self.language)
        if node.kind != INDICATOR_KIND or label == node.id:
            return label
        return f"{node.id} {label}"

    def rule(self, node: TracedNode) -> str:
        """Return how the score came about, in one sentence of several parts."""
        return "; ".join(self._rule(node))

    def _rule(self, node: TracedNode) -> Iterator[str]:
        combined = node.combined
        if combined is not None:
            yield self._combined.said(combined)
        elif (
            node.figure.score is None and node.missing is None and (node.no_score or not node.said)
        ):
            yield self.say("trace.no-score")
        for sentence in node.said:
            yield self.sentence(sentence)
        if combined is not None and not combined.by_printed:
            yield self.say("trace.unrounded")
        if node is self.trace.node and node.figure.score is not None and not node.used:
            yield self.say("trace.above-without-score")

    def sentence(self, sentence: Sentence) -> str:
        """Return a sentence with its figures in up to four decimals."""
        params = {name: self._param(value) for name, value in sentence.params.items()}
        return self.say(sentence.key, **params)

    def _param(self, value: object) -> object:
        match value:
            case Fraction():
                return self.figure(value)
            case Spread(low, high):
                return f"{self.figure(low)}–{self.figure(high)}"
            case tuple() if value and all(isinstance(one, Fraction) for one in value):
                return "; ".join(self.figure(one) for one in value)
        return value

    def figure(self, value: Fraction) -> str:
        """Return *value* in up to four decimals, in more only where they would say nothing."""
        decimals = _DECIMALS
        while value and abs(value) < Fraction(1, 10 ** (decimals - 2)):
            decimals += 1
        return self.short(round_half_up(value, decimals))

    def weight(self, node: TracedNode) -> str | None:
        """Return the share in the overall, None where the node does not count or is the whole."""
        if node.kind == OVERALL_ID or not node.used:
            return None
        share = round_half_up(node.effective_weight * _HUNDRED, 1)
        shown = f"{self.short(share)} %"
        key = "trace.weight" if node.id in self.top else "trace.effective-weight"
        return self.say(key, weight=shown)

    def contribution(self, node: TracedNode) -> str | None:
        """Return the part of the overall; below the top level with one decimal more."""
        part = node.contribution
        if node.kind == OVERALL_ID or part.score is None or part.published is None:
            return None
        if node.id in self.top:
            shown = fixed(part.published, self.decimals)
        else:
            shown = fixed(part.score, self.decimals + 1)
        return self.say("trace.contribution", contribution=localised(shown, self.language))

    def opd(self, node: TracedNode) -> str | None:
        """Return who answers for the node, where that is known."""
        return f"{self.say('column.opd')} {', '.join(node.opd)}" if node.opd else None

    def places(self, node: TracedNode) -> list[str]:
        """Return the cells; with their values where there are several scores."""
        beside = {Role.TARGET, Role.DIVISOR, Role.RESPONDENT}
        scores = [one for one in node.seen if one.role not in beside]
        return [self._place(one, several=len(scores) > 1) for one in node.seen]

    def _place(self, one: TracedCell, *, several: bool) -> str:
        source = one.source
        if self.folder and not self.file:
            source = source._replace(file=PurePath(source.file).name)
        place = source.seen_from(self.file) or source.file
        if one.role in {Role.TARGET, Role.DIVISOR}:
            return self.say(f"trace.role.{one.role.value}", place=place)
        if one.role is Role.RESPONDENT:
            return f"{place} = {self.raw(one.text)}"
        if several and one.number is not None:
            return f"{place} ({self.figure(one.number)})"
        return place

    def line(self, mark: Mark | None) -> str | None:
        """Return where a node is defined: with the file where it is not the definition's own."""
        if mark is None:
            return None
        if mark.file == self.definition.path:
            return self.say("trace.line", line=mark.line)
        return self.say("trace.line-of", line=mark.line, file=PurePath(mark.file).name)

    def details(self, node: TracedNode) -> Iterator[str]:
        """Yield what stands below a node's rule, each a phrase."""
        yield from self._phrases((self.weight(node), self.contribution(node), self.opd(node)))
        yield from self.places(node)
        if node.kind != OVERALL_ID:
            yield from self._phrases((self.line(node.defined_at),))

    @staticmethod
    def _phrases(said: Iterable[str | None]) -> Iterator[str]:
        return (one for one in said if one)


class CombinationWording(ScoreWording):
    """The wording of combinations under one definition."""

    def __init__(self, definition: Definition, language: Language) -> None:
        super().__init__(definition, language)
        self.kinds = {kind.id: kind.label.in_language(language) for kind in definition.kinds}

    def said(self, combined: Combination) -> str:
        """Return how the children make the score."""
        terms = [term for term in combined.terms if term.share]
        if len(terms) > 1 and any(term.part is not None for term in terms):
            formula = " + ".join(self.fixed(term.part or Fraction(0)) for term in terms)
            return self.say("trace.terms", formula=formula)
        alone = len(terms) == 1
        if alone and not combined.aggregation.over_units:
            return self.say("trace.only-part", name=terms[0].label)
        explained = combined.aggregation.explain(terms)
        children = self._children(combined, terms)
        head = self.say(explained.key, children=children, **explained.params)
        formula = self._formula(explained, terms) if len(terms) <= _WRITTEN_OUT else ""
        return f"{head}: {formula}" if formula else head

    def _formula(self, explained: Explained, terms: Sequence[Term]) -> str:
        """Return the terms as they are computed, by the printed values; perhaps nothing."""
        formula = explained.formula
        if formula is None:
            return ""
        parameter = explained.params.get("parameter")
        written = self.short(parameter) if isinstance(parameter, Fraction) else ""
        if formula.rising:
            terms = sorted(terms, key=attrgetter("value"))
        each = (
            formula.each.format(
                value=self.fixed(term.value),
                share=self.short(round_half_up(term.share, _SHARES)),
                percent=self.short(term.share * 100),
                weight=self.short(term.weight),
                parameter=written,
            )
            for term in terms
        )
        total = sum((term.weight for term in terms), Fraction(0))
        return formula.whole.format(
            terms=formula.joint.join(each),
            count=len(terms),
            total=self.short(total),
            parameter=written,
        )

    def _children(self, combined: Combination, terms: Sequence[Term]) -> str:
        count = len(terms)
        if combined.kind == INDICATOR_KIND:
            return self.say("trace.indicators", count=count)
        if combined.kind in self.kinds:
            kind = self.kinds[combined.kind].lower()
            return self.say("trace.children", count=count, kind=kind)
        return self.say("trace.parts", count=count)
