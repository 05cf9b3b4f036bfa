"""What every format of ``definition show`` shows."""

from __future__ import annotations

from typing import NamedTuple

from kediri_index.model.definition import Definition
from kediri_index.model.findings import Finding
from kediri_index.model.language import Language
from kediri_index.model.profile import Profile


class DefinitionShown(NamedTuple):
    """One definition, the profile that says who answers, and what was found while it was read."""

    definition: Definition
    profile: Profile | None
    findings: tuple[Finding, ...]
    language: Language
