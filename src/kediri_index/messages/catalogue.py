"""The catalogue of findings: every code once. A code never changes its meaning."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from kediri_index.messages.cell_findings import CELL_FINDINGS
from kediri_index.messages.definition_findings import DEFINITION_FINDINGS
from kediri_index.messages.file_findings import FILE_FINDINGS
from kediri_index.messages.layout_findings import LAYOUT_FINDINGS
from kediri_index.messages.params import shown
from kediri_index.messages.row_findings import ROW_FINDINGS
from kediri_index.messages.rule_findings import RULE_FINDINGS
from kediri_index.messages.scoring_findings import SCORING_FINDINGS
from kediri_index.model.definition import Language
from kediri_index.model.findings import Finding, Severity

if TYPE_CHECKING:
    from kediri_index.messages.finding_text import FindingText

CATALOGUE: dict[str, FindingText] = {
    entry.code: entry
    for family in (
        DEFINITION_FINDINGS,
        FILE_FINDINGS,
        LAYOUT_FINDINGS,
        CELL_FINDINGS,
        ROW_FINDINGS,
        SCORING_FINDINGS,
        RULE_FINDINGS,
    )
    for entry in family
}


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


def filled(template: str, finding: Finding, language: Language) -> str:
    """Return *template* with its braces filled from *finding*."""
    params = {name: shown(value, language) for name, value in finding.params.items()}
    params["value"] = finding.value or ""
    params["indicator"] = finding.indicator or ""
    return template.format_map(params)
