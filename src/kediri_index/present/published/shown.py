"""What every format of ``verify --published`` shows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kediri_index.model.findings import Finding
from kediri_index.model.language import Language
from kediri_index.model.published import Recomputed


class PublishedShown(NamedTuple):
    """The published figures beside those computed now, and the findings where they differ."""

    figures: Sequence[Recomputed]
    findings: Sequence[Finding]
    language: Language
