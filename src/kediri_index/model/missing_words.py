"""The words that people write where there is nothing."""

from __future__ import annotations

from typing import Final

from kediri_index.model.dataset import Missing

MISSING_WORDS: Final[dict[str, Missing]] = {
    "": Missing.EMPTY,
    "n/a": Missing.NOT_APPLICABLE,
    "tidak berlaku": Missing.NOT_APPLICABLE,
    "not applicable": Missing.NOT_APPLICABLE,
    "-": Missing.NOT_COLLECTED,
    "\N{EN DASH}": Missing.NOT_COLLECTED,
    "\N{EM DASH}": Missing.NOT_COLLECTED,
    "tidak ada": Missing.NOT_COLLECTED,
    "tidak ada data": Missing.NOT_COLLECTED,
    "data tidak ada": Missing.NOT_COLLECTED,
    "tidak tersedia": Missing.NOT_COLLECTED,
    "data tidak tersedia": Missing.NOT_COLLECTED,
    "belum ada": Missing.NOT_COLLECTED,
    "belum ada data": Missing.NOT_COLLECTED,
    "data belum ada": Missing.NOT_COLLECTED,
    "belum tersedia": Missing.NOT_COLLECTED,
    "data belum tersedia": Missing.NOT_COLLECTED,
    "no data": Missing.NOT_COLLECTED,
    "not available": Missing.NOT_COLLECTED,
    "not collected": Missing.NOT_COLLECTED,
    "belum": Missing.NOT_DUE,
    "belum dinilai": Missing.NOT_DUE,
    "belum jatuh tempo": Missing.NOT_DUE,
    "not yet": Missing.NOT_DUE,
    "not yet assessed": Missing.NOT_DUE,
    "not assessed": Missing.NOT_DUE,
    "not yet due": Missing.NOT_DUE,
    "not due": Missing.NOT_DUE,
}

_MARKS: Final = frozenset({"na", "n.a.", "n.a", "nan", "#n/a", "<na>", "null", "."})
MISSING_MARKS: Final = frozenset({"NA", "na", "NaN", "nan", "<NA>", "NULL", "null", "."})
"""Such marks as programs write them."""


def is_missing_mark(text: str) -> bool:
    """Return whether *text* is what statistical software writes where there are no data.

    In a table of units it means just that; what a person writes so may mean that it does not apply.
    """
    return text.strip().casefold() in _MARKS


def says_nothing(text: str) -> bool:
    """Return whether *text* is a word for something missing, or a mark for it, or empty."""
    return is_missing_mark(text) or " ".join(text.split()).casefold() in MISSING_WORDS
