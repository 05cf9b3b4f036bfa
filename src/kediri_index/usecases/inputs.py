"""What a call reads: its files, and the definition and profile named or lying beside them."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Container, Iterable, Mapping
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kediri_index.agencies.assignment import opd_named, spellings
from kediri_index.definition.find import (
    VARIABLE,
    definition_passed_over,
    find_definition,
    find_profile,
    profile_passed_over,
)
from kediri_index.definition.library import (
    folders_upward,
    is_default,
    is_shipped,
    known_ids,
    shipped_folder,
)
from kediri_index.definition.load_definition import (
    Loaded,
    load_definition_file,
    load_definition_mapping,
)
from kediri_index.definition.load_profile import load_profile_file
from kediri_index.errors import NotFoundError, UsageError
from kediri_index.model.definition import Definition
from kediri_index.model.findings import Finding
from kediri_index.model.limits import Limits
from kediri_index.model.profile import Hints, Opd, Profile
from kediri_index.model.text import suggest
from kediri_index.model.workbook import Workbook
from kediri_index.scoring.score_rule import bounds_of_overall
from kediri_index.sheets.identity import Known, carried_definition
from kediri_index.sheets.paths import (
    STANDARD_INPUT,
    WILDCARDS,
    TooLargeError,
    expand,
    read_bytes,
)
from kediri_index.sheets.reading.read import read_workbook
from kediri_index.sheets.reading.refusal import limit_finding

if TYPE_CHECKING:
    from kediri_index.usecases.check import Checked

Waive = Callable[["Checked"], "Checked"]
"""Takes the findings out that were accepted, or are not asked for."""
DEFAULT_LIMITS = Limits()
NEAR_NAME = 0.75
"""How like an agency's name must be, where all are listed beside it."""
_OBJECTS_BETWEEN_COLLECTIONS = 1_000_000
"""The usual 700 search all cells read so far, again and again: a third of a check's time."""


class Submission(NamedTuple):
    """The workbooks of one call, what was passed over on the way, and how far they are read."""

    workbooks: tuple[Workbook, ...]
    findings: tuple[Finding, ...] = ()
    limits: Limits = DEFAULT_LIMITS


def read_workbooks(
    paths: str | Path | Iterable[str | Path],
    *,
    limits: Limits | None = None,
    empty_folder: bool = False,
    watch: Callable[[int, int], None] | None = None,
    keep: Callable[[str, bytes], None] | None = None,
) -> Submission:
    """Read files, folders and patterns; ``-`` is standard input.

    *watch* receives how many files are read and how many there are, at the start and after each;
    *keep* is given the bytes of each that could be opened.

    A file that cannot be read as a spreadsheet is a finding of its workbook, and so is one of a
    folder or pattern that cannot be opened. Raises :class:`~kediri_index.errors.UsageError` for a
    path that is not there, and for a folder without workbooks unless *empty_folder* is allowed.
    """
    given = [paths] if isinstance(paths, str | Path) else paths
    named = frozenset(map(str, given))
    findings: list[Finding] = []
    workbooks = []
    limits = limits or DEFAULT_LIMITS
    files = list(expand(map(str, given), findings, empty_folder=empty_folder))
    watch = watch or _unwatched
    watch(0, len(files))
    for path in files:
        workbooks.append(read_file(path, named, limits, keep))
        watch(len(workbooks), len(files))
    return Submission(tuple(workbooks), tuple(findings), limits)


def read_file(
    path: str,
    named: Container[str],
    limits: Limits = DEFAULT_LIMITS,
    keep: Callable[[str, bytes], None] | None = None,
) -> Workbook:
    """Return the workbook at *path*; one that cannot be opened is a finding, unless it is *named*.

    Raises :class:`~kediri_index.errors.UsageError` for a named one.
    """
    try:
        return _read(path, limits, keep or _not_kept)
    except UsageError as error:
        if path in named:
            raise
        code = "F128" if error.message == "path-outside" else "F124"
        return Workbook(path, "", findings=(Finding(code, file=path),))


def _read(path: str, limits: Limits, keep: Callable[[str, bytes], None]) -> Workbook:
    """Return the workbook at *path*; one that is too large is not read, and so has no hash."""
    try:
        data = read_bytes(path, limits.file_bytes)
    except TooLargeError as large:
        return Workbook(path, "", findings=(limit_finding("F102", path, limits, large.size),))
    keep(path, data)
    return read_workbook(path, data, limits)


def _not_kept(path: str, data: bytes) -> None:
    """Keep nothing."""


def _unwatched(done: int, total: int) -> None:
    """Take no notice."""


class Surroundings(NamedTuple):
    """Where a search begins: the working folder, and the environment's variables."""

    folder: Path
    environment: Mapping[str, str]
    limits: Limits

    @classmethod
    def here(cls, limits: Limits | None = None) -> Surroundings:
        """Return the surroundings of this process."""
        return cls(Path.cwd(), os.environ, limits or Limits())

    def known_definitions(self) -> list[str]:
        """Return the ids of the project's definitions and the shipped ones."""
        folders = (*folders_upward(self.folder), shipped_folder())
        return known_ids(folders, self.limits)


def load(
    reference: str | None, surroundings: Surroundings, *, carried: str | None = None
) -> Loaded:
    """Return the definition in use with its warnings and its tree.

    *reference* is a path or an id, *carried* the id that a workbook names.
    """
    found = find_definition(
        reference,
        folder=surroundings.folder,
        environment=surroundings.environment,
        carried=carried,
        limits=surroundings.limits,
    )
    return load_definition_file(found.path, shown=found.shown, limits=surroundings.limits)


def load_definition(
    reference: str | os.PathLike[str] | Mapping[str, object] | None = None,
) -> Definition:
    """Return a definition by path or id, of a mapping, or without one the default in reach.

    In reach are the folders ``config`` here and upward in the project, then the shipped
    definitions; without *reference* the environment's ``KEDIRI_INDEX_CONFIG`` counts too. A mapping
    has the keys of a file; findings name its lines as YAML would write it. Weights and bounds are
    fractions, as they are written. Raises :class:`~kediri_index.errors.NotFoundError`, or
    :class:`~kediri_index.errors.DefinitionError` with every finding.
    """
    if isinstance(reference, Mapping):
        return load_definition_mapping(reference).definition
    given = None if reference is None else os.fspath(reference)
    return load(given, Surroundings.here()).definition


def load_profile(path: str | os.PathLike[str]) -> Profile:
    """Return the profile in the file at *path*: the unit, its agencies, targets by year.

    Targets are in points of the scale. Raises :class:`~kediri_index.errors.NotFoundError`, or
    :class:`~kediri_index.errors.ProfileError` with every finding.
    """
    return load_profile_file(path).profile


def profile_for(
    explicit: str | None, data_folders: list[Path], surroundings: Surroundings
) -> Profile | None:
    """Return the profile in use: the one asked for, beside the data, or the project's."""
    found = find_profile(explicit, folder=surroundings.folder, beside=data_folders)
    if found is None:
        return None
    loaded = load_profile_file(found.path, shown=found.shown, limits=surroundings.limits)
    return loaded.profile


def profile_beside(
    definition: Definition, explicit: str | None, surroundings: Surroundings
) -> Profile | None:
    """Return the profile of who shows a *definition*: that beside its file before the project's."""
    path = definition.path
    return profile_for(explicit, [] if is_shipped(path) else [Path(path).parent], surroundings)


class NamedFiles(NamedTuple):
    """What the user named: a definition, a profile, data; each None or empty where nothing."""

    config: str | None
    profile: str | None
    paths: tuple[str, ...] = ()


class Discovered(NamedTuple):
    """The paths of what was found, and of what stands nearby and was not used.

    *is_above* says that something was found above the working folder.
    """

    definition: str | None
    profile: str | None
    definition_passed_over: str | None
    profile_passed_over: str | None
    is_above: bool


def discovered(
    definition: Definition, profile: Profile | None, named: NamedFiles, surroundings: Surroundings
) -> Discovered:
    """Return what was found of *definition* and *profile*: what is neither *named* nor shipped."""
    folder = surroundings.folder
    is_named = bool(named.config or surroundings.environment.get(VARIABLE))
    is_own = not is_named and not is_shipped(definition.path)
    own = definition.path if is_own else None
    theirs = profile.path if profile is not None and not named.profile else None
    lacks_definition = is_default(definition.path) and not is_named
    lacks_profile = profile is None and not named.profile
    return Discovered(
        own,
        theirs,
        definition_passed_over(folder) if lacks_definition else None,
        profile_passed_over(folder, data_folders(named.paths)) if lacks_profile else None,
        any(_is_above(folder, path) for path in (own, theirs) if path is not None),
    )


def _is_above(folder: Path, path: str) -> bool:
    return Path(path).is_absolute() and folder.is_relative_to(Path(path).parent.parent)


def data_folders(paths: Iterable[str]) -> list[Path]:
    """Return the folders that hold the files of *paths*, where a profile may lie."""
    folders = []
    for path in paths:
        if path != STANDARD_INPUT:
            place = Path(path)
            folders.append(place if place.is_dir() else place.parent)
    return folders


def unit_beside(profile: Profile | None, folders: Iterable[Path]) -> str | None:
    """Return the unit of *profile* where it lies in one of *folders*: theirs are the files."""
    if profile is None:
        return None
    places = {folder.resolve() for folder in folders}
    return profile.unit if Path(profile.path).parent.resolve() in places else None


class Inputs(NamedTuple):
    """What a call works on, and what it takes of the findings: *waive* accepts some.

    *hints* are what the user says of the files, and what a profile beside them says.
    """

    submission: Submission
    definition: Definition
    profile: Profile | None
    surroundings: Surroundings
    hints: Hints
    waive: Waive | None = None

    @property
    def files(self) -> tuple[Submission, Definition, Profile | None]:
        """What every question about data is about."""
        return self.submission, self.definition, self.profile

    @property
    def limits(self) -> Limits:
        """How far files are read and work goes."""
        return self.surroundings.limits

    @property
    def known(self) -> Known:
        """Gives the ids of the definitions that a workbook may have been made for."""
        return self.surroundings.known_definitions

    def on_scale(self, target: Fraction | None) -> Fraction | None:
        """Return *target*; raises :class:`UsageError` where no overall score can be that."""
        bounds = None if target is None else bounds_of_overall(self.definition)
        if target is not None and bounds is not None and not bounds[0] <= target <= bounds[1]:
            raise UsageError("target-off-scale", value=target, low=bounds[0], high=bounds[1])
        return target

    def paths(self) -> list[str]:
        """Return the files that are read: workbooks, definition, profile."""
        found = [workbook.path for workbook in self.submission.workbooks]
        found.append(self.definition.path)
        return found if self.profile is None else [*found, self.profile.path]


def load_inputs(
    named: NamedFiles,
    hints: Hints,
    surroundings: Surroundings,
    *,
    empty_folder: bool = False,
    watch: Callable[[int, int], None] | None = None,
) -> Inputs:
    """Read the files first: they may say which definition they were made for.

    *watch* receives how many are read, of how many; an *empty_folder* is one without workbooks.
    Raises :class:`~kediri_index.errors.NotFoundError` for an agency that the profile does not list.
    """
    first = named.paths[0]
    if len(named.paths) > 1 or Path(first).is_dir() or WILDCARDS & set(first):
        collect_rarely()
    submission = read_workbooks(
        named.paths, limits=surroundings.limits, empty_folder=empty_folder, watch=watch
    )
    carried = carried_definition(submission.workbooks)
    return inputs_for(submission, named, hints, surroundings, carried)


def inputs_for(
    submission: Submission,
    named: NamedFiles,
    hints: Hints,
    surroundings: Surroundings,
    carried: str | None,
) -> Inputs:
    """Return the inputs that *submission* belongs to; *carried* is the definition that it names."""
    definition = load(named.config, surroundings, carried=carried).definition
    folders = data_folders(named.paths)
    profile = profile_for(named.profile, folders, surroundings)
    if hints.opd is not None and profile is not None and profile.opd:
        named_agency(profile, hints.opd)
    hints = hints._replace(theirs=hints.unit or unit_beside(profile, folders))
    return Inputs(submission, definition, profile, surroundings, hints)


def named_agency(profile: Profile, name: str) -> Opd:
    """Return the agency called *name*; raises NotFoundError with the nearest, and all there are."""
    opd = opd_named(profile, name)
    if opd is None:
        nearest = suggest(name, spellings(profile), cutoff=NEAR_NAME)
        known = tuple(one.id for one in profile.opd)
        raise NotFoundError(
            "no-such-opd", value=name, path=profile.path, nearest=nearest, known=known
        )
    return opd


def collect_rarely() -> None:
    """Look for what can be forgotten from time to time only; many files leave something behind."""
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)
    gc.enable()
