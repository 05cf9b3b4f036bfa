"""Faults of files that people write: slips of beginners, and files that are something else.

A file is what it is taken for where it has the key ``kediri_index``, or where more than half of the
keys at its top are known there, nearly right ones and Indonesian ones counted in. Otherwise it may
be anybody's: a list of passwords, a key, settings of another program. Said of it is only what tells
nothing of its text.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from itertools import pairwise
from typing import Final

from kediri_index.definition.library import FORMAT_KEY
from kediri_index.definition.source import MarkedMapping, MarkedScalar, MarkedSequence, Node
from kediri_index.errors import DefinitionError
from kediri_index.model.dataset import SourceFile
from kediri_index.model.findings import Finding, Severity, in_order
from kediri_index.model.language import Instead
from kediri_index.model.limits import Limits
from kediri_index.model.text import nearest

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


_KEY = re.compile(
    r"^(?:---\s)?(?:- +|\{ *|- *\{ *)?[\"']?([A-Za-z_][\w-]*)[\"']?:(?=\s|$)", re.MULTILINE
)
_FORMAT = re.compile(rf"^[\s{{]*[\"']?{FORMAT_KEY}[\"']?\s*:", re.MULTILINE)
_LOOKED_AT: Final = 40
"""Keys of a file; who has more unknown ones at the top is no slip away from ours."""

_NEAR: Final = 0.8
"""How like a key is that counts as a slip for a known one."""

_SAYS_NOTHING = frozenset({"D005", "D006", "D009", "D601"})
"""That the file is no text, or no mapping or list; a byte or a character at most."""

_NO_TEXT = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF")
"""How workbooks, older ones, archives and PDF begin."""

_PARAMS = frozenset({"limit"})


def said_of_foreign(
    root: Node | None, findings: Collection[Finding], file: SourceFile, known: Collection[str]
) -> tuple[Finding, ...] | None:
    """Return what may be said of a *file* whose top has not the keys *known*; None of one that has.

    *root* and *findings* are what reading it gave.
    """
    if not file.data.strip(b"\xef\xbb\xbf \t\r\n"):
        return None  # there is nothing to show
    something_else = Finding("D282", file=file.path, params={"known": tuple(known)})
    if file.data.startswith(_NO_TEXT):
        return (something_else,)
    keys = _keys_in(file.data) if root is None else _keys_of(root)
    if FORMAT_KEY in known and (FORMAT_KEY in keys or _FORMAT.search(_text(file.data))):
        return None
    if isinstance(root, MarkedSequence) and not root.items and not findings:
        return None
    some = sorted(keys)[:_LOOKED_AT]
    ours = sum(
        key in known or key in KEY_WORDS or nearest(key, known, cutoff=_NEAR) is not None
        for key in some
    )
    if 2 * ours > len(some):
        return None
    bare = {
        one.code: one._replace(line=None, column=None)
        for one in findings
        if one.code in _SAYS_NOTHING or (one.value is None and one.params.keys() <= _PARAMS)
    }
    return tuple(bare.values()) or (something_else,)


def _keys_of(root: Node) -> set[str]:
    if isinstance(root, MarkedMapping):
        return set(root.entries) | set(root.holes)
    items = root.items if isinstance(root, MarkedSequence) else ()
    return {key for item in items if isinstance(item, MarkedMapping) for key in _keys_of(item)}


def _keys_in(data: bytes) -> set[str]:
    return set(_KEY.findall(_text(data)))


def _text(data: bytes) -> str:
    return data.decode("utf-8-sig", errors="replace")


_MORE = "D270"


def told(findings: Iterable[Finding], limits: Limits) -> tuple[Finding, ...]:
    """Return *findings* in order, no more than ``limits.findings``, errors before others.

    If any are left out, D270 gives their number.
    """
    ordered = in_order(findings)
    most = limits.findings
    if len(ordered) <= most:
        return ordered
    from kediri_index.messages.catalogue import severity_of  # noqa: PLC0415 - few files need it

    ranks = list(Severity)
    found = [one for one in ordered if one.code != _MORE]
    kept = sorted(found, key=lambda one: ranks.index(severity_of(one)))[:most]
    before = sum(int(str(one.params["more"])) for one in ordered if one.code == _MORE)
    files = {one.file for one in ordered}
    params = {
        "limit": most,
        "more": len(found) - len(kept) + before,
        "option": f"--limit findings={len(found) + before}",
    }
    rest = Finding(_MORE, file=files.pop() if len(files) == 1 else None, params=params)
    return (*in_order(kept), rest)


def usable(
    findings: Iterable[Finding],
    limits: Limits,
    broken: type[DefinitionError] = DefinitionError,
) -> tuple[Finding, ...]:
    """Return *findings* in order; raises *broken* if any of them is an error."""
    found = tuple(findings)
    if not found:
        return ()
    from kediri_index.messages.catalogue import has_errors  # noqa: PLC0415 - only findings need it

    if has_errors(found):
        raise broken(told(found, limits))
    return told(found, limits)
