"""How a bundle was called, as the manifest and the verification say it in JSON."""

from __future__ import annotations

from kediri_index.model.bundle import Call
from kediri_index.present.envelope import Json


def call_json(call: Call) -> dict[str, Json]:
    """Return the options that figures depend on, by key."""
    hints = call.hints
    return {
        "value": None if call.value is None else call.value.value,
        "target": None if call.target is None else str(call.target),
        "unit": hints.unit,
        "year": hints.year,
        "decimal": hints.decimal_mark,
        "profile_unit": hints.theirs,
        "allow_errors": call.allow_errors,
        "detail": call.detail,
        "language": call.language.value,
        "limits": dict(call.limits),
        "known_definitions": list(call.known),
        "day": None if call.day is None else call.day.isoformat(),
    }
