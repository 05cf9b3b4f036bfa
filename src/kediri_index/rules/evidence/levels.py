"""Items of evidence (bukti dukung) against the levels that are claimed and accepted."""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from kediri_index.model.dataset import Answer
from kediri_index.model.definition import Indicator
from kediri_index.model.evidence import EvidenceRow, EvidenceState, KnownItem, known_items
from kediri_index.model.findings import Finding, Source
from kediri_index.rules.context import UnitContext

_JUDGED = frozenset({EvidenceState.ACCEPTED, EvidenceState.TO_REVISE})


def beside_levels(unit: UnitContext) -> Iterable[Finding]:
    """Yield S840, S841 and S845 for items, S847 once for each file that has no sheet of them."""
    rows: dict[str, list[EvidenceRow]] = {}
    for row in unit.data.evidence:
        rows.setdefault(row.code, []).append(row)
    texts = {
        item.code: f"{item.code} {item.text}"
        for one in unit.definition.with_evidence_items.values()
        for item in one.evidence_items
    }
    for row in unit.data.evidence:
        if row.state is EvidenceState.TO_REVISE:
            note = f": {row.note}" if row.note else ""
            yield Finding.at_cell("S841", row.status, None, item=texts[row.code], note=note)
    files = {row.file.file for row in unit.data.evidence}
    judged = any(row.state in _JUDGED for row in unit.data.evidence)
    without: dict[str, list[Answer]] = {}
    for indicator, answer in _claimed(unit):
        own = [row for item in indicator.evidence_items for row in rows.get(item.code, ())]
        if not own and answer.row.file not in files:
            without.setdefault(answer.row.file, []).append(answer)
            continue
        items = known_items(indicator.evidence_items, own)
        yield from _lacking(items, answer, rows)
        if judged:
            yield from _beyond(items, answer)
    for answers in without.values():
        yield Finding.at_cell("S847", answers[0].row, count=len(answers))


def _claimed(context: UnitContext) -> Iterator[tuple[Indicator, Answer]]:
    """Yield the indicators of which a level with items is claimed or given, and their answers."""
    for indicator in context.definition.with_evidence_items.values():
        if context.leaf(indicator.id) is None or indicator.id not in context.data.answers:
            continue
        answer = context.prepared(indicator.id)
        highest = max(filter(None, (_own(answer), _assessed(answer))), default=None)
        lowest = indicator.evidence_items[0].level
        if highest is None or highest < lowest or answer.row.file in context.data.wide_files:
            continue
        yield indicator, answer


def _own(answer: Answer) -> Fraction | None:
    return None if answer.self_score is None else answer.self_score.number


def _assessed(answer: Answer) -> Fraction | None:
    numbers = [one.number for one in answer.assessor if one.number is not None]
    return sum(numbers, start=Fraction(0)) / len(numbers) if numbers else None


def _lacking(
    items: list[KnownItem], answer: Answer, rows: Mapping[str, list[EvidenceRow]]
) -> Iterator[Finding]:
    """Yield S840 where the level that an agency claims, or one below, lacks a file or a link."""
    claimed = _own(answer)
    if claimed is None or answer.self_score is None:
        return
    lacking = _in(items, claimed, {EvidenceState.MISSING})
    if not lacking:
        return
    places = [row.file for one in lacking for row in rows.get(one.item.code, ())]
    place: Source = places[0] if places else answer.self_score.source
    yield Finding.at_cell("S840", place, None, answer.id, level=claimed, items=_named(lacking))


def _beyond(items: list[KnownItem], answer: Answer) -> Iterator[Finding]:
    """Yield S845 where an assessor's score is above the level whose items are all accepted."""
    given = _assessed(answer)
    if given is None:
        return
    others = _in(items, given, set(EvidenceState) - {EvidenceState.ACCEPTED})
    if others:
        place = next(one.source for one in answer.assessor if one.number is not None)
        yield Finding.at_cell("S845", place, None, answer.id, level=given, items=_named(others))


def _in(items: list[KnownItem], level: Fraction, states: set[EvidenceState]) -> list[KnownItem]:
    return [one for one in items if one.item.level <= level and one.state in states]


def _named(items: list[KnownItem]) -> tuple[str, ...]:
    return tuple(f"{one.item.code} {one.item.text}" for one in items)
