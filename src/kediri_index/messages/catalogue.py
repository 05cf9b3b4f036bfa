"""The catalogue of findings: every code once. A code never changes its meaning."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from kediri_index.messages.bundle_findings import BUNDLE_FINDINGS
from kediri_index.messages.cell_findings import CELL_FINDINGS
from kediri_index.messages.compare_findings import COMPARE_FINDINGS
from kediri_index.messages.definition_findings import DEFINITION_FINDINGS
from kediri_index.messages.file_findings import FILE_FINDINGS
from kediri_index.messages.layout_findings import LAYOUT_FINDINGS
from kediri_index.messages.numbers import grouped
from kediri_index.messages.panel_findings import PANEL_FINDINGS
from kediri_index.messages.params import shown
from kediri_index.messages.plan_findings import PLAN_FINDINGS
from kediri_index.messages.robustness_findings import ROBUSTNESS_FINDINGS
from kediri_index.messages.row_findings import ROW_FINDINGS
from kediri_index.messages.scoring_findings import SCORING_FINDINGS
from kediri_index.messages.statistics_findings import STATISTICS_FINDINGS
from kediri_index.messages.stopped_findings import STOPPED_FINDINGS
from kediri_index.model.findings import Finding, Severity
from kediri_index.model.language import Language
from kediri_index.rules import RULE_FINDINGS

if TYPE_CHECKING:
    from kediri_index.model.finding_text import FindingText

TABLES: tuple[tuple[FindingText, ...], ...] = (
    DEFINITION_FINDINGS,
    FILE_FINDINGS,
    LAYOUT_FINDINGS,
    BUNDLE_FINDINGS,
    CELL_FINDINGS,
    ROW_FINDINGS,
    SCORING_FINDINGS,
    STATISTICS_FINDINGS,
    PANEL_FINDINGS,
    COMPARE_FINDINGS,
    ROBUSTNESS_FINDINGS,
    PLAN_FINDINGS,
    RULE_FINDINGS,
    STOPPED_FINDINGS,
)
"""The findings of one part of the program each; the rules bring theirs along."""

CATALOGUE: dict[str, FindingText] = {entry.code: entry for table in TABLES for entry in table}

_AMOUNTS = frozenset({"limit", "seen"})
"""Params of what is counted in millions; other whole numbers may be years, lines or codes."""


def severity_of(finding: Finding) -> Severity:
    """Return how much *finding* weighs."""
    return CATALOGUE[finding.code].severity


def has_errors(findings: Iterable[Finding]) -> bool:
    """Return whether any of *findings* is an error."""
    return any(severity_of(finding) is Severity.ERROR for finding in findings)


def message_of(finding: Finding, language: Language) -> str:
    """Return what was seen and the rule, in one sentence."""
    entry = CATALOGUE[finding.code]
    template = entry.text_en if language is Language.EN else entry.text_id
    return filled(template, finding, language)


def repair_of(finding: Finding, language: Language) -> str:
    """Return what to do about *finding*."""
    entry = CATALOGUE[finding.code]
    template = entry.repair_en if language is Language.EN else entry.repair_id
    return filled(template, finding, language)


def general_message_of(code: str, language: Language) -> str:
    """Return the sentence of *code* with its figures left open."""
    entry = CATALOGUE[code]
    return (entry.text_en if language is Language.EN else entry.text_id).format_map(_Open())


def general_repair_of(code: str, language: Language) -> str:
    """Return what to do about *code*, likewise."""
    entry = CATALOGUE[code]
    return (entry.repair_en if language is Language.EN else entry.repair_id).format_map(_Open())


class _Open(dict[str, str]):
    """Every param, left open."""

    def __missing__(self, key: str) -> str:
        del key
        return "…"


def filled(template: str, finding: Finding, language: Language) -> str:
    """Return *template* with its braces filled from *finding*."""
    params = {
        name: grouped(value, language)
        if name in _AMOUNTS and isinstance(value, int)
        else shown(value, language)
        for name, value in finding.params.items()
    }
    params["value"] = shown(finding.value or "", language)
    params["indicator"] = finding.indicator or ""
    return template.format_map(params)
