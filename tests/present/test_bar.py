from __future__ import annotations

from fractions import Fraction

import pytest

from kediri_index.present.bar import bar

SCALE = (Fraction(0), Fraction(4))


@pytest.mark.parametrize(
    ("score", "drawn"),
    [
        ("0", "        "),
        ("4", "████████"),
        ("2", "████    "),
        ("2.75", "█████▌  "),
        ("0.0625", "▏       "),
    ],
)
def test_a_bar_shows_the_place_on_the_scale_to_an_eighth_of_a_cell(score: str, drawn: str) -> None:
    assert bar(Fraction(score), SCALE, 8, ascii_only=False) == drawn


def test_a_bar_in_plain_signs_shows_it_to_a_cell() -> None:
    assert bar(Fraction("2.75"), SCALE, 8, ascii_only=True) == "######  "


@pytest.mark.parametrize(("score", "drawn"), [("-1", "    "), ("9", "████")])
def test_a_score_beyond_the_scale_is_drawn_at_its_end(score: str, drawn: str) -> None:
    assert bar(Fraction(score), SCALE, 4, ascii_only=False) == drawn


def test_the_target_is_marked_where_the_bar_does_not_reach_it() -> None:
    mark = Fraction(3)
    assert bar(Fraction(1), SCALE, 8, mark=mark, ascii_only=False) == "██    ┊ "
    assert bar(Fraction(1), SCALE, 8, mark=mark, ascii_only=True) == "##    | "
    assert bar(Fraction(4), SCALE, 8, mark=mark, ascii_only=False) == "████████"
    assert bar(Fraction(1), SCALE, 8, mark=Fraction(4), ascii_only=False) == "██     ┊"


def test_a_scale_may_begin_above_zero() -> None:
    assert bar(Fraction(3), (Fraction(1), Fraction(5)), 4, ascii_only=False) == "██  "


@pytest.mark.parametrize("ascii_only", [True, False])
def test_every_bar_is_as_wide_as_it_is_asked_to_be(*, ascii_only: bool) -> None:
    for score in range(41):
        for width in (1, 7, 14, 24):
            drawn = bar(Fraction(score, 10), SCALE, width, mark=Fraction(3), ascii_only=ascii_only)
            assert len(drawn) == width
