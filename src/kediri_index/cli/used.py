"""Telling which definition, profile and files a command used (``--verbose``)."""

from __future__ import annotations

from collections.abc import Iterable

from kediri_index.cli.output import say
from kediri_index.messages.texts import text
from kediri_index.model.dataset import InputFile
from kediri_index.model.definition import Definition
from kediri_index.model.language import Language
from kediri_index.model.profile import Profile


def tell_inputs(
    definition: Definition, profile: Profile | None, files: Iterable[InputFile], language: Language
) -> None:
    """Say each on a line of its own, on standard error."""
    sha256 = definition.sha256[:12]
    say(text("used.definition", language, path=definition.path, sha256=sha256))
    if profile is not None:
        say(text("used.profile", language, path=profile.path))
    for file in files:
        layout = text(f"layout.{file.layout}" if file.layout else "layout.none", language)
        say(text("used.file", language, path=file.path, layout=layout))
