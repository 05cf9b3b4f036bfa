"""Values that have no score once they are prepared, or among those of the other units."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from fractions import Fraction

from kediri_index.model.dataset import Answer, Reading
from kediri_index.model.definition import Indicator
from kediri_index.model.findings import Finding
from kediri_index.model.meant import Perhaps
from kediri_index.model.preparing import Rows
from kediri_index.model.scoring import Outside
from kediri_index.scoring.leaf import score_value
from kediri_index.scoring.ready import Ready


def prepared_values(made: Ready) -> Iterator[Finding]:
    """Yield the faults of values that a step changed, and of those scored among several units.

    All others were tried where they were read.
    """
    panel = made.panel
    if panel is None:
        return
    changed: dict[str, set[int]] = {}
    for change in made.effects.changes() if made.effects is not None else ():
        if change.indicator is not None:
            changed.setdefault(change.indicator, set()).update(change.rows)
    found: list[tuple[int, int, Finding]] = []
    for year, rows in panel.by_year().items():
        definition = made.fitted.get(year, made.definition)
        for place, indicator in enumerate(definition.all_indicators()):
            if indicator.id not in panel.values:
                continue
            for row in _tried(indicator, rows, changed.get(indicator.id, ())):
                value = panel.values[indicator.id].exact(row)
                if value is not None:
                    found += ((row, place, one) for one in _faults(made, indicator, row, value))
    yield from (finding for *_, finding in sorted(found, key=lambda one: one[:2]))


def _tried(indicator: Indicator, rows: Rows, changed: Collection[int]) -> list[int]:
    """Return those of *rows* whose value may have no score and was not tried before."""
    rule = indicator.rule
    if rule.method.reads_target:
        return []
    if not rule.method.is_fitted:
        return [row for row in rows if row in changed]
    return list(rows) if rule.outside is Outside.ERROR else []


def _faults(made: Ready, indicator: Indicator, row: int, value: Fraction) -> Iterator[Finding]:
    """Yield what forbids *value* a score, at the cell that was seen."""
    scored = score_value(indicator.rule, value, None, indicator.direction)
    if scored.value is not None or not scored.faults:
        return
    reading = _reading(made.unit(row).answers[indicator.id])
    for fault in scored.faults:
        params = dict(fault.params) | {"perhaps": Perhaps(None)}
        yield Finding.at_cell(fault.code, reading.source, reading.text, indicator.id, **params)


def _reading(answer: Answer) -> Reading:
    """Return the reading that is scored."""
    found = answer.measure or next(iter(answer.assessor), answer.self_score)
    assert found is not None  # noqa: S101 - for mypy: its value is in the panel
    return found
