"""An analyst's year, from her own list of indicators to the next one, in a few commands."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import openpyxl

from tests.cli.running import Cli, Ran

if TYPE_CHECKING:
    import pytest

PILLARS = {
    "Ekonomi": (
        30,
        ["Pertumbuhan ekonomi", "Pengangguran terbuka", "Investasi", "UMKM naik kelas"],
    ),
    "Sumber daya manusia": (30, ["Lama sekolah", "Stunting", "Harapan hidup", "Minat baca"]),
    "Lingkungan": (20, ["Ruang terbuka hijau", "Sampah terkelola", "Kualitas air"]),
    "Tata kelola": (20, ["Kepuasan layanan", "Waktu layanan", "Aduan selesai"]),
}
LOW = {"Pengangguran terbuka", "Stunting", "Waktu layanan"}
AGENCIES = (
    *("Bappeda", "Dinas Tenaga Kerja", "DPMPTSP", "Dinas Koperasi", "Dinas Pendidikan"),
    *("Dinas Kesehatan", "RSUD Kota Contoh", "Dinas Perpustakaan", "Dinas Lingkungan Hidup"),
    *("PDAM Kota Contoh", "Bagian Organisasi", "Diskominfo"),
)
OWNERS = (*range(9), 8, 9, 10, 10, 11)
"""Of each indicator the place of its agency: twelve share fourteen."""
MOST_COMMANDS = 15


def write_list(path: Path) -> None:
    """Write the list as she keeps it: titles, merged pillars, weights in percent, no codes."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Indeks Kota Sejahtera"])
    sheet.append(["Sumber: Peraturan Wali Kota Nomor 12 Tahun 2025"])
    sheet.append([])
    heads = (
        "Pilar",
        "Bobot Pilar",
        "Indikator",
        "Bobot",
        "Satuan",
        "Target",
        "Arah",
        "OPD pengampu",
    )
    sheet.append(["No", *heads])
    number = 0
    for pillar, (weight, names) in PILLARS.items():
        first = sheet.max_row + 1
        for name in names:
            low = "semakin rendah semakin baik" if name in LOW else "semakin tinggi semakin baik"
            own = f"{100 / len(names):.4g}%".replace(".", ",")
            owner = AGENCIES[OWNERS[number]]
            number += 1
            sheet.append([number, pillar, f"{weight}%", name, own, "poin", 80, low, owner])
        for column in "BC":
            sheet.merge_cells(f"{column}{first}:{column}{sheet.max_row}")
    book.save(path)


def fill(form: Path, to: Path, *, value: object = 72.5, revision: int = 1) -> None:
    """Fill a form as an agency does."""
    book = openpyxl.load_workbook(form)
    answers: Any = book["Penilaian"]
    heads = {cell.value: cell.column for cell in answers[4]}
    for row in range(5, answers.max_row + 1):
        if answers.cell(row, heads["Kode"]).value:
            answers.cell(row, heads["Realisasi"]).value = value
    identity: Any = book["Identitas"]
    for cell in identity["A"]:
        if cell.value == "Revisi":
            identity.cell(cell.row, 2).value = revision
    book.save(to)


def own_layout(form: Path, to: Path) -> None:
    """Send what the form asks for in a table of the agency's own."""
    book = openpyxl.load_workbook(form)
    answers: Any = book["Penilaian"]
    heads = {cell.value: cell.column for cell in answers[4]}
    own = openpyxl.Workbook()
    sheet = own.worksheets[0]
    sheet.append(["OPD", "Diskominfo"])
    sheet.append([])
    sheet.append(["Kode", "Uraian", "Target", "Hasil Akhir"])
    for row in range(5, answers.max_row + 1):
        if code := answers.cell(row, heads["Kode"]).value:
            sheet.append([code, answers.cell(row, heads["Indikator"]).value, 80, 61])
    own.save(to)


def export(form: Path, to: Path) -> None:
    """Send the answers as an online sheet exports them: values alone, no hidden sheet."""
    fill(form, to)
    book = openpyxl.load_workbook(to)
    plain = openpyxl.Workbook()
    plain.remove(plain.worksheets[0])
    for sheet in book.worksheets:
        if sheet.sheet_state != "visible":
            continue
        copy = plain.create_sheet(sheet.title)
        for row in sheet.iter_rows():
            for cell in row:
                is_formula = isinstance(cell.value, str) and cell.value.startswith("=")
                copy.cell(cell.row, cell.column).value = "" if is_formula else cell.value
    plain.save(to)


def test_a_year_from_a_list_to_the_next_takes_few_commands_and_no_yaml(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed: list[str] = []

    def ours(*words: str) -> Ran:
        typed.append(" ".join(words))
        return cli(*words)

    monkeypatch.chdir(tmp_path)
    write_list(Path("daftar.xlsx"))
    begun = ours("init", "kota", "--from", "daftar.xlsx", "--unit", "Kota Contoh", "--year", "2026")
    assert begun.code == 0, begun
    monkeypatch.chdir("kota")
    forms, received = Path("isian"), Path("masuk")
    assert {form.stem for form in forms.iterdir()} == {*AGENCIES}

    for agency in AGENCIES:
        fill(forms / f"{agency}.xlsx", received / f"{agency}.xlsx")
    fill(forms / "Bappeda.xlsx", received / "Bappeda.xlsx", value="5,6 %")
    fill(forms / "DPMPTSP.xlsx", received / "DPMPTSP.xlsx", value="62,25")
    (received / "Dinas Tenaga Kerja.xlsx").write_bytes(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
    )
    export(forms / "Dinas Kesehatan.xlsx", received / "Dinas Kesehatan.xlsx")
    again = received / "Dinas Pendidikan (2).xlsx"
    fill(forms / "Dinas Pendidikan.xlsx", again, value=75, revision=2)
    own_layout(forms / "Diskominfo.xlsx", received / "Diskominfo.xlsx")

    board = json.loads(ours("status", "masuk", "--messages", "surat", "--format", "json").out)
    states = {one["name"]: one["state"] for one in board["result"]["opd"]}
    not_complete = {name for name, state in states.items() if state != "complete"}
    assert not_complete == {"Bappeda", "Dinas Tenaga Kerja", "Diskominfo"}
    checked = ours("check", "masuk", "--mark", "hasil")
    assert checked.code == 1
    for said in ("5,6 % adalah persen", "Dinas Tenaga Kerja.xlsx", "F403"):
        assert said in checked.out, checked.out

    # two agencies send again; the third one's own table takes one line of the profile
    for agency in ("Bappeda", "Dinas Tenaga Kerja"):
        fill(forms / f"{agency}.xlsx", received / f"{agency}.xlsx", revision=2)
    profile = Path("config/profile.yaml")
    line = "columns: {Realisasi: [Hasil Akhir]}\n"
    profile.write_text(profile.read_text(encoding="utf-8") + line, encoding="utf-8")

    complete = ours("check", "masuk", "--complete")
    assert complete.code == 0, complete.out
    scored = json.loads(ours("score", "masuk", "--format", "json").out)
    unit = scored["result"]["units"][0]
    assert (len(unit["indicators"]), unit["omissions"]) == (len(OWNERS), [])
    assert ours("report", "masuk", "--output", "laporan.html").code == 0
    assert ours("report", "masuk", "--minutes", "berita-acara.docx").code == 0
    assert ours("bundle", "masuk", "--output", "arsip.zip").code == 0
    assert ours("verify", "arsip.zip").code == 0
    carried = ours("init", "../kota-2027", "--next-year", ".")
    assert carried.code == 0, carried
    assert unit["overall"]["published"].replace(".", ",") in carried.out

    monkeypatch.chdir("../kota-2027")
    for form in Path("isian").iterdir():
        if form.stem != "Diskominfo":
            fill(form, Path("masuk") / form.name, value=78)
    shutil.copy(Path("../kota/masuk/Diskominfo.xlsx"), "masuk")
    compared = ours("compare", "masuk", "--lang", "en")
    assert compared.code == 0, compared
    assert "2026 → 2027" in compared.out
    assert len(typed) <= MOST_COMMANDS
