"""Findings about definitions, profiles and waivers."""

from __future__ import annotations

from kediri_index.messages.key_findings import KEY_FINDINGS
from kediri_index.messages.meaning_findings import MEANING_FINDINGS
from kediri_index.messages.prepare_findings import PREPARE_FINDINGS
from kediri_index.messages.profile_findings import PROFILE_FINDINGS
from kediri_index.messages.reach_findings import REACH_FINDINGS
from kediri_index.messages.scale_findings import SCALE_FINDINGS
from kediri_index.messages.waiver_findings import WAIVER_FINDINGS
from kediri_index.messages.yaml_findings import YAML_FINDINGS
from kediri_index.model.finding_text import FindingText

DEFINITION_FINDINGS: tuple[FindingText, ...] = (
    *YAML_FINDINGS,
    *KEY_FINDINGS,
    *MEANING_FINDINGS,
    *SCALE_FINDINGS,
    *REACH_FINDINGS,
    *PREPARE_FINDINGS,
    *PROFILE_FINDINGS,
    *WAIVER_FINDINGS,
)
