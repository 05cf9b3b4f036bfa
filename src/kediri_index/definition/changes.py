"""What changed in meaning between two definitions.

It walks what the hash is made of, so that whatever counts there is seen here, also what this module
has no name for: without a change the hashes are equal, and the other way round.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from typing import cast

from kediri_index.definition.meaning import meaning
from kediri_index.model.comparison import Change, ChangeKind
from kediri_index.model.definition import Definition

_Tree = Mapping[str, object]

_PARTS: Mapping[str, tuple[str, ...]] = {
    "scale": ("min", "max"),
    "publish": ("decimals", "mode", "round"),
    "missing": ("answers", "min_present", "not_applicable"),
}
"""The keys of what the fingerprint has as lists, at the top of a definition."""
_RULE = ("method", "parameters", "to", "outside")
_GROUPS, _INDICATORS, _PARENT = "groups", "indicators", "in"
_PREPARE = "prepare"

_KINDS: Mapping[str, ChangeKind] = {
    "id": ChangeKind.IDENTITY,
    "year": ChangeKind.YEAR,
    "scale": ChangeKind.SCALE,
    "publish": ChangeKind.PUBLISH,
    "missing": ChangeKind.MISSING,
    "classes": ChangeKind.CLASS,
    "classes_on": ChangeKind.CLASS,
    "aggregate_top": ChangeKind.AGGREGATION,
    _PREPARE: ChangeKind.PREPARATION,
}
_KINDS_OF_NODES: Mapping[str, ChangeKind] = {
    "weight": ChangeKind.WEIGHT,
    "in": ChangeKind.MOVED,
    "name": ChangeKind.QUESTION,
    "unit": ChangeKind.QUESTION,
    "valid": ChangeKind.QUESTION,
    "direction": ChangeKind.QUESTION,
    "score": ChangeKind.SCORING,
    "kind": ChangeKind.GROUP,
    "optional": ChangeKind.MISSING,
    "min_present": ChangeKind.MISSING,
    "aggregate": ChangeKind.AGGREGATION,
    "evidence": ChangeKind.EVIDENCE,
    "not_applicable": ChangeKind.MISSING,
    "opd": ChangeKind.OPD,
    "tags": ChangeKind.TAG,
    "printed": ChangeKind.PRINTED,
}
_NOTHING = object()


def changes(before: Definition, after: Definition) -> tuple[Change, ...]:
    """Return every change in meaning, what concerns the whole first, then nodes as they stand.

    A node that is in one definition only is one change, with all that it says; one that stands
    under another parent is a change of its ``in``.
    """
    old, new = meaning(before), meaning(after)
    return (*_of_the_whole(old, new), *_of_nodes(old, new))


def _of_the_whole(old: _Tree, new: _Tree) -> Iterator[Change]:
    for key in _keys(old, new):
        if key == _GROUPS:
            continue
        kind = _KINDS.get(key, ChangeKind.OTHER)
        yield from _differences(key, kind, _top_part(key, old), _top_part(key, new))


def _of_nodes(old: _Tree, new: _Tree) -> Iterator[Change]:
    old_nodes, new_nodes = (dict(_nodes(_tree(one[_GROUPS]), "")) for one in (old, new))
    for path in _keys(old_nodes, new_nodes):
        there, here = old_nodes.get(path), new_nodes.get(path)
        if there is None or here is None:
            kind = ChangeKind.ADDED if there is None else ChangeKind.REMOVED
            yield Change(path, kind, there, here)
            continue
        for key in _keys(there, here):
            kind = _kind_of(path, key)
            values = (there.get(key, _NOTHING), here.get(key, _NOTHING))
            yield from _differences(f"{path}.{key}", kind, *values)


def _kind_of(path: str, key: str) -> ChangeKind:
    if key == "name" and path.startswith(_GROUPS):
        return ChangeKind.GROUP
    return _KINDS_OF_NODES.get(key, ChangeKind.OTHER)


def _nodes(groups: _Tree, parent: str) -> Iterator[tuple[str, _Tree]]:
    """Yield every node by its path, by itself: with the id of its parent, without its children."""
    for group_id, group in groups.items():
        tree = _tree(group)
        own = {key: part for key, part in tree.items() if key not in {_GROUPS, _INDICATORS}}
        yield f"{_GROUPS}.{group_id}", {**own, _PARENT: parent}
        for indicator_id, indicator in _tree(tree[_INDICATORS]).items():
            parts = _tree(indicator)
            said = {**parts, "score": _rule(parts["score"]), _PARENT: group_id}
            yield f"{_INDICATORS}.{indicator_id}", said
        yield from _nodes(_tree(tree[_GROUPS]), group_id)


def _top_part(key: str, tree: _Tree) -> object:
    value = tree.get(key, _NOTHING)
    if key == "classes" and isinstance(value, list):
        return [_class(*one) for one in value]
    if key == _PREPARE:
        return [_step(one) for one in value] if isinstance(value, list) else []
    return _named(value, _PARTS[key]) if key in _PARTS else value


def _class(name: object, bound: object, included: object) -> object:
    """Return a class with its bound under the key that the file has it under."""
    said = {"name": name}
    return said if bound is None and not included else said | {_bound_key(included): bound}


def _bound_key(included: object) -> str:
    return "up_to" if included else "below"


def _step(parts: object) -> object:
    """Return a step of ``prepare`` as the file has it: what it says under its name."""
    match parts:
        case [name, {"by": dict() as columns}] | [name, dict() as columns]:
            return {name: {key: one for key, one in columns.items() if one is not None}}
    return parts


def _rule(value: object) -> object:
    """Return how an indicator is scored, its method's parameters beside the method."""
    parts = dict(_tree(_named(value, _RULE)))
    parameters = _tree(parts.pop("parameters"))
    return parts | {key: one for key, one in parameters.items() if one is not None}


def _named(value: object, names: tuple[str, ...]) -> object:
    """Return a list under the *names* of its places; what has none goes by its number."""
    if not isinstance(value, list):
        return value
    numbers = map(str, range(len(names), len(value)))
    return dict(zip((*names, *numbers), value, strict=False))


def _differences(path: str, kind: ChangeKind, old: object, new: object) -> Iterator[Change]:
    if old == new:
        return
    if isinstance(old, dict) and isinstance(new, dict):
        for key in _keys(old, new):
            values = (old.get(key, _NOTHING), new.get(key, _NOTHING))
            yield from _differences(f"{path}.{key}", kind, *values)
    elif _are_tables(old, new):
        yield from _aligned(path, kind, cast("list[_Tree]", old), cast("list[_Tree]", new))
    else:
        yield Change(path, kind, _data(old), _data(new))


def _are_tables(old: object, new: object) -> bool:
    """Return whether both are lists of which each item has keys, such as classes and bands."""
    lists = isinstance(old, list) and isinstance(new, list)
    return lists and all(isinstance(one, dict) for one in (*old, *new))  # type: ignore[misc] # lists


def _aligned(path: str, kind: ChangeKind, old: list[_Tree], new: list[_Tree]) -> Iterator[Change]:
    """Yield the changes of items that have an order: by name, else by all they say.

    Places are counted from 0, in the list after the change where the item stands there.
    """
    matcher = SequenceMatcher(None, _signs(old), _signs(new), autojunk=False)
    for _, start, end, new_start, new_end in matcher.get_opcodes():
        paired = min(end - start, new_end - new_start)
        for number in range(paired):
            place = f"{path}[{new_start + number}]"
            yield from _differences(place, kind, old[start + number], new[new_start + number])
        for number in range(start + paired, end):
            yield Change(f"{path}[{number}]", kind, old[number], None)
        for number in range(new_start + paired, new_end):
            yield Change(f"{path}[{number}]", kind, None, new[number])


def _signs(items: list[_Tree]) -> list[str]:
    return list(map(_sign, items))


def _sign(item: _Tree) -> str:
    """Return by what an item is known again: its name, that of a step, or all that it says."""
    match list(item.items()):
        case [(step, dict())]:
            return step
    return str(item.get("name", sorted(item.items(), key=str)))


def _keys(old: _Tree, new: _Tree) -> list[str]:
    """Return the keys of both, those of *old* first, each once."""
    return list({**dict.fromkeys(old), **dict.fromkeys(new)})


def _tree(value: object) -> _Tree:
    return cast("_Tree", value)


def _data(value: object) -> object:
    return None if value is _NOTHING else value
