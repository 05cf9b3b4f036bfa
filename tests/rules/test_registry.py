from __future__ import annotations

from pathlib import Path

from kediri_index import rules

NO_RULES = {"__init__", "context"}


def test_every_module_holds_one_rule_of_its_name_and_every_rule_is_listed() -> None:
    modules = {path.stem for path in Path(rules.__file__).parent.glob("*.py")} - NO_RULES
    listed = (*rules.RULES, *rules.DATA_RULES, *rules.COMPARING_RULES)
    assert sorted(rule.__name__ for rule in listed) == sorted(modules)
