"""What the data of several units say of an index: statistics, and findings on its definition."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from kediri_index.api.read import Submission
from kediri_index.api.score import score
from kediri_index.engine.presence import OVERALL
from kediri_index.engine.statistics.judging import judged
from kediri_index.engine.statistics.limits import ENOUGH
from kediri_index.engine.statistics.of_index import statistics_of
from kediri_index.model.dataset import InputFile, UnitData
from kediri_index.model.definition import Definition
from kediri_index.model.findings import Finding, in_order
from kediri_index.model.profile import Profile
from kediri_index.model.results import GroupResult, UnitResult
from kediri_index.model.scoring import Reads
from kediri_index.model.statistics import IndexStatistics, Observations
from kediri_index.model.user_hints import Hints
from kediri_index.workbook.made_for import Known

_SEVERAL = 2


class Examined(NamedTuple):
    """The statistics, None where the data have no several units, and all findings on the data."""

    statistics: IndexStatistics | None
    inputs: tuple[InputFile, ...]
    findings: tuple[Finding, ...]


def examine(
    submission: Submission,
    definition: Definition,
    profile: Profile | None = None,
    *,
    hints: Hints | None = None,
    known: Known = tuple,
) -> Examined:
    """Score the files, and look at what the scores of all units show.

    A faulty cell is a finding, and missing in the statistics.
    """
    outcome = score(submission, definition, profile, hints=hints, allow_errors=True, known=known)
    units = outcome.units or ()
    file = outcome.inputs[0].path if outcome.inputs else None
    findings = [*outcome.findings]
    statistics = None
    if len(units) < _SEVERAL:
        findings.append(Finding("S501", file=file, params={"count": len(units)}))
    else:
        read = outcome.data.units if outcome.data else ()
        statistics = statistics_of(definition, observations(definition, read, units))
        if len(units) < ENOUGH:
            params = {"count": len(units), "enough": ENOUGH}
            findings.append(Finding("S502", file=file, params=params))
        findings += judged(definition, statistics)
    return Examined(statistics, outcome.inputs, in_order(findings))


def observations(
    definition: Definition, read: tuple[UnitData, ...], units: Sequence[UnitResult]
) -> Observations:
    """Return the raw values and the scores of *units*, each node's in one column.

    A raw value is the measure as *read*, and the score itself where no measure is. An answer that
    is missing is so here too, whatever the definition counts it as.
    """
    measured = {
        indicator.id
        for indicator in definition.all_indicators()
        if indicator.rule.method.reads is Reads.MEASURE
    }
    by_unit = {(data.unit, data.year): data for data in read}
    raw: dict[str, list[float | None]] = {}
    scores: dict[str, list[float | None]] = {}
    for row, unit in enumerate(units):
        data = by_unit.get((unit.unit, unit.year))
        for node, value in _scores(unit):
            _put(scores, node, row, value)
        for leaf, value in _raw(unit, data, measured):
            _put(raw, leaf, row, value)
    size = len(units)
    return Observations(
        tuple((unit.unit, unit.year) for unit in units),
        {leaf: _filled(values, size) for leaf, values in raw.items()},
        {node: _filled(values, size) for node, values in scores.items()},
    )


def _scores(unit: UnitResult) -> Iterator[tuple[str, Fraction | None]]:
    yield OVERALL, unit.overall.score
    for group in _all_groups(unit.groups):
        yield group.id, group.figure.score
    for indicator in unit.indicators:
        if indicator.missing is None:
            yield indicator.id, indicator.figure.score


def _raw(
    unit: UnitResult, data: UnitData | None, measured: set[str]
) -> Iterator[tuple[str, Fraction | None]]:
    for group in _all_groups(unit.groups):
        if group.given:
            yield group.id, group.figure.score
    for indicator in unit.indicators:
        if indicator.id in measured:
            answer = data.answers.get(indicator.id) if data else None
            yield indicator.id, answer.measure.number if answer and answer.measure else None
        elif indicator.missing is None:
            yield indicator.id, indicator.figure.score


def _all_groups(groups: tuple[GroupResult, ...]) -> Iterator[GroupResult]:
    for group in groups:
        yield group
        yield from _all_groups(group.groups)


def _put(
    columns: dict[str, list[float | None]], node: str, row: int, value: Fraction | None
) -> None:
    column = columns.setdefault(node, [])
    column += [None] * (row - len(column))
    column.append(None if value is None else float(value))


def _filled(values: list[float | None], size: int) -> tuple[float | None, ...]:
    return (*values, *[None] * (size - len(values)))
