"""The command ``bundle``."""

from __future__ import annotations

from kediri_index.cli import options, values
from kediri_index.cli.commands import command
from kediri_index.cli.language import chosen_language
from kediri_index.cli.output import STANDARD_OUTPUT, refuse_outputs, say, write_bytes
from kediri_index.cli.printing import print_found, print_outcome, print_remarks
from kediri_index.cli.quoting import typed
from kediri_index.cli.values import given_name
from kediri_index.errors import EXIT_FINDINGS, EXIT_FINE, UsageError
from kediri_index.present.formats import Format, Offer


@command(Offer.BRIEF, output="bundle-into")
def bundle(
    request: options.TargetRequest,
    *,
    detail: options.Detail = False,
) -> int:
    """Write the archive of the files and their scores; return the exit code."""
    from kediri_index.archive.bundle import BundleOptions
    from kediri_index.archive.bundle import bundle as bundle_files
    from kediri_index.archive.container import limits_to_verify
    from kediri_index.messages.texts import text
    from kediri_index.present.commands.bundle import BundlePresentation
    from kediri_index.usecases.inputs import Surroundings

    asked = BundleOptions(
        request.config,
        request.profile,
        given_name("--waivers", request.waivers),
        request.previous,
        request.previous_config,
        request.hints(),
        request.value,
        request.goal(),
        request.allow_errors,
        detail,
        chosen_language(request.lang),
        values.today(),
    )
    into = _refuse_output(request.output, request.format, force=request.force)
    limits = request.limits()
    with request.waiting() as waiting:
        made = bundle_files(
            request.paths, asked, surroundings=Surroundings.here(limits), watch=waiting.steps
        )
    outcome, data = made.outcome, made.data
    read = [file.path for file in outcome.inputs]
    others = (request.profile, request.waivers, request.previous)
    request.refuse_inputs(*read, *request.paths, *others, outcome.definition.path)
    words = None
    if data is not None:
        write_bytes(into, data, force=request.force)
        if into != STANDARD_OUTPUT:
            raised = limits_to_verify(data, limits).items()
            words = " ".join([typed(into), *(f"--limit {name}={most}" for name, most in raised)])
    shown = BundlePresentation(made.language, made, into, words)
    if data is None or into != STANDARD_OUTPUT:
        print_outcome(shown, request.on_a_screen(), outcome)
    else:  # where the archive stands alone
        print_found(outcome, request, made.language)
        if outcome.partial:
            say(text("partial", made.language))
        print_remarks(shown, request, outcome)
    return EXIT_FINDINGS if data is None else EXIT_FINE


def _refuse_output(output: str | None, form: Format, *, force: bool) -> str:
    """Return where to write; raises :class:`UsageError` for nowhere, two at once, and a file there.

    So nobody waits for an archive that could not be written.
    """
    if not output:
        raise UsageError("bundle-nowhere")
    if output == STANDARD_OUTPUT and form is Format.JSON:
        raise UsageError("bundle-either")
    refuse_outputs([output], force=force)
    return output
