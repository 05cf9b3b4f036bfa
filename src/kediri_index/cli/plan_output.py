"""Printing what ``plan`` came to."""

from __future__ import annotations

from kediri_index.api.plan import Bounds
from kediri_index.cli.in_format import print_in
from kediri_index.cli.output import say, talk
from kediri_index.cli.printing import Printing
from kediri_index.cli.refusal import tell_refusal
from kediri_index.cli.used import tell_inputs
from kediri_index.errors import EXIT_FINDINGS, EXIT_FINE
from kediri_index.messages.texts import text
from kediri_index.model.plans import PlanOutcome
from kediri_index.present.formats import PlanFormat
from kediri_index.present.plan.shown import PlanShown

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
    shown = PlanShown(outcome, printing.language, _said(bounds))
    plan = outcome.plan
    is_json = output_format is PlanFormat.JSON
    if plan is not None or is_json:
        print_in(output_format, shown, printing.output, force=printing.force)
    if plan is None:
        if not is_json:
            _refuse(shown, printing)
        return EXIT_FINDINGS
    if outcome.partial and not output_format.tells_all:
        say(text("partial", printing.language))
    if plan.frontier is None and not plan.optimal and not output_format.tells_all:
        say(shown.words().least())
    if printing.verbose and not printing.quiet:
        tell_inputs(outcome.definition, outcome.profile, outcome.inputs, printing.language)
    if output_format is PlanFormat.TABLE and not plan.optimal and not printing.quiet:
        say(text("next.plan-work", printing.language, again=again))
    if output_format is PlanFormat.TABLE and plan.frontier is None and not printing.quiet:
        say(text("next.frontier", printing.language, again=again))
    return EXIT_FINE if plan.reached else EXIT_FINDINGS


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


def _refuse(shown: PlanShown, printing: Printing) -> None:
    outcome = shown.outcome
    if shown.about_plans():
        from kediri_index.present.findings_text import print_findings  # imports Rich

        talk(lambda console: print_findings(outcome.findings, printing.language, console))
        say(text("plan.refused", printing.language), after_space=True)
        return
    tell_refusal(outcome.findings, printing.language)
    readable = any(file.layout for file in outcome.inputs)
    if readable and not printing.quiet:
        say(text("next.allow-errors", printing.language, again=printing.again))
