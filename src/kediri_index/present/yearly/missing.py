"""What is missing: answers, and agencies that are not complete."""

from __future__ import annotations

from collections.abc import Iterator

from kediri_index.model.aggregation import NoScore
from kediri_index.model.profile import OpdState
from kediri_index.model.scores import Omission
from kediri_index.present.document import Cell, ColumnKind, Paragraph, Section, Table
from kediri_index.present.yearly.words import YearlyWords


def missing_section(words: YearlyWords) -> Section:
    """Return what is missing, in few words."""
    blocks = tuple(map(Paragraph, _sentences(words)))
    return Section("missing", words.say("yearly.missing"), blocks, brief=True)


def missing_table(words: YearlyWords) -> Table | None:
    """Return every answer that is missing or left out, with the reason; None where none is."""
    omissions = words.yearly.result.omissions
    if not omissions:
        return None
    return Table(
        id="missing-answers",
        caption=words.say("yearly.table.missing"),
        columns=(
            words.column("id", "column.code", ColumnKind.CODE),
            words.column("name", "yearly.column.part"),
            words.column("reason", "yearly.column.why"),
        ),
        rows=tuple(
            (Cell(one.id), Cell(words.name(one.id)), Cell(_reason(words, one))) for one in omissions
        ),
        header=1,
        long=True,
    )


def _sentences(words: YearlyWords) -> Iterator[str]:
    result = words.yearly.result
    part = result.completeness
    missing = part.expected - part.answered
    if missing:
        yield words.say("yearly.not-all-there", count=missing, expected=part.expected)
    else:
        yield words.say("yearly.all-there", count=part.expected)
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


def _reason(words: YearlyWords, omission: Omission) -> str:
    family = "no-score" if isinstance(omission.reason, NoScore) else "missing"
    reason = words.say(f"{family}.{omission.reason.value}")
    return words.say("yearly.as-zero", reason=reason) if omission.counted_as_zero else reason
