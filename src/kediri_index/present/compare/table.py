"""A comparison on a screen of 80 columns or more."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size
from rich.padding import Padding
from rich.text import Text

from kediri_index.model.safe_text import printable
from kediri_index.present.compare.shown import CompareShown
from kediri_index.present.compare.two_sided_bar import two_sided_bar
from kediri_index.present.compare.words import CompareWords, Row, Table

if TYPE_CHECKING:
    from rich.console import Console

_WIDE = 96
_ARM_WIDE, _ARM_NARROW = 14, 9
_NAME_MOST = 44
_GAP = "  "
_PLAIN = str.maketrans({"·": "-", "–": "-", "…": "~", "«": '"', "»": '"', "→": ">"})


def draw(shown: CompareShown, console: Console) -> None:
    """Print the comparison, then what was found about the two together."""
    print_comparison(shown.words(), console, detail=shown.detail)
    for remark in shown.remarks():
        console.print(f" {remark}")
    about_both = shown.about_both()
    if about_both:
        from kediri_index.present.findings_text import print_findings  # noqa: PLC0415 - rare

        console.print()
        print_findings(about_both, shown.language, console)


def print_comparison(words: CompareWords, console: Console, *, detail: bool) -> None:
    """Print the sentence, then the tables, then what is to be known of the figures."""
    screen = _Screen(words, console)
    for line in screen.lines(detail=detail):
        console.print(line)


class _Screen:
    def __init__(self, words: CompareWords, console: Console) -> None:
        self.words = words
        self.width = console.width
        self.ascii_only = not console.encoding.casefold().startswith("utf")
        self.arm = _ARM_WIDE if self.width >= _WIDE else _ARM_NARROW

    def lines(self, *, detail: bool) -> Iterator[Text | Padding]:
        words = self.words
        yield self.text(f" {words.title()}", "bold")
        yield Text()
        yield self._indented(words.summary(), 3)
        if not words.is_same:
            tables = list(words.tables(detail=detail))
            rows = [row for one in tables for row in (*one.rows, *one.apart)]
            largest = max((abs(row.value) for row in rows), default=Fraction(0)) or Fraction(1)
            for table in tables:
                yield Text()
                yield from self._table(table, largest)
        yield Text()
        for note in words.notes():
            yield self._indented(note, 1, "dim")

    def text(self, said: str, style: str = "") -> Text:
        """Return *said* for the terminal, with plain signs where it has no others."""
        clean = printable(said)
        return Text(clean.translate(_PLAIN) if self.ascii_only else clean, style)

    def _indented(self, said: str, spaces: int, style: str = "") -> Padding:
        return Padding(self.text(said, style), (0, 1, 0, spaces))

    def _table(self, table: Table, largest: Fraction) -> Iterator[Text | Padding]:
        rows = [*table.rows, *table.apart, *([table.total] if table.total else [])]
        with_scores = any(row.before or row.after for row in rows)
        old, new = self.words.headings() if with_scores else ("", "")
        heads = [old, new, self.words.say("column.contribution")]
        cells = [self._cells(row) for row in rows]
        widths = [
            max(cell_len(one) for one in column) for column in zip(heads, *cells, strict=True)
        ]
        code = max((cell_len(row.code) for row in rows), default=0) + 1 if table.coded else 0
        taken = 1 + code + sum(width + len(_GAP) for width in widths if width)
        room = self.width - taken - len(_GAP) - 2 * self.arm - 2
        longest = max(cell_len(printable(one)) for one in (table.title, *(r.name for r in rows)))
        name = min(longest, room, _NAME_MOST)
        yield self.text(self._joined(table.title, "", heads, widths, (code, name)), "dim")
        for row, figures in zip(rows, cells, strict=True):
            line = self.text(self._joined(row.name, row.code, figures, widths, (code, name)))
            if row is table.total:
                line.stylize("bold")
            else:
                drawn = two_sided_bar(row.value, largest, self.arm, ascii_only=self.ascii_only)
                style = "green" if row.value > 0 else "red" if row.value < 0 else "dim"
                line.append(f"{_GAP}{drawn}", style)
            yield line
        if table.note:
            yield self._indented(table.note, 1, "dim")

    def _cells(self, row: Row) -> tuple[str, str, str]:
        return row.before, row.after, self.words.signed(row.value)

    def _joined(
        self,
        name: str,
        code: str,
        figures: list[str] | tuple[str, ...],
        widths: list[int],
        room: tuple[int, int],
    ) -> str:
        coded, named = room
        lead = set_cell_size(code, coded) if coded else ""
        if coded and not code:  # a heading stands above the codes
            lead, named = "", named + coded
        parts = [f" {lead}{_cut(printable(name), named)}"]
        parts += [
            f"{' ' * (width - cell_len(one))}{one}"
            for one, width in zip(figures, widths, strict=True)
            if width
        ]
        return _GAP.join(parts)


def _cut(name: str, width: int) -> str:
    if cell_len(name) > width:
        return f"{set_cell_size(name, width - 1).rstrip()}…".ljust(width)
    return set_cell_size(name, width)
