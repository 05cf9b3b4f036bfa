"""The definitions in reach, as JSON in the envelope of every command."""

from __future__ import annotations

from kediri_index.present.definition.list.shown import ListShown
from kediri_index.present.envelope import envelope


def render(shown: ListShown) -> str:
    """Return the envelope of ``definition list``."""
    result = {
        "definitions": [
            {
                "id": one.id,
                "version": one.version,
                "status": one.status,
                "title": one.title.main if one.title else None,
                "path": one.path,
                "origin": one.origin.value,
                "superseded_by": one.superseded_by,
            }
            for one in shown.listed
        ]
    }
    return envelope("definition-list", None, (), result, (), shown.language)
