"""The type of one entry of the catalogue of findings."""

from __future__ import annotations

from typing import NamedTuple

from kediri_index.model.findings import Severity


class FindingText(NamedTuple):
    """What one code says, in both languages.

    Texts may name ``{value}`` (as seen) and the finding's params in braces. *text* says what was
    seen and the rule, *repair* what to do.
    """

    code: str
    severity: Severity
    title_id: str
    title_en: str
    text_id: str
    text_en: str
    repair_id: str
    repair_en: str
