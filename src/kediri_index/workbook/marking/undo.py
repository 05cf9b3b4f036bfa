"""How a marked copy that no program has saved anew becomes, to the byte, what it was before."""

from __future__ import annotations

import binascii
import json
import re
import zlib
from base64 import b64decode, b64encode
from hashlib import sha256
from typing import Final

from kediri_index.workbook.marking.edited_package import EditedPackage
from kediri_index.workbook.marking.notes import NotMarkableError
from kediri_index.workbook.marking.xml_text import Splice

_PIECE: Final = 500_000
"""Shorter than any reader's longest token."""
_MOST: Final = 100_000_000
_COMMENT: Final = re.compile(rb"<!--kediri-index ([A-Za-z0-9+/=]*)-->")


def undo_comments(package: EditedPackage) -> bytes:
    """Return as XML comments what takes back all that was done to *package* so far."""
    created = {part.lower() for part in package.created}
    changed = {change.part for change in package.changes} - created
    document = {
        "changes": [
            [change.part, [[start, end, old.decode("latin-1")] for start, end, old in change.back]]
            for change in package.changes
            if change.part in changed
        ],
        "created": sorted(package.created),
        "sha256": {
            part: sha256(package.read(part)).hexdigest() for part in sorted(changed | created)
        },
    }
    packed = b64encode(zlib.compress(json.dumps(document).encode()))
    pieces = [packed[at : at + _PIECE] for at in range(0, len(packed), _PIECE)]
    return b"".join(b"<!--kediri-index " + piece + b"-->" for piece in pieces)


def undone(package: EditedPackage, own: str) -> bool:
    """Take back all marks if everything is as it was written; *own* is the sheet of findings."""
    packed = b"".join(_COMMENT.findall(package.text(own).body))
    if not packed:
        return False
    try:
        inflater = zlib.decompressobj()
        document = json.loads(inflater.decompress(b64decode(packed, validate=True), _MOST))
        hashes: dict[str, str] = document["sha256"]
        if any(
            part not in package or sha256(package.read(part)).hexdigest() != hash_
            for part, hash_ in hashes.items()
        ):
            return False
        for part, back in reversed(document["changes"]):
            if part in hashes:
                package.edit(part, [Splice(s, e, old.encode("latin-1")) for s, e, old in back])
        created: list[str] = document["created"]
        for part in [*created, own]:
            if part in package:
                package.remove(part)
    except (binascii.Error, zlib.error, ValueError, KeyError, TypeError, AttributeError):
        raise NotMarkableError(own) from None  # written by somebody else
    return True
