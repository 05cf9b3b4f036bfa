"""A file of an agency that the profile does not know."""

from __future__ import annotations

from collections.abc import Iterable

from kediri_index.agencies.naming import opd_named, spellings
from kediri_index.model.finding_text import FindingText
from kediri_index.model.findings import Finding, Severity
from kediri_index.model.nearest import Names
from kediri_index.rules.context import DataContext

FINDINGS = (
    FindingText(
        "F425",
        Severity.WARNING,
        "OPD tidak dikenal",
        "unknown OPD",
        "OPD «{value}» tidak ada dalam profil{nearest}",
        "the OPD «{value}» is not in the profile{nearest}",
        "perbaiki namanya, atau tambahkan ejaan ini di also pada profil",
        "correct the name, or add this spelling under also in the profile",
    ),
)


def unknown_agency(context: DataContext) -> Iterable[Finding]:
    """Yield F425 for each file of the profile's unit whose agency has no such name there."""
    profile = context.profile
    if profile is None or not profile.opd:
        return
    own = {path for unit in context.data.units for path in unit.files if profile.is_of(unit.unit)}
    known = Names(spellings(profile))
    for file in context.data.inputs:
        said = file.says.opd
        if said is None or file.path not in own or opd_named(profile, said.text) is not None:
            continue
        nearest = known.suggest(said.text)
        yield Finding.at_cell("F425", said.source, said.text, nearest=nearest)
