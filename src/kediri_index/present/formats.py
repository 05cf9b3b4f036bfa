"""The formats that commands print.

Of those on a screen, *table*, *text* and *tree*, the renderer is ``present/renderers/terminal.py``;
*json* and *csv* are what a command shows itself; any other is the renderer of its name.
"""

from __future__ import annotations

from enum import StrEnum


class Format(StrEnum):
    """A format of any command."""

    @property
    def is_for_people(self) -> bool:
        """Whether people read it as it is printed."""
        return self.value in {"table", "tree", "text", "md"}

    @property
    def tells_all(self) -> bool:
        """Whether it has a place for what is to be known of the whole, not for rows alone."""
        return self.is_for_people or self.value == "json"


class ScoreFormat(Format):
    """What ``score`` prints."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MD = "md"


class CheckFormat(Format):
    """What ``check`` prints."""

    TEXT = "text"
    JSON = "json"
    JSONL = "jsonl"
    GITHUB = "github"
    JUNIT = "junit"
    MD = "md"


class ExplainFormat(Format):
    """What ``explain`` prints."""

    TEXT = "text"
    JSON = "json"
    MD = "md"


class StatusFormat(Format):
    """What ``status`` prints."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MD = "md"


class PlanFormat(Format):
    """What ``plan`` prints."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MD = "md"


class CompareFormat(Format):
    """What ``compare`` prints."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MD = "md"


class TraceFormat(Format):
    """What ``trace`` prints."""

    TREE = "tree"
    JSON = "json"
    MD = "md"


class RobustnessFormat(Format):
    """What ``robustness`` prints."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MD = "md"


class TemplateFormat(Format):
    """What ``template`` prints."""

    TEXT = "text"
    JSON = "json"


class ReportFormat(Format):
    """What ``report`` writes; *json* lists the files that were written."""

    HTML = "html"
    DOCX = "docx"
    XLSX = "xlsx"
    MD = "md"
    JSON = "json"


class BundleFormat(Format):
    """What ``bundle`` prints."""

    TEXT = "text"
    JSON = "json"


class VerifyFormat(Format):
    """What ``verify`` prints."""

    TEXT = "text"
    JSON = "json"
    MD = "md"


class InitFormat(Format):
    """What ``init`` prints."""

    TEXT = "text"
    JSON = "json"


class DefinitionFormat(Format):
    """What the commands of ``definition`` print."""

    TEXT = "text"
    JSON = "json"


class DiffFormat(Format):
    """What ``definition diff`` prints."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MD = "md"


class SchemaFormat(Format):
    """What ``definition schema`` prints."""

    JSON = "json"
    MD = "md"
