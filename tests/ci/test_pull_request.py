"""A pull request's walk: a hostile repository through every way in which it is checked by itself.

Whatever it holds, nothing outside is read, written or run, the log has no command but ours, and
what is wrong with an honest sheet is still told.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kediri_index.cli.run import run
from kediri_index.model.profile import Ci
from tests.ci.routes import HOOKS, ROOT, Job, Workflow, named, words
from tests.ci.shell import Done, plant
from tests.hostile.judging import obeyed
from tests.hostile.making import HEADERS, row, sheet, text_cell, workbook
from tests.hostile.running import bounded
from tests.hostile.sandbox import OUTSIDE, Sandbox

pytestmark = pytest.mark.attack("a pull request's walk")

SALAH = ROOT / "examples" / "kota-contoh-salah"
HONEST = "Dinas Lingkungan Hidup.xlsx"
FAULTS = ("C101", "G6"), ("C105", "H9"), ("C116", "H11")
OURS = re.compile(r"::(error|warning|notice) file=[^:]+,title=[A-Z]\d{3}[^:]*::")
ORDERS = "\n::error::kena\r##[error]kena ##vso[task.setvariable variable=a]b \x1b[2J\u202e"
NAMES = (
    "a\n::error::kena\n.xlsx",
    "b\r##[error]kena.xlsx",
    " ::warning::kena.xlsx",
    "##vso[task.setvariable variable=a]b.csv",
    "x;=1+1.csv",
    "-o.xlsx",
    "$(touch ran)`touch ran`.xlsx",
    "\u202exslx.csv",
)


def _honest(checkout: Path) -> None:
    """Write what a city's repository holds: a sheet with three faults, one without, a profile."""
    (checkout / ".git").mkdir()
    shutil.rmtree(checkout / "isian", ignore_errors=True)
    for name in (HONEST, "Dinas Sosial.xlsx", "profile.yaml"):
        shutil.copy(SALAH / name, checkout / "masuk")


def _modules(checkout: Path) -> None:
    """Write what Python, or a shell, may run instead of what was meant."""
    ran = plant(checkout)
    for folder in ("venv", ".venv", "kediri-index", ".kediri-index"):
        programs = checkout / folder / "bin"
        programs.mkdir(parents=True, exist_ok=True)
        for name in ("python", "pip", "kediri-index"):
            (programs / name).write_text(f"#!/bin/sh\ntouch '{ran}'\n")
            (programs / name).chmod(0o755)


def _texts(checkout: Path) -> None:
    """Write names and texts that a log, a screen or a shell would obey."""
    _modules(checkout)
    said = ORDERS.replace("\x1b", "_x001B_")
    rows = HEADERS + row(2, "A-1", text_cell("C2", said)) + row(3, said, text_cell("C3", "3"))
    book = workbook(sheet(rows))
    table = f'Kode,Nilai mandiri\nA-1,"{ORDERS}"\n"::error::kena",##[error]\n'
    for name in NAMES:
        path = checkout / "masuk" / name
        path.write_bytes(book if name.endswith("xlsx") else table.encode())
    definition = checkout / "config" / "pillars.yaml"
    text = definition.read_text(encoding="utf-8")
    orders = '"\\n::error::kena\\r##[error]kena \\e[2J\\u202E"'
    said_by = re.compile(r"^(version|title|title_en|source): .*(\n  .*)*", re.MULTILINE)
    text = said_by.sub(lambda found: f"{found[1]}: {orders}", text)
    definition.write_text(text, encoding="utf-8")
    waivers = (
        "- {code: C203, place: {file: x.xlsx}, reason: ORDERS, who: ORDERS, until: 2099-01-01}\n"
    )
    (checkout / "config" / "waivers.yaml").write_text(waivers.replace("ORDERS", orders))


def _links(checkout: Path) -> None:
    """Make links of whatever is read."""
    outside = Path("..", "..", OUTSIDE)
    for name in ("pillars.yaml", "waivers.yaml", "profile.yaml"):
        path = checkout / "config" / name
        path.unlink(missing_ok=True)
        path.symlink_to(outside / name)
    masuk = checkout / "masuk"
    (masuk / "profile.yaml").unlink()
    (masuk / "profile.yaml").symlink_to(outside / "profile.yaml")
    for name in ("a.xlsx", "a.csv"):
        (masuk / name).symlink_to(outside / name)
    (masuk / "passwd.csv").symlink_to(outside / "passwd")
    (masuk / "semua").symlink_to(outside)
    (masuk / "disk").symlink_to("/")


def _linked_sheets(checkout: Path) -> None:
    """Make links of sheets alone: what is there beside them is checked."""
    outside = Path("..", "..", OUTSIDE)
    (checkout / "masuk" / "semua").symlink_to(outside)
    (checkout / "masuk" / "disk").symlink_to("/")
    (checkout / "masuk" / "Dinas Kesehatan.xlsx").symlink_to(outside / "a.xlsx")
    (checkout / "masuk" / "Dinas Perhubungan.csv").symlink_to(outside / "passwd")


def _extends(checkout: Path) -> None:
    """Write definitions that reach for what lies outside."""
    for number, name in enumerate(
        (
            f"../../{OUTSIDE}/pillars.yaml",
            f"../../{OUTSIDE}/broken.yaml",
            f"{checkout.parent}/{OUTSIDE}/.env",
            f"../../{OUTSIDE}/id_ed25519",
            "/proc/self/environ",
            "/etc/passwd",
        )
    ):
        file = "pillars.yaml" if number == 0 else f"{number}.yaml"
        text = f"kediri_index: 1\nid: anak-{number}\nextends: {name}\n"
        (checkout / "config" / file).write_text(text)


def _outputs(checkout: Path) -> None:
    """Make links of where results are written."""
    (checkout / "check.xml").symlink_to(f"../{OUTSIDE}/profile.yaml")
    (checkout / "baru.md").symlink_to(f"../{OUTSIDE}/baru.md")
    (checkout / "hasil").symlink_to(f"../{OUTSIDE}")


def _nothing(checkout: Path) -> None:
    """Leave out the definition and the profile, for which others are planted above."""
    shutil.rmtree(checkout / "config")
    (checkout / "masuk" / "profile.yaml").unlink()


def _action(box: Sandbox) -> Done:
    job = Job(box.data, box.place / "runner")
    assert job.install("/aksi").code == 0
    return job.check(reports="junit=check.xml\nmd=baru.md", mark="hasil", lang="en")


def _github(box: Sandbox) -> Done:
    return Workflow(Ci.GITHUB, box.data, box.place / "runner").run()


def _gitlab(box: Sandbox) -> Done:
    return Workflow(Ci.GITLAB, box.data, box.place / "runner").run()


def _hooks(box: Sandbox) -> Done:
    check, lint = (
        bounded(box.data, words(hook, named(hook, box.data)), variables={"KEDIRI_INDEX_LANG": "en"})
        for hook in HOOKS.values()
    )
    return Done(
        max(check.code, lint.code), (check.out + lint.out).decode(), (check.err + lint.err).decode()
    )


HOSTILE = {
    "modules, names and texts": _texts,
    "links": _links,
    "links among the sheets": _linked_sheets,
    "definitions that reach outside": _extends,
    "links where results go": _outputs,
    "configuration planted above": _nothing,
}
TOLD = {"modules, names and texts", "links among the sheets", "configuration planted above"}
"""Where what is hostile does not keep the honest sheet from being checked.

But what ``init`` writes lints the definition first, and ends where there is none.
"""
ROUTES = {"the action": _action, "GitHub": _github, "GitLab": _gitlab, "the hooks": _hooks}


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """What ``init`` writes for each CI."""
    folder = tmp_path_factory.mktemp("begun")
    for ci in ("github", "gitlab"):
        line = ["init", str(folder / ci), "--ci", ci, "--config", "six-pillars", "--lang", "en"]
        assert run(line) == 0
    return {ci: folder / ci for ci in ("github", "gitlab")}


@pytest.mark.parametrize("hostile", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("route", ROUTES.values(), ids=ROUTES)
def test_nothing_leaks_runs_or_is_obeyed_and_honest_findings_stand(
    route: Callable[[Sandbox], Done],
    hostile: Callable[[Path], None],
    begun: dict[str, Path],
    tmp_path: Path,
) -> None:
    box = Sandbox(tmp_path)
    ci = "gitlab" if route is _gitlab else "github"
    shutil.copytree(begun[ci], box.data, dirs_exist_ok=True)
    _honest(box.data)
    hostile(box.data)
    box.plant_above()
    (box.place / "runner").mkdir()
    box.close()
    ran = route(box)
    said = ran.out + ran.err
    results = ("check.xml", "baru.md", "hasil/*") if hostile is not _outputs else ()
    faults = box.faults(said, (*results, "../runner/*"))
    assert not faults, faults
    assert not (box.place / "ran").exists()
    assert ran.code in {1, 2}
    assert "Traceback" not in said
    assert obeyed(said) == set()
    assert _commands(said) == []
    files = (box.data / "check.xml", box.data / "baru.md", box.place / "runner" / "summary")
    told = said + "".join(file.read_text("utf-8") for file in files if file.is_file())
    lints = hostile is _nothing and route in {_github, _gitlab}
    if hostile in {HOSTILE[name] for name in TOLD} and not lints:
        assert ran.code == 1
        for code, cell in FAULTS:
            assert re.search(rf"{code}\b.*\b{cell}\b|\b{cell}\b.*{code}\b", told), (code, told)


def _commands(said: str) -> list[str]:
    """Return the lines that a CI would obey, but for our own annotations."""
    lines = re.split(r"[\r\n\x0b\x0c\x85\u2028\u2029]", said)
    return [
        line
        for line in lines
        if "##[" in line
        or "##vso[" in line
        or (line.strip().startswith("::") and not OURS.match(line))
        or ("kena" in line and line.strip().startswith("kena"))
    ]
