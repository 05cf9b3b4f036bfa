"""Findings as Markdown: a table a file, for pages, pull requests and job summaries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kediri_index.messages.catalogue import message_of, repair_of, severity_of
from kediri_index.messages.texts import text
from kediri_index.model.findings import Finding
from kediri_index.model.waivers import Waived
from kediri_index.present.check.report import CheckReport, place_in_file
from kediri_index.present.check.shown import CheckShown
from kediri_index.present.markdown_text import escaped, row

_FINDING_COLUMNS = ("severity", "place", "code", "finding", "repair")
_WAIVED_COLUMNS = ("path", "place", "code", "finding", "reason", "who", "until")


def render(shown: CheckShown) -> str:
    """Return the counts, the findings of each file, and those that were accepted."""
    report = shown.report
    lines = [f"**{escaped(report.counted())}**", ""]
    lines += finding_tables(report)
    if not report.findings:
        lines += [escaped(text("no-findings", report.language)), ""]
    if report.waived:
        lines += [f"## {escaped(text('waived', report.language))}", ""]
        lines += _table(report, _WAIVED_COLUMNS, [_accepted(report, one) for one in report.waived])
    return "\n".join(lines).rstrip("\n") + "\n"


def finding_tables(report: CheckReport) -> Iterator[str]:
    """Yield the lines of a section for each file that has findings."""
    for of_file in report.files():
        if of_file.findings:
            yield f"## {escaped(of_file.path or text('across-files', report.language))}"
            yield ""
            yield from _table(
                report, _FINDING_COLUMNS, [_counting(report, one) for one in of_file.findings]
            )


def _table(
    report: CheckReport, columns: Sequence[str], rows: Sequence[Sequence[str]]
) -> Iterator[str]:
    yield row([escaped(text(f"column.{column}", report.language)) for column in columns])
    yield row(["---"] * len(columns))
    for cells in rows:
        yield row([escaped(cell) for cell in cells])
    yield ""


def _counting(report: CheckReport, finding: Finding) -> tuple[str, ...]:
    return (
        text(f"severity.{severity_of(finding).value}", report.language),
        place_in_file(finding),
        finding.code,
        message_of(finding, report.language),
        repair_of(finding, report.language),
    )


def _accepted(report: CheckReport, waived: Waived) -> tuple[str, ...]:
    finding, waiver = waived
    return (
        finding.file or "",
        place_in_file(finding),
        finding.code,
        message_of(finding, report.language),
        waiver.reason,
        waiver.who,
        waiver.until.isoformat(),
    )
