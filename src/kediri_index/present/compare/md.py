"""A comparison as Markdown, for pages and pull requests."""

from __future__ import annotations

from collections.abc import Iterator

from kediri_index.present.compare.shown import CompareShown
from kediri_index.present.compare.words import CompareWords, Table
from kediri_index.present.markdown_text import escaped, row


def render(shown: CompareShown) -> str:
    """Return a section: the sentence, the tables, what is to be known of the figures."""
    words = shown.words()
    lines = [f"## {escaped(words.title())}", "", escaped(words.summary())]
    if not words.is_same:
        for table in words.tables(detail=shown.detail):
            lines += ["", *_table(words, table)]
    lines.append("")
    lines += [f"- {escaped(note)}" for note in words.notes()]
    return "\n".join(lines) + "\n"


def _table(words: CompareWords, table: Table) -> Iterator[str]:
    old, new = words.headings()
    yield row([escaped(one) for one in (table.title, old, new, words.say("column.contribution"))])
    yield "| --- | ---: | ---: | ---: |"
    for one in (*table.rows, *table.apart, *([table.total] if table.total else [])):
        name = f"{one.code} {one.name}" if table.coded else one.name
        cells = [escaped(name), one.before, one.after, words.signed(one.value)]
        yield row([f"**{cell}**" if one is table.total and cell else cell for cell in cells])
    if table.note:
        yield ""
        yield escaped(table.note)
