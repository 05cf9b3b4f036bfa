"""What ``bundle`` came to: where the archive is, and its hash."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kediri_index.model.bundle import Bundle, Call
from kediri_index.present.document import Block, Document, Paragraph, Section
from kediri_index.present.envelope import Json, outcome_json
from kediri_index.present.findings import refused
from kediri_index.present.formats import Presentation


@dataclass(frozen=True)
class BundlePresentation(Presentation):
    """The archive, or why there is none, and the *path* that it was written to.

    *typed* is the path with the limits that ``verify`` needs, None where it is no file.
    """

    bundle: Bundle
    path: str
    typed: str | None = None

    def document(self) -> Document:
        """Return where the archive is, how many files it holds, and the hash of its bytes."""
        count = len(self.bundle.members)
        written = Paragraph(self.say("bundle.written", path=self.path, count=count))
        blocks = (written, Paragraph(f"sha256 {self.bundle.sha256}"))
        warning = self.say("partial") if self.bundle.outcome.partial else ""
        return Document(self.language, (Section("bundle", "", blocks),), warning=warning)

    def json(self) -> str:
        """Return the envelope: the archive, or no result."""
        bundle, result = self.bundle, None
        if bundle.data is not None:
            file = {"path": self.path, "sha256": bundle.sha256, "members": len(bundle.members)}
            result = {"files": [file]}
        return outcome_json("bundle", bundle.outcome, result, bundle.language)

    def refusal(self) -> tuple[Block, ...]:
        """Return the findings that forbid an archive."""
        if self.bundle.data is not None:
            return ()
        return refused(self.bundle.outcome.findings, self.language, "bundle.refused")

    def next(self) -> Iterator[str]:
        """Yield to keep the hash elsewhere, and how to verify the archive."""
        if self.bundle.data is not None:
            yield self.say("bundle.keep")
            if self.typed is not None:
                yield self.say("next.verify", path=self.typed)


def call_json(call: Call) -> dict[str, Json]:
    """Return the options that figures depend on, by key."""
    hints = call.hints
    return {
        "value": call.value,
        "target": None if call.target is None else str(call.target),
        "unit": hints.unit,
        "year": hints.year,
        "decimal": hints.decimal_mark,
        "profile_unit": hints.theirs,
        "allow_errors": call.allow_errors,
        "detail": call.detail,
        "language": call.language,
        "limits": dict(call.limits),
        "known_definitions": call.known,
        "day": None if call.day is None else call.day.isoformat(),
    }
