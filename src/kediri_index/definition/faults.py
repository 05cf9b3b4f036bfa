"""Faults of files: of those that are something else, and all faults as they are told.

A file is what it is taken for where it has the key ``kediri_index``, or where more than half of the
keys at its top are known there, nearly right ones and Indonesian ones counted in. Otherwise it may
be anybody's: a list of passwords, a key, settings of another program. Said of it is only what tells
nothing of its text.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from typing import Final

from kediri_index.definition.library import FORMAT_KEY
from kediri_index.definition.source import MarkedMapping, MarkedSequence, Node, decoded
from kediri_index.model.dataset import SourceFile
from kediri_index.model.findings import Finding, Severity, folded_in_lines, in_order
from kediri_index.model.limits import Limits
from kediri_index.model.text import nearest

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
    ours = sum(key in known or _is_nearly(key, known) for key in some)
    if 2 * ours > len(some):
        return None
    bare = {
        one.code: one._replace(line=None, column=None)
        for one in findings
        if one.code in _SAYS_NOTHING
        or (one.code != "D007" and one.value is None and one.params.keys() <= _PARAMS)
    }
    return tuple(bare.values()) or (something_else,)


def _is_nearly(key: str, known: Collection[str]) -> bool:
    from kediri_index.definition.words import key_meant  # noqa: PLC0415 - few files need it

    return bool(key_meant(key, known) or nearest(key, known, cutoff=_NEAR))


def _keys_of(root: Node) -> set[str]:
    if isinstance(root, MarkedMapping):
        return set(root.entries) | set(root.holes)
    items = root.items if isinstance(root, MarkedSequence) else ()
    return {key for item in items if isinstance(item, MarkedMapping) for key in _keys_of(item)}


def _keys_in(data: bytes) -> set[str]:
    return set(_KEY.findall(_text(data)))


def _text(data: bytes) -> str:
    return decoded(data).text or data.decode("utf-8-sig", errors="replace")


_MORE = "D270"


def told(findings: Iterable[Finding], limits: Limits) -> tuple[Finding, ...]:
    """Return *findings* in order, folded, no more than ``limits.findings``, errors before others.

    If any are left out, D270 gives their number.
    """
    ordered = folded_in_lines(findings)
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


def any_error(findings: Collection[Finding]) -> bool:
    """Return whether any of *findings* is an error."""
    if not findings:
        return False
    from kediri_index.messages.catalogue import has_errors  # noqa: PLC0415 - only findings need it

    return has_errors(findings)
