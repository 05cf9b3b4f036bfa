from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from kediri_index.model.aggregation import NoScore
from kediri_index.model.dataset import Lead, Missing
from kediri_index.model.profile import Basis, Hints, Profile
from kediri_index.model.scores import (
    Completeness,
    Previous,
    PreviousBasis,
    ScoreOutcome,
    UnitResult,
)
from kediri_index.model.workbook import Workbook
from kediri_index.usecases.inputs import Submission, load_definition, load_profile, read_workbooks
from kediri_index.usecases.score import LastYear, score
from tests.findings.building import (
    ANSWERS,
    HERE,
    codes,
    csv_table,
    definition,
    long_sheet,
    measured,
    scores,
)

ROOT = Path(__file__).parents[2]
CONFIG, EXAMPLES = ROOT / "config", ROOT / "examples"
REGULAR_2023 = load_definition(CONFIG / "pillars.yaml")
REGULAR_2022 = load_definition(CONFIG / "kominfo-2022-reguler.yaml")
KPPN_2023 = load_definition(CONFIG / "kominfo-2023-kppn.yaml")
KEDIRI = load_profile(CONFIG / "profile.yaml")
KEDIRI_2022 = read_workbooks(EXAMPLES / "kota-kediri-2022.xlsx")
KEDIRI_2023 = read_workbooks(EXAMPLES / "kota-kediri-2023.xlsx")
MALANG_2023 = read_workbooks(EXAMPLES / "kabupaten-malang-2023.xlsx")
FULL = scores(("A-1", 3), ("A-2", 2))


def outcome(*books: Workbook, text: str = ANSWERS, allow_errors: bool = False) -> ScoreOutcome:
    return score(Submission(books), definition(text), hints=HERE, allow_errors=allow_errors)


def only(result: ScoreOutcome) -> UnitResult:
    assert result.units is not None
    (unit,) = result.units
    return unit


def test_files_without_faults_are_scored() -> None:
    result = outcome(FULL)
    assert (result.findings, result.partial) == ((), False)
    unit = only(result)
    assert (unit.unit, unit.year, unit.lead) == ("Kota Uji", 2022, Lead.ASSESSOR)
    assert unit.overall.score == Fraction(5, 2)


def test_while_there_are_errors_nothing_is_scored() -> None:
    result = outcome(scores(("A-1", 3), ("A-2", 9)))
    assert codes(result.findings) == ["C203"]
    assert (result.units, result.partial) == (None, False)


def test_errors_may_be_let_be_and_then_the_outcome_is_partial() -> None:
    result = outcome(scores(("A-1", 3), ("A-2", 9)), allow_errors=True)
    assert codes(result.findings) == ["C203"]
    assert result.partial
    unit = only(result)
    assert unit.overall.score == 3
    assert [(one.id, one.reason) for one in unit.omissions] == [("A-2", Missing.UNREADABLE)]


def test_letting_errors_be_makes_a_result_without_any_not_partial() -> None:
    assert not outcome(FULL, allow_errors=True).partial


def test_warnings_do_not_keep_from_scoring() -> None:
    result = outcome(scores(("A-1", 3), ("A-1", 3), ("A-2", 2)))
    assert codes(result.findings) == ["X304"]
    assert only(result).overall.score == Fraction(5, 2)


def test_a_score_is_of_all_there_is_so_an_absent_row_is_an_error() -> None:
    result = outcome(scores(("A-1", 3)))
    assert codes(result.findings) == ["S101"]
    assert result.units is None
    assert only(outcome(scores(("A-1", 3)), allow_errors=True)).overall.score == 3


def test_without_any_data_there_is_no_score_whatever_is_let_be() -> None:
    result = outcome(csv_table("", "kosong.csv"), allow_errors=True)
    assert codes(result.findings) == ["F101"]
    assert result.units is None


class TestAnAnswerThatIsWantedAndNotThere:
    """However it is missing, while the definition says ``missing: error``."""

    def test_by_a_sheet_without_the_column_that_leads(self) -> None:
        book = long_sheet(("Kode", "Nilai mandiri"), ("A-1", 3), ("A-2", 2))
        result = score(Submission((book,)), definition(), hints=HERE, value=Lead.ASSESSOR)
        assert result.findings
        assert result.units is None

    def test_by_a_file_without_any_score_column(self) -> None:
        measures = long_sheet(("Kode", "Realisasi"), ("A-1", 70))
        result = outcome(measures, scores(("A-2", 2), path="dua.xlsx"))
        assert result.findings
        assert result.units is None

    def test_by_two_files_of_which_each_has_the_other_score(self) -> None:
        own = long_sheet(("Kode", "Nilai mandiri"), ("A-1", 3))
        result = outcome(own, scores(("A-2", 2), path="dua.xlsx"))
        assert result.findings
        assert result.units is None

    def test_by_a_measured_row_without_a_result_column(self) -> None:
        book = long_sheet(("Kode", "Nilai mandiri"), ("M-1", 3))
        result = outcome(book, text=measured("method: goalposts, min: 0, max: 100"))
        assert result.findings
        assert result.units is None


def test_what_leads_may_be_asked_for() -> None:
    book = long_sheet(("Kode", "Nilai mandiri", "Nilai asesor"), ("A-1", 4, 3), ("A-2", 4, 2))
    for value, expected in (
        (None, Fraction(5, 2)),
        (Lead.SELF, 4),
        (Lead.ASSESSOR, Fraction(5, 2)),
    ):
        result = score(Submission((book,)), definition(), hints=HERE, value=value)
        unit = only(result)
        assert unit.overall.score == expected
        assert unit.self_total is not None
        assert unit.assessor_total is not None
        assert unit.self_total.figure.score == 4
        assert unit.self_total.answered == 2


class TestLastYear:
    """The change from last year, by *previous* or by the profile's history."""

    def test_kota_kediris_change_by_its_files_is_by_this_years_rule(self) -> None:
        unit = only(
            score(
                KEDIRI_2023,
                REGULAR_2023,
                KEDIRI,
                previous=LastYear(KEDIRI_2022, REGULAR_2022, "lalu.xlsx"),
            )
        )
        assert unit.overall.published == Fraction("3.20")
        assert unit.previous == Previous(
            Fraction("3.32"), PreviousBasis.RECOMPUTED, 2022, Basis.ASSESSOR
        )
        assert unit.change == Fraction("-0.12")

    def test_it_is_scored_by_the_value_that_is_asked_for(self) -> None:
        header = ("Kode", "Nilai mandiri", "Nilai asesor")
        rows = (("A-1", 4, 2), ("A-2", 4, 2))
        last = LastYear(Submission((long_sheet(header, *rows, path="lalu.xlsx"),)), definition())
        this = Submission((long_sheet(header, *rows),))
        for value, figure in ((Lead.SELF, Fraction(4)), (Lead.ASSESSOR, Fraction(2))):
            unit = only(score(this, definition(), hints=HERE, value=value, previous=last))
            assert unit.previous is not None
            assert (unit.overall.published, unit.previous.published) == (figure, figure)

    def test_kota_kediris_change_by_its_history_is_as_published(self) -> None:
        unit = only(score(KEDIRI_2023, REGULAR_2023, KEDIRI))
        assert unit.previous == Previous(
            Fraction("3.31"), PreviousBasis.PUBLISHED, 2022, Basis.ASSESSOR
        )
        assert unit.change == Fraction("-0.11")

    def test_without_either_there_is_no_change(self) -> None:
        unit = only(score(KEDIRI_2023, REGULAR_2023))
        assert (unit.previous, unit.change) == (None, None)

    def test_a_unit_that_is_not_there_is_a_warning_and_the_rest_is_scored(self) -> None:
        this = csv_table("unit,year,A-1,A-2\nKota A,2022,3,3\nKota B,2022,4,4\n")
        last = csv_table("unit,year,A-1,A-2\nKOTA B,2021,3,3\n", "lalu.csv")
        result = score(
            Submission((this,)),
            definition(),
            previous=LastYear(Submission((last,)), definition(), "lalu.csv"),
        )
        assert [(one.code, one.params["unit"]) for one in result.findings] == [("S305", "Kota A")]
        assert result.units is not None
        assert [(unit.unit, unit.change) for unit in result.units] == [
            ("Kota A", None),
            ("Kota B", Fraction(1)),
        ]

    def test_a_unit_that_was_left_out_then_or_is_now_is_not_said_to_be_missing(self) -> None:
        table = "unit,year,A-1,A-2\nKota A,{0},3,3\nKota B,{0},4,{1}\nKota C,{0},2,{2}\n"
        this = csv_table(table.format(2022, "", "2") + "Kota D,2022,,\nKota E,2022,1,1\n")
        last = csv_table(table.format(2021, "4", ""), "lalu.csv")
        screened = definition(ANSWERS + "prepare: [screen: {min_present: 1}]\n")
        result = score(
            Submission((this,)),
            screened,
            previous=LastYear(Submission((last,)), screened, "lalu.csv"),
        )
        said = [(one.code, str(one.params["unit"])) for one in result.findings]
        assert [unit for code, unit in said if code == "S305"] == ["Kota E"]
        assert len([unit for code, unit in said if code == "S412"]) == 3

    def test_the_history_is_not_mixed_in_where_a_file_is_given(self) -> None:
        other = csv_table("unit,year,baseline\nKota Lain,2022,3\n", "lalu.csv")
        result = score(
            KEDIRI_2023,
            REGULAR_2023,
            KEDIRI,
            previous=LastYear(Submission((other,)), REGULAR_2023, "lalu.csv"),
            allow_errors=True,
        )
        assert "S305" in codes(result.findings)
        assert only(result).previous is None

    def test_of_several_years_the_one_before_counts(self) -> None:
        last = csv_table(
            "unit,year,A-1,A-2\nKota Uji,2020,1,1\nKota Uji,2021,2,2\nKota Uji,2022,4,4\n", "l.csv"
        )
        result = score(
            Submission((FULL,)),
            definition(),
            hints=HERE,
            previous=LastYear(Submission((last,)), definition(), "l.csv"),
        )
        assert only(result).previous == Previous(Fraction(2), PreviousBasis.RECOMPUTED, 2021)

    def test_faults_of_last_years_file_are_named_and_keep_from_scoring(self) -> None:
        last = csv_table("unit,year,A-1,A-2\nKota Uji,2021,9,2\n", "lalu.csv")
        previous = LastYear(Submission((last,)), definition(), "lalu.csv")
        result = score(Submission((FULL,)), definition(), hints=HERE, previous=previous)
        assert [(one.code, one.file) for one in result.findings] == [("C203", "lalu.csv")]
        assert result.units is None

    def test_what_names_the_unit_of_this_years_file_names_that_of_last_years(self) -> None:
        last = scores(("A-1", 2), ("A-2", 2), path="lalu.xlsx")
        previous = LastYear(Submission((last,)), definition(), "lalu.xlsx")
        by_option = score(
            Submission((FULL,)), definition(), hints=Hints("Kota Uji", 2022), previous=previous
        )
        by_profile = score(
            Submission((FULL,)),
            definition(),
            Profile(unit="Kota Uji"),
            hints=Hints(year=2022),
            previous=previous,
        )
        for result in (by_option, by_profile):
            assert codes(result.findings) == []
            assert only(result).change == Fraction("0.5")


class TestTheProfile:
    """What a region's profile adds to the scores of its own unit, and of no other."""

    def test_its_target_is_that_of_the_year(self) -> None:
        unit = only(score(KEDIRI_2022, REGULAR_2022, KEDIRI))
        assert (unit.target, unit.gap) == (Fraction("3.4"), Fraction("-0.09"))
        assert only(score(KEDIRI_2023, REGULAR_2023, KEDIRI)).target is None

    def test_a_target_that_is_asked_for_goes_before_it(self) -> None:
        unit = only(score(KEDIRI_2022, REGULAR_2022, KEDIRI, target=Fraction("3.3")))
        assert (unit.target, unit.gap) == (Fraction("3.3"), Fraction("0.01"))

    def test_its_target_and_history_are_not_another_units(self) -> None:
        profile = KEDIRI._replace(targets={2023: Fraction(3)}, history={2022: Fraction(3)})
        unit = only(score(MALANG_2023, KPPN_2023, profile))
        assert (unit.target, unit.previous) == (None, None)
        unit = only(score(KEDIRI_2023, REGULAR_2023, profile))
        assert unit.target == 3
        assert unit.previous is not None

    @pytest.mark.parametrize(
        ("definitions", "counts"),
        [
            ((), True),
            (("kominfo-*",), True),
            (("spbe-2020", "kominfo-2023-reguler"), True),
            (("spbe-*", "kominfo"), False),
        ],
    )
    def test_its_target_and_history_are_not_another_indexs(
        self, *, definitions: tuple[str, ...], counts: bool
    ) -> None:
        profile = KEDIRI._replace(
            definitions=definitions, targets={2023: Fraction(3)}, history={2022: Fraction(3)}
        )
        unit = only(score(KEDIRI_2023, REGULAR_2023, profile))
        assert (unit.target is not None, unit.previous is not None) == (counts, counts)

    def test_its_agencies_are_not_another_units(self) -> None:
        assert "opd" not in only(score(MALANG_2023, KPPN_2023, KEDIRI)).views

    def test_a_profile_of_no_unit_is_everybodys(self) -> None:
        profile = KEDIRI._replace(unit=None, targets={2023: Fraction(3)})
        unit = only(score(MALANG_2023, KPPN_2023, profile))
        assert unit.target == 3
        assert "opd" in unit.views


class TestViews:
    """The same answers by agency and by tag; a view is never an index."""

    def test_each_agency_has_the_mean_of_the_answers_it_gives(self) -> None:
        profile = Profile(
            unit="Kota Uji", assign={"dinkes": ("A-*",), "dishub": ("A-2",), "lain": ("B-*",)}
        )
        unit = only(score(Submission((FULL,)), definition(), profile, hints=HERE))
        rows = {row.id: row for row in unit.views["opd"]}
        assert list(rows) == ["dinkes", "dishub"]
        assert rows["dinkes"].score == Fraction(5, 2)
        assert rows["dinkes"].contribution == Fraction(2)
        assert rows["dishub"].score == 2
        assert rows["dishub"].contribution == Fraction(1, 2)
        assert rows["dishub"].completeness == Completeness(1, 1, Fraction(1))

    def test_contributions_of_a_full_assignment_add_up_to_the_overall(self) -> None:
        profile = KEDIRI._replace(unit=None)
        unit = only(score(MALANG_2023, KPPN_2023, profile))
        contributions = [row.contribution or 0 for row in unit.views["opd"]]
        assert sum(contributions, start=Fraction(0)) == unit.overall.score

    def test_a_tag_of_the_definition_is_a_view(self) -> None:
        unit = only(score(MALANG_2023, KPPN_2023))
        rows = {row.id: row for row in unit.views["theme"]}
        assert set(rows) == {
            "governance",
            "branding",
            "economy",
            "living",
            "society",
            "environment",
        }
        questions = ("3.80", "4.00", "1.00", "1.80", "3.00", "3.60", "3.80")  # OUT-01…06, KOL-01
        assert rows["governance"].completeness.answered == len(questions)
        assert rows["governance"].score == sum(map(Fraction, questions)) / len(questions)

    def test_without_agencies_or_tags_there_are_no_views(self) -> None:
        assert only(outcome(FULL)).views == {}


def test_two_units_of_a_year_are_ranked_and_one_alone_is_not() -> None:
    book = csv_table(
        "unit,year,A-1,A-2\nKota A,2022,3,3\nKota B,2022,4,4\nKota C,2022,3,3\nKota C,2021,1,1\n"
    )
    result = score(Submission((book,)), definition())
    assert result.units is not None
    assert [(unit.unit, unit.year, unit.rank) for unit in result.units] == [
        ("Kota A", 2022, 2),
        ("Kota B", 2022, 1),
        ("Kota C", 2021, None),
        ("Kota C", 2022, 2),
    ]


class TestUnitsThatAreCompared:
    TEXT = ANSWERS + "aggregate: copeland\n"
    PANEL = "unit,year,A-1,A-2\nKota A,2022,3,3\nKota B,2022,4,4\nKota C,2022,3,3\n"

    def test_their_scores_say_how_many_others_each_beats(self) -> None:
        two_groups = self.TEXT.replace(
            "groups: [", "groups: [{id: b, kind: pillar, name: Bagian B, aggregate: min}, "
        ).replace("A-2, in: a", "A-2, in: b")
        result = score(Submission((csv_table(self.PANEL),)), definition(two_groups))
        assert result.units is not None
        assert [unit.overall.score for unit in result.units] == [-1, 2, -1]
        assert [unit.rank for unit in result.units] == [2, 1, 2]
        assert all(unit.range_if_missing is None for unit in result.units)

    def test_one_unit_alone_is_a_finding_and_has_no_score(self) -> None:
        book = csv_table("unit,year,A-1,A-2\nKota A,2022,3,3\nKota B,2023,4,4\n")
        refused = score(Submission((book,)), definition(self.TEXT))
        assert [(one.code, one.indicator) for one in refused.findings] == [
            ("S322", "a"),
            ("S322", "a"),
        ]
        assert refused.units is None
        partial = score(Submission((book,)), definition(self.TEXT), allow_errors=True)
        assert partial.units is not None
        assert [unit.groups[0].no_score for unit in partial.units] == [NoScore.ONE_UNIT] * 2

    def test_last_years_are_compared_with_each_other(self) -> None:
        this = csv_table(self.PANEL)
        last = csv_table(
            "unit,year,A-1,A-2\nKota A,2021,4,4\nKota B,2021,3,3\nKota C,2021,1,1\n", "lalu.csv"
        )
        used = definition(self.TEXT + "aggregate_top: arithmetic\n")
        previous = LastYear(Submission((last,)), used, "lalu.csv")
        result = score(Submission((this,)), used, previous=previous)
        assert result.units is not None
        figures = [unit.previous.published for unit in result.units if unit.previous]
        assert figures == [2, 0, -2]
        assert [unit.change for unit in result.units] == [-3, 2, 1]


def test_last_years_geometric_index_has_no_terms_to_round() -> None:
    this = definition(ANSWERS + "publish: {round: [terms, overall]}\n")
    before = definition(ANSWERS + "aggregate: geometric\n")
    books = [csv_table(f"unit,year,A-1,A-2\nKota A,{year},1,4\n") for year in (2022, 2021)]
    previous = LastYear(Submission((books[1],)), before)
    unit = only(score(Submission((books[0],)), this, previous=previous))
    assert unit.previous == Previous(Fraction(2), PreviousBasis.RECOMPUTED, 2021)


@pytest.mark.parametrize(
    ("submission", "used", "published"),
    [(KEDIRI_2022, REGULAR_2022, "3.31"), (KEDIRI_2023, REGULAR_2023, "3.20")],
)
def test_the_examples_give_their_published_overall(
    submission: Submission, used: object, published: str
) -> None:
    assert used in (REGULAR_2022, REGULAR_2023)
    result = score(submission, REGULAR_2022 if used is REGULAR_2022 else REGULAR_2023)
    assert only(result).overall.published == Fraction(published)
