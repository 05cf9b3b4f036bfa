"""One file of another year than all the others of its region."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from kediri_index.model.dataset import InputFile
from kediri_index.model.finding_text import FindingText
from kediri_index.model.findings import Finding, Severity
from kediri_index.model.names import YEAR
from kediri_index.model.profile import unit_key
from kediri_index.rules.context import DataContext

FINDINGS = (
    FindingText(
        "F432",
        Severity.WARNING,
        "satu-satunya berkas tahun itu",
        "only file of its year",
        "hanya berkas ini untuk tahun {value}; {count} berkas lain untuk {year}",
        "only this file is of {value}; {count} others are of {year}",
        "perbaiki Tahun, atau pisahkan berkasnya",
        "correct Tahun, or keep the file elsewhere",
    ),
)

FEWEST_OTHERS = 3


def lone_year(context: DataContext) -> Iterable[Finding]:
    """Yield F432 where at least three files of the same unit agree on another year."""
    if context.hints.year is not None:
        return
    by_unit: dict[str, list[InputFile]] = {}
    for file in context.data.inputs:
        said = file.says.year
        if said is not None and YEAR.fullmatch(said.text) and file.superseded_by is None:
            unit = unit_key(context.profile, file.says.unit.text) if file.says.unit else ""
            by_unit.setdefault(unit, []).append(file)
    for files in by_unit.values():
        years = Counter(file.says.year.text for file in files if file.says.year)
        year, count = years.most_common(1)[0]
        if count < FEWEST_OTHERS:
            continue
        for file in files:
            said = file.says.year
            if said is not None and years[said.text] == 1:
                yield Finding.at_cell("F432", said.source, said.text, count=count, year=year)
