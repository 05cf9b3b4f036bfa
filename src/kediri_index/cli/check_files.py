"""The further files that ``check`` writes: reports, and marked copies for the agencies."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from kediri_index.cli.inputs import Inputs
from kediri_index.cli.output import (
    STANDARD_OUTPUT,
    in_folder,
    refuse_inputs,
    refuse_links,
    say,
    write_file,
)
from kediri_index.cli.printing import Printing
from kediri_index.errors import UsageError
from kediri_index.messages.texts import text
from kediri_index.model.language import Language
from kediri_index.model.text import fit_name, same_file, suggest
from kediri_index.model.workbook import Workbook
from kediri_index.present.commands.check import MarkedFile
from kediri_index.present.findings import FindingsReport
from kediri_index.present.formats import CheckFormat
from kediri_index.usecases.check import Checked
from kediri_index.usecases.mark import mark, to_send_back
from kediri_index.workbook.files.paths import STANDARD_INPUT, TooLargeError, read_bytes

SUMMARY = "GITHUB_STEP_SUMMARY"


class ReportFile(NamedTuple):
    """A file to write, and in which format."""

    format: CheckFormat
    path: str


def report_files(said: Iterable[str]) -> tuple[ReportFile, ...]:
    """Return the reports asked for; raises :class:`UsageError` where one says no format or file."""
    return tuple(map(_report_file, said))


def _report_file(said: str) -> ReportFile:
    name, equals, path = said.partition("=")
    if not equals or not name or path in {"", STANDARD_OUTPUT}:
        raise UsageError("report-form", value=said)
    known = [one.value for one in CheckFormat]
    if name not in known:
        raise UsageError("report-format", value=said, nearest=suggest(name, known), known=known)
    return ReportFile(CheckFormat(name), path)


def tell_rest(report: FindingsReport) -> None:
    """Append what has no annotation to the job's summary; without one say how much there is."""
    from kediri_index.present.renderers.github import annotated  # this format's own

    rest = annotated(report).rest
    if not rest:
        return
    path = os.environ.get(SUMMARY)
    if not path or not _append(Path(path), report):
        say(text("not-annotated", report.language, count=len(rest)))


def _append(path: Path, report: FindingsReport) -> bool:
    """Return whether the summary could be written."""
    from kediri_index.present.renderers.github import (
        MOST_BYTES_OF_SUMMARY,
        annotated,
        summary,
    )

    try:
        room = MOST_BYTES_OF_SUMMARY - (path.stat().st_size if path.exists() else 0)
        with path.open("ab") as file:
            file.write(summary(report, annotated(report).rest, room).encode())
    except OSError:
        return False
    return True


class Copies(NamedTuple):
    """The copies that were written, and what is to be said of them."""

    written: tuple[MarkedFile, ...]
    said: tuple[str, ...]


class _Copy(NamedTuple):
    workbook: Workbook
    target: Path
    is_clean: bool


_Copying = Callable[[Checked, Inputs, Printing, Iterable[str | None]], Copies]


def copying(folder: str, paths: Sequence[str]) -> _Copying:
    """Return what writes marked copies into *folder* once the files in *paths* are checked.

    Raises :class:`UsageError` where that cannot be meant: in a folder that is read, or of a file
    without a name.
    """
    if STANDARD_INPUT in paths:
        raise UsageError("mark-stdin")
    inside = Path(os.path.realpath(folder))
    for path in paths:
        if Path(path).is_dir() and inside.is_relative_to(os.path.realpath(path)):
            raise UsageError("mark-inside", path=folder, folder=path)

    def write(
        checked: Checked, inputs: Inputs, printing: Printing, outputs: Iterable[str | None]
    ) -> Copies:
        targets = {
            workbook.path: Path(folder) / _below(workbook.path, paths)
            for workbook in inputs.submission.workbooks
        }
        wanted = _wanted(checked, inputs, targets)
        _refuse(wanted, folder, inputs, outputs, force=printing.force)
        return _written(wanted, folder, targets, _Run(checked, inputs, printing))

    return write


class _Run(NamedTuple):
    checked: Checked
    inputs: Inputs
    printing: Printing


def _below(path: str, given: Sequence[str]) -> Path:
    """Return the name of a file's copy, with the folders between it and the one that was given."""
    below = Path(Path(path).name)
    for one in given:
        if Path(one).is_dir() and Path(path).is_relative_to(one):
            below = Path(path).relative_to(one)
            break
    return Path(*map(fit_name, below.parts))


def _wanted(checked: Checked, inputs: Inputs, targets: dict[str, Path]) -> list[_Copy]:
    """Return the files to send back: those with findings, and those that came back marked."""
    by_file: dict[str, list[int]] = {}
    for number, finding in enumerate(checked.findings):
        by_file.setdefault(finding.file or "", []).append(number)
    found = []
    for workbook in inputs.submission.workbooks:
        own = [checked.findings[number] for number in by_file.get(workbook.path, ())]
        faulty = to_send_back(workbook, own)
        if faulty or workbook.own is not None:
            found.append(_Copy(workbook, targets[workbook.path], not faulty))
    return found


def _refuse(
    wanted: Sequence[_Copy],
    folder: str,
    inputs: Inputs,
    outputs: Iterable[str | None],
    *,
    force: bool,
) -> None:
    """Raise :class:`UsageError` before any is written where not all can be."""
    taken: dict[str, str] = {}
    refuse_links(Path(folder), [copy.target for copy in wanted])
    others = {os.path.realpath(path) for path in outputs if path is not None}
    for copy in wanted:
        refuse_inputs(str(copy.target), inputs.paths())
        real = os.path.realpath(copy.target)
        if real in others:
            raise UsageError("output-twice", path=str(copy.target))
        other = taken.setdefault(same_file(real), copy.workbook.path)
        if other != copy.workbook.path:
            raise UsageError("mark-same-name", path=copy.workbook.path, other=other)
    there = [copy for copy in wanted if copy.target.exists()]
    if there and not force:
        raise UsageError("copies-exist", path=folder, count=len(there))


def _written(wanted: Sequence[_Copy], folder: str, targets: dict[str, Path], run: _Run) -> Copies:
    language = run.printing.language
    written = []
    clean = []
    failed = []
    for copy in wanted:
        path = copy.workbook.path
        try:
            data = _copy(copy.workbook, run, language)
        except UsageError as error:
            failed.append(text(error.message, language, **error.params))
            continue
        with in_folder(copy.target.parent):
            write_file(copy.target, data, force=run.printing.force)
        written.append(MarkedFile(str(copy.target), sha256(data).hexdigest(), path))
        if copy.is_clean:
            clean.append(path)
    asked = {copy.target for copy in wanted}
    outdated = [str(one) for one in targets.values() if one not in asked and one.exists()]
    said = _said(len(written) - len(clean), clean, outdated, folder, language)
    return Copies(tuple(written), (*failed, *said))


def _copy(workbook: Workbook, run: _Run, language: Language) -> bytes:
    if workbook.is_csv or not workbook.sheets:
        raise UsageError("mark-no-workbook", path=workbook.path)
    limits = run.inputs.surroundings.limits
    try:
        data = read_bytes(workbook.path, limits.file_bytes)
    except TooLargeError:  # it has grown since
        raise UsageError("mark-changed", path=workbook.path) from None
    copy = mark(workbook, data, run.checked.findings, language, limits=limits)
    return data if copy is None else copy


def _said(
    marked: int, clean: list[str], outdated: list[str], folder: str, language: Language
) -> list[str]:
    said = []
    if marked:
        said.append(text("copies-written", language, count=marked, path=folder))
    if clean:
        said.append(text("copies-clean", language, names=clean))
    if not marked and not clean:
        said.append(text("copies-none", language, path=folder))
    if outdated:
        said.append(text("copies-outdated", language, names=outdated))
    return said
