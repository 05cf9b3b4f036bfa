"""A file of another unit than the one whose files these are."""

from __future__ import annotations

from collections.abc import Iterable

from kediri_index.model.finding_text import FindingText
from kediri_index.model.findings import Finding, Severity
from kediri_index.model.names import exact
from kediri_index.rules.context import DataContext

FINDINGS = (
    FindingText(
        "F423",
        Severity.ERROR,
        "berkas wilayah lain",
        "file of another unit",
        "berkas ini untuk «{value}», sedangkan yang diperiksa berkas «{theirs}»",
        "this file is of «{value}», but the files being checked are those of «{theirs}»",
        "perbaiki Wilayah, atau pisahkan berkasnya",
        "correct Wilayah, or keep the file elsewhere",
    ),
)


def other_unit(context: DataContext) -> Iterable[Finding]:
    """Yield F423 for each such file, where the user or the profile beside the files says whose."""
    theirs = context.hints.theirs
    if theirs is None:
        return
    names = {exact(theirs)}
    profile = context.profile
    if profile is not None and profile.is_of(theirs):
        names |= {exact(name) for name in (profile.unit or theirs, *profile.also)}
    for file in context.data.inputs:
        said = file.says.unit
        if said is not None and exact(said.text) not in names:
            yield Finding.at_cell("F423", said.source, said.text, theirs=theirs)
