"""The command ``definition show``."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

from kediri_index.cli import options
from kediri_index.cli.commands import command
from kediri_index.cli.output import say, write_bytes, write_text
from kediri_index.cli.printing import SourcesRead, print_found, print_in, print_remarks
from kediri_index.errors import EXIT_FINE, UsageError
from kediri_index.present.formats import Format, Offer

if TYPE_CHECKING:
    from kediri_index.model.definition import Definition
    from kediri_index.model.language import Language
    from kediri_index.model.profile import Profile


@command(Offer.SHOW, without=options.ABOUT_DATA)
def show(
    request: options.DataRequest,
    *,
    reference: Annotated[str | None, options.argument("definition", "config")] = None,
    resolved: Annotated[bool, options.option("resolved")] = False,
) -> int:
    """Print one definition; return the exit code."""
    from kediri_index.definition.starting import resolved_yaml
    from kediri_index.present.commands.definition_show import DefinitionPresentation
    from kediri_index.usecases.inputs import Surroundings, load, profile_beside

    request = replace(request, config=request.one_definition(reference))
    surroundings = Surroundings.here(request.limits())
    loaded = load(request.config, surroundings)
    profile = profile_beside(loaded.definition, request.profile, surroundings)
    language = request.language(loaded.definition.language)
    sources = SourcesRead(loaded.definition, profile)
    print_found(sources, request, language)
    if request.format is Format.XLSX:
        if resolved:
            raise UsageError("options-together", first="--resolved", second="--format xlsx")
        _write_list(request, loaded.definition, profile, language)
        return EXIT_FINE
    if resolved:
        write_text(resolved_yaml(loaded.tree), request.output, force=request.force)
        return EXIT_FINE
    shown = DefinitionPresentation(language, loaded.definition, profile, loaded.findings)
    print_in(request.format, shown, request.output, force=request.force)
    print_remarks(shown, request, sources)
    return EXIT_FINE


def _write_list(
    request: options.DataRequest,
    definition: Definition,
    profile: Profile | None,
    language: Language,
) -> None:
    """Write the definition as a list of indicators, and say what of it no list holds."""
    from kediri_index.messages.texts import text
    from kediri_index.usecases.lists import definition_list

    if request.output is None:
        raise UsageError("list-nowhere")
    request.refuse_inputs(definition.path, profile.path if profile else None)
    written = definition_list(definition, profile, language)
    write_bytes(request.output, written.data, force=request.force)
    for key, ids in written.not_held:
        what = text(f"list.not-held.{key}", language, ids=ids)
        say(text("list.not-held", language, what=what))
    if written.not_held:
        say(text("list.not-same", language, id=definition.id))
