"""The pages of many units in a browser: on a screen, on a telephone, in the dark."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kediri_index.cli.run import run

pytest.importorskip("selenium", reason="selenium is not installed")

from tests.browser.chromium import Chromium, needs_chromium, started

pytestmark = needs_chromium
EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="module")
def chromium() -> Iterator[Chromium]:
    with started() as window:
        yield window


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pages") / "halaman"
    regions = EXAMPLES / "wilayah-contoh"
    files = (str(regions / "wilayah.csv"), "--config", str(regions / "indeks.yaml"))
    previous = ("--previous", str(EXAMPLES / "wilayah-contoh-2022" / "wilayah.csv"))
    profile = folder.with_name("profile.yaml")
    units = [[f"Kabupaten Rekaan {at}" for at in range(first, 19, 3)] for first in (1, 2, 3)]
    groups = f"{{A: {units[0]}, B: {units[1]}, C: {units[2]}}}"
    profile.write_text(f"unit_groups: {{provinsi: {groups}}}", encoding="utf-8")
    grouped = ("--profile", str(profile), "--by", "provinsi")
    assert run(["report", *files, *previous, *grouped, "--all", str(folder), "--quiet"]) == 0
    return folder


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("name", ["index", "Kabupaten Rekaan 5 2023", "Kabupaten Rekaan 12 2023"])
def test_nothing_is_wider_than_the_window_and_axe_core_finds_no_serious_fault(
    name: str, width: int, folder: Path, chromium: Chromium
) -> None:
    path = folder / f"{name}.html"
    chromium.open(path, width, 844, dark=width < 1280)
    assert chromium.requests() == [path.as_uri()]
    assert chromium.complaints() == []
    assert chromium.js("return document.documentElement.scrollWidth") == width
    chromium.js("document.querySelectorAll('details').forEach(one => { one.open = true })")
    assert chromium.faults() == []


def test_links_lead_from_the_index_to_a_page_and_back(folder: Path, chromium: Chromium) -> None:
    chromium.open(folder / "index.html")
    for address, title in (
        ("Kabupaten%20Rekaan%205%202023.html", "Kabupaten Rekaan 5"),
        ("index.html", "20 daerah"),
    ):
        href = chromium.js(
            "return document.querySelector(arguments[0]).href", f'a[href="{address}"]'
        )
        chromium.driver.get(href)
        assert chromium.js("return document.title").startswith(title)
