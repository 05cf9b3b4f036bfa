"""How sure the scores, classes and ranks in the files of one call are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction

from kediri_index.errors import UsageError
from kediri_index.messages.catalogue import severity_of
from kediri_index.model.dataset import Lead
from kediri_index.model.definition import BY_GROUP, Definition
from kediri_index.model.findings import Finding, Severity, folded
from kediri_index.model.profile import Hints, Profile
from kediri_index.model.robustness import Drawing, DrawnValue, RobustnessOutcome
from kediri_index.model.scores import ScoreOutcome
from kediri_index.model.text import suggest
from kediri_index.scoring.scores import Scores
from kediri_index.sheets.identity import Known
from kediri_index.usecases.check import Checked
from kediri_index.usecases.inputs import Submission
from kediri_index.usecases.score import score
from kediri_index.usecases.units import shown_places

_NO_ANSWER = frozenset({"C101", "C102", "S101"})
"""Errors that say no more than that an answer is missing."""


def robustness(  # noqa: PLR0913 - the options of the command
    submission: Submission,
    definition: Definition,
    profile: Profile | None = None,
    *,
    drawing: Drawing | None = None,
    hints: Hints | None = None,
    value: Lead | None = None,
    target: Fraction | None = None,
    allow_errors: bool = False,
    waive: Callable[[Checked], Checked] | None = None,
    known: Known = tuple,
) -> RobustnessOutcome:
    """Check the files and score them again and again, as *drawing* says.

    Percentiles are in points of the scale, probabilities are shares of all draws; both are floats.
    While there are errors the outcome has no result, unless *allow_errors*; where missing answers
    are drawn or imputed, they are no such errors. Of several units the result has only the one that
    *hints* name, ranked among all. The same seed gives the same result. Raises
    :class:`~kediri_index.errors.UsageError` for a drawing that cannot be done, or no such unit, and
    :class:`~kediri_index.errors.UncertainError` for uncertain values that the data do not have.
    """
    from kediri_index.analysis.robustness.simulation import simulate  # noqa: PLC0415 - imports numpy

    drawing = drawing or Drawing()
    _check(drawing, definition)
    outcome = score(
        submission,
        definition,
        profile,
        hints=hints,
        value=value,
        target=target,
        allow_errors=True,
        waive=waive,
        known=known,
    )
    errors = [one for one in outcome.findings if severity_of(one) is Severity.ERROR]
    faulty = [one for one in errors if one.code not in _NO_ANSWER]
    if drawing.missing or drawing.imputations:
        errors = faulty
    units = outcome.units
    empty = RobustnessOutcome(
        definition, profile, outcome.inputs, None, outcome.findings, waived=outcome.waived
    )
    if not isinstance(units, Scores) or (errors and not allow_errors):
        return empty._replace(only_missing=bool(errors) and not faulty)
    prepared = units.prepared
    comparing = {
        "--methods": drawing.methods,
        "--treatments": drawing.treatments,
        "--imputations": drawing.imputations,
    }
    option = next((one for one, names in comparing.items() if names), None)
    if option is not None and sum(not one.left_out for one in prepared.units) <= 1:
        raise UsageError("drawing-one-unit", option=option)
    shown = shown_places(prepared.units, outcome.findings, hints or Hints(), profile)
    drawn: tuple[DrawnValue, ...] = ()
    if drawing.uncertain is not None:
        from kediri_index.usecases.uncertain import drawn_values  # noqa: PLC0415 - rarely asked for

        drawn = drawn_values(drawing.uncertain, units, profile, submission.limits)
    done = simulate(units, drawing, shown, drawn)
    year = prepared.units[shown[0]].year
    ranked = zip(prepared.units, units.ranks, strict=True)
    compared = sum(rank is not None and unit.year == year for unit, rank in ranked)
    result = done.result._replace(compared=compared)
    findings = [*outcome.findings, *_in_the_only_file(done.findings, outcome)]
    return empty._replace(
        result=result, findings=folded(findings), partial=bool(errors) and allow_errors
    )


def _in_the_only_file(findings: Iterable[Finding], outcome: ScoreOutcome) -> list[Finding]:
    """Return *findings* on the draws at the file that holds the data where it is one."""
    paths = [file.path for file in outcome.inputs]
    only = paths[0] if len(paths) == 1 else None
    return [one._replace(file=only) for one in findings]


def _check(drawing: Drawing, definition: Definition) -> None:
    """Raise for a drawing that no data could be used for."""
    if drawing.draws < 1:
        raise UsageError("no-count", option="--draws", value=drawing.draws, least=1)
    if drawing.seed < 0:
        raise UsageError("no-count", option="--seed", value=drawing.seed, least=0)
    if drawing.weights is not None and not 0 < drawing.weights <= 1:
        raise UsageError("weight-change", value=drawing.weights)
    if any(one.over_units for one in drawing.aggregations):
        raise UsageError("copeland-alternative")
    every = [definition.aggregate_top, *(one.aggregate for one in definition.all_groups())]
    if drawing.aggregations and not all(one.by_shares for one in (*drawing.aggregations, *every)):
        raise UsageError("sum-alternative")
    if drawing.methods:
        _check_methods(drawing, definition)
    if drawing.treatments or drawing.imputations:
        _check_alternatives(drawing, definition)


def _check_methods(drawing: Drawing, definition: Definition) -> None:
    """Raise for methods that are not known, or where none can be replaced."""
    from kediri_index.analysis.robustness.methods import (  # noqa: PLC0415 - rarely asked for
        known_methods,
        replaceable,
    )

    if not replaceable(definition):
        raise UsageError("methods-none", id=definition.id)
    known = known_methods(definition)
    for name in drawing.methods:
        if name not in known:
            raise _unknown("--methods", name, known)


def _check_alternatives(drawing: Drawing, definition: Definition) -> None:
    """Raise for a treatment or an imputation that is not known, or that goes with nothing drawn."""
    from kediri_index.analysis.robustness.alternatives import (  # noqa: PLC0415 - rarely asked for
        is_treatment,
        known_imputations,
        known_treatments,
    )

    for name in drawing.treatments:
        if not is_treatment(name):
            raise _unknown("--treatments", name, known_treatments())
    known = known_imputations(definition)
    for name in drawing.imputations:
        if name in BY_GROUP and name not in known:
            raise UsageError("imputation-without-groups", value=name, id=definition.id)
        if name not in known:
            raise _unknown("--imputations", name, known)
    if drawing.uncertain is not None:
        option = "--treatments" if drawing.treatments else "--imputations"
        raise UsageError("uncertain-alternative", option=option)
    if drawing.missing and drawing.imputations:
        raise UsageError("missing-alternative")


def _unknown(option: str, name: str, known: Sequence[str]) -> UsageError:
    nearest = suggest(name, known)
    return UsageError("bad-value", option=option, value=name, nearest=nearest, known=known)
