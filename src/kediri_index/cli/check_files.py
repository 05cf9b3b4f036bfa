"""The further files that ``check`` writes: reports, and marked copies for the agencies."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from kediri_index.cli.folders import refuse_existing, refuse_links, write_all
from kediri_index.cli.output import STANDARD_OUTPUT, refuse_inputs, say
from kediri_index.errors import UsageError
from kediri_index.messages.texts import text
from kediri_index.model.language import Language
from kediri_index.model.text import fit_name, same_file, suggest
from kediri_index.model.workbook import Workbook
from kediri_index.present.commands.check import MarkedFile
from kediri_index.present.findings import FindingsReport
from kediri_index.present.formats import Format, Offer, formats_of
from kediri_index.sheets.paths import STANDARD_INPUT, TooLargeError, read_bytes
from kediri_index.usecases.check import Checked
from kediri_index.usecases.inputs import Inputs
from kediri_index.usecases.mark import mark, to_send_back

SUMMARY = "GITHUB_STEP_SUMMARY"


class CheckReport(NamedTuple):
    """A file to write, and in which format."""

    format: Format
    path: str


def check_reports(said: Iterable[str]) -> tuple[CheckReport, ...]:
    """Return the reports asked for; raises :class:`UsageError` where one says no format or file."""
    return tuple(map(_check_report, said))


def _check_report(said: str) -> CheckReport:
    name, equals, path = said.partition("=")
    if not equals or not name or path in {"", STANDARD_OUTPUT}:
        raise UsageError("report-form", value=said)
    known = [*formats_of(Offer.CHECK)]
    if name not in known:
        raise UsageError("report-format", value=said, nearest=suggest(name, known), known=known)
    return CheckReport(Format(name), path)


def write_summary(report: FindingsReport) -> None:
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
    """The copies that were written, and the sentences about them."""

    written: tuple[MarkedFile, ...]
    said: tuple[str, ...]


class _Copy(NamedTuple):
    workbook: Workbook
    target: Path
    is_clean: bool


class CheckedFiles(NamedTuple):
    """What was checked, and how it is written: in which *language*, whether over what is there."""

    checked: Checked
    inputs: Inputs
    language: Language
    force: bool


def refuse_folder(folder: str, paths: Sequence[str]) -> None:
    """Raise :class:`UsageError` for a *folder* that is read, or copies of a file without a name."""
    if STANDARD_INPUT in paths:
        raise UsageError("mark-stdin")
    inside = Path(os.path.realpath(folder))
    for path in paths:
        if Path(path).is_dir() and inside.is_relative_to(os.path.realpath(path)):
            raise UsageError("mark-inside", path=folder, folder=path)


def write_copies(
    run: CheckedFiles, folder: str, paths: Sequence[str], outputs: Iterable[str | None]
) -> Copies:
    """Write marked copies into *folder* of the files that *paths* led to; none over *outputs*."""
    targets = {
        workbook.path: Path(folder) / _below(workbook.path, paths)
        for workbook in run.inputs.submission.workbooks
    }
    wanted = _wanted(run.checked, run.inputs, targets)
    _refuse(wanted, folder, run, outputs)
    return _written(wanted, folder, targets, run)


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
    wanted: Sequence[_Copy], folder: str, run: CheckedFiles, outputs: Iterable[str | None]
) -> None:
    """Raise :class:`UsageError` before any is written where not all can be."""
    taken: dict[str, str] = {}
    refuse_links(Path(folder), [copy.target for copy in wanted])
    others = {os.path.realpath(path) for path in outputs if path is not None}
    for copy in wanted:
        refuse_inputs(str(copy.target), run.inputs.paths())
        real = os.path.realpath(copy.target)
        if real in others:
            raise UsageError("output-twice", path=str(copy.target))
        other = taken.setdefault(same_file(real), copy.workbook.path)
        if other != copy.workbook.path:
            raise UsageError("mark-same-name", path=copy.workbook.path, other=other)
    targets = [copy.target for copy in wanted]
    refuse_existing(Path(folder), targets, "copies-exist", force=run.force)


def _written(
    wanted: Sequence[_Copy], folder: str, targets: dict[str, Path], run: CheckedFiles
) -> Copies:
    language = run.language
    written = []
    clean = []
    failed = []
    for copy in wanted:
        path = copy.workbook.path
        try:
            data = _copy(copy.workbook, run)
        except UsageError as error:
            failed.append(text(error.message, language, **error.params))
            continue
        write_all({copy.target: data}, force=run.force)
        written.append(MarkedFile(str(copy.target), sha256(data).hexdigest(), path))
        if copy.is_clean:
            clean.append(path)
    asked = {copy.target for copy in wanted}
    outdated = [str(one) for one in targets.values() if one not in asked and one.exists()]
    said = _said(len(written) - len(clean), clean, outdated, folder, language)
    return Copies(tuple(written), (*failed, *said))


def _copy(workbook: Workbook, run: CheckedFiles) -> bytes:
    if workbook.is_csv or not workbook.sheets:
        raise UsageError("mark-no-workbook", path=workbook.path)
    limits = run.inputs.limits
    try:
        data = read_bytes(workbook.path, limits.file_bytes)
    except TooLargeError:  # it has grown since
        raise UsageError("mark-changed", path=workbook.path) from None
    copy = mark(workbook, data, run.checked.findings, run.language, limits=limits)
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
