from __future__ import annotations

from datetime import date
from fractions import Fraction

from kediri_index.model.profile import Hints
from kediri_index.usecases.check import check
from kediri_index.usecases.inputs import load_definition, load_profile, read_workbooks
from kediri_index.usecases.plan import Bounds, plan
from kediri_index.usecases.status import status
from tests.present.yearly.reports import EXAMPLES, yearly_of


def test_the_years_are_those_published_up_to_this_one_which_is_computed() -> None:
    years = {
        point.year: (point.score, point.target) for point in yearly_of("kota-kediri-2022").years
    }
    assert years == {
        2019: (Fraction("2.87"), None),
        2020: (Fraction("2.87"), None),
        2021: (Fraction("3.06"), None),
        2022: (Fraction("3.31"), Fraction("3.4")),
        2024: (None, Fraction("3.55")),
    }


def test_the_charts_compare_pillars_or_else_the_first_kind_that_has_three_scores() -> None:
    assert yearly_of("kota-kediri-2022").parts == "pillar"
    assert yearly_of("kota-kediri-2023").parts == "dimension"  # its pillars are not given


def test_agencies_and_pillars_cross_in_the_mean_of_what_is_answered() -> None:
    yearly = yearly_of("kota-contoh")
    met = {(one.opd, one.group): one for one in yearly.crossings}
    scores = {one.id: one.figure.score for one in yearly.result.indicators}
    setwan = met["setwan", "governance"]  # IMP-04 and IMP-05 are all of its tasks
    answers = [scores["IMP-04"] or 0, scores["IMP-05"] or 0]
    assert setwan.score == Fraction(sum(answers)) / 2
    assert (setwan.completeness.answered, setwan.completeness.expected) == (2, 2)
    assert ("setwan", "living") not in met
    assert sum(one.completeness.expected for one in yearly.crossings) == 54


def test_what_is_not_answered_is_expected_where_it_crosses() -> None:
    met = {(one.opd, one.group): one for one in yearly_of("salah").crossings}
    living = met["rsud", "living"].completeness  # its file is broken
    assert (met["rsud", "living"].score, living.answered, living.expected) == (None, 0, 2)


def test_given_pillars_have_no_answers_that_could_cross() -> None:
    assert yearly_of("kota-kediri-2022").crossings == ()


def test_the_board_is_that_of_status_but_nobody_is_late() -> None:
    definition = load_definition("kominfo-2023-reguler")
    profile = load_profile(EXAMPLES / "kota-contoh-salah" / "profile.yaml")
    hints = Hints(theirs=profile.unit)
    submission = read_workbooks(EXAMPLES / "kota-contoh-salah")
    checked = check(submission, definition, profile, hints=hints)
    wanted = status(checked, definition, profile, today=date(2023, 9, 19))
    board = yearly_of("salah").board
    assert board is not None
    told = [(row.opd.id, row.state, row.answered, row.expected, row.errors) for row in board.opd]
    assert told == [
        (row.opd.id, row.state, row.answered, row.expected, row.errors) for row in wanted.opd
    ]
    assert {row.overdue_days for row in board.opd} == {None}


def test_where_no_file_is_an_agencys_there_is_no_board() -> None:
    assert yearly_of("kota-kediri-2022").board is None


def test_the_plan_is_the_one_that_plan_finds_with_as_few_steps_as_can_be() -> None:
    found = plan(
        read_workbooks(EXAMPLES / "kota-kediri-2022.xlsx"),
        load_definition("kominfo-2022-reguler"),
        target=Fraction("3.4"),
        bounds=Bounds(frontier=True),
    )
    assert yearly_of("kota-kediri-2022").plan == found.plan
    large = yearly_of("kota-contoh").plan
    assert large is not None
    assert len(large.chosen.steps) == 10  # of those that cost as much some take eleven


def test_the_plan_is_the_proven_cheapest_to_the_profiles_target() -> None:
    this = yearly_of("kota-kediri-2022").plan
    assert this is not None
    assert (this.target, this.reached, this.optimal) == (Fraction("3.4"), True, True)
    assert this.chosen.after.published == Fraction("3.40")
    later = yearly_of("kota-kediri-2023").plan
    assert later is not None
    assert later.target == Fraction("3.55")
