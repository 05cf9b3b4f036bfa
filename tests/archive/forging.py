"""Changes of a small archive, as a forger makes them who knows the program."""

from __future__ import annotations

import io
import json
import struct
import unicodedata
import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from examples.finding_examples.bundles import (
    CHECK,
    DEFINITION,
    GOOD,
    HERE,
    INPUT,
    PARTIAL,
    SCORE,
    TABLE,
    Members,
    bundled,
    edited,
    made_by,
    members_from,
    relisted,
    without,
    written,
    zipped,
)
from kediri_index.archive.container import MANIFEST, cells_of, member_info
from kediri_index.model.bundle import Call, Contents, Sent
from kediri_index.model.dataset import SourceFile

CELLS = cells_of(INPUT)
OTHER = bundled(TABLE.replace("U-1,3", "U-1,4").replace("U-2,2", "U-2,4"))
"""Another city's archive, with 4.00."""
Json = Any


def with_member(name: str, data: bytes, members: Members = GOOD) -> bytes:
    return zipped(relisted({**members, name: data}))


def with_manifest(change: Callable[[Json], object], members: Members = GOOD) -> bytes:
    return zipped(relisted(members, change))


def called_with(**values: object) -> bytes:
    return with_manifest(lambda manifest: manifest["call"].update(values))


def edited_text(name: str, old: str, new: str, members: Members = GOOD) -> bytes:
    return zipped(edited(members, name, old, new))


def with_document(name: str, change: Callable[[Json], object], members: Members = GOOD) -> Members:
    document = json.loads(members[name])
    change(document)
    return relisted({**members, name: written(document)})


def swapped_order() -> bytes:
    names = list(GOOD)
    names[-1], names[-2] = names[-2], names[-1]
    return zipped({name: GOOD[name] for name in names})


def keys_in_order() -> bytes:
    manifest = json.loads(GOOD[MANIFEST])
    return zipped({**GOOD, MANIFEST: written(dict(sorted(manifest.items())))})


def another_city(version: str) -> Members:
    """The good archive of another version, with the other city's results."""
    forged = {**GOOD, SCORE: OTHER[SCORE], CHECK: OTHER[CHECK]}
    forged[SCORE] = forged[SCORE].replace(b"Kota Contoh", b"Kota Lain")
    return made_by(version, forged)


def emptied(version: str) -> Members:
    def empty(score: Json) -> None:
        score["result"] = {"units": []}

    return made_by(version, with_document(SCORE, empty))


def added_unit() -> Members:
    def add(score: Json) -> None:
        unit = json.loads(json.dumps(score["result"]["units"][0]))
        score["result"]["units"].append({**unit, "unit": "Kota Lain"})

    return with_document(SCORE, add)


def removed_unit(score: Json) -> None:
    score["result"]["units"].clear()


def with_further(name: str, data: bytes, role: str, source: str, members: Members = GOOD) -> bytes:
    """The archive with a member more, which its manifest lists before the results."""

    def add(manifest: Json) -> None:
        file = {"path": name, "sha256": "", "role": role, "source": source}
        manifest["result"]["files"].insert(-2, file)

    members = relisted(members, add)
    results = {one: members.pop(one) for one in (SCORE, CHECK)}
    return zipped(relisted({**members, name: data, **results}))


def without_input() -> bytes:
    def forget(manifest: Json) -> None:
        files = manifest["result"]["files"]
        manifest["result"]["files"] = [one for one in files if one["path"] not in {INPUT, CELLS}]

    return zipped(relisted(without(GOOD, INPUT, CELLS), forget))


def small_contents() -> Contents:
    definition = SourceFile("uji.yaml", GOOD[DEFINITION])
    return Contents(Sent((SourceFile("isian.csv", TABLE.encode()),), (definition,)), Call(HERE))


def second_profile() -> bytes:
    """An honest archive with a profile, and one more beside it."""
    profile = SourceFile("profile.yaml", b"unit: Kota Contoh\n")
    members = members_from(small_contents()._replace(profile=profile))
    return with_further("profile/002-p.yaml", b"unit: Kota Lain\n", "profile", "p.yaml", members)


def waived(day: date, **said: Json) -> bytes:
    """An honest archive with waivers held against *day*, and with what else was said."""
    contents = small_contents()
    call = contents.call._replace(day=day, **said)
    waivers = SourceFile("waivers.yaml", b"[]\n")
    return zipped(members_from(contents._replace(call=call, waivers=waivers)))


def undated() -> bytes:
    waivers = SourceFile("waivers.yaml", b"[]\n")
    return zipped(members_from(small_contents()._replace(waivers=waivers)))


def same_before() -> bytes:
    table = SourceFile("lalu.csv", b"unit,year,U-1,U-2\nKota Contoh,2022,3,2\n")
    contents = small_contents()
    before = Sent((table,), contents.sent.definition, path="lalu.csv")
    return zipped(members_from(contents._replace(previous=before)))


def with_name(new: str) -> bytes:
    """The container with another name for a member, which the manifest does not know."""
    return zipped({(new if name == CHECK else name): data for name, data in GOOD.items()})


def packed_with(change: Callable[[zipfile.ZipInfo], object]) -> bytes:
    """The container with one member's header changed."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, content in GOOD.items():
            info = member_info(name)
            if name == CHECK:
                change(info)
            archive.writestr(info, content, info.compress_type)
    return data.getvalue()


def with_header(**values: object) -> bytes:
    def change(info: zipfile.ZipInfo) -> None:
        for name, value in values.items():
            setattr(info, name, value)

    return packed_with(change)


def with_folder(data: bytes) -> bytes:
    return zipped([*GOOD.items(), ("results/", data)])


def commented() -> bytes:
    data = io.BytesIO(zipped(GOOD))
    with zipfile.ZipFile(data, "a") as archive:
        archive.comment = b"sah"
    return data.getvalue()


def two_ends() -> bytes:
    """A second end of the directory behind the first one, which says the same."""
    good = zipped(GOOD)
    return good + good[-22:]


def patched_local(offset: int, patch: bytes) -> bytes:
    """The container with bytes of the last member's own header changed, not of the directory."""
    data = bytearray(zipped(GOOD))
    start = data.rindex(b"PK\x03\x04") + offset
    data[start : start + len(patch)] = patch
    return bytes(data)


def patched_directory(offset: int, patch: bytes) -> bytes:
    data = bytearray(zipped(GOOD))
    start = data.rindex(b"PK\x01\x02") + offset
    data[start : start + len(patch)] = patch
    return bytes(data)


def overlapping() -> bytes:
    """The last member's place in the directory is that of the member before it."""
    data = bytearray(zipped(GOOD))
    last = data.rindex(b"PK\x01\x02")
    before = data.rindex(b"PK\x01\x02", 0, last)
    data[last + 42 : last + 46] = data[before + 42 : before + 46]
    return bytes(data)


def zip64_end() -> bytes:
    """An end of the directory for large archives before the usual one, which says the same."""
    good, count = zipped(GOOD), len(GOOD)
    start = struct.unpack_from("<L", good, len(good) - 6)[0]
    size = len(good) - 22 - start
    large = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, count, count, size, start)
    where = struct.pack("<4sLQL", b"PK\x06\x07", 0, len(good) - 22, 1)
    return good[:-22] + large + where + good[-22:]


def swapped_inputs() -> bytes:
    """Two inputs, each under the other's name."""
    tables = [
        SourceFile(name, f"kode,nilai asesor\n{row}\n".encode())
        for name, row in (("a.csv", "U-1,3"), ("b.csv", "U-2,2"))
    ]
    contents = small_contents()
    sent = contents.sent._replace(files=tuple(tables))

    def swap(manifest: Json) -> None:
        one, other = (file for file in manifest["result"]["files"] if file["role"] == "input")
        one["source"], other["source"] = other["source"], one["source"]

    return zipped(relisted(members_from(contents._replace(sent=sent)), swap))


def with_gap() -> bytes:
    """Bytes between the last member and the directory, whose place is right again."""
    good = zipped(GOOD)
    start = struct.unpack_from("<L", good, len(good) - 6)[0]
    end = bytearray(good[-22:])
    struct.pack_into("<L", end, 16, start + 5)
    return good[:start] + b"extra" + good[start:-22] + bytes(end)


def decomposed() -> Members:
    return bundled(TABLE, path="indéks.yaml")


def decomposed_names() -> bytes:
    members = decomposed()
    return zipped({unicodedata.normalize("NFD", name): data for name, data in members.items()})


def size_of_good() -> str:
    return str(len(zipped(GOOD)))


def cells_and(*cells: str) -> bytes:
    return GOOD[CELLS] + "".join(f"\t{cell}\ttext\tx\n" for cell in cells).encode()


def name_otherwise(manifest: Json) -> None:
    file = manifest["result"]["files"][0]
    file["path"] = file["path"].replace("001-uji", "007-uji")


def shouted() -> bytes:
    def shout() -> Iterator[str]:
        for line in GOOD[MANIFEST].decode().splitlines(keepends=True):
            yield line if '"sha256"' not in line else line.upper().replace('"SHA256"', '"sha256"')

    return "".join(shout()).encode()


def relanguaged() -> bytes:
    return zipped(relisted(PARTIAL, lambda manifest: manifest["call"].update(language="en")))
