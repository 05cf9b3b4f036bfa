"""How much of an index is answered, in the same words in every command."""

from __future__ import annotations

from kediri_index.messages.texts import text
from kediri_index.model.language import Language
from kediri_index.model.results import Completeness


def answered_of_index(part: Completeness, language: Language) -> str:
    """Return how many answers there are; where some are missing, that they are the index's.

    An agency's file may hold all of its own rows and still few of the index's.
    """
    key = "answered" if is_whole(part) else "answered-of-index"
    return text(key, language, answered=part.answered, expected=part.expected)


def is_whole(part: Completeness) -> bool:
    """Return whether every expected answer is there."""
    return part.answered >= part.expected
