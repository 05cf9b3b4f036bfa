"""The command ``plan``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from kediri_index.cli import options
from kediri_index.cli.commands import command
from kediri_index.cli.printing import print_outcome
from kediri_index.cli.values import given_amount, given_name, given_step
from kediri_index.errors import EXIT_FINDINGS, EXIT_FINE, UsageError
from kediri_index.present.formats import Offer

if TYPE_CHECKING:
    from kediri_index.usecases.plan import Bounds

_MOST_STEPS = 10_000
_MOST_ALTERNATIVES = 50


@command(
    Offer.TABLES,
    without=("previous", "previous_config"),
    unit="meant-unit",
    target="plan-target",
)
def plan(
    request: options.TargetRequest,
    *,
    costs: Annotated[str | None, options.option("costs", "file")] = None,
    step: Annotated[str | None, options.option("step", "number")] = None,
    continuous: Annotated[bool, options.option("continuous")] = False,
    opd: Annotated[str | None, options.option("opd", "name", about="plan-opd")] = None,
    fix: Annotated[list[str] | None, options.option("fix", "id")] = None,
    max_steps: Annotated[str | None, options.option("max-steps", "number")] = None,
    alternatives: Annotated[str, options.option("alternatives", "number")] = "3",
    frontier: Annotated[bool, options.option("frontier")] = False,
) -> int:
    """Check the files, plan, print the result; return the exit code."""
    from kediri_index.model.plans import NO_COSTS
    from kediri_index.present.commands.plan import PlanPresentation
    from kediri_index.usecases.plan import Bounds, load_costs
    from kediri_index.usecases.plan import plan as plan_files

    bounds = Bounds(
        opd=given_name("--opd", opd),
        fix=tuple(fix or ()),
        step=given_step("--step", step),
        continuous=continuous,
        most_steps=given_amount("--max-steps", max_steps, _MOST_STEPS),
        alternatives=given_amount("--alternatives", alternatives, _MOST_ALTERNATIVES) or 0,
        frontier=frontier,
    )
    _refuse_contradictions(bounds)
    with request.waiting() as waiting:
        inputs = request.load(costs, watch=waiting.files)
        limits, definition = inputs.limits, inputs.definition
        outcome = plan_files(
            *inputs.files,
            **request.asked(inputs),
            costs=load_costs(costs, definition, limits=limits) if costs else NO_COSTS,
            bounds=bounds,
            limits=limits,
            watch=waiting.steps,
        )
    again = request.arguments(
        target=request.target,
        costs=costs,
        step=step,
        opd=opd,
        max_steps=max_steps,
        fix=bounds.fix,
        continuous=continuous,
    )
    language = request.language(definition.language)
    shown = PlanPresentation(language, outcome, bounds, again, request.arguments())
    print_outcome(shown, request, outcome)
    return EXIT_FINE if outcome.plan is not None and outcome.plan.reached else EXIT_FINDINGS


def _refuse_contradictions(bounds: Bounds) -> None:
    if bounds.continuous and bounds.step is not None:
        raise UsageError("options-together", first="--step", second="--continuous")
    if bounds.continuous and bounds.most_steps is not None:
        raise UsageError("options-together", first="--max-steps", second="--continuous")
