"""What differs between two definitions, and what that does to data."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction
from types import MappingProxyType
from typing import NamedTuple

from kediri_index.model.definition import Definition
from kediri_index.model.findings import Finding
from kediri_index.model.outcomes import ScoreOutcome
from kediri_index.model.results import UnitResult


class ChangeKind(StrEnum):
    """What a change is about; the order is that in which changes are shown."""

    IDENTITY = "identity"
    YEAR = "year"
    SCALE = "scale"
    PUBLISH = "publish"
    MISSING = "missing"
    CLASS = "class"
    AGGREGATION = "aggregation"
    PREPARATION = "preparation"
    WEIGHT = "weight"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    QUESTION = "question"
    SCORING = "scoring"
    GROUP = "group"
    EVIDENCE = "evidence"
    OPD = "opd"
    TAG = "tag"
    PRINTED = "printed"
    OTHER = "other"


class Change(NamedTuple):
    """One difference: *path* such as ``groups.impact.weight`` or ``classes[2].below``.

    *before* and *after* are plain data, None where there is nothing; numbers are
    :class:`~kediri_index.model.digits.Digits`.
    """

    path: str
    kind: ChangeKind
    before: object
    after: object


class DiffState(StrEnum):
    """How a definition compares with its earlier self, or with another one."""

    SAME = "same"
    CHANGED = "changed"
    NEW = "new"
    REMOVED = "removed"
    UNREADABLE = "unreadable"


class Share(NamedTuple):
    """A node's share in the overall when everything is answered; None where it does not stand."""

    before: Fraction | None
    after: Fraction | None


class DefinitionDiff(NamedTuple):
    """Two definitions compared; one is None where there is nothing to compare with.

    *shares* has the nodes whose share in the overall changed; *findings* say where a meaning
    changed without its version, *faults* why an earlier file cannot be read.
    """

    id: str
    path: str
    state: DiffState
    before: Definition | None = None
    after: Definition | None = None
    changes: tuple[Change, ...] = ()
    shares: Mapping[str, Share] = MappingProxyType({})
    findings: tuple[Finding, ...] = ()
    faults: tuple[Finding, ...] = ()


class UnitEffect(NamedTuple):
    """One unit's scores by both definitions; None where a definition makes no unit of the data."""

    unit: str | None
    year: int | None
    before: UnitResult | None
    after: UnitResult | None

    @property
    def change(self) -> Fraction | None:
        """The difference of the published figures."""
        if self.before is None or self.after is None:
            return None
        old, new = self.before.overall.published, self.after.overall.published
        return None if old is None or new is None else new - old

    @property
    def changed_rank(self) -> bool:
        """Whether both sides rank the unit, and differ."""
        if self.before is None or self.after is None:
            return False
        ranks = (self.before.rank, self.after.rank)
        return None not in ranks and ranks[0] != ranks[1]

    @property
    def changed_class(self) -> bool:
        """Whether the unit's class is another one."""
        return self.class_names[0] != self.class_names[1]

    @property
    def class_names(self) -> tuple[str | None, str | None]:
        """The names of both classes, as the definitions word them."""
        labels = [one.class_label if one else None for one in (self.before, self.after)]
        old, new = (label.main if label else None for label in labels)
        return old, new


class Effect(NamedTuple):
    """What both definitions make of the same data.

    *units* stand by size of change, None where errors forbid a score under either definition;
    *made_for* are the other definitions that the files name.
    """

    before: ScoreOutcome
    after: ScoreOutcome
    units: tuple[UnitEffect, ...] | None
    made_for: tuple[str, ...] = ()
