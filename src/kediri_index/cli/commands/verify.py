"""The command ``verify``."""

from __future__ import annotations

from typing import Annotated

import typer

from kediri_index.cli import options
from kediri_index.present.formats import VerifyFormat


def verify(  # noqa: PLR0913 - the options of the command
    file: Annotated[
        str | None,
        typer.Argument(help=options.explained("archive"), metavar=options.metavar("file")),
    ] = None,
    *,
    published: Annotated[bool, options.option("published")] = False,
    output_format: Annotated[VerifyFormat, options.FORMAT] = VerifyFormat.TEXT,
    output: options.Output = None,
    force: options.Force = False,
    lang: options.Lang = None,
    limit: options.Limit = None,
    allow_outside: options.AllowOutside = False,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
    debug: options.Debug = False,
) -> int:
    """Compute an archive or the published results again; return the exit code."""
    del allow_outside, debug  # the whole run sees them
    from kediri_index.cli.language import chosen_language, help_language
    from kediri_index.cli.numbers import limits_from
    from kediri_index.cli.output import refuse_inputs
    from kediri_index.cli.printing import Printing
    from kediri_index.cli.progress import Waiting
    from kediri_index.cli.show import Used, show
    from kediri_index.errors import EXIT_FINDINGS, EXIT_FINE, EXIT_NOT_VERIFIED, UsageError
    from kediri_index.model.bundle import Verdict
    from kediri_index.model.language import Language
    from kediri_index.present.commands.verify import PublishedPresentation, VerifyPresentation

    limits = limits_from(limit)
    if published is (file is not None):
        raise UsageError("verify-either")
    language = chosen_language(lang)
    printing = Printing(language or Language.ID, output, force, quiet=quiet, verbose=verbose)
    waiting = Waiting(help_language(), wanted=output_format.is_for_people and not quiet)
    if file is None:
        from kediri_index.archive.published import published_findings, recompute_published

        with waiting:
            figures = recompute_published(waiting.steps)
        findings = published_findings(figures)
        show(PublishedPresentation(printing.language, figures, findings), output_format, printing)
        return EXIT_FINDINGS if findings else EXIT_FINE
    from kediri_index.archive.verify import verify as verify_file

    refuse_inputs(output, [file])
    with waiting:
        verified = verify_file(file, limits=limits, watch=waiting.steps)
    printing = printing._replace(language=language or verified.language)
    used = None if verified.definition is None else Used(verified.definition, None, verified.inputs)
    show(VerifyPresentation(printing.language, verified), output_format, printing, used)
    codes = {Verdict.VERIFIED: EXIT_FINE, Verdict.NOT_VERIFIED: EXIT_NOT_VERIFIED}
    return codes.get(verified.verdict, EXIT_FINDINGS)
