"""The faults of a marked tree as findings; a faulty value is cut out and leaves a hole."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from kediri_index.definition.nodes import Entry, MarkedMapping, MarkedScalar, Node, seen
from kediri_index.definition.slips import (
    KEY_WORDS,
    broken_number,
    is_said_in_indonesian,
    with_points,
)
from kediri_index.definition.specs.parsed import FieldError, UnusableError
from kediri_index.model.findings import Finding
from kediri_index.model.nearest import Names, Suggestion
from kediri_index.model.places import Mark

if TYPE_CHECKING:
    from kediri_index.definition.reading import Part

_MISSING, _UNKNOWN, _NO_VALUE = "D101", "D102", "D116"
_OF_NUMBERS = frozenset({"D106", "D114"})
_STAND_INS = {
    "kediri_index": "1",
    "id": "unknown",
    "version": "0",
    "status": "own",
    "title": "–",
    "name": "–",
    "kind": "unknown",
    "in": "unknown",
}
"""What is read in place of a value that nothing can do without."""


class Faults:
    """The findings of one tree so far; *indicator* is the one that is being read."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []
        self.indicator: str | None = None
        self._names: dict[tuple[str, ...], Names] = {}

    def add(self, fault: FieldError, node: Node, key: str) -> None:
        """Add that *node*, which stands under *key*, has the *fault*."""
        if isinstance(fault, UnusableError):
            return
        value = seen(node)
        params: dict[str, Any] = {**fault.params, "key": key}
        if fault.code in _OF_NUMBERS:
            params["instead"] = with_points(node)
        if "known" in params:  # a value of several words says which one is meant, and of which
            word = params.pop("word", None) or value
            params["near"] = self._near(word, params.pop("names", params["known"]))
        is_null = isinstance(node, MarkedScalar) and node.is_null
        self._say(_NO_VALUE if is_null else fault.code, node.mark, value, params)

    def missing(self, node: MarkedMapping, key: str) -> None:
        """Add that *node* lacks *key*, unless what stood there is a fault already."""
        if key not in node.holes and not is_said_in_indonesian(node, key):
            self._say(_MISSING, node.mark, None, {"key": key})

    def settle(
        self,
        part: Part,
        node: MarkedMapping,
        values: dict[str, Any],
        faulty: Mapping[str, FieldError | None],
    ) -> None:
        """Add what is wrong with the keys of *node*, cut it out, and put stand-ins into *values*.

        *faulty* has the fault of each key, None where *part* knows no such key. Raises
        UnusableError where nothing can stand in.
        """
        lost = node.holes.keys() - node.entries.keys()
        for key, (name, _) in part.fields.items():
            if (fault := faulty.get(key)) is not None:
                self.add(fault, node.entries[key].value, key)
            elif name in part.required and key not in node.entries:
                self.missing(node, key)
        broken = [self._unknown(part, node, key) for key in faulty if key not in part.fields]
        for key in dict.fromkeys((*faulty, *filter(None, broken))):
            self.cut(node, key)
            if key in part.fields:
                values.pop(part.fields[key].name, None)
        for key, (name, read) in part.fields.items():
            if name in part.required and name not in values:
                if key not in _STAND_INS or key in lost:
                    raise UnusableError
                mark = node.holes.setdefault(key, node.mark)
                stand_in = MarkedScalar.at(mark, _STAND_INS[key])
                node.entries[key] = Entry(MarkedScalar.at(mark, key), stand_in)
                values[name] = read(stand_in, key, self)

    def cut(self, node: MarkedMapping, key: str) -> None:
        """Take *key* out of *node*."""
        node.holes[key] = node.entries.pop(key).key.mark

    def _unknown(self, part: Part, node: MarkedMapping, key: str) -> str | None:
        """Add that *key* is not known; return the key whose number it is the rest of, if any."""
        if (broken := broken_number(node, key)) is not None:
            self.findings.append(broken[1]._replace(indicator=self.indicator))
            return broken[0]
        known = tuple(part.fields)
        meant = KEY_WORDS.get(key.casefold())
        near = Suggestion(meant) if meant in known else self._near(key, known)
        self._say(_UNKNOWN, node.entries[key].key.mark, key, {"known": known, "near": near})
        return None

    def _near(self, word: str, names: tuple[str, ...]) -> Suggestion:
        return self._names.setdefault(names, Names(names)).suggest(word)

    def _say(self, code: str, mark: Mark, value: str | None, params: Mapping[str, object]) -> None:
        found = Finding.at_mark(code, mark, value, **params)
        self.findings.append(found._replace(indicator=self.indicator))
