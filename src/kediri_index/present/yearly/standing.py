"""Where one unit stands among its peers: ranks, strengths and weaknesses, neighbours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from kediri_index.model.league import PeerScores
from kediri_index.model.scores import UnitResult
from kediri_index.present.charts.strips import Strip, StripNames, strips
from kediri_index.present.document import (
    Block,
    Chart,
    ColumnKind,
    Heading,
    Paragraph,
    Section,
    Table,
    TableCell,
    TableColumn,
    TableOf,
    Tone,
)
from kediri_index.present.unit_groups import place_sentence
from kediri_index.present.yearly.league import LeagueWording, UnitFiles
from kediri_index.scoring.fold import OVERALL

_NAMED = 5
"""So many strengths, and so many weaknesses."""
_BESIDE = 2
"""So many neighbours on either side."""
_FEWEST = 3
"""Among fewer units a rank says little."""


class _Place(NamedTuple):
    """One score of the unit among the scores of all."""

    id: str
    name: str
    score: Fraction
    peers: PeerScores
    at: int

    @property
    def rank(self) -> int:
        return self.peers.above(self.at) + 1

    @property
    def lead(self) -> int:
        """How many more units are below than above."""
        return self.peers.below(self.at) - self.peers.above(self.at)


def standing_section(words: LeagueWording, files: UnitFiles | None = None) -> Section | None:
    """Return where one's own unit stands, None where there are too few others or no score."""
    at = words.league.own
    if at is None or len(words.scored) < _FEWEST or words.own is None:
        return None
    places = list(_places(words, at))
    if not places:
        return None
    title = words.say("league.standing", unit=words.named(words.own))
    return Section("standing", title, tuple(_blocks(words, places, at, files)))


def _places(words: LeagueWording, at: int) -> Iterator[_Place]:
    """Yield the place in the overall and in each part."""
    names = zip((one.id for one in words.league.parts), words.part_names, strict=True)
    for node, name in ((OVERALL, words.say("league.overall")), *names):
        found = _place(words, node, name, at)
        if found is not None:
            yield found


def _place(words: LeagueWording, node: str, name: str, at: int) -> _Place | None:
    peers = words.league.peers.get(node)
    score = None if peers is None else peers.scores[at]
    if peers is None or score is None or len(peers.known) < _FEWEST:
        return None
    return _Place(node, name, score, peers, at)


def _blocks(
    words: LeagueWording, places: Sequence[_Place], at: int, files: UnitFiles | None
) -> Iterator[Block]:
    overall = places[0]
    median = overall.peers.median
    gap = overall.score - median
    key = "above" if gap > 0 else "below" if gap < 0 else "at"
    yield Paragraph(
        words.say(
            f"league.standing.{key}",
            rank=overall.rank,
            total=len(overall.peers.known),
            gap=words.fixed(abs(gap)),
            median=words.fixed(median),
        )
    )
    if words.groups is not None and words.own is not None:
        whose = words.own.unit, words.own.year
        yield Paragraph(place_sentence(words, words.groups, whose), strong=True)
    yield _chart(words, places)
    indicators = [
        found
        for one in words.definition.all_indicators()
        if (found := _place(words, one.id, words.label(one.label), at)) is not None
    ]
    best = sorted((one for one in indicators if one.lead > 0), key=lambda one: -one.lead)[:_NAMED]
    worst = sorted((one for one in indicators if one.lead < 0), key=lambda one: one.lead)[:_NAMED]
    best.sort(key=lambda one: one.rank)
    worst.sort(key=lambda one: -one.rank)
    for name, some in (("strengths", best), ("weaknesses", worst)):
        if some:
            yield Heading(3, words.say(f"league.{name}"))
            yield _table(words, name, some)
    yield from _neighbours(words, files)


def _chart(words: LeagueWording, places: Sequence[_Place]) -> Chart:
    alike = words.definition.scale is not None
    every = [score for place in places for score in place.peers.known]
    ticks = sorted(Fraction(str(one)) for one in words.ticks(every))
    rows = []
    for place in places:
        known = place.peers.known
        low, high = (ticks[0], ticks[-1]) if alike else (known[0], known[-1])
        wide = float(high - low) or 1.0

        def reach(score: float, low: float = float(low), wide: float = wide) -> float:
            return min(max((score - low) / wide, 0.0), 1.0)

        own = place.peers.below(place.at)
        others = (*place.peers.floats[:own], *place.peers.floats[own + 1 :])
        rows.append(
            Strip(
                place.name,
                words.say("league.rank-of", rank=place.rank, total=len(known)),
                reach(float(place.score)),
                reach(float(place.peers.median)),
                tuple(map(reach, others)),
                _said(words, place),
                strong=place.id == OVERALL,
            )
        )
    ends = (words.short(ticks[0]), words.short(ticks[-1])) if alike else None
    unit = "" if words.own is None else words.short_name(words.own)
    names = StripNames(
        unit, words.say("league.legend.others"), words.say("league.fact.median"), ends
    )
    description = "; ".join(one.said for one in rows)
    return Chart(
        "chart-standing",
        words.say("league.chart.standing"),
        words.say("league.chart.standing-description", places=description),
        strips(rows, names),
        _table(words, "standing", places),
    )


def _said(words: LeagueWording, place: _Place) -> str:
    rank = words.say("league.rank-of", rank=place.rank, total=len(place.peers.known))
    median = words.fixed(place.peers.median)
    score = words.fixed(place.score)
    return words.say("league.standing.said", name=place.name, score=score, rank=rank, median=median)


def _table(words: LeagueWording, name: str, places: Sequence[_Place]) -> Table:
    say, number, count = words.say, ColumnKind.NUMBER, ColumnKind.COUNT
    table = TableOf(places)
    is_part = name == "standing"
    code = TableColumn(say("column.code"), ColumnKind.CODE, may_go=True)
    table.column(code, lambda one: one.id, wanted=not is_part)
    title = say("column.part" if is_part else "column.indicator")
    table.column(title, lambda one: one.name, header=True)
    table.column(
        say("column.score"),
        lambda one: words.number_cell(one.score, words.decimals),
        number,
        words.decimals,
    )
    table.column(
        say("league.fact.median"),
        lambda one: words.number_cell(one.peers.median, words.decimals),
        number,
        words.decimals,
    )
    table.column(say("column.rank"), lambda one: words.count_cell(one.rank), count)
    among = TableColumn(say("league.column.among"), count, may_go=True)
    table.column(among, lambda one: words.count_cell(len(one.peers.known)))
    return table.made(name, say(f"league.table.{name}"))


def _neighbours(words: LeagueWording, files: UnitFiles | None) -> Iterator[Block]:
    """Yield the units next in rank with links to their pages, and to the page of all."""
    at, units = words.league.own, words.league.units
    if files is None or at is None:
        return
    some = range(max(at - _BESIDE, 0), min(at + _BESIDE + 1, len(units)))
    rows: list[int | None] = [*some, None]

    def unit(row: int | None) -> UnitResult | None:
        return None if row is None else units[row]

    def cell(row: int | None) -> TableCell:
        if row is None:
            return TableCell(words.say("league.all"), file=files.of_all)
        return words.name_cell(units[row], Tone.STRONG if row == at else Tone.PLAIN)

    table = TableOf(rows)
    table.column(
        words.say("column.rank"),
        lambda row: words.count_cell(one.rank if (one := unit(row)) else None),
        ColumnKind.COUNT,
    )
    table.column(words.say("column.unit"), cell, header=True)
    table.column(
        words.say("column.score"),
        lambda row: words.figure_cell(one.overall) if (one := unit(row)) else words.cell(None),
        ColumnKind.NUMBER,
        words.decimals,
    )
    yield Heading(3, words.say("league.neighbours"))
    yield table.made("neighbours", words.say("league.table.neighbours"))
