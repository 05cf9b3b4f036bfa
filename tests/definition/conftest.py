"""Small definitions for the tests of this folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kediri_index.definition.load import load_definition_file
from kediri_index.errors import DefinitionError
from kediri_index.model.findings import Finding
from kediri_index.model.limits import Limits

MINIMAL = """\
kediri_index: 1
id: uji
version: "1"
status: own
title: Uji
scale: {min: 0, max: 4}
kinds: {pillar: {name: Pilar}}
groups:
  - {id: a, kind: pillar, name: A}
indicators:
  - {id: I-1, in: a, name: Satu}
"""

Write = Callable[..., Path]
FindingsOf = Callable[..., tuple[Finding, ...]]


@pytest.fixture
def minimal() -> str:
    return MINIMAL


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a text to a file of the test's folder and return its path."""

    def write_file(text: str | bytes, name: str = "uji.yaml") -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return write_file


@pytest.fixture
def findings_of(write: Write) -> FindingsOf:
    """Return the findings that loading a text gives, whether they forbid its use or not."""

    def load(text: str | bytes, limits: Limits | None = None) -> tuple[Finding, ...]:
        path = write(text)
        try:
            return load_definition_file(path, shown="uji.yaml", limits=limits or Limits()).findings
        except DefinitionError as error:
            return error.findings

    return load
