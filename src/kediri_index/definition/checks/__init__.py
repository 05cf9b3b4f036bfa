"""What must hold between the values of a definition; every check sees the whole placed."""

from __future__ import annotations

from collections.abc import Iterator

from kediri_index.definition.checks.names import check_identity, check_prepare, check_references
from kediri_index.definition.checks.numbers import (
    check_classes,
    check_evidence,
    check_ranges,
    check_scoring,
    check_surveys,
    check_weights,
)
from kediri_index.definition.placed import PlacedDefinition
from kediri_index.model.findings import Finding

CHECKS = (
    check_identity,
    check_references,
    check_weights,
    check_ranges,
    check_classes,
    check_scoring,
    check_surveys,
    check_evidence,
    check_prepare,
)


def check_definition(placed: PlacedDefinition) -> Iterator[Finding]:
    """Yield all that is wrong or doubtful between the values of *placed*."""
    for check in CHECKS:
        yield from check(placed)
