"""The command ``definition weights``."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated

from kediri_index.cli import options
from kediri_index.cli.commands import command
from kediri_index.cli.output import STANDARD_OUTPUT, refuse_outputs, write_bytes
from kediri_index.cli.printing import print_blocks, print_found, print_outcome
from kediri_index.errors import EXIT_FINDINGS, EXIT_FINE, UsageError
from kediri_index.model.weighting import WeightMethod
from kediri_index.present.formats import Format, Offer


@command(Offer.TABLES, without=("paths",), output="weights-into")
def weights(
    request: options.DataRequest,
    *,
    reference: Annotated[str | None, options.argument("definition", "config")] = None,
    data: Annotated[list[str] | None, options.option("data", "file", about="weights-data")] = None,
    method: Annotated[WeightMethod, options.option("method")] = WeightMethod.PCA,
) -> int:
    """Propose weights, print what they change, and write them as a definition."""
    from kediri_index.present.commands.definition_weights import WeightsPresentation
    from kediri_index.present.findings import faults
    from kediri_index.usecases.proposed_weights import weights as weights_of
    from kediri_index.usecases.proposed_weights_yaml import name_of_base, proposed_weights_yaml

    if not data:
        raise UsageError("weights-without-data")
    output = request.output
    if output == STANDARD_OUTPUT and request.format is Format.JSON:
        raise UsageError("weights-either")
    request = replace(request, paths=data, config=request.one_definition(reference))
    refuse_outputs([output], force=request.force)
    inputs = request.load()
    base = None
    if output is not None:
        into = Path("weights.yaml" if output == STANDARD_OUTPUT else output)
        base = name_of_base(inputs.definition, into, inputs.limits)
    outcome = weights_of(*inputs.files, **request.asked(inputs), method=method)
    language = request.language(inputs.definition.language)
    is_made = outcome.proposed is not None and bool(outcome.proposed.weights)
    written = output if is_made else None
    if written is not None and base is not None:
        made = proposed_weights_yaml(outcome, base, language)
        write_bytes(written, made.encode(), force=request.force)
    again = replace(request, paths=[]).arguments(data=tuple(data), method=method.value)
    shown = WeightsPresentation(language, outcome, written, again)
    if written == STANDARD_OUTPUT:  # where the definition stands alone
        print_found(outcome, request, language)
        print_blocks(tuple(faults(shown.own_findings(), language)), language)
        return EXIT_FINE
    has_result = print_outcome(shown, request.on_a_screen(), outcome)
    if has_result and not request.format.tells_all:
        print_blocks(tuple(faults(shown.own_findings(), language)), language)
    return EXIT_FINE if has_result and output == written else EXIT_FINDINGS
