"""Scores as JSON: every figure exact, beside the one published."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kediri_index.messages.values import fixed
from kediri_index.model.definition import Group
from kediri_index.model.findings import Source
from kediri_index.model.language import Label, Language
from kediri_index.model.profile import opd_names
from kediri_index.model.scores import (
    Figure,
    GroupResult,
    IndicatorResult,
    LeadTotal,
    MissingRange,
    Omission,
    ScoreOutcome,
    UnitResult,
    ViewRow,
)
from kediri_index.present.envelope import (
    Json,
    exact,
    missing_kind,
    number,
    outcome_parts,
    survey_json,
)
from kediri_index.scoring.scores import Scores

if TYPE_CHECKING:
    from kediri_index.model.preparing import Effects


def parts(
    outcome: ScoreOutcome, scores: Scores | None, language: Language, *, detail: bool
) -> Iterator[str]:
    """Yield the envelope of ``score``; several units without *detail* leave indicators out."""
    result = None if scores is None else _result(outcome, scores, detail=detail)
    return outcome_parts("score", outcome, result, language)


def _result(outcome: ScoreOutcome, scores: Scores, *, detail: bool) -> Json:
    with_indicators = detail or len(scores) == 1
    writer = _UnitWriter(outcome, opd_names(outcome.profile))
    documents = (
        writer.unit(scores.result(at, indicators=with_indicators), with_indicators=with_indicators)
        for at in range(len(scores))
    )
    prepared: dict[str, Json] = {}
    if outcome.definition.prepare:
        prepared["prepared"] = _effects(outcome.effects)
    grouped: dict[str, Json] = {}
    if outcome.unit_groups is not None:
        from kediri_index.present.unit_groups import groups_json  # noqa: PLC0415 - few have any

        grouped["unit_groups"] = groups_json(
            outcome.unit_groups, outcome.definition.publish.decimals
        )
    return {"units": documents, **prepared, **grouped}


class _UnitWriter:
    def __init__(self, outcome: ScoreOutcome, opd_names: dict[str, str]) -> None:
        definition, self.unit_groups = outcome.definition, outcome.unit_groups
        self.decimals = definition.publish.decimals
        self.groups: dict[str, Group] = {group.id: group for group in definition.all_groups()}
        self.opd_names = opd_names

    def unit(self, result: UnitResult, *, with_indicators: bool) -> Json:
        document: dict[str, Json] = {
            "unit": result.unit,
            "year": result.year,
            "value": result.lead.value,
            "overall": self._overall(result),
            "groups": [self._group(group) for group in result.groups],
            "views": {
                name: [self._view_row(row, name) for row in rows]
                for name, rows in result.views.items()
            },
            "omissions": [_omission(omission) for omission in result.omissions],
        }
        if self.unit_groups is not None:
            place = self.unit_groups.place(result.unit, result.year)
            document["unit_group"] = place._asdict()
        if with_indicators:
            document["indicators"] = [self._indicator(one) for one in result.indicators]
        return document

    def _overall(self, result: UnitResult) -> Json:
        previous = result.previous
        return {
            **self._figure(result.overall),
            "class": _class(result.class_label),
            "rank": result.rank,
            "target": number(result.target),
            "gap": exact(result.gap),
            "previous": None if previous is None else exact(previous.published),
            "change": exact(result.change),
            "previous_basis": None if previous is None else previous.basis.value,
            "previous_year": None if previous is None else previous.year,
            "change_reason": "other_basis" if result.other_basis else None,
            "basis": None if result.basis is None else result.basis.value,
            "official": exact(result.official),
            "completeness": exact(result.completeness.share),
            "answered": result.completeness.answered,
            "expected": result.completeness.expected,
            "no_score": result.no_score.value if result.no_score else None,
            "range_if_missing": self._range(result.range_if_missing),
            "self": self._total(result.self_total),
            "assessor": self._total(result.assessor_total),
        }

    def _group(self, result: GroupResult) -> Json:
        group = self.groups[result.id]
        return {
            "id": result.id,
            "kind": group.kind,
            "name": group.label.main,
            **self._figure(result.figure),
            "weight": number(result.weight),
            "effective_weight": exact(result.effective_weight),
            "contribution": exact(result.contribution.score),
            "given": result.given,
            "completeness": exact(result.completeness.share),
            "answered": result.completeness.answered,
            "expected": result.completeness.expected,
            "class": _class(result.class_label),
            "no_score": result.no_score.value if result.no_score else None,
            "sources": _sources(result.sources),
            "groups": [self._group(child) for child in result.groups],
        }

    def _indicator(self, result: IndicatorResult) -> Json:
        return {
            "id": result.id,
            **self._figure(result.figure),
            "raw": result.raw,
            "self": exact(result.self_score),
            "assessor": exact(result.assessor),
            "sources": _sources(result.sources),
            "weight": number(result.weight),
            "effective_weight": exact(result.effective_weight),
            "missing": missing_kind(result.missing),
            **({} if result.survey is None else {"survey": survey_json(result.survey)}),
        }

    def _view_row(self, row: ViewRow, view: str) -> Json:
        return {
            "id": row.id,
            "name": self.opd_names.get(row.id, row.id) if view == "opd" else row.id,
            "score": exact(row.score),
            "answered": row.completeness.answered,
            "expected": row.completeness.expected,
            "completeness": exact(row.completeness.share),
            "contribution": exact(row.contribution),
        }

    def _figure(self, figure: Figure) -> dict[str, Json]:
        return {"score": exact(figure.score), "published": self._published(figure)}

    def _published(self, figure: Figure) -> str | None:
        return None if figure.published is None else fixed(figure.published, self.decimals)

    def _range(self, bounds: MissingRange | None) -> Json:
        if bounds is None:
            return None
        return {"low": self._figure(bounds.low), "high": self._figure(bounds.high)}

    def _total(self, total: LeadTotal | None) -> Json:
        return None if total is None else {**self._figure(total.figure), "answered": total.answered}


def _effects(effects: Effects | None) -> Iterator[Json]:
    for change, (unit, year), before, after in () if effects is None else effects.shown():
        effect: dict[str, Json] = {
            "step": change.step,
            "how": change.how,
            "unit": unit,
            "year": year,
            "indicator": change.indicator,
            "before": None if before is None else float(before),
            "after": None if after is None else float(after),
        }
        if change.power is not None:
            effect["power"] = float(change.power)
        yield effect


def _omission(omission: Omission) -> Json:
    return {
        "id": omission.id,
        "reason": omission.reason.value,
        "counted_as_zero": omission.counted_as_zero,
    }


def _class(label: Label | None) -> str | None:
    return None if label is None else label.main


def _sources(sources: tuple[Source, ...]) -> Json:
    return [{"file": source.file, "sheet": source.sheet, "cell": source.cell} for source in sources]
