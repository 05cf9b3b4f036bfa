"""The command ``explain``."""

from __future__ import annotations

from typing import Annotated

from kediri_index.cli import options, values
from kediri_index.cli.commands import command
from kediri_index.cli.language import language_without_definition
from kediri_index.cli.printing import print_outcome
from kediri_index.errors import EXIT_FINE
from kediri_index.present.formats import Offer


@command(Offer.PAGES, without=("limit", "allow_outside"), hides=("verbose",))
def explain(
    request: options.Request,
    *,
    codes: Annotated[list[str] | None, options.argument("codes", completes="codes")] = None,
) -> int:
    """Print what the codes mean; return the exit code."""
    from kediri_index.archive.next_year import NextYearWanted, next_year
    from kediri_index.archive.verify import verify
    from kediri_index.present.commands.explain import ExplainPresentation
    from kediri_index.usecases.examples import explain as explain_codes
    from kediri_index.usecases.examples import known_code

    further = {
        "verify": lambda given, limits: verify(given.paths[0], limits=limits).findings,
        "init": lambda given, limits: (
            next_year(
                NextYearWanted(given.next_year, values.today(), given.year), limits, given.paths[0]
            ).findings
        ),
    }
    wanted = tuple(dict.fromkeys(known_code(code) for code in codes or ()))
    language = language_without_definition(request.lang)
    shown = ExplainPresentation(language, wanted, lambda codes: explain_codes(codes, further))
    print_outcome(shown, request)
    return EXIT_FINE
