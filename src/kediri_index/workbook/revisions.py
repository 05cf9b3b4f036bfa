"""Two files of one agency: the higher revision counts."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Mapping
from typing import NamedTuple

from kediri_index.model.dataset import Answer, InputFile, Missing, Said
from kediri_index.model.findings import Finding
from kediri_index.model.places import Source

_REVISION = re.compile(r"[0-9]{1,4}")


UnitYear = tuple[str | None, int | None]
"""A unit, as it is compared, and a year."""


class Revised(NamedTuple):
    """A file and its revision; *agency* tells one agency's files of a unit and year from others."""

    path: str
    agency: Hashable
    revision: int | None


def revision_number(said: Said | None) -> int | None:
    """Return the revision that a file says, or None where it says none, or no whole number."""
    return int(said.text) if said is not None and _REVISION.fullmatch(said.text) else None


def in_common(
    revised: Iterable[Revised], units: Iterable[tuple[UnitYear, Iterable[str]]]
) -> dict[str, set[Hashable]]:
    """Return, by file, the *units* and years of its rows, and what its revisions have in common."""
    found: dict[str, set[Hashable]] = {
        one.path: set() if one.revision is None or one.agency is None else {one.agency}
        for one in revised
    }
    for key, paths in units:
        for path in paths:
            found[path].add(key)
    return found


def superseded_by(files: Iterable[Revised]) -> dict[str, str]:
    """Return each file that a higher revision of the same agency supersedes, with that file.

    A file that says no revision neither supersedes nor is superseded: nothing is guessed.
    """
    highest: dict[Hashable, Revised] = {}
    said = [file for file in files if file.revision is not None and file.agency is not None]
    for file in said:
        best = highest.get(file.agency)
        if best is None or (file.revision or 0) > (best.revision or 0):
            highest[file.agency] = file
    return {
        file.path: highest[file.agency].path
        for file in said
        if file.revision != highest[file.agency].revision
    }


def unreadable_revision(said: Said | None) -> tuple[Finding, ...]:
    """Return F427 where what stands there is no whole number."""
    if said is None or revision_number(said) is not None:
        return ()
    return (Finding.at_cell("F427", said.source, said.text),)


def superseded_file(file: InputFile, newer: str) -> Finding:
    """Return F428, at the revision that is not the highest."""
    said = file.says.revision
    place = Source(file.path) if said is None else said.source
    return Finding.at_cell("F428", place, None if said is None else said.text, other=newer)


def only_in_superseded(
    superseded: Mapping[UnitYear, Mapping[str, Answer]],
    counting: Mapping[UnitYear, Mapping[str, Answer]],
    newer: Mapping[str, str],
) -> list[Finding]:
    """Return X308 for each answer of a superseded file of which no file in use says anything."""
    found = []
    for key, answers in superseded.items():
        others = counting.get(key, {})
        for answer in answers.values():
            if _says_anything(answer) and not _says_anything(others.get(answer.id)):
                other = newer[answer.row.file]
                found.append(Finding.at_cell("X308", answer.row, answer.id, answer.id, other=other))
    return found


def _says_anything(answer: Answer | None) -> bool:
    readings = () if answer is None else (answer.self_score, answer.measure, *answer.assessor)
    return any(one is not None and one.missing is not Missing.EMPTY for one in readings)
