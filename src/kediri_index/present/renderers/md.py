"""A document as Markdown, for pages and pull requests: words and tables, without pictures."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from kediri_index.model.findings import Lines
from kediri_index.present.document import (
    FIGURES,
    Block,
    Bullets,
    Chart,
    Command,
    Difference,
    Document,
    FindingLines,
    Head,
    Heading,
    Headline,
    LabelledTexts,
    Paragraph,
    Section,
    Table,
    TableCell,
    Tone,
    TreeNode,
)
from kediri_index.present.escaping import code, escaped, row
from kediri_index.present.renderers.pages import faults_table, undrawn


def rendered(document: Document) -> str:
    """Return the whole document, what it comes to first."""
    lines = list(_head(document.head, document.warning))
    if document.end:
        lines += [f"**{escaped(document.end)}**", ""]
    shown = set(document.apart())
    for number, section in enumerate(document.sections):
        is_first = not number and not document.head.title
        lines += _section(section, shown, document.warning if is_first else "")
    if document.foot:
        line = ["---", ""] if document.head.title else []
        lines += [*line, escaped(document.foot), ""]
    return "\n".join(lines).rstrip("\n") + "\n"


def _head(head: Head, warning: str) -> Iterator[str]:
    if not head.title:
        return
    yield f"# {' – '.join(escaped(one) for one in (head.title, head.headline) if one)}"
    yield ""
    if head.of_index:
        yield escaped(head.of_index)
        yield ""
    yield from _warned(warning)
    score = " ".join(part for part in (head.score, head.stamp, head.of) if part)
    if score:
        named = f" · {escaped(head.class_name)}" if head.class_name else ""
        yield f"**{escaped(score)}**{named}"
        yield ""
    for fact in head.facts:
        note = f" ({escaped(fact.note)})" if fact.note else ""
        yield f"- {escaped(fact.label)}: **{escaped(fact.text)}**{note}"
    if head.facts:
        yield ""
    if head.summary:
        yield " ".join(map(escaped, head.summary))
        yield ""
    if head.absent:
        yield escaped(head.absent)
        yield ""


def _warned(warning: str) -> Iterator[str]:
    if warning:
        yield f"> **{escaped(warning)}**"
        yield ""


def _section(section: Section, shown: set[str], warning: str) -> Iterator[str]:
    if section.title:
        yield f"## {escaped(section.title)}"
        yield ""
    if section.about:
        yield escaped(section.about)
        yield ""
    yield from _warned(warning)
    for block in section.blocks:
        if isinstance(block, Chart):
            if block.table.id in shown:
                continue
            shown.add(block.table.id)
        yield from _block(block)
        yield ""


def _block(block: Block) -> Iterator[str]:  # noqa: C901, PLR0912 - a case a block
    match block:
        case Heading():
            yield f"{'#' * block.level} {escaped(block.text)}"
        case Paragraph():
            yield f"**{escaped(block.text)}**" if block.strong else escaped(block.text)
        case Bullets():
            for number, item in enumerate(block.entries, start=1):
                yield f"{f'{number}.' if block.numbered else '-'} {escaped(item)}"
        case LabelledTexts():
            for pair in block.entries:  # what has no term goes on with the last one's
                begin = f"- {escaped(pair.term)}: " if pair.term else "  <br>"
                yield f"{begin}{escaped(pair.text)}"
        case Chart():
            yield from _table(block.table)
        case Table():
            yield from _table(block)
        case Headline():
            yield " · ".join((f"**{escaped(block.figure)}**", *map(escaped, block.phrases)))
        case FindingLines():
            yield from _faults(block)
        case TreeNode():
            yield from _tree(block, "")
        case Lines():
            yield from _lines(block)
        case Difference():
            yield from ("```diff", *block.lines, "```")
        case Command():
            yield f"{escaped(block.label)}: {code(block.text)}"


def _table(table: Table) -> Iterator[str]:
    if table.caption:
        yield f"**{escaped(table.caption)}**"
        yield ""
    table = undrawn(table)
    yield row([escaped(column.title) for column in table.columns])
    yield row(["---:" if column.kind in FIGURES else "---" for column in table.columns])
    for cells in table.rows:
        yield row(list(map(_cell, cells)))
    if any(table.below):
        yield ""
    for cells, below in zip(table.rows, table.below, strict=False):
        for sentence in below:
            yield f"- {escaped(cells[table.header].text.strip())}: {escaped(sentence)}"
    if table.note:
        yield ""
        yield escaped(table.note)


def _cell(cell: TableCell) -> str:
    said = code(cell.text) if cell.code and cell.text else escaped(cell.text)
    if cell.link:
        return f"[{said}](#{cell.link})"
    if cell.file:
        return f"[{said}](<{quote(cell.file)}>)"
    return f"**{said}**" if said and cell.tone is Tone.STRONG else said


def _faults(faults: FindingLines) -> Iterator[str]:
    if faults.heading:
        yield f"### {escaped(faults.heading)}"
        yield ""
    yield from _table(faults_table(faults)._replace(caption=""))


def _tree(tree: TreeNode, indent: str) -> Iterator[str]:
    figure = " ".join(part for part in (tree.name, tree.figure) if part)
    yield f"{indent}- **{escaped(figure)}**{escaped(f'{tree.between}{tree.text}')}".rstrip()
    if tree.details:
        yield f"{indent}  <br>{escaped(tree.details)}"
    for child in tree.children:
        yield from _tree(child, f"{indent}  ")
    if tree.more:
        yield f"{indent}  - {escaped(tree.more)}"


def _lines(lines: Lines) -> Iterator[str]:
    """Yield the lines as a block, a caret below the place; a whole line gets an arrow."""
    yield "```text"
    for number, line in enumerate(lines.lines, lines.first):
        whole = " ◄" if number == lines.line and lines.column is None else ""
        yield f"{number:>3}  {line}{whole}".rstrip()
        if number == lines.line and lines.column is not None:
            yield f"{' ' * (4 + lines.column)}^"
    yield "```"
