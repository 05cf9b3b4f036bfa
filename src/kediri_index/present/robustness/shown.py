"""What every format of ``robustness`` shows."""

from __future__ import annotations

from typing import NamedTuple

from kediri_index.model.findings import Finding
from kediri_index.model.language import Language
from kediri_index.model.robustness import Robustness, RobustnessOutcome

_OF_DRAWS = "S81"


class RobustnessShown(NamedTuple):
    """How sure the scores are, or why none are."""

    outcome: RobustnessOutcome
    language: Language

    @property
    def result(self) -> Robustness:
        """The result; all but JSON is asked for only where there is one."""
        found = self.outcome.result
        assert found is not None  # noqa: S101 - for mypy: asked before
        return found

    def about_draws(self) -> list[Finding]:
        """Return the findings about the draws themselves: always shown."""
        return [one for one in self.outcome.findings if one.code.startswith(_OF_DRAWS)]
