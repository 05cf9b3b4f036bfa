"""What a verification came to as Markdown."""

from __future__ import annotations

from itertools import groupby

from kediri_index.messages.texts import text
from kediri_index.model.bundle import Verified
from kediri_index.model.language import Language
from kediri_index.report.check_md import finding_tables
from kediri_index.report.check_report import CheckReport
from kediri_index.report.markdown_text import escaped
from kediri_index.report.verify_words import causes_first, counts_of, subject_of, title_of, verdict


def verify_md(verified: Verified, language: Language) -> str:
    """Return what was compared, everything that differs, and what it comes to."""
    lines = [f"# {escaped(title_of(verified, language))}", ""]
    partial = text("partial", language) if verified.partial else ""
    for line in (subject_of(verified, language), partial):
        lines += [escaped(line), ""] if line else []
    lines += [f"**{escaped(verdict(verified, language))}**", ""]
    if verified.made_by:
        lines += [
            f"- {escaped(what)}: {escaped(said)}" for what, said, _ in counts_of(verified, language)
        ]
    if verified.sha256:
        lines.append(f"- sha256: {verified.sha256}")
    lines.append("")
    for _, findings in groupby(causes_first(verified), key=lambda one: one.cell is not None):
        lines += finding_tables(CheckReport(tuple(findings), language))
    return "\n".join(lines).rstrip("\n") + "\n"
