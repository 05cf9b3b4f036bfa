"""Every indicator with its answer, its score and its cell; and views by other attributes."""

from __future__ import annotations

from collections.abc import Iterator

from kediri_index.agencies.assignment import opd_of_leaves
from kediri_index.model.scores import IndicatorResult
from kediri_index.present.document import (
    Block,
    Cell,
    ColumnKind,
    Paragraph,
    Section,
    Table,
)
from kediri_index.present.wording import EFFECT_COLUMNS
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
    indicators = list(result.indicators)
    if indicators:
        yield _Columns(words, indicators).table(indicators)
    else:
        yield Paragraph(words.say("yearly.indicators-none"))
    done = () if effects is None else effects.all()
    if done:
        yield Table(
            id="prepared",
            caption=words.say("yearly.table.prepared"),
            columns=tuple(words.column(key, f"column.{key}") for key in EFFECT_COLUMNS),
            rows=tuple(tuple(Cell(cell) for cell in words.effect(effect)) for effect in done),
            header=1,
            long=True,
        )


class _Columns:
    """The columns that these indicators have anything for."""

    def __init__(self, words: YearlyWording, indicators: list[IndicatorResult]) -> None:
        self.words = words
        outcome, unit = words.yearly.outcome, words.yearly.result.unit
        own = outcome.profile if outcome.profile and outcome.profile.is_of(unit) else None
        self.owners = opd_of_leaves(words.definition, own)
        self.parents = {one.id: one.parent for one in words.definition.all_indicators()}
        self.with_opd = any(self.owners.get(one.id) for one in indicators)
        self.with_self = any(one.self_score is not None for one in indicators)
        self.with_assessor = any(one.assessor is not None for one in indicators)

    def table(self, indicators: list[IndicatorResult]) -> Table:
        """Return the table."""
        words, number = self.words, ColumnKind.NUMBER
        columns = [
            words.column("id", "column.code", ColumnKind.CODE),
            words.column("name", "column.indicator"),
            words.column("group", "column.group"),
        ]
        if self.with_opd:
            columns.append(words.column("opd", "column.opd"))
        columns.append(words.column("answer", "column.value"))
        if self.with_self:
            columns.append(words.column("self", "yearly.column.self", number))
        if self.with_assessor:
            columns.append(words.column("assessor", "yearly.column.assessor", number))
        columns += [
            words.column("score", "column.score", number, words.decimals),
            words.column("weight", "column.effective-weight", ColumnKind.PERCENT),
            words.column("source", "yearly.column.source"),
        ]
        return Table(
            id="indicators",
            caption=words.say("yearly.table.indicators"),
            columns=tuple(columns),
            rows=tuple(map(self._row, indicators)),
            header=1,
            long=True,
        )

    def _row(self, one: IndicatorResult) -> tuple[Cell, ...]:
        words = self.words
        names = "; ".join(words.short_opd(opd) for opd in self.owners.get(one.id, ()))
        parent = self.parents.get(one.id, "")
        score = words.figure_cell(one.figure)
        if one.missing is not None or one.figure.score is None:
            score = Cell(words.indicator_score(one), tone=score.tone)
        return (
            Cell(one.id),
            Cell(words.name(one.id)),
            words.cell(words.name(parent) if parent else None),
            *([words.cell(names)] if self.with_opd else []),
            words.cell(words.raw(one.raw)),
            *([words.short_cell(one.self_score)] if self.with_self else []),
            *([words.short_cell(one.assessor)] if self.with_assessor else []),
            score,
            words.percent_cell(one.effective_weight),
            words.cell(words.place(one.sources)),
        )
