"""One tree of a definition over another: groups, indicators, kinds and tags matched by id."""

from collections.abc import Callable

from kediri_index.definition.source import (
    BOOLEANS,
    Entry,
    MarkedMapping,
    MarkedScalar,
    MarkedSequence,
    Node,
)
from kediri_index.model.findings import Finding, Mark
from kediri_index.model.text import Names

DROP = "drop"
SUPERSEDED = "superseded_by"
_TRANSLATIONS = {"name": ("name_en", "name_id"), "title": ("title_en", "title_id")}


def merged(base: MarkedMapping | None, child: MarkedMapping) -> tuple[MarkedMapping, list[Finding]]:
    """Return *child* over *base*, and the faults of what *child* drops.

    Groups of one parent, indicators, kinds and tags are matched by id, other mappings key by key;
    every other value of *child* replaces that of *base*. Neither tree is changed.
    """
    return _Merge(child).over(base or MarkedMapping(child.mark))


class _Merge:
    def __init__(self, child: MarkedMapping) -> None:
        self.child = child
        self.findings: list[Finding] = []
        self.dropped_groups: set[str] = set()

    def over(self, base: MarkedMapping) -> tuple[MarkedMapping, list[Finding]]:
        result = _mapping(base, self.child, self._top_value)
        if SUPERSEDED not in self.child.entries:  # what replaced the base did not replace this one
            result.entries.pop(SUPERSEDED, None)
        if self.dropped_groups and "indicators" in result.entries:
            self._drop_indicators(result)
        return result, self.findings

    def _top_value(self, key: str, base: Node | None, child: Node) -> Node:
        if key in {"groups", "indicators"} and isinstance(child, MarkedSequence):
            return self._items(base if isinstance(base, MarkedSequence) else None, child)
        if key in {"kinds", "tags"} and isinstance(child, MarkedMapping):
            return self._named(
                base if isinstance(base, MarkedMapping) else MarkedMapping(child.mark), child
            )
        return _value(key, base, child)

    def _items(self, base: MarkedSequence | None, child: MarkedSequence) -> MarkedSequence:
        """Return the items of *child* over those of *base* with the same id.

        Items without an id, and further ones with the same, are kept: the checks refuse them.
        """
        by_id: dict[str, MarkedMapping] = {}
        others: list[Node] = []
        for item in base.items if base else ():
            item_id = _id(item)
            if isinstance(item, MarkedMapping) and item_id and item_id not in by_id:
                by_id[item_id] = item
            else:
                others.append(item)
        bases = dict(by_id)
        own: set[str] = set()
        known = Names(bases)
        for item in child.items:
            item_id = _id(item)
            if not isinstance(item, MarkedMapping) or not item_id:
                others.append(item)
            elif _drops(item):
                self._drop(by_id, item_id, item.place("id"), known)
            elif item_id in own:
                others.append(self._item(bases.get(item_id), item))
            else:
                own.add(item_id)
                by_id[item_id] = self._item(bases.get(item_id), item)
        return MarkedSequence(
            base.mark if base else child.mark,
            [*by_id.values(), *others],
            has_holes=child.has_holes or (base is not None and base.has_holes),
        )

    def _item(self, base: MarkedMapping | None, child: MarkedMapping) -> MarkedMapping:
        if base is None:
            if not {"groups", DROP} & child.entries.keys():
                return child
            return _mapping(MarkedMapping(child.mark), child, self._item_value)
        result = _mapping(base, child, self._item_value)
        if "weight" not in child.entries:
            result.mark = base.mark
        return result

    def _item_value(self, key: str, base: Node | None, child: Node) -> Node:
        if key == "groups" and isinstance(child, MarkedSequence):
            return self._items(base if isinstance(base, MarkedSequence) else None, child)
        return _value(key, base, child)

    def _named(self, base: MarkedMapping, child: MarkedMapping) -> MarkedMapping:
        result = MarkedMapping(base.mark, dict(base.entries), base.holes | child.holes)
        known = Names(base.entries)
        for key, (key_node, value) in child.entries.items():
            if isinstance(value, MarkedMapping) and _drops(value):
                if result.entries.pop(key, None) is None:
                    self._fault("D023", key_node.mark, key, near=known.suggest(key))
            else:
                old = result.entries.get(key)
                node = _value(key, old.value if old else None, value)
                result.entries[key] = Entry(key_node, node)
        return result

    def _drop(
        self, by_id: dict[str, MarkedMapping], item_id: str, mark: Mark, known: Names
    ) -> None:
        item = by_id.pop(item_id, None)
        if item is None:
            self._fault("D023", mark, item_id, near=known.suggest(item_id))
            return
        pending = [item]
        while pending:
            group = pending.pop()
            self.dropped_groups.add(group.text("id") or "")
            pending.extend(group.mappings("groups"))

    def _drop_indicators(self, result: MarkedMapping) -> None:
        """Take out what stood in dropped groups, except what this file itself puts there."""
        gone = self.dropped_groups - group_ids(result)
        restated = {
            item.text("id") for item in self.child.mappings("indicators") if "in" in item.entries
        }
        entry = result.entries["indicators"]
        if not isinstance(entry.value, MarkedSequence):
            return
        kept = [
            item
            for item in entry.value.items
            if not isinstance(item, MarkedMapping)
            or item.text("in") not in gone
            or item.text("id") in restated
        ]
        value = MarkedSequence(entry.value.mark, kept, entry.value.has_holes)
        result.entries["indicators"] = Entry(entry.key, value)

    def _fault(self, code: str, mark: Mark, value: str, **params: object) -> None:
        self.findings.append(Finding.at_mark(code, mark, value, None, **params))


def _mapping(
    base: MarkedMapping, child: MarkedMapping, merge: Callable[[str, Node | None, Node], Node]
) -> MarkedMapping:
    """Return *child* over *base*, each value of *child* merged over that of *base*."""
    result = MarkedMapping(child.mark, dict(base.entries), base.holes | child.holes)
    for main, translations in _TRANSLATIONS.items():
        if child.text(main) not in {None, base.text(main)}:
            for key in translations:  # an old translation of a new name would be wrong
                result.entries.pop(key, None)
    for key, (key_node, value) in child.entries.items():
        if key == DROP and isinstance(value, MarkedScalar) and BOOLEANS.get(value.text) is False:
            continue
        old = base.entries.get(key)
        result.entries[key] = Entry(key_node, merge(key, old.value if old else None, value))
    return result


def _value(key: str, base: Node | None, child: Node) -> Node:
    if not isinstance(child, MarkedMapping) or not isinstance(base, MarkedMapping):
        return child
    if key == "score" and "method" in child.entries:  # parameters belong to their method
        return child
    if key in {"aggregate", "aggregate_top"}:  # likewise
        return child
    return _mapping(base, child, _value)


def _id(item: Node) -> str | None:
    return item.text("id") if isinstance(item, MarkedMapping) else None


def _drops(item: MarkedMapping) -> bool:
    return BOOLEANS.get(item.text(DROP) or "", False)


def group_ids(tree: MarkedMapping) -> set[str]:
    """Return the ids of all groups of *tree*, with an empty one where a group has none."""
    found: set[str] = set()
    pending = tree.mappings("groups")
    while pending:
        group = pending.pop()
        found.add(group.text("id") or "")
        pending.extend(group.mappings("groups"))
    return found
