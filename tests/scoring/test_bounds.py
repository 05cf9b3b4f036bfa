"""The lowest and the highest score that a rule can give."""

from __future__ import annotations

from fractions import Fraction

import pytest

from kediri_index.model.definition import ScoreRule
from kediri_index.model.scoring import Outside, Range, ScoringMethod
from kediri_index.scoring.methods.achievement import Achievement
from kediri_index.scoring.methods.as_given import AsGiven
from kediri_index.scoring.methods.bands import Band, Bands
from kediri_index.scoring.methods.goalposts import Goalposts
from kediri_index.scoring.methods.levels import Levels
from kediri_index.scoring.methods.yes_no import YesNo
from kediri_index.scoring.score_rule import bounds_of

TO: Range = (Fraction(0), Fraction(4))
ONE_TO_THREE: Range = (Fraction(1), Fraction(3))
LOWER_HALF: Range = (Fraction(0), Fraction(2))
BANDS = Bands((Band(Fraction(1), below=Fraction(40)), Band(Fraction(3))))
LEVELS = Levels({Fraction(1): "a", Fraction(3): "b"})
YES_NO = YesNo(Fraction(3), Fraction(1))


@pytest.mark.parametrize("outside", Outside)
@pytest.mark.parametrize("method", [BANDS, LEVELS, YES_NO], ids=lambda method: method.name)
def test_a_method_that_names_its_scores_has_them_for_bounds(
    method: ScoringMethod, outside: Outside
) -> None:
    assert bounds_of(ScoreRule(method, TO, outside)) == ONE_TO_THREE
    assert bounds_of(ScoreRule(method, None, outside)) == ONE_TO_THREE


@pytest.mark.parametrize("method", [AsGiven(), Goalposts(Fraction(0), Fraction(10)), Achievement()])
def test_the_others_have_the_range_where_nothing_lies_beyond(method: ScoringMethod) -> None:
    assert bounds_of(ScoreRule(method, TO, Outside.CLIP)) == TO
    assert bounds_of(ScoreRule(method, TO, Outside.ERROR)) == TO
    assert bounds_of(ScoreRule(method, TO, Outside.KEEP)) is None
    assert bounds_of(ScoreRule(method, None, Outside.CLIP)) is None


def test_a_cap_below_one_is_the_highest_achievement() -> None:
    half = Achievement(cap=Fraction(1, 2))
    assert bounds_of(ScoreRule(half, TO, Outside.CLIP)) == LOWER_HALF
    assert bounds_of(ScoreRule(Achievement(cap=Fraction(2)), TO, Outside.CLIP)) == TO


def test_only_an_achievement_without_a_target_of_its_own_reads_the_sheets() -> None:
    reads = [method.reads_target for method in (AsGiven(), BANDS, LEVELS, YES_NO)]
    assert not any(reads)
    assert not Goalposts(Fraction(0), Fraction(10)).reads_target
    assert Achievement().reads_target
    assert not Achievement(target=Fraction(5)).reads_target
