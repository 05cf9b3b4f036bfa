"""The data of units as a table for the steps of ``prepare``, and back."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from fractions import Fraction

from kediri_index.model.dataset import Answer, Lead, Missing, Reading, UnitData
from kediri_index.model.definition import Definition, Indicator
from kediri_index.model.findings import Finding
from kediri_index.model.places import Source
from kediri_index.model.preparing import Applied, Effect, PanelRow
from kediri_index.model.scoring import Reads
from kediri_index.model.wide_answers import WideAnswers
from kediri_index.scoring.leaf_scores import leading

_IMPUTABLE = frozenset({Missing.EMPTY, Missing.NOT_COLLECTED, Missing.NOT_DUE})


def prepared(
    definition: Definition, units: tuple[UnitData, ...], value: Lead | None
) -> tuple[tuple[UnitData, ...], Applied]:
    """Return *units* with all steps done in their order, and all that the steps did."""
    indicators = [one for one in definition.all_indicators() if _is_a_quantity(one)]
    leads = [value or leading(definition, unit) for unit in units]
    raw = tuple(_row(indicators, unit, lead) for unit, lead in zip(units, leads, strict=True))
    table = raw
    effects: list[Effect] = []
    findings: list[Finding] = []
    for step in definition.prepare:
        applied = step.apply(table)
        table = applied.table
        effects += applied.effects
        findings += applied.findings
    if definition.prepare:
        measured = {one.id for one in indicators if one.rule.method.reads is Reads.MEASURE}
        changes = zip(units, raw, table, leads, strict=True)
        units = tuple(
            _changed(unit, before, after, lead, measured) for unit, before, after, lead in changes
        )
    return units, Applied(table, tuple(effects), tuple(findings))


def _is_a_quantity(indicator: Indicator) -> bool:
    """Return whether any number can be the value, not only one of a list."""
    method = indicator.rule.method
    return method.reads is Reads.MEASURE or not method.choices


def _row(indicators: Sequence[Indicator], unit: UnitData, lead: Lead) -> PanelRow:
    values: dict[str, Fraction] = {}
    gaps = set()
    plain = _plain(unit)
    for indicator in indicators:
        if indicator.id in plain:
            values[indicator.id] = plain[indicator.id]
            continue
        answer = unit.answers.get(indicator.id)
        readings = () if answer is None else _readings(indicator, answer, lead)
        numbers = [one.number for one in readings if one.number is not None]
        if numbers:
            values[indicator.id] = sum(numbers, start=Fraction(0)) / len(numbers)
        elif all(one.missing in _IMPUTABLE for one in readings):
            gaps.add(indicator.id)
    return PanelRow(unit.unit, unit.year, values, frozenset(gaps), unit.columns)


def _plain(unit: UnitData) -> dict[str, Fraction]:
    """Return the plain numbers of a wide row: those of scores are the assessor's, and count."""
    if not isinstance(unit.answers, WideAnswers):
        return {}
    return {column.id: number for column, number in unit.answers.plain()}


def _readings(indicator: Indicator, answer: Answer, lead: Lead) -> tuple[Reading, ...]:
    """Return the readings that the value is the mean of."""
    if indicator.rule.method.reads is Reads.MEASURE:
        return () if answer.measure is None else (answer.measure,)
    own = () if answer.self_score is None else (answer.self_score,)
    assessed = any(one.number is not None for one in answer.assessor)
    return answer.assessor if assessed or lead is not Lead.SELF else own


def _changed(
    unit: UnitData, raw: PanelRow, row: PanelRow, lead: Lead, measured: AbstractSet[str]
) -> UnitData:
    """Return *unit* with the values of *row* where they differ from *raw*."""
    answers = dict(unit.answers)
    for indicator in {**raw.values, **row.values}:
        value = row.values.get(indicator)
        if value == raw.values.get(indicator):
            continue
        answer = answers.get(indicator)
        if answer is None:
            answer = Answer(indicator, Source(unit.files[0] if unit.files else ""))
        answers[indicator] = _with_value(answer, value, lead, measured=indicator in measured)
    return unit._replace(answers=answers, left_out=row.left_out)


def _with_value(answer: Answer, value: Fraction | None, lead: Lead, *, measured: bool) -> Answer:
    """Return *answer* with another number; the text and the cell stay what was seen."""
    answer = answer._replace(shares=None)
    if measured:
        return answer._replace(measure=_reading(answer.measure, value, answer.row))
    if lead is Lead.SELF and not any(one.number is not None for one in answer.assessor):
        return answer._replace(self_score=_reading(answer.self_score, value, answer.row))
    first = answer.assessor[0] if answer.assessor else None
    return answer._replace(assessor=(_reading(first, value, answer.row),))


def _reading(seen: Reading | None, value: Fraction | None, row: Source) -> Reading:
    if seen is None:  # where nothing was seen nothing is taken away
        return Reading(value, None, "", row)
    return seen._replace(number=value, missing=None if value is not None else Missing.EMPTY)
