"""Numbers and roundings in formulas, as a spreadsheet takes them."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest

from kediri_index.model.aggregation import number
from kediri_index.present.yearly.xlsx.leaves import guard_of, rounded
from kediri_index.scoring.rounding import round_half_up
from tests.scoring.building import index


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (Fraction(0), "0"),
        (Fraction(7), "7"),
        (Fraction("0.07"), "0.07"),
        (Fraction("-1.5"), "(-1.5)"),
        (Fraction(1, 3), "(1/3)"),
        (Fraction("0.00001"), "0.00001"),
    ],
)
def test_a_number_is_written_in_decimals_or_as_a_quotient(value: Fraction, written: str) -> None:
    assert number(value) == written


def spreadsheet_round(value: float, decimals: int) -> float:
    """Round the shortest decimal that a double stands for: 2.675 becomes 2.68, as in Excel."""
    return float(Decimal(repr(value)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP))


def test_a_tie_rounds_up_whatever_the_last_binary_digits_of_the_sum() -> None:
    definition = index()
    guard, decimals = guard_of(definition), definition.publish.decimals
    assert rounded(definition, "F6") == f"ROUND(ROUND(F6,{guard}),{decimals})"
    wrong_alone = 0
    for thousandths in range(5, 4000, 10):
        tie = Fraction(thousandths, 1000)
        up = float(round_half_up(tie, decimals))
        for weights in ((0.3, 0.7), (0.1, 0.9), (1 / 3, 2 / 3), (0.1, 0.2, 0.7)):
            computed = sum(weight * float(tie) for weight in weights)
            assert spreadsheet_round(spreadsheet_round(computed, guard), decimals) == up
            wrong_alone += spreadsheet_round(computed, decimals) != up
    assert wrong_alone > 50
