"""Published figures beside those computed now, as tables on a screen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from kediri_index.messages.texts import text
from kediri_index.model.language import Language
from kediri_index.model.published import Recomputed, State
from kediri_index.present.findings_text import print_findings
from kediri_index.present.published.shown import PublishedShown
from kediri_index.present.published.words import (
    as_printed,
    by_table,
    counts,
    figure_of,
    from_what,
    index_of,
    note_of,
)

if TYPE_CHECKING:
    from rich.console import Console

_SIGNS = {State.SAME: "✓", State.DEVIATES: "≈", State.DIFFERS: "✗", State.NOT_COMPUTED: "–"}
_ASCII = {State.SAME: "+", State.DEVIATES: "~", State.DIFFERS: "x", State.NOT_COMPUTED: "-"}
_STYLES = {State.SAME: "", State.DEVIATES: "yellow", State.DIFFERS: "red", State.NOT_COMPUTED: ""}


def draw(shown: PublishedShown, console: Console) -> None:
    """Print a table for each index, level and source, what deviates and why, and the counts."""
    figures, findings, language = shown
    signs = _SIGNS if console.encoding.casefold().startswith("utf") else _ASCII
    for group in by_table(figures):
        first = group[0]
        heading = f"{index_of(first, language)} · {from_what(first, language)}"
        console.print(_line(heading, "bold"))
        console.print(_line(first.table.source, "dim"))
        console.print(_table(group, signs, language))
        notes = {one.why: note_of(one, language) for one in group if one.why is not None}
        for note in notes.values():
            console.print(_line(f"{signs[State.DEVIATES]} {note}", "yellow"))
        console.print()
    if findings:
        print_findings(findings, language, console)
        console.print()
    console.print(_line(counts(figures, language), "bold"))


def _line(sentence: str, style: str) -> Padding:
    return Padding(Text(sentence, style=style), (0, 0, 0, 1))


def _table(group: Sequence[Recomputed], signs: dict[State, str], language: Language) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    table.add_column("")
    table.add_column(text("published.column.unit", language), overflow="fold")
    table.add_column(text("published.column.year", language), no_wrap=True)
    table.add_column(text("published.column.figure", language), no_wrap=True)
    for column in ("published", "computed"):
        table.add_column(
            text(f"published.column.{column}", language), justify="right", no_wrap=True
        )
    for one in group:
        cells = (
            signs[one.state],
            one.row.unit,
            str(one.row.year),
            figure_of(one, language),
            as_printed(one, one.printed, language),
            as_printed(one, one.computed, language),
        )
        table.add_row(*cells, style=_STYLES[one.state])
    return table
