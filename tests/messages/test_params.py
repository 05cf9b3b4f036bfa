from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from kediri_index.messages.values import worded
from kediri_index.model.language import InDigits, Label, Language, OfUnit, Perhaps, Recognised
from kediri_index.model.numbers import Digits, PercentDigits
from kediri_index.model.text import Suggestion, suggest


@pytest.mark.parametrize(
    ("value", "indonesian", "english"),
    [
        (None, "–", "–"),
        ("A.1", "A.1", "A.1"),
        ("x" * 500, "x" * 500, "x" * 500),
        ("x" * 32_000, "x" * 500 + "… (32.000 karakter)", "x" * 500 + "… (32,000 characters)"),
        (3, "3", "3"),
        (Fraction("3.25"), "3,25", "3.25"),
        (Decimal("3.20"), "3,2", "3.2"),
        (0.5, "0,5", "0.5"),
        ((Fraction(0), Fraction("2.5"), Fraction(4)), "0, 2,5, 4", "0, 2.5, 4"),
        (("a", "b"), "a, b", "a, b"),
        ([], "", ""),
        (Label("Dimensi", english="Dimension"), "Dimensi", "Dimension"),
        (Label("Dimensi"), "Dimensi", "Dimensi"),
        (Digits("2.75"), "2,75", "2.75"),
        (Digits("2.7500000000000004"), "2,75", "2.75"),
        (Digits("1E+05"), "100000", "100000"),
        (PercentDigits("0.032"), "3,2 %", "3.2 %"),
        ((Digits("2.5"), "2.5"), "2,5, 2.5", "2.5, 2.5"),
        (Suggestion("A-1"), "; terdekat: A-1", "; nearest: A-1"),
        (Suggestion(None), "", ""),
        (Perhaps(Fraction("3.2")), "; mungkin 3,2?", "; perhaps 3.2?"),
        (Perhaps(None), "", ""),
        (InDigits(Fraction("3.2")), ": 3,2", ": 3.2"),
        (
            Recognised(("Kode", "Satuan")),
            "; yang dikenali hanya Kode, Satuan",
            "; recognised are only Kode, Satuan",
        ),
        (OfUnit("Kota Uji"), "Kota Uji: ", "Kota Uji: "),
        (OfUnit("Kota Uji", 2022), "Kota Uji 2022: ", "Kota Uji 2022: "),
        (OfUnit(None), "", ""),
        (Recognised(()), "", ""),
        (InDigits(None), " saja, misalnya 3,25", " only, such as 3.25"),
    ],
)
def test_a_param_is_shown_in_the_language_of_the_reader(
    value: object, indonesian: str, english: str
) -> None:
    assert worded(value, Language.ID) == indonesian
    assert worded(value, Language.EN) == english


def test_the_nearest_name_is_found_whatever_its_case_and_none_is_named_where_none_is_near() -> None:
    assert suggest("imp-1", ["IMP-01", "OUT-01"]) == Suggestion("IMP-01")
    assert suggest("xyz", ["IMP-01", "OUT-01"]) == Suggestion(None)
