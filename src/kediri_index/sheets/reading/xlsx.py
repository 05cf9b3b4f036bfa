"""A workbook (.xlsx, .xlsm): what it lists and carries, and its sheets, on the standard library."""

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Final, NamedTuple

from kediri_index.model.findings import Finding
from kediri_index.model.limits import Limits
from kediri_index.model.workbook import CODES, CellKind, Look, Row, Sheet
from kediri_index.sheets.reading.cell import CELL_FORMATS, SharedParts
from kediri_index.sheets.reading.package import Package, open_package
from kediri_index.sheets.reading.refusal import (
    LIMIT_OF,
    FaultLog,
    RefusedError,
    limit_finding,
    misnamed_workbook,
    refuse_floods,
)
from kediri_index.sheets.reading.shared_parts import (
    CellStyles,
    MarkedText,
    NumberFormat,
    cell_styles,
    shared_strings,
)
from kediri_index.sheets.reading.sheet_cells import SheetCells
from kediri_index.sheets.reading.sheet_part import PLAIN_RUN, SheetPart, is_true
from kediri_index.sheets.reading.xml_part import (
    Cutter,
    PartReader,
    Relation,
    read_part,
    read_plain_runs,
    relations_of,
    spreadsheet_tags,
    workbook_part,
)

_NAMED: Final = 5
_CODES: Final = {
    "vbaProject": "F240",
    "oleObject": "F241",
    "package": "F241",
    "control": "F241",
    "activeXControlBinary": "F241",
    "externalLink": "F242",
    "connections": "F243",
    "queryTable": "F243",
}
"""The finding about a part, by the kind of the relation to it."""
_OF_NAMES: Final = (
    ("vbaproject", "F240"),
    ("embeddings/", "F241"),
    ("activex/", "F241"),
    ("externallinks/externallink", "F242"),
    ("connections.xml", "F243"),
    ("querytables/", "F243"),
)
"""The same for a part that nothing refers to, by what is in its name."""
_LINK_TO_WORKBOOK: Final = b"externalBook"


def embedded_parts(package: Package, relations: Mapping[str, Relation]) -> Iterator[Finding]:
    """Yield a finding for each kind of part; *relations* are those of the workbook's own part."""
    found: dict[str, list[str]] = {}
    for part, code in _coded(package, relations).items():
        to_program = code == "F242" and not _is_link_to_workbook(package, part)
        found.setdefault("F243" if to_program else code, []).append(part)
    for code, parts in sorted(found.items()):
        params = {"parts": tuple(sorted(parts)[:_NAMED]), "count": len(parts)}
        yield Finding(code, file=package.path, params=params)


def _coded(package: Package, relations: Mapping[str, Relation]) -> dict[str, str]:
    """Return the parts that are there with their findings."""
    found = {}
    for part in package.parts:
        code = next((code for name, code in _OF_NAMES if name in part), None)
        if code is not None and not part.endswith((".rels", "/")):
            found[part] = code
    for relation in (*relations.values(), *_of_other_parts(package)):
        code = _CODES.get(relation.kind)
        if code is not None and relation.target in package:
            found[relation.target.lower()] = code
    return found


def _is_link_to_workbook(package: Package, part: str) -> bool:
    """Return whether a link leads to a workbook, not to another program (DDE, OLE).

    A damaged part is no reason to refuse the file: its cells are read without it.
    """
    try:
        return _LINK_TO_WORKBOOK in package.start_of(part)
    except RefusedError:
        return False


def _of_other_parts(package: Package) -> Iterator[Relation]:
    """Yield what sheets, drawings and the like refer to; unreadable relations refer to nothing."""
    for part in package.parts:
        if not part.endswith(".rels"):
            continue
        folder, name = posixpath.split(part)
        above, rels = posixpath.split(folder)
        if rels == "_rels" and above and name != "workbook.xml.rels":
            try:
                related = relations_of(package, posixpath.join(above, name.removesuffix(".rels")))
            except RefusedError:
                continue
            yield from related.values()


_PASSED_OVER: Final = frozenset({"chartsheet", "dialogsheet"})
_MACRO_SHEETS: Final = frozenset({"xlMacrosheet", "xlIntlMacrosheet"})


class SheetEntry(NamedTuple):
    """A sheet as the workbook lists it."""

    name: str
    relation: str
    hidden: bool


class _WorkbookPart(PartReader):
    __slots__ = ("entries", "recalculates", "since_1904")
    root = "workbook"
    tags = spreadsheet_tags("workbook", "workbookPr", "sheet", "calcPr")
    wrong_root = "F122"

    def __init__(self) -> None:
        super().__init__()
        self.entries: list[SheetEntry] = []
        self.since_1904 = False
        self.recalculates = False

    def start(self, name: str, attributes: Mapping[str, str], /) -> None:
        self.depth += 1
        tag = self.tags.get(name)
        if tag == "sheet":
            ids = (value for key, value in attributes.items() if key.endswith("/relationships id"))
            hidden = attributes.get("state") in {"hidden", "veryHidden"}
            name = self.keep(attributes.get("name", ""))
            self.entries.append(SheetEntry(name, self.keep(next(ids, "")), hidden))
        elif tag == "workbookPr":
            self.since_1904 = is_true(attributes.get("date1904"))
        elif tag == "calcPr":
            self.recalculates = is_true(attributes.get("fullCalcOnLoad"))

    def held(self) -> int:
        return len(self.entries)


class Outline(NamedTuple):
    """A workbook without its cells.

    *part* is its own part and *relations* what that refers to; *worksheets* are those to read, each
    with its part, *notes* the notes on others and of parts without cells. *recalculates* says
    that whoever opens it is to compute all formulas.
    """

    part: str
    relations: Mapping[str, Relation]
    worksheets: list[tuple[SheetEntry, str]]
    notes: list[Finding]
    since_1904: bool
    recalculates: bool


def outline_of(package: Package) -> Outline:
    """Return what the workbook in *package* lists.

    Raises :class:`RefusedError` with all that keeps its sheets from being found.
    """
    part = workbook_part(package)
    reader = _WorkbookPart()
    read_part(package, part, reader)
    misnamed = misnamed_workbook(package.path)
    if misnamed is not None:
        raise RefusedError(misnamed)
    relations = relations_of(package, part)
    worksheets, notes = _worksheets(package, reader.entries, relations)
    notes += embedded_parts(package, relations)
    return Outline(part, relations, worksheets, notes, reader.since_1904, reader.recalculates)


def companion(package: Package, outline: Outline, kind: str) -> str:
    """Return the name of the workbook's only part of a *kind*, as related or else as usual."""
    related = [one.target for one in outline.relations.values() if one.kind == kind]
    usual = posixpath.join(posixpath.dirname(outline.part), f"{kind}.xml")
    return next((name for name in (*related, usual) if name in package), [*related, usual][0])


def _worksheets(
    package: Package, entries: list[SheetEntry], relations: Mapping[str, Relation]
) -> tuple[list[tuple[SheetEntry, str]], list[Finding]]:
    """Return the sheets that hold cells with their parts, and remarks on the others."""
    if len(entries) > package.limits.sheets:
        raise RefusedError(limit_finding("F205", package.path, package.limits, len(entries)))
    worksheets: list[tuple[SheetEntry, str]] = []
    faults = _doubled_names(package.path, entries)
    notes: list[Finding] = []
    for entry in entries:
        kind, target = relations.get(entry.relation, Relation("worksheet", ""))
        if kind in _MACRO_SHEETS:
            notes.append(Finding("F223", package.path, entry.name))
        elif kind not in _PASSED_OVER and target in package:
            worksheets.append((entry, target))
        elif kind not in _PASSED_OVER:
            faults.append(missing_part(package, target, entry.name))
    if not worksheets and not faults:
        faults.append(Finding("F209", package.path))
    if faults:
        raise RefusedError(*faults)
    return worksheets, notes


def _doubled_names(path: str, entries: Iterable[SheetEntry]) -> list[Finding]:
    """Return a finding for each sheet with the name of one before it; case does not count."""
    names: set[str] = set()
    findings: list[Finding] = []
    for entry in entries:
        name = entry.name.casefold()
        if name in names:
            findings.append(Finding("F210", path, entry.name))
        names.add(name)
    return findings


def missing_part(package: Package, part: str, sheet: str | None = None) -> Finding:
    """Return the finding about a part that is referred to and is not there."""
    return Finding("F204", package.path, sheet, params={"part": part or "?"})


_SHOWN: Final = (NumberFormat.PLAIN, NumberFormat.PERCENT)


def read_xlsx(path: str, data: bytes, limits: Limits) -> tuple[list[Sheet], list[Finding]]:
    """Return the worksheets of *data* and what is wrong in them.

    Raises :class:`RefusedError` with all that keeps the workbook from being read.
    """
    package = open_package(path, data, limits)
    outline = outline_of(package)
    strings_part = companion(package, outline, "sharedStrings")
    styles_part = companion(package, outline, "styles")
    styles = CellStyles({}, frozenset())
    if styles_part in package:
        styles = cell_styles(package, styles_part)
    strings = shared_strings(package, strings_part) if strings_part in package else {}
    marked = {index: text for index, text in strings.items() if isinstance(text, MarkedText)}
    surroundings = SharedParts(
        path,
        limits,
        {index: text for index, text in strings.items() if index not in marked}
        if marked
        else strings,
        styles.formats,
        {
            style: CODES[Look(CellKind.NUMBER, CELL_FORMATS[shown])]
            for style, shown in styles.formats.items()
            if shown in _SHOWN
        },
        outline.since_1904,
        marked,
        styles.struck,
        outline.recalculates,
    )
    sheets, faults = _read_sheets(package, outline.worksheets, surroundings)
    longest = max(map(len, chain(strings.values(), (sheet.name for sheet in sheets))), default=0)
    if longest * sum(sheet.filled for sheet in sheets) + package.spent()[0] > limits.texts:
        refuse_floods(path, sheets, limits)
    if strings_part not in package and any(fault.code == "F211" for fault in faults):
        raise RefusedError(missing_part(package, strings_part))
    return sheets, outline.notes + faults


def _read_sheets(
    package: Package, worksheets: list[tuple[SheetEntry, str]], surroundings: SharedParts
) -> tuple[list[Sheet], list[Finding]]:
    """Return all sheets with their faults; raises :class:`RefusedError` if any cannot be read."""
    sheets: list[Sheet] = []
    faults: list[Finding] = []
    refused: list[Finding] = []
    allowed = surroundings.limits.cells
    for entry, part in worksheets:
        try:
            sheet, found = _read_sheet(package, part, entry, surroundings, allowed)
        except RefusedError as error:
            refused += (finding._replace(sheet=entry.name) for finding in error.findings)
            if any(finding.code in LIMIT_OF for finding in error.findings):
                break
        else:
            sheets.append(sheet)
            faults += found
            allowed -= sheet.filled
    if refused:
        raise RefusedError(*refused)
    return sheets, faults


def _read_sheet(
    package: Package, part: str, entry: SheetEntry, surroundings: SharedParts, allowed: int
) -> tuple[Sheet, list[Finding]]:
    """Return a sheet with its faults."""

    def reader_of(plain: Cutter | None) -> SheetPart:
        log = FaultLog(surroundings.path, entry.name)
        return SheetPart(SheetCells(surroundings, log, allowed), plain)

    reader = read_plain_runs(package, part, PLAIN_RUN, reader_of)
    cells, log = reader.cells, reader.cells.log
    rows = cells.rows()
    if reader.filled.count != cells.content_tags:
        counts = {"counted": reader.filled.count, "read": cells.content_tags}
        log.add("F219", None, None, **counts)
    for reference in reader.bad_spans:
        log.add("F221", None, reference)
    sheet = Sheet(
        entry.name,
        rows,
        entry.hidden,
        frozenset(cells.hidden_rows),
        _hidden_columns(reader.hidden_columns, rows),
        tuple(reader.merged),
        file=surroundings.path,
    )
    return sheet, log.findings()


def _hidden_columns(ranges: list[tuple[int, int]], rows: Mapping[int, Row]) -> frozenset[int]:
    if not ranges:
        return frozenset()
    return _columns_in(ranges, max((row.columns[-1] for row in rows.values()), default=0))


def _columns_in(ranges: Iterable[tuple[int, int]], last_column: int) -> frozenset[int]:
    """Return the columns in any of *ranges*, up to *last_column*; overlaps cost nothing."""
    columns: set[int] = set()
    reached = 0
    for first, last in sorted(ranges):
        columns.update(range(max(first, reached + 1), min(last, last_column) + 1))
        reached = max(reached, last)
    return frozenset(columns)
