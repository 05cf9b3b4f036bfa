"""How data show themselves to who calls from Python: in words, as a page, as a frame.

What makes these lies above the model, so the package hands it in; it is imported when first asked.
"""

from collections.abc import Callable
from typing import Any, Protocol

from kediri_index.model.language import Language


class Showing(Protocol):
    """Makes words, pages and frames."""

    def message(self, finding: Any, language: Language) -> str:  # noqa: ANN401 - of the model above
        """Return what was seen and the rule, in one sentence."""

    def repair(self, finding: Any, language: Language) -> str:  # noqa: ANN401 - likewise
        """Return what to do about it."""

    def sentence(self, error: Exception, language: Language) -> str:
        """Return what an error says: where, what was found, what to do."""

    def html(self, outcome: Any) -> str:  # noqa: ANN401 - likewise
        """Return what an outcome comes to, as part of a page."""

    def frame(self, outcome: Any, of: str, library: str) -> Any:  # noqa: ANN401 - likewise
        """Return the rows of an outcome as a data frame of *library*."""


_handed: list[Callable[[], Showing]] = []


def hand_in(importing: Callable[[], Showing]) -> None:
    """Let what *importing* returns make words, pages and frames from now on."""
    _handed[:] = [importing]


def showing() -> Showing:
    """Return what makes them."""
    return _handed[0]()


def count_of(count: int, word: str) -> str:
    """Return *count* and its *word*, which takes an s but for 1."""
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


def brief(outcome: object, of: str | None, what: str, findings: int) -> str:
    """Return one line about an outcome, as a prompt shows it."""
    whose = "" if of is None else f" of {of}"
    return f"<{type(outcome).__name__}{whose}: {what}, {count_of(findings, 'finding')}>"
