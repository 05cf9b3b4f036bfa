"""Whether a file is what it is taken for: of one that is not, nothing is ever shown.

It is, where it has the key ``kediri_index``, or where more than half of the keys at its top are
known there, nearly right ones and Indonesian ones counted in. Otherwise it may be anybody's: a list
of passwords, a key, settings of another program. Said of it is only what tells nothing of its text.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from kediri_index.definition.library import FORMAT_KEY
from kediri_index.definition.nodes import MarkedMapping, MarkedSequence, Node
from kediri_index.definition.slips import KEY_WORDS
from kediri_index.model.bundle import SourceFile
from kediri_index.model.findings import Finding
from kediri_index.model.nearest import nearest

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

_PARAMS = frozenset({"limit"})


def said_of_foreign(
    root: Node | None, findings: Collection[Finding], file: SourceFile, known: Collection[str]
) -> tuple[Finding, ...] | None:
    """Return what may be said of a *file* whose top has not the keys *known*; None of one that has.

    *root* and *findings* are what reading it gave.
    """
    if not file.data.strip(b"\xef\xbb\xbf \t\r\n"):
        return None  # there is nothing to show
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
    something_else = Finding("D282", file=file.path, params={"known": tuple(known)})
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
