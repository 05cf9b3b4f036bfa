"""What a verification came to, on a screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.text import Text

from kediri_index.messages.texts import text
from kediri_index.model.bundle import Verified
from kediri_index.model.language import Language
from kediri_index.model.safe_text import printable
from kediri_index.present.findings_text import print_findings
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

if TYPE_CHECKING:
    from rich.console import Console


def draw(shown: VerifyShown, console: Console) -> None:
    """Print what was compared, everything that differs, and what it comes to."""
    verified, language = shown
    console.print(Text(f" {printable(title_of(verified, language))}", style="bold"))
    heading = (subject_of, _partial, recorded)
    for line in (sentence(verified, language) for sentence in heading):
        if line:
            console.print(Padding(printable(line), (0, 0, 0, 1)))
    counts = list(counts_of(verified, language)) if verified.made_by else []
    console.print()
    good, bad = ("✓", "✗") if console.encoding.casefold().startswith("utf") else ("+", "x")
    width = max((len(what) for what, _, _ in counts), default=0)
    for what, said, is_same in counts:
        style = "green" if is_same else "red"
        console.print(Text(f" {good if is_same else bad} {what:{width}}  {said}", style=style))
    if counts:
        console.print()
    if verified.findings:
        print_findings(causes_first(verified), language, console)
        console.print()
    if line := not_compared(verified, language):
        console.print(Padding(printable(line), (0, 0, 0, 1)))
    if verified.sha256:
        console.print(Text(f" sha256 {verified.sha256}", style="dim"))
    console.print(Padding(Text(printable(verdict(verified, language)), style="bold"), (0, 0, 0, 1)))


def _partial(verified: Verified, language: Language) -> str:
    return text("partial", language) if verified.partial else ""
