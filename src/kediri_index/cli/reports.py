"""The further files that ``check`` writes: ``--report FORMAT=FILE``."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from kediri_index.cli.output import STANDARD_OUTPUT
from kediri_index.errors import UsageError
from kediri_index.model.nearest import suggest
from kediri_index.report.formats import CheckFormat


class ReportFile(NamedTuple):
    """A file to write, and in which format."""

    format: CheckFormat
    path: str


def report_files(said: Iterable[str]) -> tuple[ReportFile, ...]:
    """Return the reports asked for; raises :class:`UsageError` where one says no format or file."""
    return tuple(map(_report_file, said))


def refuse_outputs(outputs: Sequence[str | None], *, force: bool) -> None:
    """Raise :class:`UsageError` before any work where *outputs* could not all be written."""
    seen = set()
    for path in outputs:
        if path is None or path == STANDARD_OUTPUT:
            continue
        target = os.path.realpath(path)
        if target in seen:
            raise UsageError("output-twice", path=path)
        seen.add(target)
        if Path(target).is_file() and not force:
            raise UsageError("output-exists", path=path)


def _report_file(said: str) -> ReportFile:
    name, equals, path = said.partition("=")
    if not equals or not name or path in {"", STANDARD_OUTPUT}:
        raise UsageError("report-form", value=said)
    known = [one.value for one in CheckFormat]
    if name not in known:
        raise UsageError("report-format", value=said, nearest=suggest(name, known), known=known)
    return ReportFile(CheckFormat(name), path)
