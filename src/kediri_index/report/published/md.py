"""Published figures beside those computed now, as one table of Markdown."""

from __future__ import annotations

from collections.abc import Sequence

from kediri_index.messages.texts import text
from kediri_index.model.language import Language
from kediri_index.model.published import Recomputed
from kediri_index.report.markdown_text import escaped, row
from kediri_index.report.published.words import (
    counts,
    figure_of,
    from_what,
    index_of,
    note_of,
    shown,
)

_COLUMNS = (
    *("index", "unit", "year", "figure", "from", "published", "computed", "same", "note"),
    "source",
)


def published_md(figures: Sequence[Recomputed], language: Language) -> str:
    """Return the counts, and a row a figure."""
    lines = [f"**{escaped(counts(figures, language))}**", ""]
    lines.append(
        row([escaped(text(f"published.column.{column}", language)) for column in _COLUMNS])
    )
    lines.append(row(["---"] * len(_COLUMNS)))
    lines += [row([escaped(cell) for cell in _cells(one, language)]) for one in figures]
    return "\n".join(lines) + "\n"


def _cells(one: Recomputed, language: Language) -> tuple[str, ...]:
    return (
        index_of(one, language),
        one.row.unit,
        str(one.row.year),
        figure_of(one, language),
        from_what(one, language),
        shown(one, one.printed, language),
        shown(one, one.computed, language),
        text(f"published.state.{one.state}", language),
        note_of(one, language),
        one.table.source,
    )
