"""What may stand in a definition, a profile or a list of waivers."""

# No postponed annotations: types that are there already need no evaluation at start.

from collections.abc import Mapping
from dataclasses import field
from fractions import Fraction
from functools import cache, reduce
from operator import or_
from typing import Annotated, Any

from kediri_index.definition.shapes import Field, Shape, fields_of, model_of
from kediri_index.definition.values import (
    EVIDENCE,
    NUMBER,
    TEXT,
    WANTED,
    Cell,
    Cost,
    Day,
    Decimals,
    FieldError,
    Flag,
    Id,
    IdPattern,
    IdPatterns,
    Ids,
    Json,
    Number,
    Pair,
    Parsed,
    Respondents,
    Share,
    Text,
    Texts,
    WholeNumber,
    Year,
    number_between,
    one_of,
    parse_number,
    parse_text,
    spec,
)
from kediri_index.model.aggregation import Aggregation
from kediri_index.model.definition import (
    STAGE_OVERALL,
    Beyond,
    ClassesOn,
    Evidence,
    Imputation,
    Logarithm,
    NotApplicable,
    RoundingMode,
    Status,
    Treatment,
    Unanswered,
    WeightsOf,
)
from kediri_index.model.language import Language
from kediri_index.model.profile import Basis, Combine
from kediri_index.model.scoring import Direction, Outside, Range, ScoringMethod, Years
from kediri_index.scoring.aggregations import AGGREGATIONS, OTHER_AGGREGATIONS
from kediri_index.scoring.methods import METHODS, OTHER_METHODS

SCORE_SCHEMA: Json = {"$comment": "score"}
"""Stands for what the registry of methods allows; ``json_schema`` spells it out."""


@spec
class RangeSpec:
    """The range of a score, and what happens beyond: common to all methods."""

    to: Range | None = None
    outside: Outside | None = None


@spec
class ScoreSpec(RangeSpec):
    """How a raw value becomes a score."""

    method: ScoringMethod


def parse_method(value: object) -> type[ScoringMethod]:
    """Return the method that *value* names; raises FieldError where there is none."""
    kind = METHODS.get(value) if isinstance(value, str) else None
    if kind is None:
        raise FieldError("D113", known=(*METHODS, *OTHER_METHODS.names()))
    return kind


def fields_of_score(method: Any) -> Mapping[str, Field]:  # noqa: ANN401 - any scoring method
    """Return the fields of ``score:`` with the dataclass *method* by key."""
    named = {"method": Field("method", Shape(TEXT))}
    return {**named, **fields_of(RangeSpec), **fields_of(method)}


@cache
def score_model(method: Any) -> Any:  # noqa: ANN401 - a method in, a type out
    """Return the dataclass of what may stand under ``score:`` with *method*, for Pydantic."""
    named = Field("method", Shape(Parsed(parse_text, {"const": method.name})))
    fields = {**fields_of_score(method), "method": named}
    return model_of(f"{method.__name__}Score", fields, method.__doc__)


def _any_score() -> Any:  # noqa: ANN401 - a type
    """Return the type of ``score:``: by its method, what may stand there."""
    from pydantic import Discriminator, Tag  # noqa: PLC0415 - only Pydantic calls this

    kinds: Mapping[str, Any] = METHODS
    methods = [Annotated[score_model(kind), Tag(name)] for name, kind in kinds.items()]
    return Annotated[reduce(or_, methods), Discriminator(_method_of)]


def _method_of(value: object) -> object:
    return value.get("method") if isinstance(value, dict) else None


SCORE = Parsed(parse_method, SCORE_SCHEMA, _any_score)
Score = Annotated[ScoreSpec, SCORE]


def parse_aggregation(value: object) -> Aggregation:
    """Return what ``aggregate:`` says; raises FieldError where anything is wrong."""
    name, written = value, None
    if isinstance(value, dict) and len(value) == 1:
        ((name, written),) = value.items()
    kind = AGGREGATIONS.get(name) if isinstance(name, str) else None
    if kind is None:
        forms = tuple(one.form() for one in AGGREGATIONS.values())
        own = OTHER_AGGREGATIONS.names()
        word = name if isinstance(name, str) else ""
        names = (*AGGREGATIONS, *own)
        raise FieldError("D113", known=(*forms, *own), names=names, word=word)
    takes = kind.takes
    if isinstance(value, dict) is (takes is None):
        raise FieldError("D121", form=kind.form())
    if takes is None:
        return kind()
    parameter = parse_number(written)
    if takes.bounds is not None and not takes.bounds[0] <= parameter <= takes.bounds[1]:
        raise FieldError("D108", low=takes.bounds[0], high=takes.bounds[1])
    found = kind.of(parameter)
    if found is None:
        raise FieldError("D121", form=takes.zero or kind.form())
    return found


AGGREGATION = Parsed(parse_aggregation, {"$comment": "aggregation"})
"""Its schema is spelt out by ``json_schema``, as that of ``score:``."""


WhichYears = Annotated[Years, one_of(Years)]


@spec
class ImputeSpec:
    """How missing values are estimated."""

    method: Annotated[Imputation, one_of(Imputation)]
    by: Text | None = None
    years: WhichYears | None = None
    beyond: Annotated[Beyond, one_of(Beyond)] | None = None


@spec
class ScreenSpec:
    """Which share of the indicators a unit must have."""

    min_present: Share


@spec
class TreatSpec:
    """How outliers are found, and what is done to them."""

    method: Annotated[Treatment, one_of(Treatment)]
    winmax: WholeNumber = 5
    skew: Cost = Fraction(2)
    kurtosis: Cost = Fraction(7, 2)
    log: Annotated[Logarithm, one_of(Logarithm)] | None = None
    power: Annotated[Fraction, number_between(-5, 5)] | None = None
    combine: Flag | None = None
    years: WhichYears = Years.POOLED


@spec
class StepSpec:
    """One step before scoring."""

    denominate: dict[Id, Text] | None = None
    impute: ImputeSpec | None = None
    screen: ScreenSpec | None = None
    treat: TreatSpec | None = None


Combined = Annotated[Aggregation, AGGREGATION]
Wanted = Annotated[Evidence, WANTED]
WantedItems = Annotated[Evidence | dict[Fraction, tuple[str, ...]], EVIDENCE]
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


def _parse_combine(value: object) -> Fraction | None:
    """Return the threshold of a share; None for the mean."""
    if value == _MEAN:
        return None
    if isinstance(value, dict) and [*value] == [_SHARE]:
        return parse_number(value[_SHARE])
    if value == _SHARE or isinstance(value, dict):
        raise FieldError("D121", form=_SHARE_FORM)
    raise FieldError("D113", known=(_MEAN, _SHARE_FORM), names=(_MEAN, _SHARE))


_MEAN, _SHARE = "mean", "share_at_least"
_SHARE_FORM = "{share_at_least: 3}"
SURVEY_COMBINE = Parsed(
    _parse_combine,
    {
        "oneOf": [
            {"enum": [_MEAN]},
            {
                "type": "object",
                "properties": {_SHARE: NUMBER.json},
                "required": [_SHARE],
                "additionalProperties": False,
            },
        ]
    },
)


@spec
class SurveySpec:
    """How the answers of respondents make the value of an indicator."""

    questions: dict[Id, Text] = field(default_factory=dict)
    scale: ScaleSpec | None = None
    answers: dict[Number, Text] = field(default_factory=dict)
    combine: Annotated[Fraction | None, SURVEY_COMBINE] = None
    min_respondents: Respondents = 1
    groups: Texts = ()
    group_column: Text | None = None


def survey_scale(spec: SurveySpec, scale: Range | None) -> Range | None:
    """Return the lowest and the highest answer: as said, of the words, else the *scale*."""
    if spec.scale is not None:
        return spec.scale.min, spec.scale.max
    return (min(spec.answers), max(spec.answers)) if spec.answers else scale


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
    evidence: WantedItems | None = None
    not_applicable: Applying | None = None
    survey: SurveySpec | None = None
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


Combining = Annotated[Combine, one_of(Combine)]


@spec
class OpdSpec:
    """An agency (organisasi perangkat daerah), and how sheets may spell its name."""

    id: Id
    name: Text
    short: Text | None = None
    also: Texts = ()
    head: Text | None = None


@spec
class SignatorySpec:
    """Who signs letters and minutes."""

    name: Text
    position: Text
    number: Text | None = None


@spec
class SenderSpec:
    """Who sends letters and draws up minutes."""

    office: Text | None = None
    place: Text | None = None
    number: Text | None = None
    signatories: tuple[SignatorySpec, ...] = ()
    letterhead: Text | None = None


@spec
class SharedSpec:
    """Which value counts of an indicator that several agencies answer for."""

    lead: Id | None = None
    combine: Combining | None = None


@spec
class ProfileSpec:
    """Whose the index is."""

    unit: Text | None = None
    also: Texts = ()
    opd: tuple[OpdSpec, ...] = ()
    assign: dict[Id, IdPatterns] = field(default_factory=dict)
    shared: dict[IdPattern, SharedSpec] = field(default_factory=dict)
    columns: dict[Text, Texts] = field(default_factory=dict)
    due: Day | None = None
    definitions: IdPatterns = ()
    history: dict[Year, Number] = field(default_factory=dict)
    history_value: Annotated[Basis, one_of(Basis)] = Basis.ASSESSOR
    previous: Text | None = None
    targets: dict[Year, Number] = field(default_factory=dict)
    costs: dict[IdPattern, Cost] = field(default_factory=dict)
    letters: SenderSpec | None = None
    unit_groups: dict[Text, dict[Text, Texts]] = field(default_factory=dict)


@spec
class PlaceSpec:
    """Where the finding stands: a file, perhaps a sheet of it, perhaps a cell."""

    file: Text
    sheet: Text | None = None
    cell: Cell | None = None


@spec
class WaiverSpec:
    """One accepted exception."""

    code: Text
    place: PlaceSpec
    reason: Text
    who: Text
    until: Day


@spec
class WaiversSpec:
    """The list of them; the file has no key above it."""

    waivers: tuple[WaiverSpec, ...]
