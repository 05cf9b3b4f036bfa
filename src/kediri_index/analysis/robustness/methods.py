"""Other scoring methods in place of a definition's own, fitted to the same values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import MISSING, fields
from functools import partial
from typing import NamedTuple

from kediri_index.model.definition import Definition, Group, Indicator, ScoreRule
from kediri_index.model.scoring import Outside, PanelMethod, Years, is_panel
from kediri_index.scoring.normalisations import PANEL_METHODS
from kediri_index.scoring.normalisations.fitting import fitted, with_indicators
from kediri_index.scoring.prepare.panel import panel_of
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
    if not methods:
        return Refitted((), {})
    prepared = scores.prepared
    definition = prepared.definition
    panel = prepared.panel or panel_of(definition, prepared.units, scores.value)
    rows = panel.rows()
    counts = {one.id: len(panel.values[one.id].there(rows)) for one in replaceable(definition)}
    variants = []
    kept: dict[str, tuple[str, ...]] = {}
    for name in methods:
        keeping: dict[str, None] = {}
        other = with_indicators(definition, partial(_replaced, name, counts, keeping))
        by_year = {}
        for year, fit in fitted(other, panel).definitions.items():
            own = prepared.fitted.get(year, definition).nodes()
            by_year[year] = with_indicators(fit, partial(_restored, own, keeping))
        variants.append(Scores(prepared._replace(fitted=by_year), scores.comparisons, scores.value))
        if keeping:
            kept[name] = tuple(keeping)
    return Refitted(tuple(variants), kept)


def _replaced(
    name: str, counts: Mapping[str, int], keeping: dict[str, None], indicator: Indicator
) -> Indicator:
    """Return *indicator* with the method *name*; *keeping* collects those that keep their own."""
    own = indicator.rule
    if not _is_replaceable(indicator) or own.method.name == name:
        return indicator
    if name not in PANEL_METHODS or _wants_parameters(PANEL_METHODS[name]):
        keeping[indicator.id] = None
        return indicator
    to = own.method.reach(counts[indicator.id], own.to)
    outside = Outside.KEEP if own.outside is Outside.ERROR else own.outside
    years = own.method.years if is_panel(own.method) else Years.POOLED
    method = PANEL_METHODS[name].in_place(to, years)
    return indicator._replace(rule=ScoreRule(method, to, outside))


def _restored(
    nodes: Mapping[str, Group | Indicator], keeping: dict[str, None], indicator: Indicator
) -> Indicator:
    """Return the fitted one of *nodes* where the other method of *indicator* is undefined."""
    own = nodes[indicator.id]
    undefined = indicator.rule.method.is_undefined
    if isinstance(own, Group) or own.rule.method.is_undefined or not undefined:
        return indicator
    keeping[indicator.id] = None
    return own


def _is_replaceable(indicator: Indicator) -> bool:
    return indicator.rule.method.normalises


def _wants_parameters(method: type[PanelMethod]) -> bool:
    return any(one.default is MISSING and one.default_factory is MISSING for one in fields(method))
