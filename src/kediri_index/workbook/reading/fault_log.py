"""The findings about one sheet's cells, bounded however many cells are faulty."""

from __future__ import annotations

from typing import Final

from kediri_index.model.findings import Finding
from kediri_index.model.workbook import column_letters

SHOWN_OF_A_KIND: Final = 100
_LONGEST_SHOWN: Final = 500


class FaultLog:
    """Takes findings about cells of one sheet; of each code only the first hundred are kept."""

    def __init__(self, path: str, sheet: str) -> None:
        self._path = path
        self._sheet = sheet
        self._findings: list[Finding] = []
        self._counts: dict[str, int] = {}

    def add(self, code: str, cell: str | None, value: str | None, **params: object) -> None:
        """Note a fault at the address *cell*, or of the sheet."""
        count = self._counts[code] = self._counts.get(code, 0) + 1
        if count <= SHOWN_OF_A_KIND:
            value = value and _clipped(value)
            shown = {
                name: _clipped(one) if isinstance(one, str) else one for name, one in params.items()
            }
            self._findings.append(
                Finding(code, self._path, self._sheet, cell, value=value, params=shown)
            )

    def findings(self) -> list[Finding]:
        """Return what was noted, and how much more there is of what was cut short."""
        more = [
            Finding("F222", self._path, self._sheet, params={"code": code, "count": rest})
            for code, count in self._counts.items()
            if (rest := count - SHOWN_OF_A_KIND) > 0
        ]
        return self._findings + more


def _clipped(text: str) -> str:
    """Return as much of *text* as anyone would read."""
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"


def address_of(row: int, column: int) -> str:
    """Return the address of a cell whose row and column count from 1."""
    return f"{column_letters(column)}{row}"
