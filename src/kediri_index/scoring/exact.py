"""One unit in fractions: the arithmetic of its fold, and what is read of it."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from fractions import Fraction
from math import nan
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from kediri_index.model.aggregation import Undefined
from kediri_index.model.definition import Definition, ScoreClass
from kediri_index.model.language import Label
from kediri_index.scoring.answers import Presence
from kediri_index.scoring.figures import Fractions
from kediri_index.scoring.fold import HAS_SCORE, Children, Inner, Leaves, Node, Truth, code_of
from kediri_index.scoring.rounding import label_of, round_half_up
from kediri_index.scoring.tree import TreeScores

if TYPE_CHECKING:
    from kediri_index.scoring.aggregations.copeland import Duels

_Chosen = TypeVar("_Chosen")
_NOTHING: Mapping[str, Fraction] = MappingProxyType({})


class ComparedScores(NamedTuple):
    """The scores of one unit's groups that come from a comparison with others, by id.

    *duels* are those that the published ones come from.
    """

    exact: Mapping[str, Fraction]
    published: Mapping[str, Fraction]
    duels: Mapping[str, Duels] = MappingProxyType({})


NOT_COMPARED = ComparedScores(_NOTHING, _NOTHING)


def ratio(over: Fraction | int, under: Fraction | int) -> Fraction | None:
    """Return *over* / *under*, None where *under* is 0."""
    if not under:
        return None
    return over / under if isinstance(over, Fraction) else Fraction(over, under)


class Exact:
    """Folds one unit; *compared* are the scores that come from a comparison with other units."""

    nothing = None
    zero = Fraction(0)

    def __init__(self, compared: ComparedScores = NOT_COMPARED) -> None:
        self.compared = compared

    def where(self, mask: Truth, then: _Chosen, otherwise: _Chosen) -> _Chosen:
        """Return *then* if *mask* is true, else *otherwise*."""
        return then if mask else otherwise

    def nowhere(self, mask: Truth) -> bool:
        """Return whether *mask* is false."""
        return not mask

    def or_zero(self, value: Fraction | None) -> Fraction:
        """Return *value*, 0 for None."""
        return self.zero if value is None else value

    ratio = share = staticmethod(ratio)

    def weight(self, inner: Inner, node: Node, answers: int) -> Fraction | int:
        """Return the weight of a child of *inner*; its *answers* where it has none of its own.

        A whole number is one: adding and dividing it takes a fraction of the time.
        """
        del inner
        own = answers if node.weight is None else node.weight
        return own.numerator if own.denominator == 1 else own

    def combined(
        self, inner: Inner, children: Children, ok: Truth, *, published: bool
    ) -> tuple[Fraction | None, int]:
        """Return the combined score of the children that have one, or why there is none."""
        del ok  # else nobody asks
        known = self.compared.published if published else self.compared.exact
        if inner.id in known:
            return known[inner.id], HAS_SCORE
        each = zip(children.shares, children.scores, strict=True)
        found = inner.aggregate.combine([one for one in each if one[1] is not None])
        if not isinstance(found, Undefined):
            return found, HAS_SCORE
        return None, code_of(found.reason)

    def rounded(
        self, node: str, values: Fraction | None, decimals: int, *, term: bool = False
    ) -> Fraction | None:
        """Return a score, or a part of the overall, rounded half up."""
        del node, term
        return None if values is None else round_half_up(values, decimals)


class ExactShape(Exact):
    """Combines nothing: only what counts is asked for."""

    def combined(
        self, inner: Inner, children: Children, ok: Truth, *, published: bool
    ) -> tuple[Fraction, int]:
        """Return a score that stands for any."""
        del inner, children, ok, published
        return self.zero, HAS_SCORE


class ExactReader:
    """Reads the fractions of one unit."""

    def __init__(self, decimals: int) -> None:
        self.decimals = decimals

    def numbers(self, values: Fraction | None) -> Fractions:
        """Return the number."""
        return [values]

    def shown(self, values: Fraction | None) -> list[Fraction | float]:
        """Return the number."""
        return [nan if values is None else values]

    def published_shown(self, node: str, values: Fraction | None) -> list[Fraction | float]:
        """Return the score of *node* at the published decimals."""
        (found,) = self.published(node, values)
        return self.shown(found)

    def published(self, node: str, values: Fraction | None) -> Fractions:
        """Return the score of *node* at the published decimals."""
        del node
        return [None if values is None else round_half_up(values, self.decimals)]

    contributions = published

    def labels(
        self, node: str, values: Fraction | None, classes: Sequence[ScoreClass]
    ) -> list[Label | None]:
        """Return the class of the score."""
        del node
        return [label_of(values, classes)]

    def for_ranks(self, node: str, values: Fraction | None) -> Fractions:
        """Return the score of *node*: it is exact."""
        del node
        return [values]

    for_signs = for_ranks

    def only(self, some: Sequence[int]) -> ExactReader:
        """Return what reads *some* units alone: there is one."""
        del some
        return self

    def differ(self, values: Fraction | None, others: Fraction | None) -> bool:
        """Return whether two numbers differ."""
        return values != others

    def counts(self, values: int) -> list[int]:
        """Return the whole number."""
        return [values]

    def truths(self, mask: Truth) -> list[bool]:
        """Return whether *mask* is true."""
        return [mask]


def exact_tree(
    definition: Definition,
    leaves: Leaves,
    answers: Container[str],
    compared: ComparedScores = NOT_COMPARED,
) -> TreeScores:
    """Return the scores of one unit in fractions; *answers* has the ids of what it says."""
    reader = ExactReader(definition.publish.decimals)

    def tree(leaves_: Leaves, end: int | None, *, arithmetic: Exact | None = None) -> TreeScores:
        how = arithmetic or (ExactShape() if end is None else Exact())
        return TreeScores(definition, leaves_, 1, how, reader, answers.__contains__, tree)

    return tree(leaves, None, arithmetic=Exact(compared))


def complete_tree(definition: Definition, presence: Presence) -> TreeScores:
    """Return what counts of one unit once every leaf that is expected beside *presence* is there.

    Nothing is combined: its scores stand for any.
    """
    return exact_tree(definition, presence.leaves({}), ()).completed(None)


def nominal_shares(definition: Definition) -> dict[str, Fraction]:
    """Return each node's share in the overall if everything is answered, 0 for a weight of 0."""
    leaves = [indicator.id for indicator in definition.all_indicators()]
    leaves += [group.id for group in definition.all_groups() if not group.children]
    return complete_tree(definition, Presence(frozenset(leaves))).shares_of(0)
