"""Text of unknown origin on its way into Markdown."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kediri_index.model.safe_text import printable

_SPECIAL = re.compile(r"[\\`*_{}\[\]<>#|~&@]|:(?=//|:)|(?<=www)\.", re.IGNORECASE)


def escaped(text: str) -> str:
    """Return *text* as plain words of Markdown: no mark, HTML, link, mention or command."""
    return _SPECIAL.sub(r"\\\g<0>", printable(text))


def code(text: str) -> str:
    """Return *text* as code, between more backticks than it has in a row."""
    said = printable(text)
    fence = "`" * (max(map(len, re.findall("`+", said)), default=0) + 1)
    space = " " if "`" in said else ""
    return f"{fence}{space}{said}{space}{fence}"


def row(cells: Sequence[str]) -> str:
    """Return a row of a table; *cells* are escaped already."""
    return f"| {' | '.join(cells)} |"
