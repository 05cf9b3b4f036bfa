"""The yearly report as a workbook that computes: formulas lead from the answers to the score."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kediri_index.model.yearly import Yearly
    from kediri_index.present.document import Document


def render(yearly: Yearly, worded: Document) -> bytes:
    """Return the file, with formulas from what *yearly* was computed from."""
    from kediri_index.present.yearly.xlsx.book import report_xlsx  # noqa: PLC0415 - XlsxWriter

    return report_xlsx(yearly, worded)
