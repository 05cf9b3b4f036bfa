"""The tree that a YAML file makes: every node knows its place, every scalar is still text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from kediri_index.model.findings import Mark

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
    def at(cls, mark: Mark, text: str) -> MarkedScalar:
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
    value: Node


@dataclass(slots=True)
class MarkedMapping:
    """Entries by key; *holes* are keys whose value was refused, so that nothing follows from it."""

    mark: Mark
    entries: dict[str, Entry] = field(default_factory=dict)
    holes: dict[str, Mark] = field(default_factory=dict)

    def get(self, key: str) -> Node | None:
        """Return the value of *key*, or None where the key is not there."""
        entry = self.entries.get(key)
        return None if entry is None else entry.value

    def text(self, key: str) -> str | None:
        """Return the text of *key*, or None where it has none."""
        value = self.get(key)
        return value.text if isinstance(value, MarkedScalar) and not value.is_null else None

    def mapping(self, key: str) -> MarkedMapping | None:
        """Return the mapping under *key*, or None where there is none."""
        value = self.get(key)
        return value if isinstance(value, MarkedMapping) else None

    def items(self, key: str) -> list[Node]:
        """Return the items of the list under *key*, none where there is no list."""
        value = self.get(key)
        return value.items if isinstance(value, MarkedSequence) else []

    def mappings(self, key: str) -> list[MarkedMapping]:
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
    items: list[Node] = field(default_factory=list)
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
