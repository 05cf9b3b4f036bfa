"""The rows of one unit as CSV text: of its own result, or of a template that serves many."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kediri_index.report.score.csv import Rows, whose_row
from kediri_index.scoring.later_units import Scorable

_WHOSE = "\x01"  # no text that is written has it


class Template(NamedTuple):
    """The text of all rows of a unit, with formats for the two figures of each of *nodes*."""

    nodes: tuple[str, ...]
    text: str


class UnitWriter:
    """Writes the rows of one unit after the other."""

    def __init__(self, rows: Rows) -> None:
        self.rows = rows
        self._text = io.StringIO()
        self._csv = csv.writer(self._text, lineterminator="\n")

    def alone(self, unit: Scorable) -> str:
        """Return the text of *unit*, scored by itself."""
        whose = whose_row(unit.data.unit, unit.data.year)
        rows = self.rows.of(unit.result(at_once=True))
        self._csv.writerows(whose + self.rows.cells(row) for row in rows)
        return self._written()

    def anyones(self, rows: Iterable[list[str]]) -> str:
        """Return the text of rows with a mark where it stands whose they are."""
        self._csv.writerows([_WHOSE, *row] for row in rows)
        return self._written()

    def filled(self, template: Template, figures: Sequence[float | str], unit: Scorable) -> str:
        """Return the text of *template* with the *figures* of *unit*."""
        self._csv.writerow(whose_row(unit.data.unit, unit.data.year))
        whose = self._written().removesuffix("\n")
        return (template.text % tuple(figures)).replace(_WHOSE, whose)

    def _written(self) -> str:
        text = self._text.getvalue()
        self._text.seek(0)
        self._text.truncate()
        return text
