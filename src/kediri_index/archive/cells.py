"""Every filled cell of a workbook as a line of text, so that a changed one can be named."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kediri_index.model.findings import Finding
from kediri_index.model.places import Source
from kediri_index.model.workbook import Cell, CellFormat, CellKind, Workbook

_ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})
_PLAIN = {"\\": "\\", "t": "\t", "n": "\n", "r": "\r"}
_FIELDS = 4


class Kept(NamedTuple):
    """What a cell held: its kind, with what its format and a formula add, and its text."""

    kind: str
    text: str

    def beside(self, other: Kept) -> str:
        """Return the text as a sentence shows it; its kind too where that alone is other."""
        return self.text if self.text != other.text else f"{self.text} [{self.kind}]"


def cell_lines(workbook: Workbook) -> bytes:
    """Return a line a cell: sheet, address, kind and text, with tabs between them."""
    lines = (
        f"{_escaped(sheet.name)}\t{cell.address}\t{_kind(cell)}\t{_escaped(cell.value)}\n"
        for sheet in workbook.sheets
        for cell in sheet.cells
    )
    return "".join(lines).encode("utf-8", "surrogatepass")


def count_of(lines: bytes) -> int:
    """Return how many cells *lines* name."""
    return lines.count(b"\n")


def changed_cells(path: str, kept: bytes, now: bytes) -> Iterator[Finding]:
    """Yield each cell of the workbook at *path* that is not as it was *kept*."""
    if kept == now:
        return
    before, after = _by_place(kept), _by_place(now)
    for place in {**before, **after}:
        was, here = before.get(place), after.get(place)
        sheet, address = place
        source = Source(path, sheet or None, address)
        if was == here:
            continue
        if was is None and here is not None:
            yield Finding.at_cell("F465", source, here.text)
        elif here is None and was is not None:
            yield Finding.at_cell("F466", source, was=was.text)
        elif here is not None and was is not None:
            yield Finding.at_cell(
                "F464", source, here.text, now=here.beside(was), was=was.beside(here)
            )


def _kind(cell: Cell) -> str:
    parts = [cell.kind.value]
    if cell.format is CellFormat.PERCENT:
        parts.append("percent")
    if cell.formula and cell.kind is not CellKind.NO_VALUE:
        parts.append("formula")
    return " ".join(parts)


def _by_place(lines: bytes) -> dict[tuple[str, str], Kept]:
    """Return the cells by sheet and address; a line of another form is passed over."""
    found = {}
    for line in lines.decode("utf-8", "replace").split("\n"):
        fields = line.split("\t")
        if len(fields) == _FIELDS:
            sheet, address, kind, text = fields
            found[_unescaped(sheet), address] = Kept(kind, _unescaped(text))
    return found


def _escaped(text: str) -> str:
    return text.translate(_ESCAPES)


def _unescaped(text: str) -> str:
    if "\\" not in text:
        return text
    signs = iter(text)
    return "".join(_PLAIN.get(next(signs, ""), "") if sign == "\\" else sign for sign in signs)
