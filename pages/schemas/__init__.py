"""The JSON Schema of every command's envelope, by the name in its ``schema`` key."""

from __future__ import annotations

from pages.schemas import (
    archive,
    check,
    compare,
    definition_diff,
    definition_weights,
    definitions,
    explain,
    plan,
    robustness,
    score,
    statistics,
    status,
    trace,
    written,
)
from pages.schemas.envelope import Command, schema_of
from pages.shapes import Schema

COMMANDS: tuple[Command, ...] = (
    written.INIT,
    written.TEMPLATE,
    status.STATUS,
    check.CHECK,
    score.SCORE,
    compare.COMPARE,
    trace.TRACE,
    plan.PLAN,
    robustness.ROBUSTNESS,
    written.REPORT,
    written.PAGE,
    archive.BUNDLE,
    archive.VERIFY,
    explain.EXPLAIN,
    definitions.LIST,
    definitions.SHOW,
    statistics.LINT,
    definition_diff.DIFF,
    definition_weights.WEIGHTS,
)
"""In the order in which the program lists its commands."""


def schemas() -> dict[str, Schema]:
    """Return every schema by its file's name, such as ``score-1.schema.json``."""
    return {one.file: schema_of(one) for one in COMMANDS}
