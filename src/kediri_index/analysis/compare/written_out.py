"""Large games written out at once: every coalition's worth as a whole number of a small unit.

With twenty players there are a million coalitions. Where every answer counts in all of them, a
group's scores for all come from its children's by a running sum, product or extreme, to forty
decimals; only the root of a power mean may be right to no more than fifteen digits.
"""

from __future__ import annotations

from fractions import Fraction

from kediri_index.analysis.compare.columns import Column, aggregated
from kediri_index.analysis.compare.frames import SET, WEIGHTS
from kediri_index.analysis.compare.nodes import Leaf, Node
from kediri_index.analysis.compare.scores import Scores
from kediri_index.analysis.compare.shapley import UNIT, in_units, shapley_of_whole
from kediri_index.analysis.compare.terms import Game, Place, Term


def written_out(game: Game, term: Term) -> list[Fraction] | None:
    """Return the values of the players of *term*; None where its parts come and go."""
    steady = all(
        place is None or (not place.sharing and not place.node.shifting and _in_order(place.node))
        for place in term.places
    )
    answers = term.players & ~(WEIGHTS | SET)
    if not steady or any(place and place.node.players != answers for place in term.places):
        return None
    choices = game.choices
    bits = [bit for bit in (WEIGHTS, SET) if choices & bit]
    chosen = [0]
    for bit in bits:
        chosen += [one | bit for one in chosen]
    columns = [_column_of(game, term.places[one], one, answers) for one in chosen]
    worths = [worth for together in zip(*columns, strict=True) for worth in together]
    return shapley_of_whole(worths, UNIT)


def _column_of(game: Game, place: Place | None, choice: int, answers: int) -> Column:
    if place is None:
        return [0] * (1 << answers.bit_count())
    if not place.above and not game.scores.shape(place.node, choice).answers:
        return in_units([game.stand_in]) * (1 << answers.bit_count())
    column = _column(place.node)
    share = game.share(place, choice) if place.above else Fraction(1)
    over, under = share.as_integer_ratio()
    return column if share == 1 else [value * over // under for value in column]


def _in_order(node: Node) -> bool:
    """Return whether the answers below *node* come in the order of their bits."""
    if isinstance(node, Leaf):
        return True
    highest = 0
    for child in node.children:
        if not _in_order(child):
            return False
        if child.players:
            if child.players & -child.players <= highest:
                return False
            highest = 1 << (child.players.bit_length() - 1)
    return True


def _column(node: Node) -> Column:
    if isinstance(node, Leaf):
        states = node.states if node.player else node.states[:1]
        return in_units([state.value or Fraction(0) for state in states])
    if not Scores().shape(node, 0).answers:
        return [0] * (1 << node.players.bit_count())
    shares = Scores().shares(node, 0)
    parts = [(share, _column(child)) for share, child in zip(shares, node.children, strict=True)]
    return aggregated(node.aggregate, parts, UNIT)
