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
_ZERO, _ONE = Fraction(0), Fraction(1)


def score_csv(outcome: ScoreOutcome) -> str:
    """Return every node of every unit; *path* is the ids from the top, joined by slashes.

    Below a given group there are none: they do not count. A partial result has one more column.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    partial = ("partial",) if outcome.partial else ()
    writer.writerow((*HEADER, *partial))
    nodes = _Nodes(outcome.definition)
    said = ["true" for _ in partial]
    for unit in outcome.units or ():
        writer.writerows(row + said for row in _Rows(nodes, unit).rows())
    return text.getvalue()


class _Nodes:
    """What is the same for all units; *safe* are texts as a spreadsheet may have them."""

    def __init__(self, definition: Definition) -> None:
        self.decimals = definition.publish.decimals
        self.kinds = {group.id: group.kind for group in definition.all_groups()}
        self.parents = {one.id: one.parent for one in definition.all_indicators()}
        self.safe: dict[str, str] = {}

    def harmless(self, text: str) -> str:
        """Return *text* so that no spreadsheet takes it for a formula."""
        found = self.safe.get(text)
        if found is None:
            found = self.safe[text] = harmless(text)
        return found


class _Rows:
    def __init__(self, nodes: _Nodes, unit: UnitResult) -> None:
        self.nodes = nodes
        self.unit = unit
        self.whose = [harmless(unit.unit or ""), str(unit.year or "")]
        self.indicators: dict[str, list[IndicatorResult]] = {}
        for indicator in unit.indicators:
            self.indicators.setdefault(nodes.parents[indicator.id], []).append(indicator)

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
        yield self._row(path, self.nodes.kinds[group.id], group.figure, weights)
        if group.given:
            return
        for one in self.indicators.get(group.id, ()):
            weights = (one.weight, one.effective_weight, _ONE if one.missing is None else _ZERO)
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
        safe = self.nodes.harmless
        published = "" if figure.published is None else fixed(figure.published, self.nodes.decimals)
        return [
            *self.whose,
            safe(path),
            safe(path.rpartition("/")[2]),
            safe(kind),
            _text(figure.score),
            published,  # numbers are harmless
            _text(weights[0]),
            _text(weights[1]),
            _text(weights[2]),
        ]


def _text(value: Fraction | None) -> str:
    return "" if value is None else plain(value)
