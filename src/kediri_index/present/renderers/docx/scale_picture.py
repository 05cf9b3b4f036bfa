"""Where the score stands on its scale, as a drawing with what it shows in words."""

from __future__ import annotations

from kediri_index.messages.texts import text
from kediri_index.present.charts.drawing import Drawing
from kediri_index.present.charts.scale import Ends, Mark, scale
from kediri_index.present.document import Document


def scale_picture(document: Document) -> tuple[Drawing, str] | None:
    """Return the scale of the first page and its description, None where there is no score."""
    where = document.head.scale
    if where is None:
        return None
    target, before = where.target_text, where.previous_text
    drawing = scale(
        float(where.score),
        Ends(where.low, where.high),
        None if where.target is None else Mark(float(where.target), target),
        None if where.previous is None else Mark(float(where.previous), before),
    )
    said = "; ".join(part for part in (document.head.score, target, before) if part)
    return drawing, f"{text('yearly.page.scale', document.language)}: {said}"
