"""Scores as CSV: one row a node, points for decimals."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import NamedTuple

from kediri_index.messages.numbers import fixed, plain
from kediri_index.model.outcomes import ScoreOutcome
from kediri_index.model.results import (
    Completeness,
    Figure,
    GroupResult,
    IndicatorResult,
    UnitResult,
)
from kediri_index.report.score.shown import ScoreShown
from kediri_index.report.spreadsheet_text import harmless
from kediri_index.scoring.later_units import LaterUnits, are_sums

HEADER = (
    "unit",
    "year",
    "path",
    "id",
    "kind",
    "score",
    "published",
    "weight",
    "effective_weight",
    "completeness",
)
OVERALL_ID = "overall"
INDICATOR_KIND = "indicator"
_ZERO, _ONE = Fraction(0), Fraction(1)


def render(shown: ScoreShown) -> Iterator[str]:
    """Yield the header and one unit after the other; *path* is the ids from the top, with slashes.

    Below a given group there are none: they do not count. A partial result has one more column.
    """
    outcome = shown.outcome
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow((*HEADER, "partial") if outcome.partial else HEADER)
    rows = Rows(outcome)
    units = outcome.units or ()
    if isinstance(units, LaterUnits) and units.as_columns:
        from kediri_index.report.score.column_csv import column_csv  # noqa: PLC0415 - imports numpy

        yield text.getvalue()
        yield from column_csv(rows, units.scorable)
        return
    if isinstance(units, LaterUnits) and are_sums(outcome.definition):
        from kediri_index.report.score.pattern_csv import pattern_csv  # noqa: PLC0415 - for many units

        yield text.getvalue()
        yield from pattern_csv(rows, units.scorable)
        return
    for unit in units.unranked() if isinstance(units, LaterUnits) else units:
        whose = whose_row(unit.unit, unit.year)
        writer.writerows(whose + rows.cells(row) for row in rows.of(unit))
    yield text.getvalue()


def whose_row(unit: str | None, year: int | None) -> list[str]:
    """Return the cells that all rows of a unit begin with."""
    return [harmless(unit or ""), str(year or "")]


class Row(NamedTuple):
    """A node of one unit; *weights* are its own, that in the overall, and how complete it is."""

    path: str
    kind: str
    figure: Figure
    weights: tuple[Fraction | None, Fraction | None, Fraction | None]

    @property
    def id(self) -> str:
        """The id of the node, or what stands for the whole."""
        return self.path.rpartition("/")[2]


def overall_row(figure: Figure, complete: Completeness) -> Row:
    """Return the row of the whole."""
    return Row(OVERALL_ID, OVERALL_ID, figure, (None, _ONE, complete.share))


class Rows:
    """The rows of units, and what is the same for all; *safe* are texts for a spreadsheet."""

    def __init__(self, outcome: ScoreOutcome) -> None:
        definition = outcome.definition
        self.decimals = definition.publish.decimals
        self.said = ["true"] if outcome.partial else []
        self.kinds = {group.id: group.kind for group in definition.all_groups()}
        self.parents = {one.id: one.parent for one in definition.all_indicators()}
        self.safe: dict[str, str] = {}

    def of(self, unit: UnitResult) -> Iterator[Row]:
        """Yield the whole, then each node before those below it."""
        yield overall_row(unit.overall, unit.completeness)
        indicators: dict[str, list[IndicatorResult]] = {}
        for indicator in unit.indicators:
            indicators.setdefault(self.parents[indicator.id], []).append(indicator)
        for group in unit.groups:
            yield from self._group(group, "", indicators)

    def _group(
        self, group: GroupResult, above: str, indicators: Mapping[str, list[IndicatorResult]]
    ) -> Iterator[Row]:
        path = f"{above}{group.id}"
        weights = (group.weight, group.effective_weight, group.completeness.share)
        yield Row(path, self.kinds[group.id], group.figure, weights)
        if group.given:
            return
        for one in indicators.get(group.id, ()):
            weights = (one.weight, one.effective_weight, _ONE if one.missing is None else _ZERO)
            yield Row(f"{path}/{one.id}", INDICATOR_KIND, one.figure, weights)
        for child in group.groups:
            if child.figure.score is not None or child.completeness.expected:
                yield from self._group(child, f"{path}/", indicators)

    def cells(self, row: Row) -> list[str]:
        """Return the cells of *row* after those that say whose it is."""
        return self.cells_with(row, *self.texts(row.figure))

    def texts(self, figure: Figure) -> tuple[str, str]:
        """Return both figures as they are written."""
        published = figure.published
        return _text(figure.score), "" if published is None else fixed(published, self.decimals)

    def cells_with(self, row: Row, score: str, published: str) -> list[str]:
        """Return the cells of *row* with other texts for its figures; numbers are harmless."""
        texts = map(self._harmless, (row.path, row.id, row.kind))
        return [*texts, score, published, *map(_text, row.weights), *self.said]

    def _harmless(self, text: str) -> str:
        """Return *text* so that no spreadsheet takes it for a formula."""
        found = self.safe.get(text)
        if found is None:
            found = self.safe[text] = harmless(text)
        return found


def _text(value: Fraction | None) -> str:
    return "" if value is None else plain(value)
