"""The findings that are no annotations: on the page of the job that GitHub runs."""

from __future__ import annotations

import os
from pathlib import Path

from kediri_index.cli.output import say
from kediri_index.messages.texts import text
from kediri_index.present.check.github import MOST_BYTES_OF_SUMMARY, annotated, summary
from kediri_index.present.check.report import CheckReport

VARIABLE = "GITHUB_STEP_SUMMARY"


def tell_rest(report: CheckReport) -> None:
    """Append what has no annotation to the job's summary; without one say how much there is."""
    rest = annotated(report).rest
    if not rest:
        return
    path = os.environ.get(VARIABLE)
    if not path or not _append(Path(path), report):
        say(text("not-annotated", report.language, count=len(rest)))


def _append(path: Path, report: CheckReport) -> bool:
    """Return whether the summary could be written."""
    try:
        room = MOST_BYTES_OF_SUMMARY - (path.stat().st_size if path.exists() else 0)
        with path.open("ab") as file:
            file.write(summary(report, annotated(report).rest, room).encode())
    except OSError:
        return False
    return True
