"""What a row shows of each of many units, computed as columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import inf

import numpy as np

from kediri_index.model.dataset import Lead
from kediri_index.model.definition import Definition
from kediri_index.model.results import Figure, UnitSummary, summary_of
from kediri_index.scoring.basis import basis_of
from kediri_index.scoring.columns.blocks import Alike, Scorers, blocks_of
from kediri_index.scoring.columns.figures import Folded
from kediri_index.scoring.columns.pairs import Bools, Doubles
from kediri_index.scoring.columns.values import rounded
from kediri_index.scoring.expected import completeness_of
from kediri_index.scoring.fold import OVERALL
from kediri_index.scoring.later_units import Scorable
from kediri_index.scoring.score import change_from, class_label, difference
from kediri_index.scoring.tree_scores import NO_FIGURE

_NOTHING = inf


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
    sure = folded.sure.copy()
    columns = []
    for node in (OVERALL, *(group.id for group in definition.groups)):
        column, sure_of_it = _published(folded, node, definition)
        columns.append(column)
        sure &= sure_of_it
    rows = np.array(columns).T
    decimals = _Decimals(definition.publish.decimals)
    for member in np.flatnonzero(sure).tolist():
        pattern = folded.patterns[folded.which[member]]
        published, *groups = map(decimals.__getitem__, rows[member].tolist())
        overall = NO_FIGURE
        if pattern.has(OVERALL):
            score = folded.fold.exact[OVERALL].exact(member, int(folded.which[member]))
            if score is None:
                continue
            overall = Figure(score, published)
        at = alike.places[member]
        unit = units[at]
        previous = unit.settings.previous
        basis = basis_of(definition, unit.data, Lead.ASSESSOR)
        yield (
            at,
            UnitSummary(
                unit=unit.data.unit,
                year=unit.data.year,
                overall=overall,
                class_label=class_label(definition, overall),
                completeness=completeness_of(definition, pattern.presence)[OVERALL],
                groups=tuple(groups),
                no_score=pattern.structure.without_score.get(OVERALL),
                gap=difference(overall.published, unit.settings.target),
                change=change_from(previous, overall, basis),
                basis=basis,
            ),
        )


def _published(folded: Folded, node: str, definition: Definition) -> tuple[Doubles, Bools]:
    """Return what is published of *node*, in units of the last decimal, and where it is sure.

    It is _NOTHING where nothing is.
    """
    counts = folded.counts(node)
    values = folded.fold.published.get(node)
    if values is None:
        return np.full(len(counts), _NOTHING), ~counts
    shown = rounded(values, definition.publish.decimals)
    return np.where(counts, shown.numbers, _NOTHING), ~counts | shown.sure


class _Decimals(dict[float, Fraction | None]):
    """What is published, by the number of units of its last decimal; one object of each."""

    def __init__(self, decimals: int) -> None:
        super().__init__({_NOTHING: None})
        self._unit = 10**decimals

    def __missing__(self, whole: float) -> Fraction:
        found = self[whole] = Fraction(int(whole), self._unit)
        return found
