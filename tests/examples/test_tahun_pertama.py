from __future__ import annotations

from pathlib import Path

from examples.make_tahun_pertama import DELIVERIES, KIT, RESULTS, write_all
from kediri_index.usecases.inputs import load_profile
from tests.examples.packages import members


def test_the_committed_sheets_are_what_the_script_writes(tmp_path: Path) -> None:
    written = write_all(tmp_path)
    names = {path.relative_to(tmp_path) for path in written}
    assert names == {path.relative_to(KIT) for path in KIT.glob("*/*.xlsx")}
    for path in written:
        assert members(path) == members(KIT / path.relative_to(tmp_path))


def test_every_indicator_is_answered_and_every_agency_sends() -> None:
    profile = load_profile(KIT / "profile.yaml")
    assigned = [code for codes in profile.assign.values() for code in codes]
    assert sorted(assigned) == sorted(RESULTS)
    agencies = [opd.id for opd in profile.opd]
    assert {one.opd for sent in DELIVERIES.values() for one in sent} == set(agencies)
    names = (KIT / "opd.txt").read_text(encoding="utf-8").splitlines()
    assert names == [opd.name for opd in profile.opd]
