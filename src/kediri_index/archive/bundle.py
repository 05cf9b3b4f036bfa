"""One archive with everything that a score came from, and the score; each file is read once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from fractions import Fraction
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from kediri_index.archive.container import members_of, packed
from kediri_index.archive.manifest import manifest_json
from kediri_index.archive.replay import Watch, first_half, replay, second_half, unwatched
from kediri_index.definition.find import find_profile
from kediri_index.definition.library import SHIPPED, exists, file_bytes, shipped_folder
from kediri_index.definition.load_definition import Loaded
from kediri_index.definition.load_profile import profile_in
from kediri_index.errors import NotFoundError, ProfileError, UsageError, WaiversError
from kediri_index.model.bundle import Bundle, Call, Contents, Sent
from kediri_index.model.dataset import Lead, SourceFile
from kediri_index.model.findings import Finding
from kediri_index.model.language import Language
from kediri_index.model.limits import Limits
from kediri_index.model.profile import Hints
from kediri_index.sheets.identity import carried_definition
from kediri_index.usecases.inputs import (
    Submission,
    Surroundings,
    data_folders,
    load,
    read_workbooks,
    unit_beside,
)


class BundleOptions(NamedTuple):
    """How a bundle is to be scored, as the options of ``score`` say it.

    *config*, *profile*, *waivers* and *previous* are paths, the first also an id; waivers are held
    against *day*, and need it. Without a *language* results are in the definition's.
    """

    config: str | None = None
    profile: str | None = None
    waivers: str | None = None
    previous: str | None = None
    previous_config: str | None = None
    hints: Hints = Hints()
    value: Lead | None = None
    target: Fraction | None = None
    allow_errors: bool = False
    detail: bool = False
    language: Language | None = None
    day: date | None = None


def gather(
    paths: tuple[str, ...],
    wanted: BundleOptions,
    surroundings: Surroundings,
    watch: Watch = unwatched,
) -> Contents:
    """Return all files of *paths* with their bytes, and the call that they are computed with.

    *watch* receives how many of *paths* are read.

    Raises :class:`~kediri_index.errors.UsageError` for what is not there or cannot be read, and
    :class:`~kediri_index.errors.DefinitionError` for a definition that cannot be used.
    """
    if wanted.waivers is not None and wanted.day is None:
        raise UsageError("waivers-without-day")
    limits = surroundings.limits
    sent, loaded = _sent(paths, wanted.config, surroundings, watch)
    folders = data_folders(paths)
    found = find_profile(wanted.profile, folder=surroundings.folder, beside=folders)
    profile = None if found is None else _source(found.path, found.shown, ProfileError, limits)
    own = None if profile is None else profile_in(profile, limits=limits).profile
    waivers = None if wanted.waivers is None else _waivers(wanted.waivers, limits)
    call = Call(
        hints=wanted.hints._replace(theirs=wanted.hints.unit or unit_beside(own, folders)),
        value=wanted.value,
        target=wanted.target,
        allow_errors=wanted.allow_errors,
        detail=wanted.detail,
        language=wanted.language or loaded.definition.language,
        limits=unusual(limits),
        known=tuple(surroundings.known_definitions()),
        day=None if waivers is None else wanted.day,
    )
    previous = _last_year(wanted, loaded, surroundings) if wanted.previous else None
    return Contents(sent, call, previous, profile, waivers)


def _sent(
    paths: Sequence[str], config: str | None, surroundings: Surroundings, watch: Watch
) -> tuple[Sent, Loaded]:
    submission, files = _read(paths, surroundings.limits, watch)
    loaded = load(config, surroundings, carried=carried_definition(submission.workbooks))
    return Sent(files, _anywhere(loaded.files), submission.findings), loaded


def _last_year(wanted: BundleOptions, loaded: Loaded, surroundings: Surroundings) -> Sent:
    """Return last year's files; their own definition only where it is another than this year's."""
    path, config = wanted.previous or "", wanted.previous_config
    submission, files = _read([path], surroundings.limits)
    carried = carried_definition(submission.workbooks)
    definition: tuple[SourceFile, ...] = ()
    if config is not None or carried is not None:
        theirs = load(config, surroundings, carried=carried)
        definition = theirs.files if theirs.files != loaded.files else ()
    return Sent(files, _anywhere(definition), submission.findings, path)


def _anywhere(files: Iterable[SourceFile]) -> tuple[SourceFile, ...]:
    """Return a definition's files, those found in the package by the same path on any machine."""
    shipped = shipped_folder()
    return tuple(
        file._replace(path=f"{SHIPPED}/{path.name}")
        if (path := Path(file.path)).is_absolute() and path.parent == shipped
        else file
        for file in files
    )


def _read(
    paths: Iterable[str], limits: Limits, watch: Watch = unwatched
) -> tuple[Submission, tuple[SourceFile, ...]]:
    """Return the workbooks with their bytes; raises UsageError for one that was not opened."""
    kept: list[SourceFile] = []
    submission = read_workbooks(
        paths,
        limits=limits,
        watch=watch,
        keep=lambda path, data: kept.append(SourceFile(path, data)),
    )
    opened = {file.path for file in kept}
    for workbook in submission.workbooks:
        if workbook.path not in opened:
            raise UsageError("bundle-unreadable", path=workbook.path)
    return submission, tuple(kept)


def _source(
    path: Path, shown: str, broken: type[ProfileError | WaiversError], limits: Limits
) -> SourceFile:
    data = file_bytes(path, shown, limits)
    if isinstance(data, Finding):
        raise broken((data,))
    return SourceFile(shown, data)


def _waivers(path: str, limits: Limits) -> SourceFile:
    if not exists(Path(path)):
        raise NotFoundError("waivers-not-found", path=path)
    return _source(Path(path), path, WaiversError, limits)


def unusual(limits: Limits) -> dict[str, int]:
    """Return the limits that are not the usual ones."""
    usual = Limits()._asdict()
    return {name: limit for name, limit in limits._asdict().items() if limit != usual[name]}


_USUAL = BundleOptions()


def bundle(
    paths: str | Path | Iterable[str | Path],
    options: BundleOptions = _USUAL,
    *,
    surroundings: Surroundings | None = None,
    watch: Watch = unwatched,
) -> Bundle:
    """Return the archive of files, folders and patterns, and of their scores.

    Two calls give the same bytes. *watch* receives how many steps are done, and how many there are.

    While the files have errors there is none, unless they are allowed: then it says that it is
    partial. Raises :class:`~kediri_index.errors.NotFoundError` for a path that is not there,
    :class:`~kediri_index.errors.DefinitionError` for a definition, profile or waivers that cannot
    be used, and :class:`~kediri_index.errors.UsageError` for a file that cannot be kept.
    """
    around = surroundings or Surroundings.here()
    given = [paths] if isinstance(paths, str | Path) else paths
    contents = gather(tuple(map(str, given)), options, around, first_half(watch))
    return bundled(contents, around.limits, second_half(watch))


def bundled(contents: Contents, limits: Limits, watch: Watch = unwatched) -> Bundle:
    """Return the archive of *contents*; no file is opened. *watch* is as for :func:`replay`."""
    replayed = replay(contents, limits, watch)
    language = contents.call.language
    if replayed.outcome.units is None:
        return Bundle(None, None, (), replayed.outcome, language)
    members = members_of(contents, replayed)
    data = packed(manifest_json(contents, replayed, members), members)
    return Bundle(data, sha256(data).hexdigest(), members, replayed.outcome, language)
