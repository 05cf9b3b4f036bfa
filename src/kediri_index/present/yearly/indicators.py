"""Every indicator with its answer, its score and its cell; and views by other attributes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kediri_index.agencies.assignment import opd_of_leaves
from kediri_index.model.scores import IndicatorResult
from kediri_index.present.document import (
    Block,
    ColumnKind,
    Paragraph,
    Section,
    Table,
    TableCell,
    TableOf,
)
from kediri_index.present.yearly.agencies import view_table
from kediri_index.present.yearly.head import missing_table
from kediri_index.present.yearly.wording import YearlyWording


def indicators_section(words: YearlyWording) -> Section:
    """Return the table of all indicators."""
    return Section("indicators", words.say("yearly.indicators"), tuple(_blocks(words)))


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
    else:
        yield Paragraph(words.say("yearly.indicators-none"))
    if effects is not None and effects.all():
        yield words.effects_table(effects, words.say("yearly.table.prepared"))


def _indicators(words: YearlyWording, indicators: Sequence[IndicatorResult]) -> Table:
    """Return a row for each, with the columns that these have anything for."""
    say, number = words.say, ColumnKind.NUMBER
    outcome, unit = words.yearly.outcome, words.yearly.result.unit
    own = outcome.profile if outcome.profile and outcome.profile.is_of(unit) else None
    owners = opd_of_leaves(words.definition, own)
    parents = {one.id: one.parent for one in words.definition.all_indicators()}

    def group(one: IndicatorResult) -> TableCell:
        parent = parents.get(one.id)
        return words.cell(words.name(parent) if parent else None)

    def agencies(one: IndicatorResult) -> TableCell:
        return words.cell("; ".join(words.short_opd(opd) for opd in owners.get(one.id, ())))

    def score(one: IndicatorResult) -> TableCell:
        if one.missing is None and one.figure.score is not None:
            return words.figure_cell(one.figure)
        return TableCell(words.indicator_score(one), tone=words.figure_cell(one.figure).tone)

    table = TableOf(indicators)
    table.column(say("column.code"), lambda one: one.id, ColumnKind.CODE)
    table.column(say("column.indicator"), lambda one: words.name(one.id), header=True)
    table.column(say("column.group"), group)
    table.column(say("column.opd"), agencies, sparse=True)
    table.column(say("column.value"), lambda one: words.cell(words.raw(one.raw)))
    table.column(
        say("yearly.column.self"),
        lambda one: words.short_cell(one.self_score),
        number,
        sparse=True,
    )
    table.column(
        say("yearly.column.assessor"),
        lambda one: words.short_cell(one.assessor),
        number,
        sparse=True,
    )
    table.column(say("column.score"), score, number, words.decimals)
    table.column(
        say("column.effective-weight"),
        lambda one: words.percent_cell(one.effective_weight),
        ColumnKind.PERCENT,
    )
    table.column(say("yearly.column.source"), lambda one: words.cell(words.place(one.sources)))
    return table.made("indicators", say("yearly.table.indicators"), long=True)
