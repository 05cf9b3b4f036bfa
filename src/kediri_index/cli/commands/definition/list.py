"""The command ``definition list``."""

from __future__ import annotations

from kediri_index.cli import options
from kediri_index.cli.commands import command
from kediri_index.cli.language import language_without_definition
from kediri_index.cli.printing import print_in
from kediri_index.errors import EXIT_FINE
from kediri_index.present.formats import Offer


@command(Offer.BRIEF, hides=("verbose",))
def list_all(
    request: options.Request,
) -> int:
    """Print the definitions in reach; return the exit code."""
    from kediri_index.definition.find import list_definitions
    from kediri_index.present.commands.definition_list import ListPresentation
    from kediri_index.usecases.inputs import Surroundings

    surroundings = Surroundings.here(request.limits())
    listed = list_definitions(surroundings.folder, surroundings.limits)
    shown = ListPresentation(language_without_definition(request.lang), listed)
    print_in(request.format, shown, request.output, force=request.force)
    return EXIT_FINE
