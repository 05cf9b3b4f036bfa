"""Numbers as people write them: what is read, what has two readings, what is refused and why."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kediri_index.model.dataset import MISSING_WORDS, Missing
from kediri_index.sheets.number_faults import UnreadableReason, unreadable_reason
from kediri_index.sheets.numbers import (
    Absent,
    Number,
    TwoReadings,
    Unreadable,
    parse_number,
    stored_number,
)

R = UnreadableReason


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", "0"),
        ("3", "3"),
        ("-0", "0"),
        ("+5", "5"),
        ("-6,25", "-6.25"),
        ("-6.25", "-6.25"),
        ("3,20", "3.2"),
        ("3.20", "3.2"),
        ("3,2", "3.2"),
        ("2,00", "2"),
        ("3,31", "3.31"),
        ("0,5", "0.5"),
        ("0,850", "0.85"),
        ("0.850", "0.85"),
        ("-0,123", "-0.123"),
        ("00,850", "0.85"),
        ("08.08", "8.08"),
        ("08,08", "8.08"),
        ("10.15", "10.15"),
        ("007", "7"),
        ("012.345", "12.345"),
        ("1234.567", "1234.567"),
        ("1234,567", "1234.567"),
        ("1.2345", "1.2345"),
        ("1,23456789", "1.23456789"),
        ("1.234,5", "1234.5"),
        ("1,234.5", "1234.5"),
        ("1.234,567", "1234.567"),
        ("1,234.567", "1234.567"),
        ("-1.234,5", "-1234.5"),
        ("1.234.567", "1234567"),
        ("1,234,567", "1234567"),
        ("16.897.000", "16897000"),
        ("1.234.567,89", "1234567.89"),
        ("1,234,567.89", "1234567.89"),
        ("100000000", "100000000"),
        (" 3 ", "3"),
        ("\u00a03,5\u00a0", "3.5"),
        ("\t3,5\r\n", "3.5"),
        ("\u202f3,5\u2003", "3.5"),
        ("123456789012345", "123456789012345"),
        ("1234567890123456", "1234567890123460"),
        ("3.3349999999999995", "3.335"),
        ("3,3349999999999995", "3.335"),
        ("0.1000000000000000055511151231257827", "0.1"),
        ("0,000000000000000000000000000001", "0.000000000000000000000000000001"),
    ],
)
def test_a_plain_number_is_read(text: str, value: str) -> None:
    assert parse_number(text, exponent_allowed=False) == Number(Fraction(value), percent=False)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("98,63 %", "98.63"),
        ("98,63%", "98.63"),
        ("98.63\u00a0%", "98.63"),
        ("98.63\u202f%", "98.63"),
        ("98.63\u2009%", "98.63"),
        ("0%", "0"),
        ("-3,5%", "-3.5"),
        ("100%", "100"),
        ("1.234,5 %", "1234.5"),
    ],
)
def test_a_percentage_is_the_figure_before_its_sign(text: str, value: str) -> None:
    assert parse_number(text, exponent_allowed=False) == Number(Fraction(value), percent=True)


@pytest.mark.parametrize(
    ("text", "decimal", "thousands", "percent"),
    [
        ("1.234", "1.234", 1234, False),
        ("1,234", "1.234", 1234, False),
        ("3,200", "3.2", 3200, False),
        ("3.200", "3.2", 3200, False),
        ("16.897", "16.897", 16897, False),
        ("999,999", "999.999", 999999, False),
        ("-1.234", "-1.234", -1234, False),
        ("+1.234", "1.234", 1234, False),
        ("1.000", "1", 1000, False),
        ("12.345%", "12.345", 12345, True),
        (" 1,234 ", "1.234", 1234, False),
    ],
)
def test_one_mark_before_three_digits_has_two_readings(
    text: str, decimal: str, thousands: int, *, percent: bool
) -> None:
    expected = TwoReadings(Fraction(decimal), Fraction(thousands), percent)
    assert parse_number(text, exponent_allowed=False) == expected


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("", Missing.EMPTY),
        ("   ", Missing.EMPTY),
        ("\u00a0", Missing.EMPTY),
        ("n/a", Missing.NOT_APPLICABLE),
        ("N/A", Missing.NOT_APPLICABLE),
        ("tidak berlaku", Missing.NOT_APPLICABLE),
        ("Tidak Berlaku", Missing.NOT_APPLICABLE),
        ("TIDAK  BERLAKU", Missing.NOT_APPLICABLE),
        ("tidak\n berlaku ", Missing.NOT_APPLICABLE),
        ("not applicable", Missing.NOT_APPLICABLE),
        ("-", Missing.NOT_COLLECTED),
        (" - ", Missing.NOT_COLLECTED),
        ("–", Missing.NOT_COLLECTED),
        ("—", Missing.NOT_COLLECTED),
        ("tidak ada", Missing.NOT_COLLECTED),
        ("belum ada data", Missing.NOT_COLLECTED),
        ("Belum ada\u00a0data", Missing.NOT_COLLECTED),
        ("no data", Missing.NOT_COLLECTED),
        ("belum", Missing.NOT_DUE),
        ("Belum dinilai", Missing.NOT_DUE),
        ("belum jatuh tempo", Missing.NOT_DUE),
        ("not yet assessed", Missing.NOT_DUE),
    ],
)
def test_a_known_word_is_a_kind_of_missing(text: str, missing: Missing) -> None:
    assert parse_number(text, exponent_allowed=False) == Absent(missing)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("NA", R.NA),
        (" n.a. ", R.NA),
        ("na na", R.WORDS),
        ("?", R.WORDS),
        ("baik", R.WORDS),
        ("nihil", R.WORDS),
        ("kosong", R.WORDS),
        ("ya", R.WORDS),
        ("%", R.WORDS),
        (",", R.WORDS),
        ("nol koma lima", R.WORDS),
        ("tidak", R.WORDS),
        ("teks panjang sekali " * 10 + "3", R.WORDS),
        ("85 persen", R.UNIT),
        ("12 orang", R.UNIT),
        ("3,2 (baik)", R.UNIT),
        ("skor 3", R.UNIT),
        ("3 desa", R.UNIT),
        ("12 marga 2023", R.UNIT),
        ("#3", R.UNIT),
        ("3*", R.UNIT),
        ("Rp16.897.000", R.CURRENCY),
        ("Rp 16.897.000,-", R.CURRENCY),
        ("Rp. 5.000", R.CURRENCY),
        ("IDR 5,000", R.CURRENCY),
        ("$5", R.CURRENCY),
        ("5.000 rupiah", R.CURRENCY),
        ("80 - 90%", R.RANGE),
        ("80-90", R.RANGE),
        ("80–90 %", R.RANGE),
        ("80% - 90%", R.RANGE),
        ("80 s.d. 90", R.RANGE),
        ("80 s/d 90", R.RANGE),
        ("80 sd 90", R.RANGE),
        ("80 sampai dengan 90", R.RANGE),
        ("80 hingga 90", R.RANGE),
        ("3..4", R.RANGE),
        ("2022-2023", R.RANGE),
        ("antara 80 dan 90", R.RANGE),
        ("3; 4", R.SEVERAL),
        ("3, 4", R.SEVERAL),
        ("3 dan 4", R.SEVERAL),
        ("3 atau 4", R.SEVERAL),
        ("3/4", R.FRACTION),
        ("3 dari 4", R.FRACTION),
        ("3 of 4", R.FRACTION),
        ("3:4", R.FRACTION),
        ("3 1/2", R.FRACTION),
        ("½", R.FRACTION),
        ("3½", R.FRACTION),
        (">90", R.COMPARISON),
        ("≥ 85", R.COMPARISON),
        ("< 5%", R.COMPARISON),
        ("±3", R.COMPARISON),
        ("~80", R.COMPARISON),
        ("=3", R.COMPARISON),
        ("lebih dari 90", R.COMPARISON),
        ("Paling banyak 5 %", R.COMPARISON),
        ("at least 90", R.COMPARISON),
        ("90 ke atas", R.COMPARISON),
        ("2023-05-08", R.DATE),
        ("08/05/2023", R.DATE),
        ("8-5-2023", R.DATE),
        ("08.05.2023", R.DATE),
        ("2023-05-08 07:30", R.DATE),
        ("12 Mei 2023", R.DATE),
        ("12-Mei-23", R.DATE),
        ("8/5/23", R.DATE),
        ("8-5-23", R.DATE),
        ("12 Mei", R.DATE),
        ("03-Apr", R.DATE),
        ("Apr-22", R.DATE),
        ("May 8, 2023", R.DATE),
        ("08:08", R.DATE),
        ("#DIV/0!", R.EXCEL_ERROR),
        ("#N/A", R.EXCEL_ERROR),
        ("#NAME?", R.EXCEL_ERROR),
        ("#REF!", R.EXCEL_ERROR),
        ("#spill!", R.EXCEL_ERROR),
        ("Err:502", R.EXCEL_ERROR),
        ("5.", R.OPEN_MARK),
        ("3,", R.OPEN_MARK),
        (".5", R.OPEN_MARK),
        (",5", R.OPEN_MARK),
        ("5.%", R.OPEN_MARK),
        ("1.234.", R.OPEN_MARK),
        ("-,5", R.OPEN_MARK),
        ("1.23.4", R.MARKS),
        ("1,2,3", R.MARKS),
        ("12,34.5", R.MARKS),
        ("1.234,567.8", R.MARKS),
        ("1234.567,8", R.MARKS),
        ("0.123.456", R.MARKS),
        ("1 234", R.MARKS),
        ("1\u00a0234", R.MARKS),
        ("1 234 567,8", R.MARKS),
        ("1'234", R.MARKS),
        ("1_000", R.MARKS),
        ("3·2", R.MARKS),
        ("3 ,2", R.MARKS),
        ("\u22125", R.SIGN),
        ("–5", R.SIGN),
        ("- 5", R.SIGN),
        ("--5", R.SIGN),
        ("5-", R.SIGN),
        ("(5)", R.SIGN),
        ("%85", R.PERCENT),
        ("85%%", R.PERCENT),
        ("85‰", R.PERCENT),
        ("1e5", R.EXPONENT),
        ("1E+05", R.EXPONENT),
        ("1,5e3", R.EXPONENT),
        ("1e400", R.EXPONENT),
        ("1e5%", R.EXPONENT),
        ("9" * 40, R.OUT_OF_RANGE),
        ("0," + "0" * 40 + "1", R.OUT_OF_RANGE),
        ("9" * 10_000, R.OUT_OF_RANGE),
        ("0," + "0" * 10_000 + "1", R.OUT_OF_RANGE),
        ("\uff13", R.FOREIGN_DIGITS),
        ("\uff13\uff0e\uff15", R.FOREIGN_DIGITS),
        ("٣", R.FOREIGN_DIGITS),
        ("3\u066b\u0665", R.FOREIGN_DIGITS),
        ("3\uff0c5", R.FOREIGN_DIGITS),
        ("3\u200b", R.INVISIBLE),
        ("\ufeff3", R.INVISIBLE),
        ("3\u00ad,5", R.INVISIBLE),
        ("3\ufe0f", R.INVISIBLE),
        ("3\x00", R.INVISIBLE),
        ("nan", R.WORDS),
        ("inf", R.WORDS),
        ("0x10", R.UNIT),
    ],
)
def test_all_else_is_refused_with_its_reason(text: str, reason: UnreadableReason) -> None:
    parsed = parse_number(text, exponent_allowed=False)
    assert isinstance(parsed, Unreadable)
    assert unreadable_reason(parsed) == reason


def test_every_reason_is_among_the_refused() -> None:
    marks = test_all_else_is_refused_with_its_reason.pytestmark  # type: ignore[attr-defined]
    assert {reason for _, reason in marks[0].args[1]} == set(UnreadableReason)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1e5", Number(Fraction(100000))),
        ("1E+05", Number(Fraction(100000))),
        ("1.5e3", Number(Fraction(1500))),
        ("1,5E+03", Number(Fraction(1500))),
        ("-2.5e-3", Number(Fraction(-1, 400))),
        ("1.234e3", Number(Fraction(1234))),
        ("1e30", Number(Fraction(10**30))),
        ("0e999", Number(Fraction(0))),
        ("1e31", R.OUT_OF_RANGE),
        ("1e-31", R.OUT_OF_RANGE),
        ("1e400", R.OUT_OF_RANGE),
        ("1e-400", R.OUT_OF_RANGE),
        ("1e999999999", R.OUT_OF_RANGE),
        ("1e5%", R.EXPONENT),
        ("5.e3", R.EXPONENT),
        ("3,25", Number(Fraction(13, 4))),
    ],
)
def test_exponents_are_read_where_a_program_wrote_the_text(
    text: str, expected: Number | UnreadableReason
) -> None:
    parsed = parse_number(text, exponent_allowed=True)
    assert (unreadable_reason(parsed) if isinstance(parsed, Unreadable) else parsed) == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3", Fraction(3)),
        ("3.25", Fraction(13, 4)),
        ("3.3349999999999995", Fraction(667, 200)),
        ("0.1", Fraction(1, 10)),
        ("0.30000000000000004", Fraction(3, 10)),
        ("-2.5", Fraction(-5, 2)),
        ("1E-2", Fraction(1, 100)),
        ("1.1102230246251565E-16", Fraction("1.11022302462516e-16")),
        ("100", Fraction(100)),
        ("1e30", Fraction(10**30)),
        ("0", Fraction(0)),
        ("-0", Fraction(0)),
        ("0.000", Fraction(0)),
        ("0E-400", Fraction(0)),
        ("9007199254740993", Fraction(9007199254740990)),
        ("1e31", None),
        ("1e-31", None),
        ("1e400", None),
        ("1e-400", None),
        ("4.9E-324", None),
        ("nan", None),
        ("inf", None),
        ("", None),
        ("-", None),
        ("1_0", None),
        (" 1", None),
        ("3,2", None),
        ("٣", None),
    ],
)
def test_a_stored_number_is_taken_to_fifteen_digits(text: str, value: Fraction | None) -> None:
    assert stored_number(text) == value


@given(st.integers(-(10**15) + 1, 10**15 - 1), st.integers(0, 15))
def test_up_to_fifteen_digits_are_exact_in_both_spellings(digits: int, decimals: int) -> None:
    value = Fraction(digits, 10**decimals)
    plain = f"{Decimal(digits).scaleb(-decimals):f}"
    assert stored_number(plain) == value
    for text in (plain, plain.replace(".", ",")):
        match parse_number(text, exponent_allowed=False):
            case Number(number, percent=False) | TwoReadings(number, percent=False):
                assert number == value
            case other:
                pytest.fail(f"{text}: {other}")


@given(st.floats(allow_nan=False, allow_infinity=False, min_value=-1e29, max_value=1e29))
@example(2.3 * 1.45)
def test_a_float_is_what_fifteen_digits_of_it_say(value: float) -> None:
    number = stored_number(repr(value))
    if number is None:
        assert 0 < abs(value) < 1e-29
    else:
        assert number == Fraction(f"{value:.15g}")


@given(st.text(max_size=30))
def test_no_text_makes_it_fail(text: str) -> None:
    for exponent_allowed in (False, True):
        parsed = parse_number(text, exponent_allowed=exponent_allowed)
        assert isinstance(parsed, Number | TwoReadings | Absent) or unreadable_reason(parsed)


@given(st.sampled_from(sorted(set(MISSING_WORDS) - {""})), st.sampled_from(["  ", "\u00a0", "\n"]))
def test_neither_case_nor_spaces_change_a_word(word: str, space: str) -> None:
    expected = Absent(MISSING_WORDS[word])
    spaced = f"{space}{word.upper().replace(' ', space)}{space}"
    assert parse_number(spaced, exponent_allowed=False) == expected
