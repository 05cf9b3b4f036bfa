"""A finding in the words for the agency (OPD) that has to repair its sheet."""

from __future__ import annotations

import os
from pathlib import PurePath

from kediri_index.messages.catalogue import filled, message_of, repair_of
from kediri_index.messages.screens.agency import OPD_REPAIRS
from kediri_index.model.findings import Finding
from kediri_index.model.language import Language

_NAMING_A_FILE = frozenset({"F428", "X303", "X304", "X306", "X308"})
"""Findings whose ``other`` is another file, or a place in it."""


def message_to_agency(finding: Finding, language: Language) -> str:
    """Return what was seen; another file by its name, since its folder is nobody else's concern."""
    other = finding.params.get("other")
    if finding.code in _NAMING_A_FILE and isinstance(other, str) and finding.file is not None:
        params = {**finding.params, "other": _below(other, PurePath(finding.file))}
        finding = finding._replace(params=params)
    return message_of(finding, language)


def repair_by_agency(finding: Finding, language: Language) -> str:
    """Return what an agency can do; it has neither the profile nor this program."""
    wording = OPD_REPAIRS.get(finding.code)
    if wording is None:
        return repair_of(finding, language)
    english = language is Language.EN
    return filled(wording.english if english else wording.indonesian, finding, language)


def _below(other: str, file: PurePath) -> str:
    """Return *other* without the folders that it shares with *file*."""
    for folder in file.parents:
        start = os.path.join(folder, "")  # noqa: PTH118 - with a slash behind it
        if other.startswith(start):
            return other.removeprefix(start)
    return other
