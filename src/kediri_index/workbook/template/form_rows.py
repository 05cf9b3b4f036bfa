"""What stands in a form: one row an indicator, with the cells that its agency fills in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from types import MappingProxyType
from typing import NamedTuple

from kediri_index.agencies.assignment import opd_of_leaves
from kediri_index.model.definition import Definition, Group, Indicator
from kediri_index.model.language import Language
from kediri_index.model.profile import Opd, Profile, opd_names
from kediri_index.model.scoring import Reads
from kediri_index.workbook.form import form_columns
from kediri_index.workbook.headers.columns import Column

Value = str | int | float | date
"""What a cell of a form may hold."""

_PILLAR = "pillar"


class FormRow(NamedTuple):
    """The row of one indicator: what stands in it, and which columns are to be filled in.

    *option* is the outermost optional group that holds it: nobody need answer that.
    """

    indicator: Indicator
    values: Mapping[Column, Value]
    to_fill: frozenset[Column]
    option: str | None = None


class Form(NamedTuple):
    """A form of one agency, or of a whole unit where *opd* is None.

    *agencies* are the names to choose from on the sheet *Identitas*; without *unit* that cell is
    to be filled in too.
    """

    definition: Definition
    unit: str | None
    year: int
    opd: Opd | None
    agencies: tuple[str, ...]
    rows: tuple[FormRow, ...]
    language: Language
    revision: int = 1
    day: date | None = None
    has_last_year: bool = False

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns of the answers, in order."""
        reads = {row.indicator.rule.method.reads for row in self.rows}
        return form_columns(
            measured=Reads.MEASURE in reads,
            scored=Reads.SCORE in reads,
            last_year=self.has_last_year,
        )


def form_rows(
    definition: Definition,
    profile: Profile | None,
    opd: Opd | None,
    language: Language,
    last_year: Mapping[str, Value] = MappingProxyType({}),
) -> tuple[FormRow, ...]:
    """Return the rows of *opd*'s form, or of all agencies' where it is None, as defined."""
    answering = opd_of_leaves(definition, profile)
    names = opd_names(profile)
    found: list[FormRow] = []
    for indicator, above in _placed(definition.groups, ()):
        theirs = answering.get(indicator.id, ())
        if opd is not None and opd.id not in theirs:
            continue
        values: dict[Column, Value] = {
            Column.NUMBER: len(found) + 1,
            Column.CODE: indicator.id,
            Column.INDICATOR: indicator.label.in_language(language),
            **_pillars(above, language),
            **_measure(indicator),
        }
        who = [opd.name] if opd is not None else [names.get(one, one) for one in theirs]
        if who:
            values[Column.OPD] = ", ".join(who)
        if indicator.id in last_year:
            values[Column.LAST_YEAR] = last_year[indicator.id]
        option = next((group.id for group in above if group.optional), None)
        to_fill = asked_columns(indicator) | {Column.EVIDENCE, Column.REMARK}
        found.append(FormRow(indicator, values, to_fill, option))
    return tuple(found)


def asked_columns(indicator: Indicator) -> frozenset[Column]:
    """Return the columns with answers to *indicator*."""
    method = indicator.rule.method
    if method.reads is Reads.SCORE:
        return frozenset({Column.SELF, Column.ASSESSOR})
    return frozenset({Column.MEASURE} | ({Column.TARGET} if method.reads_target else set()))


def cell_number(value: Fraction) -> int | float:
    """Return *value* as a cell holds it."""
    return value.numerator if value.denominator == 1 else float(value)


def _placed(
    groups: tuple[Group, ...], above: tuple[Group, ...]
) -> Iterator[tuple[Indicator, tuple[Group, ...]]]:
    """Yield every indicator in the order of the tree, with the groups above it."""
    for group in groups:
        path = (*above, group)
        for indicator in group.indicators:
            yield indicator, path
        yield from _placed(group.groups, path)


def _pillars(above: tuple[Group, ...], language: Language) -> dict[Column, Value]:
    """Return the pillar, else the outermost group, and the innermost group below it."""
    first = next((group for group in above if group.kind == _PILLAR), above[0])
    found: dict[Column, Value] = {Column.PILLAR: first.label.in_language(language)}
    if above[-1] is not first:
        found[Column.SUB_PILLAR] = above[-1].label.in_language(language)
    return found


def _measure(indicator: Indicator) -> dict[Column, Value]:
    """Return the unit of measure and the target, where the definition fixes one number."""
    found: dict[Column, Value] = {}
    method = indicator.rule.method
    if method.reads is Reads.MEASURE:
        if indicator.unit:
            found[Column.MEASURE_UNIT] = indicator.unit
        if isinstance(method.own_target, Fraction):
            found[Column.TARGET] = cell_number(method.own_target)
    return found
