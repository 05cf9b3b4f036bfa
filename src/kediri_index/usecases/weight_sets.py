"""Reading a file of sets of weights: everything that is wrong with it at once."""

from __future__ import annotations

import os
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

from kediri_index.definition.faults import told
from kediri_index.errors import WeightSetsError
from kediri_index.model.definition import Definition
from kediri_index.model.findings import Finding
from kediri_index.model.limits import Limits
from kediri_index.model.robustness import WeightSet
from kediri_index.model.text import Names
from kediri_index.sheets.numbers import Number, TwoReadings, parse_number
from kediri_index.usecases.delimited_text import DelimitedText

_FIRST = "set"
_SHOWN = 2


def load_weight_sets(
    path: str | os.PathLike[str], definition: Definition, *, limits: Limits | None = None
) -> tuple[WeightSet, ...]:
    """Return the sets in the CSV file at *path*: a header ``set,<id>,…``, then a row a set.

    A weight counts among its siblings, in any unit. An id is that of an indicator or group of
    *definition*; what has no column keeps its weight. Raises
    :class:`~kediri_index.errors.NotFoundError`, :class:`~kediri_index.errors.UsageError` for a file
    that is no text, or :class:`~kediri_index.errors.WeightSetsError` with every finding.
    """
    limits = limits or Limits()
    text = DelimitedText.read(
        Path(path),
        limits,
        WeightSetsError,
        gone="weight-sets-not-found",
        encoding="weight-sets-encoding",
    )
    return _Reading(text, definition).sets()


class _Reading:
    def __init__(self, text: DelimitedText, definition: Definition) -> None:
        self.text = text
        self.path = text.path
        self.limits = text.limits
        whole = text.text
        weights = whole.count(text.delimiter) - text.head.count(text.delimiter)
        seen = max(weights, whole.count("\n"), whole.count("\r"))  # a set has one weight or more
        if seen > self.limits.weights:
            raise WeightSetsError((self._too_many(seen),))
        self.known = definition.nodes()
        self.findings: list[Finding] = []

    def sets(self) -> tuple[WeightSet, ...]:
        rows = list(self.text.rows())
        header = [cell.strip() for cell in rows[0][1]] if rows else []
        if header and not self._is_ours(header):
            known = f"{_FIRST},{','.join(list(self.known)[:_SHOWN])},…"
            raise WeightSetsError((Finding("D282", file=self.path, params={"known": known}),))
        self._check_header(header)
        found = [
            self._set(number, cells, header)
            for number, cells in rows[1:]
            if self._fits(number, cells, header)
        ]
        if len(rows) <= 1 or len(header) == 1:
            self._note("S806", 1, header, 0, "")
        if self.findings:
            raise WeightSetsError(told(self.findings, self.limits))
        return tuple(found)

    def _is_ours(self, header: Sequence[str]) -> bool:
        """Return whether the header has any name that belongs there; else nothing is quoted."""
        first, *ids = header
        return first.casefold() == _FIRST or any(one in self.known for one in ids)

    def _check_header(self, header: Sequence[str]) -> None:
        if header and header[0].casefold() != _FIRST:
            self._note("S805", 1, header, 0, header[0])
        known, seen = Names(self.known), set[str]()
        for at, node in enumerate(header[1:], 1):
            if node not in self.known:
                self._note("S801", 1, header, at, node, nearest=known.suggest(node))
            elif node in seen:
                self._note("S804", 1, header, at, node)
            seen.add(node)

    def _too_many(self, seen: int) -> Finding:
        params = {
            "seen": seen,
            "limit": self.limits.weights,
            "option": f"--limit weights={seen}",
        }
        return Finding("S721", file=self.path, params=params)

    def _fits(self, line: int, cells: Sequence[str], header: Sequence[str]) -> bool:
        if len(cells) == len(header):
            return True
        self._note("S803", line, cells, 0, cells[0].strip(), there=len(cells), columns=len(header))
        return False

    def _set(self, line: int, cells: Sequence[str], header: Sequence[str]) -> WeightSet:
        weights = {}
        for at, (node, cell) in enumerate(zip(header[1:], cells[1:], strict=True), 1):
            weight = _weight(cell)
            if weight is None:
                self._note("S802", line, cells, at, cell.strip(), node=node)
            else:
                weights[node] = weight
        return WeightSet(cells[0].strip(), weights)

    def _note(
        self, code: str, line: int, cells: Sequence[str], at: int, value: str, **params: object
    ) -> None:
        """Add a finding at the cell number *at* of a line."""
        column = self.text.column(line, cells, at)
        self.findings.append(
            Finding(code, file=self.path, line=line, column=column, value=value, params=params)
        )


def _weight(cell: str) -> Fraction | None:
    match parse_number(cell, exponent_allowed=True):
        case Number(value, percent=False) | TwoReadings(value, percent=False) if value >= 0:
            return value
    return None
