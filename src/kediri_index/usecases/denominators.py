"""What indicators are divided by, or might be: columns beside the answers, and indicators."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from kediri_index.errors import UsageError
from kediri_index.model.dataset import UnitData
from kediri_index.model.definition import Definition
from kediri_index.model.findings import Finding, unfolded
from kediri_index.model.statistics import Values
from kediri_index.model.text import suggest
from kediri_index.scoring.prepare.denominate import divisions
from kediri_index.sheets.tables.columns import folded

_COLUMN_NOT_READ = "F413"


def denominators(definition: Definition, asked: Iterable[str] = ()) -> tuple[str, ...]:
    """Return what steps of the definition divide by, then what else is *asked* for.

    Raises :class:`UsageError` for a column that a step reads names from.
    """
    of_names = set(map(folded, definition.text_columns()))
    found = {folded(name): name for _, name in divisions(definition.prepare)}
    ids = {folded(one.id): one.id for one in definition.all_indicators()}
    for name in asked:
        if folded(name) in of_names:
            raise UsageError("text-denominator", value=name)
        found.setdefault(folded(name), ids.get(folded(name), name))
    return tuple(found.values())


def refuse_absent(
    names: Iterable[str],
    definition: Definition,
    read: Sequence[UnitData],
    findings: Iterable[Finding],
) -> None:
    """Raise :class:`UsageError` for one of *names* that no unit has, although there are units."""
    known = {one.id for one in definition.all_indicators()} | definition.number_columns()
    known.update(column for unit in read for column in unit.columns)
    for name in names if read else ():
        if name not in known:
            unread = (one.value for one in unfolded(findings) if one.code == _COLUMN_NOT_READ)
            nearest = suggest(name, (*known, *(one for one in unread if one)))
            raise UsageError("no-denominator", value=name, nearest=nearest)


def values_of(
    names: Iterable[str], rows: Sequence[UnitData | None], raw: Mapping[str, Values]
) -> dict[str, Values]:
    """Return the values of each denominator in *rows*; *raw* has those of the indicators."""
    return {name: raw.get(name) or tuple(_beside(row, name) for row in rows) for name in names}


def _beside(row: UnitData | None, name: str) -> float | None:
    said = row.columns.get(name) if row is not None else None
    return None if said is None or said.number is None else float(said.number)
