"""The statistics of an index as two tables, for a terminal of 80 columns or more."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import floor, log10
from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from kediri_index.messages.numbers import fixed, localised, plain
from kediri_index.messages.texts import text
from kediri_index.model.definition import Definition
from kediri_index.model.language import Language
from kediri_index.model.safe_text import printable
from kediri_index.model.statistics import (
    Child,
    Description,
    GroupStatistics,
    IndexStatistics,
)
from kediri_index.scoring.fold import OVERALL

if TYPE_CHECKING:
    from rich.console import Console

_DIGITS = 4
"""Of a figure with decimals; whole digits are never cut."""

_NOTHING = "–"


def print_statistics(
    statistics: IndexStatistics, definition: Definition, language: Language, console: Console
) -> None:
    """Print the indicators, then the groups with what stands in them."""
    screen = _Screen(statistics, definition, language)
    console.print(Padding(Text(screen.heading(), style="bold"), (0, 1)))
    console.print(screen.indicators())
    console.print()
    console.print(Padding(Text(text("statistics.groups", language), style="bold"), (0, 1)))
    console.print(screen.groups())
    console.print(Padding(Text(text("statistics.legend", language), style="dim"), (0, 1)))


class _Screen:
    def __init__(
        self, statistics: IndexStatistics, definition: Definition, language: Language
    ) -> None:
        self.statistics = statistics
        self.language = language
        self.nodes = definition.nodes()

    def heading(self) -> str:
        """Return what the data are, in words."""
        found = self.statistics
        several = found.observations > found.units
        return text(
            "statistics.indicators-years" if several else "statistics.indicators",
            self.language,
            count=found.units,
            observations=found.observations,
            years=found.years,
        )

    def indicators(self) -> Table:
        """Return one row an indicator."""
        columns = ("n", "minimum", "median", "maximum", "mean", "sd", "skewness", "kurtosis")
        table = self._table("column.code", *(f"statistics.column.{one}" for one in columns))
        prepared = text("statistics.prepared", self.language)
        for leaf in self.statistics.leaves:
            table.add_row(leaf.id, *self._figures(leaf.measured.figures))
            if leaf.prepared is not None:
                table.add_row(f"  {prepared}", *self._figures(leaf.prepared.figures), style="dim")
        return table

    def _figures(self, column: Description) -> Iterator[str]:
        yield str(column.n)
        for figure in (column.minimum, column.median, column.maximum, column.mean, column.sd):
            yield self._significant(figure)
        yield self._decimals(column.skewness)
        yield self._decimals(column.kurtosis)

    def groups(self) -> Table:
        """Return a row for each group, and below it one for each of its parts."""
        columns = ("influence", "correlation", "alpha")
        titles = ("column.weight", *(f"statistics.column.{one}" for one in columns))
        table = self._table("statistics.column.part", *titles)
        for group in self.statistics.groups:
            table.add_row(
                self._name(group), "", "", "", self._decimals(group.alpha.pairwise), style="bold"
            )
            for cells in self._children(group.children):
                table.add_row(*cells)
        return table

    def _children(self, children: tuple[Child, ...]) -> Iterator[tuple[str, ...]]:
        for child in children:
            yield (
                f"  {child.id}",
                self._percent(child.weight),
                self._percent(child.influence),
                self._decimals(child.correlation),
                "",
            )

    def _name(self, group: GroupStatistics) -> str:
        if group.id == OVERALL:
            return text("statistics.overall", self.language)
        return printable(self.nodes[group.id].label.in_language(self.language))

    def _table(self, first: str, *others: str) -> Table:
        table = Table(box=None, padding=(0, 1), header_style="dim")
        table.add_column(text(first, self.language), overflow="fold")
        for title in others:
            table.add_column(text(title, self.language), justify="right", overflow="fold")
        return table

    def _significant(self, figure: float | None) -> str:
        """Return *figure* with four digits, or all that stand before its decimals."""
        if figure is None:
            return _NOTHING
        size = floor(log10(abs(figure))) + 1 if figure else 1
        decimals = max(0, _DIGITS - size)
        return localised(plain(Fraction(fixed(Fraction(figure), decimals))), self.language)

    def _decimals(self, figure: float | None) -> str:
        return _NOTHING if figure is None else localised(fixed(Fraction(figure), 2), self.language)

    def _percent(self, share: Fraction | float | None) -> str:
        if share is None:
            return _NOTHING
        return f"{localised(fixed(100 * Fraction(share), 1), self.language)} %"
