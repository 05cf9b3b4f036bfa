"""What a code means, for a screen; and the list of all codes."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from kediri_index.messages.bundle_findings import ABOUT_ARCHIVES
from kediri_index.messages.catalogue import CATALOGUE
from kediri_index.messages.related import related_codes
from kediri_index.messages.texts import text
from kediri_index.model.explained import Explained, Grid, Lines
from kediri_index.model.families import Family, family_of
from kediri_index.model.language import Language
from kediri_index.model.safe_text import printable
from kediri_index.present.explain.shown import ExplainShown
from kediri_index.present.explain.words import (
    BY_FAMILY,
    command,
    message,
    place,
    repair,
    severity,
    title_of,
)

if TYPE_CHECKING:
    from rich.console import Console

_INDENT = 3


def draw(shown: ExplainShown, console: Console) -> None:
    """Print each code: its title and weight, its message and repair, its example."""
    for position, one in enumerate(shown.explained()):
        if position:
            console.print()
        _print_one(one, shown.language, console)
    if not shown.codes:
        _print_codes(shown.language, console)


def _print_codes(language: Language, console: Console) -> None:
    """Print every code with its severity and title, family by family."""
    for position, family in enumerate(Family):
        if position:
            console.print()
        heading = text(f"family.{family}", language)
        console.print(Text(f" {heading}", style="bold"))
        table = _table()
        for code in BY_FAMILY[family]:
            table.add_row(code, severity(code, language), title_of(code, language))
        console.print(table)


def _print_one(one: Explained, language: Language, console: Console) -> None:
    code = one.code
    console.print(Text(f" {code} · {title_of(code, language)}", style="bold"))
    family = text(f"family.{family_of(code)}", language)
    kind = "archive" if code in ABOUT_ARCHIVES else CATALOGUE[code].severity
    weight = text(f"weight.{kind}", language)
    console.print(Text(f" {family}. {weight}"))
    console.print()
    said = _table()
    said.add_row(text("explain.message", language), printable(message(one, language)))
    said.add_row(text("explain.repair", language), printable(repair(one, language)))
    example = text("explain.none", language) if one.example is None else place(one.example)
    said.add_row(text("explain.example", language), printable(example))
    console.print(said)
    mark = "◄" if console.encoding.casefold().startswith("utf") else "<"
    match one.excerpt:
        case Grid():
            console.print()
            console.print(_grid(one.excerpt, mark))
        case Lines():
            console.print()
            _print_lines(one.excerpt, mark, console)
    console.print()
    related = _table()
    word = text("explain.related", language)
    for other in related_codes(code):
        related.add_row(word, f"{other} {title_of(other, language)}")
        word = ""
    if not word:
        console.print(related)
    if one.example is not None:
        typed = f"cd {shlex.quote(one.folder)} && {command(one.example)}"
        word = text("explain.try", language)
        line = Text(f" {word}: {printable(typed)}", style="dim")
        console.print(line, soft_wrap=True)  # never broken, to be copied


def _grid(grid: Grid, mark: str) -> Table:
    """Return the cells under the letters of their columns, beside the numbers of their rows."""
    table = Table(box=None, padding=(0, 1), header_style="dim")
    table.add_column("", style="dim", justify="right", no_wrap=True)
    for letter in grid.columns:
        table.add_column(letter, overflow="fold")
    for row in grid.rows:
        cells = [Text(printable(cell)) for cell in row.cells]
        if row.number == grid.row:
            marked = cells[grid.columns.index(grid.column)]
            marked.append(f" {mark}" if marked.plain else mark)
            marked.stylize("red")
        table.add_row(str(row.number), *cells)
    return table


def _print_lines(lines: Lines, mark: str, console: Console) -> None:
    """Print the lines beside their numbers, a caret below the place; a whole line gets *mark*."""
    width = len(str(lines.first + len(lines.lines)))
    column = (lines.column or 1) - 1
    for number, line in enumerate(lines.lines, lines.first):
        margin = f"{' ' * _INDENT}{number:>{width}}  "
        room = max(console.width - len(margin) - len(mark) - 1, 1)
        start = max(0, column - room // 2) if len(line) > room else 0
        shown = Text(f"{margin}{printable(line)[start : start + room]}")
        if number == lines.line and lines.column is None:
            shown.append(f" {mark}", style="red")
        console.print(shown, no_wrap=True, overflow="crop")
        if number == lines.line and lines.column is not None:
            console.print(Text(f"{' ' * (len(margin) + column - start)}^", style="red"))


def _table() -> Table:
    table = Table(box=None, show_header=False, padding=(0, 1))
    table.add_column(no_wrap=True, style="dim", min_width=9)
    for _ in range(2):
        table.add_column(overflow="fold")
    return table
