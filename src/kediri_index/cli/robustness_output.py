"""Printing how sure the scores are."""

from __future__ import annotations

from pathlib import Path

from kediri_index.cli.in_format import print_in
from kediri_index.cli.output import say, talk, write_file
from kediri_index.cli.printing import Printing
from kediri_index.cli.used import tell_inputs, tell_refusal
from kediri_index.errors import EXIT_FINDINGS, EXIT_FINE
from kediri_index.messages.texts import text
from kediri_index.model.robustness import RobustnessOutcome
from kediri_index.present.formats import RobustnessFormat
from kediri_index.present.robustness.shown import RobustnessShown


def print_robustness(
    outcome: RobustnessOutcome,
    output_format: RobustnessFormat,
    printing: Printing,
    again: str,
    save_draws: str | None = None,
) -> int:
    """Print the result, or why there is none, and return the exit code.

    *again* is what the command is to be given once more; the draws go into the file *save_draws*.
    """
    if save_draws is not None and outcome.result is not None and outcome.result.each is not None:
        from kediri_index.present.robustness.draws_csv import draws_csv  # rarely asked for

        document = draws_csv(outcome.result.each)
        write_file(Path(save_draws), document.encode(), force=printing.force)
    shown = RobustnessShown(outcome, printing.language)
    is_json = output_format is RobustnessFormat.JSON
    if outcome.result is not None or is_json:
        about_draws = shown.about_draws()
        if about_draws and output_format is not RobustnessFormat.TABLE and not is_json:
            from kediri_index.present.findings_text import print_findings  # imports Rich

            talk(lambda console: print_findings(about_draws, printing.language, console))
        print_in(output_format, shown, printing.output, force=printing.force)
    if outcome.result is None:
        if not is_json:
            _refuse(outcome, printing, again)
        return EXIT_FINDINGS
    if outcome.partial and not output_format.tells_all:
        say(text("partial", printing.language))
    if printing.verbose:
        tell_inputs(outcome.definition, outcome.profile, outcome.inputs, printing.language)
    sobol = outcome.result.sobol or any(unit.sobol for unit in outcome.result.units)
    if output_format is RobustnessFormat.TABLE and not printing.quiet and not sobol:
        say(text("robustness.next", printing.language, again=again))
    return EXIT_FINE


def _refuse(outcome: RobustnessOutcome, printing: Printing, again: str) -> None:
    tell_refusal(outcome.findings, printing.language)
    if outcome.only_missing and not printing.quiet:
        say(text("robustness.next-missing", printing.language, again=again))
