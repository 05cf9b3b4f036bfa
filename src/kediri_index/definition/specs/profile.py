"""What may stand in a profile, one region's own facts, and in a file of waivers."""

from __future__ import annotations

from dataclasses import field
from typing import Annotated

from kediri_index.definition.specs.parsed import spec
from kediri_index.definition.specs.values import (
    Cell,
    Cost,
    Day,
    Id,
    IdPattern,
    IdPatterns,
    Number,
    Text,
    Texts,
    Year,
    one_of,
)
from kediri_index.model.profile import Basis, Combine

Combining = Annotated[Combine, one_of(Combine)]


@spec
class OpdSpec:
    """An agency (organisasi perangkat daerah), and how sheets may spell its name."""

    id: Id
    name: Text
    short: Text | None = None
    also: Texts = ()


@spec
class SharedSpec:
    """Which value counts of an indicator that several agencies answer for."""

    lead: Id | None = None
    combine: Combining | None = None


@spec
class ProfileSpec:
    """Whose the index is."""

    unit: Text | None = None
    also: Texts = ()
    opd: tuple[OpdSpec, ...] = ()
    assign: dict[Id, IdPatterns] = field(default_factory=dict)
    shared: dict[IdPattern, SharedSpec] = field(default_factory=dict)
    columns: dict[Text, Texts] = field(default_factory=dict)
    due: Day | None = None
    definitions: IdPatterns = ()
    history: dict[Year, Number] = field(default_factory=dict)
    history_value: Annotated[Basis, one_of(Basis)] = Basis.ASSESSOR
    targets: dict[Year, Number] = field(default_factory=dict)
    costs: dict[IdPattern, Cost] = field(default_factory=dict)


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
