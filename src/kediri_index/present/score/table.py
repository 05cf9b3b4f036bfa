"""Scores as Rich tables, for a terminal of 80 columns or more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from kediri_index.messages.texts import text
from kediri_index.model.definition import Definition
from kediri_index.model.findings import Finding, Severity
from kediri_index.model.language import Language
from kediri_index.model.outcomes import ScoreOutcome
from kediri_index.model.results import UnitResult
from kediri_index.model.safe_text import printable
from kediri_index.present.bar import bar
from kediri_index.present.kind_tables import KindRow, KindTable, kind_tables
from kediri_index.present.known_widths import say_widths
from kediri_index.present.score.shown import ScoreShown
from kediri_index.present.score.words import EFFECT_COLUMNS, Words

if TYPE_CHECKING:
    from kediri_index.model.preparing import Effect

_FINDINGS_SHOWN = 5
_WIDE = 96
_BAR_WIDE, _BAR_NARROW = 24, 10


def draw(shown: ScoreShown, console: Console) -> None:
    """Print the scores, the findings that touch them where they are few, and all counted."""
    outcome, language, _ = shown
    print_scores(shown, console)
    console.print()
    touching = [one for one in outcome.findings if not _is_about_plausibility(one)]
    if 0 < len(touching) <= _FINDINGS_SHOWN:
        from kediri_index.present.findings_text import print_findings  # noqa: PLC0415 - rare

        print_findings(touching, language, console)
        console.print()
    console.print(f" {_counted(outcome, language)}")


def _is_about_plausibility(finding: Finding) -> bool:
    """Return whether *finding* is a note across rows: for who checks the data, no figure's own."""
    from kediri_index.messages.catalogue import severity_of  # noqa: PLC0415 - a clean run does without

    return finding.code.startswith("X") and severity_of(finding) is Severity.NOTE


def _counted(outcome: ScoreOutcome, language: Language) -> str:
    if not outcome.findings and not outcome.waived:
        return text("no-findings", language)
    from kediri_index.present.findings import counted  # noqa: PLC0415 - needs the catalogue

    return counted(outcome.findings, language, len(outcome.waived))


def print_scores(shown: ScoreShown, console: Console) -> None:
    """Print the scores of all units: one in full, several as one table unless detail is asked."""
    outcome, language, detail = shown
    units = outcome.units or ()
    screen = _Screen(outcome, Words(outcome.definition, language), console, detail=detail)
    if len(units) == 1 or detail:
        for position, unit in enumerate(units):
            if position:
                console.print()
            console.print(screen.unit(unit))
    else:
        from kediri_index.present.score.units_table import UnitsTable  # noqa: PLC0415 - of several

        several = UnitsTable(outcome, screen.words, console)
        console.print(several.drawn(shown.scores.summaries()))


class _Screen:
    def __init__(
        self, outcome: ScoreOutcome, words: Words, console: Console, *, detail: bool
    ) -> None:
        self.detail = detail
        self.outcome = outcome
        self.definition: Definition = outcome.definition
        self.words = words
        self.width = console.width
        self.bar_width = _BAR_WIDE if console.width >= _WIDE else _BAR_NARROW
        self.ascii_only = not console.encoding.casefold().startswith("utf")

    def unit(self, result: UnitResult) -> RenderableType:
        """Return the whole screen of one unit."""
        parts: list[RenderableType] = [*self._head(result)]
        for table in kind_tables(self.definition, result, detail=self.detail):
            parts.append(Text())
            parts.append(self._kind(table, result))
            parts += self._footnotes(table)
        if self.detail and result.indicators:
            parts += [Text(), self._indicators(result)]
        effects = self.outcome.effects_of(result) if self.detail else None
        done = () if effects is None else effects.all()
        if done:
            parts += [Text(), self._prepared(done)]
        remarks = [*self._remarks(result)]
        if remarks:
            parts.append(Text())
            parts += remarks
        parts += [Text(), Text(self.words.about_version(), style="dim")]
        return Padding(Group(*parts), (0, 1))

    def _head(self, result: UnitResult) -> Iterator[RenderableType]:
        words = self.words
        yield self._title(printable(words.unit(result)), printable(words.about_definition()))
        yield Text()
        overall = words.overall(result)
        first, *others = _filled([overall, *map(printable, words.facts(result))], self.width - 4)
        line = Text(f"  {first}")
        line.stylize("bold", 2, 2 + len(overall))
        yield line
        for other in others:
            yield Text(f"  {' ' * len(overall)}   {other}")
        both = words.both_totals(result)
        if both:
            yield Text(f"  {both}", style="dim")
        if self.outcome.partial:
            yield Text(f"  {words.say('partial')}", style="bold yellow")

    def _title(self, unit: str, definition: str) -> RenderableType:
        """Return both on one line, the definition at the right, or on two where it is too long."""
        space = self.width - 2 - len(unit) - len(definition)
        between = " " * space if space > 1 else "\n"
        return Text.assemble((unit, "bold"), between, (definition, "dim"))

    def _kind(self, table: KindTable, result: UnitResult) -> RenderableType:
        words = self.words
        name = printable(words.kind(table))
        if table.is_given_above:
            return Text(words.say("no-detail", kind=name), style="dim")
        grid = self._table()
        grid.add_column(name, overflow="fold", min_width=max(18, len(name)))
        weighted = any(row.result.effective_weight for row in table.rows)
        if weighted:
            grid.add_column(words.weight_column(table), justify="right", no_wrap=True)
        grid.add_column(words.say("column.score"), justify="right", style="bold", no_wrap=True)
        target = result.target
        mark = ""
        if target is not None and self.definition.scale is not None:
            mark = words.say("target-mark", target=words.short(target))
        grid.add_column(mark.rjust(self.bar_width), no_wrap=True)
        if table.top and words.adds_up:
            grid.add_column(words.say("column.contribution"), justify="right", no_wrap=True)
        grid.add_column("", overflow="fold", style="dim")
        for row in table.rows:
            grid.add_row(*self._cells(row, table, target, weighted=weighted))
        say_widths(grid, self.width - 2)
        return grid

    def _cells(
        self, row: KindRow, table: KindTable, target: Fraction | None, *, weighted: bool
    ) -> list[RenderableType]:
        words, result = self.words, row.result
        cells: list[RenderableType] = [printable(words.label(row.group.label))]
        if weighted:
            cells.append(words.percent(result.effective_weight))
        cells.append(words.published(result.figure))
        cells.append(self._bar(result.figure.score, target))
        if table.top and words.adds_up:
            cells.append(words.published(result.contribution))
        cells.append(printable(self._remark(row, top=table.top)))
        return cells

    def _bar(self, score: Fraction | None, target: Fraction | None) -> Text:
        scale = self.definition.scale
        if score is None or scale is None:
            return Text()
        drawn = bar(score, scale, self.bar_width, mark=target, ascii_only=self.ascii_only)
        return Text(drawn, style="cyan")

    def _remark(self, row: KindRow, *, top: bool) -> str:
        """Say how the group's score came to be, where that is not the usual way."""
        words, result = self.words, row.result
        if result.no_score is not None and result.completeness.answered:
            return words.reason(result.no_score, result.completeness)
        part = result.completeness
        if part.answered < part.expected:
            return words.say("answered", answered=part.answered, expected=part.expected)
        scored = [child for child in result.groups if child.figure.score is not None]
        if top and scored and not result.given:
            kinds = {group.id: group.kind for group in row.group.groups}
            labels = {kind.id: kind.label for kind in self.definition.kinds}
            kind = words.label(labels[kinds[scored[0].id]]).lower()
            return words.say("from-children", count=len(scored), kind=kind)
        return ""

    def _footnotes(self, table: KindTable) -> Iterator[RenderableType]:
        if table.top and table.is_scored:
            yield Text(self.words.about_contributions(), style="dim")

    def _indicators(self, result: UnitResult) -> RenderableType:
        words = self.words
        labels = {one.id: one.label for one in self.definition.all_indicators()}
        table = self._table()
        table.add_column(words.say("column.code"), no_wrap=True)
        table.add_column(words.say("column.indicator"), overflow="fold")
        table.add_column(words.say("column.value"), justify="right", overflow="fold")
        table.add_column(words.say("column.score"), justify="right", style="bold")
        table.add_column(words.say("column.effective-weight"), justify="right")
        table.add_column(words.say("column.cell"), overflow="fold", style="dim")
        for one in result.indicators:
            table.add_row(
                one.id,
                printable(words.label(labels[one.id])),
                printable(words.raw(one.raw)),
                words.indicator_score(one),
                words.percent(one.effective_weight),
                " ".join(source.cell or "" for source in one.sources),
            )
        return table

    def _prepared(self, effects: Sequence[Effect]) -> RenderableType:
        """Return each change that was made to the unit's data before scoring."""
        table = self._table()
        for column in EFFECT_COLUMNS:
            right = column in {"before", "after"}
            title = self.words.say(f"column.{column}")
            table.add_column(title, justify="right" if right else "left", overflow="fold")
        for effect in effects:
            table.add_row(*map(printable, self.words.effect(effect)))
        return table

    def _remarks(self, result: UnitResult) -> Iterator[RenderableType]:
        prepared = self.words.prepared(self.outcome.effects_of(result))
        if prepared:
            yield Text(printable(prepared))
        for sentence in self.words.omissions(result, every=self.detail):
            yield Text(printable(sentence))
        bounds = self.words.range_if_missing(result)
        if bounds:
            yield Text(bounds)

    def _table(self) -> Table:
        return Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")


def _filled(phrases: list[str], width: int) -> list[str]:
    """Return *phrases* in lines of at most *width*, none broken where it fits a line."""
    lines = [phrases[0]]
    for phrase in phrases[1:]:
        if len(lines[-1]) + 3 + len(phrase) <= width:
            lines[-1] += f"   {phrase}"
        else:
            lines.append(phrase)
    return lines
