"""Which of many units rose and fell most since last year."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction

from kediri_index.model.league import moved_most, rank_change
from kediri_index.model.scores import UnitResult
from kediri_index.present.charts.bars import SignedBar, diverging
from kediri_index.present.document import (
    Block,
    Chart,
    ColumnKind,
    Paragraph,
    Section,
    Table,
    TableOf,
)
from kediri_index.present.yearly.league import LeagueWording, change_cell, rank_change_cell


def movers_section(words: LeagueWording) -> Section | None:
    """Return what moved, None where no unit can be compared with last year."""
    if not any(one.change for one in words.league.moved):
        return None
    title = words.say("league.movers", year=words.year_before)
    return Section("movers", title, tuple(_blocks(words)))


def _blocks(words: LeagueWording) -> Iterator[Block]:
    moved = words.league.moved
    changes = [one.change for one in moved if one.change is not None]
    yield Paragraph(
        words.say(
            "league.moved-count",
            count=len(changes),
            up=sum(one > 0 for one in changes),
            down=sum(one < 0 for one in changes),
            same=sum(one == 0 for one in changes),
        )
    )
    own = words.own
    if own is not None and own.change is not None and own.previous is not None:
        yield Paragraph(
            words.say(
                "league.own-moved",
                unit=words.named(own),
                before=words.fixed(own.previous.published),
                after=words.published(own.overall),
                change=words.moved(own.change, words.decimals),
                rank_before=own.previous.rank or "–",
                rank=own.rank or "–",
            ),
            strong=True,
        )
    by_score = _extremes(words, lambda one: one.change)
    by_rank = _extremes(words, rank_change)
    every = {id(one): one for one in (*by_score, *by_rank)}
    table = _table(words, sorted(every.values(), key=lambda one: -(one.change or 0)))
    yield _chart(words, "movers", by_score, table)
    if by_rank:
        yield _chart(words, "rank-movers", by_rank, table)
    yield table


def _extremes(
    words: LeagueWording, size: Callable[[UnitResult], Fraction | int | None]
) -> list[UnitResult]:
    """Return the units that rose most, then those that fell most, the furthest last."""
    rose, fell = moved_most(words.league.moved, size)
    return [*rose, *reversed(fell)]


def _chart(words: LeagueWording, name: str, units: list[UnitResult], table: Table) -> Chart:
    rows = [(_rank_bar if name == "rank-movers" else _bar)(words, one) for one in units]
    said = "; ".join(
        f"{words.named(unit)} {row.text}" for unit, row in zip(units, rows, strict=True)
    )
    return Chart(
        f"chart-{name}",
        words.say(f"league.chart.{name}"),
        words.say("league.chart.movers-description", units=said),
        diverging(rows),
        table,
    )


def _bar(words: LeagueWording, unit: UnitResult) -> SignedBar:
    before = Fraction(0) if unit.previous is None else unit.previous.published
    change = unit.change or Fraction(0)
    moved = words.moved(change, words.decimals)
    text = f"{words.fixed(before)} → {words.published(unit.overall)} ({moved})"
    return SignedBar(words.short_name(unit), text, float(change))


def _rank_bar(words: LeagueWording, unit: UnitResult) -> SignedBar:
    before = unit.previous.rank if unit.previous else None
    change = rank_change(unit) or 0
    text = f"{before} → {unit.rank} ({words.moved(Fraction(change), 0)})"
    return SignedBar(words.short_name(unit), text, change)


def _table(words: LeagueWording, units: list[UnitResult]) -> Table:
    say, number, count = words.say, ColumnKind.NUMBER, ColumnKind.COUNT
    table = TableOf(units)
    table.column(say("column.unit"), words.name_cell, header=True)
    table.column(
        say("column.before"),
        lambda one: words.number_cell(one.previous and one.previous.published, words.decimals),
        number,
        words.decimals,
    )
    table.column(
        say("column.after"), lambda one: words.figure_cell(one.overall), number, words.decimals
    )
    table.column(
        say("column.change"), lambda one: change_cell(words, one.change), number, words.decimals
    )
    table.column(
        say("league.column.rank-before"),
        lambda one: words.count_cell(one.previous and one.previous.rank),
        count,
        sparse=True,
    )
    table.column(
        say("league.column.rank-now"), lambda one: words.count_cell(one.rank), count, sparse=True
    )
    table.column(
        say("league.column.rank-change"),
        lambda one: rank_change_cell(words, rank_change(one)),
        count,
        sparse=True,
    )
    return table.made("movers", say("league.table.movers"))
