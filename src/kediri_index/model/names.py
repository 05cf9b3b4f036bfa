"""Names as they are compared."""

from __future__ import annotations

import re
from functools import lru_cache

YEAR = re.compile(r"[12][0-9]{3}")
"""A year as it is written."""


@lru_cache(maxsize=20_000)  # thirty forms say the same names
def exact(text: str) -> str:
    """Return *text* as names are compared: small letters and single spaces, nothing left out."""
    return " ".join(text.split()).casefold()
