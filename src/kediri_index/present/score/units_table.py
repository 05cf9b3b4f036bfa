"""Many units as one Rich table: a row each, best first within a year."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, Group, JustifyMethod, RenderableType, RenderResult
from rich.padding import Padding
from rich.segment import Segment
from rich.table import Table
from rich.text import Text

from kediri_index.model.basis import Basis
from kediri_index.model.outcomes import ScoreOutcome
from kediri_index.model.results import UnitSummary
from kediri_index.model.safe_text import printable
from kediri_index.present.fitted_columns import Column, fitted
from kediri_index.present.score.words import Words, rank_order

_GAP = "  "


class UnitsTable:
    """What is shown of several units where not every part of each was asked for."""

    def __init__(self, outcome: ScoreOutcome, words: Words, console: Console) -> None:
        self.outcome = outcome
        self.words = words
        self.width = console.width

    def drawn(self, units: Sequence[UnitSummary]) -> RenderableType:
        """Return the table, its columns in the order of the top level, and remarks below it."""
        words = self.words
        ordered = sorted(units, key=rank_order)
        fit = fitted(self._columns(ordered), self.width - 2)
        columns = [_Fitted(column, width) for column, width in fit.columns]
        parts: list[RenderableType] = [
            Text(printable(words.about_definition()), style="dim"),
            Text(),
            _Rows(columns) if _needed(columns) <= self.width - 2 else _table(columns),
        ]
        remarks = [words.say("columns-left-out", count=fit.left_out)] if fit.left_out else []
        remarks += self._remarks(units)
        if remarks:
            parts += [Text(), *(Text(printable(one)) for one in remarks)]
        parts += [Text(), Text(words.about_version(), style="dim")]
        return Padding(Group(*parts), (0, 1))

    def _columns(self, units: Sequence[UnitSummary]) -> list[Column]:
        """Return each column that has something to say."""
        words, definition = self.words, self.outcome.definition
        numbers: dict[int, str] = {}  # by what they are of: of many units, figures are repeated

        def number(value: Fraction | None) -> str:
            found = numbers.get(id(value))
            if found is None:
                found = numbers[id(value)] = words.number(value)
            return found

        def signed(value: Fraction | None) -> str:
            return "–" if value is None else words.signed(value)

        def class_of(unit: UnitSummary) -> str:
            return printable(words.label(unit.class_label)) if unit.class_label else "–"

        every: list[tuple[bool, str, JustifyMethod, Callable[[UnitSummary], str]]] = [
            (
                any(unit.rank is not None for unit in units),
                words.say("column.rank"),
                "right",
                lambda unit: str(unit.rank or "–"),
            ),
            (True, words.say("column.unit"), "left", lambda unit: printable(unit.unit or "–")),
            (True, words.say("column.year"), "left", lambda unit: str(unit.year or "–")),
            (True, words.say("overall"), "right", lambda unit: number(unit.overall.published)),
            (
                any(unit.change is not None for unit in units),
                words.say("column.change"),
                "right",
                lambda unit: signed(unit.change),
            ),
            (
                any(unit.gap is not None for unit in units),
                words.say("column.gap"),
                "right",
                lambda unit: signed(unit.gap),
            ),
            (bool(definition.classes), words.say("column.class"), "left", class_of),
            (
                any(_is_incomplete(unit) for unit in units),
                words.say("column.answers"),
                "right",
                lambda unit: f"{unit.completeness.answered}/{unit.completeness.expected}",
            ),
        ]
        short = {words.say("column.rank"): "#"}
        always = [
            Column(title, justify, tuple(map(cell, units)), short=short.get(title))
            for wanted, title, justify, cell in every
            if wanted
        ]
        groups = [
            Column(
                printable(words.label(one.label)),
                "right",
                tuple(number(unit.groups[position]) for unit in units),
                may_go=True,
            )
            for position, one in enumerate(definition.groups)
        ]
        return [*always, *groups]

    def _remarks(self, units: Sequence[UnitSummary]) -> Iterator[str]:
        words = self.words
        if self.outcome.partial:
            yield words.say("partial")
        prepared = words.prepared(self.outcome.effects)
        if prepared:
            yield prepared
        for unit in units:
            if unit.overall.published is None:
                yield f"{printable(words.unit(unit))}: {words.overall(unit)}"
        own = sum(1 for unit in units if unit.basis in {Basis.SELF, Basis.MIXED})
        if own:
            yield words.say("units-self", count=own, all=len(units))
        incomplete = sum(1 for unit in units if _is_incomplete(unit))
        if incomplete:
            yield words.say("units-incomplete", count=incomplete)


class _Fitted(NamedTuple):
    column: Column
    width: int

    def line_of(self, cell: str) -> str | None:
        """Return *cell* as wide as the column, None where it takes several lines."""
        spare = self.width - (len(cell) if cell.isascii() else cell_len(cell))
        if spare < 0 or cell != cell.strip():
            return None
        return cell + " " * spare if self.column.justify == "left" else " " * spare + cell


class _Rows:
    """What Rich makes of a table whose columns have room, at a tenth of the time for each row."""

    def __init__(self, columns: Sequence[_Fitted]) -> None:
        self.columns = columns

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield _table(self.columns, slice(0))
        lines = [map(one.line_of, one.column.cells) for one in self.columns]
        for number, line in enumerate(zip(*lines, strict=True)):
            if None in line:
                yield _table(self.columns, slice(number, number + 1), with_titles=False)
            else:
                yield Segment(_GAP.join(map(str, line)))
                yield Segment.line()


def _table(
    columns: Sequence[_Fitted], rows: slice = slice(None), *, with_titles: bool = True
) -> Table:
    table = Table(
        box=None,
        pad_edge=False,
        padding=(0, len(_GAP), 0, 0),
        header_style="dim",
        show_header=with_titles,
    )
    for column, width in columns:
        table.add_column(column.title, justify=column.justify, overflow="fold", width=width)
    for cells in zip(*(column.cells[rows] for column, _ in columns), strict=True):
        table.add_row(*cells)
    return table


def _needed(columns: Sequence[_Fitted]) -> int:
    return sum(width for _, width in columns) + len(_GAP) * (len(columns) - 1)


def _is_incomplete(unit: UnitSummary) -> bool:
    return unit.completeness.answered < unit.completeness.expected
