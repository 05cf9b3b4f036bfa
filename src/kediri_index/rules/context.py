"""What a rule is given."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from kediri_index.model.answers import full_answers, sheet_rows_of
from kediri_index.model.dataset import Answer, DataSet, Lead, UnitData
from kediri_index.model.definition import Definition, Indicator
from kediri_index.model.findings import Finding, SheetRow
from kediri_index.model.profile import Hints, Profile, unit_key
from kediri_index.model.scoring import Reads
from kediri_index.scoring.answers import LeafScore, Presence, leaf_score
from kediri_index.scoring.exact import ComparedScores
from kediri_index.scoring.tree import TreeScores

if TYPE_CHECKING:
    from kediri_index.rules.unit_slip import SlipEvidence


@dataclass(frozen=True)
class UnitContext:
    """One unit's data under the definition, and its place *at* in the *tree* of its scores.

    A rule looks at the columns of the tree first, and asks for an answer or a leaf where it has
    something to say of it. *data* are as they were read, *prepared* gives an answer as it is
    scored. *measures* are the indicators that read a result, by id. *complete* says that the data
    are all there is, so that an absent row is a fault; one agency's file holds only its part.
    *profile* is the unit's own. *lead* says which of the two scores counts. *among* gives the
    scores that come from a comparison with the other units.
    """

    definition: Definition
    data: UnitData
    tree: TreeScores
    at: int
    prepared: Callable[[str], Answer]
    measures: Mapping[str, Indicator]
    complete: bool
    profile: Profile | None
    lead: Lead
    among: Callable[[], ComparedScores]

    @property
    def only_file(self) -> str | None:
        """The file that holds all the data, where it is one."""
        return self.data.files[0] if len(self.data.files) == 1 else None

    @cached_property
    def presence(self) -> Presence:
        """Which leaves have a score, and which need none."""
        return self.tree.presence(self.at)

    def says(self, node: str) -> bool:
        """Return whether anything is said of *node*, or was put in its place."""
        return (node in self.data.answers and node in self.tree.nodes) or self.has_score(node)

    def applies(self, node: str) -> bool:
        """Return whether *node* applies, whatever stands above it."""
        return self.tree.figures(node).applies[self.at]

    def answered(self, node: str) -> bool:
        """Return whether anything at or below *node* has a score."""
        return self.tree.figures(node).answered[self.at]

    def has_score(self, leaf: str) -> bool:
        """Return whether a leaf has a score."""
        return leaf in self.tree.leaves.present and self.tree.figures(leaf).given[self.at]

    def leaf(self, node: str) -> LeafScore | None:
        """Return the leaf of the answer for *node*, None if there is no answer."""
        if not self.says(node):
            return None
        if node not in self._leaves:
            self._leaves[node] = leaf_score(self.definition, self.prepared(node), self.lead)
        return self._leaves[node]

    @cached_property
    def _leaves(self) -> dict[str, LeafScore]:
        """Those that a rule has asked for."""
        return {}

    @cached_property
    def full(self) -> list[Answer]:
        """The answers of which there may be more than one plain number, or none."""
        return [self.prepared(one.id) for one in full_answers(self.data)]

    @cached_property
    def measured(self) -> list[tuple[Indicator, Answer]]:
        """The measured indicators of which the data say more than a result, and what they say."""
        measures = self.measures
        if not measures:
            return []
        return [(measures[one.id], one) for one in self.full if one.id in measures]


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
    figures: "SlipEvidence | None" = None

    def asked_rows(self) -> frozenset[SheetRow]:
        """Return the rows of the units that the hints choose; none where they choose none."""
        name, year = self.hints.unit, self.hints.year
        if name is None and year is None:
            return frozenset()
        key = None if name is None else unit_key(self.profile, name)
        return frozenset(
            row
            for unit in self.data.units
            if (year is None or unit.year == year)
            and (key is None or unit_key(self.profile, unit.unit or "") == key)
            for row in sheet_rows_of(unit)
        )


Rule = Callable[[UnitContext], Iterable[Finding]]
DataRule = Callable[[DataContext], Iterable[Finding]]
