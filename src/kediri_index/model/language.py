"""The languages that people read."""

from __future__ import annotations

from enum import StrEnum


class Language(StrEnum):
    """The languages of what people read."""

    ID = "id"
    EN = "en"
