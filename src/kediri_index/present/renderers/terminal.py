"""A document on a screen: lines of the width that there is, in signs that its encoding has."""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import zip_longest
from typing import NamedTuple

from rich.cells import cell_len

from kediri_index.messages.texts import text
from kediri_index.model.findings import Lines, Severity
from kediri_index.model.language import Language
from kediri_index.present.document import (
    BARS,
    FIGURES,
    Block,
    Bullets,
    Chart,
    ColumnKind,
    Command,
    Difference,
    Document,
    FindingLine,
    FindingLines,
    Heading,
    Headline,
    LabelledTexts,
    Paragraph,
    Section,
    Table,
    TableCell,
    Tone,
    TreeNode,
    with_texts,
)
from kediri_index.present.renderers.ascii import NAME
from kediri_index.present.renderers.layout import (
    GAP,
    FittedColumn,
    Line,
    aligned,
    bar,
    both_ways,
    broken,
    fitted,
)

WIDTH_WITHOUT_TERMINAL = 120

_STYLES = {
    Tone.PLAIN: "",
    Tone.GOOD: "green",
    Tone.DOUBT: "yellow",
    Tone.BAD: "red",
    Tone.MUTED: "dim",
    Tone.STRONG: "bold",
}
_SEVERITIES = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan", None: ""}
_SIGNS = {Severity.ERROR: "✗", Severity.WARNING: "!", Severity.NOTE: "·", None: " "}
_CHANGES = {"-": "red", "+": "green", "@": "cyan"}
_TONES = {Tone.GOOD: "✓", Tone.BAD: "✗"}
_GUIDES = {False: ("├── ", "└── ", "│   "), True: ("+-- ", "`-- ", "|   ")}
_MARK = "◄"
_TERM = 24
_WIDE = 60
"""From so much room on a bar beside a figure is a long one."""
_PLACE = 7
_BETWEEN = "   "
_EMPTY: Line = ()
_TEXTS = (Paragraph, Bullets, Command)


class ScreenSize(NamedTuple):
    """How many columns there are, and which signs they can show."""

    width: int
    encoding: str

    @property
    def ascii_only(self) -> bool:
        """Whether bars and frames are of plain signs."""
        return not self.encoding.casefold().startswith("utf")

    def plain(self, said: str) -> str:
        """Return *said* with likenesses of the signs that are lacking, before it is measured."""
        return said.encode(self.encoding, NAME).decode(self.encoding)


def lines(document: Document, screen: ScreenSize) -> Iterator[Line]:
    """Yield the whole document, line by line."""
    if screen.ascii_only:
        document = with_texts(document, screen.plain)
    return _Drawn(screen, document.language).document(document)


class _Drawn:
    def __init__(self, screen: ScreenSize, language: Language) -> None:
        self.width = screen.width
        self.ascii_only = screen.ascii_only
        self.language = language
        self.plain = screen.plain if self.ascii_only else str

    def document(self, document: Document) -> Iterator[Line]:
        """Yield its sections, what it goes by, and what it comes to."""
        warning = document.warning
        for number, section in enumerate(document.sections):
            if number:
                yield _EMPTY
            yield from self._section(section, warning)
            warning = ""
        if document.foot:
            yield _EMPTY
            yield from self._words(document.foot, "dim")
        if document.end:
            if document.sections:
                yield _EMPTY
            yield from self._words(document.end, "bold")

    def _section(self, section: Section, warning: str) -> Iterator[Line]:
        yield from self._title(section)
        if warning:
            yield from self._words(warning, "bold yellow")
        before: Block | None = None
        for block in section.blocks:
            is_first = before is None and (section.about or not isinstance(block, _TEXTS))
            if (is_first and (section.title or section.about)) or (
                before and not _joins(before, block)
            ):
                yield _EMPTY
            yield from self._block(block)
            before = block

    def _title(self, section: Section) -> Iterator[Line]:
        """Yield title and definition on one line, on two where they are too long."""
        title, about = section.title, section.about
        space = self.width - 2 - cell_len(title) - cell_len(about)
        if title and about and space > 1:
            yield (f" {title}", "bold"), (" " * space, ""), (about, "dim")
            return
        if title:
            yield from self._words(title, "bold")
        if about:
            yield from self._words(about, "dim")

    def _block(self, block: Block) -> Iterator[Line]:  # noqa: C901, PLR0912 - a case a block
        match block:
            case Heading():
                yield from self._words(block.text, "bold")
            case Paragraph():
                style = "dim" if block.muted else "bold" if block.strong else ""
                yield from self._words(block.text, style)
            case Bullets():
                for number, entry in enumerate(block.entries, start=1):
                    mark = f"{number}." if block.numbered else "-"
                    yield from self._hung(f"   {mark} ", entry)
            case Table():
                yield from self._table(block)
            case Chart():
                yield from self._table(block.table)
            case LabelledTexts():
                yield from self._pairs(block)
            case Headline():
                yield from self._lead(block)
            case FindingLines():
                yield from self._faults(block)
            case TreeNode():
                yield from self._tree(block)
            case Lines():
                yield from self._lines(block)
            case Difference():
                for line in block.lines:
                    yield ((f"{_BETWEEN}{line}", _CHANGES.get(line[:1], "")),)
            case Command():
                label = f"{block.label}: " if block.label else ""
                yield ((f" {label}{block.text}", "dim" if label else ""),)

    def _words(self, said: str, style: str = "", indent: int = 1) -> Iterator[Line]:
        for line in broken([(said, style)], self.width - indent - 1):
            yield (" " * indent, ""), *line

    def _hung(self, mark: str, said: str, style: str = "") -> Iterator[Line]:
        """Yield *said* after *mark*, its further lines below its first."""
        for number, line in enumerate(broken([(said, style)], self.width - cell_len(mark) - 1)):
            yield (" " * cell_len(mark) if number else mark, ""), *line

    def _lead(self, lead: Headline) -> Iterator[Line]:
        margin = f"{_BETWEEN}{lead.figure}{_BETWEEN if lead.phrases else ''}"
        if cell_len(margin) > self.width // 2:
            yield from self._words(lead.figure, "bold", len(_BETWEEN))
            margin, figure = _BETWEEN, ""
        else:
            figure = margin
        if figure and not lead.phrases:
            yield ((figure, "bold"),)
        room = self.width - cell_len(margin) - 1
        phrases = lead.phrases
        if lead.share is not None:
            drawn = bar(lead.share, 24 if room > _WIDE else 10, ascii_only=self.ascii_only)
            phrases = (f"{drawn} {phrases[0]}", *phrases[1:])
        for line in _filled(phrases, room):
            for part in broken([(line, "")], room):
                yield (figure or " " * cell_len(margin), "bold" if figure else ""), *part
                figure = ""

    def _table(self, table: Table) -> Iterator[Line]:
        if table.caption:
            yield from self._words(table.caption, "bold")
        columns = fitted(table, self.width - 2)
        titles = [list(self._column_title(one)) for one in columns]
        if any(one.title for one in columns):
            height = max(map(len, titles))
            upright = [[_EMPTY] * (height - len(title)) + title for title in titles]
            yield from self._row(columns, upright)
        every = table.below or ((),) * len(table.rows)
        for cells, below in zip(table.rows, every, strict=True):
            drawn = [self._cell(one, cells[one.at]) for one in columns]
            yield from self._row(columns, drawn)
            for sentence in below:
                yield from self._words(sentence, "dim", 3)
        shown = {one.at for one in columns}
        left_out = sum(
            at not in shown and column.kind not in BARS for at, column in enumerate(table.columns)
        )
        if left_out:
            yield from self._words(text("columns-left-out", self.language, count=left_out), "dim")
        if table.note:
            yield from self._words(table.note, "dim")

    @staticmethod
    def _column_title(one: FittedColumn) -> Iterator[Line]:
        """Yield the title, over a bar at its right, where the mark is."""
        is_bar = one.column.kind is ColumnKind.BAR
        for line in broken([(one.title, "dim")], one.width):
            yield aligned(line, one.width, right=True) if is_bar else line

    @staticmethod
    def _row(columns: Sequence[FittedColumn], cells: Sequence[Sequence[Line]]) -> Iterator[Line]:
        for parts in zip_longest(*cells, fillvalue=_EMPTY):
            line: list[tuple[str, str]] = []
            for one, part in zip(columns, parts, strict=True):
                line.append((" " * (GAP if line else 1), ""))
                line += aligned(part, one.width, right=one.column.kind in FIGURES)
            yield tuple(line)

    def _cell(self, one: FittedColumn, cell: TableCell) -> list[Line]:
        kind, value = one.column.kind, cell.value
        if kind is ColumnKind.BAR and value is not None:
            share, mark = Fraction(value), one.column.mark
            return [((bar(share, one.width, mark=mark, ascii_only=self.ascii_only), "cyan"),)]
        if kind is ColumnKind.BOTH_WAYS and value is not None:
            style = "green" if value > 0 else "red" if value < 0 else "dim"
            return [((both_ways(Fraction(value), one.width, ascii_only=self.ascii_only), style),)]
        said, width = cell.text, one.width
        if said.isascii() and len(said) <= width:
            return [((said, _STYLES[cell.tone]),)]
        said = cell.short if cell.short and cell_len(said) > width else said
        indent = len(said) - len(said.lstrip())
        if not indent:
            return list(broken([(said, _STYLES[cell.tone])], width))
        inner = broken([(said.lstrip(), _STYLES[cell.tone])], width - indent)
        return [((" " * indent, ""), *line) for line in inner]

    def _pairs(self, pairs: LabelledTexts) -> Iterator[Line]:
        signed = any(one.tone in _TONES for one in pairs.entries)
        widest = min(max((cell_len(one.term) for one in pairs.entries), default=0), _TERM)
        for one in pairs.entries:
            sign = f"{self.plain(_TONES.get(one.tone, ' '))} " if signed else ""
            style = _STYLES[one.tone] if signed else ""
            room = self.width - widest - cell_len(sign) - 4
            terms = broken([(one.term, style or "dim")], widest)
            texts = broken([(one.text, style)], room)
            for term, said in zip_longest(terms, texts, fillvalue=_EMPTY):
                yield (f" {sign}", style), *aligned(term, widest, right=False), ("  ", ""), *said
                sign = " " * cell_len(sign)

    def _faults(self, faults: FindingLines) -> Iterator[Line]:
        if faults.heading:
            yield from self._words(faults.heading, "bold")
        places = [f"{self.plain(_SIGNS[one.severity])} {one.place}" for one in faults.entries]
        place = max(_PLACE, *map(cell_len, places))
        code = max(cell_len(one.code) for one in faults.entries)
        room = self.width - place - code - 8
        for at, one in zip(places, faults.entries, strict=True):
            head: Line = (
                *aligned(((at, _SEVERITIES[one.severity]),), place + 4, right=False),
                *aligned(((one.code, ""),), code + 4, right=False),
            )
            for line in self._fault(one, room):
                yield *head, *line
                head = ((" " * (place + code + 8), ""),)

    def _fault(self, fault: FindingLine, room: int) -> Iterator[Line]:
        repair = f" {self.plain('·')} {fault.repair}" if fault.repair else ""
        yield from broken([(fault.message, ""), (repair, "dim")], room)
        if fault.line:
            yield from broken([(fault.line, "dim")], room)

    def _tree(self, tree: TreeNode, first: str = " ", other: str = " ") -> Iterator[Line]:
        for line in self._node(tree, self.width - len(other) - 1):
            yield (first, "dim"), *line
            first = other
        more = (TreeNode("", more, between="") for more in ([tree.more] if tree.more else []))
        below = [*tree.children, *more]
        fork, last, down = _GUIDES[self.ascii_only]
        for number, child in enumerate(below, start=1):
            ends = number == len(below)
            inner = other + (" " * len(down) if ends else down)
            yield from self._tree(child, other + (last if ends else fork), inner)

    @staticmethod
    def _node(tree: TreeNode, room: int) -> Iterator[Line]:
        if not tree.name:
            yield from broken([(tree.figure, "dim")], room)
            return
        head = [(tree.name, "bold"), (f" {tree.figure}" if tree.figure else "", "bold cyan")]
        yield from broken([*head, (f"{tree.between}{tree.text}", "")], room)
        if tree.details:
            yield from broken([(tree.details, "dim")], room)

    def _lines(self, block: Lines) -> Iterator[Line]:
        """Yield the lines beside their numbers, a caret below the place or a mark at the end."""
        mark = self.plain(_MARK)
        width = len(str(block.first + len(block.lines)))
        column = (block.column or 1) - 1
        for number, line in enumerate(block.lines, block.first):
            margin = f"   {number:>{width}}  "
            room = max(self.width - len(margin) - len(mark) - 1, 1)
            start = max(0, column - room // 2) if len(line) > room else 0
            shown: Line = ((f"{margin}{line[start : start + room]}", ""),)
            if number != block.line:
                yield shown
            elif block.column is None:
                yield *shown, (f" {mark}", "red")
            else:
                yield shown
                yield ((f"{' ' * (len(margin) + column - start)}^", "red"),)


def _joins(before: Block | None, block: Block) -> bool:
    """Return whether *block* follows without an empty line: text goes on, headings lead on."""
    if isinstance(before, Heading | Headline):
        return isinstance(before, Heading) or isinstance(block, Paragraph)
    if isinstance(before, FindingLines):
        return isinstance(block, FindingLines)
    return isinstance(before, _TEXTS) and isinstance(block, _TEXTS)


def _filled(phrases: Iterable[str], room: int) -> list[str]:
    """Return *phrases* in lines of at most *room*, none broken where it fits a line."""
    found: list[str] = []
    for phrase in phrases:
        if found and cell_len(found[-1]) + len(_BETWEEN) + cell_len(phrase) <= room:
            found[-1] += f"{_BETWEEN}{phrase}"
        else:
            found.append(phrase)
    return found
