"""Archives that differ from what ``bundle`` wrote in exactly one thing, or in what follows."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Iterable, Mapping
from hashlib import sha256
from typing import Any

from examples.finding_examples.definitions import DEFINITIONS
from examples.finding_examples.example import ANYWHERE, Example, Place
from examples.finding_examples.packages import parts_of
from kediri_index import __version__
from kediri_index.archive.container import MANIFEST, member_info, members_of
from kediri_index.archive.container import packed as archive_of
from kediri_index.archive.manifest import manifest_json
from kediri_index.archive.replay import replay
from kediri_index.definition.library import SHIPPED
from kediri_index.model.bundle import Call, Contents, Sent
from kediri_index.model.dataset import SourceFile
from kediri_index.model.limits import Limits
from kediri_index.model.profile import Hints

SHEET = "isian.csv"
INPUT = f"inputs/001-{SHEET}"
SCORE = "results/score.json"
CHECK = "results/check.json"
DEFINITION = "definition/001-uji.yaml"
TABLE = "kode,nilai asesor,keterangan\nU-1,3,sesuai\nU-2,2,\n"
FAULTY = "kode,nilai asesor\nU-1,3\nU-2,dua\n"
HERE = Hints(unit="Kota Contoh", year=2023, theirs="Kota Contoh")
Members = dict[str, bytes]


def bundled(
    table: str, path: str = "uji.yaml", definition_id: str = "uji", **options: bool
) -> Members:
    """Return the members of an archive of a small *table* by name; its definition is at *path*."""
    text = DEFINITIONS["uji.yaml"].replace("id: uji", f"id: {definition_id}")
    definition = SourceFile(path, text.encode())
    sent = Sent((SourceFile(SHEET, table.encode()),), (definition,))
    return members_from(Contents(sent, Call(HERE, **options)))  # type: ignore[arg-type] # flags alone


def members_from(contents: Contents) -> Members:
    """Return the members of the archive of *contents*, whether or not ``bundle`` would write it."""
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
    return {**members, MANIFEST: written(manifest)}


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


def made_by(version: str, members: Members) -> Members:
    """Return *members* as another *version* would have written them, if it writes alike."""
    signed = dict(members)
    for name in (SCORE, CHECK):
        signed = edited(signed, name, f'"version": "{__version__}"', f'"version": "{version}"')
    return relisted(signed, lambda manifest: manifest["tool"].update(version=version))


def _of_later_form(manifest: Any) -> None:  # noqa: ANN401 - what JSON says
    manifest.update(schema="kediri-index/bundle/2", tool={"version": "9.0"})


def _limited(**limits: int) -> Callable[[Any], object]:
    return lambda manifest: manifest["call"]["limits"].update(limits)


def _with_findings(members: Members, others: Members) -> Members:
    """Return *members*, whose kept findings are those of *others*."""
    check, other = (json.loads(one[CHECK]) for one in (members, others))
    check["findings"] = other["findings"]
    return relisted({**members, CHECK: written(check)})


def written(document: object) -> bytes:
    """Return *document* as the program writes JSON."""
    return (json.dumps(document, indent=2, ensure_ascii=False) + "\n").encode()


def zipped(members: Mapping[str, bytes] | Iterable[tuple[str, bytes]]) -> bytes:
    """Return *members* in a container as ``bundle`` writes it."""
    given = members.items() if isinstance(members, Mapping) else members
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, content in given:
            archive.writestr(member_info(name), content)
    return data.getvalue()


def _deflated(members: Members, name: str) -> bytes:
    """Return the archive with one member compressed."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for one, content in members.items():
            how = zipfile.ZIP_DEFLATED if one == name else zipfile.ZIP_STORED
            archive.writestr(member_info(one), content, how)
    return data.getvalue()


def _broken(members: Members, name: str) -> bytes:
    """Return the archive, stored, with one byte of a member other than its checksum says."""
    data = zipped(members)
    return data.replace(members[name], b" " + members[name][1:])


GOOD = bundled(TABLE)
PARTIAL = bundled(FAULTY, allow_errors=True)


def _of_archive(
    code: str, archive: Mapping[str, bytes] | bytes, place: Place = ANYWHERE, *options: str
) -> Example:
    """Return an example of an archive, named by its code; with a cell it is about the table."""
    path = f"{code}.zip"
    data = archive if isinstance(archive, bytes) else zipped(archive)
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
    _of_archive("F471", made_by("0.0.1", GOOD), Place(value="0.0.1")),
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
        zipped([*GOOD.items(), (SCORE.upper(), GOOD[SCORE])]),
        Place(value=f"{SCORE}, {SCORE.upper()}"),
    ),
    _of_archive("F477", GOOD, Place(value="F477.zip"), "--limit", "members=3"),
    _of_archive("F479", zipped(GOOD) + b"!", Place(value=str(len(zipped(GOOD))))),
    _of_archive("F480", _deflated(GOOD, CHECK), Place(value=CHECK)),
    _of_archive(
        "F481",
        edited(GOOD, MANIFEST, '"findings": []', '"findings": [],\n  "findings": []'),
        Place(value=f"{MANIFEST} (findings)"),
    ),
    _of_archive(
        "F482",
        relisted(GOOD, lambda manifest: manifest["call"].update(day="2023-12-31")),
        Place(value="call · day"),
    ),
    _of_archive("F483", bundled(TABLE, f"{SHIPPED}/uji.yaml"), Place(value=f"{SHIPPED}/uji.yaml")),
    _of_archive("F484", bundled(TABLE, definition_id="ipm-bps"), Place(value="ipm-bps")),
    _of_archive("F485", bundled(FAULTY)),
)
