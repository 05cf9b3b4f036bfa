"""The board of agencies (OPD) on a screen of 80 columns or more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size
from rich.padding import Padding
from rich.text import Text

from kediri_index.model.board import OpdState, OpdStatus
from kediri_index.model.profile import Opd
from kediri_index.model.safe_text import printable
from kediri_index.present.bar import bar
from kediri_index.present.findings import counted_files
from kediri_index.present.status.shown import StatusShown
from kediri_index.present.status.words import NOTHING, StatusWords

if TYPE_CHECKING:
    from rich.console import Console

_WIDE = 96
_BAR_WIDE, _BAR_NARROW = 24, 10
_GAP = "  "
_NAME_LEAST = 12
_SIGNS = {
    OpdState.COMPLETE: "✓",
    OpdState.FAULTY: "✗",
    OpdState.INCOMPLETE: "…",
    OpdState.MISSING: "–",
}
_ASCII_SIGNS = {
    OpdState.COMPLETE: "+",
    OpdState.FAULTY: "x",
    OpdState.INCOMPLETE: "~",
    OpdState.MISSING: "-",
}
_STYLES = {
    OpdState.COMPLETE: "green",
    OpdState.FAULTY: "red",
    OpdState.INCOMPLETE: "yellow",
    OpdState.MISSING: "bold",
}
_PLAIN = str.maketrans({"·": "-", "–": "-", "…": "~", "«": '"', "»": '"', "→": ">"})


def draw(shown: StatusShown, console: Console) -> None:
    """Print the board, then the files beside it, then how many findings there are."""
    screen = _Screen(shown.words(), console)
    for line in screen.lines():
        console.print(line)
    paths = [file.path for file in shown.data.inputs]
    counts = counted_files(paths, shown.findings, shown.language, len(shown.waived))
    console.print(screen.text(f" {counts}", "bold"))


class _Screen:
    def __init__(self, words: StatusWords, console: Console) -> None:
        self.words = words
        self.width = console.width
        self.ascii_only = not console.encoding.casefold().startswith("utf")

    def lines(self) -> Iterator[Text | Padding]:
        yield self._head()
        yield Text()
        yield from self._rows()
        others = self.words.board.other_files
        if others:
            yield Text()
            heading = self.words.say("board.other-files")
            yield self.text(f" {heading}", "bold")
        for other in others:
            yield self._indented(self.words.file(other.path), 3)
            yield self._indented(self.words.other_file(other), 5, "dim")
        unassigned = self.words.unassigned()
        if unassigned:
            yield Text()
            yield self._indented(unassigned, 1)
        yield Text()

    def text(self, said: str, style: str = "") -> Text:
        """Return *said* for the terminal, with plain signs where it has no others."""
        clean = printable(said)
        return Text(clean.translate(_PLAIN) if self.ascii_only else clean, style)

    def _indented(self, said: str, spaces: int, style: str = "") -> Padding:
        return Padding(self.text(said, style), (0, 1, 0, spaces))

    def _head(self) -> Text:
        board = self.words.board
        width = _BAR_WIDE if self.width >= _WIDE else _BAR_NARROW
        total = Fraction(len(board.opd))
        complete = Fraction(board.complete)
        drawn = bar(complete, (Fraction(0), total), width, ascii_only=self.ascii_only)
        title = self.text(f" {self.words.title()}", "bold")
        right = self.text(f"{self.words.complete()}   ")
        right.append(drawn, "cyan")
        right.append(f" {100 * board.complete // len(board.opd)} %".rjust(7))
        space = self.width - title.cell_len - right.cell_len - 1
        return Text.assemble(title, " " * space if space > 1 else "\n ", right)

    def _rows(self) -> Iterator[Text | Padding]:
        titles = [
            self.words.say(key)
            for key in (
                "board.state",
                "board.filled",
                "board.errors",
                "board.revision",
                "column.weight",
            )
        ]
        rows = [(row, self._cells(row)) for row in self.words.board.opd]
        widths = [
            max(cell_len(cell) for cell in column)
            for column in zip(titles, *(cells for _, cells in rows), strict=True)
        ]
        taken = 1 + sum(width + len(_GAP) for width in widths)
        name_width = self._name_width(self.width - taken - len(_GAP) - self._remark_width())
        head = [set_cell_size(self.words.say("column.opd"), name_width), *_aligned(titles, widths)]
        yield self.text(f" {_GAP.join(head)}", "dim")
        for row, cells in rows:
            yield from self._row(row, _aligned(cells, widths), name_width, taken)

    def _row(
        self, row: OpdStatus, cells: list[str], name_width: int, taken: int
    ) -> Iterator[Text | Padding]:
        name = set_cell_size(_shortened(row.opd, name_width), name_width)
        line = self.text(f" {name}{_GAP}")
        line.append_text(self.text(cells[0], _STYLES[row.state]))
        line.append_text(self.text(f"{_GAP}{_GAP.join(cells[1:])}"))
        remarks = list(self.words.remarks(row, warnings=True))
        space = self.width - taken - name_width - len(_GAP)
        beside = 0
        while beside < len(remarks) and cell_len(" · ".join(remarks[: beside + 1])) <= space:
            beside += 1
        if beside:
            line.append_text(self.text(f"{_GAP}{' · '.join(remarks[:beside])}"))
        yield line
        below = [*remarks[beside:], *self.words.below(row)]
        for said in below:
            yield self._indented(said, 3, "dim")

    def _cells(self, row: OpdStatus) -> list[str]:
        signs = _ASCII_SIGNS if self.ascii_only else _SIGNS
        return [
            f"{signs[row.state]} {self.words.state(row.state)}",
            f"{row.answered}/{row.expected}",
            str(row.errors or NOTHING),
            NOTHING if row.revision is None else str(row.revision),
            self.words.weight(row.weight),
        ]

    def _remark_width(self) -> int:
        """Return the room that the first remark of every row takes."""
        rows = (self.words.remarks(row, warnings=True) for row in self.words.board.opd)
        return max(cell_len(next(remarks, "")) for remarks in rows)

    def _name_width(self, space: int) -> int:
        longest = max(cell_len(printable(row.opd.name)) for row in self.words.board.opd)
        return max(min(longest, space), _NAME_LEAST)


def _aligned(cells: Sequence[str], widths: Sequence[int]) -> list[str]:
    """Return the state at the left of its column, the figures at the right of theirs."""
    first, *others = zip(cells, widths, strict=True)
    return [
        set_cell_size(first[0], first[1]),
        *(f"{' ' * (width - cell_len(cell))}{cell}" for cell, width in others),
    ]


def _shortened(opd: Opd, width: int) -> str:
    """Return the agency's name, its short one where that does not fit, or as much as does."""
    for name in (opd.name, opd.short):
        if name is not None and cell_len(printable(name)) <= width:
            return printable(name)
    return f"{set_cell_size(printable(opd.short or opd.name), width - 1)}…"
