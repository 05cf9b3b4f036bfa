"""Groups of units as a table, as JSON, and in a sentence about one unit."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TypeVar

from kediri_index.messages.values import fixed
from kediri_index.model.preparing import UnitYear
from kediri_index.model.scores import Figure
from kediri_index.model.unit_groups import GroupPlace, UnitGroup, UnitGroups
from kediri_index.present.document import (
    NOTHING,
    ColumnKind,
    Table,
    TableCell,
    TableColumn,
    TableOf,
)
from kediri_index.present.envelope import Json, exact
from kediri_index.present.wording import ScoreWording

_Row = TypeVar("_Row")


def group_name(words: ScoreWording, groups: UnitGroups, value: str | None) -> str:
    """Return what a group is called; units without one are called that."""
    return words.say("league.groups.none", name=groups.name) if value is None else value


def place_text(words: ScoreWording, place: GroupPlace) -> str:
    """Return the rank within the group: *3 of 29*."""
    if place.rank is None:
        return ""
    return words.say("league.rank-of", rank=place.rank, total=place.scored)


def place_sentence(words: ScoreWording, groups: UnitGroups, whose: UnitYear) -> str:
    """Return the group of one unit, with the rank there: *provinsi: Papua, rank 3 of 29*."""
    place = groups.place(*whose)
    if place.value is None:
        return words.say("league.groups.place-none", name=groups.name)
    if place.rank is None:
        return words.say("league.groups.place", name=groups.name, value=place.value)
    return words.say(
        "league.groups.place-rank",
        name=groups.name,
        value=place.value,
        rank=place.rank,
        total=place.scored,
    )


def place_columns(
    words: ScoreWording,
    groups: UnitGroups,
    table: TableOf[_Row],
    whose: Callable[[_Row], UnitYear],
    *,
    of_all: bool = False,
) -> None:
    """Add the group of each unit to a *table* of units, and its rank there, perhaps *of all*.

    A table that people compute with has the rank alone, as a number.
    """

    def value(row: _Row) -> TableCell:
        return words.cell(groups.place(*whose(row)).value)

    def rank(row: _Row) -> TableCell:
        place = groups.place(*whose(row))
        text = place_text(words, place)
        return TableCell(text, place.rank) if of_all and text else words.count_cell(place.rank)

    table.column(TableColumn(groups.name, may_go=True), value)
    titles = words.say("league.groups.rank"), words.say("league.groups.rank-short")
    title = TableColumn(titles[0], ColumnKind.COUNT, short=titles[1], may_go=True)
    table.column(title, rank)


def groups_table(words: ScoreWording, groups: UnitGroups, caption: str = "") -> Table:
    """Return a row per group, and per year where there are several: units and figures."""
    say, count, number = words.say, ColumnKind.COUNT, ColumnKind.NUMBER
    table = _table_of(words, groups)
    table.column(say("league.column.units"), lambda one: words.count_cell(len(one.units)), count)
    table.column(
        say("league.groups.unscored"),
        lambda one: words.count_cell(one.unscored),
        count,
        wanted=any(one.unscored for one in groups.groups),
    )
    for name in ("mean", "median", "lowest", "highest"):
        title = TableColumn(say(f"league.groups.{name}"), number, words.decimals)
        table.column(title, lambda one, name=name: words.figure_cell(getattr(one, name)))  # type: ignore[misc]
    return table.made("unit-groups", caption, say("league.groups.note"))


def parts_table(words: ScoreWording, groups: UnitGroups) -> Table | None:
    """Return the means of the top-level groups likewise, None where there is only one."""
    if len(groups.parts) <= 1:
        return None
    labels = {one.id: words.label(one.label) for one in words.definition.groups}
    table = _table_of(words, groups)

    def part(at: int, group: UnitGroup) -> TableCell:
        return words.figure_cell(group.parts[at])

    for at, node in enumerate(groups.parts):
        title = TableColumn(labels[node], ColumnKind.NUMBER, words.decimals)
        table.column(title, partial(part, at))
    return table.made("unit-group-parts", words.say("league.groups.parts"))


def _table_of(words: ScoreWording, groups: UnitGroups) -> TableOf[UnitGroup]:
    """Return a table in the making, with the names of the groups."""
    table = TableOf(groups.groups)
    table.column(
        words.say("column.year"),
        lambda one: str(one.year) if one.year else NOTHING,
        ColumnKind.CODE,
        wanted=len({one.year for one in groups.groups}) > 1,
    )
    table.column(groups.name, lambda one: group_name(words, groups, one.value), header=True)
    return table


def groups_json(groups: UnitGroups, decimals: int) -> Json:
    """Return the groups, with the units of each from the best."""

    def figure(one: Figure) -> dict[str, Json]:
        published = None if one.published is None else fixed(one.published, decimals)
        return {"score": exact(one.score), "published": published}

    def documents() -> Iterator[Json]:
        for one in groups.groups:
            yield {
                "year": one.year,
                "value": one.value,
                "units": list(one.units),
                "scored": one.scored,
                "unscored": one.unscored,
                "mean": figure(one.mean),
                "median": figure(one.median),
                "lowest": figure(one.lowest),
                "highest": figure(one.highest),
                "groups": [
                    {"id": node, **figure(part)}
                    for node, part in zip(groups.parts, one.parts, strict=True)
                ],
            }

    return {"name": groups.name, "groups": list(documents())}
