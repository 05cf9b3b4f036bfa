"""Archives that differ from what ``bundle`` wrote in exactly one thing, or in what follows."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from hashlib import sha256
from typing import Any

from examples.finding_examples.definitions import DEFINITIONS
from examples.finding_examples.example import ANYWHERE, Example, Place
from examples.finding_examples.packages import packed, parts_of
from kediri_index.archive.manifest import manifest_json
from kediri_index.archive.packing import MANIFEST, members_of
from kediri_index.archive.packing import packed as archive_of
from kediri_index.archive.replay import replay
from kediri_index.model.bundle import Call, Contents, Sent
from kediri_index.model.limits import Limits
from kediri_index.model.source_file import SourceFile
from kediri_index.model.user_hints import Hints

SHEET = "isian.csv"
INPUT = f"inputs/001-{SHEET}"
SCORE = "results/score.json"
CHECK = "results/check.json"
DEFINITION = "definition/001-uji.yaml"
TABLE = "kode,nilai asesor,keterangan\nU-1,3,sesuai\nU-2,2,\n"
FAULTY = "kode,nilai asesor\nU-1,3\nU-2,dua\n"
HERE = Hints(unit="Kota Contoh", year=2023)
Members = dict[str, bytes]


def bundled(table: str, **options: bool) -> Members:
    """Return the members of an archive of one small *table*, by name."""
    definition = SourceFile("uji.yaml", DEFINITIONS["uji.yaml"].encode())
    sent = Sent((SourceFile(SHEET, table.encode()),), (definition,))
    contents = Contents(sent, Call(HERE, **options))  # type: ignore[arg-type] # flags alone
    replayed = replay(contents, Limits())
    members = members_of(contents, replayed)
    return parts_of(archive_of(manifest_json(contents, replayed, members), members))


def _unchanged(manifest: object) -> None:
    """Leave it as it is."""


def relisted(members: Members, change: Callable[[Any], object] = _unchanged) -> Members:
    """Return *members* with a manifest that has the hashes they have now, and a *change*."""
    manifest = json.loads(members[MANIFEST])
    for file in manifest["result"]["files"]:
        if file["path"] in members:
            file["sha256"] = sha256(members[file["path"]]).hexdigest()
    change(manifest)
    return {**members, MANIFEST: json.dumps(manifest, indent=2).encode()}


def edited(members: Members, name: str, old: str, new: str) -> Members:
    """Return *members* with the first *old* in one of them replaced by *new*."""
    before, found, after = members[name].partition(old.encode())
    if not found:
        message = f"{name} holds no {old}"
        raise ValueError(message)
    return {**members, name: before + new.encode() + after}


def without(members: Members, *names: str) -> Members:
    """Return *members* but for those of *names*."""
    return {name: data for name, data in members.items() if name not in names}


def _unlist(*names: str) -> Callable[[Any], object]:
    def change(manifest: Any) -> None:  # noqa: ANN401 - what JSON says
        files = manifest["result"]["files"]
        manifest["result"]["files"] = [file for file in files if file["path"] not in names]

    return change


def _made_by(version: str) -> Callable[[Any], object]:
    return lambda manifest: manifest["tool"].update(version=version)


def _of_later_form(manifest: Any) -> None:  # noqa: ANN401 - what JSON says
    manifest.update(schema="kediri-index/bundle/2", tool={"version": "9.0"})


def _limited(**limits: int) -> Callable[[Any], object]:
    return lambda manifest: manifest["call"]["limits"].update(limits)


def _with_findings(members: Members, others: Members) -> Members:
    """Return *members*, whose kept findings are those of *others*."""
    check, other = (json.loads(one[CHECK]) for one in (members, others))
    check["findings"] = other["findings"]
    return relisted({**members, CHECK: json.dumps(check, indent=2).encode()})


def _broken(members: Members, name: str) -> bytes:
    """Return the archive, stored, with one byte of a member other than its checksum says."""
    data = packed(members, stored=True)
    return data.replace(members[name], b" " + members[name][1:])


GOOD = bundled(TABLE)
PARTIAL = bundled(FAULTY, allow_errors=True)


def _of_archive(
    code: str, archive: Mapping[str, bytes] | bytes, place: Place = ANYWHERE, *options: str
) -> Example:
    """Return an example of an archive, named by its code; with a cell it is about the table."""
    path = f"{code}.zip"
    data = archive if isinstance(archive, bytes) else packed(archive, stored=True)
    found = place.of(code, SHEET if place.cell else path)
    return Example(code, {path: data}, (path, *options), found, command="verify")


def _changed_table(code: str, old: str, new: str, place: Place) -> Example:
    return _of_archive(code, relisted(edited(GOOD, INPUT, old, new)), place)


EXAMPLES: tuple[Example, ...] = (
    _of_archive("F460", {"catatan.txt": b"Bukan arsip bundle.\n"}),
    _of_archive("F461", without(GOOD, CHECK), Place(value=CHECK)),
    _of_archive("F462", {**GOOD, "catatan.txt": b"Ditambahkan.\n"}, Place(value="catatan.txt")),
    _of_archive(
        "F463",
        edited(GOOD, DEFINITION, "title:", "# Ditambahkan.\ntitle:"),
        Place(value=DEFINITION),
    ),
    _changed_table("F464", "sesuai", "belum", Place(cell="C2", value="belum")),
    _changed_table("F465", "U-2,2,", "U-2,2,belum", Place(cell="C3", value="belum")),
    _changed_table("F466", "sesuai", "", Place(cell="C2")),
    _of_archive(
        "F467",
        relisted(edited(GOOD, SCORE, '"published": "2.50"', '"published": "3.50"')),
        Place(value="2.50"),
    ),
    _of_archive("F468", _with_findings(GOOD, PARTIAL), Place(cell="B3", value="C110")),
    _of_archive("F469", _with_findings(PARTIAL, GOOD), Place(cell="B3", value="C110")),
    _of_archive("F470", relisted(without(GOOD, DEFINITION), _unlist(DEFINITION))),
    _of_archive("F478", relisted(GOOD, _of_later_form), Place(value="9.0")),
    _of_archive("F471", relisted(GOOD, _made_by("0.0.1")), Place(value="0.0.1")),
    _of_archive(
        "F472",
        relisted(GOOD, _limited(findings=10**9)),
        Place(value="--limit findings=1000000000"),
    ),
    _of_archive(
        "F473",
        relisted(edited(GOOD, CHECK, '"findings": []', '"findings": [ ]')),
        Place(value=CHECK),
    ),
    _of_archive("F475", _broken(GOOD, CHECK), Place(value=CHECK)),
    _of_archive(
        "F476",
        packed([*GOOD.items(), (SCORE.upper(), GOOD[SCORE])], stored=True),
        Place(value=f"{SCORE}, {SCORE.upper()}"),
    ),
    _of_archive("F477", GOOD, Place(value="F477.zip"), "--limit", "members=3"),
)
