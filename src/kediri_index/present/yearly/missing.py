"""What is missing or does not apply, and what that does to the score."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kediri_index.messages.catalogue import message_of
from kediri_index.model.aggregation import NoScore
from kediri_index.model.dataset import UnitData
from kediri_index.model.findings import Finding, unfolded
from kediri_index.model.profile import OpdState
from kediri_index.model.scores import Omission
from kediri_index.present.document import Paragraph, Section, Table, TableOf
from kediri_index.present.yearly.wording import YearlyWording

_OF_FORMS: Final = frozenset({"S330", "S331", "S332", "S333"})
_OF_TABLES: Final = "S334"
_MOST: Final = 5


def not_applicable(words: YearlyWording) -> list[str]:
    """Return what does not apply, with its effect on the score; at most five, and how many more."""
    sentences = []
    for finding in _findings(words):
        message = message_of(finding, words.language)
        sentences.append(f"{message[:1].upper()}{message[1:]}.")
    if len(sentences) <= _MOST:
        return sentences
    return [*sentences[:_MOST], words.say("yearly.more-na", count=len(sentences) - _MOST)]


def _findings(words: YearlyWording) -> Iterator[Finding]:
    outcome, result = words.yearly.outcome, words.yearly.result
    units = outcome.data.units if outcome.data is not None else ()
    own = [one for one in units if (one.unit, one.year) == (result.unit, result.year)]
    files = {file for unit in own for file in unit.files}
    accepted = (one.finding for one in outcome.waived)
    for finding in unfolded((*outcome.findings, *accepted)):
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


def missing_section(words: YearlyWording, *, all_there: bool = False) -> Section | None:
    """Return what is missing, in few words.

    Where nothing is, it says so if *all_there* asks for that; else there is no section.
    """
    said = list(_sentences(words))
    if not words.missing_answers and (all_there or said):
        said.insert(
            0, words.say("yearly.all-there", count=words.yearly.result.completeness.expected)
        )
    if not said:
        return None
    return Section("missing", words.say("yearly.missing"), tuple(map(Paragraph, said)), brief=True)


def missing_table(words: YearlyWording) -> Table | None:
    """Return every answer that is missing or left out, with the reason; None where none is."""
    omissions = words.yearly.result.omissions
    if not omissions:
        return None
    table = TableOf(omissions)
    words.code_column(table, lambda one: one.id)
    table.column(words.say("column.part"), lambda one: words.name(one.id), header=True)
    table.column(words.say("yearly.column.why"), lambda one: _reason(words, one))
    return table.made("missing-answers", words.say("yearly.table.missing"), long=True)


def _sentences(words: YearlyWording) -> Iterator[str]:
    result, missing = words.yearly.result, words.missing_answers
    if missing:
        expected = result.completeness.expected
        yield words.say("yearly.not-all-there", count=missing, expected=expected)
    bounds = words.range_if_missing(result)
    if bounds:
        yield bounds
    board = words.yearly.board
    if board is not None:
        names = [
            row.opd.short or row.opd.name for row in board.opd if row.state is not OpdState.COMPLETE
        ]
        if names:
            yield words.say(
                "yearly.agencies-open",
                count=len(names),
                total=len(board.opd),
                names=words.listed(names),
            )


def _reason(words: YearlyWording, omission: Omission) -> str:
    family = "no-score" if isinstance(omission.reason, NoScore) else "missing"
    reason = words.say(f"{family}.{omission.reason.value}")
    return words.say("yearly.as-zero", reason=reason) if omission.counted_as_zero else reason
