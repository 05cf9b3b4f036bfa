"""The folder that a hostile run works in, what lies outside of it, and whether that was let be.

Every file outside holds a canary. None may be changed, nothing of one may be told or written, and
where the system tells (Linux), none is read, nor is a folder there listed.
"""

from __future__ import annotations

import ctypes
import os
import stat
import struct
import sys
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from fnmatch import fnmatchcase
from pathlib import Path
from typing import NamedTuple

from tests.hostile.making import answers, sheet, text_cell, workbook
from tests.hostile.plain import DEFINITION, PROFILE, WAIVERS

CANARY = "kenari-7f3a"
OUTSIDE = "luar"
"""The folder beside the one worked in: ``../luar``."""
WRITTEN = 64 << 20
"""Bytes that a run may print and write."""
_ACCESS, _LISTED = 0x1, 0x40000000

FILES: dict[str, bytes] = {
    "passwd": f"root:x:0:0:{CANARY}:/root:/bin/sh\n".encode() * 3,
    ".env": f"SECRET={CANARY}\nTOKEN: {CANARY}\n".encode(),
    "id_ed25519": f"-----BEGIN OPENSSH PRIVATE KEY-----\n{CANARY}\n-----END\n".encode(),
    "pillars.yaml": DEFINITION.replace("Layanan", CANARY).encode(),
    "broken.yaml": f"{DEFINITION}{CANARY}: [\n".encode(),
    "profile.yaml": PROFILE.replace("Dinas Kesehatan", CANARY).encode(),
    "waivers.yaml": WAIVERS.replace("Dewi", CANARY).encode(),
    "costs.csv": f"indicator,step,cost\nA-1,{CANARY},1\n".encode(),
    "weights.csv": f"set,satu,dua\n{CANARY},50,50\n".encode(),
    "a.csv": f"Kode,Nilai mandiri\nA-1,{CANARY}\n".encode(),
    "a.xlsx": workbook(sheet(answers(first=text_cell("C2", CANARY)))),
}
"""What may be wished for outside: a file of each kind."""


class Seen(NamedTuple):
    """What is known of a file without reading it."""

    inode: int
    size: int
    changed: int
    mode: int


class Sandbox:
    """The folder *data* for a run in *place*, and what lies outside."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self.data = place / "data"
        self.outside = place / OUTSIDE
        for folder in (self.data, self.outside):
            folder.mkdir()
        for name, data in FILES.items():
            (self.outside / name).write_bytes(data)
        self._above = [self.outside]
        self._before: dict[str, Seen] = {}
        self._watch: int | None = None

    def plant_above(self) -> None:
        """Put a definition and a profile where a search from the folder upward finds them."""
        config = self.place / "config"
        config.mkdir()
        for name in ("pillars.yaml", "profile.yaml", "waivers.yaml"):
            (config / name).write_bytes(FILES[name])
            (self.place / name).write_bytes(FILES[name])
        self._above.append(config)

    def close(self) -> None:
        """Remember how all is, and watch the outside from now on."""
        self._before = dict(_seen(self.place))
        self._watch = _watching(self._above)

    def faults(self, told: str, writes: tuple[str, ...] = (), *, reads: bool = False) -> list[str]:
        """Return what was done since ``close`` that may not be.

        *told* is what was printed. *writes* are patterns of files that may be new or other than
        before, from the folder on; what lies outside may be read only where *reads*.
        """
        touched = [] if reads else _touched(self._watch)
        faults = [f"read outside: {name}" for name in touched]
        after = dict(_seen(self.place))
        new = [name for name, seen in after.items() if self._before.get(name) != seen]
        gone = [name for name in self._before if name not in after]
        allowed = [os.path.normpath(f"data/{one}") for one in writes]
        faults += [
            f"made or changed: {name!r}"
            for name in new
            if name not in {"data.out", "data.err", "data.measured"}
            and not any(fnmatchcase(name, one) for one in allowed)
        ]
        faults += [f"gone: {name!r}" for name in gone]
        if not reads:
            if CANARY in told:
                faults.append(f"told: {told[max(0, told.find(CANARY) - 80) :][:200]}")
            faults += [f"copied: {name!r}" for name in new if _holds_canary(self.place / name)]
        size = len(told) + sum(after[name].size for name in new)
        if size > WRITTEN:
            faults.append(f"{size} bytes printed and written")
        return faults


def _seen(place: Path) -> Iterator[tuple[str, Seen]]:
    for folder, _, names in os.walk(place):
        for name in names:
            path = f"{folder}/{name}"
            known = os.lstat(path)
            told = Seen(known.st_ino, known.st_size, known.st_mtime_ns, known.st_mode)
            yield os.path.relpath(path, place), told


def _holds_canary(path: Path) -> bool:
    if not stat.S_ISREG(path.lstat().st_mode):
        return False
    data = path.read_bytes()
    if CANARY.encode() in data:
        return True
    with suppress(zipfile.BadZipFile), zipfile.ZipFile(path) as package:
        return any(CANARY.encode() in package.read(one) for one in package.namelist())
    return False


def _watching(folders: Iterable[Path]) -> int | None:
    """Return a descriptor that tells of what is read in *folders*, or None where none does."""
    if sys.platform != "linux":
        return None
    system = ctypes.CDLL(None)
    watch: int = system.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC)
    for folder in folders:
        if watch < 0 or system.inotify_add_watch(watch, os.fsencode(folder), _ACCESS) < 0:
            return None
    return watch


def _touched(watch: int | None) -> list[str]:
    """Return what *watch* has told, and end it."""
    if watch is None:
        return []
    data = b""
    with suppress(BlockingIOError):
        data = os.read(watch, 1 << 20)
    os.close(watch)
    names = []
    while data:
        _, mask, _, length = struct.unpack_from("iIII", data)
        name = data[16 : 16 + length].rstrip(b"\0").decode()
        names.append(f"{name}/" if mask & _LISTED else name)
        data = data[16 + length :]
    return sorted(set(names))
