"""Messages to agencies, as they would be sent."""

from __future__ import annotations

import re
from datetime import date

import pytest

from kediri_index.messages.catalogue import CATALOGUE
from kediri_index.messages.findings import archive, lists, next_year
from kediri_index.model.language import Language
from kediri_index.model.profile import Board, Combine, Opd, Profile, Sender, Sharing, Signatory
from kediri_index.present.commands.status import StatusPresentation
from kediri_index.present.letters import head_of, letters
from kediri_index.sheets.forms.form import form_rows
from tests.findings.building import ONE_GROUP, TOP, csv_table, definition, workbook
from tests.usecases.test_status import DUE, FOUR, HEALTH, PROFILE, board_of, sheet

SPEAKS_TO_THE_ANALYST = re.compile(
    r"kediri-index|profil|assign|--|\{option\}|berkas aslinya|minta "
)


def letter(board: Board, opd: str, language: Language = Language.ID, text: str = FOUR) -> str:
    return letters(StatusPresentation(language, board, definition(text), "masuk"))[opd].text()


def test_a_message_of_a_faulty_sheet_names_its_cells() -> None:
    board = board_of(
        sheet("Dinkes", ("A-1", "tiga", None), ("A-2", None, None), path="masuk/a.xlsx", revision=1)
    )
    assert (
        letter(board, "dinkes")
        == """\
Hal: Uji, Dinas Kesehatan: isian perlu diperbaiki

Yth. Kepala Dinas Kesehatan

Dengan hormat,

Terima kasih, isian Dinas Kesehatan untuk Uji sudah kami terima. Masih ada yang perlu \
diperbaiki sebelum dapat dihitung. Batas waktunya 13 September 2022.

Berkas yang kami terima: a.xlsx (revisi 1).

Yang perlu diperbaiki:
1. a.xlsx, lembar Penilaian, sel B2
   Bukan angka: «tiga»; sel ini harus berisi angka.
   Yang perlu dilakukan: tulis dengan angka: 3.

Yang belum diisi (1 dari 2):
1. A-2 Dua
   a.xlsx, lembar Penilaian, sel B3

Mohon perbaiki pada berkas yang sama, naikkan angka Revisi pada lembar Identitas, lalu kirim ulang.

Atas perhatian dan kerja sama Saudara, kami ucapkan terima kasih.

Kota Uji
"""
    )


def test_a_message_of_a_missing_sheet_says_how_late_it_is_and_what_to_fill_in() -> None:
    board = board_of(today=date(2022, 9, 17))
    assert (
        letter(board, "dinkes", Language.EN)
        == """\
Subject: Test, Dinas Kesehatan: sheet not received

To Kepala Dinas Kesehatan

Dear Sir or Madam,

We have not received the sheet of Dinas Kesehatan for Test yet. It was due on 13 September 2022, \
4 days ago.

To be filled in (2):
1. A-1 Satu
2. A-2 Dua

Please fill it in and send it. If it was sent already, please let us know.

Thank you for your attention and cooperation.

Kota Uji
"""
    )


SENDER = Sender(
    "Dinas Komunikasi dan Informatika",
    "Ujian",
    "000.7/…/Diskominfo/2022",
    (
        Signatory("Dewi Lestari", "Kepala Dinas Komunikasi dan Informatika", "NIP 1970 1 001"),
        Signatory("Budi", "Ketua Tim"),
    ),
)


def test_a_letter_has_office_day_number_and_who_signs_it() -> None:
    shown = StatusPresentation(Language.ID, board_of(), definition(FOUR), "masuk")
    said = letters(shown, Profile(letters=SENDER), date(2022, 9, 20))["dinkes"].text()
    assert said.startswith(
        """\
KOTA UJI
DINAS KOMUNIKASI DAN INFORMATIKA

Ujian, 20 September 2022
Nomor: 000.7/…/Diskominfo/2022
Lampiran: -
Hal: Uji, Dinas Kesehatan: isian belum diterima

Yth. Kepala Dinas Kesehatan
di Ujian

Dengan hormat,
"""
    )
    position, *room, name, number = said.rstrip("\n").split("\n\n")[-1].split("\n")
    assert position == "Kepala Dinas Komunikasi dan Informatika,"
    assert not "".join(room).strip()
    assert (name, number) == ("Dewi Lestari", "NIP 1970 1 001")
    assert "Budi" not in said


def test_what_a_sender_leaves_open_is_left_to_be_filled_in() -> None:
    shown = StatusPresentation(Language.ID, board_of(), definition(FOUR), "masuk")
    said = letters(shown, Profile(letters=Sender()))["dinkes"].text()
    assert "……………, ……………\nNomor: ……………\nLampiran: -\n" in said
    assert said.endswith("\n\nKota Uji\n")


def test_a_letterhead_says_whose_letter_it_is() -> None:
    shown = StatusPresentation(Language.ID, board_of(), definition(FOUR), "masuk")
    said = letters(shown, Profile(letters=SENDER._replace(letterhead="kop.docx")))["dinkes"].text()
    assert "DINAS KOMUNIKASI" not in said


@pytest.mark.parametrize(
    ("sharing", "said"),
    [
        (Sharing(), "isian semua OPD harus sama"),
        (Sharing(combine=Combine.MEAN), "yang dihitung rata-rata isian semua OPD"),
        (Sharing(combine=Combine.SUM), "isi bagian OPD Anda saja, semuanya dijumlahkan"),
        (Sharing(lead="dinkes"), "yang dihitung isian OPD Anda"),
        (Sharing(lead="disdik"), "yang dihitung isian Dinas Pendidikan"),
    ],
)
def test_a_letter_says_with_whom_an_indicator_is_shared(sharing: Sharing, said: str) -> None:
    profile = PROFILE._replace(
        assign={**PROFILE.assign, "disdik": ("A-1",)}, shared={"A-1": sharing}
    )
    shown = StatusPresentation(Language.ID, board_of(profile=profile), definition(FOUR), "masuk")
    lines = letters(shown, profile)["dinkes"].text().splitlines()
    at = lines.index("1. A-1 Satu")
    assert lines[at + 1] == f"   diampu bersama Dinas Pendidikan; {said}"
    assert lines[at + 2] == "2. A-2 Dua"
    form = form_rows(definition(FOUR), profile, profile.opd[0], Language.ID)
    assert [row.shared for row in form] == [lines[at + 1].strip(), ""]


@pytest.mark.parametrize(
    ("name", "head"),
    [
        ("Dinas Kesehatan", "Kepala Dinas Kesehatan"),
        ("BKPSDM", "Kepala BKPSDM"),
        ("Sekretariat Daerah", "Sekretaris Daerah"),
        ("Sekretariat DPRD", "Sekretaris DPRD"),
        ("Inspektorat", "Inspektur"),
        ("Inspektorat Daerah", "Inspektur Daerah"),
        ("Kecamatan Pesantren", "Camat Pesantren"),
        ("Kelurahan Bujel", "Lurah Bujel"),
        ("RSUD Gambiran", "Direktur RSUD Gambiran"),
        ("Rumah Sakit Umum Daerah", "Direktur Rumah Sakit Umum Daerah"),
        ("Inspektoratama", "Kepala Inspektoratama"),
    ],
)
def test_the_head_of_an_agency_is_addressed_by_the_office(name: str, head: str) -> None:
    assert head_of(Opd("x", name)) == head
    assert head_of(Opd("x", name, head="Plt. Pimpinan")) == "Plt. Pimpinan"


def test_a_message_asks_about_the_file_that_may_be_the_agencys() -> None:
    said = letter(board_of(csv_table("", "masuk/Dinas Kesehatan.csv")), "dinkes")
    assert "- Dinas Kesehatan.csv: berkas ini tidak terbaca, karena " in said
    assert "Bila memang dari Dinas Kesehatan, mohon perbaiki lalu kirim ulang." in said


def test_what_such_a_file_answers_is_not_asked_for_again() -> None:
    said = letter(board_of(sheet("Dinas Kesehatn", ("A-1", 3, None)), HEALTH), "disdik")
    assert "A-3" in said
    said = letter(board_of(sheet("Dinas Kesehatn", ("A-1", 3, None))), "dinkes")
    assert "OPD «Dinas Kesehatn», nama yang tidak kami kenal" in said
    assert "Yang perlu diisi (1):\n1. A-2 Dua\n" in said


def test_who_is_complete_gets_no_message() -> None:
    assert set(
        letters(StatusPresentation(Language.ID, board_of(HEALTH), definition(FOUR), ""))
    ) == {
        "disdik",
        "dishub",
    }


def test_a_message_lists_at_most_twenty_five_findings_and_says_how_many_are_left() -> None:
    ids = [f"A-{number}" for number in range(1, 41)]
    text = f"{TOP}year: 2022\n{ONE_GROUP}indicators:\n" + "".join(
        f"  - {{id: {one}, in: a, name: Soal {one}}}\n" for one in ids
    )
    profile = Profile("Kota Uji", opd=(Opd("x", "Dinas X"),), assign={"x": ("*",)}, due=DUE)
    wrong = sheet("x", *[(one, f"{one} bagus", None) for one in ids[:30]])
    said = letter(board_of(wrong, text=text, profile=profile), "x", text=text)
    assert re.findall(r"^\d+\. isian\.xlsx, lembar Penilaian, sel B(\d+)$", said, re.MULTILINE) == [
        str(row) for row in range(2, 27)
    ]
    assert "25. isian.xlsx" in said
    assert "\ndan 5 lagi.\n" in said
    said = letter(board_of(text=text, profile=profile), "x", text=text)
    assert "\n25. A-25 Soal A-25\ndan 15 lagi.\n" in said


@pytest.mark.parametrize(
    ("language", "moved", "in_the_same_file"),
    [
        (Language.ID, "lalu pindahkan isian ke sana", "pada berkas yang sama"),
        (Language.EN, "move the answers there", "in the same file"),
    ],
)
def test_who_is_to_take_another_template_is_not_asked_to_correct_the_same_file(
    language: Language, moved: str, in_the_same_file: str
) -> None:
    old = [
        ("Wilayah", "Kota Uji"),
        ("Tahun", 2022),
        ("OPD", "Dinkes"),
        ("Definisi", "uji"),
        ("Versi definisi", "0"),
    ]
    rows = [("Kode", "Nilai asesor"), ("A-1", 3), ("A-2", 2)]
    other = workbook({"Identitas": old, "Penilaian": rows}, path="isian.xlsx")
    said = letter(board_of(other), "dinkes", language=language)
    assert moved in said
    assert in_the_same_file not in said
    asked = {
        Language.ID: "Mohon kerjakan semuanya pada berkas baru itu",
        Language.EN: "Please do all of it in the new file",
    }
    assert asked[language] in said


def test_doubts_come_after_faults_and_are_no_reason_for_a_message() -> None:
    twice = [("A-1", 3, None), ("A-1", 3, None), ("A-2", 9, None)]
    said = letter(board_of(sheet("Dinkes", *twice)), "dinkes")
    assert said.index("Yang perlu diperbaiki:") < said.index("Mohon diperiksa juga:")
    complete = board_of(sheet("Dinkes", *twice[:2], ("A-2", 3, None)))
    assert "dinkes" not in letters(StatusPresentation(Language.ID, complete, definition(FOUR), ""))


def test_a_sentence_that_asks_has_no_full_stop_behind_it() -> None:
    said = letter(board_of(sheet("Dinkes", ("A-1", 32, None), ("A-2", 3, None))), "dinkes")
    assert "harus 0–4; mungkin 3,2?\n" in said
    assert "atau kosongkan bila tidak dinilai.\n" in said


def test_nothing_in_a_message_can_command_a_terminal() -> None:
    evil = Profile("Kota\x1b[31m", opd=(Opd("x", "Dinas\u202eX"),), assign={"x": ("A-1",)})
    said = letter(board_of(profile=evil), "x")
    assert "\x1b" not in said
    assert "\u202e" not in said


@pytest.mark.parametrize(
    "code",
    [
        entry.code
        for entry in CATALOGUE.values()
        if entry.code[0] in "FCX"  # others are of no sheet that is sent in
        and entry not in (*archive.FINDINGS, *lists.FINDINGS, *next_year.FINDINGS)
    ],
)
def test_no_repair_in_a_message_speaks_to_whoever_runs_the_index(code: str) -> None:
    own = CATALOGUE[code].for_agency
    repair = own.indonesian if own else CATALOGUE[code].repair_id
    assert not SPEAKS_TO_THE_ANALYST.search(repair.replace("minta templat", ""))


@pytest.mark.parametrize(
    ("language", "count", "sentence"),
    [
        (Language.ID, 1, "1 isian dinyatakan tidak berlaku (A-2); pastikan memang demikian."),
        (Language.EN, 1, "1 value is n/a (A-2); please make sure that it does not apply."),
        (Language.ID, 2, "2 isian dinyatakan tidak berlaku (A-1, A-2); pastikan memang demikian."),
        (Language.EN, 2, "2 values are n/a (A-1, A-2); please make sure that they do not apply."),
    ],
)
def test_a_message_says_how_many_values_do_not_apply(
    language: Language, count: int, sentence: str
) -> None:
    rows = [("A-1", "n/a" if count > 1 else "tiga", None), ("A-2", "n/a", None)]
    said = letter(board_of(sheet("Dinkes", *rows, ("A-9", 3, None))), "dinkes", language)
    assert f"\n\n{sentence}\n\n" in said
    without = letter(board_of(sheet("Dinkes", ("A-1", "tiga", None))), "dinkes", language)
    assert "n/a" not in without
    assert "tidak berlaku" not in without
