"""A unit that a step left out: its answers stay, and no figure does."""

from __future__ import annotations

from fractions import Fraction

from kediri_index.model.aggregation import NoScore
from kediri_index.model.definition import ScoreClass
from kediri_index.model.language import Label
from kediri_index.model.scores import GroupResult, Previous, PreviousBasis
from kediri_index.scoring.exact import nominal_shares
from kediri_index.scoring.figures import NO_FIGURE
from kediri_index.scoring.unit_result import Settings, without_scores
from tests.scoring.building import answer, group, index, question, unit
from tests.scoring.one_unit import score_unit

TREE = index(
    group("p", group("s", question("a"), question("b"))),
    group("given"),
)._replace(classes=(ScoreClass(Label("any"), None),))
WHOLE = score_unit(
    TREE,
    unit(answer("a", 3, own=2), answer("given", 1)),
    Settings(
        target=Fraction(4),
        previous=Previous(Fraction(1), PreviousBasis.PUBLISHED, 2021),
        views={"opd": {"x": ("a",)}},
    ),
)


def test_no_figure_stays_and_everything_else_does() -> None:
    assert without_scores(WHOLE) == WHOLE._replace(
        overall=NO_FIGURE,
        class_label=None,
        groups=without_scores(WHOLE).groups,
        indicators=tuple(one._replace(figure=NO_FIGURE) for one in WHOLE.indicators),
        omissions=(),
        no_score=NoScore.LEFT_OUT,
        gap=None,
        change=None,
        range_if_missing=None,
        self_total=None,
        assessor_total=None,
        views={},
    )


def test_there_were_figures() -> None:
    assert WHOLE.overall.score is not None
    assert WHOLE.class_label is not None
    assert WHOLE.omissions
    assert WHOLE.views
    assert WHOLE.gap is not None
    assert WHOLE.change is not None
    assert WHOLE.self_total is not None
    assert WHOLE.assessor_total is not None
    assert WHOLE.groups[0].groups[0].contribution.score is not None


def emptied(result: GroupResult, *groups: GroupResult) -> GroupResult:
    return result._replace(
        figure=NO_FIGURE,
        contribution=NO_FIGURE,
        class_label=None,
        no_score=NoScore.LEFT_OUT,
        groups=groups,
    )


def test_groups_stay_without_their_figures_to_the_lowest() -> None:
    first, second = WHOLE.groups
    assert without_scores(WHOLE).groups == (
        emptied(first, emptied(first.groups[0])),
        emptied(second),
    )


def test_nominal_shares_are_those_of_a_complete_answer() -> None:
    weighted = index(
        group("p", question("a", "1/4"), question("b", "3/4"), weight="1/3"),
        group("given", weight="2/3"),
        group("nothing", question("c"), weight=0),
    )
    shares = nominal_shares(weighted)
    assert {node: shares[node] for node in ("p", "given", "a", "b")} == {
        "p": Fraction(1, 3),
        "given": Fraction(2, 3),
        "a": Fraction(1, 12),
        "b": Fraction(1, 4),
    }
    assert shares["nothing"] == shares["c"] == 0
