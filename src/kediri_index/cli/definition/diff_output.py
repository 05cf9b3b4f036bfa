"""Printing what ``definition diff`` found."""

from __future__ import annotations

from kediri_index.cli.in_format import print_in
from kediri_index.cli.output import say, talk
from kediri_index.cli.printing import Printing
from kediri_index.cli.used import tell_inputs
from kediri_index.errors import EXIT_FINDINGS, EXIT_FINE
from kediri_index.messages.texts import text
from kediri_index.model.changes import Effect
from kediri_index.model.findings import Severity
from kediri_index.model.folding import folded
from kediri_index.present.definition.diff.shown import DiffReport, DiffShown
from kediri_index.present.formats import DiffFormat


def print_report(report: DiffReport, output_format: DiffFormat, printing: Printing) -> int:
    """Print the comparison and return the exit code.

    1 where a meaning changed without its version, or errors in the data forbid a score.
    """
    shown = DiffShown(report, printing.language)
    print_in(output_format, shown, printing.output, force=printing.force)
    effect = report.effect
    if not output_format.tells_all:
        _say_what_rows_do_not(report, printing)
    if effect is not None:
        if printing.verbose:
            outcome = effect.after
            tell_inputs(outcome.definition, outcome.profile, outcome.inputs, printing.language)
        if effect.units is None and output_format is not DiffFormat.JSON:
            _refuse(effect, printing)
    refused = effect is not None and effect.units is None
    return EXIT_FINDINGS if report.findings() or refused else EXIT_FINE


def _say_what_rows_do_not(report: DiffReport, printing: Printing) -> None:
    effect = report.effect
    findings = report.findings()
    if findings:
        from kediri_index.present.findings_text import print_findings  # rare

        talk(lambda console: print_findings(findings, printing.language, console))
    if effect is not None and effect.units and (effect.before.partial or effect.after.partial):
        say(text("partial", printing.language))


def _refuse(effect: Effect, printing: Printing) -> None:
    from kediri_index.present.findings import counts
    from kediri_index.present.findings_text import print_findings  # imports Rich

    sides = (effect.before, effect.after)
    findings = folded(finding for side in sides for finding in side.findings)
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
