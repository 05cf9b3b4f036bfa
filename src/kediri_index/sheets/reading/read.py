"""The one way into this package's readers: the bytes of a file become cells with evidence."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from kediri_index.model.findings import Finding, in_order
from kediri_index.model.limits import Limits
from kediri_index.model.workbook import Cell, Sheet, Workbook
from kediri_index.sheets.reading.refusal import (
    Content,
    RefusedError,
    content_of,
    limit_finding,
    refused_content,
)

SIGN: Final = "kediri-index:marks:1"
_SEARCHED: Final = 200
"""Cells; the sign stands in the first row, and people put rows above it."""


def sign_on(sheet: Sheet) -> Cell | None:
    """Return the cell that says that *sheet* lists findings of ours, or None."""
    searched = 0
    for row in sheet.rows.values():
        if SIGN in row.texts:
            return next(cell for cell in row.cells() if cell.value == SIGN)
        searched += row.filled
        if searched >= _SEARCHED:
            break
    return None


def read_workbook(path: str, data: bytes, limits: Limits) -> Workbook:
    """Return the cells of a file; *path* is the name to show, nothing is opened.

    What *data* is, is told by its first bytes. Never raises for what a file holds: faults are
    findings of the workbook, and one that cannot be read has no sheets.
    """
    sheets: list[Sheet] = []
    is_csv = False
    try:
        with _collector_paused():
            sheets, findings, is_csv = _read(path, data, limits)
    except RefusedError as error:
        findings = list(error.findings)
    except Exception as error:  # noqa: BLE001 - a defect of a parser must not end the whole run
        seen = f"{type(error).__name__}: {error}"
        findings = [Finding("F123", file=path, params={"error": seen})]
    sha256 = hashlib.sha256(data).hexdigest()
    own = None if is_csv else next((sheet for sheet in sheets if sign_on(sheet)), None)
    if own is not None:  # what we wrote ourselves is no data, and has no faults
        sheets.remove(own)
        findings = [finding for finding in findings if finding.sheet != own.name]
    return Workbook(path, sha256, tuple(sheets), in_order(findings), is_csv, own)


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Keep the collector from searching a million cells, none in a cycle: a sixth of the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _read(path: str, data: bytes, limits: Limits) -> tuple[list[Sheet], list[Finding], bool]:
    """Return the sheets, the findings, and whether the file is a text table."""
    if len(data) > limits.file_bytes:
        raise RefusedError(limit_finding("F102", path, limits, len(data)))
    content = content_of(path, data)
    refused = refused_content(path, content)
    if refused is not None:
        raise RefusedError(refused)
    if content is Content.TEXT:
        from kediri_index.sheets.reading.delimited import read_delimited  # noqa: PLC0415 - only for CSV

        return *read_delimited(path, data, limits), True
    from kediri_index.sheets.reading.xlsx import read_xlsx  # noqa: PLC0415 - only for workbooks

    return *read_xlsx(path, data, limits), False
