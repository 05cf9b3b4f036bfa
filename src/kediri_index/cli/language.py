"""The language of what is printed."""

from __future__ import annotations

import os
import sys

from kediri_index.model.language import Language

VARIABLE = "KEDIRI_INDEX_LANG"
_LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")
"""What a system says its user reads, in the order in which POSIX asks for it."""


def chosen_language(option: str | None) -> Language | None:
    """Return the language that ``--lang`` or the environment asks for; None leaves it open."""
    for asked in (option, os.environ.get(VARIABLE)):
        if asked in set(Language):
            return Language(asked)
    return None


def refuse_unknown() -> None:
    """Raise :class:`~kediri_index.errors.UsageError` where the environment asks for another."""
    value = os.environ.get(VARIABLE)
    if value and value not in set(Language):
        from kediri_index.errors import UsageError
        from kediri_index.model.text import suggest

        known = [language.value for language in Language]
        nearest = suggest(value, known)
        raise UsageError("bad-value", option=VARIABLE, value=value, nearest=nearest, known=known)


def language_without_definition(option: str | None = None) -> Language:
    """Return the language asked for, else the system's, else Indonesian."""
    return chosen_language(option) or _of_system()


def _of_system() -> Language:
    said = next(filter(None, map(os.environ.get, _LOCALE)), "")
    name = said.replace("_", ".").partition(".")[0].lower()
    return Language(name) if name in set(Language) else Language.ID


def help_language() -> Language:
    """Return the language of help texts, before any option is parsed."""
    arguments = sys.argv[1:]
    for position, argument in enumerate(arguments):
        name, _, value = argument.partition("=")
        if name == "--lang":
            option = value or next(iter(arguments[position + 1 :]), "")
            return language_without_definition(option)
    return language_without_definition()
