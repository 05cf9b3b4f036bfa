"""What a process is given: streams, a place, variables, a clock, memory, descriptors, files."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.hostile.machine import (
    CITY,
    EXAMPLES,
    USAGE,
    WRITING,
    faulty,
    seen,
    sentence,
    workplace,
)
from tests.hostile.running import environment, forked

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="the faults are made as Linux has them"
)

PRINTING: tuple[Sequence[str], ...] = (
    ("score", CITY),
    ("check", CITY, "--format", "json"),
    ("trace", CITY),
    ("report", CITY, "--format", "xlsx"),
    ("template", "--profile", "sedikit.yaml", "--opd", "rsud", "--output", "-"),
    ("bundle", CITY, "--output", "-"),
    ("explain", "C203"),
    ("definition", "schema"),
    ("--help",),
    ("--version",),
)
FULL = "import os\nos.dup2(os.open('/dev/full', os.O_WRONLY), {})"
CLOSED = "import os, sys\nos.close({0})\nsys.{1} = None"
PYTHON = [sys.executable, "-m", "kediri_index"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return workplace(tmp_path / "data")


@pytest.mark.parametrize("arguments", PRINTING, ids=" ".join)
@pytest.mark.parametrize(
    ("fault", "said"),
    [(FULL.format(1), "diska penuh"), (CLOSED.format(1, "stdout"), "salurannya sudah ditutup")],
    ids=["full", "closed"],
)
def test_a_result_that_cannot_be_printed_is_told(
    arguments: Sequence[str], fault: str, said: str, folder: Path
) -> None:
    ran = faulty(folder, arguments, fault)
    assert ran.code == USAGE
    assert sentence(ran).startswith("-: tidak dapat ditulis (")
    assert said in sentence(ran)


def test_what_was_written_before_is_whole_where_that_cannot_be_printed(folder: Path) -> None:
    ran = faulty(folder, ["bundle", CITY, "--output", "a.zip"], FULL.format(1))
    assert ran.code == USAGE
    assert faulty(folder, ["verify", "a.zip"]).code == 0


@pytest.mark.parametrize(
    "fault", [FULL.format(2), CLOSED.format(2, "stderr")], ids=["full", "closed"]
)
def test_talk_that_nobody_hears_changes_neither_result_nor_code(fault: str, folder: Path) -> None:
    for arguments in (
        ["score", CITY],
        ["check", "salah.xlsx"],
        ["score", "tiada.xlsx"],
        ["--version"],
    ):
        heard, unheard = faulty(folder, arguments), faulty(folder, arguments, fault)
        assert (unheard.code, unheard.out) == (heard.code, heard.out)


def test_without_any_stream_a_file_is_written_all_the_same(folder: Path) -> None:
    names = ("stdin", "stdout", "stderr")
    closed = "\n".join(CLOSED.format(number, name) for number, name in enumerate(names))
    ran = faulty(folder, ["score", CITY, "--output", "hasil"], closed)
    assert ran.code == 0
    assert seen(folder)["hasil"] == faulty(folder, ["score", CITY]).out


def test_a_closed_standard_input_is_no_empty_one(folder: Path) -> None:
    ran = faulty(folder, ["score", "-"], CLOSED.format(0, "stdin"))
    assert ran.code == USAGE
    assert sentence(ran).startswith("-: tidak dapat dibaca (")


def test_a_shell_may_close_a_stream_before_python_begins(folder: Path) -> None:
    lines = (
        (">&-", USAGE),
        ("2>&-", 0),
        ("> /dev/full", USAGE),
        ("| :", 0),
        ("<&- >&- 2>&-", USAGE),
    )
    for redirection, code in lines:
        ran = subprocess.run(
            ["bash", "-c", f'"$0" "$@" {redirection}; exit ${{PIPESTATUS[0]}}', *PYTHON, "--version"],
            cwd=folder, env=environment(), capture_output=True, check=False,
        )  # fmt: skip
        assert ran.returncode == code, (redirection, ran)
        assert b"Traceback" not in ran.stderr
        assert ran.stderr.count(b"\n") <= 1


def test_a_locale_of_ascii_reads_and_writes_every_name(folder: Path) -> None:
    """A process of its own: how names are read is settled before the program runs."""
    (folder / "Kota – Ünïté.xlsx").write_bytes(Path(CITY).read_bytes())
    program = (
        "import sys\nfrom kediri_index.cli.run import run\n"
        "for line in (['score', sys.argv[1], '-o', sys.argv[2]], ['check', sys.argv[1]],\n"
        "             ['check', sys.argv[1], '--format', 'json'], ['bundle', sys.argv[1], '-o', 'a.zip'],\n"
        "             ['report', sys.argv[1], '--all', sys.argv[3]], ['verify', 'a.zip']):\n"
        "    sys.argv[4:] = line\n    assert run(line) == 0, line\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program, "Kota – Ünïté.xlsx", "hasil–", "laporan–"],
        cwd=folder, capture_output=True, check=False,
        env={
            **environment(), "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0",
            "PYTHONIOENCODING": "ascii",
        },
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr[-2000:]
    out = ran.stdout.decode()
    start, end = out.index("{"), out.rindex("}") + 1
    assert (out[:start] + out[end:]).isascii()
    assert json.loads(out[start:end])["result"]["files"] == 1
    files = seen(folder)
    assert "3,31" in files["hasil–"].decode()
    assert "laporan–/Kota Kediri 2022.html" in files


def test_a_name_that_is_no_text_is_read_scored_reported_and_kept(folder: Path) -> None:
    name = os.fsdecode(b"kota\xff.xlsx")
    (folder / name).write_bytes(Path(CITY).read_bytes())
    for line in (
        ["score", name], ["score", name, "--format", "csv"], ["trace", name, "--format", "md"],
        ["report", name, "--all", os.fsdecode(b"laporan\xff")], ["bundle", name, "--output", "a.zip"],
        ["score", name, "--output", os.fsdecode(b"hasil\xff")],
    ):  # fmt: skip
        assert faulty(folder, line).code == 0, line
    assert faulty(folder, ["verify", "a.zip"]).code == 0


def test_no_home_is_needed_nor_a_place_for_what_passes(folder: Path) -> None:
    homeless = "import os\nos.environ.pop('HOME', None)\nos.environ['TMPDIR'] = '/tiada'"
    assert faulty(folder, ["score", CITY], homeless).code == 0
    assert faulty(folder, ["init", "baru"], "", HOME="/sys", TMPDIR="/tiada").code == 0


def test_a_home_that_cannot_be_written_is_named(folder: Path) -> None:
    ran = faulty(folder, ["--install-completion", "bash"], HOME="/sys")
    assert ran.code == USAGE
    assert sentence(ran).startswith("/sys/.bash")


@pytest.mark.parametrize("arguments", [("score", CITY), ("check", "."), ("init",), ("status", ".")])
def test_a_folder_that_is_gone_is_told(arguments: Sequence[str], folder: Path) -> None:
    gone = "import os\nos.mkdir('x')\nos.chdir('x')\nos.rmdir('../x')"
    ran = faulty(folder, arguments, gone)
    assert (ran.code, sentence(ran)) == (
        USAGE,
        "folder kerja ini sudah tidak ada; pindah dulu ke folder lain",
    )


CLOCK = """
import datetime, time
from kediri_index.cli import values
class Then(datetime.datetime):
    @classmethod
    def now(cls, zone=None):
        return cls(YEAR, 1, 1, 12, tzinfo=zone)
values.datetime = Then
then = (YEAR - 1970) * 31_557_600 + 43_200
local = time.localtime
time.time = lambda: then
time.localtime = lambda seconds=None: local(then if seconds is None else seconds)
"""


@pytest.mark.parametrize("year", [1980, 2040])
def test_a_wrong_clock_stops_nothing(year: int, folder: Path) -> None:
    fault = f"YEAR = {year}\n{CLOCK}"
    os.utime(folder / "salah.xlsx", (4_000_000_000, 4_000_000_000))
    for name in (
        "check --mark",
        "report --all",
        "template --all",
        "status --messages",
        "bundle",
        "init",
    ):
        (folder / name).mkdir()
        writing = next(one for one in WRITING if one.name == name)
        ran = faulty(folder, writing.line(name), fault, SOURCE_DATE_EPOCH="-1")
        assert ran.code in {0, 1}, (name, ran.err)
        assert set(seen(folder / name)) >= set(writing.files)


def test_a_clock_that_was_never_set_is_told_where_it_matters(folder: Path) -> None:
    fault = f"YEAR = 1970\n{CLOCK}"
    assert faulty(folder, ["report", CITY, "--output", "a.xlsx"], fault).code == 0
    assert (
        faulty(
            folder,
            ["template", "--profile", "sedikit.yaml", "--opd", "rsud", "--output", "b.xlsx"],
            fault,
        ).code
        == 0
    )
    assert faulty(folder, ["bundle", CITY, "--output", "c.zip"], fault).code == 0
    ran = faulty(folder, ["report", CITY, "--output", "d.docx"], fault)
    assert ran.code == USAGE
    assert sentence(ran).startswith("jam komputer ini menunjukkan tahun sebelum 1980")


WHILE = """
import sys
def change(event, arguments):
    if event == "open" and str(arguments[0]) == NAME:
        {}
NAME = "salah.xlsx"
import os
sys.addaudithook(change)
"""
VANISHES, SHRINKS = WHILE.format("os.unlink(NAME)"), WHILE.format("os.truncate(NAME, 2_000)")


def test_a_file_that_vanishes_while_it_is_read_is_told(folder: Path) -> None:
    shutil.copy(CITY, folder / "lain.xlsx")
    ran = faulty(folder, ["score", "salah.xlsx"], VANISHES)
    assert (ran.code, sentence(ran)) == (
        USAGE, "salah.xlsx: tidak dapat dibaca (berkas atau foldernya tidak ada); periksa hak aksesnya"
    )  # fmt: skip
    shutil.copy(CITY, folder / "salah.xlsx")
    ran = faulty(folder, ["check", ".", "--format", "jsonl"], VANISHES)
    assert ran.code == 1
    assert b'"F124"' in ran.out


def test_a_file_that_shrinks_while_it_is_read_is_told(folder: Path) -> None:
    ran = faulty(folder, ["check", "salah.xlsx", "--format", "jsonl"], SHRINKS)
    assert ran.code == 1
    assert b'"F11' in ran.out


def test_a_thousand_other_files_are_passed_over(folder: Path) -> None:
    full = folder / "penuh"
    full.mkdir()
    shutil.copy(CITY, full)
    for number in range(1_000):
        (full / f"{number}.pdf").symlink_to("tiada")
    ran = faulty(folder, ["check", "penuh"])
    out = ran.out.decode()
    assert (ran.code, out.count("F127")) == (0, 1)  # all that end alike are named together
    assert " 1 berkas · " in out


def test_thirty_workbooks_need_few_descriptors(folder: Path) -> None:
    few = "import resource\nresource.setrlimit(resource.RLIMIT_NOFILE, (8, 8))"
    ran = faulty(folder, ["check", str(EXAMPLES / "kota-contoh")], few)
    assert (ran.code, ran.out.decode().split(" · ")[0]) == (0, " 30 berkas")


def test_no_descriptor_at_all_is_told(folder: Path) -> None:
    none = "import resource\nresource.setrlimit(resource.RLIMIT_NOFILE, (3, 3))"
    ran = faulty(folder, ["check", CITY], none)
    assert ran.code == USAGE
    assert "(terlalu banyak berkas terbuka)" in sentence(ran)


def test_too_little_memory_is_told_in_one_sentence(folder: Path) -> None:
    little = (
        "import resource\nhave = int(open('/proc/self/statm').read().split()[0]) * 4096\n"
        "most = have + (32 << 20)\nresource.setrlimit(resource.RLIMIT_AS, (most, most))"
    )
    assert faulty(folder, ["check", CITY], little).code == 0
    with (folder / "besar.xlsx").open("wb") as large:
        large.truncate(64 << 20)
    ran = faulty(folder, ["check", "besar.xlsx"], little)
    assert ran.code == USAGE
    assert sentence(ran).startswith("memori komputer ini tidak cukup")


def test_memory_that_ends_is_no_bug(folder: Path) -> None:
    fault = "from kediri_index.usecases import score\ndef full(*said, **more):\n    raise MemoryError\nscore.score = full"
    ran = faulty(folder, ["score", CITY], fault)
    assert ran.code == USAGE
    assert sentence(ran).startswith("memori komputer ini tidak cukup")


def test_a_signal_before_the_program_has_begun_ends_it_quietly(folder: Path) -> None:
    early = (
        "import builtins, os, signal\nreal = builtins.__import__\n"
        "def importing(name, *said):\n"
        "    if name == 'kediri_index.cli.run':\n        os.kill(os.getpid(), signal.SIGTERM)\n"
        "    return real(name, *said)\n"
        "builtins.__import__ = importing"
    )
    ran = faulty(folder, ["score", CITY], early)
    assert (ran.code, ran.out, ran.err) == (130, b"", b"")


def test_a_signal_that_is_ignored_stays_so(folder: Path) -> None:
    ignored = "import os, signal\nsignal.signal(signal.SIGHUP, signal.SIG_IGN)"
    program = f"{ignored}\nfrom kediri_index.cli.process import settle_signals\nsettle_signals()\n"
    ran = forked(folder, program=f"{program}os.kill(os.getpid(), signal.SIGHUP)\nprint(1)")
    assert (ran.code, ran.out) == (0, b"1\n")
