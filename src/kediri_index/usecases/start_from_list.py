"""A new project from a list of indicators: definition, profile and forms, and a copy with codes."""

from __future__ import annotations

from pathlib import Path, PurePath
from typing import TYPE_CHECKING, NamedTuple

from kediri_index.definition.library import shipped_folder
from kediri_index.definition.load_definition import load_definition_file
from kediri_index.definition.starting import (
    EDITOR,
    SCHEMAS,
    TITLES,
    NewProfile,
    comment_lines,
)
from kediri_index.definition.written import written
from kediri_index.errors import UsageError
from kediri_index.messages.texts import text
from kediri_index.model.language import Label, Language
from kediri_index.model.profile import PROFILE
from kediri_index.model.text import exact, slug
from kediri_index.sheets.lists.coded_copy import with_codes
from kediri_index.sheets.lists.read import AskedIndex, ListRead, Reader, read_list
from kediri_index.sheets.paths import refuse_missing
from kediri_index.usecases.inputs import read_file
from kediri_index.usecases.start import INDEX, NewProject, ProjectList, Started, project

if TYPE_CHECKING:
    from kediri_index.model.findings import Finding
    from kediri_index.model.limits import Limits
    from kediri_index.model.workbook import Workbook
    from kediri_index.sheets.lists.about import AboutIndex


FIRST_YEAR = 2000
"""Of a list that is only looked at."""


class Refused(NamedTuple):
    """A list from which nothing can be made before its *findings* are answered."""

    findings: tuple[Finding, ...]
    language: Language


def start_from_list(
    path: str, wanted: NewProject, year: int | None, limits: Limits, folder: str
) -> Started | Refused:
    """Return the project that the list at *path* describes; nothing is written in *folder*.

    *year* is the one that was asked for; without it the list's counts, else that of *wanted*.
    """
    refuse_missing(path)
    if Path(path).is_dir():
        raise UsageError("list-is-folder", path=path)
    bytes_of: dict[str, bytes] = {}
    workbook = read_file(path, {path}, limits, bytes_of.__setitem__)
    reader = read_list(workbook)
    if not isinstance(reader, Reader):
        return Refused(reader.findings, wanted.language or Language.ID)
    about = reader.about
    language = wanted.language or about.language or Language.ID
    read = reader.read(_named(wanted, about, year))
    if read.definition is None:
        return Refused(read.findings, language)
    started = _project(read, wanted, language, folder, PurePath(path).name)
    copy = _copy(path, bytes_of[path], workbook, read, limits)
    sheet = "" if read.table is None else read.table.sheet.name
    listed = ProjectList(path, sheet, read.findings, len(read.codes), copy)
    return started._replace(listed=listed, placeholder=wanted.unit is None and about.unit is None)


def findings_of_list(path: str, limits: Limits) -> tuple[Finding, ...]:
    """Return what is to be answered of the list at *path*, or what would be taken."""
    nobody = NewProject(None, None, FIRST_YEAR, (), None, None)
    made = start_from_list(path, nobody, None, limits, ".")
    said = made if isinstance(made, Refused) else made.listed
    return () if said is None else said.findings


def _copy(
    path: str, data: bytes, workbook: Workbook, read: ListRead, limits: Limits
) -> tuple[str, bytes] | None:
    """Return the copy of the list with its codes and the name of its file; None without codes."""
    if not read.codes or read.table is None:
        return None
    copy = with_codes(data, workbook, read.table, read.codes, limits)
    file = PurePath(path)
    return None if copy is None else (f"{file.stem} (berkode){file.suffix.lower()}", copy)


def _named(wanted: NewProject, about: AboutIndex, asked: int | None) -> AskedIndex:
    """Return id, title and year of the new definition: as asked for, else as the list says."""
    unit = wanted.unit or about.unit
    said = wanted.year if about.year is None else about.year
    year = asked or said or None
    language = about.language or Language.ID
    own_id = about.id or f"{slug(unit or INDEX)}-{year or wanted.year}"
    main, english = (
        TITLES[one][unit is not None].format(unit=unit, year=year or wanted.year)
        for one in Language
    )
    title = Label(main, None, english)
    if about.title is not None:
        title = Label(about.title, about.title_id, about.title_en)
    return AskedIndex(own_id, year, title, about.source, language, _elsewhere(own_id))


def _elsewhere(own_id: str) -> dict[str, str]:
    """Return the ids of all shipped definitions but *own_id*, in small letters, with names."""
    found: dict[str, str] = {}
    for path in sorted(shipped_folder().glob("*.yaml")):
        if path.name != Path(PROFILE).name:
            definition = load_definition_file(path).definition
            if definition.id != own_id:
                found |= {
                    one.casefold(): exact(node.label.main)
                    for one, node in definition.nodes().items()
                }
    return found


def _project(
    read: ListRead, wanted: NewProject, language: Language, folder: str, name: str
) -> Started:
    definition, about = read.definition, read.about
    assert definition is not None, "the list has no errors"  # noqa: S101 - an invariant
    comments = [
        EDITOR.format(SCHEMAS[0]).rstrip(),
        *comment_lines("written.from", language, name=name),
    ]
    own = written(definition, comments, read.remarks, language)
    unit = wanted.unit or about.unit or text("project.unit", language)
    assign = {} if about.opd_in else read.assign
    year = definition.year or wanted.year
    profile = NewProfile(unit, year, read.opd, wanted.due, language, invented=False, assign=assign)
    return project(own, profile, folder)
