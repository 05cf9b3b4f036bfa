"""Writing an archive, and telling that it is written, or why not."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kediri_index.archive.packing import limits_to_verify
from kediri_index.cli.in_format import print_in
from kediri_index.cli.output import (
    STANDARD_OUTPUT,
    print_bytes,
    refuse_inputs,
    refuse_outputs,
    say,
    write_file,
)
from kediri_index.cli.printing import Printing, typed
from kediri_index.cli.refusal import tell_refusal
from kediri_index.cli.used import tell_inputs
from kediri_index.errors import EXIT_FINDINGS, EXIT_FINE, UsageError
from kediri_index.messages.texts import text
from kediri_index.model.bundle import Bundle
from kediri_index.model.limits import Limits
from kediri_index.present.bundle.shown import BundleShown
from kediri_index.present.formats import BundleFormat


def refuse_output(output: str | None, output_format: BundleFormat, *, force: bool) -> str:
    """Return where to write; raises :class:`UsageError` for nowhere, two at once, and a file there.

    So nobody waits for an archive that could not be written.
    """
    if not output:
        raise UsageError("bundle-nowhere")
    if output == STANDARD_OUTPUT and output_format is BundleFormat.JSON:
        raise UsageError("bundle-either")
    refuse_outputs([output], force=force)
    return output


def print_bundle(
    made: Bundle,
    read: Sequence[str],
    output_format: BundleFormat,
    printing: Printing,
    limits: Limits,
) -> int:
    """Write the archive where there is one, never over a file that was *read*; print its hash.

    It was made under *limits*. Return 1 where errors forbid it.
    """
    path = printing.output or ""
    files = [file.path for file in made.outcome.inputs]
    refuse_inputs(path, [*files, *read, made.outcome.definition.path])
    if made.data is not None:
        _write(path, made.data, force=printing.force)
    is_json = output_format is BundleFormat.JSON
    if is_json or (made.data is not None and path != STANDARD_OUTPUT):
        print_in(output_format, BundleShown(made, path))
    if made.data is None:
        if not is_json:
            _refuse(made, printing)
        return EXIT_FINDINGS
    if not is_json:
        _talk(made, made.data, limits, printing)
    return EXIT_FINE


def _write(path: str, data: bytes, *, force: bool) -> None:
    if path == STANDARD_OUTPUT:
        print_bytes([data])
    else:
        write_file(Path(path), data, force=force)


def _talk(made: Bundle, data: bytes, limits: Limits, printing: Printing) -> None:
    language, path = printing.language, printing.output or ""
    if made.outcome.partial:
        say(text("partial", language))
    if printing.verbose:
        outcome = made.outcome
        tell_inputs(outcome.definition, outcome.profile, outcome.inputs, language)
    if not printing.quiet:
        say(text("bundle.keep", language))
        if path != STANDARD_OUTPUT:
            raised = limits_to_verify(data, limits).items()
            words = [typed(path), *(f"--limit {name}={limit}" for name, limit in raised)]
            say(text("next.verify", language, path=" ".join(words)))


def _refuse(made: Bundle, printing: Printing) -> None:
    tell_refusal(made.outcome.findings, printing.language, "bundle.refused")
