"""Findings as annotations of a GitHub workflow, and the rest as its job's summary.

The escapes are those of GitHub's own toolkit (``@actions/core``, ``command.ts``).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from kediri_index.messages.catalogue import severity_of
from kediri_index.messages.texts import text
from kediri_index.model.findings import Finding, Severity
from kediri_index.model.text import printable, spelled_commands
from kediri_index.present.document import Block, Document, Paragraph, Section
from kediri_index.present.findings import RANK, FindingsReport, faults, place_in_file
from kediri_index.present.renderers import md

MOST_ANNOTATIONS = 10
MOST_BYTES_OF_SUMMARY = 1_000_000
"""GitHub refuses a step's summary beyond 1 MiB, the whole of it."""

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_IN_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = _IN_DATA | str.maketrans({":": "%3A", ",": "%2C"})


class Annotated(NamedTuple):
    """The workflow commands, a line each, and the findings that found no room among them."""

    commands: str
    rest: tuple[Finding, ...]


def rendered(report: FindingsReport) -> str:
    """Return the annotations: the rest is the summary's."""
    return annotated(report).commands


def annotated(report: FindingsReport) -> Annotated:
    """Return the ten heaviest findings as commands, and the others."""
    places = range(len(report.findings))
    heaviest = sorted(places, key=lambda place: RANK[severity_of(report.findings[place])])
    first = heaviest[:MOST_ANNOTATIONS]
    rest = set(heaviest[MOST_ANNOTATIONS:])
    return Annotated(
        "".join(_command(report, report.findings[place]) for place in first),
        tuple(report.findings[place] for place in places if place in rest),
    )


def summary(report: FindingsReport, rest: tuple[Finding, ...], room: int) -> str:
    """Return *rest* as Markdown of at most *room* bytes; what is cut off is counted."""
    shown = len(rest)
    while True:
        said = _summary(report, rest, shown)
        if not shown or len(said.encode()) <= room:
            return said
        shown //= 2


def _summary(report: FindingsReport, rest: tuple[Finding, ...], shown: int) -> str:
    language, count = report.language, len(report.findings)
    annotations = count - len(rest)
    blocks: list[Block] = [
        Paragraph(text("annotated", language, annotations=annotations, count=count)),
        *faults(rest[:shown], language),
    ]
    if shown < len(rest):
        blocks.append(Paragraph(text("summary-cut", language, count=len(rest) - shown)))
    return md.rendered(Document(language, (Section("rest", "", tuple(blocks)),)))


def _command(report: FindingsReport, finding: Finding) -> str:
    place = place_in_file(finding) if finding.line is None else ""
    properties = {
        "file": finding.file,
        "line": finding.line,
        "col": finding.column,
        "title": f"{finding.code} {place}".rstrip(),
    }
    said = ",".join(
        f"{name}={_escaped(str(value), _IN_PROPERTY)}"
        for name, value in properties.items()
        if value is not None
    )
    sentence = report.sentence(finding)
    message = _escaped(f"{place}: {sentence}" if place else sentence, _IN_DATA)
    return f"::{_COMMANDS[severity_of(finding)]} {said}::{message}\n"


def _escaped(value: str, escapes: Mapping[int, str]) -> str:
    return spelled_commands(printable(value), "## ").translate(escapes)
