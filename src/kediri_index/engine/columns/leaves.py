"""The scores of one leaf over many units, from the numbers that its cells hold."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

import numpy as np

from kediri_index.engine.columns.pairs import (
    RELATIVE,
    Bools,
    Doubles,
    Pair,
    added,
    doubles_of,
    multiplied,
    pair_of,
    zeros,
)
from kediri_index.engine.columns.values import Values, common
from kediri_index.engine.leaf import given_rule, line_of
from kediri_index.engine.scoring.as_given import AsGiven
from kediri_index.engine.tree import Tree, direction_of
from kediri_index.model.definition import Group, Indicator
from kediri_index.model.scoring import Outside, Range, StraightLine

PARTS = 10**6
"""Cells are taken as whole millionths: a plain number has at most six decimals."""


class LeafColumn(NamedTuple):
    """The scores of a leaf where it has a number; *odd* are units with a number and no score."""

    values: Values
    odd: Bools


def leaf_column(tree: Tree, node: Group | Indicator, millionths: Doubles) -> LeafColumn:
    """Return the scores of *node*; *millionths* are whole numbers, or not a number where none is.

    What lies on a line is computed as such; any other method is asked once for each number.
    """
    there = ~np.isnan(millionths)
    rule = node.rule if isinstance(node, Indicator) else given_rule(tree.definition.scale)
    straight = None
    if isinstance(rule.method, AsGiven):  # what lies outside and is refused is no plain number
        straight = StraightLine(Fraction(1), Fraction(0))
    elif rule.to is None or rule.outside is not Outside.ERROR:
        straight = line_of(rule, direction_of(node))
    if straight is None:
        return _by_number(tree, node.id, millionths, there)
    clip = rule.to if rule.outside is Outside.CLIP else None
    values = _on_line(straight, np.where(there, millionths, 0.0), there, clip)
    return LeafColumn(values, np.zeros_like(there))


def _on_line(line: StraightLine, numbers: Doubles, there: Bools, clip: Range | None) -> Values:
    slope = line.slope / PARTS
    pair = added(
        multiplied(Pair(numbers, np.zeros_like(numbers)), pair_of(slope)), pair_of(line.offset)
    )
    # the slope as a pair, the product, the offset and the sum each err by RELATIVE at most
    reach = abs(slope.numerator / slope.denominator) * np.abs(numbers).max(initial=0.0)
    error = 4 * RELATIVE * (reach + abs(line.offset.numerator / line.offset.denominator))
    step = int(np.gcd.reduce(numbers.astype(np.int64)))
    units = [(slope * step).denominator, line.offset.denominator]
    if clip is not None:
        low, high = map(pair_of, clip)
        pair = pair.where(pair.under(low), low)
        pair = pair.where(high.under(pair), high)
        units += [bound.denominator for bound in clip]
        error += RELATIVE * max(abs(bound.numerator / bound.denominator) for bound in clip)
    absent = zeros(len(numbers))
    return Values(pair.where(~there, absent), error, [common(units)])


def _by_number(tree: Tree, node_id: str, millionths: Doubles, there: Bools) -> LeafColumn:
    numbers, places = np.unique(millionths[there], return_inverse=True)
    scorer = tree.scorers[node_id]
    scores = [scorer(Fraction(int(number), PARTS)) for number in numbers.tolist()]
    known = [score for score in scores if score is not None]
    pairs = np.array([doubles_of(score or Fraction(0)) for score in scores]).reshape(-1, 2)[places]
    pair = zeros(len(millionths))
    pair.high[there], pair.low[there] = pairs[:, 0], pairs[:, 1]
    odd = np.zeros(len(millionths), dtype=np.bool_)
    odd[there] = np.array([score is None for score in scores], dtype=np.bool_)[places]
    unit = common(score.denominator for score in known)
    return LeafColumn(Values(pair, RELATIVE * pair.size(), [unit]), odd)
