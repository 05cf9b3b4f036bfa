"""Profiles and waivers made to hurt, beside a workbook without fault."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from tests.hostile.cases import FINE, USAGE, YAML_GIVES_UP, Case
from tests.hostile.making import workbook
from tests.hostile.plain import PROFILE, WAIVERS

Content = str | bytes | Callable[[Path], object]


def _case(kind: str, name: str, content: Content, *codes: str, code: int = USAGE) -> Case:
    """Return a case of a file that is refused by *codes*; the check itself never begins."""

    def make(folder: Path) -> None:
        (folder / "a.xlsx").write_bytes(workbook())
        other = folder / "x.yaml"
        if callable(content):
            content(other)
        else:
            other.write_bytes(content.encode() if isinstance(content, str) else content)

    return Case(f"{kind}: {name}", make, codes, code, arguments=(f"--{kind}", "x.yaml"))


def _profile(name: str, content: Content, *codes: str, code: int = USAGE) -> Case:
    return _case("profile", name, content, *codes, code=code)


def _waivers(name: str, content: Content, *codes: str, code: int = USAGE) -> Case:
    return _case("waivers", name, content, *codes, code=code)


def _sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(10 << 30)


def _zeros(path: Path) -> None:
    path.symlink_to("/dev/zero")


BOMB = "a0: &a0 [x]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 9)
)
ORDERS = '"\\e[2J\\e]52;c;aGk=\\a\\u202E[bold]\\n::error::<b>"'
ANY: tuple[tuple[str, Content, tuple[str, ...]], ...] = (
    ("no UTF-8", b"unit: \xff\n", ("D005",)),
    ("escapes", "unit: \x1b[2J\n", ("D006",)),
    ("broken", "[", ("D282",)),
    ("billion laughs", BOMB, ("D017",)),
    ("100,000 brackets", "a: " + "[" * 100_000, ("D282" if YAML_GIVES_UP else "D011",)),
    ("two documents", "a: 1\n---\nb: 2\n", ("D008",)),
    ("3 MB", "#" * 3_000_000, ("D004",)),
    ("10 GiB of nothing", _sparse, ("D004",)),
    ("a pipe", os.mkfifo, ("D002",)),
    ("a folder", Path.mkdir, ("D002",)),
    ("a device", _zeros, ("D002",)),
)  # fmt: skip

PROFILES: tuple[Case, ...] = (
    _profile("without fault", PROFILE, code=FINE),
    *(_profile(name, content, *codes) for name, content, codes in ANY),
    _profile("a tag that runs a program", PROFILE + '? !!python/object/apply:os.system ["id"]\n: x\n', "D013"),
    _profile("broken below a key", "unit: [", "D714"),
    _profile("a list", "- a\n", "D009"),
    _profile("a unit with orders", PROFILE.replace("unit: Kota Uji", f"unit: Kota Uji\nalso: [{ORDERS}]"), code=FINE),
    _profile("an agency's id that leads upward", PROFILE.replace("id: dinkes", "id: ../../x"), "D112"),
    _profile("an agency's id with orders", PROFILE.replace("id: dinkes", f"id: {ORDERS}"), "D112"),
    _profile("an agency twice", PROFILE.replace("id: disdik", "id: dinkes"), "D401", "D403"),
    _profile("an agency that nobody has", PROFILE.replace("disdik: [B-1]", f"{ORDERS}: [B-1]"), "D112"),
    _profile("a year of 10,000 digits", PROFILE.replace("2022:", "9" * 10_000 + ":"), "D007"),
    _profile("a score of NaN", PROFILE.replace("2.50", ".nan"), "D106"),
    _profile("a day that never was", PROFILE.replace("2023-09-13", "2023-02-30"), "D111"),
    _profile("wildcards without end", PROFILE.replace("[A-1]", f'["{"*" * 2_000}A-1"]'), code=FINE),
    _profile("10,000 agencies", lambda path: path.write_text("unit: Kota Uji\nopd:\n" + "".join(f"  - {{id: o{n}, name: Dinas {n}}}\n" for n in range(10_000)), encoding="utf-8"), code=FINE),
)  # fmt: skip

WAIVED: tuple[Case, ...] = (
    *(_waivers(name, content, *codes) for name, content, codes in ANY),
    _waivers("a tag that runs a program", '- !!python/object/apply:os.system ["id"]\n', "D282"),
    _waivers("none", "", code=FINE),
    _waivers("an empty list", "[]\n", code=FINE),
    _waivers("keys", "a: 1\n", "D601"),
    _waivers("a code that nobody has", WAIVERS.replace("C203", ORDERS), "D602"),
    _waivers("a cell beyond all", WAIVERS.replace("cell: C2", f"cell: {'Z' * 5_000}1"), "D118"),
    _waivers("a day beyond the calendar", WAIVERS.replace("2099-12-31", "99999-12-31"), "D111"),
    _waivers("a waiver twice", WAIVERS * 2, "D603"),
    _waivers("a code as a list", WAIVERS.replace("C203", "[C203]"), "D103"),
    _waivers("a reason of 1 MB", WAIVERS.replace("Sudah dibicarakan", "x" * 1_000_000), "D605", code=FINE),
)  # fmt: skip
