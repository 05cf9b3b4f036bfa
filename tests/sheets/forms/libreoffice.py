"""LibreOffice without a screen: opens workbooks, computes them, and saves them."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import pytest

if TYPE_CHECKING:
    from openpyxl.workbook.workbook import Workbook

needs_libreoffice = pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice is not installed"
)


def recomputed(files: Mapping[str, bytes], folder: Path) -> dict[str, Workbook]:
    """Return the workbooks with their formulas computed; one run for all of them."""
    return {
        name: openpyxl.load_workbook(io.BytesIO(data), data_only=True)
        for name, data in saved_by_libreoffice(files, folder).items()
    }


def saved_by_libreoffice(files: Mapping[str, bytes], folder: Path) -> dict[str, bytes]:
    """Return the same files as LibreOffice saves them, computed; one run for all of them."""
    before, after = folder / "before", folder / "after"
    before.mkdir()
    for name, data in files.items():
        (before / f"{name}.xlsx").write_bytes(data)
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            "xlsx:Calc MS Excel 2007 XML",
            "--outdir",
            str(after),
            *(str(path) for path in sorted(before.iterdir())),
        ],
        check=True,
        capture_output=True,
        timeout=300,
    )
    return {name: (after / f"{name}.xlsx").read_bytes() for name in files}
