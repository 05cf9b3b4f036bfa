"""The overall as a sum of parts, and the Shapley values of a game that is written out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import factorial
from typing import Any, NamedTuple, TypeVar

from kediri_index.analysis.compare.coalitions import (
    CoalitionColumn,
    Coalitions,
    Value,
    bits_of,
    choice,
    each,
    is_steady,
    listed,
    players_of,
    where,
)
from kediri_index.analysis.compare.sides import SET, WEIGHTS, AnswerChange, Frame, Frames
from kediri_index.scoring.fold import OVERALL, Folded, Leaves, State, fold
from kediri_index.scoring.numbers import common_unit

UNIT = 10**40
"""Large games are in whole numbers of such a part: roots have few digits more."""

_Worth = TypeVar("_Worth", int, Fraction)


def shapley(worths: Sequence[Fraction]) -> list[Fraction]:
    """Return each player's value; a coalition's place in *worths* has the bits of its players.

    Source: Shapley, A Value for n-Person Games (1953). Exact; they add up to the last worth less
    the first.
    """
    unit = common_unit(worths)
    if unit is None:
        return _values(worths)
    whole = [worth.numerator * (unit // worth.denominator) for worth in worths]
    return [value / unit for value in _values(whole)]


def shapley_of_whole(worths: Sequence[int], unit: int) -> list[Fraction]:
    """Return the same of worths in units of 1/*unit*."""
    return [value / unit for value in _values(worths)]


def _values(worths: Sequence[_Worth]) -> list[Fraction]:
    """Return the values by halves: the coalitions with a player are half of all.

    A player's value is the weighted worth of the coalitions with it, less that of those without.
    """
    players = len(worths).bit_length() - 1
    with_one, without = weights(players)
    of_all = sum(without[at.bit_count()] * worth for at, worth in enumerate(worths))
    both = [one + other for one, other in zip(with_one, without, strict=True)]
    folded: list[int | Fraction] = [both[at.bit_count()] * worth for at, worth in enumerate(worths)]
    found = []
    while len(folded) > 1:
        half = len(folded) // 2
        found.append(sum(folded[half:]))
        folded = [low + high for low, high in zip(folded[:half], folded[half:], strict=True)]
    return [Fraction(one - of_all) / factorial(players) for one in reversed(found)]


def weights(players: int) -> tuple[list[int], list[int]]:
    """Return the weights of a coalition with, and without, a player, by its size.

    They are times the number of orders of all *players*.
    """
    orders = [factorial(size) * factorial(players - 1 - size) for size in range(players)]
    return [0, *orders], [*orders, 0]


STAND_IN = "-"
"""The id of the term that stands in where the whole has no score; no node can have it."""


class GameTerm(NamedTuple):
    """One part of the sum: what it comes to by each choice of weights and set, and its players.

    It is *steady* where all its parts count as much in every coalition, *one_answer* where it is
    one answer times a share that no answer changes.
    """

    id: str
    parts: dict[int, Value]
    players: int
    steady: bool
    one_answer: bool

    @property
    def bits(self) -> list[int]:
        """The players' bits, the lowest first."""
        return bits_of(self.players)

    def worths(self) -> list[Any]:
        """Return what it comes to in every coalition; all terms add up to the overall."""
        answers = self.players & ~(WEIGHTS | SET)
        columns = [listed(self.parts[at], answers) for at in sorted(self.parts)]
        return [worth for together in zip(*columns, strict=True) for worth in together]


class _TermPlace(NamedTuple):
    """Where a term stands in one tree: the share in the whole, and the score. *leaf*: an answer."""

    share: Value
    score: Value
    leaf: bool


_NOWHERE = _TermPlace(0, 0, leaf=True)


def terms_of(frames: Frames, stand_in: Fraction, unit: int | None = None) -> dict[str, GameTerm]:
    """Return the terms whose sum is the overall of every coalition, by id.

    *stand_in* is the overall where it has no score. All are in fractions, or in whole numbers of
    1/*unit*.
    """
    choices = frames.choices
    middle: Any = stand_in if unit is None else _in_units(stand_in, unit)
    folds = {at: _folded(tree, unit) for at, tree in enumerate(frames.trees) if at & choices == at}
    closed = {
        node
        for folded in folds.values()
        for node in folded.exact
        if node not in folded.branches or not folded.branches[node].inner.aggregate.additive
    }
    found: dict[str, dict[int, _TermPlace]] = {}
    for at, folded in folds.items():
        for node, share in _places(folded, OVERALL, 1, closed):
            place = _TermPlace(share, folded.exact[node], node not in folded.branches)
            found.setdefault(node, dict.fromkeys(folds, _NOWHERE))[at] = place
    terms = {}
    for node, places in found.items():
        instead = middle if node == OVERALL else 0
        terms[node] = GameTerm(
            node,
            {at: _part(place, instead, unit) for at, place in places.items()},
            choices | players_of([one for place in places.values() for one in place]),
            steady=all(map(_is_steady, places.values())),
            one_answer=all(map(_is_one_answer, places.values())),
        )
    empty = {at: where(one.answers[OVERALL] > 0, 0, middle) for at, one in folds.items()}
    if OVERALL not in closed and any(
        isinstance(one, CoalitionColumn) or one for one in empty.values()
    ):
        players = choices | players_of(list(empty.values()))
        terms[STAND_IN] = GameTerm(STAND_IN, empty, players, steady=False, one_answer=False)
    return terms


def _folded(frame: Frame, unit: int | None) -> Folded:
    states = {node: _state(answer, unit) for node, answer in frame.answers.items()}
    arithmetic = Coalitions(frame.factors, unit)
    return fold(frame.definition, Leaves({}, {}, {}, states), arithmetic)


def _state(answer: AnswerChange, unit: int | None) -> State:
    before, after = answer.states
    if unit is not None:
        before, after = (
            one if one.score is None else one._replace(score=_in_units(one.score, unit))
            for one in (before, after)
        )
    if not answer.player:
        return after
    return State(*(choice(answer.player, *both) for both in zip(before, after, strict=True)))


def _in_units(score: Fraction, unit: int) -> int:
    return score.numerator * unit // score.denominator


def _places(
    folded: Folded, node: str, share: Value, closed: set[str]
) -> Iterator[tuple[str, Value]]:
    """Yield the terms at or below *node*, each with its share in the whole."""
    if node in closed:
        yield node, share
        return
    counts = folded.answers[node] > 0
    for child, part in folded.branches[node].shares.items():
        yield from _places(folded, child, share * where(counts, part, 0), closed)


def _part(place: _TermPlace, instead: Value, unit: int | None) -> Value:
    """Return share x score, *instead* where there is no score."""

    def product(share: Any, score: Any) -> Any:  # noqa: ANN401 - fractions, or whole numbers
        if score is None:
            return instead
        if unit is None:
            return share * score
        over, under = share.as_integer_ratio()
        return over * score // under

    return each(product, (place.share, place.score))


def _is_steady(place: _TermPlace) -> bool:
    return not players_of((place.share,)) and is_steady(place.score)


def _is_one_answer(place: _TermPlace) -> bool:
    return place.leaf and not players_of((place.share,))
