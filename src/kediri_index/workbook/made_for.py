"""Which definition a workbook was made for, against the one in use."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from kediri_index.model.definition import Definition
from kediri_index.model.findings import Finding
from kediri_index.model.nearest import suggest
from kediri_index.model.workbook import Workbook
from kediri_index.workbook.identity import Identity, Item, identity_of

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
