"""Numbers that are powers of ten off, and scores that were cut: what ``check`` says of them."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from kediri_index.messages.catalogue import message_of
from kediri_index.model.findings import Finding
from kediri_index.model.language import Language
from tests.findings.building import TOP, checked, csv_table, long_sheet, percent, places

HUNDRED = TOP.replace("max: 4", "max: 100")
EXCLUDE = "missing: {answers: exclude}\n"
GROUP = "groups: [{id: a, kind: pillar, name: Bagian A, name_en: Part A}]\nindicators:\n"
HEADER = ("Kode", "Target", "Realisasi")
HIGHER = "score: {method: achievement, cap: 1}"
UNEMPLOYED = 'unit: "%", direction: lower, score: {method: goalposts, min: 2, max: 12}'
SHARE = 'unit: "%", score: {method: goalposts, min: 0, max: 100}'


def asking(*asks: str, prepare: str = "") -> str:
    """A definition on a scale to 100 whose indicators M-1, M-2, … are scored so."""
    lines = (f"  - {{id: M-{n}, in: a, name: Hasil {n}, {ask}}}\n" for n, ask in enumerate(asks, 1))
    return HUNDRED + EXCLUDE + prepare + GROUP + "".join(lines)


def said(findings: Iterable[Finding], language: Language = Language.EN) -> list[tuple[object, ...]]:
    return [(one.cell, one.code, message_of(one, language)) for one in findings]


def of_row(ask: str, target: object, result: object) -> list[tuple[object, ...]]:
    """What is said of one row: its target is in B2, its result in C2."""
    book = long_sheet(HEADER, ("M-1", target, result))
    return said(checked(book, text=asking(ask)).findings)


def of_table(ask: str, values: Iterable[object], prepare: str = "") -> list[tuple[object, ...]]:
    """What is said of a table of units; their results begin in C2."""
    rows = "".join(f"Kota {n},2022,{value}\n" for n, value in enumerate(values))
    book = csv_table("unit,year,M-1\n" + rows)
    return said(checked(book, text=asking(ask, prepare=prepare)).findings)


class TestBesideItsTarget:
    def test_rupiah_in_full_where_billions_are_meant_are_named_with_the_billions(self) -> None:
        assert of_row(HIGHER, 450, 452_317_000_000) == [
            ("C2", "C150", "«452317000000» is more than 3 times its target (450); perhaps 452.317?")
        ]

    def test_it_is_said_in_indonesian_too(self) -> None:
        book = long_sheet(HEADER, ("M-1", 450, 452_317_000_000))
        found = checked(book, text=asking(HIGHER)).findings
        assert said(found, Language.ID) == [
            (
                "C2",
                "C150",
                "«452317000000» lebih dari 3 kali targetnya (450); mungkin 452,317?",
            )
        ]

    def test_a_share_of_a_percentage_that_is_better_when_lower_is_no_full_marks_in_silence(
        self,
    ) -> None:
        lower = 'unit: "%", direction: lower, score: {method: achievement, target: 5.5, cap: 1}'
        assert of_row(lower, None, 0.056) == [
            ("C2", "C151", "«0.056» is below 1/50 of its target (5.5); perhaps 5.6?")
        ]

    @pytest.mark.parametrize(
        ("result", "codes"),
        [(30, []), (31, ["C150"]), (0.2, []), (0.19, ["C151"]), (0, []), (10, [])],
    )
    def test_three_times_and_a_fiftieth_are_the_limits(
        self, result: float, codes: list[str]
    ) -> None:
        assert [code for _, code, _ in of_row(HIGHER, 10, result)] == codes

    def test_a_count_of_events_is_named_without_a_tenth_of_an_event(self) -> None:
        assert of_row(HIGHER, 2, 9) == [("C2", "C150", "«9» is more than 3 times its target (2)")]
        assert of_row(HIGHER, 2, 20) == [
            ("C2", "C150", "«20» is more than 3 times its target (2); perhaps 2?")
        ]

    def test_the_usual_slip_of_a_unit_keeps_its_code(self) -> None:
        found = of_row(f'unit: "%", {HIGHER}', 85, 8500)
        assert [(cell, code) for cell, code, _ in found] == [("C2", "C130")]
        found = of_row(f'unit: "%", {HIGHER}', 0.9, 85)
        assert [(cell, code) for cell, code, _ in found] == [("B2", "C130")]

    def test_a_range_of_targets_is_held_against_its_ends(self) -> None:
        ask = "score: {method: achievement, target: [60, 85]}"
        assert of_row(ask, None, 1) == [
            ("C2", "C151", "«1» is below 1/50 of its target (60); perhaps 100?")
        ]
        assert [code for _, code, _ in of_row(ask, None, 900)] == ["S202"]

    def test_an_achievement_below_zero_is_named_once_with_the_reading_that_fits(self) -> None:
        """The target is the definition's or the sheet's; no reading outside valid is shown."""
        lower = "direction: lower, score: {method: achievement%s}"
        said = "the achievement of «{}» against its target ({}) is {}, below zero"
        fixed = of_row(lower % ", target: 5.5", None, 561)
        assert fixed == [("C2", "S202", said.format(561, 5.5, -100) + "; perhaps 5.61?")]
        assert of_row(lower % "", 5.5, 561) == fixed
        ends = of_row(lower % ", target: [3, 10]", None, 700)
        assert ends == [("C2", "S202", said.format(700, 10, -68) + "; perhaps 7?")]
        invalid = of_row(f"valid: [6, 9000], {lower % ', target: 5.5'}", None, 561)
        assert invalid == [("C2", "S202", said.format(561, 5.5, -100))]
        percent_of = 'unit: "%", ' + lower % ", target: 8"
        assert of_row(percent_of, None, 84) == [
            ("C2", "S202", said.format(84, 8, -8.5) + "; perhaps 8.4?")
        ]
        assert of_row(lower % ", target: 8", None, 84) == [
            ("C2", "S202", said.format(84, 8, -8.5))  # 84 events are not 8.4
        ]
        assert of_row(HIGHER, 10, -5) == [("C2", "S202", said.format(-5, 10, -0.5))]

    def test_what_is_no_achievement_is_named_only_where_a_power_of_ten_fits(self) -> None:
        ask = "score: {method: bands, bands: [{below: 40, score: 1}, {score: 4}]}"
        assert of_row(ask, 50, 170) == []
        assert of_row(ask, 50, 5000) == [
            ("C2", "C150", "«5000» is more than 3 times its target (50); perhaps 50?")
        ]

    def test_a_reading_that_is_not_valid_is_not_shown(self) -> None:
        ask = f"valid: [4, 1000], {HIGHER}"
        assert of_row(ask, 4, 30) == [("C2", "C150", "«30» is more than 3 times its target (4)")]


class TestBeyondTheRangeOfTheScore:
    def test_a_tiny_figure_that_is_full_marks_is_named_with_what_would_fit(self) -> None:
        assert of_row(UNEMPLOYED, None, 0.056) == [
            ("C2", "C152", "«0.056» is far outside 2–12; its score is cut to 100; perhaps 5.6?")
        ]

    def test_a_percent_cell_that_holds_8500_percent_is_named(self) -> None:
        assert of_row(SHARE, None, percent(85)) == [
            ("C2", "C152", "«8500 %» is far outside 0–100; its score is cut to 100; perhaps 85?")
        ]

    @pytest.mark.parametrize(
        ("result", "code"), [(2, None), (1.9, "C155"), (1, "C155"), (0.9, "C152"), (13.1, "C152")]
    )
    def test_a_tenth_of_the_range_is_the_limit_and_less_is_a_note(
        self, result: float, code: str | None
    ) -> None:
        assert [one for _, one, _ in of_row(UNEMPLOYED, None, result)] == ([code] if code else [])

    def test_the_note_says_what_was_cut_and_to_what(self) -> None:
        assert of_row(UNEMPLOYED, None, 12.5) == [
            ("C2", "C155", "«12.5» is outside 2–12; its score is cut to 0")
        ]

    def test_an_achievement_above_its_target_without_a_cap_is_noted(self) -> None:
        assert of_row("score: {method: achievement}", 80, 88) == [
            ("C2", "C155", "«88» is outside 0–80; its score is cut to 100")
        ]
        assert of_row(HIGHER, 80, 88) == []

    def test_a_zero_beyond_the_range_has_no_other_reading(self) -> None:
        assert of_row(UNEMPLOYED, None, 0) == [
            ("C2", "C152", "«0» is far outside 2–12; its score is cut to 100")
        ]

    def test_a_logarithm_is_cut_on_its_own_scale(self) -> None:
        ask = "score: {method: goalposts, min: 100, max: 75000, transform: log}"
        assert [code for _, code, _ in of_row(ask, None, 100_000)] == ["C155"]
        assert of_row(ask, None, 42_000_000_000) == [
            (
                "C2",
                "C152",
                "«42000000000» is far outside 100–75000; its score is cut to 100; perhaps 42000?",
            )
        ]

    def test_a_given_score_that_is_cut_is_named_as_well(self) -> None:
        text = TOP + EXCLUDE + GROUP + "  - {id: M-1, in: a, name: A, score: {method: as_given, "
        text += "outside: clip}}\n"
        book = long_sheet(("Kode", "Nilai asesor"), ("M-1", 32))
        assert said(checked(book, text=text).findings) == [
            ("B2", "C152", "«32» is far outside 0–4; its score is cut to 4; perhaps 3.2?")
        ]

    def test_what_an_assessor_scored_instead_was_not_cut(self) -> None:
        book = long_sheet((*HEADER, "Nilai asesor"), ("M-1", None, 1.9, 80))
        found = checked(book, text=asking(UNEMPLOYED)).findings
        assert places(found) == [("S304", "D2")]

    def test_what_a_step_divides_first_is_not_cut_as_it_stands(self) -> None:
        prepare = "prepare: [{denominate: {M-1: Penduduk}}]\n"
        text = asking(SHARE, prepare=prepare)
        book = csv_table("unit,year,M-1,Penduduk\nKota A,2022,5000,100\nKota B,2022,9000,100\n")
        assert checked(book, text=text).findings == ()


class TestInATableOfUnits:
    USUAL = (3.1, 4.2, 5.3, 6.4, 7.5, 8.6, 9.7, 5.9)

    def test_several_small_cuts_of_a_column_are_one_note(self) -> None:
        assert of_table(UNEMPLOYED, (*self.USUAL, 12.1, 12.2, 12.3, 12.4)) == [
            (
                "C10",
                "C156",
                (
                    "4 numbers in this column are outside the range of their scores, which are cut "
                    "at its end: C10 (12.1), C11 (12.2), C12 (12.3), and 1 more"
                ),
            )
        ]

    def test_a_figure_near_those_of_others_is_no_slip_however_far_it_is_cut(self) -> None:
        found = of_table(UNEMPLOYED, (*self.USUAL, 15.4, 14.2))
        assert [code for _, code, _ in found] == ["C156"]
        assert [code for _, code, _ in of_table(UNEMPLOYED, (15.4, 5.1, 6.3))] == ["C152"]

    def test_one_that_is_not_is_named(self) -> None:
        assert of_table(UNEMPLOYED, (*self.USUAL, 0.056)) == [
            ("C10", "C130", "«0.056» is far from comparable figures (3.1–9.7); perhaps 5.6?")
        ]
        assert of_table(UNEMPLOYED, (*self.USUAL, 0.9)) == [
            ("C10", "C152", "«0.9» is far outside 2–12; its score is cut to 100; perhaps 9?")
        ]

    @pytest.mark.parametrize("power", [10**6, 10**9, 100, 10])
    def test_powers_of_ten_are_seen_beside_the_other_units(self, power: int) -> None:
        ask = "unit: rupiah, score: {method: min_max}"
        values = [412, 430, 398, 455, 401, 420, 440 * power]
        assert of_table(ask, values) == [
            (
                "C8",
                "C153",
                (
                    f"«{440 * power}» is far from the figures of the other units (398–455); "
                    "perhaps 440?"
                ),
            )
        ]

    def test_a_tenth_of_figures_that_are_not_alike_is_a_figure(self) -> None:
        ask = "unit: rupiah, score: {method: min_max}"
        assert of_table(ask, [412, 430, 198, 455, 401, 420, 44]) == []
        assert of_table(ask, [412, 430, 398, 455, 401, 420, 102]) == []


SCORED = "score: {method: as_given, to: [0, 100]}"
SCORES = (41.5, 55, 62, 70.25, 78, 90)


class TestScoresInATableOfUnits:
    @pytest.mark.parametrize(("score", "maybe"), [(0.85, 85), (8.5, 85), (7, 70)])
    def test_a_power_of_ten_is_seen_beside_the_other_units(self, score: float, maybe: int) -> None:
        text = f"«{score}» is far from the figures of the other units (41.5–90); perhaps {maybe}?"
        assert of_table(SCORED, (*SCORES, score)) == [("C8", "C153", text)]

    @pytest.mark.parametrize("score", [0, 11, 25, 100, 0.02])
    def test_a_score_that_is_possible_or_has_no_reading_is_a_score(self, score: float) -> None:
        assert of_table(SCORED, (*SCORES, score)) == []

    def test_a_narrow_scale_and_scores_that_are_not_alike_say_nothing(self) -> None:
        narrow = SCORED.replace("100", "5")
        assert of_table(narrow, (*(round(one / 20, 2) for one in SCORES), 0.4)) == []
        assert of_table(SCORED, (*SCORES, 20, 4)) == []

    def test_no_reading_outside_the_scale_is_shown(self) -> None:
        assert of_table(SCORED, (90, 92, 94, 95, 96, 98, 10.5)) == []


class TestAWholeColumn:
    def test_rupiah_in_full_down_a_table_are_one_finding(self) -> None:
        ask = "unit: miliar rupiah, score: {method: goalposts, min: 100, max: 900}"
        values = [n * 10**9 for n in (412, 230, 798, 155, 401, 620)]
        assert of_table(ask, values) == [
            (
                "C2",
                "C154",
                (
                    "6 numbers in this column fit only if they are divided by 1,000,000,000, for "
                    "example «412000000000» becomes 412"
                ),
            )
        ]

    def test_shares_where_percentages_are_wanted_are_one_finding(self) -> None:
        assert of_table(SHARE, [0.85, 0.81, 0.9, 1, 0.77]) == [
            (
                "C2",
                "C154",
                (
                    "5 numbers in this column fit only if they are multiplied by 100, for example "
                    "«0.85» becomes 85"
                ),
            )
        ]
        assert of_table(SHARE, [0.85, 0.81, 0.9, 1, 1.2]) == []
        assert of_table(SHARE, [0, 1, 1, 1, 1, 1]) == []

    def test_so_are_shares_where_percentages_are_small(self) -> None:
        ask = 'unit: "%", direction: lower, score: {method: goalposts, min: 0, max: 20}'
        (one,) = of_table(ask, [0.056, 0.0712, 0.031, 0.0863, 0.049])
        assert one[:2] == ("C2", "C154")
        assert of_table(ask, [0.56, 0.712, 0.31, 0.863, 0.49]) == []

    def test_the_results_of_one_agency_that_are_all_off_are_one_finding(self) -> None:
        rows = [
            (f"M-{n}", target, target * 1.04 * 10**6) for n, target in enumerate((40, 65, 80), 1)
        ]
        book = long_sheet(HEADER, *rows)
        found = checked(book, text=asking(*[HIGHER] * 3)).findings
        assert said(found, Language.ID) == [
            (
                "C2",
                "C154",
                (
                    "3 angka pada kolom ini baru wajar bila dibagi 1.000.000, misalnya «41600000» "
                    "menjadi 41,6"
                ),
            )
        ]

    def test_one_right_result_among_few_leaves_each_by_itself(self) -> None:
        rows = [("M-1", 40, 41e6), ("M-2", 65, 66e6), ("M-3", 80, 81e6), ("M-4", 10, 11)]
        found = checked(long_sheet(HEADER, *rows), text=asking(*[HIGHER] * 4)).findings
        assert places(found) == [("C150", "C2"), ("C150", "C3"), ("C150", "C4")]
