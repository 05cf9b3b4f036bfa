"""Scores of many units as CSV, computed as columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from kediri_index.engine.columns.figures import ColumnScorer
from kediri_index.engine.columns.pairs import Places
from kediri_index.engine.later_units import Scorable
from kediri_index.report.pattern_csv import Template, UnitWriter
from kediri_index.report.score_csv import Rows

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
        self.templates: dict[tuple[int, bytes], _Known] = {}

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
            known = self._template(scorer, pattern, [units[at] for at in members[:2]])
            if known is None:
                continue
            numbers = figures.numbers[np.ix_(members, known.figures)].tolist()
            for member, row in zip(members.tolist(), numbers, strict=True):
                yield member, self.units.filled(known.template.numbers, row, units[member])

    def _template(
        self, scorer: ColumnScorer, pattern: bytes, some: Sequence[Scorable]
    ) -> _Known | None:
        """Return the text for a pattern, None where making it costs what it saves.

        *some* are two units that have it, if there are.
        """
        key = id(scorer), pattern
        found = self.templates.get(key)
        if found is None and len(some) > 1:
            template = self.units.template(some[0])
            taken = [2 * scorer.nodes[node] + which for node in template.nodes for which in (0, 1)]
            found = _Known(template, np.array(taken, dtype=np.intp))
            if len(self.templates) == _KEPT:
                self.templates.clear()
            self.templates[key] = found
        return found
