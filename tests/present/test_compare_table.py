"""Bars to the left and the right of a line, and a comparison on plain terminals."""

from __future__ import annotations

from fractions import Fraction

import pytest

from kediri_index import compare, load_definition, read_workbooks
from kediri_index.cli.consoles import paper
from kediri_index.model.language import Language
from kediri_index.present.compare.table import print_comparison
from kediri_index.present.compare.two_sided_bar import two_sided_bar
from kediri_index.present.compare.words import CompareWords


@pytest.mark.parametrize(
    ("value", "drawn"),
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
def test_a_bar_stands_on_the_side_of_its_sign(value: str, drawn: str) -> None:
    assert two_sided_bar(Fraction(value), Fraction(1), 4, ascii_only=False) == drawn


def test_a_plain_bar_has_plain_signs() -> None:
    assert two_sided_bar(Fraction(-1, 2), Fraction(1), 4, ascii_only=True) == "  ##|    "


def test_a_plain_terminal_gets_no_sign_that_it_lacks() -> None:
    folder = "examples/kota-kediri-{}.xlsx"
    outcome = compare(
        read_workbooks(folder.format(2022)),
        read_workbooks(folder.format(2023)),
        load_definition("kominfo-2023-reguler"),
        old_definition=load_definition("kominfo-2022-reguler"),
    )
    assert outcome.comparison is not None
    console, text = paper("ascii")
    words = CompareWords(outcome.comparison, None, Language.EN)
    print_comparison(words, console, detail=False)
    text.seek(0)
    said = text.read()
    assert "#########|" in said
    assert "?" not in said
    assert "Kota Kediri - 2022 > 2023" in said
