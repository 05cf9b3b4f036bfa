"""What is missing: answers, and agencies that are not complete."""

from __future__ import annotations

from collections.abc import Iterator

from kediri_index.model.no_score import NoScore
from kediri_index.model.results import Omission
from kediri_index.report.yearly.blocks import Block, Cell, ColumnKind, Paragraph, Section, Table
from kediri_index.report.yearly.head import missing_sentences
from kediri_index.report.yearly.words import YearlyWords


def missing_section(words: YearlyWords) -> Section:
    """Return the section on what is missing."""
    return Section("missing", words.say("yearly.missing"), tuple(_blocks(words)))


def _blocks(words: YearlyWords) -> Iterator[Block]:
    result = words.yearly.result
    if result.completeness.answered == result.completeness.expected and not result.omissions:
        yield Paragraph(words.say("yearly.missing-all-there"))
        return
    for sentence in missing_sentences(words):
        yield Paragraph(sentence)
    if result.omissions:
        yield Table(
            id="missing",
            caption=words.say("yearly.table.missing"),
            columns=(
                words.column("id", "column.code", ColumnKind.CODE),
                words.column("name", "yearly.column.part"),
                words.column("reason", "yearly.column.why"),
            ),
            rows=tuple(
                (Cell(one.id), Cell(words.name(one.id)), Cell(_reason(words, one)))
                for one in result.omissions
            ),
            header=1,
            long=True,
        )


def _reason(words: YearlyWords, omission: Omission) -> str:
    family = "no-score" if isinstance(omission.reason, NoScore) else "missing"
    reason = words.say(f"{family}.{omission.reason.value}")
    return words.say("yearly.as-zero", reason=reason) if omission.counted_as_zero else reason
