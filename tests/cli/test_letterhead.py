"""Letters and minutes on the letterhead that a profile names."""

from __future__ import annotations

import json
import shutil
from decimal import Decimal
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE

from tests.cli.running import Cli, Ran

DATA = Path("examples/kota-kediri-2023.xlsx")
PROFILE = """
unit: Kota Kediri
opd:
  - {id: dlh, name: Dinas Lingkungan Hidup}
  - {id: setda, name: Sekretariat Daerah}
assign: {dlh: ["IMP-*"], setda: ["BAS-*"]}
letters:
  office: Dinas Kominfo
  place: Kediri
  number: 000.7/…/2023
  signatories:
    - {name: Dewi Lestari, position: Kepala Dinas Kominfo, number: NIP 1970}
    - {name: Budi, position: Ketua Tim Penilai}
  letterhead: kop/kop.docx
"""


@pytest.fixture
def city(tmp_path: Path) -> Path:
    """Return a project with a city's file, a profile, and a letterhead beside that."""
    folder = tmp_path / "kota"
    (folder / "config" / "kop").mkdir(parents=True)
    (folder / "masuk").mkdir()
    shutil.copy(DATA, folder / "masuk" / DATA.name)
    (folder / "config" / "profile.yaml").write_text(PROFILE, encoding="utf-8")
    paper = docx.Document()
    paper.sections[0].header.paragraphs[0].text = "PEMERINTAH KOTA KEDIRI"
    paper.save(str(folder / "config" / "kop" / "kop.docx"))
    return folder


def asked(city: Path, *options: str) -> tuple[str, ...]:
    return ("report", str(city / "masuk"), "--profile", str(city / "config/profile.yaml"), *options)


def status(cli: Cli, city: Path, letters: Path) -> Ran:
    """Write the letters of a city to which nobody has sent anything."""
    empty = city / "kosong"
    empty.mkdir(exist_ok=True)
    profile = str(city / "config/profile.yaml")
    return cli("status", str(empty), "--profile", profile, "--messages", str(letters))


def texts(path: Path) -> list[str]:
    return [one.text for one in docx.Document(str(path)).paragraphs]


def cells(path: Path) -> list[list[list[str]]]:
    tables = docx.Document(str(path)).tables
    return [[[cell.text for cell in row.cells] for row in one.rows] for one in tables]


def test_letters_are_written_on_the_letterhead_too(cli: Cli, city: Path, tmp_path: Path) -> None:
    folder = tmp_path / "surat"
    ran = status(cli, city, folder)
    assert ran.code == 1
    assert "2 surat ditulis" in ran.err
    written = {path.name for path in folder.iterdir()}
    assert written == {"dlh.txt", "dlh.docx", "setda.txt", "setda.docx"}
    said = (folder / "dlh.txt").read_text(encoding="utf-8-sig")
    assert "\n".join(texts(folder / "dlh.docx")).split() == said.split()
    header = docx.Document(str(folder / "dlh.docx")).sections[0].header
    assert header.paragraphs[0].text == "PEMERINTAH KOTA KEDIRI"
    assert "PEMERINTAH" not in said


def test_minutes_hold_the_scores_the_sources_and_who_signs(
    cli: Cli, city: Path, tmp_path: Path
) -> None:
    path = tmp_path / "ba.docx"
    ran = cli(*asked(city, "--minutes", str(path)))
    assert (ran.code, ran.out.strip()) == (0, str(path))
    assert "--previous" not in ran.err
    said = "\n".join(texts(path))
    assert "Nomor: 000.7/…/2023" in said
    assert "bertempat di Kediri" in said
    assert "untuk Kota Kediri tahun 2023" in said
    assert "Demikian berita acara ini" in said
    scores, *_, signatures, sources = cells(path)
    whole = scores[-1]
    assert whole[0] == "Nilai indeks"
    score = json.loads(cli("score", str(DATA), "--format", "json").out)
    published = score["result"]["units"][0]["overall"]["published"]
    assert Decimal(whole[2].replace(",", ".")) == Decimal(str(published))
    assert [row[1:4] for row in signatures[1:]] == [
        ["Dewi Lestari", "NIP 1970", "Kepala Dinas Kominfo"],
        ["Budi", "", "Ketua Tim Penilai"],
    ]
    assert sources[1:] == [[DATA.name, sha256(DATA.read_bytes()).hexdigest()]]
    again = tmp_path / "lagi.docx"
    cli(*asked(city, "--minutes", str(again)))
    assert again.read_bytes() == path.read_bytes()


def test_minutes_without_a_sender_leave_room_for_three_names(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "ba.md"
    assert cli("report", str(DATA), "--minutes", str(path), "--lang", "en").code == 0
    said = path.read_text(encoding="utf-8")
    assert "## Minutes of the results" in said
    assert "in ……………, we, the undersigned" in said
    assert said.count("| …………… |") == 3


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--minutes", "ba.pdf"), "ditulis sebagai .docx atau .md"),
        (("--minutes", "ba.md", "--output", "x.html"), "--minutes"),
        (("--minutes", "ba.md", "--format", "json"), "--minutes"),
        (("--minutes", "ba.md", "--all", "x"), "--minutes"),
    ],
)
def test_minutes_that_cannot_be_asked_for_are_refused(
    cli: Cli, options: tuple[str, ...], said: str
) -> None:
    ran = cli("report", str(DATA), *options)
    assert (ran.code, said in ran.err) == (2, True)


def _with_macros(data: bytes) -> bytes:
    out = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(out, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "[Content_Types].xml":
                part = part.replace(
                    b"wordprocessingml.document.main+xml", b"ms-word.document.macroEnabled.main+xml"
                )
            new.writestr(name, part)
    return out.getvalue()


def _that_loads(data: bytes) -> bytes:
    paper = docx.Document(BytesIO(data))
    paper.part.relate_to("http://example.org/x.png", RELATIONSHIP_TYPE.IMAGE, is_external=True)
    out = BytesIO()
    paper.save(out)
    return out.getvalue()


def _that_is_a_bomb(data: bytes) -> bytes:
    out = BytesIO(data)
    with ZipFile(out, "a", ZIP_DEFLATED, compresslevel=1) as package:
        package.writestr("word/media/kosong.bin", bytes(50_000_001))
    return out.getvalue()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda _: b"PK\x03\x04 no zip", "bukan dokumen Word"),
        (lambda _: b"", "bukan dokumen Word"),
        (_with_macros, "tanpa makro"),
        (_that_loads, "dari tempat lain"),
        (_that_is_a_bomb, "bukan dokumen Word"),
    ],
)
def test_a_letterhead_that_cannot_be_used_is_refused(
    cli: Cli, city: Path, tmp_path: Path, change: type, said: str
) -> None:
    paper = city / "config" / "kop" / "kop.docx"
    paper.write_bytes(change(paper.read_bytes()))
    ran = cli(*asked(city, "--minutes", str(tmp_path / "ba.docx")))
    assert (ran.code, said in ran.err) == (2, True)
    ran = status(cli, city, tmp_path / "surat")
    assert (ran.code, said in ran.err) == (2, True)
    assert not (tmp_path / "surat").exists()


def test_a_letterhead_that_is_not_there_is_called_one(cli: Cli, city: Path, tmp_path: Path) -> None:
    (city / "config" / "kop" / "kop.docx").unlink()
    for ran in (
        status(cli, city, tmp_path / "surat"),
        cli(*asked(city, "--minutes", str(tmp_path / "ba.docx"))),
    ):
        assert ran.code == 2
        assert "kop surat «kop/kop.docx», yang disebut kunci letterhead, tidak ada" in ran.err


def test_a_letterhead_outside_of_the_project_is_not_read(
    cli: Cli, city: Path, tmp_path: Path
) -> None:
    shutil.copy(city / "config" / "kop" / "kop.docx", tmp_path / "kop.docx")
    profile = city / "config" / "profile.yaml"
    line = asked(city, "--minutes", str(tmp_path / "ba.docx"), "--force")
    profile.write_text(PROFILE.replace("kop/kop.docx", "../../kop.docx"), encoding="utf-8")
    ran = cli(*line)
    assert (ran.code, "di luar folder proyek" in ran.err) == (2, True)
    assert cli(*line, "--allow-outside").code == 0
    profile.write_text(PROFILE.replace("kop/kop.docx", "tidak-ada.docx"), encoding="utf-8")
    ran = cli(*line)
    assert (ran.code, "kop surat «tidak-ada.docx»" in ran.err) == (2, True)
