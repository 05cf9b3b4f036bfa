"""How the parts of the reader say that a file cannot be read at all."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from kediri_index.model.findings import Finding
from kediri_index.model.limits import Limits
from kediri_index.model.workbook import Sheet

LIMIT_OF: Final = {
    "F102": "file_bytes",
    "F113": "members",
    "F114": "member_bytes",
    "F115": "total_bytes",
    "F116": "ratio",
    "F205": "sheets",
    "F206": "cells",
    "F207": "text_length",
    "F208": "seconds",
    "F224": "elements",
    "F225": "rows",
    "F226": "columns",
    "F227": "strings",
    "F228": "texts",
}
"""Which limit of reading a code is about."""
_LIMIT_OF_ROWS: Final = {"F443": "findings", "F444": "units", "S720": "comparisons"}


LONGEST_NAME: Final = 31
"""Characters of a sheet's name in Excel."""


class RefusedError(Exception):
    """A file is not read on; *findings* say why. Never leaves this package."""

    def __init__(self, *findings: Finding) -> None:
        super().__init__(", ".join(finding.code for finding in findings))
        self.findings = findings


def refuse_floods(path: str, sheets: Iterable[Sheet], limits: Limits) -> None:
    """Raise :class:`RefusedError` for cells that together contain more text than is kept.

    A sheet's name counts with each cell, beyond what a name may usually have.
    """
    letters = 0
    for sheet in sheets:
        letters += sum(len(text) for row in sheet.rows.values() for text in row.texts)
        letters += sheet.filled * max(0, len(sheet.name) - LONGEST_NAME)
    if letters > limits.texts:
        raise RefusedError(limit_finding("F228", path, limits, letters))


def limit_finding(code: str, path: str, limits: Limits, seen: int, **params: object) -> Finding:
    """Return a finding that says which limit was passed, and the option that raises it."""
    name = LIMIT_OF.get(code) or _LIMIT_OF_ROWS[code]
    limit = getattr(limits, name)
    option = f"--limit {name}={max(seen, 2 * limit, 1)}"
    return Finding(
        code, file=path, params={"limit": limit, "seen": seen, "option": option, **params}
    )
