"""Printing what ``score`` came to."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

from kediri_index.cli.formats import ScoreFormat
from kediri_index.cli.output import say, talk, write_screen, write_text
from kediri_index.cli.printing import Printing
from kediri_index.cli.used import tell_inputs
from kediri_index.errors import EXIT_FINDINGS, EXIT_FINE
from kediri_index.messages.texts import text
from kediri_index.model.findings import Finding, Severity
from kediri_index.model.outcomes import ScoreOutcome
from kediri_index.model.results import UnitResult

if TYPE_CHECKING:
    from rich.console import Console

_FINDINGS_SHOWN = 5


def print_score(outcome: ScoreOutcome, output_format: ScoreFormat, printing: Printing) -> int:
    """Print the scores, or why there are none, and return the exit code."""
    if output_format is ScoreFormat.JSON:
        from kediri_index.report.score_json import score_json  # noqa: PLC0415 - this format's own

        document = score_json(outcome, printing.language, detail=printing.detail)
        write_text(document, printing.output, force=printing.force)
    elif outcome.units is not None:
        _print(outcome, output_format, printing)
    if outcome.units is None:
        if output_format is not ScoreFormat.JSON:
            refuse(outcome, printing)
        return EXIT_FINDINGS
    return EXIT_FINE


def _print(outcome: ScoreOutcome, output_format: ScoreFormat, printing: Printing) -> None:
    if output_format is ScoreFormat.CSV:
        from kediri_index.report.score_csv import csv_parts  # noqa: PLC0415 - this format's own

        parts = tuple(csv_parts(outcome))  # all or nothing, though in one piece it is held twice
        write_text(parts, printing.output, force=printing.force)
    elif output_format is ScoreFormat.MD:
        from kediri_index.report.score_md import score_md  # noqa: PLC0415 - this format's own

        document = score_md(outcome, printing.language, detail=printing.detail)
        write_text(document, printing.output, force=printing.force)
    else:
        write_screen(
            lambda console: _screen(outcome, printing, console),
            printing.output,
            force=printing.force,
        )
    if outcome.partial and output_format is ScoreFormat.CSV:
        say(text("partial", printing.language))
    if outcome.waived and output_format is ScoreFormat.CSV:
        say(text("count.waived", printing.language, count=len(outcome.waived)))
    if not printing.quiet:
        _next(outcome, printing)


def _screen(outcome: ScoreOutcome, printing: Printing, console: Console) -> None:
    from kediri_index.report.score_table import print_scores  # noqa: PLC0415 - imports Rich

    print_scores(outcome, printing.language, console, detail=printing.detail)
    console.print()
    touching = [one for one in outcome.findings if not _is_about_plausibility(one)]
    if 0 < len(touching) <= _FINDINGS_SHOWN:
        from kediri_index.report.findings_text import print_findings  # noqa: PLC0415 - rare

        print_findings(touching, printing.language, console)
        console.print()
    console.print(f" {_counted(outcome, printing)}")


def _is_about_plausibility(finding: Finding) -> bool:
    """Return whether *finding* is a note across rows: for who checks the data, no figure's own."""
    from kediri_index.messages.catalogue import severity_of  # noqa: PLC0415 - a clean run does without

    return finding.code.startswith("X") and severity_of(finding) is Severity.NOTE


def _counted(outcome: ScoreOutcome, printing: Printing) -> str:
    if not outcome.findings and not outcome.waived:
        return text("no-findings", printing.language)
    from kediri_index.report.finding_counts import counted  # noqa: PLC0415 - needs the catalogue

    return counted(outcome.findings, printing.language, len(outcome.waived))


def _next(outcome: ScoreOutcome, printing: Printing) -> None:
    if printing.verbose:
        tell_inputs(outcome.definition, outcome.profile, outcome.inputs, printing.language)
    if outcome.findings:
        say(text("next.check", printing.language, again=printing.again))
    elif outcome.units is not None and len(outcome.units) == 1:
        again = f"{printing.again}{_worth_a_trace(outcome.units[0])}"
        say(text("next.trace", printing.language, again=again))
    elif not printing.detail:
        say(text("next.detail", printing.language, again=printing.again))


def _worth_a_trace(unit: UnitResult) -> str:
    """Return the first part of the top level with computed parts below it; perhaps nothing."""
    found = [group for group in unit.groups if not group.given]
    deep = [group for group in found if group.groups]
    for group in deep or found:
        return f" {shlex.quote(group.id)}"
    return ""


def refuse(outcome: ScoreOutcome, printing: Printing, then: str = "next.allow-errors") -> None:
    """Print the findings that forbid a score, and what to type next: the text *then*."""
    from kediri_index.report.finding_counts import counts  # noqa: PLC0415 - goes with it
    from kediri_index.report.findings_text import print_findings  # noqa: PLC0415 - imports Rich

    talk(lambda console: print_findings(outcome.findings, printing.language, console))
    errors = counts(outcome.findings)[Severity.ERROR]
    say(text("refused", printing.language, count=errors), after_space=True)
    readable = any(file.layout for file in outcome.inputs)
    if readable and not outcome.partial and not printing.quiet:  # else it was tried already
        say(text(then, printing.language, again=printing.again))
