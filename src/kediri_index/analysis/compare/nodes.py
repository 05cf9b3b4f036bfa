"""A tree whose answers may be the old or the new ones, and the rules by which it is scored."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import NamedTuple

from kediri_index.model.aggregation import Aggregation, Undefined, Weighted

Combine = Callable[["Branch", Weighted], Fraction | Undefined]
"""How the scores of a group's children are combined."""


class State(NamedTuple):
    """What a node comes to: how many answers count in it, its score, and whether it is expected.

    *answered* says whether anything at or below it has a score by itself, none put in for it.
    """

    answers: int
    value: Fraction | None
    applies: bool
    answered: bool


ABSENT = State(0, None, applies=True, answered=False)
INAPPLICABLE = State(0, None, applies=False, answered=False)


class Tally(NamedTuple):
    """Of the children of a group: how many are answered, apply and count, their answers, weight."""

    answered: int = 0
    applying: int = 0
    counting: int = 0
    answers: int = 0
    weight: Fraction | int = 0

    def beside(self, state: State, weight: int, sign: int = 1) -> Tally:
        """Return the tally with a child in *state* more."""
        return Tally(
            self.answered + sign * state.answered,
            self.applying + sign * state.applies,
            self.counting + sign * (state.answers > 0),
            self.answers + sign * state.answers,
            self.weight + sign * weight,
        )

    def without(self, state: State, weight: int) -> Tally:
        """Return the tally without a child in *state*."""
        return self.beside(state, weight, -1)


class Weight(NamedTuple):
    """A weight among siblings; None: as many as the answers that count. Both times *factor*."""

    own: Fraction | None
    factor: Fraction = Fraction(1)

    def of(self, count: int) -> Fraction:
        """Return the weight where *count* answers count."""
        weight = Fraction(count) if self.own is None else self.own
        return weight if self.factor == 1 else weight * self.factor


class Leaf(NamedTuple):
    """One answer, before and after; *player* is its bit, 0 where both are the same."""

    id: str
    states: tuple[State, State]
    player: int = 0

    @property
    def players(self) -> int:
        """The bits of the answers that can change its score."""
        return self.player

    @property
    def shifting(self) -> int:
        """The bits of the answers that can change for how much it counts."""
        before, after = self.states
        return self.player if before._replace(value=None) != after._replace(value=None) else 0

    @property
    def coming(self) -> int:
        """The bits of the answers that can change whether it counts at all."""
        return 0 if self.always_there else self.shifting

    @property
    def always_there(self) -> bool:
        """Whether it counts whichever of its states it has."""
        return all(state.answers and state.answered for state in self.states)

    @property
    def never_negative(self) -> bool:
        """Whether no score of it is below 0."""
        return all(state.value is None or state.value >= 0 for state in self.states)


class Branch(NamedTuple):
    """A group, or the whole, with its children and their weights.

    *players*, *shifting*, *coming*: as of a leaf; *sharing* are the bits of the answers that can
    change the shares of its children.
    """

    id: str
    aggregate: Aggregation
    min_present: Fraction | None
    optional: bool
    children: tuple[Leaf | Branch, ...]
    weights: tuple[Weight, ...]
    players: int
    shifting: int
    coming: int
    sharing: int
    always_there: bool
    never_negative: bool
    always_defined: bool

    def combined(
        self, shape: State, shares: Sequence[Fraction], states: Sequence[State], combine: Combine
    ) -> State:
        """Return what the group comes to when its children come to *states*.

        *shape* and *shares* are what they come to without their scores.
        """
        children = [
            (share, state.value)
            for share, state in zip(shares, states, strict=True)
            if state.value is not None
        ]
        value = combine(self, children)
        if isinstance(value, Undefined):
            return shape._replace(answers=0)
        return shape._replace(value=value)

    def shape(self, states: Sequence[State]) -> State:
        """Return the same without a score, as if the scores had a combined one."""
        tally = Tally(
            sum(1 for state in states if state.answered),
            sum(1 for state in states if state.applies),
            sum(1 for state in states if state.answers),
            sum(state.answers for state in states),
            self._total(states),
        )
        return self.shape_of(tally)

    def shape_of(self, tally: Tally) -> State:
        """Return the same of children that are counted already."""
        answered, applies = tally.answered > 0, tally.applying > 0
        if self.optional and not answered:
            return INAPPLICABLE
        count = tally.answers if tally.weight else 0
        least = self.min_present
        if least and tally.counting and Fraction(tally.counting, tally.applying) < least:
            count = 0
        return State(count, None, applies, answered)

    def shares(self, states: Sequence[State]) -> list[Fraction]:
        """Return the share of each child, 0 for what does not count."""
        total = self._total(states) if self.aggregate.by_shares else Fraction(1)
        return [
            weight.of(state.answers) / total if state.answers else Fraction(0)
            for weight, state in zip(self.weights, states, strict=True)
        ]

    def _total(self, states: Sequence[State]) -> Fraction:
        counted = zip(self.weights, states, strict=True)
        return sum(
            (weight.of(state.answers) for weight, state in counted if state.answers), Fraction(0)
        )


Node = Leaf | Branch


def branch(
    node_id: str,
    aggregate: Aggregation,
    min_present: Fraction | None,
    children: Sequence[Node],
    weights: Sequence[Weight],
    *,
    optional: bool = False,
) -> Branch:
    """Return a group, having looked at what is below it."""
    if not aggregate.by_shares:  # its weights are no shares, whatever counts beside
        weights = [Weight(Fraction(1) if one.own is None else one.own) for one in weights]
    players = shifting = coming = sharing = 0
    for child, weight in zip(children, weights, strict=True):
        players |= child.players
        shifting |= child.shifting
        coming |= child.coming
        sharing |= child.shifting if weight.own is None else child.coming
    parts_never_negative = all(child.never_negative for child in children)
    always_defined = aggregate.no_score is None or parts_never_negative
    always_there = (
        always_defined
        and not min_present
        and any(
            child.always_there and weight.own != 0
            for child, weight in zip(children, weights, strict=True)
        )
    )
    if not always_defined:
        shifting = coming = players
    return Branch(
        node_id,
        aggregate,
        min_present,
        optional,
        tuple(children),
        tuple(weights),
        players,
        shifting,
        0 if always_there else coming,
        sharing,
        always_there,
        parts_never_negative and not aggregate.falls_below,
        always_defined,
    )
