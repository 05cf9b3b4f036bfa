"""Waivers: findings that somebody accepted until a day."""

# No postponed annotations: types that are there already need no evaluation at start.

from kediri_index.definition.specs.parsed import spec
from kediri_index.definition.specs.values import Cell, Day, Text


@spec
class PlaceSpec:
    """Where the finding stands: a file, perhaps a sheet of it, perhaps a cell."""

    file: Text
    sheet: Text | None = None
    cell: Cell | None = None


@spec
class WaiverSpec:
    """One accepted exception."""

    code: Text
    place: PlaceSpec
    reason: Text
    who: Text
    until: Day


@spec
class WaiversSpec:
    """The list of them; the file has no key above it."""

    waivers: tuple[WaiverSpec, ...]
