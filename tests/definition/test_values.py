from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kediri_index.definition import values
from kediri_index.definition.values import FieldError


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("10", Fraction(10)),
        ("+1.50", Fraction(3, 2)),
        ("-0.1", Fraction(-1, 10)),
        ("1e3", Fraction(1000)),
        ("2.5E-2", Fraction(1, 40)),
        ("007", Fraction(7)),
        ("9" * 30, Fraction(10**30 - 1)),
        ("1e0030", Fraction(10**30)),
    ],
)
def test_a_number_is_exact(text: str, number: Fraction) -> None:
    assert values.parse_number(text) == number


@pytest.mark.parametrize(
    "text",
    [
        "nan",
        "inf",
        "-Infinity",
        "1_000",
        "0x10",
        "1,5",
        ".5",
        "5.",
        "1:30",
        "",
        " 1",
        "1/2",
        "1e",
        "--1",
        "10 %",
        "\u0663",
        "\uff11",
    ],
)
def test_what_only_looks_like_a_number_is_refused(text: str) -> None:
    with pytest.raises(FieldError, match="D106"):
        values.parse_number(text)


@pytest.mark.parametrize("text", ["9" * 31, "0." + "1" * 30, "1e31", "1e-31", "1e999999999999"])
def test_a_number_that_would_be_huge_is_refused(text: str) -> None:
    with pytest.raises(FieldError, match="D107"):
        values.parse_number(text)


@pytest.mark.parametrize("value", [None, ["1"], {"a": "1"}])
def test_what_is_no_text_is_no_number(value: object) -> None:
    with pytest.raises(FieldError, match="D106"):
        values.parse_number(value)


@given(
    st.decimals(
        allow_nan=False, allow_infinity=False, places=6, min_value=-(10**9), max_value=10**9
    )
)
def test_a_decimal_is_read_as_it_is_written(number: object) -> None:
    assert values.parse_number(f"{number:f}") == Fraction(str(number))


@pytest.mark.parametrize("text", ["true", "True", "TRUE", "yes", "on", "On"])
def test_words_for_true(text: str) -> None:
    assert values.parse_boolean(text) is True


@pytest.mark.parametrize("text", ["false", "no", "NO", "off"])
def test_words_for_false(text: str) -> None:
    assert values.parse_boolean(text) is False


@pytest.mark.parametrize("text", ["1", "ya", "tRUE", "", "y"])
def test_other_words_are_no_booleans(text: str) -> None:
    with pytest.raises(FieldError, match="D110"):
        values.parse_boolean(text)


def test_a_date_is_read() -> None:
    assert values.parse_date("2026-09-13") == date(2026, 9, 13)


@pytest.mark.parametrize(
    "text", ["2026-9-13", "13-09-2026", "2026-02-30", "20260913", "2026-W37-7"]
)
def test_another_date_is_refused(text: str) -> None:
    with pytest.raises(FieldError, match="D111"):
        values.parse_date(text)


@pytest.mark.parametrize("text", ["a", "IMP-01", "quick_win", "Z9-_"])
def test_an_id_is_a_letter_and_more(text: str) -> None:
    assert values.parse_id(text) == text


@pytest.mark.parametrize("text", ["", "1a", "-a", "a b", "é", "a.b", "a*", "a\n"])
def test_another_text_is_no_id(text: str) -> None:
    with pytest.raises(FieldError, match="D112"):
        values.parse_id(text)


@pytest.mark.parametrize("text", ["12.0", "1e3", "1234567890", "x"])
def test_a_whole_number_has_digits_only(text: str) -> None:
    with pytest.raises(FieldError, match="D109"):
        values.parse_integer(text)


@pytest.mark.parametrize("value", [["1"], ["1", "2", "3"], "1", None, {}])
def test_a_pair_has_two_numbers(value: object) -> None:
    with pytest.raises(FieldError, match="D114"):
        values.parse_pair(value)


@pytest.mark.parametrize("text", ["1*", "A *", "", "A?"])
def test_another_text_is_no_pattern_of_ids(text: str) -> None:
    assert values.parse_id_pattern("BAS-*") == "BAS-*"
    with pytest.raises(FieldError, match="D112"):
        values.parse_id_pattern(text)
