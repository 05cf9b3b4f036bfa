"""SECURITY.md names a test for each promise, and each is there."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
PROMISES = PAGE.partition("## What is promised")[2].partition("## What is not promised")[0]


def test_every_promise_names_a_test_that_is_there() -> None:
    rows = [line for line in PROMISES.splitlines() if line.startswith("| ")][2:]
    assert len(rows) >= 12
    for row in rows:
        (named,) = re.findall(r"`(tests/[^`]+)` \|$", row)
        path, _, name = named.partition("::")
        text = (ROOT / path).read_text(encoding="utf-8")
        assert f"def {name or 'test_'}" in text, row
