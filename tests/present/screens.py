"""Documents as a terminal shows them."""

from __future__ import annotations

from kediri_index.present.document import clean
from kediri_index.present.formats import Presentation
from kediri_index.present.renderers.layout import plain
from kediri_index.present.renderers.terminal import Screen, lines


def drawn(shown: Presentation, width: int = 120, encoding: str = "utf-8") -> str:
    """Return what *shown* is on a screen of *width* columns."""
    document = clean(shown.document())
    return "".join(f"{plain(line)}\n" for line in lines(document, Screen(width, encoding)))
