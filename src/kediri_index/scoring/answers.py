"""The answers of one unit as scores: which reading counts, who gave it, and what needs none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from fractions import Fraction
from math import isnan
from typing import NamedTuple

from kediri_index.model.answers import UnitAnswers, full_answers
from kediri_index.model.dataset import Answer, Lead, Missing, Reading, Shares, UnitData
from kediri_index.model.definition import Definition, Group, Indicator, ScoreRule
from kediri_index.model.findings import Source
from kediri_index.model.numbers import joined
from kediri_index.model.profile import Basis
from kediri_index.model.scoring import Direction, Range, Reads
from kediri_index.scoring.completeness import expected_of
from kediri_index.scoring.fold import Leaves, Node, inner_nodes
from kediri_index.scoring.score_rule import given_rule, score_value


class LeafScore(NamedTuple):
    """A leaf's score, or why there is none; *raw* is what stands in the cells.

    *overrides* marks an assessor's score that stands in for a measured one.
    """

    id: str
    score: Fraction | None
    missing: Missing | None
    raw: str | None
    sources: tuple[Source, ...]
    overrides: bool = False


def leaf_scores(definition: Definition, data: UnitData, lead: Lead) -> dict[str, LeafScore]:
    """Return the leaf of every answer that the definition knows, by id."""
    nodes = definition.nodes()
    return {
        answer.id: leaf_score(definition, answer, lead)
        for answer in data.answers.values()
        if answer.id in nodes
    }


def leaf_score(definition: Definition, answer: Answer, lead: Lead) -> LeafScore:
    """Return the leaf of *answer*, which is about a node of *definition*."""
    if answer.shares is not None:
        return _shared(definition, answer, answer.shares, lead)
    node = definition.nodes()[answer.id]
    if isinstance(node, Indicator) and node.rule.method.reads is Reads.MEASURE:
        return _measured(node, answer, lead, definition.scale)
    return _mean(answer, _by_lead(answer, lead), rule_of(definition, node))


def rule_of(definition: Definition, node: Group | Indicator) -> ScoreRule:
    """Return how a plain number of *node* is scored; one of a group is its score."""
    return node.rule if isinstance(node, Indicator) else given_rule(definition.scale)


def direction_of(node: Group | Indicator) -> Direction:
    """Return which way a plain number of *node* goes: a score that is given goes up."""
    if isinstance(node, Indicator) and node.rule.method.reads is Reads.MEASURE:
        return node.direction
    return Direction.HIGHER


def leading(definition: Definition, data: UnitData) -> Lead:
    """Return the score that leads by itself: the assessor's where every answer has one."""
    nodes = definition.nodes()
    if any(is_led_by_self(nodes.get(answer.id), answer) for answer in full_answers(data)):
        return Lead.SELF
    return Lead.ASSESSOR


def basis_of(definition: Definition, data: UnitData, lead: Lead) -> Basis | None:
    """Return whose assessment the scores of *data* by *lead* rest on.

    None where nobody assessed, as with measured results, or nothing says who did: a table of one
    row per unit does not.
    """
    if data.wide_files.issuperset(data.files):
        return None
    nodes = definition.nodes()
    answers = list(full_answers(data))
    if lead is Lead.SELF:
        return Basis.SELF if any(has_self(nodes.get(one.id), one) for one in answers) else None
    assessed = any(map(has_assessor, answers)) or bool(plain_scores(data))
    own_leads = any(is_led_by_self(nodes.get(one.id), one) for one in answers)
    if lead is Lead.ASSESSOR_ELSE_SELF and own_leads:
        return Basis.MIXED if assessed else Basis.SELF
    return Basis.ASSESSOR if assessed else None


def are_comparable(one: Basis | None, other: Basis | None) -> bool:
    """Return whether a change from one to the other is a change of what was assessed."""
    return one is None or other is None or one is other


def plain_scores(data: UnitData) -> list[str]:
    """Return the plain numbers that are scores, by id: they are the assessor's."""
    if not isinstance(data.answers, UnitAnswers):
        return []
    table, at = data.answers.table, data.answers.at
    each = zip(table.columns, table.numbers, strict=True)
    return [one.id for one, numbers in each if not one.measured and not isnan(numbers[at])]


def is_led_by_self(node: Group | Indicator | None, answer: Answer) -> bool:
    """Return whether only a self-assessment says how *node* stands, where that may count."""
    return has_self(node, answer) and not has_assessor(answer) and not _does_not_apply(answer)


def has_self(node: Group | Indicator | None, answer: Answer) -> bool:
    """Return whether an agency scored itself.

    A measured result is nobody's self-assessment, and neither is what respondents say.
    """
    if answer.self_score is None or answer.self_score.number is None or answer.survey is not None:
        return False
    return not (isinstance(node, Indicator) and node.rule.method.reads is Reads.MEASURE)


def has_assessor(answer: Answer) -> bool:
    """Return whether an assessor gave a score."""
    return bool(_numbers(answer.assessor))


def is_overridden(node: Group | Indicator, answer: Answer, lead: Lead) -> bool:
    """Return whether an assessor's score counts instead of the actual value."""
    measured = isinstance(node, Indicator) and node.rule.method.reads is Reads.MEASURE
    return measured and lead is not Lead.SELF and has_assessor(answer)


def _measured(indicator: Indicator, answer: Answer, lead: Lead, scale: Range | None) -> LeafScore:
    if is_overridden(indicator, answer, lead):
        overriding = _mean(answer, answer.assessor, given_rule(indicator.rule.to or scale))
        return overriding._replace(overrides=True)
    reading = answer.measure
    if reading is None or reading.number is None:
        return _without(answer, () if reading is None else (reading,))
    target = answer.target
    score = score_value(
        indicator.rule, reading.number, target.number if target else None, indicator.direction
    ).value
    sources = [reading.source]
    counts = indicator.rule.method.reads_target
    if counts and target is not None and target.number is not None:
        sources.append(target.source)
    missing = None
    if score is None:
        undefined = indicator.rule.method.is_undefined
        missing = Missing.UNDEFINED if undefined else Missing.UNREADABLE
    return LeafScore(answer.id, score, missing, reading.text, tuple(sources))


def _shared(definition: Definition, answer: Answer, shares: Shares, lead: Lead) -> LeafScore:
    """Return the leaf of what several agencies said, with the cells of all that count.

    Measured results are put together before they are scored. Scores are given, perhaps as levels,
    and each agency's is scored by itself.
    """
    whole = leaf_score(definition, answer._replace(shares=None), lead)
    if shares.sharing.lead is not None:
        return whole
    if lead is Lead.ASSESSOR_ELSE_SELF:
        lead = Lead.ASSESSOR if answer.assessor else Lead.SELF
    answers = [one.answer for one in shares.each if one.answer is not None]
    parts = [leaf_score(definition, one, lead) for one in answers]
    if not shares.needs_all:
        parts = [one for one in parts if one.score is not None] or [whole]
        return whole._replace(sources=tuple(source for one in parts for source in one.sources))
    parts = [one for one in parts if one.missing is not Missing.NOT_APPLICABLE] or parts
    found = whole._replace(
        raw=joined([one.raw for one in parts if one.raw] or [""]) or None,
        sources=tuple(source for one in parts for source in one.sources),
    )
    node = definition.nodes()[answer.id]
    measured = isinstance(node, Indicator) and node.rule.method.reads is Reads.MEASURE
    scores = [one.score for one in parts if one.score is not None]
    complete = bool(_numbers(_by_lead(answer, lead))) and len(scores) == len(parts)
    if complete and (whole.overrides or not measured):
        return found._replace(score=sum(scores, start=Fraction(0)) / len(scores), missing=None)
    if found.score is None:
        reasons = (one.missing for one in parts if one.missing is not None)
        return found._replace(missing=next(reasons, whole.missing))
    return found if measured else found._replace(score=None, missing=Missing.EMPTY)


def is_of_respondents(answer: Answer) -> bool:
    """Return whether the value of respondents counts, whoever leads: no assessor gave a score."""
    return answer.survey is not None and not has_assessor(answer)


def readings_of(node: Group | Indicator, answer: Answer, lead: Lead) -> tuple[Reading, ...]:
    """Return the readings whose mean is the value of *node*, or those that give no number."""
    if isinstance(node, Indicator) and node.rule.method.reads is Reads.MEASURE:
        return () if answer.measure is None else (answer.measure,)
    return _by_lead(answer, lead)


def counts_own(answer: Answer, lead: Lead) -> bool:
    """Return whether a self-assessment, or what respondents say, is the score of *answer*."""
    if lead is Lead.SELF or is_of_respondents(answer):
        return True
    alone = answer.self_score is not None and not has_assessor(answer)
    return lead is Lead.ASSESSOR_ELSE_SELF and alone


def _by_lead(answer: Answer, lead: Lead) -> tuple[Reading, ...]:
    if counts_own(answer, lead):
        return () if answer.self_score is None else (answer.self_score,)
    return answer.assessor


def _numbers(readings: Iterable[Reading]) -> list[Fraction]:
    return [reading.number for reading in readings if reading.number is not None]


def _mean(answer: Answer, readings: tuple[Reading, ...], rule: ScoreRule) -> LeafScore:
    """Score each reading by itself, then take their mean: one assessor, one level."""
    numbers = _numbers(readings)
    if not numbers:
        return _without(answer, readings)
    scores = [score_value(rule, number, None, Direction.HIGHER).value for number in numbers]
    sources = tuple(reading.source for reading in readings if reading.number is not None)
    raw = joined([reading.text for reading in readings if reading.number is not None])
    valid = [score for score in scores if score is not None]
    if len(valid) < len(scores):
        return LeafScore(answer.id, None, Missing.UNREADABLE, raw, sources)
    mean = valid[0] if len(valid) == 1 else sum(valid, start=Fraction(0)) / len(valid)
    return LeafScore(answer.id, mean, None, raw, sources)


def _without(answer: Answer, readings: tuple[Reading, ...]) -> LeafScore:
    reasons = [reading.missing for reading in readings if reading.missing is not None]
    said = [reason for reason in reasons if reason is not Missing.EMPTY]
    missing = said[0] if said else Missing.EMPTY
    if missing is Missing.EMPTY and _does_not_apply(answer):
        missing = Missing.NOT_APPLICABLE
    raw = readings[0].text if readings else None
    return LeafScore(answer.id, None, missing, raw, tuple(r.source for r in readings))


def _does_not_apply(answer: Answer) -> bool:
    """Return whether any column says so: what does not apply does not, whoever leads."""
    readings = (answer.self_score, *answer.assessor)
    return any(reading and reading.missing is Missing.NOT_APPLICABLE for reading in readings)


NEEDS_NO_ANSWER = frozenset({Missing.NOT_APPLICABLE, Missing.UNDEFINED})
"""What is left out under any policy: nobody could have given a score."""


class Presence(NamedTuple):
    """*present* leaves have a score, *not_applicable* ones need none.

    A leaf is an indicator, a group whose score is given, or a group without anything below it.
    """

    present: frozenset[str]
    not_applicable: frozenset[str] = frozenset()

    @property
    def known(self) -> AbstractSet[str]:
        """All leaves of which something is said that counts."""
        return self.present | self.not_applicable

    def leaves(self, scores: Mapping[str, Fraction]) -> Leaves:
        """Return the leaves as a fold takes them, with their *scores*."""
        return Leaves(
            scores, dict.fromkeys(self.present, True), dict.fromkeys(self.not_applicable, True)
        )

    def with_present(self, leaves: Iterable[str]) -> Presence:
        """Return the presence if *leaves* had a score too."""
        return Presence(self.present.union(leaves), self.not_applicable)


def is_leaf(node: Node, presence: Presence) -> bool:
    """Return whether *node* is one answer: an indicator, a given group, or a childless one."""
    return isinstance(node, Indicator) or node.id in presence.present or not node.children


def children_of(node: Node) -> tuple[Node, ...]:
    """Return the direct children; an indicator has none."""
    return node.children if isinstance(node, Group) else ()


def known_scores(leaves: Mapping[str, LeafScore]) -> dict[str, Fraction]:
    """Return the scores that there are, by id."""
    return {leaf.id: leaf.score for leaf in leaves.values() if leaf.score is not None}


def leaves_of(leaves: Mapping[str, LeafScore]) -> Leaves:
    """Return *leaves* as a fold takes them."""
    return presence_of(leaves).leaves(known_scores(leaves))


def presence_of(leaves: Mapping[str, LeafScore]) -> Presence:
    """Return which of *leaves* have a score, and which need none."""
    return Presence(
        frozenset(leaf.id for leaf in leaves.values() if leaf.score is not None),
        frozenset(leaf.id for leaf in leaves.values() if leaf.missing in NEEDS_NO_ANSWER),
    )


def expected_leaves(definition: Definition, presence: Presence) -> tuple[str, ...]:
    """Return the leaves expected of a unit, in the order of the tree."""
    found = expected_of(inner_nodes(definition), presence.leaves({}))
    return tuple(
        name
        for name, node in definition.nodes().items()
        if found.expected[name]
        and (isinstance(node, Indicator) or not node.children or name in presence.present)
    )
