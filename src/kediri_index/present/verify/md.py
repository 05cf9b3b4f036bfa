"""What a verification came to as Markdown."""

from __future__ import annotations

from itertools import groupby

from kediri_index.messages.texts import text
from kediri_index.present.check.md import finding_tables
from kediri_index.present.check.report import CheckReport
from kediri_index.present.markdown_text import escaped
from kediri_index.present.verify.shown import VerifyShown
from kediri_index.present.verify.words import (
    causes_first,
    counts_of,
    not_compared,
    recorded,
    subject_of,
    title_of,
    verdict,
)


def render(shown: VerifyShown) -> str:
    """Return what was compared, everything that differs, and what it comes to."""
    verified, language = shown
    lines = [f"# {escaped(title_of(verified, language))}", ""]
    partial = text("partial", language) if verified.partial else ""
    beside = (recorded(verified, language), not_compared(verified, language))
    for line in (subject_of(verified, language), partial, *beside):
        lines += [escaped(line), ""] if line else []
    if verified.made_by:
        lines += [
            f"- {escaped(what)}: {escaped(said)}" for what, said, _ in counts_of(verified, language)
        ]
    if verified.sha256:
        lines.append(f"- sha256: {verified.sha256}")
    lines.append("")
    for _, findings in groupby(causes_first(verified), key=lambda one: one.cell is not None):
        lines += finding_tables(CheckReport(tuple(findings), language))
    while not lines[-1]:
        lines.pop()
    return "\n".join((*lines, "", f"**{escaped(verdict(verified, language))}**", ""))
