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
    divisors,
    how,
    seen_of,
    shared,
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
    Seen,
    Trace,
    TracedNode,
)
from kediri_index.scoring.exact import NOT_COMPARED, Compared
from kediri_index.scoring.figures import NO_FIGURE
from kediri_index.scoring.fold import OVERALL, inner_nodes
from kediri_index.scoring.leaves import leading, leaf_scores
from kediri_index.scoring.rounding import class_of
from kediri_index.scoring.structure import Branch
from kediri_index.scoring.tree_scores import TreeScores, tree_scores

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
    compared: Mapping[Lead, Compared] = MappingProxyType({})
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
        leaves = leaf_scores(subject.fitted, subject.unit, self.lead)
        compared = subject.compared.get(self.lead, NOT_COMPARED)
        self.scores: TreeScores = tree_scores(subject.fitted, leaves, compared)
        self.duels = compared.duels
        self.nodes = self.definition.nodes()
        self.fitted = subject.fitted.nodes()
        self.branches: dict[str, Branch] = {
            branch.id: branch for branch in self.scores.structure.branches
        }
        self.missing = set(self.scores.missing)

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
        inners = inner_nodes(self.definition)
        parents = {child.id: inner.id for inner in inners for child in inner.children}
        found: list[Node] = []
        while node != OVERALL:
            found.append(self.nodes[node])
            node = parents[node]
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
        if node in self.scores.presence.present:
            return _Above.GIVEN
        if self.subject.unit.left_out:
            return _Above.WITHOUT_SCORE
        return _Above.NOTHING if node in self.branches else _Above.WITHOUT_SCORE

    def _whole(self) -> TracedNode:
        definition = self.definition
        left_out = self.subject.unit.left_out
        figure = NO_FIGURE if left_out else self.scores.figure(OVERALL)
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
        scores = self.scores
        left_out = self.subject.unit.left_out
        used = not left_out and node.id in scores.weights and node.id in scores.exact
        figure = NO_FIGURE if left_out else scores.figure(node.id)
        traced = TracedNode(
            id=node.id,
            kind=node.kind if isinstance(node, Group) else INDICATOR_KIND,
            label=node.label,
            figure=figure,
            weight=scores.structure.weights.get(node.id, _weight(node)),
            effective_weight=scores.weights.get(node.id, Fraction(0)) if used else Fraction(0),
            contribution=scores.contribution(node.id) if used else NO_FIGURE,
            used=used,
            opd=self.subject.opd.get(node.id, ()),
            class_label=self._class_label(figure),
            defined_at=node.mark,
        )
        if isinstance(node, Indicator):
            return self._answer(node, traced, above)
        return self._group(node, traced, above)

    def _group(self, group: Group, traced: TracedNode, above: _Above) -> TracedNode:
        given = group.id in self.scores.presence.present
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
        """Return what is said beside the combination of a node, or why it has no score."""
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
        concerned = self.scores.concerned.get(node, ())
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
        there = sum(1 for child in children if child.id in self.scores.exact)
        params = {"count": there, "total": expected, "percent": least * 100}
        return Sentence("trace.too-few", params)

    def _answer(self, node: Node, traced: TracedNode, above: _Above) -> TracedNode:
        scores, subject = self.scores, self.subject
        leaf = scores.leaves[node.id] if node.id in scores.leaves else None  # noqa: SIM401 - some are made anew
        effects = [one for one in subject.effects if one[1].indicator == node.id]
        seen: tuple[Seen, ...] = ()
        said: list[Sentence] = []
        missing = Missing.EMPTY
        if leaf is not None:
            seen = seen_of(subject.unit.answers[node.id], leaf)
            said += (step.explain(effect) for step, effect in effects)
            answer = subject.unit.answers[node.id]
            together, one = shared(answer, leaf, seen)
            said += together
            said += how(Fitting(node, self.fitted[node.id]), leaf, one, answer.shares)
            seen = (*seen, *divisors((effect for _, effect in effects), subject.unit))
        if leaf is not None and leaf.score is not None:
            if traced.used and scores.published[node.id] != leaf.score:
                said.append(Sentence("trace.rounded-here", {"decimals": scores.decimals}))
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
        return self.scores.structure.without_score.get(node)

    def _class_label(self, figure: Figure) -> Label | None:
        published = self.definition.classes_on is ClassesOn.PUBLISHED
        deciding = figure.published if published else figure.score
        found = class_of(deciding, self.definition.classes)
        return found.label if found else None


def _told(seen: tuple[Seen, ...]) -> tuple[Seen, ...]:
    """Return *seen* with targets and divisors after the values they belong to."""
    last = {Role.TARGET, Role.DIVISOR}
    return tuple(sorted(seen, key=lambda one: one.role in last))


def _weight(node: Node) -> Fraction:
    """Return the weight of a node that is not in use: one of a group follows from its answers."""
    if node.weight is not None:
        return node.weight
    return _ONE if isinstance(node, Indicator) else Fraction(0)


def _why_not_used(above: _Above) -> tuple[Sentence, ...]:
    if above is _Above.GIVEN:
        return (Sentence("trace.above-given"),)
    return ()
