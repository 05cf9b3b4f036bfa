"""``bundle`` and ``verify`` as they are typed: what they print, write and end with."""

from __future__ import annotations

import json
import re
import shlex
from hashlib import sha256
from pathlib import Path

import pytest

from examples.finding_examples.bundles import zipped
from kediri_index.archive import container as packing
from kediri_index.archive import published
from kediri_index.archive.bundle import BundleOptions, bundle
from kediri_index.archive.verify import verify
from kediri_index.model.language import Language
from kediri_index.model.limits import Limits
from kediri_index.present.commands.verify import PublishedPresentation, VerifyPresentation
from tests.archive.archives import members_of, relisted, replaced
from tests.cli.running import Cli
from tests.present.screens import drawn

SHEET = "kota-kediri-2022.xlsx"


def test_an_archive_is_written_told_and_verified(project: Path, cli: Cli) -> None:
    ran = cli("bundle", SHEET, "--output", "arsip.zip", "--lang", "en")
    digest = sha256((project / "arsip.zip").read_bytes()).hexdigest()
    assert (ran.code, ran.out) == (0, f" arsip.zip · holds 6 files\n sha256 {digest}\n")
    assert "kediri-index verify arsip.zip" in ran.err
    found = cli("verify", "arsip.zip", "--lang", "en")
    assert found.code == 0
    assert f" sha256 {digest}\n\n Verified: " in found.out
    assert "with all 97 figures" in " ".join(found.out.split())
    assert found.err == ""


def test_the_json_lists_the_file_with_its_hash(project: Path, cli: Cli) -> None:
    ran = cli("bundle", SHEET, "--output", "arsip.zip", "--format", "json")
    document = json.loads(ran.out)
    digest = sha256((project / "arsip.zip").read_bytes()).hexdigest()
    assert document["schema"] == "kediri-index/bundle/1"
    assert document["result"] == {"files": [{"path": "arsip.zip", "sha256": digest, "members": 6}]}
    verified = json.loads(cli("verify", "arsip.zip", "--format", "json").out)
    assert verified["schema"] == "kediri-index/verify/1"
    assert verified["definition"]["id"] == "kominfo-2022-reguler"
    recorded = verified["result"].pop("recorded")
    assert {key: recorded[key] for key in ("unit", "day", "limits", "language")} == {
        "unit": None,
        "day": None,
        "limits": {},
        "language": "id",
    }
    assert verified["result"] == {
        "file": {"path": "arsip.zip", "sha256": digest},
        "made_by": document["tool"]["version"],
        "same": True,
        "recomputed": True,
        "members": {"compared": 6, "different": 0},
        "cells": {"compared": 71, "different": 0},
        "figures": {"compared": 97, "different": 0},
        "findings": {"compared": 0, "different": 0},
        "verdict": "verified",
        "not_compared": [],
    }


def test_the_archive_goes_to_standard_output_alone(
    project: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    del project
    from kediri_index.cli.run import run  # noqa: PLC0415 - bytes are captured otherwise

    assert run(["bundle", SHEET, "--output", "-", "--quiet"]) == 0
    out, err = capsysbinary.readouterr()
    assert out.startswith(b"PK\x03\x04")
    assert err == b""


def test_an_archive_of_a_part_says_so_beside_standard_output(
    project: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    from kediri_index.cli.run import run  # noqa: PLC0415 - bytes are captured otherwise

    (project / "a.csv").write_text("unit,year,baseline\nKota Uji,2022,lima\n", encoding="utf-8")
    called = ("bundle", "a.csv", "--config", "kominfo-2022-reguler", "--output", "-")
    assert run([*called, "--allow-errors", "--lang", "en"]) == 0
    out, err = capsysbinary.readouterr()
    assert out.startswith(b"PK\x03\x04")
    assert b"scored in spite of errors" in err


def test_an_archive_is_replaced_only_when_asked_and_no_input_ever(project: Path, cli: Cli) -> None:
    del project
    assert cli("bundle", SHEET, "--output", "arsip.zip").code == 0
    ran = cli("bundle", SHEET, "--output", "arsip.zip", "--lang", "en")
    assert (ran.code, ran.out) == (2, "")
    assert cli("bundle", SHEET, "--output", "arsip.zip", "--force").code == 0
    assert cli("bundle", SHEET, "--output", SHEET, "--force").code == 2
    assert cli("verify", "arsip.zip", "--output", "arsip.zip", "--force").code == 2


def test_the_next_step_raises_the_limits_that_the_archive_is_beyond(
    project: Path, cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    del project
    with monkeypatch.context() as tight:
        tight.setattr(packing, "Limits", lambda: Limits(members=6, total_bytes=20_000))
        ran = cli("bundle", SHEET, "--output=-a b.zip", "--limit", "cells=2000000", "--lang", "en")
    (command,) = re.findall("kediri-index (verify .*)", ran.err)
    raised = dict(re.findall(r"--limit (\w+)=(\d+)", command))
    assert raised.keys() == {"members", "total_bytes", "cells"}
    assert raised["cells"] == "2000000"
    assert cli(*shlex.split(command)).code == 0


def test_no_archive_is_made_that_could_not_be_written(
    project: Path, cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "arsip.zip").write_bytes(b"lama")
    monkeypatch.setattr("kediri_index.archive.bundle.gather", pytest.fail)
    assert cli("bundle", SHEET, "--output", "arsip.zip").code == 2
    assert (project / "arsip.zip").read_bytes() == b"lama"


def test_whoever_waits_is_told_how_far_it_is(project: Path) -> None:
    (project / "lama.csv").write_text("unit,year,baseline\nKota Kediri,2021,3\n", "utf-8")
    told: list[tuple[int, int]] = []
    made = bundle([SHEET, "lama.csv"], watch=lambda *steps: told.append(steps))
    assert told == [(0, 4), (1, 4), (2, 4), (3, 4), (4, 4)]
    again = bundle([SHEET], BundleOptions(allow_errors=True))
    assert (made.data, again.data) != (None, None)
    (project / "arsip.zip").write_bytes(again.data or b"")
    told.clear()
    verify("arsip.zip", watch=lambda *steps: told.append(steps))
    assert told == [(0, 2), (2, 2)]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["bundle", SHEET], "--output"),
        (["bundle", SHEET, "--output", "-", "--format", "json"], "--format json"),
        (["bundle", SHEET, "--output", "a.zip", "--waivers", "tiada.yaml"], "tiada.yaml"),
        (["bundle", "tiada.xlsx", "--output", "a.zip"], "tiada.xlsx"),
        (["verify"], "--published"),
        (["verify", "a.zip", "--published"], "--published"),
        (["verify", "tiada.zip"], "there is no such file"),
        (["verify", "."], "give the .zip that bundle wrote"),
    ],
)
def test_wrong_usage_is_told_and_writes_nothing(
    arguments: list[str], said: str, project: Path, cli: Cli
) -> None:
    ran = cli(*arguments, "--lang", "en")
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert [path.name for path in project.iterdir()] == [SHEET]


def test_errors_are_told_and_nothing_is_written(project: Path, cli: Cli) -> None:
    (project / "a.csv").write_text("unit,year,baseline\nKota Uji,2022,lima\n", encoding="utf-8")
    called = ("bundle", "a.csv", "--config", "kominfo-2022-reguler", "--output", "arsip.zip")
    ran = cli(*called, "--lang", "en")
    assert (ran.code, ran.out) == (1, "")
    assert "C110" in ran.err
    assert "Not bundled, since there are" in ran.err
    assert not (project / "arsip.zip").exists()
    document = json.loads(cli(*called, "--format", "json").out)
    assert document["result"] is None
    assert document["findings"]
    allowed = cli(*called, "--allow-errors", "--lang", "en", "--verbose")
    assert allowed.code == 0
    assert "scored in spite of errors" in allowed.out
    assert "file: a.csv" in allowed.err
    found = cli("verify", "arsip.zip", "--lang", "en", "--verbose")
    assert "scored in spite of errors" in found.out
    assert "file: a.csv" in found.err
    partial = json.loads(cli("verify", "arsip.zip", "--format", "json").out)
    assert partial["partial"] is True
    partial = json.loads(cli(*called, "--allow-errors", "--force", "--format", "json").out)
    assert partial["partial"] is True


@pytest.fixture
def changed(project: Path, cli: Cli) -> str:
    """An archive one of whose cells and figures are not what they were."""
    cli("bundle", SHEET, "--output", "arsip.zip")
    members = members_of((project / "arsip.zip").read_bytes())
    members = replaced(members, "cells/", "D6\tnumber\t3.23", "D6\tnumber\t3.32")
    members = replaced(members, "results/score.json", '"score": 3.6,', '"score": 3.7,')
    (project / "lain.zip").write_bytes(zipped(relisted(members)))
    return "lain.zip"


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        ("id", ("D6", "1 dari 97 berbeda", "di dalam arsip 3,7, dihitung ulang 3,6")),
        ("en", ("D6", "1 of 97 differ", "3.7 in the archive, 3.6 when it is computed again")),
    ],
)
def test_what_differs_is_told_in_both_languages_and_formats_with_exit_code_1(
    language: str, texts: tuple[str, ...], changed: str, cli: Cli
) -> None:
    for form in ("text", "md"):
        ran = cli("verify", changed, "--lang", language, "--format", form)
        assert ran.code == 1
        words = " ".join(ran.out.split())
        assert all(text in words for text in texts)
    document = json.loads(cli("verify", changed, "--format", "json").out)
    assert document["result"]["same"] is False
    assert [one["code"] for one in document["findings"]] == ["F464", "F467"]


def test_the_next_step_explains_the_cause_not_what_follows_from_it(project: Path, cli: Cli) -> None:
    cli("bundle", SHEET, "--output", "arsip.zip")
    members = members_of((project / "arsip.zip").read_bytes())
    changed = replaced(members, "cells/", "D6\tnumber\t3.23", "D6\tnumber\t3.32")
    (project / "0.zip").write_bytes(zipped(changed))
    ran = cli("verify", "0.zip", "--lang", "en")
    assert ran.err == " What does F464 mean?  kediri-index explain F464\n"
    page = cli("verify", "0.zip", "--format", "md").out
    for out in (ran.out, page):
        assert 0 < out.index("F464") < out.index("F463")


def test_what_is_no_archive_is_a_finding(project: Path, cli: Cli) -> None:
    del project
    for form in ("text", "md", "json"):
        ran = cli("verify", SHEET, "--format", form, "--lang", "en")
        assert ran.code == 1
        assert "F460" in ran.out
        assert ran.out.count(SHEET) == {"json": 2}.get(form, 1)


@pytest.mark.usefixtures("project")
def test_a_screen_without_those_signs_gets_plain_ones(changed: str) -> None:
    out = drawn(VerifyPresentation(Language.EN, verify(changed)), encoding="ascii")
    told: list[tuple[int, int]] = []
    figures = published.recompute_published(lambda *steps: told.append(steps))
    assert len(told) == told[-1][-1] > 10
    out += drawn(PublishedPresentation(Language.EN, figures, ()), encoding="ascii")
    assert " x Cells     1 of 71 differ\n" in out
    assert " + Files     6, all the same\n" in out
    assert re.search(
        "^ ~ +Kota Denpasar +2018 +spbe18-governance +2.29 +2.28 *$", out, re.MULTILINE
    )


def test_published_results_come_out_as_published(project: Path, cli: Cli) -> None:
    del project  # neither its definitions nor its files are looked at
    document = json.loads(cli("verify", "--published", "--format", "json").out)
    assert document["result"]["figures"] == {"compared": 365, "different": 0}
    table = cli("verify", "--published", "--format", "md", "--lang", "id")
    figures = re.findall(r"^\| [✓≈–] \|", table.out, re.MULTILINE)
    assert len(figures) == 372


def test_a_published_result_that_comes_out_otherwise_ends_with_1(
    project: Path, cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    del project
    tables = (one for one in published.published_tables() if not one.previous)
    table = next(one for one in tables if one.rows[0].unit == "KOTA KEDIRI")
    row = table.rows[0]._replace(printed={"overall": "9.87"})
    monkeypatch.setattr(published, "published_tables", lambda: (table._replace(rows=(row,)),))
    for form in ("text", "md", "json"):
        ran = cli("verify", "--published", "--lang", "en", "--format", form)
        assert ran.code == 1
        assert "9.87" in ran.out
