"""Slips of people who write YAML for the first time: decimal commas, percents, Indonesian keys."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise

from kediri_index.definition.nodes import MarkedMapping, MarkedScalar, MarkedSequence, Node
from kediri_index.model.finding_params import Instead
from kediri_index.model.findings import Finding

KEY_WORDS: Mapping[str, str] = {
    "agregasi": "aggregate",
    "arah": "direction",
    "bahasa": "language",
    "batas": "cap",
    "bobot": "weight",
    "bukti": "evidence",
    "bulatkan": "round",
    "dalam": "in",
    "desimal": "decimals",
    "di": "in",
    "hapus": "drop",
    "indikator": "indicators",
    "jenis": "kind",
    "jenjang": "bands",
    "judul": "title",
    "jumlah_bobot": "weights_sum",
    "kelas": "classes",
    "kelompok": "groups",
    "ke": "to",
    "kode": "id",
    "maks": "max",
    "maksimum": "max",
    "metode": "method",
    "minimum": "min",
    "nama": "name",
    "nilai": "score",
    "opsional": "optional",
    "pecahan": "fractional",
    "predikat": "classes",
    "rentang": "to",
    "satuan": "unit",
    "sahih": "valid",
    "skala": "scale",
    "skor": "score",
    "sumber": "source",
    "tahun": "year",
    "tidak": "no",
    "tingkat": "levels",
    "versi": "version",
    "ya": "yes",
}
"""Keys as an Indonesian would call them, and what they are called here."""

_COMMA = re.compile(r"([-+]?[0-9]+),([0-9]+)")
_PERCENT = re.compile(r"([-+]?[0-9]+(?:[.,][0-9]+)?)\s*%")
_NUMBER = re.compile(r"[-+]?[0-9]+")


def with_points(node: Node | None) -> Instead:
    """Return the number or the pair of numbers that *node* perhaps means, as YAML has it."""
    if isinstance(node, MarkedScalar):
        return Instead(_number(node.text))
    items = node.items if isinstance(node, MarkedSequence) else ()
    parts = [item.text for item in items if isinstance(item, MarkedScalar)]
    ends = _pair(parts) if len(parts) == len(items) else parts
    return Instead(None if ends == parts else f"[{', '.join(ends)}]")


def _pair(parts: list[str]) -> list[str]:
    """Return the two numbers that *parts* perhaps are, some cut at a decimal comma."""
    match parts:
        case [low, high]:
            return [_number(low) or low, _number(high) or high]
        case ["0", whole, part] if _are_parts(whole, part):
            return ["0", f"{whole}.{part}"]
        case [low, low_part, high, high_part] if _are_parts(*parts):
            return [f"{low}.{low_part}", f"{high}.{high_part}"]
    return parts


def broken_number(parent: Node | None, key: str) -> tuple[str, Finding] | None:
    """Return the finding where *key* is what follows the decimal comma of a number in braces.

    Before it stands the key of that number.
    """
    if not isinstance(parent, MarkedMapping) or not key.isdecimal():
        return None
    for (_, before), (name, entry) in pairwise(parent.entries.items()):
        if name != key or not isinstance(entry.value, MarkedScalar) or not entry.value.is_null:
            continue
        number = before.value
        if isinstance(number, MarkedScalar) and number.plain and _NUMBER.fullmatch(number.text):
            instead = Instead(f"{before.key.text}: {number.text}.{key}")
            seen = f"{number.text},{key}"
            return before.key.text, Finding.at_mark("D257", number.mark, seen, instead=instead)
    return None


def is_said_in_indonesian(node: MarkedMapping, key: str) -> bool:
    """Return whether the *key* that *node* lacks stands there under an Indonesian name."""
    return key in {KEY_WORDS.get(name.casefold()) for name in node.entries}


def _number(text: str) -> str | None:
    percent = _PERCENT.fullmatch(text.strip())
    if percent is not None:
        return percent[1].replace(",", ".")
    comma = _COMMA.fullmatch(text.strip())
    return None if comma is None else f"{comma[1]}.{comma[2]}"


def _are_parts(*parts: str) -> bool:
    return all(_NUMBER.fullmatch(part) for part in parts)
