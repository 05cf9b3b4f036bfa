"""What leaving out each indicator and each group does to scores and ranks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from kediri_index.analysis.robustness.draws import Draws, DrawsShape, overall
from kediri_index.analysis.robustness.panel import DrawnPanel, drawn_panel
from kediri_index.analysis.robustness.summary import Ranks, deciding, ranks_by_draw
from kediri_index.model.definition import Definition, Group
from kediri_index.model.robustness import LeftOut, UnitWithout
from kediri_index.scoring.arrays.values import Array, Mask
from kediri_index.scoring.comparisons import compares_units
from kediri_index.scoring.fold import Leaves, fold
from kediri_index.scoring.scores import Scores
from kediri_index.scoring.statistics.correlation import pearson

_CELLS = 2**17
"""Nodes x units that are left out at once: each leaf takes as many numbers."""


class _Without(NamedTuple):
    """The overall scores of a panel's units without a node, NaN for none, and ranks, 0 for none."""

    exact: Array
    published: Array
    ranks: Ranks


def leave_out(scores: Scores, shown: Sequence[int]) -> tuple[LeftOut, ...]:
    """Return what becomes of *scores* without each node that counts in any unit.

    Ranks and correlations are those of all units; the units at *shown* are told one by one.
    """
    panel = drawn_panel(scores)
    nominal = scores.summaries()
    own = [nominal[place] for place in panel.places.tolist()]
    before = tuple(None if one.overall.score is None else float(one.overall.score) for one in own)
    ranks = np.array([one.rank or 0 for one in own], dtype=np.int32)
    position = {place: at for at, place in enumerate(panel.places.tolist())}
    rows = [position.get(place) for place in shown]
    found = []
    for node, without in _each(panel):
        after = tuple(None if np.isnan(one) else one for one in without.exact.tolist())
        shifts = np.abs(without.ranks - ranks)[(without.ranks > 0) & (ranks > 0)]
        found.append(
            LeftOut(
                node,
                mean_rank_shift=float(shifts.mean()) if len(shifts) else None,
                max_rank_shift=int(shifts.max()) if len(shifts) else None,
                correlation=pearson(before, after),
                units=tuple(_unit(without, row) for row in rows),
            )
        )
    return tuple(found)


def _each(panel: DrawnPanel) -> Iterator[tuple[str, _Without]]:
    """Yield each node that counts with the units without it."""
    nodes, units = _counting(panel), max(1, len(panel.places))
    if compares_units(panel.definition):
        units *= units
    size = max(1, _CELLS // units)
    for start in range(0, len(nodes), size):
        some = nodes[start : start + size]
        shape = len(panel.places), len(some)
        made = overall(panel.definition, _leaves(panel, some), Draws(panel.years))
        exact, published = (np.broadcast_to(one, shape) for one in made[:2])
        ranks = ranks_by_draw(deciding(panel.definition, exact, published), panel.years)
        for at, node in enumerate(some):
            yield node, _Without(exact[:, at], published[:, at], ranks[:, at])


def _counting(panel: DrawnPanel) -> list[str]:
    """Return the nodes that count in some unit, in the order of the tree."""
    with np.errstate(invalid="ignore"):  # 0 / 0: where nothing counts there is no share
        folded = fold(panel.definition, panel.leaves[0], DrawsShape())
    return [node for node in panel.definition.nodes() if np.any(folded.answers.get(node, 0))]


def _leaves(panel: DrawnPanel, nodes: Sequence[str]) -> Leaves:
    """Return the leaves of *panel*, units x *nodes*, as if each node were not in the definition.

    What is left out is neither there nor missing, so it is inapplicable.
    """
    scores, present, inapplicable = (dict(one) for one in panel.leaves[0][:3])
    for leaf, out in _left_out(panel.definition, nodes).items():
        inapplicable[leaf] = inapplicable.get(leaf, False) | out
        if leaf in scores:
            present[leaf] = present[leaf] & ~out
            scores[leaf] = np.where(out, np.nan, scores[leaf])
    return Leaves(scores, present, inapplicable)


def _left_out(definition: Definition, nodes: Sequence[str]) -> Mapping[str, Mask]:
    """Return which of *nodes* leave out each node, itself or one above it."""
    found: dict[str, Mask] = {}
    known = definition.nodes()
    for at, node in enumerate(nodes):
        own = known[node]
        for one in own.at_or_below() if isinstance(own, Group) else [own]:
            found.setdefault(one.id, np.zeros((1, len(nodes)), dtype=np.bool_))[0, at] = True
    return found


def _unit(without: _Without, row: int | None) -> UnitWithout:
    """Return the unit in *row* of a panel, where it is not left out of it."""
    if row is None or np.isnan(without.exact[row]):
        return UnitWithout()
    rank = int(without.ranks[row]) or None
    return UnitWithout(float(without.exact[row]), float(without.published[row]), rank)
