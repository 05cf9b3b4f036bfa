"""A definition, format 1."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from kediri_index.definition.models.part import Part
from kediri_index.definition.models.scoring import ScoreSpec, parse_score
from kediri_index.definition.models.values import (
    Decimals,
    Flag,
    Id,
    Ids,
    Json,
    Number,
    Pair,
    Parsed,
    Share,
    Text,
    Year,
    one_of,
    parse_text,
)
from kediri_index.model.definition import (
    STAGE_OVERALL,
    Aggregation,
    ClassesOn,
    Language,
    RoundingMode,
    Status,
    Unanswered,
    WeightsOf,
)
from kediri_index.model.scoring import Direction

SCORE_SCHEMA: Json = {"$comment": "score"}
"""Stands for what the registry of scoring methods allows; ``json_schema`` spells it out."""

Score = Annotated[ScoreSpec, Parsed(parse_score, SCORE_SCHEMA)]
Combined = Annotated[Aggregation, one_of(Aggregation)]


class Named(Part):
    """Something with a name, as the definition words it and in other languages."""

    name: Text
    name_en: Text | None = None
    name_id: Text | None = None


class ScaleSpec(Part):
    """The lowest and the highest score."""

    min: Number
    max: Number


class PublishSpec(Part):
    """How published figures are rounded: the stages that are, and to how many decimals."""

    decimals: Decimals = 2
    mode: Annotated[RoundingMode, one_of(RoundingMode)] = RoundingMode.HALF_UP
    stages: tuple[Text, ...] = Field((STAGE_OVERALL,), alias="round")


class MissingSpec(Part):
    """What unanswered indicators do to the score."""

    answers: Annotated[Unanswered, one_of(Unanswered)] = Unanswered.ERROR
    min_present: Share | None = None


class ClassSpec(Named):
    """A class of scores, below a bound or up to and with it; the last has none."""

    below: Number | None = None
    up_to: Number | None = None


class DeclaredSpec(Named):
    """A kind of groups, or a tag of indicators; one that ``extends`` brought in can be dropped."""

    drop: Flag = False


class Item(DeclaredSpec):
    """What groups and indicators have in common."""

    id: Id
    weight: Number | None = None


class GroupSpec(Item):
    """A group of indicators or of further groups."""

    kind: Text
    optional: Flag = False
    aggregate: Combined | None = None
    min_present: Share | None = None
    weights_sum: Number | None = None
    groups: tuple[GroupSpec, ...] = ()


class IndicatorSpec(Item):
    """A question or a measured quantity, in one group."""

    parent: Text = Field(alias="in")
    printed: Text | None = None
    tags: dict[Id, Text] = Field(default_factory=dict)
    unit: Text | None = None
    valid: Pair | None = None
    direction: Annotated[Direction, one_of(Direction)] = Direction.HIGHER
    opd: Ids = ()
    score: Score | None = None


class DefinitionSpec(Part):
    """The definition of an index."""

    kediri_index: Annotated[Literal["1"], Parsed(parse_text, {"enum": [1, "1"]})]
    extends: Text | None = None
    id: Id
    version: Text
    status: Annotated[Status, one_of(Status)]
    title: Text
    title_en: Text | None = None
    title_id: Text | None = None
    language: Annotated[Language, one_of(Language)] = Language.ID
    source: Text | None = None
    year: Year | None = None
    scale: ScaleSpec | None = None
    publish: PublishSpec = PublishSpec()
    missing: MissingSpec = MissingSpec()
    classes: tuple[ClassSpec, ...] = ()
    classes_on: Annotated[ClassesOn, one_of(ClassesOn)] = ClassesOn.SCORE
    aggregate: Combined | None = None
    aggregate_top: Combined | None = None
    weights_sum: Number | None = None
    weights_of: Annotated[WeightsOf, one_of(WeightsOf)] = WeightsOf.PARENT
    score: Score | None = None
    kinds: dict[Id, DeclaredSpec] = Field(default_factory=dict)
    tags: dict[Id, DeclaredSpec] = Field(default_factory=dict)
    groups: tuple[GroupSpec, ...] = ()
    indicators: tuple[IndicatorSpec, ...] = ()
