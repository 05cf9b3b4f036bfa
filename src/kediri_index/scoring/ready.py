"""Data and definition made ready for scoring: ``prepare``, then the fit of panel methods."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from kediri_index.model.dataset import Lead, UnitData
from kediri_index.model.definition import Definition
from kediri_index.model.findings import Finding
from kediri_index.model.scoring import is_panel

if TYPE_CHECKING:  # most data are ready as they are
    from kediri_index.model.preparing import Effect


class Ready(NamedTuple):
    """What is scored: each unit's data as prepared, under the definition as fitted to its year."""

    units: tuple[UnitData, ...]
    definition: Definition
    fitted: Mapping[int | None, Definition] = MappingProxyType({})
    effects: tuple[Effect, ...] = ()
    findings: tuple[Finding, ...] = ()

    def definition_of(self, unit: UnitData) -> Definition:
        """Return the definition by which *unit* is scored."""
        return self.fitted.get(unit.year, self.definition)


def ready(definition: Definition, units: tuple[UnitData, ...], value: Lead | None = None) -> Ready:
    """Return *units* and *definition* made ready; as they are where the definition wants nothing.

    *value* is the score that leads where the data are not to decide.
    """
    if not (definition.prepare or is_over_units(definition)):
        return Ready(units, definition)
    from kediri_index.scoring.normalisations.fitting import fitted  # noqa: PLC0415 - most have no use for it
    from kediri_index.scoring.prepare.units import prepared  # noqa: PLC0415 - likewise

    units, applied = prepared(definition, units, value)
    fit = fitted(definition, applied.table)
    findings = (*applied.findings, *fit.findings)
    return Ready(units, definition, fit.definitions, applied.effects, findings)


def is_over_units(definition: Definition) -> bool:
    """Return whether any indicator is scored by the values of several units."""
    return any(is_panel(one.rule.method) for one in definition.all_indicators())
