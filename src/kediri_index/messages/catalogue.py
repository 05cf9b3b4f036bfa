"""The catalogue of findings: every code once. A code never changes its meaning."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from kediri_index.messages.numbers import grouped
from kediri_index.messages.params import shown
from kediri_index.model.findings import Finding, FindingText, Severity
from kediri_index.model.language import Language
from kediri_index.rules import RULE_FINDINGS


class _Catalogue(Mapping[str, FindingText]):
    """All findings by code; but for those of rules, which are at hand, imported when asked for."""

    def __getitem__(self, code: str) -> FindingText:
        return _OF_RULES[code] if code in _OF_RULES else self._all[code]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)

    @cached_property
    def _all(self) -> dict[str, FindingText]:
        from kediri_index.messages.findings.tables import TABLES  # noqa: PLC0415 - most runs find few

        return {entry.code: entry for table in TABLES for entry in table}


_OF_RULES = {entry.code: entry for entry in RULE_FINDINGS}
CATALOGUE: Mapping[str, FindingText] = _Catalogue()

_EXAMPLES = 2
_FURTHER = {
    Language.ID: "; hal yang sama pada {count} sel lain di kolom ini",
    Language.EN: "; likewise in {count} more cells of this column",
}
_FURTHER_SUCH = {
    Language.ID: f"{_FURTHER[Language.ID]} (misalnya {{examples}})",
    Language.EN: f"{_FURTHER[Language.EN]} (such as {{examples}})",
}
_AMOUNTS = frozenset({"limit", "seen", "among", "more"})
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
    said = filled(template, finding, language)
    return f"{said}{_further(finding, language)}" if finding.others else said


def _further(finding: Finding, language: Language) -> str:
    """Return how many other cells of the column have the same fault, and what some of them hold."""
    values = dict.fromkeys(one.value for one in finding.others)
    different = [value for value in values if value and value != finding.value]
    formula = (finding.value or "").startswith("=")
    examples = () if formula else tuple(different[:_EXAMPLES])
    count = grouped(len(finding.others), language)
    said = (_FURTHER_SUCH if examples else _FURTHER)[language]
    return said.format(count=count, examples=shown(examples, language))


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
    params["indicator"] = shown(finding.indicator or "", language)
    return template.format_map(params)
