"""Whose a file is and when: the sheet *Identitas*, or label and value above the header."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from kediri_index.model.places import Source
from kediri_index.model.workbook import Cell, Sheet, Workbook
from kediri_index.workbook.columns import folded


class Item(StrEnum):
    """What a file says of itself; the value is the label that templates write."""

    UNIT = "Wilayah"
    YEAR = "Tahun"
    OPD = "OPD"
    REVISION = "Revisi"
    DATE = "Tanggal"
    DEFINITION = "Definisi"
    VERSION = "Versi definisi"


IDENTITY_SHEETS = frozenset({"identitas", "identity"})

_LABELS: dict[str, Item] = {
    "wilayah": Item.UNIT,
    "unit": Item.UNIT,
    "region": Item.UNIT,
    "kab/kota": Item.UNIT,
    "kabupaten/kota": Item.UNIT,
    "tahun": Item.YEAR,
    "year": Item.YEAR,
    "opd": Item.OPD,
    "perangkat daerah": Item.OPD,
    "agency": Item.OPD,
    "revisi": Item.REVISION,
    "revision": Item.REVISION,
    "tanggal": Item.DATE,
    "date": Item.DATE,
    "definisi": Item.DEFINITION,
    "definition": Item.DEFINITION,
    "versi definisi": Item.VERSION,
    "definition version": Item.VERSION,
}


class Said(NamedTuple):
    """A text and the cell it stands in."""

    text: str
    source: Source


class Identity(NamedTuple):
    """What a file says of itself."""

    items: Mapping[Item, Said] = MappingProxyType({})

    def text(self, item: Item) -> str | None:
        """Return what is said of *item*, or None."""
        said = self.items.get(item)
        return said.text if said else None


def is_identity(sheet: Sheet) -> bool:
    """Return whether *sheet* is the one that says whose the file is."""
    return folded(sheet.name) in IDENTITY_SHEETS


def identity_of(workbook: Workbook) -> Identity:
    """Return what the sheet *Identitas* says; empty where there is none."""
    items: dict[Item, Said] = {}
    for sheet in workbook.sheets:
        if is_identity(sheet):
            for item, said in _pairs(workbook.path, sheet, sheet.rows.values()):
                items.setdefault(item, said)
    return Identity(items)


def identity_above(path: str, sheet: Sheet, header_row: int) -> Identity:
    """Return what label and value say in the rows above *header_row*."""
    rows = (cells for row, cells in sheet.rows.items() if row < header_row)
    items: dict[Item, Said] = {}
    for item, said in _pairs(path, sheet, rows):
        items.setdefault(item, said)
    return Identity(items)


def _pairs(
    path: str, sheet: Sheet, rows: Iterable[tuple[Cell, ...]]
) -> Iterable[tuple[Item, Said]]:
    """Yield each label with its value: the next filled cell, or what follows its colon."""
    for cells in rows:
        for position, cell in enumerate(cells):
            label, colon, rest = cell.value.partition(":")
            item = _LABELS.get(folded(label))
            if item is None:
                continue
            if colon and rest.strip():
                yield item, Said(rest.strip(), sheet.place(path, cell.address))
            else:
                value = next((c for c in cells[position + 1 :] if c.value.strip(" :")), None)
                if value is not None:
                    text = value.value.strip(" :")
                    yield item, Said(text, sheet.place(path, value.address))
            break
