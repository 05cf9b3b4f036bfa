"""Other scoring methods in place of a definition's own, fitted to the same values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import MISSING, fields
from typing import NamedTuple

from kediri_index.model.definition import Definition, Group, Indicator, ScoreRule
from kediri_index.model.scoring import Outside, PanelMethod, Years, is_panel
from kediri_index.scoring.normalisations import PANEL_METHODS
from kediri_index.scoring.normalisations.fitting import fitted
from kediri_index.scoring.prepare.units import panel_of
from kediri_index.scoring.scores import Scores


class Refitted(NamedTuple):
    """The scores by each method, and which indicators kept their own, by method.

    They keep it where the method has no score for values that the own method scores, or wants
    parameters that only a definition can give.
    """

    variants: tuple[Scores, ...]
    kept: Mapping[str, tuple[str, ...]]


def replaceable(definition: Definition) -> tuple[Indicator, ...]:
    """Return the indicators whose method may be another: those over units, and goalposts."""
    return tuple(one for one in definition.all_indicators() if _is_replaceable(one))


def known_methods(definition: Definition) -> tuple[str, ...]:
    """Return the methods that can stand in for others, and those of *definition* itself."""
    free = [name for name, method in PANEL_METHODS.items() if not _wants_parameters(method)]
    own = [one.rule.method.name for one in replaceable(definition)]
    return tuple(dict.fromkeys([*free, *own]))


def refitted(scores: Scores, methods: Sequence[str]) -> Refitted:
    """Return *scores* by each of *methods*, on the range of each indicator."""
    made = scores.made
    definition = made.definition
    variants = []
    kept: dict[str, tuple[str, ...]] = {}
    for name in methods:
        panel = made.panel or panel_of(definition, made.units, scores.value)
        rows = panel.rows()
        counts = {one.id: len(panel.values[one.id].there(rows)) for one in replaceable(definition)}
        keeping: dict[str, None] = {}
        other = _Replacing(name, counts, keeping).definition(definition)
        by_year = {}
        for year, fit in fitted(other, panel).definitions.items():
            own = {one.id: one for one in made.fitted.get(year, definition).all_indicators()}
            by_year[year] = _Restoring(own, keeping).definition(fit)
        variants.append(Scores(made._replace(fitted=by_year), scores.comparisons, scores.value))
        if keeping:
            kept[name] = tuple(keeping)
    return Refitted(tuple(variants), kept)


class _Walking:
    """Goes through a tree and changes its indicators."""

    def definition(self, definition: Definition) -> Definition:
        return definition._replace(groups=tuple(map(self.group, definition.groups)))

    def group(self, group: Group) -> Group:
        return group._replace(
            groups=tuple(map(self.group, group.groups)),
            indicators=tuple(map(self.indicator, group.indicators)),
        )

    def indicator(self, indicator: Indicator) -> Indicator:
        raise NotImplementedError


class _Replacing(_Walking):
    """Puts the method *name* in place of others; *keeping* collects those that keep their own."""

    def __init__(self, name: str, counts: Mapping[str, int], keeping: dict[str, None]) -> None:
        self.name = name
        self.counts = counts
        self.keeping = keeping

    def indicator(self, indicator: Indicator) -> Indicator:
        own = indicator.rule
        if not _is_replaceable(indicator) or own.method.name == self.name:
            return indicator
        if self.name not in PANEL_METHODS or _wants_parameters(PANEL_METHODS[self.name]):
            self.keeping[indicator.id] = None
            return indicator
        to = own.method.reach(self.counts[indicator.id], own.to)
        outside = Outside.KEEP if own.outside is Outside.ERROR else own.outside
        years = own.method.years if is_panel(own.method) else Years.POOLED
        method = PANEL_METHODS[self.name].in_place(to, years)
        return indicator._replace(rule=ScoreRule(method, to, outside))


class _Restoring(_Walking):
    """Puts back the fitted methods of *own* where the other one came to nothing."""

    def __init__(self, own: Mapping[str, Indicator], keeping: dict[str, None]) -> None:
        self.own = own
        self.keeping = keeping

    def indicator(self, indicator: Indicator) -> Indicator:
        own = self.own[indicator.id]
        if own.rule.method.is_undefined or not indicator.rule.method.is_undefined:
            return indicator
        self.keeping[indicator.id] = None
        return own


def _is_replaceable(indicator: Indicator) -> bool:
    return indicator.rule.method.normalises


def _wants_parameters(method: type[PanelMethod]) -> bool:
    return any(one.default is MISSING and one.default_factory is MISSING for one in fields(method))
