"""Dimensions, pillars and what else the tree has: in tables, as bars, and as a radar."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from kediri_index.model.definition import Group, Kind
from kediri_index.model.language import Language
from kediri_index.model.scores import GroupResult
from kediri_index.present.charts.bars import Bar, GoalLine, bars
from kediri_index.present.charts.drawing import Picture
from kediri_index.present.charts.radar import FEWEST, radar
from kediri_index.present.document import (
    Block,
    Chart,
    ColumnKind,
    Paragraph,
    Section,
    Table,
    TableCell,
    TableColumn,
    TableOf,
)
from kediri_index.present.wording import KindRow, KindTable, kind_tables
from kediri_index.present.yearly.wording import YearlyWording

_MOST_AXES = 12
_RINGS = 4


def part_results(words: YearlyWording) -> list[GroupResult]:
    """Return the charted groups that have a score, in the order of the definition."""
    return [
        one
        for one in words.yearly.result.all_groups()
        if words.group(one).kind == words.yearly.parts and one.figure.published is not None
    ]


def part_kind(words: YearlyWording) -> str:
    """Return what the charted groups are called."""
    return _kind(words).label.in_language(words.language)


def best_and_worst(words: YearlyWording) -> str | None:
    """Return the highest and lowest of the charted groups in a sentence."""
    parts = part_results(words)
    published = [one.figure.published for one in parts if one.figure.published is not None]
    if not published or min(published) == max(published):
        return None

    def named(value: Fraction) -> str:
        names = [words.label(words.group(one).label) for one in parts if _is(one, value)]
        return f"{words.listed(names)} ({words.fixed(value)})"

    return words.say(
        "yearly.best-and-worst",
        kind=_within_a_sentence(words, part_kind(words)),
        best=named(max(published)),
        worst=named(min(published)),
    )


def parts_section(words: YearlyWording) -> Section | None:
    """Return the section on the pillars, None where there are none to compare."""
    if words.yearly.parts is None:
        return None
    title = words.say("yearly.parts", kind=part_kind(words))
    return Section("parts", title, tuple(_charts(words)))


def _within_a_sentence(words: YearlyWording, name: str) -> str:
    """Return *name* with a small letter where English has it in the middle of the sentence."""
    if words.language is Language.EN and name[1:2].islower():
        return f"{name[0].lower()}{name[1:]}"
    return name


def _is(one: GroupResult, value: Fraction) -> bool:
    return one.figure.published == value


def _kind(words: YearlyWording) -> Kind:
    return next(kind for kind in words.definition.kinds if kind.id == words.yearly.parts)


def _charts(words: YearlyWording) -> Iterator[Block]:
    drawn = _TwoCharts(words)
    yield drawn.bars()
    if FEWEST <= len(drawn.parts) <= _MOST_AXES and drawn.scaled:
        yield drawn.radar()
    target = words.yearly.result.target
    if target is not None and drawn.goal() is not None:
        yield Paragraph(words.say("yearly.legend-target", target=words.short(target)), muted=True)
    if drawn.before:
        yield Paragraph(words.say("yearly.legend-before"), muted=True)


class _TwoCharts:
    """The two charts of the same figures."""

    def __init__(self, words: YearlyWording) -> None:
        self.words = words
        self.parts = part_results(words)
        scale = words.definition.scale
        self.scaled = scale is not None
        figures = [one.figure.published or Fraction(0) for one in self.parts]
        self.low, self.high = scale or (Fraction(0), max([*figures, Fraction(1)]))
        comparison = words.yearly.comparison
        self.before = {
            one.id: one.before
            for one in (comparison.contributions if comparison else ())
            if one.before is not None
        }
        self.said = "; ".join(
            f"{self.name(one)} {words.published(one.figure)}" for one in self.parts
        )

    def name(self, one: GroupResult) -> str:
        """Return what a part is called."""
        return self.words.label(self.words.group(one).label)

    def reach(self, value: Fraction | None) -> float | None:
        """Return where *value* stands on the scale, 0 to 1."""
        if value is None or self.high == self.low:
            return None
        part = (value - self.low) / (self.high - self.low)
        return float(min(max(part, Fraction(0)), Fraction(1)))

    def goal(self) -> GoalLine | None:
        """Return the line of the target, None where it does not lie on the scale."""
        target = self.words.yearly.result.target
        at = self.reach(target)
        if target is None or at is None or not (self.scaled and self.low <= target <= self.high):
            return None
        return GoalLine(at, self.words.say("yearly.target-mark", target=self.words.short(target)))

    def _bars(self) -> list[Bar]:
        """Return the parts, one bar or axis each."""
        return [
            Bar(
                self.name(one),
                self.words.published(one.figure),
                self.reach(one.figure.published),
                self.reach(self.before.get(one.id)),
            )
            for one in self.parts
        ]

    def bars(self) -> Chart:
        """Return the parts as bars."""
        return self._chart("chart-parts", "bars", bars(self._bars(), self.goal()))

    def radar(self) -> Chart:
        """Return the parts as a radar."""
        goal = self.goal()
        rings = [ring / _RINGS for ring in range(1, _RINGS + 1)]
        drawn = radar(self._bars(), rings, goal.at if goal else None)
        return self._chart("chart-radar", "radar", drawn)

    def _chart(self, chart_id: str, key: str, drawn: Picture) -> Chart:
        words = self.words
        return Chart(
            chart_id,
            words.say(f"yearly.chart.{key}", kind=part_kind(words)),
            words.say(f"yearly.chart.{key}.description", parts=self.said),
            drawn,
            self._table(),
        )

    def _table(self) -> Table:
        """Return the figures of both charts: they are the same."""
        words, number = self.words, ColumnKind.NUMBER
        table = TableOf(self.parts)
        table.column(words.say("column.part"), self.name)
        table.column(
            words.say("column.score"),
            lambda one: words.figure_cell(one.figure),
            number,
            words.decimals,
        )
        table.column(
            words.say("yearly.column.before"),
            lambda one: words.number_cell(self.before.get(one.id), words.decimals),
            number,
            words.decimals,
            sparse=True,
        )
        return table.made("parts", words.say("yearly.chart.bars", kind=part_kind(words)))


_FILTERED = 15


def groups_section(words: YearlyWording) -> Section:
    """Return the tables of all groups."""
    return Section("groups", words.say("yearly.groups"), tuple(_blocks(words)))


def _blocks(words: YearlyWording) -> Iterator[Block]:
    result = words.yearly.result
    both = words.both_totals(result)
    if both:
        yield Paragraph(both)
    parents = {child.id: group for group in words.definition.all_groups() for child in group.groups}
    for table in kind_tables(words.definition, result, detail=True):
        if table.is_given_above:
            yield Paragraph(words.say("no-detail", kind=words.kind(table)), muted=True)
        else:
            yield _table(words, table, parents)


def _table(words: YearlyWording, of_kind: KindTable, parents: dict[str, Group]) -> Table:
    say, number, count = words.say, ColumnKind.NUMBER, ColumnKind.COUNT

    def parent(row: KindRow) -> TableCell:
        found = parents.get(row.result.id)
        return words.cell(words.label(found.label) if found else None)

    def class_of(row: KindRow) -> TableCell:
        label = row.result.class_label
        return words.cell(words.label(label) if label else None)

    table = TableOf(row for row in of_kind.rows if not row.below_given)
    table.column(words.label(of_kind.kind.label), lambda row: words.label(row.group.label))
    table.column(
        say("yearly.column.within"), parent, wanted=of_kind.parent is None and not of_kind.top
    )
    words.share_column(table, words.weight_column(of_kind), lambda row: row.result.effective_weight)
    table.column(
        say("column.score"),
        lambda row: words.figure_cell(row.result.figure),
        number,
        words.decimals,
    )
    table.column(say("column.class"), class_of, sparse=True)
    table.column(
        TableColumn(say("column.contribution"), number, words.decimals, bars=True),
        lambda row: words.figure_cell(row.result.contribution),
        wanted=of_kind.top and words.adds_up,
    )
    table.column(
        say("column.answers"),
        lambda row: words.count_cell(row.result.completeness.answered),
        count,
    )
    table.column(
        say("yearly.column.expected"),
        lambda row: words.count_cell(row.result.completeness.expected),
        count,
    )
    words.source_column(table, lambda row: row.result.sources)
    return table.made(
        f"groups-{of_kind.kind.id}",
        say("yearly.table.groups", kind=words.kind(of_kind)),
        words.about_contributions() if of_kind.top else "",
        long=len(of_kind.rows) > _FILTERED,
    )
