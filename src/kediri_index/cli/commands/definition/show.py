"""The command ``definition show``."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from kediri_index.cli import options
from kediri_index.cli.output import write_text
from kediri_index.cli.printing import SourcesRead, print_found, print_in, print_remarks
from kediri_index.errors import EXIT_FINE
from kediri_index.present.formats import Offer


@options.command(Offer.BRIEF, without=options.ABOUT_DATA)
def show(
    request: options.DataRequest,
    *,
    reference: Annotated[str | None, options.argument("definition", "config")] = None,
    resolved: Annotated[bool, options.option("resolved")] = False,
) -> int:
    """Print one definition; return the exit code."""
    from kediri_index.definition.starting import resolved_yaml
    from kediri_index.present.commands.definition_show import DefinitionPresentation
    from kediri_index.usecases.inputs import Surroundings, load, profile_for

    request = replace(request, config=reference or request.config)
    surroundings = Surroundings.here(request.limits())
    loaded = load(request.config, surroundings)
    profile = profile_for(request.profile, [], surroundings)
    language = request.language(loaded.definition.language)
    sources = SourcesRead(loaded.definition, profile)
    print_found(sources, request, language)
    if resolved:
        write_text(resolved_yaml(loaded.tree), request.output, force=request.force)
        return EXIT_FINE
    shown = DefinitionPresentation(language, loaded.definition, profile, loaded.findings)
    print_in(request.format, shown, request.output, force=request.force)
    print_remarks(shown, request, sources)
    return EXIT_FINE
