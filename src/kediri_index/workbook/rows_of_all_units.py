"""Rows of a table of units that are about all units: their statistics, or the whole they are in."""

from __future__ import annotations

import re
from collections.abc import Collection
from collections.abc import Set as AbstractSet
from typing import Final

from kediri_index.model.names import exact
from kediri_index.workbook.columns import folded

_STATISTIC_WORDS: Final = """
    minimum min terendah terkecil lowest maksimum maximum maks max tertinggi terbesar highest
    median modus simpangan baku standar standard deviasi deviation std dev stdev varians variance
    persentil percentile kuartil quartile rentang range koefisien variasi coefficient variation
    bobot weight weights target
"""
_STATISTICS: Final = frozenset(_STATISTIC_WORDS.split())
_ALONE: Final = frozenset({"n", "sd", "cv", "mode"})
"""Too short to be looked for among other words."""
_GENERAL_WORDS: Final = """
    nilai skor score scores indeks index data of dari the ke th st nd rd dan and
    kabupaten kota provinsi wilayah daerah nasional
"""
_GENERAL: Final = frozenset(_GENERAL_WORDS.split())
_COUNTRY: Final = frozenset({"indonesia", "nasional", "national", "republik indonesia"})
_PROVINCES: Final = frozenset(
    {
        *("aceh", "sumatera utara", "sumatera barat", "riau", "kepulauan riau", "sumatera selatan"),
        *("lampung", "kepulauan bangka belitung", "bangka belitung", "banten", "dki jakarta"),
        *("jawa barat", "jawa tengah", "di yogyakarta", "daerah istimewa yogyakarta"),
        *("jawa timur", "bali", "nusa tenggara barat", "nusa tenggara timur", "kalimantan barat"),
        *("kalimantan tengah", "kalimantan selatan", "kalimantan timur", "kalimantan utara"),
        *("sulawesi utara", "sulawesi tengah", "sulawesi selatan", "sulawesi tenggara"),
        *("sulawesi barat", "maluku", "maluku utara", "papua", "papua barat", "papua barat daya"),
        *("papua selatan", "papua tengah", "papua pegunungan"),
    }
)
_ALSO_OF_REGIONS: Final = frozenset({"bengkulu", "gorontalo", "jakarta", "jambi", "yogyakarta"})
"""Provinces whose names regencies or cities have too."""
_PREFIX: Final = re.compile(r"(?:provinsi|prov\.?|province of|province)\s+|\s+province$")
_REGION: Final = re.compile(r"(?:kota|kabupaten|kab\.?|city of|regency of)\s+\S")
_WORDS: Final = re.compile(r"[^\W\d_]+")


def not_units(names: Collection[str], wanted: AbstractSet[str]) -> frozenset[str]:
    """Return which of the *names* in a column of units are not units.

    A province, or Indonesia, is one among others of its kind, but not among its regencies and
    cities. What is *wanted* as a unit, by its exact name, is one.
    """
    places = [name for name in names if not is_statistic(name)]
    found = {name for name in names if is_statistic(name)}
    found |= _wholes(places)
    return frozenset(name for name in found if exact(name) not in wanted)


def is_statistic(name: str) -> bool:
    """Return whether *name* is that of a figure about the units, such as *Simpangan baku*."""
    label = folded(name)
    if label in _ALONE:
        return True
    words = set(_WORDS.findall(label))
    return not words.isdisjoint(_STATISTICS) and words <= _STATISTICS | _GENERAL


def _wholes(names: Collection[str]) -> set[str]:
    """Return the province or country of the regencies and cities that are among *names*."""
    country = {name for name in names if folded(name) in _COUNTRY}
    provinces = {name for name in names if _is_province(name)}
    in_capitals = {name for name in provinces if name.isupper()}
    others = [name for name in names if name not in country | provinces]
    if others and not any(name.isupper() for name in others) and in_capitals:
        return country | in_capitals
    if any(_REGION.match(folded(name)) for name in others):
        sure = {name for name in provinces if folded(name) not in _ALSO_OF_REGIONS}
        return country | (sure if len(sure) == 1 else set())
    return country if len(provinces) > 1 else set()


def _is_province(name: str) -> bool:
    known = _PROVINCES | _ALSO_OF_REGIONS
    return _PREFIX.sub("", folded(name)).strip() in known
