"""``definition lint --fix``: what is certain is written, what is not stays a finding."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import Cli
from tests.golden.yaml_slips import BASE

SLIPS = BASE.replace("weight: 60", "bobot: 60%  # rapat").replace("weight: 40", "weight: 1,250")
FIX = ("definition", "lint", "indeks.yaml", "--fix", "--lang", "en")


@pytest.fixture
def index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A definition in the working folder with a slip that is certain, and one that is not."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "indeks.yaml"
    path.write_text(SLIPS, encoding="utf-8")
    return path


def test_a_new_file_beside_has_what_is_certain_and_is_checked(index: Path, cli: Cli) -> None:
    ran = cli(*FIX)
    written = Path("indeks.yaml.fixed").read_text(encoding="utf-8")
    assert written == SLIPS.replace("bobot: 60%", "weight: 60")
    assert index.read_text(encoding="utf-8") == SLIPS
    assert "   -    bobot: 60%  # rapat\n   +    weight: 60  # rapat\n" in ran.out
    assert "indeks.yaml: 1 line corrected, written to indeks.yaml.fixed" in ran.out
    assert "indeks.yaml.fixed\n✗ 17:13    D106" in ran.out
    assert ran.code == 1


def test_a_file_beside_is_not_overwritten(index: Path, cli: Cli) -> None:
    cli(*FIX)
    ran = cli(*FIX)
    assert (ran.code, ran.out) == (2, "")
    assert "indeks.yaml.fixed" in ran.err
    assert index.read_text(encoding="utf-8") == SLIPS


def test_force_corrects_the_file_itself_and_a_second_time_nothing(index: Path, cli: Cli) -> None:
    assert "indeks.yaml: 1 line corrected\n" in cli(*FIX, "--force").out
    once = index.read_bytes()
    assert once.decode() == SLIPS.replace("bobot: 60%", "weight: 60")
    assert "nothing to correct automatically" in cli(*FIX, "--force").out
    assert index.read_bytes() == once
    assert [path.name for path in index.parent.iterdir()] == ["indeks.yaml"]


def test_an_output_is_where_it_is_written(index: Path, cli: Cli) -> None:
    assert cli(*FIX, "--output", "baru.yaml").code == 1
    assert "weight: 60  # rapat" in Path("baru.yaml").read_text(encoding="utf-8")
    assert index.read_text(encoding="utf-8") == SLIPS


def test_a_definition_without_slips_is_left_as_it_is(index: Path, cli: Cli) -> None:
    index.write_bytes(b"\xef\xbb\xbf" + BASE.replace("\n", "\r\n").encode())
    before = index.read_bytes()
    ran = cli(*FIX, "--force")
    assert ran.code == 0
    assert "indeks.yaml: nothing to correct automatically; the file is left as it is" in ran.out
    assert index.read_bytes() == before


def test_every_other_byte_stays(index: Path, cli: Cli) -> None:
    text = "\ufeff" + BASE.replace("weight: 60", "weight: 60 %  \t# catatan").replace("\n", "\r\n")
    index.write_bytes(text.encode())
    cli(*FIX, "--force")
    assert index.read_bytes().decode() == text.replace("60 %", "60")


def test_programs_get_each_line_with_its_codes(index: Path, cli: Cli) -> None:
    del index
    document = json.loads(cli(*FIX, "--format", "json").out)
    (fixed,) = document["result"]["fixed"]
    assert fixed["output"] == "indeks.yaml.fixed"
    assert fixed["changes"] == [
        {
            "line": 13,
            "before": "    bobot: 60%  # rapat",
            "after": "    weight: 60  # rapat",
            "codes": ["D701", "D106"],
        }
    ]
    assert [one["code"] for one in document["findings"]] == ["D106"]


def test_what_is_no_definition_is_neither_shown_nor_changed(index: Path, cli: Cli) -> None:
    index.write_text("sandi: rahasia: sekali\nbobot: 30%\n", encoding="utf-8")
    ran = cli(*FIX, "--force")
    assert ran.code == 1
    assert "rahasia" not in ran.out + ran.err
    assert index.read_text(encoding="utf-8") == "sandi: rahasia: sekali\nbobot: 30%\n"


@pytest.mark.parametrize(
    ("text", "options"),
    [(SLIPS, ("--limit", "definition_bytes=9")), (f"{SLIPS}# \x00\n", ())],
)
def test_what_is_too_large_or_no_text_is_not_changed(
    text: str, options: tuple[str, ...], index: Path, cli: Cli
) -> None:
    index.write_text(text, encoding="utf-8")
    assert cli(*FIX, "--force", *options).code == 1
    assert index.read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ((), "There is no definition of yours in this folder; name its file"),
        (("six-pillars",), "a definition that comes with the program is not changed"),
    ],
)
def test_where_nothing_can_be_corrected_that_is_said(
    asked: tuple[str, ...], said: str, index: Path, cli: Cli
) -> None:
    index.unlink()
    ran = cli("definition", "lint", *asked, "--fix", "--lang", "en")
    assert said in " ".join(ran.out.split())
    assert list(index.parent.iterdir()) == []


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--data", "isian.csv"), "--fix and --data do not go together"),
        (("--output", "-"), "--fix and --output - do not go together"),
        (("lain.yaml", "--output", "baru.yaml"), "--output is for one definition"),
    ],
)
def test_what_nobody_can_mean_is_wrong_usage(
    more: tuple[str, ...], said: str, index: Path, cli: Cli
) -> None:
    Path("lain.yaml").write_text(SLIPS.replace("indeks-kota", "lain"), encoding="utf-8")
    ran = cli(*FIX, *more)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert not list(index.parent.glob("*.fixed"))
