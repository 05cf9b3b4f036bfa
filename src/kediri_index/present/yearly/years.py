"""Score and target over the years."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from kediri_index.model.profile import Basis
from kediri_index.present.charts.years import Names, Point, axis, years
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
from kediri_index.present.yearly.moved import moved_blocks
from kediri_index.present.yearly.words import YearlyWords

_FEWEST = 2


def years_section(words: YearlyWords) -> Section:
    """Return the years as a line, and what the change from last year is made of."""
    blocks = (*_blocks(words), *moved_blocks(words))
    return Section("years", words.say("yearly.years"), blocks)


def _blocks(words: YearlyWords) -> Iterator[Block]:
    points = words.yearly.years
    scored = [one for one in points if one.score is not None]
    if not scored or len(points) < _FEWEST:
        unscored = words.yearly.result.overall.published is None and not scored
        yield Paragraph(words.say("yearly.no-year" if unscored else "yearly.one-year"))
        return
    ends = words.definition.scale
    low, high = (float(ends[0]), float(ends[1])) if ends else (None, None)
    values = [
        float(value) for one in points for value in (one.score, one.target) if value is not None
    ]
    ticks = axis(values, low, high)
    shown = [
        Point(
            one.year,
            None if one.score is None else float(one.score),
            "" if one.score is None else words.fixed(one.score),
            None if one.target is None else float(one.target),
            "" if one.target is None else words.short(one.target),
        )
        for one in points
    ]
    score, target = words.say("column.score"), words.say("yearly.target")
    names = Names(score, target, {tick: words.short(Fraction(tick)) for tick in ticks})
    said = "; ".join(
        f"{one.year}: {score} {one.score_text or '–'}, {target} {one.target_text or '–'}"
        for one in shown
    )
    table = Table(
        id="years",
        caption=words.say("yearly.table.years"),
        columns=(
            words.column("year", "column.year", ColumnKind.COUNT),
            Column("score", score, ColumnKind.NUMBER, words.decimals),
            Column("target", target, ColumnKind.NUMBER),
        ),
        rows=tuple(
            (
                Cell(str(one.year), one.year),
                words.number_cell(one.score, words.decimals),
                words.short_cell(one.target),
            )
            for one in points
        ),
    )
    result = words.yearly.result
    if result.year is not None and result.basis in {Basis.SELF, Basis.MIXED}:
        now = words.both_bases(result)["now"]
        yield Paragraph(words.say("yearly.own-year", year=result.year, now=now))
    yield Chart(
        id="chart-years",
        caption=words.say("yearly.chart.years-cut", first=names.ticks[ticks[0]])
        if low is not None and ticks[0] > low
        else words.say("yearly.chart.years"),
        description=words.say("yearly.chart.years-description", parts=said),
        drawing=years(shown, names),
        table=table,
    )
