"""``check --mark``: copies to send back, and nothing else touched."""

from __future__ import annotations

import json
import shutil
from hashlib import sha256
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT
from tests.cli.running import Cli
from tests.sheets.marking.copies import opened, saved_by_openpyxl

FAULTY = "Dinas Lingkungan Hidup.xlsx"
FINE = "Dinas Perhubungan.xlsx"


@pytest.fixture
def incoming(project: Path) -> Path:
    """A folder with a faulty workbook, a fine one, and a faulty text table."""
    folder = project / "masuk"
    folder.mkdir()
    shutil.copy(ROOT / "examples" / "kota-contoh-salah" / FAULTY, folder)
    shutil.copy(ROOT / "examples" / "kota-contoh" / FINE, folder)
    (folder / "lama.csv").write_text("Kode;Nilai mandiri\nA;sembilan\n", encoding="utf-8")
    return folder


def names(folder: Path) -> list[str]:
    return sorted(str(one.relative_to(folder)) for one in folder.rglob("*") if one.is_file())


def test_only_what_has_to_go_back_is_written_and_the_input_is_untouched(
    cli: Cli, incoming: Path
) -> None:
    before = {path: path.read_bytes() for path in incoming.iterdir()}
    without = cli("check", "masuk")
    ran = cli("check", "masuk", "--mark", "kirim/kembali")
    assert (ran.code, ran.out) == (without.code, without.out) == (1, ran.out)
    assert names(incoming.parent / "kirim" / "kembali") == [FAULTY]
    assert {path: path.read_bytes() for path in incoming.iterdir()} == before
    said = [line.strip() for line in ran.err.splitlines()]
    assert "1 salinan bertanda ditulis ke kirim/kembali" in said
    assert any(line.startswith("masuk/lama.csv: tidak dapat ditandai") for line in said)
    assert said[-1].startswith("Kirim salinannya ke OPD; yang kembali diperiksa dengan: ")
    sheet = opened((incoming.parent / "kirim" / "kembali" / FAULTY).read_bytes())["Penilaian"]
    assert "[kediri-index]" in sheet["G6"].comment.text


def test_the_copies_speak_the_language_of_the_output(cli: Cli, incoming: Path) -> None:
    ran = cli("check", "masuk", "--mark", "kembali", "--lang", "en")
    assert "1 marked copy written to kembali" in ran.err
    book = opened((incoming.parent / "kembali" / FAULTY).read_bytes())
    assert book.sheetnames[-1] == "What to correct"


def test_json_says_which_copies_were_written(cli: Cli, incoming: Path) -> None:
    ran = cli("check", "masuk", "--mark", "kembali", "--format", "json")
    target = incoming.parent / "kembali" / FAULTY
    assert json.loads(ran.out)["result"]["marked"] == [
        {
            "path": f"kembali/{FAULTY}",
            "sha256": sha256(target.read_bytes()).hexdigest(),
            "source": f"masuk/{FAULTY}",
        }
    ]
    assert "marked" not in json.loads(cli("check", "masuk", "--format", "json").out)["result"]


@pytest.mark.usefixtures("incoming")
def test_quiet_says_nothing(cli: Cli) -> None:
    assert cli("check", "masuk", "--mark", "kembali", "--quiet").err == ""


def test_where_nothing_is_faulty_nothing_is_written(cli: Cli, incoming: Path) -> None:
    ran = cli("check", f"masuk/{FINE}", "--mark", "kembali")
    assert "Tidak ada berkas yang perlu ditandai" in ran.err
    assert not (incoming.parent / "kembali").exists()


def test_an_accepted_finding_is_not_marked(cli: Cli, incoming: Path) -> None:
    entries = [
        f"- {{code: {code}, place: {{file: {FAULTY}}}, reason: r, who: w, until: 2099-12-31}}\n"
        for code in ("C101", "C105")
    ]
    (incoming.parent / "terima.yaml").write_text("".join(entries), encoding="utf-8")
    cli("check", f"masuk/{FAULTY}", "--mark", "kembali", "--waivers", "terima.yaml")
    sheet = opened((incoming.parent / "kembali" / FAULTY).read_bytes())["Penilaian"]
    assert sheet["G6"].comment is None
    assert sheet["H11"].comment is not None


def test_a_copy_that_is_there_stays_unless_forced(cli: Cli, incoming: Path) -> None:
    target = incoming.parent / "kembali" / FAULTY
    target.parent.mkdir()
    target.write_text("punya saya", encoding="utf-8")
    ran = cli("check", "masuk", "--mark", "kembali")
    assert (ran.code, ran.out) == (2, "")
    assert "kembali: 1 dari salinan yang akan ditulis sudah ada" in ran.err
    assert target.read_text(encoding="utf-8") == "punya saya"
    assert cli("check", "masuk", "--mark", "kembali", "--force").code == 1
    assert target.read_bytes().startswith(b"PK")


def test_a_copy_that_is_no_longer_needed_is_named_and_not_touched(cli: Cli, incoming: Path) -> None:
    old = incoming.parent / "kembali" / FINE
    old.parent.mkdir()
    old.write_text("lama", encoding="utf-8")
    ran = cli("check", "masuk", "--mark", "kembali")
    assert f"Salinan lama yang tidak diperlukan lagi, tidak disentuh: kembali/{FINE}" in ran.err
    assert old.read_text(encoding="utf-8") == "lama"


def test_what_came_back_repaired_gets_a_copy_without_marks(cli: Cli, incoming: Path) -> None:
    cli("check", f"masuk/{FAULTY}", "--mark", "kembali")
    book = opened((incoming.parent / "kembali" / FAULTY).read_bytes())
    book["Penilaian"].unmerge_cells("H8:H9")
    for address in ("G6", "H9", "H11"):
        book["Penilaian"][address] = 3
    (incoming / FAULTY).write_bytes(saved_by_openpyxl(book))
    ran = cli("check", f"masuk/{FAULTY}", "--mark", "bersih")
    assert (ran.code, "[kediri-index]" in ran.out) == (0, False)
    assert f"Sudah tanpa temuan; salinan tanpa tanda ditulis untuk masuk/{FAULTY}" in ran.err
    clean = opened((incoming.parent / "bersih" / FAULTY).read_bytes())
    assert "Daftar perbaikan" not in clean.sheetnames


def test_files_of_folders_keep_their_folders(cli: Cli, incoming: Path) -> None:
    for name in ("a", "b"):
        (incoming / name).mkdir()
        shutil.copy(incoming / FAULTY, incoming / name)
    cli("check", "masuk", "--mark", "kembali")
    assert names(incoming.parent / "kembali") == [FAULTY, f"a/{FAULTY}", f"b/{FAULTY}"]


def test_two_copies_of_one_name_are_refused_before_any_is_written(cli: Cli, incoming: Path) -> None:
    other = incoming.parent / "lain"
    other.mkdir()
    shutil.copy(incoming / FAULTY, other)
    ran = cli("check", f"masuk/{FAULTY}", f"lain/{FAULTY}", "--mark", "kembali")
    assert (ran.code, ran.out) == (2, "")
    assert f"masuk/{FAULTY}" in ran.err
    assert f"lain/{FAULTY}" in ran.err
    assert not (incoming.parent / "kembali").exists()


@pytest.mark.parametrize("folder", ["masuk", "masuk/kembali", "./masuk/../masuk/x/y"])
def test_copies_never_stand_among_the_files_that_are_read(
    folder: str, cli: Cli, incoming: Path
) -> None:
    ran = cli("check", "masuk", "--mark", folder)
    assert (ran.code, ran.out) == (2, "")
    assert "ada di dalam masuk" in ran.err
    assert len(names(incoming)) == 3


def test_a_copy_is_never_an_input_nor_another_output(cli: Cli, incoming: Path) -> None:
    before = (incoming / FAULTY).read_bytes()
    ran = cli("check", f"masuk/{FAULTY}", "--mark", "masuk", "--force")
    assert (ran.code, "masukan tidak pernah diubah" in ran.err) == (2, True)
    assert (incoming / FAULTY).read_bytes() == before
    (incoming.parent / "kembali").mkdir()
    (incoming.parent / "kembali" / FAULTY).symlink_to(incoming / FAULTY)
    assert cli("check", f"masuk/{FAULTY}", "--mark", "kembali", "--force").code == 2
    assert (incoming / FAULTY).read_bytes() == before
    same = f"lagi/{FAULTY}"
    (incoming.parent / "lagi").mkdir()
    ran = cli("check", f"masuk/{FAULTY}", "--mark", "lagi", "--output", same)
    assert (ran.code, "dua keluaran" in ran.err) == (2, True)


@pytest.mark.parametrize("folder", ["", "--quiet"])
def test_a_folder_without_a_name_is_wrong_usage(folder: str, cli: Cli, incoming: Path) -> None:
    del incoming
    assert cli("check", "masuk", f"--mark={folder}").code == 2


def test_standard_input_has_no_name_for_a_copy(cli: Cli, incoming: Path) -> None:
    data = (incoming / FAULTY).read_bytes()
    ran = cli("check", "-", "--mark", "kembali", stdin=data)
    assert (ran.code, ran.out) == (2, "")
    assert "--mark" in ran.err


def test_a_folder_that_cannot_be_made_is_told(cli: Cli, incoming: Path) -> None:
    (incoming.parent / "kembali").write_text("berkas", encoding="utf-8")
    ran = cli("check", "masuk", "--mark", "kembali")
    assert (ran.code, ran.out) == (2, "")
    assert "kembali" in ran.err
