"""What a bundle holds, and that it is the same each time."""

from __future__ import annotations

import json
import shutil
import zipfile
from datetime import date
from fractions import Fraction
from hashlib import sha256
from pathlib import Path

import pytest

from kediri_index.archive.bundle import BundleOptions, bundle
from kediri_index.archive.container import MANIFEST
from kediri_index.archive.verify import verified
from kediri_index.definition.load_definition import load_definition_file
from kediri_index.errors import DefinitionError, NotFoundError, UsageError
from kediri_index.model.bundle import Compared
from kediri_index.model.dataset import Lead
from kediri_index.model.language import Language
from kediri_index.model.limits import Limits
from kediri_index.model.profile import Hints
from kediri_index.usecases.inputs import load_definition
from tests.archive.archives import EXAMPLES, KEDIRI, MALANG, archive_of, members_of, one
from tests.findings.building import ANSWERS

ROOT = EXAMPLES.parent
WAIVERS = """\
- code: C203
  place: {file: a.csv, cell: B2}
  reason: Sudah dibicarakan
  who: Dewi
  until: 2023-12-31
"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with a definition and a table of its own."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "uji.yaml").write_text(ANSWERS, encoding="utf-8")
    (tmp_path / "a.csv").write_text("unit,year,A-1,A-2\nKota Uji,2022,3,2\n", encoding="utf-8")
    return tmp_path


def test_two_runs_give_the_same_bytes_whatever_the_files_dates(tmp_path: Path) -> None:
    copy = tmp_path / "lain.xlsx"
    first = archive_of(shutil.copyfile(MALANG, copy))
    copy.touch()
    assert archive_of(copy) == first


def test_every_member_is_listed_with_its_role_its_source_and_its_hash(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(ROOT)
    members = members_of(archive_of("examples/kabupaten-malang-2023.xlsx"))
    manifest = json.loads(members.pop(MANIFEST))
    assert manifest["schema"] == "kediri-index/bundle/1"
    listed = manifest["result"]["files"]
    assert [file["path"] for file in listed] == list(members)
    for file in listed:
        assert file["sha256"] == sha256(members[file["path"]]).hexdigest()
    assert [(file["role"], file["source"]) for file in listed] == [
        ("definition", "config/kominfo-2023-kppn.yaml"),
        ("definition", "config/pillars.yaml"),
        ("resolved", "config/kominfo-2023-kppn.yaml"),
        ("profile", "config/profile.yaml"),
        ("input", "examples/kabupaten-malang-2023.xlsx"),
        ("cells", "inputs/001-kabupaten-malang-2023.xlsx"),
        ("score", "score"),
        ("check", "check --complete"),
    ]
    assert members["inputs/001-kabupaten-malang-2023.xlsx"] == MALANG.read_bytes()
    assert members["definition/002-pillars.yaml"] == (ROOT / "config/pillars.yaml").read_bytes()


@pytest.mark.usefixtures("here")
def test_it_does_not_tell_where_the_package_lies() -> None:
    shutil.copyfile(MALANG, "malang.xlsx")
    Path("sendiri.yaml").write_text(
        "kediri_index: 1\nextends: kominfo-2023-kppn\nid: sendiri\nversion: 1\nstatus: own\n",
        encoding="utf-8",
    )
    for config in (None, "sendiri.yaml"):
        archive = archive_of("malang.xlsx", config=config, allow_errors=True)
        members = members_of(archive)
        assert not [name for name, data in members.items() if str(ROOT).encode() in data]
        assert b"kediri_index/config/pillars.yaml" in members[MANIFEST]
        assert verified("a.zip", archive, Limits()).is_same


def test_the_resolved_definition_loads_to_the_one_that_was_used(tmp_path: Path) -> None:
    path = tmp_path / "resolved.yaml"
    path.write_bytes(members_of(archive_of(MALANG))["definition/resolved.yaml"])
    loaded = load_definition_file(path).definition
    assert loaded.sha256 == load_definition("kominfo-2023-kppn").sha256


def test_the_results_are_what_score_and_check_print(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from kediri_index.cli.run import run  # noqa: PLC0415 - only here

    monkeypatch.chdir(ROOT)
    path = "examples/kabupaten-malang-2023.xlsx"
    members = members_of(archive_of(path))
    for command in (["score", path], ["check", path, "--complete"]):
        assert run([*command, "--format", "json"]) == 0
        printed = json.loads(capsys.readouterr().out)
        for key in (
            "unit",
            "year",
            "complete",
            "absent",
        ):  # for those who gather, not of this archive
            printed["result"].pop(key, None)
        assert json.loads(members[f"results/{command[0]}.json"]) == printed


def test_every_cell_is_kept_with_its_sheet_kind_and_text() -> None:
    lines = members_of(archive_of(KEDIRI))["cells/001-kota-kediri-2022.xlsx.tsv"].decode()
    assert "Identitas\tB6\tdate\t2022-12-05\n" in lines
    assert "Penilaian\tD6\tnumber\t3.23\n" in lines
    assert lines.count("\n") == 71


def test_how_it_was_called_is_kept_and_is_what_it_is_computed_by(here: Path) -> None:
    (here / "lalu.csv").write_text("unit,year,A-1,A-2\nKota Uji,2021,1,2\n", encoding="utf-8")
    archive = archive_of(
        "a.csv",
        config="uji.yaml",
        previous="lalu.csv",
        hints=Hints(decimal_mark="."),
        value=Lead.ASSESSOR,
        target=Fraction("3.5"),
        detail=True,
        language=Language.EN,
    )
    members = members_of(archive)
    call = json.loads(members[MANIFEST])["call"]
    assert {key: call[key] for key in ("value", "target", "decimal", "previous", "language")} == {
        "value": "assessor",
        "target": "7/2",
        "decimal": ".",
        "previous": "lalu.csv",
        "language": "en",
    }
    assert call["day"] is None
    assert members["previous/inputs/001-lalu.csv"] == (here / "lalu.csv").read_bytes()
    overall = json.loads(members["results/score.json"])["result"]["units"][0]["overall"]
    assert (overall["target"], overall["previous"], overall["change"]) == (3.5, 1.5, 1.0)
    found = verified("arsip.zip", archive, Limits())
    assert (found.findings, found.is_same) == ((), True)
    assert found.cells == Compared(8 + 8, 0)


def test_last_years_own_definition_is_kept_where_it_is_another(here: Path) -> None:
    (here / "lama.yaml").write_text(ANSWERS.replace("id: uji", "id: lama"), encoding="utf-8")
    (here / "lalu.csv").write_text("unit,year,A-1,A-2\nKota Uji,2021,1,2\n", encoding="utf-8")
    archive = archive_of(
        "a.csv", config="uji.yaml", previous="lalu.csv", previous_config="lama.yaml"
    )
    assert one(members_of(archive), "previous/definition/") == "previous/definition/001-lama.yaml"
    assert verified("arsip.zip", archive, Limits()).is_same


def test_waivers_are_held_against_the_day_of_the_bundle_ever_after(here: Path) -> None:
    (here / "waivers.yaml").write_text(WAIVERS, encoding="utf-8")
    (here / "a.csv").write_text("kode,nilai asesor\nA-1,5\nA-2,3\n", encoding="utf-8")
    options = BundleOptions(
        config="uji.yaml",
        waivers="waivers.yaml",
        hints=Hints(unit="Kota Uji", year=2022),
        day=date(2023, 12, 31),
    )
    made = bundle("a.csv", options)
    assert made.data is not None
    assert [one.finding.code for one in made.outcome.waived] == ["C203"]
    assert verified("arsip.zip", made.data, Limits()).is_same
    late = bundle("a.csv", options._replace(day=date(2024, 1, 1)))
    assert late.data is None
    with pytest.raises(UsageError) as raised:
        bundle("a.csv", options._replace(day=None))
    assert raised.value.message == "waivers-without-day"


def test_errors_forbid_a_bundle_unless_they_are_allowed(here: Path) -> None:
    (here / "a.csv").write_text("unit,year,A-1,A-2\nKota Uji,2022,3,dua\n", encoding="utf-8")
    refused = bundle("a.csv", BundleOptions(config="uji.yaml"))
    assert (refused.data, refused.sha256) == (None, None)
    assert [one.code for one in refused.outcome.findings] == ["C110"]
    archive = archive_of("a.csv", config="uji.yaml", allow_errors=True)
    assert json.loads(members_of(archive)[MANIFEST])["partial"] is True
    found = verified("arsip.zip", archive, Limits())
    assert (found.is_same, found.partial, found.said) == (True, True, Compared(1, 0))


def test_a_folder_is_kept_file_by_file_and_computed_as_a_whole(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(ROOT)
    archive = archive_of("examples/kota-contoh")
    names = [name for name in members_of(archive) if name.startswith("inputs/")]
    assert len(names) == 30
    assert names[-1].startswith("inputs/030-")
    assert all(name.isascii() or name == name.strip() for name in names)
    found = verified("arsip.zip", archive, Limits())
    assert (found.findings, found.members.compared, found.is_same) == ((), 65, True)


def test_a_lock_file_that_was_passed_over_is_remembered(here: Path) -> None:
    folder = here / "masuk"
    folder.mkdir()
    (here / "a.csv").rename(folder / "a.csv")
    (folder / "~$a.xlsx").write_bytes(b"x")
    archive = archive_of("masuk", config="uji.yaml")
    assert list(members_of(archive)).count("inputs/001-a.csv") == 1
    found = verified("arsip.zip", archive, Limits())
    assert (found.is_same, found.said) == (True, Compared(1, 0))


def test_names_that_no_folder_takes_become_ones_that_any_does(here: Path) -> None:
    odd = here / "a:b?<c>.csv"
    (here / "a.csv").rename(odd)
    archive = archive_of(odd, config="uji.yaml")
    assert "inputs/001-a_b__c_.csv" in members_of(archive)
    assert verified("arsip.zip", archive, Limits()).is_same


def test_a_file_that_cannot_be_opened_is_not_left_out_in_silence(here: Path) -> None:
    folder = here / "masuk"
    folder.mkdir()
    (folder / "a.csv").symlink_to(here / "tiada.csv")
    with pytest.raises(UsageError) as raised:
        bundle("masuk", BundleOptions(config="uji.yaml", allow_errors=True))
    assert raised.value.message == "bundle-unreadable"


def test_what_is_not_there_or_broken_is_said_as_score_says_it(here: Path) -> None:
    with pytest.raises(NotFoundError):
        bundle("a.csv", BundleOptions("uji.yaml", waivers="tiada.yaml", day=date(2023, 1, 1)))
    (here / "uji.yaml").write_text("kediri_index: 1\n", encoding="utf-8")
    with pytest.raises(DefinitionError):
        bundle("a.csv", BundleOptions(config="uji.yaml"))
    (here / "uji.yaml").write_text(ANSWERS, encoding="utf-8")
    (here / "profile.yaml").mkdir()
    with pytest.raises(DefinitionError):
        bundle("a.csv", BundleOptions(config="uji.yaml"))


def test_any_program_can_unpack_it(tmp_path: Path) -> None:
    path = tmp_path / "arsip.zip"
    path.write_bytes(archive_of(KEDIRI))
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
