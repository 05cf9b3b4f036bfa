"""Plain numbers are judged down the columns of a table as they are judged one by one."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from hypothesis import example, given, settings
from hypothesis import strategies as st

from kediri_index.model.answers import UnitAnswers
from kediri_index.model.dataset import DataSet, UnitData
from kediri_index.model.findings import Finding, folded
from kediri_index.model.profile import Hints
from kediri_index.rules import DataContext
from kediri_index.rules.unit_slip import unit_slip, within_units
from kediri_index.sheets.assemble import assemble
from tests.findings.building import ONE_GROUP, TOP, csv_table, definition

TEXT = f"""{TOP.replace("max: 4", "max: 100")}{ONE_GROUP}
indicators:
  - {{id: M, in: a, name: M, unit: "%", score: {{method: goalposts, min: 0, max: 100}}}}
  - {{id: B, in: a, name: B, unit: persen, score: {{method: goalposts, min: -5, max: 40.5}}}}
  - {{id: C, in: a, name: C, unit: "%", score: {{method: achievement, target: 80}}}}
  - {{id: D, in: a, name: D, unit: buah, score: {{method: achievement, target: 2000}}}}
  - {{id: E, in: a, name: E, unit: "%", score: {{method: min_max}}}}
  - {{id: F, in: a, name: F}}
"""
INDICATORS = "MBCDEF"

usual = st.integers(40, 90).map(str)
numbers = st.one_of(
    usual,
    usual,
    usual,
    st.decimals(0, 1, places=2).map(str),
    st.sampled_from(("", "0", "100", "0.85", "-3", "-0.59", "8500", "400000000", "0.000000001")),
    st.sampled_from(("101", "99.99999999999", "40.5", "-5", "85%", "n/a", "0.0000000001", "7.2")),
)
tables = st.lists(st.tuples(*(numbers for _ in INDICATORS)), min_size=1, max_size=14)
alike = st.tuples(st.sampled_from(("1", "60", "0.6")), tables).map(
    lambda drawn: [tuple(drawn[0] if cell == "0" else cell for cell in row) for row in drawn[1]]
)
last_years = st.dictionaries(
    st.sampled_from("MBCDE"), st.sampled_from((Fraction(60), Fraction("0.6"), Fraction(700)))
)


def judged(units: tuple[UnitData, ...], last_year: Mapping[str, Fraction]) -> tuple[Finding, ...]:
    """What the rule finds on *units* that all had the same results last year."""
    figures = within_units(definition(TEXT), units, lambda _: last_year)
    context = DataContext(definition(TEXT), DataSet(units, ()), None, Hints(), figures)
    return folded(unit_slip(context))


@settings(max_examples=40, deadline=None)
@given(st.lists(st.one_of(tables, alike), min_size=1, max_size=2), last_years)
@example([[("40",) * len(INDICATORS)]], {"C": Fraction("0.6")})  # near its definition's target
def test_numbers_of_columns_are_judged_as_one_by_one(
    drawn: list[list[tuple[str, ...]]], last_year: Mapping[str, Fraction]
) -> None:
    books = [
        csv_table(
            f"unit,year,{','.join(INDICATORS)}\n"
            + "".join(f"Kota {table} {n},2023,{','.join(row)}\n" for n, row in enumerate(rows)),
            f"{table}.csv",
        )
        for table, rows in enumerate(drawn)
    ]
    data, _ = assemble(books, definition(TEXT), None, Hints())
    assert all(isinstance(unit.answers, UnitAnswers) for unit in data.units)
    one_by_one = tuple(unit._replace(answers=dict(unit.answers)) for unit in data.units)
    assert judged(data.units, last_year) == judged(one_by_one, last_year)
