"""What moved since last year, and why."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import ceil
from typing import NamedTuple

from kediri_index.messages.numbers import fixed, localised
from kediri_index.model.comparison import Comparison, Contribution
from kediri_index.model.definition import Group
from kediri_index.present.charts.diverging import Part, diverging
from kediri_index.present.document import (
    Block,
    Cell,
    Chart,
    ColumnKind,
    Paragraph,
    Section,
    Table,
)
from kediri_index.present.yearly.words import YearlyWords

_NAMED = 3


class Moved(NamedTuple):
    """A part of the change, for charts and sentences."""

    name: str
    contribution: Fraction


def moved_section(words: YearlyWords) -> Section:
    """Return what moved since last year and why, in few words."""
    result, comparison = words.yearly.result, words.yearly.comparison
    if comparison is not None:
        blocks = tuple(map(Paragraph, reasons(words, comparison)))
    else:
        key = "yearly.no-change" if result.change is None else "yearly.no-reasons"
        if words.is_previous_unfit():
            key = "yearly.no-comparison"
        said = words.other_basis(result) or words.say(key)
        blocks = (Paragraph(said),)
    return Section("moved", words.say("yearly.moved"), blocks, brief=True)


def moved_blocks(words: YearlyWords) -> Iterator[Block]:
    """Yield the parts of the change as a chart, and what every answer contributed."""
    comparison = words.yearly.comparison
    if comparison is None:
        return
    parts = moved_parts(words, comparison)
    if any(one.contribution for one in parts):
        yield _chart(words, parts)
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


def reasons(words: YearlyWords, comparison: Comparison) -> Iterator[str]:
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


def _by(words: YearlyWords, one: Moved) -> str:
    """Return what a part moved; with more decimals where it would look like nothing."""
    tiny = abs(one.contribution) * 2 * 10**words.decimals < 1
    return words.moved(one.contribution, words.fine if tiny else words.decimals)


def moved_parts(words: YearlyWords, comparison: Comparison) -> list[Moved]:
    """Return parts that add up to the change: the charted groups, and the other top ones beside.

    The weights and the set are parts of their own where they contribute.
    """
    found = {one.id: one for one in comparison.contributions}
    parts = []
    placed: set[str] = set()
    for group in _parting(words.definition.groups, words.yearly.parts):
        if group.id in found:
            parts.append(Moved(words.label(group.label), found[group.id].contribution))
            placed |= {node.id for node in group.at_or_below()}
    parts += [  # what the new definition has no place for
        Moved(words.label(one.label), one.contribution)
        for one in comparison.players()
        if one.id not in placed
    ]
    for key, part in (("weights", comparison.weights), ("set", comparison.set)):
        if part:
            parts.append(Moved(words.say(f"yearly.part.{key}"), part))
    return parts


def _parting(groups: tuple[Group, ...], kind: str | None) -> Iterator[Group]:
    for group in groups:
        inner = [child for child in group.groups if child.kind == kind]
        if inner and len(inner) == len(group.children):
            yield from inner
        else:
            yield group


def _chart(words: YearlyWords, parts: list[Moved]) -> Chart:
    ordered = sorted(parts, key=lambda one: -one.contribution)
    shown = [
        Part(one.name, words.moved(one.contribution, words.fine), float(one.contribution))
        for one in ordered
    ]
    said = "; ".join(f"{one.label} {one.text}" for one in shown)
    caption = words.say("yearly.chart.moved")
    return Chart(
        id="chart-moved",
        caption=caption,
        description=words.say("yearly.chart.moved-description", parts=said),
        drawing=diverging(shown),
        table=Table(
            id="moved-parts",
            caption=caption,
            columns=(
                words.column("part", "yearly.column.part"),
                words.column(
                    "contribution", "yearly.column.to-change", ColumnKind.NUMBER, words.fine
                ),
            ),
            rows=tuple(
                (Cell(one.name), words.moved_cell(one.contribution, words.fine)) for one in ordered
            ),
        ),
    )


def _table(words: YearlyWords, comparison: Comparison) -> Table:
    moved = [one for one in comparison.players() if one.contribution or one.before != one.after]
    moved.sort(key=lambda one: (-abs(one.contribution), one.id))
    rows = [_row(words, one) for one in moved]
    for key, part in (("weights", comparison.weights), ("set", comparison.set)):
        if part:
            name = words.say(f"yearly.part.{key}")
            nothing = words.cell(None)
            rows.append((nothing, Cell(name), nothing, nothing, words.moved_cell(part, words.fine)))
    return Table(
        id="moved",
        caption=words.say("yearly.table.moved"),
        columns=(
            words.column("id", "column.code", ColumnKind.CODE),
            words.column("name", "yearly.column.part"),
            words.column("before", "yearly.column.old", ColumnKind.NUMBER, words.decimals),
            words.column("after", "yearly.column.new", ColumnKind.NUMBER, words.decimals),
            words.column("contribution", "yearly.column.to-change", ColumnKind.NUMBER, words.fine),
        ),
        rows=tuple(rows),
        header=1,
        note=" ".join(_notes(words, comparison)),
        long=True,
    )


def _notes(words: YearlyWords, comparison: Comparison) -> Iterator[str]:
    """Yield what the parts add up to, and how near they are; the error is rounded up."""
    yield words.say("yearly.moved-note", change=words.moved(comparison.change, words.fine))
    error = comparison.error
    if error is not None:
        unit = 10 ** (words.fine + 1)
        shown = Fraction(ceil(error.standard_error * unit), unit)
        said = localised(fixed(shown, words.fine + 1), words.language)
        yield words.say("yearly.moved-sampled", orders=error.orders, error=said)


def _row(words: YearlyWords, one: Contribution) -> tuple[Cell, ...]:
    return (
        Cell(one.id),
        Cell(words.label(one.label)),
        words.number_cell(one.before, words.decimals),
        words.number_cell(one.after, words.decimals),
        words.moved_cell(one.contribution, words.fine),
    )
