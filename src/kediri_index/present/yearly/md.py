"""The yearly report as Markdown: the same words and tables, without pictures."""

from __future__ import annotations

from collections.abc import Iterator

from kediri_index.model.yearly import Yearly
from kediri_index.present.document import (
    Block,
    Bullets,
    Chart,
    ColumnKind,
    Document,
    Head,
    Heading,
    Pairs,
    Paragraph,
    Section,
    Table,
)
from kediri_index.present.markdown_text import escaped, row

_RIGHT = frozenset({ColumnKind.NUMBER, ColumnKind.PERCENT, ColumnKind.COUNT})


def render(yearly: Yearly, worded: Document) -> bytes:
    """Return the file: all that is shown is *worded*."""
    del yearly
    return report_md(worded).encode()


def report_md(document: Document) -> str:
    """Return the whole report."""
    lines = list(_head(document.head, document.warning))
    shown: set[str] = set()
    for section in document.sections:
        lines += _section(section, shown)
    lines += ["---", "", escaped(document.foot)]
    return "\n".join(lines) + "\n"


def _head(head: Head, warning: str) -> Iterator[str]:
    yield f"# {escaped(head.title)}"
    yield ""
    yield escaped(head.of_index)
    yield ""
    if warning:
        yield f"> **{escaped(warning)}**"
        yield ""
    score = " ".join(part for part in (head.score, head.of) if part)
    named = f" · {escaped(head.class_name)}" if head.class_name else ""
    yield f"**{escaped(score)}**{named}"
    yield ""
    for fact in head.facts:
        note = f" ({escaped(fact.note)})" if fact.note else ""
        yield f"- {escaped(fact.label)}: **{escaped(fact.text)}**{note}"
    yield ""
    yield " ".join(map(escaped, head.summary))
    yield ""


def _section(section: Section, shown: set[str]) -> Iterator[str]:
    yield f"## {escaped(section.title)}"
    yield ""
    for block in section.blocks:
        if isinstance(block, Chart):
            if block.table.id in shown:
                continue
            shown.add(block.table.id)
        yield from _block(block)
        yield ""


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield f"{'#' * block.level} {escaped(block.text)}"
        case Paragraph():
            yield escaped(block.text)
        case Bullets():
            for number, item in enumerate(block.entries, start=1):
                yield f"{f'{number}.' if block.numbered else '-'} {escaped(item)}"
        case Pairs():
            for pair in block.entries:
                yield f"- {escaped(pair.term)}: {escaped(pair.text)}"
        case Chart():
            yield from _table(block.table)
        case Table():
            yield from _table(block)


def _table(table: Table) -> Iterator[str]:
    yield f"**{escaped(table.caption)}**"
    yield ""
    yield row([escaped(column.title) for column in table.columns])
    yield row(["---:" if column.kind in _RIGHT else "---" for column in table.columns])
    for cells in table.rows:
        yield row([escaped(cell.text) for cell in cells])
    if table.note:
        yield ""
        yield escaped(table.note)
