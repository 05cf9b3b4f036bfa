"""Why a text is not a number, and which number it may mean: hints, never a value."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction
from typing import Final

from kediri_index.model.language import InDigits, Perhaps
from kediri_index.model.numbers import factors_of
from kediri_index.model.scoring import Range
from kediri_index.scoring.score_rule import between
from kediri_index.sheets.numbers import Number, Unreadable, parse_number


class UnreadableReason(StrEnum):
    """Why a text is not a number."""

    WORDS = "words"
    UNIT = "unit"
    CURRENCY = "currency"
    RANGE = "range"
    SEVERAL = "several"
    FRACTION = "fraction"
    COMPARISON = "comparison"
    DATE = "date"
    EXCEL_ERROR = "excel_error"
    OPEN_MARK = "open_mark"
    MARKS = "marks"
    SIGN = "sign"
    PERCENT = "percent"
    EXPONENT = "exponent"
    OUT_OF_RANGE = "out_of_range"
    FOREIGN_DIGITS = "foreign_digits"
    INVISIBLE = "invisible"
    NA = "na"


REASON_CODES: Final = {
    UnreadableReason.WORDS: "C110",
    UnreadableReason.EXCEL_ERROR: "C111",
    UnreadableReason.DATE: "C113",
    UnreadableReason.RANGE: "C116",
    UnreadableReason.CURRENCY: "C117",
    UnreadableReason.UNIT: "C118",
    UnreadableReason.INVISIBLE: "C119",
    UnreadableReason.FRACTION: "C124",
    UnreadableReason.COMPARISON: "C125",
    UnreadableReason.FOREIGN_DIGITS: "C126",
    UnreadableReason.SEVERAL: "C127",
    UnreadableReason.NA: "C133",
}
"""The findings on texts; the others are C115."""

_MONTHS: Final = (
    "jan januari january",
    "feb februari february peb pebruari",
    "mar maret march",
    "apr april",
    "mei may",
    "jun juni june",
    "jul juli july",
    "agu agt ags agustus aug august",
    "sep sept september",
    "okt oktober oct october",
    "nov november nop nopember",
    "des desember dec december",
)
MONTHS: Final = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}
"""The months by their names in both languages, in small letters."""

_YEAR_FIRST = re.compile(r"[0-9]{4}[-/.](?P<month>[0-9]{1,2})[-/.](?P<day>[0-9]{1,2})")
_DAY_FIRST = re.compile(
    r"(?P<day>[0-9]{1,2})[-/. ](?P<month>[0-9]{1,2}|[A-Za-z]+)(?:[-/. ](?:[0-9]{4}|[0-9]{2}))?"
)
_TIME = re.compile(r"(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?::00)?")
_LAST_MONTH: Final = 12

INVISIBLE: Final = (
    r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    r"\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb"
    r"\U000e0000-\U000e0fff]"
)
CURRENCY: Final = r"Rp|IDR|USD|US\$|\$|\N{EURO SIGN}|rupiah"
FOREIGN_MARKS: Final = dict(
    zip("\u066b\u066c\uff0c\uff0e\uff05\u066a\uff0b\uff0d", ".,,.%%+-", strict=True)
)
"""The marks that stand with digits of other scripts, and what they are in ours."""

_LONGEST: Final = 100
_HOW: Final = re.IGNORECASE | re.DOTALL
_FIGURE = r"[0-9]+(?:[.,][0-9]+)*(?: ?%)?"
_DASH = r"[-\N{EN DASH}\N{EM DASH}\N{NON-BREAKING HYPHEN}\N{MINUS SIGN}]"
_TO = r"s\.? ?/? ?d\.?|sampai(?: dengan)?|hingga|to"
_MONTH = rf"(?:{'|'.join(MONTHS)})\.?"
_YEAR = r"(?:[0-9]{4}|'?[0-9]{2})"
_VULGAR = r"[\xbc-\xbe\u2150-\u215e\u2189]"

_PATTERNS: Final[tuple[tuple[UnreadableReason, str], ...]] = (
    (UnreadableReason.INVISIBLE, rf".*{INVISIBLE}.*"),
    (UnreadableReason.NA, r"na|n\.a\.?"),
    (
        UnreadableReason.EXCEL_ERROR,
        (
            r"#(?:DIV/0!|N/A|GETTING_DATA|(?:BLOCKED|BUSY|CALC|CONNECT|EXTERNAL|FIELD|NAME|NULL"
            r"|NUM|PYTHON|REF|SPILL|UNKNOWN|VALUE)[!?])|Err:[0-9]{3}"
        ),
    ),
    (UnreadableReason.FRACTION, rf"[+-]?(?:[0-9]+ ?)?{_VULGAR}"),
    (UnreadableReason.WORDS, r"\D+"),
    (UnreadableReason.FOREIGN_DIGITS, rf".*(?:[^\D0-9]|[{''.join(FOREIGN_MARKS)}]).*"),
    (UnreadableReason.EXPONENT, r"[+-]?[0-9]+(?:[.,][0-9]*)?[eE][+-]?[0-9]+ ?%?"),
    (UnreadableReason.DATE, r"[0-9]{1,4}([-/. ])[0-9]{1,2}\1[0-9]{4}(?:[ T].*)?"),
    (UnreadableReason.DATE, r"[0-9]{1,2}([-/])[0-9]{1,2}\1[0-9]{2}|[0-9]{1,2}:[0-9]{2}(?:\D.*)?"),
    (UnreadableReason.DATE, r"[0-9]{4}([-/.])[0-9]{1,2}\1[0-9]{1,2}(?:[ T].*)?"),
    (
        UnreadableReason.DATE,
        (
            rf"(?:[0-9]{{1,2}}[ ./-])?{_MONTH}(?:[ ./-]{_YEAR})?"
            rf"|{_MONTH} [0-9]{{1,2}}(?:, ?| ){_YEAR}"
        ),
    ),
    (
        UnreadableReason.RANGE,
        (
            rf"{_FIGURE} ?(?:{_DASH}|~|\.{{2,3}}|\N{{HORIZONTAL ELLIPSIS}}|{_TO}) ?{_FIGURE}"
            rf"|(?:antara|dari|between|from) {_FIGURE} (?:dan|and|{_TO}) {_FIGURE}"
        ),
    ),
    (
        UnreadableReason.FRACTION,
        rf"(?:[0-9]+ )?{_FIGURE} ?(?:[/:\N{{FRACTION SLASH}}]|dari|of|out of) ?{_FIGURE}",
    ),
    (
        UnreadableReason.CURRENCY,
        rf"{_DASH}? ?(?:{CURRENCY})\.? ?{_DASH}?{_FIGURE}.*|{_FIGURE} ?(?:{CURRENCY})",
    ),
    (
        UnreadableReason.COMPARISON,
        (
            r"(?:[<>=~\N{LESS-THAN OR EQUAL TO}\N{GREATER-THAN OR EQUAL TO}\N{PLUS-MINUS SIGN}"
            r"\N{ALMOST EQUAL TO}]+|(?:lebih|kurang) (?:besar |kecil )?(?:dari|lebih)|sekitar"
            r"|kira-kira|minimal|maksimal|paling (?:sedikit|banyak)|di (?:atas|bawah)|hampir"
            rf"|(?:more|less) than|at (?:least|most)|about|almost|over|under) ?[+-]?{_FIGURE}"
            rf"|{_FIGURE} ?(?:lebih|ke atas|ke bawah|or more|or less)"
        ),
    ),
    (UnreadableReason.SIGN, rf"(?:\+|{_DASH}| )+{_FIGURE}|{_FIGURE} ?[+-]|\( ?{_FIGURE} ?\)"),
    (UnreadableReason.OPEN_MARK, r"[+-]?(?:[.,][0-9]+|[0-9]+(?:[.,][0-9]+)*[.,]) ?%?"),
    (UnreadableReason.PERCENT, rf"% ?{_FIGURE}|[+-]?{_FIGURE}[% ]+|[+-]?{_FIGURE} ?\u2030"),
    (
        UnreadableReason.SEVERAL,
        rf"{_FIGURE}(?:(?:[;&|]|,(?= )| ?(?:[;&|]|dan|and|atau|or)) ?{_FIGURE})+",
    ),
    (UnreadableReason.MARKS, r"[+-]?[0-9][0-9.,' _\xb7\u2019\u201a]*[0-9] ?%?"),
)
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
_TEN: Final = 10
_NAMES_BY_MARK: Final = {
    "koma": "nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh",
    "point": "zero one two three four five six seven eight nine ten",
}
_SHARE: Final = 100
_TWO_DIGITS: Final = 10


def unreadable_reason(unreadable: Unreadable) -> UnreadableReason:
    """Return why a text that is neither a number nor a known word cannot be read."""
    if unreadable.out_of_range:
        return UnreadableReason.OUT_OF_RANGE
    folded = " ".join(unreadable.text.split())
    if len(folded) > _LONGEST:
        return UnreadableReason.WORDS
    for reason, pattern in _PATTERNS:
        if re.fullmatch(pattern, folded, _HOW):
            return reason
    return UnreadableReason.UNIT


def hints_of(
    reason: UnreadableReason, text: str, bounds: Range | None, *, percent: bool
) -> Mapping[str, object]:
    """Return the figures for the finding on *text*, which is not a number because of *reason*."""
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


def number_in_words(text: str) -> Fraction | None:
    """Return the number that *text* says in the words of one language, or None.

    That is 0 to 10, or digits behind a decimal mark: *tiga koma dua lima* is 3.25.
    """
    first, *others = text.casefold().split() or [""]
    for mark, in_order in _NAMES_BY_MARK.items():
        names = in_order.split()
        if not {first, *others[1:]} <= set(names):
            continue
        whole, digits = names.index(first), [names.index(word) for word in others[1:]]
        if not others:
            return Fraction(whole)
        if others[0] == mark and digits and _TEN not in (whole, *digits):
            return Fraction(int("".join(map(str, (whole, *digits)))), _TEN ** len(digits))
    return None


def number_of_date(text: str, bounds: Range | None) -> Perhaps:
    """Return the number with a date's day and month around its mark: 3 April is 3.4.

    Of a time of day it is hour and minute: 08:08 is 8.08. What lies out of *bounds* is None.
    """
    number = _of_day(text.strip()) or _of_time(text.strip())
    if number is None or (bounds is not None and not between(bounds, number)):
        return Perhaps(None)
    return Perhaps(number)


def _of_day(text: str) -> Fraction | None:
    match = _YEAR_FIRST.fullmatch(text) or _DAY_FIRST.fullmatch(text)
    if match is None:
        return None
    named = match["month"]
    month = int(named) if named.isdigit() else MONTHS.get(named.casefold(), 0)
    return Fraction(f"{match['day']}.{month}") if 1 <= month <= _LAST_MONTH else None


def _of_time(text: str) -> Fraction | None:
    match = _TIME.fullmatch(text)
    return Fraction(f"{match['hour']}.{match['minute']}") if match else None


def slip(value: Fraction, bounds: Range, *, percent: bool = False) -> Perhaps:
    """Return the number within *bounds* that *value* is without a slip of its decimal mark.

    A lost mark (32 for 3,2) takes two digits; where the unit is percent, a share (0,85) may stand
    for 85.
    """
    factors = [factor for factor in factors_of(value) if factor < 1 and abs(value) >= _TWO_DIGITS]
    if percent:
        factors.append(Fraction(_SHARE))
    meant = (value * factor for factor in factors)
    return Perhaps(next((number for number in meant if between(bounds, number)), None))
