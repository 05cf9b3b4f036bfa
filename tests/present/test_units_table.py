"""Rows of many units are drawn as Rich draws the same table."""

from __future__ import annotations

from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.table import Table

from kediri_index.model.language import Language
from kediri_index.model.outcomes import ScoreOutcome
from kediri_index.present.score import units_table
from tests.findings.building import ANSWERS, definition
from tests.property.test_bulk import as_csv, outcome
from tests.scores_as_text import score_table

names = st.one_of(
    st.text("aB -", min_size=1, max_size=60),
    st.text("Kota  é日本x́👩‍👧", min_size=1, max_size=30),
    st.sampled_from(("[bold]Kota[/bold]", ":smile:", "a" * 100, "Kota\tDua", "Kota\u200bTiga")),
)
EXCLUDED = f"{ANSWERS}missing: {{answers: exclude}}\nclasses: [{{name: 低い}}]\n"


def of(units: list[str]) -> ScoreOutcome:
    rows = [[name.replace('"', ""), str(2000 + n), f"{n}", ""] for n, name in enumerate(units)]
    return outcome(definition(EXCLUDED), as_csv([["unit", "year", "A-1", "A-2"], *rows]))


@settings(max_examples=60)
@given(units=st.lists(names, min_size=2, max_size=8), width=st.sampled_from((20, 40, 80, 120)))
def test_rows_are_those_of_one_table(units: list[str], width: int) -> None:
    found = of(units)
    shown = score_table(found, Language.ID, width=width)
    with patch.object(units_table, "_needed", lambda _: 10**6):
        assert shown == score_table(found, Language.ID, width=width)


def test_a_name_that_is_broken_leaves_the_other_rows_as_they_are() -> None:
    found = of(["Kota A", "Kabupaten yang namanya panjang sekali", "Kota C"])
    with patch.object(units_table, "_needed", lambda _: 10**6):
        expected = score_table(found, Language.ID, width=60)
    with patch(f"{units_table.__name__}.Table", wraps=Table) as drawn:
        assert score_table(found, Language.ID, width=60) == expected
    assert drawn.call_count == 2  # the titles, and the one name
