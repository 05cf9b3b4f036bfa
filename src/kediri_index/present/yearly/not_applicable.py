"""Values of a unit that say n/a: a sentence each, for the first page of every format."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kediri_index.messages.catalogue import message_of
from kediri_index.model.dataset import UnitData
from kediri_index.model.findings import Finding, unfolded
from kediri_index.present.yearly.words import YearlyWords

_OF_FORMS: Final = frozenset({"S330", "S331", "S332", "S333"})
_OF_TABLES: Final = "S334"
_MOST: Final = 5


def not_applicable(words: YearlyWords) -> list[str]:
    """Return what does not apply, with its effect on the score; at most five, and how many more."""
    sentences = []
    for finding in _findings(words):
        message = message_of(finding, words.language)
        sentences.append(f"{message[:1].upper()}{message[1:]}.")
    if len(sentences) <= _MOST:
        return sentences
    return [*sentences[:_MOST], words.say("yearly.more-na", count=len(sentences) - _MOST)]


def _findings(words: YearlyWords) -> Iterator[Finding]:
    outcome, result = words.yearly.outcome, words.yearly.result
    units = outcome.data.units if outcome.data is not None else ()
    own = [one for one in units if (one.unit, one.year) == (result.unit, result.year)]
    files = {file for unit in own for file in unit.files}
    for finding in unfolded(outcome.findings):
        if finding.code in _OF_FORMS:
            if finding.file is None or finding.file in files:
                yield finding
        elif finding.code == _OF_TABLES and any(_holds(unit, finding) for unit in own):
            yield finding


def _holds(unit: UnitData, finding: Finding) -> bool:
    """Return whether the cell of *finding* is one of *unit*."""
    answer = unit.answers.get(finding.indicator or "")
    if answer is None:
        return False
    readings = (answer.measure, answer.self_score, *answer.assessor)
    places = {(one.source.file, one.source.cell) for one in readings if one is not None}
    return (finding.file, finding.cell) in places
