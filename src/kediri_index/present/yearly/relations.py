"""How the pillars of many units go together."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import partial

from kediri_index.model.league import PartRelation
from kediri_index.present.charts.matrix import MOST, MatrixPair, matrix
from kediri_index.present.document import (
    Block,
    Chart,
    ColumnKind,
    Paragraph,
    Section,
    TableCell,
    TableColumn,
    TableOf,
    Tone,
)
from kediri_index.present.yearly.league import LeagueWording
from kediri_index.scoring.statistics.judging import ENOUGH, OPPOSED

_DECIMALS = 2


def relations_section(words: LeagueWording) -> Section | None:
    """Return the correlations, None where too few units have the scores."""
    found = words.league.relations
    known = [one for one in found if one.correlation is not None and one.n >= ENOUGH]
    if not known or len(words.league.parts) > MOST:
        return None
    title = words.say("league.relations", kind=words.part_kind)
    return Section("relations", title, tuple(_blocks(words, known)))


def _blocks(words: LeagueWording, known: list[PartRelation]) -> Iterator[Block]:
    say = words.say
    least, most = (end(known, key=lambda one: one.correlation or 0) for end in (min, max))
    sentences = [_sentence(words, "league.relations-most", most)] if _figure(most) > 0 else []
    if _figure(least) < OPPOSED:
        sentences.append(_sentence(words, "league.relations-least", least))
    if sentences:
        yield Paragraph(" ".join(sentences))
    places = {part.id: at for at, part in enumerate(words.league.parts)}
    texts = {(one.first, one.second): words.to(_figure(one), _DECIMALS) for one in known}
    pairs = [
        MatrixPair(
            places[one.first],
            places[one.second],
            texts[one.first, one.second],
            one.correlation,
            f"{words.name(one.first)}, {words.name(one.second)}: {texts[one.first, one.second]}",
        )
        for one in known
    ]
    figures = {(one.first, one.second): _figure(one) for one in known}

    def cell(column: str, row: str) -> TableCell:
        found = figures.get((column, row), figures.get((row, column)))
        if found is None:
            return words.cell(None)
        return TableCell(words.to(found, _DECIMALS), found, Tone.BAD if found < 0 else Tone.PLAIN)

    table = TableOf([part.id for part in words.league.parts])
    table.column(
        TableColumn(words.part_kind.capitalize()),
        lambda one: f"{places[one] + 1} {words.name(one)}",
        header=True,
    )
    for part, at in places.items():
        table.column(str(at + 1), partial(cell, part), ColumnKind.NUMBER, _DECIMALS)
    count = max(one.n for one in known)
    note = say("league.relations-note", count=count)
    yield Chart(
        "chart-relations",
        say("league.chart.relations", kind=words.part_kind),
        say(
            "league.chart.relations-description",
            kind=words.part_kind,
            pairs="; ".join(one.said for one in pairs),
        ),
        matrix(
            [words.name(one) for one in places],
            pairs,
            say("league.legend.together"),
            say("league.legend.against"),
        ),
        table.made("relations", say("league.table.relations", kind=words.part_kind), note),
    )


def _figure(one: PartRelation) -> Fraction:
    """Return the correlation as it is written."""
    return Fraction(round((one.correlation or 0) * 10**_DECIMALS), 10**_DECIMALS)


def _sentence(words: LeagueWording, key: str, one: PartRelation) -> str:
    return words.say(
        key,
        first=words.name(one.first),
        second=words.name(one.second),
        correlation=words.to(_figure(one), _DECIMALS),
    )
