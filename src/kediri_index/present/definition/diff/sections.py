"""What a comparison of definitions shows, as sections of rows, for screen and Markdown alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kediri_index.model.changes import ChangeKind, DefinitionDiff, Effect, UnitEffect
from kediri_index.model.results import GroupResult, UnitResult
from kediri_index.present.definition.diff.words import NOTHING, DiffWords

_SHOWN = 6
"""So many changes of one kind are shown in full, unless all are asked for."""


class Section(NamedTuple):
    """A table: its *columns* with whether they are figures, its rows, and a line below."""

    title: str
    columns: tuple[tuple[str, bool], ...]
    rows: tuple[tuple[str, ...], ...]
    below: str | None = None


def change_sections(diff: DefinitionDiff, words: DiffWords, *, detail: bool) -> Iterator[Section]:
    """Yield a section a kind; of one with many changes the first few, unless *detail*."""
    columns = ((words.say("diff.before"), False), (words.say("diff.after"), False))
    for kind in ChangeKind:
        of_kind = [one for one in diff.changes if one.kind is kind]
        if not of_kind or kind is ChangeKind.IDENTITY:
            continue
        few = of_kind if detail or len(of_kind) <= _SHOWN else of_kind[: _SHOWN - 1]
        left_out = len(of_kind) - len(few)
        title = words.say(f"change-kind.{kind.value}")
        yield Section(
            f"{title} · {len(of_kind)}" if len(of_kind) > 1 else title,
            ((words.say("diff.where"), False), *columns),
            tuple((words.where(one), *words.sides(one, diff)) for one in few),
            words.say("diff.more", count=left_out) if left_out else None,
        )


def unit_section(effect: Effect, words: DiffWords) -> Section:
    """Return a row a unit, by size of change; columns only where they say something."""
    units = effect.units or ()
    years = len({one.year for one in units}) > 1
    ranks = any(result and result.rank for one in units for result in (one.before, one.after))
    classes = bool(effect.before.definition.classes or effect.after.definition.classes)
    columns = [
        (True, "column.unit", False),
        (years, "column.year", False),
        (True, "diff.before", True),
        (True, "diff.after", True),
        (True, "diff.change", True),
        (ranks, "column.rank", True),
        (classes, "column.class", False),
    ]
    shown = [there for there, _, _ in columns]
    return Section(
        "",
        tuple((words.say(key), figure) for there, key, figure in columns if there),
        tuple(_kept(_cells(one, effect, words), shown) for one in units),
    )


def group_sections(effect: Effect, words: DiffWords) -> Iterator[Section]:
    """Yield for each unit the groups whose figure or weight changes."""
    names = {
        group.id: group.label.in_language(words.language)
        for outcome in (effect.before, effect.after)
        for group in outcome.definition.all_groups()
    }
    columns = (
        (words.say("column.group"), False),
        (words.say("diff.before"), True),
        (words.say("diff.after"), True),
        (words.say("column.effective-weight"), True),
    )
    for one in effect.units or ():
        rows = tuple(
            (
                names[group_id],
                words.published(old.figure if old else None, effect.before.definition),
                words.published(new.figure if new else None, effect.after.definition),
                words.arrow(_weight(old, words), _weight(new, words)),
            )
            for group_id, old, new in changed_groups(one)
        )
        if rows:
            yield Section(words.say("diff.groups-of", unit=words.unit(one)), columns, rows)


def changed_groups(
    one: UnitEffect,
) -> Iterator[tuple[str, GroupResult | None, GroupResult | None]]:
    """Yield the groups whose figure or effective weight differs, in the order of the trees."""
    old, new = _groups(one.before), _groups(one.after)
    for group_id in {**old, **new}:
        there, here = old.get(group_id), new.get(group_id)
        if _figures(there) != _figures(here):
            yield group_id, there, here


def _cells(one: UnitEffect, effect: Effect, words: DiffWords) -> tuple[str, ...]:
    sides = ((one.before, effect.before.definition), (one.after, effect.after.definition))
    old, new = (words.published(side.overall if side else None, by) for side, by in sides)
    ranks = [str(side.rank or NOTHING) if side else NOTHING for side, _ in sides]
    classes = [words.label(side.class_label if side else None) for side, _ in sides]
    return (
        words.unit(one),
        str(one.year or NOTHING),
        old,
        new,
        words.signed(one.change, effect),
        words.arrow(*ranks),
        words.arrow(*classes),
    )


def _kept(cells: Sequence[str], shown: Sequence[bool]) -> tuple[str, ...]:
    return tuple(cell for cell, there in zip(cells, shown, strict=True) if there)


def _groups(result: UnitResult | None) -> dict[str, GroupResult]:
    found: dict[str, GroupResult] = {}
    waiting = list(result.groups if result else ())
    while waiting:
        group = waiting.pop(0)
        found[group.id] = group
        waiting = [*group.groups, *waiting]
    return found


def _figures(group: GroupResult | None) -> object:
    """Return what shows of a group; one without a score and weight is as good as none."""
    if group is None or (group.figure.score is None and not group.effective_weight):
        return None
    return (group.figure, group.effective_weight)


def _weight(group: GroupResult | None, words: DiffWords) -> str:
    return words.percent(group.effective_weight if group else None)
