from __future__ import annotations

from datetime import date

import pytest

from kediri_index.messages.values import in_full
from kediri_index.model.language import Language


@pytest.mark.parametrize(
    ("day", "indonesian", "english"),
    [
        (date(2023, 8, 17), "17 Agustus 2023", "17 August 2023"),
        (date(2026, 9, 1), "1 September 2026", "1 September 2026"),
        (date(2026, 12, 31), "31 Desember 2026", "31 December 2026"),
    ],
)
def test_a_day_in_full(day: date, indonesian: str, english: str) -> None:
    assert in_full(day, Language.ID) == indonesian
    assert in_full(day, Language.EN) == english


def test_every_month_has_a_name_of_its_own() -> None:
    for language in Language:
        days = [date(2023, month, 1) for month in range(1, 13)]
        assert len({in_full(day, language) for day in days}) == 12
