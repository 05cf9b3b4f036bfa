"""What is said of a code in words, whatever the format."""

from __future__ import annotations

from kediri_index.messages.catalogue import (
    CATALOGUE,
    general_message_of,
    general_repair_of,
    message_of,
    repair_of,
)
from kediri_index.messages.texts import text
from kediri_index.model.explained import Example, Explained
from kediri_index.model.families import family_of
from kediri_index.model.language import Language

BY_FAMILY = {
    family: [code for code in sorted(CATALOGUE) if family_of(code) is family]
    for family in dict.fromkeys(map(family_of, CATALOGUE))
}


def title_of(code: str, language: Language) -> str:
    """Return the code's title."""
    entry = CATALOGUE[code]
    return entry.title_en if language is Language.EN else entry.title_id


def message(explained: Explained, language: Language) -> str:
    """Return the message as it reads in the example, else with its figures left open."""
    if explained.finding is None:
        return general_message_of(explained.code, language)
    return message_of(explained.finding, language)


def repair(explained: Explained, language: Language) -> str:
    """Return what to do, likewise."""
    if explained.finding is None:
        return general_repair_of(explained.code, language)
    return repair_of(explained.finding, language)


def severity(code: str, language: Language) -> str:
    """Return the severity's word."""
    return text(f"severity.{CATALOGUE[code].severity}", language)


def place(example: Example) -> str:
    """Return where the finding stands: file, sheet and cell, or line and column."""
    parts = [example.file, example.sheet, example.cell]
    if example.line is not None:
        parts.append(f"{example.line}:{example.column}" if example.column else str(example.line))
    return " · ".join(part for part in parts if part)


def command(example: Example) -> str:
    """Return the command to type in the examples' folder."""
    return f"kediri-index {example.command} {example.arguments}"
