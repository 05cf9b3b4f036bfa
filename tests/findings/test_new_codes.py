"""The decision on new codes lists each with the severity that it has."""

from __future__ import annotations

import re
from pathlib import Path

from kediri_index.messages.catalogue import CATALOGUE

PAGE = Path(__file__).parents[2] / "docs" / "decisions" / "0046-new-codes.md"


def test_each_new_code_has_the_severity_that_the_decision_lists() -> None:
    listed = dict(re.findall(r"^\| ([A-Z]\d+) \| (\w+) \|", PAGE.read_text("utf-8"), re.MULTILINE))
    assert {"C131", "F457", "X319"} <= listed.keys()
    assert listed == {code: CATALOGUE[code].severity.value for code in listed}
