"""The agencies (OPD): the board, and their scores by pillar as a heat table."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from kediri_index.model.profile import Board, OpdState, OpdStatus
from kediri_index.model.scores import ViewRow
from kediri_index.present.charts.bars import StackPiece, stack
from kediri_index.present.document import (
    Block,
    Cell,
    Chart,
    Column,
    ColumnKind,
    Paragraph,
    Section,
    Table,
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
    """Return the section on the agencies, None where none is known."""
    yearly = words.yearly
    if not (yearly.board or yearly.crossings or yearly.result.views.get(_VIEW) or words.opd_names):
        return None
    return Section("agencies", words.say("yearly.agencies"), tuple(_blocks(words)))


def view_table(words: YearlyWording, view: str, caption: str, names: dict[str, str]) -> Table:
    """Return a table of one view: means without weights, and parts of the overall."""
    rows = words.yearly.result.views[view]
    number = ColumnKind.NUMBER
    with_parts = any(row.contribution is not None for row in rows)
    columns = [
        Column("name", caption),
        words.column("score", "column.score", number, words.decimals),
    ]
    if with_parts:
        columns.append(words.column("contribution", "column.contribution", number, words.fine))
    columns += [
        words.column("answered", "yearly.column.answered", ColumnKind.COUNT),
        words.column("expected", "yearly.column.expected", ColumnKind.COUNT),
    ]

    def cells(row: ViewRow) -> tuple[Cell, ...]:
        return (
            Cell(names.get(row.id, row.id)),
            words.number_cell(row.score, words.decimals),
            *([words.number_cell(row.contribution, words.fine)] if with_parts else []),
            words.count_cell(row.completeness.answered),
            words.count_cell(row.completeness.expected),
        )

    return Table(
        id=f"view-{view}",
        caption=words.say("yearly.table.view-opd")
        if view == _VIEW
        else words.say("yearly.table.view", name=caption),
        columns=tuple(columns),
        rows=tuple(map(cells, rows)),
        note=words.say("yearly.view-note"),
        long=True,
    )


def _blocks(words: YearlyWording) -> Iterator[Block]:
    yearly = words.yearly
    if yearly.board is not None:
        yield _states(words, yearly.board)
        yield _board(words, yearly.board)
    if yearly.crossings and yearly.parts is not None:
        yield _heat(words)
    elif not yearly.result.indicators:
        yield Paragraph(words.say("yearly.heat-none"), muted=True)
    elif not yearly.result.views.get(_VIEW):
        yield Paragraph(words.say("yearly.heat-nobody"), muted=True)
    if yearly.result.views.get(_VIEW):
        yield view_table(words, _VIEW, words.say("column.opd"), words.opd_names)


def _states(words: YearlyWording, board: Board) -> Chart:
    counts = {state: sum(1 for row in board.opd if row.state is state) for state in OpdState}
    order = list(reversed(OpdState))
    caption = words.say("yearly.chart.board")
    names = {state: words.say(f"state.{state.value}") for state in order}
    said = "; ".join(f"{names[state]} {counts[state]}" for state in order)
    return Chart(
        id="chart-board",
        caption=caption,
        description=words.say("yearly.chart.board-description", parts=said),
        drawing=stack([StackPiece(names[state], counts[state]) for state in order]),
        table=Table(
            id="states",
            caption=words.say("yearly.table.states"),
            columns=(
                words.column("state", "yearly.column.state"),
                words.column("count", "yearly.column.count", ColumnKind.COUNT),
            ),
            rows=tuple((Cell(names[state]), words.count_cell(counts[state])) for state in order),
        ),
    )


def _board(words: YearlyWording, board: Board) -> Table:
    count = ColumnKind.COUNT
    return Table(
        id="board",
        caption=words.say("yearly.table.board"),
        columns=(
            words.column("opd", "column.opd"),
            words.column("state", "yearly.column.state"),
            words.column("answered", "yearly.column.answered", count),
            words.column("expected", "yearly.column.expected", count),
            words.column("errors", "board.errors", count),
            words.column("warnings", "board.warnings", count),
            words.column("revision", "board.revision", count),
            words.column("weight", "column.weight", ColumnKind.PERCENT),
        ),
        rows=tuple(_row(words, row) for row in board.opd),
        long=True,
    )


def _row(words: YearlyWording, row: OpdStatus) -> tuple[Cell, ...]:
    state = words.say(f"state.{row.state.value}")
    return (
        Cell(row.opd.name),
        Cell(f"{_SIGNS[row.state]} {state}", tone=_TONES[row.state]),
        words.count_cell(row.answered),
        words.count_cell(row.expected),
        words.count_cell(row.errors),
        words.count_cell(row.warnings),
        words.count_cell(row.revision),
        words.percent_cell(row.weight),
    )


def _heat(words: YearlyWording) -> Table:
    yearly = words.yearly
    met = {(one.opd, one.group): one for one in yearly.crossings}
    owners = list(dict.fromkeys([*words.opd_names, *(one.opd for one in yearly.crossings)]))
    owners = [opd for opd in owners if any(opd == one for one, _ in met)]
    parts = part_results(words)
    values = [one.score for one in met.values() if one.score is not None]
    low, high = words.definition.scale or (min(values, default=Fraction(0)), max(values, default=1))

    def cell(opd: str, group: str) -> Cell:
        crossing = met.get((opd, group))
        if crossing is None:
            return words.number_cell(None, words.decimals)
        if crossing.score is None:
            return Cell(words.say("yearly.heat-empty"), tone=Tone.MUTED)
        reach = (crossing.score - low) / (high - low) if high != low else Fraction(0)
        shade = min(max(reach, Fraction(0)), Fraction(1))
        return words.number_cell(crossing.score, words.decimals)._replace(shade=shade)

    return Table(
        id="heat",
        caption=words.say("yearly.table.heat", kind=part_kind(words)),
        columns=(
            words.column("opd", "column.opd"),
            *(
                Column(one.id, words.name(one.id), ColumnKind.NUMBER, words.decimals)
                for one in parts
            ),
        ),
        rows=tuple((Cell(words.opd(opd)), *(cell(opd, one.id) for one in parts)) for opd in owners),
        note=words.say("yearly.heat-note"),
        long=True,
    )
