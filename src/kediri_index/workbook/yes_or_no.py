"""The words *ya* and *tidak*, and those that may mean *tidak* or that nothing is known yet."""

from __future__ import annotations

from kediri_index.model.dataset import Reading
from kediri_index.model.scoring import YesOrNo
from kediri_index.model.workbook import CellFormat, CellKind
from kediri_index.workbook.cell_values import (
    CellError,
    Expected,
    Located,
    marked,
    read_number,
)

YES_WORDS = frozenset({"ya", "yes", "true"})
NO_WORDS = frozenset({"tidak", "no", "false"})
_EITHER = frozenset(
    {
        "tidak ada",
        "tidak tersedia",
        "belum",
        "belum ada",
        "belum tersedia",
        "not available",
        "not yet",
    }
)
"""Answers to "is there one?" as much as words for missing data."""


def yes_or_no(located: Located, scores: YesOrNo, expected: Expected) -> Reading | None:
    """Return the score of a *ya* or *tidak*, of TRUE or FALSE; None for what is no such word.

    Raises :class:`CellError`: C207 for a word of two readings, C206 for any other word.
    """
    cell = located.cell
    if cell is None or cell.kind not in {CellKind.TEXT, CellKind.BOOLEAN}:
        return None
    if cell.format is CellFormat.MARKED:
        raise marked(cell)
    word = " ".join(cell.value.split()).strip(" :.").casefold()
    if word in YES_WORDS | NO_WORDS:
        score = scores.yes if word in YES_WORDS else scores.no
        return Reading(score, None, cell.value, located.source)
    if word in _EITHER:
        raise CellError("C207", cell.value, no=scores.no)
    try:
        read_number(located, expected)
    except CellError as fault:
        if fault.code == "C110":
            raise CellError("C206", cell.value, yes=scores.yes, no=scores.no) from fault
    return None
