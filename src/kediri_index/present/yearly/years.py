"""Score and target over the years, what moved since last year, and why."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import ceil

from kediri_index.messages.values import fixed, localised
from kediri_index.model.comparison import Comparison, Contribution
from kediri_index.model.language import Label
from kediri_index.present.charts.years import ChartedYear, YearNames, axis, years
from kediri_index.present.document import (
    Block,
    Chart,
    ColumnKind,
    Paragraph,
    Section,
    Table,
    TableCell,
    TableOf,
)
from kediri_index.present.yearly.staircase import Moved, moved_parts, staircase_chart
from kediri_index.present.yearly.wording import YearlyWording
from kediri_index.scoring.answers import are_comparable

_FEWEST = 2


def years_section(words: YearlyWording) -> Section | None:
    """Return the years as a line, and what the change from last year is made of."""
    stairs = staircase_chart(words)
    blocks = (*_blocks(words), *([stairs] if stairs else []), *moved_blocks(words))
    return Section("years", words.say("yearly.years"), blocks) if blocks else None


def _blocks(words: YearlyWording) -> Iterator[Block]:
    points = words.yearly.years
    scored = [one for one in points if one.score is not None]
    if not scored or len(points) < _FEWEST:
        return
    ends = words.definition.scale
    low, high = (float(ends[0]), float(ends[1])) if ends else (None, None)
    values = [
        float(value) for one in points for value in (one.score, one.target) if value is not None
    ]
    ticks = axis(values, low, high)
    decimals = words.decimals_of(one.target for one in points)
    apart = year_apart(words)
    shown = [
        ChartedYear(
            one.year,
            None if one.score is None else float(one.score),
            "" if one.score is None else words.fixed(one.score),
            None if one.target is None else float(one.target),
            "" if one.target is None else words.to(one.target, decimals),
            joined=one.year != apart,
        )
        for one in points
    ]
    score, target = words.say("column.score"), words.say("yearly.target")
    names = YearNames(score, target, {tick: words.short(Fraction(tick)) for tick in ticks})
    said = "; ".join(
        f"{one.year}: {score} {one.score_text or '–'}, {target} {one.target_text or '–'}"
        for one in shown
    )
    table = TableOf(points)
    table.column(
        words.say("column.year"), lambda one: TableCell(str(one.year), one.year), ColumnKind.COUNT
    )
    table.column(
        score,
        lambda one: words.number_cell(one.score, words.decimals),
        ColumnKind.NUMBER,
        words.decimals,
    )
    words.number_column(table, target, lambda one: one.target)
    result = words.yearly.result
    if apart is not None:
        now = words.both_bases(result)["now"]
        yield Paragraph(words.say("yearly.own-year", year=apart, now=now))
    yield Chart(
        id="chart-years",
        caption=words.say("yearly.chart.years-cut", first=names.ticks[ticks[0]])
        if low is not None and ticks[0] > low
        else words.say("yearly.chart.years"),
        description=words.say("yearly.chart.years-description", parts=said),
        drawing=years(shown, names),
        table=table.made("years", words.say("yearly.table.years")),
    )


def year_apart(words: YearlyWording) -> int | None:
    """Return this year where its score rests on another assessment than those before."""
    result, profile = words.yearly.result, words.yearly.own_profile()
    history = {} if profile is None else profile.history
    before = [one.year for one in words.yearly.years if one.score is not None]
    told = [year for year in before if year != result.year and year in history]
    if profile is not None and told:
        return None if are_comparable(profile.history_value, result.basis) else result.year
    return result.year if result.other_basis else None


_NAMED = 3


def moved_section(words: YearlyWording) -> Section | None:
    """Return what moved since last year and why, in few words; None where that is not known."""
    comparison = words.yearly.comparison
    if comparison is None:
        return None
    blocks = tuple(map(Paragraph, reasons(words, comparison)))
    return Section("moved", words.say("yearly.moved"), blocks, brief=True)


def moved_blocks(words: YearlyWording) -> Iterator[Block]:
    """Yield what every answer contributed to the change."""
    comparison = words.yearly.comparison
    if comparison is None:
        return
    yield Paragraph(
        words.say(
            "yearly.compared",
            old=words.fixed(comparison.old_published),
            old_year=comparison.old.year or words.say("yearly.year-before"),
            new=words.published(comparison.new.overall),
            new_year=comparison.new.year or "–",
            change=words.moved(comparison.change_published, words.decimals),
        )
    )
    yield _table(words, comparison)
    added, dropped = len(comparison.added), len(comparison.dropped)
    if added or dropped:
        yield Paragraph(words.say("compare.set-note", added=added, dropped=dropped), muted=True)


def reasons(words: YearlyWording, comparison: Comparison) -> Iterator[str]:
    """Yield what raised the score most, and what lowered it most, in a sentence each."""
    parts = moved_parts(words, comparison)
    raised = sorted((one for one in parts if one.contribution > 0), key=lambda one: -one[1])
    lowered = sorted((one for one in parts if one.contribution < 0), key=lambda one: one[1])
    for key, found in (("yearly.raised", raised), ("yearly.lowered", lowered)):
        if found:
            names = ", ".join(f"{one.name} ({_by(words, one)})" for one in found[:_NAMED])
            yield words.say(key, names=names)
    if not raised and not lowered:
        yield words.say("yearly.nothing-moved")


def _by(words: YearlyWording, one: Moved) -> str:
    """Return what a part moved; with more decimals where it would look like nothing."""
    tiny = abs(one.contribution) * 2 * 10**words.decimals < 1
    return words.moved(one.contribution, words.fine if tiny else words.decimals)


def _table(words: YearlyWording, comparison: Comparison) -> Table:
    say, number = words.say, ColumnKind.NUMBER
    moved = [one for one in comparison.players() if one.contribution or one.before != one.after]
    moved.sort(key=lambda one: (-abs(one.contribution), one.id))
    further = (("weights", comparison.weights), ("set", comparison.set))
    moved += [
        Contribution(
            id="",
            kind=None,
            label=Label(say(f"yearly.part.{key}")),
            parent=None,
            player=True,
            contribution=part,
            before=None,
            after=None,
        )
        for key, part in further
        if part
    ]
    table = TableOf(moved)
    words.code_column(table, lambda one: one.id)
    table.column(say("column.part"), lambda one: words.label(one.label), header=True)
    table.column(
        say("column.before"),
        lambda one: words.number_cell(one.before, words.decimals),
        number,
        words.decimals,
    )
    table.column(
        say("column.after"),
        lambda one: words.number_cell(one.after, words.decimals),
        number,
        words.decimals,
    )
    table.column(
        say("column.contribution"),
        lambda one: words.moved_cell(one.contribution, words.fine),
        number,
        words.fine,
    )
    note = " ".join(_notes(words, comparison))
    return table.made("moved", say("yearly.table.moved"), note, long=True)


def _notes(words: YearlyWording, comparison: Comparison) -> Iterator[str]:
    """Yield what the parts add up to, and how near they are; the error is rounded up."""
    yield words.say("yearly.moved-note", change=words.moved(comparison.change, words.fine))
    error = comparison.error
    if error is not None:
        unit = 10 ** (words.fine + 1)
        shown = Fraction(ceil(error.standard_error * unit), unit)
        said = localised(fixed(shown, words.fine + 1), words.language)
        yield words.say("yearly.moved-sampled", orders=error.orders, error=said)
