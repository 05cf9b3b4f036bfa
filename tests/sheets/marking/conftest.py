"""Workbooks part by part, whole enough for other programs too."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"


@pytest.fixture(scope="session")
def make_book(make_xlsx: Callable[..., bytes]) -> Callable[..., bytes]:
    """Return what makes a workbook as *make_xlsx* does, with a list of what its parts are."""

    def make(
        *sheets: str,
        strings: str | None = None,
        styles: str | None = None,
        members: Mapping[str, str | bytes | None] | None = None,
    ) -> bytes:
        kinds = {f"worksheets/sheet{number}": "worksheet" for number in range(1, len(sheets) + 1)}
        kinds |= {"workbook": "sheet.main"}
        kinds |= {"sharedStrings": "sharedStrings"} if strings is not None else {}
        kinds |= {"styles": "styles"} if styles is not None else {}
        entries = "".join(
            f'<Override PartName="/xl/{name}.xml" ContentType="{TYPES}.{kind}+xml"/>'
            for name, kind in kinds.items()
        )
        types = (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="application/xml"/>{entries}</Types>'
        )
        more = {"[Content_Types].xml": types, **(members or {})}
        return make_xlsx(*sheets, strings=strings, styles=styles, members=more)

    return make
