"""What a faulty text was perhaps meant to say; the figures of its finding."""

from __future__ import annotations

from fractions import Fraction

import pytest

from kediri_index.model.language import InDigits, Perhaps
from kediri_index.sheets.number_faults import (
    MONTHS,
    UnreadableReason,
    hints_of,
    number_in_words,
    number_of_date,
    slip,
    unreadable_reason,
)
from kediri_index.sheets.numbers import Unreadable, parse_number

R = UnreadableReason


def hints(text: str, *, percent: bool = False) -> dict[str, object]:
    parsed = parse_number(text, exponent_allowed=False)
    assert isinstance(parsed, Unreadable)
    return dict(hints_of(unreadable_reason(parsed), text, None, percent=percent))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12 unit", "12"),
        ("12orang", "12"),
        ("3,2 (baik)", "3.2"),
        ("3*", "3"),
        ("-2 derajat", "-2"),
        ("1.234,5 ha", "1234.5"),
        ("Rp16.897.000", "16897000"),
        ("Rp. 16.897.000,-", "16897000"),
        ("-Rp5", "-5"),
        ("US$ 3.5", "3.5"),
        ("3 rupiah", "3"),
        ("3\u200b", "3"),
        ("\ufeff3\u00ad,5", "3.5"),
        ("\uff13\uff0e\uff15", "3.5"),
        ("٣", "3"),
        ("٣\u066b\u0665", "3.5"),
        ("tiga", "3"),
        ("tiga koma dua", "3.2"),
    ],
)
def test_the_number_in_a_text_is_shown(text: str, number: str) -> None:
    assert hints(text)["digits"] == InDigits(Fraction(number))


@pytest.mark.parametrize(
    "text",
    [
        *("1.234 unit", "Rp. 5.000", "1,234\u200b"),
        *("5 juta", "12 ribu unit", "5 M", "3 koma lima", "50an", "5 lusin", "Rp 5 juta"),
        *("3½ unit", "3²", "3 dari 4 unit", "2 tahun 3 bulan", "skor 3", "0x10", "=3+1"),
        *("3 permil", "85 persen", "85%\u200b", "85٪"),
        *("baik", "n/a\u200b", "\u200b", "tiga puluh"),
    ],
)
def test_a_number_that_is_not_certain_is_not_shown(text: str) -> None:
    assert hints(text)["digits"] == InDigits(None)


@pytest.mark.parametrize("text", ["85 persen", "85 percent", "85%\u200b", "85٪", "Rp85%"])
def test_a_percentage_is_shown_where_the_unit_is_percent(text: str) -> None:
    assert hints(text, percent=True)["digits"] == InDigits(Fraction(85))


def test_invisible_characters_are_named_once_each() -> None:
    assert hints("\u200b3\ufeff\u200b")["characters"] == ("U+200B", "U+FEFF")


def test_a_date_is_shown_as_a_number() -> None:
    assert hints("03-Apr") == {"perhaps": Perhaps(Fraction("3.4"))}


@pytest.mark.parametrize("text", ["3/4", ">90", "3; 4", "3-4", "5.", "\u22125", "(5)", "#N/A"])
def test_other_faults_need_no_figures(text: str) -> None:
    assert hints(text) == {}


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("2022-04-03", "3.4"),
        ("2022-10-03", "3.1"),
        ("2022-12-31", "31.12"),
        ("03/04/2022", "3.4"),
        ("3.4.2022", "3.4"),
        ("3/4/22", "3.4"),
        ("03-Apr", "3.4"),
        ("3 Mei 2022", "3.5"),
        ("3 MAY", "3.5"),
        ("3-Des-22", "3.12"),
        ("08:08:00", "8.08"),
        ("10:15", "10.15"),
        (" 2022-04-03 ", "3.4"),
    ],
)
def test_day_and_month_or_hour_and_minute_stand_around_the_mark(text: str, number: str) -> None:
    assert number_of_date(text, None) == Perhaps(Fraction(number))


@pytest.mark.parametrize(
    "text",
    [
        *("2022-04-03T07:30:00", "08:08:30", "04/23/2022", "2022-13-01", "3 desa 2022"),
        *("Apr-22", "April 2022", "7:30 WIB", "tiga", ""),
    ],
)
def test_what_has_no_such_two_figures_is_no_number(text: str) -> None:
    assert number_of_date(text, None) == Perhaps(None)


def test_a_number_out_of_bounds_was_not_meant() -> None:
    scale = (Fraction(0), Fraction(4))
    assert number_of_date("2022-04-03", scale) == Perhaps(Fraction("3.4"))
    assert number_of_date("2022-04-05", scale) == Perhaps(None)


def test_twelve_months_have_names() -> None:
    assert set(MONTHS.values()) == set(range(1, 13))
    assert [MONTHS[name] for name in ("januari", "mei", "agustus", "october", "des")] == [
        *(1, 5, 8, 10, 12)
    ]


SCALE = (Fraction(0), Fraction(4))


@pytest.mark.parametrize(
    ("value", "meant"),
    [
        ("32", "3.2"),
        ("325", "3.25"),
        ("3250", "3.25"),
        ("40", "4"),
        ("12.5", "1.25"),
        ("32500", None),
        ("3250000", "3.25"),
        ("325000000", None),
        ("3250000000", "3.25"),
        ("5", None),
        ("4.5", None),
        ("-1", None),
        ("-32", None),
        ("41", "0.41"),
    ],
)
def test_a_lost_mark_is_set_where_the_number_then_lies_within_the_bounds(
    value: str, meant: str | None
) -> None:
    assert slip(Fraction(value), SCALE) == Perhaps(None if meant is None else Fraction(meant))


def test_the_bounds_themselves_are_possible_and_may_be_negative() -> None:
    assert slip(Fraction(-40), (Fraction(-4), Fraction(4))) == Perhaps(Fraction(-4))


def test_the_smallest_slip_comes_first() -> None:
    assert slip(Fraction(3200), (Fraction(0), Fraction(1000))) == Perhaps(Fraction(320))


@pytest.mark.parametrize(
    ("value", "meant"), [("0.85", 85), ("0.4", None), ("9850", Fraction(985, 10))]
)
def test_a_share_may_be_a_percentage_where_the_unit_is_percent(
    value: str, meant: Fraction | None
) -> None:
    bounds = (Fraction(50), Fraction(100))
    assert slip(Fraction(value), bounds, percent=True) == Perhaps(meant)


def test_elsewhere_a_share_is_no_percentage() -> None:
    assert slip(Fraction("0.85"), (Fraction(50), Fraction(100))) == Perhaps(None)


INDONESIAN = "nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh"
ENGLISH = "zero one two three four five six seven eight nine ten"


@pytest.mark.parametrize("words", [INDONESIAN, ENGLISH, INDONESIAN.upper(), ENGLISH.title()])
def test_nought_to_ten_are_known_in_both_languages(words: str) -> None:
    assert [number_in_words(word) for word in words.split()] == list(range(11))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("tiga koma dua", "3.2"),
        (" Tiga  Koma Dua\nLima ", "3.25"),
        ("nol koma lima", "0.5"),
        ("three point two", "3.2"),
        ("zero point zero five", "0.05"),
    ],
)
def test_digits_behind_a_mark_are_decimals(text: str, number: str) -> None:
    assert number_in_words(text) == Fraction(number)


@pytest.mark.parametrize(
    "text",
    [
        *("", "baik", "sebelas", "tiga puluh", "dua tiga", "tiga koma", "koma dua", "tiga dan dua"),
        *("sepuluh koma dua", "tiga koma sepuluh", "tiga point dua", "three koma two", "tiga unit"),
        *("tiga koma dua koma lima", "3"),
    ],
)
def test_other_words_are_no_number(text: str) -> None:
    assert number_in_words(text) is None
