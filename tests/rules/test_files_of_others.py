"""Files of another unit, year or agency than the ones they lie with."""

from __future__ import annotations

from kediri_index.model.dataset import DataSet, FileSays, InputFile, Said, UnitData
from kediri_index.model.findings import Finding, Source
from kediri_index.model.profile import Hints, Opd, Profile
from kediri_index.rules import DataContext, DataRule
from kediri_index.rules.whose_files import (
    lone_unit,
    lone_year,
    other_agency_asked_for,
    other_unit,
    other_year,
    unknown_agency,
)
from tests.scoring.building import index

PROFILE = Profile(
    unit="Kota Uji",
    also=("Pemkot Uji",),
    opd=(Opd("dinkes", "Dinas Kesehatan", "Dinkes", ("Dinas Kesehatan Kota",)),),
)


def file(
    path: str = "a.xlsx",
    *,
    unit: str | None = None,
    year: str | None = None,
    opd: str | None = None,
    superseded_by: str | None = None,
) -> InputFile:
    def said(cell: str, text: str | None) -> Said | None:
        return None if text is None else Said(text, Source(path, "Identitas", cell))

    says = FileSays(unit=said("B1", unit), year=said("B2", year), opd=said("B3", opd))
    return InputFile(path, "", superseded_by=superseded_by, says=says)


def found(
    rule: DataRule, *files: InputFile, hints: Hints | None = None, profile: Profile | None = PROFILE
) -> list[Finding]:
    units = (UnitData("Kota Uji", 2022, files=tuple(one.path for one in files)),)
    return list(rule(DataContext(index(), DataSet(units, files), profile, hints or Hints())))


def cells(findings: list[Finding]) -> list[tuple[str, str | None, str | None]]:
    return [(finding.code, finding.file, finding.cell) for finding in findings]


class TestOtherUnit:
    theirs = Hints(theirs="Kota Uji")

    def test_is_named_where_it_is_said_whose_the_files_are(self) -> None:
        (one,) = found(other_unit, file(unit="Kota Lain"), hints=self.theirs)
        assert cells([one]) == [("F423", "a.xlsx", "B1")]
        assert (one.value, one.params) == ("Kota Lain", {"theirs": "Kota Uji"})

    def test_is_none_by_any_spelling_that_the_profile_knows(self) -> None:
        for name in ("KOTA  UJI", "Pemkot Uji"):
            assert found(other_unit, file(unit=name), hints=self.theirs) == []

    def test_the_profile_of_another_region_lends_no_spellings(self) -> None:
        hints = Hints(theirs="Kota Lain")
        assert cells(found(other_unit, file(unit="Pemkot Uji"), hints=hints)) == [
            ("F423", "a.xlsx", "B1")
        ]

    def test_without_a_profile_the_name_itself_counts(self) -> None:
        assert found(other_unit, file(unit="kota uji"), hints=self.theirs, profile=None) == []

    def test_files_that_name_no_unit_are_nobody_elses(self) -> None:
        assert found(other_unit, file(), hints=self.theirs) == []

    def test_nothing_is_said_where_nobody_says_whose_they_are(self) -> None:
        assert found(other_unit, file(unit="Kota Lain")) == []


class TestOtherYear:
    def test_is_named_where_a_year_is_asked_for(self) -> None:
        files = (file(year="2021"), file("b.xlsx", year="2022"), file("c.xlsx"))
        (one,) = found(other_year, *files, hints=Hints(year=2022))
        assert cells([one]) == [("F424", "a.xlsx", "B2")]
        assert one.params == {"wanted": 2022}

    def test_a_year_that_cannot_be_read_is_a_fault_of_its_own(self) -> None:
        assert found(other_year, file(year="'22"), hints=Hints(year=2022)) == []

    def test_without_a_year_asked_for_any_will_do(self) -> None:
        assert found(other_year, file(year="2021")) == []


class TestLoneYear:
    others = tuple(file(f"{n}.xlsx", year="2022") for n in range(3))

    def test_is_named_beside_three_files_that_agree(self) -> None:
        (one,) = found(lone_year, *self.others, file(year="2021"))
        assert cells([one]) == [("F432", "a.xlsx", "B2")]
        assert one.params == {"count": 3, "year": "2022"}

    def test_two_others_are_too_few_to_say_so(self) -> None:
        assert found(lone_year, *self.others[:2], file(year="2021")) == []

    def test_two_files_of_a_year_are_not_alone(self) -> None:
        assert found(lone_year, *self.others, file(year="2021"), file("b", year="2021")) == []

    def test_files_of_other_units_do_not_count(self) -> None:
        assert found(lone_year, *self.others, file(unit="Kota Lain", year="2021")) == []

    def test_superseded_files_do_not_count(self) -> None:
        old = file(year="2021", superseded_by="0.xlsx")
        assert found(lone_year, *self.others, old) == []

    def test_where_a_year_is_asked_for_the_other_rule_speaks(self) -> None:
        hints = Hints(year=2022)
        assert found(lone_year, *self.others, file(year="2021"), hints=hints) == []


class TestLoneUnit:
    others = tuple(file(f"{n}.xlsx", unit="Kota Uji") for n in range(3))

    def test_is_named_where_it_is_much_like_that_of_three_others(self) -> None:
        (one,) = found(lone_unit, *self.others, file(unit="Kota Ujii"))
        assert cells([one]) == [("F440", "a.xlsx", "B1")]
        assert one.params == {"unit": "Kota Uji", "count": 3}

    def test_another_name_is_another_unit(self) -> None:
        assert found(lone_unit, *self.others, file(unit="Kabupaten Uji")) == []

    def test_two_files_of_a_name_or_two_others_are_no_slip(self) -> None:
        twice = (file(unit="Kota Ujii"), file("b.xlsx", unit="Kota Ujii"))
        assert found(lone_unit, *self.others, *twice) == []
        assert found(lone_unit, *self.others[:2], file(unit="Kota Ujii")) == []

    def test_where_it_is_said_whose_the_files_are_the_other_rule_speaks(self) -> None:
        hints = Hints(theirs="Kota Uji")
        assert found(lone_unit, *self.others, file(unit="Kota Ujii"), hints=hints) == []


class TestUnknownAgency:
    def test_is_named_with_the_nearest(self) -> None:
        (one,) = found(unknown_agency, file(opd="Dinas Kesehtan"))
        assert cells([one]) == [("F425", "a.xlsx", "B3")]
        assert one.params == {"nearest": ("Dinas Kesehatan",)}

    def test_any_spelling_that_the_profile_lists_is_known(self) -> None:
        for name in ("dinkes", "DINKES", "dinas  kesehatan", "Dinas Kesehatan Kota"):
            assert found(unknown_agency, file(opd=name)) == []

    def test_without_a_list_of_agencies_every_name_will_do(self) -> None:
        for profile in (None, Profile(unit="Kota Uji")):
            assert found(unknown_agency, file(opd="Dinas Anu"), profile=profile) == []

    def test_the_agencies_of_another_region_are_not_the_profiles(self) -> None:
        other = Profile(unit="Kota Lain", opd=PROFILE.opd)
        assert found(unknown_agency, file(opd="Dinas Anu"), profile=other) == []


class TestOtherAgencyAskedFor:
    hints = Hints(opd="Dinkes")

    def test_is_named(self) -> None:
        (one,) = found(other_agency_asked_for, file(opd="Dinas Sosial"), hints=self.hints)
        assert cells([one]) == [("F426", "a.xlsx", "B3")]
        assert one.params == {"wanted": "Dinkes"}

    def test_two_spellings_of_one_agency_are_the_same(self) -> None:
        assert found(other_agency_asked_for, file(opd="dinas kesehatan"), hints=self.hints) == []

    def test_an_agency_that_is_known_is_another_than_one_that_is_not(self) -> None:
        asked = Hints(opd="Dinas Sosial")
        (one,) = found(other_agency_asked_for, file(opd="Dinkes"), hints=asked)
        assert (one.code, one.value) == ("F426", "Dinkes")
        assert one.params == {"wanted": "Dinas Sosial"}

    def test_without_a_profile_only_the_same_name_is_the_same(self) -> None:
        files = (file(opd="DINKES"), file("b.xlsx", opd="Dinas Kesehatan"))
        assert cells(found(other_agency_asked_for, *files, hints=self.hints, profile=None)) == [
            ("F426", "b.xlsx", "B3")
        ]

    def test_nothing_is_said_where_none_is_asked_for_or_named(self) -> None:
        assert found(other_agency_asked_for, file(opd="Dinas Sosial")) == []
        assert found(other_agency_asked_for, file(), hints=self.hints) == []


def test_what_a_file_says_is_shown_as_it_stands_there() -> None:
    three = tuple(file(f"{n}.xlsx", unit="Kota Uji", year="2022") for n in range(3))
    said = file(unit="Kota Ujii", year="2021", opd="Dinas Anu")
    year = file(unit="Kota Uji", year="2021")
    of_unit, of_year = Hints(theirs="Kota Uji"), Hints(year=2022)
    shown = [
        (found(other_unit, said, hints=of_unit), "Kota Ujii"),
        (found(lone_unit, *three, said), "Kota Ujii"),
        (found(other_year, said, hints=of_year), "2021"),
        (found(lone_year, *three, year), "2021"),
        (found(unknown_agency, said), "Dinas Anu"),
    ]
    assert [[one.value for one in findings] for findings, _ in shown] == [
        [text] for _, text in shown
    ]


def test_what_one_file_does_not_say_ends_no_search() -> None:
    silent = file("diam.xlsx")
    known = file("kenal.xlsx", unit="Kota Uji", year="2022", opd="Dinkes")
    said = file(unit="Kota Lain", year="2021", opd="Dinas Anu")
    files = (silent, known, said)
    assert len(found(other_unit, *files, hints=Hints(theirs="Kota Uji"))) == 1
    assert len(found(other_year, *files, hints=Hints(year=2022))) == 1
    assert len(found(unknown_agency, *files)) == 1
    assert len(found(other_agency_asked_for, *files, hints=Hints(opd="Dinkes"))) == 1


class TestLoneYearOfSeveralUnits:
    def test_a_unit_of_few_files_ends_no_search(self) -> None:
        few = (file("x.xlsx", unit="Kota Lain", year="2020"),)
        own = tuple(file(f"{n}.xlsx", unit="Kota Uji", year="2022") for n in range(3))
        (one,) = found(lone_year, *few, *own, file(unit="Pemkot Uji", year="2021"))
        assert (one.code, one.file) == ("F432", "a.xlsx")

    def test_files_of_one_name_are_one_units_without_a_profile_too(self) -> None:
        own = tuple(file(f"{n}.xlsx", unit="Kota Anu", year="2022") for n in range(3))
        files = (*own, file(unit="KOTA anu", year="2021"))
        assert len(found(lone_year, *files, profile=None)) == 1

    def test_files_that_name_no_unit_stand_by_themselves(self) -> None:
        own = tuple(file(f"{n}.xlsx", year="2022") for n in range(3))
        assert found(lone_year, *own, file(unit="Kota Uji", year="2021")) == []


def test_the_files_may_say_any_name_of_the_unit_that_is_asked_for() -> None:
    for name in ("Kota Uji", "Pemkot Uji"):
        assert found(other_unit, file(unit=name), hints=Hints(theirs="Pemkot Uji")) == []


def test_a_name_that_is_hardly_alike_is_no_slip_of_the_others() -> None:
    others = tuple(file(f"{n}.xlsx", unit="Kota Uji") for n in range(3))
    assert found(lone_unit, *others, file(unit="Kota Usai")) == []
