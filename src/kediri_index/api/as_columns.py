"""Whether units are scored as columns: there are many, and numpy is installed."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec

from kediri_index.model.definition import Definition
from kediri_index.scoring.arrays import LEAST_UNITS
from kediri_index.scoring.later_units import Scorable, are_sums


def are_many(units: Sequence[Scorable]) -> bool:
    """Return whether *units* are so many that what is made for many pays."""
    return len(units) >= LEAST_UNITS


def can_be_columns(units: Sequence[Scorable], definition: Definition) -> bool:
    """Return whether most of *units* can be scored as columns; they can always be one by one."""
    if not (are_many(units) and are_sums(definition)):
        return False
    plain = sum(1 for unit in units if unit.plain_answers() is not None)
    return 2 * plain > len(units) and has_numpy()


def has_numpy() -> bool:
    """Return whether numpy is installed."""
    return find_spec("numpy") is not None
