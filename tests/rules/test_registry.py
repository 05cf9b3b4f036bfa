from __future__ import annotations

import inspect
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path

from kediri_index import rules
from kediri_index.model.findings import Finding


def test_every_rule_is_listed() -> None:
    modules = {path.stem for path in Path(rules.__file__).parent.glob("*.py")} - {"__init__"}
    of_findings: set[object] = {
        function
        for name in modules
        for _, function in inspect.getmembers(import_module(f"{rules.__name__}.{name}"))
        if inspect.isfunction(function)
        and not function.__name__.startswith("_")
        and list(function.__annotations__) == ["context", "return"]
        and function.__annotations__["return"] in {"Iterable[Finding]", Iterable[Finding]}
    }
    listed = (*rules.RULES, *rules.DATA_RULES, *rules.COMPARING_RULES)
    assert len(listed) == len(set(listed))
    assert set(listed) == of_findings
    assert {rule.__module__.rpartition(".")[2] for rule in listed} == modules - {"context"}
