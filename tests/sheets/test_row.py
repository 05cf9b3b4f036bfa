from __future__ import annotations

from fractions import Fraction

import pytest

from kediri_index.messages.catalogue import message_of
from kediri_index.model.dataset import Answer, Missing
from kediri_index.model.findings import Finding, unfolded
from kediri_index.model.language import Language, Perhaps
from kediri_index.model.text import Suggestion
from tests.findings.building import (
    ANSWERS,
    ONE_GROUP,
    TOP,
    checked,
    codes,
    long_sheet,
    measured,
    percent,
    places,
    scores,
)

YES_NO = (
    TOP
    + ONE_GROUP
    + "indicators: [{id: A-1, in: a, name: Satu, score: {method: yes_no, yes: 4, no: 1}}]\n"
)
LEVELS = (
    TOP
    + ONE_GROUP
    + "indicators: [{id: A-1, in: a, name: Satu, "
    + "score: {method: levels, levels: {0: Belum, 2.5: Sebagian, 4: Semua}}}]\n"
)
PERCENT = measured("method: goalposts, min: 0, max: 100", 'unit: "%", valid: [0, 100], ')
ACHIEVEMENT = measured("method: achievement")
MEASURES = ("Kode", "Target", "Realisasi")
DETAILED = ("Kode", "Target", "Realisasi", "Nilai mandiri", "Nilai asesor 1", "Nilai asesor 2")


def row(
    *values: object, header: tuple[str, ...] = ("Kode", "Nilai asesor"), text: str = ANSWERS
) -> tuple[Answer, tuple[Finding, ...]]:
    """The one answer that a long sheet of one row gives, and what is found."""
    found = checked(long_sheet(header, values), text=text)
    (answer,) = found.data.units[0].answers.values()
    return answer, found.findings


def score(value: object, text: str = ANSWERS) -> Fraction | None:
    answer, findings = row("A-1", value, text=text)
    assert findings == ()
    return answer.assessor[0].number


@pytest.mark.parametrize("code", ["A-1", "a-1", " A-1 "])
def test_a_code_is_known_in_any_case(code: str) -> None:
    answer, findings = row(code, 3)
    assert (answer.id, findings) == ("A-1", ())


@pytest.mark.parametrize(
    ("value", "read"),
    [(3.2, "3.2"), ("3,2", "3.2"), ("3.20", "3.2"), (0, "0"), (4, "4"), ("2,75 ", "2.75")],
)
def test_a_score_is_read_exactly(value: object, read: str) -> None:
    assert score(value) == Fraction(read)


def test_a_reading_keeps_its_cell_and_its_text() -> None:
    answer, _ = row("A-1", "3,20")
    assert answer.assessor[0].text == "3,20"
    assert answer.assessor[0].source == ("isian.xlsx", "Penilaian", "B2")
    assert answer.row == ("isian.xlsx", "Penilaian", "A2")


@pytest.mark.parametrize("value", ["ya", "Ya", "YES", "true", True])
def test_a_yes_is_worth_what_the_definition_says(value: object) -> None:
    assert score(value, YES_NO) == 4


@pytest.mark.parametrize("value", ["tidak", "No", False])
def test_a_no_is_worth_what_the_definition_says(value: object) -> None:
    assert score(value, YES_NO) == 1


@pytest.mark.parametrize("value", [4, 1, "4"])
def test_the_score_of_a_yes_or_no_may_stand_there_itself(value: object) -> None:
    assert score(value, YES_NO) == Fraction(str(value))


@pytest.mark.parametrize("value", [2, "mungkin", "ada"])
def test_what_is_neither_yes_nor_no_is_said_to_be_neither(value: object) -> None:
    _, findings = row("A-1", value, text=YES_NO)
    assert places(findings) == [("C206", "B2")]


def test_a_yes_is_no_number_elsewhere() -> None:
    _, findings = row("A-1", "ya")
    assert places(findings) == [("C110", "B2")]


def test_only_a_listed_level_is_taken() -> None:
    assert score("2,5", LEVELS) == Fraction("2.5")
    _, findings = row("A-1", 3, text=LEVELS)
    assert places(findings) == [("C204", "B2")]
    assert findings[0].params["levels"] == (0, Fraction("2.5"), 4)


def test_a_faulty_cell_is_an_unreadable_reading_and_the_rest_of_the_row_is_kept() -> None:
    answer, findings = row("M-1", 50, 40, 9, 3, "x", header=DETAILED, text=ACHIEVEMENT)
    assert places(findings) == [("C203", "D2"), ("S304", "E2"), ("C110", "F2")]
    assert answer.self_score is not None
    assert (answer.self_score.number, answer.self_score.missing) == (None, Missing.UNREADABLE)
    assert [reading.missing for reading in answer.assessor] == [None, Missing.UNREADABLE]
    assert answer.target is not None
    assert answer.measure is not None
    assert [answer.target.number, answer.measure.number] == [50, 40]


def test_every_faulty_cell_of_a_row_is_named_at_once() -> None:
    _, findings = row("M-1", "a", "b", "c", "d", "e", header=DETAILED, text=ACHIEVEMENT)
    assert places(findings) == [("C110", f"{column}2") for column in "BCDEF"]


def test_the_cells_of_a_row_without_an_indicator_are_checked_too() -> None:
    found = checked(scores(("A-9", "tiga")))
    assert places(found.findings) == [("X301", "A2"), ("C110", "B2")]
    assert found.data.units == ()


def test_where_the_unit_is_percent_a_percent_cell_is_its_figure() -> None:
    answer, findings = row("M-1", None, percent(0.85), header=MEASURES, text=PERCENT)
    assert findings == ()
    assert answer.measure is not None
    assert answer.measure.number == 85


def test_a_percent_target_is_read_as_its_result_is() -> None:
    text = measured("method: achievement", 'unit: "%", ')
    answer, findings = row("M-1", percent(0.9), "85 %", header=MEASURES, text=text)
    assert findings == ()
    assert answer.target is not None
    assert answer.measure is not None
    assert [answer.target.number, answer.measure.number] == [90, 85]


def test_a_score_is_never_a_percentage() -> None:
    _, findings = row("A-1", percent(0.8))
    assert places(findings) == [("C123", "B2")]


def test_a_result_that_is_not_possible_is_an_error_with_its_bounds() -> None:
    _, findings = row("M-1", None, 101, header=MEASURES, text=PERCENT)
    assert places(findings) == [("C205", "C2")]
    assert findings[0].params == {"low": 0, "high": 100, "perhaps": Perhaps(Fraction("10.1"))}


def test_a_score_that_lost_its_mark_is_asked_for_with_it() -> None:
    _, findings = row("A-1", 32)
    assert places(findings) == [("C203", "B2")]
    assert findings[0].params["perhaps"] == Perhaps(Fraction("3.2"))
    assert message_of(findings[0], Language.ID).endswith("harus 0–4; mungkin 3,2?")
    assert message_of(findings[0], Language.EN).endswith("must be 0–4; perhaps 3.2?")
    _, findings = row("A-1", 5)
    assert findings[0].params["perhaps"] == Perhaps(None)
    assert message_of(findings[0], Language.ID).endswith("harus 0–4")


def test_a_share_that_cannot_be_is_asked_for_as_its_percentage() -> None:
    high = PERCENT.replace("valid: [0,", "valid: [50,")
    _, findings = row("M-1", None, 0.85, header=MEASURES, text=high)
    assert places(findings) == [("C205", "C2")]
    assert findings[0].params["perhaps"] == Perhaps(Fraction(85))


def test_a_result_whose_score_lies_outside_is_no_slip_of_the_score() -> None:
    text = measured("method: achievement, target: 10, to: [0, 4], outside: error")
    _, findings = row("M-1", None, 32, header=MEASURES, text=text)
    assert places(findings) == [("C203", "C2")]
    assert findings[0].params["perhaps"] == Perhaps(None)


def test_a_faulty_target_is_named_once_and_not_as_missing() -> None:
    _, findings = row("M-1", "banyak", 40, header=MEASURES, text=ACHIEVEMENT)
    assert places(findings) == [("C110", "B2")]


def test_a_measured_indicator_needs_its_target_only_where_the_definition_has_none() -> None:
    text = measured("method: achievement, target: 50")
    _, findings = row("M-1", None, 40, header=MEASURES, text=text)
    assert findings == ()
    _, findings = row("M-1", None, 40, header=MEASURES, text=ACHIEVEMENT)
    assert places(findings) == [("S203", "B2")]


def test_an_assessors_score_beside_a_result_counts_and_is_noted() -> None:
    _, findings = row("M-1", 50, 40, None, 3, 2, header=DETAILED, text=ACHIEVEMENT)
    assert places(findings) == [("S304", "E2")]


def test_a_result_of_a_question_is_read_but_not_scored() -> None:
    answer, findings = row("A-1", 0, 70, header=MEASURES)
    assert answer.measure is not None
    assert answer.measure.number == 70
    assert codes(findings) == ["C101"]


@pytest.mark.parametrize(
    ("values", "found"), [((3, None), ["C103"]), ((None, None), ["C101"]), ((3, 2), [])]
)
def test_an_assessor_who_left_a_cell_empty_is_named_where_another_did_not(
    values: tuple[int | None, ...], found: list[str]
) -> None:
    header = ("Kode", "Nilai asesor 1", "Nilai asesor 2")
    _, findings = row("A-1", *values, header=header)
    assert codes(findings) == found


@pytest.mark.parametrize("value", ["belum dinilai", "-"])
def test_a_word_for_missing_is_no_fault_of_the_cell(value: str) -> None:
    answer, findings = row("A-1", value, text=ANSWERS + "missing: {answers: exclude}\n")
    assert findings == ()
    assert answer.assessor[0].missing in {Missing.NOT_DUE, Missing.NOT_COLLECTED}


def test_a_group_may_be_given_a_score_on_the_scale() -> None:
    answer, findings = row("A", 3.5)
    assert (answer.id, answer.assessor[0].number, findings) == ("a", Fraction("3.5"), ())
    _, findings = row("a", 4.5)
    assert places(findings) == [("C203", "B2")]


@pytest.mark.parametrize(
    "word", ["tidak ada", "Tidak  ada.", "belum", "belum ada", "tidak tersedia", "not available"]
)
def test_a_word_that_may_mean_no_or_no_data_is_never_guessed_of_a_yes_or_no(word: str) -> None:
    exclude = YES_NO + "missing: {answers: exclude}\n"
    answer, findings = row("A-1", word, text=exclude)
    assert [(one.code, one.cell, one.value) for one in findings] == [("C207", "B2", word)]
    assert findings[0].params["no"] == 1
    assert answer.assessor[0].missing is Missing.UNREADABLE


@pytest.mark.parametrize(
    ("word", "missing"),
    [
        ("-", Missing.NOT_COLLECTED),
        ("belum ada data", Missing.NOT_COLLECTED),
        ("belum dinilai", Missing.NOT_DUE),
        ("n/a", Missing.NOT_APPLICABLE),
    ],
)
def test_other_words_for_none_keep_their_meaning_in_a_yes_or_no(
    word: str, missing: Missing
) -> None:
    answer, findings = row("A-1", word, text=YES_NO + "missing: {answers: exclude}\n")
    assert answer.assessor[0].missing is missing
    assert [one.code for one in findings if one.code != "S332"] == []


NAMED = ("Kode", "Indikator", "Nilai asesor")


def test_the_name_of_another_indicator_beside_a_code_is_a_warning_that_names_it() -> None:
    answer, (finding,) = row("A-1", " waktu  Layanan", 3, header=NAMED)
    assert (answer.id, finding.code, finding.cell) == ("A-1", "X310", "B2")
    assert (finding.indicator, finding.params["others"]) == ("A-1", ("A-2",))


@pytest.mark.parametrize("name", ["Layanan daring", "Online services", "Layanan", "Bagian A", None])
def test_its_own_name_a_shortened_one_or_its_groups_is_no_fault(name: str | None) -> None:
    assert row("A-1", name, 3, header=NAMED)[1] == ()


def test_a_row_without_code_and_name_says_so() -> None:
    found = checked(long_sheet(NAMED, ("A-1", None, 3), (None, None, 2), ("A-2", None, 2)))
    assert places(found.findings) == [("X311", "A3")]


@pytest.mark.parametrize("text", [ANSWERS, LEVELS, YES_NO])
@pytest.mark.parametrize("value", ["9 unit", "Rp 20 juta", "1.234", percent(0.5), "#N/A", "> 10"])
def test_target_and_result_of_what_is_scored_otherwise_may_be_any_text(
    text: str, value: object
) -> None:
    header = ("Kode", "Target", "Realisasi", "Nilai asesor")
    answer, findings = row("A-1", value, value, 4, header=header, text=text)
    assert findings == ()
    assert answer.assessor[0].number == 4


def test_target_and_result_of_a_group_may_be_any_text_and_a_number_is_kept() -> None:
    header = ("Kode", "Target", "Realisasi", "Nilai asesor")
    answer, findings = row("a", "9 unit", 20, 4, header=header)
    assert findings == ()
    assert answer.target is not None
    assert (answer.target.missing, answer.target.text) == (Missing.UNREADABLE, "9 unit")
    assert answer.measure is not None
    assert answer.measure.number == 20


def test_a_target_that_no_score_is_computed_from_may_be_any_text() -> None:
    text = measured("method: goalposts, min: 0, max: 100")
    assert row("M-1", "9 unit", 20, header=MEASURES, text=text)[1] == ()


@pytest.mark.parametrize(
    ("value", "read"),
    [(0.8, "0.8"), (80, "80"), ("80 %", "80"), (percent(0.8), "80"), ("80,5", "80.5")],
)
def test_a_stated_achievement_is_read_as_it_stands(value: object, read: str) -> None:
    header = (*MEASURES, "Capaian")
    answer, findings = row("M-1", 10, 8, value, header=header, text=ACHIEVEMENT)
    assert answer.achievement is not None
    assert answer.achievement.number == Fraction(read)
    assert [one.code for one in findings if one.code != "S310"] == []


@pytest.mark.parametrize("value", ["tercapai", "#DIV/0!", "=D2/C2", None])
def test_a_stated_achievement_that_cannot_be_read_is_no_fault(value: object) -> None:
    header = (*MEASURES, "Capaian")
    assert row("M-1", 10, 8, value, header=header, text=ACHIEVEMENT)[1] == ()


@pytest.mark.parametrize(
    ("value", "text", "indonesian", "english"),
    [
        (4.5, ANSWERS, "«4,5»", "«4.5»"),
        ("4.5", ANSWERS, "«4.5»", "«4.5»"),
        (percent(0.032), ANSWERS, "3,2 % adalah", "3.2 % is a"),
    ],
)
def test_a_stored_number_is_shown_in_the_readers_decimals_and_what_was_typed_as_typed(
    value: object, text: str, indonesian: str, english: str
) -> None:
    _, (finding,) = row("A-1", value, text=text)
    assert indonesian in message_of(finding, Language.ID)
    assert english in message_of(finding, Language.EN)
    assert finding.value == str(getattr(value, "value", value))


def test_a_file_of_wrong_codes_gets_its_suggestions_whatever_came_before_it() -> None:
    wrong = [(f"A-1{number}", 3) for number in range(60)]
    other = scores(*((f"B-1{number}", 3) for number in range(60)), path="lain.xlsx")
    suggested = [
        [
            one.params["nearest"]
            for one in unfolded(checked(*books).findings)
            if one.file == "isian.xlsx"
        ]
        for books in ((scores(*wrong),), (other, scores(*wrong)))
    ]
    assert suggested[0] == suggested[1]
    assert all(one != Suggestion(None) for one in suggested[0])


def test_the_same_wrong_code_again_gets_its_suggestion_again() -> None:
    wrong = [(f"A-1{number}", 3) for number in range(60)]
    found = list(unfolded(checked(scores(*wrong, *wrong[:1])).findings))
    assert [one.params["nearest"] for one in found if one.value == "A-10"] == [
        Suggestion("A-1"),
        Suggestion("A-1"),
    ]
