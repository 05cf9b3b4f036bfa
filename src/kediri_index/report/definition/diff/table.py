"""A comparison of definitions on the screen and as Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from kediri_index.messages.catalogue import message_of, repair_of
from kediri_index.model.changes import DefinitionDiff, Effect
from kediri_index.model.findings import Finding
from kediri_index.model.language import Language
from kediri_index.report.definition.diff.sections import (
    Section,
    change_sections,
    group_sections,
    unit_section,
)
from kediri_index.report.definition.diff.words import DiffWords
from kediri_index.report.markdown_text import escaped, row
from kediri_index.report.terminal_text import printable

if TYPE_CHECKING:
    from rich.console import Console


class DiffReport(NamedTuple):
    """What is shown: pairs of definitions, and of one pair what it does to data.

    *ref* is what all of a project's definitions are compared against.
    """

    diffs: tuple[DefinitionDiff, ...]
    effect: Effect | None = None
    ref: str | None = None
    detail: bool = False


Part = str | Section
"""A sentence, or a table."""


def print_diff(report: DiffReport, language: Language, console: Console) -> None:
    """Print each comparison, then what it does to the data."""
    for position, diff in enumerate(report.diffs):
        if position:
            console.print()
        _print_parts([*_head(diff, DiffWords(language))], console, style="bold")
        _print_parts(_parts(diff, report, DiffWords(language)), console)
    if report.effect is not None and report.effect.units is not None:
        console.print()
        _print_parts(_effect_parts(report.effect, report, DiffWords(language)), console)
    _print_findings(report, language, console)


def diff_md(report: DiffReport, language: Language) -> str:
    """Return the same as Markdown: a section a comparison, a table a kind of change."""
    words = DiffWords(language)
    lines: list[str] = []
    for diff in report.diffs:
        head = list(_head(diff, words))
        lines += ["", f"## {escaped(head[0])}", ""]
        lines += [f"{escaped(line)}  " for line in head[1:]]
        lines += _md_parts(_parts(diff, report, words))
    if report.effect is not None and report.effect.units is not None:
        lines += _md_parts(_effect_parts(report.effect, report, words))
    for finding in _findings(report):
        said = f"{finding.code} {message_of(finding, language)} · {repair_of(finding, language)}"
        lines += ["", f"**{escaped(f'{finding.file}:{finding.line}')}** {escaped(said)}"]
    return "\n".join(lines[1:]) + "\n"


def _head(diff: DefinitionDiff, words: DiffWords) -> Iterator[str]:
    """Yield which two are compared, then where each stands."""
    if diff.before is None or diff.after is None:
        yield f"{diff.id} · {words.state(diff)}"
        yield diff.path
        return
    sides = [words.side(one) for one in (diff.before, diff.after)]
    if diff.before.id == diff.after.id:
        yield f"{sides[1]} · {words.state(diff)}"
    else:
        yield f"{sides[0]} → {sides[1]}"
    if diff.changes:
        yield words.about(diff.before)
    yield words.about(diff.after)


def _parts(diff: DefinitionDiff, report: DiffReport, words: DiffWords) -> Iterator[Part]:
    if diff.before is None or diff.after is None:
        return
    same = words.sameness(diff)
    if same and diff.before.id != diff.after.id:
        yield same
    yield from change_sections(diff, words, detail=report.detail)


def _effect_parts(effect: Effect, report: DiffReport, words: DiffWords) -> Iterator[Part]:
    yield " ".join(words.summary(effect))
    yield unit_section(effect, words)
    if report.detail:
        yield from group_sections(effect, words)
    yield from words.remarks(effect)


def _findings(report: DiffReport) -> list[Finding]:
    return [finding for diff in report.diffs for finding in diff.findings]


def _print_parts(parts: Sequence[Part] | Iterator[Part], console: Console, style: str = "") -> None:
    from rich.padding import Padding  # noqa: PLC0415 - Markdown does without Rich
    from rich.text import Text  # noqa: PLC0415 - likewise

    for number, part in enumerate(parts):
        if isinstance(part, str):
            drawn = Text(printable(part), style=style if not number else "")
            console.print(Padding(drawn, (0, 1)))
        else:
            _print_section(part, console)


def _print_section(section: Section, console: Console) -> None:
    from rich.table import Table  # noqa: PLC0415 - Markdown does without Rich
    from rich.text import Text  # noqa: PLC0415 - likewise

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
    findings = _findings(report)
    if not findings:
        return
    from kediri_index.report.findings_text import print_findings  # noqa: PLC0415 - rare

    console.print()
    print_findings(findings, language, console)


def _md_parts(parts: Iterator[Part]) -> Iterator[str]:
    for part in parts:
        yield ""
        if isinstance(part, str):
            yield escaped(part)
            continue
        if part.title:
            yield f"### {escaped(part.title)}"
            yield ""
        yield row([escaped(title) for title, _ in part.columns])
        yield row(["---:" if figure else "---" for _, figure in part.columns])
        yield from (row([escaped(cell) for cell in cells]) for cells in part.rows)
        if part.below:
            yield ""
            yield escaped(part.below)
