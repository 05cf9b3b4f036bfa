"""A document as pages have it: what only a screen draws, in the blocks that every page has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kediri_index.messages.texts import text
from kediri_index.model.findings import Lines
from kediri_index.present.charts.drawing import Picture
from kediri_index.present.charts.scale import scale
from kediri_index.present.document import (
    BARS,
    Block,
    Bullets,
    Chart,
    ColumnKind,
    Command,
    Difference,
    Document,
    FindingLines,
    Heading,
    Headline,
    LabelledText,
    LabelledTexts,
    Paragraph,
    Section,
    Table,
    TableCell,
    TableColumn,
    TableOf,
    TreeNode,
)

PageBlock = Heading | Paragraph | Bullets | Table | Chart | LabelledTexts | FindingLines
PLACE = " ◄"
"""What marks the line that is meant."""


def pages(document: Document, *, findings: bool = False) -> Document:
    """Return *document* in the blocks of pages; what it comes to stands below the first title.

    With *findings* the page has a form of its own for them.
    """
    sections = list(document.sections)
    if document.end:
        sections.insert(0, Section("end", "", (Paragraph(document.end, strong=True),)))
    return document._replace(
        sections=tuple(
            one._replace(
                blocks=tuple(page_blocks(_whole(one), one.id, findings=findings)), about=""
            )
            for one in sections
        ),
        end="",
    )


def _whole(section: Section) -> tuple[Block, ...]:
    about = (Paragraph(section.about, muted=True),) if section.about else ()
    return (*about, *section.blocks)


def page_blocks(
    blocks: Iterable[Block], section: str, *, findings: bool = False
) -> Iterator[PageBlock]:
    """Yield *blocks* of a *section* so that what pages lack is a paragraph, a list or a table."""
    for at, block in enumerate(blocks):
        match block:
            case Headline():
                yield Paragraph(" · ".join((block.figure, *block.phrases)), strong=True)
            case FindingLines() if not findings:
                yield faults_table(block)._replace(id=f"findings-{section}-{at}")
            case TreeNode():
                yield Bullets(tuple(_outline(block)))
            case Lines():
                yield _lines(block)._replace(id=f"lines-{section}-{at}")
            case Difference():
                rows = tuple((TableCell(line),) for line in block.lines)
                column = TableColumn("", ColumnKind.CODE)
                yield Table(f"difference-{section}-{at}", "", (column,), rows)
            case Command():
                yield LabelledTexts((LabelledText(block.label, block.text, code=True),))
            case Table():
                yield undrawn(block)._replace(below=())
                if any(block.below):
                    yield Bullets(tuple(_below(block)))
            case _:
                yield block


def undrawn(table: Table) -> Table:
    """Return *table* without its bars."""
    kept = [at for at, column in enumerate(table.columns) if column.kind not in BARS]
    return table._replace(
        columns=tuple(table.columns[at] for at in kept),
        rows=tuple(tuple(row[at] for at in kept) for row in table.rows),
        header=kept.index(table.header) if table.header in kept else 0,
    )


def _below(table: Table) -> Iterator[str]:
    for row, sentences in zip(table.rows, table.below, strict=True):
        yield from (f"{row[table.header].text.strip()}: {one}" for one in sentences)


def faults_table(faults: FindingLines) -> Table:
    """Return findings as a table, with the line of a file that one points to."""
    cells = TableOf(faults.entries)
    weight, place, code, message, repair = faults.titles
    cells.column(weight, lambda one: one.weight)
    cells.column(place, lambda one: one.place)
    cells.column(code, lambda one: one.code, ColumnKind.CODE, header=True)
    cells.column(message, lambda one: " ".join(filter(None, (one.message, one.line))))
    cells.column(repair, lambda one: one.repair)
    return cells.made("findings", faults.heading)


def _outline(tree: TreeNode, number: str = "") -> Iterator[str]:
    """Yield the nodes, each with its number in the tree: 2.1 is the first below the second."""
    said = " ".join(filter(None, (number, tree.name, tree.figure)))
    yield " · ".join(filter(None, (f"{said}{tree.between}{tree.text}", tree.details, tree.more)))
    for at, child in enumerate(tree.children, start=1):
        yield from _outline(child, f"{number}.{at}" if number else str(at))


def _lines(lines: Lines) -> Table:
    rows = tuple(
        (TableCell(str(at), at), TableCell(line + (PLACE if at == lines.line else "")))
        for at, line in enumerate(lines.lines, lines.first)
    )
    return Table(
        "lines", "", (TableColumn("", ColumnKind.COUNT), TableColumn("", ColumnKind.CODE)), rows
    )


def scale_picture(document: Document) -> tuple[Picture, str] | None:
    """Return the scale of the first page and its description, None where there is no score."""
    where = document.head.scale
    if where is None:
        return None
    marks = (document.head.score, where.span_text, where.target_text, where.previous_text)
    said = "; ".join(filter(None, marks))
    return scale(where), f"{text('yearly.page.scale', document.language)}: {said}"
