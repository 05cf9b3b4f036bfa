"""Workbooks written part by part, so that a test can break exactly one thing."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO

import pytest

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
DOCUMENT_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


def _worksheet(inner: str) -> str:
    if not inner.lstrip().startswith("<sheetData"):
        inner = f"<sheetData>{inner}</sheetData>"
    return f'<worksheet xmlns="{MAIN}">{inner}</worksheet>'


def _relations(targets: Mapping[str, tuple[str, str]]) -> str:
    entries = "".join(
        f'<Relationship Id="{id_}" Type="{DOCUMENT_RELATIONS}/{kind}" Target="{target}"/>'
        for id_, (kind, target) in targets.items()
    )
    return f'<Relationships xmlns="{PACKAGE_RELATIONS}">{entries}</Relationships>'


def _make_xlsx(
    *sheets: str,
    strings: str | None = None,
    styles: str | None = None,
    members: Mapping[str, str | bytes | None] | None = None,
) -> bytes:
    """Return a workbook.

    *sheets* are what stands in each ``sheetData`` (or, beginning with it, in each ``worksheet``);
    *strings* and *styles* what stands in ``sst`` and ``styleSheet``; *members* replace, add or
    (None) leave out parts by name.
    """
    targets = {
        f"rId{number}": ("worksheet", f"worksheets/sheet{number}.xml")
        for number in range(1, len(sheets) + 1)
    }
    listed = "".join(
        f'<sheet name="Lembar{number}" sheetId="{number}" r:id="rId{number}"/>'
        for number in range(1, len(sheets) + 1)
    )
    parts: dict[str, str | bytes | None] = {
        "_rels/.rels": _relations({"rId1": ("officeDocument", "xl/workbook.xml")}),
        "xl/workbook.xml": (
            f'<workbook xmlns="{MAIN}" xmlns:r="{DOCUMENT_RELATIONS}">'
            f"<sheets>{listed}</sheets></workbook>"
        ),
    }
    for number, inner in enumerate(sheets, 1):
        parts[f"xl/worksheets/sheet{number}.xml"] = _worksheet(inner)
    if strings is not None:
        targets["rIdStrings"] = ("sharedStrings", "sharedStrings.xml")
        parts["xl/sharedStrings.xml"] = f'<sst xmlns="{MAIN}">{strings}</sst>'
    if styles is not None:
        targets["rIdStyles"] = ("styles", "styles.xml")
        parts["xl/styles.xml"] = f'<styleSheet xmlns="{MAIN}">{styles}</styleSheet>'
    parts["xl/_rels/workbook.xml.rels"] = _relations(targets)
    parts.update(members or {})
    return _make_zip([(name, content) for name, content in parts.items() if content is not None])


def _make_zip(members: list[tuple[str, str | bytes]]) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in members:
            info = zipfile.ZipInfo(name)
            info.filename = info.orig_filename = name  # backslashes and all
            package.writestr(info, content, zipfile.ZIP_DEFLATED)
    return file.getvalue()


@pytest.fixture(scope="session")
def make_xlsx() -> Callable[..., bytes]:
    return _make_xlsx


@pytest.fixture(scope="session")
def make_zip() -> Callable[[list[tuple[str, str | bytes]]], bytes]:
    return _make_zip
