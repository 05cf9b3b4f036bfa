"""What every format of ``score`` shows."""

from __future__ import annotations

from typing import NamedTuple

from kediri_index.model.language import Language
from kediri_index.model.outcomes import ScoreOutcome


class ScoreShown(NamedTuple):
    """The scores, or why there are none; *detail* asks for every part of every unit."""

    outcome: ScoreOutcome
    language: Language
    detail: bool = False
