"""``page``: one file with the project and the program in it, for a browser."""

from __future__ import annotations

import base64
import gzip
import html
import io
import json
import re
import sys
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

import pytest

from kediri_index.usecases.check_page import RUNTIME
from tests.cli.running import Cli
from tests.runtime_of_page import put_runtime

OWN = """\
kediri_index: 1
id: kota-uji
version: "1"
title: Indeks uji
title_en: Trial index
extends: kominfo-2023-reguler
"""
PROFILE = """\
unit: Kota Uji
opd:
  - {id: dinkes, name: Dinas Kesehatan <RS>}
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with a definition and a profile, and a runtime that is installed."""
    put_runtime(tmp_path / "runtime", monkeypatch)
    folder = tmp_path / "kota"
    (folder / "config").mkdir(parents=True)
    (folder / "config" / "pillars.yaml").write_text(OWN, encoding="utf-8")
    (folder / "config" / "profile.yaml").write_text(PROFILE, encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


def parts_of(page: str) -> dict[str, bytes]:
    found = re.findall(r'data-part="([^"]+)" data-size="(\d+)">([^<]*)<', page)
    return {
        name: base64.b85decode(text.replace(".", "<"))[: int(size)] for name, size, text in found
    }


def members_of(part: bytes) -> dict[str, bytes]:
    with ZipFile(io.BytesIO(gzip.decompress(part))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.usefixtures("project")
def test_the_page_holds_the_project_the_program_and_the_runtime(cli: Cli) -> None:
    ran = cli("page")
    assert (ran.code, ran.out.split(" · ")[0].strip()) == (0, "periksa.html")
    page = Path("periksa.html").read_text(encoding="utf-8")
    parts = parts_of(page)
    project = members_of(parts["project.zip"])
    assert sorted(project) == ["config/pillars.yaml", "config/profile.yaml"]
    assert b"extends" not in project["config/pillars.yaml"]  # no other file is needed
    assert project["config/profile.yaml"].decode() == PROFILE
    program = members_of(parts["program.zip"])
    assert {"kediri_index/cli/page_session.py", "kediri_index/config/pillars.yaml"} <= set(program)
    assert not [name for name in program if "/examples/" in name or name.endswith(".pyc")]
    assert gzip.decompress(parts["pyodide.mjs"]) == b"pyodide.mjs"
    assert '<option value="dinkes">Dinas Kesehatan &lt;RS&gt;</option>' in page
    assert "Pyodide &lt;MPL-2.0&gt;" in page
    assert "Indeks uji" in page


@pytest.mark.usefixtures("project")
def test_the_same_project_gives_the_same_bytes_and_the_same_fingerprint(cli: Cli) -> None:
    said = [cli("page", "-o", name, "--format", "json") for name in ("a.html", "b.html")]
    one, two = (json.loads(ran.out)["result"] for ran in said)
    assert one["fingerprint"] == two["fingerprint"]
    assert one["files"][0]["sha256"] == sha256(Path("a.html").read_bytes()).hexdigest()
    assert Path("a.html").read_bytes() == Path("b.html").read_bytes()


def test_another_definition_gives_another_fingerprint_and_each_part_counts(
    cli: Cli, project: Path
) -> None:
    before = json.loads(cli("page", "--format", "json").out)["result"]["fingerprint"]
    parts = parts_of(Path("periksa.html").read_text(encoding="utf-8"))
    lines = (f"{sha256(data).hexdigest()}  {name}\n" for name, data in sorted(parts.items()))
    assert sha256("".join(lines).encode()).hexdigest() == before
    (project / "config" / "pillars.yaml").write_text(OWN.replace("uji", "lain"), encoding="utf-8")
    after = json.loads(cli("page", "--format", "json", "--force").out)["result"]["fingerprint"]
    assert after != before


@pytest.mark.usefixtures("project")
def test_no_address_leads_out_of_the_page(cli: Cli) -> None:
    cli("page")
    page = Path("periksa.html").read_text(encoding="utf-8")
    assert not re.search(r'(src|href)="(?!#)', page)
    found = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert found is not None
    policy = html.unescape(found[1])
    assert policy.startswith("default-src 'none'; ")
    assert not re.search(
        r"https?:|connect-src|'unsafe-eval'|script-src[^;]*'unsafe-inline'", policy
    )
    script = re.search(r"<script>(.*?)</script>", page, re.DOTALL)
    assert script is not None  # a changed one does not run
    digest = base64.b64encode(sha256(script[1].encode()).digest()).decode()
    assert f"'sha256-{digest}'" in policy


def test_other_definitions_of_the_project_are_in_it_for_the_files_that_name_them(
    cli: Cli, project: Path
) -> None:
    other = OWN.replace("kota-uji", "spbe-uji")
    (project / "config" / "spbe.yaml").write_text(other, encoding="utf-8")
    cli("page")
    parts = parts_of(Path("periksa.html").read_text(encoding="utf-8"))
    assert "config/spbe-uji.yaml" in members_of(parts["project.zip"])


@pytest.mark.usefixtures("project")
def test_every_text_that_the_script_names_is_there_in_both_languages(cli: Cli) -> None:
    cli("page")
    page = Path("periksa.html").read_text(encoding="utf-8")
    made = re.search(r'id="made">(.*?)</script>', page)
    assert made is not None
    texts = json.loads(made[1])["texts"]
    named = set(re.findall(r'"(page\.[a-z-]+)"', page.replace(made[0], "")))
    assert len(named) > 30
    for language in ("id", "en"):
        assert named <= set(texts[language])


def test_without_the_runtime_the_extra_is_named(
    cli: Cli, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setitem(sys.modules, RUNTIME, None)
    ran = cli("page", "--lang", "en")
    assert ran.code == 2
    assert 'pip install "kediri-index[page]"' in ran.err
    assert not any(tmp_path.iterdir())


@pytest.mark.usefixtures("project")
def test_a_page_is_html_never_replaces_a_file_unasked_and_never_its_definition(cli: Cli) -> None:
    ran = cli("page", "-o", "periksa.xlsx", "--lang", "en")
    assert (ran.code, "periksa.html" in ran.err) == (2, True)
    Path("ada.html").write_text("x", encoding="utf-8")
    assert cli("page", "-o", "ada.html").code == 2
    assert Path("ada.html").read_text(encoding="utf-8") == "x"
    assert cli("page", "-o", "ada.html", "--force").code == 0


def test_a_broken_definition_is_an_error_with_its_line(cli: Cli, project: Path) -> None:
    (project / "config" / "pillars.yaml").write_text(f"{OWN}pilar: []\n", encoding="utf-8")
    ran = cli("page")
    assert (ran.code, "7:1 " in ran.err) == (2, True)
    assert not Path("periksa.html").exists()
