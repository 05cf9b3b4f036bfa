"""How sure scores are, for a terminal of 80 columns or more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from kediri_index.messages.texts import text
from kediri_index.model.robustness import Robustness, SobolIndex, UnitRobustness
from kediri_index.model.safe_text import printable
from kediri_index.present.bar import bar
from kediri_index.present.findings import counted
from kediri_index.present.findings_text import print_findings
from kediri_index.present.fitted_columns import Column, fitted
from kediri_index.present.robustness.shown import RobustnessShown
from kediri_index.present.robustness.words import RobustnessWords, by_influence, by_rank

if TYPE_CHECKING:
    from rich.console import Console, JustifyMethod, RenderableType

_FINDINGS_SHOWN = 5
_WIDE = 96
_BAR_WIDE, _BAR_NARROW = 24, 10
_UNIT = (Fraction(0), Fraction(1))


def draw(shown: RobustnessShown, console: Console) -> None:
    """Print one unit in sentences and small tables, several as one table, then the findings."""
    screen = _Screen(RobustnessWords(shown.outcome, shown.language), shown.result, console)
    for part in screen.parts():
        console.print(Padding(part, (0, 1)))
    console.print()
    findings = [one for one in shown.outcome.findings if not one.code.startswith("X")]
    if len(findings) > _FINDINGS_SHOWN:
        findings = shown.about_draws()
    if findings:
        print_findings(findings, shown.language, console)
        console.print()
    console.print(f" {_counted(shown)}")


def _counted(shown: RobustnessShown) -> str:
    findings, waived = shown.outcome.findings, shown.outcome.waived
    if findings or waived:
        return counted(findings, shown.language, len(waived))
    return text("no-findings", shown.language)


class _Screen:
    def __init__(self, words: RobustnessWords, result: Robustness, console: Console) -> None:
        self.words = words
        self.result = result
        self.width = console.width
        self.bar_width = _BAR_WIDE if console.width >= _WIDE else _BAR_NARROW
        self.ascii_only = not console.encoding.casefold().startswith("utf")

    def parts(self) -> Iterator[RenderableType]:
        """Yield the screen from top to bottom."""
        units = self.result.units
        if len(units) == 1:
            yield from self._one(units[0])
        else:
            yield from self._several()
        yield Text()
        yield from self._drawn()
        yield Text()
        yield Text(self.words.about_version(), style="dim")

    def _one(self, unit: UnitRobustness) -> Iterator[RenderableType]:
        words = self.words
        yield Text(printable(words.unit(unit)), style="bold")
        yield Text(printable(words.about_definition()), style="dim")
        if self.words.outcome.partial:
            yield Text(words.say("partial"), style="yellow")
        yield Text()
        yield self._head(unit)
        if unit.class_probability:
            yield Text()
            yield self._classes(unit)
        if unit.sobol:
            yield Text()
            yield from self._sobol(words.say("robustness.sobol"), unit.sobol)
        elif self.result.evaluations:
            yield Text()
            yield Text(words.say("robustness.no-sobol"))

    def _head(self, unit: UnitRobustness) -> Table:
        table = Table.grid(padding=(0, 3, 0, 0))
        table.add_column(no_wrap=True)
        table.add_column()
        first = self.words.published(unit)
        for sentence in self.words.sentences(unit):
            table.add_row(Text(f"  {first}", style="bold"), Text(sentence))
            first = ""
        return table

    def _classes(self, unit: UnitRobustness) -> Table:
        words = self.words
        table = self._table()
        table.add_column(words.say("column.class"))
        table.add_column(words.say("robustness.probability"), justify="right", no_wrap=True)
        table.add_column(no_wrap=True)
        for name, share in unit.class_probability.items():
            table.add_row(
                Text(printable(words.class_name(name))), words.chance(share), self._bar(share)
            )
        return table

    def _several(self) -> Iterator[RenderableType]:
        words = self.words
        units = by_rank(self.result.units)
        yield Text(printable(words.about_definition()), style="dim")
        if words.outcome.partial:
            yield Text(words.say("partial"), style="yellow")
        yield Text()
        fit = fitted(self._columns(units), self.width - 2)
        table = self._table()
        for column, width in fit.columns:
            table.add_column(column.title, justify=column.justify, overflow="fold", width=width)
        for cells in zip(*(column.cells for column, _ in fit.columns), strict=True):
            table.add_row(*map(Text, cells))
        yield table
        if fit.left_out:
            yield Text(words.say("columns-left-out", count=fit.left_out))
        yield Text(words.say("robustness.legend"), style="dim")
        if self.result.sobol:
            yield Text()
            yield from self._sobol(words.say("robustness.sobol-ranks"), self.result.sobol)

    def _columns(self, units: Sequence[UnitRobustness]) -> list[Column]:
        words = self.words
        ranked = any(unit.rank is not None for unit in units)

        def nominal(unit: UnitRobustness) -> str:
            rank = None if unit.rank is None else unit.rank.nominal
            return "–" if rank is None else str(rank)

        every: list[tuple[bool, Column]] = []

        def add(
            title: str,
            justify: JustifyMethod,
            cells: Iterator[str],
            *,
            wanted: bool = True,
            may_go: bool = False,
            short: str | None = None,
        ) -> None:
            column = Column(title, justify, tuple(cells), may_go, short)
            every.append((wanted, column))

        say = words.say
        narrow = self.width < _WIDE
        place = "#" if narrow else say("column.rank")
        add(place, "right", map(nominal, units), wanted=ranked, short="#")
        add(say("column.unit"), "left", (printable(one.unit or "–") for one in units))
        years = {one.year for one in units}
        add(
            say("column.year"),
            "right",
            (str(one.year or "–") for one in units),
            wanted=len(years) > 1,
        )
        add(say("column.score"), "right", map(words.published, units))
        add(say("robustness.interval"), "right", map(words.interval, units))
        add(
            say("robustness.rank-short" if narrow else "robustness.rank-interval"),
            "right",
            (words.rank(one.rank) for one in units),
            wanted=ranked,
        )
        has_classes = any(one.class_probability for one in units)
        cells = map(words.likeliest_class, units)
        add(say("robustness.probable-class"), "left", cells, wanted=has_classes)
        has_target = any(one.target_probability is not None for one in units)
        add(say("robustness.target"), "right", map(words.meeting, units), wanted=has_target)
        means = (words.score(one.mean) for one in units)
        add(say("robustness.mean"), "right", means, wanted=not narrow, may_go=True)
        return [column for wanted, column in every if wanted]

    def _sobol(self, title: str, indices: tuple[SobolIndex, ...]) -> Iterator[RenderableType]:
        words = self.words
        table = self._table()
        table.add_column(title)
        table.add_column(words.say("robustness.first"), justify="right", no_wrap=True)
        table.add_column(words.say("robustness.total"), justify="right", no_wrap=True)
        table.add_column(no_wrap=True)
        for one in by_influence(indices):
            table.add_row(
                Text(printable(words.factor_of(one))),
                words.index(one.first, one.first_ci),
                words.index(one.total, one.total_ci),
                self._bar(one.total),
            )
        yield table
        for note in words.sobol_notes(indices):
            yield Text(note, style="dim")

    def _drawn(self) -> Iterator[RenderableType]:
        words = self.words
        yield Text(f"{words.drawn(self.result)} {words.what(self.result)}")
        for line in words.factors(self.result):
            dash = "-" if self.ascii_only else "·"
            row = Table.grid(padding=(0, 1, 0, 0))
            row.add_row(Text(f" {dash}"), Text(printable(line)))
            yield row

    def _bar(self, share: float) -> Text:
        drawn = bar(Fraction(share), _UNIT, self.bar_width, ascii_only=self.ascii_only)
        return Text(drawn, style="cyan")

    def _table(self) -> Table:
        return Table(
            box=None, padding=(0, 2, 0, 0), show_edge=False, pad_edge=False, header_style="dim"
        )
