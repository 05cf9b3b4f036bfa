"""What a rule is given."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from kediri_index.model.answers import full_answers
from kediri_index.model.dataset import Answer, DataSet, Lead, UnitData
from kediri_index.model.definition import Definition, Indicator
from kediri_index.model.findings import Finding
from kediri_index.model.no_score import NoScore
from kediri_index.model.profile import Profile
from kediri_index.model.scoring import Reads
from kediri_index.model.user_hints import Hints
from kediri_index.scoring.exact import Compared
from kediri_index.scoring.leaf_score import LeafScore
from kediri_index.scoring.presence import Presence

if TYPE_CHECKING:
    from kediri_index.rules.unit_slip import Within


class UnitScores(NamedTuple):
    """What the scores of one unit say that is not in its leaves, computed when it is asked for.

    *compared* are those that come from a comparison with the other units, by lead; *without* says
    why inner nodes have no score.
    """

    compared: Callable[[Lead], Compared]
    without: Callable[[], Mapping[str, NoScore]]


class UnitContext(NamedTuple):
    """One unit's data, scored leaf by leaf under the definition.

    *presence* says which leaves have a score, and which need none. *measures* are the indicators
    that read a result, by id.
    *complete* says that the data are all there is, so that an absent row is a fault; one agency's
    file holds only its part. *profile* is the unit's own. *lead* says which of the two scores
    counts; *scores* tell of its groups.
    """

    definition: Definition
    data: UnitData
    leaves: Mapping[str, LeafScore]
    presence: Presence
    measures: Mapping[str, Indicator]
    complete: bool
    profile: Profile | None
    lead: Lead
    scores: UnitScores

    @property
    def only_file(self) -> str | None:
        """The file that holds all the data, where it is one."""
        return self.data.files[0] if len(self.data.files) == 1 else None

    @property
    def measured(self) -> list[tuple[Indicator, Answer]]:
        """The measured indicators of which the data say more than a result, and what they say."""
        measures = self.measures
        if not measures:
            return []
        return [
            (measures[answer.id], answer)
            for answer in full_answers(self.data)
            if answer.id in measures
        ]

    @property
    def has_given(self) -> bool:
        """Whether any score is given, not made of a result."""
        return not self.presence.present <= self.measures.keys()

    @property
    def compared(self) -> Compared:
        """The scores that come from a comparison with the other units."""
        return self.scores.compared(self.lead)


def measures_of(definition: Definition) -> dict[str, Indicator]:
    """Return the indicators that read a result, by id."""
    indicators = definition.all_indicators()
    return {one.id: one for one in indicators if one.rule.method.reads is Reads.MEASURE}


ResultsBefore = Callable[[UnitData], Mapping[str, Fraction]]
"""Last year's results of a unit by indicator: of those that are measured as they are now."""


class DataContext(NamedTuple):
    """Files and their units, and what the user said of them.

    *figures* are those of all units, for the rules that compare files of several units.
    """

    definition: Definition
    data: DataSet
    profile: Profile | None
    hints: Hints
    figures: Within | None = None


Rule = Callable[[UnitContext], Iterable[Finding]]
DataRule = Callable[[DataContext], Iterable[Finding]]
