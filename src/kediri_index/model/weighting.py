"""Weights that data propose: by which method, for which groups, and what they would change."""

from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from kediri_index.model.comparison import UnitEffect
from kediri_index.model.dataset import InputFile
from kediri_index.model.definition import Definition
from kediri_index.model.findings import Finding
from kediri_index.model.profile import Profile, Waived


class WeightMethod(StrEnum):
    """How weights are made from the scores of many units."""

    PCA = "pca"
    ENTROPY = "entropy"
    EQUAL_INFLUENCE = "equal-influence"
    CRITIC = "critic"


class Kept(StrEnum):
    """Why a group keeps its weights."""

    TOO_FEW = "too_few"
    CONSTANT = "constant"
    NEGATIVE = "negative"
    NO_SOLUTION = "no_solution"
    NOT_WEIGHTED = "not_weighted"
    NOT_ADDITIVE = "not_additive"


class ChildWeight(NamedTuple):
    """A child's share among its siblings, *before* and *after*.

    *figure* is what the method makes the weight of: a loading, what entropy leaves, CRITIC's
    information, or the correlation with the group that all children come to have. None where the
    group keeps its weights.
    """

    id: str
    before: Fraction
    after: Fraction
    figure: float | None


class GroupWeights(NamedTuple):
    """A group, or the overall under its own id, over the *n* observations with every child.

    *left_out* observations have some of the children; *kept* says why nothing is proposed.
    """

    id: str
    n: int
    left_out: int
    kept: Kept | None
    children: tuple[ChildWeight, ...]


class LeafWeight(NamedTuple):
    """The effective weight of an indicator, or of a group without parts."""

    id: str
    before: Fraction
    after: Fraction


class ProposedWeights(NamedTuple):
    """All groups with several children, deepest first, and what their weights would change.

    *weights* are those of the new definition, by the id of an indicator or group, as they are
    written. Where it is empty, every group keeps its own.
    """

    observations: int
    groups: tuple[GroupWeights, ...]
    leaves: tuple[LeafWeight, ...]
    units: tuple[UnitEffect, ...]
    weights: Mapping[str, Fraction]


class WeightsOutcome(NamedTuple):
    """What was proposed, None where the data allow no scores."""

    definition: Definition
    profile: Profile | None
    inputs: tuple[InputFile, ...]
    method: WeightMethod
    proposed: ProposedWeights | None
    findings: tuple[Finding, ...]
    waived: tuple[Waived, ...] = ()
    partial: bool = False
