"""What a faulty text was perhaps meant to say; the figures of its finding."""

from __future__ import annotations

from fractions import Fraction

import pytest

from kediri_index.model.meant import InDigits, Perhaps
from kediri_index.workbook.number_faults import hints_of
from kediri_index.workbook.numbers import Unreadable, UnreadableReason, parse_number

R = UnreadableReason


def hints(text: str, *, percent: bool = False) -> dict[str, object]:
    parsed = parse_number(text, exponent_allowed=False)
    assert isinstance(parsed, Unreadable)
    return dict(hints_of(parsed.reason, text, None, percent=percent))


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
