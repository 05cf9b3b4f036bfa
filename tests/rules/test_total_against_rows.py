from __future__ import annotations

from fractions import Fraction

import pytest

from kediri_index.model.dataset import Missing, Reading, Summands, Total
from kediri_index.model.findings import Finding
from kediri_index.rules.totals import total_against_rows
from tests.rules.building import at, data_context
from tests.scoring.building import Value, index

Numbers = tuple[Value, ...]


def blocks(*of: Numbers) -> tuple[Summands, ...]:
    """The blocks that have figures."""
    return tuple(
        Summands(len(numbers), sum((Fraction(one) for one in numbers), start=Fraction(0)))
        for numbers in of
        if numbers
    )


def found(
    text: str, *numbers: Value, is_sum: bool = False, last: Numbers | None = None, read: str = ""
) -> list[Finding]:
    """Find faults with a total in H20, written as *text*, below *numbers*."""
    number = Fraction(read or text.replace(",", "."))
    total = Total(
        Reading(number, None, text, at("H20")),
        is_sum,
        blocks(numbers if last is None else last, numbers),
    )
    return list(total_against_rows(data_context(index(), totals=[total])))


def test_a_mean_that_its_rows_do_not_make_is_named_with_both_figures() -> None:
    assert found("3,5", 3, 3, 4) == [
        Finding.at_cell("X322", at("H20"), "3,5", computed=Fraction("3.33"))
    ]


def test_a_sum_that_its_rows_do_not_make_is_named_with_both_figures() -> None:
    assert found("11", 3, 3, 4, is_sum=True) == [
        Finding.at_cell("X322", at("H20"), "11", computed=Fraction(10))
    ]


def test_a_mean_of_the_means_above_it_is_right() -> None:
    reading = Reading(Fraction(5, 2), None, "2,5", at("H20"))
    total = Total(reading, is_sum=False, blocks=blocks((1, 1, 4), (1, 4)))
    assert list(total_against_rows(data_context(index(), totals=[total]))) == []
    without = total._replace(blocks=blocks((1, 1, 4)))
    assert len(list(total_against_rows(data_context(index(), totals=[without])))) == 1


def test_a_total_that_is_called_both_may_be_the_sum_or_the_mean() -> None:
    for text, right in (("10", True), ("3.33", True), ("4", False)):
        reading = Reading(Fraction(text), None, text, at("H20"))
        both = Total(reading, is_sum=True, blocks=blocks((3, 3, 4)), or_mean=True)
        assert (list(total_against_rows(data_context(index(), totals=[both]))) == []) is right


def test_a_total_of_all_rows_is_right() -> None:
    assert found("10", 3, 3, 4, is_sum=True) == []
    assert found("3", 2, 3, 4) == []


@pytest.mark.parametrize("text", ["3", "3,3", "3.33", "3.3333333333", "3,334"])
def test_decimals_that_are_not_written_do_not_count_nor_do_more_than_two(text: str) -> None:
    assert found(text, 3, 3, 4) == []


@pytest.mark.parametrize("text", ["4", "3,4", "3,30", "3.35", "3.3499999"])
def test_half_a_unit_of_the_last_decimal_does(text: str) -> None:
    assert [one.code for one in found(text, 3, 3, 4)] == ["X322"]


@pytest.mark.parametrize("text", ["3.12", "3.13"])
def test_a_tie_may_be_rounded_either_way(text: str) -> None:
    assert found(text, 3, "3.25") == []


def test_a_percentage_has_the_decimals_of_its_figure() -> None:
    assert found("0.85", 85, "85.5", read="85") == []
    assert found("85 %", 85, "85.5", read="85") == []


def test_a_thousands_mark_is_no_decimal_mark() -> None:
    assert found("1.234", "1233.75", read="1234") == []
    assert found("1.000", "999.75", read="1000") == []
    assert found("1.000.000", "999999.75", read="1000000") == []
    assert found("-1.000", "-999.75", read="-1000") == []


def test_a_total_may_be_that_of_the_rows_since_the_last_one() -> None:
    assert found("7", 3, 3, 4, 3, is_sum=True, last=(4, 3)) == []
    assert found("13", 3, 3, 4, 3, is_sum=True, last=(4, 3)) == []


def test_the_nearer_of_both_is_shown() -> None:
    ((one,), (other,)) = (found(text, 3, 3, 4, 3, is_sum=True, last=(4, 3)) for text in ("8", "12"))
    assert (one.params["computed"], other.params["computed"]) == (7, 13)


def test_a_grand_total_right_below_the_last_total_is_that_of_all_rows() -> None:
    assert found("10", 3, 3, 4, is_sum=True, last=()) == []
    assert len(found("11", 3, 3, 4, is_sum=True, last=())) == 1


def test_a_total_of_nothing_readable_is_no_fault() -> None:
    assert found("3", last=()) == []


def test_the_decimals_of_a_percentage_are_those_before_its_mark() -> None:
    assert [one.code for one in found("3,30 %", 3, 3, 4, read="3.3")] == ["X322"]
    assert found("3,3 %", 3, 3, 4, read="3.3") == []


def test_a_zero_before_the_mark_may_be_left_out() -> None:
    assert [one.code for one in found(".30", "0.34", "0.33")] == ["X322"]
    assert found(".3", "0.34", "0.33") == []


def test_a_zero_at_the_end_counts_after_a_point_as_after_a_comma() -> None:
    assert [one.code for one in found("3.30", 3, 3, 4)] == ["X322"]


def test_a_zero_without_decimals_stands_for_what_rounds_to_it() -> None:
    assert found("0", "0.3", "0.2") == []
    assert [one.code for one in found("0.00", "0.3", "0.2")] == ["X322"]


def test_a_total_of_nothing_ends_no_search() -> None:
    wrong = Total(Reading(Fraction(4), None, "4", at("H20")), is_sum=False, blocks=blocks((3, 3)))
    empty = wrong._replace(blocks=())
    unread = wrong._replace(reading=Reading(None, Missing.UNREADABLE, "?", at("H19")))
    totals = [empty, unread, wrong]
    assert len(list(total_against_rows(data_context(index(), totals=totals)))) == 1


def test_a_share_that_is_shown_in_per_cent_has_the_decimals_of_its_number() -> None:
    assert found("50 %", "0.54", read="0.5") == []
    assert [one.code for one in found("50 %", "0.56", read="0.5")] == ["X322"]
    assert found("85.34 %", "0.8545", read="0.8534") == []
