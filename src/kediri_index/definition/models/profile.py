"""A profile: one region's own facts."""

from __future__ import annotations

from pydantic import Field

from kediri_index.definition.models.part import Part
from kediri_index.definition.models.values import (
    Cost,
    Day,
    Id,
    IdPattern,
    IdPatterns,
    Number,
    Text,
    Texts,
    Year,
)


class OpdSpec(Part):
    """An agency (organisasi perangkat daerah), and how sheets may spell its name."""

    id: Id
    name: Text
    short: Text | None = None
    also: Texts = ()


class ProfileSpec(Part):
    """Whose the index is."""

    unit: Text | None = None
    also: Texts = ()
    opd: tuple[OpdSpec, ...] = ()
    assign: dict[Id, IdPatterns] = Field(default_factory=dict)
    columns: dict[Text, Texts] = Field(default_factory=dict)
    due: Day | None = None
    history: dict[Year, Number] = Field(default_factory=dict)
    targets: dict[Year, Number] = Field(default_factory=dict)
    costs: dict[IdPattern, Cost] = Field(default_factory=dict)
