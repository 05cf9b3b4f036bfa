"""A new project: its own definition on top of another, its profile, and the empty forms."""

from __future__ import annotations

import tempfile
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from kediri_index.definition.find import VARIABLE, find_definition
from kediri_index.definition.json_schema import (
    definition_schema,
    profile_schema,
    schema_text,
    waivers_schema,
)
from kediri_index.definition.library import DEFAULT_FILE, shipped_folder
from kediri_index.definition.load_definition import Loaded, load_definition_file
from kediri_index.definition.load_profile import load_profile_file
from kediri_index.definition.starting import (
    SCHEMAS,
    NewDefinition,
    NewProfile,
    blank_yaml,
    copying,
    extending,
    profile_yaml,
    waivers_yaml,
)
from kediri_index.errors import UsageError
from kediri_index.messages.texts import text
from kediri_index.model.bundle import ClosedYear
from kediri_index.model.definition import Definition
from kediri_index.model.findings import Finding
from kediri_index.model.language import Language
from kediri_index.model.limits import Limits
from kediri_index.model.profile import DEFINITION, FORMS, PROFILE, WAIVERS, Opd, Profile
from kediri_index.model.text import exact, slug
from kediri_index.sheets.forms.form import Form
from kediri_index.sheets.paths import TooLargeError, read_bytes, refuse_missing
from kediri_index.usecases.inputs import Surroundings
from kediri_index.usecases.template import (
    FormsByFile,
    Wanted,
    file_names,
    form_for,
    forms_by_file,
)

_INVENTED = (
    Opd("setda", "Sekretariat Daerah", "Setda"),
    Opd("bappeda", "Badan Perencanaan Pembangunan Daerah", "Bappeda"),
    Opd("diskominfo", "Dinas Komunikasi dan Informatika", "Diskominfo"),
)
"""What every city has, to begin with."""
INDEX = "indeks"
_MARK_OF_COMMENT = "#"


class NewProject(NamedTuple):
    """What a new project is made of; None and no agencies where nothing is given."""

    reference: str | None
    unit: str | None
    year: int
    opd: tuple[str, ...]
    due: date | None
    language: Language | None


class Started(NamedTuple):
    """A new project: its texts by path, what they are when they are read, and its forms.

    *placeholder* says whether unit or agencies are ours, to be replaced; *without* are the agencies
    that answer for nothing, *surveyed* those for which respondents answer. *listed* is the list
    from which the project was made, if it was.
    """

    texts: dict[str, str]
    definition: Definition
    profile: Profile
    language: Language
    forms: tuple[tuple[str, Form], ...]
    placeholder: bool
    without: tuple[str, ...]
    listed: ProjectList | None = None
    surveyed: tuple[str, ...] = ()

    def form_files(self) -> dict[str, bytes]:
        """Return the forms as workbooks, by their paths in the folder."""
        from kediri_index.sheets.forms.writing import form_bytes  # noqa: PLC0415 - XlsxWriter is slow

        return {f"{FORMS}/{name}": form_bytes(form) for name, form in self.forms}


class ProjectList(NamedTuple):
    """The list of a new project: its file and sheet, what was taken, and its copy with codes.

    *copy* is the name of that file and its bytes, None where no code was made.
    """

    path: str
    sheet: str
    findings: tuple[Finding, ...]
    codes: int
    copy: tuple[str, bytes] | None


class Carried(NamedTuple):
    """The project of the next year, None where *findings* forbid it.

    *ended* is the year before with its result; *was* its definition. *waivers* counts those that
    are carried on, *to_fill* has the keys of the profile that are asked for, *checks* the files by
    which a CI checks the folder, *paper* the letterhead.
    """

    started: Started | None
    findings: tuple[Finding, ...]
    ended: ClosedYear = ClosedYear()
    was: Definition | None = None
    year: int = 0
    last: int | None = None
    waivers: int = 0
    to_fill: tuple[str, ...] = ()
    checks: Mapping[str, bytes] = MappingProxyType({})
    paper: Mapping[str, bytes] = MappingProxyType({})


def start(wanted: NewProject, surroundings: Surroundings, folder: str = ".") -> Started:
    """Return the project that *wanted* describes; nothing is written in *folder*, where it will be.

    Raises :class:`UsageError` for a name that stands twice or cannot be written, or an unknown
    definition, and ``DefinitionError`` for a broken one.
    """
    year = wanted.year
    _refuse_broken(wanted.unit, wanted.opd)
    base, shipped = _base(wanted.reference, surroundings)
    language = wanted.language or base.definition.language
    unit = wanted.unit or text("project.unit", language)
    name = f"{slug(wanted.unit or INDEX)}-{year}"
    keeps = _is_named(wanted.reference, surroundings)
    new = NewDefinition(name, wanted.unit, year, language, keeps)
    own = extending(new, base.definition) if shipped else copying(new, base, surroundings.limits)
    opd = _agencies(wanted.opd) or _INVENTED
    profile = NewProfile(unit, year, opd, wanted.due, language, not wanted.opd)
    placeholder = wanted.unit is None or not wanted.opd
    return project(own, profile, folder)._replace(placeholder=placeholder)


def blank_project(wanted: NewProject, folder: str = ".") -> Started:
    """Return a project whose definition has one group and one indicator, to be replaced."""
    _refuse_broken(wanted.unit, wanted.opd)
    language = wanted.language or Language.ID
    unit = wanted.unit or text("project.unit", language)
    name = f"{slug(wanted.unit or INDEX)}-{wanted.year}"
    own = blank_yaml(NewDefinition(name, wanted.unit, wanted.year, language))
    opd = _agencies(wanted.opd) or _INVENTED
    profile = NewProfile(unit, wanted.year, opd, wanted.due, language, not wanted.opd)
    return project(own, profile, folder)._replace(placeholder=True)


def project(own: str, profile: NewProfile, folder: str) -> Started:
    """Return the project of the definition *own*, which is YAML."""
    unit, year, language = profile.unit, profile.year, profile.language
    assigned = profile_yaml(profile, read_definition(own))
    texts = {
        DEFINITION: own,
        PROFILE: assigned,
        **schemas(language),
        WAIVERS: waivers_yaml(year, language),
    }
    made, read = read_project(texts)
    wanted = Wanted(made, read, unit, year, language)
    if read.opd:
        made_forms = forms_by_file(wanted)
    else:
        whole = [form for form in [form_for(wanted, None)] if form.rows]
        made_forms = FormsByFile(tuple(zip(file_names(whole), whole, strict=True)))
    named, without, surveyed = made_forms
    made = made._replace(path=str(Path(folder) / DEFINITION))
    return Started(
        texts, made, read, language, named, placeholder=False, without=without, surveyed=surveyed
    )


def listed_agencies(path: str) -> list[str]:
    """Return the names in a text file, one a line; empty lines and comments are passed over."""
    refuse_missing(path)
    if not Path(path).is_file():
        raise UsageError("opd-list-encoding", path=path)
    most = Limits().definition_bytes
    try:
        lines = read_bytes(path, most).decode("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise UsageError("opd-list-encoding", path=path) from error
    except TooLargeError as error:
        raise UsageError("opd-list-large", path=path, limit=most) from error
    names = [line.strip() for line in lines]
    found = [name for name in names if name and not name.startswith(_MARK_OF_COMMENT)]
    if not found:
        raise UsageError("opd-list-empty", path=path)
    return found


def _base(reference: str | None, surroundings: Surroundings) -> tuple[Loaded, bool]:
    """Return the definition to begin with, and whether it is a shipped one.

    It is the one asked for, else the shipped default: a project further up has no say, since the
    new one is to stand by itself.
    """
    path, shown, limits = shipped_folder() / DEFAULT_FILE, None, surroundings.limits
    if _is_named(reference, surroundings):
        path, shown, _ = find_definition(
            reference,
            folder=surroundings.folder,
            environment=surroundings.environment,
            limits=limits,
        )
    shipped = path.resolve().parent == shipped_folder().resolve()
    return load_definition_file(path, shown=shown, limits=limits), shipped


def _is_named(reference: str | None, surroundings: Surroundings) -> bool:
    return bool(reference or surroundings.environment.get(VARIABLE))


def _agencies(names: Iterable[str]) -> tuple[Opd, ...]:
    """Return the agencies with ids after their names, told apart by a number where they must be."""
    found: dict[str, Opd] = {}
    for name in names:
        opd_id = next(one for one in _ids(slug(name)) if one not in found)
        found[opd_id] = Opd(opd_id, name)
    return tuple(found.values())


def _ids(first: str) -> Iterator[str]:
    yield first
    number = 2
    while True:
        yield f"{first}-{number}"
        number += 1


def _refuse_broken(unit: str | None, opd: tuple[str, ...]) -> None:
    for name in (unit or "", *opd):
        if any(unicodedata.category(char) in {"Cc", "Cs"} for char in name):
            raise UsageError("name-unwritable", value=name)
    seen: set[str] = set()
    for name in opd:
        if exact(name) in seen:
            raise UsageError("opd-twice", value=name)
        seen.add(exact(name))


def schemas(language: Language) -> dict[str, str]:
    """Return the schemas, whose descriptions an editor shows, in *language*."""
    made = (definition_schema(language), profile_schema(language), waivers_schema(language))
    return {
        f"config/{name}": schema_text(schema) for name, schema in zip(SCHEMAS, made, strict=True)
    }


def read_project(texts: Mapping[str, str]) -> tuple[Definition, Profile]:
    """Return the definition and profile of *texts* as they will be read: from files."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "config").mkdir()
        for name, said in texts.items():
            (Path(folder) / name).write_text(said, encoding="utf-8", newline="\n")
        definition = load_definition_file(Path(folder) / DEFINITION, shown=DEFINITION).definition
        return definition, load_profile_file(Path(folder) / PROFILE, shown=PROFILE).profile


def read_definition(own: str) -> Definition:
    """Return the definition *own*, which is YAML, as it will be read: from a file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / DEFINITION
        path.parent.mkdir()
        path.write_text(own, encoding="utf-8", newline="\n")
        return load_definition_file(path, shown=DEFINITION).definition
