"""The command ``plan``."""

from __future__ import annotations

from typing import Annotated

import typer

from kediri_index.cli.formats import PlanFormat
from kediri_index.cli.options import (
    Config,
    Debug,
    DecimalMark,
    Force,
    Lang,
    Limit,
    OneUnit,
    Output,
    Paths,
    ProfilePath,
    Quiet,
    Value,
    Verbose,
    Waivers,
    Year,
    explained,
    metavar,
)


def plan(  # noqa: PLR0913 - the options of the command
    paths: Paths,
    *,
    target: Annotated[
        str | None,
        typer.Option("--target", help=explained("plan-target"), metavar=metavar("number")),
    ] = None,
    costs: Annotated[
        str | None, typer.Option("--costs", help=explained("costs"), metavar=metavar("file"))
    ] = None,
    step: Annotated[
        str | None, typer.Option("--step", help=explained("step"), metavar=metavar("number"))
    ] = None,
    continuous: Annotated[bool, typer.Option("--continuous", help=explained("continuous"))] = False,
    opd: Annotated[
        str | None, typer.Option("--opd", help=explained("plan-opd"), metavar=metavar("name"))
    ] = None,
    fix: Annotated[
        list[str] | None, typer.Option("--fix", help=explained("fix"), metavar=metavar("id"))
    ] = None,
    max_steps: Annotated[
        str | None,
        typer.Option("--max-steps", help=explained("max-steps"), metavar=metavar("number")),
    ] = None,
    alternatives: Annotated[
        str,
        typer.Option("--alternatives", help=explained("alternatives"), metavar=metavar("number")),
    ] = "3",
    frontier: Annotated[bool, typer.Option("--frontier", help=explained("frontier"))] = False,
    config: Config = None,
    profile: ProfilePath = None,
    value: Value = None,
    allow_errors: Annotated[
        bool, typer.Option("--allow-errors", help=explained("allow-errors"))
    ] = False,
    waivers: Waivers = None,
    unit: OneUnit = None,
    year: Year = None,
    decimal: DecimalMark = None,
    output_format: Annotated[
        PlanFormat, typer.Option("--format", help=explained("format"))
    ] = PlanFormat.TABLE,
    output: Output = None,
    force: Force = False,
    lang: Lang = None,
    limit: Limit = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
    debug: Debug = False,
) -> int:
    """Check the files, plan, print the result; return the exit code."""
    del debug  # the whole run sees it
    from kediri_index.api.plan import load_costs  # noqa: PLC0415 - heavy
    from kediri_index.api.plan import plan as plan_files  # noqa: PLC0415 - heavy
    from kediri_index.cli.inputs import Request, load_inputs  # noqa: PLC0415 - heavy
    from kediri_index.cli.language import language_for  # noqa: PLC0415 - goes with the above
    from kediri_index.cli.limits import limits_from  # noqa: PLC0415 - likewise
    from kediri_index.cli.numbers import (  # noqa: PLC0415 - likewise
        decimal_mark,
        given_name,
        given_number,
        given_year,
    )
    from kediri_index.cli.output import refuse_inputs  # noqa: PLC0415 - likewise
    from kediri_index.cli.plan_output import print_plan  # noqa: PLC0415 - likewise
    from kediri_index.cli.plan_request import Asked, bounds_from  # noqa: PLC0415 - likewise
    from kediri_index.cli.printing import Printing, said_again  # noqa: PLC0415 - likewise
    from kediri_index.model.plans import NO_COSTS  # noqa: PLC0415 - likewise
    from kediri_index.model.user_hints import Hints  # noqa: PLC0415 - likewise

    hints = Hints(given_name("--unit", unit), given_year(year), decimal_mark(decimal))
    goal = given_number("--target", target)
    asked = Asked(given_name("--opd", opd), tuple(fix or ()), step, max_steps, alternatives)
    bounds = bounds_from(asked, continuous=continuous, frontier=frontier)
    waive = None
    if waivers is not None:
        from kediri_index.cli.waivers import waiving  # noqa: PLC0415 - most plans have none

        waive = waiving(waivers, limit or ())
    inputs = load_inputs(Request(tuple(paths), config, profile, tuple(limit or ())))
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
    )
    given: dict[str, object] = {
        "config": config,
        "profile": profile,
        "value": value,
        "unit": unit,
        "year": year,
        "decimal": decimal,
        "waivers": waivers,
    }
    of_plan = {
        "target": target,
        "costs": costs,
        "step": step,
        "opd": opd,
        "max-steps": max_steps,
    }
    printing = Printing(
        language_for(lang, inputs.definition.language),
        output=output,
        force=force,
        quiet=quiet,
        verbose=verbose,
        again=said_again(paths, given),
    )
    again = said_again(paths, {**given, **of_plan})
    again += "".join(f" {said_again([], {'fix': one}).strip()}" for one in bounds.fix)
    again += " --continuous" if continuous else ""
    return print_plan(outcome, output_format, printing, bounds, again)
