"""Findings about surveys: answers of respondents, and the rows that hold them (S821 to S836)."""

from __future__ import annotations

from kediri_index.model.findings import FindingText, Severity
from kediri_index.model.language import Wording

FINDINGS: tuple[FindingText, ...] = (
    FindingText(
        "S821",
        Severity.ERROR,
        "jawaban responden di luar skala",
        "respondent's answer outside the scale",
        "jawaban {value} di luar skala {low} sampai {high}, pada {count} sel: {cells}",
        "the answer {value} is outside the scale {low} to {high}, in {count} cell(s): {cells}",
        "cocokkan sel itu dengan kuesionernya; kosongkan bila responden tidak menjawab",
        "compare these cells with the questionnaires; leave them empty if there was no answer",
    ),
    FindingText(
        "S822",
        Severity.ERROR,
        "kata yang tidak ada dalam skala",
        "word that the scale does not have",
        "jawaban «{value}» tidak ada dalam skala survei ({known}), pada {count} sel: {cells}",
        "the survey's scale ({known}) does not have the answer «{value}», in {count} cell(s): "
        "{cells}",
        "tulis jawaban seperti dalam skala, atau tambahkan katanya pada `answers` di definisi",
        "write an answer of the scale, or add the word to `answers` in the definition",
        related=("S821",),
        for_agency=Wording("tulis jawaban seperti dalam skala", "write an answer of the scale"),
    ),
    FindingText(
        "S823",
        Severity.WARNING,
        "responden tidak menjawab semua pertanyaan",
        "respondents left questions empty",
        "{respondents} responden mengosongkan {count} jawaban ({cells}); untuk indikator itu "
        "mereka tidak dihitung",
        "{respondents} respondent(s) left {count} answer(s) empty ({cells}); they do not count for "
        "these indicators",
        "isi jawaban yang ada di kuesioner; biarkan kosong bila memang tidak dijawab",
        "fill in what the questionnaires hold; leave empty what was not answered",
    ),
    FindingText(
        "S824",
        Severity.WARNING,
        "responden menjawab sama semua",
        "respondents gave one answer to everything",
        "{count} responden memberi jawaban yang sama untuk semua ({questions}) pertanyaan: "
        "baris {rows}",
        "{count} respondent(s) gave the same answer to all of {questions} questions: row(s) {rows}",
        "periksa apakah kuesioner itu diisi sungguh-sungguh oleh responden",
        "check whether respondents really filled in these questionnaires",
    ),
    FindingText(
        "S825",
        Severity.WARNING,
        "responden tercatat dua kali",
        "respondents recorded twice",
        "{count} baris sama persis dengan yang sudah ada di {other}, jadi dihitung sekali: "
        "baris {rows}",
        "{count} row(s) repeat what {other} already has, so they count once: row(s) {rows}",
        "hapus baris yang berulang",
        "delete the repeated rows",
        related=("S826",),
    ),
    FindingText(
        "S826",
        Severity.ERROR,
        "satu responden dengan beberapa baris",
        "one respondent with several rows",
        "{count} baris memakai nomor responden yang sudah dipakai: baris {rows}; yang pertama "
        "sudah ada di baris {other}",
        "{count} row(s) repeat a respondent's number: row(s) {rows}; the first one is already in "
        "row {other}",
        "hapus baris yang tidak berlaku, atau perbaiki nomor respondennya",
        "delete the rows that do not count, or correct the respondent's number",
    ),
    FindingText(
        "S827",
        Severity.ERROR,
        "responden terlalu sedikit",
        "too few respondents",
        "hanya {count} responden dihitung, sedangkan definisi meminta sedikitnya {least}: "
        "{indicators}",
        "only {count} respondent(s) count, but the definition asks for at least {least}: "
        "{indicators}",
        "lengkapi survei sampai jumlah itu",
        "complete the survey up to this number",
    ),
    FindingText(
        "S828",
        Severity.WARNING,
        "responden di luar kelompok yang disurvei",
        "respondents outside the groups surveyed",
        "{count} responden bukan dari kelompok yang disurvei ({groups}), jadi tidak dihitung: "
        "baris {rows} ({said})",
        "{count} respondent(s) are not of the groups surveyed ({groups}), so they do not count: "
        "row(s) {rows} ({said})",
        "perbaiki kelompoknya bila salah ketik; ganti respondennya bila memang salah orang",
        "correct the group if it is misspelt; replace the respondents if they are the wrong ones",
    ),
    FindingText(
        "S829",
        Severity.WARNING,
        "judul kolom hampir sama dengan pertanyaan survei",
        "header close to a question of the survey",
        "kolom «{value}» tidak dibaca; pertanyaan {question} berbunyi «{text}»",
        "the column «{value}» is not read; the question {question} reads «{text}»",
        "tulis pertanyaannya persis seperti dalam definisi, atau tambahkan baris kode",
        "write the question exactly as in the definition, or add a line of codes",
        related=("S834",),
        for_agency=Wording(
            "tulis pertanyaannya persis seperti itu, atau tambahkan baris kode",
            "write the question exactly like that, or add a line of codes",
        ),
    ),
    FindingText(
        "S830",
        Severity.ERROR,
        "satu pertanyaan di dua kolom",
        "one question in two columns",
        "kolom «{value}» adalah pertanyaan {question}, yang sudah ada di {other}",
        "the column «{value}» is the question {question}, which {other} already has",
        "hapus kolom yang tidak berlaku, atau perbaiki judulnya",
        "delete the column that does not count, or correct its header",
    ),
    FindingText(
        "S831",
        Severity.ERROR,
        "judul kolom untuk beberapa pertanyaan",
        "header of several questions",
        "judul «{value}» dapat berarti beberapa pertanyaan: {codes}",
        "the header «{value}» may mean several questions: {codes}",
        "tambahkan baris kode pertanyaan di bawah judulnya",
        "add a line of question codes below the header",
    ),
    FindingText(
        "S832",
        Severity.NOTE,
        "baris rekap bukan responden",
        "rows that sum up respondents",
        "{count} baris merangkum responden, jadi tidak dihitung: baris {rows}",
        "{count} row(s) sum up the respondents, so they do not count: row(s) {rows}",
        "tidak perlu tindakan",
        "nothing to do",
    ),
    FindingText(
        "S833",
        Severity.ERROR,
        "nilai ketikan berbeda dari surveinya",
        "typed value differs from the survey",
        "{indicator} diisi {value}, sedangkan respondennya memberi {said} ({other})",
        "{indicator} says {value}, but its respondents give {said} ({other})",
        "kosongkan nilai itu, atau perbaiki jawaban respondennya",
        "leave the value empty, or correct the respondents' answers",
    ),
    FindingText(
        "S834",
        Severity.ERROR,
        "pertanyaan survei tidak ada di lembar",
        "question missing from the sheet",
        "lembar ini tidak memuat pertanyaan {question} («{text}»), jadi tidak ada nilai: "
        "{indicators}",
        "this sheet lacks the question {question} («{text}»), so there is no value: {indicators}",
        "tambahkan kolomnya",
        "add its column",
    ),
    FindingText(
        "S835",
        Severity.WARNING,
        "kelompok responden tidak diketahui",
        "respondents' group not known",
        "survei ini untuk kelompok {groups}, tetapi lembarnya tidak memuat kolom «{column}»; "
        "semua {count} responden dihitung",
        "the survey is for the groups {groups}, but the sheet has no column «{column}»; all "
        "respondents count ({count})",
        "tambahkan kolom itu dengan kelompok setiap responden, atau pastikan semuanya dari "
        "kelompok tersebut",
        "add this column with each respondent's group, or make sure that all are of these groups",
        related=("S828",),
    ),
    FindingText(
        "S836",
        Severity.WARNING,
        "responden mungkin tercatat dua kali",
        "respondents perhaps recorded twice",
        "{count} baris berturut-turut berisi jawaban yang sama dengan baris mulai {other}; "
        "semuanya dihitung: baris {rows}",
        "{count} rows in succession hold the same answers as the rows from {other} on; all of "
        "them count: row(s) {rows}",
        "bila respondennya sama, hapus baris itu di salah satu tempat; bila berbeda, biarkan",
        "if they are the same respondents, delete the rows in one place; if not, leave them",
        related=("S825",),
    ),
)
