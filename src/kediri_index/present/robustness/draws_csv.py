"""Every draw as CSV: one row a draw."""

from __future__ import annotations

import csv
import io

from kediri_index.messages.numbers import plain
from kediri_index.model.robustness import EachDraw
from kediri_index.present.robustness.json import drawn
from kediri_index.present.spreadsheet_text import harmless


def draws_csv(each: EachDraw) -> str:
    """Return a row a draw, figures with as many digits as every machine agrees on."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(map(harmless, each.columns))
    writer.writerows(map(_cell, row) for row in each.rows)
    return text.getvalue()


def _cell(value: object) -> str:
    match value:
        case None:
            return ""
        case float():
            return plain(drawn(value) or 0.0)
        case int():
            return str(value)
    return harmless(str(value))
