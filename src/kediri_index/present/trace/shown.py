"""What every format of ``trace`` shows."""

from __future__ import annotations

from typing import NamedTuple

from kediri_index.messages.texts import text
from kediri_index.model.language import Language
from kediri_index.model.traced import Trace, TraceOutcome
from kediri_index.present.trace.cut import Branch, for_a_screen, to_depth
from kediri_index.present.trace.words import TraceWords


class TraceShown(NamedTuple):
    """The trace, or why there is none; *depth* is how many levels, None for a format's own."""

    outcome: TraceOutcome
    language: Language
    depth: int | None = None

    @property
    def trace(self) -> Trace:
        """The trace; all but JSON is asked for only where there is one."""
        found = self.outcome.trace
        assert found is not None  # noqa: S101 - for mypy: asked before
        return found

    def words(self) -> TraceWords:
        """Return the wording of the trace."""
        return TraceWords(self.outcome.definition, self.trace, self.language)

    def in_full(self) -> Branch:
        """Return all levels, or as many as were asked for."""
        return to_depth(self.trace.node, self.depth)

    def on_a_screen(self) -> Branch:
        """Return as many levels as were asked for, or as a screen has room for."""
        return for_a_screen(self.trace.node) if self.depth is None else self.in_full()

    def remarks(self) -> list[str]:
        """Return what is to be known of the whole."""
        outcome, said = self.outcome, []
        if outcome.partial:
            said.append(text("partial", self.language))
        if outcome.findings or outcome.waived:
            from kediri_index.present.findings import counted  # noqa: PLC0415 - needs the catalogue

            said.append(counted(outcome.findings, self.language, len(outcome.waived)))
        return said
