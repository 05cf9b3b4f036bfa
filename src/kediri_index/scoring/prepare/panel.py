"""The data of units as a panel for the steps of ``prepare``, and back for one that is looked at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from fractions import Fraction
from math import isnan, nan

from kediri_index import scoring
from kediri_index.model.answers import Answers, UnitAnswers
from kediri_index.model.dataset import Answer, Lead, Missing, Reading, UnitData
from kediri_index.model.definition import Definition, Indicator
from kediri_index.model.findings import Source
from kediri_index.model.numbers import decimal_of
from kediri_index.model.preparing import Panel, Series
from kediri_index.model.scoring import Ends, Reads
from kediri_index.scoring.answers import counts_own, leading, readings_of
from kediri_index.scoring.prepare.exact import ExactSeries

_IMPUTABLE = frozenset({Missing.EMPTY, Missing.NOT_COLLECTED, Missing.NOT_DUE})
Tables = dict[Answers, tuple[list[int], list[int]]]
"""Of each table its rows in the panel, and their places in it."""


def panel_of(definition: Definition, units: Sequence[UnitData], value: Lead | None) -> Panel:
    """Return what *units* say of the indicators of *definition* whose value may be any number."""
    tables: Tables = {}
    more: dict[str, list[int]] = {}
    for row, unit in enumerate(units):
        answers = unit.answers
        if isinstance(answers, UnitAnswers):
            rows, places = tables.setdefault(answers.table, ([], []))
            rows.append(row)
            places.append(answers.at)
        for name in answers.others if isinstance(answers, UnitAnswers) else answers:
            more.setdefault(name, []).append(row)
    leads = [value or leading(definition, unit) for unit in units]
    own = frozenset(row for row, lead in enumerate(leads) if lead is Lead.SELF)
    values: dict[str, Series] = {}
    gaps: dict[str, frozenset[int]] = {}
    for indicator in filter(_is_a_quantity, definition.all_indicators()):
        name = indicator.id
        plain = _plain(tables, name, len(units), own)
        single: dict[int, Fraction | None] = {}
        closed = set()
        for row in more.get(name, ()):
            readings = readings_of(indicator, units[row].answers[name], leads[row])
            numbers = [one.number for one in readings if one.number is not None]
            single[row] = sum(numbers, start=Fraction(0)) / len(numbers) if numbers else None
            if numbers or not all(one.missing in _IMPUTABLE for one in readings):
                closed.add(row)
        values[name] = series_of(plain, single)
        gaps[name] = frozenset(row for row, one in enumerate(plain) if isnan(one)) - closed
    return Panel(
        tuple((unit.unit, unit.year) for unit in units),
        values,
        gaps,
        [unit.columns for unit in units],
        frozenset(row for row, unit in enumerate(units) if unit.left_out),
    )


def _plain(tables: Tables, indicator: str, size: int, own: AbstractSet[int]) -> list[float]:
    """Return the plain numbers of all units; of *own*, scored by themselves, only results count."""
    found = [nan] * size
    for table, (rows, places) in tables.items():
        column = table.places.get(indicator)
        if column is not None:
            numbers = table.numbers[column]
            for row, at in zip(rows, places, strict=True):
                found[row] = numbers[at]
            for row in () if table.columns[column].measured else own & frozenset(rows):
                found[row] = nan  # a plain score is the assessor's
    return found


def series_of(plain: Sequence[float], single: Mapping[int, Fraction | None]) -> Series:
    """Return *plain* numbers, and *single* ones, as a series: in arrays where they are many."""
    if len(plain) < scoring.MANY_UNITS:
        decimals = [None if isnan(one) else decimal_of(one) for one in plain]
        return ExactSeries(decimals).put(single)
    from kediri_index.scoring.arrays.series import of_decimals  # noqa: PLC0415 - only for many

    return of_decimals(plain).put(single)


def _is_a_quantity(indicator: Indicator) -> bool:
    """Return whether any number can be the value, not only one of a list."""
    method = indicator.rule.method
    return method.reads is Reads.MEASURE or not method.choices


def as_prepared(
    definition: Definition, unit: UnitData, values: Mapping[str, Ends], value: Lead | None
) -> dict[str, Answer]:
    """Return the answers of *unit* whose *values* are others than they were."""
    changed = {name: now for name, (before, now) in values.items() if now != before}
    if not changed:
        return {}
    lead = value or leading(definition, unit)
    nodes = definition.nodes()
    row = Source(unit.files[0] if unit.files else "")
    answers: dict[str, Answer] = {}
    for name, number in changed.items():
        node = nodes[name]
        measured = isinstance(node, Indicator) and node.rule.method.reads is Reads.MEASURE
        answer = unit.answers.get(name) or Answer(name, row)
        answers[name] = _with_value(answer, number, lead, measured=measured)
    return answers


def in_place(answers: Mapping[str, Answer], changed: Mapping[str, Answer]) -> Mapping[str, Answer]:
    """Return *answers* with those that are *changed*; plain numbers stay what they are."""
    if isinstance(answers, UnitAnswers):
        table, at = answers.table, answers.at
        columns = (table.places[name] for name in changed if name in table.places)
        if all(isnan(table.numbers[column][at]) for column in columns):
            return UnitAnswers(table, at, {**answers.others, **changed})
    kept = {name: changed[name] if name in changed else answers[name] for name in answers}
    return {**kept, **changed}


def _with_value(answer: Answer, value: Fraction | None, lead: Lead, *, measured: bool) -> Answer:
    """Return *answer* with another number; the text and the cell stay what was seen."""
    answer = answer._replace(shares=None)
    if measured:
        return answer._replace(measure=_reading(answer.measure, value, answer.row))
    if counts_own(answer, lead):
        return answer._replace(self_score=_reading(answer.self_score, value, answer.row))
    first = answer.assessor[0] if answer.assessor else None
    return answer._replace(assessor=(_reading(first, value, answer.row),))


def _reading(seen: Reading | None, value: Fraction | None, row: Source) -> Reading:
    if seen is None:  # where nothing was seen nothing is taken away
        return Reading(value, None, "", row)
    return seen._replace(number=value, missing=None if value is not None else Missing.EMPTY)
