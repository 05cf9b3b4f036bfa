"""The units' scores as arrays: what the draws start from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import ceil
from typing import NamedTuple

import numpy as np

from kediri_index.analysis.robustness.arrays import Array, Whole
from kediri_index.model.dataset import Lead, UnitData
from kediri_index.model.definition import Definition, Indicator, Unanswered
from kediri_index.model.scoring import Range
from kediri_index.scoring.expected import missing_leaves
from kediri_index.scoring.fold import OVERALL
from kediri_index.scoring.leaf import bounds_of
from kediri_index.scoring.leaves import leading, leaf_scores
from kediri_index.scoring.presence import Presence, applies, known_scores, presence_of
from kediri_index.scoring.ready import Ready
from kediri_index.scoring.structure import structure_of

Variant = Mapping[int | None, Definition]
"""The definition of each year with another scoring method."""


class Gap(NamedTuple):
    """A missing leaf of the unit at *place*: between *low* and *high*, or one of *values*."""

    leaf: str
    place: int
    low: float
    high: float
    values: Array | None = None

    def drawn(self, uniform: Array) -> Array:
        """Return the scores that *uniform* numbers stand for."""
        if self.values is None:
            return self.low + (self.high - self.low) * uniform
        at = np.minimum((uniform * len(self.values)).astype(np.int64), len(self.values) - 1)
        found: Array = self.values[at]
        return found


class Panel(NamedTuple):
    """All units, so many, under one definition.

    *values* has the scores of each leaf, scoring methods x units, NaN where there is none; all
    missing ones that are drawn are *gaps*, the others *not_drawn*. *needed* and *years* are what
    :class:`~kediri_index.analysis.robustness.fold.TreeFold` wants; *siblings* are the children that
    count in some unit, by their group.
    """

    definition: Definition
    units: int
    values: Mapping[str, Array]
    gaps: tuple[Gap, ...]
    not_drawn: tuple[str, ...]
    needed: Mapping[str, Array]
    years: tuple[Whole, ...]
    siblings: Mapping[str, tuple[str, ...]]


def panel_of(
    made: Ready, value: Lead | None, variants: Sequence[Variant] = (), *, missing: bool = False
) -> Panel:
    """Return the units of *made* as arrays, scored by each of *variants*.

    With *missing*, what is missing may be drawn; else it is left out, or 0, as the definition says.
    """
    return _Gathering(made, value, variants, missing=missing).panel()


class _Gathering:
    def __init__(
        self, made: Ready, value: Lead | None, variants: Sequence[Variant], *, missing: bool
    ) -> None:
        self.made = made
        self.units = tuple(map(made.unit, range(len(made.units))))
        self.value = value
        self.variants = variants
        self.missing = missing
        self.values: dict[str, Array] = {}
        self.gaps: list[Gap] = []
        self.not_drawn: dict[str, None] = {}
        self.siblings: dict[str, dict[str, None]] = {}

    def panel(self) -> Panel:
        made, units = self.made, self.units
        there = [not unit.left_out for unit in units]
        presences = [
            self._unit(place, unit) if counts else Presence(frozenset())
            for place, (unit, counts) in enumerate(zip(units, there, strict=True))
        ]
        years: dict[int | None, list[int]] = {}
        for place, unit in enumerate(units):
            if there[place]:
                years.setdefault(unit.year, []).append(place)
        return Panel(
            definition=made.definition,
            units=len(units),
            values=self.values,
            gaps=tuple(self._in_order(self.gaps)),
            not_drawn=tuple(self.not_drawn),
            needed=_needed(made.definition, presences),
            years=tuple(np.array(places, dtype=np.int64) for places in years.values()),
            siblings={node: tuple(children) for node, children in self.siblings.items()},
        )

    def _unit(self, place: int, unit: UnitData) -> Presence:
        """Add the scores of *unit*, and return which leaves have one in every draw."""
        definition = self.made.definition_of(unit)
        lead = self.value or leading(definition, unit)
        leaves = leaf_scores(definition, unit, lead)
        presence = presence_of(leaves)
        for leaf, score in known_scores(leaves).items():
            self._row(leaf)[:, place] = float(score)
        for number, variant in enumerate(self.variants):
            scores = known_scores(leaf_scores(variant[unit.year], unit, lead))
            for leaf, score in scores.items():
                self._row(leaf)[number, place] = float(score)
        missing = missing_leaves(definition, presence)
        if self.missing:
            drawn = [leaf for leaf in missing if self._gap(definition, leaf, place)]
            presence = presence.with_present(drawn)
            missing = tuple(leaf for leaf in missing if leaf not in presence.present)
        if definition.missing.answers is Unanswered.ZERO:
            for leaf in missing:
                self._row(leaf)[:, place] = 0.0
            presence = presence.with_present(missing)
        for branch in structure_of(definition, presence).branches:
            siblings = self.siblings.setdefault(branch.id, {})
            siblings.update(dict.fromkeys(child for child, _ in branch.children))
        return presence

    def _row(self, leaf: str) -> Array:
        if leaf not in self.values:
            shape = (max(1, len(self.variants)), len(self.units))
            self.values[leaf] = np.full(shape, np.nan)
        return self.values[leaf]

    def _gap(self, definition: Definition, leaf: str, place: int) -> bool:
        """Add the missing *leaf* to what is drawn; return whether there is anything to draw."""
        node = definition.nodes()[leaf]
        bounds: Range | None = definition.scale
        listed: tuple[Fraction, ...] = ()
        if isinstance(node, Indicator):
            bounds = bounds_of(node.rule)
            listed = () if node.rule.method.between else node.rule.method.choices
        if bounds is None:
            seen = self._seen(leaf)
            if seen is None:
                self.not_drawn[leaf] = None
                return False
            bounds = seen
        self._row(leaf)
        values = np.array([float(one) for one in listed]) if listed else None
        self.gaps.append(Gap(leaf, place, float(bounds[0]), float(bounds[1]), values))
        return True

    def _seen(self, leaf: str) -> Range | None:
        """Return the lowest and the highest score of *leaf* among all units, if there is any."""
        found = []
        for unit in self.units:
            theirs = self.made.definition_of(unit)
            lead = self.value or leading(theirs, unit)
            score = known_scores(leaf_scores(theirs, unit, lead)).get(leaf)
            if score is not None:
                found.append(score)
        return (min(found), max(found)) if found else None

    def _in_order(self, gaps: Sequence[Gap]) -> Sequence[Gap]:
        """Return *gaps* in the order of the tree."""
        order = {leaf: at for at, leaf in enumerate(self.made.definition.nodes())}
        return sorted(gaps, key=lambda gap: (order[gap.leaf], gap.place))


def _needed(definition: Definition, presences: Sequence[Presence]) -> dict[str, Array]:
    """Return how many children of each unit must have a score, where there is a least share."""
    limits = {OVERALL: (definition.missing.min_present, tuple(definition.groups))}
    for group in definition.all_groups():
        limit = group.min_present
        if limit is None:
            limit = definition.missing.min_present
        limits[group.id] = (limit, group.children)  # type: ignore[assignment] # both are nodes
    kept: dict[tuple[str, Presence], float] = {}
    found = {}
    for node, (limit, children) in limits.items():
        if not limit:
            continue
        row = []
        for presence in presences:
            key = (node, presence)
            if key not in kept:
                expected = sum(1 for child in children if applies(child, presence))
                kept[key] = float(ceil(limit * expected))
            row.append(kept[key])
        found[node] = np.array([row])
    return found
