"""The report of an agency (Rapor OPD): its indicators, the points that they lose, its plan."""

from fractions import Fraction
from typing import NamedTuple

from kediri_index.model.dataset import Missing
from kediri_index.model.findings import Finding
from kediri_index.model.plans import Plan
from kediri_index.model.profile import Opd, OpdStatus
from kediri_index.model.scores import Figure, ViewRow
from kediri_index.model.yearly import Yearly


class AgencyLeaf(NamedTuple):
    """An indicator, or a group whose score is given, that the agency answers for.

    *lost* is what the overall score lacks because this is below the highest score, None where that
    cannot be said; of an indicator of several agencies it is this agency's part. *others* are the
    ids of the other agencies that answer for it.
    """

    id: str
    figure: Figure
    self_score: Fraction | None
    assessor: Fraction | None
    missing: Missing | None
    lost: Fraction | None
    others: tuple[str, ...] = ()


class AgencyReport(NamedTuple):
    """One agency. *view* is its row of ``score``, *status* that of ``status``, *plan* its plan.

    *place* counts from 1 by the mean score of its indicators, None where it has none.
    """

    status: OpdStatus
    leaves: tuple[AgencyLeaf, ...]
    view: ViewRow | None
    lost: Fraction | None
    place: int | None
    plan: Plan | None = None
    plan_findings: tuple[Finding, ...] = ()

    @property
    def opd(self) -> Opd:
        """The agency."""
        return self.status.opd


class AgencyReports(NamedTuple):
    """The agencies of the profile in its order, and the unit's report without a plan of its own.

    *goal* is what their plans lead towards: a target, or with none the highest score. *shown* are
    those that were asked for.
    """

    yearly: Yearly
    goal: Fraction | None
    agencies: tuple[AgencyReport, ...]
    shown: tuple[AgencyReport, ...]

    @property
    def placed(self) -> int:
        """How many agencies have a place."""
        return sum(1 for one in self.agencies if one.place is not None)
