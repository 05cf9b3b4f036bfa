"""Published figures beside those computed now, as one table of Markdown."""

from __future__ import annotations

from kediri_index.messages.texts import text
from kediri_index.model.language import Language
from kediri_index.model.published import Recomputed
from kediri_index.present.markdown_text import escaped, row
from kediri_index.present.published.shown import PublishedShown
from kediri_index.present.published.words import (
    as_printed,
    counts,
    figure_of,
    from_what,
    index_of,
    note_of,
)

_COLUMNS = (
    *("index", "unit", "year", "figure", "from", "published", "computed", "same", "note"),
    "source",
)


def render(shown: PublishedShown) -> str:
    """Return the counts, and a row a figure."""
    figures, language = shown.figures, shown.language
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
        as_printed(one, one.printed, language),
        as_printed(one, one.computed, language),
        text(f"published.state.{one.state}", language),
        note_of(one, language),
        one.table.source,
    )
