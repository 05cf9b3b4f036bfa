"""Composite indices from YAML definitions and spreadsheets, exact to the last digit.

The names below are the public interface; each is imported when it is first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

from kediri_index.model.shown import hand_in

if TYPE_CHECKING:
    from kediri_index.archive.bundle import BundleOptions, bundle
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
    from kediri_index.model.dataset import Lead
    from kediri_index.model.plans import PlanOutcome
    from kediri_index.model.profile import Board, Hints
    from kediri_index.model.robustness import Drawing, RobustnessOutcome
    from kediri_index.model.scores import ScoreOutcome
    from kediri_index.model.shown import Showing
    from kediri_index.model.traced import TraceOutcome
    from kediri_index.model.yearly import Yearly
    from kediri_index.present.yearly.report import render_report
    from kediri_index.project_folder import outside
    from kediri_index.scoring.own.register import aggregation, scoring_method
    from kediri_index.usecases.check import Checked, check
    from kediri_index.usecases.compare import compare
    from kediri_index.usecases.frames import read_frame
    from kediri_index.usecases.inputs import (
        Submission,
        load_definition,
        load_profile,
        read_workbooks,
    )
    from kediri_index.usecases.mark import mark
    from kediri_index.usecases.plan import Bounds, load_costs, plan
    from kediri_index.usecases.report import ReportOutcome, yearly_report
    from kediri_index.usecases.robustness import robustness
    from kediri_index.usecases.score import LastYear, score
    from kediri_index.usecases.status import status
    from kediri_index.usecases.trace import trace
    from kediri_index.usecases.uncertain import load_uncertain
    from kediri_index.usecases.waive import load_waivers, waive
    from kediri_index.usecases.weight_sets import load_weight_sets

__version__ = "0.1.0"

_HOMES = {
    "Board": "model.profile",
    "Bounds": "usecases.plan",
    "Bundle": "model.bundle",
    "BundleOptions": "archive.bundle",
    "Checked": "usecases.check",
    "CompareOutcome": "model.comparison",
    "Comparison": "model.comparison",
    "CostsError": "errors",
    "DefinitionError": "errors",
    "Drawing": "model.robustness",
    "Hints": "model.profile",
    "KediriIndexError": "errors",
    "LastYear": "usecases.score",
    "Lead": "model.dataset",
    "MissingExtraError": "errors",
    "NotFoundError": "errors",
    "PlanOutcome": "model.plans",
    "ReportOutcome": "usecases.report",
    "RobustnessOutcome": "model.robustness",
    "ScoreOutcome": "model.scores",
    "Submission": "usecases.inputs",
    "TraceOutcome": "model.traced",
    "UsageError": "errors",
    "Verified": "model.bundle",
    "Yearly": "model.yearly",
    "aggregation": "scoring.own.register",
    "bundle": "archive.bundle",
    "check": "usecases.check",
    "compare": "usecases.compare",
    "load_costs": "usecases.plan",
    "load_definition": "usecases.inputs",
    "load_profile": "usecases.inputs",
    "load_waivers": "usecases.waive",
    "load_uncertain": "usecases.uncertain",
    "load_weight_sets": "usecases.weight_sets",
    "mark": "usecases.mark",
    "outside": "project_folder",
    "plan": "usecases.plan",
    "read_frame": "usecases.frames",
    "read_workbooks": "usecases.inputs",
    "render_report": "present.yearly.report",
    "robustness": "usecases.robustness",
    "score": "usecases.score",
    "scoring_method": "scoring.own.register",
    "status": "usecases.status",
    "trace": "usecases.trace",
    "verify": "archive.verify",
    "waive": "usecases.waive",
    "yearly_report": "usecases.report",
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
    "Hints",
    "KediriIndexError",
    "LastYear",
    "Lead",
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
    "aggregation",
    "bundle",
    "check",
    "compare",
    "load_costs",
    "load_definition",
    "load_profile",
    "load_uncertain",
    "load_waivers",
    "load_weight_sets",
    "mark",
    "outside",
    "plan",
    "read_frame",
    "read_workbooks",
    "render_report",
    "robustness",
    "score",
    "scoring_method",
    "status",
    "trace",
    "verify",
    "waive",
    "yearly_report",
]


hand_in(lambda: cast("Showing", import_module(f"{__name__}.present.notebook")))


def __getattr__(name: str) -> object:
    home = _HOMES.get(name)
    if home is None:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    value: object = getattr(import_module(f"{__name__}.{home}"), name)
    globals()[name] = value
    return value
