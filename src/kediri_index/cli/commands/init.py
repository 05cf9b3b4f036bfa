"""The command ``init``."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from kediri_index.cli import options, values
from kediri_index.cli.language import chosen_language
from kediri_index.cli.output import refuse_links, write_all
from kediri_index.cli.printing import SourcesRead, print_outcome
from kediri_index.cli.values import given_day, given_name, given_year
from kediri_index.errors import EXIT_FINE, UsageError
from kediri_index.messages.screens.error import system_reason
from kediri_index.model.profile import Ci
from kediri_index.present.formats import Offer

if TYPE_CHECKING:
    from kediri_index.model.language import Language
    from kediri_index.usecases.start import Started


@options.command(Offer.BRIEF, without=("output",), force="replace")
def init(
    request: options.Request,
    *,
    folder: Annotated[str, options.argument("new-folder", "folder")] = ".",
    config: Annotated[
        str | None, options.option("config", "config", about="base", completes="definitions")
    ] = None,
    unit: Annotated[str | None, options.option("unit", "name", about="new-unit")] = None,
    year: Annotated[str | None, options.option("year", "number", about="new-year")] = None,
    opd: Annotated[list[str] | None, options.option("opd", "name", about="new-opd")] = None,
    opd_list: Annotated[str | None, options.option("opd-list", "file")] = None,
    due: Annotated[str | None, options.option("due", "day", about="new-due")] = None,
    ci: Annotated[Ci, options.option("ci")] = Ci.GITHUB,
) -> int:
    """Write a project folder; return the exit code."""
    from kediri_index.present.commands.init import InitPresentation
    from kediri_index.usecases.inputs import Surroundings
    from kediri_index.usecases.start import NewProject, listed_agencies, start

    names = [given_name("--opd", name) or "" for name in opd or ()]
    if opd_list is not None:
        names += listed_agencies(opd_list)
    name = given_name("--unit", unit)
    wanted = NewProject(
        config,
        None if name is None else name.strip(" "),
        given_year(year) or values.today().year,
        tuple(name.strip(" ") for name in names),
        given_day("--due", due),
        chosen_language(request.lang),
    )
    started = start(wanted, Surroundings.here(request.limits()), folder)
    language = started.language
    files = {Path(folder) / name: data for name, data in _files(started, ci, language).items()}
    _refuse_existing(Path(folder), files, force=request.force)
    refuse_links(Path(folder), files)
    write_all(files, force=request.force)
    written = {str(path): data for path, data in files.items()}
    shown = InitPresentation(language, folder, written, started)
    print_outcome(shown, request, SourcesRead(started.definition))
    return EXIT_FINE


def _files(started: Started, ci: Ci, language: Language) -> dict[str, bytes]:
    """Return what each file of the project holds, by its path in the folder."""
    from kediri_index.messages.texts import text
    from kediri_index.model.profile import FORMS, LETTERS, MARKED, README, RECEIVED, REPORT
    from kediri_index.present.project_files import PATHS, ci_text, readme
    from kediri_index.sheets.forms.writing import form_bytes

    made = (f"/{LETTERS}/", f"/{MARKED}/", f"/{REPORT}", "/check.xml")
    ignored = (f"# {text('project.ignored', language)}", *made, "~$*", ".~lock.*#", "")
    texts = {
        README: readme(started.definition.title, PATHS.get(ci), language),
        **started.texts,
        ".gitignore": "\n".join(ignored),
        f"{RECEIVED}/.gitkeep": "",
    }
    if ci in PATHS:
        texts[PATHS[ci]] = ci_text(ci, language)
    files = {path: content.encode() for path, content in texts.items()}
    return files | {f"{FORMS}/{name}": form_bytes(form) for name, form in started.forms}


def _refuse_existing(folder: Path, files: Iterable[Path], *, force: bool) -> None:
    """Raise :class:`UsageError` with all that is there, and for a file in a folder's place."""
    try:
        parents = {parent for path in files for parent in path.parents}
        for parent in (folder, *sorted(one for one in parents if one.is_relative_to(folder))):
            if parent.exists() and not parent.is_dir():
                raise UsageError("project-in-the-way", path=str(parent))
        there = tuple(str(path) for path in files if path.exists() or path.is_symlink())
    except OSError as error:  # such as a name that is too long
        raise UsageError("output-failed", path=str(folder), reason=system_reason(error)) from error
    if there and not force:
        raise UsageError("project-exists", paths=there)
