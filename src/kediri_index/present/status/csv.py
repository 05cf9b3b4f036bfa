"""The board of agencies (OPD) as CSV: one row an agency."""

from __future__ import annotations

import csv
import io

from kediri_index.messages.numbers import plain
from kediri_index.present.spreadsheet_text import harmless
from kediri_index.present.status.shown import StatusShown

HEADER = (
    "id",
    "name",
    "state",
    "answered",
    "expected",
    "errors",
    "warnings",
    "revision",
    "weight",
    "due",
    "overdue_days",
    "files",
    "superseded",
    "not_applicable",
)


def render(shown: StatusShown) -> str:
    """Return one row an agency; names of several files stand in one cell, apart by ``; ``."""
    board = shown.board
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(HEADER)
    for row in board.opd:
        cells = (
            row.opd.id,
            row.opd.name,
            row.state.value,
            row.answered,
            row.expected,
            row.errors,
            row.warnings,
            row.revision,
            plain(row.weight),
            None if board.due is None else board.due.isoformat(),
            row.overdue_days,
            "; ".join(row.files),
            "; ".join(path for path, _ in row.superseded),
            len(row.not_applicable),
        )
        writer.writerow(harmless("" if cell is None else str(cell)) for cell in cells)
    return text.getvalue()
