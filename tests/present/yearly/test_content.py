"""What the report says in cases that the examples do not have."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

import pytest

from kediri_index.model.comparison import SamplingError
from kediri_index.model.language import Language
from kediri_index.model.profile import Hints, Opd, Profile
from kediri_index.present.charts.drawing import Lettering, Picture
from kediri_index.present.document import (
    Bullets,
    Chart,
    Document,
    Heading,
    LabelledText,
    LabelledTexts,
    Paragraph,
    Section,
    Table,
    TableCell,
    TableColumn,
)
from kediri_index.present.yearly.report import document
from kediri_index.usecases.inputs import load_definition, read_workbooks
from kediri_index.usecases.report import yearly_report
from kediri_index.usecases.score import LastYear
from tests.present.yearly.reports import EXAMPLES, document_of, yearly_of
from tests.present.yearly.shown import READERS, by_document

DIMENSIONS = "unit,year,baseline,output,outcome,impact,quick_win\n"
SMALL = """
kediri_index: 1
id: kecil
version: "1"
status: own
title: Indeks kecil
language: id
{scale}
publish: {{decimals: 1, round: {round}}}
missing: {{answers: {missing}}}
kinds: {{bagian: {{name: Bagian}}}}
groups:
  - {{id: a, kind: bagian, weight: 1, name: A}}
  - {{id: b, kind: bagian, weight: 1, name: B}}
  - {{id: c, kind: bagian, weight: 2, name: C}}
indicators:
  - {{id: A1, in: a, name: Satu, unit: km, {rule}}}
  - {{id: B1, in: b, name: Dua, {rule}}}
  - {{id: C1, in: c, name: Tiga, {rule}}}
"""
AS_GIVEN = "score: {method: as_given}"


class Made(NamedTuple):
    """What there is to report on."""

    folder: Path

    def of(  # noqa: PLR0913 - what tests vary
        self,
        rows: str,
        *,
        scale: str = "scale: {min: 0, max: 4}",
        missing: str = "error",
        rounded: str = "[overall]",
        rule: str = AS_GIVEN,
        previous: str | None = None,
        profile: Profile | None = None,
        hints: Hints | None = None,
        target: Fraction | None = None,
    ) -> Document:
        """Return the report on *rows* of a small index, or of the shipped one by dimension."""
        path = self.folder / "isian.csv"
        path.write_text(rows, encoding="utf-8")
        definition = load_definition("kominfo-2023-reguler")
        if "A1" in rows:
            written = self.folder / "kecil.yaml"
            text = SMALL.format(scale=scale, missing=missing, round=rounded, rule=rule)
            written.write_text(text, encoding="utf-8")
            definition = load_definition(written)
        last = None
        if previous is not None:
            before = self.folder / "lama.csv"
            before.write_text(previous, encoding="utf-8")
            last = LastYear(read_workbooks(before), definition, str(before))
        found = yearly_report(
            read_workbooks(path),
            definition,
            profile,
            hints=hints,
            target=target,
            previous=last,
            allow_errors=True,
        )
        assert found.yearly is not None
        return document(found.yearly, Language.EN)


@pytest.fixture
def made(tmp_path: Path) -> Made:
    return Made(tmp_path)


def said(found: Document, section: str) -> str:
    (one,) = [part for part in found.sections if part.id == section]
    words = [block.text for block in one.blocks if isinstance(block, Paragraph)]
    words += [
        entry for block in one.blocks if isinstance(block, Bullets) for entry in block.entries
    ]
    return " ".join(words)


def summary(found: Document) -> str:
    return " ".join(found.head.summary)


def test_class_and_rank_are_told_where_there_are_any() -> None:
    found = yearly_report(
        read_workbooks(EXAMPLES / "ipm-dki-jakarta-2017.csv"),
        load_definition("ipm-bps"),
        hints=Hints("Jakarta Selatan"),
    )
    assert found.yearly is not None
    worded = document(found.yearly, Language.ID)
    assert worded.head.class_name == "Sangat tinggi"
    assert worded.head.headline.endswith(": predikat Sangat tinggi, peringkat 1 dari 7")
    assert ("Peringkat", "1 dari 7") in {(one.label, one.text) for one in worded.head.facts}
    (table,) = [one for one in worded.tables() if one.id.startswith("groups-")]
    assert [column.title for column in table.columns][1:4] == ["Bobot", "Nilai", "Kelas"]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            Language.ID,
            "16 urutan acak yang tetap (kesalahan baku setiap baris paling besar 0,00034)",
        ),
        (Language.EN, "16 fixed random orders (standard error of each row at most 0.00034)"),
    ],
)
def test_sampled_contributions_are_said_to_be_so(language: Language, sentence: str) -> None:
    exact = yearly_of("kota-kediri-2023")
    assert exact.comparison is not None
    error = SamplingError(16, Fraction(1, 3000))
    sampled = exact._replace(comparison=exact.comparison._replace(error=error))
    for yearly, is_said in ((exact, False), (sampled, True)):
        (table,) = [one for one in document(yearly, language).tables() if one.id == "moved"]
        assert (sentence in table.note) == is_said


@pytest.mark.parametrize(
    ("target", "sentence", "fact"),
    [
        ("3.5", "0.50 short of the target of 3.5", "0.50 short"),
        ("3", "exactly the target of 3", "just reached"),
        ("2.9", "0.10 above the target of 2.9", "reached, 0.10 over"),
    ],
)
def test_a_target_is_missed_or_just_reached_or_passed(
    target: str, sentence: str, fact: str, made: Made
) -> None:
    found = made.of(f"{DIMENSIONS}Kota A,2023,3,3,3,3,3\n", target=Fraction(target))
    assert found.head.headline == f"Score 3.00: {sentence}"
    assert found.head.facts[0].note == fact


def test_where_the_target_is_reached_the_steps_go_to_the_next_one_of_the_profile(
    made: Made,
) -> None:
    row = f"{DIMENSIONS}Kota A,2023,3,3,3,3,3\n"
    later = Profile(targets={2022: Fraction(4), 2023: Fraction(2), 2025: Fraction("3.1")})
    assert "The target of 3.1 (2025) takes one step" in said(made.of(row, profile=later), "steps")
    none = Profile(targets={2023: Fraction(2)})
    found = made.of(row, profile=none)
    assert said(found, "steps") == "The target is reached, and there is no later one yet."
    assert "plan" not in [section.id for section in found.sections]


def test_a_target_out_of_reach_says_how_far_the_best_case_goes(made: Made) -> None:
    found = made.of(f"{DIMENSIONS}Kota A,2023,3,3,3,3,3\n", target=Fraction(5))
    assert "out of reach even if everything" in said(found, "steps")
    assert "the best score possible is 4.00" in said(found, "steps")


def test_a_step_says_which_result_it_takes_where_the_method_can_tell(made: Made) -> None:
    found = made.of(
        "unit,year,A1,B1,C1\nKota A,2023,50,50,50\n",
        rule="score: {method: goalposts, min: 0, max: 100}",
        target=Fraction(3),
    )
    assert "C1 Tiga: from 2 to 4, which adds 1.00; it takes a result of 100." in said(
        found, "steps"
    )


def test_without_any_score_the_report_says_why(made: Made) -> None:
    found = made.of("unit,year,A1,B1,C1\nKota A,2023,n/a,n/a,n/a\n", missing="exclude")
    assert (found.head.score, found.head.of) == ("no score", "")
    assert found.head.scale is None
    assert found.head.headline.startswith("No score yet: ")
    targeted = made.of(
        "unit,year,A1,B1,C1\nKota A,2023,n/a,n/a,n/a\n", missing="exclude", target=Fraction(3)
    )
    assert (targeted.head.facts[0].text, targeted.head.facts[0].note) == ("3", "")
    for reader in READERS.values():
        assert reader(targeted) == by_document(targeted)


def test_an_index_without_a_scale_has_no_ends_to_show(made: Made) -> None:
    found = made.of("unit,year,A1,B1,C1\nKota A,2023,30,20,50\n", scale="")
    assert (found.head.score, found.head.of, found.head.scale) == ("37.5", "", None)
    assert found.head.headline == "Score 37.5"
    assert "chart-losses" not in {block.id for block in charts(found)}
    for reader in READERS.values():
        assert reader(found) == by_document(found)


def charts(found: Document) -> list[Chart]:
    return [one for part in found.sections for one in part.blocks if isinstance(one, Chart)]


def test_missing_answers_are_counted_named_and_bound_the_score(made: Made) -> None:
    found = made.of("unit,year,A1,B1,C1\nKota A,2023,3,,2\n", missing="zero")
    assert "1 of 3 answers is missing; it is listed below." in said(found, "missing")
    (table,) = [one for one in found.tables() if one.id == "missing-answers"]
    assert [cell.text for cell in table.rows[0]] == ["B1", "Dua", "not filled in; counted as zero"]
    assert (found.head.facts[-1].text, found.head.facts[-1].note) == ("2 of 3", "1 missing")


def test_rounding_is_told_from_the_indicators_upward(made: Made) -> None:
    found = made.of(
        "unit,year,A1,B1,C1\nKota A,2023,3,1,2\n", rounded="[overall, terms, bagian, indicators]"
    )
    (pairs,) = [
        block
        for part in found.sections
        for block in part.blocks
        if part.id == "definition" and isinstance(block, LabelledTexts)
    ]
    rounding = next(pair.text for pair in pairs.entries if pair.term == "Rounding")
    assert rounding.endswith("scores of indicators, Bagian, contributions, overall")


def test_last_year_and_this_year_alike_have_no_reasons_to_tell(made: Made) -> None:
    rows = "unit,year,A1,B1,C1\nKota A,{},3,1,2\n"
    found = made.of(rows.format(2023), previous=rows.format(2022))
    assert found.head.headline == "Unchanged at 2.0"
    assert said(found, "moved") == "None of its parts has changed."
    assert "chart-moved" not in {block.id for block in charts(found)}


def test_last_years_figures_of_another_unit_compare_nothing_and_a_finding_says_so(
    made: Made,
) -> None:
    rows = "unit,year,A1,B1,C1\nKota {},{},3,1,2\n"
    found = made.of(rows.format("A", 2023), previous=rows.format("B", 2022))
    assert "whose file does not fit (see the findings)" in found.head.absent
    (findings,) = [one for one in found.tables() if one.id == "findings"]
    assert "S305" in [row[1].text for row in findings.rows]


def test_what_was_changed_before_scoring_is_counted_and_listed(made: Made) -> None:
    rows = "unit,year,A1,B1,C1\nKota A,2023,3,,2\nKota B,2023,1,2,2\n"
    found = made.of(
        rows,
        scale="scale: {min: 0, max: 4}\nprepare: [{impute: {method: mean}}]",
        hints=Hints("Kota A"),
    )
    assert "1 missing value estimated" in said(found, "indicators")
    (table,) = [one for one in found.tables() if one.id == "prepared"]
    assert [cell.text for cell in table.rows[0]] == ["impute: mean", "B1", "–", "2"]


def test_without_a_year_there_is_no_line_of_years(made: Made) -> None:
    found = made.of("unit,A1,B1,C1\nKota A,3,1,2\n")
    assert "chart-years" not in {block.id for block in charts(found)}


def test_a_published_figure_that_these_answers_do_not_give_is_told(made: Made) -> None:
    profile = Profile(history={2023: Fraction("3.2"), 2022: Fraction(3)})
    found = made.of(f"{DIMENSIONS}Kota A,2023,3,3,3,3,3\n", profile=profile)
    assert "the published score of 2023 is 3.20, but these answers give 3.00" in summary(found)
    other = profile._replace(definitions=("spbe-*",))
    found = made.of(f"{DIMENSIONS}Kota A,2023,3,3,3,3,3\n", profile=other)
    assert "published score" not in summary(found)


def test_scores_of_nothing_are_drawn_too(made: Made) -> None:
    rows = "unit,year,A1,B1,C1\nKota A,{},0,0,0\n"
    found = made.of(rows.format(2023), previous=rows.format(2022))
    assert "chart-years" in {block.id for block in charts(found)}


def test_a_target_beyond_the_scale_is_told_but_not_drawn_where_it_is_not(made: Made) -> None:
    found = made.of(f"{DIMENSIONS}Kota A,2023,3,3,3,3,3\n", target=Fraction(9))
    assert found.head.facts[0].note == "6.00 short"
    assert found.head.scale is not None
    assert found.head.scale.target is None
    (losses,) = [one.drawing for one in charts(found) if one.id == "chart-losses"]
    assert not [one for one in losses.shapes if isinstance(one, Lettering) and "target" in one.text]


def test_what_cannot_be_planned_says_why(made: Made) -> None:
    found = made.of(
        "unit,year,A1,B1,C1\nKota A,2023,3,1,2\nKota B,2023,1,2,3\n",
        rule="score: {method: min_max, to: [0, 4]}",
        hints=Hints("Kota A"),
        target=Fraction(3),
    )
    assert said(found, "steps").startswith("No steps towards a target can be computed")
    assert "scored among several units" in said(found, "steps")
    assert "plan" not in [section.id for section in found.sections]


def test_a_plan_that_does_not_reach_the_target_is_not_called_the_plan_to_it(made: Made) -> None:
    found = made.of(f"{DIMENSIONS}Kota A,2023,4,4,4,4,4\n", target=Fraction(5))
    (plan,) = [section for section in found.sections if section.id == "plan"]
    assert plan.title == "The steps to the best score, 4.00"
    assert said(found, "steps").endswith("the best score possible is 4.00.")  # and no steps
    assert [one.title for one in found.sections if one.id == "steps"] == ["Most worthwhile steps"]


def test_steps_have_no_more_decimals_than_what_they_bring(made: Made) -> None:
    found = made.of(
        "unit,year,A1,B1,C1\nKota A,2023,1,2,2\n",
        rule="score: {method: goalposts, min: 0, max: 3}",
        target=Fraction("3.9"),
    )
    (steps,) = [one for one in found.tables() if one.id == "steps"]
    assert {cell.text for cell in [*steps.rows[0], *steps.rows[1]]} >= {"1.333", "2.667"}


def test_what_moved_the_score_by_little_does_not_look_like_nothing(made: Made) -> None:
    rows = "unit,year,A1,B1,C1\nKota A,{},{},1,2\n"
    found = made.of(rows.format(2023, "3.1"), previous=rows.format(2022, "3"))
    assert said(found, "moved") == "What raised it: A (+0.025)."


def test_a_changed_set_of_questions_is_counted_beside_its_part_of_the_change() -> None:
    found = said(document_of("kabupaten-malang-2023", Language.EN), "years")
    assert "62 answers were added and 4 dropped; equal codes" in found


def test_last_years_file_and_its_definition_are_among_the_sources() -> None:
    found = document_of("kota-kediri-2023", Language.EN)
    (sources,) = [one for one in found.tables() if one.id == "sources"]
    assert [(row[0].text.rpartition("/")[2], row[4].text) for row in sources.rows] == [
        ("kota-kediri-2023.xlsx", "yes"),
        ("kota-kediri-2022.xlsx", "for the comparison"),
    ]
    terms = {
        pair.term: pair.text
        for section in found.sections
        for block in section.blocks
        if isinstance(block, LabelledTexts)
        for pair in block.entries
    }
    assert terms["Last year's definition"].startswith("kominfo-2022-reguler, version 1, SHA-256 ")


def test_another_regions_profile_tells_nothing_about_agencies(made: Made) -> None:
    other = Profile(unit="Kota Lain", opd=(Opd("dinkes", "Dinas Kesehatan Kota Lain"),))
    found = made.of("unit,year,A1,B1,C1\nKota A,2023,3,1,2\n", profile=other)
    assert "agencies" not in [section.id for section in found.sections]
    own = made.of("unit,year,A1,B1,C1\nKota A,2023,3,1,2\n", profile=other._replace(unit="Kota A"))
    assert "no indicator is assigned to any" in own.head.absent


def test_an_agency_without_answers_is_not_one_that_answers_for_nothing() -> None:
    (heat,) = [one for one in document_of("salah", Language.EN).tables() if one.id == "heat"]
    (rsud,) = [row for row in heat.rows if row[0].text == "RSUD Kota Contoh"]
    assert [cell.text for cell in rsud[1:]] == ["–", "–", "–", "empty", "–", "–"]


def test_every_kind_of_block_is_shown_in_every_format() -> None:
    table = Table("t", "Caption 7", (TableColumn("A"),), ((TableCell("1,5"),),), note="Note 8")
    made = document_of("kota-kediri-2022", Language.ID)._replace(
        sections=(
            Section(
                "all",
                "All",
                (
                    Heading(3, "Heading 1"),
                    Paragraph("Words 2"),
                    Bullets(("Point 3",)),
                    Bullets(("Step 4",), numbered=True),
                    LabelledTexts((LabelledText("Term 5", "Text 6"),)),
                    table,
                    Chart("c", "Caption", "Description", Picture(1, 1, ()), table._replace(id="u")),
                    Chart("d", "Caption", "Description", Picture(1, 1, ()), table._replace(id="u")),
                ),
            ),
        )
    )
    for reader in READERS.values():
        assert reader(made) == by_document(made)


def test_no_text_of_a_document_has_a_control_character() -> None:
    found = yearly_report(
        read_workbooks(EXAMPLES / "kota-kediri-2022.xlsx"),
        load_definition("kominfo-2022-reguler"),
    ).yearly
    assert found is not None
    hostile = found._replace(result=found.result._replace(unit="Kota\x1b[2J\u202eA"))
    title = document(hostile, Language.ID).head.title
    assert title == "Kota\N{REPLACEMENT CHARACTER}[2J\N{REPLACEMENT CHARACTER}A · 2022"
