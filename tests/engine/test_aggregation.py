from __future__ import annotations

from fractions import Fraction

from kediri_index.engine.aggregation import AGGREGATIONS, arithmetic
from kediri_index.model.definition import Aggregation

HALF = Fraction(1, 2)


def test_the_weighted_mean_is_exact() -> None:
    third = Fraction(1, 3)
    assert arithmetic([(third, Fraction(1)), (third, Fraction(2)), (third, Fraction(4))]) == (
        Fraction(7, 3)
    )


def test_zero_and_negative_scores_count_like_any_other() -> None:
    assert arithmetic([(HALF, Fraction(0)), (HALF, Fraction(3))]) == Fraction(3, 2)
    assert arithmetic([(HALF, Fraction(-3)), (HALF, Fraction(1))]) == -1


def test_every_aggregation_that_a_definition_can_name_is_there() -> None:
    assert set(AGGREGATIONS) == set(Aggregation)
