"""No forged archive is verified, and each is named for what it is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from examples.finding_examples.bundles import GOOD, made_by, zipped
from kediri_index import __version__
from kediri_index.archive.verify import verified
from kediri_index.model.bundle import Verdict
from kediri_index.model.language import Language
from kediri_index.model.limits import Limits
from kediri_index.present.commands.verify import VerifyPresentation
from tests.archive.forgeries import FORGERIES, Forgery
from tests.archive.forging import waived
from tests.present.screens import drawn

pytestmark = pytest.mark.attack("forged archives")
CODES = {Verdict.VERIFIED: 0, Verdict.DIFFERS: 1, Verdict.NOT_VERIFIED: 3}
FROM_ELSEWHERE = "only a sha256 from elsewhere proves who made it."


@pytest.mark.parametrize("forgery", FORGERIES, ids=lambda forgery: forgery.name)
def test_a_forged_archive_is_named_and_never_verified(forgery: Forgery) -> None:
    found = verified("a.zip", forgery.make(), Limits())
    assert CODES[found.verdict] == forgery.code
    told = {(one.code, one.value) for one in found.findings}
    assert {code for code, _ in told} == {code for code, _ in forgery.said}
    assert {one for one in forgery.said if one[1] is not None} <= told


def test_the_last_line_says_what_is_proven_and_what_is_not() -> None:
    assert last_line(zipped(GOOD)) == (
        f"Verified: kediri-index {__version__} writes exactly this archive from the files in it, "
        f"with all 27 figures; {FROM_ELSEWHERE}"
    )
    assert last_line(zipped(made_by("0.0.1", GOOD))) == (
        f"Not verified: version 0.0.1 wrote this archive and this is {__version__}; under this "
        f"version, all 27 figures follow from the files in it; {FROM_ELSEWHERE}"
    )
    assert last_line(zipped(GOOD) + b"!") == (
        "This archive is not as it was made; nothing in it is proven."
    )


def test_what_nothing_can_prove_is_listed_as_recorded() -> None:
    archive = waived(date(2023, 12, 31), limits={"cells": 1000}, allow_errors=True)
    found = verified("a.zip", archive, Limits())
    assert found.verdict is Verdict.VERIFIED
    assert (
        "Recorded, not proven: --unit Kota Contoh · --year 2023 · --limit cells=1000 · "
        "--allow-errors · waivers as of 2023-12-31"
    ) in drawn(VerifyPresentation(Language.EN, found), 200)


def last_line(archive: bytes) -> str:
    lines = drawn(
        VerifyPresentation(Language.EN, verified("a.zip", archive, Limits()))
    ).splitlines()
    (digest,) = (number for number, line in enumerate(lines) if line.startswith(" sha256 "))
    return " ".join(" ".join(lines[digest + 1 :]).split())


def test_no_changed_byte_is_verified(record_property: Callable[[str, object], None]) -> None:
    archive = zipped(GOOD)
    record_property("attempts", len(range(0, len(archive), 89)))
    for offset in range(0, len(archive), 89):
        changed = bytearray(archive)
        changed[offset] ^= 1
        found = verified("a.zip", bytes(changed), Limits())
        assert found.verdict is Verdict.DIFFERS, offset
        assert found.findings, offset
    assert verified("a.zip", archive, Limits()).verdict is Verdict.VERIFIED


def test_no_part_of_an_archive_is_verified(
    record_property: Callable[[str, object], None],
) -> None:
    archive = zipped(GOOD)
    record_property("attempts", 2 * len(range(0, len(archive), 487)))
    for size in range(0, len(archive), 487):
        assert not verified("a.zip", archive[:size], Limits()).is_same
        assert not verified("a.zip", archive[size + 1 :], Limits()).is_same


def test_findings_that_are_not_shown_are_not_forgotten() -> None:
    forged = zipped(made_by("0.0.1", GOOD))
    assert verified("a.zip", forged, Limits(findings=0)).verdict is Verdict.NOT_VERIFIED
    assert not verified("a.zip", zipped(GOOD) + b"!", Limits(findings=0)).is_same
