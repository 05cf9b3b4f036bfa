"""What each answer, the weights and the set contribute to a change, and what nodes do."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from kediri_index.analysis.compare.coalitions import bits_of
from kediri_index.analysis.compare.sampling.orders import Watch, sampled
from kediri_index.analysis.compare.sides import SET, WEIGHTS, Frames, Side, frames
from kediri_index.analysis.compare.terms import UNIT, GameTerm, shapley, shapley_of_whole, terms_of
from kediri_index.model.comparison import Contribution, SamplingError, ShapleyMethod
from kediri_index.model.definition import Group, Indicator
from kediri_index.model.limits import Limits
from kediri_index.scoring.answers import children_of
from kediri_index.scoring.fold import OVERALL

ENUMERATED = 20
"""Of so many players that changed every coalition is looked at."""

FRACTIONS = 7
"""Of so many the worths are fractions, of more whole numbers of 10^-40: sums of unlike fractions
grow beyond use."""

ENUMERATED_SHIFTING = 12
"""Of so many where answers are missing on one side, in what is not a mean."""

COALITIONS = 1 << 20
"""So many are looked at for all terms together; those of few players come first."""


class Contributions(NamedTuple):
    """*answers* has what each shared answer contributes, by id; all add up to the change.

    *error* says from how many sampled orders they are, where they are.
    """

    answers: dict[str, Fraction]
    weights: Fraction
    set: Fraction
    method: ShapleyMethod
    error: SamplingError | None = None


def contributions(
    old: Side,
    new: Side,
    before: Fraction,
    after: Fraction,
    watch: Watch | None = None,
    work: int = Limits().work,
) -> Contributions:
    """Return the Shapley values of the answers, the weights and the set.

    *before* and *after* are the overalls. A coalition that has none is worth the middle of them.
    *watch* receives how many sampled orders were looked at, *work* bounds them.
    """
    between = frames(old, new)
    middle = (before + after) / 2
    terms = terms_of(between, middle)
    if any(_size(term) > FRACTIONS for term in terms.values()):
        rough = terms_of(between, middle, UNIT)
        terms = {key: rough[key] if _size(one) > FRACTIONS else one for key, one in terms.items()}
    values: dict[int, Fraction] = {}
    small, large = [], []
    method = ShapleyMethod.CLOSED_FORM
    left = COALITIONS
    for term in sorted(terms.values(), key=_size):
        if not term.players:
            continue
        left -= 0 if term.one_answer else 1 << min(_size(term), ENUMERATED + 1)
        found = _exact(term, term.bits) if left >= 0 and _is_listed(term) else None
        if found is None:
            large.append(term)
            continue
        small.append(term)
        if not term.one_answer:
            method = ShapleyMethod.ENUMERATION
        _add(values, zip(term.bits, found, strict=True))
    error, among = None, values.keys()
    if large:
        method = ShapleyMethod.SAMPLED
        more, error = _by_orders(between, middle, small, large, work, watch)
        among = more.keys()
        _add(values, more.items())
    _settle_last_digits(values, after - before, among)
    return Contributions(
        {answer: values.get(bit, Fraction(0)) for answer, bit in between.answers.items()},
        values.get(WEIGHTS, Fraction(0)),
        values.get(SET, Fraction(0)),
        method,
        error,
    )


def _size(term: GameTerm) -> int:
    return term.players.bit_count()


def _settle_last_digits(
    values: dict[int, Fraction], change: Fraction, among: Collection[int]
) -> None:
    """Give the last digits that roots and samples lose to the largest part *among* some."""
    if among:
        largest = max(among, key=lambda bit: (abs(values[bit]), -bit))
        values[largest] += change - sum(values.values())


def _is_listed(term: GameTerm) -> bool:
    """Return whether all coalitions of *term* are looked at."""
    return _size(term) <= (ENUMERATED if term.steady else ENUMERATED_SHIFTING)


def _exact(term: GameTerm, bits: Sequence[int]) -> list[Fraction]:
    """Return the values of the players of *bits*; all others keep the old side's."""
    worths = term.worths()
    places = [0]
    for bit in bits:
        step = 1 << term.bits.index(bit)
        places += [place + step for place in places]
    worths = [worths[place] for place in places]
    return shapley(worths) if _size(term) <= FRACTIONS else shapley_of_whole(worths, UNIT)


def _by_orders(
    between: Frames,
    middle: Fraction,
    small: list[GameTerm],
    large: list[GameTerm],
    work: int,
    watch: Watch | None,
) -> tuple[dict[int, Fraction], SamplingError]:
    """Return the values of the players of all *large* terms together, by sampled orders.

    The game is the overall, in which players of *small* terms alone keep the old side's: what the
    small terms then add is known exactly and taken out again.
    """
    players = 0
    for term in large:
        players |= term.players
    found = sampled(between.trees, middle, bits_of(players), work, watch)
    values = dict(found.values)
    for term in small:
        bits = bits_of(term.players & players)
        if bits:
            exact = _exact(term, bits)
            _add(values, zip(bits, (-value for value in exact), strict=True))
    return values, SamplingError(found.orders, found.error)


def _add(values: dict[int, Fraction], more: Iterable[tuple[int, Fraction]]) -> None:
    for bit, value in more:
        values[bit] = values.get(bit, Fraction(0)) + value


def rows_of(old: Side, new: Side, parts: Contributions) -> tuple[Contribution, ...]:
    """Return a row for each shared answer, and for each group that has any below it.

    They stand as in the new definition, parents before children. An answer that counts in the old
    tree alone (its place in the new is below a given group) comes last, in no group.
    """
    rows = _ContributionRows(old, new, parts.answers)
    found = [row for group in new.definition.groups for row in rows.at(group)]
    there = {row.id for row in found}
    left = [answer for answer in parts.answers if answer not in there]
    return (*found, *(rows.answer(new.nodes[answer], parent=None) for answer in left))


class _ContributionRows:
    def __init__(self, old: Side, new: Side, answers: dict[str, Fraction]) -> None:
        self.old = old
        self.new = new
        self.answers = answers

    def at(self, node: Group | Indicator) -> Iterator[Contribution]:
        """Yield the rows of *node* and what is below it."""
        parent = self.new.parents[node.id]
        if node.id in self.answers:
            yield self.answer(node, parent)
            return
        below = [row for child in children_of(node) for row in self.at(child)]
        if not below:
            return
        total = sum((row.contribution for row in below if row.player), Fraction(0))
        yield self._row(node, parent, total, player=False)
        yield from below

    def answer(self, node: Group | Indicator, parent: str | None) -> Contribution:
        """Return the row of an answer."""
        return self._row(node, parent, self.answers[node.id], player=True)

    def _row(
        self, node: Group | Indicator, parent: str | None, contribution: Fraction, *, player: bool
    ) -> Contribution:
        return Contribution(
            id=node.id,
            kind=node.kind if isinstance(node, Group) else None,
            label=node.label,
            parent=None if parent == OVERALL else parent,
            player=player,
            contribution=contribution,
            before=_score(self.old, node.id),
            after=_score(self.new, node.id),
        )


def _score(side: Side, node_id: str) -> Fraction | None:
    """Return the score that counts there, or that an answer below a given group would have."""
    score: Fraction | None = side.scores.folded.exact.get(node_id)
    return side.known.get(node_id) if score is None else score
