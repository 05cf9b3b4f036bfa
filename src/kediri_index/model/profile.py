"""A region's own facts: its agencies (OPD), who answers for what, targets, past results."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Opd:
    """An agency (organisasi perangkat daerah); *also* are other spellings of its name."""

    id: str
    name: str
    short: str | None = None
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Profile:
    """What one region adds to a definition.

    *assign* maps an agency's id to indicator ids or patterns with ``*``; *columns* maps a known
    column's name to further headers; *history* and *targets* are published overall scores by year.
    """

    unit: str | None = None
    also: tuple[str, ...] = ()
    opd: tuple[Opd, ...] = ()
    assign: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    due: date | None = None
    history: Mapping[int, Fraction] = field(default_factory=dict)
    targets: Mapping[int, Fraction] = field(default_factory=dict)
    costs: Mapping[str, Fraction] = field(default_factory=dict)
    path: str = ""
