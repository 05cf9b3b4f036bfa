"""The catalogue of findings: every code once. A code never changes its meaning.

What is said of a finding, which codes are worth reading beside it, and its words for the agency
(OPD) that has to repair its sheet.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import import_module
from itertools import chain
from pathlib import PurePath
from typing import Final

from kediri_index.messages.values import grouped, worded
from kediri_index.model.findings import Finding, FindingText, Severity, lines_of
from kediri_index.model.language import Language
from kediri_index.rules import RULE_FINDINGS


class _Catalogue(Mapping[str, FindingText]):
    """All findings by code; the file of a letter is imported when one of its codes is asked for.

    Those of rules are at hand.
    """

    def __getitem__(self, code: str) -> FindingText:
        if code in _OF_RULES:
            return _OF_RULES[code]
        for found in map(_table, _FILES.get(code[:1], ())):
            if code in found:
                return found[code]
        raise KeyError(code)

    def __iter__(self) -> Iterator[str]:
        tables = map(_table, dict.fromkeys(chain(*_FILES.values())))
        return chain(_OF_RULES, *tables)

    def __len__(self) -> int:
        return sum(1 for _ in self)


_FILES = {
    "C": ("cell",),
    "X": ("cell",),
    "F": ("file", "archive", "lists", "next_year"),
    "S": ("scoring", "survey", "evidence"),
    "R": ("scoring",),
    "D": ("definition",),
}
"""Where the codes of a letter stand, in ``messages/findings/``."""


@cache
def _table(name: str) -> dict[str, FindingText]:
    module = import_module(f"kediri_index.messages.findings.{name}")
    return {entry.code: entry for entry in module.FINDINGS}


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
_IN_LINES = {Language.ID: "; juga di baris {}", Language.EN: "; also in line {}"}
_LINE_BECOMES = {Language.ID: "{}; barisnya menjadi: {}", Language.EN: "{}; the line becomes: {}"}
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
    """Return how many other cells of the column have the same fault, and what some of them hold.

    Of a definition, in which lines.
    """
    if finding.line is not None:
        rest = finding.others[0]._replace(others=finding.others[1:])
        lines = lines_of(rest).replace("-", "–").replace(",", ", ")
        return _IN_LINES[language].format(lines)
    values = dict.fromkeys(one.value for one in finding.others)
    different = [value for value in values if value and value != finding.value]
    formula = (finding.value or "").startswith("=")
    examples = () if formula else tuple(different[:_EXAMPLES])
    count = grouped(len(finding.others), language)
    said = (_FURTHER_SUCH if examples else _FURTHER)[language]
    return said.format(count=count, examples=worded(examples, language))


def repair_of(finding: Finding, language: Language) -> str:
    """Return what to do about *finding*."""
    entry = CATALOGUE[finding.code]
    template = entry.repair_en if language is Language.EN else entry.repair_id
    repair = filled(template, finding, language)
    line = finding.params.get("corrected")
    return repair if line is None else _LINE_BECOMES[language].format(repair, line)


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
        else worded(value, language)
        for name, value in finding.params.items()
    }
    params["value"] = worded(finding.value or "", language)
    params["indicator"] = worded(finding.indicator or "", language)
    return template.format_map(params)


_SHOWN: Final = 5


def related_codes(code: str) -> tuple[str, ...]:
    """Return the codes to read beside *code*: those that either names, then of its ten."""
    naming = [other.code for other in CATALOGUE.values() if code in other.related]
    same_ten = [other for other in CATALOGUE if other[:3] == code[:3] and other != code]
    same_ten.sort(key=lambda other: (abs(int(other[1:]) - int(code[1:])), other))
    return tuple(dict.fromkeys([*sorted((*naming, *CATALOGUE[code].related)), *same_ten]))[:_SHOWN]


def message_to_agency(finding: Finding, language: Language) -> str:
    """Return what was seen; another file by its name, since its folder is nobody else's concern."""
    other = finding.params.get("other")
    if isinstance(other, str) and finding.file is not None:
        params = {**finding.params, "other": _below(other, PurePath(finding.file))}
        finding = finding._replace(params=params)
    return message_of(finding, language)


def repair_by_agency(finding: Finding, language: Language) -> str:
    """Return what an agency can do; it has neither the profile nor this program."""
    wording = CATALOGUE[finding.code].for_agency
    if wording is None:
        return repair_of(finding, language)
    english = language is Language.EN
    return filled(wording.english if english else wording.indonesian, finding, language)


def _below(other: str, file: PurePath) -> str:
    """Return *other* without the folders that it shares with *file*."""
    for folder in file.parents:
        start = os.path.join(folder, "")  # noqa: PTH118 - with a slash behind it
        if other.startswith(start):
            return other.removeprefix(start)
    return other
