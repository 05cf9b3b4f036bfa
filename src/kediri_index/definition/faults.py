"""Every fault of a marked tree, as Pydantic sees it, at the place of the value."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, cast, get_args, get_type_hints

from pydantic import TypeAdapter, ValidationError

from kediri_index.definition.nodes import (
    Entry,
    MarkedMapping,
    MarkedScalar,
    MarkedSequence,
    Node,
    plain,
    seen,
)
from kediri_index.definition.score_models import method_spec
from kediri_index.definition.slips import (
    KEY_WORDS,
    broken_number,
    is_said_in_indonesian,
    with_points,
)
from kediri_index.definition.specs.parsed import key_of
from kediri_index.definition.specs.scoring import ScoreSpec
from kediri_index.model.findings import Finding
from kediri_index.model.nearest import Names, Suggestion

if TYPE_CHECKING:
    from collections.abc import Hashable

    from pydantic_core import ErrorDetails

CODES = {
    "missing": "D101",
    "unexpected_keyword_argument": "D102",
    "not_a_text": "D103",
    "dataclass_type": "D104",
    "dict_type": "D104",
    "tuple_type": "D105",
    "not_a_number": "D106",
    "number_too_long": "D107",
    "out_of_bounds": "D108",
    "not_an_integer": "D109",
    "not_a_boolean": "D110",
    "not_a_date": "D111",
    "not_an_id": "D112",
    "unknown_value": "D113",
    "not_a_pair": "D114",
    "empty_text": "D115",
    "equal_keys": "D117",
    "not_a_cell": "D118",
    "other_form": "D121",
}
_NO_VALUE = "D116"
_UNKNOWN_KEY = "unexpected_keyword_argument"
_KEY_STEP = "[key]"
_ITEM_LISTS = frozenset({"groups", "indicators", "classes", "opd", "prepare", "waivers"})
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
_ROUNDS = 20

Loc = tuple[int | str, ...]
Spec = TypeVar("Spec")


def faults_and_rest(kind: type[Spec], tree: MarkedMapping) -> tuple[Spec | None, list[Finding]]:
    """Return *tree* without its faulty values as a *kind*, and the faults.

    A faulty value is cut out of *tree* and leaves a hole.
    """
    adapter = TypeAdapter(kind)
    findings: list[Finding] = []
    names: dict[tuple[str, ...], Names] = {}
    for _ in range(_ROUNDS):
        try:
            return adapter.validate_python(plain(tree)), findings
        except ValidationError as error:
            details = error.errors(include_url=False, include_input=False)
        findings += [
            _finding(kind, tree, detail, names)
            for detail in details
            if not (_was_cut(tree, detail) or is_said_in_indonesian(tree, detail))
        ]
        for detail in reversed(details):  # later items first, so that indices stay true
            _cut(tree, detail["loc"], unknown=detail["type"] == _UNKNOWN_KEY)
    return None, findings


def _finding(
    spec: type[Any],
    tree: MarkedMapping,
    detail: ErrorDetails,
    all_names: dict[tuple[str, ...], Names],
) -> Finding:
    kind, loc = detail["type"], detail["loc"]
    node = _key(tree, loc) or _walk(tree, loc)
    params: dict[str, Any] = dict(detail.get("ctx", {}))
    code = CODES[kind]
    if kind == "missing":
        value = None
        params["key"] = loc[-1]
    elif kind == _UNKNOWN_KEY:
        value = str(loc[-1])
        broken = broken_number(_walk(tree, loc[:-1]), value)
        if broken is not None:
            key, finding = broken
            _cut(tree, (*loc[:-1], key), unknown=False)
            return finding._replace(indicator=_indicator(tree, loc))
        params = {"known": _known_keys(spec, tree, loc)}
        node = _key(tree, (*loc, _KEY_STEP)) or node
    else:
        value = seen(node)
        params["key"] = _key_of(loc)
        if isinstance(node, MarkedScalar) and node.is_null:
            code = _NO_VALUE
        if kind in {"not_a_number", "not_a_pair"}:
            params["instead"] = with_points(node)
    if "known" in params:  # a value that is no single word says which word it was, of which names
        word = params.pop("word", None) or value or ""
        names = tuple(params.pop("names", params["known"]))
        meant = KEY_WORDS.get(word.casefold()) if kind == _UNKNOWN_KEY else None
        if names not in all_names:
            all_names[names] = Names(names)
        near = Suggestion(meant) if meant in names else all_names[names].suggest(word)
        params["near"] = near
    return Finding(
        code,
        file=node.mark.file,
        line=node.mark.line,
        column=node.mark.column,
        value=value,
        indicator=_indicator(tree, loc),
        params=params,
    )


def _known_keys(spec: type[Any], tree: MarkedMapping, loc: Loc) -> tuple[str, ...]:
    """Return the keys that are known where the last step of *loc* stands."""
    for index, step in enumerate(loc[:-1]):
        hints = get_type_hints(spec, include_extras=True)
        by_key = {key_of(item.name): hints[item.name] for item in fields(spec)}
        inner = _spec_within(by_key.get(str(step)))
        if inner is ScoreSpec:
            score = _walk(tree, loc[: index + 1])
            method = score.text("method") if isinstance(score, MarkedMapping) else None
            inner = method_spec(method or "")
        spec = inner or spec
    return _keys_of(cast("Hashable", spec))


@cache
def _keys_of(spec: Any) -> tuple[str, ...]:  # noqa: ANN401 - any dataclass
    return tuple(key_of(item.name) for item in fields(spec))


def _spec_within(hint: object) -> type[Any] | None:
    """Return the dataclass that the type *hint* contains."""
    if isinstance(hint, type) and is_dataclass(hint):
        return hint
    return next(filter(None, map(_spec_within, get_args(hint))), None)


def _walk(tree: MarkedMapping, loc: Loc) -> Node:
    """Return the node at *loc*, or the last one on the way that is there."""
    node: Node = tree
    for step in loc:
        following = _step(node, step)
        if following is None:
            break
        node = following
    return node


def _key(tree: MarkedMapping, loc: Loc) -> MarkedScalar | None:
    """Return the key that *loc* ends with, where it points to a key and not to a value."""
    parent = _walk(tree, loc[:-2])
    if loc[-1] != _KEY_STEP or not isinstance(parent, MarkedMapping):
        return None
    return parent.entries[str(loc[-2])].key


def _step(node: Node, step: int | str) -> Node | None:
    if isinstance(node, MarkedMapping):
        return node.get(str(step))
    if isinstance(node, MarkedSequence) and isinstance(step, int):
        return node.items[step] if step < len(node.items) else None
    return None


def _key_of(loc: Loc) -> str:
    """Return the key to which the value at *loc* belongs."""
    names = [step for step in loc if isinstance(step, str) and step != _KEY_STEP]
    return names[-1] if names else ""


def _indicator(tree: MarkedMapping, loc: Loc) -> str | None:
    item = _walk(tree, loc[:2]) if loc[:1] == ("indicators",) else None
    return item.text("id") if isinstance(item, MarkedMapping) else None


def _was_cut(tree: MarkedMapping, detail: ErrorDetails) -> bool:
    """Return whether the fault only follows from an earlier one."""
    parent = _walk(tree, detail["loc"][:-1])
    return isinstance(parent, MarkedMapping) and detail["loc"][-1] in parent.holes


def _cut(tree: MarkedMapping, loc: Loc, *, unknown: bool) -> None:
    """Take the value at *loc* out of *tree*, or what cannot be without it."""
    if loc[-1] == _KEY_STEP:
        loc = loc[:-1]
    for end in range(len(loc) - 1, -1, -1):
        parent, step = _walk(tree, loc[:end]), loc[end]
        if isinstance(parent, MarkedSequence) and isinstance(step, int):
            if loc[end - 1] in _ITEM_LISTS:
                del parent.items[step : step + 1]
                parent.has_holes = True
                return
        elif isinstance(parent, MarkedMapping) and _cut_key(parent, str(step), unknown=unknown):
            return


def _cut_key(parent: MarkedMapping, key: str, *, unknown: bool) -> bool:
    """Take *key* out of *parent*; return whether *parent* can be without it."""
    entry = parent.entries.pop(key, None)
    mark = parent.mark if entry is None else entry.key.mark
    if key in _STAND_INS and key not in parent.holes and not unknown:
        name = MarkedScalar(key, plain=True, mark=mark)
        value = MarkedScalar(_STAND_INS[key], plain=False, mark=mark)
        parent.entries[key] = Entry(name, value)
    elif entry is None:
        return False
    parent.holes[key] = mark
    return True
