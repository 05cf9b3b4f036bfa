"""Archives made to hurt whoever verifies them."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from examples.finding_examples.bundles import (
    CHECK,
    DEFINITION,
    GOOD,
    INPUT,
    SCORE,
    Members,
    edited,
    relisted,
    zipped,
)
from kediri_index.archive.container import MANIFEST, cells_of
from tests.hostile.cases import USAGE, Case, file_case

CELLS = cells_of(INPUT)
ORDERS = "\x1b[2J\x07::error::\u202ea.csv"
"""A name that clears a screen, rings, speaks to GitHub and turns the line round."""


def _zipped(*members: tuple[str, bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return data.getvalue()


def _archive(members: Members, *further: tuple[str, bytes]) -> bytes:
    return _zipped(*members.items(), *further)


def _with(name: str, content: bytes) -> bytes:
    """The archive with another member, whose hash is the one that is listed."""
    return zipped(relisted({**GOOD, name: content}))


def _listing(content: bytes) -> bytes:
    """The archive with another manifest."""
    return zipped({**GOOD, MANIFEST: content})


def _manifest(change: Callable[[Any], object]) -> bytes:
    return zipped(relisted(GOOD, change))


def _renamed(manifest: Any) -> None:  # noqa: ANN401 - what JSON says
    for file in manifest["result"]["files"]:
        file["source"] = ORDERS


def _deep_list(manifest: Any) -> None:  # noqa: ANN401 - likewise
    for _ in range(400):
        manifest["further"] = [manifest.get("further")]


def _deep_place() -> bytes:
    document = json.loads(GOOD[CHECK])
    document["findings"] = [{"code": "C110", "cell": None}]
    deep = b"[" * 900 + b"]" * 900
    return json.dumps(document).encode().replace(b'"cell": null', b'"cell": ' + deep)


@cache
def _bomb() -> bytes:
    """A workbook that unpacks to far more than it may."""
    return _zipped(("xl/workbook.xml", bytes(20_000_000)))


def _laughs() -> bytes:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]\n"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 9)]
    return GOOD[DEFINITION] + "".join(lines).encode()


def _endless_figure() -> bytes:
    return edited(GOOD, SCORE, '"score": 2.5,', '"score": 1e999,')[SCORE]


def _verified(name: str, data: bytes | Callable[[], bytes], *faults: str, **more: object) -> Case:
    return file_case(
        name,
        data,
        *faults,
        file="a.zip",
        command=("verify",),
        arguments=("--format", "json"),
        **more,
    )


def _folder(folder: Path) -> None:
    (folder / "a.zip").mkdir()


CASES = (
    _verified("a member outside", _archive(GOOD, ("../../tmp/x", b"x")), "F476"),
    _verified("a member from the top", _archive(GOOD, ("/etc/passwd", b"x")), "F476"),
    _verified("a member twice", lambda: _archive(GOOD, (SCORE.upper(), b"x")), "F476"),
    _verified(
        "zeros without end in a member",
        lambda: _archive({**GOOD, SCORE: bytes(20_000_000)}),
        "F477",
    ),
    _verified("a manifest of brackets", lambda: _listing(b"[" * 1_900_000), "F460"),
    _verified("a manifest beyond its limit", lambda: _listing(b" " * 2_000_001), "F477"),
    _verified("lists in lists beside the manifest", lambda: _manifest(_deep_list), "F473"),
    _verified("lists in lists as a finding's place", lambda: _with(CHECK, _deep_place()), "F468"),
    _verified("results of brackets", lambda: _with(SCORE, b"[" * 9_000_000), "F473"),
    _verified("results of empty lists", lambda: _with(SCORE, _lists()), "F473"),
    _verified("a long name in many figures", lambda: _with(SCORE, _long_name()), "F473"),
    _verified(
        "many figures as deep as a parser goes", lambda: _with(SCORE, _deep_figures()), "F473"
    ),
    _verified("a figure without end", lambda: _with(SCORE, _endless_figure()), "F467"),
    _verified(
        "more findings than anyone reads",
        lambda: _with(CHECK, _findings()),
        *["F468"] * 5000,
    ),
    _verified("cells without end", lambda: _with(CELLS, b"\n" * 1_200_001), "F477"),
    _verified("cells that are none", lambda: _with(CELLS, b"\xff\t\x00\n" * 1000), *["F465"] * 8),
    _verified("a folder", b"", code=USAGE)._replace(make=_folder),
)
BESIDE = (
    _verified("a bomb among the inputs", lambda: _with(INPUT, _bomb())),
    _verified("billion laughs in the definition", lambda: _with(DEFINITION, _laughs())),
    _verified("names with orders to a screen", lambda: _manifest(_renamed)),
)
"""What has more findings than are worth counting here."""


def _long_name() -> bytes:
    document = json.loads(GOOD[SCORE])
    unit = document["result"]["units"][0]
    unit["unit"] = "K" * 2_500_000
    unit["overall"] |= {f"k{number}": number for number in range(20_000)}
    return json.dumps(document).encode()


def _deep_figures() -> bytes:
    brackets = b"[" * 800 + b"1," * 400_000 + b"1" + b"]" * 800
    return GOOD[SCORE].replace(b'"units": [', b'"units": [' + brackets + b",", 1)


def _lists() -> bytes:
    return b'{"result": {"units": [' + b"[]," * 3_000_000 + b"0]}}"


def _findings() -> bytes:
    document = json.loads(GOOD[CHECK])
    document["findings"] = [{"code": f"C{n}"} for n in range(20_000)]
    return json.dumps(document).encode()
