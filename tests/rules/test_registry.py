from __future__ import annotations

from pathlib import Path

from kediri_index import rules

NO_RULES = {"__init__", "context"}


def test_every_module_holds_one_rule_of_its_name_and_every_rule_is_listed() -> None:
    modules = {path.stem for path in Path(rules.__file__).parent.glob("*.py")} - NO_RULES
    names = [rule.__name__ for rule in (*rules.RULES, *rules.DATA_RULES)]
    assert sorted(names) == sorted(modules)
