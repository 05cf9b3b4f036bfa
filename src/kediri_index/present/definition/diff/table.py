"""A comparison of definitions on a screen of 80 columns or more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from kediri_index.model.language import Language
from kediri_index.model.safe_text import printable
from kediri_index.present.definition.diff.parts import Part, effect_parts, head, parts
from kediri_index.present.definition.diff.sections import Section
from kediri_index.present.definition.diff.shown import DiffReport, DiffShown
from kediri_index.present.definition.diff.words import DiffWords

if TYPE_CHECKING:
    from rich.console import Console


def draw(shown: DiffShown, console: Console) -> None:
    """Print each comparison, then what it does to the data."""
    report, language = shown
    for position, diff in enumerate(report.diffs):
        if position:
            console.print()
        _print_parts([*head(diff, DiffWords(language))], console, style="bold")
        _print_parts(parts(diff, report, DiffWords(language)), console)
    if report.effect is not None and report.effect.units is not None:
        console.print()
        _print_parts(effect_parts(report.effect, report, DiffWords(language)), console)
    _print_findings(report, language, console)


def _print_parts(parts: Sequence[Part] | Iterator[Part], console: Console, style: str = "") -> None:
    for number, part in enumerate(parts):
        if isinstance(part, str):
            drawn = Text(printable(part), style=style if not number else "")
            console.print(Padding(drawn, (0, 1)))
        else:
            _print_section(part, console)


def _print_section(section: Section, console: Console) -> None:
    console.print()
    if section.title:
        console.print(Text(f" {printable(section.title)}", style="bold"))
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 1), header_style="dim")
    for title, figure in section.columns:
        table.add_column(title, justify="right" if figure else "left", overflow="fold")
    for cells in section.rows:
        table.add_row(*map(printable, cells))
    console.print(table)
    if section.below:
        console.print(Text(f" {section.below}", style="dim"))


def _print_findings(report: DiffReport, language: Language, console: Console) -> None:
    findings = report.findings()
    if not findings:
        return
    from kediri_index.present.findings_text import print_findings  # noqa: PLC0415 - rare

    console.print()
    print_findings(findings, language, console)
