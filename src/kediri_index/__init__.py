"""Composite indices from YAML definitions and spreadsheets, exact to the last digit.

The names below are the public interface; each is imported when it is first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kediri_index.api.check import Checked, check
    from kediri_index.api.compare import compare
    from kediri_index.api.load import load_definition, load_profile
    from kediri_index.api.mark import mark
    from kediri_index.api.plan import Bounds, load_costs, plan
    from kediri_index.api.read import Submission, read_workbooks
    from kediri_index.api.report import ReportOutcome, yearly_report
    from kediri_index.api.robustness import robustness
    from kediri_index.api.score import LastYear, score
    from kediri_index.api.status import status
    from kediri_index.api.trace import trace
    from kediri_index.api.waive import load_waivers, waive
    from kediri_index.api.weight_sets import load_weight_sets
    from kediri_index.archive.bundle import bundle
    from kediri_index.archive.gather import BundleOptions
    from kediri_index.archive.verify import verify
    from kediri_index.errors import (
        CostsError,
        DefinitionError,
        KediriIndexError,
        MissingExtraError,
        NotFoundError,
        UsageError,
    )
    from kediri_index.model.bundle import Bundle, Verified
    from kediri_index.model.comparison import CompareOutcome, Comparison
    from kediri_index.model.plans import PlanOutcome
    from kediri_index.model.profile import Board
    from kediri_index.model.robustness import Drawing, RobustnessOutcome
    from kediri_index.model.scores import ScoreOutcome
    from kediri_index.model.traced import TraceOutcome
    from kediri_index.model.yearly import Yearly
    from kediri_index.present.yearly.formats import render_report
    from kediri_index.project_folder import outside

__version__ = "0.1.0"

_HOMES = {
    "Board": "model.profile",
    "Bounds": "api.plan",
    "Bundle": "model.bundle",
    "BundleOptions": "archive.gather",
    "Checked": "api.check",
    "CompareOutcome": "model.comparison",
    "Comparison": "model.comparison",
    "CostsError": "errors",
    "DefinitionError": "errors",
    "Drawing": "model.robustness",
    "KediriIndexError": "errors",
    "LastYear": "api.score",
    "MissingExtraError": "errors",
    "NotFoundError": "errors",
    "PlanOutcome": "model.plans",
    "ReportOutcome": "api.report",
    "RobustnessOutcome": "model.robustness",
    "ScoreOutcome": "model.scores",
    "Submission": "api.read",
    "TraceOutcome": "model.traced",
    "UsageError": "errors",
    "Verified": "model.bundle",
    "Yearly": "model.yearly",
    "bundle": "archive.bundle",
    "check": "api.check",
    "compare": "api.compare",
    "load_costs": "api.plan",
    "load_definition": "api.load",
    "load_profile": "api.load",
    "load_waivers": "api.waive",
    "load_weight_sets": "api.weight_sets",
    "mark": "api.mark",
    "outside": "project_folder",
    "plan": "api.plan",
    "read_workbooks": "api.read",
    "render_report": "present.yearly.formats",
    "robustness": "api.robustness",
    "score": "api.score",
    "status": "api.status",
    "trace": "api.trace",
    "verify": "archive.verify",
    "waive": "api.waive",
    "yearly_report": "api.report",
}

__all__ = [
    "Board",
    "Bounds",
    "Bundle",
    "BundleOptions",
    "Checked",
    "CompareOutcome",
    "Comparison",
    "CostsError",
    "DefinitionError",
    "Drawing",
    "KediriIndexError",
    "LastYear",
    "MissingExtraError",
    "NotFoundError",
    "PlanOutcome",
    "ReportOutcome",
    "RobustnessOutcome",
    "ScoreOutcome",
    "Submission",
    "TraceOutcome",
    "UsageError",
    "Verified",
    "Yearly",
    "bundle",
    "check",
    "compare",
    "load_costs",
    "load_definition",
    "load_profile",
    "load_waivers",
    "load_weight_sets",
    "mark",
    "outside",
    "plan",
    "read_workbooks",
    "render_report",
    "robustness",
    "score",
    "status",
    "trace",
    "verify",
    "waive",
    "yearly_report",
]


def __getattr__(name: str) -> object:
    home = _HOMES.get(name)
    if home is None:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    from importlib import import_module  # noqa: PLC0415 - the command line does without

    value: object = getattr(import_module(f"{__name__}.{home}"), name)
    globals()[name] = value
    return value
