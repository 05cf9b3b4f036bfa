"""Printing what ``plan`` came to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kediri_index.api.plan import Bounds
from kediri_index.cli.formats import PlanFormat
from kediri_index.cli.output import say, talk, write_screen, write_text
from kediri_index.cli.printing import Printing
from kediri_index.cli.used import tell_inputs
from kediri_index.errors import EXIT_FINDINGS, EXIT_FINE
from kediri_index.messages.texts import text
from kediri_index.model.findings import Finding, Severity
from kediri_index.model.plans import Plan, PlanOutcome
from kediri_index.report.plan.words import PlanWords

if TYPE_CHECKING:
    from rich.console import Console

_FIXED_SHOWN = 5


def print_plan(
    outcome: PlanOutcome,
    output_format: PlanFormat,
    printing: Printing,
    bounds: Bounds,
    again: str,
) -> int:
    """Print the plan, or why there is none; return 0 where the target is reached.

    *again* is what the same command is to be given once more.
    """
    plan = outcome.plan
    if output_format is PlanFormat.JSON:
        from kediri_index.report.plan.json import plan_json  # noqa: PLC0415 - this format's own

        write_text(plan_json(outcome, printing.language), printing.output, force=printing.force)
    elif plan is not None:
        words = PlanWords(outcome, plan, printing.language, _said(bounds))
        _print(words, output_format, printing, plan)
    if plan is None:
        if output_format is not PlanFormat.JSON:
            _refuse(outcome, printing)
        return EXIT_FINDINGS
    if printing.verbose and not printing.quiet:
        tell_inputs(outcome.definition, outcome.profile, outcome.inputs, printing.language)
    if output_format is PlanFormat.TABLE and plan.frontier is None and not printing.quiet:
        say(text("next.frontier", printing.language, again=again))
    return EXIT_FINE if plan.reached else EXIT_FINDINGS


def _print(words: PlanWords, output_format: PlanFormat, printing: Printing, plan: Plan) -> None:
    if output_format is PlanFormat.CSV:
        from kediri_index.report.plan.csv import plan_csv  # noqa: PLC0415 - this format's own

        write_text(plan_csv(plan), printing.output, force=printing.force)
        if words.outcome.partial:
            say(text("partial", printing.language))
    elif output_format is PlanFormat.MD:
        from kediri_index.report.plan.md import plan_md  # noqa: PLC0415 - this format's own

        write_text(plan_md(words), printing.output, force=printing.force)
    else:
        write_screen(lambda console: _screen(words, console), printing.output, force=printing.force)


def _screen(words: PlanWords, console: Console) -> None:
    from kediri_index.report.plan.table import print_plan as draw  # noqa: PLC0415 - imports Rich

    draw(words, console)
    own = [one for one in words.outcome.findings if _is_about_plans(one)]
    if own:
        from kediri_index.report.findings_text import print_findings  # noqa: PLC0415 - rare

        console.print()
        print_findings(own, words.language, console)


def _is_about_plans(finding: Finding) -> bool:
    return finding.code.startswith("S7")


def _said(bounds: Bounds) -> tuple[tuple[str, dict[str, object]], ...]:
    """Return the sentences about what was asked beside the target."""
    found: list[tuple[str, dict[str, object]]] = []
    if bounds.opd is not None:
        found.append(("plan.only-opd", {"name": bounds.opd}))
    if bounds.fix:
        more = ("…",) if len(bounds.fix) > _FIXED_SHOWN else ()
        found.append(("plan.fixed", {"ids": (*bounds.fix[:_FIXED_SHOWN], *more)}))
    if bounds.most_steps is not None:
        found.append(("plan.most-steps", {"count": bounds.most_steps}))
    return tuple(found)


def _refuse(outcome: PlanOutcome, printing: Printing) -> None:
    from kediri_index.report.finding_counts import counts  # noqa: PLC0415 - goes with it
    from kediri_index.report.findings_text import print_findings  # noqa: PLC0415 - imports Rich

    talk(lambda console: print_findings(outcome.findings, printing.language, console))
    if any(_is_about_plans(finding) for finding in outcome.findings):
        say(text("plan.refused", printing.language), after_space=True)
        return
    errors = counts(outcome.findings)[Severity.ERROR]
    say(text("refused", printing.language, count=errors), after_space=True)
    readable = any(file.layout for file in outcome.inputs)
    if readable and not printing.quiet:
        say(text("next.allow-errors", printing.language, again=printing.again))
