"""A definition, format 1."""

# No postponed annotations: types that are there already need no evaluation at start.

from dataclasses import field
from typing import Annotated

from kediri_index.definition.specs.methods import AGGREGATION, Score, StepSpec
from kediri_index.definition.specs.parsed import Parsed, spec
from kediri_index.definition.specs.values import (
    Decimals,
    Flag,
    Id,
    Ids,
    Number,
    Pair,
    Share,
    Text,
    Year,
    one_of,
    parse_text,
)
from kediri_index.model.aggregation import Aggregation
from kediri_index.model.definition import (
    STAGE_OVERALL,
    ClassesOn,
    Evidence,
    NotApplicable,
    RoundingMode,
    Status,
    Unanswered,
    WeightsOf,
)
from kediri_index.model.language import Language
from kediri_index.model.scoring import Direction

Combined = Annotated[Aggregation, AGGREGATION]
Wanted = Annotated[Evidence, one_of(Evidence)]
Applying = Annotated[NotApplicable, one_of(NotApplicable)]


@spec
class NameSpec:
    """A name, as the definition words it and in other languages."""

    name: Text
    name_en: Text | None = None
    name_id: Text | None = None


@spec
class ScaleSpec:
    """The lowest and the highest score."""

    min: Number
    max: Number


@spec
class PublishSpec:
    """How published figures are rounded: the stages that are, and to how many decimals."""

    decimals: Decimals = 2
    mode: Annotated[RoundingMode, one_of(RoundingMode)] = RoundingMode.HALF_UP
    round: tuple[Text, ...] = (STAGE_OVERALL,)


@spec
class MissingSpec:
    """What unanswered indicators do to the score."""

    answers: Annotated[Unanswered, one_of(Unanswered)] = Unanswered.ERROR
    min_present: Share | None = None
    not_applicable: Applying = NotApplicable.ALLOW


@spec
class ClassSpec(NameSpec):
    """A class of scores, below a bound or up to and with it; the last has none."""

    below: Number | None = None
    up_to: Number | None = None


@spec
class DeclaredSpec(NameSpec):
    """A kind of groups, or a tag of indicators; ``drop`` removes one that is extended."""

    drop: Flag = False


@spec
class GroupSpec(DeclaredSpec):
    """A group of indicators or of further groups."""

    id: Id
    kind: Text
    weight: Number | None = None
    optional: Flag = False
    aggregate: Combined | None = None
    min_present: Share | None = None
    weights_sum: Number | None = None
    groups: tuple["GroupSpec", ...] = ()


@spec
class IndicatorSpec(DeclaredSpec):
    """A question or a measured quantity, in one group."""

    id: Id
    in_: Text
    weight: Number | None = None
    printed: Text | None = None
    tags: dict[Id, Text] = field(default_factory=dict)
    unit: Text | None = None
    valid: Pair | None = None
    direction: Annotated[Direction, one_of(Direction)] = Direction.HIGHER
    opd: Ids = ()
    evidence: Wanted | None = None
    not_applicable: Applying | None = None
    score: Score | None = None


@spec
class DefinitionSpec:
    """The definition of an index."""

    kediri_index: Annotated[str, Parsed(parse_text, {"enum": [1, "1"]})]
    extends: Text | None = None
    id: Id
    version: Text
    status: Annotated[Status, one_of(Status)]
    title: Text
    title_en: Text | None = None
    title_id: Text | None = None
    language: Annotated[Language, one_of(Language)] = Language.ID
    source: Text | None = None
    superseded_by: Text | None = None
    year: Year | None = None
    scale: ScaleSpec | None = None
    publish: PublishSpec = field(default_factory=PublishSpec)
    missing: MissingSpec = field(default_factory=MissingSpec)
    evidence: Wanted = Evidence.OPTIONAL
    classes: tuple[ClassSpec, ...] = ()
    classes_on: Annotated[ClassesOn, one_of(ClassesOn)] = ClassesOn.SCORE
    aggregate: Combined | None = None
    aggregate_top: Combined | None = None
    weights_sum: Number | None = None
    weights_of: Annotated[WeightsOf, one_of(WeightsOf)] = WeightsOf.PARENT
    score: Score | None = None
    prepare: tuple[StepSpec, ...] = ()
    kinds: dict[Id, DeclaredSpec] = field(default_factory=dict)
    tags: dict[Id, DeclaredSpec] = field(default_factory=dict)
    groups: tuple[GroupSpec, ...] = ()
    indicators: tuple[IndicatorSpec, ...] = ()
