"""The families of findings: what a code's first letter says."""

from __future__ import annotations

from enum import StrEnum


class Family(StrEnum):
    """What a finding is about."""

    CELL = "cell"
    ROW = "row"
    SCORING = "scoring"
    FILE = "file"
    DEFINITION = "definition"
    RULE = "rule"


_LETTERS = {
    "C": Family.CELL,
    "X": Family.ROW,
    "S": Family.SCORING,
    "F": Family.FILE,
    "D": Family.DEFINITION,
    "R": Family.RULE,
}


def family_of(code: str) -> Family:
    """Return the family of *code*."""
    return _LETTERS[code[0]]
