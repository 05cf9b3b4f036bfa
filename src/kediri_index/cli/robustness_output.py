"""Printing how sure the scores are."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kediri_index.cli.formats import RobustnessFormat
from kediri_index.cli.output import say, talk, write_file, write_screen, write_text
from kediri_index.cli.printing import Printing
from kediri_index.cli.used import tell_inputs
from kediri_index.errors import EXIT_FINDINGS, EXIT_FINE
from kediri_index.messages.texts import text
from kediri_index.model.findings import Severity
from kediri_index.model.robustness import RobustnessOutcome

if TYPE_CHECKING:
    from rich.console import Console

_FINDINGS_SHOWN = 5
_OF_DRAWS = "S81"
"""The beginning of the codes that are about the draws themselves: always shown."""


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
        from kediri_index.report.robustness.draws_csv import draws_csv  # noqa: PLC0415 - rarely asked for

        document = draws_csv(outcome.result.each)
        write_file(Path(save_draws), document.encode(), force=printing.force)
    if output_format is RobustnessFormat.JSON:
        from kediri_index.report.robustness.json import (  # noqa: PLC0415 - this format's own
            robustness_json,
        )

        document = robustness_json(outcome, printing.language)
        write_text(document, printing.output, force=printing.force)
    elif outcome.result is not None:
        _print(outcome, output_format, printing)
    if outcome.result is None:
        if output_format is not RobustnessFormat.JSON:
            _refuse(outcome, printing, again)
        return EXIT_FINDINGS
    if printing.verbose:
        tell_inputs(outcome.definition, outcome.profile, outcome.inputs, printing.language)
    sobol = outcome.result.sobol or any(unit.sobol for unit in outcome.result.units)
    if output_format is RobustnessFormat.TABLE and not printing.quiet and not sobol:
        say(text("robustness.next", printing.language, again=again))
    return EXIT_FINE


def _print(outcome: RobustnessOutcome, output_format: RobustnessFormat, printing: Printing) -> None:
    about_draws = [one for one in outcome.findings if one.code.startswith(_OF_DRAWS)]
    if about_draws and output_format is not RobustnessFormat.TABLE:
        from kediri_index.report.findings_text import print_findings  # noqa: PLC0415 - imports Rich

        talk(lambda console: print_findings(about_draws, printing.language, console))
    if output_format is RobustnessFormat.CSV:
        from kediri_index.report.robustness.csv import (  # noqa: PLC0415 - this format's own
            robustness_csv,
        )

        write_text(robustness_csv(outcome), printing.output, force=printing.force)
    elif output_format is RobustnessFormat.MD:
        from kediri_index.report.robustness.md import (  # noqa: PLC0415 - this format's own
            robustness_md,
        )

        document = robustness_md(outcome, printing.language)
        write_text(document, printing.output, force=printing.force)
    else:
        write_screen(
            lambda console: _screen(outcome, printing, console),
            printing.output,
            force=printing.force,
        )


def _screen(outcome: RobustnessOutcome, printing: Printing, console: Console) -> None:
    from kediri_index.report.finding_counts import counted  # noqa: PLC0415 - needs the catalogue
    from kediri_index.report.findings_text import print_findings  # noqa: PLC0415 - imports Rich
    from kediri_index.report.robustness.table import (  # noqa: PLC0415 - likewise
        print_robustness as print_result,
    )

    print_result(outcome, printing.language, console)
    console.print()
    findings = [one for one in outcome.findings if not one.code.startswith("X")]
    if len(findings) > _FINDINGS_SHOWN:
        findings = [one for one in findings if one.code.startswith(_OF_DRAWS)]
    if findings:
        print_findings(findings, printing.language, console)
        console.print()
    if outcome.findings or outcome.waived:
        counts = counted(outcome.findings, printing.language, len(outcome.waived))
    else:
        counts = text("no-findings", printing.language)
    console.print(f" {counts}")


def _refuse(outcome: RobustnessOutcome, printing: Printing, again: str) -> None:
    from kediri_index.report.finding_counts import counts  # noqa: PLC0415 - goes with it
    from kediri_index.report.findings_text import print_findings  # noqa: PLC0415 - imports Rich

    talk(lambda console: print_findings(outcome.findings, printing.language, console))
    errors = counts(outcome.findings)[Severity.ERROR]
    say(text("refused", printing.language, count=errors), after_space=True)
    if outcome.only_missing and not printing.quiet:
        say(text("robustness.next-missing", printing.language, again=again))
