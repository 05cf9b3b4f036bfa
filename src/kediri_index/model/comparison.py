"""Why an overall changed: what each part contributed to it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction
from types import MappingProxyType
from typing import NamedTuple

from kediri_index.model.basis import Basis
from kediri_index.model.dataset import InputFile, Lead
from kediri_index.model.definition import Definition
from kediri_index.model.findings import Finding
from kediri_index.model.label import Label
from kediri_index.model.profile import Profile
from kediri_index.model.results import Figure, PreviousBasis
from kediri_index.model.waivers import Waived


class Method(StrEnum):
    """How the contributions were computed: exactly, or with *sampled* from some of all orders.

    *nested* is what earlier versions did where there was too much to look at.
    """

    CLOSED_FORM = "closed_form"
    ENUMERATION = "enumeration"
    NESTED = "nested"
    SAMPLED = "sampled"


class SamplingError(NamedTuple):
    """Of sampled contributions: from how many *orders*, and their largest *standard_error*.

    It is that of an answer's or of a group's contribution; two out of three are off by less.
    """

    orders: int
    standard_error: Fraction


class ComparedSide(NamedTuple):
    """One of the two results: *overall* as its own definition publishes it.

    *basis* says whose assessment it is, *official* what the profile has as published for this
    year, where these are known.
    """

    unit: str | None
    year: int | None
    lead: Lead
    definition: Definition
    overall: Figure
    basis: Basis | None = None
    official: Fraction | None = None


class Contribution(NamedTuple):
    """What a node of the new definition contributed to the change.

    *player* nodes move by themselves: theirs, the weights' and the set's parts add up to the
    change. The others are groups, the sum of those below them. *kind* is None for an indicator;
    *before* and *after* are scores.
    """

    id: str
    kind: str | None
    label: Label
    parent: str | None
    player: bool
    contribution: Fraction
    before: Fraction | None
    after: Fraction | None


class Comparison(NamedTuple):
    """A change and its parts, all in points of the new definition's scale.

    *change* is of the unrounded overalls. *change_published* is of the published ones, the old one
    published by the new definition's rules: *old_published*, of which *basis* says so. *added* and
    *dropped* are the answers that count on one side and that the other's definition has not.
    *error* says how near the contributions are where they are sampled.
    """

    old: ComparedSide
    new: ComparedSide
    change: Fraction
    change_published: Fraction
    old_published: Fraction
    basis: PreviousBasis
    contributions: tuple[Contribution, ...]
    weights: Fraction
    set: Fraction
    method: Method
    added: tuple[str, ...]
    dropped: tuple[str, ...]
    by_opd: Mapping[str, Fraction] = MappingProxyType({})
    error: SamplingError | None = None

    def players(self) -> tuple[Contribution, ...]:
        """Return the parts that add up, with the weights and the set, to the change."""
        return tuple(one for one in self.contributions if one.player)


class CompareOutcome(NamedTuple):
    """What ``compare`` comes to; without *comparison* the findings say why there is none.

    *waived* are findings that were accepted, not among *findings*.
    """

    definition: Definition
    profile: Profile | None
    inputs: tuple[InputFile, ...]
    comparison: Comparison | None
    findings: tuple[Finding, ...]
    partial: bool = False
    waived: tuple[Waived, ...] = ()
