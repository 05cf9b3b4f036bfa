"""A comparison of definitions as Markdown, for pages and pull requests."""

from __future__ import annotations

from collections.abc import Iterator

from kediri_index.messages.catalogue import message_of, repair_of
from kediri_index.present.definition.diff.parts import Part, effect_parts, head, parts
from kediri_index.present.definition.diff.shown import DiffShown
from kediri_index.present.definition.diff.words import DiffWords
from kediri_index.present.markdown_text import escaped, row


def render(shown: DiffShown) -> str:
    """Return a section a comparison, a table a kind of change."""
    report, language = shown
    words = DiffWords(language)
    lines: list[str] = []
    for diff in report.diffs:
        first, *others = head(diff, words)
        lines += ["", f"## {escaped(first)}", ""]
        lines += [f"{escaped(line)}  " for line in others]
        lines += _parts(parts(diff, report, words))
    if report.effect is not None and report.effect.units is not None:
        lines += _parts(effect_parts(report.effect, report, words))
    for finding in report.findings():
        said = f"{finding.code} {message_of(finding, language)} · {repair_of(finding, language)}"
        lines += ["", f"**{escaped(f'{finding.file}:{finding.line}')}** {escaped(said)}"]
    return "\n".join(lines[1:]) + "\n"


def _parts(parts: Iterator[Part]) -> Iterator[str]:
    for part in parts:
        yield ""
        if isinstance(part, str):
            yield escaped(part)
            continue
        if part.title:
            yield f"### {escaped(part.title)}"
            yield ""
        yield row([escaped(title) for title, _ in part.columns])
        yield row(["---:" if figure else "---" for _, figure in part.columns])
        yield from (row([escaped(cell) for cell in cells]) for cells in part.rows)
        if part.below:
            yield ""
            yield escaped(part.below)
