"""A comparison as CSV: one row a part, points for decimals."""

from __future__ import annotations

import csv
import io
from fractions import Fraction

from kediri_index.messages.numbers import plain
from kediri_index.present.compare.shown import CompareShown
from kediri_index.present.spreadsheet_text import harmless

HEADER = ("id", "kind", "name", "player", "before", "after", "contribution")


def render(shown: CompareShown) -> str:
    """Return the nodes, then the weights and the set; the *player* rows add up to the change."""
    found = shown.comparison
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(HEADER)
    for one in found.contributions:
        writer.writerow(
            (
                harmless(one.id),
                one.kind or "indicator",
                harmless(one.label.in_language(shown.language)),
                "true" if one.player else "false",
                _number(one.before),
                _number(one.after),
                plain(one.contribution),
            )
        )
    for name, value in (("weights", found.weights), ("set", found.set)):
        writer.writerow((name, name, "", "true", "", "", plain(value)))
    return text.getvalue()


def _number(value: Fraction | None) -> str:
    return "" if value is None else plain(value)
