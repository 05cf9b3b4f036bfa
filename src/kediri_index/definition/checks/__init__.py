"""What must hold between the values of a definition; every check sees the whole draft."""

from __future__ import annotations

from collections.abc import Iterator

from kediri_index.definition.checks.names import check_identity, check_prepare, check_references
from kediri_index.definition.checks.scoring import check_classes, check_ranges, check_scoring
from kediri_index.definition.checks.weights import check_weights
from kediri_index.definition.draft import Draft
from kediri_index.model.findings import Finding

CHECKS = (
    check_identity,
    check_references,
    check_weights,
    check_ranges,
    check_classes,
    check_scoring,
    check_prepare,
)


def check_draft(draft: Draft) -> Iterator[Finding]:
    """Yield all that is wrong or doubtful between the values of *draft*."""
    for check in CHECKS:
        yield from check(draft)
