"""Findings that somebody accepted: which, where, why, who, until when."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from kediri_index.model.findings import Finding
from kediri_index.model.places import Mark, Source


class Waiver(NamedTuple):
    """One accepted exception; it is good up to and including the day *until*.

    *place* names a file by the end of its path; without a cell it means the whole sheet, without a
    sheet the whole file. *mark* and *until_mark* are where the waiver and its day are written.
    """

    code: str
    place: Source
    reason: str
    who: str
    until: date
    mark: Mark
    until_mark: Mark


class Waived(NamedTuple):
    """A finding that does not count, and the waiver that says so."""

    finding: Finding
    waiver: Waiver
