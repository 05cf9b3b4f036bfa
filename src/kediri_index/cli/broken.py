"""Telling what is wrong with a definition or a file beside it, with the lines it points to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from kediri_index.errors import (
    CostsError,
    DefinitionError,
    ProfileError,
    WaiversError,
    WeightSetsError,
)
from kediri_index.messages.catalogue import has_errors
from kediri_index.messages.texts import text
from kediri_index.model.language import Language
from kediri_index.model.limits import Limits


def source_lines() -> Callable[[str, int], str | None]:
    """Return a function that gives a line of a file by its number from 1; None where it cannot."""

    @cache
    def lines(file: str) -> tuple[str, ...]:
        path = Path(file)
        try:
            if not path.is_file() or path.stat().st_size > Limits().definition_bytes:
                return ()
            return tuple(path.read_text(encoding="utf-8", errors="replace").splitlines())
        except OSError:
            return ()

    def line(file: str, number: int) -> str | None:
        found = lines(file)
        return found[number - 1] if 0 < number <= len(found) else None

    return line


_BROKEN = "definition-broken"
_SENTENCES: dict[type[DefinitionError], str] = {
    ProfileError: "profile-broken",
    WaiversError: "waivers-broken",
    CostsError: "costs-broken",
    WeightSetsError: "weight-sets-broken",
}


def print_broken(error: DefinitionError, arguments: Sequence[str], language: Language) -> str:
    """Print the findings, also in the format that *arguments* ask for; return the sentence."""
    from kediri_index.cli.printing import typed  # a fault needs it
    from kediri_index.cli.show import print_talk  # a fault needs it
    from kediri_index.present.findings import faults  # a fault needs it

    _print_for_programs(error, arguments, language)
    print_talk(tuple(faults(error.findings, language, source_lines())), language)
    path = next((finding.file for finding in error.findings if finding.file), "")
    count = sum(1 for finding in error.findings if has_errors([finding]))
    key = _SENTENCES.get(type(error), _BROKEN)
    if key == _BROKEN:  # in a command to copy
        path = typed(path)
    return text(key, language, count=count, path=path)


def _print_for_programs(
    error: DefinitionError, arguments: Sequence[str], language: Language
) -> None:
    """Print the findings so that a script gets them as always, although there is no result."""
    from kediri_index.cli.output import write_text
    from kediri_index.present.formats import CheckFormat

    asked = _format(arguments)
    if asked == "json":
        from kediri_index.present.envelope import envelope  # this format's own

        words = [word for word in arguments[:2] if not word.startswith("-")]
        command = "-".join(words if words[:1] == ["definition"] else words[:1])
        write_text(envelope(command, None, (), None, error.findings, language), None, force=False)
    elif arguments[0] == "check" and asked in {
        form.value for form in CheckFormat if not form.is_for_people
    }:
        from kediri_index.cli.show import print_in
        from kediri_index.present.commands.check import CheckPresentation
        from kediri_index.present.findings import FindingsReport

        found = FindingsReport(error.findings, language)
        print_in(CheckFormat(asked), CheckPresentation(language, found, None))


def _format(arguments: Sequence[str]) -> str:
    """Return the last format that *arguments* name."""
    asked = ""
    for position, argument in enumerate(arguments):
        name, equals, value = argument.partition("=")
        if name == "--format":
            asked = value if equals else next(iter(arguments[position + 1 :]), "")
    return asked
