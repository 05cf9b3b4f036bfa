"""How the scores of many units are spread, and how many units are in each class."""

from __future__ import annotations

import math
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from kediri_index.model.definition import ScoreClass
from kediri_index.present.charts.bars import Bar, bars
from kediri_index.present.charts.histogram import HistogramColumn, HistogramNames, histogram
from kediri_index.present.charts.legend import ScaleFrame
from kediri_index.present.charts.years import round_steps
from kediri_index.present.document import Block, Chart, ColumnKind, Section, TableOf
from kediri_index.present.yearly.league import LeagueWording

_FEWEST = 5
"""With fewer units every one is seen by itself."""
_MOST_STEPS, _FEWEST_STEPS = 18, 4
_UNITS_A_STEP = 2
"""On average at least so many."""


class _Step(NamedTuple):
    """A part of the scale, with the number of units there."""

    start: Fraction
    end: Fraction
    units: int
    own: bool


class _ClassCount(NamedTuple):
    """A class, that below it, and the number of units in it."""

    one: ScoreClass
    below: ScoreClass | None
    units: int


def spread_section(words: LeagueWording) -> Section | None:
    """Return both pictures, None where there are too few units."""
    if len(words.scored) < _FEWEST:
        return None
    blocks = (*_spread(words), *_classes(words))
    return Section("spread", words.say("league.spread"), blocks) if blocks else None


def _spread(words: LeagueWording) -> Iterator[Block]:
    steps = _steps(words)
    if len(steps) == 1:  # all have the same score
        return
    text = {step.start: _range_text(words, step, last=step is steps[-1]) for step in steps}
    columns = [
        HistogramColumn(
            float(step.start),
            float(step.end),
            step.units,
            f"{text[step.start]}: {words.say('league.units', count=step.units)}",
            step.own,
        )
        for step in steps
    ]
    say, count = words.say, ColumnKind.COUNT
    own = words.own
    names = HistogramNames(
        units=say("league.legend.units"),
        own="" if own is None else say("league.legend.own", unit=words.short_name(own)),
        median=float(words.median),
        median_text=say("league.legend.median", median=words.fixed(words.median)),
        bands=say("league.bands"),
    )
    edges = [steps[0].start, *(step.end for step in steps)]
    ticks = {float(edge): words.short(edge) for edge in edges}
    decimals = words.decimals_of(edges)
    table = TableOf(steps)
    for title, edge in (("from", 0), ("below", 1)):
        table.column(
            say(f"league.column.{title}"),
            lambda step, edge=edge: words.number_cell(step[edge], decimals),  # type: ignore[misc]
            ColumnKind.NUMBER,
            decimals,
        )
    table.column(say("league.column.units"), lambda step: words.count_cell(step.units), count)
    note = f"{say('league.fact.median')}: {words.fixed(words.median)}."
    said = "; ".join(one.said for one in columns)
    yield Chart(
        "chart-spread",
        say("league.chart.spread"),
        say("league.chart.spread-description", columns=said),
        histogram(columns, names, ticks, words.bands),
        table.made("spread", say("league.table.spread"), f"{note} {say('league.spread-note')}"),
    )


def _range_text(words: LeagueWording, step: _Step, *, last: bool) -> str:
    start, end = words.short(step.start), words.short(step.end)
    return words.say("league.from-to-last" if last else "league.from-to", start=start, end=end)


def _steps(words: LeagueWording) -> list[_Step]:
    """Return the scale in round steps from the lowest to the highest score."""
    scores = [words.score(one) for one in words.scored]
    low, high = min(scores), max(scores)
    most = min(max(len(scores) // _UNITS_A_STEP, _FEWEST_STEPS), _MOST_STEPS)
    span = float(high - low)
    wide = next(
        Fraction(str(round(one, 10))) for one in round_steps(span / most or 1) if span / one <= most
    )
    first, last = math.floor(low / wide), math.ceil(high / wide)
    edges = [wide * at for at in range(first, max(last, first + 1) + 1)]

    def place(score: Fraction) -> int:
        return min(math.floor(score / wide) - first, len(edges) - 2)

    found = [place(score) for score in scores]
    own = None if words.own_place is None else found[words.own_place]
    return [
        _Step(start, end, found.count(at), at == own)
        for at, (start, end) in enumerate(pairwise(edges))
    ]


def _classes(words: LeagueWording) -> Iterator[Block]:
    """Yield how many units are in each class, the highest first."""
    classes = words.definition.classes
    labels = [one.class_label for one in words.scored]
    rows = [
        _ClassCount(one, below, labels.count(one.label))
        for one, below in zip(classes, (None, *classes), strict=False)
    ][::-1]
    total = len(words.scored)
    if not rows:
        return
    say = words.say

    def share(row: _ClassCount) -> Fraction:
        return Fraction(row.units, total)

    def name(row: _ClassCount) -> str:
        return words.label(row.one.label)

    table = TableOf(rows)
    table.column(say("league.column.class"), name, header=True)
    table.column(say("league.column.bounds"), lambda row: _bounds(words, row))
    count = ColumnKind.COUNT
    table.column(say("league.column.units"), lambda row: words.count_cell(row.units), count)
    words.share_column(table, say("league.column.share"), share)
    made = table.made("classes", say("league.table.classes"))
    shown = [
        Bar(name(row), f"{row.units} ({cells[-1].text})", float(share(row)))
        for row, cells in zip(rows, made.rows, strict=True)
    ]
    yield Chart(
        "chart-classes",
        say("league.chart.classes"),
        say(
            "league.chart.classes-description",
            classes="; ".join(f"{one.label} {one.text}" for one in shown),
        ),
        bars(shown, ScaleFrame("", low="0", high=str(total))),
        made,
    )


def _bounds(words: LeagueWording, row: _ClassCount) -> str:
    """Return which scores are in a class."""
    said = []
    if row.below is not None and row.below.bound is not None:
        key = "above" if row.below.bound_included else "from"
        said.append(words.say(f"league.bounds.{key}", start=words.short(row.below.bound)))
    if row.one.bound is not None:
        key = "up-to" if row.one.bound_included else "below"
        said.append(words.say(f"league.bounds.{key}", end=words.short(row.one.bound)))
    return ", ".join(said)
