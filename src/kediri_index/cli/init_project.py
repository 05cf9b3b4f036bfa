"""Which files make up a new project folder."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from kediri_index.api.load import Surroundings
from kediri_index.api.start import Start, Started, start
from kediri_index.cli.days import given_day, today
from kediri_index.cli.language import chosen_language
from kediri_index.cli.numbers import given_name, given_year
from kediri_index.errors import UsageError
from kediri_index.messages.texts import text
from kediri_index.model.language import Language
from kediri_index.model.limits import Limits
from kediri_index.model.project import (
    DEFINITION,
    FORMS,
    LETTERS,
    MARKED,
    README,
    RECEIVED,
    REPORT,
    Ci,
)
from kediri_index.present.project.ci import PATHS, ci_text
from kediri_index.present.project.readme import readme
from kediri_index.workbook.paths import TooLargeError, read_bytes, refuse_missing
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
