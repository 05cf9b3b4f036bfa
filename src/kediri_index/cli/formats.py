"""The formats that commands print."""

from __future__ import annotations

from enum import StrEnum


class ScoreFormat(StrEnum):
    """What ``score`` prints."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MD = "md"


class CheckFormat(StrEnum):
    """What ``check`` prints."""

    TEXT = "text"
    JSON = "json"
    JSONL = "jsonl"
    GITHUB = "github"
    JUNIT = "junit"
    MD = "md"

    @property
    def is_for_people(self) -> bool:
        """Whether people read it as it is printed."""
        return self in {CheckFormat.TEXT, CheckFormat.MD}


class ExplainFormat(StrEnum):
    """What ``explain`` prints."""

    TEXT = "text"
    JSON = "json"
    MD = "md"


class StatusFormat(StrEnum):
    """What ``status`` prints."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MD = "md"


class PlanFormat(StrEnum):
    """What ``plan`` prints."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MD = "md"


class CompareFormat(StrEnum):
    """What ``compare`` prints."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MD = "md"

    @property
    def is_for_people(self) -> bool:
        """Whether people read it as it is printed."""
        return self in {CompareFormat.TABLE, CompareFormat.MD}


class TraceFormat(StrEnum):
    """What ``trace`` prints."""

    TREE = "tree"
    JSON = "json"
    MD = "md"


class RobustnessFormat(StrEnum):
    """What ``robustness`` prints."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MD = "md"


class TemplateFormat(StrEnum):
    """What ``template`` prints."""

    TEXT = "text"
    JSON = "json"


class ReportFormat(StrEnum):
    """What ``report`` writes; *json* lists the files that were written."""

    HTML = "html"
    DOCX = "docx"
    XLSX = "xlsx"
    MD = "md"
    JSON = "json"


class BundleFormat(StrEnum):
    """What ``bundle`` prints."""

    TEXT = "text"
    JSON = "json"

    @property
    def is_for_people(self) -> bool:
        """Whether people read it as it is printed."""
        return self is BundleFormat.TEXT


class VerifyFormat(StrEnum):
    """What ``verify`` prints."""

    TEXT = "text"
    JSON = "json"
    MD = "md"

    @property
    def is_for_people(self) -> bool:
        """Whether people read it as it is printed."""
        return self in {VerifyFormat.TEXT, VerifyFormat.MD}


class InitFormat(StrEnum):
    """What ``init`` prints."""

    TEXT = "text"
    JSON = "json"


class DefinitionFormat(StrEnum):
    """What the commands of ``definition`` print."""

    TEXT = "text"
    JSON = "json"


class DiffFormat(StrEnum):
    """What ``definition diff`` prints."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MD = "md"


class SchemaFormat(StrEnum):
    """What ``definition schema`` prints."""

    JSON = "json"
    MD = "md"
