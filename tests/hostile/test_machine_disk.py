"""Where the disk fails: what was there is whole, what is new is whole, nothing else is left."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.hostile.forking import MAIN
from tests.hostile.machine import (
    CITY,
    INTERRUPTED,
    OLD,
    USAGE,
    WRITING,
    Writing,
    faulty,
    old_files,
    seen,
    sentence,
    workplace,
)
from tests.hostile.running import forked

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="the faults are made as Linux has them"
)

FULL = """
import os
def full(descriptor):
    raise OSError(28, "No space left on device")
os.fsync = full
"""
BESIDE = ".kediri-index-"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return workplace(tmp_path / "data")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of sixteen kilobytes, where this machine lets us have one."""
    place = tmp_path / "kecil"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=16k", "none", place], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("nothing can be mounted here")
    yield place
    subprocess.run(["umount", place], check=True)


@pytest.mark.parametrize("writing", WRITING, ids=lambda one: one.name)
def test_a_full_disk_leaves_the_old_file_whole_and_nothing_beside_it(
    writing: Writing, folder: Path
) -> None:
    old_files(folder / "lama", writing.files)
    before = seen(folder)
    ran = faulty(folder, writing.line("lama"), FULL)
    assert ran.code == USAGE
    assert "tidak dapat ditulis (diska penuh); berkas lama, bila ada, tetap utuh" in sentence(ran)
    assert seen(folder) == before


@pytest.mark.parametrize("name", ["check --mark", "template --all", "status --messages", "init"])
def test_a_folder_that_stays_empty_is_not_left(name: str, folder: Path) -> None:
    writing = next(one for one in WRITING if one.name == name)
    assert faulty(folder, writing.line("baru/dalam"), FULL).code == USAGE
    assert not (folder / "baru").exists()


@pytest.mark.parametrize("writing", WRITING, ids=lambda one: one.name)
def test_where_nothing_can_be_written_it_is_said_of_every_command(
    writing: Writing, folder: Path
) -> None:
    before = seen(folder)
    ran = faulty(folder, writing.line("/sys"))  # not even root writes there
    assert ran.code == USAGE
    assert "tidak dapat ditulis (" in sentence(ran)
    assert "/sys" in sentence(ran)
    assert seen(folder) == before


def test_a_disk_that_fills_up_keeps_what_fits_and_names_what_does_not(
    folder: Path, small_disk: Path
) -> None:
    old = small_disk / "Kota Kediri 2022.md"
    old.write_bytes(OLD)
    ran = faulty(folder, ["report", CITY, "--all", str(small_disk), "--force"])
    assert ran.code == USAGE
    assert "(diska penuh)" in sentence(ran)
    assert [path.name for path in small_disk.iterdir()] == [old.name]
    assert old.read_bytes() == OLD


STEPS = """
import atexit, json, os, signal, sys
busy, moments = [], []
def step(event, arguments):
    known = event in {"open", "os.chmod", "os.rename", "os.link", "os.remove"}
    ours = event == "os.chmod" or any("lama/" in str(one) for one in arguments)
    if known and not busy and ours:
        busy.append(event)
        at(event)
        busy.clear()
sys.addaudithook(step)
"""
"""Calls *at* before each step of writing a file: to make it, its mode, its name."""
LOOK = """
def at(event):
    files = {name: open(f"lama/{name}", "rb").read().hex() for name in os.listdir("lama")}
    moments.append(files)
def tell():
    busy.append("tell")
    open("saat.json", "w").write(json.dumps(moments))
atexit.register(tell)
"""


@pytest.mark.parametrize("name", ["report --all", "bundle"])
def test_at_every_moment_each_file_is_whole_the_old_or_the_new(name: str, folder: Path) -> None:
    """A kill leaves what the system was given by then: what was there before each step."""
    writing = next(one for one in WRITING if one.name == name)
    old_files(folder / "lama", writing.files)
    assert faulty(folder, writing.line("lama"), STEPS + LOOK).code == 0
    new = seen(folder / "lama")
    assert set(new) == set(writing.files)
    moments = json.loads((folder / "saat.json").read_text())
    beside = 0
    for files in moments:
        assert set(files) >= set(new)
        for file, data in files.items():
            if file in new:
                assert bytes.fromhex(data) in {OLD, new[file]}
            else:
                assert file.startswith(BESIDE)
                beside += 1
    assert beside >= 2 * len(new)


@pytest.mark.parametrize("event", ["open", "os.chmod", "os.rename"])
@pytest.mark.parametrize("signal", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_an_interruption_takes_away_what_is_half_written(
    event: str, signal: str, folder: Path
) -> None:
    old_files(folder / "lama", ["hasil"])
    kill = f"def at(event):\n    event == {event!r} and os.kill(os.getpid(), signal.{signal})"
    ran = faulty(folder, ["score", CITY, "--output", "lama/hasil", "--force"], STEPS + kill)
    assert (ran.code, sentence(ran)) == (INTERRUPTED, "dihentikan")
    assert seen(folder / "lama") in ({"hasil": OLD}, {"hasil": b""})


def test_what_a_killed_run_leaves_is_passed_over_by_the_next(folder: Path) -> None:
    clean = faulty(folder, ["check", ".", "--format", "json"])
    old_files(folder / "lama", ["hasil"])
    kill = "def at(event):\n    event == 'os.chmod' and os.kill(os.getpid(), signal.SIGKILL)"
    line = ["score", CITY, "--output", "lama/hasil", "--force"]
    ran = forked(folder, arguments=line, program=f"{STEPS}{kill}\n{MAIN}")
    assert ran.code == -9
    left = set(seen(folder / "lama")) - {"hasil"}
    assert len(left) == 1
    assert (folder / "lama" / "hasil").read_bytes() == OLD
    (folder / "lama" / "hasil").unlink()
    assert faulty(folder, ["check", ".", "--format", "json"]).out == clean.out
    assert faulty(folder, line).code == 0
    assert set(seen(folder / "lama")) == {"hasil", *left}


@pytest.mark.parametrize("force", [False, True])
def test_of_two_runs_at_once_one_file_is_whole_and_none_is_lost_unasked(
    folder: Path, *, force: bool
) -> None:
    (folder / "lama").mkdir()
    other = "def at(event):\n    event in {'os.link', 'os.rename'} and open('lama/hasil', 'w').write('lain')"
    line = ["score", CITY, "--output", "lama/hasil", *(["--force"] if force else [])]
    ran = faulty(folder, line, STEPS + other)
    files = seen(folder / "lama")
    assert set(files) == {"hasil"}
    if force:
        assert b"3,31" in files["hasil"]
    else:
        assert files["hasil"] == b"lain"
        assert ran.code == USAGE
        assert "berkas ini sudah ada" in sentence(ran)


def test_of_two_projects_begun_at_once_the_second_leaves_the_first_alone(folder: Path) -> None:
    other = "def at(event):\n    event == 'os.link' and open('lama/README.md', 'w').write('lain')"
    ran = faulty(folder, ["init", "lama", "--config", "six-pillars"], STEPS + other)
    assert ran.code == USAGE
    assert seen(folder / "lama") == {"README.md": b"lain"}


def test_without_links_a_file_gets_its_name_all_the_same(folder: Path) -> None:
    fault = "import os\ndef none(*said, **more):\n    raise OSError(95, 'x')\nos.link = none"
    assert faulty(folder, ["explain", "C203", "--output", "hasil"], fault).code == 0
    assert "C203" in (folder / "hasil").read_text(encoding="utf-8")
    assert not [name for name in seen(folder) if BESIDE in name]


@pytest.mark.parametrize(("letters", "code"), [(255, 0), (256, USAGE)])
def test_a_name_may_be_as_long_as_the_disk_has_it(letters: int, code: int, folder: Path) -> None:
    name = "n" * letters
    ran = faulty(folder, ["explain", "C203", "--output", name])
    assert ran.code == code
    assert (name in seen(folder)) == (code == 0)
    if code:
        assert "(namanya terlalu panjang)" in sentence(ran)


def test_a_unit_with_an_endless_name_has_a_report_all_the_same(folder: Path) -> None:
    name = "字" * 300
    table = f"unit,year,baseline,output,outcome,impact,quick_win\n{name},2023,3,3,3,3,3\n"
    (folder / "isian.csv").write_text(table, encoding="utf-8")
    ran = faulty(folder, ["report", "isian.csv", "--all", "laporan"])
    assert ran.code == 0, ran.err
    assert len(seen(folder / "laporan")) == 4


def test_an_agency_with_an_endless_name_has_a_form_all_the_same(folder: Path) -> None:
    path = folder / "sedikit.yaml"
    path.write_text(path.read_text().replace("RSUD", "Rumah Sakit " * 40), encoding="utf-8")
    ran = faulty(folder, ["template", "--profile", "sedikit.yaml", "--all", "lembar"])
    assert ran.code == 0, ran.err
    assert len(seen(folder / "lembar")) == 2
