"""Random layouts of ordinary sheets: each is read as it is due, or refused for cause."""

from __future__ import annotations

import pytest

from tests.layouts.judging import Verdict, judged


@pytest.mark.parametrize("number", range(120))
def test_an_ordinary_layout_is_read_as_it_is_due(number: int) -> None:
    one = judged(2026, number)
    assert one.verdict in (Verdict.RIGHT, Verdict.NAMED), (one.codes, one.layout.features)
