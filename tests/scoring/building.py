"""Small definitions and data, built in the words of a test."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from kediri_index.model.aggregation import Aggregation
from kediri_index.model.dataset import Answer, Missing, Reading, UnitData
from kediri_index.model.definition import (
    Definition,
    Group,
    Indicator,
    MissingPolicy,
    Publish,
    ScoreRule,
    Status,
    Unanswered,
)
from kediri_index.model.findings import Source
from kediri_index.model.language import Label, Language
from kediri_index.model.scoring import Direction, Outside, Range, ScoringMethod
from kediri_index.scoring.aggregations.arithmetic import Arithmetic
from kediri_index.scoring.aggregations.copeland import Row, duels
from kediri_index.scoring.answers import LeafScore, Presence, leaves_of
from kediri_index.scoring.exact import NOT_COMPARED, ComparedScores, exact_tree
from kediri_index.scoring.methods.as_given import AsGiven
from kediri_index.scoring.tree import TreeScores

Value = str | int | Fraction
ARITHMETIC: Aggregation = Arithmetic()
SCALE: Range = (Fraction(0), Fraction(4))


def source(cell: str = "A1") -> Source:
    return Source("data.xlsx", "Sheet", cell)


def rule(
    method: ScoringMethod | None = None,
    to: Range | None = SCALE,
    outside: Outside | None = None,
) -> ScoreRule:
    used = method or AsGiven()
    return ScoreRule(used, to, outside or used.default_outside)


def question(
    name: str,
    weight: Value | None = None,
    score: ScoreRule | None = None,
    direction: Direction = Direction.HIGHER,
) -> Indicator:
    return Indicator(
        name,
        parent="",
        label=Label(name),
        rule=score or rule(),
        weight=None if weight is None else Fraction(weight),
        direction=direction,
    )


def group(
    name: str,
    *children: Indicator | Group,
    weight: Value | None = None,
    kind: str = "pillar",
    optional: bool = False,
    min_present: Value | None = None,
    aggregate: Aggregation = ARITHMETIC,
) -> Group:
    return Group(
        name,
        kind,
        Label(name),
        weight=None if weight is None else Fraction(weight),
        optional=optional,
        aggregate=aggregate,
        min_present=None if min_present is None else Fraction(min_present),
        groups=tuple(child for child in children if isinstance(child, Group)),
        indicators=tuple(child for child in children if isinstance(child, Indicator)),
    )


def index(
    *groups: Group,
    answers: Unanswered = Unanswered.EXCLUDE,
    min_present: Value | None = None,
    stages: Iterable[str] = ("overall",),
    decimals: int = 2,
    scale: Range | None = SCALE,
    aggregate: Aggregation = ARITHMETIC,
) -> Definition:
    return Definition(
        "test",
        "1",
        Status.OWN,
        Label("Test"),
        Language.EN,
        groups,
        aggregate_top=aggregate,
        scale=scale,
        publish=Publish(decimals=decimals, stages=frozenset(stages)),
        missing=MissingPolicy(answers, None if min_present is None else Fraction(min_present)),
    )


def reading(value: Value | Missing, cell: str = "A1") -> Reading:
    if isinstance(value, Missing):
        return Reading(None, value, "" if value is Missing.EMPTY else value.value, source(cell))
    return Reading(Fraction(value), None, str(value), source(cell))


def readings(*values: Value | Missing) -> tuple[Reading, ...]:
    return tuple(reading(value) for value in values)


def answer(
    name: str,
    *assessor: Value | Missing,
    own: Value | Missing | None = None,
    measure: Value | Missing | None = None,
    target: Value | Missing | None = None,
) -> Answer:
    return Answer(
        name,
        source(),
        self_score=None if own is None else reading(own),
        assessor=readings(*assessor),
        measure=None if measure is None else reading(measure),
        target=None if target is None else reading(target),
    )


def unit(*answers: Answer, name: str | None = "Kota", year: int | None = 2022) -> UnitData:
    return UnitData(name, year, {one.id: one for one in answers}, ("data.xlsx",))


def assessed(**scores: Value | Missing) -> UnitData:
    """The data of a unit whose assessors gave *scores*."""
    return unit(*(answer(name, score) for name, score in scores.items()))


def present(*names: str, not_applicable: Iterable[str] = ()) -> Presence:
    return Presence(frozenset(names), frozenset(not_applicable))


def copeland(rows: Sequence[Row]) -> list[Fraction] | None:
    """Each unit's score among *rows*; None where there is no other to compare with."""
    found = duels(rows)
    return None if found is None else [one.score for one in found]


def tree_of(
    definition: Definition, leaves: Mapping[str, LeafScore], compared: ComparedScores = NOT_COMPARED
) -> TreeScores:
    """The scores of one unit."""
    return exact_tree(definition, leaves_of(leaves), leaves, compared)


def counted(definition: Definition, presence: Presence) -> TreeScores:
    """What counts of one unit if all combinations have a score."""
    leaves = presence.leaves({})
    return exact_tree(definition, leaves, ()).remake(leaves, None)
