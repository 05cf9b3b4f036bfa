"""What a finding, an error and an outcome show to who calls from Python, and in a notebook."""

from __future__ import annotations

from typing import Any

from kediri_index.errors import DefinitionError, UsageError
from kediri_index.messages.catalogue import message_of, repair_of
from kediri_index.messages.texts import text
from kediri_index.model.comparison import CompareOutcome
from kediri_index.model.findings import Finding
from kediri_index.model.language import Language
from kediri_index.model.plans import PlanOutcome
from kediri_index.model.robustness import RobustnessOutcome
from kediri_index.model.scores import ScoreOutcome
from kediri_index.model.traced import TraceOutcome
from kediri_index.present.commands.compare_units import comparison_shown
from kediri_index.present.commands.plan import PlanPresentation
from kediri_index.present.commands.robustness import RobustnessPresentation
from kediri_index.present.commands.score import ScorePresentation
from kediri_index.present.commands.trace import TracePresentation
from kediri_index.present.document import Document, Section, clean
from kediri_index.present.findings import faults
from kediri_index.present.formats import Presentation
from kediri_index.present.frames import frame
from kediri_index.usecases.plan import Bounds

__all__ = ["frame", "html", "message", "repair", "sentence"]

message = message_of
repair = repair_of


def sentence(error: Exception, language: Language) -> str:
    """Return what *error* says; of a broken file every finding with its place, a line each."""
    if isinstance(error, UsageError):
        return text(error.message, language, **error.params)
    if isinstance(error, DefinitionError):
        return "\n".join(_line(finding, language) for finding in error.findings)
    return " ".join(map(str, error.args))


def _line(finding: Finding, language: Language) -> str:
    place = ":".join(str(one) for one in (finding.file, finding.line, finding.column) if one)
    said, what_to_do = message_of(finding, language), repair_of(finding, language)
    return f"{place}{': ' * bool(place)}{finding.code} {said}; {what_to_do}"


def html(outcome: Any) -> str:  # noqa: ANN401 - any outcome
    """Return what *outcome* comes to, in the language of its definition, as part of a page."""
    from kediri_index.present.renderers.html import fragment  # noqa: PLC0415 - Jinja2 takes long

    return fragment(clean(_document(outcome)))


def _document(outcome: Any) -> Document:  # noqa: ANN401 - likewise
    shown = _presentation(outcome)
    if shown is None:
        language = Language.ID if outcome.ready is None else outcome.ready.definition.language
        blocks = tuple(faults(outcome.findings, language))
        return Document(language, (Section("findings", "", blocks),))
    refusal = shown.refusal()
    if refusal:
        return Document(shown.language, (Section("refusal", "", refusal),))
    return shown.document()


def _presentation(outcome: object) -> Presentation | None:
    match outcome:
        case ScoreOutcome():
            return ScorePresentation(outcome.definition.language, outcome)
        case CompareOutcome():
            return comparison_shown(outcome.definition.language, outcome)
        case RobustnessOutcome():
            return RobustnessPresentation(outcome.definition.language, outcome)
        case TraceOutcome():
            return TracePresentation(outcome.definition.language, outcome)
        case PlanOutcome():
            return PlanPresentation(outcome.definition.language, outcome, Bounds(), "", "")
        case _:
            return None
