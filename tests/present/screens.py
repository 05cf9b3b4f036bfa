"""Documents as a terminal shows them."""

from __future__ import annotations

from kediri_index.present.document import Document, clean
from kediri_index.present.formats import Presentation
from kediri_index.present.renderers.layout import plain
from kediri_index.present.renderers.terminal import ScreenSize, lines


def drawn(shown: Presentation, width: int = 120, encoding: str = "utf-8") -> str:
    """Return what *shown* is on a screen of *width* columns."""
    return drawn_document(shown.document(), width, encoding)


def drawn_document(document: Document, width: int, encoding: str = "utf-8") -> str:
    """Return what *document* is on a screen of *width* columns."""
    drawn_lines = lines(clean(document), ScreenSize(width, encoding))
    return "".join(f"{plain(line)}\n" for line in drawn_lines)
