from __future__ import annotations

from fractions import Fraction

import pytest

from kediri_index.model.definition import Beyond, Imputation
from kediri_index.model.scoring import Years
from kediri_index.scoring.prepare.denominate import Denominate
from kediri_index.scoring.prepare.exact import ExactSeries
from kediri_index.scoring.prepare.impute import Impute
from kediri_index.scoring.prepare.screen import Screen
from tests.scoring.prepare.rows import (
    Row,
    applied,
    codes,
    effects,
    of_fractions,
    panel,
    row,
    values,
)


def people(count: str) -> dict[str, str]:
    return {"people": count}


def on(island: str) -> dict[str, str]:
    return {"island": island}


def test_values_are_divided_by_the_column_that_is_named_for_them() -> None:
    table = (row("A", columns=people("4"), a=2, b=3), row("B", columns=people("5"), a=None, b=3))
    found = applied(Denominate({"a": "people"}), table)
    assert values(found) == [Fraction(1, 2), None]
    assert values(found, "b") == [3, 3]
    assert effects(found) == [("A", "a", 2, Fraction(1, 2))]


def test_a_denominator_may_be_another_indicator() -> None:
    assert values(applied(Denominate({"a": "b"}), (row("A", a=6, b=3),))) == [2]


def test_an_indicator_that_is_divided_itself_is_a_denominator_as_it_was_before() -> None:
    table = (row("A", columns=people("3"), a=12, b=6),)
    for step in ({"a": "b", "b": "people"}, {"b": "people", "a": "b"}):
        found = applied(Denominate(step), table)
        assert values(found) == values(found, "b") == [2]


def test_a_unit_that_was_left_out_is_not_divided() -> None:
    table = (row("A", columns=people("4"), a=2)._replace(left_out=True), row("B", a=2))
    found = applied(Denominate({"a": "people"}), table)
    assert values(found) == [2, None]
    assert effects(found) == [("B", "a", 2, None)]


@pytest.mark.parametrize("said", ["0", "", "banyak"])
def test_without_a_denominator_a_value_is_missing_and_that_is_named(said: str) -> None:
    table = (row("A", columns=people(said), a=2), row("B", columns=people("4"), a=2))
    found = applied(Denominate({"a": "people"}), table)
    assert values(found) == [None, Fraction(1, 2)]
    assert found.table[0].gaps == {"a"}
    assert codes(found) == ["S411"]
    assert found.findings[0].cell == "B2"
    assert effects(found)[0] == ("A", "a", 2, None)


def test_a_column_that_no_unit_has_is_named_once() -> None:
    found = applied(Denominate({"a": "people", "b": "people"}), (row("A", a=2, b=3), row("B", a=2)))
    assert [(one.code, one.value) for one in found.findings] == [("S413", "people")]
    assert values(found) == [None, None]


def test_a_unit_with_too_small_a_share_is_left_out_and_no_longer_looked_at() -> None:
    table = (row("A", a=1, b=2), row("B", a=5, b=None), row("C", a=None, b=None))
    found = applied(Screen(Fraction(1, 2)), table)
    assert [one.left_out for one in found.table] == [False, False, True]
    assert effects(found) == [("C", None, 0, None)]
    assert codes(found) == ["S412"]
    after = applied(Impute(Imputation.MEAN), found.table)
    assert values(after, "b") == [2, 2, None]
    again = applied(Screen(Fraction(1)), found.table)
    assert [one.left_out for one in again.table] == [False, True, True]
    assert effects(again) == [("B", None, Fraction(1, 2), None)]


def test_what_does_not_apply_is_neither_counted_nor_estimated() -> None:
    alone = Row("A", 2022, {"a": Fraction(1)})  # b does not apply: neither value nor gap
    assert not applied(Screen(Fraction(1)), (alone,)).table[0].left_out
    found = applied(Impute(Imputation.MEAN), (alone, row("B", a=None, b=3)))
    assert values(found) == [1, 1]
    assert values(found, "b") == [None, 3]


@pytest.mark.parametrize(("method", "value"), [("mean", 4), ("median", 2)])
def test_a_missing_value_is_the_middle_of_the_others(method: str, value: int) -> None:
    table = (row("A", a=1), row("B", a=2), row("C", a=9), row("D", a=None))
    found = applied(Impute(Imputation(method)), table)
    assert values(found) == [1, 2, 9, value]
    assert effects(found) == [("D", "a", None, value)]
    assert found.table[3].gaps == frozenset()


@pytest.mark.parametrize(("method", "value"), [("group_mean", 4), ("group_median", 2)])
def test_the_others_may_be_those_of_its_group(method: str, value: int) -> None:
    table = (
        row("A", columns=on("Jawa"), a=1),
        row("B", columns=on("JAWA "), a=2),
        row("C", columns=on("Jawa"), a=9),
        row("D", columns=on("Jawa"), a=None),
        row("E", columns=on("Bali"), a=100),
        row("F", columns=on("Papua"), a=None),
    )
    found = applied(Impute(Imputation(method), by="island"), table)
    assert values(found) == [1, 2, 9, value, 100, None]
    assert codes(found) == []


def test_a_unit_without_a_group_stays_as_it_is_and_is_named() -> None:
    table = (row("A", columns=on("Jawa"), a=1), row("B", columns=on(""), a=None))
    found = applied(Impute(Imputation.GROUP_MEAN, by="island"), table)
    assert values(found) == [1, None]
    assert codes(found) == ["S414"]
    without = applied(Impute(Imputation.GROUP_MEAN, by="island"), (*table, row("C", a=None)))
    assert codes(without) == ["S414", "S414"]
    nowhere = applied(Impute(Imputation.GROUP_MEAN, by="island"), (row("A", a=None),))
    assert codes(nowhere) == ["S413"]


def test_the_middle_may_be_that_of_the_year() -> None:
    table = (row("A", 2021, a=1), row("A", 2022, a=3), row("B", 2022, a=None))
    assert values(applied(Impute(Imputation.MEAN), table)) == [1, 3, 2]
    assert values(applied(Impute(Imputation.MEAN, years=Years.EACH), table)) == [1, 3, 3]


def test_a_units_last_value_before_is_carried_forward() -> None:
    table = (
        row("A", 2020, a=None),
        row("A", 2023, a=None),
        row("A", 2021, a=5),
        row("B", 2022, a=9),
        row("B", None, a=None),
    )
    found = applied(Impute(Imputation.CARRY_FORWARD), table)
    assert values(found) == [None, 5, 5, 9, None]


def test_between_two_years_values_lie_on_a_straight_line_and_beyond_them_nowhere() -> None:
    years = {2019: None, 2020: 2, 2021: None, 2022: None, 2024: 10, 2025: None}
    table = tuple(row("A", year, a=value) for year, value in years.items())
    found = applied(Impute(Imputation.LINEAR_IN_TIME), table)
    assert values(found) == [None, 2, 4, 6, 10, None]
    assert [one.year for one in found.effects] == [2021, 2022]


def test_beyond_its_values_a_line_may_go_on_at_the_nearest_one() -> None:
    nearest = Impute(Imputation.LINEAR_IN_TIME, beyond=Beyond.NEAREST)
    years = {2018: None, 2019: None, 2020: 2, 2021: None, 2024: 10, 2025: None, 2027: None}
    found = applied(nearest, tuple(row("A", year, a=value) for year, value in years.items()))
    assert values(found) == [2, 2, 2, 4, 10, 10, 10]
    assert [one.year for one in found.effects] == [2018, 2019, 2021, 2025, 2027]
    alone = {2019: None, 2020: 7, 2021: None}
    assert values(applied(nearest, tuple(row("A", y, a=v) for y, v in alone.items()))) == [7, 7, 7]
    never = tuple(row("A", year, a=None) for year in (2019, 2020))
    assert values(applied(nearest, never)) == [None, None]


def test_of_several_years_before_and_after_the_nearest_count() -> None:
    known: dict[int, int | None] = {2015: 100, 2018: 3, 2020: None, 2021: 6, 2024: 100}
    table = tuple(row("A", year, a=value) for year, value in known.items())
    assert values(applied(Impute(Imputation.CARRY_FORWARD), table))[2] == 3
    assert values(applied(Impute(Imputation.LINEAR_IN_TIME), table))[2] == 5


def test_a_mean_that_is_exactly_0_divides_nothing() -> None:
    """The sum of 0.1, 0.2 and -0.3 is not 0 in doubles."""
    tenths = (
        row("A", b=Fraction(1, 10)),
        row("B", b=Fraction(2, 10)),
        row("C", b=Fraction(-3, 10)),
    )
    rows = (*tenths, row("D", a=5, b=None))
    for series_of in (ExactSeries, of_fractions):
        filled = Impute(Imputation.MEAN).apply(panel(rows, series_of)).panel
        divided = Denominate({"a": "b"}).apply(filled).panel
        assert divided.values["a"].exact(3) is None
        assert divided.values["a"].there([3]) == []
