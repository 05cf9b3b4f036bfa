"""Last year's files: those at a path, or those that an archive keeps with their definition."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from kediri_index.archive.replay import submission_of, waiving
from kediri_index.archive.unpack import unpack
from kediri_index.definition.library import SHIPPED
from kediri_index.definition.load_definition import load_definition_sources
from kediri_index.errors import UsageError
from kediri_index.model.bundle import Contents
from kediri_index.model.dataset import SourceFile
from kediri_index.model.limits import Limits
from kediri_index.sheets.paths import TooLargeError, read_bytes
from kediri_index.usecases.check import Checked
from kediri_index.usecases.inputs import Inputs, load
from kediri_index.usecases.profile_files import previous_path
from kediri_index.usecases.score import LastYear
from kediri_index.usecases.score import last_year as last_year_of_files

_ENDING = ".zip"


def last_year(path: str, config: str | None, inputs: Inputs) -> LastYear:
    """Return last year's files at *path*; those in an archive that ``bundle`` wrote, if it is one.

    *config* is their definition; without it their own. Raises
    :class:`~kediri_index.errors.UsageError` for an archive that is not as it was made.
    """
    if Path(path).suffix.lower() != _ENDING or not Path(path).is_file():
        return last_year_of_files(path, config, inputs)
    kept = in_archive(path, contents_of(path, inputs.limits), inputs.limits)
    if config is None:
        return kept
    return kept._replace(definition=load(config, inputs.surroundings).definition)


def last_year_found(inputs: Inputs, config: str | None = None) -> LastYear | None:
    """Return last year's files as the profile names them; None where it names none.

    Raises :class:`~kediri_index.errors.UsageError` for a path that is not there, or that leads out
    of the project folder.
    """
    path = previous_path(inputs)
    return None if path is None else last_year(path, config, inputs)._replace(found=True)


def contents_of(path: str, limits: Limits) -> Contents:
    """Return what the archive at *path* holds.

    Raises :class:`~kediri_index.errors.UsageError` where it is none, or not as it was made.
    """
    try:
        data = read_bytes(path, limits.file_bytes)
    except TooLargeError:
        raise UsageError("archive-not-usable", path=path) from None
    unpacked = unpack(path, data, limits)
    contents = None if unpacked.findings else unpacked.contents()
    if contents is None:
        raise UsageError("archive-not-usable", path=path)
    return contents


def in_archive(path: str, contents: Contents, limits: Limits) -> LastYear:
    """Return the year that *contents* are of; its files bear names below *path*, the archive's."""

    def below(file: SourceFile) -> SourceFile:
        is_shipped = file.path.startswith(f"{SHIPPED}/")
        return file if is_shipped else file._replace(path=f"{path}/{file.path}")

    sent = contents.sent._replace(
        files=tuple(map(below, contents.sent.files)),
        definition=tuple(map(below, contents.sent.definition)),
        passed_over=(),
    )
    definition = load_definition_sources(sent.definition, limits=limits).definition
    accept = waiving(contents, limits)
    return LastYear(
        submission_of(sent, limits),
        definition,
        path,
        waive=None if accept is None else _quietly(accept, contents),
        hints=contents.call.hints,
    )


def _quietly(
    accept: Callable[[Checked], Checked], contents: Contents
) -> Callable[[Checked], Checked]:
    """Return *accept* without what it says of the waivers: they were last year's."""
    own = contents.waivers.path if contents.waivers else None

    def accepted(checked: Checked) -> Checked:
        found = accept(checked)
        return found._replace(findings=tuple(one for one in found.findings if one.file != own))

    return accepted
