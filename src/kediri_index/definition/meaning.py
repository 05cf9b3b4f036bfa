"""What a definition means: its hash, and what changed in meaning between two."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from difflib import SequenceMatcher
from fractions import Fraction
from functools import cache
from typing import Any, cast

from kediri_index.model.aggregation import Aggregation
from kediri_index.model.comparison import Change, ChangeKind
from kediri_index.model.definition import (
    Definition,
    Evidence,
    Group,
    Indicator,
    NotApplicable,
    ScoreRule,
)
from kediri_index.model.numbers import Digits


def fingerprint(definition: Definition) -> str:
    """Return the SHA-256 of the meaning of *definition*, in hexadecimal digits.

    Whatever can change a figure or a question counts. Version, status, title, source, translations
    and the names of kinds and tags do not, nor does any order but that of classes, bands and the
    steps of ``prepare``.
    """
    text = json.dumps(meaning(definition), sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def meaning(definition: Definition) -> dict[str, object]:
    """Return the meaning of *definition* as JSON data, numbers as exact fractions in Digits."""
    publish, missing = definition.publish, definition.missing
    steps = [[step.name, _json(step)] for step in definition.prepare]
    prepared = {"prepare": steps} if steps else {}  # younger than the first hashes
    refused = [missing.not_applicable] if missing.not_applicable is NotApplicable.REFUSE else []
    return prepared | {
        "id": definition.id,
        "year": definition.year,
        "scale": _json(definition.scale),
        "publish": [publish.decimals, publish.mode, sorted(publish.stages)],
        "missing": [missing.answers, _json(missing.min_present), *refused],
        "classes": [
            [item.label.main, _json(item.bound), item.bound_included] for item in definition.classes
        ],
        "classes_on": definition.classes_on,
        "aggregate_top": _aggregation(definition.aggregate_top),
        "groups": {group.id: _group(group) for group in definition.groups},
    }


def _group(group: Group) -> dict[str, object]:
    return {
        "kind": group.kind,
        "name": group.label.main,
        "weight": _json(group.weight),
        "optional": group.optional,
        "aggregate": _aggregation(group.aggregate),
        "min_present": _json(group.min_present),
        "groups": {inner.id: _group(inner) for inner in group.groups},
        "indicators": {indicator.id: _indicator(indicator) for indicator in group.indicators},
    }


def _indicator(indicator: Indicator) -> dict[str, object]:
    weight = Fraction(1) if indicator.weight is None else indicator.weight
    required = indicator.evidence is Evidence.REQUIRED
    wanted = {"evidence": indicator.evidence} if required else {}  # younger than the first hashes
    refuses = indicator.not_applicable is NotApplicable.REFUSE
    refused = {"not_applicable": indicator.not_applicable} if refuses else {}  # younger too
    return (
        wanted
        | refused
        | {
            "name": indicator.label.main,
            "printed": indicator.printed,
            "weight": _json(weight),
            "unit": indicator.unit,
            "valid": _json(indicator.valid),
            "direction": indicator.direction,
            "tags": dict(indicator.tags),
            "opd": sorted(indicator.opd),
            "score": _rule(indicator.rule),
        }
    )


def _aggregation(aggregation: Aggregation) -> object:
    parameter = aggregation.parameter
    return aggregation.name if parameter is None else {aggregation.name: _json(parameter)}


def _rule(rule: ScoreRule) -> list[object]:
    return [rule.method.name, _json(rule.method), _json(rule.to), rule.outside]


def _json(value: object) -> object:
    """Return a parameter of whatever type as JSON data, without those that came later (YOUNGER)."""
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, Fraction):
        return Digits(str(value))
    if is_dataclass(value):
        return {
            name: _json(said)
            for name, default, is_younger in _parameters(cast("Hashable", type(value)))
            if (said := getattr(value, name)) != default or not is_younger
        }
    if isinstance(value, Mapping):
        return {str(_json(key)): _json(item) for key, item in value.items()}
    if isinstance(value, Iterable):
        return [_json(item) for item in value]
    message = f"no canonical form of {value!r}"
    raise TypeError(message)


@cache
def _parameters(kind: Any) -> list[tuple[str, object, bool]]:  # noqa: ANN401 - any dataclass
    """Return the fields of a dataclass: name, default, and whether it came later."""
    return [(one.name, one.default, bool(one.metadata)) for one in fields(kind)]


_Tree = Mapping[str, object]

_PARTS: Mapping[str, tuple[str, ...]] = {
    "scale": ("min", "max"),
    "publish": ("decimals", "mode", "round"),
    "missing": ("answers", "min_present", "not_applicable"),
}
"""The keys of what the fingerprint has as lists, at the top of a definition."""
_RULE = ("method", "parameters", "to", "outside")
_CLASS = ("name", "bound", "included")
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
            said = {**parts, "score": _scored(parts["score"]), _PARENT: group_id}
            yield f"{_INDICATORS}.{indicator_id}", said
        yield from _nodes(_tree(tree[_GROUPS]), group_id)


def _top_part(key: str, tree: _Tree) -> object:
    value = tree.get(key, _NOTHING)
    if key == "classes" and isinstance(value, list):
        return [_class(_named(one, _CLASS)) for one in value]
    if key == _PREPARE:
        return [_step(one) for one in value] if isinstance(value, list) else []
    return _named(value, _PARTS[key]) if key in _PARTS else value


def _class(parts: object) -> object:
    """Return a class with its bound under the key that the file has it under."""
    if not isinstance(parts, dict) or set(parts) != set(_CLASS):
        return parts
    bound, included = parts["bound"], parts["included"]
    said = {"name": parts["name"]}
    return said if bound is None and not included else said | {_bound_key(included): bound}


def _bound_key(included: object) -> str:
    return "up_to" if included else "below"


def _step(parts: object) -> object:
    """Return a step of ``prepare`` as the file has it: what it says under its name."""
    match parts:
        case [name, {"by": dict() as columns}] | [name, dict() as columns]:
            return {name: {key: one for key, one in columns.items() if one is not None}}
    return parts


def _scored(value: object) -> object:
    """Return how an indicator is scored, its method's parameters beside the method."""
    parts = _named(value, _RULE)
    if not isinstance(parts, dict) or not isinstance(parts.get("parameters"), dict):
        return parts
    parameters = parts.pop("parameters")
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
