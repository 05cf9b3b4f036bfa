"""Printing what ``trace`` came to."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

from kediri_index.cli.formats import TraceFormat
from kediri_index.cli.output import say, talk, write_screen, write_text
from kediri_index.cli.printing import Printing
from kediri_index.cli.used import tell_inputs
from kediri_index.errors import EXIT_FINDINGS, EXIT_FINE
from kediri_index.messages.texts import text
from kediri_index.model.findings import Severity
from kediri_index.model.traced import Trace, TraceOutcome
from kediri_index.report.trace.cut import Shown, for_a_screen, height, to_depth
from kediri_index.report.trace.words import TraceWords

if TYPE_CHECKING:
    from rich.console import Console


def print_trace(
    outcome: TraceOutcome, output_format: TraceFormat, printing: Printing, depth: int | None
) -> int:
    """Print the tree, or why there is none, and return the exit code."""
    trace = outcome.trace
    if output_format is TraceFormat.JSON:
        from kediri_index.report.trace.json import trace_json  # noqa: PLC0415 - this format's own

        document = trace_json(outcome, printing.language, depth=depth)
        write_text(document, printing.output, force=printing.force)
    elif trace is not None:
        _print(outcome, trace, output_format, printing, depth)
    if trace is None:
        if output_format is not TraceFormat.JSON:
            _refuse(outcome, printing)
        return EXIT_FINDINGS
    return EXIT_FINE


def _print(
    outcome: TraceOutcome,
    trace: Trace,
    output_format: TraceFormat,
    printing: Printing,
    depth: int | None,
) -> None:
    words = TraceWords(outcome.definition, trace, printing.language)
    remarks = tuple(_remarks(outcome, printing))
    if output_format is TraceFormat.MD:
        from kediri_index.report.trace.md import trace_md  # noqa: PLC0415 - this format's own

        document = trace_md(words, to_depth(trace.node, depth), remarks)
        write_text(document, printing.output, force=printing.force)
        return
    shown = for_a_screen(trace.node) if depth is None else to_depth(trace.node, depth)

    def screen(console: Console) -> None:
        from kediri_index.report.trace.tree import print_trace  # noqa: PLC0415 - imports Rich

        print_trace(words, shown, console)
        if remarks:
            console.print()
        for remark in remarks:
            console.print(f" {remark}")

    write_screen(screen, printing.output, force=printing.force)
    if printing.verbose:
        tell_inputs(outcome.definition, outcome.profile, outcome.inputs, printing.language)
    if not printing.quiet:
        _next(trace, shown, printing)


def _remarks(outcome: TraceOutcome, printing: Printing) -> list[str]:
    said = []
    if outcome.partial:
        said.append(text("partial", printing.language))
    if outcome.findings or outcome.waived:
        from kediri_index.report.finding_counts import counted  # noqa: PLC0415 - needs the catalogue

        said.append(counted(outcome.findings, printing.language, len(outcome.waived)))
    return said


def _next(trace: Trace, shown: Shown, printing: Printing) -> None:
    """Say how to see what is hidden."""
    hidden = next((one for one in shown.walk() if one.hidden), None)
    if hidden is None:
        return
    again = printing.again
    if hidden.node is not trace.node:
        again = f"{again} {shlex.quote(hidden.node.id)}"
    key = "next.trace-depth" if hidden.node is trace.node else "next.trace-more"
    say(text(key, printing.language, again=again, depth=height(trace.node)))


def _refuse(outcome: TraceOutcome, printing: Printing) -> None:
    from kediri_index.report.finding_counts import counts  # noqa: PLC0415 - goes with it
    from kediri_index.report.findings_text import print_findings  # noqa: PLC0415 - imports Rich

    talk(lambda console: print_findings(outcome.findings, printing.language, console))
    errors = counts(outcome.findings)[Severity.ERROR]
    say(text("refused", printing.language, count=errors), after_space=True)
    if any(file.layout for file in outcome.inputs) and not printing.quiet:
        say(text("next.trace-allow-errors", printing.language, again=printing.again))
