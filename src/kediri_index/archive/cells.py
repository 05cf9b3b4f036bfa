"""Every filled cell of a workbook as a line of text, so that a changed one can be named."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from typing import NamedTuple

from kediri_index.model.findings import Finding
from kediri_index.model.places import Source
from kediri_index.model.safe_text import is_hidden, spelled_commands
from kediri_index.model.workbook import Cell, CellFormat, CellKind, Workbook
from kediri_index.report.spreadsheet_text import SIGN_AFTER_SEPARATOR, is_number

_ESCAPES = {"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"}
_PLAIN = {"t": "\t", "n": "\n", "r": "\r"}
_ESCAPED = re.compile(r"\\(u[0-9a-f]{4}|U[0-9a-f]{8}|.)")
_COMMAND_AT_START = re.compile(r"^(\s*):(?=:)")
_LARGEST_OF_FOUR_DIGITS = 0xFFFF
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
    """Return *text* for a field: an escape stands for what a program that opens it would obey.

    That is control characters, signs that would begin a formula, and commands of a CI's log.
    """
    if text.isalnum():
        return text
    said = text.replace("\\", _ESCAPES["\\"])
    if not text.isprintable():
        obeyed = {char for char in set(said) if is_hidden(char)}
        said = said.translate({ord(one): _ESCAPES.get(one) or _numbered(one) for one in obeyed})
    if not is_number(text):
        said = SIGN_AFTER_SEPARATOR.sub(lambda found: found[1] + _numbered(found[2]), said)
    return _COMMAND_AT_START.sub(r"\1\\u003a", spelled_commands(said, r"#\\u0023"))


def _numbered(char: str) -> str:
    code = ord(char)
    return f"\\u{code:04x}" if code <= _LARGEST_OF_FOUR_DIGITS else f"\\U{code:08x}"


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(_meant, text) if "\\" in text else text


def _meant(escape: re.Match[str]) -> str:
    """Return the character that an *escape* stands for."""
    said = escape[1]
    if len(said) > 1 and int(said[1:], 16) <= sys.maxunicode:
        return chr(int(said[1:], 16))
    return _PLAIN.get(said, said)
