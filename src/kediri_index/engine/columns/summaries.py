"""What a row shows of each of many units, computed as columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

import numpy as np

from kediri_index.engine.columns.blocks import Alike, Scorers, blocks_of
from kediri_index.engine.columns.figures import Folded
from kediri_index.engine.columns.pairs import Bools, Doubles
from kediri_index.engine.columns.values import rounded
from kediri_index.engine.expected import completeness_of
from kediri_index.engine.later_units import Scorable
from kediri_index.engine.presence import OVERALL
from kediri_index.engine.score import class_label, difference
from kediri_index.engine.tree_scores import NO_FIGURE
from kediri_index.model.definition import Definition
from kediri_index.model.results import Figure, UnitSummary, summary_of


def summaries(units: Sequence[Scorable]) -> list[UnitSummary]:
    """Return the summary of each, without its rank; the engine makes those that are not sure."""
    scorers = Scorers()
    return [one for block in blocks_of(units) for one in _of_block(scorers, block)]


def _of_block(scorers: Scorers, units: Sequence[Scorable]) -> Iterator[UnitSummary]:
    found: dict[int, UnitSummary] = {}
    for alike in scorers.alike(units):
        found.update(_by_columns(alike, units))
    for at, unit in enumerate(units):
        yield found[at] if at in found else summary_of(unit.result())


def _by_columns(alike: Alike, units: Sequence[Scorable]) -> Iterator[tuple[int, UnitSummary]]:
    """Yield the places and the summaries of the units that are sure."""
    definition = alike.scorer.definition
    try:
        folded = alike.scorer.folded(alike.answers)
    except OverflowError:
        return
    whole, sure = _published(folded, OVERALL, definition)
    columns = []
    for group in definition.groups:
        column, sure_of_it = _published(folded, group.id, definition)
        columns.append(column)
        sure &= sure_of_it
    rows = np.array(columns).T
    for member in np.flatnonzero(sure & folded.sure).tolist():
        pattern = folded.patterns[folded.which[member]]
        overall = NO_FIGURE
        if pattern.has(OVERALL):
            score = folded.fold.exact[OVERALL].exact(member, int(folded.which[member]))
            if score is None:
                continue
            overall = Figure(score, _decimal(whole[member], definition))
        at = alike.places[member]
        unit = units[at]
        previous = unit.settings.previous
        yield (
            at,
            UnitSummary(
                unit=unit.data.unit,
                year=unit.data.year,
                overall=overall,
                class_label=class_label(definition, overall),
                completeness=completeness_of(definition, pattern.presence)[OVERALL],
                groups=tuple(
                    _decimal(number, definition) if pattern.has(group.id) else None
                    for group, number in zip(definition.groups, rows[member], strict=True)
                ),
                no_score=pattern.structure.without_score.get(OVERALL),
                gap=difference(overall.published, unit.settings.target),
                change=difference(overall.published, previous.published if previous else None),
            ),
        )


def _published(folded: Folded, node: str, definition: Definition) -> tuple[Doubles, Bools]:
    """Return what is published of *node*, in units of the last decimal, and where it is sure."""
    values = folded.fold.published.get(node)
    if values is None:
        return np.zeros(len(folded.which)), np.ones(len(folded.which), dtype=np.bool_)
    shown = rounded(values, definition.publish.decimals)
    return shown.numbers, ~folded.counts(node) | shown.sure


def _decimal(whole: float, definition: Definition) -> Fraction:
    return Fraction(int(whole), 10**definition.publish.decimals)
