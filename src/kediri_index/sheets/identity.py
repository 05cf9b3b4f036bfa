"""What a file says of itself: whose it is, when, for which definition, and which revision."""

import re
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import islice
from types import MappingProxyType
from typing import NamedTuple

from kediri_index.model.dataset import Answer, InputFile, Missing, Said
from kediri_index.model.definition import Definition
from kediri_index.model.findings import Finding, Source
from kediri_index.model.preparing import UnitYear
from kediri_index.model.profile import Profile, unit_key
from kediri_index.model.text import Names, exact, suggest, whole
from kediri_index.model.workbook import Cell, CellKind, Row, Sheet, Workbook
from kediri_index.sheets.tables.columns import folded


class Item(StrEnum):
    """What a file says of itself; the value is the label that templates write."""

    UNIT = "Wilayah"
    YEAR = "Tahun"
    OPD = "OPD"
    REVISION = "Revisi"
    DATE = "Tanggal"
    DEFINITION = "Definisi"
    VERSION = "Versi definisi"
    HASH = "Hash definisi"


WITHOUT_TEXT = frozenset({CellKind.ERROR, CellKind.NO_VALUE})
"""Kinds of cells whose text says nothing about the file."""

HIDDEN_SHEET = "_kediri_index"
IDENTITY_SHEETS = frozenset({"identitas", "identity", HIDDEN_SHEET})

_WHOLE_NUMBERS = frozenset({Item.YEAR, Item.REVISION})
_MISSPELT = 0.8
_ROWS_COMPARED = 1_000
"""No sheet says so much of a file; beyond it labels are not searched for slips."""
_LABELS: dict[str, Item] = {
    "wilayah": Item.UNIT,
    "unit": Item.UNIT,
    "region": Item.UNIT,
    "kab/kota": Item.UNIT,
    "kabupaten/kota": Item.UNIT,
    "kabupaten / kota": Item.UNIT,
    "kab / kota": Item.UNIT,
    "nama wilayah": Item.UNIT,
    "tahun": Item.YEAR,
    "tahun anggaran": Item.YEAR,
    "tahun data": Item.YEAR,
    "tahun penilaian": Item.YEAR,
    "year": Item.YEAR,
    "opd": Item.OPD,
    "nama opd": Item.OPD,
    "opd pengisi": Item.OPD,
    "perangkat daerah": Item.OPD,
    "agency": Item.OPD,
    "revisi": Item.REVISION,
    "revisi ke": Item.REVISION,
    "revisi ke-": Item.REVISION,
    "revision": Item.REVISION,
    "tanggal": Item.DATE,
    "date": Item.DATE,
    "definisi": Item.DEFINITION,
    "definition": Item.DEFINITION,
    "versi definisi": Item.VERSION,
    "definition version": Item.VERSION,
    "hash definisi": Item.HASH,
    "definition hash": Item.HASH,
}


class Identity(NamedTuple):
    """What a file says of itself.

    *unreadable* are errors and formulas without a result; *again* is what is said once more, by
    item in the order of the sheets: the first counts.
    """

    items: Mapping[Item, Said] = MappingProxyType({})
    unreadable: tuple[tuple[Item, Said], ...] = ()
    again: tuple[tuple[Item, Said], ...] = ()

    def text(self, item: Item) -> str | None:
        """Return what is said of *item*, or None."""
        said = self.items.get(item)
        return said.text if said else None


def is_identity(sheet: Sheet) -> bool:
    """Return whether *sheet* is the one that says whose the file is."""
    return folded(sheet.name) in IDENTITY_SHEETS


def identity_of(workbook: Workbook) -> Identity:
    """Return what the sheet *Identitas* says; empty where there is none."""
    return _gathered(
        pair
        for sheet in workbook.sheets
        if is_identity(sheet)
        for pair in _pairs(sheet, sheet.rows.values())
    )


def identity_above(sheet: Sheet, header_row: int) -> Identity:
    """Return what label and value say in the rows above *header_row*."""
    rows = (row for number, row in sheet.rows.items() if number < header_row)
    return _gathered(_pairs(sheet, rows))


def _gathered(pairs: Iterable[tuple[Item, Said]]) -> Identity:
    items: dict[Item, Said] = {}
    unreadable = []
    again = []
    for item, said in pairs:
        if not said.readable:
            unreadable.append((item, said))
        elif items.setdefault(item, said) is not said:
            again.append((item, said))
    return Identity(items, tuple(unreadable), tuple(again))


def _pairs(sheet: Sheet, rows: Iterable[Row]) -> Iterator[tuple[Item, Said]]:
    """Yield each label with its value: what follows its colon, else the next filled cell.

    In a row of labels alone the values are the cells below them. A label is never a value.
    """
    labels_above: dict[int, Item] = {}
    for row in rows:
        filled = [cell for cell in row.cells() if cell.value.strip(" :")]
        items = [_item_of(cell) for cell in filled]
        for cell in filled:
            above = labels_above.get(cell.column)
            if above is not None and not _is_label(cell):
                yield above, _said(sheet, cell, above)
        labels_above = {}
        if len(items) > 1 and all(items) and not any(map(_after_colon, filled)):
            labels_above = {
                cell.column: item for cell, item in zip(filled, items, strict=True) if item
            }
            continue
        for at, (cell, item) in enumerate(zip(filled, items, strict=True)):
            if item is None:
                continue
            rest = _after_colon(cell)
            if rest:
                said = cell._replace(value=rest)
            elif at + 1 < len(filled) and not _is_label(filled[at + 1]):
                said = filled[at + 1]
            else:
                continue
            yield item, _said(sheet, said, item)


def count_of_labels(cells: Iterable[Cell]) -> int:
    """Return how many of *cells* are labels of what a file says of itself."""
    return sum(_item_of(cell) is not None for cell in cells)


def _item_of(cell: Cell) -> Item | None:
    """Return what the label in *cell* stands for, None where it has none."""
    return _LABELS.get(folded(cell.value.partition(":")[0]))


def _is_label(cell: Cell) -> bool:
    """Return whether *cell* has a known label, or any words with a colon after them."""
    return _item_of(cell) is not None or cell.value.rstrip().endswith(":")


def _after_colon(cell: Cell) -> str:
    return cell.value.partition(":")[2].strip()


def _said(sheet: Sheet, cell: Cell, item: Item) -> Said:
    text = cell.value.strip(" :")
    text = whole(text) if item in _WHOLE_NUMBERS else text
    return Said(text, sheet.place(cell.address), cell.kind not in WITHOUT_TEXT)


def unknown_labels(workbook: Workbook) -> Iterator[Finding]:
    """Yield F438 for each label of the sheet *Identitas* that is none, but near to one."""
    known = Names(item.value for item in Item)
    for sheet in workbook.sheets:
        if not is_identity(sheet):
            continue
        for row in islice(sheet.rows.values(), _ROWS_COMPARED):
            first = row.cells()[0]
            label = first.value.partition(":")[0]
            if first.kind is not CellKind.TEXT or folded(label) in _LABELS:
                continue
            nearest = known.suggest(label, cutoff=_MISSPELT)
            if nearest.name is not None:
                place = sheet.place(first.address)
                yield Finding.at_cell("F438", place, label.strip(), nearest=nearest)


class SaidByRows:
    """What rows of files say of unit and year, and where it is not what their file says."""

    def __init__(self, profile: Profile | None) -> None:
        self._profile = profile
        self._texts: dict[tuple[str, Item], dict[str, Said]] = {}

    def compared(
        self, path: str, items: Mapping[Item, Said], here: Mapping[Item, Said | None]
    ) -> Iterator[Finding]:
        """Take in what a row says *here*; yield F422, once a text, where the file says another."""
        for item, said in here.items():
            if said is None:
                continue
            texts = self._texts.setdefault((path, item), {})
            key = self._key(item, said.text)
            if key in texts:
                continue
            texts[key] = said
            other = items.get(item)
            if other is not None and key != self._key(item, other.text):
                yield Finding.at_cell(
                    "F422", said.source, said.text, name=item.value, said=other.text
                )

    def agreed(self, path: str, item: Item) -> Said | None:
        """Return what all rows of a file agree in, where its columns say it."""
        texts = self._texts.get((path, item), {})
        return next(iter(texts.values())) if len(texts) == 1 else None

    def _key(self, item: Item, text: str) -> str:
        return unit_key(self._profile, text) if item is Item.UNIT else exact(text)


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
