"""What codes mean, as JSON in the envelope of every command."""

from __future__ import annotations

from kediri_index.messages.catalogue import CATALOGUE
from kediri_index.messages.related import related_codes
from kediri_index.model.explained import Explained, Grid, Lines
from kediri_index.model.families import family_of
from kediri_index.model.language import Language
from kediri_index.present.envelope import Json, envelope
from kediri_index.present.explain.shown import ExplainShown
from kediri_index.present.explain.words import command, message, repair, title_of


def render(shown: ExplainShown) -> str:
    """Return the envelope of ``explain``: each code, those asked for with texts and example."""
    language = shown.language
    codes: list[dict[str, Json]] = [
        {
            **_head(one.code, language),
            "message": message(one, language),
            "hint": repair(one, language),
            "related": list(related_codes(one.code)),
            "example": _example(one),
        }
        for one in shown.explained()
    ]
    if not shown.codes:
        codes = [_head(code, language) for code in sorted(CATALOGUE)]
    return envelope("explain", None, (), {"codes": codes}, (), language)


def _head(code: str, language: Language) -> dict[str, Json]:
    return {
        "code": code,
        "severity": CATALOGUE[code].severity.value,
        "family": family_of(code).value,
        "title": title_of(code, language),
    }


def _example(one: Explained) -> Json:
    example = one.example
    if example is None:
        return None
    return {
        "folder": one.folder,
        "files": list(one.files),
        "command": command(example),
        "file": example.file,
        "sheet": example.sheet,
        "cell": example.cell,
        "line": example.line,
        "column": example.column,
        "value": example.value,
        "excerpt": _excerpt(one.excerpt),
    }


def _excerpt(excerpt: Grid | Lines | None) -> Json:
    match excerpt:
        case Grid(columns, rows):
            return {
                "columns": list(columns),
                "rows": [{"row": row.number, "cells": list(row.cells)} for row in rows],
            }
        case Lines(first, lines):
            return {"first_line": first, "lines": list(lines)}
    return None
