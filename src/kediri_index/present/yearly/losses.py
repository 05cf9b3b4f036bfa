"""Where points are lost: the top level as columns, and below each its own parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from kediri_index.model.definition import Group
from kediri_index.model.scores import Figure, GroupResult, IndicatorResult
from kediri_index.present.charts.losses import LossColumn, losses
from kediri_index.present.document import NOTHING, Chart, ColumnKind, Table, TableCell, TableOf
from kediri_index.present.yearly.wording import YearlyWording

_ID = "chart-losses"


class _LosingPart(NamedTuple):
    """A group or an indicator among its siblings; *lost* in points of the overall, if counted."""

    number: int
    result: GroupResult | IndicatorResult
    lost: Fraction | None

    @property
    def figure(self) -> Figure:
        return self.result.figure

    @property
    def weight(self) -> Fraction:
        return self.result.effective_weight


def losses_chart(words: YearlyWording) -> Chart | None:
    """Return the picture, None where there is no scale or no part of the top level on it."""
    if words.definition.scale is None or not words.definition.aggregate_top.by_shares:
        return None
    return _Losses(words).whole()


class _Losses:
    def __init__(self, words: YearlyWording) -> None:
        self.words = words
        assert words.definition.scale is not None  # noqa: S101 - for mypy: asked before
        self.high = words.definition.scale[1]
        result = words.yearly.result
        self.indicators: dict[str, list[IndicatorResult]] = {}
        parents = {one.id: one.parent for one in words.definition.all_indicators()}
        for one in result.indicators:
            self.indicators.setdefault(parents.get(one.id) or "", []).append(one)

    def whole(self) -> Chart | None:
        words = self.words
        adds = words.definition.aggregate_top.additive
        caption = words.say("yearly.chart.losses")
        return self._chart(
            (_ID, words.say("yearly.losses"), caption), words.yearly.result.groups, adds=adds
        )

    def _chart(
        self,
        names: tuple[str, str, str],
        results: Sequence[GroupResult | IndicatorResult],
        *,
        adds: bool,
    ) -> Chart | None:
        """Return the picture of siblings, each with that of its own parts.

        *names* are its id, the title of its table, and its caption.
        """
        chart_id, title, caption = names
        words = self.words
        parts = list(self._parts(results, adds=adds))
        if not any(
            part.weight and words.reach(part.figure.published) is not None for part in parts
        ):
            return None
        inner = {part.result.id: self._inner(part, adds=adds) for part in parts}
        opened = {name: one.id for name, one in inner.items() if one is not None}
        largest = max((part.lost or Fraction(0) for part in parts), default=Fraction(0))
        columns = [
            LossColumn(
                self._name(part),
                self._score(part),
                "" if part.lost is None else self._points(part.lost),
                float(part.weight),
                words.reach(part.figure.published),
                words.reach(words.before.get(part.result.id)),
                is_largest=bool(largest) and part.lost == largest,
                opens=opened.get(part.result.id, ""),
            )
            for part in parts
        ]
        said = "; ".join(f"{one.label} {one.text}" for one in columns)
        return Chart(
            chart_id,
            caption,
            words.say("yearly.chart.losses-description", parts=said),
            losses(columns, words.frame(), words.say("yearly.column.lost")),
            self._table(chart_id.removeprefix("chart-"), title, parts),
            tuple(one for one in inner.values() if one is not None),
        )

    def _parts(
        self, results: Sequence[GroupResult | IndicatorResult], *, adds: bool
    ) -> Iterator[_LosingPart]:
        for number, one in enumerate(results, start=1):
            score = one.figure.score
            lost = None if score is None or not adds else one.effective_weight * (self.high - score)
            yield _LosingPart(number, one, lost)

    def _inner(self, part: _LosingPart, *, adds: bool) -> Chart | None:
        """Return the picture of what is below a group, None where its score was given."""
        node = self.words.nodes.get(part.result.id)
        if not isinstance(part.result, GroupResult) or not isinstance(node, Group):
            return None
        if part.result.given or not node.aggregate.by_shares:
            return None
        below = [*self.indicators.get(node.id, ()), *part.result.groups]
        caption = f"{self.words.name(node.id)}: {self._score(part)}"
        names = f"{_ID}-{node.id}", caption, caption
        return self._chart(names, below, adds=adds and node.aggregate.additive)

    def _name(self, part: _LosingPart) -> str:
        return self.words.code_and_name(part.result.id)

    def _score(self, part: _LosingPart) -> str:
        if isinstance(part.result, IndicatorResult):
            return self.words.indicator_score(part.result)
        return NOTHING if part.figure.published is None else self.words.published(part.figure)

    def _points(self, value: Fraction) -> str:
        return self.words.to(value, self.words.decimals + 1)

    def _table(self, table_id: str, caption: str, parts: Sequence[_LosingPart]) -> Table:
        words, number = self.words, ColumnKind.NUMBER
        table = TableOf(parts)
        table.column(
            words.say("book.column.number"),
            lambda one: TableCell(str(one.number), one.number),
            ColumnKind.COUNT,
        )
        table.column(words.say("column.part"), self._name, header=True)
        table.column(
            words.say("column.effective-weight"),
            lambda one: words.percent_cell(one.weight),
            ColumnKind.PERCENT,
        )
        table.column(
            words.say("column.score"),
            lambda one: TableCell(self._score(one), one.figure.published),
            number,
        )
        table.column(
            words.say("yearly.column.lost"),
            lambda one: TableCell(
                NOTHING if one.lost is None else self._points(one.lost), one.lost
            ),
            number,
            words.decimals + 1,
            sparse=True,
        )
        table.column(
            words.say("yearly.column.before"),
            lambda one: words.number_cell(words.before.get(one.result.id), words.decimals),
            number,
            words.decimals,
            sparse=True,
        )
        return table.made(table_id, caption)
