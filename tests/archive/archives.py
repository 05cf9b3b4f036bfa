"""Archives that are taken apart, changed and put together again."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

from examples.finding_examples import bundles
from kediri_index.archive.bundle import BundleOptions, bundle
from kediri_index.archive.container import MANIFEST
from kediri_index.archive.verify import verified
from kediri_index.model.bundle import Verified
from kediri_index.model.findings import Finding
from kediri_index.model.limits import Limits

EXAMPLES = Path(__file__).parents[2] / "examples"
KEDIRI = EXAMPLES / "kota-kediri-2022.xlsx"
MALANG = EXAMPLES / "kabupaten-malang-2023.xlsx"
Members = dict[str, bytes]


def archive_of(*paths: str | Path, **options: Any) -> bytes:  # noqa: ANN401 - as the options have it
    made = bundle(paths, BundleOptions(**options))
    assert made.data is not None, made.outcome.findings
    return made.data


def members_of(archive: bytes) -> Members:
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def zipped(members: Members) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return data.getvalue()


def relisted(members: Members, change: Callable[[Any], object] | None = None) -> Members:
    """The members with the hashes that they have now, as who hides a change would write them."""
    manifest = json.loads(members[MANIFEST])
    for file in manifest["result"]["files"]:
        if file["path"] in members:
            file["sha256"] = sha256(members[file["path"]]).hexdigest()
    if change is not None:
        change(manifest)
    text = json.dumps(manifest, indent=2, ensure_ascii=False) + "\n"
    return {**members, MANIFEST: text.encode()}


def one(members: Members, part: str) -> str:
    """The name of the one member that has *part* in its name."""
    (name,) = (name for name in members if part in name)
    return name


def replaced(members: Members, part: str, old: str, new: str) -> Members:
    name = one(members, part)
    text = members[name].decode()
    assert text.count(old) == 1, (name, old, text.count(old))
    return {**members, name: text.replace(old, new).encode()}


def workbook_replaced(members: Members, part: str, sheet: str, old: str, new: str) -> Members:
    """The members with one text in a sheet of a workbook replaced, as an editor of zips can."""
    name = one(members, part)
    parts = members_of(members[name])
    xml = parts[sheet].decode()
    assert xml.count(old) == 1, (sheet, old, xml.count(old))
    changed = {**parts, sheet: xml.replace(old, new).encode()}
    return {**members, name: zipped(changed)}


def verify_members(members: Members, limits: Limits | None = None) -> Verified:
    return verified("arsip.zip", bundles.zipped(members), limits or Limits())


def told(findings: tuple[Finding, ...]) -> list[tuple[str, str | None, str | None, str | None]]:
    return [(one.code, one.file, one.cell, one.value) for one in findings]
