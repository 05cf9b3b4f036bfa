"""Scores of many units as CSV: what is the same for a pattern of gaps is written once."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from kediri_index.engine.columns.figures import ColumnScorer
from kediri_index.engine.columns.pairs import Places
from kediri_index.engine.later_units import LaterUnits, Scorable
from kediri_index.engine.presence import OVERALL
from kediri_index.model.results import UnitResult
from kediri_index.report.score_csv import Rows, whose_row

_BLOCK = 2048
"""So many units are computed at a time: some megabytes."""
_KEPT = 512
_WHOSE, _SCORE, _PUBLISHED = "\x01", "\x02", "\x03"  # no text that is written has such


def column_csv(rows: Rows, units: LaterUnits) -> Iterator[str]:
    """Yield the text of one unit after the other."""
    writer = _Writer(rows)
    for start in range(0, len(units), _BLOCK):
        yield from writer.block(units.scorable[start : start + _BLOCK])


class _Template(NamedTuple):
    """The text of all rows of a unit, with a format for each of the *figures*."""

    text: str
    figures: Places


class _Writer:
    def __init__(self, rows: Rows) -> None:
        self.rows = rows
        self.scorers: dict[tuple[int, int], ColumnScorer] = {}
        self.templates: dict[tuple[int, bytes], _Template] = {}
        self.text = io.StringIO()
        self.csv = csv.writer(self.text, lineterminator="\n")

    def block(self, units: Sequence[Scorable]) -> list[str]:
        """Return the texts of *units*; those that columns are not sure of are scored alone."""
        found = [""] * len(units)
        alike: dict[tuple[int, int], list[int]] = {}
        for at, unit in enumerate(units):
            answers = unit.plain_answers()
            if answers is None:
                found[at] = self._exactly(unit)
            else:
                key = id(unit.definition), id(answers.table)
                alike.setdefault(key, []).append(at)
                if key not in self.scorers:
                    self.scorers[key] = ColumnScorer(unit.definition, answers.table)
        for key, places in alike.items():
            theirs = [units[at] for at in places]
            sure = dict(self._by_columns(self.scorers[key], theirs))
            for number, (at, unit) in enumerate(zip(places, theirs, strict=True)):
                found[at] = sure[number] if number in sure else self._exactly(unit)
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
            template = self._template(scorer, pattern, [units[at] for at in members[:2]])
            if template is None:
                continue
            numbers = figures.numbers[np.ix_(members, template.figures)].tolist()
            for member, row in zip(members.tolist(), numbers, strict=True):
                text = template.text % tuple(row)
                yield member, text.replace(_WHOSE, self._whose(units[member]))

    def _template(
        self, scorer: ColumnScorer, pattern: bytes, some: Sequence[Scorable]
    ) -> _Template | None:
        """Return the text for a pattern, None where making it costs what it saves.

        *some* are two units that have it, if there are.
        """
        key = id(scorer), pattern
        found = self.templates.get(key)
        if found is None and len(some) > 1:
            found = self._made(some[0].result(at_once=True), scorer)
            if len(self.templates) == _KEPT:
                self.templates.clear()
            self.templates[key] = found
        return found

    def _made(self, unit: UnitResult, scorer: ColumnScorer) -> _Template:
        taken = []
        for number, row in enumerate(self.rows.of(unit)):
            if row.figure.score is None:
                self.csv.writerow([_WHOSE, *self.rows.cells(row)])
                continue
            at = 2 * scorer.nodes[row.id if number else OVERALL]
            taken += [at, at + 1]
            self.csv.writerow([_WHOSE, *self.rows.cells_with(row, _SCORE, _PUBLISHED)])
        text = self._written().replace("%", "%%").replace(_SCORE, "%.15g")
        text = text.replace(_PUBLISHED, f"%.{self.rows.decimals}f")
        return _Template(text, np.array(taken, dtype=np.intp))

    def _exactly(self, unit: Scorable) -> str:
        whose = whose_row(unit.data.unit, unit.data.year)
        rows = self.rows.of(unit.result(at_once=True))
        self.csv.writerows(whose + self.rows.cells(row) for row in rows)
        return self._written()

    def _whose(self, unit: Scorable) -> str:
        self.csv.writerow(whose_row(unit.data.unit, unit.data.year))
        return self._written().removesuffix("\n")

    def _written(self) -> str:
        text = self.text.getvalue()
        self.text.seek(0)
        self.text.truncate()
        return text
