"""What ``page`` came to: where the check page is, and its fingerprint."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from kediri_index.messages.values import localised
from kediri_index.present.document import Document, Paragraph, Section
from kediri_index.present.envelope import envelope
from kediri_index.present.formats import Presentation
from kediri_index.usecases.check_page import CheckPage


@dataclass(frozen=True)
class PagePresentation(Presentation):
    """The check page that was written: its *path*, its bytes, and the *fingerprint* it shows."""

    made: CheckPage
    path: str
    data: bytes
    fingerprint: str

    def document(self) -> Document:
        """Return where the page is, how large it is, and its fingerprint as the page shows it."""
        size = localised(f"{len(self.data) / 1e6:.1f}", self.language)
        lines = (
            f"{self.path} · {size} MB",
            self.say("page-file.fingerprint", value=grouped(self.fingerprint)),
        )
        return Document(self.language, (Section("page", "", tuple(map(Paragraph, lines))),))

    def json(self) -> str:
        """Return the envelope: the file, its hash, and the whole fingerprint."""
        file = {"path": self.path, "sha256": sha256(self.data).hexdigest()}
        result = {"files": [file], "fingerprint": self.fingerprint}
        return envelope("page", self.made.definition, (), result, (), self.language)

    def next(self) -> Iterator[str]:
        """Yield what to do with the page, and with the fingerprint."""
        yield self.say("page-file.next-open")
        yield self.say("page-file.next-compare")


def grouped(fingerprint: str) -> str:
    """Return the first sixteen digits of a *fingerprint*, by four: enough to be read aloud."""
    return " ".join(fingerprint[at : at + 4] for at in range(0, 16, 4))
