"""Data and definition made ready for scoring: ``prepare``, then the fit of panel methods."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from kediri_index.model.dataset import Answer, Lead, UnitData
from kediri_index.model.definition import Definition
from kediri_index.model.findings import Finding
from kediri_index.model.scoring import is_panel

if TYPE_CHECKING:
    from kediri_index.model.preparing import Effects, Panel


class Prepared(NamedTuple):
    """What is scored: *units* as they were read, those that are left out marked so, and by what.

    The definition is fitted to each year. *panel* has the values of all units, as columns, after
    the steps of ``prepare``, and *effects* what these did: None where there is nothing to be made
    ready. *value* is the score that leads where the data are not to decide.
    """

    units: tuple[UnitData, ...]
    definition: Definition
    fitted: Mapping[int | None, Definition] = MappingProxyType({})
    effects: Effects | None = None
    findings: tuple[Finding, ...] = ()
    panel: Panel | None = None
    value: Lead | None = None

    def definition_of(self, unit: UnitData) -> Definition:
        """Return the definition by which *unit* is scored."""
        return self.fitted.get(unit.year, self.definition)

    def unit(self, row: int) -> UnitData:
        """Return one unit with the values that are scored; texts and cells are what was seen."""
        unit, changed = self.units[row], self._changed(row, None)
        if not changed:
            return unit
        from kediri_index.scoring.prepare.panel import in_place  # noqa: PLC0415 - rarely

        return unit._replace(answers=in_place(unit.answers, changed))

    def answer(self, row: int, name: str) -> Answer:
        """Return one answer of a unit likewise."""
        return self._changed(row, name).get(name) or self.units[row].answers[name]

    def _changed(self, row: int, name: str | None) -> Mapping[str, Answer]:
        """Return the answers of one unit that steps changed, or the one of that *name*."""
        if self.effects is None or not self.effects.steps:
            return {}
        from kediri_index.scoring.prepare.panel import as_prepared  # noqa: PLC0415 - rarely

        values = self.effects.values(row, name)
        return as_prepared(self.definition, self.units[row], values, self.value)


def prepare(
    definition: Definition, units: tuple[UnitData, ...], value: Lead | None = None
) -> Prepared:
    """Return *units* and *definition* made ready; as they are where the definition wants nothing.

    *value* is the score that leads where the data are not to decide.
    """
    if not (definition.prepare or is_over_units(definition)):
        return Prepared(units, definition)
    from kediri_index.model.preparing import Effects  # noqa: PLC0415 - most have no use for it
    from kediri_index.scoring.normalisations.fitting import fitted  # noqa: PLC0415 - likewise
    from kediri_index.scoring.prepare.panel import panel_of  # noqa: PLC0415 - likewise

    panel = panel_of(definition, units, value)
    done = []
    findings: list[Finding] = []
    for step in definition.prepare:
        panel, changes, found = step.apply(panel)
        done.append(changes)
        findings += found
    out = panel.left_out
    if out:
        units = tuple(one._replace(left_out=at in out) for at, one in enumerate(units))
    fit = fitted(definition, panel)
    effects = Effects(panel.units, tuple(done))
    findings += fit.findings
    return Prepared(units, definition, fit.definitions, effects, tuple(findings), panel, value)


def is_over_units(definition: Definition) -> bool:
    """Return whether any indicator is scored by the values of several units."""
    return any(is_panel(one.rule.method) for one in definition.all_indicators())
