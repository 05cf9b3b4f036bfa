"""Printing what ``compare`` came to."""

from __future__ import annotations

from kediri_index.cli.in_format import print_in
from kediri_index.cli.output import say
from kediri_index.cli.printing import Printing
from kediri_index.cli.used import tell_inputs, tell_refusal
from kediri_index.errors import EXIT_FINDINGS, EXIT_FINE
from kediri_index.messages.texts import text
from kediri_index.model.comparison import CompareOutcome
from kediri_index.present.compare.shown import CompareShown
from kediri_index.present.compare.words import LARGEST
from kediri_index.present.formats import CompareFormat


def print_compare(outcome: CompareOutcome, output_format: CompareFormat, printing: Printing) -> int:
    """Print the comparison, or why there is none, and return the exit code."""
    shown = CompareShown(outcome, printing.language, printing.detail)
    is_json = output_format is CompareFormat.JSON
    if outcome.comparison is not None or is_json:
        print_in(output_format, shown, printing.output, force=printing.force)
    if outcome.comparison is None:
        if not is_json:
            _refuse(outcome, printing)
        return EXIT_FINDINGS
    if not is_json:
        _talk(shown, output_format, printing)
    return EXIT_FINE


def _talk(shown: CompareShown, output_format: CompareFormat, printing: Printing) -> None:
    outcome = shown.outcome
    if output_format is not CompareFormat.TABLE:
        for remark in shown.remarks():
            say(remark)
    if printing.verbose:
        tell_inputs(outcome.definition, outcome.profile, outcome.inputs, printing.language)
    if not printing.quiet:
        _next(shown, printing)


def _next(shown: CompareShown, printing: Printing) -> None:
    answers = [one for one in shown.comparison.players() if one.kind is None and one.contribution]
    if len(answers) > LARGEST and not printing.detail:
        say(text("next.compare-detail", printing.language, again=printing.again))
    if len(shown.outcome.findings) > len(shown.about_both()):
        say(text("next.compare-check", printing.language))


def _refuse(outcome: CompareOutcome, printing: Printing) -> None:
    tell_refusal(outcome.findings, printing.language, "compare.refused")
    hopeless = any(one.code in {"S341", "S601", "S607"} for one in outcome.findings)
    readable = any(file.layout for file in outcome.inputs)
    if readable and not hopeless and not printing.quiet:
        say(text("next.compare-allow", printing.language, again=printing.again))
