"""The rows of many units as CSV: what is the same for a pattern of gaps is written once.

The first unit of a pattern is scored and written as any other. The second one's text, with a mark
in the place of each figure, then serves all others: only their figures are computed and put in.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kediri_index.engine.later_units import Scorable
from kediri_index.engine.presence import OVERALL, Presence
from kediri_index.report.score_csv import Rows, whose_row

_KEPT = 512
_WHOSE, _SCORE, _PUBLISHED = "\x01", "\x02", "\x03"  # no text that is written has such


class Template(NamedTuple):
    """The text of all rows of a unit, with formats for the two figures of each of *nodes*.

    *numbers* takes them as floats of 15 digits, *texts* as they are written.
    """

    nodes: tuple[str, ...]
    numbers: str
    texts: str


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

    def template(self, unit: Scorable) -> Template:
        """Return the text for all units that have the gaps of *unit*."""
        nodes = []
        for number, row in enumerate(self.rows.of(unit.result(at_once=True))):
            if row.figure.score is None:
                self._csv.writerow([_WHOSE, *self.rows.cells(row)])
            else:
                nodes.append(row.id if number else OVERALL)
                self._csv.writerow([_WHOSE, *self.rows.cells_with(row, _SCORE, _PUBLISHED)])
        text = self._written().replace("%", "%%")
        fixed = f"%.{self.rows.decimals}f"
        return Template(
            tuple(nodes),
            text.replace(_SCORE, "%.15g").replace(_PUBLISHED, fixed),
            text.replace(_SCORE, "%s").replace(_PUBLISHED, "%s"),
        )

    def filled(self, text: str, figures: Sequence[float | str], unit: Scorable) -> str:
        """Return *text*, of a template, with the *figures* of *unit*."""
        self._csv.writerow(whose_row(unit.data.unit, unit.data.year))
        whose = self._written().removesuffix("\n")
        return (text % tuple(figures)).replace(_WHOSE, whose)

    def _written(self) -> str:
        text = self._text.getvalue()
        self._text.seek(0)
        self._text.truncate()
        return text


def pattern_csv(rows: Rows, units: Sequence[Scorable]) -> Iterator[str]:
    """Yield the text of one unit after the other; all groups are weighted means."""
    writer = UnitWriter(rows)
    known: dict[tuple[int, int, Presence], Template | None] = {}
    for unit in units:
        scores, answers = unit.plain_scores(), unit.plain_answers()
        if scores is None or answers is None:
            yield writer.alone(unit)
            continue
        key = id(unit.definition), id(answers.table), scores.presence
        if key not in known:
            if len(known) == _KEPT:
                known.clear()
            known[key] = None
            yield writer.alone(unit)
            continue
        template = known[key]
        if template is None:
            template = known[key] = writer.template(unit)
        figures = [text for node in template.nodes for text in rows.texts(scores.figure(node))]
        yield writer.filled(template.texts, figures, unit)
