"""The result of one unit: the scores of its tree, and all that is said beside them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import partial
from types import MappingProxyType
from typing import NamedTuple

from kediri_index.model.answers import UnitAnswers, full_answers, plain_numbers
from kediri_index.model.basis import Basis
from kediri_index.model.dataset import Answer, Lead, Missing, UnitData
from kediri_index.model.definition import ClassesOn, Definition, Group, Unanswered
from kediri_index.model.label import Label
from kediri_index.model.no_score import NoScore
from kediri_index.model.results import (
    Completeness,
    Figure,
    GroupResult,
    IndicatorResult,
    LeadTotal,
    Omission,
    Previous,
    UnitResult,
    ViewRow,
)
from kediri_index.model.scoring import Reads
from kediri_index.scoring.basis import are_comparable, basis_of
from kediri_index.scoring.classes import class_of, ranks
from kediri_index.scoring.exact import NOT_COMPARED, Compared
from kediri_index.scoring.expected import completeness_of, expected_leaves
from kediri_index.scoring.fold import OVERALL
from kediri_index.scoring.later_indicators import LaterIndicators
from kediri_index.scoring.leaf_scores import known_scores, leading, leaf_scores
from kediri_index.scoring.presence import has_answer
from kediri_index.scoring.tree_scores import (
    TreeScores,
    bounds_if_missing,
    nominal_weights,
    tree_scores,
)
from kediri_index.scoring.views import view_rows

_NOTHING = Completeness(0, 0, None)
_ZERO, _ONE = Fraction(0), Fraction(1)

Own = Mapping[str, Fraction | None]
"""The scores by one lead, None where there is a number that has none."""

Views = Mapping[str, Mapping[str, tuple[str, ...]]]
"""For each view, the values that a leaf belongs to, such as the OPD that answer for it."""


class Settings(NamedTuple):
    """What is handed in beside the data: *lead* None lets the data decide.

    *compared* are the scores that come from a comparison with the other units, by the lead.
    """

    lead: Lead | None = None
    target: Fraction | None = None
    previous: Previous | None = None
    official: Fraction | None = None
    views: Views | None = None
    compared: Mapping[Lead, Compared] = MappingProxyType({})


def score_unit(
    definition: Definition, data: UnitData, settings: Settings, *, at_once: bool = False
) -> UnitResult:
    """Return all scores of one unit in one year, *at_once* with those of its indicators."""
    result = _Assessment(definition, data, settings).result(at_once=at_once)
    if not data.left_out:
        return result
    from kediri_index.scoring.left_out import without_scores  # noqa: PLC0415 - hardly ever

    return without_scores(result)


def ranked(results: tuple[UnitResult, ...], classes_on: ClassesOn) -> tuple[UnitResult, ...]:
    """Return *results* with each unit's rank among the units of its year, where there are more."""
    found = ranks_by_year([(one.year, one.overall) for one in results], classes_on)
    return tuple(one._replace(rank=rank) for one, rank in zip(results, found, strict=True))


def ranks_by_year(
    overalls: Sequence[tuple[int | None, Figure]], classes_on: ClassesOn
) -> list[int | None]:
    """Return each unit's rank among the units of its year, None where it is the only one."""
    by_year: dict[int | None, list[int]] = {}
    for position, (year, _) in enumerate(overalls):
        by_year.setdefault(year, []).append(position)
    found: dict[int, int | None] = {}
    for positions in by_year.values():
        if len(positions) > 1:
            theirs = [deciding(overalls[one][1], classes_on) for one in positions]
            found.update(zip(positions, ranks(theirs), strict=True))
    return [found.get(position) for position in range(len(overalls))]


class _Assessment:
    """One unit under one definition; each lead's scores are computed once."""

    def __init__(self, definition: Definition, data: UnitData, settings: Settings) -> None:
        self.definition = definition
        self.data = data
        self.settings = settings
        self.measured = {
            indicator.id
            for indicator in definition.all_indicators()
            if indicator.rule.method.reads is Reads.MEASURE
        }
        self.lead = settings.lead or leading(definition, data)
        self._by_lead: dict[Lead, TreeScores] = {}
        self.scores = self.by(self.lead)
        self.completeness: Mapping[str, Completeness] = {}

    def by(self, lead: Lead) -> TreeScores:
        """Return the scores by one lead."""
        scores = self._by_lead.get(lead)
        if scores is None:
            leaves = leaf_scores(self.definition, self.data, lead)
            compared = self.settings.compared.get(lead, NOT_COMPARED)
            scores = tree_scores(self.definition, leaves, compared)
            self._by_lead[lead] = scores
        return scores

    def result(self, *, at_once: bool) -> UnitResult:
        """Return everything that is said of the unit."""
        self.completeness = completeness_of(self.definition, self.scores.presence)
        definition, settings = self.definition, self.settings
        overall = self.scores.figure(OVERALL)
        previous = settings.previous
        basis = basis_of(definition, self.data, self.lead)
        return UnitResult(
            unit=self.data.unit,
            year=self.data.year,
            lead=self.lead,
            overall=overall,
            class_label=self._class_label(overall),
            completeness=self.completeness[OVERALL],
            groups=tuple(self._group(group) for group in definition.groups),
            indicators=self.indicators() if at_once else self._now_or_later(),
            omissions=self._omissions(),
            no_score=self.scores.structure.without_score.get(OVERALL),
            target=settings.target,
            gap=difference(overall.published, settings.target),
            previous=previous,
            change=change_from(previous, overall, basis),
            range_if_missing=bounds_if_missing(definition, self.scores),
            self_total=self._total(Lead.SELF),
            assessor_total=self._total(Lead.ASSESSOR),
            views=self._views(settings.views or {}),
            basis=basis,
            official=settings.official,
        )

    def _group(self, group: Group) -> GroupResult:
        scores = self.scores
        given = group.id in scores.presence.present
        figure = scores.figure(group.id)
        leaf = scores.leaves.get(group.id)
        return GroupResult(
            id=group.id,
            figure=figure,
            weight=scores.structure.weights.get(group.id, group.weight or _ZERO),
            effective_weight=scores.weights.get(group.id, _ZERO),
            contribution=scores.contribution(group.id),
            given=given,
            completeness=self.completeness.get(group.id, _NOTHING),
            class_label=self._class_label(figure),
            no_score=scores.structure.without_score.get(group.id),
            groups=tuple(self._group(child) for child in group.groups),
            sources=leaf.sources if leaf and given else (),
        )

    def _now_or_later(self) -> Sequence[IndicatorResult]:
        if not isinstance(self.data.answers, UnitAnswers):
            return self.indicators()
        settings = self.settings._replace(views=None)
        return LaterIndicators(partial(_indicators, self.definition, self.data, settings))

    def indicators(self) -> tuple[IndicatorResult, ...]:
        """Return one result for each indicator that is expected, or of which something is said."""
        scores = self.scores
        leaves, shares = scores.leaves, scores.weights
        expected = set(expected_leaves(self.definition, scores.presence))
        own, assessed = self._own_scores(Lead.SELF), self._own_scores(Lead.ASSESSOR)
        found = []
        for indicator in self.definition.all_indicators():
            name = indicator.id
            leaf = leaves[name] if name in leaves else None  # noqa: SIM401 - some are made anew
            if leaf is None and name not in expected:
                continue
            found.append(
                IndicatorResult(
                    id=name,
                    figure=scores.figure(name),
                    raw=leaf.raw if leaf else None,
                    self_score=own.get(name),
                    assessor=assessed.get(name),
                    sources=leaf.sources if leaf else (),
                    weight=_ONE if indicator.weight is None else indicator.weight,
                    effective_weight=shares.get(name, _ZERO),
                    missing=leaf.missing if leaf else Missing.EMPTY,
                )
            )
        return tuple(found)

    def _own_scores(self, lead: Lead) -> Own:
        """Return the self-assessed or the assessor's scores where the sheet has them."""
        having = self._having(lead)
        if not having:
            return {}
        leaves = self.by(lead).leaves
        known = known_scores(leaves)
        return {answer: known.get(answer) for answer in having}

    def _having(self, lead: Lead) -> list[str]:
        """Return the answers with a number of *lead*."""
        found = [one.id for one in full_answers(self.data) if self._has(one, lead)]
        if lead is Lead.ASSESSOR:
            found += [column.id for column, _ in plain_numbers(self.data) if not column.measured]
        return found

    def _has(self, answer: Answer, lead: Lead) -> bool:
        """Return whether *answer* has the score; a measured result is nobody's self-assessment."""
        if lead is Lead.ASSESSOR:
            return any(reading.number is not None for reading in answer.assessor)
        has_self = answer.self_score is not None and answer.self_score.number is not None
        return has_self and answer.id not in self.measured

    def _omissions(self) -> tuple[Omission, ...]:
        scores = self.scores
        as_zero = self.definition.missing.answers is Unanswered.ZERO
        found = []
        for leaf in scores.missing:
            said = scores.leaves.get(leaf)
            reason = (said.missing if said else None) or Missing.EMPTY
            found.append(Omission(leaf, reason, counted_as_zero=as_zero))
        found += [
            Omission(leaf, scores.leaves[leaf].missing or Missing.NOT_APPLICABLE)
            for leaf in sorted(scores.presence.not_applicable)
        ]
        found += [
            Omission(group.id, NoScore.NO_ANSWERS)
            for group in self.definition.all_groups()
            if group.optional and not has_answer(group, scores.presence)
        ]
        for node, why in scores.structure.without_score.items():
            if node != OVERALL and self.completeness.get(node, _NOTHING).answered:
                found.append(Omission(node, why))
        return tuple(found)

    def _total(self, lead: Lead) -> LeadTotal | None:
        """Return the overall by one of the two scores alone, where any answer has it."""
        answered = len(self._having(lead))
        return LeadTotal(self.by(lead).figure(OVERALL), answered) if answered else None

    def _views(self, views: Views) -> dict[str, tuple[ViewRow, ...]]:
        if not views:
            return {}
        scores = self.scores
        nominal = nominal_weights(self.definition, scores)
        answered = {leaf: scores.exact[leaf] for leaf in scores.presence.present & set(nominal)}
        return {
            name: view_rows(values, answered, scores.term_weights(), nominal)
            for name, values in views.items()
        }

    def _class_label(self, figure: Figure) -> Label | None:
        return class_label(self.definition, figure)


def _indicators(
    definition: Definition, data: UnitData, settings: Settings
) -> tuple[IndicatorResult, ...]:
    return _Assessment(definition, data, settings).indicators()


def class_label(definition: Definition, figure: Figure) -> Label | None:
    """Return the class of what has *figure*, None where there is none."""
    found = class_of(deciding(figure, definition.classes_on), definition.classes)
    return found.label if found else None


def deciding(figure: Figure, classes_on: ClassesOn) -> Fraction | None:
    """Return the figure that decides on classes and ranks."""
    return figure.published if classes_on is ClassesOn.PUBLISHED else figure.score


def change_from(previous: Previous | None, overall: Figure, basis: Basis | None) -> Fraction | None:
    """Return how the published overall moved, None where it rests on another assessment."""
    if previous is None or not are_comparable(previous.assessed, basis):
        return None
    return difference(overall.published, previous.published)


def difference(value: Fraction | None, other: Fraction | None) -> Fraction | None:
    """Return how much more *value* is, None where one of both is missing."""
    return None if value is None or other is None else value - other
