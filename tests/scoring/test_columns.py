"""Numbers as pairs of doubles, what of their digits is sure, and when columns are used at all."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from decimal import Context, Decimal
from fractions import Fraction
from pathlib import Path
from unittest.mock import patch

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kediri_index.api import as_columns
from kediri_index.messages.numbers import plain
from kediri_index.model.dataset import Lead
from kediri_index.model.definition import ClassesOn
from kediri_index.model.language import Language
from kediri_index.model.workbook import Workbook
from kediri_index.report.score.unit_writer import UnitWriter
from kediri_index.scoring.columns.figures import ColumnScorer
from kediri_index.scoring.columns.pairs import RELATIVE, Pair, added, doubles_of, multiplied
from kediri_index.scoring.columns.values import UNKNOWN, Values, common, fifteen_digits, rounded
from kediri_index.scoring.later_indicators import LaterIndicators
from kediri_index.scoring.later_units import LaterUnits, Scorable
from kediri_index.scoring.rounding import round_half_up
from tests.findings.building import ANSWERS, TOP, definition
from tests.property.test_bulk import as_csv, outcome
from tests.scores_as_text import score_csv, score_table

ratios = st.builds(Fraction, st.integers(-(10**12), 10**12), st.integers(1, 10**6))
decimals = st.builds(lambda parts: Fraction(parts, 10**4), st.integers(-(10**9), 10**9))


def pair(values: Sequence[Fraction]) -> Pair:
    found = np.array([doubles_of(value) for value in values]).reshape(-1, 2)
    return Pair(found[:, 0], found[:, 1])


def value_of(one: Pair, at: int = 0) -> Fraction:
    return Fraction(float(one.high[at])) + Fraction(float(one.low[at]))


def values(exact: Sequence[Fraction], unit: int = UNKNOWN) -> Values:
    found = pair(exact)
    return Values(found, found.size() * RELATIVE, [unit])


@given(ratios, ratios)
def test_sums_and_products_are_as_near_as_promised(x: Fraction, y: Fraction) -> None:
    left, right = pair([x]), pair([y])
    size = abs(x) + abs(y)
    assert abs(value_of(left) - x) <= abs(x) * Fraction(RELATIVE)
    assert abs(value_of(added(left, right)) - (x + y)) <= size * Fraction(RELATIVE)
    assert abs(value_of(multiplied(left, right)) - x * y) <= abs(x * y) * Fraction(RELATIVE)


@given(ratios | decimals, st.integers(0, 4))
@example(Fraction(10**11), 4)  # as many digits as columns do not promise
def test_what_is_sure_is_rounded_as_by_hand(value: Fraction, places: int) -> None:
    shown = rounded(values([value], value.denominator), places)
    assert shown.sure.all() or abs(value) * 10**places >= 10**15
    assert Fraction(int(shown.numbers[0]), 10**places) == round_half_up(value, places)


@given(ratios | decimals)
def test_what_is_sure_has_the_fifteen_digits_of_the_exact_text(value: Fraction) -> None:
    shown = fifteen_digits(values([value], value.denominator))
    if value and not Fraction(1, 10**4) <= abs(value) < 10**15:
        assert not shown.sure.any()
    else:
        assert shown.sure.all()
        assert f"{shown.numbers[0]:.15g}" == plain(value)


@pytest.mark.parametrize("tie", ["0.125", "-0.125", "2.675", "99.995", "1234567.005"])
def test_a_tie_is_known_where_the_denominator_is(tie: str) -> None:
    exact = Fraction(tie)
    known = rounded(values([exact], exact.denominator), 2)
    assert known.sure.all()
    assert Fraction(int(known.numbers[0]), 100) == round_half_up(exact, 2)
    assert not rounded(values([exact]), 2).sure.any()


@pytest.mark.parametrize("hair", [-1, 1])
def test_what_is_nearer_to_a_tie_than_its_error_is_left_in_doubt(hair: int) -> None:
    beside = Fraction("2.675") + Fraction(hair, 10**40)
    assert not rounded(values([beside], beside.denominator), 2).sure.any()
    assert rounded(values([Fraction("2.675") + Fraction(hair, 10**12)]), 2).sure.all()


@given(st.integers(1, 9), st.integers(-4, 14), st.integers(-3, 3))
def test_digits_beside_a_power_of_ten(first: int, power: int, hairs: int) -> None:
    value = first * Fraction(10) ** power * (1 + Fraction(hairs, 10**16))
    shown = fifteen_digits(values([value], value.denominator))
    text = f"{Context(prec=15).create_decimal(Decimal(value.numerator) / value.denominator):f}"
    if shown.sure.all():
        assert f"{shown.numbers[0]:.15g}" == plain(value)
        assert Decimal(f"{shown.numbers[0]:.15g}") == Decimal(text)


def test_zero_is_sure_where_nothing_else_is_so_near() -> None:
    assert fifteen_digits(Values(pair([Fraction(0)]), 1e-20, [100])).sure.all()
    assert not fifteen_digits(Values(pair([Fraction(0)]), 1e-20, [UNKNOWN])).sure.any()


def test_units_beyond_use_are_unknown() -> None:
    assert common([4, 6]) == 12
    assert common([2**90, 3**60]) == UNKNOWN
    assert common([4, UNKNOWN]) == UNKNOWN


def test_numbers_beyond_what_doubles_do_are_refused() -> None:
    with pytest.raises(OverflowError):
        doubles_of(Fraction(1, 10**90))
    with pytest.raises(OverflowError):
        doubles_of(Fraction(10**400))
    with pytest.raises(OverflowError):  # as a double it is 0
        doubles_of(Fraction(1, 10**400))


def test_what_rounds_up_to_more_digits_than_are_shown_is_left_to_the_engine() -> None:
    assert rounded(values([Fraction(10**15) - 1]), 0).sure.all()
    assert not rounded(values([Fraction(10**15) - Fraction(1, 4)]), 0).sure.any()


MANY = [
    ["unit", "year", "A-1", "A-2"],
    *([f"Kota {n}, baru", "2022", f"{n / 100:g}", "" if n % 7 == 0 else "3"] for n in range(100)),
]
EXCLUDED = f"{ANSWERS}missing: {{answers: exclude}}\n"


def test_many_units_are_scored_as_columns_and_hardly_any_by_itself() -> None:
    found = outcome(definition(EXCLUDED), as_csv(MANY))
    assert isinstance(found.units, LaterUnits)
    assert found.units.as_columns
    with patch.object(UnitWriter, "alone", side_effect=AssertionError):
        text = score_csv(found)
    assert text.count("\n") == 1 + 4 * len(found.units)
    assert '"Kota 7, baru",2022,a/A-1,A-1,indicator,0.07,0.07,1,1,1' in text


def test_a_row_of_a_table_needs_no_unit_by_itself() -> None:
    found = outcome(definition(EXCLUDED), as_csv(MANY))
    assert isinstance(found.units, LaterUnits)
    with patch.object(Scorable, "result", side_effect=AssertionError):
        shown = score_table(found, Language.ID)
    assert shown == score_table(found._replace(units=found.units.made()), Language.ID)


IN_TWO = f"""{TOP}missing: {{answers: exclude}}
groups:
  - {{id: a, kind: pillar, name: A}}
  - {{id: b, kind: pillar, name: B, groups: [{{id: c, kind: pillar, name: C}}]}}
indicators:
  - {{id: A-1, in: a, name: A-1}}
  - {{id: A-2, in: a, name: A-2}}
  - {{id: A-3, in: a, name: A-3}}
  - {{id: B-1, in: b, name: B-1}}
  - {{id: C-1, in: c, name: C-1}}
  - {{id: C-2, in: c, name: C-2}}
"""


def with_all_gaps() -> Workbook:
    """Sixty-four units, each with gaps like no other's; each group has them in eight ways."""
    ids = ["A-1", "A-2", "A-3", "B-1", "C-1", "C-2"]
    rows = [
        [f"Kota {n}", *("" if n >> at & 1 else f"{(6 * n + at) / 100:g}" for at in range(len(ids)))]
        for n in range(64)
    ]
    return as_csv([["unit", *ids], *rows])


@pytest.mark.parametrize("with_numpy", [True, False])
def test_a_unit_with_gaps_of_its_own_is_put_together_from_groups_seen_before(
    *, with_numpy: bool
) -> None:
    used, book = definition(IN_TWO), with_all_gaps()
    with patch.object(as_columns, "has_numpy", lambda: with_numpy):
        found = outcome(used, book)
    assert isinstance(found.units, LaterUnits)
    assert found.units.as_columns is with_numpy
    with patch.object(Scorable, "result", autospec=True, side_effect=Scorable.result) as scored:
        text = score_csv(found)
    assert scored.call_count <= 8 + 7
    assert text == score_csv(found._replace(units=found.units.made()))


@pytest.mark.parametrize("with_numpy", [True, False])
def test_what_nobody_could_score_is_another_gap_than_what_is_not_answered(
    *, with_numpy: bool
) -> None:
    alone_in_its_year = IN_TWO.replace("name: A-2", "name: A-2, score: {method: rank, years: each}")
    rows = [["unit", "year", "A-1", "A-2"], ["Kota 0", "2022", "3", "2"]]
    rows += [[f"Kota {n}", "2022", "3", ""] for n in range(1, 70)]
    with patch.object(as_columns, "has_numpy", lambda: with_numpy):
        found = outcome(definition(alone_in_its_year), as_csv(rows))
        text = score_csv(found)
    assert isinstance(found.units, LaterUnits)
    assert text == score_csv(found._replace(units=found.units.made()))


def test_the_figures_of_columns_are_those_that_are_shown() -> None:
    found = outcome(definition(EXCLUDED), as_csv(MANY))
    assert isinstance(found.units, LaterUnits)
    answers = [one.plain_answers() for one in found.units.scorable]
    rows = [one for one in answers if one is not None]
    scorer = ColumnScorer(found.definition, rows[0].table)
    figures = scorer.figures(rows)
    assert len(rows) == len(found.units)
    assert figures.sure.all()
    at = 2 * scorer.nodes["a"]
    assert [f"{one:.15g}" for one in figures.numbers[:, at]] == [
        plain(one.groups[0].figure.score or 0) for one in found.units
    ]


def test_few_units_or_no_numpy_or_other_combinations_do_without() -> None:
    def takes(rows: list[list[str]], text: str) -> bool:
        units = outcome(definition(text), as_csv(rows)).units
        return isinstance(units, LaterUnits) and units.as_columns

    assert takes(MANY, EXCLUDED)
    assert not takes(MANY[:60], EXCLUDED)
    assert not takes(MANY, EXCLUDED.replace("groups:", "aggregate_top: geometric\ngroups:"))
    with patch.object(as_columns, "has_numpy", lambda: False):
        assert not takes(MANY, EXCLUDED)
    with patch.dict(sys.modules, {"numpy": None}):
        assert not takes(MANY, EXCLUDED)
    assert takes(MANY, EXCLUDED)


def test_results_are_made_when_they_are_asked_for() -> None:
    units = outcome(definition(EXCLUDED), as_csv(MANY)).units
    assert isinstance(units, LaterUnits)
    with patch.object(Scorable, "result", side_effect=AssertionError):
        assert len(units) == 100
    assert units[0].rank == 100
    assert units[-1:] == (units[99],)
    assert units == tuple(units)
    assert repr(units) == repr(tuple(units))


@pytest.mark.parametrize(("rows", "loaded"), [(10, "False"), (100, "True")])
def test_numpy_is_imported_for_many_units_alone(rows: int, loaded: str, tmp_path: Path) -> None:
    data, config = tmp_path / "data.csv", tmp_path / "uji.yaml"
    lines = [",".join(f'"{cell}"' for cell in row) for row in MANY[: rows + 1]]
    data.write_text("\n".join(lines), encoding="utf-8")
    config.write_text(EXCLUDED, encoding="utf-8")
    code = (
        "import sys\n"
        "from kediri_index import load_definition, read_workbooks, score\n"
        "from kediri_index.report.score.csv import render\n"
        "from kediri_index.report.score.shown import ScoreShown\n"
        f"read = read_workbooks([{str(data)!r}])\n"
        f"outcome = score(read, load_definition({str(config)!r}))\n"
        "''.join(render(ScoreShown(outcome, outcome.definition.language)))\n"
        "print('numpy' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == loaded


def test_results_are_equal_to_the_same_results_alone() -> None:
    units = outcome(definition(EXCLUDED), as_csv(MANY)).units
    assert isinstance(units, LaterUnits)
    made = units.made()
    others: list[object] = [made, list(made), made[:-1], (), 1]
    assert [units == other for other in others] == [True, True, False, False, False]
    assert [one.rank for one in units.unranked()] == [None] * len(made)
    assert [one._replace(rank=None) for one in made] == list(units.unranked())


def test_only_plain_numbers_that_an_assessor_gave_are_taken_as_columns() -> None:
    units = outcome(definition(EXCLUDED), as_csv(MANY)).units
    assert isinstance(units, LaterUnits)
    plain_one = units.scorable[1]
    own = plain_one._replace(settings=plain_one.settings._replace(lead=Lead.SELF))
    out = plain_one._replace(data=plain_one.data._replace(left_out=True))
    other = plain_one._replace(data=plain_one.data._replace(answers=dict(plain_one.data.answers)))
    assert plain_one.plain_answers() is plain_one.data.answers
    assert [one.plain_answers() for one in (own, out, other)] == [None] * 3
    assert [one.plain_scores() for one in (own, out, other)] == [None] * 3
    scores = plain_one.plain_scores()
    assert scores is not None
    assert scores.exact["a"] == plain_one.result().groups[0].figure.score


def test_ranks_of_later_results_are_by_the_figures_that_the_classes_are_on() -> None:
    near = [MANY[0], *([f"Kota {n}", "2022", "3" if n else "3.0001", "3"] for n in range(70))]
    units = outcome(definition(EXCLUDED), as_csv(near)).units
    assert isinstance(units, LaterUnits)
    for on, second in ((ClassesOn.PUBLISHED, 1), (ClassesOn.SCORE, 2)):
        later = LaterUnits(units.scorable[:2], on)
        assert [one.rank for one in later] == [1, second]
        assert not later.as_columns


def test_results_one_by_one_have_their_indicators_at_once() -> None:
    units = outcome(definition(EXCLUDED), as_csv(MANY)).units
    assert isinstance(units, LaterUnits)
    assert {type(one.indicators) for one in units.unranked()} == {tuple}
    assert {type(one.indicators) for one in units.made()} == {LaterIndicators}
