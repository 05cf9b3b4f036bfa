"""The arithmetic of a fold of old and new answers: each number is one for every coalition.

A coalition is the players that are new already. Most numbers hang on few players, so a fold of
thousands of answers makes expressions, and only the values of those that are asked for are listed.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import repeat
from math import inf
from typing import Any

from kediri_index.analysis.compare.coalition_columns import aggregated
from kediri_index.model.aggregation import Aggregation, Undefined
from kediri_index.scoring.exact import ratio
from kediri_index.scoring.fold import HAS_SCORE, Children, Inner, Node, code_of

Value = Any
"""A score, a weight, a count or a truth: the same for all coalitions, or a :class:`Column`."""


class CoalitionColumn:
    """A value for each coalition of *players*, all of them between *low* and *high*.

    Players are bits. It is made by *make* *of* some values, once somebody asks for :meth:`values`.
    """

    __slots__ = ("_made", "high", "low", "make", "of", "players")

    def __init__(
        self,
        make: Callable[..., list[Any]],
        of: Sequence[Value],
        players: int,
        low: Value = -inf,
        high: Value = inf,
    ) -> None:
        self.make = make
        self.of = of
        self.players = players
        self.low = low
        self.high = high
        self._made: list[Any] | None = None

    def values(self) -> list[Any]:
        """Return the value of each coalition of the players, the lowest bit first."""
        if self._made is None:
            self._made = self.make(self.players, *self.of)
        return self._made

    def __add__(self, other: Value) -> Value:
        low, high = _ends(other)
        of: tuple[Value, Value] = (self, other)
        if self.of[:1] == (operator.add,) and not any(
            isinstance(one, CoalitionColumn) for one in (other, self.of[2])
        ):
            of = (self.of[1], self.of[2] + other)  # of thousands of numbers, few are columns
        return each(operator.add, of, self.low + low, self.high + high)

    __radd__ = __add__

    def __mul__(self, other: Value) -> Value:
        low, high = _ends(other)
        if low >= 0 and self.low >= 0:
            return each(operator.mul, (self, other), self.low * low, self.high * high)
        return each(operator.mul, (self, other))

    __rmul__ = __mul__

    def __gt__(self, other: Value) -> Value:
        low, high = _ends(other)
        return _truth(operator.gt, self, other, always=self.low > high, never=self.high <= low)

    def __ge__(self, other: Value) -> Value:
        low, high = _ends(other)
        return _truth(operator.ge, self, other, always=self.low >= high, never=self.high < low)

    def __le__(self, other: Value) -> Value:
        low, high = _ends(other)
        return _truth(operator.le, self, other, always=self.high <= low, never=self.low > high)

    def __eq__(self, other: object) -> Any:  # noqa: ANN401 - a truth for each coalition
        low, high = _ends(other)
        always = self.low == self.high == low == high
        never = self.low > high or self.high < low
        return _truth(operator.eq, self, other, always=always, never=never)

    __hash__ = None  # type: ignore[assignment]

    def __and__(self, other: Value) -> Value:
        if isinstance(other, CoalitionColumn):
            return each(operator.and_, (self, other), low=False, high=True)
        return self if other else False

    __rand__ = __and__

    def __or__(self, other: Value) -> Value:
        if isinstance(other, CoalitionColumn):
            return each(operator.or_, (self, other), low=False, high=True)
        return True if other else self

    __ror__ = __or__


def choice(player: int, before: Value, after: Value) -> Value:
    """Return what *player* chooses: *before*, or *after* in coalitions that have it."""
    if before == after:
        return before
    known = [one for one in (before, after) if one is not None]
    return CoalitionColumn(lambda _: [before, after], (), player, min(known), max(known))


def bits_of(players: int) -> list[int]:
    """Return the single bits of *players*, the lowest first."""
    found = []
    while players:
        found.append(players & -players)
        players &= players - 1
    return found


def players_of(values: Sequence[Value]) -> int:
    """Return the players on whom any of *values* hangs."""
    found = 0
    for value in values:
        if isinstance(value, CoalitionColumn):
            found |= value.players
    return found


def listed(value: Value, players: int) -> list[Any]:
    """Return *value* for each coalition of *players*, who are all on whom it hangs, and more."""
    if not isinstance(value, CoalitionColumn):
        return [value] * (1 << players.bit_count())
    return _arranged(value.values(), bits_of(value.players), bits_of(players))


def each(
    operation: Callable[..., Value], of: Sequence[Value], low: Value = -inf, high: Value = inf
) -> Value:
    """Return what *operation* makes *of* values, in each coalition."""
    return _made(_one_by_one, (operation, *of), players_of(of), low, high)


def where(mask: Value, then: Value, otherwise: Value) -> Value:
    """Return *then* in the coalitions of *mask*, else *otherwise*."""
    if not isinstance(mask, CoalitionColumn):
        return then if mask else otherwise
    if then is otherwise:
        return then
    lows, highs = zip(*(_ends(one) for one in (then, otherwise) if one is not None), strict=True)
    return each(_if, (mask, then, otherwise), min(lows), max(highs))


def is_steady(score: Value) -> bool:
    """Return whether all that counts in *score* counts as much in every coalition."""
    if not isinstance(score, CoalitionColumn) or not score.of:
        return True
    return score.make is _columns_of and all(map(is_steady, score.of[-1]))


class Coalitions:
    """Folds a tree of which each answer is the old or the new one.

    Scores are fractions, or whole numbers of 1/*unit*: powers, once computed, are then kept. Some
    weights, by id, are times a factor.
    """

    nothing = None
    zero = 0
    where = staticmethod(where)

    def __init__(self, factors: Mapping[str, Fraction], unit: int | None = None) -> None:
        self.factors = factors
        self.unit = unit

    def nowhere(self, mask: Value) -> bool:
        """Return whether *mask* is surely false in all coalitions."""
        return mask is False

    def or_zero(self, value: Value) -> Value:
        """Return *value*, 0 where there is none."""
        return each(_or_zero, (value,))

    def ratio(self, over: Value, under: Value) -> Value:
        """Return *over* / *under*, None where *under* is 0."""
        return each(ratio, (over, under))

    share = ratio

    def weight(self, inner: Inner, node: Node, answers: Value) -> Value:
        """Return the weight of *node* times its factor; a sum takes all as they are."""
        own = answers if node.weight is None else node.weight
        factor = self.factors.get(node.id)
        return own if factor is None or not inner.aggregate.by_shares else own * factor

    def combined(
        self, inner: Inner, children: Children, ok: Value, *, published: bool
    ) -> tuple[Value, Value]:
        """Return the combined score, and why there is none in the coalitions that have none."""
        del published
        aggregate, shares, scores = inner.aggregate, children.shares, children.scores
        players = players_of((ok, *shares, *scores))
        never_negative = all(_ends(score)[0] >= 0 for score in scores if score is not None)
        low = 0 if never_negative and not aggregate.falls_below else -inf
        if aggregate.no_score is not None and not never_negative:
            both = _made(_outcomes, (aggregate, self.unit, ok, *shares, *scores), players)
            return each(operator.itemgetter(0), (both,)), each(operator.itemgetter(1), (both,))
        if self.unit is not None and not players_of((ok, *shares)):
            return _made(
                _columns_of, (aggregate, self.unit, shares, scores), players, low
            ), HAS_SCORE
        return _made(_scores, (aggregate, self.unit, ok, *shares, *scores), players, low), HAS_SCORE

    def rounded(self, node: str, values: Value, decimals: int, *, term: bool = False) -> Value:
        """Return the scores as they are: what is compared is not rounded."""
        del node, decimals, term
        return values


def _ends(value: Value) -> tuple[Value, Value]:
    return (value.low, value.high) if isinstance(value, CoalitionColumn) else (value, value)


def _made(
    make: Callable[..., list[Any]],
    of: Sequence[Value],
    players: int,
    low: Value = -inf,
    high: Value = inf,
) -> Value:
    """Return what *make* makes *of* some values, at once if it does not depend on a player."""
    return CoalitionColumn(make, of, players, low, high) if players else make(0, *of)[0]


def _one_by_one(players: int, operation: Callable[..., Value], *of: Value) -> list[Any]:
    each = [listed(one, players) if isinstance(one, CoalitionColumn) else repeat(one) for one in of]
    found = zip(*each, strict=False) if players else [of]
    return [operation(*values) for values in found]


def _truth(
    operation: Callable[..., bool], one: CoalitionColumn, other: Value, *, always: bool, never: bool
) -> Value:
    if always or never:
        return bool(always)
    return each(operation, (one, other), low=False, high=True)


def _if(mask: bool, then: Value, otherwise: Value) -> Value:  # noqa: FBT001 - as where takes it
    return then if mask else otherwise


def _or_zero(value: Value) -> Value:
    return 0 if value is None else value


def _arranged(values: list[Any], order: Sequence[int], bits: Sequence[int]) -> list[Any]:
    """Return *values*, of coalitions of players in some *order*, by those in the order of *bits*.

    These may be more players.
    """
    if order == bits:
        return values
    places = [0]
    for bit in bits:
        step = 1 << order.index(bit) if bit in order else 0
        places += [place + step for place in places] if step else places
    return [values[place] for place in places]


def _columns_of(
    players: int,
    aggregate: Aggregation,
    unit: int,
    shares: Sequence[Fraction],
    scores: Sequence[Value],
) -> list[int]:
    """Return the scores of all coalitions from the columns of children that all count always."""
    order = [bit for score in scores for bit in bits_of(players_of((score,)))]
    columns = [
        score.values() if isinstance(score, CoalitionColumn) else [_or_zero(score)]
        for score in scores
    ]
    found = aggregated(aggregate, list(zip(shares, columns, strict=True)), unit)
    return _arranged(found, order, bits_of(players))


def _outcomes(
    players: int, aggregate: Aggregation, unit: int | None, *of: Value
) -> list[tuple[Value, int]]:
    """Return each coalition's score, with why there is none."""
    found: list[tuple[Value, int]] = []
    for children in _children(players, of):
        score = _combined(aggregate, unit, children) if children else None
        if isinstance(score, Undefined):
            found.append((None, code_of(score.reason)))
        else:
            found.append((score, HAS_SCORE))
    return found


def _combined(
    aggregate: Aggregation, unit: int | None, children: Sequence[tuple[Fraction, Value]]
) -> Value:
    if unit is None:
        return aggregate.combine(children)
    found = aggregate.combine([(share, Fraction(score, unit)) for share, score in children])
    return found if isinstance(found, Undefined) else int(found * unit)


def _scores(players: int, aggregate: Aggregation, unit: int | None, *of: Value) -> list[Value]:
    """Return each coalition's score where there is one whenever anything counts."""
    found: list[Value] = []
    for children in _children(players, of):
        if not children:
            found.append(None)
        elif unit is None:
            found.append(aggregate.combine(children))
        else:
            columns = [(share, [score]) for share, score in children]
            found.extend(aggregated(aggregate, columns, unit))
    return found


def _children(players: int, of: Sequence[Value]) -> Iterator[list[tuple[Fraction, Value]]]:
    """Yield the share and the score of the children in each coalition; none where that has none."""
    half = 1 + len(of) // 2
    for ok, *each in zip(*(listed(one, players) for one in of), strict=True):
        pairs = zip(each[: half - 1], each[half - 1 :], strict=True)
        yield [(share, score) for share, score in pairs if score is not None] if ok else []
