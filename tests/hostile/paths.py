"""Paths that are no files, or files under names that no file should have."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from pathlib import Path

from tests.hostile.cases import USAGE, Case
from tests.hostile.making import answers, sheet, text_cell, workbook

GIBIBYTES = 10 << 30
FAULTY = "C110 Penilaian!C2"


def _good(folder: Path, name: str = "a.xlsx") -> Path:
    path = folder / name
    path.write_bytes(workbook())
    return path


def _faulty(name: str | bytes) -> Callable[[Path], None]:
    """Return what writes a workbook with a fault by a *name*."""

    def make(folder: Path) -> None:
        encoded = name if isinstance(name, bytes) else name.encode()
        data = workbook(sheet(answers(first=text_cell("C2", "x"))))
        Path(os.fsdecode(os.fsencode(folder) + b"/" + encoded)).write_bytes(data)

    return make


def _fifo(folder: Path) -> None:
    os.mkfifo(folder / "a.xlsx")


def _fifo_beside(folder: Path) -> None:
    _good(folder, "b.xlsx")
    _fifo(folder)


def _fifo_table_beside(folder: Path) -> None:
    _good(folder, "b.xlsx")
    os.mkfifo(folder / "a.csv")


def _socket(folder: Path) -> None:
    here = Path.cwd()
    os.chdir(folder)  # the path of a socket must be short
    try:
        with socket.socket(socket.AF_UNIX) as one:
            one.bind("a.xlsx")
    finally:
        os.chdir(here)


def _folder_named(folder: Path) -> None:
    (folder / "a.xlsx").mkdir()


def _folder_named_full(folder: Path) -> None:
    _folder_named(folder)
    _good(folder / "a.xlsx", "b.xlsx")


def _loop(folder: Path) -> None:
    (folder / "a.xlsx").symlink_to("b.xlsx")
    (folder / "b.xlsx").symlink_to("a.xlsx")


def _dangling(folder: Path) -> None:
    (folder / "a.xlsx").symlink_to("nowhere.xlsx")


def _dangling_beside(folder: Path) -> None:
    _good(folder, "b.xlsx")
    _dangling(folder)


def _loop_of_folders(folder: Path) -> None:
    _good(folder, "b.xlsx")
    (folder / "in").mkdir()
    (folder / "in" / "round").symlink_to("..")


def _linked(target: str) -> Callable[[Path], None]:
    return lambda folder: (folder / "a.xlsx").symlink_to(target)


def _linked_outside(folder: Path) -> None:
    outside = folder.parent / "outside"
    outside.mkdir()
    (folder / "a.xlsx").symlink_to(_good(outside, "b.xlsx"))


def _no_rights(folder: Path) -> None:
    _good(folder).chmod(0)


def _no_rights_beside(folder: Path) -> None:
    _no_rights(folder)
    _good(folder, "b.xlsx")


def _no_rights_in(folder: Path) -> None:
    _good(folder, "b.xlsx")
    (folder / "in").mkdir()
    _good(folder / "in")
    (folder / "in").chmod(0)


def _sparse(folder: Path) -> None:
    with (folder / "a.xlsx").open("wb") as file:
        file.truncate(GIBIBYTES)


def _sparse_beside(folder: Path) -> None:
    _good(folder, "b.xlsx")
    _sparse(folder)


def _zeros(folder: Path) -> None:
    (folder / "zeros").symlink_to("/dev/zero")


def _many(folder: Path) -> None:
    data = workbook(sheet(""))
    for number in range(400):
        (folder / f"{number}.xlsx").write_bytes(data)


def _deep(folder: Path) -> None:
    place = folder
    for _ in range(300):
        place /= "d"
        place.mkdir()
    _good(place, "a.xlsx")


USELESS_NAME = "\x1b[2J\x1b]52;c;aGk=\x07\u202exslx.\n::error::[bold]`a`|<b>.xlsx"

CASES: tuple[Case, ...] = (
    Case("a pipe without a writer", _fifo, code=USAGE),
    Case("a pipe in a folder", _fifo_beside, ("F124",), file="."),
    Case("a pipe named like a table in a folder", _fifo_table_beside, ("F124",), file="."),
    Case("a socket", _socket, code=USAGE),
    Case("a folder named like a workbook", _folder_named, code=USAGE),
    Case("a folder named like a workbook, with one", _folder_named_full),
    Case("links in a circle", _loop, code=USAGE),
    Case("a link to nowhere", _dangling, code=USAGE),
    Case("a link to nowhere in a folder", _dangling_beside, ("F124",), file="."),
    Case("folders in a circle", _loop_of_folders, file="."),
    Case("a link to endless zeros", _linked("/dev/zero"), code=USAGE),
    Case("a link to a terminal", _linked("/dev/tty"), code=USAGE),
    Case("a link to standard input", _linked("/dev/stdin"), code=USAGE),
    Case("a link to a process's memory", _linked("/proc/self/mem"), code=USAGE),
    Case("a link out of the folder", _linked_outside),
    Case("a device", lambda folder: None, code=USAGE, file="/dev/zero"),
    Case("a file without rights", _no_rights, code=USAGE, powerless=True),
    Case("a file without rights in a folder", _no_rights_beside, ("F124",), file=".", powerless=True),
    Case("a folder without rights", _no_rights_in, ("F124",), file=".", powerless=True),
    Case("10 GiB of nothing", _sparse, ("F102",)),
    Case("10 GiB of nothing in a folder", _sparse_beside, ("F102",), file="."),
    Case("endless zeros from standard input", _zeros, ("F102",), file="-", stdin="zeros"),
    Case("nothing from standard input", lambda folder: (folder / "empty").touch(), ("F101",), file="-", stdin="empty"),
    Case("a name with orders to a screen", _faulty(USELESS_NAME), (FAULTY,), file="."),
    Case("a name with line ends", _faulty("a\n::error::b\r\n.xlsx"), (FAULTY,), file="a\n::error::b\r\n.xlsx"),
    Case("a name that is no text", _faulty(b"a\xff\xfe.xlsx"), (FAULTY,), file="."),
    Case("a name that begins like an option", _faulty("--force.xlsx"), (FAULTY,), file="."),
    Case("a name of 255 bytes", _faulty("n" * 250 + ".xlsx"), (FAULTY,), file="."),
    Case("a name of wildcards", _faulty("[a-z]*?.xlsx"), (FAULTY,), file="[a-z]*?.xlsx"),
    Case("a name in quotes", _faulty("a'\"$(id)`id`.xlsx"), (FAULTY,), file="."),
    Case("a name of spaces", _faulty("  .xlsx"), (FAULTY,), file="."),
    Case("a path of 100,000 letters", lambda folder: None, code=USAGE, file="n" * 100_000),
    Case("a path that is nowhere", lambda folder: None, code=USAGE, file="\x1b[2J\u202e.xlsx"),
    Case("a pattern without end", lambda folder: None, code=USAGE, file="*" * 5_000 + ".xlsx"),
    Case("a pattern of many folders", _deep, file="**/a.xlsx"),
    Case("400 files", _many, ("F401",) * 400, file="."),
    Case("folders 300 deep", _deep, file="."),
)  # fmt: skip
