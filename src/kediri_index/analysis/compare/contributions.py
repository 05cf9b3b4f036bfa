"""What each answer, the weights and the set contribute to a change of the overall."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import NamedTuple

from kediri_index.analysis.compare.frames import SET, WEIGHTS, frames
from kediri_index.analysis.compare.levels import Block, owen
from kediri_index.analysis.compare.nodes import Leaf, Node
from kediri_index.analysis.compare.shapley import shapley, worths_of
from kediri_index.analysis.compare.side import Side
from kediri_index.analysis.compare.terms import Game, Term
from kediri_index.analysis.compare.written_out import written_out
from kediri_index.model.comparison import Method

ENUMERATED = 20
"""Of so many players that changed every coalition is looked at."""

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
    game = Game(between, (before + after) / 2)
    values: dict[int, Fraction] = {}
    small, large = [], []
    method = Method.CLOSED_FORM
    for term in game.terms():
        found = _exact(game, term)
        if found is None:
            large.append(term)
            continue
        small.append(term)
        if not term.is_one_answer:
            method = Method.ENUMERATION
        _add(values, zip(term.bits, found, strict=True))
    if large:
        method = Method.NESTED
        _add(values, _by_levels(game, small, large).items())
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
    if size <= ENUMERATED_SHIFTING:
        return shapley(worths_of(lambda chosen: game.part(term, chosen), term.bits))
    return written_out(game, term) if size <= ENUMERATED else None


def _by_levels(game: Game, small: list[Term], large: list[Term]) -> dict[int, Fraction]:
    """Return the values of the players of all *large* terms together, along the new tree."""
    players = 0
    for term in large:
        players |= term.players
    known: dict[int, Fraction] = {}

    def worth(chosen: int) -> Fraction:
        found = known.get(chosen)
        if found is None:
            if len(large) <= len(small):
                found = sum((game.part(term, chosen) for term in large), Fraction(0))
            else:  # all terms together are the worth
                rest = sum((game.part(term, chosen) for term in small), Fraction(0))
                found = game.worth(chosen) - rest
            known[chosen] = found
        return found

    blocks: list[Block] = [bit for bit in (WEIGHTS, SET) if players & bit]
    placed = 0
    for tree in reversed(game.trees):
        block = _block(tree, players & ~placed & ~(WEIGHTS | SET))
        blocks += block
        for one in block:
            placed |= _players_of(one)
    return owen(worth, blocks)


def _block(node: Node, players: int) -> list[Block]:
    """Return the blocks of those *players* below *node*: one for each child that has any."""
    if isinstance(node, Leaf):
        return [node.player] if node.player & players else []
    found: list[Block] = []
    for child in node.children:
        below = _block(child, players)
        for one in below:
            players &= ~_players_of(one)
        if below:
            found.append(below[0] if len(below) == 1 else tuple(below))
    return found


def _players_of(block: Block) -> int:
    if isinstance(block, int):
        return block
    found = 0
    for one in block:
        found |= _players_of(one)
    return found


def _add(values: dict[int, Fraction], more: Iterable[tuple[int, Fraction]]) -> None:
    for bit, value in more:
        values[bit] = values.get(bit, Fraction(0)) + value
