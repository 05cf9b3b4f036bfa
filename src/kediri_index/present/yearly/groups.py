"""Dimensions, pillars and what else the tree has: in tables, as bars, and as a radar."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from kediri_index.model.definition import Group, Kind
from kediri_index.model.language import Language
from kediri_index.model.scores import GroupResult
from kediri_index.present.charts.bars import Bar, GoalLine, bars
from kediri_index.present.charts.radar import FEWEST, Axis, radar
from kediri_index.present.document import (
    Block,
    Cell,
    Chart,
    Column,
    ColumnKind,
    Paragraph,
    Section,
    Table,
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
    drawn = _Drawn(words)
    yield drawn.bars()
    if FEWEST <= len(drawn.parts) <= _MOST_AXES and drawn.scaled:
        yield drawn.radar()
    target = words.yearly.result.target
    if target is not None and drawn.goal() is not None:
        yield Paragraph(words.say("yearly.legend-target", target=words.short(target)), muted=True)
    if drawn.before:
        yield Paragraph(words.say("yearly.legend-before"), muted=True)


class _Drawn:
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

    def bars(self) -> Chart:
        """Return the parts as bars."""
        words = self.words
        rows = [
            Bar(
                self.name(one),
                words.published(one.figure),
                self.reach(one.figure.published),
                self.reach(self.before.get(one.id)),
            )
            for one in self.parts
        ]
        return Chart(
            id="chart-parts",
            caption=words.say("yearly.chart.bars", kind=part_kind(words)),
            description=words.say("yearly.chart.bars-description", parts=self.said),
            drawing=bars(rows, self.goal()),
            table=self._table(),
        )

    def radar(self) -> Chart:
        """Return the parts as a radar."""
        words = self.words
        axes = [
            Axis(
                self.name(one),
                words.published(one.figure),
                self.reach(one.figure.published),
                self.reach(self.before.get(one.id)),
            )
            for one in self.parts
        ]
        goal = self.goal()
        rings = [ring / _RINGS for ring in range(1, _RINGS + 1)]
        return Chart(
            id="chart-radar",
            caption=words.say("yearly.chart.radar", kind=part_kind(words)),
            description=words.say("yearly.chart.radar-description", parts=self.said),
            drawing=radar(axes, rings, goal.at if goal else None),
            table=self._table(),
        )

    def _table(self) -> Table:
        """Return the figures of both charts: they are the same."""
        words = self.words
        columns = [
            words.column("part", "yearly.column.part"),
            words.column("score", "column.score", ColumnKind.NUMBER, words.decimals),
        ]
        if self.before:
            columns.append(
                words.column("before", "yearly.column.before", ColumnKind.NUMBER, words.decimals)
            )
        return Table(
            id="parts",
            caption=words.say("yearly.chart.bars", kind=part_kind(words)),
            columns=tuple(columns),
            rows=tuple(self._row(one) for one in self.parts),
        )

    def _row(self, one: GroupResult) -> tuple[Cell, ...]:
        words = self.words
        cells = (Cell(self.name(one)), words.figure_cell(one.figure))
        if not self.before:
            return cells
        return (*cells, words.number_cell(self.before.get(one.id), words.decimals))


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


def _table(words: YearlyWording, table: KindTable, parents: dict[str, Group]) -> Table:
    with_parent = table.parent is None and not table.top
    with_sources = any(row.result.sources for row in table.rows)
    with_parts = table.top and words.adds_up
    with_class = any(row.result.class_label for row in table.rows)
    name = words.label(table.kind.label)
    columns = [Column("name", name)]
    if with_parent:
        columns.append(words.column("in", "yearly.column.within"))
    columns += [
        Column("weight", words.weight_column(table), ColumnKind.PERCENT),
        words.column("score", "column.score", ColumnKind.NUMBER, words.decimals),
    ]
    if with_class:
        columns.append(words.column("class", "column.class"))
    if with_parts:
        columns.append(
            words.column("contribution", "column.contribution", ColumnKind.NUMBER, words.decimals)
        )
    columns += [
        words.column("answered", "yearly.column.answered", ColumnKind.COUNT),
        words.column("expected", "yearly.column.expected", ColumnKind.COUNT),
    ]
    if with_sources:
        columns.append(words.column("source", "yearly.column.source"))

    def row(one: KindRow) -> tuple[Cell, ...]:
        result = one.result
        parent = parents.get(result.id)
        label = result.class_label
        cells = [
            Cell(words.label(one.group.label)),
            *([words.cell(words.label(parent.label) if parent else None)] if with_parent else []),
            words.percent_cell(result.effective_weight),
            words.figure_cell(result.figure),
            *([words.cell(words.label(label) if label else None)] if with_class else []),
            *([words.figure_cell(result.contribution)] if with_parts else []),
            words.count_cell(result.completeness.answered),
            words.count_cell(result.completeness.expected),
            *([words.cell(words.place(result.sources))] if with_sources else []),
        ]
        return tuple(cells)

    return Table(
        id=f"groups-{table.kind.id}",
        caption=words.say("yearly.table.groups", kind=words.kind(table)),
        columns=tuple(columns),
        rows=tuple(row(one) for one in table.rows if not one.below_given),
        note=words.about_contributions() if table.top else "",
        long=len(table.rows) > _FILTERED,
    )
