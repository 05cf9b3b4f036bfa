"""The command ``explain``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from kediri_index.cli import options
from kediri_index.cli.completion import completed
from kediri_index.present.formats import ExplainFormat

if TYPE_CHECKING:
    from kediri_index.model.findings import Finding
    from kediri_index.model.limits import Limits


def explain(  # noqa: PLR0913 - the options of the command
    codes: Annotated[
        list[str] | None,
        typer.Argument(
            help=options.explained("codes"),
            metavar=options.metavar("codes"),
            autocompletion=completed("codes"),
        ),
    ] = None,
    *,
    output_format: Annotated[ExplainFormat, options.FORMAT] = ExplainFormat.TEXT,
    output: options.Output = None,
    force: options.Force = False,
    lang: options.Lang = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
    debug: options.Debug = False,
) -> int:
    """Print what the codes mean; return the exit code."""
    del debug, verbose  # the whole run sees the first; there is nothing more to tell
    from kediri_index.cli.language import language_without_definition
    from kediri_index.cli.printing import Printing
    from kediri_index.cli.show import show
    from kediri_index.present.commands.explain import ExplainPresentation
    from kediri_index.usecases.examples import explain as explain_codes
    from kediri_index.usecases.examples import known_code

    def verified(paths: Sequence[str], limits: Limits) -> tuple[Finding, ...]:
        from kediri_index.archive.verify import verify  # its examples alone

        return verify(paths[0], limits=limits).findings

    further = {"verify": verified}
    language = language_without_definition(lang)
    wanted = tuple(dict.fromkeys(known_code(code) for code in codes or ()))
    page = output_format is ExplainFormat.MD
    shown = ExplainPresentation(language, wanted, lambda codes: explain_codes(codes, further), page)
    show(shown, output_format, Printing(language, output, force, quiet=quiet))
    return 0
