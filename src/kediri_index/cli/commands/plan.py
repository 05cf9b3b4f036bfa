"""The command ``plan``."""

from __future__ import annotations

from fractions import Fraction
from typing import Annotated, NamedTuple

from kediri_index.cli import options
from kediri_index.cli.numbers import given_number
from kediri_index.errors import UsageError
from kediri_index.present.formats import PlanFormat
from kediri_index.usecases.plan import Bounds

_MOST_STEPS = 10_000
_EXAMPLE = Fraction(1, 5)
_MOST_ALTERNATIVES = 50


class Asked(NamedTuple):
    """The options as they were typed."""

    opd: str | None
    fix: tuple[str, ...]
    step: str | None
    most_steps: str | None
    alternatives: str


def bounds_from(asked: Asked, *, continuous: bool, frontier: bool) -> Bounds:
    """Return the bounds of the plan; raises :class:`UsageError` for what is no such number."""
    step = given_number("--step", asked.step)
    if step is not None and step <= 0:
        raise UsageError("plan-no-step", option="--step", value=asked.step, example=_EXAMPLE)
    if continuous and step is not None:
        raise UsageError("plan-step-or-any")
    if continuous and asked.most_steps is not None:
        raise UsageError("plan-steps-or-any")
    return Bounds(
        opd=asked.opd,
        fix=asked.fix,
        step=step,
        continuous=continuous,
        most_steps=_count("--max-steps", asked.most_steps, _MOST_STEPS),
        alternatives=_count("--alternatives", asked.alternatives, _MOST_ALTERNATIVES) or 0,
        frontier=frontier,
    )


def _count(option: str, typed: str | None, most: int) -> int | None:
    number = given_number(option, typed)
    if number is None:
        return None
    if number.denominator != 1 or not 0 <= number <= most:
        raise UsageError("plan-no-count", option=option, value=typed, most=most)
    return int(number)


def plan(  # noqa: PLR0913 - the options of the command
    paths: options.Paths,
    *,
    target: Annotated[str | None, options.option("target", "number", about="plan-target")] = None,
    costs: Annotated[str | None, options.option("costs", "file")] = None,
    step: Annotated[str | None, options.option("step", "number")] = None,
    continuous: Annotated[bool, options.option("continuous")] = False,
    opd: Annotated[str | None, options.option("opd", "name", about="plan-opd")] = None,
    fix: Annotated[list[str] | None, options.option("fix", "id")] = None,
    max_steps: Annotated[str | None, options.option("max-steps", "number")] = None,
    alternatives: Annotated[str, options.option("alternatives", "number")] = "3",
    frontier: Annotated[bool, options.option("frontier")] = False,
    config: options.Config = None,
    profile: options.ProfilePath = None,
    value: options.Value = None,
    allow_errors: options.AllowErrors = False,
    waivers: options.Waivers = None,
    unit: options.OneUnit = None,
    year: options.Year = None,
    decimal: options.DecimalMark = None,
    output_format: Annotated[PlanFormat, options.FORMAT] = PlanFormat.TABLE,
    output: options.Output = None,
    force: options.Force = False,
    lang: options.Lang = None,
    limit: options.Limit = None,
    allow_outside: options.AllowOutside = False,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
    debug: options.Debug = False,
) -> int:
    """Check the files, plan, print the result; return the exit code."""
    del allow_outside, debug  # the whole run sees them
    from kediri_index.cli.inputs import load_inputs
    from kediri_index.cli.language import help_language, language_for
    from kediri_index.cli.numbers import given_name, given_number, limits_from
    from kediri_index.cli.output import refuse_inputs
    from kediri_index.cli.printing import Printing, said_again
    from kediri_index.cli.progress import Waiting
    from kediri_index.cli.request import Request
    from kediri_index.cli.show import Used, show
    from kediri_index.cli.used import tell_found
    from kediri_index.errors import EXIT_FINDINGS, EXIT_FINE
    from kediri_index.model.plans import NO_COSTS
    from kediri_index.present.commands.plan import PlanPresentation
    from kediri_index.usecases.plan import load_costs
    from kediri_index.usecases.plan import plan as plan_files

    request = Request(
        tuple(paths), config, profile, tuple(limit or ()), value, unit, year, decimal, waivers
    )
    hints = request.hints()
    goal = given_number("--target", target)
    asked = Asked(given_name("--opd", opd), tuple(fix or ()), step, max_steps, alternatives)
    bounds = bounds_from(asked, continuous=continuous, frontier=frontier)
    waive = request.waiving()
    with Waiting(help_language(), wanted=output_format.is_for_people and not quiet) as waiting:
        inputs = load_inputs(request, waiting.files)
        refuse_inputs(output, [*inputs.paths(), *filter(None, (costs, waivers))])
        limits = limits_from(limit or ())
        outcome = plan_files(
            inputs.submission,
            inputs.definition,
            inputs.profile,
            target=goal,
            costs=load_costs(costs, inputs.definition, limits=limits) if costs else NO_COSTS,
            bounds=bounds,
            hints=inputs.hints(hints),
            value=value,
            allow_errors=allow_errors,
            waive=waive,
            known=inputs.surroundings.known_definitions,
            limits=limits,
            watch=waiting.steps,
        )
    printing = Printing(
        language_for(lang, inputs.definition.language),
        output=output,
        force=force,
        quiet=quiet,
        verbose=verbose,
        again=request.again(),
    )
    tell_found(inputs.definition, inputs.profile, request.named(), printing)
    again = request.again(target=target, costs=costs, step=step, opd=opd, max_steps=max_steps)
    again += "".join(f" {said_again([], {'fix': one}).strip()}" for one in bounds.fix)
    again += " --continuous" if continuous else ""
    shown = PlanPresentation(printing.language, outcome, bounds, again, printing.again)
    used = Used(outcome.definition, outcome.profile, outcome.inputs)
    show(shown, output_format, printing, used)
    return EXIT_FINE if outcome.plan is not None and outcome.plan.reached else EXIT_FINDINGS
