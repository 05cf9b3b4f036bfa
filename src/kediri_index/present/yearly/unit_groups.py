"""Many units by group, such as the regions of each province: means, and who is in which."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kediri_index.model.scores import UnitResult
from kediri_index.model.unit_groups import GroupPlace, UnitGroup, UnitGroups
from kediri_index.present.charts.group_strips import (
    MOST,
    GroupStrip,
    GroupStripNames,
    StripUnit,
    group_strips,
)
from kediri_index.present.document import (
    Block,
    Chart,
    ColumnKind,
    Paragraph,
    Section,
    Table,
    TableColumn,
    TableOf,
    Tone,
)
from kediri_index.present.unit_groups import group_name, groups_table, parts_table
from kediri_index.present.yearly.league import LeagueWording

_NAMED = 20
"""So many units without a group are named."""


def groups_of_units_section(words: LeagueWording) -> Section | None:
    """Return the groups as a picture and a table, None without any."""
    groups = words.groups
    if groups is None or not words.scored:
        return None
    title = words.say("league.groups", name=groups.name)
    return Section("unit-groups", title, tuple(_blocks(words, groups)))


def parts_of_groups_section(words: LeagueWording) -> Section | None:
    """Return the means of the top-level groups of the definition: on paper they may be wide."""
    groups = words.groups
    table = parts_table(words, groups) if groups is not None and words.scored else None
    if groups is None or table is None:
        return None
    title = words.say("league.groups.parts-by", name=groups.name)
    return Section("unit-group-parts", title, (table,))


def _blocks(words: LeagueWording, groups: UnitGroups) -> Iterator[Block]:
    drawn = [one for one in groups.groups if one.scored]
    named = [one for one in drawn if one.value is not None]
    if len(named) > 1:
        yield Paragraph(words.say("league.groups.ends", **_ends(words, named)))
    for group in groups.groups:
        if group.value is None:
            units = [unit or words.say("unit-unknown") for unit in group.units]
            listed = words.listed(units, _NAMED)
            yield Paragraph(words.say("league.groups.without", name=groups.name, units=listed))
    table = groups_table(words, groups, words.say("league.groups.table", name=groups.name))
    yield _chart(words, groups, drawn, table) if len(drawn) <= MOST else table


def _ends(words: LeagueWording, groups: Sequence[UnitGroup]) -> dict[str, str]:
    """Return the groups with the highest and the lowest mean, as a sentence names them."""
    best, worst = groups[0], groups[-1]
    return {
        "best": best.value or "",
        "high": words.published(best.mean),
        "worst": worst.value or "",
        "low": words.published(worst.mean),
        "best_units": words.say("league.units", count=best.scored),
        "worst_units": words.say("league.units", count=worst.scored),
    }


def _chart(
    words: LeagueWording, groups: UnitGroups, drawn: Sequence[UnitGroup], table: Table
) -> Chart:
    ticks = words.ticks([words.score(one) for one in words.scored])
    units: dict[str | None, list[StripUnit]] = {}
    for unit in words.scored:
        place = groups.place(unit.unit, unit.year)
        said = f"{words.named(unit)}: {words.published(unit.overall)}"
        units.setdefault(place.value, []).append(
            StripUnit(float(words.score(unit)), said, own=unit is words.own)
        )
    rows = [
        GroupStrip(
            group_name(words, groups, one.value),
            words.published(one.mean),
            float(one.mean.published or 0),
            tuple(units[one.value]),
            _said(words, groups, one),
        )
        for one in drawn
    ]
    own = "" if words.own is None else words.short_name(words.own)
    say = words.say
    names = GroupStripNames(
        say("league.groups.unit"), say("league.groups.mean-of"), own, say("league.bands")
    )
    return Chart(
        "chart-unit-groups",
        words.say("league.groups.chart", name=groups.name),
        words.say("league.groups.description", groups="; ".join(one.said for one in rows)),
        group_strips(rows, names, ticks, words.bands),
        table,
    )


def _said(words: LeagueWording, groups: UnitGroups, group: UnitGroup) -> str:
    return words.say(
        "league.groups.said",
        value=group_name(words, groups, group.value),
        mean=words.published(group.mean),
        low=words.published(group.lowest),
        high=words.published(group.highest),
        units=words.say("league.units", count=group.scored),
    )


class _Row(NamedTuple):
    """A unit in its group."""

    unit: UnitResult
    place: GroupPlace


def by_group_section(words: LeagueWording) -> Section | None:
    """Return all units, group by group: an index to be read by them."""
    groups = words.groups
    if groups is None:
        return None
    order = {one.value: at for at, one in enumerate(groups.groups)}
    rows = [_Row(one, groups.place(one.unit, one.year)) for one in words.league.units]
    rows.sort(key=lambda row: order[row.place.value])  # within a group the ranking stays

    def tone(row: _Row) -> Tone:
        return Tone.STRONG if row.unit is words.own else Tone.PLAIN

    say, count = words.say, ColumnKind.COUNT
    table = TableOf(rows, tone)
    table.column(groups.name, lambda row: group_name(words, groups, row.place.value))
    rank = TableColumn(say("league.groups.rank"), count)
    table.column(rank, lambda row: words.count_cell(row.place.rank))
    name = say("column.unit")
    table.column(name, lambda row: words.name_cell(row.unit, tone(row)), header=True)
    score = say("league.column.score")
    table.column(
        score,
        lambda row: words.figure_cell(row.unit.overall, tone(row)),
        ColumnKind.NUMBER,
        words.decimals,
    )
    table.column(say("column.rank"), lambda row: words.count_cell(row.unit.rank), count)
    title = say("league.groups.by", name=groups.name)
    caption = say("league.groups.by-table", name=groups.name)
    return Section("by-group", title, (table.made("by-group", caption, long=True),))
