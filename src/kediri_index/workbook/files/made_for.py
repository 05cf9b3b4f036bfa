"""Which definition a workbook was made for, and which of two revisions counts."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from kediri_index.model.dataset import Answer, InputFile, Missing, Said
from kediri_index.model.definition import Definition
from kediri_index.model.findings import Finding, Source
from kediri_index.model.preparing import UnitYear
from kediri_index.model.text import suggest
from kediri_index.model.workbook import Workbook
from kediri_index.workbook.files.identity import Identity, Item, identity_of

Known = Callable[[], Collection[str]]
"""The ids of all definitions in reach, looked up only where a file names another than in use."""


class Foreign(NamedTuple):
    """How workbooks made for another definition are found.

    *chosen* says whether the user chose the definition in use for workbooks that name others; None
    where the workbooks at hand are all there are, and so tell it.
    """

    known: Known
    chosen: bool | None = None


def carried_definition(workbooks: Iterable[Workbook]) -> str | None:
    """Return the first definition id that a workbook names."""
    return next(_carried(workbooks), None)


def carried_definitions(workbooks: Iterable[Workbook]) -> tuple[str, ...]:
    """Return every definition id that a workbook names, each once."""
    return tuple(dict.fromkeys(_carried(workbooks)))


def _carried(workbooks: Iterable[Workbook]) -> Iterator[str]:
    for workbook in workbooks:
        carried = identity_of(workbook).text(Item.DEFINITION)
        if carried is not None:
            yield carried


def without_foreign(
    workbooks: Sequence[tuple[Workbook, Identity]], definition: Definition, *, chosen: bool | None
) -> Sequence[tuple[Workbook, Identity]]:
    """Return *workbooks*, those made for another definition without their sheets.

    Where none names the definition in use the user chose it for all of them, and all are kept.
    """
    named = [identity.text(Item.DEFINITION) for _, identity in workbooks]
    if definition.id not in named if chosen is None else chosen:
        return workbooks
    return [
        one if name in {None, definition.id} else (one[0]._replace(sheets=()), Identity())
        for one, name in zip(workbooks, named, strict=True)
    ]


def made_for(identity: Identity, definition: Definition, known: Known) -> Iterator[Finding]:
    """Yield F405, F406 or F407 where a workbook names another definition or version.

    F429 where it names this one, but bears the hash of another meaning.
    """
    items = identity.items
    named, version = items.get(Item.DEFINITION), items.get(Item.VERSION)
    bears = items.get(Item.HASH)
    if named is not None and named.text != definition.id:
        ids = known()
        if named.text in ids:
            yield Finding.at_cell("F405", named.source, named.text, used=definition.id)
        else:
            yield Finding.at_cell(
                "F407",
                named.source,
                named.text,
                used=definition.id,
                nearest=suggest(named.text, ids),
            )
    elif version is not None and version.text != definition.version:
        yield Finding.at_cell(
            "F406", version.source, version.text, id=definition.id, used=definition.version
        )
    elif named is not None and bears is not None and bears.text != definition.sha256:
        yield Finding.at_cell("F429", bears.source, bears.text[:12], id=definition.id)


_REVISION = re.compile(r"[0-9]{1,4}")


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
