"""The mutants: number *n* of a seed is the same on every machine."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from random import Random
from typing import NamedTuple

from tests.hostile.fuzz.packages import changed_parts, changed_xml
from tests.hostile.fuzz.strings import Change, changed_bytes
from tests.hostile.fuzz.texts import changed_table, changed_yaml

ROOT = Path(__file__).parents[3]
EXAMPLES = ROOT / "examples"
CITY = EXAMPLES / "kota-contoh"
DATA = "data.xlsx"
MOST_BYTES = 60_000
"""Originals beyond this say nothing more, and take long."""


class Kind(NamedTuple):
    """A kind of mutant: what it is made from, how it is changed, and what is run on it.

    *share* is how many of a hundred mutants are of it. In *commands* ``FILE`` is the mutant.
    """

    name: str
    share: int
    originals: Sequence[str]
    ending: str
    changes: Sequence[Change]
    commands: Sequence[Sequence[str]]


class Mutant(NamedTuple):
    """What is run: *data* in a file called *file*, made from *original*."""

    number: int
    kind: Kind
    original: str
    file: str
    data: bytes


_BOOKS = (
    "*.xlsx", "kota-contoh/Dinas K*.xlsx", "kota-contoh-salah/Dinas *.xlsx", "findings/[CFX]*.xlsx",
)  # fmt: skip
_READ = (
    ("check", "FILE", "--format", "json"),
    ("score", "FILE", "--allow-errors", "--format", "json"),
)
_TABLES = ("ipm-*.csv", "wilayah-contoh/*.csv", "findings/*.csv")
_LINTED = (
    ("definition", "lint", "FILE", "--format", "json"),
    ("check", DATA, "--config", "FILE", "--format", "json"),
)
KINDS = (
    Kind("xlsx: bytes", 12, _BOOKS, ".xlsx", (changed_bytes,), _READ),
    Kind("xlsx: parts", 10, _BOOKS, ".xlsx", (changed_parts,), _READ),
    Kind("xlsx: XML", 38, _BOOKS, ".xlsx", (changed_xml,), _READ),
    Kind("csv", 12, _TABLES, ".csv", (changed_table, changed_table, changed_bytes), _READ),
    Kind(
        "definition", 12, ("../config/[ikps]*.yaml", "findings/D*.yaml"), ".yaml",
        (changed_yaml, changed_yaml, changed_yaml, changed_bytes), _LINTED,
    ),
    Kind(
        "profile", 6, ("kota-contoh*/profile.yaml",), ".yaml", (changed_yaml, changed_bytes),
        (("check", DATA, "--profile", "FILE", "--format", "json"),
         ("status", ".", "--profile", "FILE", "--format", "json")),
    ),
    Kind(
        "waivers", 4, ("waivers.yaml",), ".yaml", (changed_yaml, changed_bytes),
        (("check", DATA, "--waivers", "FILE", "--format", "json"),),
    ),
    Kind(
        "bundle", 6, (), ".zip", (changed_bytes, changed_bytes, changed_parts),
        (("verify", "FILE", "--format", "json"),),
    ),
)  # fmt: skip


def mutant(seed: int, number: int, archive: bytes) -> Mutant:
    """Return mutant *number* of *seed*; those of a bundle are made from *archive*."""
    chance = Random(f"{seed}:{number}")  # noqa: S311 - the same on every machine
    kind = chance.choices(KINDS, [kind.share for kind in KINDS])[0]
    path = chance.choice(_originals(chance.choice(kind.originals))) if kind.originals else None
    data = archive if path is None else path.read_bytes()
    for _ in range(chance.choice((1, 1, 2, 3, 5))):
        try:
            data = chance.choice(kind.changes)(data, chance)
        except (OSError, ValueError, NotImplementedError, RuntimeError, KeyError, IndexError):
            data = changed_bytes(data, chance)  # it is no package any more
        except Exception as error:  # such as zipfile's and zlib's own
            if type(error).__module__ not in {"zipfile", "zlib"}:
                raise
            data = changed_bytes(data, chance)
    original = "a bundle" if path is None else path.relative_to(ROOT).as_posix()
    return Mutant(number, kind, original, f"mutant{kind.ending}", data)


@cache
def _originals(pattern: str) -> tuple[Path, ...]:
    found = sorted(EXAMPLES.glob(pattern))
    return tuple(path for path in found if path.stat().st_size <= MOST_BYTES)
