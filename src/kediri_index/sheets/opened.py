"""A workbook opened: its tables, what it says of itself, and its findings, which are bounded."""

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from itertools import chain, islice
from typing import TYPE_CHECKING, Final, NamedTuple

from kediri_index.agencies.assignment import opd_named
from kediri_index.model.dataset import FileSays, InputFile, Said
from kediri_index.model.definition import Definition
from kediri_index.model.findings import Finding, Source
from kediri_index.model.limits import Limits
from kediri_index.model.profile import Hints, Profile, unit_key
from kediri_index.model.text import YEAR, exact, whole
from kediri_index.model.workbook import Sheet, Workbook
from kediri_index.sheets.identity import (
    Identity,
    Item,
    Revised,
    identity_above,
    revision_number,
    unknown_labels,
    unreadable_revision,
)
from kediri_index.sheets.numbers import DecimalMarks
from kediri_index.sheets.reading.refusal import limit_finding
from kediri_index.sheets.tables.columns import Column, folded, own_columns
from kediri_index.sheets.tables.find import about_titles, find_tables
from kediri_index.sheets.tables.header import Nodes, Sought
from kediri_index.sheets.tables.table import Layout, SheetTable

if TYPE_CHECKING:
    from kediri_index.sheets.evidence import EvidenceTable
    from kediri_index.sheets.surveys.table import SurveyTable
    from kediri_index.sheets.two_readings import TwoReadingsOfTable

_OF_TWO_READINGS: Final = frozenset({"C121", "C122", "C140", "F456"})
"""Codes reported once per table."""
_OF_SECOND_TABLES = frozenset({"F404", "F447"})
"""A table of another year on the sheet is named already."""
_WITHOUT_TABLE = frozenset({"F401", "F402", "F403"})
"""Codes of a workbook without a table; one with a survey needs none."""
_COMPARED = (
    Item.UNIT,
    Item.YEAR,
    Item.OPD,
    Item.REVISION,
    Item.DEFINITION,
    Item.VERSION,
)


class OpenedFile(NamedTuple):
    """A workbook with its tables, and what it says of itself; *above* by table.

    *units* and *years* are those of its rows, as they are compared. *findings* are those about the
    workbook as it was sent, beside what the reader found. *surveys* are its sheets of respondents,
    *evidence* those of items of evidence.
    """

    workbook: Workbook
    tables: tuple[SheetTable, ...]
    identity: Identity
    above: tuple[Identity, ...]
    says: FileSays
    opd: str | None
    agency: str | None
    units: frozenset[str]
    years: frozenset[str]
    findings: tuple[Finding, ...]
    surveys: "tuple[SurveyTable, ...]" = ()
    evidence: "tuple[EvidenceTable, ...]" = ()

    @property
    def path(self) -> str:
        """The file."""
        return self.workbook.path

    def revised(self) -> Revised:
        """Return the file as one among its agency's revisions."""
        whose = self.agency or (exact(self.opd) if self.opd else None)
        key = (self.units, self.years, whose)
        return Revised(self.path, key if whose else None, revision_number(self.says.revision))

    def listed(self, newer: str | None) -> InputFile:
        """Return what outputs say of the file; *newer* is what supersedes it."""
        of_rows = [one.sheet for one in self.tables]
        sheets = [
            *of_rows,
            *(one.sheet for one in self.surveys),
            *(one.sheet for one in self.evidence),
        ]
        layout = self.tables[0].layout if self.tables else Layout.SURVEY if self.surveys else None
        return InputFile(
            path=self.path,
            sha256=self.workbook.sha256,
            layout=layout.value if layout else None,
            sheet=(sheets[0].name or None) if sheets else None,
            opd=self.agency or self.opd,
            revision=revision_number(self.says.revision),
            superseded_by=newer,
            says=self.says,
        )


class Opener:
    """Finds the tables of a workbook and what it says of itself.

    *beside* is the column that groups the units, None where the profile does or nothing.
    """

    def __init__(
        self, definition: Definition, profile: Profile | None, hints: Hints, limits: Limits
    ) -> None:
        self.nodes = Nodes.of(definition)
        self.profile = profile
        self.number_columns = definition.number_columns().union(hints.denominators)
        self.attributes = self.number_columns | definition.text_columns()
        self.beside = None if hints.by is None or self._has_groups(hints.by) else hints.by
        if self.beside and folded(self.beside) not in map(folded, self.attributes):
            self.attributes |= {self.beside}
        self.definition = definition
        self.hints = hints
        self.limits = limits
        self.own_words = own_columns(profile.columns) if profile else {}
        self.year = hints.year or definition.year
        self.has_surveys = any(one.survey is not None for one in definition.all_indicators())

    def open(self, workbook: Workbook, identity: Identity) -> OpenedFile:
        """Return *workbook* with its tables, what it says of itself, and what is wrong so far."""
        unit = identity.text(Item.UNIT) or self.hints.unit
        own = self._own(unit)

        def years_of(table: SheetTable) -> frozenset[str]:
            return _years_of(table, identity, self.year)

        own_words = self.own_words if own else {}
        sought = Sought(self.nodes, own_words, self.attributes, years_of, self.beside)
        surveys: tuple[SurveyTable, ...] = ()
        hidden: tuple[Sheet, ...] = ()
        others = workbook
        if self.has_surveys:
            from kediri_index.sheets.surveys.table import surveys_of  # noqa: PLC0415 - few have any

            surveys, hidden, others = surveys_of(workbook, self.definition, sought)
        evidence: tuple[EvidenceTable, ...] = ()
        if self.definition.with_evidence_items:
            from kediri_index.sheets.evidence import evidence_sheets  # noqa: PLC0415 - likewise

            evidence, unread, others = evidence_sheets(others, sought)
            hidden += unread
        tables, findings = find_tables(others, sought)
        if (surveys or evidence or hidden) and not tables:
            findings = tuple(one for one in findings if one.code not in _WITHOUT_TABLE)
        not_read = "F411" if surveys or evidence or tables else "F416"
        findings += tuple(Finding.at_cell(not_read, sheet.place()) for sheet in hidden)
        above = tuple(map(_above, tables))
        over = (*above, *(one.above for one in surveys), *(one.above for one in evidence))
        says = _says(tables, identity, over)
        own = self._own(says.unit.text if says.unit else self.hints.unit)
        opd = says.opd.text if says.opd else self.hints.opd
        known = opd_named(own, opd) if own and opd else None
        unclear = {one.sheet for one in findings if one.code in _OF_SECOND_TABLES}
        titles = about_titles(
            [table for table in tables if (table.sheet.name or None) not in unclear],
            lambda table: _years_of(table, identity, self.hints.year),
        )
        found = chain(
            findings,
            titles,
            _unreadable(identity, *over),
            unreadable_revision(says.revision),
            _contradictions(identity, over, own),
            unknown_labels(workbook),
        )
        return OpenedFile(
            workbook,
            tables,
            identity,
            above,
            says,
            opd,
            known.id if known else None,
            self._units(says, tables),
            self._years(says, tables),
            tuple(at_most(self.limits, workbook.path, found)),
            surveys,
            evidence,
        )

    def _has_groups(self, name: str) -> bool:
        """Return whether the profile has groups of units of that *name*."""
        own = self.profile.unit_groups if self.profile is not None else ()
        return exact(name) in map(exact, own)

    def _own(self, unit: str | None) -> Profile | None:
        return self.profile if self.profile and self.profile.is_of(unit) else None

    def _units(self, says: FileSays, tables: tuple[SheetTable, ...]) -> frozenset[str]:
        named = {says.unit.text} if says.unit else _in_column(tables, Column.UNIT)
        otherwise = self.hints.unit or (self.profile.unit if self.profile else None) or ""
        return frozenset(unit_key(self.profile, name) for name in named or {otherwise})

    def _years(self, says: FileSays, tables: tuple[SheetTable, ...]) -> frozenset[str]:
        named = {says.year.text} if says.year else _in_column(tables, Column.YEAR)
        return frozenset(named or {str(self.year or "")})


def _above(table: SheetTable) -> Identity:
    """Return what labels above *table* say; above a wide table only a year is of interest."""
    above = identity_above(table.sheet, table.top or table.row)
    if table.layout is Layout.LONG:
        return above
    return above._replace(again=tuple(one for one in above.again if one[0] is Item.YEAR))


def _years_of(table: SheetTable, identity: Identity, otherwise: int | None) -> frozenset[str]:
    """Return the readable years of a table's data, from the place that counts."""
    said = identity.text(Item.YEAR)
    named = {said} if said else _in_column((table,), Column.YEAR, {*Layout})
    readable = named or {_above(table).text(Item.YEAR) or str(otherwise or "")}
    return frozenset(year for year in readable if YEAR.fullmatch(year))


def _in_column(
    tables: tuple[SheetTable, ...], wanted: Column, layouts: Collection[Layout] = (Layout.LONG,)
) -> set[str]:
    """Return the texts of a column of tables of these *layouts*, each once."""
    found: set[str] = set()
    for table in tables:
        for number in table.of({wanted}) if table.layout in layouts else ():
            found.update({*table.texts(number)})  # few, so often said
    texts = {text.strip() for text in found} - {""}
    return set(map(whole, texts)) if wanted is Column.YEAR else texts


def _says(
    tables: tuple[SheetTable, ...], identity: Identity, above: tuple[Identity, ...]
) -> FileSays:
    def said(item: Item) -> Said | None:
        places = (identity, *above)
        return next((one.items[item] for one in places if item in one.items), None)

    if any(table.layout is Layout.WIDE for table in tables):
        return FileSays()
    return FileSays(said(Item.UNIT), said(Item.YEAR), said(Item.OPD), said(Item.REVISION))


def _unreadable(*identities: Identity) -> Iterator[Finding]:
    return (
        Finding.at_cell("F417", said.source, said.text, name=item.value)
        for identity in identities
        for item, said in identity.unreadable
    )


def _contradictions(
    identity: Identity, above: tuple[Identity, ...], profile: Profile | None
) -> Iterator[Finding]:
    """Yield F435 for each contradiction: on the sheets that say it, or above a header.

    Names of a unit or an agency are compared as *profile* knows them; without it two spellings of
    an agency may be one.
    """
    compared = [(identity, one) for one in (*identity.again, *_above_headers(above))]
    compared += [(one, again) for one in above for again in one.again]
    for place, (item, said) in compared:
        first = place.items.get(item)
        if first is None or item not in _COMPARED:
            continue
        if not _same(item, first.text, said.text, profile):
            other = first.source.seen_from(said.source.file)
            yield Finding.at_cell(
                "F435", said.source, said.text, name=item.value, first=first.text, other=other
            )


def _above_headers(above: tuple[Identity, ...]) -> Iterator[tuple[Item, Said]]:
    return (pair for one in above for pair in one.items.items())


def _same(item: Item, one: str, other: str, profile: Profile | None) -> bool:
    if item is Item.UNIT:
        return unit_key(profile, one) == unit_key(profile, other)
    if exact(one) == exact(other):
        return True
    if item is not Item.OPD:
        return False
    known = [opd_named(profile, text) if profile else None for text in (one, other)]
    return None in known or known[0] == known[1]


class PassedError(Exception):
    """A file passed the limit that *code* is about: *seen* is how many there are at the least."""

    def __init__(self, code: str, seen: int) -> None:
        super().__init__(code, seen)
        self.code = code
        self.seen = seen


class FileFindings(list[Finding]):
    """A list that raises :class:`PassedError` where one file adds more findings than it may."""

    def __init__(self) -> None:
        super().__init__()
        self._most = self._counted = 0
        self._table: tuple[Source, DecimalMarks] | None = None
        self._held: TwoReadingsOfTable | None = None

    def begin(self, most: int) -> None:
        """Begin with the next file, which may add *most* findings."""
        self._most = most
        self._counted = 0

    def spend(self, number: int) -> None:
        """Count findings of the file that are kept elsewhere."""
        self._counted += number
        if self._counted > self._most:
            raise PassedError("F443", self._counted)

    def append(self, finding: Finding, /) -> None:
        """Add *finding*; raises :class:`PassedError` instead where it is one too many."""
        if self._table is not None and finding.code in _OF_TWO_READINGS:
            self._hold(self._table).hold(finding)
            return
        self.spend(1)
        super().append(finding)

    @contextmanager
    def together(self, place: Source, marks: DecimalMarks) -> Iterator[None]:
        """Add what is found on two readings of a table's cells once all cells are read.

        *place* is the table's sheet, *marks* are its decimal marks.
        """
        self._table = place, marks
        try:
            yield
        finally:
            held = self._hold(self._table) if self._held is not None or marks.used else None
            self._table = self._held = None
            self.extend(() if held is None else held.findings())

    def _hold(self, table: tuple[Source, DecimalMarks]) -> "TwoReadingsOfTable":
        from kediri_index.sheets.two_readings import TwoReadingsOfTable  # noqa: PLC0415 - few have any

        if self._held is None:
            self._held = TwoReadingsOfTable(*table)
        return self._held

    def extend(self, findings: Iterable[Finding], /) -> None:
        """Add *findings* up to the limit; raises :class:`PassedError` where there are more."""
        for finding in findings:
            self.append(finding)


def at_most(limits: Limits, path: str, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the *findings* on a file as a whole, up to the limit, and whether there are more."""
    given = iter(findings)
    yield from islice(given, limits.findings)
    if next(given, None) is not None:
        yield limit_finding("F443", path, limits, limits.findings + 1)


def each_cell_once(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return *findings* without the Excel errors that stand for cells the reader named already."""
    found = tuple(findings)
    named = {
        (finding.file, finding.sheet, finding.cell)
        for finding in found
        if finding.code.startswith("F2") and finding.cell is not None
    }
    return tuple(
        finding
        for finding in found
        if finding.code != "C111" or (finding.file, finding.sheet, finding.cell) not in named
    )
