"""A file of an agency that the profile does not know."""

from __future__ import annotations

from collections.abc import Iterable

from kediri_index.engine.agencies import opd_named, spellings
from kediri_index.model.findings import Finding
from kediri_index.model.nearest import suggest
from kediri_index.rules.context import DataContext


def unknown_agency(context: DataContext) -> Iterable[Finding]:
    """Yield F425 for each file of the profile's unit whose agency has no such name there."""
    profile = context.profile
    if profile is None or not profile.opd:
        return
    own = {path for unit in context.data.units for path in unit.files if profile.is_of(unit.unit)}
    known = spellings(profile)
    for file in context.data.inputs:
        said = file.says.opd
        if said is None or file.path not in own or opd_named(profile, said.text) is not None:
            continue
        nearest = suggest(said.text, known)
        yield Finding.at_cell("F425", said.source, said.text, nearest=nearest)
