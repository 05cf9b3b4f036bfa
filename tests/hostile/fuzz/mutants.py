"""The mutants: number *n* of a seed is the same on every machine."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from random import Random
from typing import NamedTuple

from tests.hostile.fuzz.bundles import changed_member
from tests.hostile.fuzz.packages import changed_parts, changed_xml
from tests.hostile.fuzz.strings import Change, changed_bytes
from tests.hostile.fuzz.texts import changed_table, changed_yaml, gently_changed_yaml

ROOT = Path(__file__).parents[3]
EXAMPLES = ROOT / "examples"
CITY = EXAMPLES / "kota-contoh"
DATA = "data.xlsx"
MOST_BYTES = 60_000
"""Originals beyond this say nothing more, and take long."""


class Source(NamedTuple):
    """Files of the examples that mutants are made from, and the definition that they are for."""

    pattern: str
    config: str | None = None


class Kind(NamedTuple):
    """A kind of mutant: what it is made from, how it is changed, and what is run on it.

    *share* is how many of a hundred mutants are of it; without any, it is made where it is asked for. In *commands* ``FILE`` is the mutant; of the
    *further* ones each mutant has one.
    """

    name: str
    share: int
    sources: Sequence[Source]
    ending: str
    changes: Sequence[Change]
    commands: Sequence[Sequence[str]]
    further: Sequence[Sequence[str]] = ((),)


class Mutant(NamedTuple):
    """What is run: *data* in a file called *file*, made from *original*, which it may still be."""

    number: int
    kind: Kind
    original: str
    file: str
    data: bytes
    commands: Sequence[Sequence[str]]
    is_changed: bool = True


_FINDINGS = "findings/definisi/uji.yaml"
_BOOKS = (
    Source("kota-kediri-*.xlsx"), Source("*.xlsx"), Source("kota-contoh/Dinas K*.xlsx"),
    Source("kota-contoh-salah/Dinas *.xlsx"), Source("findings/[CX]*.xlsx", _FINDINGS),
    Source("findings/F[24]*.xlsx", _FINDINGS),
)  # fmt: skip
_TABLES = (
    Source("ipm-*.csv", "../config/ipm-bps.yaml"), Source("findings/F30*.csv", _FINDINGS),
    Source("wilayah-contoh/*.csv", "wilayah-contoh/indeks.yaml"),
)  # fmt: skip
_READ = (
    ("check", "FILE", "--format", "json"),
    ("score", "FILE", "--allow-errors", "--format", "json"),
)
_FURTHER = (
    ("check", "FILE", "--mark", "made"), ("trace", "FILE", "--allow-errors", "--format", "json"),
    ("report", "FILE", "--allow-errors", "--format", "xlsx", "--output", "made"),
    ("report", "FILE", "--allow-errors", "--format", "html", "--output", "made"),
    ("compare", "FILE", "FILE", "--allow-errors", "--format", "json"),
)  # fmt: skip
_DEFINITIONS = (
    Source("../config/pillars.yaml"), Source("../config/[ikps]*.yaml"), Source("findings/D*.yaml"),
    Source("wilayah-contoh/indeks.yaml"), Source(_FINDINGS),
)  # fmt: skip
_LINTED = (
    ("definition", "lint", "FILE", "--format", "json"),
    ("score", "data.csv", "--config", "FILE", "--format", "json"),
    ("score", DATA, "--config", "FILE", "--allow-errors", "--format", "json"),
)
KINDS = (
    Kind("xlsx: bytes", 10, _BOOKS, ".xlsx", (changed_bytes,), _READ, _FURTHER),
    Kind("xlsx: parts", 10, _BOOKS, ".xlsx", (changed_parts,), _READ, _FURTHER),
    Kind("xlsx: XML", 40, _BOOKS, ".xlsx", (changed_xml,), _READ, _FURTHER),
    Kind("csv", 12, _TABLES, ".csv", (changed_table, changed_table, changed_bytes), _READ, _FURTHER),
    Kind(
        "definition", 12,
        _DEFINITIONS,
        ".yaml", (changed_yaml, changed_yaml, changed_yaml, changed_bytes), _LINTED,
    ),
    Kind(
        "profile", 6, (Source("kota-contoh*/profile.yaml"),), ".yaml", (changed_yaml, changed_bytes),
        (("check", DATA, "--profile", "FILE", "--format", "json"),
         ("status", ".", "--profile", "FILE", "--format", "json")),
    ),
    Kind(
        "waivers", 4, (Source("waivers.yaml"),), ".yaml", (changed_yaml, changed_bytes),
        (("check", DATA, "--waivers", "FILE", "--format", "json"),),
    ),
    Kind(
        "bundle", 6, (), ".zip", (changed_bytes, changed_bytes, changed_parts),
        (("verify", "FILE", "--format", "json"),),
    ),
    Kind(
        "bundle: members", 0, (), ".zip", (changed_member,), (("verify", "FILE", "--format", "json"),)
    ),
    Kind(
        "definition in use", 0, _DEFINITIONS, ".yaml", (gently_changed_yaml,),
        (("definition", "show", "FILE", "--format", "json"),
         ("definition", "diff", str(EXAMPLES / "../config/pillars.yaml"), "FILE", "--format", "json")),
        (("template", "--config", "FILE", "--output", "made.xlsx"),
         ("score", "data.csv", "--config", "FILE", "--allow-errors", "--detail"),
         ("plan", DATA, "--config", "FILE", "--target", "3", "--allow-errors", "--format", "json"),
         ("trace", DATA, "--config", "FILE", "--allow-errors", "--format", "json"),
         ("report", DATA, "--config", "FILE", "--allow-errors", "--format", "md", "--output", "made"),
         ("report", DATA, "--config", "FILE", "--allow-errors", "--format", "xlsx", "--output", "made"),
         ("robustness", DATA, "--config", "FILE", "--allow-errors", "--draws", "20", "--format", "json"),
         ("init", "made", "--config", "FILE")),
    ),
    Kind(
        "profile in use", 0, (Source("kota-contoh*/profile.yaml"),), ".yaml", (gently_changed_yaml,),
        (("template", "--profile", "FILE", "--all", "made"),),
        (("status", ".", "--profile", "FILE", "--messages", "made", "--force"),
         ("report", DATA, "--profile", "FILE", "--allow-errors", "--format", "docx", "--output", "made.docx")),
    ),
)  # fmt: skip


def mutant(seed: int, number: int, archive: bytes, only: str | None = None) -> Mutant:
    """Return mutant *number* of *seed*, of *only* one kind where that is named.

    Those of a bundle are made from *archive*.
    """
    chance = Random(f"{seed}:{number}")  # noqa: S311 - the same on every machine
    known = [kind for kind in KINDS if only in {None, kind.name}]
    shares = None if only else [kind.share for kind in KINDS]
    kind = chance.choices(known, shares)[0]
    source = chance.choice(kind.sources or [Source("")])
    path = chance.choice(_originals(source.pattern)) if kind.sources else None
    before = data = archive if path is None else path.read_bytes()
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
    file = f"mutant{kind.ending}"
    config = () if source.config is None else ("--config", str(EXAMPLES / source.config))
    lines = filter(None, (*kind.commands, chance.choice(kind.further)))
    commands = [
        [
            *(file if one == "FILE" else one for one in line),
            *(config if kind.ending in {".xlsx", ".csv"} else ()),
        ]
        for line in lines
    ]
    return Mutant(number, kind, original, file, data, commands, data != before)


@cache
def _originals(pattern: str) -> tuple[Path, ...]:
    found = sorted(EXAMPLES.glob(pattern))
    return tuple(path for path in found if path.stat().st_size <= MOST_BYTES)
