"""Bars as text: from the left, and to either side of a line."""

from __future__ import annotations

from fractions import Fraction

import pytest

from kediri_index import compare, load_definition, read_workbooks
from kediri_index.model.language import Language
from kediri_index.present.commands.compare import ComparePresentation
from kediri_index.present.renderers.layout import bar, both_ways
from tests.present.screens import drawn


@pytest.mark.parametrize(
    ("share", "shown"),
    [
        ("0", "░░░░░░░░"),
        ("1", "████████"),
        ("1/2", "████░░░░"),
        ("11/16", "█████▌░░"),
        ("1/64", "▏░░░░░░░"),
        ("-1", "░░░░░░░░"),
        ("9", "████████"),
    ],
)
def test_a_bar_shows_a_share_to_an_eighth_of_a_cell_and_ends_at_its_ends(
    share: str, shown: str
) -> None:
    assert bar(Fraction(share), 8, ascii_only=False) == shown


def test_a_bar_in_plain_signs_shows_it_to_a_cell() -> None:
    assert bar(Fraction(11, 16), 8, ascii_only=True) == "######.."


def test_the_target_is_marked_where_the_bar_does_not_reach_it() -> None:
    share, mark = Fraction(1, 4), Fraction(3, 4)
    assert bar(share, 8, mark=mark, ascii_only=False) == "██░░░░┊░"
    assert bar(share, 8, mark=mark, ascii_only=True) == "##....|."
    assert bar(Fraction(1), 8, mark=mark, ascii_only=False) == "████████"
    assert bar(share, 8, mark=Fraction(1), ascii_only=False) == "██░░░░░┊"


@pytest.mark.parametrize("ascii_only", [True, False])
def test_every_bar_is_as_wide_as_it_is_asked_to_be(*, ascii_only: bool) -> None:
    for share in range(41):
        for width in (1, 7, 14, 24):
            found = bar(Fraction(share, 40), width, mark=Fraction(3, 4), ascii_only=ascii_only)
            assert len(found) == width


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("1", "    │████"),
        ("-1", "████│    "),
        ("0.5", "    │██  "),
        ("-0.625", " ▐██│    "),
        ("0.001", "    │▌   "),
        ("-0.001", "   ▐│    "),
        ("0", "    │    "),
    ],
)
def test_a_bar_stands_on_the_side_of_its_sign(value: str, shown: str) -> None:
    assert both_ways(Fraction(value), 9, ascii_only=False) == shown


def test_a_plain_bar_has_plain_signs() -> None:
    assert both_ways(Fraction(-1, 2), 9, ascii_only=True) == "  ##|    "


def test_a_plain_terminal_gets_no_sign_that_it_lacks() -> None:
    folder = "examples/kota-kediri-{}.xlsx"
    outcome = compare(
        read_workbooks(folder.format(2022)),
        read_workbooks(folder.format(2023)),
        load_definition("kominfo-2023-reguler"),
        old_definition=load_definition("kominfo-2022-reguler"),
    )
    assert outcome.comparison is not None
    said = drawn(ComparePresentation(Language.EN, outcome), encoding="ascii")
    assert "#########|" in said
    assert "?" not in said
    assert "Kota Kediri - 2022 > 2023" in said
