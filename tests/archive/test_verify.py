"""What verifying names when anything in an archive is not as it was."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from examples.finding_examples import bundles
from examples.finding_examples.bundles import made_by, written
from kediri_index.archive.container import MANIFEST
from kediri_index.archive.verify import verified, verify
from kediri_index.definition.library import shipped_folder
from kediri_index.errors import NotFoundError, UsageError
from kediri_index.messages.findings import archive
from kediri_index.model.bundle import Compared, Verdict
from kediri_index.model.language import Language
from kediri_index.model.limits import Limits
from kediri_index.present.commands.verify import VerifyPresentation
from kediri_index.present.renderers.md import rendered
from tests.archive.archives import (
    KEDIRI,
    MALANG,
    Members,
    archive_of,
    members_of,
    one,
    relisted,
    replaced,
    told,
    verify_members,
    workbook_replaced,
    zipped,
)
from tests.findings.test_codes import assert_says_all

SHEET = "xl/worksheets/sheet2.xml"
MALANG_PATH, KEDIRI_PATH = str(MALANG), str(KEDIRI)


@pytest.fixture(scope="module")
def kediri() -> Members:
    return members_of(archive_of(KEDIRI))


@pytest.fixture(scope="module")
def malang() -> Members:
    return members_of(archive_of(MALANG))


def test_nothing_differs_in_an_archive_as_it_was_written(malang: Members) -> None:
    found = verify_members(malang)
    assert found.findings == ()
    assert found.is_same
    assert (found.members, found.cells) == (Compared(8), Compared(903))
    assert (found.figures, found.said) == (Compared(864), Compared(5))
    assert (found.unit, found.year, found.score) == ("Kabupaten Malang", 2023, "2.94")


def test_one_changed_digit_in_one_input_names_the_cell_and_each_figure(kediri: Members) -> None:
    found = verify_members(workbook_replaced(kediri, "inputs/", SHEET, ">3.23<", ">3.33<"))
    assert not found.is_same
    (cell,) = (one for one in found.findings if one.code == "F464")
    assert (cell.file, cell.sheet, cell.cell) == (KEDIRI_PATH, "Penilaian", "D6")
    assert (cell.value, cell.params["was"]) == ("3.33", "3.23")
    figures = {one.params["figure"]: one.value for one in found.findings if one.code == "F467"}
    assert figures["Kota Kediri 2022 · outcome · published"] == "3.33"
    assert figures["Kota Kediri 2022 · overall · published"] == "3.34"
    assert found.figures.different == len(figures)
    assert [one.value for one in found.findings if one.code == "F463"] == [
        "inputs/001-kota-kediri-2022.xlsx"
    ]


def test_a_changed_digit_that_no_score_shows_names_the_cell_all_the_same(malang: Members) -> None:
    """The row's number, which nothing is computed from; and whoever did it renewed the hashes."""
    changed = workbook_replaced(
        malang, "inputs/", SHEET, '<c r="A9" s="3"><v>6<', '<c r="A9" s="3"><v>7<'
    )
    found = verify_members(relisted(changed))
    assert told(found.findings) == [("F464", MALANG_PATH, "A9", "7")]
    assert (found.figures.different, found.cells.different) == (0, 1)


def test_a_number_that_became_a_text_is_a_changed_cell(kediri: Members) -> None:
    cells = replaced(kediri, "cells/", "D6\tnumber\t3.23", "D6\ttext\t3.23")
    (finding,) = verify_members(relisted(cells)).findings
    assert (finding.code, finding.cell) == ("F464", "D6")
    assert (finding.params["now"], finding.params["was"]) == ("3.23 [number]", "3.23 [text]")


def test_a_changed_definition_names_its_file_and_each_figure(kediri: Members) -> None:
    """Rounded once, as in 2023, the overall would have been 3.32."""
    found = verify_members(
        replaced(kediri, "definition/001", "[dimension, terms, overall]", "[dimension, overall]")
    )
    changed = {one.value for one in found.findings if one.code == "F463"}
    assert changed == {"definition/001-kominfo-2022-reguler.yaml"}
    figures = {one.params["figure"]: one.value for one in found.findings if one.code == "F467"}
    assert figures["Kota Kediri 2022 · overall · published"] == "3.32"
    assert not found.is_same


def test_a_changed_result_is_held_against_the_computed_one(kediri: Members) -> None:
    score = json.loads(kediri["results/score.json"])
    score["result"]["units"][0]["overall"]["published"] = "3.41"
    del score["result"]["units"][0]["groups"][0]["score"]
    changed = {**kediri, "results/score.json": json.dumps(score).encode()}
    found = verify_members(relisted(changed))
    assert [(one.code, one.params["figure"], one.value) for one in found.findings] == [
        ("F467", "Kota Kediri 2022 · overall · published", "3.31"),
        ("F467", "Kota Kediri 2022 · baseline · score", "3.6"),
    ]
    assert found.figures == Compared(103, 2)


@pytest.mark.parametrize("code", [entry.code for entry in archive.FINDINGS if entry.code != "F474"])
def test_each_code_has_an_archive_that_gives_exactly_it(code: str) -> None:
    (example,) = (one for one in bundles.EXAMPLES if one.code == code)
    ((path, data),) = example.files.items()
    limits = Limits(members=3) if example.arguments[1:] else Limits()
    found = verified(path, data, limits)
    assert [one.code for one in found.findings] == [code]
    assert_says_all(found.findings[0])
    assert found.is_same is (code in {"F472", "F484"})
    assert (found.verdict is Verdict.NOT_VERIFIED) is (code in {"F471", "F478"})


def test_what_only_another_version_of_the_program_knows_is_no_difference(kediri: Members) -> None:
    score = json.loads(kediri["results/score.json"])
    score["result"]["units"][0]["overall"]["later"] = 1
    del score["result"]["units"][0]["overall"]["basis"]
    changed = {**kediri, "results/score.json": written(score)}
    found = verify_members(made_by("9.9", changed))
    assert [(one.code, one.value) for one in found.findings] == [("F471", "9.9")]
    assert (found.verdict, found.made_by) == (Verdict.NOT_VERIFIED, "9.9")
    assert found.not_compared == ("results/score.json",)
    assert verify_members(made_by("9.9", kediri)).not_compared == ()


def test_a_figure_that_another_version_computes_otherwise_is_said_with_the_version(
    kediri: Members,
) -> None:
    changed = replaced(kediri, "results/score.json", '"score": 3.6,', '"score": 3.7,')
    found = verify_members(made_by("9.9", changed))
    assert [one.code for one in found.findings] == ["F467", "F471"]
    assert found.verdict is Verdict.DIFFERS


def test_results_that_are_no_results_are_said_to_be_written_otherwise(kediri: Members) -> None:
    for text in (b"[]", b"{", b"[" * 100_000):
        changed = {**kediri, "results/score.json": text}
        assert told(verify_members(relisted(changed)).findings) == [
            ("F473", "arsip.zip", None, "results/score.json")
        ]


def test_findings_that_no_program_writes_are_not_those_that_are_computed(kediri: Members) -> None:
    check = json.loads(kediri["results/check.json"])
    assert check["findings"] == []
    check["findings"] = [1, {"code": ["S301"], "file": "a"}]
    found = verify_members(relisted({**kediri, "results/check.json": written(check)}))
    assert told(found.findings) == [("F468", "a", None, "–")]
    assert found.verdict is Verdict.DIFFERS


def test_another_version_may_write_the_resolved_definition_otherwise(kediri: Members) -> None:
    name = "definition/resolved.yaml"
    spaced = {**kediri, name: kediri[name].replace(b"weight: 30", b"weight:   30")}
    found = verify_members(made_by("9.9", spaced))
    assert (found.verdict, found.not_compared) == (Verdict.NOT_VERIFIED, (name,))
    other = {**kediri, name: kediri[name].replace(b"weight: 30", b"weight: 31")}
    assert verify_members(made_by("9.9", other)).verdict is Verdict.DIFFERS


def test_another_resolved_definition_is_found_though_nothing_is_computed_from_it(
    kediri: Members,
) -> None:
    name = "definition/resolved.yaml"
    for new in (b"weight: 31", b"weight:   30", b"tiada: 1\n"):
        text = kediri[name].replace(b"weight: 30", new)
        found = verify_members(relisted({**kediri, name: text}))
        assert told(found.findings) == [("F473", "arsip.zip", None, name)]


def test_a_list_of_cells_with_a_line_twice_is_not_the_list_that_was_written(
    kediri: Members,
) -> None:
    name = one(kediri, "cells/")
    first = kediri[name].split(b"\n")[0]
    found = verify_members(relisted({**kediri, name: first + b"\n" + kediri[name]}))
    assert ("F473", "arsip.zip", None, name) in told(found.findings)
    assert not found.is_same


def test_a_definition_that_is_broken_is_told_with_its_lines(kediri: Members) -> None:
    changed = replaced(kediri, "definition/001", "status: reconstructed", "status: lain")
    found = verify_members(relisted(changed))
    assert {one.code for one in found.findings} == {"F470", "D113"}
    assert not found.is_same
    assert found.definition is None


def test_a_parent_that_is_not_among_the_files_is_told(malang: Members) -> None:
    def forget(manifest: dict[str, dict[str, list[dict[str, str]]]]) -> None:
        files = manifest["result"]["files"]
        manifest["result"]["files"] = [one for one in files if "pillars" not in one["path"]]

    changed = {name: data for name, data in malang.items() if "pillars" not in name}
    found = verify_members(relisted(changed, forget))
    assert {one.code for one in found.findings} == {"F470", "D020"}


def test_results_and_cells_that_the_manifest_forgets_are_missed(kediri: Members) -> None:
    def forget(manifest: dict[str, dict[str, list[dict[str, str]]]]) -> None:
        files = manifest["result"]["files"]
        manifest["result"]["files"] = [
            one for one in files if one["role"] not in {"score", "cells"}
        ]

    changed = {
        name: data
        for name, data in kediri.items()
        if not name.startswith("cells/") and name != "results/score.json"
    }
    assert [one.value for one in verify_members(relisted(changed, forget)).findings] == [
        "cells/001-kota-kediri-2022.xlsx.tsv",
        "results/score.json",
    ]


@pytest.mark.parametrize(
    "change",
    [
        {"schema": "kediri-index/score/1"},
        {"tool": {"version": '1"; rm -rf "~'}},
        {"tool": {"version": 1}},
        {"tool": []},
        {"result": {"files": {}}},
        {"result": {"files": [1]}},
        {"result": {"files": [{"path": "a", "sha256": "", "role": "lain", "source": ""}]}},
        {"call": None},
    ],
)
def test_a_manifest_of_another_form_is_none(change: dict[str, object], kediri: Members) -> None:
    found = verify_members(relisted(kediri, lambda manifest: manifest.update(change)))
    assert told(found.findings) == [("F460", "arsip.zip", None, None)]


def test_an_archive_of_a_later_form_says_which_version_can_read_it(kediri: Members) -> None:
    later = {"schema": "kediri-index/bundle/2", "tool": {"version": "9.0"}, "call": "lain"}
    found = verify_members(relisted(kediri, lambda manifest: manifest.update(later)))
    assert told(found.findings) == [("F478", "arsip.zip", None, "9.0")]


@pytest.mark.parametrize(
    "change",
    [
        {"value": "lain"},
        {"target": "1e9"},
        {"target": "1/0"},
        {"year": True},
        {"year": -1},
        {"decimal": ";"},
        {"allow_errors": 1},
        {"limits": {"lain": 1}},
        {"limits": {"members": "1"}},
        {"known_definitions": "uji"},
        {"known_definitions": [1]},
        {"known_definitions": ["a" * 201]},
        {"known_definitions": ["a"] * 2_001},
        {"day": "kemarin"},
        {"unit": 1},
        {"passed_over": [{"code": "C110", "file": "a"}]},
        {"passed_over": [{"code": "F415"}]},
        {"previous": 1},
    ],
)
def test_a_call_of_another_form_is_none(change: dict[str, object], kediri: Members) -> None:
    found = verify_members(relisted(kediri, lambda manifest: manifest["call"].update(change)))
    assert told(found.findings) == [("F460", "arsip.zip", None, None)]


def test_a_manifest_that_lists_a_member_twice_or_is_no_text_is_none(kediri: Members) -> None:
    twice = relisted(
        kediri, lambda manifest: manifest["result"]["files"].append(manifest["result"]["files"][0])
    )
    for members in (twice, {**kediri, MANIFEST: b"\xff"}, {**kediri, MANIFEST: b"[" * 200_000}):
        assert told(verify_members(members).findings) == [("F460", "arsip.zip", None, None)]


def test_a_manifest_and_cells_beyond_the_limits_are_not_read(kediri: Members) -> None:
    found = verify_members(kediri, Limits(definition_bytes=100))
    assert [one.code for one in found.findings] == ["F477"]
    found = verify_members(kediri, Limits(cells=70))
    assert ("F477", "cells/001-kota-kediri-2022.xlsx.tsv") in [
        (one.code, one.value) for one in found.findings
    ]


def test_tighter_limits_of_the_call_are_kept_when_it_is_computed_again(
    tmp_path: Path, kediri: Members
) -> None:
    del tmp_path
    tight = relisted(kediri, lambda manifest: manifest["call"]["limits"].update(cells=10))
    codes = {one.code for one in verify_members(tight).findings}
    assert "F477" in codes
    assert "F472" not in codes


def test_a_file_that_is_not_there_or_too_large_is_said_so(tmp_path: Path) -> None:
    for missing in (tmp_path / "tiada.zip", "", "a\0b"):
        with pytest.raises(NotFoundError, check=lambda error: error.message == "path-not-found"):
            verify(missing)
    with pytest.raises(UsageError, check=lambda error: error.message == "archive-is-folder"):
        verify(tmp_path)
    path = tmp_path / "arsip.zip"
    path.write_bytes(b"PK\x03\x04" + bytes(100))
    assert [one.code for one in verify(path).findings] == ["F475"]
    found = verify(path, limits=Limits(file_bytes=10))
    assert [one.code for one in found.findings] == ["F102"]


def test_verifying_writes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "arsip.zip"
    path.write_bytes(archive_of(KEDIRI))
    path.chmod(0o400)
    monkeypatch.chdir(tmp_path)
    assert verify("arsip.zip").is_same
    assert list(tmp_path.iterdir()) == [path]


def test_an_input_packed_otherwise_is_named_where_the_results_name_its_hash(
    kediri: Members,
) -> None:
    name = one(kediri, "inputs/")
    repacked = {**kediri, name: zipped(members_of(kediri[name]))}
    found = verify_members(relisted(repacked))
    hashed = f"inputs · {KEDIRI_PATH} · sha256"
    assert [(finding.code, finding.value) for finding in found.findings] == [
        ("F473", f"manifest.json ({hashed})"),
        ("F473", f"results/check.json ({hashed})"),
        ("F473", f"results/score.json ({hashed})"),
    ]


@pytest.mark.parametrize(
    "change",
    [
        lambda manifest: manifest["definition"].update(sha256="0" * 64),
        lambda manifest: manifest["inputs"][0].update(revision=9),
        lambda manifest: manifest["result"]["files"][0].update(source="lain.yaml"),
        lambda manifest: manifest["call"].pop("day"),
        lambda manifest: manifest.update(partial=True),
    ],
)
def test_a_manifest_that_says_other_than_what_is_computed_is_found(
    change: Callable[[Any], object], kediri: Members
) -> None:
    found = verify_members(relisted(kediri, change))
    assert found.findings
    assert not found.is_same


def test_a_shipped_definition_is_the_same_with_other_ends_of_lines(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    members = members_of(archive_of(MALANG))
    assert any("kediri_index/config/" in line for line in members[MANIFEST].decode().splitlines())
    copy = tmp_path / "config"
    copy.mkdir()
    for path in shipped_folder().glob("*.yaml"):
        (copy / path.name).write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    monkeypatch.setattr("kediri_index.archive.results.shipped_folder", lambda: copy)
    assert verify_members(members).findings == ()
    (copy / "pillars.yaml").write_text("kediri_index: 1\n", encoding="utf-8")
    assert {one.code for one in verify_members(members).findings} == {"F483"}


def test_a_definition_that_extends_a_shipped_one_under_its_own_id_borrows_none(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, codes in (("sendiri", []), ("kominfo-2023-kppn", ["F484"])):
        own = (
            f"kediri_index: 1\nextends: kominfo-2023-reguler\nid: {name}\nversion: 1\nstatus: own\n"
        )
        Path("sendiri.yaml").write_text(own, encoding="utf-8")
        found = verify_members(
            members_of(archive_of(MALANG, config="sendiri.yaml", allow_errors=True))
        )
        assert [one.code for one in found.findings if one.code == "F484"] == codes
        assert found.is_same


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda made: made_by("9.9", without_basis(made)), "results/score.json"),
        (lambda made: made_by("9.9", with_score(made)), "9.9"),
        (lambda made: relisted(made, lambda one: one["tool"].update(version="9")), "9"),
        (lambda made: relisted(made, later), "9.0"),
    ],
)
def test_the_page_says_what_another_version_leaves_open(
    change: Callable[[Members], Members], said: str, kediri: Members
) -> None:
    found = verify_members(change(kediri))
    assert said in rendered(VerifyPresentation(Language.EN, found).document())


def later(manifest: Any) -> None:  # noqa: ANN401 - what JSON says
    manifest.update({"schema": "kediri-index/bundle/2", "tool": {"version": "9.0"}})


def without_basis(made: Members) -> Members:
    score = json.loads(made["results/score.json"])
    del score["result"]["units"][0]["overall"]["basis"]
    return {**made, "results/score.json": written(score)}


def with_score(made: Members) -> Members:
    return replaced(made, "results/score.json", '"score": 3.6,', '"score": 3.7,')
