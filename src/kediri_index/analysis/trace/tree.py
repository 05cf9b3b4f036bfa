"""The tree of one unit: every node with its score, how it came about, and where it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum
from fractions import Fraction
from types import MappingProxyType
from typing import NamedTuple

from kediri_index.analysis.trace.combination import combination, remarks
from kediri_index.analysis.trace.leaf import (
    Fitting,
    counting_survey,
    divisors,
    how,
    seen_of,
    shared,
    with_respondents,
)
from kediri_index.model.aggregation import NoScore
from kediri_index.model.dataset import Lead, Missing, UnitData
from kediri_index.model.definition import ClassesOn, Definition, Group, Indicator, Unanswered
from kediri_index.model.findings import Mark
from kediri_index.model.language import Label, Sentence
from kediri_index.model.preparing import Effect, Step
from kediri_index.model.scores import Figure
from kediri_index.model.traced import (
    INDICATOR_KIND,
    OVERALL_ID,
    Combination,
    Role,
    Trace,
    TracedCell,
    TracedNode,
)
from kediri_index.scoring.answers import leading, leaf_scores, leaves_of
from kediri_index.scoring.exact import NOT_COMPARED, ComparedScores, exact_tree
from kediri_index.scoring.figures import NO_FIGURE
from kediri_index.scoring.fold import OVERALL
from kediri_index.scoring.rounding import label_of
from kediri_index.scoring.tree import Branch

_ONE = Fraction(1)
Node = Group | Indicator


class Subject(NamedTuple):
    """Whose scores are traced, and by what.

    *fitted* is *definition* as it was fitted to the unit's year; *opd* are the names of the
    agencies by the node they answer for. *effects* are what steps of ``prepare`` did to the unit.
    """

    definition: Definition
    fitted: Definition
    unit: UnitData
    lead: Lead | None = None
    compared: Mapping[Lead, ComparedScores] = MappingProxyType({})
    effects: Sequence[tuple[Step, Effect]] = ()
    opd: Mapping[str, tuple[str, ...]] = MappingProxyType({})


def trace_of(subject: Subject, node: str = OVERALL) -> Trace:
    """Return the tree of *subject* from *node*, an id of the definition, down to the cells."""
    return _Tracer(subject).trace(node)


class _Above(Enum):
    """What stands above a node, so that it does not count whatever it holds."""

    NOTHING = "nothing"
    GIVEN = "given"
    WITHOUT_SCORE = "without_score"


class _Tracer:
    def __init__(self, subject: Subject) -> None:
        self.subject = subject
        self.definition = subject.definition
        self.lead = subject.lead or leading(subject.fitted, subject.unit)
        self.leaves = leaf_scores(subject.fitted, subject.unit, self.lead)
        compared = subject.compared.get(self.lead, NOT_COMPARED)
        leaves = leaves_of(self.leaves)
        self.scores = exact_tree(subject.fitted, leaves, self.leaves, compared)
        self.duels = compared.duels
        self.nodes = self.definition.nodes()
        self.fitted = subject.fitted.nodes()
        self.branches = self.scores.branches(0)
        self.missing = set(self.scores.missing[0])

    def trace(self, node: str) -> Trace:
        """Return the tree below *node*, with the nodes above it."""
        path = self._path(node)
        above: list[tuple[str, Label | None]] = [(OVERALL_ID, None)] if path else []
        above += [(one.id, one.label) for one in path[:-1]]
        traced = self._whole() if not path else self._node(path[-1], self._state(path))
        unit = self.subject.unit
        return Trace(unit.unit, unit.year, self.lead, traced, tuple(above))

    def _path(self, node: str) -> list[Node]:
        """Return the nodes from the top level down to *node*; none for the whole."""
        found: list[Node] = []
        while node != OVERALL:
            found.append(self.nodes[node])
            node = self.scores.parents[node].id
        return found[::-1]

    def _state(self, path: list[Node]) -> _Above:
        """Return what stands above the last node of *path*."""
        state = _Above.NOTHING
        for parent in (OVERALL, *(one.id for one in path[:-1])):
            state = self._below(parent, state)
        return state

    def _below(self, node: str, above: _Above) -> _Above:
        if above is not _Above.NOTHING:
            return above
        if node in self.scores.leaves.present:
            return _Above.GIVEN
        if self.subject.unit.left_out:
            return _Above.WITHOUT_SCORE
        return _Above.NOTHING if node in self.branches else _Above.WITHOUT_SCORE

    def _whole(self) -> TracedNode:
        definition = self.definition
        left_out = self.subject.unit.left_out
        figure = NO_FIGURE if left_out else self.scores.figures(OVERALL).figure(0)
        state = self._below(OVERALL, _Above.NOTHING)
        branch = None if left_out else self.branches.get(OVERALL)
        return TracedNode(
            id=OVERALL_ID,
            kind=OVERALL_ID,
            label=None,
            figure=figure,
            weight=None,
            effective_weight=_ONE if figure.score is not None else Fraction(0),
            contribution=self._of_whole(figure),
            combined=self._combined(branch),
            said=self._about(OVERALL, branch, definition.groups),
            used=figure.score is not None,
            no_score=self._no_score(OVERALL),
            class_label=self._class_label(figure),
            defined_at=Mark(definition.path, 1, 1),
            children=tuple(self._node(group, state) for group in definition.groups),
        )

    def _of_whole(self, figure: Figure) -> Figure:
        top = self.branches.get(OVERALL)
        return figure if top is not None and top.aggregate.additive else NO_FIGURE

    def _node(self, node: Node, above: _Above) -> TracedNode:
        found = self.scores.figures(node.id)
        used = above is _Above.NOTHING and found.answers[0] > 0
        figure = NO_FIGURE if self.subject.unit.left_out else found.figure(0)
        traced = TracedNode(
            id=node.id,
            kind=node.kind if isinstance(node, Group) else INDICATOR_KIND,
            label=node.label,
            figure=figure,
            weight=self.scores.weight(node, found.answers[0]),
            effective_weight=(found.effective[0] if used else None) or Fraction(0),
            contribution=found.contribution(0) if used else NO_FIGURE,
            used=used,
            opd=self.subject.opd.get(node.id, ()),
            class_label=self._class_label(figure),
            defined_at=node.mark,
        )
        if isinstance(node, Indicator):
            return self._answer(node, traced, above)
        return self._group(node, traced, above)

    def _group(self, group: Group, traced: TracedNode, above: _Above) -> TracedNode:
        given = group.id in self.scores.leaves.present
        state = self._below(group.id, above)
        below = self._children(group, state)
        if given or not group.children:
            answer = self._answer(group, traced, above)
            if any(self.scores.expected.answered[child.id] for child in group.children):
                answer = answer._replace(said=(*answer.said, Sentence("trace.below-not-used")))
            return answer._replace(given=given, no_score=self._no_score(group.id), children=below)
        branch = None if self.subject.unit.left_out else self.branches.get(group.id)
        return traced._replace(
            combined=self._combined(branch),
            said=(*self._about(group.id, branch, group.children), *_why_not_used(above)),
            no_score=self._no_score(group.id),
            children=below,
        )

    def _combined(self, branch: Branch | None) -> Combination | None:
        if branch is None:
            return None
        return combination(self.definition, self.nodes, branch, self.scores)

    def _children(self, group: Group, state: _Above) -> tuple[TracedNode, ...]:
        """Return the children: below what does not count, those with an answer alone."""
        children: Sequence[Node] = group.children
        answered = self.scores.expected.answered
        if state is _Above.GIVEN or (group.optional and not answered[group.id]):
            children = [child for child in children if answered[child.id]]
        return tuple(self._node(child, state) for child in children)

    def _about(
        self, node: str, branch: Branch | None, children: Sequence[Node]
    ) -> tuple[Sentence, ...]:
        """Return the remarks on the combination of a node, or why it has no score."""
        if branch is not None:
            return remarks(
                self.definition, branch, len(children), self.scores, self.duels.get(branch.id)
            )
        why = self._no_score(node)
        group = self.nodes.get(node)
        optional = isinstance(group, Group) and group.optional
        if optional and why is NoScore.NO_ANSWERS:
            return (Sentence("trace.unused-option"),)
        if why is NoScore.TOO_FEW:
            return (self._too_few(group, children),)
        if why is None:
            return ()
        inner = next(one for one in self.scores.inners if one.id == node)
        concerned = self.scores.undefined_by(inner, 0)
        said = [Sentence(f"no-score.{why.value}")]
        if concerned:
            names = tuple(self.nodes[one].label for one in concerned)
            said.append(Sentence("trace.because-of", {"names": names}))
        return tuple(said)

    def _too_few(self, group: Node | None, children: Sequence[Node]) -> Sentence:
        least = group.min_present if isinstance(group, Group) else None
        if least is None:
            least = self.definition.missing.min_present or Fraction(0)
        expected = sum(self.scores.expected.applies[child.id] for child in children)
        there = sum(self.scores.figures(child.id).answers[0] > 0 for child in children)
        params = {"count": there, "total": expected, "percent": least * 100}
        return Sentence("trace.too-few", params)

    def _answer(self, node: Node, traced: TracedNode, above: _Above) -> TracedNode:
        subject = self.subject
        leaf = self.leaves.get(node.id)
        effects = [one for one in subject.effects if one[1].indicator == node.id]
        seen: tuple[TracedCell, ...] = ()
        said: list[Sentence] = []
        missing = Missing.EMPTY
        if leaf is not None:
            seen = seen_of(subject.unit.answers[node.id], leaf)
            said += (step.explain(effect) for step, effect in effects)
            answer = subject.unit.answers[node.id]
            together, one = shared(answer, leaf, seen)
            said += together
            survey = counting_survey(answer, leaf)
            said += how(Fitting(node, self.fitted[node.id]), leaf, one, answer.shares, survey)
            if survey is not None:
                seen = with_respondents(seen, survey)
                traced = traced._replace(survey=survey)
            seen = (*seen, *divisors((effect for _, effect in effects), subject.unit))
        if leaf is not None and leaf.score is not None:
            if traced.used and self.scores.folded.published[node.id] != leaf.score:
                decimals = self.definition.publish.decimals
                said.append(Sentence("trace.rounded-here", {"decimals": decimals}))
            said += _why_not_used(above)
            return traced._replace(said=tuple(said), raw=leaf.raw, seen=_told(seen))
        if leaf is not None and leaf.missing is not None:
            missing = leaf.missing
        as_zero = (
            traced.used
            and node.id in self.missing
            and self.definition.missing.answers is Unanswered.ZERO
        )
        key = "trace.as-zero" if as_zero else "trace.not-counted"
        optional = isinstance(node, Group) and node.optional and leaf is None
        if optional:
            said.append(Sentence("trace.unused-option"))
        else:
            if not said:
                said.append(Sentence(f"missing.{missing.value}"))
            given = above is _Above.GIVEN
            said += _why_not_used(above) if given else (Sentence(key),)
        return traced._replace(
            said=tuple(said),
            raw=leaf.raw if leaf else None,
            seen=_told(seen),
            missing=missing,
            counted_as_zero=as_zero,
        )

    def _no_score(self, node: str) -> NoScore | None:
        if self.subject.unit.left_out:
            return NoScore.LEFT_OUT
        return self.scores.figures(node).reasons[0]

    def _class_label(self, figure: Figure) -> Label | None:
        published = self.definition.classes_on is ClassesOn.PUBLISHED
        deciding = figure.published if published else figure.score
        return label_of(deciding, self.definition.classes)


def _told(seen: tuple[TracedCell, ...]) -> tuple[TracedCell, ...]:
    """Return *seen* with targets and divisors after the values they belong to."""
    last = {Role.TARGET, Role.DIVISOR}
    return tuple(sorted(seen, key=lambda one: one.role in last))


def _why_not_used(above: _Above) -> tuple[Sentence, ...]:
    if above is _Above.GIVEN:
        return (Sentence("trace.above-given"),)
    return ()
