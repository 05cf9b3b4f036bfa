"""The definitions and data that ``definition diff`` compares."""

from __future__ import annotations

from typing import NamedTuple

from kediri_index.api.against import against
from kediri_index.api.data_folders import data_folders, unit_beside
from kediri_index.api.diff import compared, effect
from kediri_index.api.load import Surroundings, load, profile_for
from kediri_index.api.read import Submission, read_workbooks
from kediri_index.cli.git_tree import folder_at
from kediri_index.cli.output import refuse_inputs
from kediri_index.errors import UsageError
from kediri_index.model.changes import DefinitionDiff, Effect
from kediri_index.model.dataset import Lead
from kediri_index.model.limits import Limits
from kediri_index.model.user_hints import Hints
from kediri_index.present.commands.definition_diff import DiffReport
from kediri_index.workbook.made_for import carried_definition

_TWO = 2


class DiffRequest(NamedTuple):
    """What the command line names."""

    references: tuple[str, ...]
    ref: str | None
    data: tuple[str, ...]
    profile: str | None
    value: Lead | None
    hints: Hints
    limits: Limits
    output: str | None
    allow_errors: bool = False
    detail: bool = False


def compare(request: DiffRequest) -> DiffReport:
    """Return what is to be shown. Raises UsageError for a call that makes no sense."""
    surroundings = Surroundings.here(request.limits)
    references, data = _told_apart(request)
    submission = read_workbooks(data, limits=request.limits) if data else None
    if request.ref is None:
        loaded = [load(reference, surroundings) for reference in references]
        diffs: tuple[DefinitionDiff, ...] = (compared(*loaded),)
        together = None
    else:
        if submission is not None and not references:
            carried = carried_definition(submission.workbooks)
            references = (load(None, surroundings, carried=carried).definition.path,)
        with folder_at(request.ref, surroundings.folder, request.limits) as copy:
            diffs = against(references, copy, surroundings)
        together = request.ref if len(references) != 1 else None
    read = [side.path for diff in diffs for side in (diff.before, diff.after) if side is not None]
    refuse_inputs(request.output, [*read, *data])
    found = None
    if submission is not None:
        found = _effect(diffs[0], submission, request._replace(data=data), surroundings)
    return DiffReport(diffs, found, together, detail=request.detail)


def _told_apart(request: DiffRequest) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the definitions and the data.

    What follows the two definitions belongs to --data, as where a shell writes out a pattern.
    """
    references = request.references
    if request.ref is not None:
        if request.data and len(references) > 1:
            raise UsageError("diff-data-of-one", count=len(references))
        return references, request.data
    if len(references) < _TWO:
        raise UsageError("diff-needs-two")
    further = references[_TWO:]
    if further and not request.data:
        raise UsageError("extra-argument", value=further[0], command="kediri-index definition diff")
    return references[:_TWO], (*request.data, *further)


def _effect(
    diff: DefinitionDiff, submission: Submission, request: DiffRequest, surroundings: Surroundings
) -> Effect:
    before, after = diff.before, diff.after
    if before is None or after is None:
        raise UsageError("diff-no-earlier", path=diff.path, ref=request.ref)
    folders = data_folders(request.data)
    profile = profile_for(request.profile, folders, surroundings)
    return effect(
        submission,
        before,
        after,
        profile,
        hints=request.hints._replace(theirs=request.hints.unit or unit_beside(profile, folders)),
        value=request.value,
        allow_errors=request.allow_errors,
    )
