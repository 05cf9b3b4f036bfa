"""A trace as a Rich tree, for a terminal of 80 columns or more."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.text import Text
from rich.tree import Tree

from kediri_index.model.safe_text import printable
from kediri_index.model.traced import TracedNode
from kediri_index.present.trace.cut import Branch
from kediri_index.present.trace.shown import TraceShown
from kediri_index.present.trace.words import TraceWords

if TYPE_CHECKING:
    from rich.console import Console

_PLAIN = str.maketrans(
    {"·": "-", "–": "-", "…": "...", "÷": "/", "×": "x", "≤": "<=", "«": '"', "»": '"'}
)


def draw(shown: TraceShown, console: Console) -> None:
    """Print whose trace it is, by which definition, the tree, and what is to be known of it."""
    screen = _Screen(shown.words(), ascii_only=not console.encoding.casefold().startswith("utf"))
    for line in screen.head():
        console.print(Padding(line, (0, 1)))
    console.print()
    console.print(Padding(screen.tree(shown.on_a_screen()), (0, 1)))
    remarks = shown.remarks()
    if remarks:
        console.print()
    for remark in remarks:
        console.print(f" {remark}")


class _Screen:
    def __init__(self, words: TraceWords, *, ascii_only: bool) -> None:
        self.words = words
        self.ascii_only = ascii_only

    def head(self) -> Iterator[Text]:
        """Yield the lines above the tree."""
        words = self.words
        yield self._text(words.whose(), "bold")
        yield self._text(words.about_definition())
        for used in words.used():
            yield self._text(used, "dim")
        above = words.above()
        if above:
            yield self._text(f"{above} >", "dim")

    def tree(self, shown: Branch) -> Tree:
        """Return the tree from *shown* down."""
        tree = Tree(self._node(shown.node), guide_style="dim")
        self._grow(tree, shown)
        return tree

    def _grow(self, tree: Tree, shown: Branch) -> None:
        for child in shown.children:
            self._grow(tree.add(self._node(child.node)), child)
        if shown.hidden:
            tree.add(self._text(self.words.hidden(shown), "dim"))

    def _node(self, node: TracedNode) -> Text:
        words = self.words
        line = Text()
        line.append(self._safe(words.name(node)), "bold")
        line.append(f" {self._safe(words.figure(node))}", "bold cyan")
        rule = words.rule(node)
        if rule:
            between = ": " if node.figure.score is None else " = "
            line.append(f"{between}{self._safe(rule)}")
        details = " · ".join(words.details(node))
        if details:
            line.append(f"\n{self._safe(details)}", "dim")
        return line

    def _text(self, text: str, style: str = "") -> Text:
        return Text(self._safe(text), style)

    def _safe(self, text: str) -> str:
        seen = printable(text)
        return seen.translate(_PLAIN) if self.ascii_only else seen
