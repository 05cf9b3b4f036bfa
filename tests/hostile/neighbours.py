"""What another user of the machine puts into a folder that all may write to."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

from tests.hostile.cases import USAGE, Case
from tests.hostile.making import answers, sheet, text_cell, workbook
from tests.hostile.plain import PROFILE
from tests.hostile.running import Ran
from tests.hostile.sandbox import OUTSIDE

TABLE = "unit,year,baseline,output,outcome,impact,quick_win\nKota Uji,2023,3,3,3,3,3\n"
SCORE = ("score", "a.csv", "--format", "json")
CONFIG = ("config", "config/pillars.yaml", "config/profile.yaml")
LOW = """\
kediri_index: 1
id: tetangga
version: "1"
status: own
title: Milik tetangga
scale: {min: 0, max: 4}
kinds: {pillar: {name: Pilar}}
groups: {impact: {name: Dampak, kind: pillar}}
indicators: {A-1: {name: A, in: impact}}
"""


def _shared(put: Callable[[Path], object]) -> Callable[[Path], None]:
    """Return what makes a folder as /tmp is, with a table of ours and what the neighbour *put*."""

    def make(folder: Path) -> None:
        (folder / "a.csv").write_text(TABLE, encoding="utf-8")
        put(folder)
        folder.chmod(0o1777)

    return make


def _configured(folder: Path) -> None:
    (folder / "config").mkdir()
    (folder / "config" / "pillars.yaml").write_text(LOW, encoding="utf-8")
    (folder / "config" / "profile.yaml").write_text(PROFILE, encoding="utf-8")


def _profiled(folder: Path) -> None:
    (folder / "profile.yaml").write_text("unit: Kota Palsu\n", encoding="utf-8")


def _linked(name: str, target: str) -> Callable[[Path], object]:
    return lambda folder: (folder / name).symlink_to(f"../{OUTSIDE}/{target}")


def _pipe(name: str) -> Callable[[Path], None]:
    def put(folder: Path) -> None:
        (folder / name).parent.mkdir(exist_ok=True)
        os.mkfifo(folder / name)
        (folder / name).chmod(0o666)

    return put


def _ours(_: Path, ran: Ran) -> None:
    """Assert that the score is that of the shipped definition."""
    said = json.loads(ran.out)
    assert said["definition"]["id"] == "kominfo-2023-reguler"
    assert [unit["unit"] for unit in said["result"]["units"]] == ["Kota Uji"]


def _case(
    name: str, put: Callable[[Path], object], *theirs: str, code: int | None = None,
    line: tuple[str, ...] = SCORE, **more: object,
) -> Case:  # fmt: skip
    return Case(
        name, _shared(put), command=line, file="", code=code, powerless=True,
        neighbours=theirs, **more,  # type: ignore[arg-type]
    )  # fmt: skip


def _output(name: str, put: Callable[[Path], object], *more: str, shows: str = "tautan") -> Case:
    line = (*SCORE, "-o", "hasil", *more)
    return _case(name, put, "hasil", code=USAGE, line=line, shows=("hasil: ", shows))


def _filled(name: str, target: str) -> Case:
    """Return a case of a folder to be filled, which is the neighbour's link to *target*."""

    def put(folder: Path) -> None:
        (folder / "a.xlsx").write_bytes(workbook(sheet(answers(first=text_cell("C2", "x")))))
        (folder.parent / OUTSIDE / "kosong").mkdir()
        _linked("hasil", target)(folder)

    line = ("check", "a.xlsx", "--config", "uji.yaml", "--unit", "Kota Uji", "--mark", "hasil")
    return _case(name, put, "hasil", code=USAGE, line=line, shows=("hasil: ", "tautan"))


CASES: tuple[Case, ...] = (
    _case("a definition and a profile", _configured, *CONFIG, held=_ours, shows=("config/pillars.yaml",)),
    _case("a profile beside the data", _profiled, "profile.yaml", held=_ours, shows=("profile.yaml",)),
    _case("a pipe for a definition", _pipe("config/pillars.yaml"), "config", "config/pillars.yaml", held=_ours),
    _case("a pipe for a profile", _pipe("profile.yaml"), "profile.yaml", held=_ours),
    _case("a pipe among the data", _pipe("b.csv"), "b.csv", faults=("F124",), line=("check", ".", "--format", "json")),
    _output("a link in the place of a result", _linked("hasil", "profile.yaml")),
    _output("a link in the place of a result, by force", _linked("hasil", "profile.yaml"), "--force"),
    _output("a link to nowhere in the place of a result", _linked("hasil", "baru")),
    _output("a pipe in the place of a result", _pipe("hasil"), shows="tidak dapat ditulis"),
    _output("a pipe in the place of a result, by force", _pipe("hasil"), "--force", shows="tidak dapat ditulis"),
    _filled("a link in the place of a folder that is filled", "kosong"),
    _filled("a link to nowhere in the place of a folder that is filled", "baru"),
)  # fmt: skip
