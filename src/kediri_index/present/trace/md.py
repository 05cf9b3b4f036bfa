"""A trace as Markdown: a nested list for the appendix of a report."""

from __future__ import annotations

from collections.abc import Iterator

from kediri_index.present.markdown_text import escaped
from kediri_index.present.trace.cut import Branch
from kediri_index.present.trace.shown import TraceShown
from kediri_index.present.trace.words import TraceWords


def render(shown: TraceShown) -> str:
    """Return a section with the tree, and what is to be known of the whole below it."""
    words, remarks = shown.words(), shown.remarks()
    above = words.above()
    lines = [
        f"## {escaped(words.title())}",
        "",
        f"{escaped(words.about_definition())}; {escaped(' · '.join(words.used()))}",
        "",
    ]
    if above:
        lines += [escaped(above), ""]
    lines += _items(words, shown.in_full(), 0)
    if remarks:
        lines += ["", *(f"{escaped(one)}  " for one in remarks)]
    return "\n".join(line.rstrip() if not line.endswith("  ") else line for line in lines) + "\n"


def _items(words: TraceWords, shown: Branch, level: int) -> Iterator[str]:
    node, indent = shown.node, "  " * level
    rule = words.rule(node)
    between = ": " if node.figure.score is None else " = "
    figure = f"**{escaped(words.name(node))} {escaped(words.figure(node))}**"
    said = f"{between}{escaped(rule)}" if rule else ""
    details = " · ".join(map(escaped, words.details(node)))
    yield f"{indent}- {figure}{said}"
    if details:
        yield f"{indent}  <br>{details}"
    for child in shown.children:
        yield from _items(words, child, level + 1)
    if shown.hidden:
        yield f"{indent}  - {escaped(words.hidden(shown))}"
