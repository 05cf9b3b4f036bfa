"""Every indicator with its answer, its score and its cell; and views by other attributes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kediri_index.model.scores import IndicatorResult
from kediri_index.present.document import (
    Block,
    ColumnKind,
    Paragraph,
    Section,
    Table,
    TableCell,
    TableColumn,
    TableOf,
)
from kediri_index.present.yearly.agencies import view_table
from kediri_index.present.yearly.missing import missing_table
from kediri_index.present.yearly.wording import YearlyWording


def indicators_section(words: YearlyWording) -> Section | None:
    """Return the table of all indicators, None where only scores of groups are given."""
    blocks = tuple(_blocks(words))
    return Section("indicators", words.say("yearly.indicators"), blocks) if blocks else None


def views_section(words: YearlyWording) -> Section | None:
    """Return the views but that of the agencies, None where there are none."""
    tables = tuple(
        view_table(words, tag.id, words.label(tag.label), {})
        for tag in words.definition.tags
        if words.yearly.result.views.get(tag.id)
    )
    return Section("views", words.say("yearly.views"), tables) if tables else None


def _blocks(words: YearlyWording) -> Iterator[Block]:
    result, outcome = words.yearly.result, words.yearly.outcome
    effects = outcome.effects_of(result)
    prepared = words.prepared(effects)
    if prepared:
        yield Paragraph(prepared)
    missing = missing_table(words)
    if missing is not None:
        yield missing
    if result.indicators:
        yield _indicators(words, result.indicators)
    if effects is not None and effects.all():
        yield words.effects_table(effects, words.say("yearly.table.prepared"))


def _indicators(words: YearlyWording, indicators: Sequence[IndicatorResult]) -> Table:
    """Return a row for each, with the columns that these have anything for."""
    say = words.say
    parents = {one.id: one.parent for one in words.definition.all_indicators()}

    def group(one: IndicatorResult) -> TableCell:
        parent = parents.get(one.id)
        return words.cell(words.name(parent) if parent else None)

    def seen(one: IndicatorResult) -> TableCell:
        return words.cell(words.in_unit(one.id, words.raw(one.raw)))

    def score(one: IndicatorResult) -> TableCell:
        if one.missing is None and one.figure.score is not None:
            return words.figure_cell(one.figure)
        return TableCell(words.indicator_score(one), tone=words.figure_cell(one.figure).tone)

    table = TableOf(indicators)
    words.code_column(table, lambda one: one.id)
    table.column(say("column.indicator"), lambda one: words.name(one.id), header=True)
    table.column(TableColumn(say("column.group"), may_go=True), group)
    table.column(say("column.opd"), lambda one: words.cell(words.agencies(one.id)), sparse=True)
    table.column(say("column.value"), seen)
    own, assessor = say("yearly.column.self"), say("yearly.column.assessor")
    words.number_column(table, own, lambda one: one.self_score, sparse=True)
    words.number_column(table, assessor, lambda one: one.assessor, sparse=True)
    table.column(say("column.score"), score, ColumnKind.NUMBER, words.decimals)
    words.share_column(table, say("column.effective-weight"), lambda one: one.effective_weight)
    words.source_column(table, lambda one: one.sources)
    return table.made("indicators", say("yearly.table.indicators"), long=True)
