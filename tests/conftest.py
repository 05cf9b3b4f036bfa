"""How hypothesis searches: the same examples on every run of a CI, new ones at a desk.

And whatever the environment says, modules are compiled once: else every worker would rewrite the
asserts of all tests on every run, and each process that a test starts would compile the program.
Nor does the locale of a desk choose the language.

``--long`` runs what takes minutes too; ``--program`` runs the commands of ``tests/cli/`` and of the
documents by a built program; ``attack`` says of which class a test is: ``tests/hostile``.

What a process pays once is paid once here too, where thousands of runs share one: Typer reads the
signature of each command, a workbook is read, a shipped definition is loaded, schemas are made, the
same plan is searched, and the collector of garbage looks through all tests, modules and cases.
"""

from __future__ import annotations

import errno
import gc
import os
import sys
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import typer.main
from _pytest.runner import runtestprotocol
from hypothesis import settings
from typer.utils import get_params_from_function

from kediri_index.archive import next_year, published, results
from kediri_index.usecases import examples, inputs, lint, plan, start, start_from_list
from tests.definitions_once import shipped_loaded_once

if TYPE_CHECKING:
    from kediri_index.analysis.plan.current import Current
    from kediri_index.analysis.plan.planning import Wish
    from kediri_index.model.plans import Plan

settings.register_profile("desk", max_examples=60, deadline=None)
settings.register_profile("ci", settings.get_profile("desk"), derandomize=True, database=None)
settings.load_profile("ci" if os.environ.get("CI") == "true" else "desk")

sys.dont_write_bytecode = False
for variable in ("PYTHONDONTWRITEBYTECODE", "LANG", "LC_ALL", "LC_MESSAGES"):
    os.environ.pop(variable, None)

typer.main.get_params_from_function = cache(get_params_from_function)  # type: ignore[attr-defined]
typer.main.get_click_param = cache(typer.main.get_click_param)
inputs.read_workbook = lru_cache(600)(inputs.read_workbook)  # type: ignore[attr-defined]
start.schemas = next_year.schemas = cache(start.schemas)  # type: ignore[attr-defined]
shipped_loaded_once(examples, inputs, lint, next_year, published, results, start, start_from_list)
gc.disable()  # while tests are collected, nothing becomes garbage

SLOW = 0.005
"""Seconds."""
PLANS: dict[str, Plan] = {}
searched = plan.planned  # type: ignore[attr-defined]


def planned_once(current: Current, wish: Wish) -> Plan:
    """Return the plan, from earlier where nothing that it is made of is another.

    A terminal is told how far the search is, so there it is made.
    """
    if wish.watch is not None and sys.stderr.isatty():
        return searched(current, wish)
    asked = wish._replace(watch=None)
    key = repr((asked, current.definition, current.scores.leaves, *current[2:]))
    if key not in PLANS:
        PLANS[key] = searched(current, wish)
    return PLANS[key]


plan.planned = planned_once  # type: ignore[attr-defined]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="run what takes minutes too")
    parser.addoption("--program", type=Path, help="what runs commands instead")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "attack(name): an attack of the class by this name")
    config.addinivalue_line("markers", "long: runs only with --long")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what is long unless it is asked for, and say of each attack its class."""
    if not config.getoption("--long"):
        items[:] = [item for item in items if not item.get_closest_marker("long")]
    for item in items:
        if attack := item.get_closest_marker("attack"):
            item.user_properties.append(("attack", attack.args[0]))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    """Skip in a browser's Python what needs numpy or a process, of which it has neither."""
    del item
    try:
        yield
    except (ModuleNotFoundError, OSError) as error:
        lacks = isinstance(error, ModuleNotFoundError) or error.errno == errno.ENOTSUP
        if sys.platform != "emscripten" or not lacks:
            raise
        pytest.skip(str(error))


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> bool | None:
    """Tell the process that counts no more of a test in a worker than it counts.

    Each word costs both as much as a short test does. A slow setup is told, and one that failed.
    """
    if not hasattr(item.config, "workerinput"):
        return None
    for report in runtestprotocol(item, log=False, nextitem=nextitem):
        if report.when != "setup" or not report.passed or report.duration > SLOW:
            item.ihook.pytest_runtest_logreport(report=report)
    return True


def pytest_collection_finish() -> None:
    """Leave what was collected to no search, and search seldom: little of a test is in cycles."""
    gc.enable()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)
