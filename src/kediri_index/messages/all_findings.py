"""The findings of every part of the program."""

from __future__ import annotations

from kediri_index.messages.bundle_findings import BUNDLE_FINDINGS
from kediri_index.messages.cell_findings import CELL_FINDINGS
from kediri_index.messages.compare_findings import COMPARE_FINDINGS
from kediri_index.messages.definition_findings import DEFINITION_FINDINGS
from kediri_index.messages.file_findings import FILE_FINDINGS
from kediri_index.messages.layout_findings import LAYOUT_FINDINGS
from kediri_index.messages.panel_findings import PANEL_FINDINGS
from kediri_index.messages.plan_findings import PLAN_FINDINGS
from kediri_index.messages.robustness_findings import ROBUSTNESS_FINDINGS
from kediri_index.messages.row_findings import ROW_FINDINGS
from kediri_index.messages.scoring_findings import SCORING_FINDINGS
from kediri_index.messages.statistics_findings import STATISTICS_FINDINGS
from kediri_index.messages.stopped_findings import STOPPED_FINDINGS
from kediri_index.model.finding_text import FindingText
from kediri_index.rules import RULE_FINDINGS

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
