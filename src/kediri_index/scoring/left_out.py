"""A unit that a step of ``prepare`` left out: its answers, and no scores."""

from __future__ import annotations

from kediri_index.model.no_score import NoScore
from kediri_index.model.results import GroupResult, UnitResult
from kediri_index.scoring.tree_scores import NO_FIGURE


def without_scores(result: UnitResult) -> UnitResult:
    """Return *result* with no score, contribution or class anywhere, and the reason."""
    return result._replace(
        overall=NO_FIGURE,
        class_label=None,
        groups=tuple(map(_group, result.groups)),
        indicators=tuple(one._replace(figure=NO_FIGURE) for one in result.indicators),
        omissions=(),
        no_score=NoScore.LEFT_OUT,
        gap=None,
        change=None,
        range_if_missing=None,
        self_total=None,
        assessor_total=None,
        views={},
    )


def _group(result: GroupResult) -> GroupResult:
    return result._replace(
        figure=NO_FIGURE,
        contribution=NO_FIGURE,
        class_label=None,
        no_score=NoScore.LEFT_OUT,
        groups=tuple(map(_group, result.groups)),
    )
