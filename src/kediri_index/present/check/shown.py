"""What every format of ``check`` shows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kediri_index.model.dataset import InputFile
from kediri_index.model.definition import Definition
from kediri_index.present.check.report import CheckReport


class MarkedFile(NamedTuple):
    """A marked copy that was written, its hash, and the file that it is a copy of."""

    path: str
    sha256: str
    source: str


class CheckShown(NamedTuple):
    """The findings, the files that were read, and by which definition, None for a broken one.

    *marked* are the copies that were written, None where none were asked for.
    """

    report: CheckReport
    definition: Definition | None
    inputs: tuple[InputFile, ...] = ()
    marked: Sequence[MarkedFile] | None = None
