"""Groups by agency: the mean score of what each of them answers for in each group."""

from __future__ import annotations

from fractions import Fraction

from kediri_index.agencies.filling import crossings
from kediri_index.model.dataset import Missing
from kediri_index.model.scores import Completeness
from kediri_index.model.yearly import Crossing
from tests.scoring.building import Value, assessed, group, index, question
from tests.scoring.one_unit import score_unit

GROUPS = (
    group("p", question("a"), group("s", question("b"), question("c"))),
    group("q", question("d"), weight=0),
)
OWNERS = {"a": ("x",), "b": ("x", "y"), "c": ("y",), "d": ("x",)}


def found(**scores: Value | Missing) -> dict[tuple[str, str], tuple[object, Completeness]]:
    result = score_unit(index(*GROUPS), assessed(**scores))
    crossed = crossings(GROUPS, result, OWNERS)
    return {(one.opd, one.group): (one.score, one.completeness) for one in crossed}


def test_an_agency_has_the_plain_mean_of_its_answers_anywhere_below_the_group() -> None:
    result = score_unit(index(*GROUPS), assessed(a=4, b=1, c=2))
    assert crossings(GROUPS[:1], result, OWNERS) == (
        Crossing("x", "p", Fraction(5, 2), Completeness(2, 2, None)),
        Crossing("y", "p", Fraction(3, 2), Completeness(2, 2, None)),
    )


def test_what_is_not_answered_is_expected_and_counts_in_no_mean() -> None:
    crossed = found(a=4, b=Missing.EMPTY, c=Missing.EMPTY)
    assert crossed["x", "p"] == (Fraction(4), Completeness(1, 2, None))
    assert crossed["y", "p"] == (None, Completeness(0, 2, None))


def test_what_does_not_apply_or_does_not_count_is_left_out() -> None:
    crossed = found(a=4, b=1, c=Missing.NOT_APPLICABLE, d=3)
    assert crossed["y", "p"] == (Fraction(1), Completeness(1, 1, None))
    assert ("x", "q") not in crossed


def test_below_a_score_that_is_given_nothing_crosses() -> None:
    crossed = found(a=4, s=2, b=1, c=1)
    assert crossed["x", "p"] == (Fraction(4), Completeness(1, 1, None))
    assert ("y", "p") not in crossed


def test_what_nobody_answers_for_and_what_there_is_no_row_for_cross_nowhere() -> None:
    result = score_unit(index(*GROUPS), assessed(a=4, b=1, c=2))
    assert crossings(GROUPS, result, {}) == ()
    first, *rest = result.indicators
    assert crossings(GROUPS, result._replace(indicators=rest), {first.id: ("x",)}) == ()
