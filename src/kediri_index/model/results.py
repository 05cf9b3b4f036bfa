"""Scores: one figure without any rounding below it, and one as published."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction

from kediri_index.model.dataset import Lead, Missing
from kediri_index.model.definition import Label
from kediri_index.model.places import Source


class NoScore(StrEnum):
    """Why a group has no score."""

    NO_ANSWERS = "no_answers"
    TOO_FEW = "too_few"
    ZERO_WEIGHTS = "zero_weights"


@dataclass(frozen=True, slots=True)
class Figure:
    """*score* is exact; *published* has the definition's rounding stages and its decimals."""

    score: Fraction | None
    published: Fraction | None


@dataclass(frozen=True, slots=True)
class Completeness:
    """How much is there: *answered* and *expected* count leaves, *share* is a share of weight."""

    answered: int
    expected: int
    share: Fraction | None


@dataclass(frozen=True, slots=True)
class IndicatorResult:
    """One indicator's score with the cells it came from."""

    id: str
    figure: Figure
    raw: str | None
    self_score: Fraction | None
    assessor: Fraction | None
    sources: tuple[Source, ...]
    weight: Fraction
    effective_weight: Fraction
    missing: Missing | None


@dataclass(frozen=True, slots=True)
class GroupResult:
    """One group's figures.

    *weight* is the one in use among its siblings; *contribution* is its part of the overall, whose
    published figure is the rounded term where ``terms`` is a stage.
    """

    id: str
    figure: Figure
    weight: Fraction
    effective_weight: Fraction
    contribution: Figure
    given: bool
    completeness: Completeness
    class_label: Label | None
    no_score: NoScore | None
    groups: tuple[GroupResult, ...] = ()
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class LeadTotal:
    """The overall by one of the two scores, and how many answers have it."""

    figure: Figure
    answered: int


@dataclass(frozen=True, slots=True)
class MissingRange:
    """The lowest and highest overall if what is missing were worst or best."""

    low: Figure
    high: Figure


class PreviousBasis(StrEnum):
    """Whether last year's figure is the published one or was computed again."""

    PUBLISHED = "published"
    RECOMPUTED = "recomputed"


@dataclass(frozen=True, slots=True)
class Previous:
    """Last year's figure as compared with."""

    published: Fraction
    basis: PreviousBasis
    year: int | None


@dataclass(frozen=True, slots=True)
class ViewRow:
    """One value of a view: the mean score of its indicators; never an index."""

    id: str | None
    score: Fraction | None
    completeness: Completeness
    contribution: Fraction


@dataclass(frozen=True, slots=True)
class Omission:
    """A node that the score leaves out, or counts as zero, and why."""

    id: str
    reason: Missing | NoScore
    counted_as_zero: bool = False


@dataclass(frozen=True, slots=True)
class UnitResult:
    """All scores of one unit in one year.

    *gap* and *change* are differences of published figures.
    """

    unit: str | None
    year: int | None
    lead: Lead
    overall: Figure
    class_label: Label | None
    completeness: Completeness
    groups: tuple[GroupResult, ...]
    indicators: tuple[IndicatorResult, ...]
    omissions: tuple[Omission, ...] = ()
    no_score: NoScore | None = None
    rank: int | None = None
    target: Fraction | None = None
    gap: Fraction | None = None
    previous: Previous | None = None
    change: Fraction | None = None
    range_if_missing: MissingRange | None = None
    self_total: LeadTotal | None = None
    assessor_total: LeadTotal | None = None
    views: Mapping[str, tuple[ViewRow, ...]] = field(default_factory=dict)
