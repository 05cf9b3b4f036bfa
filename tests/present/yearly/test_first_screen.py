"""The first screen: the finding as headline, and nothing in it that the figures do not bear."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

import pytest

from kediri_index.model.language import Language
from kediri_index.model.profile import Basis, Profile
from kediri_index.model.workbook import Workbook
from kediri_index.model.yearly import Yearly
from kediri_index.present.charts.drawing import Dot, Path, ShapeRole
from kediri_index.present.document import Head, Tone
from kediri_index.present.yearly.minutes import minutes
from kediri_index.present.yearly.report import document, render_report
from kediri_index.usecases.inputs import Submission
from kediri_index.usecases.report import yearly_report
from kediri_index.usecases.score import LastYear
from tests.findings.building import ONE_GROUP, TOP, definition, workbook
from tests.present.yearly.reports import NAMES, document_of, yearly_of
from tests.present.yearly.shown import READERS, by_document, squeezed
from tests.present.yearly.test_figures import charts_of

CLASSES = (
    "classes: [{name: Kurang, below: 2}, {name: Baik, below: 3.5}, {name: Memuaskan}]\n"
    "missing: {answers: exclude}\n"
)
INDEX = definition(
    TOP
    + CLASSES
    + ONE_GROUP
    + "indicators:\n"
    + "".join(f"  - {{id: A-{n}, in: a, name: Butir {n}}}\n" for n in range(1, 5))
)
COLUMNS = ("Nilai mandiri", "Nilai asesor")


class Year(NamedTuple):
    """What the agencies and the assessor gave; None is an empty cell, an empty row no column."""

    own: tuple[object, ...] = ()
    assessed: tuple[object, ...] = ()
    year: int = 2023

    def book(self) -> Workbook:
        columns = [one for one in (self.own, self.assessed) if one]
        titles = [title for title, one in zip(COLUMNS, self[:2], strict=True) if one]
        answers = enumerate(zip(*columns, strict=True), start=1)
        rows = [(f"A-{n}", f"Butir {n}", *each) for n, each in answers]
        table = [("Kode", "Indikator", *titles), *rows]
        said = [("Wilayah", "Kota Uji"), ("Tahun", self.year)]
        return workbook({"Identitas": said, "Penilaian": table}, f"isian-{self.year}.xlsx")


def head_of(
    now: Year,
    last: Year | None = None,
    profile: Profile | None = None,
    language: Language = Language.ID,
) -> Head:
    return document(yearly(now, last, profile), language).head


def yearly(now: Year, last: Year | None = None, profile: Profile | None = None) -> Yearly:
    previous = None if last is None else LastYear(Submission((last.book(),)), INDEX, "lama.xlsx")
    found = yearly_report(Submission((now.book(),)), INDEX, profile, previous=previous).yearly
    assert found is not None
    return found


ASSESSED = Year(assessed=(3, 3, 3, 2))
GOAL = Profile(targets={2023: Fraction("3.4")})
BEFORE = Profile(history={2022: Fraction("2.5")}, targets={2023: Fraction("3.4")})


@pytest.mark.parametrize(
    ("now", "last", "profile", "said"),
    [
        (ASSESSED, Year(assessed=(3, 3, 3, 3), year=2022), None, "Turun 0,25 menjadi 2,75"),
        (ASSESSED, Year(assessed=(3, 3, 2, 2), year=2022), None, "Naik 0,25 menjadi 2,75"),
        (ASSESSED, Year(assessed=(3, 3, 3, 2), year=2022), None, "Tetap 2,75"),
        (ASSESSED, None, BEFORE, "Naik 0,25 menjadi 2,75"),
        (ASSESSED, None, GOAL, "Nilai 2,75: predikat Baik, kurang 0,65 dari target 3,4"),
        (ASSESSED, None, None, "Nilai 2,75: predikat Baik"),
        (Year(own=(3, 3, 3, 2)), None, BEFORE, "Nilai 2,75 (nilai mandiri): predikat Baik, kurang"),
        (
            ASSESSED,
            None,
            BEFORE._replace(history={2022: Fraction("2.5"), 2023: Fraction("2.76")}),
            "Naik 0,25 menjadi 2,75 (nilai resmi 2,76)",
        ),
        (
            Year(assessed=(3, 3, 3, None)),
            None,
            BEFORE,
            "Nilai sementara 3,00, mungkin menjadi 2,25 sampai 3,25: 1 dari 4 isian belum ada",
        ),
        (Year(assessed=("n/a",) * 4), None, None, "Belum bernilai: "),
    ],
)
def test_the_headline_is_the_finding(
    now: Year, last: Year | None, profile: Profile | None, said: str
) -> None:
    assert head_of(now, last, profile).headline.startswith(said)


def test_it_names_what_moved_the_score_most_in_its_direction() -> None:
    heads = [document_of(name, Language.ID).head for name in NAMES[1:3]]
    assert [one.headline for one in heads] == [
        "Turun 0,12 menjadi 3,20, terutama karena Output",
        "Naik 0,44 menjadi 2,94, terutama karena Baseline",
    ]
    english = document_of("kota-kediri-2023", Language.EN).head
    assert english.headline == "Down 0.12 to 3.20, mainly because of Output"


def test_both_assessments_stand_beside_the_number() -> None:
    both = Year(own=(4, 4, 4, 3), assessed=(3, 3, 3, 2))
    assert head_of(both).of == "dari 4 · nilai asesor · nilai mandiri 3,75"
    fewer = Year(own=(4, 4, None, None), assessed=(3, 3, 3, 2))
    assert head_of(fewer).of.endswith("nilai mandiri 4,00 dari 2 isian")


@pytest.mark.parametrize("basis", [Basis.SELF, Basis.MIXED])
def test_between_two_assessments_nothing_rises_or_falls(basis: Basis) -> None:
    head = head_of(ASSESSED, None, BEFORE._replace(history_value=basis))
    assert head.scale is not None
    assert (head.scale.previous, head.scale.previous_text) == (None, "")
    (fact,) = [one for one in head.facts if one.label == "Perubahan"]
    assert (fact.text, fact.tone) == ("tidak dibandingkan", Tone.MUTED)
    assert any("tidak dibandingkan dengan 2,50 pada 2022" in one for one in head.summary)
    assert not {"▲", "▼", "Naik", "naik", "Turun"} & set(squeezed(str(head)).split())


def test_while_answers_are_missing_the_score_is_a_range_without_plan_or_coloured_change() -> None:
    found = yearly(Year(assessed=(3, 3, 3, None)), None, BEFORE)
    assert found.plan is None
    made = document(found, Language.ID)
    head = made.head
    assert head.stamp == "SEMENTARA"
    assert head.scale is not None
    assert head.scale.span == (Fraction(9, 16), Fraction(13, 16))
    assert head.scale.span_text == "2,25–3,25"
    assert head.scale.previous is None
    tones = {one.label: one.tone for one in head.facts}
    assert (tones["Perubahan"], tones["Target"]) == (Tone.MUTED, Tone.PLAIN)
    assert "rencana peningkatan, sampai 1 isian yang belum ada dilengkapi" in head.absent
    assert made.warning == "Nilai sementara: 1 dari 4 isian belum ada."
    assert not {"plan", "steps"} & {one.id for one in made.sections}
    assert minutes(found, Language.ID).warning == made.warning
    whole = document(yearly(ASSESSED, None, BEFORE), Language.ID)
    assert (whole.head.stamp, whole.warning) == ("", "")
    assert {"plan", "steps"} <= {one.id for one in whole.sections}


def test_the_classes_are_on_the_scale_and_the_next_one_is_how_far() -> None:
    head = head_of(ASSESSED)
    assert head.scale is not None
    assert [(one.name, one.end, one.here) for one in head.scale.bands] == [
        ("Kurang", Fraction(1, 2), False),
        ("Baik", Fraction(7, 8), True),
        ("Memuaskan", 1, False),
    ]
    (fact,) = [one for one in head.facts if one.label == "Predikat berikutnya"]
    assert (fact.text, fact.note) == ("Memuaskan", "kurang 0,75")
    labels = [one.label for one in head_of(Year(assessed=(4, 4, 4, 4))).facts]
    assert "Predikat berikutnya" not in labels


def test_what_is_not_available_has_no_card_and_no_section_but_one_line() -> None:
    made = document(yearly(ASSESSED), Language.ID)
    assert [one.label for one in made.head.facts] == [
        "Predikat berikutnya",
        "Kelengkapan isian indeks",
    ]
    assert made.head.absent == "Tidak tersedia: target tahun 2023; nilai tahun sebelumnya."
    given = document_of("kota-kediri-2023", Language.EN)
    assert "values of single indicators, since scores of groups were given" in given.head.absent
    ids = {section.id for section in given.sections}
    assert not {"missing", "agencies", "indicators"} & ids
    assert all(
        section.blocks for name in NAMES for section in document_of(name, Language.ID).sections
    )


def test_the_faulty_example_shows_no_rise_but_what_is_open() -> None:
    head = document_of("salah", Language.ID).head
    assert head.stamp == "SEMENTARA"
    assert "▲" not in str(head)
    assert yearly_of("salah").plan is None


@pytest.mark.parametrize("form", [*READERS, "xlsx"])
def test_every_format_has_headline_stamp_and_what_is_not_available(form: str) -> None:
    found = yearly(Year(assessed=(3, 3, 3, None)), None, GOAL)
    made = document(found, Language.ID)
    if form != "xlsx":
        assert READERS[form](made) == by_document(made)
        return
    assert render_report(found, form, "id")


@pytest.mark.parametrize(("basis", "joined"), [(Basis.ASSESSOR, True), (Basis.SELF, False)])
def test_the_line_of_years_joins_no_two_assessments(basis: Basis, joined: bool) -> None:  # noqa: FBT001 - a case
    history = {2021: Fraction(2), 2022: Fraction("2.5")}
    found = yearly(ASSESSED, None, Profile(history=history, history_value=basis))
    (chart,) = [one for one in charts_of(document(found, Language.ID)) if one.id == "chart-years"]
    shapes = chart.drawing.shapes
    (line,) = [one for one in shapes if isinstance(one, Path) and one.role is ShapeRole.MAIN]
    assert len(line.points) == 2 + joined
    dots = [one for one in shapes if isinstance(one, Dot) and one.role is ShapeRole.MAIN]
    assert any(one.hollow for one in dots) is not joined
