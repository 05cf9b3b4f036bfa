"""Printing what ``compare`` came to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kediri_index.cli.formats import CompareFormat
from kediri_index.cli.output import say, talk, write_screen, write_text
from kediri_index.cli.printing import Printing
from kediri_index.cli.used import tell_inputs
from kediri_index.errors import EXIT_FINDINGS, EXIT_FINE
from kediri_index.messages.texts import text
from kediri_index.model.comparison import CompareOutcome, Comparison
from kediri_index.model.findings import Finding, Severity
from kediri_index.report.compare.words import LARGEST, CompareWords

if TYPE_CHECKING:
    from rich.console import Console

_ABOUT_BOTH = "S6"
"""Findings about the two together; those of either file are ``check``'s to tell."""


def print_compare(outcome: CompareOutcome, output_format: CompareFormat, printing: Printing) -> int:
    """Print the comparison, or why there is none, and return the exit code."""
    found = outcome.comparison
    if output_format is CompareFormat.JSON:
        from kediri_index.report.compare.json import compare_json  # noqa: PLC0415 - JSON's own

        document = compare_json(outcome, printing.language)
        write_text(document, printing.output, force=printing.force)
    elif found is not None:
        _print(outcome, found, output_format, printing)
    if found is None:
        if output_format is not CompareFormat.JSON:
            _refuse(outcome, printing)
        return EXIT_FINDINGS
    return EXIT_FINE


def _print(
    outcome: CompareOutcome, found: Comparison, output_format: CompareFormat, printing: Printing
) -> None:
    words = CompareWords(found, outcome.profile, printing.language)
    if output_format is CompareFormat.CSV:
        from kediri_index.report.compare.csv import compare_csv  # noqa: PLC0415 - CSV's own

        document = compare_csv(found, printing.language)
        write_text(document, printing.output, force=printing.force)
    elif output_format is CompareFormat.MD:
        from kediri_index.report.compare.md import compare_md  # noqa: PLC0415 - Markdown's own

        document = compare_md(words, detail=printing.detail)
        write_text(document, printing.output, force=printing.force)
    else:
        write_screen(
            lambda console: _screen(outcome, words, printing, console),
            printing.output,
            force=printing.force,
        )
    if output_format is not CompareFormat.TABLE:
        for remark in _remarks(outcome, printing):
            say(remark)
    if printing.verbose:
        tell_inputs(outcome.definition, outcome.profile, outcome.inputs, printing.language)
    if not printing.quiet:
        _next(outcome, found, printing)


def _screen(
    outcome: CompareOutcome, words: CompareWords, printing: Printing, console: Console
) -> None:
    from kediri_index.report.compare.table import print_comparison  # noqa: PLC0415 - imports Rich

    print_comparison(words, console, detail=printing.detail)
    for remark in _remarks(outcome, printing):
        console.print(f" {remark}")
    about_both = _about_both(outcome.findings)
    if about_both:
        from kediri_index.report.findings_text import print_findings  # noqa: PLC0415 - rare

        console.print()
        print_findings(about_both, printing.language, console)


def _remarks(outcome: CompareOutcome, printing: Printing) -> Iterator[str]:
    if outcome.partial:
        yield text("partial", printing.language)
    if outcome.waived:
        yield text("count.waived", printing.language, count=len(outcome.waived))


def _about_both(findings: tuple[Finding, ...]) -> list[Finding]:
    return [one for one in findings if one.code.startswith(_ABOUT_BOTH)]


def _next(outcome: CompareOutcome, found: Comparison, printing: Printing) -> None:
    answers = [one for one in found.players() if one.kind is None and one.contribution]
    if len(answers) > LARGEST and not printing.detail:
        say(text("next.compare-detail", printing.language, again=printing.again))
    if len(outcome.findings) > len(_about_both(outcome.findings)):
        say(text("next.compare-check", printing.language))


def _refuse(outcome: CompareOutcome, printing: Printing) -> None:
    from kediri_index.report.finding_counts import counts  # noqa: PLC0415 - goes with it
    from kediri_index.report.findings_text import print_findings  # noqa: PLC0415 - imports Rich

    talk(lambda console: print_findings(outcome.findings, printing.language, console))
    errors = counts(outcome.findings)[Severity.ERROR]
    say(text("compare.refused", printing.language, count=errors), after_space=True)
    hopeless = any(one.code in {"S601", "S607"} for one in outcome.findings)
    readable = any(file.layout for file in outcome.inputs)
    if readable and not hopeless and not printing.quiet:
        say(text("next.compare-allow", printing.language, again=printing.again))
