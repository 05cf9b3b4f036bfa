"""Why a text is no number, so that the finding can say it."""

from __future__ import annotations

import re
from typing import Final

from kediri_index.workbook.date_slips import MONTHS
from kediri_index.workbook.numbers import UnreadableReason

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


def reason_of(text: str) -> UnreadableReason:
    """Return why *text*, which is no number and no known word, cannot be read."""
    folded = " ".join(text.split())
    if len(folded) > _LONGEST:
        return UnreadableReason.WORDS
    for reason, pattern in _PATTERNS:
        if re.fullmatch(pattern, folded, _HOW):
            return reason
    return UnreadableReason.UNIT
