"""A file of another agency than the one asked for."""

from __future__ import annotations

from collections.abc import Iterable

from kediri_index.agencies.naming import opd_named
from kediri_index.model.finding_text import FindingText
from kediri_index.model.findings import Finding, Severity
from kediri_index.model.names import exact
from kediri_index.rules.context import DataContext

FINDINGS = (
    FindingText(
        "F426",
        Severity.ERROR,
        "berkas OPD lain",
        "file of another OPD",
        "berkas ini dari «{value}», sedangkan yang diminta «{wanted}»",
        "this file is from «{value}», but «{wanted}» was asked for",
        "kirim berkas OPD yang benar, atau perbaiki OPD pada lembar Identitas",
        "send the right agency's file, or correct OPD on the sheet Identitas",
    ),
)


def other_agency_asked_for(context: DataContext) -> Iterable[Finding]:
    """Yield F426 for each file that says it is from another agency than the user does."""
    wanted = context.hints.opd
    if wanted is None:
        return
    for file in context.data.inputs:
        said = file.says.opd
        if said is not None and not _same(context, said.text, wanted):
            yield Finding.at_cell("F426", said.source, said.text, wanted=wanted)


def _same(context: DataContext, one: str, other: str) -> bool:
    if exact(one) == exact(other):
        return True
    if context.profile is None:
        return False
    known = opd_named(context.profile, one)
    return known is not None and known == opd_named(context.profile, other)
