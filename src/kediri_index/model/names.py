"""Names as they are compared."""

from __future__ import annotations


def exact(text: str) -> str:
    """Return *text* as names are compared: small letters and single spaces, nothing left out."""
    return " ".join(text.split()).casefold()
