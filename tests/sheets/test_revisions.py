"""Two files of one agency: the higher revision counts, and the other is said to be superseded."""

from __future__ import annotations

from fractions import Fraction

from kediri_index.model.profile import Opd, Profile
from kediri_index.model.workbook import Workbook
from kediri_index.usecases.check import Checked, check
from kediri_index.usecases.inputs import Submission
from tests.findings.building import HERE, codes, definition, workbook

PROFILE = Profile(
    unit="Kota Uji", opd=(Opd("dinkes", "Dinas Kesehatan", "Dinkes"), Opd("dinsos", "Dinas Sosial"))
)


def sent(
    path: str,
    score: float | str | None,
    *,
    opd: str | None = "Dinas Kesehatan",
    revision: int | str | None = None,
    year: int | None = None,
    code: str = "A-1",
) -> Workbook:
    identity = [("OPD", opd), ("Revisi", revision), ("Tahun", year)]
    return workbook(
        {
            "Identitas": [pair for pair in identity if pair[1] is not None] or [("Catatan", "-")],
            "Penilaian": [("Kode", "Nilai asesor"), (code, score)],
        },
        path,
    )


def checked(*books: Workbook, profile: Profile | None = PROFILE) -> Checked:
    return check(Submission(books), definition(), profile, hints=HERE)


def counting(found: Checked) -> Fraction | None:
    return found.data.units[0].answers["A-1"].assessor[0].number


def superseded(found: Checked) -> dict[str, str | None]:
    return {one.path: one.superseded_by for one in found.data.inputs}


def test_the_higher_revision_counts_in_whatever_order_they_come() -> None:
    old, new = sent("lama.xlsx", 1, revision=1), sent("baru.xlsx", 3, revision=2)
    for books in ((old, new), (new, old)):
        found = checked(*books)
        assert counting(found) == 3
        assert superseded(found) == {"lama.xlsx": "baru.xlsx", "baru.xlsx": None}
        assert [(one.code, one.file, one.cell) for one in found.findings] == [
            ("F428", "lama.xlsx", "B2")
        ]
        assert found.findings[0].params == {"other": "baru.xlsx"}


def test_any_spelling_of_the_unit_is_the_same_unit_and_a_year_may_go_without_saying() -> None:
    profile = PROFILE._replace(also=("Pemkot Uji",))

    def of(unit: str | None, revision: int, score: int, *more: tuple[str, object]) -> Workbook:
        identity = [("Wilayah", unit), ("OPD", "dinkes"), ("Revisi", revision), *more]
        rows = [("Kode", "Nilai asesor"), ("A-1", score)]
        sheets = {"Identitas": [one for one in identity if one[1]], "Penilaian": rows}
        return workbook(sheets, f"{revision}.xlsx")

    for old in (of("Pemkot Uji", 1, 1), of(None, 1, 1), of("KOTA UJI", 1, 1, ("Tahun", 2022))):
        found = checked(old, of("Kota Uji", 2, 3), profile=profile)
        assert superseded(found)["1.xlsx"] == "2.xlsx"
        assert counting(found) == 3


def test_units_in_a_column_tell_one_agencys_files_apart() -> None:
    def of(unit: str, revision: int) -> Workbook:
        above = [("OPD", "Dinas Kominfo"), ("Revisi", revision), ()]
        rows = [("Wilayah", "Kode", "Nilai asesor"), (unit, "A-1", revision)]
        return workbook({"Penilaian": [*above, *rows]}, f"{unit}.xlsx")

    found = checked(of("Kota Kediri", 1), of("Kab Malang", 2), profile=None)
    assert set(superseded(found).values()) == {None}
    assert [one.unit for one in found.data.units] == ["Kab Malang", "Kota Kediri"]


def test_what_the_new_revision_calls_not_applicable_is_not_missing_from_it() -> None:
    old, new = sent("a.xlsx", 1, revision=1), sent("b.xlsx", "tidak berlaku", revision=2)
    assert codes(checked(old, new).findings) == ["F428", "S332"]


def test_faults_of_layout_in_a_superseded_file_are_repaired_with_it() -> None:
    identity = [("OPD", "dinkes"), ("Revisi", 1)]
    rows = [("Kode", "Nilai asesor", "Hasil penilaian"), ("A-1", 3, 3)]
    old = workbook({"Identitas": identity, "Penilaian": rows}, "a.xlsx")
    assert codes(checked(old, sent("b.xlsx", 3, revision=2)).findings) == ["F428"]


def test_ten_is_higher_than_nine() -> None:
    found = checked(sent("b.xlsx", 3, revision=10), sent("a.xlsx", 1, revision=9))
    assert counting(found) == 3


def test_the_faults_of_a_superseded_file_are_nobodys_any_more() -> None:
    found = checked(sent("lama.xlsx", "tiga", revision=1), sent("baru.xlsx", 3, revision=2))
    assert codes(found.findings) == ["F428"]


def test_any_spelling_of_the_agency_is_the_same_agency() -> None:
    found = checked(
        sent("lama.xlsx", 1, opd="Dinkes", revision=1), sent("baru.xlsx", 3, revision=2)
    )
    assert superseded(found)["lama.xlsx"] == "baru.xlsx"
    assert [one.opd for one in found.data.inputs] == ["dinkes", "dinkes"]


def test_without_a_profile_the_same_name_is_the_same_agency() -> None:
    books = sent("lama.xlsx", 1, revision=1), sent("baru.xlsx", 3, revision=2)
    found = checked(*books, profile=None)
    assert superseded(found)["lama.xlsx"] == "baru.xlsx"
    assert found.data.inputs[0].opd == "Dinas Kesehatan"


def test_another_agencys_or_another_years_file_is_not_superseded() -> None:
    for other in (
        sent("lain.xlsx", 1, opd="Dinas Sosial", revision=1, code="A-2"),
        sent("lain.xlsx", 1, revision=1, year=2021),
    ):
        assert superseded(checked(other, sent("baru.xlsx", 3, revision=2)))["lain.xlsx"] is None


def test_files_of_no_agency_are_not_guessed_to_be_of_one() -> None:
    found = checked(
        sent("a.xlsx", 1, opd=None, revision=1), sent("b.xlsx", 3, opd=None, revision=2)
    )
    assert set(superseded(found).values()) == {None}
    assert codes(found.findings) == ["X303"]


def test_equal_revisions_with_different_values_name_both_cells() -> None:
    found = checked(sent("a.xlsx", 1, revision=1), sent("b.xlsx", 3, revision=1))
    (finding,) = found.findings
    assert (finding.code, finding.file, finding.cell) == ("X303", "b.xlsx", "B2")
    assert finding.params == {"other": "a.xlsx · Penilaian!B2", "first": "1"}


def test_equal_revisions_with_equal_values_are_a_warning() -> None:
    found = checked(sent("a.xlsx", 3, revision=1), sent("b.xlsx", 3, revision=1))
    assert [(one.code, one.file, one.cell) for one in found.findings] == [("X304", "b.xlsx", "A2")]


def test_a_file_that_says_no_revision_is_compared_not_superseded() -> None:
    found = checked(sent("a.xlsx", 1), sent("b.xlsx", 3, revision=2))
    assert set(superseded(found).values()) == {None}
    assert codes(found.findings) == ["X303"]


def test_a_revision_that_is_no_number_is_named_and_supersedes_nothing() -> None:
    found = checked(sent("a.xlsx", 1, revision=1), sent("b.xlsx", 1, revision="dua"))
    assert codes(found.findings) == ["F427", "X304"]
    assert found.data.inputs[1].revision is None


def test_a_file_that_repeats_another_is_said_once_not_row_by_row() -> None:
    rows = [("Kode", "Nilai asesor"), ("A-1", 3), ("A-2", 2)]
    books = [workbook({"Penilaian": rows}, path) for path in ("a.xlsx", "b.xlsx")]
    (finding,) = checked(*books).findings
    assert (finding.code, finding.file, finding.sheet) == ("X306", "b.xlsx", None)
    assert finding.params == {"other": "a.xlsx", "count": 2}


def test_a_file_with_one_more_answer_is_no_mere_copy() -> None:
    rows = [("Kode", "Nilai asesor"), ("A-1", 3), ("A-2", 2)]
    first = workbook({"Penilaian": rows[:2]}, "a.xlsx")
    assert codes(checked(first, workbook({"Penilaian": rows}, "b.xlsx")).findings) == ["X304"]
