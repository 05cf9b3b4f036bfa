"""The command ``robustness``."""

from __future__ import annotations

from typing import Annotated

from kediri_index.cli import options
from kediri_index.cli.commands import command
from kediri_index.cli.output import refuse_inputs, refuse_outputs, write_bytes
from kediri_index.cli.printing import print_blocks, print_outcome
from kediri_index.cli.values import (
    given_aggregation,
    given_count,
    given_name,
    given_names,
    given_number,
)
from kediri_index.errors import EXIT_FINDINGS, EXIT_FINE
from kediri_index.present.formats import Offer


@command(
    Offer.TABLES,
    without=("previous", "previous_config"),
    unit="meant-unit",
    year="shown-year",
)
def robustness(
    request: options.TargetRequest,
    *,
    draws: Annotated[str, options.option("draws", "number")] = "10000",
    seed: Annotated[str, options.option("seed", "number")] = "1",
    weights: Annotated[str | None, options.option("weights", "number")] = None,
    weight_sets: Annotated[str | None, options.option("weight-sets", "file")] = None,
    methods: Annotated[str | None, options.option("methods", "names")] = None,
    aggregations: Annotated[str | None, options.option("aggregations", "names")] = None,
    treatments: Annotated[str | None, options.option("treatments", "names")] = None,
    imputations: Annotated[str | None, options.option("imputations", "names")] = None,
    missing: Annotated[bool, options.option("missing")] = False,
    uncertain: Annotated[str | None, options.option("uncertain", "file")] = None,
    save_draws: Annotated[str | None, options.option("save-draws", "file")] = None,
    sobol: Annotated[bool, options.option("sobol")] = False,
    leave_out: Annotated[bool, options.option("leave-out")] = False,
) -> int:
    """Check the files, score them again and again, print what comes of it."""
    from kediri_index.model.robustness import Drawing
    from kediri_index.present.commands.robustness import RobustnessPresentation, draws_csv
    from kediri_index.present.findings import faults
    from kediri_index.usecases.robustness import robustness as robustness_of
    from kediri_index.usecases.uncertain import load_uncertain
    from kediri_index.usecases.weight_sets import load_weight_sets

    given_name("--save-draws", save_draws)
    drawing = Drawing(
        draws=given_count("--draws", draws, 1),
        seed=given_count("--seed", seed, 0),
        weights=given_number("--weights", weights),
        methods=given_names("--methods", methods),
        aggregations=tuple(map(given_aggregation, given_names("--aggregations", aggregations))),
        treatments=given_names("--treatments", treatments),
        imputations=given_names("--imputations", imputations),
        missing=missing,
        sobol=sobol,
        keep=save_draws is not None,
        leave_out=leave_out,
    )
    refuse_outputs([request.output, save_draws], force=request.force)
    inputs = request.load(weight_sets, uncertain)
    further = filter(None, (request.waivers, weight_sets, uncertain))
    refuse_inputs(save_draws, [*inputs.paths(), *further])
    if weight_sets is not None:
        sets = load_weight_sets(weight_sets, inputs.definition, limits=inputs.limits)
        drawing = drawing._replace(weight_sets=sets)
    if uncertain is not None:
        values = load_uncertain(uncertain, inputs.definition, limits=inputs.limits)
        drawing = drawing._replace(uncertain=values)
    outcome = robustness_of(*inputs.files, **request.asked(inputs), drawing=drawing)
    again = request.arguments(
        weights=weights,
        weight_sets=weight_sets,
        methods=methods,
        aggregations=aggregations,
        treatments=treatments,
        imputations=imputations,
        target=request.target,
        missing=missing,
        uncertain=uncertain,
        leave_out=leave_out,
    )
    language = request.language(inputs.definition.language)
    shown = RobustnessPresentation(language, outcome, again)
    result = outcome.result
    if save_draws is not None and result is not None and result.each is not None:
        write_bytes(save_draws, draws_csv(result.each).encode(), force=request.force)
    if result is not None and not request.format.tells_all:
        print_blocks(tuple(faults(shown.about_draws(), language)), language)
    return EXIT_FINE if print_outcome(shown, request, outcome) else EXIT_FINDINGS
