"""Printing what ``score`` came to."""

from __future__ import annotations

from kediri_index.cli.in_format import print_in
from kediri_index.cli.output import say
from kediri_index.cli.printing import Printing, quoted
from kediri_index.cli.refusal import tell_refusal
from kediri_index.cli.used import tell_inputs
from kediri_index.errors import EXIT_FINDINGS, EXIT_FINE
from kediri_index.messages.texts import text
from kediri_index.model.outcomes import ScoreOutcome
from kediri_index.model.results import UnitResult
from kediri_index.present.formats import ScoreFormat
from kediri_index.present.score.shown import ScoreShown


def print_score(outcome: ScoreOutcome, output_format: ScoreFormat, printing: Printing) -> int:
    """Print the scores, or why there are none, and return the exit code."""
    is_json = output_format is ScoreFormat.JSON
    if outcome.units is not None or is_json:
        shown = ScoreShown(outcome, printing.language, printing.detail)
        print_in(output_format, shown, printing.output, force=printing.force)
    if outcome.units is None:
        if not is_json:
            refuse(outcome, printing)
        return EXIT_FINDINGS
    if not is_json:
        _talk(outcome, output_format, printing)
    return EXIT_FINE


def _talk(outcome: ScoreOutcome, output_format: ScoreFormat, printing: Printing) -> None:
    """Say on standard error what the rows of a format for programs have no place for."""
    if outcome.partial and not output_format.tells_all:
        say(text("partial", printing.language))
    if outcome.waived and not output_format.tells_all:
        say(text("count.waived", printing.language, count=len(outcome.waived)))
    if not printing.quiet:
        _next(outcome, printing)


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
        return f" {quoted(group.id)}"
    return ""


def refuse(outcome: ScoreOutcome, printing: Printing, then: str = "next.allow-errors") -> None:
    """Print the findings that forbid a score, and what to type next: the text *then*."""
    tell_refusal(outcome.findings, printing.language)
    readable = any(file.layout for file in outcome.inputs)
    if readable and not outcome.partial and not printing.quiet:  # else it was tried already
        say(text(then, printing.language, again=printing.again))
