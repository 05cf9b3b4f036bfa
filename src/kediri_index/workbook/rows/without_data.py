"""Rows that hold no data: lines that number the columns, headings, footnotes, signatures."""

from __future__ import annotations

import re
from typing import Final

from kediri_index.model.workbook import CellKind, Row

FOOTNOTE: Final = re.compile(
    r"\*|(?:sumber|catatan|keterangan|ket|source|notes?|remarks?)\b\s*[:.]?", re.IGNORECASE
)
NOTE_MARK: Final = re.compile(
    r"(?:\(?[0-9]{1,2}\)|[\u00b9\u00b2\u00b3\u2070-\u2079]+\)?)\s*(?!kota|kab)[^\W\d]"
    r"|[a-z]{1,3}\s*=\s",
    re.IGNORECASE,
)
"""What a note below a table begins with: 1) or \u00b9, or a sign that it explains."""
SIGNATURE: Final = re.compile(
    r"\b(?:mengetahui|nip|signed)\b|^(?:ttd|head of|acknowledged)\b"
    r"|^(?:plt\.?\s+)?(?:kepala|sekretaris|direktur|walikota|wali kota|bupati)\b"
    r"|^[\w .]+,\s*(?:tanggal\s+)?[0-9]{1,2}\s+[a-z]+\s+(?:19|20)[0-9]{2}$",
    re.IGNORECASE,
)
"""What the lines of a signature below a table begin with, or contain."""
LONG_NUMBER: Final = re.compile(r"[0-9][0-9 ]{14,}")
"""The number of a civil servant (NIP), not a value."""
MARK: Final = re.compile(r"(?:[A-Za-z]|[IVXLCivxlc]+|[0-9]{1,2})[.)]?")
"""What headings are marked with: A, B, I, II, 1, 2."""

_FEWEST_NUMBERED: Final = 2
_ROMAN: Final = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx"
_COUNTED: Final = {
    "1": [str(number) for number in range(1, 1000)],
    "a": [chr(ord("a") + at) for at in range(26)],
    "i": _ROMAN.split(" "),
}


def numbers_the_columns(row: Row) -> bool:
    """Return whether a row says 1, 2, 3, (1), (2), (3), a, b, c or I, II, III: forms do so.

    A formula may add 1 to the cell before, or say after its number what it is made of (5 = 4/3).
    """
    cells = row.cells()
    if len(cells) < _FEWEST_NUMBERED:
        return False
    texts = [cell.value.partition("=")[0].strip(" ()[].").casefold() for cell in cells]
    first = texts[0]
    if first not in _COUNTED:
        return False
    expected = _COUNTED[first][: len(texts)]
    return len(expected) == len(texts) and all(
        text == number or (cell.kind is CellKind.NO_VALUE and at > 0)
        for at, (text, number, cell) in enumerate(zip(texts, expected, cells, strict=True))
    )
