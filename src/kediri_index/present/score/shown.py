"""What every format of ``score`` shows."""

from __future__ import annotations

from typing import NamedTuple

from kediri_index.model.language import Language
from kediri_index.model.outcomes import ScoreOutcome
from kediri_index.scoring.scores import Scores


class ScoreShown(NamedTuple):
    """The scores, or why there are none; *detail* asks for every part of every unit."""

    outcome: ScoreOutcome
    language: Language
    detail: bool = False

    @property
    def scores(self) -> Scores:
        """The scores of all units, which there are."""
        found = self.outcome.units
        if not isinstance(found, Scores):
            message = f"{found!r} are no scores"
            raise TypeError(message)
        return found
