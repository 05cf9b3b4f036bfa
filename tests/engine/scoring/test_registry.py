from __future__ import annotations

from pathlib import Path

from kediri_index.engine import scoring
from kediri_index.model.scoring import Outside, Reads

METHODS = scoring.METHODS


def test_every_method_stands_under_its_own_name_in_a_file_of_that_name() -> None:
    folder = Path(scoring.__file__).parent
    files = {path.stem for path in folder.glob("*.py")} - {"__init__"}
    assert {name: method.name for name, method in METHODS.items()} == {one: one for one in files}


def test_which_columns_each_method_reads() -> None:
    reading_scores = {name for name, one in METHODS.items() if one.reads is Reads.SCORE}
    assert reading_scores == {"as_given", "levels", "yes_no"}


def test_what_happens_outside_the_range_by_default() -> None:
    clipping = {name for name, one in METHODS.items() if one.default_outside is Outside.CLIP}
    assert clipping == {"achievement", "goalposts"}


def test_only_shares_are_put_onto_a_range() -> None:
    assert {name for name, one in METHODS.items() if one.onto} == {"achievement", "goalposts"}
