"""The units' leaves as arrays: what the draws start from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

import numpy as np

from kediri_index.analysis.robustness.alternatives import Alternative
from kediri_index.analysis.robustness.draws import DrawsShape
from kediri_index.analysis.robustness.uncertain import UncertainLeaf, by_leaf, uncertain_leaves
from kediri_index.model.definition import Definition, Indicator
from kediri_index.model.robustness import DrawnValue
from kediri_index.scoring.arrays.arithmetic import Whole
from kediri_index.scoring.arrays.values import Array, Mask
from kediri_index.scoring.fold import OVERALL, Leaves, Truth, fold
from kediri_index.scoring.score_rule import bounds_of_leaf
from kediri_index.scoring.scores import Scores
from kediri_index.scoring.tree import TreeScores

_SEVERAL = 2


class Gap(NamedTuple):
    """A missing leaf of the unit at *place*: between *low* and *high*, or one of *choices*."""

    leaf: str
    place: int
    low: float
    high: float
    choices: tuple[float, ...] = ()


class Gaps(NamedTuple):
    """The gaps of a leaf, in units at *places* of the panel: these *rows* of all gaps.

    Each score is *low* and a part of *span*, or in some places one of several *choices*.
    """

    places: Whole
    rows: slice
    low: Array
    span: Array
    choices: Mapping[tuple[float, ...], list[int]]

    def drawn(self, uniform: Array) -> Array:
        """Return the scores that *uniform* numbers stand for, gaps x draws."""
        found: Array = np.multiply(self.span, uniform, order="C")
        found += self.low
        for choices, places in self.choices.items():
            at = picked(uniform[places], len(choices))
            found[places] = np.array(choices)[at]
        return found


class DrawnPanel(NamedTuple):
    """The units under one definition, at their *places* among all: not those that are left out.

    *leaves* has their scores by each alternative, and in it by each scoring method; those of
    *gaps*, in the order of the tree, are drawn (and 0 here), the missing ones in *not_drawn* are
    not; so are *uncertain* values. *years* are the positions of the units of each year, *siblings*
    the children that count in some unit, by their group; of those alone there are none. *unscored*
    are the leaves, by the name of an alternative, that lose scores by it though they have values.
    """

    definition: Definition
    places: Whole
    leaves: tuple[Leaves, ...]
    gaps: tuple[Gap, ...]
    not_drawn: tuple[str, ...]
    years: tuple[Whole, ...]
    siblings: Mapping[str, tuple[str, ...]]
    uncertain: Mapping[str, UncertainLeaf]
    unscored: Mapping[str, tuple[str, ...]]


def drawn_panel(
    scores: Scores,
    alternatives: Sequence[Alternative] = (),
    *,
    missing: bool = False,
    uncertain: Iterable[DrawnValue] = (),
) -> DrawnPanel:
    """Return the units of *scores* as arrays, as scored by each of *alternatives*.

    With *missing*, what is missing may be drawn; else it is left out, or 0, as the definition says.
    Values that are *uncertain* are drawn, missing or not.
    """
    units, definition = scores.prepared.units, scores.definition
    every = alternatives or (Alternative("", scores),)
    out = [[unit.left_out for unit in one.scores.prepared.units] for one in every]
    places = np.flatnonzero(~np.all(out, axis=0)).astype(np.int64)
    own = _columns(scores)
    not_drawn: dict[str, None] = {}
    values = by_leaf(uncertain, {leaf: at for at, leaf in enumerate(definition.nodes())})
    drawn = {(one.indicator, one.place) for one in values}
    gaps = tuple(_gaps(scores, own, not_drawn)) if missing else ()
    gaps = tuple(gap for gap in gaps if (gap.leaf, gap.place) not in drawn)

    def leaves(columns: Mapping[str, Array], inapplicable: Mapping[str, Mask]) -> Leaves:
        present = {leaf: ~np.isnan(column) for leaf, column in columns.items()}
        filled = {leaf: column.copy() for leaf, column in columns.items()}
        for leaf, place in (*((gap.leaf, gap.place) for gap in gaps), *drawn):
            present.setdefault(leaf, np.zeros(len(units), dtype=np.bool_))[place] = True
            filled.setdefault(leaf, np.full(len(units), np.nan))[place] = 0.0
        return Leaves(
            {leaf: column[places, None] for leaf, column in filled.items()},
            {leaf: _truth(mask[places, None]) for leaf, mask in present.items()},
            {leaf: _truth(mask[places, None]) for leaf, mask in inapplicable.items()},
        )

    made, unscored = [], {}
    for one, left_out in zip(every, out, strict=True):
        columns = own if one.scores is scores else _columns(one.scores)
        inapplicable = _inapplicable(one.scores)
        for other in one.by_method or (one.scores,):
            by_method = _instead(columns, _columns(other))
            made.append(leaves(*_without(definition, by_method, inapplicable, np.array(left_out))))
        lost = tuple(_unscored(one.scores, own, columns))
        if lost:
            unscored[one.name] = lost
    years: dict[int | None, list[int]] = {}
    for position, place in enumerate(places.tolist()):
        years.setdefault(units[place].year, []).append(position)
    return DrawnPanel(
        definition=definition,
        places=places,
        leaves=tuple(made),
        gaps=gaps,
        not_drawn=tuple(not_drawn),
        years=tuple(np.array(positions, dtype=np.int64) for positions in years.values()),
        siblings=dict(_siblings(definition, _anywhere(made), len(places))),
        uncertain=uncertain_leaves(
            values, places, [by for one in every for by in one.by_method or (one.scores,)]
        ),
        unscored=unscored,
    )


def gaps_by_leaf(panel: DrawnPanel) -> dict[str, Gaps]:
    """Return the gaps of *panel* by their leaf."""
    found = {}
    start = 0
    for leaf, each in groupby(panel.gaps, key=attrgetter("leaf")):
        gaps = list(each)
        choices: dict[tuple[float, ...], list[int]] = {}
        for at, gap in enumerate(gaps):
            if gap.choices:
                choices.setdefault(gap.choices, []).append(at)
        found[leaf] = Gaps(
            np.searchsorted(panel.places, [gap.place for gap in gaps]),
            slice(start, start + len(gaps)),
            np.array([[gap.low] for gap in gaps]),
            np.array([[gap.high - gap.low] for gap in gaps]),
            choices,
        )
        start += len(gaps)
    return found


def picked(uniform: Array, count: int) -> Whole:
    """Return which of *count* equally likely options each uniform number stands for."""
    found: Whole = np.minimum((uniform * count).astype(np.int64), count - 1)
    return found


def _columns(scores: Scores) -> dict[str, Array]:
    """Return the scores of all leaves, NaN where there is none."""
    found: dict[str, Array] = {}
    for tree, places, positions in scores.trees():
        for leaf, values in tree.leaves.scores.items():
            if leaf not in found:
                found[leaf] = np.full(len(scores), np.nan)
            shown = np.array(tree.reader.shown(values), dtype=np.float64)
            found[leaf][places] = shown[positions]
    return found


def _without(
    definition: Definition,
    columns: Mapping[str, Array],
    inapplicable: Mapping[str, Mask],
    out: Mask,
) -> tuple[dict[str, Array], dict[str, Mask]]:
    """Return the columns without the units that are *out*, to which nothing applies."""
    if not out.any():
        return dict(columns), dict(inapplicable)
    nothing = np.zeros(len(out), dtype=np.bool_)
    return (
        {leaf: np.where(out, np.nan, column) for leaf, column in columns.items()},
        {leaf: inapplicable.get(leaf, nothing) | out for leaf in definition.nodes()},
    )


def _unscored(
    scores: Scores, own: Mapping[str, Array], columns: Mapping[str, Array]
) -> Iterator[str]:
    """Yield the leaves without a score in some unit that has a value, and one among its *own*."""
    panel = scores.prepared.panel
    for leaf, column in columns.items():
        if panel is None or leaf not in own or leaf not in panel.values:
            continue
        there = panel.values[leaf].there(panel.rows())
        if np.any(np.isnan(column[there]) & ~np.isnan(own[leaf][there])):
            yield leaf


def _anywhere(every: Sequence[Leaves]) -> Leaves:
    """Return what any of several leaves has."""
    first = every[0]
    if len(every) == 1:
        return first
    scores = {leaf: one.scores[leaf] for one in every for leaf in one.scores}
    return Leaves(
        scores,
        {leaf: _union([one.present.get(leaf, False) for one in every]) for leaf in scores},
        {
            leaf: ~_union([~np.asarray(one.inapplicable.get(leaf, False)) for one in every])
            for leaf in first.inapplicable
        },
    )


def _union(masks: Sequence[Truth | Mask]) -> Mask:
    found: Mask = np.logical_or.reduce(np.broadcast_arrays(*masks))
    return found


def _inapplicable(scores: Scores) -> dict[str, Mask]:
    """Return which leaves need no answer."""
    found: dict[str, Mask] = {}
    for tree, places, positions in scores.trees():
        for leaf, mask in tree.leaves.inapplicable.items():
            if leaf not in found:
                found[leaf] = np.zeros(len(scores), dtype=np.bool_)
            found[leaf][places] = np.array(tree.reader.truths(mask))[positions]
    return found


def _instead(own: Mapping[str, Array], other: Mapping[str, Array]) -> dict[str, Array]:
    """Return the columns of *other*, those of *own* where it has none."""
    return {**own} | {
        leaf: np.where(np.isnan(column), own[leaf], column) if leaf in own else column
        for leaf, column in other.items()
    }


def _gaps(scores: Scores, own: Mapping[str, Array], not_drawn: dict[str, None]) -> Sequence[Gap]:
    """Return what is drawn, in the order of the tree; *not_drawn* gets what has no range."""
    found = []
    for tree, places, positions in scores.trees():
        if scores.prepared.units[places[0]].left_out:
            continue
        for leaf, mask in tree.missing_leaves.items():
            there = np.array(tree.reader.truths(mask))[positions]
            at = np.array(places)[there].tolist()
            if not at:
                continue
            between = _range(tree, leaf, own.get(leaf))
            if between is None:
                not_drawn[leaf] = None
            else:
                found += [Gap(leaf, place, *between) for place in at]
    order = {leaf: at for at, leaf in enumerate(scores.definition.nodes())}
    return sorted(found, key=lambda gap: (order[gap.leaf], gap.place))


def _range(
    tree: TreeScores, leaf: str, column: Array | None
) -> tuple[float, float, tuple[float, ...]] | None:
    """Return between which scores *leaf* is drawn, or from which; None where nothing bounds it.

    What has no bounds lies between the lowest and the highest score of all units.
    """
    node = tree.nodes[leaf]
    bounds = bounds_of_leaf(tree.definition, node)
    if bounds is None:
        if column is None or np.isnan(column).all():
            return None
        return float(np.nanmin(column)), float(np.nanmax(column)), ()
    choices: tuple[float, ...] = ()
    if isinstance(node, Indicator) and node.rule.method.choices and not node.rule.method.between:
        choices = tuple(map(float, node.rule.method.choices))
    return float(bounds[0]), float(bounds[1]), choices


def _truth(mask: Mask) -> Truth:
    """Return *mask*, or one truth for all units where it is the same."""
    return bool(mask.all()) if mask.all() or not mask.any() else mask


def _siblings(
    definition: Definition, leaves: Leaves, units: int
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the groups with several children that count in some unit; those above others first.

    Their children are in the order of the units in which they first count.
    """
    with np.errstate(invalid="ignore"):  # 0 / 0: where nothing counts there is no share
        folded = fold(definition, leaves, DrawsShape())
    for node in _nodes(definition):
        if node not in folded.branches:
            continue
        first: dict[str, int] = {}
        for child in folded.branches[node].weights:
            counts = (folded.reasons[node] == 0) & (folded.answers[child] > 0)
            if np.any(counts):
                first[child] = int(np.argmax(np.broadcast_to(counts, (units, 1))))
        if len(first) >= _SEVERAL:
            yield node, tuple(sorted(first, key=first.__getitem__))


def _nodes(definition: Definition) -> Iterator[str]:
    yield OVERALL
    level = list(definition.groups)
    while level:
        yield from (group.id for group in level)
        level = [inner for group in level for inner in group.groups]
