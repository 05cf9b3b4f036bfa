"""Reports of many units, each made once: an example, a whole country, and what has no basis."""

from __future__ import annotations

import random
from collections.abc import Sequence
from functools import cache

from kediri_index.model.definition import Definition
from kediri_index.model.language import Language
from kediri_index.model.league import League
from kediri_index.model.profile import Hints, Profile
from kediri_index.model.yearly import Yearly
from kediri_index.present.document import Document
from kediri_index.present.yearly.report import document
from kediri_index.usecases.inputs import Submission, load_definition, read_workbooks
from kediri_index.usecases.report import yearly_report
from kediri_index.usecases.score import LastYear
from tests.findings.building import csv_table, definition
from tests.present.yearly.reports import EXAMPLES

EXAMPLE = EXAMPLES / "wilayah-contoh"
LEAGUES = ("example", "country", "own", "one", "groups")
"""Twenty units; 514 with last year's; 120 with one's own among them; one unit of the twenty.

Of *groups* the 120 are in provinces, which the profile lists.
"""
OWN = "Kabupaten Penukal Abab Lematang Ilir 12"
COUNTRY = """\
kediri_index: 1
id: liga
version: "1"
status: own
title: Indeks liga (rekaan)
title_en: Invented index of a league
scale: {min: 0, max: 100}
missing: {answers: exclude}
classes:
  - {name: Rendah, name_en: Low, below: 50}
  - {name: Sedang, name_en: Medium, below: 60}
  - {name: Tinggi, name_en: High}
kinds: {pillar: {name: Pilar, name_en: Pillar}}
"""
PILLARS = 8


def country(indicators: int) -> Definition:
    """Return a definition with eight pillars and so many indicators."""
    pillars = [
        f"  - {{id: p{at}, kind: pillar, name: Pelayanan dan tata kelola bidang ke-{at}}}"
        for at in range(PILLARS)
    ]
    leaves = [
        f"  - {{id: I-{at:03}, in: p{at % PILLARS}, name: Indikator {at},"
        " score: {method: goalposts, min: 0, max: 100}}"
        for at in range(indicators)
    ]
    return definition("\n".join([COUNTRY + "groups:", *pillars, "indicators:", *leaves, ""]))


def panel(names: Sequence[str], year: int, indicators: int, *, holes: float = 0.002) -> Submission:
    """Return a table of units whose pillars go together, the same at every run."""
    chance = random.Random(year)  # noqa: S311 - the same at every run
    lines = [",".join(["unit", "year", *(f"I-{at:03}" for at in range(indicators))])]
    for at, name in enumerate(names):
        level = random.Random(at).gauss(60, 9)  # noqa: S311 - likewise
        cells = [
            "" if chance.random() < holes else f"{min(max(level + chance.gauss(0, 9), 0), 100):.1f}"
            for _ in range(indicators)
        ]
        lines.append(",".join([name, str(year), *cells]))
    return Submission((csv_table("\n".join(lines) + "\n", f"liga{year}.csv"),))


def names_of(count: int) -> list[str]:
    """Return so many names, some of them long."""
    long = ("Kota Batu", "Kabupaten Penukal Abab Lematang Ilir", "Kepulauan Tanimbar")
    return [f"{long[at % 3]} {at - at % 3}" for at in range(count)]


PROVINCES = ("Jawa Timur", "Kepulauan Bangka Belitung", "Papua", "DKI Jakarta", "Bali")


def in_provinces(names: Sequence[str]) -> Profile:
    """Return a profile in which all but three of *names* are in a province, one in its own."""
    groups: dict[str, tuple[str, ...]] = {"Riau": (names[0],)}
    for at, name in enumerate(names[1:-3]):
        of = PROVINCES[at % len(PROVINCES)]
        groups[of] = (*groups.get(of, ()), name)
    return Profile(unit_groups={"provinsi": groups})


@cache
def reported(name: str) -> Yearly | League:
    """Return what the report *name* is made of."""
    if name in {"example", "one"}:
        found = yearly_report(
            read_workbooks(EXAMPLE / "wilayah.csv"),
            load_definition(str(EXAMPLE / "indeks.yaml")),
            hints=Hints(unit="Kabupaten Rekaan 5") if name == "one" else None,
        )
    else:
        by, names = country(24), names_of(514 if name == "country" else 120)
        before = LastYear(panel(names[3:], 2022, 24), by, "liga2022.csv")
        hints = Hints(unit=OWN) if name in {"own", "groups"} else None
        profile = in_provinces(names) if name == "groups" else None
        found = yearly_report(panel(names, 2023, 24), by, profile, hints=hints, previous=before)
    assert found.found is not None
    return found.found


@cache
def league_document(name: str, language: Language) -> Document:
    """Return the same in words."""
    return document(reported(name), language)


def few(count: int, *, previous: bool = False, indicators: int = 24) -> Document:
    """Return the report of so many units."""
    names, by = names_of(count), country(indicators)
    before = LastYear(panel(names, 2022, indicators), by, "liga2022.csv") if previous else None
    found = yearly_report(panel(names, 2023, indicators), by, previous=before).found
    assert found is not None
    return document(found, Language.EN)
