from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from kediri_index.engine import panel, scoring
from kediri_index.model.scoring import Outside, Reads, Years, is_panel

METHODS = scoring.METHODS
PANEL = {name for name, method in METHODS.items() if hasattr(method, "fit")}
COMMON = {"fitted", "fitting", "over_units", "standing"}
"""What stands among the panel methods and is none."""


def files_of(module: str | None, but: Iterable[str] = ()) -> set[str]:
    folder = Path(module or "").parent
    return {path.stem for path in folder.glob("*.py")} - {"__init__", *but}


def test_every_method_stands_under_its_own_name_in_a_file_of_that_name() -> None:
    assert {name: method.name for name, method in METHODS.items()} == {
        one: one for one in files_of(scoring.__file__) | files_of(panel.__file__, COMMON)
    }
    assert files_of(panel.__file__, COMMON) == PANEL
    assert len(METHODS) == len(list(METHODS))


def test_methods_over_several_units_are_loaded_only_once_one_is_named() -> None:
    code = (
        "import sys\nfrom kediri_index.engine.scoring import METHODS\n"
        "METHODS['levels']\nbefore = 'kediri_index.engine.panel' in sys.modules\n"
        "METHODS['min_max']\nprint(before, 'kediri_index.engine.panel' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["False", "True"]


def test_which_columns_each_method_reads() -> None:
    reading_scores = {name for name, one in METHODS.items() if one.reads is Reads.SCORE}
    assert reading_scores == {"as_given", "levels", "yes_no"}


def test_what_happens_outside_the_range_by_default() -> None:
    clipping = {name for name, one in METHODS.items() if one.default_outside is Outside.CLIP}
    assert clipping == {"achievement", "goalposts"}
    assert {METHODS[name].default_outside for name in PANEL} == {Outside.KEEP}


def test_only_shares_are_put_onto_a_range() -> None:
    counts_or_deviations = {"z_score", "rank", "borda"}
    shares = {"achievement", "goalposts"} | PANEL - counts_or_deviations
    assert {name for name, one in METHODS.items() if one.onto} == shares


@pytest.mark.parametrize("name", sorted(PANEL - {"distance_to_reference", "distance_to_target"}))
def test_a_panel_method_looks_at_all_years_unless_told(name: str) -> None:
    more = {"bands": 5} if name == "quantile_bands" else {}
    method = METHODS[name](**more)
    assert is_panel(method)
    assert method.years is Years.POOLED
