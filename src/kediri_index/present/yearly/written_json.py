"""Written reports as JSON, in the envelope of every command."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from kediri_index.model.language import Language
from kediri_index.model.outcomes import ScoreOutcome
from kediri_index.present.envelope import Json, outcome_json


class WrittenReport(NamedTuple):
    """A file that was written, and in which format."""

    path: str
    sha256: str
    format: str


def report_json(
    files: Iterable[WrittenReport] | None, outcome: ScoreOutcome, language: Language
) -> str:
    """Return the envelope of ``report``: every file with its hash; None where errors forbid it."""
    result: Json = None if files is None else {"files": [file._asdict() for file in files]}
    return outcome_json("report", outcome, result, language)
