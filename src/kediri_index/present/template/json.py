"""Written forms as JSON, in the envelope of every command."""

from __future__ import annotations

from kediri_index.present.envelope import envelope
from kediri_index.present.template.shown import TemplateShown


def render(shown: TemplateShown) -> str:
    """Return the envelope of ``template``: every file with its hash."""
    result = {"files": [file._asdict() for file in shown.written]}
    return envelope("template", shown.definition, shown.inputs, result, (), shown.language)
