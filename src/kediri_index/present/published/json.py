"""Published results beside those computed now as JSON, in the envelope of ``verify``."""

from __future__ import annotations

from kediri_index.model.published import Recomputed, State
from kediri_index.present.envelope import Json, envelope
from kediri_index.present.published.shown import PublishedShown


def render(shown: PublishedShown) -> str:
    """Return the envelope of ``verify --published``."""
    figures = shown.figures
    different = sum(one.state is State.DIFFERS for one in figures)
    compared = sum(one.state is not State.NOT_COMPUTED for one in figures)
    result: Json = {
        "same": not different,
        "figures": {"compared": compared, "different": different},
        "published": [_figure(one) for one in figures],
    }
    return envelope("verify", None, (), result, shown.findings, shown.language)


def _figure(one: Recomputed) -> Json:
    return {
        "definition": one.table.definition,
        "index": one.table.called,
        "unit": one.row.unit,
        "year": one.row.year,
        "node": one.node,
        "level": one.table.level.value,
        "published": one.printed,
        "computed": one.computed,
        "state": one.state.value,
        "note": one.why,
        "source": one.table.source,
    }
