"""Telling which definition, profile and files a command used."""

from __future__ import annotations

from collections.abc import Iterable

from kediri_index.cli.output import say
from kediri_index.cli.printing import Printing
from kediri_index.messages.texts import text
from kediri_index.model.dataset import InputFile
from kediri_index.model.definition import Definition
from kediri_index.model.language import Language
from kediri_index.model.profile import Profile
from kediri_index.usecases.load import Named, Surroundings, discovered


def tell_found(
    definition: Definition, profile: Profile | None, named: Named, printing: Printing
) -> None:
    """Say on standard error which *definition* and *profile* were found though nobody named them.

    ``--quiet`` leaves out what lies in the working folder or beside the data.
    """
    found = discovered(definition, profile, named, Surroundings.here())
    language, both = printing.language, [found.definition, found.profile]
    if any(both) and not printing.verbose and (found.is_above or not printing.quiet):
        which = "both" if all(both) else "definition" if found.definition else "profile"
        paths = {"definition": found.definition, "profile": found.profile}
        said = {name: path for name, path in paths.items() if path is not None}
        say(text(f"found.{which}", language, **said))
    passed_over = {
        "--config": found.definition_passed_over,
        "--profile": found.profile_passed_over,
    }
    for option, path in passed_over.items():
        if path is not None:
            say(text("found.passed-over", language, path=path, option=option))


def tell_inputs(
    definition: Definition, profile: Profile | None, files: Iterable[InputFile], language: Language
) -> None:
    """Say each on a line of its own, on standard error, as ``--verbose`` asks."""
    sha256 = definition.sha256[:12]
    say(text("used.definition", language, path=definition.path, sha256=sha256))
    if profile is not None:
        say(text("used.profile", language, path=profile.path))
    for file in files:
        layout = text(f"layout.{file.layout}" if file.layout else "layout.none", language)
        say(text("used.file", language, path=file.path, layout=layout))
