"""The results of other programs: they stand beside the repository, not in it."""

from __future__ import annotations

from pathlib import Path

import pytest

ORACLES = Path(__file__).parents[3] / "shared" / "oracles"


@pytest.fixture(scope="session")
def asem() -> Path:
    """The folder of what COINr makes of the data of the ASEM portal."""
    folder = ORACLES / "coinr-asem"
    if not folder.is_dir():
        pytest.skip(f"{folder.name} does not stand beside the repository")
    return folder
