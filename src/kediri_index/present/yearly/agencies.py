"""The agencies (OPD): the board, and their scores by pillar as a heat table."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import partial

from kediri_index.model.profile import Board, OpdState, OpdStatus
from kediri_index.present.charts.bars import StackPiece, stack
from kediri_index.present.document import (
    Block,
    Chart,
    ColumnKind,
    Section,
    Table,
    TableCell,
    TableOf,
    Tone,
)
from kediri_index.present.yearly.groups import part_kind, part_results
from kediri_index.present.yearly.wording import YearlyWording

_VIEW = "opd"
_TONES = {
    OpdState.MISSING: Tone.MUTED,
    OpdState.FAULTY: Tone.BAD,
    OpdState.INCOMPLETE: Tone.PLAIN,
    OpdState.COMPLETE: Tone.GOOD,
}
_SIGNS = {
    OpdState.MISSING: "○",
    OpdState.FAULTY: "✗",
    OpdState.INCOMPLETE: "…",
    OpdState.COMPLETE: "✓",
}


def agencies_section(words: YearlyWording) -> Section | None:
    """Return the section on the agencies, None where nothing is known of any."""
    blocks = tuple(_blocks(words))
    return Section("agencies", words.say("yearly.agencies"), blocks) if blocks else None


def view_table(words: YearlyWording, view: str, caption: str, names: dict[str, str]) -> Table:
    """Return a table of one view: means without weights, and parts of the overall."""
    rows = words.yearly.result.views[view]
    table = TableOf(rows)
    number, count = ColumnKind.NUMBER, ColumnKind.COUNT
    table.column(caption, lambda row: names.get(row.id, row.id))
    table.column(
        words.say("column.score"),
        lambda row: words.number_cell(row.score, words.decimals),
        number,
        words.decimals,
    )
    table.column(
        words.say("column.contribution"),
        lambda row: words.number_cell(row.contribution, words.fine),
        number,
        words.fine,
        sparse=True,
    )
    table.column(
        words.say("column.answers"), lambda row: words.count_cell(row.completeness.answered), count
    )
    table.column(
        words.say("yearly.column.expected"),
        lambda row: words.count_cell(row.completeness.expected),
        count,
    )
    key = "yearly.table.view-opd" if view == _VIEW else "yearly.table.view"
    return table.made(
        f"view-{view}", words.say(key, name=caption), words.say("yearly.view-note"), long=True
    )


def _blocks(words: YearlyWording) -> Iterator[Block]:
    yearly = words.yearly
    if yearly.board is not None:
        yield _states(words, yearly.board)
        yield _board(words, yearly.board)
    if yearly.crossings and yearly.parts is not None:
        yield _heat(words)
    if yearly.result.views.get(_VIEW):
        yield view_table(words, _VIEW, words.say("column.opd"), words.opd_names)


def _states(words: YearlyWording, board: Board) -> Chart:
    counts = {state: sum(1 for row in board.opd if row.state is state) for state in OpdState}
    order = list(reversed(OpdState))
    caption = words.say("yearly.chart.board")
    names = {state: words.say(f"state.{state.value}") for state in order}
    said = "; ".join(f"{names[state]} {counts[state]}" for state in order)
    states = TableOf(order)
    states.column(words.say("column.state"), names.__getitem__)
    states.column(
        words.say("yearly.column.count"),
        lambda state: words.count_cell(counts[state]),
        ColumnKind.COUNT,
    )
    return Chart(
        id="chart-board",
        caption=caption,
        description=words.say("yearly.chart.board-description", parts=said),
        drawing=stack([StackPiece(names[state], counts[state]) for state in order]),
        table=states.made("states", words.say("yearly.table.states")),
    )


def state_cell(words: YearlyWording, row: OpdStatus) -> TableCell:
    """Return how far an agency is, in a word with its sign."""
    state = row.state
    return TableCell(f"{_SIGNS[state]} {words.say(f'state.{state.value}')}", tone=_TONES[state])


def _board(words: YearlyWording, board: Board) -> Table:
    say, cell, count = words.say, words.count_cell, ColumnKind.COUNT
    table = TableOf(board.opd)
    table.column(say("column.opd"), lambda row: row.opd.name)
    table.column(
        say("column.state"),
        lambda row: state_cell(words, row),
    )
    table.column(say("column.answers"), lambda row: cell(row.answered), count)
    table.column(say("yearly.column.expected"), lambda row: cell(row.expected), count)
    table.column(say("board.errors"), lambda row: cell(row.errors), count)
    table.column(say("board.warnings"), lambda row: cell(row.warnings), count)
    table.column(say("column.revision"), lambda row: cell(row.revision), count)
    words.share_column(table, say("column.weight"), lambda row: row.weight)
    return table.made("board", say("yearly.table.board"), long=True)


def _heat(words: YearlyWording) -> Table:
    yearly = words.yearly
    met = {(one.opd, one.group): one for one in yearly.crossings}
    owners = list(dict.fromkeys([*words.opd_names, *(one.opd for one in yearly.crossings)]))
    owners = [opd for opd in owners if any(opd == one for one, _ in met)]
    values = [one.score for one in met.values() if one.score is not None]
    low, high = words.definition.scale or (min(values, default=Fraction(0)), max(values, default=1))

    def cell(group: str, opd: str) -> TableCell:
        crossing = met.get((opd, group))
        if crossing is None:
            return words.number_cell(None, words.decimals)
        if crossing.score is None:
            return TableCell(words.say("yearly.heat-empty"), tone=Tone.MUTED)
        reach = (crossing.score - low) / (high - low) if high != low else Fraction(0)
        shade = min(max(reach, Fraction(0)), Fraction(1))
        return words.number_cell(crossing.score, words.decimals)._replace(shade=shade)

    table = TableOf(owners)
    table.column(words.say("column.opd"), words.opd)
    for part in part_results(words):
        table.column(words.name(part.id), partial(cell, part.id), ColumnKind.NUMBER, words.decimals)
    caption = words.say("yearly.table.heat", kind=part_kind(words))
    return table.made("heat", caption, words.say("yearly.heat-note"), long=True)
