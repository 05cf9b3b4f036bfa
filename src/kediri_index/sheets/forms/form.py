"""The form that an agency (OPD) fills in: its sheets, columns, labels, rows and words."""

from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from types import MappingProxyType
from typing import Final, NamedTuple

from kediri_index.agencies.assignment import opd_of_leaves, shared_leaves
from kediri_index.messages.catalogue import CATALOGUE, repair_by_agency
from kediri_index.messages.texts import text
from kediri_index.messages.values import worded
from kediri_index.model.definition import Definition, Group, Indicator
from kediri_index.model.findings import Finding
from kediri_index.model.language import Language
from kediri_index.model.profile import Opd, Profile, opd_names
from kediri_index.model.scoring import Range, Reads
from kediri_index.sheets.identity import Item
from kediri_index.sheets.tables.columns import Column

FORM: Final = 1
"""The number of this form; another arrangement of sheets or columns gets another number."""

IDENTITY_SHEET: Final = "Identitas"
ANSWERS_SHEET: Final = "Penilaian"
GUIDE_SHEET: Final = "Petunjuk"
STEPS_SHEET: Final = "_periksa"
"""Hidden: the steps by which the column *Periksa* comes to what it says, and the drop-downs."""

HEADER_ROW: Final = 4
"""Of the answers, as a sheet counts; the title stands above it, the data below."""

_NEVER_READ: Final = (Column.PILLAR, Column.SUB_PILLAR, Column.OPD)
"""Columns that only place a row; one that says the same in all rows is hidden."""

FORM_LABEL: Final = "Bentuk"

IDENTITY_ITEMS: Final = (
    Item.UNIT,
    Item.YEAR,
    Item.OPD,
    Item.REVISION,
    Item.DATE,
    Item.DEFINITION,
    Item.VERSION,
)
HIDDEN_LABELS: Final = (Item.DEFINITION, Item.VERSION, Item.HASH, Item.OPD, FORM_LABEL)
"""The labels of the hidden sheet: the hash is a definition's full SHA-256, an OPD its id."""

_BEFORE: Final = (
    Column.NUMBER,
    Column.CODE,
    Column.PILLAR,
    Column.SUB_PILLAR,
    Column.INDICATOR,
    Column.OPD,
)
_MEASURE: Final = (Column.MEASURE_UNIT, Column.TARGET, Column.MEASURE)
_SCORES: Final = (Column.SELF, Column.ASSESSOR)
_AFTER: Final = (Column.CHECK, Column.EVIDENCE, Column.REMARK)


def form_columns(
    *, measured: bool, scored: bool = True, last_year: bool = False
) -> tuple[Column, ...]:
    """Return the columns of the answers.

    *measured* and *scored* say whether any indicator reads a measured result, or a given score;
    *last_year* whether last year's answers stand beside.
    """
    return (
        *_BEFORE,
        *((Column.LAST_YEAR,) if last_year else ()),
        *(_MEASURE if measured else ()),
        *(_SCORES if scored else ()),
        *_AFTER,
    )


Value = str | int | float | date
"""What a cell of a form may hold."""

_PILLAR = "pillar"


class FormRow(NamedTuple):
    """The row of one indicator: what stands in it, and which columns its agency fills in.

    *option* is the outermost optional group that holds it: nobody need answer that. *shared* says
    what becomes of the value beside those of other agencies, if there are any.
    """

    indicator: Indicator
    values: Mapping[Column, Value]
    to_fill: frozenset[Column]
    option: str | None = None
    shared: str = ""


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

    @property
    def constant(self) -> Mapping[Column, Value | None]:
        """The columns that place all rows alike, with what they say."""
        said = {one: {row.values.get(one) for row in self.rows} for one in _NEVER_READ}
        return {one: values.pop() for one, values in said.items() if len(values) == 1}

    @property
    def hidden(self) -> frozenset[Column]:
        """The columns that say nothing here: the same in all rows, or no row's target."""
        used = any(Column.TARGET in {*row.values, *row.to_fill} for row in self.rows)
        return frozenset(self.constant) | (frozenset() if used else {Column.TARGET})


def form_rows(
    definition: Definition,
    profile: Profile | None,
    opd: Opd | None,
    language: Language,
    last_year: Mapping[str, Value] = MappingProxyType({}),
) -> tuple[FormRow, ...]:
    """Return the rows of *opd*'s form, or of all agencies' where it is None, as defined.

    Indicators whose value comes from a survey have none.
    """
    answering = opd_of_leaves(definition, profile)
    names = opd_names(profile)
    together = shared_leaves(definition, profile) if opd is not None else {}
    found: list[FormRow] = []
    for indicator, above in _placed(definition.groups, ()):
        theirs = answering.get(indicator.id, ())
        if indicator.survey is not None or (opd is not None and opd.id not in theirs):
            continue  # a survey has a sheet of its own
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
        to_fill = asked_columns(indicator) - {Column.ASSESSOR} | {Column.EVIDENCE, Column.REMARK}
        shared = ""
        if opd is not None and indicator.id in together:
            leaf = together[indicator.id]
            shared = text(f"shared.{leaf.part_of(opd.id)}", language, **leaf.named(opd.id, names))
        found.append(FormRow(indicator, values, to_fill, option, shared))
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


class Words(NamedTuple):
    """What the column *Periksa* and the drop-downs say, in *language*."""

    language: Language

    def title(self, code: str) -> str:
        """Return the short text of a finding."""
        entry = CATALOGUE[code]
        return entry.title_en if self.language is Language.EN else entry.title_id

    def repair(self, code: str) -> str:
        """Return what a finding without params tells an agency to do."""
        return repair_by_agency(Finding(code), self.language)

    def within(self, code: str, bounds: Range) -> str:
        """Return the short text of a finding with the range that it is about."""
        return f"{self.title(code)} ({self.range(bounds)})"

    def range(self, bounds: Range) -> str:
        """Return *bounds* as people read them."""
        return f"{worded(bounds[0], self.language)}\N{EN DASH}{worded(bounds[1], self.language)}"

    def listed(self, code: str, possible: object) -> str:
        """Return the short text of a finding with what would be possible."""
        return f"{self.title(code)}: {worded(possible, self.language)}"

    @property
    def no_number(self) -> str:
        """The message for a text that is not a number."""
        in_digits = self.text("check.digits")
        return f"{self.title('C110')}; {in_digits}"

    @property
    def no_percent(self) -> str:
        """The message for a percentage where none belongs."""
        return self.text("check.no-percent")

    @property
    def two_readings(self) -> str:
        """The message for a number with two readings."""
        return f"{self.title('C121')}; {self.repair('C121')}"

    def text(self, key: str, **params: object) -> str:
        """Return a text of the form."""
        return text(f"form.{key}", self.language, **params)
