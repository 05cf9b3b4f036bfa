"""Wording of three years or more: scores by year, and their trends."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple, TypeVar

from kediri_index.model.comparison import (
    ComparedYears,
    CompareOutcome,
    Trend,
    UnitYears,
)
from kediri_index.model.language import Language
from kediri_index.present.compared.wording import ComparedWording
from kediri_index.present.document import (
    NOTHING,
    Block,
    ColumnKind,
    Paragraph,
    Table,
    TableCell,
    TableColumn,
    TableOf,
    Tone,
)
from kediri_index.present.renderers.csv import Rows

_Row = TypeVar("_Row")


class _Line(NamedTuple):
    """A row of a table over the years: its cells by year, and the trend of what it is about."""

    name: str
    by_year: tuple[str, ...]
    trend: Trend | None = None
    is_total: bool = False
    is_of_ranks: bool = False


def _none(line: _Line) -> str:
    """Return the text of a missing trend: empty for ranks, which have none."""
    return "" if line.is_of_ranks else NOTHING


class YearsWording(ComparedWording):
    """Wording of several years, of one unit or of many, in one language."""

    def __init__(self, outcome: CompareOutcome, found: ComparedYears, language: Language) -> None:
        super().__init__(outcome.definition, language)
        self.found = found

    def of_one(self) -> Iterator[Block]:
        """Yield the sentence of the only unit, and its groups and its ranks by year."""
        (unit,) = self.found.units
        if unit.trend is not None:
            yield Paragraph(self._summary(unit.trend))
        lines = [
            _Line(self.label(one.label), tuple(map(self.number, one.scores)), one.trend)
            for one in unit.groups
        ]
        lines.append(_Line(self.say("overall"), self._published(unit), unit.trend, is_total=True))
        if self.found.shared:
            lines.append(_Line(self.say("column.rank"), self._ranks(unit), is_of_ranks=True))
        yield self._table("years", self.kind_title(one.kind for one in unit.groups), lines)

    def of_many(self, names: Collection[str | None] | None) -> Iterator[Table]:
        """Yield the scores and the ranks of the units by year; with *names* of these alone."""
        units = [one for one in self.found.units if names is None or one.unit in names]
        title = self.say("column.unit" if names is None else "compare.moved-most")
        yield self._table(
            "years",
            title,
            [_Line(self._named(one), self._published(one), one.trend) for one in units],
        )
        ranked = [one for one in units if any(year and year.shared_rank for year in one.years)]
        if ranked:
            yield self._ranks_table(title, ranked)

    def notes(self) -> Iterator[str]:
        """Yield the remarks on the figures."""
        years = self.found.years
        yield self.say("compare.years.note")
        gaps = [str(year) for year in range(years[0], years[-1]) if year not in years]
        if gaps:
            yield self.say("compare.years.gaps", years=", ".join(gaps), count=len(gaps))
        trends = [one.trend for one in self.found.units if one.trend is not None]
        if any(one.growth_rate is not None for one in trends):
            yield self.say("compare.years.rate-note")
        if any(one.growth_rate is None for one in trends):
            yield self.say("compare.years.no-growth")
        for at, year in enumerate(years):
            left = [
                (unit, one.side.overall.score is None)
                for unit in self.found.units
                if (one := unit.years[at]) and not one.counts
            ]
            is_end = at in {0, len(years) - 1}  # units without a score there are not compared
            for key, is_unscored in (("no-score", True), ("left-out", False)):
                names = [self._named(unit) for unit, unscored in left if unscored is is_unscored]
                if names and not (is_end and is_unscored):
                    units = self.listed(names)
                    yield self.say(f"compare.years.{key}", year=str(year), units=units)
        by = [f"{one.id} {one.version}" for one in self.found.definitions]
        if set(by[1:-1]) - {by[0], by[-1]}:
            said = (f"{one} ({year})" for one, year in zip(by, years, strict=True))
            yield self.say("compare.years.definitions", listed=", ".join(said))

    def rows(self) -> Rows:
        """Yield the overall and the groups at the top of each unit: scores by year, and trends."""
        years = map(str, self.found.years)
        trend = ("from", "to", "points", "change", "per_year", "slope", "growth_rate")
        yield "unit", "id", "kind", *years, *trend
        for unit in self.found.units:
            scores = [one.side.overall.score if one else None for one in unit.years]
            yield unit.unit, "overall", "overall", *scores, *(unit.trend or [None] * len(trend))
            for one in unit.groups:
                values = one.trend or [None] * len(trend)
                yield unit.unit, one.id, one.kind, *one.scores, *values

    def _summary(self, trend: Trend) -> str:
        growth = trend.growth_rate
        said = self.say(
            "compare.years.trend",
            first=str(trend.first),
            last=str(trend.last),
            per_year=self.signed(trend.per_year),
            slope=self.signed(trend.slope),
        )
        if growth is None:
            return said
        return f"{said} {self.say('compare.years.growth', rate=self._rate(growth))}"

    def _named(self, unit: UnitYears) -> str:
        return unit.unit or self.say("unit-unknown")

    def _published(self, unit: UnitYears) -> tuple[str, ...]:
        return tuple(
            NOTHING if one is None else self.published(one.side.overall) for one in unit.years
        )

    def _rate(self, rate: Fraction | None) -> str:
        if rate is None:
            return NOTHING
        return f"{'+' if rate > 0 else ''}{self.to(rate * 100, 1)} %"

    def _ranks(self, unit: UnitYears) -> tuple[str, ...]:
        ranks = (one and one.shared_rank for one in unit.years)
        return tuple(NOTHING if rank is None else str(rank) for rank in ranks)

    def _table(self, name: str, title: str, lines: Sequence[_Line]) -> Table:
        sizes = [abs(one.trend.per_year) for one in lines if one.trend is not None]
        largest = max(sizes, default=Fraction(0))
        table = TableOf(lines, lambda one: Tone.STRONG if one.is_total else Tone.PLAIN)
        table.column(title, lambda one: one.name, header=True)
        self._by_year(table, ColumnKind.NUMBER, lambda one: one.by_year)

        def trends(key: str, said: Callable[[Trend], str]) -> None:
            heading = TableColumn(self.say(f"compare.years.{key}"), ColumnKind.NUMBER)
            table.column(heading, lambda one: said(one.trend) if one.trend else _none(one))

        trends("per-year", lambda one: self.signed(one.per_year))
        trends("slope", lambda one: self.signed(one.slope))
        if any(one.trend is not None and one.trend.growth_rate is not None for one in lines):
            trends("growth-rate", lambda one: self._rate(one.growth_rate))

        def bar(one: _Line) -> TableCell:
            return TableCell("", one.trend.per_year / largest if one.trend and largest else None)

        table.column(TableColumn("", ColumnKind.BOTH_WAYS, may_go=True), bar)
        return table.made(name)

    def _ranks_table(self, title: str, units: Sequence[UnitYears]) -> Table:
        table = TableOf(units)
        table.column(title, self._named, header=True)
        self._by_year(table, ColumnKind.COUNT, self._ranks)
        table.column(self.say("compare.rank-change"), self._rank_change, ColumnKind.COUNT)
        return table.made("ranks", self.say("compare.years.ranks-title", count=self.found.shared))

    def _rank_change(self, unit: UnitYears) -> str:
        first, *_, last = (one and one.shared_rank for one in unit.years)
        return NOTHING if first is None or last is None else self.ranks_moved(first - last)

    def _by_year(
        self, table: TableOf[_Row], kind: ColumnKind, cells: Callable[[_Row], Sequence[str]]
    ) -> None:
        """Add a column per year; on a narrow screen the years between the ends go."""
        last = len(self.found.years) - 1
        for at, year in enumerate(self.found.years):
            column = TableColumn(str(year), kind, may_go=0 < at < last)
            table.column(column, lambda one, at=at: cells(one)[at])  # type: ignore[misc]
