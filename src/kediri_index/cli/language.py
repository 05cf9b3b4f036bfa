"""The language of what is printed."""

from __future__ import annotations

import os
import sys

from kediri_index.model.language import Language

VARIABLE = "KEDIRI_INDEX_LANG"


def chosen_language(option: str | None) -> Language | None:
    """Return the language that ``--lang`` or the environment asks for; None leaves it open."""
    for asked in (option, os.environ.get(VARIABLE)):
        if asked in set(Language):
            return Language(asked)
    return None


def language_for(option: str | None, of_definition: Language) -> Language:
    """Return the language asked for, else the definition's."""
    return chosen_language(option) or of_definition


def help_language() -> Language:
    """Return the language of help texts, before any option is parsed."""
    arguments = sys.argv[1:]
    for position, argument in enumerate(arguments):
        name, _, value = argument.partition("=")
        if name == "--lang":
            option = value or next(iter(arguments[position + 1 :]), "")
            return chosen_language(option) or Language.ID
    return chosen_language(None) or Language.ID
