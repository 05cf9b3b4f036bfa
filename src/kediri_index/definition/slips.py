"""What a key or a value that is no YAML of ours perhaps means: numbers, ranges, broken texts."""

from __future__ import annotations

import re
from collections.abc import Collection
from decimal import Decimal
from itertools import pairwise

from kediri_index.definition.source import MarkedMapping, MarkedScalar, MarkedSequence, Node
from kediri_index.model.findings import Finding
from kediri_index.model.language import Instead

_WRITTEN = re.compile(r"([-+]?)([0-9]+|[0-9]{1,3}(?:\.[0-9]{3})+)(?:([.,])([0-9]+))?\s*(%?)")
_RANGE = re.compile(r"([-+]?[0-9.,]+%?)\s*(?:-|–|—|s\.?/?d\.?|sampai|hingga|to)\s*([0-9.,]+%?)")
_NUMBER = re.compile(r"[-+]?[0-9]+")
_PLAIN = re.compile(r"[-+]?[0-9]+(\.[0-9]+)?")
_ENDS = re.compile(r"\[(.+), (.+)\]")
_PAIR = 2
_THOUSANDS = re.compile(r"[-+]?[1-9][0-9]{0,2}\.[0-9]{3}")
_OF_A_GROUP = 3
_SHARES = frozenset({"cap", "min_present"})
"""Keys of shares, where 66% is 0.66."""


def as_written(node: Node | None, key: str) -> Instead:
    """Return the number or the pair of numbers that *node* perhaps means, as YAML has it."""
    if isinstance(node, MarkedScalar):
        ends = _RANGE.fullmatch(node.text.strip())
        if ends is not None:
            return _range([_end_of_range(one, key) for one in ends.groups()])
        return _number(node.text, key)
    items = node.items if isinstance(node, MarkedSequence) else ()
    parts = [item.text for item in items if isinstance(item, MarkedScalar)]
    pair = _pair(parts) if len(parts) == len(items) else []
    is_as_it_stands = [end.text for end in pair] in ([], parts)
    return Instead(None) if is_as_it_stands else _range(pair)


def as_mapping(node: Node) -> Instead:
    """Return the mapping of ``min`` and ``max`` that *node*, a range, perhaps means."""
    found = Instead(None)
    if isinstance(node, MarkedScalar):
        found = as_written(node, "")
    elif isinstance(node, MarkedSequence) and len(node.items) == _PAIR:
        parts = [item.text if isinstance(item, MarkedScalar) else "" for item in node.items]
        found = _range([Instead(part if _PLAIN.fullmatch(part) else None) for part in parts])
    readings = [_ENDS.fullmatch(one or "") for one in found]
    return Instead(*(one and f"{{min: {one[1]}, max: {one[2]}}}" for one in readings))


def _end_of_range(text: str, key: str) -> Instead:
    """Return how YAML has an end of a range; a dot before three digits may part thousands."""
    found = _number(text, key)
    if found.text is not None:
        return found
    return Instead(text, text.replace(".", "") if _THOUSANDS.fullmatch(text) else None)


def _range(ends: list[Instead]) -> Instead:
    """Return the pair of numbers; where an end has two readings, the pair has two."""
    first = [end.text or "" for end in ends]
    if not all(first) or "," in "".join(first):
        return Instead(None)
    other = [end.other or end.text or "" for end in ends]
    return Instead(
        *(f"[{', '.join(pair)}]" for pair in ([first] if other == first else [first, other]))
    )


def _pair(parts: list[str]) -> list[Instead]:
    """Return the two numbers that *parts* perhaps are, some cut at a comma."""
    match parts:
        case [low, high]:
            return [_number(end) if _number(end).text else Instead(end) for end in (low, high)]
        case ["0", whole, part] if _are_parts(whole, part):
            return [Instead("0"), _number(f"{whole},{part}")]
        case [low, low_part, high, high_part] if _are_parts(*parts):
            return [_number(f"{low},{low_part}"), _number(f"{high},{high_part}")]
    return []


def broken_number(parent: MarkedMapping, key: str) -> tuple[str, Finding] | None:
    """Return the finding where *key* is what follows the decimal comma of a number in braces.

    Before it stands the key of that number.
    """
    if not key.isdecimal():
        return None
    for (_, before), (name, entry) in pairwise(parent.entries.items()):
        number = before.value
        if name != key or not _is_rest(*entry) or not isinstance(number, MarkedScalar):
            continue
        if number.plain and _NUMBER.fullmatch(number.text):
            seen, own = f"{number.text},{key}", before.key.text
            readings = [one and f"{own}: {one}" for one in _number(seen)]
            return own, Finding.at_mark("D257", number.mark, seen, instead=Instead(*readings))
    return None


def broken_texts(parent: MarkedMapping) -> dict[str, Finding]:
    """Return the findings of texts without quotes that commas in braces cut, by their later parts.

    Each stands at the first part; *end* is where the last one ends.
    """
    texts: list[list[MarkedScalar]] = []
    goes_on = False
    for own, value in parent.entries.values():
        if goes_on and _is_rest(own, value) and own.line == texts[-1][0].line:
            texts[-1].append(own)
        elif goes_on := isinstance(value, MarkedScalar) and value.plain and not value.is_null:
            texts.append([value])
    found: dict[str, Finding] = {}
    for first, *others in texts:
        if others:
            end = others[-1].column + len(others[-1].text)
            seen = ", ".join(part.text for part in (first, *others))
            finding = Finding.at_mark("D717", first.mark, seen, end=end)
            found |= dict.fromkeys((part.text for part in others), finding)
    return found


def _is_rest(key: MarkedScalar, value: Node) -> bool:
    """Return whether *key* is a word between commas, without a colon and so without a *value*."""
    end = key.mark._replace(column=key.column + len(key.text))
    return isinstance(value, MarkedScalar) and not value.text and key.plain and value.mark == end


def outside_of_value(parent: MarkedMapping, known: Collection[str]) -> dict[str, str]:
    """Return the keys not *known* below a known one that has no value, with that one's name.

    What stands below it in the same column was probably meant to be its value.
    """
    found: dict[str, str] = {}
    above: MarkedScalar | None = None
    for name, (own, value) in parent.entries.items():
        if name in known:
            is_empty = isinstance(value, MarkedScalar) and value.plain and not value.text
            above = own if is_empty else None
        elif above is not None and above.column == own.column:
            found[name] = above.text
    return found


def _number(text: str, key: str = "") -> Instead:
    """Return how YAML has the number *text* with its percent sign, commas and thousands."""
    found = _WRITTEN.fullmatch(text.strip())
    if found is None:
        return Instead(None)
    sign, whole, mark, part, percent = found.groups()
    grouped = "." in whole
    if not (grouped or mark == "," or percent) or (grouped and mark == "."):
        return Instead(None)
    digits = whole.replace(".", "")
    number = f"{digits}.{part}" if part else digits
    if percent and key in _SHARES:
        number = f"{Decimal(number) / 100:f}"
    thousands = not grouped and mark == "," and len(part) == _OF_A_GROUP and len(whole) <= len(part)
    other = f"{sign}{whole}{part}" if thousands and whole.strip("0") else None
    return Instead(f"{sign}{number}", other)


def _are_parts(*parts: str) -> bool:
    return all(_NUMBER.fullmatch(part) for part in parts)
