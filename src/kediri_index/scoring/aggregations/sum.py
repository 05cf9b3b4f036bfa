"""The weighted sum."""

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
    sum_of_products,
)
from kediri_index.model.language import Wording

if TYPE_CHECKING:
    from kediri_index.model.aggregation import Array
    from kediri_index.model.traced import Term


@dataclass(frozen=True, slots=True)
class Sum(Aggregation):
    """The weighted sum: weights are taken as they are, and not divided by their total."""

    name: ClassVar[str] = "sum"
    title: ClassVar[Wording] = Wording("jumlah tertimbang", "weighted sum")
    additive: ClassVar[bool] = True
    monotone: ClassVar[bool] = True
    by_shares: ClassVar[bool] = False

    @property
    def function(self) -> Function:
        """The score itself."""
        from kediri_index.scoring.aggregations.functions import SCORE  # noqa: PLC0415 - rarely asked

        return SCORE

    def combine(self, children: Weighted) -> Fraction:
        """Return the sum of weight x score; zero and negative scores count like any other."""
        return sum_of_products(children)

    def combine_arrays(self, weights: Array, scores: Array) -> Array:
        """Return the sums; NaN where no child counts."""
        from kediri_index.scoring.arrays.children import children  # noqa: PLC0415 - for many units

        found = children(weights, scores)
        return found.mean(found.scores) * found.total()

    def error(self, weights: Array, scores: Array, errors: Array, whole: int = 0) -> Array:
        """Return the sum of the *errors*, and what it may lose itself."""
        import numpy as np  # noqa: PLC0415 - for many units

        from kediri_index.scoring.arrays.children import children  # noqa: PLC0415 - likewise

        del whole
        found = children(weights, scores)
        bound = errors + found.rounding * (np.abs(found.scores) + errors)
        return found.mean(bound) * found.total()

    def explain(self, terms: Sequence[Term]) -> Explained:
        """Return the sum by weights."""
        del terms
        return Explained("trace.sum", formula=WrittenOut("{weight} × {value}"))

    def formula(self, children: Ranges) -> Combined:
        """Return the sum of weight x score."""
        return Combined(f"SUMPRODUCT({children.weights},{children.scores})", array=False)
