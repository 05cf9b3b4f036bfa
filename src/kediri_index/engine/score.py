"""The scores of one unit: leaves, tree, published figures, and all that is said beside them."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

from kediri_index.engine.classes import class_of, ranks
from kediri_index.engine.expected import completeness_of, expected_leaves
from kediri_index.engine.fold import fold_exact, fold_published, published_terms
from kediri_index.engine.leaf_scores import LeafScore, leading, leaf_scores
from kediri_index.engine.presence import OVERALL, Presence
from kediri_index.engine.rounding import round_half_up
from kediri_index.engine.structure import Structure, structure_of
from kediri_index.engine.views import view_rows
from kediri_index.model.dataset import Answer, Lead, Missing, UnitData
from kediri_index.model.definition import (
    ClassesOn,
    Definition,
    Group,
    Indicator,
    Label,
    Unanswered,
)
from kediri_index.model.results import (
    Completeness,
    Figure,
    GroupResult,
    IndicatorResult,
    LeadTotal,
    MissingRange,
    Omission,
    Previous,
    UnitResult,
)

_NOTHING = Completeness(0, 0, None)
_NO_FIGURE = Figure(None, None)


class Settings(NamedTuple):
    """What is handed in beside the data: *lead* None lets the data decide.

    *views* maps a view's name to the values of each leaf, such as the OPD that answer for it.
    """

    lead: Lead | None = None
    target: Fraction | None = None
    previous: Previous | None = None
    views: Mapping[str, Mapping[str, tuple[str, ...]]] | None = None


class _Scores(NamedTuple):
    """One pass through the tree."""

    leaves: Mapping[str, LeafScore]
    presence: Presence
    structure: Structure
    exact: Mapping[str, Fraction]
    published: Mapping[str, Fraction]
    terms: Mapping[str, Fraction]
    weights: Mapping[str, Fraction]

    def figure(self, node: str, decimals: int) -> Figure:
        if node not in self.exact:
            return _NO_FIGURE
        return Figure(self.exact[node], round_half_up(self.published[node], decimals))


def score_unit(definition: Definition, data: UnitData, settings: Settings) -> UnitResult:
    """Return all scores of one unit in one year."""
    lead = settings.lead or leading(definition, data)
    scores = _scores(definition, data, lead)
    completeness = completeness_of(definition, scores.presence)
    overall = scores.figure(OVERALL, definition.publish.decimals)
    missing = _missing(definition, scores)
    bounds = _bounds_if_missing(definition, scores, missing)
    published = overall.published
    previous = settings.previous
    return UnitResult(
        unit=data.unit,
        year=data.year,
        lead=lead,
        overall=overall,
        class_label=_class_label(definition, overall),
        completeness=completeness[OVERALL],
        groups=tuple(
            _group_result(definition, group, scores, completeness) for group in definition.groups
        ),
        indicators=_indicator_results(definition, data, scores),
        omissions=_omissions(definition, scores, missing),
        no_score=scores.structure.without_score.get(OVERALL),
        target=settings.target,
        gap=_difference(published, settings.target),
        previous=previous,
        change=_difference(published, previous.published if previous else None),
        range_if_missing=bounds,
        self_total=_total(definition, data, Lead.SELF),
        assessor_total=_total(definition, data, Lead.ASSESSOR),
        views={
            name: view_rows(values, scores.exact, scores.weights, _nominal(definition, scores))
            for name, values in (settings.views or {}).items()
        },
    )


def ranked(results: tuple[UnitResult, ...], classes_on: ClassesOn) -> tuple[UnitResult, ...]:
    """Return *results* with each unit's rank among the units of its year, where there are more."""
    by_year: dict[int | None, list[UnitResult]] = {}
    for result in results:
        by_year.setdefault(result.year, []).append(result)
    found: dict[int, int | None] = {}
    for units in by_year.values():
        if len(units) > 1:
            places = ranks([_deciding(unit.overall, classes_on) for unit in units])
            found.update(zip(map(id, units), places, strict=True))
    return tuple(result._replace(rank=found.get(id(result))) for result in results)


def _scores(definition: Definition, data: UnitData, lead: Lead) -> _Scores:
    leaves = leaf_scores(definition, data, lead)
    values = {leaf.id: leaf.score for leaf in leaves.values() if leaf.score is not None}
    presence = Presence(
        frozenset(values),
        frozenset(leaf.id for leaf in leaves.values() if leaf.missing is Missing.NOT_APPLICABLE),
    )
    counted = presence
    if definition.missing.answers is Unanswered.ZERO:
        absent = set(expected_leaves(definition, presence)) - presence.known
        values |= dict.fromkeys(absent, Fraction(0))
        counted = presence._replace(present=presence.present | absent)
    return _folded(definition, leaves, presence, structure_of(definition, counted), values)


def _folded(
    definition: Definition,
    leaves: Mapping[str, LeafScore],
    presence: Presence,
    structure: Structure,
    values: Mapping[str, Fraction],
) -> _Scores:
    published = fold_published(structure, values, definition.publish)
    return _Scores(
        leaves=leaves,
        presence=presence,
        structure=structure,
        exact=fold_exact(structure, values),
        published=published,
        terms=published_terms(structure, published, definition.publish),
        weights=structure.effective_weights(),
    )


def _missing(definition: Definition, scores: _Scores) -> tuple[str, ...]:
    known = scores.presence.known
    return tuple(leaf for leaf in expected_leaves(definition, scores.presence) if leaf not in known)


def _bounds_if_missing(
    definition: Definition, scores: _Scores, missing: tuple[str, ...]
) -> MissingRange | None:
    """Return the overall with every missing leaf at the bottom, and at the top, of its range."""
    nodes = definition.nodes()
    ranges = []
    for leaf in missing:
        node = nodes[leaf]
        bounds = node.rule.to if isinstance(node, Indicator) else definition.scale
        if bounds is None:
            return None
        ranges.append(bounds)
    if not missing:
        return None
    presence = scores.presence._replace(present=scores.presence.present | set(missing))
    structure = structure_of(definition, presence)
    known = {leaf.id: leaf.score for leaf in scores.leaves.values() if leaf.score is not None}
    low, high = (
        _folded(
            definition,
            scores.leaves,
            presence,
            structure,
            known | dict(zip(missing, (bounds[end] for bounds in ranges), strict=True)),
        ).figure(OVERALL, definition.publish.decimals)
        for end in (0, 1)
    )
    return MissingRange(low, high)


def _nominal(definition: Definition, scores: _Scores) -> dict[str, Fraction]:
    """Return each expected leaf's share in the overall if every one were answered."""
    expected = frozenset(expected_leaves(definition, scores.presence))
    return structure_of(definition, scores.presence._replace(present=expected)).effective_weights()


def _group_result(
    definition: Definition,
    group: Group,
    scores: _Scores,
    completeness: Mapping[str, Completeness],
) -> GroupResult:
    decimals = definition.publish.decimals
    given = group.id in scores.presence.present
    figure = scores.figure(group.id, decimals)
    leaf = scores.leaves.get(group.id)
    return GroupResult(
        id=group.id,
        figure=figure,
        weight=scores.structure.weights.get(group.id, group.weight or Fraction(0)),
        effective_weight=scores.weights.get(group.id, Fraction(0)),
        contribution=_contribution(group.id, scores, decimals),
        given=given,
        completeness=completeness.get(group.id, _NOTHING),
        class_label=_class_label(definition, figure),
        no_score=scores.structure.without_score.get(group.id),
        groups=tuple(
            _group_result(definition, child, scores, completeness) for child in group.groups
        ),
        sources=leaf.sources if leaf and given else (),
    )


def _contribution(node: str, scores: _Scores, decimals: int) -> Figure:
    weight = scores.weights.get(node)
    if weight is None or node not in scores.exact:
        return _NO_FIGURE
    term = scores.terms.get(node, weight * scores.published[node])
    return Figure(weight * scores.exact[node], round_half_up(term, decimals))


def _indicator_results(
    definition: Definition, data: UnitData, scores: _Scores
) -> tuple[IndicatorResult, ...]:
    """Return one result for each indicator that is expected, or of which something is said."""
    expected = set(expected_leaves(definition, scores.presence))
    both = {lead: leaf_scores(definition, data, lead) for lead in (Lead.SELF, Lead.ASSESSOR)}
    found = []
    for indicator in definition.all_indicators():
        leaf = scores.leaves.get(indicator.id)
        if leaf is None and indicator.id not in expected:
            continue
        answer = data.answers.get(indicator.id)
        missing = leaf.missing if leaf else Missing.EMPTY
        found.append(
            IndicatorResult(
                id=indicator.id,
                figure=scores.figure(indicator.id, definition.publish.decimals),
                raw=leaf.raw if leaf else None,
                self_score=_own_score(both[Lead.SELF], answer, Lead.SELF),
                assessor=_own_score(both[Lead.ASSESSOR], answer, Lead.ASSESSOR),
                sources=leaf.sources if leaf else (),
                weight=scores.structure.weights.get(
                    indicator.id, indicator.weight if indicator.weight is not None else Fraction(1)
                ),
                effective_weight=scores.weights.get(indicator.id, Fraction(0)),
                missing=missing,
            )
        )
    return tuple(found)


def _own_score(
    leaves: Mapping[str, LeafScore], answer: Answer | None, lead: Lead
) -> Fraction | None:
    """Return the self-assessed or the assessor's score where the sheet has one."""
    if answer is None or not _has(answer, lead):
        return None
    leaf = leaves.get(answer.id)
    return leaf.score if leaf else None


def _has(answer: Answer, lead: Lead) -> bool:
    if lead is Lead.SELF:
        return answer.self_score is not None and answer.self_score.number is not None
    return any(reading.number is not None for reading in answer.assessor)


def _omissions(
    definition: Definition, scores: _Scores, missing: tuple[str, ...]
) -> tuple[Omission, ...]:
    as_zero = definition.missing.answers is Unanswered.ZERO
    found = []
    for leaf in missing:
        said = scores.leaves.get(leaf)
        reason = (said.missing if said else None) or Missing.EMPTY
        found.append(Omission(leaf, reason, counted_as_zero=as_zero))
    found += [
        Omission(leaf, Missing.NOT_APPLICABLE) for leaf in sorted(scores.presence.not_applicable)
    ]
    answered = {
        node for node, part in completeness_of(definition, scores.presence).items() if part.answered
    }
    found += [
        Omission(node, reason)
        for node, reason in scores.structure.without_score.items()
        if node in answered and node != OVERALL
    ]
    return tuple(found)


def _total(definition: Definition, data: UnitData, lead: Lead) -> LeadTotal | None:
    """Return the overall by one of the two scores alone, where any answer has it."""
    answered = sum(1 for answer in data.answers.values() if _has(answer, lead))
    if not answered:
        return None
    figure = _scores(definition, data, lead).figure(OVERALL, definition.publish.decimals)
    return LeadTotal(figure, answered)


def _class_label(definition: Definition, figure: Figure) -> Label | None:
    found = class_of(_deciding(figure, definition.classes_on), definition.classes)
    return found.label if found else None


def _deciding(figure: Figure, classes_on: ClassesOn) -> Fraction | None:
    return figure.published if classes_on is ClassesOn.PUBLISHED else figure.score


def _difference(value: Fraction | None, other: Fraction | None) -> Fraction | None:
    return None if value is None or other is None else value - other
