"""Why a text is no number, so that the finding can say it."""

from __future__ import annotations

import re
from typing import Final

from kediri_index.workbook.numbers import UnreadableReason

_LONGEST: Final = 100
_FIGURE = r"[0-9]+(?:[.,][0-9]+)*(?: ?%)?"
_DASH = r"[-\N{EN DASH}\N{EM DASH}\N{NON-BREAKING HYPHEN}\N{MINUS SIGN}]"

_PATTERNS: Final[tuple[tuple[UnreadableReason, str], ...]] = (
    (UnreadableReason.INVISIBLE, r".*[\xad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff].*"),
    (UnreadableReason.EXCEL_ERROR, r"#[A-Z/_0-9]+[!?]?"),
    (UnreadableReason.WORDS, r"\D+"),
    (UnreadableReason.FOREIGN_DIGITS, r".*[^\D0-9].*"),
    (UnreadableReason.EXPONENT, r"[+-]?[0-9]+(?:[.,][0-9]*)?[eE][+-]?[0-9]+ ?%?"),
    (UnreadableReason.DATE, r"[0-9]{1,4}([-/. ])[0-9]{1,2}\1[0-9]{4}(?:[ T].*)?"),
    (UnreadableReason.DATE, r"[0-9]{1,2}/[0-9]{1,2}/[0-9]{2}|[0-9]{1,2}:[0-9]{2}(?:\D.*)?"),
    (UnreadableReason.DATE, r"[0-9]{4}([-/.])[0-9]{1,2}\1[0-9]{1,2}(?:[ T].*)?"),
    (
        UnreadableReason.RANGE,
        (
            rf"{_FIGURE} ?(?:{_DASH}|~|\.{{2,3}}|\N{{HORIZONTAL ELLIPSIS}}|s\.? ?/? ?d\.?"
            rf"|sampai(?: dengan)?|hingga|to) ?{_FIGURE}"
        ),
    ),
    (UnreadableReason.DATE, r"[0-9]{1,2}[ -][A-Za-z]{3,9}[ -][0-9]{2,4}"),
    (UnreadableReason.FRACTION, rf"{_FIGURE} ?(?:/|dari|of|out of) ?{_FIGURE}"),
    (
        UnreadableReason.CURRENCY,
        (
            rf"{_DASH}? ?(?:Rp|IDR|USD|US\$|\$|\N{{EURO SIGN}})\.? ?{_DASH}?{_FIGURE}.*"
            rf"|{_FIGURE} ?(?:rupiah|IDR|USD)"
        ),
    ),
    (
        UnreadableReason.COMPARISON,
        (
            r"[<>=~\N{LESS-THAN OR EQUAL TO}\N{GREATER-THAN OR EQUAL TO}\N{PLUS-MINUS SIGN}"
            rf"\N{{ALMOST EQUAL TO}}]+ ?[+-]?{_FIGURE}"
        ),
    ),
    (UnreadableReason.SIGN, rf"(?:\+|{_DASH}| )+{_FIGURE}|{_FIGURE} ?[+-]|\( ?{_FIGURE} ?\)"),
    (UnreadableReason.OPEN_MARK, r"[+-]?(?:[.,][0-9]+|[0-9]+(?:[.,][0-9]+)*[.,]) ?%?"),
    (UnreadableReason.PERCENT, rf"% ?{_FIGURE}|[+-]?{_FIGURE}[% ]+|[+-]?{_FIGURE} ?\u2030"),
    (
        UnreadableReason.SEVERAL,
        rf"{_FIGURE}(?:(?:[;&|]|,(?= )| ?(?:[;&|]|dan|and|atau|or)) ?{_FIGURE})+",
    ),
    (UnreadableReason.MARKS, r"[+-]?[0-9][0-9.,' \u2019]*[0-9] ?%?"),
)


def reason_of(text: str) -> UnreadableReason:
    """Return why *text*, which is no number and no known word, cannot be read."""
    folded = " ".join(text.split())
    if len(folded) > _LONGEST:
        return UnreadableReason.WORDS
    for reason, pattern in _PATTERNS:
        if re.fullmatch(pattern, folded, re.IGNORECASE | re.DOTALL):
            return reason
    return UnreadableReason.UNIT
