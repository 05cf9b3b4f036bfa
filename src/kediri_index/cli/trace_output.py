"""Printing what ``trace`` came to."""

from __future__ import annotations

from kediri_index.cli.in_format import print_in
from kediri_index.cli.output import say
from kediri_index.cli.printing import Printing, quoted
from kediri_index.cli.used import tell_inputs, tell_refusal
from kediri_index.errors import EXIT_FINDINGS, EXIT_FINE
from kediri_index.messages.texts import text
from kediri_index.model.traced import Trace, TraceOutcome
from kediri_index.present.formats import TraceFormat
from kediri_index.present.trace.cut import Branch, height
from kediri_index.present.trace.shown import TraceShown


def print_trace(
    outcome: TraceOutcome, output_format: TraceFormat, printing: Printing, depth: int | None
) -> int:
    """Print the tree, or why there is none, and return the exit code."""
    shown = TraceShown(outcome, printing.language, depth)
    is_json = output_format is TraceFormat.JSON
    if outcome.trace is not None or is_json:
        print_in(output_format, shown, printing.output, force=printing.force)
    if outcome.trace is None:
        if not is_json:
            _refuse(outcome, printing)
        return EXIT_FINDINGS
    if output_format is TraceFormat.TREE:
        if printing.verbose:
            tell_inputs(outcome.definition, outcome.profile, outcome.inputs, printing.language)
        if not printing.quiet:
            _next(outcome.trace, shown.on_a_screen(), printing)
    if not output_format.tells_all:
        for remark in shown.remarks():
            say(remark)
    return EXIT_FINE


def _next(trace: Trace, shown: Branch, printing: Printing) -> None:
    """Say how to see what is hidden."""
    hidden = next((one for one in shown.walk() if one.hidden), None)
    if hidden is None:
        return
    again = printing.again
    if hidden.node is not trace.node:
        again = f"{again} {quoted(hidden.node.id)}"
    key = "next.trace-depth" if hidden.node is trace.node else "next.trace-more"
    say(text(key, printing.language, again=again, depth=height(trace.node)))


def _refuse(outcome: TraceOutcome, printing: Printing) -> None:
    tell_refusal(outcome.findings, printing.language)
    if any(file.layout for file in outcome.inputs) and not printing.quiet:
        say(text("next.trace-allow-errors", printing.language, again=printing.again))
