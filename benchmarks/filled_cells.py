"""What the cells of a package hold, by the standard library alone: a count to hold readers to.

Slow, without limits, and for well-formed files only; it shares no code with any reader.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from io import BytesIO
from typing import Literal, NamedTuple
from urllib.parse import unquote
from xml.etree import ElementTree as ET
from zipfile import ZipFile

Place = tuple[int, int]

_EVENTS: tuple[Literal["start"], Literal["end"]] = ("start", "end")


class Filled(NamedTuple):
    """A cell with a value, a text or a formula; *value* is None where only a formula is saved."""

    type: str
    value: str | None
    formula: bool


class Parts:
    """The parts of a package by name, whatever the case and the slashes."""

    def __init__(self, data: bytes) -> None:
        self._package = ZipFile(BytesIO(data))
        self._parts = {
            info.filename.replace("\\", "/").lower(): info for info in self._package.infolist()
        }

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._parts

    def __iter__(self) -> Iterator[str]:
        return iter(self._parts)

    def elements(self, name: str) -> Iterator[tuple[str, ET.Element]]:
        """Yield the events and elements of a part; the names of elements become local ones."""
        parsed = ET.iterparse(self._package.open(self._parts[name.lower()]), _EVENTS)  # noqa: S314
        for event, element in parsed:
            if event == "start":
                element.tag = local(element.tag)
            yield event, element


def local(name: str) -> str:
    """Return *name* without its namespace."""
    return name.rpartition("}")[2]


def filled_cells(data: bytes) -> dict[str, dict[Place, Filled]]:
    """Return the filled cells of each worksheet by name, in the workbook's order.

    Sheets whose part is missing, is no worksheet or is a macro sheet are left out.
    """
    parts = Parts(data)
    book = _workbook_part(parts)
    targets = _targets(parts, book)
    texts = _texts(parts, book, targets)
    sheets = {}
    for event, element in parts.elements(book):
        if event == "start" and element.tag == "sheet":
            ids = [text for key, text in element.attrib.items() if key.endswith("relationships}id")]
            _, part = targets.get(ids[0] if ids else "", ("", ""))
            if part in parts and next(parts.elements(part))[1].tag == "worksheet":
                sheets[element.attrib["name"]] = dict(_cells(parts, part, texts))
    return sheets


def _workbook_part(parts: Parts) -> str:
    named = [part for kind, part in _targets(parts, "").values() if kind == "officeDocument"]
    usual = [part for part in parts if posixpath.basename(part) == "workbook.xml"]
    return next(part for part in (*named, *usual) if part in parts)


def _targets(parts: Parts, part: str) -> dict[str, tuple[str, str]]:
    """Return the kind and the part of each relation of *part* by its id."""
    folder, name = posixpath.split(part)
    relations = posixpath.join(folder, "_rels", f"{name}.rels")
    found = {}
    if relations in parts:
        for event, element in parts.elements(relations):
            if event == "start" and element.tag == "Relationship":
                target = element.attrib.get("Target", "").replace("\\", "/")
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
                kind = element.attrib.get("Type", "").rpartition("/")[2]
                target = target if target in parts else unquote(target)
                found[element.attrib.get("Id", "")] = (kind, target)
    return found


def _texts(parts: Parts, book: str, targets: dict[str, tuple[str, str]]) -> list[str]:
    named = [part for kind, part in targets.values() if kind == "sharedStrings"]
    usual = posixpath.join(posixpath.dirname(book), "sharedStrings.xml")
    part = next((part for part in (*named, usual) if part in parts), None)
    if part is None:
        return []
    return [
        _text(element)
        for event, element in parts.elements(part)
        if event == "end" and element.tag == "si"
    ]


def _text(item: ET.Element) -> str:
    """Return the text of an item without its phonetic hints."""
    pieces = [element for element in item if element.tag == "t"]
    pieces += [piece for run in item if run.tag == "r" for piece in run if piece.tag == "t"]
    return "".join(text for piece in pieces for text in piece.itertext())


def _cells(parts: Parts, part: str, texts: list[str]) -> Iterator[tuple[Place, Filled]]:
    row = column = 0
    for event, element in parts.elements(part):
        if event == "start" and element.tag == "row":
            row, column = int(element.attrib.get("r", row + 1)), 0
        elif event == "end" and element.tag == "row":
            element.clear()
        elif event == "end" and element.tag == "c":
            place = _place(element.attrib.get("r")) or (row, column + 1)
            column = place[1]
            filled = _filled(element, texts)
            if filled is not None:
                yield place, filled


def _place(address: str | None) -> Place | None:
    match = re.fullmatch(r"([A-Z]+)([0-9]+)", address or "")
    if match is None:
        return None
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match[2]), column


def _filled(cell: ET.Element, texts: list[str]) -> Filled | None:
    kind = cell.attrib.get("t", "n")
    held = {child.tag: child for child in cell}
    value: str | None = None
    if "is" in held:
        value = _text(held["is"])
    elif "v" in held and (value := "".join(held["v"].itertext())):
        if kind == "s":
            value = texts[int(value)]
        elif kind not in {"str", "inlineStr"}:
            value = value.strip()
    formula = "f" in held
    return Filled(kind, value or None, formula) if value or formula else None
