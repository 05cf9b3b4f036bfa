"""The leaf of an indicator that several agencies fill in."""

from __future__ import annotations

from fractions import Fraction

import pytest

from kediri_index.model.dataset import Answer, Lead, Missing, Share, Shares
from kediri_index.model.definition import Indicator
from kediri_index.model.findings import Source
from kediri_index.model.profile import Combine, Sharing
from kediri_index.model.scoring import Level
from kediri_index.scoring.answers import LeafScore, leaf_scores
from kediri_index.scoring.methods.goalposts import Goalposts
from kediri_index.scoring.methods.levels import Levels
from tests.scoring.building import answer, group, index, question, rule, unit

SELF, ASSESSOR, EITHER = Lead.SELF, Lead.ASSESSOR, Lead.ASSESSOR_ELSE_SELF
NOT_APPLICABLE, EMPTY, UNREADABLE = Missing.NOT_APPLICABLE, Missing.EMPTY, Missing.UNREADABLE
MEASURED = question("a", score=rule(Goalposts(Fraction(0), Fraction(8))))
STEPS = {Fraction(at): Level("x", Fraction(score)) for at, score in ((1, 0), (2, 1), (3, 4))}
SCORED = question("a", score=rule(Levels(STEPS)))
GIVEN = question("a")


def at(one: Answer, *cells: str) -> Answer:
    """The answer with what it says in these cells: its own score, the assessors', the result."""
    places = iter(cells)
    moved = one._replace(
        self_score=one.self_score and one.self_score._replace(source=cell(next(places))),
        assessor=tuple(each._replace(source=cell(next(places))) for each in one.assessor),
    )
    return moved._replace(measure=one.measure and one.measure._replace(source=cell(next(places))))


def cell(name: str) -> Source:
    return Source("data.xlsx", "Sheet", name)


def leaf(
    whole: Answer,
    *each: Answer | None,
    indicator: Indicator,
    combine: Combine = Combine.MEAN,
    leader: str | None = None,
    lead: Lead = ASSESSOR,
) -> LeafScore:
    said = tuple(Share(f"opd-{number}", one) for number, one in enumerate(each))
    shared = whole._replace(shares=Shares(Sharing(leader, combine), said))
    definition = index(group("p", indicator))
    return leaf_scores(definition, unit(shared), lead)["a"]


def cells(found: LeafScore) -> object:
    return [source.cell for source in found.sources]


def test_results_are_put_together_before_they_are_scored_and_name_all_cells() -> None:
    found = leaf(
        at(answer("a", measure=6), "C1"),
        at(answer("a", measure=4), "C1"),
        at(answer("a", measure=8), "C2"),
        indicator=MEASURED,
    )
    assert (found.score, found.missing, found.raw) == (Fraction(3), None, "4; 8")
    assert cells(found) == ["C1", "C2"]


def test_scores_of_agencies_are_scored_each_and_their_mean_counts() -> None:
    parts = at(answer("a", 1), "C1"), at(answer("a", 3), "C2"), at(answer("a", 3), "C3")
    found = leaf(at(answer("a", "7/3"), "C1"), *parts, indicator=SCORED)
    assert (found.score, found.missing, found.raw) == (Fraction(8, 3), None, "1; 3; 3")
    assert cells(found) == ["C1", "C2", "C3"]


@pytest.mark.parametrize("indicator", [GIVEN, MEASURED], ids=["given", "measured"])
def test_there_is_no_score_until_each_agency_has_given_one(indicator: Indicator) -> None:
    measured = indicator is MEASURED

    def said(value: int | Missing, place: str) -> Answer:
        return at(answer("a", measure=value) if measured else answer("a", value), place)

    gap = said(EMPTY, "C1")
    found = leaf(gap, said(3, "C1"), said(EMPTY, "C2"), indicator=indicator)
    assert (found.score, found.missing, found.raw) == (None, EMPTY, "3")
    assert cells(found) == ["C1", "C2"]
    unread = leaf(gap, said(3, "C1"), said(UNREADABLE, "C2"), indicator=indicator)
    assert (unread.missing, unread.raw) == (UNREADABLE, "3; unreadable")
    without_row = leaf(gap, said(3, "C1"), None, indicator=indicator)
    assert (without_row.score, without_row.missing, cells(without_row)) == (None, EMPTY, ["C1"])
    nothing = leaf(gap, said(EMPTY, "C1"), said(EMPTY, "C2"), indicator=indicator)
    assert (nothing.score, nothing.missing, nothing.raw) == (None, EMPTY, None)


def test_a_whole_of_scores_whose_parts_have_none_has_none_either() -> None:
    parts = at(answer("a", 3), "C1"), at(answer("a", 5), "C2")
    found = leaf(at(answer("a", 4), "C1"), *parts, indicator=GIVEN)
    assert (found.score, found.missing, found.raw) == (None, EMPTY, "3; 5")


def test_an_agency_to_which_it_does_not_apply_is_left_out() -> None:
    parts = at(answer("a", 2), "C1"), at(answer("a", NOT_APPLICABLE), "C2")
    found = leaf(at(answer("a", 2), "C1"), *parts, indicator=GIVEN)
    assert (found.score, cells(found)) == (Fraction(2), ["C1"])
    none = [at(answer("a", NOT_APPLICABLE), place) for place in ("C1", "C2")]
    nowhere = leaf(none[0], *none, indicator=GIVEN)
    assert (nowhere.score, nowhere.missing, cells(nowhere)) == (None, NOT_APPLICABLE, ["C1", "C2"])


@pytest.mark.parametrize(
    ("lead", "assessed", "own"), [(ASSESSOR, 3, 2), (EITHER, 3, 2), (SELF, 2, 2)]
)
def test_all_agencies_are_scored_by_the_same_lead(lead: Lead, assessed: int, own: int) -> None:
    parts = at(answer("a", 2, own=1), "B1", "C1"), at(answer("a", 4, own=3), "B2", "C2")
    whole = at(answer("a", 3, own=2), "B1", "C1")
    found = leaf(whole, *parts, indicator=GIVEN, lead=lead)
    assert found.score == assessed
    assert cells(found) == (["B1", "B2"] if lead is SELF else ["C1", "C2"])
    unassessed = [one._replace(assessor=()) for one in (whole, *parts)]
    found = leaf(*unassessed, indicator=GIVEN, lead=lead)
    assert found.score == (None if lead is ASSESSOR else own)
    half = leaf(unassessed[0], parts[0], unassessed[2], indicator=GIVEN, lead=lead)
    assert half.score == (None if lead is ASSESSOR else own)


def test_an_assessors_score_of_each_agency_stands_in_for_results() -> None:
    parts = at(answer("a", 1, measure=4), "C1", "D1"), at(answer("a", 2, measure=8), "C2", "D2")
    found = leaf(at(answer("a", 1, measure=6), "C1", "D1"), *parts, indicator=MEASURED)
    assert (found.score, found.overrides, found.raw) == (Fraction(3, 2), True, "1; 2")


def test_of_equal_values_one_counts_and_names_the_cells_that_have_a_score() -> None:
    parts = at(answer("a", 3), "C1"), at(answer("a", EMPTY), "C2"), at(answer("a", 3), "C3")
    found = leaf(parts[0], *parts, None, indicator=GIVEN, combine=Combine.SAME)
    assert (found.score, found.raw, cells(found)) == (Fraction(3), "3", ["C1", "C3"])
    gaps = at(answer("a", EMPTY), "C4"), at(answer("a", EMPTY), "C5")
    nothing = leaf(gaps[1], *gaps, indicator=GIVEN, combine=Combine.SAME)
    assert (nothing.score, nothing.missing, cells(nothing)) == (None, EMPTY, ["C5"])


@pytest.mark.parametrize("combine", [Combine.SAME, Combine.SUM])
def test_where_one_agency_leads_its_value_is_the_value(combine: Combine) -> None:
    parts = at(answer("a", 3, own=2), "B1", "C1"), at(answer("a", 1, own=1), "B2", "C2")
    for lead, score, place in ((ASSESSOR, Fraction(3), "C1"), (SELF, Fraction(2), "B1")):
        found = leaf(parts[0], *parts, indicator=GIVEN, combine=combine, leader="opd-0", lead=lead)
        assert (found.score, found.raw, cells(found)) == (score, str(score), [place])
