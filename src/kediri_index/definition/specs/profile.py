"""A profile: one region's own facts."""

# No postponed annotations: types that are there already need no evaluation at start.

from dataclasses import field
from typing import Annotated

from kediri_index.definition.specs.parsed import spec
from kediri_index.definition.specs.values import (
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
from kediri_index.model.basis import Basis
from kediri_index.model.profile import Combine

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
