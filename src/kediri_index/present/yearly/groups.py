"""The tables of dimensions, pillars and what else the tree has, one a kind."""

from __future__ import annotations

from collections.abc import Iterator

from kediri_index.model.definition import Group
from kediri_index.present.document import (
    Block,
    Cell,
    Column,
    ColumnKind,
    Paragraph,
    Section,
    Table,
)
from kediri_index.present.kind_tables import KindRow, KindTable, kind_tables
from kediri_index.present.yearly.words import YearlyWords

_FILTERED = 15


def groups_section(words: YearlyWords) -> Section:
    """Return the tables of all groups."""
    return Section("groups", words.say("yearly.groups"), tuple(_blocks(words)))


def _blocks(words: YearlyWords) -> Iterator[Block]:
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


def _table(words: YearlyWords, table: KindTable, parents: dict[str, Group]) -> Table:
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
