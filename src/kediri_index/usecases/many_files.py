"""Checking very many files: in groups, by all cores, with a few groups in memory at a time.

A group has all files of a unit and year. What is compared across groups is in their parts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path, PurePath
from typing import Final, NamedTuple

from kediri_index.errors import UsageError
from kediri_index.model.dataset import Lead
from kediri_index.model.definition import Definition
from kediri_index.model.findings import Finding
from kediri_index.model.profile import Hints
from kediri_index.model.workbook import Workbook
from kediri_index.project_folder import is_outside_allowed
from kediri_index.scoring.comparisons import compares_units
from kediri_index.scoring.prepare import is_over_units
from kediri_index.sheets.identity import Foreign, carried_definition
from kediri_index.sheets.paths import STANDARD_INPUT, WILDCARDS, expand
from kediri_index.usecases.check import (
    Checked,
    CheckedGroup,
    CheckSettings,
    Group,
    check,
    inputs_of_parts,
    reduced,
)
from kediri_index.usecases.inputs import (
    Inputs,
    NamedFiles,
    Submission,
    Surroundings,
    Waive,
    inputs_for,
    load_inputs,
    read_file,
)
from kediri_index.usecases.since import CheckedScope, LastRound, Since, scope_of, since
from kediri_index.usecases.units import narrowed

MANY = 256
"""From so many files on, starting further processes is worth its time."""
_LOOKED_AT = 64
"""In how many files the definition is looked for, before all of them are checked."""


Run = Callable[[CheckSettings, Sequence[Group]], Iterator[CheckedGroup]]
"""Checks groups, in this process or in others; the parts come in the order of the groups."""

FILES_A_GROUP: Final = 64
"""Few enough to be held at once, many enough to be worth sending to another process."""


class CheckWanted(NamedTuple):
    """What is asked of a check; *whole* says that the cells are needed afterwards.

    *refuse* is given the files that are read, before they are checked; *watch* how many are read
    and checked, of how many. *waive* takes out what was accepted; *last* is the last round, with
    which this one is compared.
    """

    value: Lead | None
    complete: bool
    whole: bool
    refuse: Callable[[list[str]], None]
    watch: Callable[[int, int], None]
    waive: Waive | None = None
    last: LastRound | None = None


class FilesChecked(NamedTuple):
    """What was checked, what is wrong with it, and what became of the findings of the last round.

    *scope* says which data these are all findings of.
    """

    inputs: Inputs
    checked: Checked
    scope: CheckedScope
    since: Since | None


def check_files(
    named: NamedFiles, hints: Hints, surroundings: Surroundings, wanted: CheckWanted
) -> FilesChecked:
    """Return what is wrong with the files that are *named*, in the units that are asked for."""
    inputs, checked = _all_checked(named, hints, surroundings, wanted)
    definition, profile = inputs.definition, inputs.profile
    group_name = hints.grouped_by(profile)
    if group_name is not None:
        from kediri_index.usecases.unit_groups import grouped  # noqa: PLC0415 - few ask for any

        _, checked = grouped(group_name, profile, checked)
    checked = narrowed(checked, hints, profile)
    if wanted.waive is not None:
        checked = wanted.waive(checked)
    scope = scope_of(checked, complete=wanted.complete)
    last = wanted.last
    rounds = None if last is None else since(last, checked, definition, scope)
    return FilesChecked(inputs, checked, scope, rounds)


def _all_checked(
    named: NamedFiles, hints: Hints, surroundings: Surroundings, wanted: CheckWanted
) -> tuple[Inputs, Checked]:
    passed_over: list[Finding] = []
    chosen = hints.unit is not None or hints.year is not None  # whose it is needs the data
    many = () if wanted.whole or chosen else _very_many(named.paths, passed_over)
    if many:
        done = _by_all_cores(named, hints, surroundings, wanted, (many, passed_over))
        if done is not None:
            return done
    inputs = load_inputs(named, hints, surroundings, watch=wanted.watch)
    wanted.refuse(inputs.paths())
    checked = check(
        *inputs.files,
        hints=inputs.hints,
        value=wanted.value,
        complete=wanted.complete,
        known=inputs.known,
        absences=wanted.complete,
    )
    return inputs, checked


def _by_all_cores(
    named: NamedFiles,
    hints: Hints,
    surroundings: Surroundings,
    wanted: CheckWanted,
    many: tuple[tuple[str, ...], list[Finding]],
) -> tuple[Inputs, Checked] | None:
    """Return the inputs without their cells, and what is wrong with them.

    *many* are the files, and the findings on what was passed over. None where one group has to hold
    all files.
    """
    from kediri_index.usecases.workers import GroupTask, check_groups  # noqa: PLC0415 - few need it

    files, passed_over = many
    limits = surroundings.limits
    surroundings = surroundings._replace(
        environment=dict(surroundings.environment)
    )  # for other processes too
    paths = frozenset(named.paths)
    carried = None
    if named.config is None:
        first = islice(files, _LOOKED_AT)
        carried = carried_definition(read_file(path, paths, limits) for path in first)
    submission = Submission(tuple(Workbook(file, "") for file in files), limits=limits)
    inputs = inputs_for(submission, named, hints, surroundings, carried)
    wanted.refuse(inputs.paths())
    settings = CheckSettings(
        inputs.definition,
        inputs.profile,
        inputs.hints,
        wanted.value,
        wanted.complete,
        limits,
        Foreign(surroundings.known_definitions),
        absences=wanted.complete,
    )
    checked = check_in_groups(
        files,
        settings,
        lambda settings, groups: check_groups(
            GroupTask(settings, paths, is_outside_allowed()), groups
        ),
        watch=wanted.watch,
        findings=passed_over,
        carried=None if named.config is not None else (carried,) if carried is not None else (),
    )
    return None if checked is None else (inputs, checked)


def _very_many(paths: tuple[str, ...], passed_over: list[Finding]) -> tuple[str, ...]:
    """Return the files that *paths* mean where they are very many, else none.

    Only a folder, a pattern or a long list can mean so many. What is wrong with *paths* is said by
    whoever reads them.
    """
    if len(paths) < MANY and not any(
        WILDCARDS & set(path) or Path(path).is_dir() for path in paths
    ):
        return ()
    try:
        files = tuple(expand(paths, passed_over))
    except UsageError:
        return ()
    return files if len(files) >= MANY and STANDARD_INPUT not in files else ()


def check_in_groups(  # noqa: PLR0913 - what a call with very many files has
    files: Sequence[str],
    settings: CheckSettings,
    run: Run,
    *,
    watch: Callable[[int, int], None],
    findings: Iterable[Finding] = (),
    carried: tuple[str, ...] | None = None,
    most: int = FILES_A_GROUP,
) -> Checked | None:
    """Return what :func:`check` finds on *files*, with no more than a few groups in memory.

    Groups hold the files of a folder first. Those that share a unit and year are divided again by
    what their files hold, and checked again. *watch* is given how many files are checked.
    *findings* are those on files that were passed over. *carried* is the first definition that a
    file names, None if the user named one.

    Returns None if one group has to hold all files: the definition compares units, there are more
    units than the limit, or the files name another definition first.
    """
    definition = settings.definition
    if not is_divisible(definition):
        return None
    parts: dict[Group, CheckedGroup] = {}
    done = 0

    def check_all(settings: CheckSettings, groups: Sequence[Group]) -> None:
        nonlocal done
        for group, part in zip(groups, run(settings, groups), strict=True):
            parts[group] = part
            done += len(group)
            watch(min(done, len(files)), len(files))  # some are checked again

    watch(0, len(files))
    foreign = settings.foreign
    if foreign is not None:
        settings = settings._replace(foreign=foreign._replace(chosen=False))
    check_all(settings, file_groups(_by_folder(files, most), most))
    named = inputs_of_parts(parts.values(), files)
    names = [file.made_for for file in named if file.made_for is not None]
    if carried is not None and tuple(names[:1]) != carried:
        return None
    if foreign is not None and names and definition.id not in names:
        settings = settings._replace(foreign=foreign._replace(chosen=True))
        again = {file.path for file in named if file.made_for is not None}
        check_all(settings, [group for group in parts if not again.isdisjoint(group)])
    together = _sharing(parts)
    if together:
        shares = {file.path: file.shares for file in inputs_of_parts(parts.values(), files)}
        again = {file for group in together for file in group}
        for group in together:
            del parts[group]
        check_all(
            settings, file_groups({file: shares[file] for file in files if file in again}, most)
        )
    if sum(part.units for part in parts.values()) > settings.limits.units:
        return None
    return reduced(list(parts.values()), settings, files, findings)


def is_divisible(definition: Definition) -> bool:
    """Return whether each unit can be checked without the others."""
    compares = is_over_units(definition) or compares_units(definition)
    return not (definition.prepare or compares)


def file_groups(shares: Mapping[str, Iterable[Hashable]], most: int) -> list[Group]:
    """Return the files of *shares* in groups, those that share anything in one.

    A group has at most *most* files, unless more belong together. They stand in the order of
    *shares*: the first counts.
    """
    leads = {file: file for file in shares}

    def lead(file: str) -> str:
        while leads[file] != file:
            leads[file] = leads[leads[file]]  # half the way for whoever asks next
            file = leads[file]
        return file

    first: dict[Hashable, str] = {}
    for file, shared in shares.items():
        for one in shared:
            leads[lead(file)] = lead(first.setdefault(one, file))
    together: dict[str, list[str]] = {}
    for file in shares:
        together.setdefault(lead(file), []).append(file)
    groups: list[list[str]] = []
    for piece in together.values():
        if groups and len(groups[-1]) + len(piece) <= most:
            groups[-1] += piece
        else:
            groups.append(piece)
    position = {file: number for number, file in enumerate(shares)}
    return [tuple(sorted(group, key=position.__getitem__)) for group in groups]


def _by_folder(files: Sequence[str], most: int) -> dict[str, list[Hashable]]:
    """Return the folder of each file; a folder of more than *most* files counts as several."""
    seen = Counter[PurePath]()
    found: dict[str, list[Hashable]] = {}
    for file in files:
        folder = PurePath(file).parent
        found[file] = [(folder, seen[folder] // most)]
        seen[folder] += 1
    return found


def _sharing(parts: Mapping[Group, CheckedGroup]) -> list[Group]:
    """Return the groups that share a unit and year, or revisions of one file, with another."""
    groups_of: dict[Hashable, set[Group]] = {}
    for group, part in parts.items():
        for file in part.checked.data.inputs:
            for one in file.shares:
                groups_of.setdefault(one, set()).add(group)
    shared = set[Group]().union(*(groups for groups in groups_of.values() if len(groups) > 1))
    return [group for group in parts if group in shared]
