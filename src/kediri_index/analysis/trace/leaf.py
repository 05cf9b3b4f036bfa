"""Where the score of one answer comes from: its cells, and how they were scored."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Final, NamedTuple

from kediri_index.model.dataset import Answer, Missing, Reading, Shares, UnitData
from kediri_index.model.definition import Group, Indicator, ScoreRule
from kediri_index.model.language import Sentence, Sentences, Spread
from kediri_index.model.preparing import Effect
from kediri_index.model.profile import Combine
from kediri_index.model.scoring import Direction, Outside, Reads, is_panel
from kediri_index.model.traced import Role, TracedCell
from kediri_index.scoring.answers import LeafScore
from kediri_index.scoring.score_rule import onto, said_of_range, score_value

if TYPE_CHECKING:
    from kediri_index.model.survey import SurveyValue

_HUNDRED: Final = 100


class Fitting(NamedTuple):
    """A leaf's node as the definition has it, and as it was fitted to the units of its year."""

    node: Group | Indicator
    fitted: Group | Indicator


class Value(NamedTuple):
    """What is scored: the number, and the sheet's target where there is one."""

    number: Fraction
    target: Fraction | None = None


def seen_of(answer: Answer, leaf: LeafScore) -> tuple[TracedCell, ...]:
    """Return the cells that the score of *leaf* was read from, with what each says."""
    wanted = set(leaf.sources)
    rows = [one.answer for one in answer.shares.each if one.answer] if answer.shares else [answer]
    return tuple(
        TracedCell(role, reading.text, reading.number, reading.source)
        for row in rows
        for role, reading in _readings(row)
        if reading.source in wanted
    )


def shared(
    answer: Answer, leaf: LeafScore, seen: tuple[TracedCell, ...]
) -> tuple[Sentences, tuple[TracedCell, ...]]:
    """Return how several agencies' measured results became one, and that one as if it was read.

    Scores are not: each counts by itself.
    """
    measure, shares = answer.measure, answer.shares
    several = [one for one in seen if one.role is Role.MEASURE]
    if shares is None or measure is None or leaf.overrides or len(several) < len(shares.each[:2]):
        return (), seen
    values = tuple(one.number for one in several)
    key = f"trace.shared.{shares.sharing.combine.value}"
    said = Sentence(key, {"count": len(several), "values": values, "value": measure.number})
    found = [TracedCell(Role.MEASURE, measure.text, measure.number, measure.source)]
    if answer.target is not None and any(one.role is Role.TARGET for one in seen):
        target = answer.target
        found.append(TracedCell(Role.TARGET, target.text, target.number, target.source))
    return (said,), tuple(found)


def counting_survey(answer: Answer, leaf: LeafScore) -> SurveyValue | None:
    """Return what respondents said, where the score of *leaf* comes from that."""
    survey = answer.survey
    own = answer.self_score if answer.measure is None else answer.measure
    counts = survey is not None and own is not None and own.source in leaf.sources
    return survey if counts and not leaf.overrides else None


def with_respondents(seen: tuple[TracedCell, ...], survey: SurveyValue) -> tuple[TracedCell, ...]:
    """Return *seen* with the header of a survey as such, and the first answers below it."""
    own = {Role.SELF, Role.MEASURE}
    marked = (one._replace(role=Role.SURVEY) if one.role in own else one for one in seen)
    first = (TracedCell(Role.RESPONDENT, one.text, one.number, one.source) for one in survey.first)
    return (*marked, *first)


def said_of_survey(survey: SurveyValue) -> Iterator[Sentence]:
    """Yield how the answers of respondents became the value, its interval, and their cells."""
    counted = {"count": survey.respondents}
    if survey.share is None:
        yield Sentence("trace.survey.mean", {**counted, "value": survey.value})
    else:
        percent, least = survey.share * _HUNDRED, survey.survey.share_at_least
        yield Sentence("trace.survey.share", {**counted, "percent": percent, "least": least})
    if survey.interval is not None:
        interval = Spread(*map(Fraction, survey.interval))
        yield Sentence("trace.survey.interval", {"interval": interval})
    yield Sentence("trace.survey.cells", {"cells": survey.cells()})


def how(
    fitting: Fitting,
    leaf: LeafScore,
    seen: tuple[TracedCell, ...],
    shares: Shares | None = None,
    survey: SurveyValue | None = None,
) -> Sentences:
    """Return how the cells of *leaf* became its score.

    *shares* are those of several agencies, *survey* is what respondents said.
    """
    node, fitted = fitting
    numbers = [one for one in seen if one.number is not None]
    if leaf.score is None:
        return _not_scored(node, leaf, numbers)
    if not numbers:
        return ()
    if isinstance(node, Group) or leaf.overrides:
        first = Sentence("trace.overrides" if leaf.overrides else "trace.given")
        return first, *_assessed(numbers, shares)
    value = _value(node, numbers)
    if survey is not None:
        said: Sentences = tuple(said_of_survey(survey))
    else:
        said = () if node.rule.method.reads is Reads.MEASURE else _assessed(numbers, shares)
    if value is None and said and not node.rule.method.are_scores:
        said = (*said, _each_scored(node, numbers))
    if value is None or not isinstance(fitted, Indicator):
        return said
    return *said, *_scored(node, fitted, value)


def _scored(indicator: Indicator, fitted: Indicator, value: Value) -> Sentences:
    """Return how *value* was scored: as *indicator* says, whose method may have been *fitted*."""
    rule, direction, number = indicator.rule, indicator.direction, value.number
    method = rule.method
    if is_panel(method):
        said = method.explain_fit(fitted.rule.method, number, rule.to)
        return (*said, *_clipped(fitted.rule, value, direction))
    said = method.explain(number, value.target, direction)
    score = _unclipped(rule, value, direction)
    if not said or score is None or method.reads is Reads.SCORE:
        return said
    onto_range = said_of_range(rule.to, score) if method.onto else ()
    return (*said, *onto_range, *_clipped(rule, value, direction))


def _unclipped(rule: ScoreRule, value: Value, direction: Direction) -> Fraction | None:
    share = rule.method.score(value.number, value.target, direction).value
    return None if share is None else onto(rule, share)


def _clipped(rule: ScoreRule, value: Value, direction: Direction) -> Sentences:
    score = _unclipped(rule, value, direction)
    if score is None or rule.to is None or rule.outside is not Outside.CLIP:
        return ()
    low, high = rule.to
    if low <= score <= high:
        return ()
    return (Sentence("trace.clipped", {"to": Spread(low, high)}),)


def _not_scored(
    node: Group | Indicator, leaf: LeafScore, numbers: Sequence[TracedCell]
) -> Sentences:
    """Return why what stands in a cell has no score; findings say more of it."""
    if leaf.missing is not Missing.UNREADABLE:
        return ()
    said = [Sentence("trace.not-scored", {"raw": leaf.raw})]
    wants = bool(numbers) and isinstance(node, Indicator) and node.rule.method.reads_target
    if wants and not any(one.role is Role.TARGET and one.number for one in numbers):
        said.append(Sentence("trace.without-target"))
    return tuple(said)


def divisors(effects: Iterable[Effect], unit: UnitData) -> tuple[TracedCell, ...]:
    """Return the cells that the value was divided by."""
    found = []
    for effect in effects:
        if effect.divisor is None:
            continue
        reading = unit.columns.get(effect.divisor)
        answer = unit.answers.get(effect.divisor) if reading is None else None
        if answer is not None:
            reading = next((one for _, one in _readings(answer) if one.number is not None), None)
        if reading is not None:
            found.append(TracedCell(Role.DIVISOR, reading.text, reading.number, reading.source))
    return tuple(found)


def _readings(answer: Answer) -> Iterator[tuple[Role, Reading]]:
    if answer.measure is not None:
        yield Role.MEASURE, answer.measure
    if answer.target is not None:
        yield Role.TARGET, answer.target
    for reading in answer.assessor:
        yield Role.ASSESSOR, reading
    if answer.self_score is not None:
        yield Role.SELF, answer.self_score


def _assessed(numbers: Sequence[TracedCell], shares: Shares | None) -> Sentences:
    scores = [one for one in numbers if one.role in {Role.ASSESSOR, Role.SELF}]
    if len(scores) > 1:
        values = tuple(one.number for one in scores)
        key = "trace.assessors"
        if shares is not None and len(scores) == len(shares.counting):
            is_same = shares.sharing.combine is Combine.SAME
            key = "trace.shared.same" if is_same else "trace.shared.scores"
        return (Sentence(key, {"count": len(scores), "values": values}),)
    return tuple(Sentence(f"trace.{one.role.value}", {"raw": one.number}) for one in scores)


def _each_scored(node: Indicator, numbers: Sequence[TracedCell]) -> Sentence:
    """Return what each of several assessors' levels is worth."""
    rule, direction = node.rule, node.direction
    levels = [one.number for one in numbers if one.role in {Role.ASSESSOR, Role.SELF}]
    scores = tuple(
        score_value(rule, one, None, direction).value for one in levels if one is not None
    )
    return Sentence("trace.levels-scored", {"values": scores})


def _value(node: Indicator, numbers: Sequence[TracedCell]) -> Value | None:
    """Return the one value that was scored; None where each of several was, by itself."""
    if node.rule.method.reads is not Reads.MEASURE:
        return _first(numbers, None) if len(numbers) == 1 else None
    target = next((one.number for one in numbers if one.role is Role.TARGET), None)
    return _first([one for one in numbers if one.role is Role.MEASURE], target)


def _first(numbers: Sequence[TracedCell], target: Fraction | None) -> Value | None:
    number = numbers[0].number if numbers else None
    return None if number is None else Value(number, target)
