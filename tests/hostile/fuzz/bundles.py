"""Changes inside a bundle whose hashes are right again: what only the reading of a member can see."""

from __future__ import annotations

from hashlib import sha256
from random import Random

from tests.hostile.fuzz.packages import changed_xml, parts_of, zipped
from tests.hostile.fuzz.texts import changed_table, changed_yaml


def changed_member(data: bytes, chance: Random) -> bytes:
    """Return a bundle after a change of one member, with its new hash wherever the old one stood."""
    parts = parts_of(data)
    here = chance.randrange(len(parts))
    name, part = parts[here]
    if name.endswith(".xlsx"):
        changed = changed_xml(part, chance)
    else:
        change = changed_table if name.endswith(".tsv") else changed_yaml
        changed = change(part, chance)
    parts[here] = (name, changed)
    old, new = (sha256(one).hexdigest().encode() for one in (part, changed))
    known = [(member, text.replace(old, new)) for member, text in parts]
    return zipped(known, chance)
