"""A definition as a list of indicators, and what of it no list can hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise

from kediri_index.agencies.assignment import opd_of_leaves
from kediri_index.model.definition import (
    Definition,
    Evidence,
    Group,
    Indicator,
    NotApplicable,
    Tag,
)
from kediri_index.model.language import Language
from kediri_index.model.profile import Opd, Profile
from kediri_index.model.scoring import Direction
from kediri_index.model.text import exact
from kediri_index.scoring.aggregations import DEFAULT
from kediri_index.sheets.lists.about import aggregation_in_words, labels_of
from kediri_index.sheets.lists.headings import LEVELS, ListColumn
from kediri_index.sheets.lists.methods import in_words, list_number
from kediri_index.sheets.lists.rows import NOBODY
from kediri_index.sheets.lists.weights import BY_COUNT, PERCENT
from kediri_index.sheets.lists.writing import (
    HIGHER,
    LOWER,
    ListSheet,
    Value,
    WrittenList,
)

_POINTS = f"{ListColumn.WEIGHT} (poin)"
_NONE = "–"
_REQUIRED = "wajib"
_REFUSED = "tidak boleh"


def list_of(definition: Definition, profile: Profile | None, language: Language) -> WrittenList:
    """Return *definition* as a list; what :func:`not_held` names is not in it.

    The agencies are those that the definition names, else those of *profile*.
    """
    own = any(one.opd for one in definition.all_indicators())
    answering = opd_of_leaves(definition, None if own else profile)
    known = {one.id: one for one in profile.opd} if profile is not None else {}
    used = dict.fromkeys(opd for ids in answering.values() for opd in ids)
    opd = [known.get(one) or Opd(one, one) for one in used]
    names = {one.id: one.name for one in opd}
    levels = [LEVELS[kind][0] for kind in _levels(definition) if kind in LEVELS]
    rows = [
        _row(indicator, path, definition, [names[one] for one in answering.get(indicator.id, ())])
        for group in definition.groups
        for indicator, path in _placed(group, ())
    ]
    weight = ListColumn.WEIGHT if _adds_up(definition) else _POINTS
    if any(one.weight is not None for one in definition.all_indicators()):
        rows = [{**row, weight: row.get(ListColumn.WEIGHT, 1)} for row in rows]
    order = (
        *(ListColumn.CODE, ListColumn.PRINTED, *levels, ListColumn.INDICATOR, ListColumn.NAME_ID),
        *(ListColumn.NAME_EN, weight, ListColumn.MEASURE_UNIT, ListColumn.TARGET),
        *(ListColumn.DIRECTION, ListColumn.METHOD, ListColumn.VALID, ListColumn.OPD),
        *(ListColumn.EVIDENCE, ListColumn.NOT_APPLICABLE, *map(tag_heading, definition.tags)),
    )
    always = {*levels, ListColumn.MEASURE_UNIT, ListColumn.TARGET}
    headings = [one for one in order if one in always or any(one in row for row in rows)]
    return WrittenList(
        ListSheet(
            headings,
            [{key: _blank(row.get(key), key in levels) for key in headings} for row in rows],
        ),
        _groups(definition),
        _agencies(opd),
        tuple(labels_of(definition, opd_in=own)),
        language,
        levels[0] if levels else "",
    )


def _blank(value: Value | None, is_level: bool) -> Value:  # noqa: FBT001 - private
    if value is not None:
        return value
    return _NONE if is_level else ""


def _levels(definition: Definition) -> list[str]:
    """Return the kinds of groups, those above before those below."""
    kinds = list(dict.fromkeys(group.kind for group in definition.all_groups()))
    below: dict[str, set[str]] = {kind: set() for kind in kinds}
    for group in definition.all_groups():
        for inner in group.groups:
            below[group.kind].add(inner.kind)
    ordered: list[str] = []
    while kinds:
        free = [
            kind for kind in kinds if not any(kind in below[one] for one in kinds if one != kind)
        ]
        ordered += free or kinds
        kinds = [kind for kind in kinds if free and kind not in free]
    return ordered


def _placed(
    group: Group, above: tuple[Group, ...]
) -> Iterator[tuple[Indicator, tuple[Group, ...]]]:
    path = (*above, group)
    for indicator in group.indicators:
        yield indicator, path
    for inner in group.groups:
        yield from _placed(inner, path)


def _row(
    indicator: Indicator, path: Sequence[Group], definition: Definition, opd: Sequence[str]
) -> Mapping[str, Value]:
    method = indicator.rule.method
    target = method.own_target
    row: dict[str, Value | None] = {
        ListColumn.CODE: indicator.id,
        ListColumn.PRINTED: indicator.printed,
        **{LEVELS[group.kind][0]: group.label.main for group in path if group.kind in LEVELS},
        ListColumn.INDICATOR: indicator.label.main,
        ListColumn.NAME_ID: indicator.label.indonesian,
        ListColumn.NAME_EN: indicator.label.english,
        ListColumn.WEIGHT: None if indicator.weight is None else _number(indicator.weight),
        ListColumn.MEASURE_UNIT: indicator.unit,
        ListColumn.TARGET: _span(target) if isinstance(target, tuple) else _maybe(target),
        ListColumn.DIRECTION: LOWER if indicator.direction is Direction.LOWER else HIGHER,
        ListColumn.METHOD: in_words(method, definition.scale),
        ListColumn.VALID: None if indicator.valid is None else _span(indicator.valid),
        ListColumn.OPD: "; ".join(opd) or NOBODY,
        ListColumn.EVIDENCE: _REQUIRED if indicator.evidence is Evidence.REQUIRED else None,
    }
    for tag in definition.tags:
        row[tag_heading(tag)] = indicator.tags.get(tag.id)
    if indicator.not_applicable is not definition.missing.not_applicable:
        refuses = indicator.not_applicable is NotApplicable.REFUSE
        row[ListColumn.NOT_APPLICABLE] = _REFUSED if refuses else "boleh"
    return {key: value for key, value in row.items() if value is not None}


def tag_heading(tag: Tag) -> str:
    """Return the heading of a column of tags: the tag's id, and its names."""
    names = " / ".join(filter(None, (tag.label.main, tag.label.english)))
    return f"{ListColumn.TAG} {tag.id} ({names})"


def _groups(definition: Definition) -> ListSheet:
    weight = ListColumn.WEIGHT if _adds_up(definition) else _POINTS
    rows = []
    for group, above in _with_parents(definition.groups, None):
        row: dict[str, Value | None] = {
            ListColumn.CODE: group.id,
            ListColumn.KIND: LEVELS.get(group.kind, (group.kind,))[0],
            ListColumn.GROUP: group.label.main,
            ListColumn.PARENT: above.label.main if above else None,
            weight: BY_COUNT if group.weight is None else _number(group.weight),
            ListColumn.NAME_ID: group.label.indonesian,
            ListColumn.NAME_EN: group.label.english,
            ListColumn.AGGREGATE: None
            if group.aggregate.name == DEFAULT
            else aggregation_in_words(group.aggregate),
            ListColumn.OPTIONAL: "ya" if group.optional else None,
            ListColumn.MIN_PRESENT: None
            if group.min_present is None
            else list_number(group.min_present),
        }
        rows.append({key: value for key, value in row.items() if value is not None})
    order = (
        *(ListColumn.CODE, ListColumn.KIND, ListColumn.GROUP, ListColumn.PARENT, weight),
        *(ListColumn.NAME_ID, ListColumn.NAME_EN, ListColumn.AGGREGATE, ListColumn.OPTIONAL),
        ListColumn.MIN_PRESENT,
    )
    return ListSheet([one for one in order if any(one in row for row in rows)], rows)


def _with_parents(
    groups: Sequence[Group], above: Group | None
) -> Iterator[tuple[Group, Group | None]]:
    for group in groups:
        yield group, above
        yield from _with_parents(group.groups, group)


def _agencies(opd: Sequence[Opd]) -> ListSheet | None:
    if not opd:
        return None
    headings = (ListColumn.AGENCY_CODE, ListColumn.AGENCY_NAME, ListColumn.AGENCY_SHORT)
    rows: list[Mapping[str, Value]] = [
        {headings[0]: one.id, headings[1]: one.name, headings[2]: one.short or ""} for one in opd
    ]
    return ListSheet(headings, rows)


def _adds_up(definition: Definition) -> bool:
    """Return whether the weights of all siblings add up to 100, to 1, or to what is above."""
    sums: list[tuple[Fraction, Fraction | None]] = []
    families: list[tuple[Sequence[Group | Indicator], Fraction | None]] = [
        (definition.groups, None),
        *((group.groups, group.weight) for group in definition.all_groups()),
        *((group.indicators, group.weight) for group in definition.all_groups()),
    ]
    for children, above in families:
        weights = _given(children)
        if weights:
            whole = len(weights) == len(children)
            sums.append((sum(weights, Fraction(0)) if whole else Fraction(0), above))
    return all(total in {PERCENT, Fraction(1), above} for total, above in sums)


def _given(nodes: Sequence[Group | Indicator]) -> list[Fraction]:
    return [one.weight for one in nodes if one.weight is not None]


def _span(span: tuple[Fraction, Fraction]) -> str:
    return f"{list_number(span[0])}–{list_number(span[1])}"


def _maybe(value: Fraction | None) -> Value | None:
    return None if value is None else _number(value)


def _number(value: Fraction) -> Value:
    return value.numerator if value.denominator == 1 else float(value)


def not_held(definition: Definition) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield what a list cannot hold: the key of its sentence, and the ids that it is about."""
    indicators = list(definition.all_indicators())
    groups = list(definition.all_groups())
    scale = definition.scale
    found: dict[str, list[str]] = {
        "prepare": [step.name for step in definition.prepare],
        "scale": [definition.id] if scale is None else [],
        "superseded": [definition.superseded_by] if definition.superseded_by else [],
        "survey": [one.id for one in indicators if one.survey is not None],
        "evidence": list(definition.with_evidence_items),
        "given": [one.id for one in groups if not one.groups and not one.indicators],
        "method": [one.id for one in indicators if in_words(one.rule.method, scale) is None],
        "range": [
            one.id
            for one in indicators
            if one.rule.to != scale or one.rule.outside is not one.rule.method.default_outside
        ],
        "aggregate": [one.id for one in groups if aggregation_in_words(one.aggregate) is None]
        + ([definition.id] if aggregation_in_words(definition.aggregate_top) is None else []),
        "kinds": [
            kind.id
            for kind in definition.kinds
            if kind.id not in LEVELS
            or (kind.label.main, kind.label.english)
            not in {LEVELS[kind.id][:2], (LEVELS[kind.id][0], None)}
        ],
        "levels": [
            one.id
            for one, above in _with_parents(definition.groups, None)
            if above is not None and not _is_below(definition, above.kind, one.kind)
        ],
        "names": [
            one.id
            for first, one in pairwise(sorted(indicators, key=lambda one: exact(one.label.main)))
            if exact(first.label.main) == exact(one.label.main)
        ],
    }
    for key, ids in found.items():
        if ids:
            yield key, tuple(ids)


def _is_below(definition: Definition, above: str, below: str) -> bool:
    order = _levels(definition)
    return order.index(above) < order.index(below)
