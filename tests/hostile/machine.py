"""The commands that write, and runs of them in a child whose machine has a fault.

What is wrong with the machine is a *fault*: lines of Python that the child runs before the program.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tests.hostile.forking import MAIN
from tests.hostile.judging import obeyed
from tests.hostile.running import Ran, forked

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
CITY = str(EXAMPLES / "kota-kediri-2022.xlsx")
AGENCY = "Dinas Sosial.xlsx"
OLD = b"lama"
USAGE, BUG, INTERRUPTED = 2, 70, 130


class Writing(NamedTuple):
    """A command that writes, and the *files* that it writes at ``TARGET``, the folder that is given."""

    name: str
    arguments: Sequence[str]
    files: Sequence[str]

    def line(self, target: str) -> list[str]:
        """Return the arguments, where *target* is the folder to write into."""
        return [one.replace("TARGET", target) for one in self.arguments]


def _to(name: str, *arguments: str) -> Writing:
    return Writing(name, [*arguments, "--output", "TARGET/hasil", "--force"], ["hasil"])


WRITING = (
    _to("score", "score", CITY),
    _to("score --format json", "score", CITY, "--format", "json"),
    _to("check", "check", CITY),
    Writing(
        "check --report", ["check", CITY, "--report", "json=TARGET/a.json", "--force"], ["a.json"]
    ),
    Writing("check --mark", ["check", "salah.xlsx", "--mark", "TARGET", "--force"], ["salah.xlsx"]),
    _to("compare", "compare", CITY, CITY),
    _to("trace", "trace", CITY),
    _to("plan", "plan", CITY, "--target", "3.4"),
    _to("report", "report", CITY, "--format", "md"),
    Writing(
        "report --all", ["report", CITY, "--all", "TARGET", "--force"],
        [f"Kota Kediri 2022.{ending}" for ending in ("html", "docx", "xlsx", "md")],
    ),
    Writing(
        "template", ["template", "--profile", "sedikit.yaml", "--opd", "rsud", "--output", "TARGET/a.xlsx", "--force"], ["a.xlsx"]
    ),
    Writing(
        "template --all", ["template", "--profile", "sedikit.yaml", "--all", "TARGET", "--force"],
        ["Dinas Sosial.xlsx", "RSUD.xlsx"],
    ),
    _to("status", "status", "opd"),
    Writing(
        "status --messages", ["status", "opd", "--profile", "sedikit.yaml", "--messages", "TARGET", "--force"],
        ["rsud.txt"],
    ),
    _to("bundle", "bundle", CITY),
    Writing(
        "init", ["init", "TARGET", "--config", "six-pillars", "--force"],
        ["README.md", "config/profile.yaml"],
    ),
    _to("explain", "explain", "C203"),
    _to("definition schema", "definition", "schema"),
    _to("definition show", "definition", "show"),
    _to("definition list", "definition", "list"),
)  # fmt: skip
FEW = """\
unit: Kota Contoh
opd:
  - {id: dinsos, name: Dinas Sosial}
  - {id: rsud, name: RSUD}
assign:
  dinsos: [BAS-01]
  rsud: [OUT-05]
due: 2024-01-31
"""


def workplace(folder: Path) -> Path:
    """Return *folder* with what the commands read."""
    folder.mkdir()
    (folder / "opd").mkdir()
    shutil.copy(EXAMPLES / "kota-contoh" / AGENCY, folder / "opd")
    shutil.copy(EXAMPLES / "kota-contoh" / "profile.yaml", folder / "opd")
    shutil.copy(EXAMPLES / "findings" / "C203.xlsx", folder / "salah.xlsx")
    (folder / "sedikit.yaml").write_text(FEW, encoding="utf-8")
    return folder


def old_files(folder: Path, files: Sequence[str]) -> None:
    """Write an old file in the place of each that is to be written."""
    for name in files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(OLD)


HEARD = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)
signal.signal(signal.SIGHUP, signal.SIG_DFL)
"""
"""Who starts the tests in the background may have them ignore these."""


def faulty(folder: Path, arguments: Sequence[str], fault: str = "", **variables: str) -> Ran:
    """Run ``kediri-index`` in *folder* on a machine with a *fault*; nothing may end as a bug."""
    program = f"{HEARD}{fault}\n{MAIN}"
    ran = forked(folder, arguments=list(arguments), program=program, variables=variables)
    said = (ran.out + ran.err).decode()
    assert ran.code in {0, 1, USAGE, INTERRUPTED}, (ran.code, said[-2000:])
    assert "Traceback" not in said
    assert obeyed((ran.err).decode()) == set()
    return ran


def sentence(ran: Ran) -> str:
    """Return the one sentence that a run ended with, after it said what it had found to use."""
    lines = [line for line in ran.err.decode().splitlines() if not line.startswith(" Memakai ")]
    assert len(lines) == 1, lines
    assert lines[0].startswith("kediri-index: galat: "), lines
    return lines[0].removeprefix("kediri-index: galat: ")


def seen(folder: Path) -> dict[str, bytes]:
    """Return every file below *folder* with its bytes."""
    paths = (Path(place, name) for place, _, names in os.walk(folder) for name in names)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
