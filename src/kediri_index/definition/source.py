"""YAML with the place of everything: bytes to a tree, within limits, all faults at once.

The tree is built from parser events, not by the library's composer: that one calls itself for
every level, stops at the first fault and keeps the last of duplicate keys. Every node knows its
place, every scalar is still text.
"""

import codecs
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import yaml

from kediri_index.model.findings import Finding, Mark
from kediri_index.model.language import SavedAs
from kediri_index.model.limits import Limits

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_SHOWN_LENGTH = 60
_TRUTHS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}

BOOLEANS: dict[str, bool] = {
    spelling: value
    for word, value in _TRUTHS.items()
    for spelling in (word, word.capitalize(), word.upper())
}
"""The words for true and false in YAML 1.1, which people go on writing."""


class MarkedScalar(NamedTuple):
    """A text and where it begins; *plain* tells whether it stood without quotes."""

    text: str
    plain: bool
    file: str
    line: int
    column: int

    @classmethod
    def at(cls, mark: Mark, text: str) -> "MarkedScalar":
        """Return a plain *text* that is put in at *mark*."""
        return cls(text, True, *mark)  # noqa: FBT003 - a field

    @property
    def mark(self) -> Mark:
        """Where the text begins."""
        return Mark(self.file, self.line, self.column)

    @property
    def is_null(self) -> bool:
        """Whether nothing is said: an unquoted ``~``, ``null`` or empty place."""
        return self.plain and self.text in _NULLS


class Entry(NamedTuple):
    """A key and its value."""

    key: MarkedScalar
    value: "Node"


@dataclass(slots=True)
class MarkedMapping:
    """Entries by key; *holes* are keys whose value was refused, so that nothing follows from it."""

    mark: Mark
    entries: dict[str, Entry] = field(default_factory=dict)
    holes: dict[str, Mark] = field(default_factory=dict)

    def get(self, key: str) -> "Node | None":
        """Return the value of *key*, or None where the key is not there."""
        entry = self.entries.get(key)
        return None if entry is None else entry.value

    def text(self, key: str) -> str | None:
        """Return the text of *key*, or None where it has none."""
        value = self.get(key)
        return value.text if isinstance(value, MarkedScalar) and not value.is_null else None

    def mapping(self, key: str) -> "MarkedMapping | None":
        """Return the mapping under *key*, or None where there is none."""
        value = self.get(key)
        return value if isinstance(value, MarkedMapping) else None

    def items(self, key: str) -> "list[Node]":
        """Return the items of the list under *key*, none where there is no list."""
        value = self.get(key)
        return value.items if isinstance(value, MarkedSequence) else []

    def mappings(self, key: str) -> "list[MarkedMapping]":
        """Return those items of the list under *key* that are mappings."""
        return [item for item in self.items(key) if isinstance(item, MarkedMapping)]

    def scalars(self, key: str) -> list[MarkedScalar]:
        """Return the texts of the list under *key*, or the single one that stands there."""
        value = self.get(key)
        items = [value] if isinstance(value, MarkedScalar) else self.items(key)
        return [item for item in items if isinstance(item, MarkedScalar) and not item.is_null]

    def place(self, key: str) -> Mark:
        """Return where the value of *key* stands, or the mapping where the key is not there."""
        value = self.get(key)
        return self.mark if value is None else value.mark


@dataclass(slots=True)
class MarkedSequence:
    """A list; *has_holes* tells whether items were refused, so that nothing follows from it."""

    mark: Mark
    items: "list[Node]" = field(default_factory=list)
    has_holes: bool = False


Node = MarkedScalar | MarkedMapping | MarkedSequence

Plain = str | None | dict[str, "Plain"] | list["Plain"]


def plain(node: Node) -> Plain:
    """Return *node* without its places: dicts, lists, texts, and None for null."""
    if isinstance(node, MarkedScalar):
        return None if node.plain and node.text in _NULLS else node.text
    if isinstance(node, MarkedMapping):
        return {key: plain(entry.value) for key, entry in node.entries.items()}
    return [plain(item) for item in node.items]


def seen(node: Node | None) -> str:
    """Return *node* as it is shown in a finding, shortened where it is long."""
    if node is None:
        return ""
    text = _flow(node)
    return text if len(text) <= _SHOWN_LENGTH else text[: _SHOWN_LENGTH - 1] + "…"


def _flow(node: Node) -> str:
    if isinstance(node, MarkedScalar):
        return node.text
    if isinstance(node, MarkedMapping):
        inner = ", ".join(f"{key}: {_flow(entry.value)}" for key, entry in node.entries.items())
        return f"{{{inner}}}"
    return f"[{', '.join(_flow(item) for item in node.items)}]"


LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The parser written in C where it is there: some twenty times as fast."""

_UNKNOWN_ESCAPE = "found unknown escape character"
_LINE_END = re.compile(r"\r\n?|\n")
_NOT_ALLOWED_ASCII = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_NOT_ALLOWED = "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
DEEPEST = 200
"""No limit goes beyond: what walks the tree later calls itself for every level."""

_CORE = "tag:yaml.org,2002:"
_SCALAR_TAGS = frozenset({"!", *(_CORE + name for name in ("str", "int", "float", "bool", "null"))})
_MAPPING_TAGS = frozenset({"!", _CORE + "map"})
_SEQUENCE_TAGS = frozenset({"!", _CORE + "seq"})


class SourceTree(NamedTuple):
    """A file's tree, or None where the faults leave no tree, and the faults."""

    root: MarkedMapping | None
    findings: tuple[Finding, ...]


class Tree(NamedTuple):
    """The same of a file whose top may be anything; None without any fault where it is empty."""

    root: Node | None
    findings: tuple[Finding, ...]


def read_source(data: bytes, file: str, limits: Limits) -> SourceTree:
    """Return the mapping that *data* make; *file* is the name that its places bear."""
    root, findings = read_tree(data, file, limits)
    if isinstance(root, MarkedMapping):
        return SourceTree(root, findings)
    if root is not None or not findings:
        mark = root.mark if root else Mark(file, 1, 1)
        findings = (*findings, Finding.at_mark("D009", mark))
    return SourceTree(None, findings)


def read_tree(data: bytes, file: str, limits: Limits) -> Tree:
    """Return the tree that *data* make, whatever stands at its top."""
    text, encoding, wrong = decoded(data)
    if text is None or encoding is not None:
        return Tree(None, (of_encoding(data, file, encoding, wrong),))
    return tree_of(text, file, limits)


def tree_of(text: str, file: str, limits: Limits) -> Tree:
    """Return the same of a *text*; D007 where the parser cannot go on."""
    if forbidden := forbidden_in(text):
        mark = _mark_after(file, text[: forbidden.start()])
        return Tree(None, (Finding.at_mark("D006", mark, f"U+{ord(forbidden[0]):04X}"),))
    composer = Composer(file, limits)
    try:
        if not composer.compose(events(text)):
            return Tree(None, tuple(composer.findings))
    except yaml.MarkedYAMLError as error:
        place = error.problem_mark or error.context_mark
        mark = Mark(file, place.line + 1, place.column + 1) if place else Mark(file, 1, 1)
        return Tree(None, (*composer.findings, Finding.at_mark("D007", mark)))
    return Tree(composer.root, tuple(composer.findings))


class Decoded(NamedTuple):
    """A file's text without its byte order mark, None where it has none.

    *encoding* is the one that it is kept in where that is not UTF-8, *wrong* the place of the first
    byte that UTF-8 does not have.
    """

    text: str | None
    encoding: str | None = None
    wrong: int = 0


BYTE_ORDER_MARK = codecs.BOM_UTF8
_UTF_16 = {codecs.BOM_UTF16_LE: "UTF-16", codecs.BOM_UTF16_BE: "UTF-16"}
_OF_WINDOWS = "Windows-1252"


def decoded(data: bytes) -> Decoded:
    """Return the text in *data*: UTF-8, else UTF-16 by its mark, else as Windows writes it."""
    try:
        return Decoded(data.removeprefix(BYTE_ORDER_MARK).decode("utf-8"))
    except UnicodeDecodeError as error:
        encoding, wrong = _UTF_16.get(data[:2], _OF_WINDOWS), error.start
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return Decoded(None, None, wrong)
    return Decoded(None if forbidden_in(text) else text, encoding, wrong)


def of_encoding(data: bytes, file: str, encoding: str | None, wrong: int) -> Finding:
    """Return the finding that *data* are not UTF-8 but in *encoding*, if that is known."""
    mark = _mark_after(file, data[:wrong].decode("utf-8"))
    return Finding.at_mark("D005", mark, f"0x{data[wrong]:02X}", saved=SavedAs(encoding))


def forbidden_in(text: str) -> re.Match[str] | None:
    """Return the first character that YAML forbids; the full pattern takes 3 ms to compile."""
    if text.isascii():
        return _NOT_ALLOWED_ASCII.search(text)
    return re.compile(_NOT_ALLOWED).search(text)


def events(text: str) -> Iterator[yaml.Event]:
    """Return the parser's events; raises ``yaml.MarkedYAMLError`` where it cannot go on."""
    return iter(LOADER(text).get_event, None) if LOADER is not yaml.SafeLoader else _events(text)


def _events(text: str) -> Iterator[yaml.Event]:
    """Return those of the parser in Python, its errors where the one in C has them."""
    parser = yaml.SafeLoader(text)
    try:
        yield from iter(parser.get_event, None)
    except yaml.MarkedYAMLError as error:
        if error.problem_mark is not None and (error.problem or "").startswith(_UNKNOWN_ESCAPE):
            error.problem_mark.column -= 1  # of the backslash, not of the letter behind it
        raise
    except (OverflowError, ValueError) as error:  # an escape of a number that no character has
        raise yaml.MarkedYAMLError(problem_mark=parser.get_mark()) from error


def _mark_after(file: str, before: str) -> Mark:
    """Return the place of the character that follows the text *before*."""
    lines = _LINE_END.split(before)
    return Mark(file, len(lines), len(lines[-1]) + 1)


class _Anchored(NamedTuple):
    node: Node | None
    nodes: int
    height: int
    letters: int


@dataclass(slots=True)
class _Frame:
    """A mapping or list that is not closed yet; *node* is None where it was refused."""

    node: MarkedMapping | MarkedSequence | None
    is_mapping: bool
    anchor: str | None
    nodes_before: int
    letters_before: int
    key: MarkedScalar | None = None
    awaits_value: bool = False
    height: int = 1


class Composer:
    """Takes events one by one; a fault leaves a hole, a limit ends it."""

    def __init__(self, file: str, limits: Limits) -> None:
        self.root: Node | None = None
        self.findings: list[Finding] = []
        self._file = file
        self._limits = limits
        self._most_nodes = limits.definition_nodes
        self._depth = min(limits.definition_depth, DEEPEST)
        self._frames: list[_Frame] = []
        self._anchors: dict[str, _Anchored | None] = {}
        self._nodes = 0
        self._letters = 0
        self._aliases = 0
        self._documents = 0

    def compose(self, events: Iterable[yaml.Event]) -> bool:
        """Add *events* to the tree; return False where a limit ended it."""
        takers: dict[type[yaml.Event], Callable[[Any], bool]] = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._open,
            yaml.SequenceStartEvent: self._open,
            yaml.MappingEndEvent: self._close,
            yaml.SequenceEndEvent: self._close,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
        }
        for event in events:
            take = takers.get(type(event))
            if take is not None and not take(event):
                return False
        return True

    def _document(self, event: yaml.DocumentStartEvent) -> bool:
        self._documents += 1
        return self._documents == 1 or self._refuse("D008", self._mark(event))

    def _scalar(self, event: yaml.ScalarEvent) -> bool:
        text, start = event.value, _start(event)
        node: MarkedScalar | None
        node = MarkedScalar(text, event.implicit[0], self._file, start.line + 1, start.column + 1)
        if event.tag is not None and event.tag not in _SCALAR_TAGS:
            self._fault("D013", node.mark, event.tag)
            node = None
        self._nodes += 1
        self._letters += len(text)
        self._attach(node)
        if event.anchor is not None:
            self._anchors[event.anchor] = _Anchored(node, 1, 0, len(text))
        return self._nodes <= self._most_nodes or self._too_many(event)

    def _open(self, event: yaml.CollectionStartEvent) -> bool:
        mark = self._mark(event)
        is_mapping = isinstance(event, yaml.MappingStartEvent)
        node: MarkedMapping | MarkedSequence | None
        node = MarkedMapping(mark) if is_mapping else MarkedSequence(mark)
        if event.tag is not None and event.tag not in (
            _MAPPING_TAGS if is_mapping else _SEQUENCE_TAGS
        ):
            self._fault("D013", mark, event.tag)
            node = None
        if event.anchor is not None:
            self._anchors[event.anchor] = None
        self._frames.append(_Frame(node, is_mapping, event.anchor, self._nodes, self._letters))
        self._nodes += 1
        if len(self._frames) > self._depth:
            return self._refuse("D011", mark, limit=self._depth)
        return self._nodes <= self._most_nodes or self._too_many(event)

    def _close(self, _event: yaml.CollectionEndEvent) -> bool:
        frame = self._frames.pop()
        if frame.anchor is not None:
            nodes = self._nodes - frame.nodes_before
            letters = self._letters - frame.letters_before
            self._anchors[frame.anchor] = _Anchored(frame.node, nodes, frame.height, letters)
        self._raise_parent(frame.height)
        self._attach(frame.node)
        return True

    def _alias(self, event: yaml.AliasEvent) -> bool:
        mark = self._mark(event)
        self._aliases += 1
        if self._aliases > self._limits.definition_aliases:
            return self._refuse("D010", mark, limit=self._limits.definition_aliases)
        name = event.anchor or ""
        target = self._anchors.get(name)
        if target is None:
            self._fault("D014" if name in self._anchors else "D015", mark, name)
            self._attach(None)
            return True
        self._nodes += target.nodes
        self._letters += target.letters
        if self._letters > self._limits.definition_bytes:
            return self._refuse("D272", mark, limit=self._limits.definition_bytes)
        if len(self._frames) + target.height > self._depth:
            return self._refuse("D011", mark, limit=self._depth)
        self._raise_parent(target.height)
        self._attach(target.node)
        return self._nodes <= self._most_nodes or self._too_many(event)

    def _attach(self, node: Node | None) -> None:
        """Put *node* where the innermost open mapping or list goes on; None leaves a hole."""
        if not self._frames:
            self.root = node
            return
        frame = self._frames[-1]
        parent, key = frame.node, frame.key
        if isinstance(parent, MarkedSequence):
            if node is None:
                parent.has_holes = True
            else:
                parent.items.append(node)
        elif not frame.awaits_value:
            frame.awaits_value = True
            frame.key = None if node is None or parent is None else self._key(parent, node)
        else:
            frame.awaits_value = False
            if key is None or parent is None:
                return
            if node is None:
                parent.holes[key.text] = key.mark
            else:
                parent.entries[key.text] = Entry(key, node)

    def _raise_parent(self, height: int) -> None:
        """Note that what is open holds something of this *height*."""
        if self._frames:
            self._frames[-1].height = max(self._frames[-1].height, height + 1)

    def _key(self, parent: MarkedMapping, node: Node) -> MarkedScalar | None:
        """Return *node* as a new key of *parent*; None where it is none."""
        if not isinstance(node, MarkedScalar):
            self._fault("D016", node.mark)
            return None
        text = node.text
        if text not in parent.entries and text not in parent.holes:
            return node
        entry = parent.entries.get(text)
        first = entry.key.mark if entry else parent.holes[text]
        self._fault("D012", node.mark, text, first=first.line)
        return None

    def _mark(self, event: yaml.Event) -> Mark:
        start = _start(event)
        return Mark(self._file, start.line + 1, start.column + 1)

    def _too_many(self, event: yaml.Event) -> bool:
        return self._refuse("D017", self._mark(event), limit=self._most_nodes)

    def _fault(self, code: str, mark: Mark, value: str | None = None, **params: object) -> None:
        self.findings.append(Finding.at_mark(code, mark, value, None, **params))

    def _refuse(self, code: str, mark: Mark, limit: int | None = None) -> bool:
        self._fault(code, mark, limit=limit)
        return False


def _start(event: yaml.Event) -> Any:  # noqa: ANN401 - a mark of either parser
    return event.start_mark
