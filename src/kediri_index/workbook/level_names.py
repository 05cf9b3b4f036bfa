"""Levels by their names: a cell may hold *rintisan* instead of 1."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from fractions import Fraction

from kediri_index.model.dataset import Reading
from kediri_index.model.missing_words import says_nothing
from kediri_index.model.names import exact
from kediri_index.model.workbook import CellFormat, CellKind
from kediri_index.workbook.cell_values import Located
from kediri_index.workbook.numbers import Unreadable, parse_number


def named_level(located: Located, names: Mapping[Fraction, str]) -> Reading | None:
    """Return the level whose name stands in a cell; None where none does."""
    cell = located.cell
    if cell is None or cell.kind is not CellKind.TEXT or cell.format is CellFormat.MARKED:
        return None
    level = levels_by_name(names).get(exact(cell.value))
    return None if level is None else Reading(level, None, cell.value, located.source)


def levels_by_name(names: Mapping[Fraction, str]) -> dict[str, Fraction]:
    """Return the levels by their names in small letters.

    Left out are names that say something else in a cell, a number or a word for missing data, and
    names of several levels.
    """
    said = {level: exact(name) for level, name in names.items()}
    count = Counter(said.values())
    return {
        name: level
        for level, name in said.items()
        if count[name] == 1
        and not says_nothing(name)
        and isinstance(parse_number(name, exponent_allowed=True), Unreadable)
    }
