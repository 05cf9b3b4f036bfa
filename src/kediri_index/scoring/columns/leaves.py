"""The scores of one leaf over many units, from the numbers that its cells hold."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

import numpy as np

from kediri_index.model.definition import Group, Indicator
from kediri_index.model.scoring import Outside, Range, StraightLine
from kediri_index.scoring.columns.pairs import (
    RELATIVE,
    Bools,
    Doubles,
    Pair,
    Places,
    added,
    doubles_of,
    multiplied,
    pair_of,
    zeros,
)
from kediri_index.scoring.columns.values import Values, common
from kediri_index.scoring.leaf import given_rule, line_of
from kediri_index.scoring.methods.as_given import AsGiven
from kediri_index.scoring.tree import Tree, direction_of

_MOST_PLACES = 14
"""A plain number has as many decimals at most."""
_POWERS = np.array([doubles_of(Fraction(1, 10**places)) for places in range(_MOST_PLACES + 1)])

_TENS = np.array([float(10**places) for places in range(_MOST_PLACES + 1)])
"""Each exact, which a power that numpy computes need not be."""


class Cells(NamedTuple):
    """Numbers as *whole* / 10^*places*, of 15 digits at most; NaN where none is."""

    whole: Doubles
    places: Places

    def column(self, at: int) -> Cells:
        """Return column *at* of a table."""
        return Cells(self.whole[:, at].copy(), self.places[:, at].copy())

    def pair(self) -> Pair:
        """Return the numbers, 0 where there is none."""
        whole = np.nan_to_num(self.whole)
        power = Pair(_POWERS[self.places, 0], _POWERS[self.places, 1])
        return multiplied(Pair(whole, np.zeros_like(whole)), power)


def cells_of(numbers: Doubles) -> Cells:
    """Return the plain *numbers* of a table, each the double of a decimal; NaN where none is."""
    whole, places = numbers.copy(), np.zeros(numbers.shape, dtype=np.intp)
    left = np.isfinite(numbers)
    for place, ten in enumerate(_TENS):
        times = np.rint(numbers * ten)
        here = left & (times / ten == numbers)  # of decimals of 15 digits no two have one double
        whole[here], places[here] = times[here], place
        left &= ~here
        if not left.any():
            break
    return Cells(whole, places)


class LeafColumn(NamedTuple):
    """The scores of a leaf where it has a number; *odd* are units with a number and no score."""

    values: Values
    odd: Bools


def leaf_column(tree: Tree, node: Group | Indicator, cells: Cells) -> LeafColumn:
    """Return the scores of *node*.

    What lies on a line is computed as such; any other method is asked once for each number.
    """
    there = ~np.isnan(cells.whole)
    rule = node.rule if isinstance(node, Indicator) else given_rule(tree.definition.scale)
    straight = None
    if isinstance(rule.method, AsGiven):  # what lies outside and is refused is no plain number
        straight = StraightLine(Fraction(1), Fraction(0))
    elif rule.to is None or rule.outside is not Outside.ERROR:
        straight = line_of(rule, direction_of(node))
    if straight is None:
        return _by_number(tree, node.id, cells, there)
    clip = rule.to if rule.outside is Outside.CLIP else None
    values = _on_line(straight, cells, there, clip)
    return LeafColumn(values, np.zeros_like(there))


def _on_line(line: StraightLine, cells: Cells, there: Bools, clip: Range | None) -> Values:
    numbers = cells.pair()
    pair = added(multiplied(numbers, pair_of(line.slope)), pair_of(line.offset))
    # the number and the slope as pairs, the product, the offset and the sum: each at most RELATIVE
    reach = abs(line.slope.numerator / line.slope.denominator) * numbers.size()
    error = 8 * RELATIVE * (reach + abs(line.offset.numerator / line.offset.denominator))
    finest = Fraction(1, 10 ** int(cells.places.max(initial=0)))
    units = [(line.slope * finest).denominator, line.offset.denominator]
    if clip is not None:
        low, high = map(pair_of, clip)
        pair = pair.where(pair.under(low), low)
        pair = pair.where(high.under(pair), high)
        units += [bound.denominator for bound in clip]
        error += RELATIVE * max(abs(bound.numerator / bound.denominator) for bound in clip)
    return Values(pair.where(~there, zeros(len(there))), error, [common(units)])


def _by_number(tree: Tree, node_id: str, cells: Cells, there: Bools) -> LeafColumn:
    # of numbers of 15 digits no two have one double
    doubles = cells.whole[there] / _TENS[cells.places[there]]
    _, first, which = np.unique(doubles, return_index=True, return_inverse=True)
    wholes, places = cells.whole[there][first].tolist(), cells.places[there][first].tolist()
    scorer = tree.scorers[node_id]
    scores = [scorer(Fraction(int(n), 10**at)) for n, at in zip(wholes, places, strict=True)]
    known = [score for score in scores if score is not None]
    pairs = np.array([doubles_of(score or Fraction(0)) for score in scores]).reshape(-1, 2)[which]
    pair = zeros(len(there))
    pair.high[there], pair.low[there] = pairs[:, 0], pairs[:, 1]
    odd = np.zeros_like(there)
    odd[there] = np.array([score is None for score in scores], dtype=np.bool_)[which]
    unit = common(score.denominator for score in known)
    return LeafColumn(Values(pair, RELATIVE * pair.size(), [unit]), odd)
