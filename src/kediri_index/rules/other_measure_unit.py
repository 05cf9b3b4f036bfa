"""A result in another unit of measure than the definition's."""

from __future__ import annotations

from collections.abc import Iterable

from kediri_index.model.definition import PERCENT_WORDS
from kediri_index.model.finding_text import FindingText
from kediri_index.model.findings import Finding, Severity
from kediri_index.model.missing_words import says_nothing
from kediri_index.model.names import exact
from kediri_index.rules.context import UnitContext

FINDINGS = (
    FindingText(
        "X309",
        Severity.WARNING,
        "satuan lain",
        "another unit of measure",
        "satuan di sini «{value}», sedangkan menurut definisi «{unit}»",
        "the unit of measure here is «{value}», but the definition's is «{unit}»",
        "ubah hasilnya ke satuan definisi, atau perbaiki kolom Satuan",
        "convert the result to the definition's unit, or correct the column Satuan",
    ),
)


def other_measure_unit(context: UnitContext) -> Iterable[Finding]:
    """Yield X309 for each row whose *Satuan* names another than the measured indicator has.

    Case, spaces and brackets do not matter, and percent is percent by any of its names.
    """
    for indicator, answer in context.measured:
        said = answer.measure_unit
        if indicator.unit is None or said is None:
            continue
        if answer.measure is None or answer.measure.number is None:
            continue
        if says_nothing(said.text):
            continue
        if not _names(said.text) & _names(indicator.unit):
            yield Finding.at_cell("X309", said.source, said.text, indicator.id, unit=indicator.unit)


def _names(text: str) -> set[str]:
    """Return what *text* calls the unit: as a whole, and before and within brackets."""
    whole = exact(text)
    parts = {whole, *(part.strip() for part in whole.replace(")", "(").split("("))} - {""}
    return parts | {"%"} if parts & PERCENT_WORDS else parts
