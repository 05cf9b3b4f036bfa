"""Values that have no score once they are prepared, or among those of the other units."""

from __future__ import annotations

from collections.abc import Iterator

from kediri_index.model.dataset import Answer, Reading
from kediri_index.model.findings import Finding
from kediri_index.model.meant import Perhaps
from kediri_index.model.scoring import Outside
from kediri_index.scoring.leaf import score_value
from kediri_index.scoring.ready import Ready


def prepared_values(made: Ready) -> Iterator[Finding]:
    """Yield the faults of values that a step changed, and of those scored among several units.

    All others were tried where they were read.
    """
    changed = {(one.unit, one.year, one.indicator) for one in made.effects}
    for unit in made.units:
        if unit.left_out:
            continue
        for indicator in made.definition_of(unit).all_indicators():
            rule = indicator.rule
            among_units = rule.method.is_fitted and rule.outside is Outside.ERROR
            if not among_units and (unit.unit, unit.year, indicator.id) not in changed:
                continue
            answer = unit.answers.get(indicator.id)
            reading = None if answer is None else _reading(answer)
            if reading is None or reading.number is None or indicator.rule.method.reads_target:
                continue
            scored = score_value(indicator.rule, reading.number, None, indicator.direction)
            for fault in scored.faults if scored.value is None else ():
                params = dict(fault.params) | {"perhaps": Perhaps(None)}
                yield Finding.at_cell(
                    fault.code, reading.source, reading.text, indicator.id, **params
                )


def _reading(answer: Answer) -> Reading | None:
    return answer.measure or next(iter(answer.assessor), answer.self_score)
