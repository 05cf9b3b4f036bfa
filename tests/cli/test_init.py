"""A new project folder works at once, and nothing that was there is lost for it."""

from __future__ import annotations

import hashlib
import io
import json
import re
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import jsonschema
import pytest
import yaml

from kediri_index.cli.output import write_file
from kediri_index.definition.library import shipped_folder
from kediri_index.errors import UsageError
from kediri_index.model.language import Language
from kediri_index.model.text import slug
from kediri_index.present.project_files import PATHS, STEPS
from tests.sheets.forms.forms import filled

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.cli.running import Cli, Ran

GITHUB, GITLAB = PATHS.values()
ALWAYS = {
    ".gitattributes",
    ".gitignore",
    "README.md",
    "config/definition.schema.json",
    "config/pillars.yaml",
    "config/profile.yaml",
    "config/profile.schema.json",
    "config/waivers.schema.json",
    "config/waivers.yaml",
    "masuk/.gitkeep",
}
FORMS = {
    "isian/Badan Perencanaan Pembangunan Daerah.xlsx",
    "isian/Dinas Komunikasi dan Informatika.xlsx",
    "isian/Sekretariat Daerah.xlsx",
}


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def written(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir()}


def codes(ran: Ran) -> list[str]:
    return [one["code"] for one in json.loads(ran.out)["findings"]]


def fill(form: Path, into: Path) -> None:
    """Fill in a form of level questions as another program does."""
    data = form.read_bytes()
    ids = re.findall(r"- ([A-Z]+-\d+) #", Path("config/profile.yaml").read_text(encoding="utf-8"))
    answers: Mapping[str, Mapping[str, object]] = {
        one: {"Nilai mandiri": 3 if one.endswith("1") else 4, "Bukti dukung": "SK"} for one in ids
    }
    theirs = {one: answers[one] for one in answers if one.encode() in _texts(data)}
    into.write_bytes(filled(data, theirs))  # type: ignore[arg-type] # columns are texts


def _texts(data: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return b"".join(package.read(name) for name in package.namelist() if "xl/" in name)


@pytest.mark.parametrize(
    ("arguments", "ci"),
    [((), {GITHUB}), (("--ci", "gitlab"), {GITLAB}), (("--ci", "none"), set[str]())],
)
def test_it_writes_definition_profile_forms_and_a_check_that_runs_by_itself(
    arguments: tuple[str, ...], ci: set[str], cli: Cli, here: Path
) -> None:
    ran = cli("init", *arguments)
    assert ran.code == 0
    assert written(here) == ALWAYS | FORMS | ci
    assert {line.strip() for line in ran.out.splitlines()} == written(here)
    assert "masih contoh; ganti di config/profile.yaml" in ran.err


def test_everything_works_in_the_folder_without_any_edit(
    cli: Cli, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert cli("init", "kota", "--unit", "Kota Uji", "--year", "2026").code == 0
    monkeypatch.chdir(here / "kota")
    assert codes(cli("definition", "lint", "config/pillars.yaml", "--format", "json")) == []
    board = json.loads(cli("status", "masuk", "--format", "json").out)["result"]
    assert {row["state"] for row in board["opd"]} == {"missing"}
    made = {path.name: path.read_bytes() for path in Path("isian").iterdir()}
    assert cli("template", "--all", "isian", "--force").code == 0
    assert {path.name: path.read_bytes() for path in Path("isian").iterdir()} == made
    for form in Path("isian").iterdir():
        fill(form, Path("masuk") / form.name)
    checked = cli("check", "masuk", "--complete", "--format", "json")
    document = json.loads(checked.out)
    assert (checked.code, document["findings"]) == (0, [])
    assert document["definition"]["id"] == "kota-uji-2026"
    (unit,) = json.loads(cli("score", "masuk", "--format", "json").out)["result"]["units"]
    assert (unit["unit"], unit["year"], unit["overall"]["completeness"]) == ("Kota Uji", 2026, 1)
    assert cli("status", "masuk").code == 0


@pytest.mark.parametrize("language", Language)
def test_the_page_has_every_command_of_the_year(language: Language, cli: Cli, here: Path) -> None:
    assert cli("init", "kota", "--config", "six-pillars", "--lang", language).code == 0
    page = (here / "kota" / "README.md").read_text(encoding="utf-8")
    commands = re.findall(r"^kediri-index (.+)$", page, flags=re.MULTILINE)
    assert commands == [command for *_, command in STEPS]
    assert f"export KEDIRI_INDEX_LANG={language}\n" in page
    # These need what a new project has not yet: last year's folder, a target, an archive.
    for command in ("compare", "plan", "robustness", "verify"):
        assert f"`kediri-index {command} " in page


def test_every_command_of_the_page_runs(
    cli: Cli, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert cli("init", "kota").code == 0
    monkeypatch.chdir(here / "kota")
    ends = []
    for *_, command in STEPS:
        if command.startswith("check"):
            for form in Path("isian").iterdir():
                fill(form, Path("masuk") / form.name)
        ends.append(cli(*command.split()).code)
    # Nobody has sent anything when the board is first looked at.
    assert ends == [0, 0, 1, 0, 0, 0, 0, 0]
    assert Path("laporan.html").is_file()
    assert "/laporan.html" in Path(".gitignore").read_text(encoding="utf-8").splitlines()
    assert cli("verify", "arsip.zip").code == 0


def test_no_command_of_the_page_leaves_files_to_commit_and_all_may_be_run_again(
    cli: Cli, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cli("init", "kota")
    monkeypatch.chdir(here / "kota")
    before = written(Path())
    ignored = Path(".gitignore").read_text(encoding="utf-8").splitlines()
    for form in Path("isian").iterdir():
        (Path("masuk") / form.name).write_bytes(form.read_bytes())  # nothing is filled in
    for _ in range(2):
        ends = [cli(*command.split()).code for *_, command in STEPS]
        assert ends == [0, 0, 1, 1, 1, 1, 1, 1]
    new = {path.split("/")[0] for path in written(Path()) - before} - {"masuk"}
    assert new == {"surat", "hasil"}
    assert {f"/{one}/" for one in new} | {"/check.xml"} <= set(ignored)


def test_what_it_writes_for_people_is_in_the_language_asked_for(cli: Cli, here: Path) -> None:
    cli("init", "a", "--ci", "gitlab")
    cli("init", "b", "--ci", "gitlab", "--lang", "en")
    for name in ("README.md", *(one for one in ALWAYS if one.endswith(".yaml")), ".gitignore"):
        indonesian, english = ((here / one / name).read_text(encoding="utf-8") for one in "ab")
        assert indonesian != english
    assert "KEDIRI_INDEX_LANG: en" in (here / "b" / GITLAB).read_text(encoding="utf-8")
    assert 'unit: "Kota Anda"' in (here / "a/config/profile.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "base", ["kominfo-2022-kppn", "kominfo-2023-reguler", "six-pillars", "kominfo-2023-kppn"]
)
def test_any_shipped_definition_is_extended_and_nothing_of_kediri_is_left(
    base: str, cli: Cli, here: Path
) -> None:
    assert cli("init", "--config", base, "--year", "2027", "--unit", "Kota Uji").code == 0
    definition = yaml.safe_load((here / "config/pillars.yaml").read_text(encoding="utf-8"))
    assert (definition["extends"], definition["id"]) == (base, "kota-uji-2027")
    assert (definition["status"], definition["year"]) == ("own", 2027)
    assert cli("definition", "lint", "config/pillars.yaml").code == 0
    for name in ALWAYS - {"config/definition.schema.json"}:
        text = (here / name).read_text(encoding="utf-8")
        assert re.findall(r"kediri(?![-_]index)", text, re.IGNORECASE) == []
    assert set(codes(cli("check", "isian", "--complete", "--format", "json"))) <= {"C101"}


def test_a_definition_of_ones_own_is_copied_whole(cli: Cli, here: Path) -> None:
    source = (shipped_folder() / "six-pillars.yaml").read_text(encoding="utf-8")
    (here / "lama.yaml").write_text(source.replace("six-pillars", "lama"), encoding="utf-8")
    assert cli("init", "baru", "--config", "lama.yaml", "--year", "2026").code == 0
    (here / "lama.yaml").unlink()
    ran = cli("definition", "show", "baru/config/pillars.yaml", "--format", "json")
    shown = json.loads(ran.out)["result"]
    assert (shown["id"], len(shown["indicators"])) == ("indeks-2026", 24)


@pytest.mark.parametrize("reference", ["lama.yaml", "six-pillars"])
def test_a_definition_that_is_named_keeps_its_title_and_source(
    reference: str, cli: Cli, here: Path
) -> None:
    text = (shipped_folder() / "six-pillars.yaml").read_text(encoding="utf-8")
    (here / "lama.yaml").write_text(text.replace("six-pillars", "lama"), encoding="utf-8")

    def said(path: str) -> tuple[object, ...]:
        tree = yaml.safe_load(cli("definition", "show", path, "--format", "json").out)["result"]
        resolved = yaml.safe_load(cli("definition", "show", path, "--resolved").out)
        return tree["title"], *(resolved.get(key) for key in ("title", "title_en", "source"))

    assert cli("init", "baru", "--config", reference, "--unit", "Kota Uji").code == 0
    assert said("baru/config/pillars.yaml") == said(reference)
    assert all(said(reference))


def test_the_language_of_all_is_the_definitions_unless_another_is_asked_for(
    cli: Cli, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = (shipped_folder() / "six-pillars.yaml").read_text(encoding="utf-8")
    (here / "own.yaml").write_text(
        source.replace("language: id", "language: en").replace("six-pillars", "own"), "utf-8"
    )
    monkeypatch.setenv("KEDIRI_INDEX_CONFIG", "own.yaml")
    assert cli("init", "baru").code == 0
    monkeypatch.delenv("KEDIRI_INDEX_CONFIG")
    assert 'unit: "Your City"' in (here / "baru/config/profile.yaml").read_text(encoding="utf-8")
    definition = yaml.safe_load((here / "baru/config/pillars.yaml").read_text(encoding="utf-8"))
    assert definition["title"] == yaml.safe_load(source)["title"]
    monkeypatch.chdir(here / "baru")
    made = {path.name: path.read_bytes() for path in Path("isian").iterdir()}
    assert cli("template", "--all", "isian", "--force").code == 0
    assert {path.name: path.read_bytes() for path in Path("isian").iterdir()} == made


def test_the_agencies_are_those_given_and_each_has_a_form(cli: Cli, here: Path) -> None:
    (here / "opd.txt").write_text(
        "\ufeff# daftar\nDinas Kesehatan\n\n  Dinas Sosial  \n", encoding="utf-8"
    )
    ran = cli("init", "--opd", 'Badan "Umum": #1', "--opd", "Badan Umum 1", "--opd-list", "opd.txt")
    assert ran.code == 0
    profile = yaml.safe_load((here / "config/profile.yaml").read_text(encoding="utf-8"))
    assert [(one["id"], one["name"]) for one in profile["opd"]] == [
        ("badan-umum-1", 'Badan "Umum": #1'),
        ("badan-umum-1-2", "Badan Umum 1"),
        ("dinas-kesehatan", "Dinas Kesehatan"),
        ("dinas-sosial", "Dinas Sosial"),
    ]
    assert list(profile["assign"]) == [one["id"] for one in profile["opd"]]
    assert len(list((here / "isian").iterdir())) == 4


def test_agencies_beyond_the_indicators_are_named(cli: Cli, here: Path) -> None:
    names = [f"Dinas {number}" for number in range(1, 28)]
    given = [word for name in (*names, "Dinas-1", "Dinas (1)") for word in ("--opd", name)]
    ran = cli("init", "--config", "six-pillars", "--unit", "Kota Uji", *given)
    assert ran.code == 0
    assert "Tanpa formulir, karena tidak mengampu indikator: Dinas 1, Dinas 6" in ran.err
    assert len(list((here / "isian").iterdir())) == 24
    assert "dibagi rata sebagai contoh" in ran.err


def test_due_and_year_go_where_they_are_looked_for(cli: Cli, here: Path) -> None:
    assert cli("init", "--due", "2026-09-13", "--ci", "none").code == 0
    profile = yaml.safe_load((here / "config/profile.yaml").read_text(encoding="utf-8"))
    assert str(profile["due"]) == "2026-09-13"
    definition = yaml.safe_load((here / "config/pillars.yaml").read_text(encoding="utf-8"))
    assert definition["year"] == datetime.now(tz=UTC).astimezone().year


def test_editors_find_the_schemas_beside_and_the_files_keep_to_them(cli: Cli, here: Path) -> None:
    cli("init", "--config", "six-pillars")
    for name in ("pillars", "profile", "waivers"):
        text = (here / f"config/{name}.yaml").read_text(encoding="utf-8")
        found = re.match(r"# yaml-language-server: \$schema=(\S+)\n", text)
        assert found is not None
        schema = json.loads((here / "config" / found[1]).read_text(encoding="utf-8"))
        jsonschema.validate(yaml.safe_load(text) or [], schema)


@pytest.mark.parametrize("language", Language)
def test_an_editor_shows_what_a_key_means_in_the_language_of_the_project(
    language: Language, cli: Cli, here: Path
) -> None:
    cli("init", "--lang", language)
    for schema in ("definition", "profile", "waivers"):
        path = here / f"config/{schema}.schema.json"
        shown = cli("definition", "schema", schema, "--lang", language).out
        assert path.read_text(encoding="utf-8") == shown
    definition = json.loads((here / "config/definition.schema.json").read_text(encoding="utf-8"))
    keys = definition["properties"]
    assert all(key["description"] for key in keys.values())
    said = {Language.ID: "Bobot", Language.EN: "weight"}[language]
    assert (
        said.lower()
        in definition["$defs"]["GroupSpec"]["properties"]["weight"]["description"].lower()
    )


def test_the_example_of_a_waiver_is_one_once_it_is_no_comment(cli: Cli, here: Path) -> None:
    cli("init", "--year", "2099")
    path = here / "config/waivers.yaml"
    editor, head, *lines = path.read_text(encoding="utf-8").splitlines()
    text = "\n".join([editor, head, *(line.removeprefix("# ") for line in lines)])
    path.write_text(text, "utf-8")
    schema = json.loads((here / "config/waivers.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(yaml.safe_load(text.replace("2099-12-31", '"2099-12-31"')), schema)
    ran = cli("check", "isian", "--waivers", "config/waivers.yaml", "--format", "json")
    assert [code for code in codes(ran) if code != "C101"] == ["D605"]


def test_the_json_names_every_file_with_its_hash(cli: Cli, here: Path) -> None:
    document = json.loads(cli("init", "kota", "--format", "json", "--quiet").out)
    assert list(document) == ["schema", "tool", "definition", "inputs", "result", "findings"]
    assert document["schema"] == "kediri-index/init/1"
    assert document["definition"]["path"] == str(Path("kota", "config", "pillars.yaml"))
    files = document["result"]["files"]
    assert {one["path"] for one in files} == {f"kota/{name}" for name in written(here / "kota")}
    for one in files:
        data = (here / one["path"]).read_bytes()
        assert one["sha256"] == hashlib.sha256(data).hexdigest()


def test_what_is_there_is_named_all_at_once_and_nothing_is_written(cli: Cli, here: Path) -> None:
    (here / "README.md").write_text("milik saya", encoding="utf-8")
    (here / ".gitignore").symlink_to("tiada")
    ran = cli("init", "--lang", "en")
    assert (ran.code, ran.out) == (2, "")
    assert "there already, so nothing was written: README.md, .gitignore; " in ran.err
    assert written(here) == {"README.md", ".gitignore"}
    (here / ".gitignore").unlink()
    assert cli("init", "--force").code == 0
    assert (here / "README.md").read_text(encoding="utf-8").startswith("# Indeks 2")


@pytest.mark.parametrize("name", ["kota", "kota/config"])
def test_a_file_where_a_folder_is_needed_stays(name: str, cli: Cli, here: Path) -> None:
    path = here / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("milik saya", encoding="utf-8")
    ran = cli("init", "kota", "--force", "--lang", "en")
    assert ran.code == 2
    assert f"{Path(name)}: a folder is needed here" in ran.err
    assert written(here) == {name}


def test_when_writing_fails_in_the_middle_all_is_as_before(
    cli: Cli, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "kota").mkdir()
    (here / "kota" / "README.md").write_text("milik saya", encoding="utf-8")

    def full_disk(path: Path, data: bytes, *, force: bool) -> None:
        if path.name == ".gitkeep":
            raise UsageError("output-failed", path=str(path), reason="No space left on device")
        write_file(path, data, force=force)

    monkeypatch.setattr("kediri_index.cli.folders.write_file", full_disk)
    ran = cli("init", "kota", "--force", "--lang", "en")
    assert ran.code == 2
    assert "cannot be written (No space left on device)" in ran.err
    assert written(here) == {"kota/README.md"}
    assert (here / "kota" / "README.md").read_text(encoding="utf-8") == "milik saya"
    assert [path.name for path in (here / "kota").iterdir()] == ["README.md"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--unit", " "), "--unit: the value is empty"),
        (("--unit", "Kota\nUji"), "this name has control characters"),
        (("--opd", "Dinas\x1b[31m"), "this name has control characters"),
        (("--opd", "Dinas Sosial", "--opd", "dinas  SOSIAL"), "named twice"),
        (("--year", "26"), "--year: «26» is no year"),
        (("--due", "besok"), "--due: «besok» is no date"),
        (("--config", "six-pilars"), "nearest: six-pillars"),
        (("--opd-list", "tiada.txt"), "tiada.txt: there is no such file"),
        (("--opd-list", "kosong.txt"), "kosong.txt: this list of agencies (OPD) is empty"),
        (("--opd-list", "biner.txt"), "biner.txt: this list of agencies (OPD) is no UTF-8"),
        (("--opd-list", "."), ".: this list of agencies (OPD) is no UTF-8 text"),
        (("--ci", "jenkins"), "choose one of: github, gitlab, none"),
    ],
)
def test_a_wrong_call_writes_nothing(
    arguments: tuple[str, ...], said: str, cli: Cli, here: Path
) -> None:
    (here / "kosong.txt").write_text("# belum ada\n", encoding="utf-8")
    (here / "biner.txt").write_bytes(b"Dinas \xff")
    ran = cli("init", "kota", *arguments, "--lang", "en")
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert not (here / "kota").exists()


def test_a_folder_that_cannot_be_made_is_a_wrong_call(
    cli: Cli, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.mkdir

    def read_only(folder: Path, *, exist_ok: bool = False) -> None:
        if folder.name == "kota":
            raise OSError(30, "Read-only file system")
        real(folder, exist_ok=exist_ok)

    monkeypatch.setattr(Path, "mkdir", read_only)
    ran = cli("init", "kota", "--ci", "none", "--lang", "en")
    assert ran.code == 2
    assert "cannot be written (the disk is read-only)" in ran.err
    assert written(here) == set()


def test_verbose_names_the_definition_and_quiet_says_nothing(cli: Cli) -> None:
    assert "definisi: a/config/pillars.yaml (" in cli("init", "a", "--verbose").err
    assert cli("init", "b", "--quiet").err == ""


def test_a_name_that_no_disk_takes_is_a_wrong_call(cli: Cli, here: Path) -> None:
    ran = cli("init", "k" * 300, "--lang", "en")
    assert (ran.code, ran.out) == (2, "")
    assert "kkk: cannot be written (the name is too long)" in ran.err
    assert written(here) == set()


def test_a_broken_definition_is_told_with_its_place(cli: Cli, here: Path) -> None:
    (here / "rusak.yaml").write_text("kediri_index: 1\n", encoding="utf-8")
    ran = cli("init", "kota", "--config", "rusak.yaml", "--format", "json")
    assert ran.code == 2
    assert {one["file"] for one in json.loads(ran.out)["findings"]} == {"rusak.yaml"}


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("Dinas Kesehatan", "dinas-kesehatan"),
        ("RSUD «Dr. Sutomo»", "rsud-dr-sutomo"),
        ("Kantor Café", "kantor-cafe"),
        ("3 Pilar", "x-3-pilar"),
        ("市", "x"),
        ("a" * 80, "a" * 60),
    ],
)
def test_an_id_is_made_of_a_name(name: str, made: str) -> None:
    assert slug(name) == made


def test_what_people_wrote_is_kept_beside_what_replaces_it(cli: Cli, tmp_path: Path) -> None:
    folder = tmp_path / "kota"
    assert cli("init", str(folder), "--unit", "Kota Uji").code == 0
    profile = folder / "config" / "profile.yaml"
    own = profile.read_text(encoding="utf-8") + "history: {2024: 3.1}\n"
    profile.write_text(own, encoding="utf-8")
    ran = cli("init", str(folder), "--unit", "Kota Uji", "--force")
    assert ran.code == 0
    assert (folder / "config" / "profile.yaml.lama").read_text(encoding="utf-8") == own
    assert "profile.yaml.lama; salin dari sana" in ran.err
    assert cli("init", str(folder), "--unit", "Kota Lain", "--force").code == 0
    assert (folder / "config" / "profile.yaml.lama").read_text(encoding="utf-8") == own
    assert (folder / "config" / "profile.yaml.lama1").is_file()


def test_an_agency_of_surveyed_indicators_alone_has_no_form_and_is_named(cli: Cli) -> None:
    Path("tanya.yaml").write_text(
        "kediri_index: 1\nid: tanya\nversion: '1'\nstatus: own\ntitle: Tanya\n"
        "scale: {min: 0, max: 4}\nkinds: {pillar: {name: Pilar}}\n"
        "groups: [{id: a, kind: pillar, name: A}]\n"
        "indicators: [{id: A-1, in: a, name: Satu, survey: {min_respondents: 3}}]\n",
        encoding="utf-8",
    )
    ran = cli("init", "kota", "--config", "tanya.yaml", "--year", "2026", "--lang", "en")
    assert "Without a form, since their indicators are scored from a survey:" in ran.out + ran.err
    assert not list(Path("kota").rglob("*.xlsx"))
