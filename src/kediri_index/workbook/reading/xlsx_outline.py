"""What a workbook lists: its sheets, their parts, and what cannot be one of them."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from kediri_index.model.findings import Finding
from kediri_index.workbook.reading.carried_parts import carried_parts
from kediri_index.workbook.reading.content import misnamed_workbook
from kediri_index.workbook.reading.package import Package
from kediri_index.workbook.reading.refusal import RefusedError, limit_finding
from kediri_index.workbook.reading.relationships import Relation, relations_of, workbook_part
from kediri_index.workbook.reading.sheet_part import is_true
from kediri_index.workbook.reading.xml_part import PartReader, read_part, spreadsheet_tags

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
    with its part, *notes* what is said of others and of parts without cells. *recalculates* says
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
    notes += carried_parts(package, relations)
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
