"""What is said of a comparison of definitions: sentences and tables, in order."""

from __future__ import annotations

from collections.abc import Iterator

from kediri_index.model.changes import DefinitionDiff, Effect
from kediri_index.present.definition.diff.sections import (
    Section,
    change_sections,
    group_sections,
    unit_section,
)
from kediri_index.present.definition.diff.shown import DiffReport
from kediri_index.present.definition.diff.words import DiffWords

Part = str | Section
"""A sentence, or a table."""


def head(diff: DefinitionDiff, words: DiffWords) -> Iterator[str]:
    """Yield which two are compared, then where each stands."""
    if diff.before is None or diff.after is None:
        yield f"{diff.id} · {words.state(diff)}"
        yield diff.path
        return
    sides = [words.side(one) for one in (diff.before, diff.after)]
    if diff.before.id == diff.after.id:
        yield f"{sides[1]} · {words.state(diff)}"
    else:
        yield f"{sides[0]} → {sides[1]}"
    if diff.changes:
        yield words.about(diff.before)
    yield words.about(diff.after)


def parts(diff: DefinitionDiff, report: DiffReport, words: DiffWords) -> Iterator[Part]:
    """Yield what changed between the two."""
    if diff.before is None or diff.after is None:
        return
    same = words.sameness(diff)
    if same and diff.before.id != diff.after.id:
        yield same
    yield from change_sections(diff, words, detail=report.detail)


def effect_parts(effect: Effect, report: DiffReport, words: DiffWords) -> Iterator[Part]:
    """Yield what it does to the data."""
    yield " ".join(words.summary(effect))
    yield unit_section(effect, words)
    if report.detail:
        yield from group_sections(effect, words)
    yield from words.remarks(effect)
