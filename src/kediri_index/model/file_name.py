"""How long a file's name may be: file systems count bytes, 255 of them."""

from __future__ import annotations

MOST_BYTES = 160
"""What a person still reads, with room for a number and an ending."""


def short_enough(name: str) -> str:
    """Return *name* up to as many bytes as a file's name may have."""
    return name.encode("utf-8", "replace")[:MOST_BYTES].decode("utf-8", "ignore")
