"""Whose assessment a score is."""

from __future__ import annotations

from enum import StrEnum


class Basis(StrEnum):
    """Whose assessment a score rests on; *mixed*: the assessor's, else the agency's own."""

    SELF = "self"
    ASSESSOR = "assessor"
    MIXED = "mixed"
