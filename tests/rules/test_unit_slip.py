from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

import pytest

from kediri_index.model.answers import UnitAnswers
from kediri_index.model.dataset import Answer, Missing, UnitData
from kediri_index.model.definition import Definition
from kediri_index.model.findings import Finding, Source
from kediri_index.model.language import Spread
from kediri_index.rules.unit_slip import unit_slip
from kediri_index.scoring.methods.achievement import Achievement
from kediri_index.scoring.methods.goalposts import Goalposts
from tests.findings.building import ONE_GROUP, TOP, checked, csv_table, definition
from tests.rules.building import at, data_context, measured
from tests.scoring.building import Value, answer, group, index, question, reading, unit

POSTS = Goalposts(Fraction(0), Fraction(100))
NAMES = "abcdefghijklmnop"
PERCENTAGES = index(group("p", *(measured(name, POSTS, unit="%") for name in NAMES)))
ACHIEVED = index(group("p", measured("a", Achievement(), unit="%")))
AMOUNT = index(group("p", measured("a", POSTS, unit="buah")))

Told = list[tuple[str, str | None, object]]


def results(*values: Value | Missing) -> UnitData:
    """A unit's results, the first in A1, the next in A2."""
    return unit(
        *(
            answer(name)._replace(measure=reading(value, f"A{row}"))
            for row, (name, value) in enumerate(zip(NAMES, values, strict=False), start=1)
        )
    )


def units(*values: Value | Missing) -> list[UnitData]:
    """One result a unit, each in its own row."""
    return [
        unit(answer("a")._replace(measure=reading(value, f"A{row}")), name=f"Kota {row}")
        for row, value in enumerate(values, start=1)
    ]


def found(definition: Definition, *data: UnitData) -> list[Finding]:
    """What is the usual slip of a unit; other magnitudes have codes and tests of their own."""
    return [one for one in unit_slip(data_context(definition, *data)) if one.code == "C130"]


def told(findings: Iterable[Finding]) -> Told:
    return [(one.code, one.cell, one.params["maybe"]) for one in findings]


class TestBesideTheOtherPercentages:
    def test_a_share_among_percentages_is_named_with_what_it_would_be(self) -> None:
        beside = Spread(Fraction(81), Fraction("92.5"))
        assert found(PERCENTAGES, results(85, "0.85", 81, "92.5")) == [
            Finding.at_cell("C130", at("A2"), "0.85", "b", maybe=Fraction(85), beside=beside)
        ]

    def test_a_percentage_among_shares_is_named_too(self) -> None:
        slipped = found(PERCENTAGES, results("0.85", "0.9", 88, "0.7"))
        assert told(slipped) == [("C130", "A3", Fraction("0.88"))]

    def test_a_negative_figure_is_as_large_as_a_positive_one(self) -> None:
        slipped = found(PERCENTAGES, results(-80, "-0.85", 85, 90))
        assert told(slipped) == [("C130", "A2", Fraction(-85))]

    def test_three_others_are_needed_and_a_zero_is_none(self) -> None:
        assert found(PERCENTAGES, results("0.85", 85, 90)) == []
        assert found(PERCENTAGES, results("0.85", 85, 90, 0, Missing.EMPTY)) == []

    @pytest.mark.parametrize("value", ["8.5", "8.11", 900, "0.0085", "0.4", "1.86"])
    def test_what_is_less_far_off_or_would_not_fit_either_is_no_slip(self, value: Value) -> None:
        assert found(PERCENTAGES, results(value, 81, 85, 92)) == []

    @pytest.mark.parametrize(("value", "maybe"), [("0.405", "40.5"), ("1.84", "184"), (9300, "93")])
    def test_half_to_twice_the_others_fits(self, value: Value, maybe: str) -> None:
        assert told(found(PERCENTAGES, results(value, 81, 85, 92))) == [
            ("C130", "A1", Fraction(maybe))
        ]

    def test_one_in_five_may_have_slipped(self) -> None:
        tens = (81, 82, 83, 84, 85, 86, 87, 88)
        assert told(found(PERCENTAGES, results("0.8", "0.9", *tens))) == [
            ("C130", "A1", Fraction(80)),
            ("C130", "A2", Fraction(90)),
        ]
        assert found(PERCENTAGES, results("0.7", "0.8", "0.9", *tens)) == []

    def test_what_cannot_be_was_not_meant(self) -> None:
        bounded = index(
            group(
                "p",
                *(
                    measured(name, POSTS, unit="%", valid=(Fraction(0), Fraction(100)))
                    for name in NAMES
                ),
            )
        )
        assert found(bounded, results("1.1", 81, 85, 92)) == []
        assert told(found(bounded, results(1, 81, 85, 92))) == [("C130", "A1", Fraction(100))]

    def test_only_percentages_are_alike(self) -> None:
        amounts = index(group("p", *(measured(name, POSTS, unit="buah") for name in NAMES)))
        assert found(amounts, results("0.85", 81, 85, 92)) == []

    def test_what_is_not_measured_is_not_looked_at(self) -> None:
        questions = index(group("p", *(question(name)._replace(unit="%") for name in NAMES)))
        assert found(questions, results("0.85", 81, 85, 92)) == []


class TestBesideTheTarget:
    def row(self, target: Value | Missing, measure: Value) -> UnitData:
        both = answer("a")._replace(target=reading(target, "F14"), measure=reading(measure, "G14"))
        return unit(both)

    def test_a_result_a_hundred_times_off_its_target_is_named(self) -> None:
        beside = Spread(Fraction(90), Fraction(90))
        assert found(ACHIEVED, self.row(90, "0.85")) == [
            Finding.at_cell("C130", at("G14"), "0.85", "a", maybe=Fraction(85), beside=beside)
        ]
        assert told(found(ACHIEVED, self.row(90, 8500))) == [("C130", "G14", Fraction(85))]

    def test_a_target_that_is_a_share_is_named_in_the_results_place(self) -> None:
        assert told(found(ACHIEVED, self.row("0.9", 85))) == [("C130", "F14", Fraction(90))]

    @pytest.mark.parametrize(
        ("measure", "slipped"),
        [("0.44", False), ("0.45", True), ("1.8", True), ("1.81", False), (9, False), (0, False)],
    )
    def test_fifty_to_two_hundred_times_is_a_slip(self, measure: Value, slipped: bool) -> None:  # noqa: FBT001 - a row of the table
        assert bool(found(ACHIEVED, self.row(90, measure))) is slipped

    def test_nothing_is_said_without_a_target_or_of_another_unit(self) -> None:
        assert found(ACHIEVED, self.row(Missing.EMPTY, "0.85")) == []
        assert found(ACHIEVED, self.row(0, "0.85")) == []
        assert found(AMOUNT, self.row(90, "0.85")) == []

    def test_one_cell_is_named_once(self) -> None:
        others = [
            answer(name)._replace(measure=reading(value))
            for name, value in (("b", 80), ("c", 85), ("d", 92))
        ]
        both = Answer("a", at("A1"), measure=reading("0.85", "G14"), target=reading(90, "F14"))
        assert told(found(PERCENTAGES, unit(both, *others))) == [("C130", "G14", Fraction(85))]


class TestBesideTheOtherUnits:
    def test_five_others_are_needed(self) -> None:
        assert found(ACHIEVED, *units("0.85", 80, 85, 90, 95)) == []
        assert told(found(ACHIEVED, *units("0.85", 80, 85, 90, 95, 99))) == [
            ("C130", "A1", Fraction(85))
        ]

    def test_an_amount_is_a_thousand_times_off(self) -> None:
        assert told(found(AMOUNT, *units(7000, 8000, 9, 7500, 6000, 9900))) == [
            ("C130", "A3", Fraction(9000))
        ]
        assert found(AMOUNT, *units(7000, 8000, 90, 7500, 6000, 9900)) == []

    def test_figures_that_spread_widely_are_no_slips(self) -> None:
        assert found(AMOUNT, *units(1, 10, 100, 1000, 10_000, 100_000, 9)) == []

    def test_figures_of_another_indicator_do_not_count(self) -> None:
        other = unit(answer("b", measure=99), name="Kota 6")
        assert found(PERCENTAGES, *units("0.85", 80, 85, 90, 95), other) == []


class TestAThousandBesideTheTarget:
    COUNTED = index(group("p", measured("a", Achievement(), unit="orang")))

    def slips(self, target: Value, result: Value) -> Told:
        row = answer("a")._replace(measure=reading(result, "D2"), target=reading(target, "C2"))
        return told(found(self.COUNTED, unit(row)))

    def test_a_result_whose_mark_of_thousands_was_read_as_a_decimal_one_is_named(self) -> None:
        assert self.slips(16897, "16.897") == [("C130", "D2", Fraction(16897))]
        assert self.slips(20000, "16.897") == [("C130", "D2", Fraction(16897))]

    def test_of_the_two_it_is_the_target_where_only_that_is_no_whole_number(self) -> None:
        assert self.slips("16.897", 16897) == [("C130", "C2", Fraction(16897))]

    @pytest.mark.parametrize("result", [100, 169, "1.6", "8", "45000", "0"])
    def test_what_is_nearer_or_farther_is_a_result(self, result: Value) -> None:
        assert self.slips(16897, result) == []


def test_a_figure_near_its_own_target_is_no_slip_whatever_the_others_are() -> None:
    data = results("0.85", 81, 85, 92)
    assert len(found(PERCENTAGES, data)) == 1
    targets = {"a": answer("a")._replace(measure=reading("0.85", "A1"), target=reading(1))}
    assert found(PERCENTAGES, data._replace(answers={**data.answers, **targets})) == []


def test_percentages_that_are_not_alike_show_no_slip() -> None:
    assert found(PERCENTAGES, results("0.85", 8, 20, 45, 60, 88)) == []
    assert found(PERCENTAGES, results("0.3", 5, 30, 90, 70, 12, 99)) == []


class TestAtTheVeryLimits:
    @pytest.mark.parametrize(
        "values",
        [
            ("8.5", 85, 100, 500),  # ten times as large is not apart from the others
            (10, 20, 100, 1000),
            (6, 6, 60, 400),  # there is no gap below the highest
            ("0.85", 85, 90, 8500),  # but two are left in the middle
            ("0.8", "0.9", 80, 85, 90),  # two of five are no few
        ],
    )
    def test_nothing_is_named(self, values: tuple[Value, ...]) -> None:
        assert found(PERCENTAGES, results(*values)) == []

    def test_others_that_are_ten_times_apart_are_alike(self) -> None:
        assert told(found(PERCENTAGES, results("0.5", 10, 50, 100))) == [
            ("C130", "A1", Fraction(50))
        ]

    def test_one_is_found_where_two_might_have_slipped(self) -> None:
        tens = (81, 82, 83, 84, 85, 86, 87, 88, 89)
        assert told(found(PERCENTAGES, results("0.8", *tens))) == [("C130", "A1", Fraction(80))]

    def test_a_tenth_of_its_target_is_near_it(self) -> None:
        data = results("0.85", 81, 85, 92)
        near = answer("a")._replace(measure=reading("0.85", "A1"), target=reading("8.5"))
        assert found(PERCENTAGES, data._replace(answers={**data.answers, "a": near})) == []

    @pytest.mark.parametrize(("target", "result", "cell"), [(1, 100, "F14"), ("0.01", 1, "G14")])
    def test_a_target_of_one_is_a_fraction_and_a_result_of_one_too(
        self, target: Value, result: Value, cell: str
    ) -> None:
        row = answer("a")._replace(target=reading(target, "F14"), measure=reading(result, "G14"))
        assert [one.cell for one in found(ACHIEVED, unit(row))] == [cell]

    def test_a_row_that_is_not_measured_ends_no_search(self) -> None:
        data = results(Missing.EMPTY, "0.85", 81, 85, 92)
        assert told(found(PERCENTAGES, data)) == [("C130", "A2", Fraction(85))]


WIDE = f"""{TOP}{ONE_GROUP}
indicators:
  - {{id: A-1, in: a, name: Layanan daring}}
  - {{id: M-1, in: a, name: Hasil, unit: "%", score: {{method: goalposts, min: 0, max: 100}}}}
missing: {{answers: exclude}}
"""


def test_in_a_wide_table_a_slip_is_named_at_its_cell() -> None:
    rows = "".join(
        f"Kota {n},2022,3,{value}\n" for n, value in enumerate((80, 85, 0.9, 90, 95, 99))
    )
    data = checked(csv_table("unit,year,A-1,M-1\n" + rows), text=WIDE).data.units
    assert all(isinstance(one.answers, UnitAnswers) for one in data)
    assert found(definition(WIDE), *data) == [
        Finding.at_cell(
            "C130",
            Source("isian.csv", None, "D4"),
            "0.9",
            "M-1",
            maybe=Fraction(90),
            beside=Spread(Fraction(80), Fraction(99)),
        )
    ]


@pytest.mark.parametrize("more", ["", ",Bukti dukung"])
def test_scores_are_compared_among_units_where_a_row_is_a_unit(more: str) -> None:
    text = TOP.replace("max: 4", "max: 100") + ONE_GROUP
    text += "indicators:\n  - {id: A-1, in: a, name: Layanan daring}\n"
    scores = (8, *range(70, 76))
    wide = "unit,year,A-1\n" + "".join(f"Kota {n},2022,{n}\n" for n in scores)
    header, end = f"Wilayah,Tahun,Kode,Nilai asesor{more}\n", ",x" if more else ""
    long = header + "".join(f"Kota {n},2022,A-1,{n}{end}\n" for n in scores)
    for table, codes in ((wide, ["C153"]), (long, [])):
        shown = checked(csv_table(table), text=text).findings
        assert [one.code for one in shown if one.code == "C153"] == codes


def test_what_a_figure_may_be_at_the_ends_of_its_range_was_perhaps_meant() -> None:
    valid = (Fraction(85), Fraction(100))
    bounded = index(group("p", *(measured(name, POSTS, unit="%", valid=valid) for name in NAMES)))
    assert len(found(bounded, results("0.85", 86, 90, 92))) == 1
    assert len(found(bounded, results("0.90", 86, 90, 92))) == 1
    assert found(bounded, results("0.84", 86, 90, 92)) == []
