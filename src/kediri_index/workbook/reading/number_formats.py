"""What a cell's number format makes of a number: plain, a percentage, a date."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from kediri_index.workbook.reading.package import Package
from kediri_index.workbook.reading.xml_part import PartReader, read_part, spreadsheet_tags


class NumberFormat(StrEnum):
    """What a number with this format is."""

    PLAIN = "plain"
    PERCENT = "percent"
    DATE = "date"


_BUILT_IN: Final[dict[str, NumberFormat]] = {
    **dict.fromkeys(("9", "10", "67", "68"), NumberFormat.PERCENT),
    **dict.fromkeys(
        (
            str(id_)
            for ids in ((14, 22), (27, 36), (45, 47), (50, 58), (71, 81))
            for id_ in range(ids[0], ids[1] + 1)
        ),
        NumberFormat.DATE,
    ),
}
"""The formats that every spreadsheet knows by number, those of Asian languages included."""

_SECTION_DEPTH: Final = 2
_LONGEST_CODE: Final = 300  # Excel allows 255
_LITERALS = re.compile(r'"[^"]*"|\\.|[_*].|\[(?!(?:h+|m+|s+)\])[^][]*\]', re.IGNORECASE)
_DATE_LETTERS = re.compile(r"[dmyhs]", re.IGNORECASE)
_GENERAL = re.compile(r"general|standard", re.IGNORECASE)


def number_format(code: str) -> NumberFormat:
    """Return what the format *code* makes of a number, by its first section."""
    bare = _GENERAL.sub("", _LITERALS.sub("", code).partition(";")[0])
    if _DATE_LETTERS.search(bare):
        return NumberFormat.DATE
    return NumberFormat.PERCENT if "%" in bare else NumberFormat.PLAIN


class _Styles(PartReader):
    """Reads ``styleSheet``: the custom formats, and which format each cell style has."""

    __slots__ = ("_section", "cell_formats", "codes")
    root = "styleSheet"
    tags = spreadsheet_tags("styleSheet", "numFmts", "numFmt", "cellXfs", "xf")

    def __init__(self) -> None:
        super().__init__()
        self._section: str | None = None
        self.codes: dict[str, str] = {}
        self.cell_formats: list[str] = []

    def start(self, name: str, attributes: Mapping[str, str], /) -> None:
        self.depth += 1
        tag = self.tags.get(name)
        if self.depth == _SECTION_DEPTH:
            self._section = tag
        elif tag == "numFmt" and self._section == "numFmts":
            code = self.keep(attributes.get("formatCode", ""))
            self.codes[self.keep(attributes.get("numFmtId", ""))] = code
        elif tag == "xf" and self._section == "cellXfs":
            self.cell_formats.append(self.keep(attributes.get("numFmtId", "0")))

    def held(self) -> int:
        return len(self.codes) + len(self.cell_formats)


def cell_formats(package: Package, part: str) -> dict[str, NumberFormat]:
    """Return what each cell style of the part *part* makes of a number, by its index as text."""
    reader = _Styles()
    read_part(package, part, reader)
    known: dict[str, NumberFormat] = {}
    for id_, code in reader.codes.items():
        known[id_] = number_format(code[:_LONGEST_CODE])
        package.check_time(part)
    return {
        str(index): known.get(id_) or _BUILT_IN.get(id_, NumberFormat.PLAIN)
        for index, id_ in enumerate(reader.cell_formats)
    }
