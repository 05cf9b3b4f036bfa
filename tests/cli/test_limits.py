"""What ``--limit`` makes of its numbers."""

from __future__ import annotations

import pytest

from kediri_index.cli.values import limits_from
from kediri_index.model.limits import Limits


def test_each_option_changes_its_own_limit_and_the_last_one_counts() -> None:
    assert limits_from(["rows=5", "columns=007", "rows=6"]) == Limits(rows=6, columns=7)


def test_no_option_leaves_all_limits_as_they_are() -> None:
    assert limits_from(None) == Limits()


@pytest.mark.parametrize("digits", ["1" + "0" * 19, "9" * 30, "9" * 10_000])
def test_a_number_without_end_is_a_high_limit(digits: str) -> None:
    assert limits_from([f"seconds={digits}"]) == Limits(seconds=10**18)


def test_zeros_in_front_do_not_count() -> None:
    assert limits_from([f"cells={'0' * 10_000}12", "sheets=0"]) == Limits(cells=12, sheets=0)
