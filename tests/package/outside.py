"""A program of someone else's that uses every public name: strict type checkers accept it.

It is checked, not run; `assert_type` says what a result's type must be seen to be.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, assert_type

from kediri_index import (
    Board,
    Bounds,
    Bundle,
    BundleOptions,
    Checked,
    CompareOutcome,
    Comparison,
    CostsError,
    DefinitionError,
    Drawing,
    Hints,
    KediriIndexError,
    LastYear,
    Lead,
    MissingExtraError,
    NotFoundError,
    PlanOutcome,
    ReportOutcome,
    RobustnessOutcome,
    ScoreOutcome,
    Submission,
    TraceOutcome,
    UsageError,
    Verified,
    Yearly,
    aggregation,
    bundle,
    check,
    compare,
    load_costs,
    load_definition,
    load_profile,
    load_uncertain,
    load_waivers,
    load_weight_sets,
    mark,
    outside,
    plan,
    read_frame,
    read_workbooks,
    render_report,
    robustness,
    score,
    scoring_method,
    status,
    trace,
    verify,
    waive,
    yearly_report,
)

if TYPE_CHECKING:
    from kediri_index.model.definition import Definition
    from kediri_index.model.profile import Profile

TODAY = date(2023, 9, 19)


def faults(path: Path) -> list[str]:
    """Return a line a fault of the files in *path*."""
    with outside(allowed=True):
        files = read_workbooks([path, "tambahan.csv"])
    assert_type(files, Submission)
    checked = waive(check(files, load_definition(), complete=True), load_waivers(path / "w"), TODAY)
    assert_type(checked, Checked)
    for book in files.workbooks:
        assert_type(mark(book, path.read_bytes(), checked.findings), bytes | None)
    return [f"{one.file}!{one.cell}: {one.code}" for one in checked.findings]


def published(path: str, definition: Definition, profile: Profile) -> dict[str, Fraction | None]:
    """Return the score of each unit in *path*, with last year's beside it."""
    last = LastYear(read_workbooks("2022.xlsx"), load_definition("kominfo-2022-reguler"))
    outcome = score(read_workbooks(path), definition, profile, previous=last, target=Fraction(4))
    assert_type(outcome, ScoreOutcome)
    return {f"{unit.unit}": unit.overall.published for unit in outcome.units or ()}


def ranks(columns: dict[str, list[object]]) -> list[str]:
    """Return a line about a frame, and one a fault of its definition."""
    try:
        definition = load_definition({"id": "uji"})
    except DefinitionError as error:
        return [str(error), error.sentence("id")]
    files = read_frame(columns, definition)
    assert_type(files, Submission)
    outcome = score(files, definition, hints=Hints(year=2026), value=Lead("self"))
    return [repr(outcome), *(one.message("en") for one in outcome.findings)]


@scoring_method("halved")
def halved(values: list[float]) -> list[float]:
    """Return half of each of *values*."""
    return [one / 2 for one in values]


@halved.exact
def halved_exactly(value: Fraction) -> Fraction:
    """Return half of *value*."""
    return value / 2


@aggregation("first")
def first(weights: Sequence[Sequence[float]], scores: Sequence[Sequence[float]]) -> object:
    """Return the scores of the first child."""
    return scores[0] if weights else halved(scores[0])


def changes(old: Submission, new: Submission, definition: Definition) -> Sequence[Fraction]:
    """Return what each part contributed to the change."""
    outcome = compare(old, new, definition)
    assert_type(outcome, CompareOutcome)
    assert_type(outcome.comparison, Comparison | None)
    found = outcome.comparison
    return [] if found is None else [one.contribution for one in found.contributions]


def steps(files: Submission, definition: Definition) -> list[tuple[str, Fraction]]:
    """Return the cheapest steps to 4, each with its cost."""
    costs = load_costs("biaya.yaml", definition)
    outcome = plan(files, definition, target=Fraction(4), costs=costs, bounds=Bounds(opd="dlh"))
    assert_type(outcome, PlanOutcome)
    return [] if outcome.plan is None else [(s.id, s.cost) for s in outcome.plan.chosen.steps]


def means(files: Submission, definition: Definition) -> list[float | None]:
    """Return each unit's mean of a thousand draws."""
    drawing = Drawing(
        draws=1000,
        weight_sets=load_weight_sets("bobot.csv", definition),
        uncertain=load_uncertain("ketidakpastian.csv", definition),
    )
    outcome = robustness(files, definition, drawing=drawing)
    assert_type(outcome, RobustnessOutcome)
    return [] if outcome.result is None else [unit.mean for unit in outcome.result.units]


def page(files: Submission, definition: Definition) -> bytes:
    """Return the yearly report as a page."""
    outcome = yearly_report(files, definition, target=Fraction(4))
    assert_type(outcome, ReportOutcome)
    assert_type(outcome.yearly, Yearly | None)
    return b"" if outcome.yearly is None else render_report(outcome.yearly, "html", "en")


def others(files: Submission, definition: Definition) -> int:
    """Return how an archive of *files* ends."""
    profile = load_profile("profile.yaml")
    board = status(check(files, definition, profile), definition, profile, today=TODAY)
    assert_type(board, Board)
    assert_type([one.overdue_days for one in board.opd], list[int | None])
    outcome = trace(files, definition, profile, "living")
    assert_type(outcome, TraceOutcome)
    assert_type(outcome.trace and outcome.trace.node.figure.score, Fraction | None)
    try:
        kept = bundle("isian", BundleOptions(config="six-pillars"))
    except (CostsError, DefinitionError) as error:
        return len(error.findings)
    except (MissingExtraError, NotFoundError, UsageError) as error:
        return len(error.message)
    except KediriIndexError as error:
        return error.exit_code
    assert_type(kept, Bundle)
    assert_type(kept.data, bytes | None)
    assert_type(verify("arsip.zip"), Verified)
    return 0
