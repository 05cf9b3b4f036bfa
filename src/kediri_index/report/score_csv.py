"""Scores as CSV: one row a node, points for decimals."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from fractions import Fraction

from kediri_index.messages.numbers import fixed, plain
from kediri_index.model.definition import Definition
from kediri_index.model.outcomes import ScoreOutcome
from kediri_index.model.results import Figure, GroupResult, IndicatorResult, UnitResult
from kediri_index.report.spreadsheet_text import harmless

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


def score_csv(outcome: ScoreOutcome) -> str:
    """Return every node of every unit; *path* is the ids from the top, joined by slashes.

    Below a given group there are none: they do not count. A partial result has one more column.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    partial = ("partial",) if outcome.partial else ()
    writer.writerow((*HEADER, *partial))
    for unit in outcome.units or ():
        for row in _Rows(outcome.definition, unit).rows():
            writer.writerow([*map(harmless, row), *("true" for _ in partial)])
    return text.getvalue()


class _Rows:
    def __init__(self, definition: Definition, unit: UnitResult) -> None:
        self.decimals = definition.publish.decimals
        self.kinds = {group.id: group.kind for group in definition.all_groups()}
        self.parents = {one.id: one.parent for one in definition.all_indicators()}
        self.unit = unit
        self.indicators: dict[str, list[IndicatorResult]] = {}
        for indicator in unit.indicators:
            self.indicators.setdefault(self.parents[indicator.id], []).append(indicator)

    def rows(self) -> Iterator[list[str]]:
        unit = self.unit
        yield self._row(
            OVERALL_ID, OVERALL_ID, unit.overall, (None, Fraction(1), unit.completeness.share)
        )
        for group in unit.groups:
            yield from self._group(group, "")

    def _group(self, group: GroupResult, above: str) -> Iterator[list[str]]:
        path = f"{above}{group.id}"
        weights = (group.weight, group.effective_weight, group.completeness.share)
        yield self._row(path, self.kinds[group.id], group.figure, weights)
        if group.given:
            return
        for one in self.indicators.get(group.id, ()):
            answered = Fraction(int(one.missing is None))
            weights = (one.weight, one.effective_weight, answered)
            yield self._row(f"{path}/{one.id}", INDICATOR_KIND, one.figure, weights)
        for child in group.groups:
            if child.figure.score is not None or child.completeness.expected:
                yield from self._group(child, f"{path}/")

    def _row(
        self,
        path: str,
        kind: str,
        figure: Figure,
        weights: tuple[Fraction | None, Fraction | None, Fraction | None],
    ) -> list[str]:
        published = "" if figure.published is None else fixed(figure.published, self.decimals)
        return [
            self.unit.unit or "",
            str(self.unit.year or ""),
            path,
            path.rpartition("/")[2],
            kind,
            _text(figure.score),
            published,
            *(_text(weight) for weight in weights),
        ]


def _text(value: Fraction | None) -> str:
    return "" if value is None else plain(value)
