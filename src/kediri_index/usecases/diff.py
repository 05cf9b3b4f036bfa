"""What a changed definition means: against another, or an earlier state of its project."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import takewhile
from pathlib import Path
from typing import NamedTuple

from kediri_index.definition.changes import changes
from kediri_index.definition.faults import told
from kediri_index.definition.find import Found, Origin, find_definition, shown_path
from kediri_index.definition.library import FolderCopy, exists, headers_in
from kediri_index.definition.load_definition import Loaded, load_definition_file
from kediri_index.errors import DefinitionError, NotFoundError, UsageError
from kediri_index.model.comparison import (
    DefinitionDiff,
    DiffState,
    EffectOnData,
    NominalShare,
    UnitEffect,
)
from kediri_index.model.dataset import Lead
from kediri_index.model.definition import Definition
from kediri_index.model.findings import Finding, folded, unfolded
from kediri_index.model.profile import Hints, Profile
from kediri_index.model.scores import UnitResult
from kediri_index.model.text import exact
from kediri_index.project_folder import CONFIG
from kediri_index.scoring.exact import nominal_shares
from kediri_index.sheets.identity import carried_definition, carried_definitions
from kediri_index.usecases.check import Checked
from kediri_index.usecases.git_tree import folder_at
from kediri_index.usecases.inputs import (
    NamedFiles,
    Submission,
    Surroundings,
    data_folders,
    load,
    profile_for,
    read_workbooks,
    unit_beside,
)
from kediri_index.usecases.score import score

_TWO = 2
_UNKNOWN_CODES = frozenset({"X301", "F413"})
"""An unknown code of a row, and of a column of wide data."""


class DiffOutcome(NamedTuple):
    """Pairs of definitions, and of one pair what it does to data.

    *ref* is what all of a project's definitions are compared against.
    """

    diffs: tuple[DefinitionDiff, ...]
    effect: EffectOnData | None = None
    ref: str | None = None

    def findings(self) -> list[Finding]:
        """Return what was found in the definitions, pair by pair."""
        return [finding for diff in self.diffs for finding in diff.findings]

    def paths(self) -> list[str]:
        """Return the definitions that were read."""
        sides = (side for diff in self.diffs for side in (diff.before, diff.after))
        return [side.path for side in sides if side is not None]


def definition_diff(  # noqa: PLR0913 - the options of the command
    references: Sequence[str],
    ref: str | None,
    named: NamedFiles,
    hints: Hints,
    surroundings: Surroundings,
    *,
    value: Lead | None = None,
    allow_errors: bool = False,
) -> DiffOutcome:
    """Return what changed between two definitions, or since *ref*, and what it does to data.

    *named* are the data and the profile. Raises :class:`~kediri_index.errors.UsageError` for a call
    that makes no sense.
    """
    references, data = _told_apart(references, ref, named.paths)
    submission = read_workbooks(data, limits=surroundings.limits) if data else None
    together = None
    if ref is None:
        diffs: tuple[DefinitionDiff, ...] = (
            compared(*(load(reference, surroundings) for reference in references)),
        )
    else:
        if submission is not None and not references:
            carried = carried_definition(submission.workbooks)
            references = (load(None, surroundings, carried=carried).definition.path,)
        with folder_at(ref, surroundings.folder, surroundings.limits) as copy:
            diffs = against(references, copy, surroundings)
        together = ref if len(references) != 1 else None
    if submission is None:
        return DiffOutcome(diffs, None, together)
    before, after = diffs[0].before, diffs[0].after
    if before is None or after is None:
        raise UsageError("diff-no-earlier", path=diffs[0].path, ref=ref)
    folders = data_folders(data)
    profile = profile_for(named.profile, folders, surroundings)
    hints = hints._replace(theirs=hints.unit or unit_beside(profile, folders))
    found = effect(
        submission, before, after, profile, hints=hints, value=value, allow_errors=allow_errors
    )
    return DiffOutcome(diffs, found, together)


def _told_apart(
    references: Sequence[str], ref: str | None, data: tuple[str, ...]
) -> tuple[Sequence[str], tuple[str, ...]]:
    """Return the definitions and the data.

    What follows the two definitions belongs to --data, as where a shell writes out a pattern.
    """
    if ref is not None:
        if data and len(references) > 1:
            raise UsageError("diff-data-of-one", count=len(references))
        return references, data
    if len(references) < _TWO:
        raise UsageError("diff-needs-two")
    further = references[_TWO:]
    if further and not data:
        raise UsageError("extra-argument", value=further[0], command="kediri-index definition diff")
    return references[:_TWO], (*data, *further)


def compared(before: Loaded, after: Loaded) -> DefinitionDiff:
    """Return what changed in meaning.

    Where both have one id and one version, but not one meaning, that is a finding (D304).
    """
    old, new = before.definition, after.definition
    found = changes(old, new)
    findings: tuple[Finding, ...] = ()
    if found and (old.id, old.version) == (new.id, new.version):
        mark = after.tree.place("version")
        findings = (Finding.at_mark("D304", mark, new.version, id=new.id, before=old.path),)
    return DefinitionDiff(
        id=new.id,
        path=new.path,
        state=DiffState.CHANGED if found else DiffState.SAME,
        before=old,
        after=new,
        changes=found,
        shares=_shares(old, new),
        findings=findings,
    )


def effect(  # noqa: PLR0913 - the options of the command
    submission: Submission,
    before: Definition,
    after: Definition,
    profile: Profile | None = None,
    *,
    hints: Hints | None = None,
    value: Lead | None = None,
    allow_errors: bool = False,
) -> EffectOnData:
    """Score the same files by both definitions, whichever of them they were made for.

    What only the other definition asks is no unknown code here: it is among the changes. While
    there are errors under either definition there are no units, unless *allow_errors*.
    """
    outcomes = [
        score(
            submission,
            definition,
            profile,
            hints=hints,
            value=value,
            allow_errors=allow_errors,
            waive=_without_codes_of(other),
            for_any=True,
        )
        for definition, other in ((before, after), (after, before))
    ]
    old, new = outcomes
    units = None
    if old.units is not None and new.units is not None:
        units = tuple(sorted(_paired(old.units, new.units), key=_by_size))
    named = carried_definitions(submission.workbooks)
    others = tuple(one for one in named if one not in {before.id, after.id})
    return EffectOnData(old, new, units, others)


def _without_codes_of(other: Definition) -> Callable[[Checked], Checked]:
    """Return what takes out the findings on codes that *other* has."""
    known = {exact(node_id) for node_id in other.nodes()}

    def without(checked: Checked) -> Checked:
        findings = folded(
            one
            for one in unfolded(checked.findings)
            if one.code not in _UNKNOWN_CODES or exact(one.value or "") not in known
        )
        return checked._replace(findings=findings)

    return without


def _shares(before: Definition, after: Definition) -> dict[str, NominalShare]:
    old, new = nominal_shares(before), nominal_shares(after)
    return {
        node_id: NominalShare(old.get(node_id), new.get(node_id))
        for node_id in {**old, **new}
        if old.get(node_id) != new.get(node_id)
    }


def _paired(before: Iterable[UnitResult], after: Iterable[UnitResult]) -> Iterable[UnitEffect]:
    """Yield each unit of a year with its other self.

    Data without a year have each definition's own: they are paired where the unit stands once.
    """
    waiting = {_key(one): one for one in after}
    alone: list[UnitResult] = []
    for old in before:
        new = waiting.pop(_key(old), None)
        if new is None:
            alone.append(old)
        else:
            yield UnitEffect(old.unit, old.year, old, new)
    for old in alone:
        same = [key for key in waiting if key[0] == exact(old.unit or "")]
        once = sum(exact(one.unit or "") == exact(old.unit or "") for one in alone) == 1
        new = waiting.pop(same[0]) if once and len(same) == 1 else None
        yield UnitEffect(old.unit, None if new else old.year, old, new)
    for new in waiting.values():
        yield UnitEffect(new.unit, new.year, None, new)


def _key(result: UnitResult) -> tuple[str, int | None]:
    return exact(result.unit or ""), result.year


def _by_size(one: UnitEffect) -> tuple[int, Fraction, str, int]:
    """Return the order of a unit: those that gain or lose a score first, those without any last."""
    change = one.change
    scored = any(side and side.overall.published is not None for side in (one.before, one.after))
    first = 1 if change is not None else 0 if scored else 2
    return first, -abs(change or Fraction(0)), one.unit or "", one.year or 0


def against(
    references: Sequence[str], copy: FolderCopy, surroundings: Surroundings
) -> tuple[DefinitionDiff, ...]:
    """Return each definition compared with the one of its id in *copy*, else of its path.

    Without *references* all in the project's ``config`` folders, and those that are gone. Raises
    DefinitionError with the faults of every definition that is broken now; one that was broken
    then is told, since its repair must pass.
    """
    if references:
        asked = (_asked_for(reference, copy, surroundings) for reference in references)
        once = {one.path.resolve(): one for one in asked}
        return tuple(_all_compared([*once.values()], copy, surroundings, by_path=True))
    folders = list(_folders(copy, surroundings.folder))
    found = [
        Found(header.path, shown_path(header.path, surroundings.folder), Origin.PROJECT)
        for folder in folders
        for header in headers_in(folder, surroundings.limits)
    ]
    diffs = list(_all_compared(found, copy, surroundings, by_path=False))
    diffs += _gone(folders, {one.id for one in diffs}, copy, surroundings)
    if not diffs:
        raise NotFoundError("no-definitions-here", path=str(surroundings.folder))
    return tuple(diffs)


def _asked_for(reference: str, copy: FolderCopy, surroundings: Surroundings) -> Found:
    found = find_definition(
        reference,
        folder=surroundings.folder,
        environment=surroundings.environment,
        limits=surroundings.limits,
    )
    if copy.of(found.path) is None:
        raise UsageError("not-in-repository", path=found.shown, folder=str(copy.original))
    return found


def _folders(copy: FolderCopy, start: Path) -> Iterator[Path]:
    """Yield the ``config`` folders upward that are there now or were then, within the original."""
    start = start.resolve()
    now = [folder / CONFIG for folder in (start, *start.parents)]
    then = takewhile(lambda path: path is not None, map(copy.of, now))
    for both in zip(now, then, strict=False):
        if any(path is not None and path.is_dir() for path in both):
            yield both[0]


def _all_compared(
    found: Sequence[Found], copy: FolderCopy, surroundings: Surroundings, *, by_path: bool
) -> Iterator[DefinitionDiff]:
    faults: list[Finding] = []
    loaded: list[tuple[Found, Loaded]] = []
    for one in found:
        try:
            now = load_definition_file(one.path, shown=one.shown, limits=surroundings.limits)
        except DefinitionError as error:
            faults += error.findings
        else:
            loaded.append((one, now))
    if faults:
        raise DefinitionError(told(faults, surroundings.limits))
    for one, now in loaded:
        yield _with_then(one, now, copy, surroundings, by_path=by_path)


def _with_then(
    found: Found, now: Loaded, copy: FolderCopy, surroundings: Surroundings, *, by_path: bool
) -> DefinitionDiff:
    definition = now.definition
    new = DefinitionDiff(definition.id, definition.path, DiffState.NEW, after=definition)
    place = copy.of(found.path)
    path = None if place is None else _then(place, definition.id, surroundings, by_path=by_path)
    if path is None:
        return new
    try:
        then = load_definition_file(
            path, shown=copy.shown(path), limits=surroundings.limits, copy=copy
        )
    except DefinitionError as error:
        return new._replace(state=DiffState.UNREADABLE, faults=error.findings)
    return compared(then, now)


def _then(
    place: Path, definition_id: str, surroundings: Surroundings, *, by_path: bool
) -> Path | None:
    """Return the file that had the id then, whatever its name was; else the one at *place*."""
    headers = headers_in(place.parent, surroundings.limits)
    paths = [header.path for header in headers if header.id == definition_id]
    if place in paths or not paths:
        at_place = place in paths or (exists(place) and (by_path or _broken(place, surroundings)))
        return place if at_place else None
    return paths[0]


def _broken(place: Path, surroundings: Surroundings) -> bool:
    """Return whether the file at *place* says no id, so that none can be another one's."""
    header = next(
        (one for one in headers_in(place.parent, surroundings.limits) if one.path == place), None
    )
    return header is None or not header.id


def _gone(
    folders: Sequence[Path], there: set[str], copy: FolderCopy, surroundings: Surroundings
) -> Iterator[DefinitionDiff]:
    """Yield the definitions of which nothing but their earlier state is left."""
    for folder in folders:
        then = copy.of(folder)
        for header in headers_in(then, surroundings.limits) if then is not None else ():
            if header.id and header.id not in there:
                there.add(header.id)
                yield DefinitionDiff(header.id, copy.shown(header.path), DiffState.REMOVED)
