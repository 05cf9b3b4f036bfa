"""The further files that ``check`` writes: ``--report FORMAT=FILE``."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from kediri_index.cli.output import STANDARD_OUTPUT
from kediri_index.errors import UsageError
from kediri_index.model.nearest import suggest
from kediri_index.present.formats import CheckFormat


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
