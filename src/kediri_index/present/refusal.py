"""Why there is no result: the findings that forbid it, and what to do about them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kediri_index.messages.texts import text
from kediri_index.model.findings import Finding, Severity
from kediri_index.model.language import Language
from kediri_index.present.document import Block, Command
from kediri_index.present.findings import counts, faults

if TYPE_CHECKING:
    from kediri_index.present.envelope import Outcome


def refused(
    findings: Sequence[Finding], language: Language, sentence: str = "refused"
) -> tuple[Block, ...]:
    """Return *findings*, then the *sentence* that counts the errors among them."""
    errors = counts(findings)[Severity.ERROR]
    return (*faults(findings, language), Command("", text(sentence, language, count=errors)))


def said_to_allow(
    outcome: Outcome, language: Language, again: str, then: str = "next.allow-errors"
) -> Iterator[str]:
    """Yield how to compute in spite of errors, where a file could be read: the text *then*."""
    if any(file.layout for file in outcome.inputs):
        yield text(then, language, again=again)
