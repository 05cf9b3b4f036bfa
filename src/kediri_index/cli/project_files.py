"""Which files make up a new project folder, written all or none."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from kediri_index.cli.days import given_day, today
from kediri_index.cli.language import chosen_language
from kediri_index.cli.numbers import given_name, given_year
from kediri_index.cli.output import refuse_links, write_file
from kediri_index.errors import UsageError
from kediri_index.messages.texts import text
from kediri_index.model.language import Language
from kediri_index.model.limits import Limits
from kediri_index.model.profile import (
    DEFINITION,
    FORMS,
    LETTERS,
    MARKED,
    README,
    RECEIVED,
    REPORT,
    Ci,
)
from kediri_index.present.project_files import PATHS, ci_text, readme
from kediri_index.usecases.load import Surroundings
from kediri_index.usecases.start import Start, Started, start
from kediri_index.workbook.files.paths import TooLargeError, read_bytes, refuse_missing
from kediri_index.workbook.template.writing import form_bytes

_MARK_OF_COMMENT = "#"


class Asked(NamedTuple):
    """What the command line says of a new project, each as it was written."""

    folder: str
    config: str | None
    unit: str | None
    year: str | None
    opd: tuple[str, ...]
    opd_list: str | None
    due: str | None
    ci: Ci
    language: Language | None


class Project(NamedTuple):
    """The files by path, the folder included, and what they were made from."""

    files: dict[str, bytes]
    started: Started
    folder: str


def project_of(asked: Asked, surroundings: Surroundings) -> Project:
    """Return the whole project, nothing of it written yet.

    Raises :class:`UsageError` for whatever the command line says wrong, and for a list of agencies
    that cannot be used.
    """
    names = [given_name("--opd", name) or "" for name in asked.opd]
    if asked.opd_list is not None:
        names += _listed(asked.opd_list)
    unit = given_name("--unit", asked.unit)
    year = given_year(asked.year) or today().year
    due = given_day("--due", asked.due)
    asked_language = chosen_language(asked.language)
    started = start(
        Start(asked.config, _tidy(unit), year, tuple(map(_tidied, names)), due, asked_language),
        surroundings,
    )
    language = started.language
    texts = {
        README: readme(started.definition.title, PATHS.get(asked.ci), language),
        **started.texts,
        ".gitignore": _ignored(language),
        f"{RECEIVED}/.gitkeep": "",
    }
    if asked.ci in PATHS:
        texts[PATHS[asked.ci]] = ci_text(asked.ci, language)
    files = {path: content.encode() for path, content in texts.items()}
    files |= {f"{FORMS}/{name}": form_bytes(form) for name, form in started.forms}
    folder = Path(asked.folder)
    definition = started.definition._replace(path=str(folder / DEFINITION))
    return Project(
        {str(folder / path): data for path, data in files.items()},
        started._replace(definition=definition),
        asked.folder,
    )


def _listed(path: str) -> list[str]:
    """Return the names in a text file, one a line; empty lines and comments are passed over."""
    refuse_missing(path)
    if not Path(path).is_file():
        raise UsageError("opd-list-encoding", path=path)
    try:
        lines = read_bytes(path, Limits().definition_bytes).decode("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise UsageError("opd-list-encoding", path=path) from error
    except TooLargeError as error:
        raise UsageError("opd-list-large", path=path, limit=Limits().definition_bytes) from error
    names = [line.strip() for line in lines]
    found = [name for name in names if name and not name.startswith(_MARK_OF_COMMENT)]
    if not found:
        raise UsageError("opd-list-empty", path=path)
    return found


def _tidy(name: str | None) -> str | None:
    return None if name is None else _tidied(name)


def _tidied(name: str) -> str:
    return name.strip(" ")


def _ignored(language: Language) -> str:
    said = text("project.ignored", language)
    made = (f"/{LETTERS}/", f"/{MARKED}/", f"/{REPORT}", "/check.xml")
    return "\n".join((f"# {said}", *made, "~$*", ".~lock.*#", ""))


def write_project(folder: str, files: Mapping[str, bytes], *, force: bool) -> None:
    """Write *files*; where one of them cannot be written, all is as it was before.

    Raises :class:`UsageError` that names every file which is there already, unless *force*.
    """
    try:
        there = _in_the_way(folder, files)
    except OSError as error:  # such as a name that is too long
        raise UsageError("output-failed", path=folder, reason=error.strerror) from error
    if there and not force:
        raise UsageError("project-exists", paths=there)
    refuse_links(Path(folder), map(Path, files))
    before: dict[Path, bytes | None] = {}
    made: list[Path] = []
    try:
        for name, data in files.items():
            path = Path(name)
            _make(path.parent, made)
            before[path] = path.read_bytes() if path.is_file() else None
            _write(path, data, before, force=force)
    except BaseException:
        _undo(before, made)
        raise


def _in_the_way(folder: str, files: Mapping[str, bytes]) -> tuple[str, ...]:
    """Return what is there already; raises :class:`UsageError` for a file in a folder's place."""
    top = Path(folder)
    parents = {parent for path in files for parent in Path(path).parents}
    for parent in (top, *sorted(one for one in parents if one.is_relative_to(top))):
        if parent.exists() and not parent.is_dir():
            raise UsageError("project-in-the-way", path=str(parent))
    return tuple(path for path in files if Path(path).exists() or Path(path).is_symlink())


def _make(folder: Path, made: list[Path]) -> None:
    """Make *folder* and those above it, and note the ones that were not there."""
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    for one in reversed(missing):
        try:
            one.mkdir(exist_ok=True)
        except OSError as error:
            raise UsageError("output-failed", path=str(one), reason=error.strerror) from error
        made.append(one)


def _write(path: Path, data: bytes, before: dict[Path, bytes | None], *, force: bool) -> None:
    try:
        write_file(path, data, force=force)
    except UsageError:  # it is as it was, or as another run has just written it
        del before[path]
        raise


def _undo(before: Mapping[Path, bytes | None], made: list[Path]) -> None:
    """Put back what was there, as far as the disk lets us."""
    for path, data in before.items():
        with contextlib.suppress(OSError, UsageError):
            if data is None:
                path.unlink(missing_ok=True)
            else:
                write_file(path, data, force=True)
    for folder in reversed(made):
        with contextlib.suppress(OSError):
            folder.rmdir()
