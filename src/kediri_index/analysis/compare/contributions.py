"""What each answer, the weights and the set contribute to a change of the overall."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import NamedTuple

from kediri_index.analysis.compare.frames import SET, WEIGHTS, frames
from kediri_index.analysis.compare.levels import Block, owen, players_of
from kediri_index.analysis.compare.nodes import Leaf, Node
from kediri_index.analysis.compare.scores import in_whole_units
from kediri_index.analysis.compare.shapley import (
    UNIT,
    in_units,
    shapley,
    shapley_of_whole,
    worths_of,
)
from kediri_index.analysis.compare.side import Side
from kediri_index.analysis.compare.terms import Game, Term
from kediri_index.analysis.compare.written_out import written_out
from kediri_index.model.comparison import Method

ENUMERATED = 20
"""Of so many players that changed every coalition is looked at."""

FRACTIONS = 7
"""Of so many the worths are fractions, of more whole numbers of 10^-40: sums of unlike fractions
grow beyond use."""

ENUMERATED_SHIFTING = 12
"""Of so many where answers are missing on one side, in what is not a mean."""


class Contributions(NamedTuple):
    """*answers* has what each shared answer contributes, by id; all add up to the change."""

    answers: dict[str, Fraction]
    weights: Fraction
    set: Fraction
    method: Method


def contributions(old: Side, new: Side, before: Fraction, after: Fraction) -> Contributions:
    """Return the Shapley values of the answers, the weights and the set.

    *before* and *after* are the overalls. A coalition that has none is worth the middle of them.
    """
    between = frames(old, new)
    middle = (before + after) / 2
    game, rough = Game(between, middle), Game(between, middle, in_whole_units)
    values: dict[int, Fraction] = {}
    small, large = [], []
    method = Method.CLOSED_FORM
    for term in game.terms():
        if not term.players:
            continue
        found = _exact(game if len(term.bits) <= FRACTIONS else rough, term)
        if found is None:
            large.append(term)
            continue
        small.append(term)
        if not term.is_one_answer:
            method = Method.ENUMERATION
        _add(values, zip(term.bits, found, strict=True))
    if large:
        method = Method.NESTED
        _add(values, _by_levels(rough, small, large).items())
    _settle_last_digits(values, after - before)
    return Contributions(
        {answer: values.get(bit, Fraction(0)) for answer, bit in between.answers.items()},
        values.get(WEIGHTS, Fraction(0)),
        values.get(SET, Fraction(0)),
        method,
    )


def _settle_last_digits(values: dict[int, Fraction], change: Fraction) -> None:
    """Let what roots lose in their last digits be the largest part's, so that all add up."""
    if values:
        largest = max(values, key=lambda bit: (abs(values[bit]), -bit))
        values[largest] += change - sum(values.values())


def _exact(game: Game, term: Term) -> list[Fraction] | None:
    """Return the values of the players of *term*, None where they are too many."""
    size = len(term.bits)
    if size > FRACTIONS:
        found = written_out(game, term) if size <= ENUMERATED else None
        if found is not None or size > ENUMERATED_SHIFTING:
            return found
    worths = worths_of(lambda chosen: game.part(term, chosen), term.bits)
    return shapley(worths) if size <= FRACTIONS else shapley_of_whole(in_units(worths), UNIT)


def _by_levels(game: Game, small: list[Term], large: list[Term]) -> dict[int, Fraction]:
    """Return the values of the players of all *large* terms together, along the new tree."""
    players = 0
    for term in large:
        players |= term.players
    known: dict[int, int] = {}

    def worth(chosen: int) -> int:
        found = known.get(chosen)
        if found is None:
            if len(large) <= len(small):
                value = sum((game.part(term, chosen) for term in large), Fraction(0))
            else:  # all terms together are the worth
                rest = sum((game.part(term, chosen) for term in small), Fraction(0))
                value = game.worth(chosen) - rest
            (found,) = in_units([value])
            known[chosen] = found
        return found

    blocks: list[Block] = [bit for bit in (WEIGHTS, SET) if players & bit]
    placed = 0
    for tree in reversed(game.trees):
        block = _block(tree, players & ~placed & ~(WEIGHTS | SET))
        blocks += block
        for one in block:
            placed |= players_of(one)
    return {bit: value / UNIT for bit, value in owen(worth, blocks).items()}


def _block(node: Node, players: int) -> list[Block]:
    """Return the blocks of those *players* below *node*: one for each child that has any."""
    if isinstance(node, Leaf):
        return [node.player] if node.player & players else []
    found: list[Block] = []
    for child in node.children:
        below = _block(child, players)
        for one in below:
            players &= ~players_of(one)
        if below:
            found.append(below[0] if len(below) == 1 else tuple(below))
    return found


def _add(values: dict[int, Fraction], more: Iterable[tuple[int, Fraction]]) -> None:
    for bit, value in more:
        values[bit] = values.get(bit, Fraction(0)) + value
