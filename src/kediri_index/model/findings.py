"""A finding: what was seen, where, and by which rule. Texts stand in the catalogue."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from itertools import groupby
from operator import itemgetter
from types import MappingProxyType
from typing import NamedTuple

from kediri_index.model.places import Mark, Source


class Severity(StrEnum):
    """How much a finding weighs; the order is the order of rank."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Finding(NamedTuple):
    """One fault, doubt or remark.

    *value* is the text as seen, *params* the figures for the catalogue's text: strings are shown
    as they are, numbers in the decimals of the language, tuples as lists. *others* are findings of
    the same cause in further cells of the column (see :mod:`kediri_index.model.folding`).
    """

    code: str
    file: str | None = None
    sheet: str | None = None
    cell: str | None = None
    line: int | None = None
    column: int | None = None
    value: str | None = None
    indicator: str | None = None
    params: Mapping[str, object] = MappingProxyType({})
    others: tuple[Finding, ...] = ()

    @classmethod
    def at_cell(
        cls,
        code: str,
        source: Source,
        value: str | None = None,
        indicator: str | None = None,
        **params: object,
    ) -> Finding:
        """Return a finding about one cell, one sheet or one file."""
        return cls(
            code,
            file=source.file,
            sheet=source.sheet,
            cell=source.cell,
            value=value,
            indicator=indicator,
            params=params,
        )

    @classmethod
    def at_mark(
        cls,
        code: str,
        mark: Mark | None,
        value: str | None = None,
        indicator: str | None = None,
        **params: object,
    ) -> Finding:
        """Return a finding about a place in a YAML file."""
        file, line, column = (None, None, None) if mark is None else mark
        return cls(
            code,
            file=file,
            line=line,
            column=column,
            value=value,
            indicator=indicator,
            params=params,
        )


_ADDRESS = re.compile(r"([A-Z]+)([0-9]+)")


def place_key(finding: Finding) -> tuple[object, ...]:
    """Return the order of findings: file, sheet, row, column, code."""
    match = _ADDRESS.fullmatch(finding.cell or "")
    letters, digits = match.groups() if match else ("", "0")
    row = int(digits) or finding.line or 0
    return (
        finding.file or "",
        finding.sheet or "",
        row,
        (len(letters), letters) if letters else (finding.column or 0, ""),
        finding.code,
        finding.indicator or "",
        finding.value or "",
    )


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return *findings* by place, each once."""
    found: list[Finding] = []
    keyed = sorted(((place_key(finding), finding) for finding in findings), key=itemgetter(0))
    for _, here in groupby(keyed, key=itemgetter(0)):
        of_place = [finding for _, finding in here]
        if len(of_place) > 1:  # of most places there is one, whose params need no comparing
            of_place = list({repr(finding): finding for finding in reversed(of_place)}.values())
            of_place.reverse()
        found += of_place
    return tuple(found)


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
