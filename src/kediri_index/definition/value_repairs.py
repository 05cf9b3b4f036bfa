"""Where values stand in a text of YAML, and what to change there so that they are as meant."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Any, NamedTuple

import yaml

from kediri_index.definition.line_repairs import (
    is_in_curly_quotes,
    quoted,
    without_curly_quotes,
)
from kediri_index.definition.source import events
from kediri_index.model.findings import Finding, Mark
from kediri_index.model.language import Instead

ENDINGS = "\r\n\x85\u2028\u2029"
_LINE = re.compile(rf"[^{ENDINGS}]*(?:\r\n|[{ENDINGS}]|$)")


def lines_of(text: str) -> list[str]:
    """Return the lines of *text* as YAML counts them, each with its end; together they are it."""
    return _LINE.findall(text)


def says_something(line: str) -> bool:
    """Return whether anything but a comment stands in *line*."""
    text = line.strip()
    return bool(text) and not text.startswith("#")


class Edit(NamedTuple):
    """Text in place of what stands from *start* to *end* of a line; all count from 0."""

    line: int
    start: int
    end: int
    text: str


class Place(NamedTuple):
    """A place in a text; both count from 0."""

    line: int
    column: int


def _place(mark: Any) -> Place:  # noqa: ANN401 - a mark of either parser
    return Place(mark.line, mark.column)


class TextValues:
    """Where the values of a text end, by where they begin, and what is silently misread there."""

    def __init__(self, text: str) -> None:
        self.ends: dict[Place, Place] = {}
        self.ends_of_mappings: dict[Place, Place] = {}
        self._lines = lines_of(text)
        self._curly: list[Place] = []
        anchors: dict[str, Place] = {}
        opened: list[Place] = []
        for event in events(text):
            start, end = _place(event.start_mark), _place(event.end_mark)
            if isinstance(event, yaml.ScalarEvent):
                self.ends[start] = end
                if event.implicit[0] and is_in_curly_quotes(event.value):
                    self._curly.append(start)
                if event.anchor is not None and event.implicit[0]:
                    anchors[event.anchor] = start
            elif isinstance(event, yaml.AliasEvent):
                self.ends[start] = end
                anchors.pop(event.anchor or "", None)
            elif isinstance(event, yaml.CollectionStartEvent):
                opened.append(start)
            elif isinstance(event, yaml.SequenceEndEvent):
                self.ends.setdefault(opened.pop(), end)
            elif isinstance(event, yaml.MappingEndEvent):
                self.ends_of_mappings[opened.pop()] = end
        self._anchors = tuple(anchors.values())

    def silent(self, file: str, faulty: Collection[Place]) -> Iterator[Finding]:
        """Yield texts in curly quotes, and those that begin with & and so lose their first word.

        At *faulty* places they are in the way, elsewhere they are read as something else.
        """
        codes = [(place, "D705", "D706") for place in self._curly]
        codes += [(place, "D708", "D718") for place in self._anchors]
        for place, in_the_way, misread in codes:
            code = in_the_way if place in faulty else misread
            mark = Mark(file, place.line + 1, place.column + 1)
            yield Finding.at_mark(code, mark, self._text(place), sign="&")

    def _text(self, place: Place) -> str | None:
        """Return the value that begins at *place* as written, None where it has several lines."""
        end = self.ends.get(place)
        if end is None or end.line != place.line:
            return None
        line: str = self._lines[place.line]
        return line[place.column : end.column]

    def edits(self, finding: Finding) -> list[Edit]:
        """Return what to change for *finding*, nothing where that is not certain."""
        place = Place((finding.line or 1) - 1, (finding.column or 1) - 1)
        if finding.code == "D715":
            return self._hyphens(place)
        if finding.code == "D716":
            return self._moved_right(place)
        if finding.code in {"D257", "D717"}:
            return self._rest_joined(finding, place)
        text = self._text(place)
        new = None if text is None else _new_text(finding, text)
        if text is None or new is None:
            return []
        return [Edit(place.line, place.column, place.column + len(text), new)]

    def _rest_joined(self, finding: Finding, place: Place) -> list[Edit]:
        """Return the edit of a number or text that a comma cuts."""
        line, end = self._lines[place.line], finding.params.get("end")
        stop = end - 1 if isinstance(end, int) else place.column + len(finding.value or "")
        text = line[place.column : stop]
        if finding.code == "D717":
            return [Edit(place.line, place.column, stop, quoted(text))]
        new = _instead(finding)
        if new is None or text != finding.value:
            return []
        return [Edit(place.line, place.column, stop, new.rpartition(": ")[2])]

    def _hyphens(self, place: Place) -> list[Edit]:
        """Return the edits that make items of a list of a mapping, at each repeated first key."""
        end = self.ends_of_mappings[place]
        line = self._lines[place.line]
        if line[place.column] == "{":
            if end.line != place.line:
                return []
            text = line[place.column : end.column]
            return [Edit(place.line, place.column, end.column, f"[{text}]")]
        if line[: place.column].strip():
            return []
        first = line[place.column : self.ends[place].column]
        edits = []
        for at in self._lines_to(place, end):
            text = self._lines[at]
            begins = len(text) - len(text.lstrip(" ")) == place.column
            if begins and re.match(rf"{re.escape(first)}\s*:", text[place.column :]):
                edits.append(Edit(at, place.column, place.column, "- "))
            else:
                edits.append(Edit(at, 0, 0, "  "))
        return edits

    def _moved_right(self, place: Place) -> list[Edit]:
        """Return the edits that move a key and all below it under the key above."""
        end = self._end_of_entry(place)
        return [Edit(at, 0, 0, "  ") for at in self._lines_to(place, end)]

    def _end_of_entry(self, place: Place) -> Place:
        """Return where the next line begins that is no further to the right than the key there."""
        for at in range(place.line + 1, len(self._lines)):
            text = self._lines[at]
            if says_something(text) and len(text) - len(text.lstrip(" ")) <= place.column:
                return Place(at, 0)
        return Place(len(self._lines), 0)

    def _lines_to(self, place: Place, end: Place) -> Iterator[int]:
        last = end.line + 1 if end.column and end.line == place.line else end.line
        return (at for at in range(place.line, last) if self._lines[at].strip())


_NUMBER = re.compile(r"[-+0-9.]+")
_MEANT = frozenset({"D701", "D702"})
_IN_CURLY = frozenset({"D705", "D706"})
_WITHOUT_QUOTES = frozenset({"D015", "D708", "D718"})
_OF_ONE_VALUE = frozenset({"D104", "D106", "D114", "D712"})


def _new_text(finding: Finding, text: str) -> str | None:
    """Return what to write in the place of *text*, None where nobody can be certain."""
    if finding.code in _MEANT:
        return str(finding.params["meant"])
    if finding.code in _IN_CURLY:
        return without_curly_quotes(text)
    if finding.code in _WITHOUT_QUOTES:
        return quoted(text)
    new = _instead(finding) if finding.code in _OF_ONE_VALUE else None
    if new is not None and text.startswith("[") and not _is_sure_pair(text, new):
        return None
    return new


def _instead(finding: Finding) -> str | None:
    instead = finding.params.get("instead")
    return instead.text if isinstance(instead, Instead) and instead.other is None else None


def _is_sure_pair(text: str, new: str) -> bool:
    """Return whether the blanks in *text* show which of its commas are decimal ones."""
    parts = re.split(r",\s+", text.strip("[] "))
    return [one.replace(",", ".") for one in parts] == _NUMBER.findall(new)
