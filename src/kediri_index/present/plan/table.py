"""A plan on a screen of 80 columns or more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from textwrap import wrap
from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size
from rich.padding import Padding
from rich.text import Text

from kediri_index.model.safe_text import printable
from kediri_index.present.plan.shown import PlanShown
from kediri_index.present.plan.words import PlanWords

if TYPE_CHECKING:
    from rich.console import Console

_GAP = "  "
_NAME_LEAST = 16
_PLAIN = str.maketrans({"·": "-", "–": "-", "«": '"', "»": '"', "→": ">", "…": "~"})


def draw(shown: PlanShown, console: Console) -> None:
    """Print where the plan leads and at what cost, then its steps, others and the frontier."""
    for line in _Screen(shown.words(), console).lines():
        console.print(line)
    own = shown.about_plans()
    if own:
        from kediri_index.present.findings_text import print_findings  # noqa: PLC0415 - rare

        console.print()
        print_findings(own, shown.language, console)


class _Screen:
    def __init__(self, words: PlanWords, console: Console) -> None:
        self.words = words
        self.width = console.width
        self.ascii_only = not console.encoding.casefold().startswith("utf")

    def lines(self) -> Iterator[Text | Padding]:
        words, plan = self.words, self.words.plan
        yield self._text(f" {words.title()}", "bold")
        yield self._indented(words.about_definition(), 1, "dim")
        yield Text()
        yield from self._head()
        if plan.chosen.steps:
            yield Text()
            yield from self._steps()
            for said in words.about_gains():
                yield self._indented(said, 1, "dim")
        needs = words.needs()
        if needs is not None:
            yield self._indented(needs, 1)
        if plan.alternatives:
            yield Text()
            yield self._indented(words.say("plan.others"), 1)
            for said in words.alternatives():
                yield from self._listed(said)
            if plan.more:
                yield self._indented(words.say("plan.more"), 3, "dim")
        if plan.frontier is not None:
            yield Text()
            yield from self._frontier()
        yield Text()
        yield self._indented(words.about_version(), 1, "dim")

    def _head(self) -> Iterator[Text | Padding]:
        """Yield the plan in a line where it fits, then what it starts from."""
        words = self.words
        line = self._text(f"   {words.from_to()}", "bold")
        line.append_text(self._text(f"   {words.least()}"))
        best, facts = words.best(), list(words.facts())
        if line.cell_len + cell_len(best) + 4 <= self.width:
            line.append_text(self._text(f"   {best}"))
        else:
            facts.insert(0, best)
        yield line if line.cell_len < self.width else Padding(line, (0, 1, 0, 0))
        verdict = words.verdict()
        if verdict is not None:
            yield self._indented(verdict, 3, "bold")
        yield self._indented(" · ".join(facts), 3, "dim")

    def _steps(self) -> Iterator[Text | Padding]:
        words = self.words
        heads = [words.say(f"column.{one}") for one in ("from", "to", "cost", "gain")]
        id_width = max((cell_len(step.id) for step in words.plan.chosen.steps), default=0)
        chosen = words.plan.chosen
        *costs, total_cost = words.amounts([*(step.cost for step in chosen.steps), chosen.cost])
        rows = [
            (
                f"{set_cell_size(step.id, id_width)}{_GAP}{words.name(step.id)}",
                [
                    words.score(step.start),
                    words.score(step.end),
                    cost,
                    words.gain(step.gain),
                ],
            )
            for step, cost in zip(chosen.steps, costs, strict=True)
        ]
        gained = sum((step.gain for step in chosen.steps), Fraction(0))
        total = ["", "", total_cost, words.gain(gained)]
        yield from self._table(
            words.say("column.step"), heads, [*rows, (words.say("plan.sum"), total)]
        )

    def _frontier(self) -> Iterator[Text | Padding]:
        words = self.words
        yield self._indented(words.say("plan.frontier"), 1, "bold")
        heads = [words.say(f"column.{one}") for one in ("published", "unrounded", "cost")]
        points = words.plan.frontier or ()
        cells = [
            [
                words.figure(point.after.published),
                words.unrounded(point.after.score),
                ("" if point.proven else "~") + cost,
            ]
            for point, cost in zip(points, words.amounts([one.cost for one in points]), strict=True)
        ]
        widths = _widths(heads, cells)
        yield self._text(f" {_line(heads, widths)}", "dim")
        for row in cells:
            yield self._text(f" {_line(row, widths)}")
        if not all(point.proven for point in points):
            yield self._indented(words.say("plan.frontier-unproven"), 1, "dim")

    def _table(
        self, title: str, heads: Sequence[str], rows: Sequence[tuple[str, list[str]]]
    ) -> Iterator[Text]:
        widths = _widths(heads, [cells for _, cells in rows])
        room = self.width - 2 - sum(width + len(_GAP) for width in widths)
        longest = max(cell_len(printable(name)) for name, _ in rows)
        name_width = max(min(longest, room), _NAME_LEAST, cell_len(title))
        yield self._text(f" {set_cell_size(title, name_width)}{_GAP}{_line(heads, widths)}", "dim")
        for name, cells in rows:
            said = _cut(printable(name), name_width)
            yield self._text(f" {said}{_GAP}{_line(cells, widths)}")

    def _text(self, said: str, style: str = "") -> Text:
        """Return *said* for the terminal, with plain signs where it has no others."""
        clean = printable(said)
        return Text(clean.translate(_PLAIN) if self.ascii_only else clean, style)

    def _listed(self, said: str) -> Iterator[Text]:
        """Yield *said* as an entry of a list, broken between words."""
        for at, line in enumerate(wrap(said, max(self.width - 6, _NAME_LEAST))):
            yield self._text(f"   {'-' if not at else ' '} {line}")

    def _indented(self, said: str, spaces: int, style: str = "") -> Padding:
        return Padding(self._text(said, style), (0, 1, 0, spaces))


def _widths(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> list[int]:
    return [max(map(cell_len, column)) for column in zip(heads, *rows, strict=True)]


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    """Return the cells of figures, each at the right of its column."""
    return _GAP.join(
        f"{' ' * (width - cell_len(cell))}{cell}" for cell, width in zip(cells, widths, strict=True)
    )


def _cut(name: str, width: int) -> str:
    """Return *name* in exactly *width* columns."""
    if cell_len(name) <= width:
        return set_cell_size(name, width)
    return f"{set_cell_size(name, width - 1)}…"
