"""The board of agencies (OPD) as JSON, in the envelope of every command."""

from __future__ import annotations

from datetime import date

from kediri_index.model.board import OpdStatus, OtherFile
from kediri_index.present.envelope import Json, envelope_of, exact, findings_json
from kediri_index.present.status.shown import StatusShown


def render(shown: StatusShown) -> str:
    """Return the envelope of ``status``."""
    board = shown.board
    nobody = board.unassigned
    result = {
        "unit": board.unit,
        "year": board.year,
        "due": _day(board.due),
        "expected_opd": len(board.opd),
        "complete_opd": board.complete,
        "opd": [_opd(row) for row in board.opd],
        "other_files": [_other(other) for other in board.other_files],
        "unassigned": {
            "ids": list(nobody.ids),
            "answered": nobody.answered,
            "expected": len(nobody.ids),
            "weight": exact(nobody.weight),
        },
    }
    findings = findings_json(shown.findings, shown.waived, shown.language)
    return envelope_of("status", shown.definition, shown.data.inputs, result, findings)


def _opd(row: OpdStatus) -> dict[str, Json]:
    return {
        "id": row.opd.id,
        "name": row.opd.name,
        "state": row.state.value,
        "files": list(row.files),
        "superseded": [path for path, _ in row.superseded],
        "revision": row.revision,
        "answered": row.answered,
        "expected": row.expected,
        "not_applicable": list(row.not_applicable),
        "unfilled": [one.id for one in row.unfilled],
        "elsewhere": list(row.elsewhere),
        "errors": row.errors,
        "warnings": row.warnings,
        "weight": exact(row.weight),
        "overdue_days": row.overdue_days,
    }


def _other(other: OtherFile) -> dict[str, Json]:
    return {
        "path": other.path,
        "reason": other.reason.value,
        "said": other.said,
        "nearest": None if other.nearest is None else other.nearest.id,
    }


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
