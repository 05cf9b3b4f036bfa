"""Dimensions, pillars and what else the tree has: where they lose points, as bars, in tables."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from kediri_index.model.definition import Group, Kind
from kediri_index.model.language import Language
from kediri_index.model.scores import GroupResult
from kediri_index.present.charts.bars import Bar, bars
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
from kediri_index.present.yearly.losses import losses_chart
from kediri_index.present.yearly.wording import YearlyWording


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
    """Return where points are lost, and the pillars, None where there is nothing to compare."""
    blocks = tuple(_charts(words))
    return Section("parts", words.say("yearly.losses"), blocks) if blocks else None


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
    lost = losses_chart(words)
    if lost is not None:
        yield lost
    parts = [] if words.yearly.parts is None else part_results(words)
    top = {one.id for one in words.yearly.result.groups}
    if parts and (lost is None or top != {one.id for one in parts}):
        yield _bars(words, parts)


def _bars(words: YearlyWording, parts: list[GroupResult]) -> Chart:
    """Return the charted groups as bars."""

    def name(one: GroupResult) -> str:
        return words.label(words.group(one).label)

    shown = [
        Bar(
            name(one),
            words.published(one.figure),
            words.reach(one.figure.published),
            words.reach(words.before.get(one.id)),
        )
        for one in parts
    ]
    said = "; ".join(f"{one.label} {one.text}" for one in shown)
    caption, number = words.say("yearly.chart.bars", kind=part_kind(words)), ColumnKind.NUMBER
    table = TableOf(parts)
    table.column(words.say("column.part"), name)
    table.column(
        words.say("column.score"),
        lambda one: words.figure_cell(one.figure),
        number,
        words.decimals,
    )
    table.column(
        words.say("yearly.column.before"),
        lambda one: words.number_cell(words.before.get(one.id), words.decimals),
        number,
        words.decimals,
        sparse=True,
    )
    return Chart(
        "chart-parts",
        caption,
        words.say("yearly.chart.bars.description", parts=said),
        bars(shown, words.frame()),
        table.made("parts", caption),
    )


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
