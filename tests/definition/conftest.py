"""Small definitions for the tests of this folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kediri_index.definition.load_definition import load_definition_file
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

FULL = """\
kediri_index: 1
id: lengkap
version: 3.10
status: official
title: Indeks
title_en: Index
language: id
source: Peraturan 1/2023
year: 2023
scale: {min: 0, max: 4}
publish: {decimals: 3, round: [dimension, terms, overall]}
missing: {answers: exclude, min_present: 0.5}
classes:
  - {name: Kurang, name_en: Poor, below: 1.8}
  - {name: Cukup, up_to: 3}
  - {name: Baik}
classes_on: published
weights_sum: 1
score: {method: levels, levels: {0: nol, 1: satu, 4: empat}}
kinds:
  dimension: {name: Dimensi, name_en: Dimension}
  pillar: {name: Pilar}
tags:
  theme: {name: Tema}
groups:
  - id: impact
    kind: dimension
    weight: 0.4
    name: Impact
    weights_sum: 100
    groups:
      - {id: governance, kind: pillar, weight: 40, name: Tata kelola, optional: yes}
      - {id: living, kind: pillar, weight: 60, name: Hidup, min_present: 1, aggregate: arithmetic}
  - {id: output, kind: dimension, weight: 0.6, name: Output}
indicators:
  - {id: A-1, in: governance, name: Satu, printed: 5.10, opd: dinkes, tags: {theme: air}}
  - {id: A-2, in: governance, name: no, unit: "%", valid: [0, 100], direction: lower, opd: [a, b],
     score: {method: achievement, cap: 1.2, target: [10, 20], to: [1, 4], outside: keep}}
  - {id: A-3, in: living, name: Tiga, score: {method: goalposts, min: 1, max: 1e3, transform: log}}
  - {id: A-4, in: output, name: Empat, weight: 2,
     score: {method: bands, bands: [{below: 40, score: 1}, {up_to: 50, score: 2}, {score: 4}]}}
  - {id: A-5, in: output, name: Lima, weight: 1, score: {method: yes_no, yes: 4, no: 0}}
  - {id: A-6, in: output, name: Enam, weight: 1, score: {method: as_given}}
"""

Write = Callable[..., Path]
FindingsOf = Callable[..., tuple[Finding, ...]]


@pytest.fixture
def minimal() -> str:
    return MINIMAL


@pytest.fixture
def full_text() -> str:
    return FULL


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
