"""What a step says that it did, and what stood in its way: whole effects, whole findings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

import pytest

from kediri_index.messages.texts import text
from kediri_index.model.definition import Imputation, Logarithm, Treatment
from kediri_index.model.findings import Finding
from kediri_index.model.language import Language, OfUnit, Sentence
from kediri_index.model.preparing import Effect, Step
from kediri_index.model.scoring import Years
from kediri_index.scoring.prepare.denominate import Denominate
from kediri_index.scoring.prepare.exact import ExactSeries
from kediri_index.scoring.prepare.impute import Impute
from kediri_index.scoring.prepare.screen import Screen
from kediri_index.scoring.prepare.treat import Treat
from tests.scoring.prepare.rows import Row, applied, row, treated, values

PEOPLE = Denominate({"a": "people"})
BY_ISLAND = Impute(Imputation.GROUP_MEAN, by="island")


@pytest.mark.parametrize(
    ("step", "numbers", "texts"),
    [
        (Denominate({"a": "people", "b": "area"}), {"people", "area"}, set()),
        (BY_ISLAND, set(), {"island"}),
        (Impute(Imputation.MEAN), set(), set()),
        (Screen(Fraction(1, 2)), set(), set()),
        (Treat(), set(), set()),
    ],
)
def test_a_step_names_the_columns_that_it_reads(
    step: Step, numbers: set[str], texts: set[str]
) -> None:
    assert step.number_columns() == numbers
    assert step.text_columns() == texts


def test_a_unit_that_is_left_out_is_told_with_its_share_and_what_was_asked() -> None:
    asked = Screen(Fraction(3, 4))
    found = applied(asked, (row("A", 2021, a=1, b=None), row("B", a=1, b=2)))
    assert found.effects == (Effect("screen", "left_out", "A", 2021, None, Fraction(1, 2), None),)
    params = {"unit": OfUnit("A", 2021), "present": 1, "expected": 2, "percent": 75}
    assert found.findings == (Finding("S412", params=params),)


@pytest.mark.parametrize(
    ("step", "told", "figures"),
    [
        (Screen(Fraction(3, 4)), {"a": 1, "b": None}, None),
        (PEOPLE, {"a": 2}, {"before": 2, "after": Fraction(1, 2), "how": "people"}),
        (Impute(Imputation.MEDIAN), {"a": None}, {"after": 3, "how": "median"}),
        (Treat(), {"a": 100}, {"before": 100, "after": 7, "how": "winsorise"}),
    ],
)
def test_each_step_tells_in_its_own_words_what_it_did(
    step: Step, told: dict[str, int | None], figures: dict[str, object] | None
) -> None:
    others = tall(2021, "a")[:7] if isinstance(step, Treat) else (row("B", 2021, a=3),)
    found = applied(step, (row("A", 2021, {"people": "4"}, **told), *others))
    said = [step.explain(one) for one in found.effects if one.unit == "A"]
    if figures is None:
        assert said == [Sentence("no-score.left_out")]
    else:
        assert said == [Sentence(f"trace.prepared.{step.name}", figures)]
    assert step.explain_all(2) == Sentence(f"prepared.{step.name}", {"count": 2})
    for sentence in (*said, step.explain_all(2)):
        assert "{" not in text(sentence.key, Language.ID, **sentence.params)


def test_a_unit_to_which_nothing_applies_has_no_share_of_anything() -> None:
    found = applied(Screen(Fraction(1, 2)), (Row("A", 2022, {}),))
    assert [one.left_out for one in found.table] == [True]
    assert [one.before for one in found.effects] == [0]


def test_a_quotient_is_told_with_the_column_and_the_year() -> None:
    found = applied(PEOPLE, (row("A", 2021, {"people": "4"}, a=2),))
    assert found.effects == (
        Effect("denominate", "people", "A", 2021, "a", Fraction(2), Fraction(1, 2), "people"),
    )
    assert found.findings == ()


def test_what_is_wrong_with_a_denominator_is_told_at_its_cell() -> None:
    whose = {"unit": OfUnit("A", 2021), "column": "people", "name": "a"}
    for said in ("", "banyak"):
        found = applied(PEOPLE, (row("A", 2021, {"people": said}, a=2),))
        assert found.findings == (
            Finding("S411", "data.csv", None, "B2", None, None, said or None, "a", whose),
        )


def test_a_denominator_that_other_units_alone_have_is_told_of_the_unit() -> None:
    found = applied(PEOPLE, (row("A", 2021, a=2), row("B", columns={"people": "4"}, a=2)))
    whose = {"unit": OfUnit("A", 2021), "column": "people", "name": "a"}
    assert found.findings == (Finding("S411", indicator="a", params=whose),)


def test_a_value_that_is_not_there_keeps_no_other_from_being_divided() -> None:
    step = Denominate({"a": "people", "b": "people"})
    found = applied(step, (row("A", columns={"people": "4"}, a=None, b=2),))
    assert values(found, "b") == [Fraction(1, 2)]


def test_an_estimate_is_told_with_how_it_was_made() -> None:
    found = applied(Impute(Imputation.MEDIAN), (row("A", a=3), row("B", 2021, a=None)))
    assert found.effects == (Effect("impute", "median", "B", 2021, "a", None, Fraction(3)),)


def test_a_unit_without_a_group_is_told_at_its_cell_or_by_its_name() -> None:
    table = (row("A", 2021, {"island": " "}, a=None), row("B", 2021, a=None))

    def whose(unit: str) -> dict[str, object]:
        return {"unit": OfUnit(unit, 2021), "column": "island"}

    assert applied(BY_ISLAND, table).findings == (
        Finding("S414", "data.csv", None, "B2", params=whose("A")),
        Finding("S414", params=whose("B")),
    )


def test_a_column_of_groups_that_nobody_has_is_told_once() -> None:
    table = (row("A", a=None), row("B", a=None))
    assert applied(BY_ISLAND, table).findings == (Finding("S413", value="island"),)


def test_a_unit_without_a_name_is_one_unit_over_the_years() -> None:
    nameless = (row("", 2021, a=3)._replace(unit=None), row("", 2022, a=None)._replace(unit=None))
    assert values(applied(Impute(Imputation.CARRY_FORWARD), nameless)) == [3, 3]


TALL = (1, 2, 3, 4, 5, 6, 7, 100)


def tall(year: int, *names: str) -> tuple[Row, ...]:
    return tuple(
        Row(f"K{number}", year, {name: Fraction(value) for name in names})
        for number, value in enumerate(TALL)
    )


def test_an_outlier_is_told_with_what_was_done_to_it() -> None:
    found = applied(Treat(), tall(2021, "a"))
    assert found.effects == (
        Effect("treat", "winsorise", "K7", 2021, "a", Fraction(100), Fraction(7)),
    )


def test_what_was_treated_is_told_by_unit_and_within_it_in_the_order_of_indicators() -> None:
    step = Treat(winmax=0)
    found = applied(step, tall(2021, "b", "a"))
    assert [(one.unit, one.indicator) for one in found.effects][:4] == [
        ("K0", "b"),
        ("K0", "a"),
        ("K1", "b"),
        ("K1", "a"),
    ]


def test_years_that_stand_by_themselves_are_told_in_the_order_of_the_table() -> None:
    years = zip(tall(2022, "a"), tall(2021, "a"), strict=True)
    mixed = tuple(one for both in years for one in both)
    found = applied(Treat(years=Years.EACH, winmax=0), mixed)
    assert [one.year for one in found.effects] == [2022, 2021] * 8


def test_a_box_cox_transform_is_told_with_its_power_in_both_languages() -> None:
    squares = tuple(row(f"K{at}", a=value) for at, value in enumerate((0, 0, 0, 0, 0, 3, 399)))
    step = Treat(winmax=0, log=Logarithm.BOX_COX, power=Fraction(1, 2))
    *_, last = applied(step, squares).effects
    half = Fraction(1, 2)
    assert last == Effect(
        "treat", "box_cox", "K6", 2022, "a", Fraction(399), Fraction(38), power=half
    )
    sentence = step.explain(last)
    said = {"before": 399, "after": 38, "power": half}
    assert sentence == Sentence("trace.prepared.treat.box_cox", said)
    english, indonesian = (
        text(sentence.key, language, **sentence.params) for language in (Language.EN, Language.ID)
    )
    assert english == "399 changed to 38 for outliers (Box-Cox, power 0.5)"
    assert indonesian == "399 disesuaikan menjadi 38 karena pencilan (Box-Cox, pangkat 0,5)"


def test_values_moved_at_both_ends_are_counted_together() -> None:
    both = [Fraction(one) for one in (-90, 1, 2, 3, 4, 5, 6, 7, 8, 9, 100)]
    strict = Treat(Treatment.WINSORISE, winmax=2, skew=Fraction(0), kurtosis=Fraction(-9))
    assert treated(strict, both)[1] == [1, *both[1:-1], 9]


def logarithms(column: Sequence[Fraction], *, mirrored: bool) -> list[Fraction | None]:
    every = range(len(column))
    return list(ExactSeries(column).logarithms(every, mirrored=mirrored).values)


def test_whether_a_signed_logarithm_is_mirrored_is_asked_of_the_column_it_is_of() -> None:
    """This column is skewed low, and high once its lowest value is moved in."""
    column = [Fraction(one) for one in (-1000, *[1] * 12, 50, 60)]
    once = Treat(winmax=1, skew=Fraction(1), kurtosis=Fraction(1), log=Logarithm.LOG_SIGNED)
    combined = replace(once, combine=True)
    assert treated(once, column)[1] == logarithms(column, mirrored=True)
    assert treated(combined, column)[1] == logarithms([Fraction(1), *column[1:]], mirrored=False)


def test_of_a_column_without_skewness_the_high_end_is_moved() -> None:
    even = [Fraction(one) for one in (-9, *[0] * 9, 9)]
    strict = Treat(Treatment.WINSORISE, winmax=1, skew=Fraction(0), kurtosis=Fraction(1, 10))
    assert treated(strict, even)[1] == [*even[:-1], 0]


EACH_BOX_COX = Treat(winmax=0, log=Logarithm.BOX_COX, years=Years.EACH)
LOW_END = (0, *(1,) * 11)
"""One low value below equal ones: the larger the power, the likelier."""


@pytest.mark.parametrize(
    ("step", "year"),
    [(Treat(winmax=0, log=Logarithm.BOX_COX), ""), (EACH_BOX_COX, " (2021)")],
)
def test_a_power_that_is_found_at_the_end_of_its_range_is_told(step: Treat, year: str) -> None:
    table = [row(f"Kota {n}", 2021, a=value) for n, value in enumerate(LOW_END)]
    found = applied(step, table)
    assert {one.power for one in found.effects} == {Fraction(5)}
    params = {"name": "a", "year": year, "exponent": Fraction(5), "limit": 5}
    assert found.findings == (Finding("S417", indicator="a", params=params),)


def test_a_power_that_is_given_or_found_within_its_range_is_not_told() -> None:
    table = [row(f"Kota {n}", 2021, a=value) for n, value in enumerate(LOW_END)]
    given = Treat(winmax=0, log=Logarithm.BOX_COX, power=Fraction(5))
    assert applied(given, table).findings == ()
    assert applied(Treat(winmax=0, log=Logarithm.BOX_COX), tall(2021, "a")).findings == ()
