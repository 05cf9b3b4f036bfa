"""The command ``robustness``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from kediri_index.cli import options
from kediri_index.present.formats import RobustnessFormat


def robustness(  # noqa: PLR0913 - the options of the command
    paths: options.Paths,
    *,
    draws: Annotated[str, options.option("draws", "number")] = "10000",
    seed: Annotated[str, options.option("seed", "number")] = "1",
    weights: Annotated[str | None, options.option("weights", "number")] = None,
    weight_sets: Annotated[str | None, options.option("weight-sets", "file")] = None,
    methods: Annotated[str | None, options.option("methods", "names")] = None,
    aggregations: Annotated[str | None, options.option("aggregations", "names")] = None,
    missing: Annotated[bool, options.option("missing")] = False,
    save_draws: Annotated[str | None, options.option("save-draws", "file")] = None,
    sobol: Annotated[bool, options.option("sobol")] = False,
    target: options.Target = None,
    config: options.Config = None,
    profile: options.ProfilePath = None,
    value: options.Value = None,
    unit: options.OneUnit = None,
    year: options.ShownYear = None,
    decimal: options.DecimalMark = None,
    allow_errors: options.AllowErrors = False,
    waivers: options.Waivers = None,
    output_format: Annotated[RobustnessFormat, options.FORMAT] = RobustnessFormat.TABLE,
    output: options.Output = None,
    force: options.Force = False,
    lang: options.Lang = None,
    limit: options.Limit = None,
    allow_outside: options.AllowOutside = False,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
    debug: options.Debug = False,
) -> int:
    """Check the files, score them again and again, print what comes of it."""
    del allow_outside, debug  # the whole run sees them
    from kediri_index.api.robustness import robustness as robustness_of
    from kediri_index.cli.inputs import load_inputs
    from kediri_index.cli.language import language_for
    from kediri_index.cli.numbers import given_name, given_number
    from kediri_index.cli.output import refuse_inputs, write_file
    from kediri_index.cli.printing import Printing
    from kediri_index.cli.request import Request
    from kediri_index.cli.robustness_drawing import Asked, drawing_of
    from kediri_index.cli.show import Used, print_talk, show
    from kediri_index.cli.used import tell_found
    from kediri_index.errors import EXIT_FINDINGS, EXIT_FINE
    from kediri_index.present.commands.robustness import RobustnessShown, draws_csv
    from kediri_index.present.findings import faults

    request = Request(
        tuple(paths), config, profile, tuple(limit or ()), value, unit, year, decimal, waivers
    )
    hints = request.hints()
    given_name("--save-draws", save_draws)
    goal = given_number("--target", target)
    waive = request.waiving()
    asked = Asked(
        draws,
        seed,
        weights,
        weight_sets,
        methods,
        aggregations,
        missing=missing,
        sobol=sobol,
        keep=save_draws is not None,
    )
    asked.check()
    inputs = load_inputs(request)
    read = [*inputs.paths(), *filter(None, (waivers, weight_sets))]
    refuse_inputs(output, [*read, *filter(None, (save_draws,))])
    refuse_inputs(save_draws, read)
    outcome = robustness_of(
        inputs.submission,
        inputs.definition,
        inputs.profile,
        drawing=drawing_of(asked, inputs),
        hints=inputs.hints(hints),
        value=value,
        target=goal,
        allow_errors=allow_errors,
        waive=waive,
        known=inputs.surroundings.known_definitions,
    )
    printing = Printing(
        language_for(lang, inputs.definition.language),
        output=output,
        force=force,
        quiet=quiet,
        verbose=verbose,
    )
    tell_found(inputs.definition, inputs.profile, request.named(), printing)
    again = request.again(
        weights=weights,
        weight_sets=weight_sets,
        methods=methods,
        aggregations=aggregations,
        target=target,
    )
    again += " --missing" if missing else ""
    shown = RobustnessShown(printing.language, outcome, again)
    result = outcome.result
    if save_draws is not None and result is not None and result.each is not None:
        write_file(Path(save_draws), draws_csv(result.each).encode(), force=force)
    if result is not None and not output_format.tells_all:
        print_talk(tuple(faults(shown.about_draws(), printing.language)), printing.language)
    used = Used(outcome.definition, outcome.profile, outcome.inputs)
    return EXIT_FINE if show(shown, output_format, printing, used) else EXIT_FINDINGS
