"""All tables of findings; the rules bring theirs along."""

from __future__ import annotations

from kediri_index.messages.findings.analysis import (
    COMPARE_FINDINGS,
    PLAN_FINDINGS,
    ROBUSTNESS_FINDINGS,
)
from kediri_index.messages.findings.bundle import BUNDLE_FINDINGS, STOPPED_FINDINGS
from kediri_index.messages.findings.cell import CELL_FINDINGS
from kediri_index.messages.findings.definition import (
    KEY_FINDINGS,
    MEANING_FINDINGS,
    PREPARE_FINDINGS,
)
from kediri_index.messages.findings.file import FILE_FINDINGS
from kediri_index.messages.findings.header import ROW_FINDINGS
from kediri_index.messages.findings.layout import LAYOUT_FINDINGS
from kediri_index.messages.findings.profile import PROFILE_FINDINGS, REACH_FINDINGS, WAIVER_FINDINGS
from kediri_index.messages.findings.scale import SCALE_FINDINGS
from kediri_index.messages.findings.scoring import (
    PANEL_FINDINGS,
    SCORING_FINDINGS,
    STATISTICS_FINDINGS,
)
from kediri_index.messages.findings.yaml import YAML_FINDINGS
from kediri_index.model.findings import FindingText
from kediri_index.rules import RULE_FINDINGS

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


TABLES: tuple[tuple[FindingText, ...], ...] = (
    DEFINITION_FINDINGS,
    FILE_FINDINGS,
    LAYOUT_FINDINGS,
    BUNDLE_FINDINGS,
    CELL_FINDINGS,
    ROW_FINDINGS,
    SCORING_FINDINGS,
    STATISTICS_FINDINGS,
    PANEL_FINDINGS,
    COMPARE_FINDINGS,
    ROBUSTNESS_FINDINGS,
    PLAN_FINDINGS,
    RULE_FINDINGS,
    STOPPED_FINDINGS,
)
"""The findings of one part of the program each; the rules bring theirs along."""
