"""Printing what ``definition diff`` found."""

from __future__ import annotations

from kediri_index.cli.formats import DiffFormat
from kediri_index.cli.output import say, talk, write_screen, write_text
from kediri_index.cli.printing import Printing
from kediri_index.cli.used import tell_inputs
from kediri_index.errors import EXIT_FINDINGS, EXIT_FINE
from kediri_index.messages.texts import text
from kediri_index.model.changes import Effect
from kediri_index.model.findings import Severity, in_order
from kediri_index.report.definition.diff.table import DiffReport


def print_report(report: DiffReport, output_format: DiffFormat, printing: Printing) -> int:
    """Print the comparison and return the exit code.

    1 where a meaning changed without its version, or errors in the data forbid a score.
    """
    if output_format is DiffFormat.TABLE:
        from kediri_index.report.definition.diff.table import print_diff  # noqa: PLC0415 - imports Rich

        write_screen(
            lambda console: print_diff(report, printing.language, console),
            printing.output,
            force=printing.force,
        )
    else:
        write_text(
            _document(report, output_format, printing), printing.output, force=printing.force
        )
    effect = report.effect
    if output_format is DiffFormat.CSV:
        _say_what_rows_do_not(report, printing)
    if effect is not None:
        if printing.verbose:
            outcome = effect.after
            tell_inputs(outcome.definition, outcome.profile, outcome.inputs, printing.language)
        if effect.units is None and output_format is not DiffFormat.JSON:
            _refuse(effect, printing)
    refused = effect is not None and effect.units is None
    found = any(diff.findings for diff in report.diffs)
    return EXIT_FINDINGS if found or refused else EXIT_FINE


def _document(report: DiffReport, output_format: DiffFormat, printing: Printing) -> str:
    if output_format is DiffFormat.MD:
        from kediri_index.report.definition.diff.table import diff_md  # noqa: PLC0415 - this format's own

        return diff_md(report, printing.language)
    from kediri_index.report.definition.diff.json import (  # noqa: PLC0415 - these formats' own
        diff_csv,
        diff_json,
    )

    if output_format is DiffFormat.CSV:
        return diff_csv(report)
    return diff_json(report, printing.language)


def _say_what_rows_do_not(report: DiffReport, printing: Printing) -> None:
    effect = report.effect
    findings = [finding for diff in report.diffs for finding in diff.findings]
    if findings:
        from kediri_index.report.findings_text import print_findings  # noqa: PLC0415 - rare

        talk(lambda console: print_findings(findings, printing.language, console))
    if effect is not None and effect.units and (effect.before.partial or effect.after.partial):
        say(text("partial", printing.language))


def _refuse(effect: Effect, printing: Printing) -> None:
    from kediri_index.report.finding_counts import counts  # noqa: PLC0415 - goes with it
    from kediri_index.report.findings_text import print_findings  # noqa: PLC0415 - imports Rich

    sides = (effect.before, effect.after)
    findings = in_order(finding for side in sides for finding in side.findings)
    if findings:
        talk(lambda console: print_findings(findings, printing.language, console))
    ids = [side.definition.id for side in sides]
    errors = [counts(side.findings)[Severity.ERROR] for side in sides]
    unanswered = [
        side.definition.id
        for side, count in zip(sides, errors, strict=True)
        if side.units is None and (side.partial or not count)
    ]
    if unanswered:
        said = text("diff.no-answers", printing.language, ids=unanswered)
        say(said, after_space=bool(findings))
        return
    refused = text(
        "diff.refused",
        printing.language,
        before=errors[0],
        id_before=ids[0],
        after=errors[1],
        id_after=ids[1],
    )
    say(refused, after_space=True)
    if not printing.quiet:
        say(text("next.diff-errors", printing.language))
