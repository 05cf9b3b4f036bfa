"""What a text that is no number was perhaps meant to say: for the finding only, never a value."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Final

from kediri_index.model.meant import InDigits
from kediri_index.model.scoring import Range
from kediri_index.workbook.date_slips import number_of_date
from kediri_index.workbook.number_faults import CURRENCY, FOREIGN_MARKS, INVISIBLE
from kediri_index.workbook.number_words import number_in_words
from kediri_index.workbook.numbers import Number, UnreadableReason, parse_number

_BEFORE_WORDS = re.compile(
    r"(?P<figure>[+-]?[0-9]+(?:[.,][0-9]+)*) ?(?P<words>(?:[^\W\d_]|[(*]).*)"
)
_WORD = re.compile(r"[^\W\d_]+")
_PERCENT_WORDS: Final = "persen percent pct"
_CHANGE_THE_NUMBER: Final = (
    "belas puluh ratus seratus ribu seribu rb juta sejuta jt miliar milyar triliun lusin kodi "
    "setengah seperempat koma titik permil promil mil lebih kurang an "
    "dozen hundred thousand million billion trillion half quarter point more less "
    "b bn k m mio mn t"
)
"""Words behind a figure that make it another number."""


def hints_of(
    reason: UnreadableReason, text: str, bounds: Range | None, *, percent: bool
) -> Mapping[str, object]:
    """Return the figures for the finding on *text*, which is no number because of *reason*."""
    match reason:
        case UnreadableReason.WORDS:
            return {"digits": InDigits(number_in_words(text))}
        case UnreadableReason.DATE:
            return {"perhaps": number_of_date(text, bounds)}
        case UnreadableReason.UNIT:
            bare = _before_words(text, percent=percent)
        case UnreadableReason.CURRENCY:
            bare = re.sub(rf"(?:{CURRENCY})\.?|,-\s*$", "", text, flags=re.IGNORECASE)
        case UnreadableReason.FOREIGN_DIGITS:
            bare = "".join(map(_in_ascii, text))
        case UnreadableReason.INVISIBLE:
            bare = re.sub(INVISIBLE, "", text)
            seen = dict.fromkeys(re.findall(INVISIBLE, text))
            characters = tuple(f"U+{ord(character):04X}" for character in seen)
            return {"digits": _digits(bare, percent=percent), "characters": characters}
        case _:
            return {}
    return {"digits": _digits(bare, percent=percent)}


def _digits(text: str, *, percent: bool) -> InDigits:
    """Return the one number that *text* is, a percentage only where *percent* are expected."""
    match parse_number(text, exponent_allowed=False):
        case Number(value, is_percent) if percent or not is_percent:
            return InDigits(value)
    return InDigits(None)


def _before_words(text: str, *, percent: bool) -> str:
    """Return the figure that words follow which leave it as it is, or nothing."""
    match = _BEFORE_WORDS.fullmatch(" ".join(text.split()))
    if match is None or any(character.isnumeric() for character in match["words"]):
        return ""
    changing = set(_CHANGE_THE_NUMBER.split())
    if not percent:
        changing.update(_PERCENT_WORDS.split())
    words = _WORD.findall(match["words"].casefold())
    return match["figure"] if changing.isdisjoint(words) else ""


def _in_ascii(character: str) -> str:
    digit = unicodedata.decimal(character, None)
    return FOREIGN_MARKS.get(character, character) if digit is None else str(digit)
