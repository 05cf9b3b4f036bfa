"""The result of one unit, read out of the columns of scores."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from kediri_index.model.aggregation import NoScore
from kediri_index.model.answers import UnitAnswers, full_answers
from kediri_index.model.dataset import Lead, Missing
from kediri_index.model.definition import Group, Indicator, Unanswered
from kediri_index.model.findings import Source
from kediri_index.model.profile import Basis
from kediri_index.model.scores import (
    Completeness,
    Figure,
    GroupResult,
    IndicatorResult,
    LeadTotal,
    Omission,
    Previous,
    UnitResult,
    UnitSummary,
    ViewRow,
)
from kediri_index.model.scoring import Reads
from kediri_index.scoring.answers import (
    LeafScore,
    are_comparable,
    basis_of,
    has_assessor,
    has_self,
    leaf_score,
    plain_scores,
    rule_of,
)
from kediri_index.scoring.figures import NO_FIGURE
from kediri_index.scoring.fold import OVERALL

if TYPE_CHECKING:
    from kediri_index.model.survey import SurveyValue
    from kediri_index.scoring.scores import Cohort
    from kediri_index.scoring.tree import TreeScores


_ZERO, _ONE = Fraction(0), Fraction(1)

Views = Mapping[str, Mapping[str, tuple[str, ...]]]
"""For each view, the values that a leaf belongs to, such as the OPD that answer for it."""


class Settings(NamedTuple):
    """What is handed in beside the data."""

    target: Fraction | None = None
    previous: Previous | None = None
    official: Fraction | None = None
    views: Views | None = None


NO_SETTINGS = Settings()


class UnitReading:
    """Reads one unit out of the columns."""

    def __init__(self, cohort: Cohort, at: int, settings: Settings) -> None:
        self.cohort = cohort
        self.at = at
        self.settings = settings
        self.definition = cohort.definition
        self.unit = cohort.units[at]
        self.data = self.unit.data
        self.tree = cohort.tree()

    def figure(self, node: str) -> Figure:
        """Return the two figures of *node*."""
        return self.tree.figures(node).figure(self.at)

    def summary(self, rank: int | None, *, left_out: bool) -> UnitSummary:
        """Return what a row shows of the unit."""
        at, figures, settings = self.at, self.tree.figures, self.settings
        overall = NO_FIGURE if left_out else self.figure(OVERALL)
        basis = self.basis()
        return UnitSummary(
            unit=self.data.unit,
            year=self.data.year,
            overall=overall,
            class_label=None if left_out else self.tree.figures(OVERALL).labels[at],
            completeness=figures(OVERALL).completeness[at],
            groups=tuple(
                None if left_out else figures(one.id).published[at]
                for one in self.definition.groups
            ),
            no_score=NoScore.LEFT_OUT if left_out else figures(OVERALL).reasons[at],
            rank=rank,
            gap=difference(overall.published, settings.target),
            change=change_from(settings.previous, overall, basis),
            basis=basis,
        )

    def result(self, *, indicators: bool) -> UnitResult:
        """Return everything that is said of the unit."""
        at, definition, settings = self.at, self.definition, self.settings
        whole, previous = self.tree.figures(OVERALL), settings.previous
        overall = whole.figure(at)
        basis = self.basis()
        return UnitResult(
            unit=self.data.unit,
            year=self.data.year,
            lead=self.unit.lead,
            overall=overall,
            class_label=self.tree.figures(OVERALL).labels[at],
            completeness=whole.completeness[at],
            groups=tuple(map(self._group, definition.groups)),
            indicators=tuple(self._indicators()) if indicators else (),
            omissions=tuple(self._omissions()),
            no_score=whole.reasons[at],
            target=settings.target,
            gap=difference(overall.published, settings.target),
            previous=previous,
            change=change_from(previous, overall, basis),
            range_if_missing=self.tree.ranges[at],
            self_total=self._total(Lead.SELF),
            assessor_total=self._total(Lead.ASSESSOR),
            views=self._views(settings.views or {}),
            basis=basis,
            official=settings.official,
        )

    def basis(self) -> Basis | None:
        """Return whose assessment the scores rest on."""
        return basis_of(self.definition, self.data, self.unit.lead)

    def _group(self, group: Group) -> GroupResult:
        found, at = self.tree.figures(group.id), self.at
        given = found.given[at]
        return GroupResult(
            id=group.id,
            figure=found.figure(at),
            weight=self.tree.weight(group, found.answers[at]),
            effective_weight=found.effective[at] or _ZERO,
            contribution=found.contribution(at),
            given=given,
            completeness=found.completeness[at],
            class_label=found.labels[at],
            no_score=found.reasons[at],
            groups=tuple(map(self._group, group.groups)),
            sources=self._sources(group.id) if given else (),
        )

    def _leaf(self, name: str) -> LeafScore | None:
        """Return the leaf of an answer, None without one; its score is read off the columns."""
        answers, given = self.data.answers, self.tree.figures(name).given[self.at]
        if given and isinstance(answers, UnitAnswers) and answers.is_plain(name):
            text, source = answers.seen(name)
            return LeafScore(name, None, None, text, (source,))
        if not given and name not in answers:
            return None
        answer = self.cohort.prepared.answer(self.unit.row, name)
        return leaf_score(self.definition, answer, self.unit.lead)

    def _sources(self, node: str) -> tuple[Source, ...]:
        leaf = self._leaf(node)
        return () if leaf is None else leaf.sources

    def _indicators(self) -> Iterator[IndicatorResult]:
        """Yield a result for each indicator that is expected, or of which something is said."""
        own, assessed = self._own_scores(Lead.SELF), self._own_scores(Lead.ASSESSOR)
        for indicator in self.definition.all_indicators():
            name = indicator.id
            leaf, found = self._leaf(name), self.tree.figures(name)
            if leaf is None and not found.expected[self.at]:
                continue
            yield IndicatorResult(
                id=name,
                figure=found.figure(self.at),
                raw=leaf.raw if leaf else None,
                self_score=own.get(name),
                assessor=assessed.get(name),
                sources=leaf.sources if leaf else (),
                weight=self.tree.weight(indicator, found.answers[self.at]),
                effective_weight=found.effective[self.at] or _ZERO,
                missing=leaf.missing if leaf else Missing.EMPTY,
                survey=self._survey(indicator),
            )

    def _survey(self, indicator: Indicator) -> SurveyValue | None:
        """Return what respondents said of *indicator*, where they were asked."""
        answer = None if indicator.survey is None else self.data.answers.get(indicator.id)
        return None if answer is None else answer.survey

    def _own_scores(self, lead: Lead) -> Mapping[str, Fraction | None]:
        """Return the self-assessed or the assessor's scores where the sheet has them."""
        having = self._having[lead]
        scores = self._by(lead).figures if having else self.tree.figures
        return {one: scores(one).scores[self.at] for one in having if one in self.tree.nodes}

    def _by(self, lead: Lead) -> TreeScores:
        """Return the scores by *lead*, which are the unit's own where it is led so."""
        return self.tree if lead is self.unit.lead else self.cohort.tree(lead)

    @cached_property
    def _having(self) -> dict[Lead, list[str]]:
        """The answers with a number of the self-assessment, and of the assessor's."""
        nodes, prepared = self.tree.nodes, self.cohort.prepared
        rules = (rule_of(self.definition, node) for node in nodes.values())
        scores = any(one.method.reads is not Reads.MEASURE for one in rules)
        data = prepared.unit(self.unit.row) if scores else self.data
        full = list(full_answers(data))
        return {
            Lead.SELF: [one.id for one in full if has_self(nodes.get(one.id), one)],
            Lead.ASSESSOR: [*(one.id for one in full if has_assessor(one)), *plain_scores(data)],
        }

    def _total(self, lead: Lead) -> LeadTotal | None:
        """Return the overall by one of the two scores alone, where any answer has it."""
        answered = len(self._having[lead])
        if not answered:
            return None
        return LeadTotal(self._by(lead).figures(OVERALL).figure(self.at), answered)

    def _omissions(self) -> Iterator[Omission]:
        as_zero = self.definition.missing.answers is Unanswered.ZERO
        for leaf in self.tree.missing[self.at]:
            said = self._leaf(leaf)
            reason = (said.missing if said else None) or Missing.EMPTY
            yield Omission(leaf, reason, counted_as_zero=as_zero)
        for leaf in self.tree.inapplicable[self.at]:
            said = self._leaf(leaf)
            yield Omission(leaf, (said.missing if said else None) or Missing.NOT_APPLICABLE)
        for group in self.definition.all_groups():
            if group.optional and not self.tree.figures(group.id).answered[self.at]:
                yield Omission(group.id, NoScore.NO_ANSWERS)
        for inner in self.tree.inners[:-1]:
            found = self.tree.figures(inner.id)
            why = found.reasons[self.at]
            if why and found.completeness[self.at].answered:
                yield Omission(inner.id, why)

    def _views(self, views: Views) -> dict[str, tuple[ViewRow, ...]]:
        if not views:
            return {}
        nominal = self.tree.nominal[self.at]
        figures = {leaf: self.tree.figures(leaf) for leaf in nominal}
        answered = {
            leaf: score
            for leaf, one in figures.items()
            if (score := one.scores[self.at]) is not None and one.given[self.at]
        }
        weights = {leaf: figures[leaf].effective[self.at] or _ZERO for leaf in answered}
        return {
            name: view_rows(values, answered, weights if self._is_sum() else None, nominal)
            for name, values in views.items()
        }

    def _is_sum(self) -> bool:
        """Return whether the overall is the sum of share x score of the leaves."""
        return all(
            inner.aggregate.additive
            for inner in self.tree.inners
            if self.tree.figures(inner.id).answers[self.at]
            and not self.tree.figures(inner.id).given[self.at]
        )


def change_from(previous: Previous | None, overall: Figure, basis: Basis | None) -> Fraction | None:
    """Return how the published overall moved, None where it rests on another assessment."""
    if previous is None or not are_comparable(previous.assessed, basis):
        return None
    return difference(overall.published, previous.published)


def difference(value: Fraction | None, other: Fraction | None) -> Fraction | None:
    """Return how much more *value* is, None where one of both is missing."""
    return None if value is None or other is None else value - other


def view_rows(
    values: Mapping[str, tuple[str, ...]],
    scores: Mapping[str, Fraction],
    weights: Mapping[str, Fraction] | None,
    nominal: Mapping[str, Fraction],
) -> tuple[ViewRow, ...]:
    """Return one row for each value: the mean score of its leaves, and their part of the overall.

    *values* maps a leaf to the values it belongs to, *scores* and *weights* are those of the
    answered leaves (None if the overall is not a sum), *nominal* the weights of all expected ones.
    A leaf of several values has an equal part of its weight in each.
    """
    leaves: dict[str, dict[str, Fraction]] = {}
    for leaf, belongs in values.items():
        if leaf in nominal:
            for value in belongs:
                leaves.setdefault(value, {})[leaf] = Fraction(1, len(belongs))
    return tuple(_view_row(value, own, scores, weights, nominal) for value, own in leaves.items())


def _view_row(
    value: str,
    leaves: Mapping[str, Fraction],
    scores: Mapping[str, Fraction],
    weights: Mapping[str, Fraction] | None,
    nominal: Mapping[str, Fraction],
) -> ViewRow:
    """Return the row of *leaves*, each with the part of its weight that belongs to *value*."""
    answered = [leaf for leaf in leaves if leaf in scores]
    total = sum((nominal[leaf] * part for leaf, part in leaves.items()), start=Fraction(0))
    there = sum((nominal[leaf] * leaves[leaf] for leaf in answered), start=Fraction(0))
    return ViewRow(
        id=value,
        score=sum((scores[leaf] for leaf in answered), start=Fraction(0)) / len(answered)
        if answered
        else None,
        completeness=Completeness(len(answered), len(leaves), there / total if total else None),
        contribution=None
        if weights is None
        else sum(
            (weights.get(leaf, Fraction(0)) * scores[leaf] * leaves[leaf] for leaf in answered),
            start=Fraction(0),
        ),
    )


def without_scores(result: UnitResult) -> UnitResult:
    """Return *result* with no score, contribution or class anywhere, and the reason."""
    return result._replace(
        overall=NO_FIGURE,
        class_label=None,
        groups=tuple(map(_group_without, result.groups)),
        indicators=tuple(one._replace(figure=NO_FIGURE) for one in result.indicators),
        omissions=(),
        no_score=NoScore.LEFT_OUT,
        gap=None,
        change=None,
        range_if_missing=None,
        self_total=None,
        assessor_total=None,
        views={},
    )


def _group_without(result: GroupResult) -> GroupResult:
    return result._replace(
        figure=NO_FIGURE,
        contribution=NO_FIGURE,
        class_label=None,
        no_score=NoScore.LEFT_OUT,
        groups=tuple(map(_group_without, result.groups)),
    )
