"""The overall as a sum: of each part that no mean above takes apart further, share x score.

A weighted mean is a sum as long as its shares hold. They change with the weights, with the set, and
with the answers that are missing on one side; so each term is a game of its own answers and these.
Shapley values of games that are added are added.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from kediri_index.analysis.compare.frames import SET, WEIGHTS, Frames
from kediri_index.analysis.compare.nodes import Branch, Combine, Leaf, Node
from kediri_index.analysis.compare.scores import Scores, exactly

STAND_IN = "-"
"""The id of the term that stands in where the whole has no score; no node can have it."""


class Place(NamedTuple):
    """Where a term stands in one tree.

    *above* are the means above it, from the top, each with the position of the child that leads
    to *node*.
    """

    above: tuple[tuple[Branch, int], ...]
    node: Node

    @property
    def sharing(self) -> int:
        """The bits of the answers that can change its share."""
        found = 0
        for mean, _ in self.above:
            found |= mean.sharing
        return found


class Term(NamedTuple):
    """One part of the sum: its place in each tree that has it, and the bits of its players."""

    id: str
    places: tuple[Place | None, ...]
    players: int

    @property
    def bits(self) -> list[int]:
        """The players' bits, the lowest first."""
        return bits_of(self.players)

    @property
    def is_one_answer(self) -> bool:
        """Whether it is one answer times a share that no answer changes."""
        return all(
            place is None or (isinstance(place.node, Leaf) and not place.sharing)
            for place in self.places
        )


def bits_of(players: int) -> list[int]:
    """Return the single bits of *players*, the lowest first."""
    found = []
    while players:
        found.append(players & -players)
        players &= players - 1
    return found


class Game:
    """The overall of every coalition; *stand_in* is its worth where it has no score."""

    def __init__(self, frames: Frames, stand_in: Fraction, combine: Combine = exactly) -> None:
        self.trees = frames.trees
        self.choices = frames.choices
        self.stand_in = stand_in
        self.scores = Scores(combine)
        self._shares: dict[tuple[str, int], Fraction] = {}

    def worth(self, chosen: int) -> Fraction:
        """Return the overall when the players of *chosen* are the new ones."""
        value = self.overall(chosen)
        return self.stand_in if value is None else value

    def overall(self, chosen: int) -> Fraction | None:
        """Return the same, None where there is no score."""
        return self.scores.state(self._tree(chosen), chosen).value

    def terms(self) -> list[Term]:
        """Return the terms whose sum the worth is."""
        closed = {
            node.id
            for tree in self.trees
            for node in _all(tree)
            if isinstance(node, Leaf) or not node.aggregate.additive
        }
        found: dict[str, list[Place | None]] = {}
        for at, tree in enumerate(self.trees):
            for place in _places((), tree, closed):
                found.setdefault(place.node.id, [None] * len(self.trees))[at] = place
        terms = [Term(key, tuple(places), self._players(places)) for key, places in found.items()]
        coming = 0
        for tree in self.trees:
            coming |= tree.coming
        empty = any(not self.scores.shape(tree, 0).answers for tree in self.trees)
        if (coming or empty) and self.trees[0].id not in closed:
            places = [None] * len(self.trees)
            terms.append(Term(STAND_IN, tuple(places), coming | self.choices))
        return terms

    def part(self, term: Term, chosen: int) -> Fraction:
        """Return what *term* comes to; all terms add up to the worth."""
        if term.id == STAND_IN:
            shape = self.scores.shape(self._tree(chosen), chosen)
            return Fraction(0) if shape.answers else self.stand_in
        place = term.places[chosen & (SET | WEIGHTS)]
        if place is None:
            return Fraction(0)
        value = self.scores.state(place.node, chosen).value
        if not place.above:  # the whole itself
            return self.stand_in if value is None else value
        return Fraction(0) if value is None else value * self.share(place, chosen)

    def share(self, place: Place, chosen: int) -> Fraction:
        """Return the share of *place* in the whole; 0 where a mean above it has no score."""
        at = chosen & (place.sharing | SET | WEIGHTS)
        key = (place.node.id, at)
        found = self._shares.get(key)
        if found is None:
            found = self._shares[key] = self._product(place, chosen)
        return found

    def _product(self, place: Place, chosen: int) -> Fraction:
        product = Fraction(1)
        for mean, position in place.above:
            if not self.scores.shape(mean, chosen).answers:
                return Fraction(0)
            product *= self.scores.shares(mean, chosen)[position]
        return product

    def _players(self, places: list[Place | None]) -> int:
        players = self.choices
        for place in places:
            if place is not None:
                players |= place.sharing | place.node.players
        return players

    def _tree(self, chosen: int) -> Branch:
        return self.trees[chosen & (SET | WEIGHTS)]


def _all(node: Node) -> Iterator[Node]:
    yield node
    if isinstance(node, Branch):
        for child in node.children:
            yield from _all(child)


def _places(above: tuple[tuple[Branch, int], ...], node: Node, closed: set[str]) -> Iterator[Place]:
    if node.id in closed or isinstance(node, Leaf):
        yield Place(above, node)
        return
    for position, child in enumerate(node.children):
        yield from _places((*above, (node, position)), child, closed)
