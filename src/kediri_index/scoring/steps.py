"""Values of all units after each step: as read, as prepared, as scored."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from fractions import Fraction
from math import isnan
from types import MappingProxyType
from typing import NamedTuple

from kediri_index.model.answers import UnitAnswers, full_answers
from kediri_index.model.dataset import Answer, Reading
from kediri_index.model.definition import Definition, Group
from kediri_index.model.preparing import IndicatorChange, Series, Shown
from kediri_index.scoring.answers import is_overridden, readings_of
from kediri_index.scoring.fold import OVERALL
from kediri_index.scoring.scores import Scores
from kediri_index.scoring.tree import TreeScores

RAW, PREPARED, NORMALISED, AGGREGATED = "raw", "prepared", "normalised", "aggregated"
Value = Shown | str

OF_OVERALL = SCORE, PUBLISHED, RANK, CLASS = "score", "published", "rank", "class"
"""The columns of the overall."""
TAKEN = "_"
"""What the id of a group ends in that is the name of one of these."""


class StepTable(NamedTuple):
    """A row per unit and year, a column per id.

    *changed* has the rows that the step changed, under None those of units that it left out.
    *overridden* has the rows where an assessor's score counts instead of the actual value.
    """

    name: str
    columns: Mapping[str, Sequence[Value]]
    changed: Mapping[str | None, AbstractSet[int]] = MappingProxyType({})
    overridden: Mapping[str, AbstractSet[int]] = MappingProxyType({})


def steps_of(scores: Scores) -> Iterator[StepTable]:
    """Yield the data as read, after each step of ``prepare`` that changed any, and the scores."""
    yield raw(scores)
    yield from prepared_steps(scores)
    yield normalised(scores)
    yield aggregated(scores)


def raw(scores: Scores) -> StepTable:
    """Return the numbers as they were read, the text of the cell where there is none.

    Of several assessors it is the mean, of a measured indicator always the actual value.
    """
    found: dict[str, list[Value]] = {}
    nodes, size = scores.definition.nodes(), len(scores)

    def put(column: str, place: int, value: Value) -> None:
        found.setdefault(column, [None] * size)[place] = value

    for place in range(size):
        data, lead = scores.data(place), scores.lead(place)
        for name, reading in data.columns.items():
            put(name, place, _seen((reading,)))
        answers = data.answers
        more: Iterable[Answer] = answers.values()
        if isinstance(answers, UnitAnswers):
            more = answers.others.values()
            for at, number in enumerate(answers.doubles):
                name = answers.table.columns[at].id
                if name in nodes and answers.is_plain(name):
                    seen = answers.seen(name)[0] if isnan(number) else number
                    put(name, place, None if seen == "" else seen)
        for answer in more:
            if answer.id in nodes:
                put(answer.id, place, _seen(readings_of(nodes[answer.id], answer, lead)))
    columns = [name for name in found if name not in nodes]
    ordered = (*sorted(columns), *(name for name in nodes if name in found))
    return StepTable(RAW, {name: found[name] for name in ordered})


def _seen(readings: Sequence[Reading]) -> Value:
    numbers = [one.number for one in readings if one.number is not None]
    if numbers:
        return sum(numbers, start=Fraction(0)) / len(numbers)
    return next((one.text for one in readings if one.text), None)


def prepared_steps(scores: Scores) -> Iterator[StepTable]:
    """Yield the values after each step of ``prepare`` that changed any."""
    prepared = scores.prepared
    if prepared.panel is None or prepared.effects is None:
        return
    steps = prepared.effects.steps
    place_of = {row: place for place, row in enumerate(scores.rows)}
    gone: set[int] = set()
    for at, changes in enumerate(steps):
        changed: dict[str | None, set[int]] = {}
        for change in changes:
            rows = {place_of[row] for row in change.rows if row in place_of}
            if change.indicator is None:
                gone |= rows
            changed.setdefault(change.indicator, set()).update(rows)
        if not any(changed.values()):
            continue
        columns = {
            name: _without(_at_stage(name, last, steps, at).shown(scores.rows), gone)
            for name, last in prepared.panel.values.items()
        }
        name = next(iter(changes)).step
        yield StepTable(name, columns, changed)


def _at_stage(
    name: str, last: Series, steps: Sequence[Sequence[IndicatorChange]], at: int
) -> Series:
    """Return the series of an indicator after the step *at*: what the next change began with."""
    later = (change for step in steps[at + 1 :] for change in step if change.indicator == name)
    following = next(later, None)
    return last if following is None or following.before is None else following.before


def _without(values: Sequence[Shown], gone: AbstractSet[int]) -> Sequence[Shown]:
    if not gone:
        return values
    return [None if place in gone else value for place, value in enumerate(values)]


def prepared(scores: Scores) -> StepTable:
    """Return the values that are scored: after the last step, or the numbers as they were read."""
    steps, read = list(prepared_steps(scores)), raw(scores).columns
    last = steps[-1].columns if steps else {}
    out = [scores.data(place).left_out for place in range(len(scores))]
    columns: dict[str, Sequence[Value]] = {}
    for name in scores.definition.nodes():
        if name in last:
            columns[name] = last[name]
        elif name in read:
            each = zip(read[name], out, strict=True)
            columns[name] = [None if gone or isinstance(one, str) else one for one, gone in each]
    return StepTable(PREPARED, columns)


def normalised(scores: Scores) -> StepTable:
    """Return the score of each indicator."""
    ids = [one.id for one in scores.definition.all_indicators()]
    columns = {name: _column(scores, name, _shown) for name in ids}
    return StepTable(NORMALISED, columns, overridden=_overridden(scores))


def _overridden(scores: Scores) -> Mapping[str, AbstractSet[int]]:
    """Return the places of units where an assessor's score stands in for a measured one."""
    nodes = scores.definition.nodes()
    found: dict[str, set[int]] = {}
    for place in range(len(scores)):
        data, lead = scores.data(place), scores.lead(place)
        for answer in () if data.left_out else full_answers(data):
            if answer.id in nodes and is_overridden(nodes[answer.id], answer, lead):
                found.setdefault(answer.id, set()).add(place)
    return found


def aggregated(scores: Scores) -> StepTable:
    """Return the overall with its rank and class, then the scores of groups, level by level."""
    columns: dict[str, Sequence[Value]] = {
        SCORE: _column(scores, OVERALL, _shown),
        PUBLISHED: _column(scores, OVERALL, _published),
        RANK: [
            None if (rank := scores.ranks[row]) is None else Fraction(rank) for row in scores.rows
        ],
    }
    if scores.definition.classes:
        columns[CLASS] = _column(scores, OVERALL, _classes)
    for group in _by_level(scores.definition):
        name = group.id + TAKEN if group.id in OF_OVERALL else group.id
        columns[name] = _column(scores, group.id, _shown)
    return StepTable(AGGREGATED, columns)


def _by_level(definition: Definition) -> Iterator[Group]:
    level: Sequence[Group] = definition.groups
    while level:
        yield from level
        level = [child for group in level for child in group.groups]


def _shown(tree: TreeScores, node: str) -> Sequence[Value]:
    return tree.reader.shown(tree.figures(node).exact)


def _published(tree: TreeScores, node: str) -> Sequence[Value]:
    return tree.reader.published_shown(node, tree.figures(node).carried)


def _classes(tree: TreeScores, node: str) -> Sequence[Value]:
    return [label and label.main for label in tree.figures(node).labels]


def _column(
    scores: Scores, node: str, read: Callable[[TreeScores, str], Sequence[Value]]
) -> Sequence[Value]:
    """Return what is read of *node* for each unit; nothing of units that are left out."""
    found: list[Value] = [None] * len(scores)
    for tree, places, positions in scores.trees():
        values = read(tree, node)
        for place, at in zip(places, positions, strict=True):
            value = values[at]
            nothing = isinstance(value, float) and isnan(value)  # so one unit's tree says it
            found[place] = None if nothing or scores.data(place).left_out else value
    return found
