"""Telling which findings forbid a result."""

from __future__ import annotations

from collections.abc import Sequence

from kediri_index.cli.output import say, talk
from kediri_index.messages.texts import text
from kediri_index.model.findings import Finding, Severity
from kediri_index.model.language import Language


def tell_refusal(
    findings: Sequence[Finding], language: Language, sentence: str = "refused"
) -> None:
    """Print *findings*, then the *sentence* that counts the errors among them."""
    from kediri_index.present.findings import counts
    from kediri_index.present.findings_text import print_findings  # imports Rich

    talk(lambda console: print_findings(findings, language, console))
    errors = counts(findings)[Severity.ERROR]
    say(text(sentence, language, count=errors), after_space=True)
