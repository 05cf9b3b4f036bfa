"""Values that have no score once they are prepared, or among those of the other units."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from fractions import Fraction

from kediri_index.model.dataset import Answer, Reading
from kediri_index.model.definition import Indicator
from kediri_index.model.findings import Finding
from kediri_index.model.language import Perhaps
from kediri_index.model.preparing import Panel, Rows, Series
from kediri_index.model.scoring import Outside
from kediri_index.scoring.prepare import Prepared
from kediri_index.scoring.prepare.exact import known
from kediri_index.scoring.score_rule import score_value, score_values


def unscored_values(prepared: Prepared, panel: Panel) -> Iterator[Finding]:
    """Yield the faults of values in *panel* that a step changed, or scored among several units.

    All others were tried where they were read.
    """
    changed: dict[str, set[int]] = {}
    for change in prepared.effects.changes() if prepared.effects is not None else ():
        if change.indicator is not None:
            changed.setdefault(change.indicator, set()).update(change.rows)
    found: list[tuple[int, int, Finding]] = []
    for year, rows in panel.by_year().items():
        definition = prepared.fitted.get(year, prepared.definition)
        for place, indicator in enumerate(definition.all_indicators()):
            series = panel.values.get(indicator.id)
            if series is None:
                continue
            for row in _tried(series, indicator, rows, changed.get(indicator.id, ())):
                for value in known(series.exact, [row]):
                    found += ((row, place, one) for one in _faults(prepared, indicator, row, value))
    yield from (finding for *_, finding in sorted(found, key=lambda one: one[:2]))


def _tried(series: Series, indicator: Indicator, rows: Rows, changed: Collection[int]) -> list[int]:
    """Return those of *rows* whose value may have no score and was not tried before."""
    rule, direction = indicator.rule, indicator.direction
    if not rule.method.is_fitted:
        rows = [row for row in rows if row in changed]
    elif rule.outside is not Outside.ERROR:
        return []
    if rule.method.reads_target or not rows:
        return []
    return series.perhaps_without(rows, lambda raw: score_values(rule, raw, None, direction))


def _faults(
    prepared: Prepared, indicator: Indicator, row: int, value: Fraction
) -> Iterator[Finding]:
    """Yield what forbids *value* a score, at the cell that was seen."""
    scored = score_value(indicator.rule, value, None, indicator.direction)
    if scored.value is not None or not scored.faults:
        return
    reading = _reading(prepared.answer(row, indicator.id))
    for fault in scored.faults:
        params = dict(fault.params) | {"perhaps": Perhaps(None)}
        yield Finding.at_cell(fault.code, reading.source, reading.text, indicator.id, **params)


def _reading(answer: Answer) -> Reading:
    """Return the reading that is scored."""
    found = answer.measure or next(iter(answer.assessor), answer.self_score)
    assert found is not None  # noqa: S101 - for mypy: its value is in the panel
    return found
