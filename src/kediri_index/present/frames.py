"""Outcomes as data frames: a column a field, a row a unit, group, indicator or finding."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from fractions import Fraction
from importlib import import_module
from typing import Any, NamedTuple

from kediri_index.errors import UsageError
from kediri_index.messages.catalogue import message_of, repair_of, severity_of
from kediri_index.model.findings import Finding
from kediri_index.model.language import Language
from kediri_index.model.scores import (
    GroupResult,
    IndicatorResult,
    ScoreOutcome,
    UnitResult,
    UnitSummary,
)
from kediri_index.model.text import suggest
from kediri_index.model.unit_groups import UnitGroup
from kediri_index.scoring.scores import Scores
from kediri_index.scoring.steps import (
    AGGREGATED,
    NORMALISED,
    PREPARED,
    RAW,
    StepTable,
    aggregated,
    normalised,
    prepared,
    raw,
)


class _OfGroup(NamedTuple):
    unit: UnitResult
    group: GroupResult


class _OfIndicator(NamedTuple):
    unit: UnitResult
    indicator: IndicatorResult
    group: str


_UNITS: Mapping[str, Callable[[UnitSummary], object]] = {
    "unit": lambda one: one.unit,
    "year": lambda one: one.year,
    "score": lambda one: _float(one.overall.score),
    "published": lambda one: _float(one.overall.published),
    "rank": lambda one: one.rank,
    "class": lambda one: one.class_label and one.class_label.main,
    "answered": lambda one: one.completeness.answered,
    "expected": lambda one: one.completeness.expected,
    "completeness": lambda one: _float(one.completeness.share),
    "gap": lambda one: _float(one.gap),
    "change": lambda one: _float(one.change),
    "no_score": lambda one: one.no_score and one.no_score.value,
}
_UNIT_GROUPS: Mapping[str, Callable[[UnitGroup], object]] = {
    "year": lambda one: one.year,
    "value": lambda one: one.value,
    "units": lambda one: len(one.units),
    "scored": lambda one: one.scored,
    "mean": lambda one: _float(one.mean.score),
    "median": lambda one: _float(one.median.score),
    "lowest": lambda one: _float(one.lowest.score),
    "highest": lambda one: _float(one.highest.score),
    "published_mean": lambda one: _float(one.mean.published),
}
_GROUPS: Mapping[str, Callable[[_OfGroup], object]] = {
    "unit": lambda one: one.unit.unit,
    "year": lambda one: one.unit.year,
    "id": lambda one: one.group.id,
    "score": lambda one: _float(one.group.figure.score),
    "published": lambda one: _float(one.group.figure.published),
    "class": lambda one: one.group.class_label and one.group.class_label.main,
    "weight": lambda one: _float(one.group.weight),
    "effective_weight": lambda one: _float(one.group.effective_weight),
    "contribution": lambda one: _float(one.group.contribution.score),
    "completeness": lambda one: _float(one.group.completeness.share),
    "no_score": lambda one: one.group.no_score and one.group.no_score.value,
}
_INDICATORS: Mapping[str, Callable[[_OfIndicator], object]] = {
    "unit": lambda one: one.unit.unit,
    "year": lambda one: one.unit.year,
    "id": lambda one: one.indicator.id,
    "group": lambda one: one.group,
    "raw": lambda one: one.indicator.raw or None,
    "score": lambda one: _float(one.indicator.figure.score),
    "published": lambda one: _float(one.indicator.figure.published),
    "self": lambda one: _float(one.indicator.self_score),
    "assessor": lambda one: _float(one.indicator.assessor),
    "weight": lambda one: _float(one.indicator.weight),
    "effective_weight": lambda one: _float(one.indicator.effective_weight),
    "missing": lambda one: one.indicator.missing and one.indicator.missing.value,
    "source": lambda one: _source(one.indicator),
}
_FINDINGS: Mapping[str, Callable[[Finding], object]] = {
    "severity": lambda one: severity_of(one).value,
    "code": lambda one: one.code,
    "file": lambda one: one.file,
    "sheet": lambda one: one.sheet,
    "cell": lambda one: one.cell,
    "value": lambda one: one.value,
    "indicator": lambda one: one.indicator,
    "message": lambda one: message_of(one, Language.EN),
    "repair": lambda one: repair_of(one, Language.EN),
}


def _all_units(outcome: ScoreOutcome) -> Iterable[UnitSummary]:
    return outcome.units.summaries() if isinstance(outcome.units, Scores) else ()


def _all_groups(outcome: ScoreOutcome) -> Iterator[_OfGroup]:
    scores = outcome.units
    if not isinstance(scores, Scores):
        return
    for unit in (scores.result(at, indicators=False) for at in range(len(scores))):
        yield from (_OfGroup(unit, group) for group in unit.all_groups())


def _all_indicators(outcome: ScoreOutcome) -> Iterator[_OfIndicator]:
    parents = {one.id: one.parent for one in outcome.definition.all_indicators()}
    for unit in outcome.units or ():
        yield from (_OfIndicator(unit, one, parents[one.id]) for one in unit.indicators)


def _all_unit_groups(outcome: ScoreOutcome) -> Iterable[UnitGroup]:
    return () if outcome.unit_groups is None else outcome.unit_groups.groups


_KINDS: Mapping[str, tuple[Callable[[Any], Iterable[Any]], Mapping[str, Callable[[Any], object]]]]
_KINDS = {
    "units": (_all_units, _UNITS),
    "groups": (_all_groups, _GROUPS),
    "indicators": (_all_indicators, _INDICATORS),
    "findings": (lambda outcome: outcome.findings, _FINDINGS),
    "unit_groups": (_all_unit_groups, _UNIT_GROUPS),
}

_STEPS: Mapping[str, Callable[[Scores], StepTable]] = {
    RAW: raw,
    PREPARED: prepared,
    NORMALISED: normalised,
    AGGREGATED: aggregated,
}
"""A row per unit and year, and a column per id."""


def frame(outcome: object, of: str, library: str) -> Any:  # noqa: ANN401 - not ours
    """Return the rows of *outcome* as a data frame of *library*.

    Raises :class:`~kediri_index.errors.UsageError` where there are no such rows or no such library.
    """
    known = (*_KINDS, *_STEPS)
    if of not in known:
        raise UsageError("no-such-frame", value=of, nearest=suggest(str(of), known), known=known)
    try:
        made = import_module(library).DataFrame
    except (ImportError, AttributeError, TypeError, ValueError):
        raise UsageError("no-frame-library", value=library) from None
    if of in _STEPS:
        return made(_step_columns(outcome, of))
    rows_of, columns = _KINDS[of]
    rows = [*rows_of(outcome)]
    return made({name: [*map(value, rows)] for name, value in columns.items()})


def _step_columns(outcome: Any, of: str) -> dict[str, list[object]]:  # noqa: ANN401 - as above
    """Return the units, and what each has in a column per id."""
    scores = outcome.units
    if not isinstance(scores, Scores):
        return {"unit": [], "year": []}
    units = [scores.data(place) for place in range(len(scores))]
    return {
        "unit": [one.unit for one in units],
        "year": [one.year for one in units],
        **{
            name: [float(one) if isinstance(one, Fraction) else one for one in values]
            for name, values in _STEPS[of](scores).columns.items()
        },
    }


def _float(value: Fraction | None) -> float | None:
    return None if value is None else float(value)


def _source(indicator: IndicatorResult) -> str | None:
    """Return the first cell that the answer was read from."""
    if not indicator.sources:
        return None
    first = indicator.sources[0]
    return " ".join(part for part in (first.file, first.sheet, first.cell) if part)
