"""The command ``robustness``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, NamedTuple

from kediri_index.cli import options
from kediri_index.cli.inputs import Inputs
from kediri_index.cli.numbers import given_count, given_number
from kediri_index.errors import UsageError
from kediri_index.model.aggregation import Aggregation
from kediri_index.model.robustness import Drawing
from kediri_index.model.text import suggest
from kediri_index.present.formats import RobustnessFormat
from kediri_index.scoring.aggregations import AGGREGATIONS
from kediri_index.usecases.weight_sets import load_weight_sets

_EXAMPLES = {"power": "power:2", "mpi": "mpi:-1"}


class Asked(NamedTuple):
    """The options as they are written."""

    draws: str
    seed: str
    weights: str | None
    weight_sets: str | None
    methods: str | None
    aggregations: str | None
    missing: bool
    sobol: bool
    keep: bool = False

    def check(self) -> None:
        """Raise :class:`UsageError` for what can be told without any file."""
        given_count("--draws", self.draws, 1)
        given_count("--seed", self.seed, 0)
        given_number("--weights", self.weights)
        _aggregations(self.aggregations)
        _names("--methods", self.methods)


def drawing_of(asked: Asked, inputs: Inputs) -> Drawing:
    """Return what is asked for; reads the file of sets of weights."""
    sets = asked.weight_sets
    return Drawing(
        draws=given_count("--draws", asked.draws, 1),
        seed=given_count("--seed", asked.seed, 0),
        weights=given_number("--weights", asked.weights),
        weight_sets=()
        if sets is None
        else load_weight_sets(sets, inputs.definition, limits=inputs.surroundings.limits),
        methods=_names("--methods", asked.methods),
        aggregations=_aggregations(asked.aggregations),
        missing=asked.missing,
        sobol=asked.sobol,
        keep=asked.keep,
    )


def _names(option: str, text: str | None) -> tuple[str, ...]:
    """Return the names between commas, each once."""
    if text is None:
        return ()
    names = tuple(dict.fromkeys(filter(None, (name.strip() for name in text.split(",")))))
    if not names or names[0].startswith("--"):
        raise UsageError("no-name", option=option, value=text)
    return names


def _aggregations(text: str | None) -> tuple[Aggregation, ...]:
    return tuple(map(_aggregation, _names("--aggregations", text)))


def _aggregation(text: str) -> Aggregation:
    """Return the aggregation of a name such as ``geometric``, ``power:2`` or ``mpi:-1``."""
    name, colon, written = text.partition(":")
    if name not in AGGREGATIONS or (colon and name not in _EXAMPLES):
        known = tuple(_EXAMPLES.get(one, one) for one in AGGREGATIONS if one != "copeland")
        nearest = suggest(name, known)
        if name != "copeland":
            raise UsageError(
                "bad-value", option="--aggregations", value=text, nearest=nearest, known=known
            )
    if name not in _EXAMPLES:
        return AGGREGATIONS[name]()
    parameter = given_number("--aggregations", written) if colon else None
    found = None if parameter is None else AGGREGATIONS[name].of(parameter)
    if found is None:
        raise UsageError("aggregation-parameter", value=name, example=_EXAMPLES[name])
    return found


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
    from kediri_index.cli.inputs import load_inputs
    from kediri_index.cli.language import language_for
    from kediri_index.cli.numbers import given_name, given_number
    from kediri_index.cli.output import refuse_inputs, write_file
    from kediri_index.cli.printing import Printing
    from kediri_index.cli.request import Request
    from kediri_index.cli.show import Used, print_talk, show
    from kediri_index.cli.used import tell_found
    from kediri_index.errors import EXIT_FINDINGS, EXIT_FINE
    from kediri_index.present.commands.robustness import RobustnessPresentation, draws_csv
    from kediri_index.present.findings import faults
    from kediri_index.usecases.robustness import robustness as robustness_of

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
    shown = RobustnessPresentation(printing.language, outcome, again)
    result = outcome.result
    if save_draws is not None and result is not None and result.each is not None:
        write_file(Path(save_draws), draws_csv(result.each).encode(), force=force)
    if result is not None and not output_format.tells_all:
        print_talk(tuple(faults(shown.about_draws(), printing.language)), printing.language)
    used = Used(outcome.definition, outcome.profile, outcome.inputs)
    return EXIT_FINE if show(shown, output_format, printing, used) else EXIT_FINDINGS
