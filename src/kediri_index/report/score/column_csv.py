"""Scores of many units as CSV, computed as columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from kediri_index.engine.columns.figures import ColumnScorer
from kediri_index.engine.columns.pairs import Places
from kediri_index.engine.columns.patterns import Pattern
from kediri_index.engine.later_units import Scorable
from kediri_index.report.score.csv import Rows
from kediri_index.report.score.row_templates import Formats, Templates
from kediri_index.report.score.unit_writer import Template, UnitWriter

_BLOCK = 2048
"""So many units are computed at a time: some megabytes."""
_KEPT = 512


def column_csv(rows: Rows, units: Sequence[Scorable]) -> Iterator[str]:
    """Yield the text of one unit after the other."""
    writer = _Writer(rows)
    for start in range(0, len(units), _BLOCK):
        yield from writer.block(units[start : start + _BLOCK])


class _Known(NamedTuple):
    """A template, and where its figures stand."""

    template: Template
    figures: Places


class _Writer:
    def __init__(self, rows: Rows) -> None:
        self.units = UnitWriter(rows)
        self.scorers: dict[tuple[int, int], ColumnScorer] = {}
        self.formats = Formats("%.15g", f"%.{rows.decimals}f")
        self.templates: dict[int, Templates] = {}
        self.known: dict[tuple[int, bytes], _Known] = {}

    def block(self, units: Sequence[Scorable]) -> list[str]:
        """Return the texts of *units*; those that columns are not sure of are scored alone."""
        found = [""] * len(units)
        alike: dict[tuple[int, int], list[int]] = {}
        for at, unit in enumerate(units):
            answers = unit.plain_answers()
            if answers is None:
                found[at] = self.units.alone(unit)
            else:
                key = id(unit.definition), id(answers.table)
                alike.setdefault(key, []).append(at)
                if key not in self.scorers:
                    self.scorers[key] = ColumnScorer(unit.definition, answers.table)
        for key, places in alike.items():
            theirs = [units[at] for at in places]
            sure = dict(self._by_columns(self.scorers[key], theirs))
            for number, (at, unit) in enumerate(zip(places, theirs, strict=True)):
                found[at] = sure[number] if number in sure else self.units.alone(unit)
        return found

    def _by_columns(
        self, scorer: ColumnScorer, units: Sequence[Scorable]
    ) -> Iterator[tuple[int, str]]:
        """Yield the number and the text of each of *units*, all of one table, that is sure."""
        answers = [answers for unit in units if (answers := unit.plain_answers()) is not None]
        try:
            figures = scorer.figures(answers)
        except OverflowError:
            return
        for number, pattern in enumerate(figures.patterns):
            members = np.flatnonzero((figures.which == number) & figures.sure)
            if not members.size:
                continue
            known = self._known(scorer, pattern, units[members[0]])
            numbers = figures.numbers[np.ix_(members, known.figures)].tolist()
            for member, row in zip(members.tolist(), numbers, strict=True):
                yield member, self.units.filled(known.template, row, units[member])

    def _known(self, scorer: ColumnScorer, pattern: Pattern, unit: Scorable) -> _Known:
        """Return the text for *pattern*, which *unit* has."""
        key = id(scorer), pattern.key
        found = self.known.get(key)
        if found is None:
            if id(scorer) not in self.templates:
                self.templates[id(scorer)] = Templates(self.units, scorer.definition, self.formats)
            template = self.templates[id(scorer)].of(pattern.presence, pattern.structure, unit)
            taken = [2 * scorer.nodes[node] + which for node in template.nodes for which in (0, 1)]
            if len(self.known) == _KEPT:
                self.known.clear()
            found = self.known[key] = _Known(template, np.array(taken, dtype=np.intp))
        return found
