"""Every filled cell of a workbook as a line of text, so that a changed one can be named."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from io import BytesIO
from itertools import zip_longest
from typing import Final, NamedTuple

from kediri_index.model.findings import Finding, Source
from kediri_index.model.text import is_hidden, spelled_commands
from kediri_index.model.workbook import Cell, CellFormat, CellKind, Workbook
from kediri_index.present.escaping import SIGN_AFTER_SEPARATOR, is_number

_ESCAPES = {"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"}
_PLAIN = {"t": "\t", "n": "\n", "r": "\r"}
_ESCAPED = re.compile(r"\\(u[0-9a-f]{4}|U[0-9a-f]{8}|.)")
_COMMAND_AT_START = re.compile(r"^(\s*):(?=:)")
_LARGEST_OF_FOUR_DIGITS = 0xFFFF
_FIELDS = 4
_Where = tuple[str, str]
"""A sheet and an address."""
_MOST_UNMATCHED: Final = 200_000


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
        f"{name}\t{cell.address}\t{_kind(cell)}\t{_escaped(cell.value)}\n"
        for name, sheet in ((_escaped(sheet.name), sheet) for sheet in workbook.sheets)
        for cell in sheet.cells
    )
    return "".join(lines).encode("utf-8", "surrogatepass")


def count_of(lines: bytes) -> int:
    """Return how many cells *lines* name."""
    return lines.count(b"\n")


def changed_cells(path: str, kept: bytes, now: bytes) -> Iterator[Finding]:
    """Yield each cell of the workbook at *path* that is not as it was *kept*.

    Lines are read side by side, so that memory holds only those that have no match yet. Where very
    many have none, such as in another order, nothing more is told of single cells.
    """
    if kept == now:
        return
    before, after = dict[_Where, Kept](), dict[_Where, Kept]()
    for was, here in zip_longest(_lines(kept), _lines(now)):
        if was == here:
            continue
        for line, own, others in ((was, before, after), (here, after, before)):
            where = _matched(line, own, others)
            if where is not None:
                yield from _difference(path, where, before, after)
        if len(before) + len(after) > _MOST_UNMATCHED:
            return
    _without_those_of(now, before)
    _without_those_of(kept, after)
    for where in (*before, *after):
        yield from _difference(path, where, before, after)


def _matched(
    line: bytes | None, own: dict[_Where, Kept], others: Mapping[_Where, Kept]
) -> _Where | None:
    """Put the cell of *line* among its *own*; return where it is if the *others* have it too."""
    placed = _placed(line)
    if placed is None:
        return None
    where, own[placed[0]] = placed
    return where if where in others else None


def _without_those_of(lines: bytes, alone: dict[_Where, Kept]) -> None:
    """Take out of *alone* what *lines* have: it stands twice in the others."""
    for line in _lines(lines) if alone else ():
        placed = _placed(line)
        if placed is not None:
            alone.pop(placed[0], None)


def _difference(
    path: str, where: _Where, before: dict[_Where, Kept], after: dict[_Where, Kept]
) -> Iterator[Finding]:
    """Yield how a cell differs *before* and *after*, and take it out of both."""
    was, here = before.pop(where, None), after.pop(where, None)
    source = Source(path, where[0] or None, where[1])
    if was is None and here is not None:
        yield Finding.at_cell("F465", source, here.text)
    elif here is None and was is not None:
        yield Finding.at_cell("F466", source, was=was.text)
    elif was is not None and here is not None and was != here:
        yield Finding.at_cell("F464", source, here.text, now=here.beside(was), was=was.beside(here))


def _lines(lines: bytes) -> Iterator[bytes]:
    return iter(BytesIO(lines))


def _placed(line: bytes | None) -> tuple[_Where, Kept] | None:
    """Return the cell of a *line* by sheet and address; None for a line of another form."""
    fields = line.decode("utf-8", "replace").rstrip("\n").split("\t") if line else []
    if len(fields) != _FIELDS:
        return None
    sheet, address, kind, text = fields
    return (_unescaped(sheet), address), Kept(kind, _unescaped(text))


def _kind(cell: Cell) -> str:
    parts = [cell.kind.value]
    if cell.format is CellFormat.PERCENT:
        parts.append("percent")
    if cell.formula and cell.kind is not CellKind.NO_VALUE:
        parts.append("formula")
    return " ".join(parts)


def _escaped(text: str) -> str:
    """Return *text* for a field: an escape stands for what a program that opens it would obey.

    That is control characters, signs that would begin a formula, and commands of a CI's log.
    """
    if text.isalnum() or is_number(text):
        return text
    said = text.replace("\\", _ESCAPES["\\"])
    if not text.isprintable():
        obeyed = {char for char in set(said) if is_hidden(char)}
        said = said.translate({ord(one): _ESCAPES.get(one) or _numbered(one) for one in obeyed})
    after_tab = f";{said}"  # a field begins after a separator; without ^ the search is quick
    said = SIGN_AFTER_SEPARATOR.sub(lambda found: found[1] + _numbered(found[2]), after_tab)[1:]
    if "::" in said:
        said = _COMMAND_AT_START.sub(r"\1\\u003a", said)
    return spelled_commands(said, r"#\\u0023")


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
