"""Files that are named after what people wrote: on every file system, each apart, as they look."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from kediri_index.model.text import apart, file_name, fit_name, same_file
from tests.cli.running import Cli
from tests.hostile.machine import workplace

pytestmark = pytest.mark.attack("writing through links")

SAID = {
    "Dinas Sosial": "Dinas Sosial",
    "UPT Puskesmas Ngletih (BLUD)": "UPT Puskesmas Ngletih (BLUD)",
    "Dinas\nSosial": "Dinas Sosial",
    "Dinas \r\n\t Sosial": "Dinas Sosial",
    "Dinas\u2028Sosial\x00": "Dinas Sosial",
    "Dinas \u202exslx.laisoS": "Dinas xslx.laisoS",
    "\u2066a\u2069\u200bb\u061c\ufeff": "ab",
    "\x1b[31mmerah": "[31mmerah",
    "../../etc/passwd": "etc-passwd",
    'a<b>:"c|d?*e\\f': "a-b-c-d-e-f",
    "CON": "CON_",
    "nul": "nul_",
    "Com1": "Com1_",
    "LPT¹": "LPT¹_",
    "aux.tar": "aux_.tar",
    "con .x": "con_.x",
    "\u202eCON": "CON_",
    ".con": "con_",
    "Conto": "Conto",
    "com10": "com10",
    "titik. .": "titik",
    ".tersembunyi": "tersembunyi",
    "-rf": "rf",
    "e\u0301": "\u00e9",
    "...": "-",
    "": "-",
}
HARMLESS = [name for name in SAID if SAID[name] == name]


@pytest.mark.parametrize("said", SAID)
def test_a_name_is_taken_by_every_file_system_and_is_what_it_looks_like(said: str) -> None:
    assert file_name(said, ".xlsx") == f"{SAID[said]}.xlsx"
    assert file_name(file_name(said)) == file_name(said)


@pytest.mark.parametrize("ending", ["", ".xlsx", "  2.csv", " (1).xlsx"])
@pytest.mark.parametrize("name", [*HARMLESS, ".gitkeep", "--force", "é", "e\u0301", "n" * 250])
def test_an_ordinary_name_of_a_file_stays_as_it_is(name: str, ending: str) -> None:
    assert fit_name(f"{name}{ending}") == f"{name}{ending}"


def test_a_long_name_is_cut_and_no_sign_in_two() -> None:
    assert len(file_name("é" * 300).encode()) == 160


ALIKE = [("Dinas", "DINAS"), ("\u00e9", "e\u0301"), ("STRASSE", "straße"), ("É", "e\u0301")]


@pytest.mark.parametrize("two", ALIKE)
def test_names_that_some_file_system_takes_for_one_get_a_number(two: tuple[str, str]) -> None:
    assert apart(two) == [two[0], f"{two[1]} (2)"]


def test_a_number_is_no_other_ones_name() -> None:
    names = ["a", "A", "a (2)", "a", "B"]
    found = apart(names)
    assert found == ["a", "A (3)", "a (2)", "a (4)", "B"]
    assert len({same_file(one) for one in found}) == len(names)


def test_ten_thousand_of_one_name_are_told_apart_at_once() -> None:
    assert apart(["a"] * 10_000)[-1] == "a (10000)"


AGENCIES = {
    "con": "CON",
    "bkd": "Badan Daerah",
    "Bkd": "Badan \\u202edaerah",
    "BKD": "Badan\\u200b DAERAH",
    "nul": "Caf\u00e9",
    "Nul": "CAFE\u0301",
}
PROFILE = "unit: Kota Contoh\nopd:\n" + "".join(
    f'  - {{id: {opd}, name: "{name}"}}\n' for opd, name in AGENCIES.items()
)
ASSIGNED = "assign:\n" + "".join(
    f"  {opd}: [{indicator}]\n"
    for opd, indicator in zip(
        AGENCIES, ["BAS-01", "BAS-02", "OUT-01", "OUT-02", "OUT-03", "OUT-05"], strict=True
    )
)


@pytest.mark.parametrize("line", ["template --all TARGET", "status opd --messages TARGET"])
def test_each_agency_has_a_file_of_its_own_on_every_file_system(
    line: str, cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(workplace(tmp_path / "data"))
    Path("aneh.yaml").write_text(PROFILE + ASSIGNED, encoding="utf-8")
    ran = cli(*line.replace("TARGET", "hasil").split(), "--profile", "aneh.yaml")
    assert ran.code in {0, 1}, ran.err
    names = [path.name for path in Path("hasil").iterdir()]
    assert len({same_file(name) for name in names}) == len(AGENCIES)
    assert not any(is_odd(name) for name in names)


def is_odd(name: str) -> bool:
    devices = {"con", "nul", "aux", "prn"}
    signs = {unicodedata.category(char) for char in name} & {"Cc", "Cf", "Zl", "Zp"}
    return bool(signs) or name.casefold().split(".")[0] in devices


def test_a_copy_is_named_as_its_file_but_for_what_deceives(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(workplace(tmp_path / "data"))
    data = Path("salah.xlsx").read_bytes()
    sent = {"a\nb/CON.xlsx": "a b/CON_.xlsx", "c/\u202exslx.exe.xlsx": "c/xslx.exe.xlsx"}
    for name in sent:
        path = Path("masuk", name)
        path.parent.mkdir(parents=True)
        path.write_bytes(data)
    ran = cli("check", "masuk", "--mark", "hasil")
    assert ran.code == 1
    found = {path.relative_to("hasil").as_posix() for path in Path("hasil").rglob("*.xlsx")}
    assert found == set(sent.values())


def test_copies_of_one_name_are_refused_before_any_is_written(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    two = ("a b.xlsx", "a\nb.xlsx")
    monkeypatch.chdir(workplace(tmp_path / "data"))
    for name in two:
        Path(name).write_bytes(Path("salah.xlsx").read_bytes())
    ran = cli("check", *two, "--mark", "hasil")
    assert ran.code == 2
    assert not Path("hasil").exists()


def test_two_outputs_whose_names_differ_only_by_case_are_refused(cli: Cli, project: Path) -> None:
    line = ("check", "kota-kediri-2022.xlsx", "--report", "json=a.json", "--output", "A.json")
    assert cli(*line).code == 2
    assert sorted(path.name for path in project.iterdir()) == ["kota-kediri-2022.xlsx"]
