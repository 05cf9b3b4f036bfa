"""A file of another year than the one asked for."""

from __future__ import annotations

from collections.abc import Iterable

from kediri_index.model.finding_text import FindingText
from kediri_index.model.findings import Finding, Severity
from kediri_index.model.names import YEAR
from kediri_index.rules.context import DataContext

FINDINGS = (
    FindingText(
        "F424",
        Severity.ERROR,
        "berkas tahun lain",
        "file of another year",
        "berkas ini untuk tahun {value}, sedangkan yang diminta {wanted}",
        "this file is of {value}, but {wanted} was asked for",
        "perbaiki Tahun, atau pisahkan berkasnya",
        "correct Tahun, or keep the file elsewhere",
    ),
)


def other_year(context: DataContext) -> Iterable[Finding]:
    """Yield F424 for each file that says another year than the user does."""
    wanted = context.hints.year
    if wanted is None:
        return
    for file in context.data.inputs:
        said = file.says.year
        if said is not None and YEAR.fullmatch(said.text) and int(said.text) != wanted:
            yield Finding.at_cell("F424", said.source, said.text, wanted=wanted)
