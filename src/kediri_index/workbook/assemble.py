"""All files of one call together: rows become answers, answers become units' data."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction

from kediri_index.model.dataset import (
    Answer,
    DataSet,
    InputFile,
    Said,
    Total,
    UnitData,
)
from kediri_index.model.definition import Definition
from kediri_index.model.findings import Finding
from kediri_index.model.names import exact
from kediri_index.model.nearest import suggest
from kediri_index.model.places import Source
from kediri_index.model.profile import Profile
from kediri_index.model.user_hints import Hints
from kediri_index.model.workbook import Workbook
from kediri_index.workbook.hidden import hidden_but_read
from kediri_index.workbook.identity import Identity, Item
from kediri_index.workbook.long_rows import LongRow, LongRows
from kediri_index.workbook.merging import copied_files, merged
from kediri_index.workbook.opened_file import OpenedFile, Opener
from kediri_index.workbook.revisions import superseded_by
from kediri_index.workbook.row import SubmittedRow
from kediri_index.workbook.row_fields import Node, RowContext
from kediri_index.workbook.tables import Layout, Table
from kediri_index.workbook.wide_rows import wide_rows

_YEAR = re.compile(r"[12][0-9]{3}")


def assemble(
    workbooks: Iterable[Workbook],
    definition: Definition,
    profile: Profile | None,
    hints: Hints,
) -> tuple[DataSet, tuple[Finding, ...]]:
    """Return the data set that the files make, and all that is wrong with them.

    A region's *profile* counts for the files that are its own, or name no unit.
    """
    reader = Opener(definition, profile, hints)
    files = [reader.open(workbook) for workbook in workbooks]
    newer = superseded_by(file.revised() for file in files)
    assembly = _Assembly(definition, profile, hints)
    superseded = _Assembly(definition, profile, hints)
    for file in files:
        if file.path not in newer:
            assembly.add(file)
    for file in files:
        if file.path in newer:
            superseded.add(file)
    findings = [
        *(finding for file in files for finding in file.findings),
        *assembly.all_findings(),
        *(_superseded(file, newer) for file in files if file.path in newer),
        *_only_in_superseded(superseded, assembly, newer),
    ]
    inputs = tuple(file.listed(newer.get(file.path)) for file in files)
    return assembly.data_set(inputs), _each_cell_once(findings)


def _superseded(file: OpenedFile, newer: dict[str, str]) -> Finding:
    place = file.says.revision.source if file.says.revision else Source(file.path)
    return Finding.at_cell(
        "F428",
        place,
        file.says.revision.text if file.says.revision else None,
        other=newer[file.path],
    )


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
    files: dict[str, None] = field(default_factory=dict)
    agencies: dict[str, str] = field(default_factory=dict)
    rows: dict[str, tuple[Answer, ...]] = field(default_factory=dict)

    def data(self) -> UnitData:
        return UnitData(
            self.name, self.year, self.answers, tuple(self.files), self.agencies, self.rows
        )


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
        self.good: dict[tuple[int, str], Fraction] = {}
        self.findings: list[Finding] = []
        self.totals: list[Total] = []
        self.repeated: dict[tuple[str, str], list[Finding]] = {}
        self.rows: dict[str, int] = {}

    def data_set(self, inputs: tuple[InputFile, ...]) -> DataSet:
        units = sorted(self.units.values(), key=lambda unit: (unit.name or "", unit.year or 0))
        return DataSet(
            tuple(unit.data() for unit in units),
            inputs,
            tuple(self.totals),
        )

    def all_findings(self) -> tuple[Finding, ...]:
        return (*self.findings, *copied_files(self.repeated, self.rows))

    def add(self, file: OpenedFile) -> None:
        context = RowContext(
            self.nodes,
            self.by_name,
            self.definition.scale,
            from_csv=file.workbook.is_csv,
            definition_id=self.definition.id,
            decimal_mark=self.hints.decimal_mark,
            good=self.good,
        )
        self.rows[file.path] = 0
        for table, above in zip(file.tables, file.above, strict=True):
            before = self.rows[file.path], len(self.findings)
            if table.layout is Layout.WIDE:
                self._wide(file, table, context, above)
            else:
                self._long(file, table, context, above)
            if before == (self.rows[file.path], len(self.findings)):
                self.findings.append(Finding.at_cell("F410", table.sheet.place(file.path)))

    def _long(self, file: OpenedFile, table: Table, context: RowContext, above: Identity) -> None:
        unit_said = file.identity.text(Item.UNIT)
        year_said = file.identity.items.get(Item.YEAR)
        unit_above, year_above = above.text(Item.UNIT), above.items.get(Item.YEAR)
        rows = LongRows(file.path, table, context, self.findings)
        unit: _Unit | None = None
        for found in rows:
            if unit is None or found.unit or found.year:  # else the same as the row before it
                year = self._year(year_said or found.year or year_above)
                unit = self._unit(unit_said or found.unit or unit_above, year, file)
                self._compare(file.identity, found)
            self._put(unit, _long_answer(found))
            if found.unit or found.year:
                unit = None
        self.totals += rows.totals
        self.findings += hidden_but_read(file.path, table, rows.read)

    def _compare(self, identity: Identity, found: LongRow) -> None:
        """Name a row that says another unit or year than the sheet *Identitas*."""
        year = found.year.text if found.year else None
        for item, text in ((Item.UNIT, found.unit), (Item.YEAR, year)):
            said = identity.text(item)
            if text is not None and said is not None and exact(text) != exact(said):
                self.findings.append(
                    Finding.at_cell("F422", found.place, text, name=item.value, said=said)
                )

    def _wide(self, file: OpenedFile, table: Table, context: RowContext, above: Identity) -> None:
        for cell in table.unknown:
            self.findings.append(
                Finding.at_cell(
                    "F413",
                    table.sheet.place(file.path, cell.address),
                    cell.value,
                    id=self.definition.id,
                    nearest=suggest(cell.value, self.ids),
                )
            )
        said = file.identity.items.get(Item.YEAR) or above.items.get(Item.YEAR)
        read = []
        for found in wide_rows(file.path, table, context, self.findings, self.totals):
            unit = self._unit(found.unit, self._year(found.year or said), file)
            read.append(found.number)
            for place, row in found.rows:
                self._put(unit, _answer(row, place))
        self.findings += hidden_but_read(file.path, table, read)

    def _unit(self, name: str | None, year: int | None, file: OpenedFile) -> _Unit:
        name = name or self.hints.unit or (self.profile.unit if self.profile else None)
        if name is not None and self.profile and self.profile.unit and self.profile.is_of(name):
            name = self.profile.unit  # one region by whichever of its spellings
        key = (exact(name) if name is not None else None, year)
        unit = self.units.get(key)
        if unit is None:
            unit = self.units[key] = _Unit(name, year)
        if file.path not in unit.files:
            unit.files[file.path] = None
            if file.agency is not None:
                unit.agencies[file.path] = file.agency
            if name is None:
                self.findings.append(Finding.at_cell("F408", Source(file.path)))
            if year is None:
                self.findings.append(Finding.at_cell("F421", Source(file.path)))
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

    def _put(self, unit: _Unit, answer: Answer) -> None:
        """Add *answer*; what is said twice is a finding, and the first counts."""
        file = answer.row.file
        self.rows[file] += 1
        first = unit.answers.setdefault(answer.id, answer)
        if first is answer:
            return
        unit.rows[answer.id] = (*unit.rows.get(answer.id, (first,)), answer)
        both = merged(first, answer)
        unit.answers[answer.id] = both.answer
        if both.same:
            self.repeated.setdefault((file, first.row.file), []).extend(both.findings)
        else:
            self.findings += both.findings


def _only_in_superseded(
    superseded: _Assembly, assembly: _Assembly, newer: dict[str, str]
) -> list[Finding]:
    """Return X308 for each answer of a superseded file that no file in use has."""
    found = []
    for key, unit in superseded.units.items():
        counting = assembly.units[key].answers if key in assembly.units else {}
        for answer in unit.answers.values():
            if _has_number(answer) and not (
                answer.id in counting and _has_number(counting[answer.id])
            ):
                other = newer[answer.row.file]
                found.append(Finding.at_cell("X308", answer.row, answer.id, answer.id, other=other))
    return found


def _has_number(answer: Answer) -> bool:
    readings = (answer.self_score, answer.measure, *answer.assessor)
    return any(reading is not None and reading.number is not None for reading in readings)


def _by_name(nodes: Iterable[Node]) -> dict[str, tuple[Node, ...]]:
    """Return the nodes by each of their names; a name may be that of several."""
    found: dict[str, tuple[Node, ...]] = {}
    for node in nodes:
        label = node.label
        for name in {exact(name) for name in (label.main, label.indonesian, label.english) if name}:
            found[name] = (*found.get(name, ()), node)
    return found


def _answer(row: SubmittedRow, place: Source) -> Answer:
    return Answer(row.node.id, place, row.self_score, row.assessor, row.measure, row.target)


def _long_answer(found: LongRow) -> Answer:
    row = found.row
    return Answer(
        row.node.id,
        found.place,
        row.self_score,
        row.assessor,
        row.measure,
        row.target,
        found.opd,
        found.evidence,
        found.measure_unit,
    )
