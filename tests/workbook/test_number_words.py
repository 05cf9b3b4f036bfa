from __future__ import annotations

from fractions import Fraction

import pytest

from kediri_index.workbook.number_faults import number_in_words

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
