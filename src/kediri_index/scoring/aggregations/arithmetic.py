"""The weighted mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar

from kediri_index.model.aggregation import (
    Aggregation,
    Combined,
    Explained,
    Function,
    Ranges,
    Weighted,
    WrittenOut,
    are_equal,
    sum_of_products,
)
from kediri_index.model.language import Wording

if TYPE_CHECKING:
    from kediri_index.model.aggregation import Array
    from kediri_index.model.traced import Term

_WHOLE = frozenset({Fraction(1), Fraction(100)})
"""Weights that add up to it are percentages."""


@dataclass(frozen=True, slots=True)
class Arithmetic(Aggregation):
    """The weighted mean: what a definition means that says nothing else."""

    name: ClassVar[str] = "arithmetic"
    title: ClassVar[Wording] = Wording("rata-rata tertimbang", "weighted mean")
    additive: ClassVar[bool] = True
    monotone: ClassVar[bool] = True

    @property
    def function(self) -> Function:
        """The score itself."""
        from kediri_index.scoring.aggregations.functions import SCORE  # noqa: PLC0415 - rarely asked

        return SCORE

    def combine(self, children: Weighted) -> Fraction:
        """Return the weighted mean; zero and negative scores count like any other."""
        return sum_of_products(children)

    def combine_arrays(self, weights: Array, scores: Array) -> Array:
        """Return the weighted means."""
        from kediri_index.scoring.arrays.children import children  # noqa: PLC0415 - for many units

        found = children(weights, scores)
        return found.mean(found.scores)

    def error(self, weights: Array, scores: Array, errors: Array, whole: int = 0) -> Array:
        """Return the mean of the *errors*, and what the sums may lose."""
        import numpy as np  # noqa: PLC0415 - for many units

        from kediri_index.scoring.arrays.children import children  # noqa: PLC0415 - likewise

        del whole
        found = children(weights, scores)
        return found.mean(errors + found.rounding * (np.abs(found.scores) + errors))

    def explain(self, terms: Sequence[Term]) -> Explained:
        """Return the mean by percentages, or by weights where they are no shares of a whole."""
        if are_equal(terms):
            return Explained(
                "trace.mean", formula=WrittenOut("{value}", whole="({terms}) ÷ {count}")
            )
        total = sum((term.weight for term in terms), Fraction(0))
        formula = WrittenOut("{weight} × {value}", whole="({terms}) ÷ {total}")
        if total in _WHOLE:
            formula = WrittenOut("{percent} % × {value}")
        return Explained("trace.weighted-mean", formula=formula)

    def formula(self, children: Ranges) -> Combined:
        """Return the mean of the scores by weight."""
        return Combined(children.mean(), array=False)
