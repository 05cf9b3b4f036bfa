"""Parser events to a marked tree, counting as it goes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import yaml

from kediri_index.definition.nodes import Entry, MarkedMapping, MarkedScalar, MarkedSequence, Node
from kediri_index.model.findings import Finding
from kediri_index.model.limits import Limits
from kediri_index.model.places import Mark

DEEPEST = 200
"""No limit goes beyond: what walks the tree later calls itself for every level."""

_CORE = "tag:yaml.org,2002:"
_SCALAR_TAGS = frozenset({"!", *(_CORE + name for name in ("str", "int", "float", "bool", "null"))})
_MAPPING_TAGS = frozenset({"!", _CORE + "map"})
_SEQUENCE_TAGS = frozenset({"!", _CORE + "seq"})


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
        self._depth = min(limits.definition_depth, DEEPEST)
        self._frames: list[_Frame] = []
        self._anchors: dict[str, _Anchored | None] = {}
        self._nodes = 0
        self._letters = 0
        self._aliases = 0
        self._documents = 0

    def take(self, event: yaml.Event) -> bool:
        """Add *event* to the tree; return whether to go on."""
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if isinstance(event, yaml.CollectionStartEvent):
            return self._open(event)
        if isinstance(event, yaml.CollectionEndEvent):
            self._close()
        elif isinstance(event, yaml.AliasEvent):
            return self._alias(event)
        elif isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                return self._refuse("D008", self._mark(event))
        return True

    def _scalar(self, event: yaml.ScalarEvent) -> bool:
        mark = self._mark(event)
        node: MarkedScalar | None = MarkedScalar(event.value, event.implicit[0], mark)
        if event.tag is not None and event.tag not in _SCALAR_TAGS:
            self._fault("D013", mark, event.tag)
            node = None
        self._nodes += 1
        self._letters += len(event.value)
        self._attach(node, height=0)
        if event.anchor is not None:
            self._anchors[event.anchor] = _Anchored(node, 1, 0, len(event.value))
        return self._within(mark)

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
        return self._within(mark)

    def _close(self) -> None:
        frame = self._frames.pop()
        if frame.anchor is not None:
            nodes = self._nodes - frame.nodes_before
            letters = self._letters - frame.letters_before
            self._anchors[frame.anchor] = _Anchored(frame.node, nodes, frame.height, letters)
        self._attach(frame.node, frame.height)

    def _alias(self, event: yaml.AliasEvent) -> bool:
        mark = self._mark(event)
        self._aliases += 1
        if self._aliases > self._limits.definition_aliases:
            return self._refuse("D010", mark, limit=self._limits.definition_aliases)
        name = event.anchor or ""
        target = self._anchors.get(name)
        if target is None:
            self._fault("D014" if name in self._anchors else "D015", mark, name)
            self._attach(None, height=0)
            return True
        self._nodes += target.nodes
        self._letters += target.letters
        if self._letters > self._limits.definition_bytes:
            return self._refuse("D272", mark, limit=self._limits.definition_bytes)
        if len(self._frames) + target.height > self._depth:
            return self._refuse("D011", mark, limit=self._depth)
        self._attach(target.node, target.height)
        return self._within(mark)

    def _attach(self, node: Node | None, height: int) -> None:
        if not self._frames:
            self.root = node
            return
        frame = self._frames[-1]
        frame.height = max(frame.height, height + 1)
        if not frame.is_mapping:
            self._append(frame.node, node)
        elif frame.awaits_value:
            self._set_value(frame, node)
        else:
            self._set_key(frame, node)

    def _append(self, parent: Node | None, node: Node | None) -> None:
        if not isinstance(parent, MarkedSequence):
            return
        if node is None:
            parent.has_holes = True
        else:
            parent.items.append(node)

    def _set_key(self, frame: _Frame, node: Node | None) -> None:
        frame.awaits_value = True
        frame.key = None
        if node is None or not isinstance(frame.node, MarkedMapping):
            return
        if not isinstance(node, MarkedScalar):
            self._fault("D016", node.mark)
            return
        entry = frame.node.entries.get(node.text)
        first = entry.key.mark if entry else frame.node.holes.get(node.text)
        if first is None:
            frame.key = node
        else:
            self._fault("D012", node.mark, node.text, first=first.line)

    def _set_value(self, frame: _Frame, node: Node | None) -> None:
        frame.awaits_value = False
        if frame.key is None or not isinstance(frame.node, MarkedMapping):
            return
        if node is None:
            frame.node.holes[frame.key.text] = frame.key.mark
        else:
            frame.node.entries[frame.key.text] = Entry(frame.key, node)

    def _within(self, mark: Mark) -> bool:
        if self._nodes > self._limits.definition_nodes:
            return self._refuse("D017", mark, limit=self._limits.definition_nodes)
        return True

    def _mark(self, event: yaml.Event) -> Mark:
        start = event.start_mark
        return (
            Mark(self._file, start.line + 1, start.column + 1) if start else Mark(self._file, 1, 1)
        )

    def _fault(self, code: str, mark: Mark, value: str | None = None, **params: object) -> None:
        self.findings.append(Finding.at_mark(code, mark, value, **params))

    def _refuse(self, code: str, mark: Mark, limit: int | None = None) -> bool:
        self._fault(code, mark, limit=limit)
        return False
