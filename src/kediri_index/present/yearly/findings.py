"""Findings on the data, and those that were waived."""

from __future__ import annotations

from collections.abc import Iterator

from kediri_index.messages.catalogue import message_of, repair_of, severity_of
from kediri_index.model.findings import Finding
from kediri_index.model.profile import Waived
from kediri_index.present.document import Block, Cell, ColumnKind, Paragraph, Section, Table
from kediri_index.present.findings import counted, place_in_file
from kediri_index.present.yearly.words import YearlyWords


def findings_section(words: YearlyWords) -> Section:
    """Return the findings and waivers."""
    return Section("findings", words.say("yearly.findings"), tuple(_blocks(words)))


def _blocks(words: YearlyWords) -> Iterator[Block]:
    outcome = words.yearly.outcome
    if outcome.findings:
        said = counted(outcome.findings, words.language, len(outcome.waived))
        yield Paragraph(f"{said}.")
        yield _findings(words, outcome.findings)
    else:
        yield Paragraph(words.say("yearly.findings-none"))
    if outcome.waived:
        yield _waived(words, outcome.waived)
    else:
        yield Paragraph(words.say("yearly.waived-none"), muted=True)


def _findings(words: YearlyWords, findings: tuple[Finding, ...]) -> Table:
    def row(finding: Finding) -> tuple[Cell, ...]:
        return (
            Cell(words.say(f"severity.{severity_of(finding).value}")),
            Cell(finding.code),
            words.cell(words.file(finding.file) if finding.file else None),
            words.cell(place_in_file(finding)),
            Cell(message_of(finding, words.language)),
            Cell(repair_of(finding, words.language)),
        )

    return Table(
        id="findings",
        caption=words.say("yearly.table.findings"),
        columns=(
            words.column("severity", "column.severity"),
            words.column("code", "column.code", ColumnKind.CODE),
            words.column("file", "yearly.column.file"),
            words.column("place", "column.place"),
            words.column("finding", "column.finding"),
            words.column("repair", "column.repair"),
        ),
        rows=tuple(map(row, findings)),
        header=1,
        long=True,
    )


def _waived(words: YearlyWords, waived: tuple[Waived, ...]) -> Table:
    def row(one: Waived) -> tuple[Cell, ...]:
        finding, waiver = one
        return (
            Cell(finding.code),
            words.cell(words.file(finding.file) if finding.file else None),
            words.cell(place_in_file(finding)),
            Cell(message_of(finding, words.language)),
            Cell(waiver.reason),
            Cell(waiver.who),
            Cell(waiver.until.isoformat()),
        )

    return Table(
        id="waived",
        caption=words.say("yearly.table.waived"),
        columns=(
            words.column("code", "column.code", ColumnKind.CODE),
            words.column("file", "yearly.column.file"),
            words.column("place", "column.place"),
            words.column("finding", "column.finding"),
            words.column("reason", "column.reason"),
            words.column("who", "column.who"),
            words.column("until", "column.until"),
        ),
        rows=tuple(map(row, waived)),
        long=True,
    )
