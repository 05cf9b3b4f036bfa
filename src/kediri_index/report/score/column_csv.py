"""Scores of many units as CSV, computed as columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from kediri_index.report.score.csv import Rows
from kediri_index.report.score.row_templates import Formats, Templates
from kediri_index.report.score.unit_writer import Template, UnitWriter
from kediri_index.scoring.columns.blocks import Alike, Scorers, blocks_of
from kediri_index.scoring.columns.figures import ColumnScorer
from kediri_index.scoring.columns.pairs import Places
from kediri_index.scoring.columns.patterns import Pattern
from kediri_index.scoring.later_units import Scorable

_KEPT = 512


def column_csv(rows: Rows, units: Sequence[Scorable]) -> Iterator[str]:
    """Yield the text of one unit after the other."""
    writer = _Writer(rows)
    for block in blocks_of(units):
        yield from writer.block(block)


class _Known(NamedTuple):
    """A template, and where its figures stand."""

    template: Template
    figures: Places


class _Writer:
    def __init__(self, rows: Rows) -> None:
        self.units = UnitWriter(rows)
        self.scorers = Scorers()
        self.formats = Formats("%.15g", f"%.{rows.decimals}f")
        self.templates: dict[int, Templates] = {}
        self.known: dict[tuple[int, bytes], _Known] = {}

    def block(self, units: Sequence[Scorable]) -> list[str]:
        """Return the texts of *units*; those that columns are not sure of are scored alone."""
        found = [""] * len(units)
        for alike in self.scorers.alike(units):
            for at, text in self._by_columns(alike, units):
                found[at] = text
        return [text or self.units.alone(unit) for text, unit in zip(found, units, strict=True)]

    def _by_columns(self, alike: Alike, units: Sequence[Scorable]) -> Iterator[tuple[int, str]]:
        """Yield the places and the texts of the units that are sure."""
        scorer = alike.scorer
        try:
            figures = scorer.figures(alike.answers)
        except OverflowError:
            return
        for number, pattern in enumerate(figures.patterns):
            members = np.flatnonzero((figures.which == number) & figures.sure)
            if not members.size:
                continue
            known = self._known(scorer, pattern, units[alike.places[members[0]]])
            numbers = figures.numbers[np.ix_(members, known.figures)].tolist()
            for member, row in zip(members.tolist(), numbers, strict=True):
                at = alike.places[member]
                yield at, self.units.filled(known.template, row, units[at])

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
