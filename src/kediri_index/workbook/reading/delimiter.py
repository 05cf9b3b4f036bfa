"""Which character separates the fields of a text table."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

DELIMITERS: Final = (",", ";", "\t")
_LOOKED_AT: Final = 1 << 16
_RECORDS: Final = 30
_DECLARED = re.compile(r"""sep=([^"\r\n])(?:\r\n?|\n)""", re.IGNORECASE)
_MARKS = re.compile(r'"|[,;\t]|\r\n|\r|\n')


def declared_delimiter(text: str) -> str | None:
    """Return the delimiter that a first line ``sep=;`` names, as Excel takes it, or None."""
    match = _DECLARED.match(text)
    return match[1] if match else None


def found_delimiter(text: str) -> str | None:
    """Return the delimiter that most of the first records have equally often.

    A comma where there is none at all; None where two do equally well.
    """
    records = _records(text[:_LOOKED_AT])
    support = {delimiter: _support(records, delimiter) for delimiter in DELIMITERS}
    best = max(support.values())
    if not best:
        return ","
    winners = [delimiter for delimiter, lines in support.items() if lines == best]
    return winners[0] if len(winners) == 1 else None


def _support(records: list[Counter[str]], delimiter: str) -> int:
    """Return how many records have *delimiter* as often as most that have it."""
    counts = Counter(marks[delimiter] for marks in records if marks[delimiter])
    return max(counts.values(), default=0)


def _records(text: str) -> list[Counter[str]]:
    """Return for each of the first records how often each delimiter stands outside quotes."""
    records: list[Counter[str]] = []
    marks: Counter[str] = Counter()
    quoted = False
    opens_at = 0  # a quote opens a field only at its start, or again where it is doubled
    for match in _MARKS.finditer(text):
        mark = match[0]
        if mark == '"':
            if quoted:
                quoted, opens_at = False, match.end()
            else:
                quoted = match.start() == opens_at
        elif not quoted:
            opens_at = match.end()
            if mark in DELIMITERS:
                marks[mark] += 1
            else:
                records.append(marks)
                marks = Counter()
                if len(records) == _RECORDS:
                    return records
    records.append(marks)
    return records
