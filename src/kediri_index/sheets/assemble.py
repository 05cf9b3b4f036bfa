"""All files of one call together: rows become answers, answers become units' data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from kediri_index.agencies.assignment import shared_leaves
from kediri_index.model.dataset import (
    Answer,
    DataSet,
    InputFile,
    Reading,
    Said,
    Total,
)
from kediri_index.model.definition import Definition
from kediri_index.model.findings import Finding, Source
from kediri_index.model.limits import Limits
from kediri_index.model.preparing import UnitYear
from kediri_index.model.profile import Hints, Profile, unit_key
from kediri_index.model.text import YEAR, Names, exact
from kediri_index.model.workbook import Workbook
from kediri_index.scoring.comparisons import children_compared
from kediri_index.sheets.identity import (
    Foreign,
    Identity,
    Item,
    SaidByRows,
    identity_of,
    in_common,
    made_for,
    only_in_superseded,
    superseded_by,
    superseded_file,
    without_foreign,
)
from kediri_index.sheets.opened import (
    FileFindings,
    OpenedFile,
    Opener,
    PassedError,
    each_cell_once,
)
from kediri_index.sheets.reading.refusal import limit_finding, thread_time
from kediri_index.sheets.rows.context import GoodNumbers, RowContext
from kediri_index.sheets.rows.long import LongRows
from kediri_index.sheets.rows.plain import plain_rows
from kediri_index.sheets.rows.unit import UnitBuilder, given_rows, without_stated
from kediri_index.sheets.tables.columns import Column, unknown_columns
from kediri_index.sheets.tables.table import Layout, SheetTable, hidden_but_read

if TYPE_CHECKING:
    from kediri_index.sheets.evidence import EvidenceTable
    from kediri_index.sheets.rows.repeated import RepeatedAnswers
    from kediri_index.sheets.rows.wide import WideRow
    from kediri_index.sheets.surveys.pool import SurveyPool
    from kediri_index.sheets.surveys.table import SurveyTable


DEFAULT_LIMITS = Limits()
_ROWS_A_CHECK = 256
"""After how many rows the time is looked at."""


def assemble(
    workbooks: Iterable[Workbook],
    definition: Definition,
    profile: Profile | None,
    hints: Hints,
    limits: Limits = DEFAULT_LIMITS,
    foreign: Foreign | None = None,
) -> tuple[DataSet, tuple[Finding, ...]]:
    """Return the data set that the files make, and all that is wrong with them.

    A region's *profile* counts for the files that are its own, or name no unit. A file is read on
    up to the *limits* on findings and units; one that passes them is named, with what it has so
    far. Without *foreign* all files count, whatever definition they were made for.
    """
    opener = Opener(definition, profile, hints, limits)
    named = [(workbook, identity_of(workbook)) for workbook in workbooks]
    made: list[Finding] = []
    counting: Sequence[tuple[Workbook, Identity]] = named
    if foreign is not None:
        for _, identity in named:
            made += made_for(identity, definition, foreign.known)
        counting = without_foreign(named, definition, chosen=foreign.chosen)
    files = [opener.open(workbook, identity) for workbook, identity in counting]
    revised = [file.revised() for file in files]
    newer = superseded_by(revised)
    assembly, superseded = _Assembly(opener), _Assembly(opener)
    for file in files:
        if file.path not in newer:
            assembly.add(file)
    for file in files:
        if file.path in newer:
            superseded.add(file)
    assembly.take_groups()
    superseded.take_groups()
    assembly.settle()
    units = (*assembly.units.items(), *superseded.units.items())
    shares = in_common(revised, ((key, unit.files) for key, unit in units))
    inputs = tuple(
        assembly.listed(file, newer.get(file.path))._replace(
            made_for=identity.text(Item.DEFINITION), shares=frozenset(shares[file.path])
        )
        for file, (_, identity) in zip(files, named, strict=True)
    )
    findings = [
        *made,
        *(unknown_columns(profile) if profile and profile.columns else ()),
        *(finding for file in files for finding in file.workbook.findings),
        *(finding for file in files if file.path not in newer for finding in file.findings),
        *assembly.all_findings(),
        *(superseded_file(one, newer[one.path]) for one in inputs if one.path in newer),
        *only_in_superseded(superseded.answers(), assembly.answers(), newer),
    ]
    return assembly.data_set(inputs), each_cell_once(findings)


class _Assembly:
    def __init__(self, opener: Opener) -> None:
        self.definition = definition = opener.definition
        self.profile = profile = opener.profile
        self.nodes, self.hints, self.limits = opener.nodes, opener.hints, opener.limits
        self.beside = opener.beside
        self.number_columns = opener.number_columns
        self.units: dict[UnitYear, UnitBuilder] = {}
        self.good: dict[Hashable, GoodNumbers] = {}
        self.findings = FileFindings()
        self.deadline = 0.0
        self.asked = 0
        self.next_look = _ROWS_A_CHECK
        self.totals: list[Total] = []
        self.shared = shared_leaves(definition, profile) if profile else {}
        self.repeated: RepeatedAnswers | None = None
        self.rows: dict[str, int] = {}
        self.children_compared = children_compared(definition)
        self.of_year: Counter[int | None] = Counter()
        self.comparisons = 0
        self.said_by_rows = SaidByRows(profile)
        self.unreadable_years: set[Source] = set()
        self.wanted = self._wanted()

    def data_set(self, inputs: tuple[InputFile, ...]) -> DataSet:
        units = sorted(self.units.values(), key=lambda unit: (unit.name or "", unit.year or 0))
        return DataSet(tuple(unit.data() for unit in units), inputs, tuple(self.totals))

    def answers(self) -> dict[UnitYear, Mapping[str, Answer]]:
        """Return the answers by unit and year, with the figures of groups that are not any."""
        return {key: unit.all_rows() for key, unit in self.units.items()}

    def settle(self) -> None:
        """Make one answer of what several agencies said of an indicator."""
        for unit in self.units.values() if self.shared else ():
            self.findings.begin(self.limits.findings)
            with suppress(PassedError):  # the files that these stand in are read, and named
                self._repeated().settle(unit)
        for unit in self.units.values():
            self.findings.begin(self.limits.findings)
            if unit.respondents is not None:
                with suppress(PassedError):  # likewise
                    self._take_surveys(unit, unit.respondents)

    def all_findings(self) -> tuple[Finding, ...]:
        found = without_stated(self.findings, self.units.values())
        return (*found, *self.repeated.copied(self.rows)) if self.repeated else tuple(found)

    def _repeated(self) -> RepeatedAnswers:
        """Return what makes one answer of several; of most workbooks nothing has to."""
        from kediri_index.sheets.rows.repeated import RepeatedAnswers  # noqa: PLC0415 - as said

        if self.repeated is None:
            self.repeated = RepeatedAnswers(
                self.definition, self.profile, self.shared, self.findings
            )
        return self.repeated

    def add(self, file: OpenedFile) -> None:
        """Read the rows of *file*, up to the limits."""
        self.findings.begin(self.limits.findings)
        self.deadline = thread_time() + self.limits.seconds
        try:
            self._add(file)
        except PassedError as passed:
            self.findings.begin(1)
            self.findings.append(limit_finding(passed.code, file.path, self.limits, passed.seen))

    def take_groups(self) -> None:
        """Take the rows of groups that are answers, once all files are read."""
        for unit in self.units.values():
            self.findings.begin(self.limits.findings)
            for answer in given_rows(unit, self.nodes.below) if unit.groups else ():
                try:
                    self._hold(unit, answer)
                except PassedError as passed:
                    self.findings.begin(1)
                    file = answer.row.file
                    limit = limit_finding(passed.code, file, self.limits, passed.seen)
                    self.findings.append(limit)
                    break

    def _add(self, file: OpenedFile) -> None:
        context = RowContext(
            self.nodes,
            self.definition.scale,
            from_csv=file.workbook.is_csv,
            definition_id=self.definition.id,
            good=self.good,
            number_columns=self.number_columns,
            in_time=self._in_time,
            wanted=self.wanted,
        )
        self.rows[file.path] = 0
        for table, above in zip(file.tables, file.above, strict=True):
            before = self.rows[file.path], len(self.findings)
            named, several = self.hints.decimal_mark, len(file.units) > 1
            context = context.of_table(table, named, several_units=several)
            place = table.sheet.place()
            with self.findings.together(place, context.marks):
                if table.layout is Layout.WIDE:
                    self._wide(file, table, context, above)
                else:
                    self._long(file, table, context, above)
            if before == (self.rows[file.path], len(self.findings)):
                self.findings.append(Finding.at_cell("F410", place))

        for survey in file.surveys:
            self._survey(file, survey)
        for evidence in file.evidence:
            self._evidence(file, evidence)

    def _evidence(self, file: OpenedFile, table: EvidenceTable) -> None:
        from kediri_index.sheets.evidence import read_evidence  # noqa: PLC0415 - few have any

        rows, findings = read_evidence(table, self.definition)
        self._in_time(len(rows))
        self._unit_of_sheet(file, table.above).evidence += rows
        self.findings.extend(findings)

    def _unit_of_sheet(self, file: OpenedFile, above: Identity) -> UnitBuilder:
        """Return the unit that a sheet without columns for it is about."""
        items = {**above.items, **file.identity.items}
        name = items.get(Item.UNIT)
        return self._unit(name.text if name else None, self._year(items.get(Item.YEAR)), file)

    def _survey(self, file: OpenedFile, table: SurveyTable) -> None:
        from kediri_index.sheets.surveys.pool import SurveyPool  # noqa: PLC0415 - few have any

        unit = self._unit_of_sheet(file, table.above)
        if unit.respondents is None:
            unit.respondents = SurveyPool(self.definition)
        self.findings.extend(unit.respondents.add(table, self._in_time, file.workbook))

    def _take_surveys(self, unit: UnitBuilder, pool: SurveyPool) -> None:
        """Hold the values that respondents give, beside what rows say of the same indicators."""
        from kediri_index.sheets.surveys.pool import beside  # noqa: PLC0415 - few have any

        self.findings.extend(pool.too_few())
        for answer, findings in pool.values():
            self.findings.extend(findings)
            first = unit.answer(answer.id)
            if first is None:
                unit.hold(answer)
                continue
            both, differs = beside(first, answer)
            self.findings.extend(() if differs is None else (differs,))
            unit.hold(both)

    def _long(
        self, file: OpenedFile, table: SheetTable, context: RowContext, above: Identity
    ) -> None:
        items, over = file.identity.items, above.items
        unit_said, year_said = items.get(Item.UNIT), items.get(Item.YEAR)
        unit_above, year_above = over.get(Item.UNIT), over.get(Item.YEAR)
        said = {
            column
            for column, there in (
                (Column.UNIT, unit_said or unit_above),
                (Column.YEAR, year_said or year_above),
            )
            if there is not None
        }
        plain = plain_rows(table, context)
        rows = LongRows(table, context, self.findings, said, plain)
        of_units = Column.UNIT not in said and bool(table.of({Column.UNIT}))
        unit: UnitBuilder | None = None
        last: tuple[str | None, str | None] | None = None
        try:
            for found in rows:
                if of_units and found.unit is None:
                    continue  # whose it is, nobody knows
                readable = year_said or found.year is None or YEAR.fullmatch(found.year.text)
                whose = (found.unit and found.unit.text, found.year and found.year.text)
                if unit is None or whose != last or not readable:
                    year = self._year(year_said or found.year or year_above)
                    name = unit_said or found.unit or unit_above
                    unit = self._unit(name.text if name else None, year, file)
                    here = {Item.UNIT: found.unit, Item.YEAR: found.year}
                    self.findings.extend(self.said_by_rows.compared(file.path, items, here))
                    last = whose
                if plain is None or not readable or not plain.begin(unit):
                    self._put(unit, found.answer)
        finally:
            if plain is not None:
                self.rows[file.path] += plain.taken
        self.totals += rows.totals
        self.findings.extend(hidden_but_read(table, rows.read))
        if self.beside is not None:
            from kediri_index.sheets.rows.beside import rows_beside  # noqa: PLC0415 - few ask

            for one in rows_beside(table, self.beside):
                name = unit_said or one.unit or unit_above
                known = self._known(name, self._year(year_said or one.year or year_above))
                if known is not None:
                    self._put_column(known, self.beside, one.value)

    def listed(self, file: OpenedFile, newer: str | None) -> InputFile:
        """Return what outputs say of *file*, and what it says as a whole or in all of its rows."""
        says = file.says._replace(
            unit=file.says.unit or self.said_by_rows.agreed(file.path, Item.UNIT),
            year=file.says.year or self.said_by_rows.agreed(file.path, Item.YEAR),
        )
        return file.listed(newer)._replace(says=says)

    def _wide(
        self, file: OpenedFile, table: SheetTable, context: RowContext, above: Identity
    ) -> None:
        from kediri_index.sheets.rows.wide import wide_rows  # noqa: PLC0415 - most tables are long

        ids = Names(self.definition.nodes())
        for cell in table.unknown:
            self.findings.append(
                Finding.at_cell(
                    "F413",
                    table.sheet.place(cell.address),
                    cell.value,
                    id=self.definition.id,
                    nearest=ids.suggest(cell.value),
                )
            )
        said = file.identity.items.get(Item.YEAR) or above.items.get(Item.YEAR)
        read = []
        for found in wide_rows(table, context, self.findings, self.totals):
            unit = self._unit(found.unit, self._year(found.year or said), file)
            unit.wide_files.add(file.path)
            read.append(found.number)
            self._put_row(unit, found)
            for name, column in found.columns.items():
                self._put_column(unit, name, column)
        self.findings.extend(hidden_but_read(table, read))

    def _wanted(self) -> frozenset[str]:
        """Return the units that user, profile and definition name, by exact name."""
        own = (self.profile.unit, *self.profile.also) if self.profile else ()
        rules = (indicator.rule for indicator in self.definition.all_indicators())
        references = (rule.method.reference for rule in rules)
        return frozenset(exact(one) for one in (self.hints.unit, *own, *references) if one)

    def _put_row(self, unit: UnitBuilder, found: WideRow) -> None:
        """Add the answers of a wide row: as they are where they are the unit's first."""
        if unit.is_empty():
            unit.plain = found.answers
            self._count(found.answers.table.sheet.file, len(found.answers.table.columns))
        else:
            for answer in found.answers.values():
                self._put(unit, answer)
        for answer in found.groups:
            unit.groups.setdefault(answer.id, []).append(answer)
        for answer in found.again:
            self._put(unit, answer)

    def _count(self, file: str, more: int) -> None:
        """Count rows of *file*, which take time."""
        self.rows[file] += more
        self._in_time(more)

    def _unit(self, name: str | None, year: int | None, file: OpenedFile) -> UnitBuilder:
        name = name or self.hints.unit or (self.profile.unit if self.profile else None)
        if name is not None and self.profile and self.profile.unit and self.profile.is_of(name):
            name = self.profile.unit  # one region by whichever of its spellings
        key = (unit_key(self.profile, name) if name is not None else None, year)
        unit = self.units.get(key)
        if unit is None:
            if len(self.units) >= self.limits.units:
                raise PassedError("F444", len(self.units) + 1)
            self._count_duels(year)
            unit = self.units[key] = UnitBuilder(name, year)
        if file.path not in unit.files:
            unit.files[file.path] = None
            if file.agency is not None:
                unit.agencies[file.path] = file.agency
            if name is None:
                self.findings.append(Finding.at_cell("F408", Source(file.path)))
            if year is None and not any(one.code == "F449" for one in file.findings):
                self.findings.append(Finding.at_cell("F421", Source(file.path)))
        return unit

    def _known(self, said: Said | None, year: int | None) -> UnitBuilder | None:
        """Return the unit that rows were read of, None where it is not one."""
        name = (said.text if said else None) or self.hints.unit
        name = name or (self.profile.unit if self.profile else None)
        return self.units.get((None if name is None else unit_key(self.profile, name), year))

    def _count_duels(self, year: int | None) -> None:
        """Count what is compared with a further unit of *year*, where units are compared."""
        if self.children_compared:
            self.comparisons += self.children_compared * self.of_year[year]
            self.of_year[year] += 1
            if self.comparisons > self.limits.comparisons:
                raise PassedError("S720", self.comparisons)

    def _year(self, said: Said | None) -> int | None:
        if said is None:
            return self.hints.year or self.definition.year
        if YEAR.fullmatch(said.text):
            return int(said.text)
        if said.source not in self.unreadable_years:
            self.unreadable_years.add(said.source)
            self.findings.append(Finding.at_cell("F409", said.source, said.text))
        return self.hints.year or self.definition.year

    def _in_time(self, rows: int = 1) -> None:
        """Raise :class:`PassedError` where the file has had its time; asked of every row."""
        self.asked += rows
        if self.asked < self.next_look:
            return
        self.next_look = (self.asked // _ROWS_A_CHECK + 1) * _ROWS_A_CHECK
        if thread_time() > self.deadline:
            raise PassedError("F208", self.limits.seconds)

    def _put(self, unit: UnitBuilder, answer: Answer) -> None:
        """Add *answer*; rows of groups wait until all files are read."""
        self._count(answer.row.file, 1)
        if unit.plain is not None and unit.is_one_row:  # no longer
            alone, unit.plain = unit.plain, None
            for one in alone.values():
                self._take(unit, one)
        self._take(unit, answer)

    def _take(self, unit: UnitBuilder, answer: Answer) -> None:
        if answer.id in self.nodes.below:
            unit.groups.setdefault(answer.id, []).append(answer)
        else:
            self._hold(unit, answer)

    def _hold(self, unit: UnitBuilder, answer: Answer) -> None:
        """Hold *answer* as the one of its leaf, or put it to the one that is held."""
        first = unit.first_or(answer)
        if first is not answer:
            self._repeated().add(unit, first, answer)

    def _put_column(self, unit: UnitBuilder, name: str, said: Reading) -> None:
        """Add what a column beside the answers says; the first counts, another is a finding."""
        first = unit.columns.get(name)
        if first is None or not first.text:
            unit.columns[name] = said
        elif said.text and _in_short(said) != _in_short(first):
            source = said.source
            other = first.source.seen_from(source.file)
            self.findings.append(
                Finding.at_cell("X303", source, said.text, name, other=other, first=first.text)
            )


def _in_short(said: Reading) -> tuple[object, ...]:
    """Return what a column beside the answers says; spellings of a name are one."""
    return said.number, said.missing, exact(said.text)
