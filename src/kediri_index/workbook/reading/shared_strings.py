"""The texts that cells share, and how texts are spelled in XML."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from kediri_index.workbook.reading.package import Package
from kediri_index.workbook.reading.refusal import RefusedError, limit_finding
from kediri_index.workbook.reading.xml_part import (
    WHITESPACE,
    XML_SPACE,
    PartReader,
    is_on,
    read_part,
    spreadsheet_tags,
)

RUN_PROPERTIES: Final = ("r", "vertAlign", "strike")
_NO_MARK: Final = " \t\r\n\u00a0%"
"""What is no mark where it is raised."""
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")


def unescaped(text: str) -> str:
    """Return *text* with ``_x000D_`` and the like decoded."""
    if "_x" not in text:
        return text
    decoded = _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)
    # two escapes may be the halves of one character; a half alone is no character
    return decoded.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def keeps_space(attributes: Mapping[str, str]) -> bool:
    """Return whether an element says that its outer spaces count."""
    return attributes.get(XML_SPACE) == "preserve"


class MarkedText(str):
    """A text of which a part is raised, lowered or struck out, as a footnote's mark is."""

    __slots__ = ()


class TextPieces:
    """The text of one string item: its runs joined.

    With *keep_all* outer spaces count even where a run's own ``xml:space`` does not say so.
    """

    __slots__ = ("_keep", "_keep_item", "_mark", "_marked", "_texts", "keep_all", "length")

    def __init__(self) -> None:
        self.keep_all = False
        self.length = 0
        self._keep_item = False
        self._keep = False
        self._mark = False
        self._marked = False
        self._texts: list[str] = []

    def open_item(self, attributes: Mapping[str, str]) -> None:
        """Begin an item; its ``xml:space`` holds for all its runs."""
        self._texts.clear()
        self.length = 0
        self._mark = self._marked = False
        self._keep_item = self.keep_all or keeps_space(attributes)

    def open_run(self) -> None:
        """Begin a run, whose properties may follow."""
        self._mark = False

    def note(self, attributes: Mapping[str, str]) -> None:
        """Take note of a property of the run: whether it is raised, lowered or struck out."""
        if is_on(attributes) and attributes.get("val") != "baseline":
            self._mark = True

    def open_text(self, attributes: Mapping[str, str]) -> None:
        """Begin a run's text."""
        self._keep = self._keep_item or keeps_space(attributes)

    def add(self, text: str) -> None:
        """Take a run's text; outer spaces count only where XML says so, or are all there is."""
        self.length += len(text)
        if not self._keep:
            text = text.strip(WHITESPACE) or text
        if self._mark and text.strip(_NO_MARK):
            self._marked = True
        self._texts.append(unescaped(text))

    def joined(self) -> str:
        """Return the item's text and forget it."""
        text = "".join(self._texts)
        self._texts.clear()
        self.length = 0
        return MarkedText(text) if self._marked else text


class _SharedStrings(PartReader):
    __slots__ = ("_in_phonetic", "_item", "_package", "texts")
    root = "sst"
    tags = spreadsheet_tags("sst", "si", "t", "rPh", *RUN_PROPERTIES)

    def __init__(self, package: Package) -> None:
        super().__init__()
        self._package = package
        self._item = TextPieces()
        self._in_phonetic = False
        self.texts: list[str] = []

    def start(self, name: str, attributes: Mapping[str, str], /) -> None:
        self.depth += 1
        tag = self.tags.get(name)
        if tag == "t":
            self.pieces.clear()
            self.in_text = True
            self._item.open_text(attributes)
        elif tag == "si":
            self._item.open_item(attributes)
        elif tag == "rPh":
            self._in_phonetic = True
        elif tag == "sst":
            self._item.keep_all = keeps_space(attributes)
        elif tag == "r":
            self._item.open_run()
        elif tag is not None:
            self._item.note(attributes)

    def end(self, name: str, /) -> None:
        self.depth -= 1
        tag = self.tags.get(name)
        if tag == "t":
            self.in_text = False
            if not self._in_phonetic:
                self._item.add("".join(self.pieces))
        elif tag == "si":
            self.texts.append(self.keep(self._item.joined()))
        elif tag == "rPh":
            self._in_phonetic = False

    def text_length(self) -> int:
        return super().text_length() + self._item.length

    def chunk_read(self, _chunk: bytes, /) -> None:
        limits = self._package.limits
        if len(self.texts) > limits.strings:
            raise RefusedError(limit_finding("F227", self._package.path, limits, len(self.texts)))


def shared_strings(package: Package, part: str) -> dict[str, str]:
    """Return the texts of the part *part* by their index as text."""
    reader = _SharedStrings(package)
    read_part(package, part, reader)
    limits = package.limits
    longest = max(map(len, reader.texts), default=0)
    if longest > limits.text_length:
        raise RefusedError(limit_finding("F207", package.path, limits, longest, part=part))
    return {str(index): text for index, text in enumerate(reader.texts)}
