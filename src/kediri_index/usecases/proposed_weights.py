"""Weights that the data of many units propose, and what these would change."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from kediri_index.model.aggregation import Aggregation
from kediri_index.model.comparison import UnitEffect
from kediri_index.model.dataset import Lead
from kediri_index.model.definition import Definition, Group, Indicator
from kediri_index.model.findings import Finding, Mark, folded
from kediri_index.model.language import Label
from kediri_index.model.profile import Hints, Profile
from kediri_index.model.statistics import Observations
from kediri_index.model.weighting import (
    ChildWeight,
    GroupWeights,
    Kept,
    LeafWeight,
    ProposedWeights,
    WeightMethod,
    WeightsOutcome,
)
from kediri_index.scoring.exact import nominal_shares
from kediri_index.scoring.fold import OVERALL
from kediri_index.scoring.scores import Scores
from kediri_index.scoring.statistics.multivariate.weighting import (
    LEAST,
    Proposal,
    proposal,
    written_shares,
)
from kediri_index.sheets.identity import Known
from kediri_index.usecases.check import Checked
from kediri_index.usecases.inputs import Submission
from kediri_index.usecases.lint import observations
from kediri_index.usecases.score import score

_PERCENT = Fraction(100)
_KEPT = {
    Kept.TOO_FEW: "S511",
    Kept.CONSTANT: "S512",
    Kept.NEGATIVE: "S513",
    Kept.NO_SOLUTION: "S514",
    Kept.NOT_WEIGHTED: "S515",
    Kept.NOT_ADDITIVE: "S516",
}
_WHOLE = Label("nilai keseluruhan", english="the overall score")

_Node = Group | Indicator


def weights(  # noqa: PLR0913 - the options of the command
    submission: Submission,
    definition: Definition,
    profile: Profile | None = None,
    *,
    method: WeightMethod = WeightMethod.PCA,
    hints: Hints | None = None,
    value: Lead | None = None,
    allow_errors: bool = False,
    waive: Callable[[Checked], Checked] | None = None,
    known: Known = tuple,
) -> WeightsOutcome:
    """Score the files, and propose weights group by group, the deepest first.

    A group above is looked at by the scores that its children have under their new weights. While
    there are errors nothing is proposed, unless *allow_errors*. Nothing is raised: a group whose
    weights stay is a finding.
    """
    outcome = score(
        submission,
        definition,
        profile,
        hints=hints,
        value=value,
        allow_errors=allow_errors,
        waive=waive,
        known=known,
    )
    findings = [*outcome.findings]
    units, proposed = outcome.units, None
    if isinstance(units, Scores):
        if len(units) < LEAST:
            file = outcome.inputs[0].path if len(outcome.inputs) == 1 else None
            findings.append(Finding("S510", file=file, params={"count": len(units)}))
        else:
            proposing = _Proposing(units, method)
            proposed = proposing.result()
            findings += proposing.findings
    return WeightsOutcome(
        definition,
        profile,
        outcome.inputs,
        method,
        proposed,
        folded(findings),
        outcome.waived,
        partial=outcome.partial and proposed is not None,
    )


class _Siblings(NamedTuple):
    """A group, or the whole, and its children."""

    id: str
    aggregation: Aggregation
    children: tuple[_Node, ...]
    height: int


class _Proposing:
    def __init__(self, scores: Scores, method: WeightMethod) -> None:
        self.scores = scores
        self.method = method
        self.definition = scores.definition
        self.nodes = self.definition.nodes()
        self.findings: list[Finding] = []
        self.weights: dict[str, Fraction] = {}

    def result(self) -> ProposedWeights:
        """Propose for one height of the tree after the other, and return all of it."""
        made: list[tuple[_Siblings, Proposal]] = []
        scores = self.scores
        waiting = sorted(self._families(), key=lambda one: one.height)
        for height in sorted({one.height for one in waiting}):
            data = observations(self.definition, (), scores)
            level = [one for one in waiting if one.height == height]
            made += [(siblings, self._propose(siblings, data)) for siblings in level]
            scores = self._scored_anew()
        before = nominal_shares(self.definition)
        after = nominal_shares(reweighed(self.definition, self.weights))
        leaves = [node for node in self.nodes.values() if not getattr(node, "children", ())]
        pairs = zip(self.scores, scores, strict=True)
        return ProposedWeights(
            observations=len(scores),
            groups=tuple(_group(*one, before, after) for one in made),
            leaves=tuple(LeafWeight(one.id, before[one.id], after[one.id]) for one in leaves),
            units=tuple(UnitEffect(old.unit, old.year, old, new) for old, new in pairs),
            weights=self.weights,
        )

    def _families(self) -> Iterator[_Siblings]:
        """Yield whatever has several children."""
        whole = _Siblings(
            OVERALL,
            self.definition.aggregate_top,
            self.definition.groups,
            1 + max(map(_height, self.definition.groups), default=0),
        )
        groups = (
            _Siblings(group.id, group.aggregate, group.children, _height(group))
            for group in self.definition.all_groups()
        )
        yield from (one for one in (*groups, whole) if len(one.children) > 1)

    def _propose(self, siblings: _Siblings, data: Observations) -> Proposal:
        nothing = (None,) * len(data.units)
        ids = [child.id for child in siblings.children]
        columns = [data.scores.get(node, nothing) for node in ids]
        found = proposal(self.method, columns, siblings.aggregation)
        self.findings += self._said_of(siblings, found, ids)
        if found.kept is None:
            total = _total(siblings.children)
            shares = written_shares(found.weights)
            self.weights |= {node: share * total for node, share in zip(ids, shares, strict=True)}
        return found

    def _said_of(
        self, siblings: _Siblings, found: Proposal, ids: Sequence[str]
    ) -> Iterator[Finding]:
        node = self.nodes.get(siblings.id)
        mark = (node and node.mark) or Mark(self.definition.path, 1, 1)
        name = node.label if node else _WHOLE

        def finding(code: str, **params: object) -> Finding:
            method = _METHODS[self.method]
            return Finding.at_mark(
                code, mark, siblings.id or None, None, name=name, method=method, **params
            )

        if found.kept is not None:
            parts = tuple(ids[at] for at in found.at)
            yield finding(_KEPT[found.kept], count=found.n, enough=LEAST, parts=parts)
            return
        shares = zip(ids, written_shares(found.weights), strict=True)
        without = tuple(node_id for node_id, share in shares if not share)
        if without:
            yield finding("S517", parts=without)
        if found.left_out:
            yield finding("S518", left_out=found.left_out, rows=found.n)

    def _scored_anew(self) -> Scores:
        """Return the scores under the weights so far."""
        prepared = self.scores.prepared
        made = prepared._replace(
            definition=reweighed(prepared.definition, self.weights),
            fitted={year: reweighed(one, self.weights) for year, one in prepared.fitted.items()},
        )
        return Scores(made, value=self.scores.value)


_METHODS = {
    WeightMethod.PCA: Label("analisis komponen utama", english="principal components"),
    WeightMethod.ENTROPY: Label("entropi", english="entropy"),
    WeightMethod.EQUAL_INFLUENCE: Label("pengaruh setara", english="equal influence"),
    WeightMethod.CRITIC: Label("CRITIC", english="CRITIC"),
}


def _height(group: Group) -> int:
    """Return how many groups stand one below the other at *group*."""
    return 1 + max(map(_height, group.groups), default=0)


def _total(children: Iterable[_Node]) -> Fraction:
    """Return what the weights of *children* add up to, and 100 where none has one."""
    own = [child.weight for child in children]
    if not any(own):
        return _PERCENT
    return sum(
        (_leaves(child) if child.weight is None else child.weight for child in children),
        Fraction(0),
    )


def _leaves(node: _Node) -> Fraction:
    """Return what *node* weighs where it says nothing: as many as the leaves below it."""
    if isinstance(node, Indicator) or not node.children:
        return Fraction(1)
    return sum(map(_leaves, node.children), Fraction(0))


def reweighed(definition: Definition, weights: Mapping[str, Fraction]) -> Definition:
    """Return *definition* with the *weights* of the nodes that have one there."""
    return definition._replace(
        groups=tuple(_reweighed(group, weights) for group in definition.groups)
    )


def _reweighed(group: Group, weights: Mapping[str, Fraction]) -> Group:
    return group._replace(
        weight=weights.get(group.id, group.weight),
        groups=tuple(_reweighed(one, weights) for one in group.groups),
        indicators=tuple(
            one._replace(weight=weights.get(one.id, one.weight)) for one in group.indicators
        ),
    )


def _group(
    siblings: _Siblings,
    found: Proposal,
    before: Mapping[str, Fraction],
    after: Mapping[str, Fraction],
) -> GroupWeights:
    figures = found.figures or (None,) * len(siblings.children)
    ids = [child.id for child in siblings.children]
    old, new = _shares(ids, before), _shares(ids, after)
    return GroupWeights(
        siblings.id,
        found.n,
        found.left_out,
        found.kept,
        tuple(map(ChildWeight, ids, old, new, figures)),
    )


def _shares(ids: Sequence[str], of_whole: Mapping[str, Fraction]) -> list[Fraction]:
    """Return the shares among siblings, 0 where none of them counts."""
    own = [of_whole[node] for node in ids]
    total = sum(own, Fraction(0))
    return [one / total if total else total for one in own]
