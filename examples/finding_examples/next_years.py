"""Folders of a year that ended, from which the next one is begun."""

from __future__ import annotations

from collections.abc import Mapping

from examples.finding_examples.bundles import GOOD, TABLE, zipped
from examples.finding_examples.definitions import DEFINITIONS
from examples.finding_examples.example import ANYWHERE, Example, Place

_DEFINITION = "config/pillars.yaml"
_PROFILE = "config/profile.yaml"
_WAIVERS = "config/waivers.yaml"
_SHEET = "masuk/isian.csv"
_OF_2023 = "unit: Kota Contoh\n"
_ANSWERS = f"Wilayah,Kota Contoh\nTahun,2023\n\n{TABLE}"
_WAIVER = """\
- code: C116
  place: {file: isian.csv}
  reason: Angka akhir menyusul
  who: Diskominfo
  until: 2023-12-31
"""


def _carried(
    code: str,
    place: Place,
    faulty: str,
    changed: Mapping[str, str | bytes | None],
    *options: str,
) -> Example:
    """Return an example of a folder with what is *changed* in it; None for a file that is gone."""
    files: dict[str, str | bytes | None] = {
        _DEFINITION: f"{DEFINITIONS['uji.yaml']}year: 2023\n",
        _PROFILE: _OF_2023,
        _SHEET: _ANSWERS,
        **changed,
    }
    said = {
        f"{code}/{name}": data if isinstance(data, bytes) else data.encode()
        for name, data in files.items()
        if data is not None
    }
    path = f"{code}/{faulty}".rstrip("/")
    arguments = (f"{code}-2024", "--next-year", code, "--force", *options)
    return Example(code, said, arguments, place.of(code, path), command="init")


EXAMPLES: tuple[Example, ...] = (
    _carried("F550", Place(value=_DEFINITION), _DEFINITION, {_DEFINITION: None}),
    _carried("F551", ANYWHERE, "", {_SHEET: None}),
    _carried("F552", ANYWHERE, "masuk", {_SHEET: _ANSWERS.replace("U-1,3", "U-1,9")}),
    _carried(
        "F553",
        ANYWHERE,
        "arsip.zip",
        {"arsip.zip": zipped(GOOD), _SHEET: _ANSWERS.replace("U-1,3", "U-1,4")},
    ),
    _carried("F554", ANYWHERE, _PROFILE, {_PROFILE: f"{_OF_2023}history: {{2023: 3.1}}\n"}),
    _carried("F555", Place(value="2023-12-31", line=5, column=10), _WAIVERS, {_WAIVERS: _WAIVER}),
    _carried("F557", ANYWHERE, "", {}, "--year", "2025"),
)
