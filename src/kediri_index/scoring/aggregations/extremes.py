"""The lowest and the highest child."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar

from kediri_index.model.aggregation import Aggregation, Combined, Explained, Ranges, Weighted
from kediri_index.model.language import Wording

if TYPE_CHECKING:
    from kediri_index.model.aggregation import Array
    from kediri_index.model.traced import Term


class Extreme(Aggregation):
    """One end of the scores, zero and negative ones too; weights above 0 make no difference."""

    additive: ClassVar[bool] = False
    monotone: ClassVar[bool] = True

    def error(self, weights: Array, scores: Array, errors: Array, whole: int = 0) -> Array:
        """Return the largest of the *errors*."""
        from kediri_index.scoring.arrays.children import children  # noqa: PLC0415 - for many units

        del whole
        return children(weights, scores).largest(errors)

    def explain(self, terms: Sequence[Term]) -> Explained:
        """Return the children that have the score."""
        end = self.combine([(Fraction(1), term.value) for term in terms])
        names = tuple(term.label for term in terms if term.value == end)
        return Explained(f"trace.{self.name}", {"names": names})


@dataclass(frozen=True, slots=True)
class Min(Extreme):
    """The lowest score."""

    name: ClassVar[str] = "min"
    title: ClassVar[Wording] = Wording("nilai terendah", "lowest score")
    quantile: ClassVar[Fraction] = Fraction(0)

    def combine(self, children: Weighted) -> Fraction:
        """Return the lowest score of a child with a share."""
        return min(score for share, score in children if share)

    def combine_arrays(self, weights: Array, scores: Array) -> Array:
        """Return the lowest scores."""
        from kediri_index.scoring.arrays.children import children  # noqa: PLC0415 - for many units

        return children(weights, scores).lowest()

    def formula(self, children: Ranges) -> Combined:
        """Return the lowest score of a child with a weight."""
        return Combined(f"MIN({children.counted()})")


@dataclass(frozen=True, slots=True)
class Max(Extreme):
    """The highest score."""

    name: ClassVar[str] = "max"
    title: ClassVar[Wording] = Wording("nilai tertinggi", "highest score")
    quantile: ClassVar[Fraction] = Fraction(1)

    def combine(self, children: Weighted) -> Fraction:
        """Return the highest score of a child with a share."""
        return max(score for share, score in children if share)

    def combine_arrays(self, weights: Array, scores: Array) -> Array:
        """Return the highest scores."""
        from kediri_index.scoring.arrays.children import children  # noqa: PLC0415 - for many units

        return -children(weights, -scores).lowest()

    def formula(self, children: Ranges) -> Combined:
        """Return the highest score of a child with a weight."""
        return Combined(f"MAX({children.counted()})")
