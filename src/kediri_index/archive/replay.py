"""Computing what a bundle holds: the one way for writing and for verifying it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from kediri_index.definition.load_definition import Loaded, load_definition_sources
from kediri_index.definition.load_profile import profile_in, waivers_in
from kediri_index.definition.starting import resolved_yaml
from kediri_index.model.bundle import Contents, Sent
from kediri_index.model.dataset import SourceFile
from kediri_index.model.limits import Limits
from kediri_index.model.scores import ScoreOutcome
from kediri_index.model.workbook import Workbook
from kediri_index.present.commands.check import CheckPresentation
from kediri_index.present.commands.score import ScorePresentation
from kediri_index.present.findings import FindingsReport
from kediri_index.sheets.reading.read import read_workbook
from kediri_index.usecases.check import Checked, check
from kediri_index.usecases.inputs import Submission
from kediri_index.usecases.score import LastYear, score
from kediri_index.usecases.waive import waive

Watch = Callable[[int, int], None]
"""Receives how many steps are done, and how many there are."""


def unwatched(done: int, total: int) -> None:
    """Tell nobody."""


def first_half(watch: Watch) -> Watch:
    """Return what tells *watch* of work that is done twice, the first time."""
    return lambda done, total: watch(done, 2 * total)


def second_half(watch: Watch) -> Watch:
    """Return what tells *watch* of work that is done twice, the second time."""
    return lambda done, total: watch(total + done, 2 * total)


class Replayed(NamedTuple):
    """The texts of the results, and what they were made from.

    *definition* and *previous_definition* are the files of a definition that were used.
    """

    score: str
    check: str
    resolved: str
    outcome: ScoreOutcome
    workbooks: tuple[Workbook, ...]
    previous: tuple[Workbook, ...]
    definition: tuple[SourceFile, ...]
    previous_definition: tuple[SourceFile, ...]


def replay(contents: Contents, limits: Limits, watch: Watch = unwatched) -> Replayed:
    """Return what *contents* come to; no file is opened. *watch* receives how many are read again.

    Raises :class:`~kediri_index.errors.DefinitionError` for a definition, a profile or waivers that
    cannot be used.
    """
    call = contents.call
    loaded = load_definition_sources(contents.sent.definition, limits=limits)
    definition = loaded.definition
    profile = None if contents.profile is None else profile_in(contents.profile, limits=limits)
    own = None if profile is None else profile.profile
    accepting = waiving(contents, limits)
    submission = submission_of(contents.sent, limits, watch)
    before = _loaded_before(contents.previous, limits)
    previous = _last_year(contents.previous, before or loaded, limits)
    outcome = score(
        submission,
        definition,
        own,
        hints=call.hints,
        value=call.value,
        target=call.target,
        previous=previous,
        allow_errors=call.allow_errors,
        waive=accepting,
        known=lambda: call.known,
    )
    checked = check(
        submission,
        definition,
        own,
        hints=call.hints,
        value=call.value,
        complete=True,
        known=lambda: call.known,
    )
    if accepting is not None:
        checked = accepting(checked)
    report = FindingsReport(checked.findings, call.language, checked.waived)
    return Replayed(
        "".join(ScorePresentation(call.language, outcome, call.detail).json()),
        CheckPresentation(call.language, report, definition, checked.data.inputs).json(),
        resolved_yaml(loaded.tree),
        outcome,
        submission.workbooks,
        previous.submission.workbooks if previous else (),
        loaded.files,
        before.files if before else (),
    )


def submission_of(sent: Sent, limits: Limits, watch: Watch = unwatched) -> Submission:
    """Return the workbooks of *sent*, read from its bytes."""
    workbooks = []
    for file in sent.files:
        workbooks.append(read_workbook(file.path, file.data, limits))
        watch(len(workbooks), len(sent.files))
    return Submission(tuple(workbooks), sent.passed_over, limits)


def _loaded_before(sent: Sent | None, limits: Limits) -> Loaded | None:
    """Return last year's own definition, where there is one."""
    if sent is None or not sent.definition:
        return None
    return load_definition_sources(sent.definition, limits=limits)


def _last_year(sent: Sent | None, loaded: Loaded, limits: Limits) -> LastYear | None:
    if sent is None:
        return None
    return LastYear(submission_of(sent, limits), loaded.definition, sent.path)


def waiving(contents: Contents, limits: Limits) -> Callable[[Checked], Checked] | None:
    """Return what accepts findings as on the day of *contents*, None where it has no waivers."""
    day = contents.call.day
    if contents.waivers is None or day is None:
        return None
    waivers = waivers_in(contents.waivers, limits=limits)
    return lambda checked: waive(checked, waivers, day)
