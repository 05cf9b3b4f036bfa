"""The effect of another definition on data: who stands where in the list."""

from __future__ import annotations

from kediri_index.usecases.diff import effect
from kediri_index.usecases.inputs import Submission
from tests.findings.building import ONE_GROUP, TOP, csv_table, definition

TWO = "indicators:\n  - {id: A-1, in: a, name: Satu}\n  - {id: A-2, in: a, name: Dua}\n"
FREE = TOP.replace("scale: {min: 0, max: 4}\n", "missing: {answers: exclude}\n")
BOOK = "unit,A-1,A-2\nKota A,1,10\nKota B,5,30\nKota C,,20\nKota D,,\nKota E,2,11\n"


def test_those_who_gain_or_lose_a_score_stand_first_and_those_without_any_last() -> None:
    before = definition(FREE + ONE_GROUP + TWO)
    screened = "score: {method: min_max}\nprepare: [{screen: {min_present: 1}}]\n"
    after = definition(FREE + screened + ONE_GROUP + TWO)
    found = effect(Submission((csv_table(BOOK),)), before, after, allow_errors=True)
    assert found.units is not None
    assert [one.unit for one in found.units] == ["Kota C", "Kota B", "Kota E", "Kota A", "Kota D"]
    assert [one.change is None for one in found.units] == [True, False, False, False, True]
