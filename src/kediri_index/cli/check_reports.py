"""The reports that ``check`` writes beside what it prints, and the summary of a job on GitHub."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from kediri_index.cli.output import STANDARD_OUTPUT, say
from kediri_index.errors import UsageError
from kediri_index.messages.texts import text
from kediri_index.model.text import suggest
from kediri_index.present.findings import FindingsReport
from kediri_index.present.formats import CheckFormat

SUMMARY = "GITHUB_STEP_SUMMARY"


class CheckReport(NamedTuple):
    """A file to write, and in which format."""

    format: CheckFormat
    path: str


def check_reports(said: Iterable[str]) -> tuple[CheckReport, ...]:
    """Return the reports asked for; raises :class:`UsageError` where one says no format or file."""
    return tuple(map(_check_report, said))


def _check_report(said: str) -> CheckReport:
    name, equals, path = said.partition("=")
    if not equals or not name or path in {"", STANDARD_OUTPUT}:
        raise UsageError("report-form", value=said)
    known = [one.value for one in CheckFormat]
    if name not in known:
        raise UsageError("report-format", value=said, nearest=suggest(name, known), known=known)
    return CheckReport(CheckFormat(name), path)


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
