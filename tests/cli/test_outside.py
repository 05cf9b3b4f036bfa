"""A pull request's links and paths: nothing outside of the project folder is read."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from tests.cli.conftest import ROOT
from tests.hostile.plain import DEFINITION, PROFILE, WAIVERS

if TYPE_CHECKING:
    from tests.cli.running import Cli

KEY = "KUNCI-RAHASIA"
ANSWERS = f"Kode,Nilai\nA-1,3\nB-1,{KEY}\n"
FILES = {
    "definisi.yaml": DEFINITION.replace("Layanan", KEY),
    "profil.yaml": PROFILE + f"# {KEY}\n",
    "pengecualian.yaml": WAIVERS.replace("Dewi", KEY),
    "biaya.csv": f"indicator,cost_per_level\n{KEY},1\n",
    "bobot.csv": f"set,A-1,B-1\n{KEY},1,2\n",
    "isian.csv": ANSWERS,
}
"""What lies beside the project; each is well written, so that it would be used."""


class Attack(NamedTuple):
    """A committed *link* that leads to *target*, the command that meets it, and what is said."""

    link: str
    target: str
    command: str
    said: str


ATTACKS = {
    "a definition": Attack(
        "config/lain.yaml", "definisi.yaml", "score a.csv --config config/lain.yaml", "D281"
    ),
    "a definition to be checked": Attack(
        "config/lain.yaml", "definisi.yaml", "definition lint config/lain.yaml", "D281"
    ),
    "a definition to be shown": Attack(
        "config/lain.yaml", "definisi.yaml", "definition show config/lain.yaml --resolved", "D281"
    ),
    "a definition to be compared": Attack(
        "config/lain.yaml", "definisi.yaml", "definition diff config/lain.yaml six-pillars", "D281"
    ),
    "a folder of definitions": Attack(
        "luar", "", "definition show luar/definisi.yaml --resolved", "D281"
    ),
    "a profile that is found": Attack(
        "config/profile.yaml", "profil.yaml", "definition show", "D281"
    ),
    "a profile beside the data": Attack("profile.yaml", "profil.yaml", "check a.csv", "D281"),
    "a profile": Attack("p.yaml", "profil.yaml", "check a.csv --profile p.yaml", "D281"),
    "waivers": Attack("w.yaml", "pengecualian.yaml", "check a.csv --waivers w.yaml", "D281"),
    "costs": Attack("biaya.csv", "biaya.csv", "plan a.csv --target 4 --costs biaya.csv", "D281"),
    "sets of weights": Attack(
        "w.csv", "bobot.csv", "robustness a.csv --draws 1 --weight-sets w.csv", "D281"
    ),
    "a submission": Attack("b.csv", "isian.csv", "check b.csv", "--allow-outside"),
    "last year": Attack("b.csv", "isian.csv", "score a.csv --previous b.csv", "--allow-outside"),
    "a submission in a folder": Attack("masuk/b.csv", "isian.csv", "check masuk", "F128"),
    "a submission of a pattern": Attack("masuk/b.csv", "isian.csv", "check mas*/*.csv", "F128"),
    "a folder": Attack("luar", "", "check luar", "--allow-outside"),
    "a folder on the way": Attack("luar", "", "check luar/isian.csv", "--allow-outside"),
    "a folder in a folder": Attack("masuk/luar", "", "check masuk", "F129"),
    "a folder of a pattern": Attack("masuk/luar", "", "check masuk/**/*.csv", "F129"),
    "a folder named in a pattern": Attack("luar", "", "check luar/*.csv", "--allow-outside"),
    "the disk": Attack("masuk/luar", "/", "check **/*.csv", "F129"),
    "a bundle": Attack("b.csv", "isian.csv", "bundle b.csv -o hasil.zip", "--allow-outside"),
    "a bundle of a folder": Attack("masuk/b.csv", "isian.csv", "bundle masuk -o hasil.zip", "F128"),
    "a marked copy": Attack("masuk/b.xlsx", "x.xlsx", "check masuk --mark hasil", "F128"),
    "an archive": Attack("b.zip", "x.xlsx", "verify b.zip", "--allow-outside"),
    "a list of agencies": Attack(
        "opd.txt", "isian.csv", "init baru --opd-list opd.txt", "--allow-outside"
    ),
}


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with a definition, data and a folder of data; FILES lie outside."""
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    faulty = ROOT / "examples" / "kota-contoh-salah" / "Dinas Sosial.xlsx"
    shutil.copy(faulty, tmp_path / "x.xlsx")
    folder = tmp_path / "proyek"
    for name in ("config", "masuk"):
        (folder / name).mkdir(parents=True)
    (folder / "config" / "pillars.yaml").write_text(DEFINITION, encoding="utf-8")
    for name in ("a.csv", "masuk/a.csv"):
        (folder / name).write_text("Kode,Nilai asesor\nA-1,3\nB-1,2\n", encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.parametrize("name", ATTACKS)
def test_a_link_out_of_the_project_is_said_and_not_followed(
    name: str, cli: Cli, checkout: Path
) -> None:
    link, target, command, said = ATTACKS[name]
    (checkout / link).symlink_to(checkout.parent / target)
    there = {*checkout.rglob("*")}
    ran = cli(*command.split())
    assert said in ran.err + ran.out
    assert ran.code != 0 or said == "F129"
    written = [path for path in checkout.rglob("*") if path not in there and path.is_file()]
    for shown in (ran.out, ran.err, *(path.read_bytes().decode("latin-1") for path in written)):
        assert KEY not in shown
    assert written == []


@pytest.mark.parametrize(
    "name", [name for name, one in ATTACKS.items() if one.target not in {"", "/"}]
)
def test_who_means_it_says_so(name: str, cli: Cli, checkout: Path) -> None:
    link, target, command, _ = ATTACKS[name]
    (checkout / link).symlink_to(checkout.parent / target)
    ran = cli(*command.split(), "--allow-outside")
    for said in ("D281", "F128", "--allow-outside"):
        assert said not in ran.err + ran.out
    again = cli(*command.split())
    assert again != ran  # the leave ends with its run


def test_links_within_the_project_work_as_files_and_folders_do(cli: Cli, checkout: Path) -> None:
    (checkout / "arsip").mkdir()
    for number in range(30):
        text = "Kode,Nilai asesor\nA-1,3\n" if number % 2 else "Kode,Nilai asesor\nB-1,2\n"
        place = f"masuk/dinas{number}.csv" if number < 20 else f"arsip/dinas{number}.csv"
        (checkout / place).write_text(text, encoding="utf-8")
    (checkout / "masuk" / "tautan").symlink_to("../arsip")
    (checkout / "masuk" / "putar").symlink_to("..")
    (checkout / "config" / "lain.yaml").symlink_to("pillars.yaml")
    for given in ("masuk", "masuk/**/*.csv", "m*/**"):
        ran = cli("check", given, "--config", "config/lain.yaml", "--format", "json")
        assert ran.out.count('"sha256"') >= 31, ran.out + ran.err
        for code in ("F124", "F128", "F129"):
            assert code not in ran.out


def test_a_project_reached_through_a_link_is_the_users(
    cli: Cli, checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (checkout.parent / "OneDrive").symlink_to(checkout)
    monkeypatch.chdir(checkout.parent)
    assert cli("check", "OneDrive/masuk", "--config", "OneDrive/config/pillars.yaml").code == 0
    assert cli("check", "OneDrive/*/*.csv", "--config", "OneDrive/config/pillars.yaml").code == 0


def test_a_link_that_the_user_keeps_in_no_project_is_the_users(
    cli: Cli, checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desktop = checkout.parent / "desktop"
    desktop.mkdir()
    (desktop / "isian.csv").symlink_to(checkout / "masuk" / "a.csv")
    monkeypatch.chdir(desktop)
    assert (
        cli("check", "isian.csv", "--config", str(checkout / "config" / "pillars.yaml")).code == 0
    )
