"""Tables for steps, in few words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

from kediri_index.model.dataset import Reading
from kediri_index.model.places import Source
from kediri_index.model.preparing import Applied, PanelRow

Value = int | Fraction | None


def reading(said: str) -> Reading:
    number = Fraction(said) if said.isdigit() else None
    return Reading(number, None, said, Source("data.csv", cell="B2"))


def row(
    unit: str, year: int | None = 2022, columns: Mapping[str, str] | None = None, **values: Value
) -> PanelRow:
    """A unit's row; None is a value that is missing."""
    return PanelRow(
        unit,
        year,
        {name: Fraction(value) for name, value in values.items() if value is not None},
        frozenset(name for name, value in values.items() if value is None),
        {name: reading(said) for name, said in (columns or {}).items()},
    )


def values(applied: Applied, name: str = "a") -> list[Fraction | None]:
    return [one.values.get(name) for one in applied.table]


def effects(applied: Applied) -> list[tuple[object, ...]]:
    return [(one.unit, one.indicator, one.before, one.after) for one in applied.effects]


def codes(applied: Applied) -> list[str]:
    return [one.code for one in applied.findings]


def numbers(*found: Value) -> Iterable[Fraction | None]:
    return [None if one is None else Fraction(one) for one in found]
