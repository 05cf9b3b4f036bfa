"""Marked copies of workbooks, to be sent back to who filled them in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import PurePath
from typing import Final

from kediri_index.errors import UsageError
from kediri_index.messages.catalogue import message_to_agency, repair_by_agency, severity_of
from kediri_index.messages.texts import text
from kediri_index.model.findings import Finding, Severity, unfolded
from kediri_index.model.language import Language
from kediri_index.model.limits import Limits
from kediri_index.model.workbook import Workbook
from kediri_index.sheets.identity import is_identity
from kediri_index.sheets.marking.findings_list import PAINTED, ListWords, Note
from kediri_index.sheets.marking.mark import UNKNOWN_FORMAT, marked
from kediri_index.sheets.marking.xml_text import NotMarkableError
from kediri_index.sheets.reading.read import read_workbook
from kediri_index.sheets.reading.refusal import RefusedError


def to_send_back(workbook: Workbook, findings: Iterable[Finding]) -> bool:
    """Return whether any of *findings* is one that the sender of *workbook* has to see to."""
    return any(severity_of(one) in PAINTED for one in findings if one.file == workbook.path)


def mark(
    workbook: Workbook,
    data: bytes,
    findings: Iterable[Finding],
    language: Language = Language.ID,
    *,
    limits: Limits | None = None,
) -> bytes | None:
    """Return a copy of the .xlsx *data* with its faulty cells coloured and commented.

    *workbook* is what was read from *data*; of *findings* those on it count. Errors and warnings
    are marked, and notes listed beside them on a sheet of all findings. Marks that the file brings
    along are taken away first; without anything to mark it comes back clean. None where it needs
    neither. Raises :class:`~kediri_index.errors.UsageError` for a file that cannot be marked, and
    rather than returning a copy that reads differently or has other faults.
    """
    limits = limits or Limits()
    path = workbook.path
    if workbook.is_csv or not workbook.sheets:
        raise UsageError("mark-no-workbook", path=path)
    if sha256(data).hexdigest() != workbook.sha256:
        raise UsageError("mark-changed", path=path)
    own = [finding for finding in unfolded(findings) if finding.file == path]
    needed = to_send_back(workbook, own)
    if not needed and workbook.own is None:
        return None
    _not_too_large(workbook, limits)
    notes = [_note(finding, language) for finding in own] if needed else []
    try:
        copy = marked(data, workbook, notes, _words(workbook, notes, language), limits)
    except NotMarkableError as error:
        raise UsageError("mark-part", path=path, part=error.part) from None
    except RefusedError as error:
        part = error.findings[0].params.get("part", path)
        raise UsageError("mark-part", path=path, part=part) from None
    except Exception as error:  # one odd file must not end the whole run
        seen = f"{type(error).__name__}: {error}"
        raise UsageError("mark-failed", path=path, error=seen) from error
    if _evidence(read_workbook(path, copy, limits)) != _evidence(workbook):
        raise UsageError("mark-differs", path=path)
    return copy


def _evidence(workbook: Workbook) -> tuple[object, ...]:
    """Return what must be the same in a copy; formats that were missing are put in."""
    found = [one for one in workbook.findings if one.code != UNKNOWN_FORMAT]
    return workbook.sheets, found


def _not_too_large(workbook: Workbook, limits: Limits) -> None:
    """Raise where reading the copy again, to compare it, would take too long."""
    cells = sum(sheet.filled for sheet in workbook.sheets)
    if cells > limits.marked_cells:
        option = f"--limit marked_cells={cells}"
        most = limits.marked_cells
        raise UsageError("mark-large", path=workbook.path, seen=cells, limit=most, option=option)


def _note(finding: Finding, language: Language) -> Note:
    severity = severity_of(finding)
    return Note(
        finding.code,
        severity,
        finding.sheet,
        finding.cell,
        text(f"severity.{severity}", language),
        message_to_agency(finding, language),
        repair_by_agency(finding, language),
    )


def _introduction(workbook: Workbook, notes: Iterable[Note], language: Language) -> Iterator[str]:
    painted = any(note.cell is not None and note.severity in PAINTED for note in notes)
    yield text("mark.introduction" if painted else "mark.introduction.file", language)
    for sheet in workbook.sheets:
        if is_identity(sheet) and not sheet.hidden:
            yield text("mark.revision", language, sheet=sheet.name)
            return


_COUNTED: Final = {
    Severity.ERROR: "count.errors",
    Severity.WARNING: "count.warnings",
    Severity.NOTE: "count.notes",
}


def _counts(notes: Sequence[Note], language: Language) -> str:
    """Return how many of *notes* there are of each severity, as ``check`` says it."""
    numbers = Counter(note.severity for note in notes)
    said = (text(key, language, count=numbers[one]) for one, key in _COUNTED.items())
    return ", ".join(said)


def _words(workbook: Workbook, notes: Sequence[Note], language: Language) -> ListWords:
    columns = ("place", "severity", "code", "seen", "repair")
    place, severity, code, seen, repair = (text(f"mark.{one}", language) for one in columns)
    return ListWords(
        text("mark.sheet", language),
        text(
            "mark.title",
            language,
            name=PurePath(workbook.path).name,
            counts=_counts(notes, language),
        ),
        " ".join(_introduction(workbook, notes, language)),
        (place, severity, code, seen, repair),
        text("mark.whole-file", language),
        text("mark.more", language),
    )
