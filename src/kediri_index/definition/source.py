"""Bytes of YAML to a marked tree, within limits; all faults that the parser lets through at once.

The tree is built from parser events, not by the library's composer: that one calls itself for
every level, stops at the first fault and keeps the last of duplicate keys.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import yaml

from kediri_index.definition.composer import Composer
from kediri_index.definition.nodes import MarkedMapping, Node
from kediri_index.model.findings import Finding
from kediri_index.model.limits import Limits
from kediri_index.model.meant import Instead
from kediri_index.model.places import Mark

if TYPE_CHECKING:
    from collections.abc import Iterator

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The parser written in C where it is there: some twenty times as fast."""

_LINE_END = re.compile(r"\r\n?|\n")
_NOT_ALLOWED_ASCII = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_NOT_ALLOWED = "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"


class Source(NamedTuple):
    """A file's tree, or None where the faults leave no tree, and the faults."""

    root: MarkedMapping | None
    findings: tuple[Finding, ...]


class Tree(NamedTuple):
    """The same of a file whose top may be anything; None without any fault where it is empty."""

    root: Node | None
    findings: tuple[Finding, ...]


def read_source(data: bytes, file: str, limits: Limits) -> Source:
    """Return the mapping that *data* make; *file* is the name that its places bear."""
    root, findings = read_tree(data, file, limits)
    if isinstance(root, MarkedMapping):
        return Source(root, findings)
    if root is not None or not findings:
        mark = root.mark if root else Mark(file, 1, 1)
        findings = (*findings, Finding.at_mark("D009", mark))
    return Source(None, findings)


def read_tree(data: bytes, file: str, limits: Limits) -> Tree:
    """Return the tree that *data* make, whatever stands at its top."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        mark = _mark_after(file, data[: error.start].decode("utf-8"))
        return Tree(None, (Finding.at_mark("D005", mark, f"0x{data[error.start]:02X}"),))
    text = text.removeprefix("\ufeff")
    if forbidden := _forbidden(text):
        mark = _mark_after(file, text[: forbidden.start()])
        return Tree(None, (Finding.at_mark("D006", mark, f"U+{ord(forbidden[0]):04X}"),))
    composer = Composer(file, limits)
    try:
        if not composer.compose(events(text)):
            return Tree(None, tuple(composer.findings))
    except yaml.MarkedYAMLError as error:
        place = error.problem_mark or error.context_mark
        mark = Mark(file, place.line + 1, place.column + 1) if place else Mark(file, 1, 1)
        fault = _percent_sign(text, mark) or Finding.at_mark(
            "D007", mark, detail=error.problem or ""
        )
        return Tree(None, (*composer.findings, fault))
    return Tree(composer.root, tuple(composer.findings))


def _percent_sign(text: str, mark: Mark) -> Finding | None:
    """Return the finding where the parser ended at a value that begins with %."""
    line = _LINE_END.split(text)[mark.line - 1 :][:1]
    rest = line[0][mark.column - 1 :] if line else ""
    if mark.column == 1 or not rest.startswith("%"):
        return None
    said = re.split(r"[,}\]\s]", rest)[0]
    return Finding.at_mark("D258", mark, said, instead=Instead(f'"{said}"'))


def _forbidden(text: str) -> re.Match[str] | None:
    """Return the first character that YAML forbids; the full pattern takes 3 ms to compile."""
    if text.isascii():
        return _NOT_ALLOWED_ASCII.search(text)
    return re.compile(_NOT_ALLOWED).search(text)


def events(text: str) -> Iterator[yaml.Event]:
    """Return the parser's events; raises ``yaml.MarkedYAMLError`` where it cannot go on."""
    return iter(LOADER(text).get_event, None)


def _mark_after(file: str, before: str) -> Mark:
    """Return the place of the character that follows the text *before*."""
    lines = _LINE_END.split(before)
    return Mark(file, len(lines), len(lines[-1]) + 1)
