from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from kediri_index.model.scoring import Outside, Reads, ScoringMethod, Years, is_panel
from kediri_index.scoring import Registered, in_files, methods, normalisations
from kediri_index.scoring.normalisations.distance_to_target import DistanceToTarget
from kediri_index.scoring.normalisations.min_max import MinMax
from kediri_index.scoring.normalisations.z_score import ZScore

METHODS = methods.METHODS
PANEL = {name for name, method in METHODS.items() if hasattr(method, "fit")}
COMMON = {"fitted", "fitting", "over_units", "standing"}
"""What stands among the panel methods and is none."""


def files_of(module: str | None, but: Iterable[str] = ()) -> set[str]:
    folder = Path(module or "").parent
    return {path.stem for path in folder.glob("*.py")} - {"__init__", *but}


def test_every_method_stands_under_its_own_name_in_a_file_of_that_name() -> None:
    assert {name: method.name for name, method in METHODS.items()} == {
        one: one for one in files_of(methods.__file__) | files_of(normalisations.__file__, COMMON)
    }
    assert files_of(normalisations.__file__, COMMON) == PANEL
    assert len(METHODS) == len(list(METHODS))


def test_methods_over_several_units_are_loaded_only_once_one_is_named() -> None:
    code = (
        "import sys\nfrom kediri_index.scoring.methods import METHODS\n"
        "METHODS['levels']\nbefore = 'kediri_index.scoring.normalisations' in sys.modules\n"
        "METHODS['min_max']\nprint(before, 'kediri_index.scoring.normalisations' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["False", "True"]


def test_a_method_is_loaded_once_it_is_named() -> None:
    code = (
        "import sys\nfrom kediri_index.scoring.methods import METHODS\n"
        "METHODS['levels']\nbefore = 'kediri_index.scoring.methods.bands' in sys.modules\n"
        "METHODS['bands']\nprint(before, 'kediri_index.scoring.methods.bands' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["False", "True"]


@pytest.mark.parametrize("name", ["as_given", "levels", "yes_no"])
def test_a_method_of_scores_reads_the_columns_of_scores_and_forbids_what_is_outside(
    name: str,
) -> None:
    method = METHODS[name]
    assert (method.reads, method.default_outside, method.onto) == (
        Reads.SCORE,
        Outside.ERROR,
        False,
    )


@pytest.mark.parametrize("name", ["achievement", "goalposts", "bands", *sorted(PANEL)])
def test_a_method_of_results_reads_those_and_puts_shares_onto_a_range(name: str) -> None:
    method = METHODS[name]
    assert method.reads is Reads.MEASURE
    assert method.onto is (name not in {"bands", "z_score", "rank", "borda"})
    expected = {"achievement": Outside.CLIP, "goalposts": Outside.CLIP, "bands": Outside.ERROR}
    assert method.default_outside is expected.get(name, Outside.KEEP)


@pytest.mark.parametrize("name", sorted(PANEL - {"distance_to_reference", "distance_to_target"}))
def test_a_panel_method_looks_at_all_years_unless_told(name: str) -> None:
    more = {"bands": 5} if name == "quantile_bands" else {}
    method = METHODS[name](**more)
    assert is_panel(method)
    assert method.years is Years.POOLED


def test_a_class_is_found_by_the_name_of_its_file() -> None:
    names = ("z_score", "min_max", "distance_to_target")
    found: Registered[ScoringMethod] = Registered(in_files(normalisations.__name__, names))
    assert found == {"z_score": ZScore, "min_max": MinMax, "distance_to_target": DistanceToTarget}


def test_methods_that_stand_alone_go_before_those_over_several_units() -> None:
    several = methods.Methods({"rank": methods.METHODS["levels"]})
    assert several["rank"] is methods.METHODS["levels"]
    assert several["z_score"] is ZScore
    with pytest.raises(KeyError):
        several["goalposts"]
