"""Days as people read them: 15 September 2023, 17 Agustus 2023."""

from __future__ import annotations

from datetime import date

from kediri_index.model.language import Language

_MONTHS = {
    Language.ID: (
        "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember"
    ),
    Language.EN: (
        "January February March April May June July August September October November December"
    ),
}
_SHORT = {
    Language.ID: "Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des",
    Language.EN: "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
}


def in_full(day: date, language: Language) -> str:
    """Return *day* with its month in full, and its year."""
    return f"{day.day} {_MONTHS[language].split()[day.month - 1]} {day.year}"


def in_short(day: date, language: Language, year: int | None) -> str:
    """Return *day* with its month in three letters; the year only where it is not *year*."""
    short = f"{day.day} {_SHORT[language].split()[day.month - 1]}"
    return short if day.year == year else f"{short} {day.year}"
