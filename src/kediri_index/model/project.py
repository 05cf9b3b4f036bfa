"""Where things stand in a project folder, relative to it."""

from __future__ import annotations

from enum import StrEnum

DEFINITION = "config/pillars.yaml"
PROFILE = "config/profile.yaml"
WAIVERS = "config/waivers.yaml"
FORMS = "isian"
RECEIVED = "masuk"
LETTERS = "surat"
MARKED = "hasil"
REPORT = "laporan.html"
ARCHIVE = "arsip.zip"
README = "README.md"


class Ci(StrEnum):
    """Who runs the check by itself."""

    GITHUB = "github"
    GITLAB = "gitlab"
    NONE = "none"
