"""All files of one call together: rows become answers, answers become units' data."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import zip_longest
from typing import NamedTuple

from kediri_index.model.dataset import Answer, DataSet, InputFile, Missing, Reading, UnitData
from kediri_index.model.definition import Definition
from kediri_index.model.findings import Finding
from kediri_index.model.nearest import suggest
from kediri_index.model.places import Source
from kediri_index.model.profile import Profile
from kediri_index.model.workbook import Workbook
from kediri_index.workbook.columns import exact, further_columns
from kediri_index.workbook.identity import Identity, Item, Said, identity_above, identity_of
from kediri_index.workbook.long_rows import LongRow, long_rows
from kediri_index.workbook.row import SubmittedRow
from kediri_index.workbook.row_fields import Node, RowContext
from kediri_index.workbook.tables import Layout, Table, find_tables
from kediri_index.workbook.wide_rows import wide_rows

_YEAR = re.compile(r"[12][0-9]{3}")
_REVISION = re.compile(r"[0-9]{1,4}")


class Hints(NamedTuple):
    """What the user says of files that do not say it: whose they are, when, how they write."""

    unit: str | None = None
    year: int | None = None
    decimal_mark: str | None = None


def assemble(
    workbooks: Iterable[Workbook],
    definition: Definition,
    profile: Profile | None,
    hints: Hints,
) -> tuple[DataSet, tuple[Finding, ...]]:
    """Return the data set that the files make, and all that is wrong with them.

    A region's *profile* counts for the files that are its own, or name no unit.
    """
    assembly = _Assembly(definition, profile, hints)
    for workbook in workbooks:
        assembly.add(workbook)
    return assembly.data_set(), _each_cell_once(assembly.findings)


def _each_cell_once(findings: list[Finding]) -> tuple[Finding, ...]:
    """Return *findings* without the Excel errors that stand for cells the reader named already."""
    named = {
        (finding.file, finding.sheet, finding.cell)
        for finding in findings
        if finding.code.startswith("F2") and finding.cell is not None
    }
    return tuple(
        finding
        for finding in findings
        if finding.code != "C111" or (finding.file, finding.sheet, finding.cell) not in named
    )


@dataclass(slots=True)
class _Unit:
    name: str | None
    year: int | None
    answers: dict[str, Answer] = field(default_factory=dict)
    files: list[str] = field(default_factory=list)


class _Assembly:
    def __init__(self, definition: Definition, profile: Profile | None, hints: Hints) -> None:
        nodes = definition.nodes()
        self.definition = definition
        self.hints = hints
        self.profile = profile
        self.ids = frozenset(nodes)
        self.nodes = {node_id.casefold(): node for node_id, node in nodes.items()}
        self.by_name = _by_name(nodes.values())
        self.units: dict[tuple[str | None, int | None], _Unit] = {}
        self.inputs: list[InputFile] = []
        self.findings: list[Finding] = []
        self.rows = 0

    def data_set(self) -> DataSet:
        units = sorted(self.units.values(), key=lambda unit: (unit.name or "", unit.year or 0))
        return DataSet(
            tuple(UnitData(u.name, u.year, u.answers, tuple(u.files)) for u in units),
            tuple(self.inputs),
        )

    def add(self, workbook: Workbook) -> None:
        self.findings += workbook.findings
        identity = identity_of(workbook)
        self._name_unreadable(identity)
        named = identity.text(Item.UNIT) or self.hints.unit
        profile = self.profile if self.profile and is_own(self.profile, named) else None
        further = further_columns(profile.columns) if profile else {}
        tables, findings = find_tables(workbook, self.ids, further)
        self.findings += findings
        context = RowContext(
            self.nodes,
            self.by_name,
            self.definition.scale,
            from_csv=workbook.is_csv,
            definition_id=self.definition.id,
            decimal_mark=self.hints.decimal_mark,
        )
        for table in tables:
            before = self.rows, len(self.findings)
            if table.layout is Layout.WIDE:
                self._wide(workbook.path, table, context, identity)
            else:
                self._long(workbook.path, table, context, identity)
            if before == (self.rows, len(self.findings)):
                place = table.sheet.place(workbook.path)
                self.findings.append(Finding.at_cell("F410", place))
        self.inputs.append(
            InputFile(
                path=workbook.path,
                sha256=workbook.sha256,
                layout=tables[0].layout.value if tables else None,
                sheet=(tables[0].sheet.name or None) if tables else None,
                opd=identity.text(Item.OPD),
                revision=self._revision(identity),
            )
        )

    def _long(self, path: str, table: Table, context: RowContext, identity: Identity) -> None:
        above = identity_above(path, table.sheet, table.row)
        self._name_unreadable(above)
        unit_said = identity.text(Item.UNIT)
        year_said = identity.items.get(Item.YEAR)
        for found in long_rows(path, table, context, self.findings):
            column_year = Said(found.year, found.year_source) if found.year else None
            year = self._year(year_said or column_year or above.items.get(Item.YEAR))
            unit = self._unit(unit_said or found.unit or above.text(Item.UNIT), year, path)
            self._compare(identity, found)
            answer = _answer(found.row, found.place)
            self._put(unit, answer._replace(opd=found.opd, evidence=found.evidence))

    def _compare(self, identity: Identity, found: LongRow) -> None:
        """Name a row that says another unit or year than the sheet *Identitas*."""
        for item, text in ((Item.UNIT, found.unit), (Item.YEAR, found.year)):
            said = identity.text(item)
            if text is not None and said is not None and exact(text) != exact(said):
                self.findings.append(
                    Finding.at_cell("F422", found.place, text, name=item.value, said=said)
                )

    def _wide(self, path: str, table: Table, context: RowContext, identity: Identity) -> None:
        for cell in table.unknown:
            self.findings.append(
                Finding.at_cell(
                    "F413",
                    table.sheet.place(path, cell.address),
                    cell.value,
                    id=self.definition.id,
                    nearest=suggest(cell.value, self.ids),
                )
            )
        above = identity_above(path, table.sheet, table.row)
        self._name_unreadable(above)
        said = identity.items.get(Item.YEAR) or above.items.get(Item.YEAR)
        for found in wide_rows(path, table, context, self.findings):
            column_year = Said(found.year, found.year_source) if found.year else None
            unit = self._unit(found.unit, self._year(column_year or said), path)
            for place, row in found.rows:
                self._put(unit, _answer(row, place))

    def _unit(self, name: str | None, year: int | None, path: str) -> _Unit:
        name = name or self.hints.unit or (self.profile.unit if self.profile else None)
        key = (exact(name) if name is not None else None, year)
        unit = self.units.setdefault(key, _Unit(name, year))
        if path not in unit.files:
            unit.files.append(path)
            if name is None:
                self.findings.append(Finding.at_cell("F408", Source(path)))
            if year is None:
                self.findings.append(Finding.at_cell("F421", Source(path)))
        return unit

    def _year(self, said: Said | None) -> int | None:
        if said is None:
            return self.hints.year or self.definition.year
        if _YEAR.fullmatch(said.text):
            return int(said.text)
        finding = Finding.at_cell("F409", said.source, said.text)
        if finding not in self.findings:
            self.findings.append(finding)
        return self.hints.year or self.definition.year

    def _name_unreadable(self, identity: Identity) -> None:
        self.findings += [
            Finding.at_cell("F417", said.source, said.text, name=item.value)
            for item, said in identity.unreadable
        ]

    def _revision(self, identity: Identity) -> int | None:
        said = identity.text(Item.REVISION)
        return int(said) if said is not None and _REVISION.fullmatch(said) else None

    def _put(self, unit: _Unit, answer: Answer) -> None:
        """Add *answer*; what is said twice is a finding, and the first counts."""
        self.rows += 1
        first = unit.answers.setdefault(answer.id, answer)
        if first is answer:
            return
        here, there = _said(answer), _said(first)
        both = here.keys() & there.keys()
        same = all(here[name] == there[name] for name in both)
        if same:
            unit.answers[answer.id] = _together(first, answer)
        if not both:  # files of one form, each with its own part filled in
            return
        self.findings.append(
            Finding.at_cell(
                "X304" if same else "X303",
                answer.row,
                answer.id,
                answer.id,
                other=first.row.seen_from(answer.row.file),
                first=_shown(first),
                second=_shown(answer),
            )
        )


def is_own(profile: Profile, unit: str | None) -> bool:
    """Return whether *profile* counts for data of *unit*: its own, or of no unit named."""
    if unit is None or profile.unit is None:
        return True
    return exact(unit) in {exact(name) for name in (profile.unit, *profile.also)}


def _by_name(nodes: Iterable[Node]) -> dict[str, tuple[Node, ...]]:
    """Return the nodes by each of their names; a name may be that of several."""
    found: dict[str, tuple[Node, ...]] = {}
    for node in nodes:
        label = node.label
        for name in {exact(name) for name in (label.main, label.indonesian, label.english) if name}:
            found[name] = (*found.get(name, ()), node)
    return found


def _answer(row: SubmittedRow, place: Source) -> Answer:
    return Answer(
        id=row.node.id,
        row=place,
        self_score=row.self_score,
        assessor=row.assessor,
        measure=row.measure,
        target=row.target,
    )


def _readings(answer: Answer) -> Mapping[str, Reading | None]:
    named: dict[str, Reading | None] = {
        f"assessor {number}": reading for number, reading in enumerate(answer.assessor)
    }
    named |= {"self": answer.self_score, "measure": answer.measure, "target": answer.target}
    return named


def _said(answer: Answer) -> dict[str, Fraction | Missing | None]:
    """Return what each filled cell of the row says."""
    return {
        name: reading.missing if reading.number is None else reading.number
        for name, reading in _readings(answer).items()
        if reading is not None and reading.missing is not Missing.EMPTY
    }


def _together(first: Answer, other: Answer) -> Answer:
    """Return both rows as one: what is filled in, where either is."""
    base = other if _said(other) and not _said(first) else first
    return base._replace(
        self_score=_filled(first.self_score, other.self_score),
        assessor=_assessors(first.assessor, other.assessor),
        measure=_filled(first.measure, other.measure),
        target=_filled(first.target, other.target),
    )


def _filled(one: Reading | None, other: Reading | None) -> Reading | None:
    if one is None:
        return other
    says_more = other is not None and other.missing is not Missing.EMPTY
    return other if says_more and one.missing is Missing.EMPTY else one


def _assessors(first: tuple[Reading, ...], other: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """Return each assessor's reading, by position, from whichever row has it."""
    both = zip_longest(first, other)
    return tuple(found for one, two in both if (found := _filled(one, two)) is not None)


def _shown(answer: Answer) -> tuple[str, ...]:
    return tuple(reading.text for reading in _readings(answer).values() if reading and reading.text)
