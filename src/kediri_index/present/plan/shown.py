"""What every format of ``plan`` shows."""

from __future__ import annotations

from typing import NamedTuple

from kediri_index.model.findings import Finding
from kediri_index.model.language import Language
from kediri_index.model.plans import Plan, PlanOutcome
from kediri_index.present.plan.words import PlanWords


class PlanShown(NamedTuple):
    """The plan, or why there is none; *bounds* are what was asked beside the target."""

    outcome: PlanOutcome
    language: Language
    bounds: tuple[tuple[str, dict[str, object]], ...] = ()

    @property
    def plan(self) -> Plan:
        """The plan; all but JSON is asked for only where there is one."""
        found = self.outcome.plan
        assert found is not None  # noqa: S101 - for mypy: asked before
        return found

    def words(self) -> PlanWords:
        """Return the wording of the plan."""
        return PlanWords(self.outcome, self.plan, self.language, self.bounds)

    def about_plans(self) -> list[Finding]:
        """Return the findings about the plan itself; those of the files are ``check``'s to tell."""
        return [one for one in self.outcome.findings if one.code.startswith("S7")]
