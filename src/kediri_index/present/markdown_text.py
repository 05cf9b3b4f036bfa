"""Text of unknown origin on its way into Markdown."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kediri_index.model.safe_text import printable

_SPECIAL = re.compile(r"[\\`*_{}\[\]<>#|~&@]|:(?=//|:)|(?<=www)\.", re.IGNORECASE)


def escaped(text: str) -> str:
    """Return *text* as plain words of Markdown: no mark, HTML, link, mention or command."""
    return _SPECIAL.sub(r"\\\g<0>", printable(text))


def row(cells: Sequence[str]) -> str:
    """Return a row of a table; *cells* are escaped already."""
    return f"| {' | '.join(cells)} |"
