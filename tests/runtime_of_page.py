"""A runtime of the check page that is none: the files of the package, each with a few bytes."""

from __future__ import annotations

import gzip
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kediri_index.usecases.check_page import RUNTIME, RUNTIME_PARTS

if TYPE_CHECKING:
    import pytest


def put_runtime(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a package with a small runtime in *folder* be the one that is installed."""
    parts = folder / RUNTIME / "parts"
    parts.mkdir(parents=True)
    (parts.parent / "__init__.py").touch()
    for name in RUNTIME_PARTS:
        (parts / f"{name}.gz").write_bytes(gzip.compress(name.encode(), mtime=0))
    (parts / "LICENSES.txt").write_text("Pyodide <MPL-2.0>\n", encoding="utf-8")
    monkeypatch.delitem(sys.modules, RUNTIME, raising=False)
    monkeypatch.syspath_prepend(folder)
