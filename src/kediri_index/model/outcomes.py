"""What a command comes to: its result with all that is said beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from kediri_index.model.dataset import DataSet, InputFile
from kediri_index.model.definition import Definition
from kediri_index.model.findings import Finding
from kediri_index.model.profile import Profile
from kediri_index.model.results import UnitResult
from kediri_index.model.waivers import Waived

if TYPE_CHECKING:  # most outcomes have none, and start without
    from kediri_index.model.preparing import Effect, Effects


class ScoreOutcome(NamedTuple):
    """The scores of all units; None where errors forbid them, *partial* where they were let be.

    *waived* are findings that were accepted; they are not among *findings*. *data* are what was
    read.
    """

    definition: Definition
    profile: Profile | None
    inputs: tuple[InputFile, ...]
    units: Sequence[UnitResult] | None
    findings: tuple[Finding, ...]
    partial: bool = False
    waived: tuple[Waived, ...] = ()
    data: DataSet | None = None
    effects: Effects | None = None

    @property
    def prepared(self) -> tuple[Effect, ...]:
        """What the steps of ``prepare`` did, by step and unit."""
        return () if self.effects is None else self.effects.all()

    def effects_of(self, unit: UnitResult) -> Effects | None:
        """Return what they did to one unit."""
        return None if self.effects is None else self.effects.of_unit(unit.unit, unit.year)
