"""The columns that a sheet may have, by the words agencies use for them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple, Self

from kediri_index.model.findings import Finding
from kediri_index.model.profile import Profile
from kediri_index.model.text import Names
from kediri_index.workbook.headers.qualifiers import Qualified, readings, spaced, without_brackets


class Column(StrEnum):
    """A known column: the header that the templates write, and *headers*, the words that name it.

    *LAST_YEAR* and *CHECK* are for people: nothing of them is ever read.
    """

    _value_: str
    headers: tuple[str, ...]

    def __new__(cls, header: str, *others: str) -> Self:
        """Make the column that the templates call *header*, and agencies by *others*, too."""
        column = str.__new__(cls, header)
        column._value_ = header
        column.headers = (header.casefold(), *others)
        return column

    NUMBER = "No", "nomor", "number", "#"
    CODE = "Kode", "kode indikator", "code", "indicator code", "id", "id indikator"
    PILLAR = "Pilar", "pillar", "dimensi", "dimension"
    SUB_PILLAR = "Sub pilar", "subpilar", "sub-pilar", "sub-pillar", "sub pillar"
    INDICATOR = "Indikator", "nama indikator", "indicator", "indicator name"
    OPD = (
        *("OPD pengampu", "opd", "pengampu", "perangkat daerah", "opd pengisi", "asal opd"),
        "agency",
    )
    MEASURE_UNIT = "Satuan", "unit of measure", "measure"
    TARGET = ("Target",)
    MEASURE = "Realisasi", "result", "actual", "realisation", "realization"
    ACHIEVEMENT = "Capaian", "achievement"
    SELF = (
        *("Nilai mandiri", "penilaian mandiri", "mandiri", "self-assessment", "self assessment"),
        *("self score", "self-assessed score"),
    )
    ASSESSOR = (
        *("Nilai asesor", "nilai assessor", "penilaian asesor", "hasil penilaian"),
        *("assessor's score", "assessor score", "assessed score"),
    )
    EVIDENCE = "Bukti dukung", "bukti", "evidence", "data dukung"
    REMARK = "Keterangan", "catatan", "ket", "remark", "remarks", "note", "notes"
    LAST_YEAR = "Tahun lalu", "last year"
    CHECK = "Periksa", "check"
    UNIT = (
        *("Wilayah", "unit", "region", "kab/kota", "kabupaten/kota", "daerah", "kab./kota"),
        *("kabupaten / kota", "kab / kota", "nama wilayah", "nama daerah", "pemerintah daerah"),
        *("nama kabupaten/kota", "nama kab/kota", "kabupaten dan kota", "region name"),
        *("kab kota", "kabupaten kota"),
    )
    YEAR = "Tahun", "year"


VALUE_COLUMNS = frozenset({Column.MEASURE, Column.SELF, Column.ASSESSOR})
NUMBER_COLUMNS = VALUE_COLUMNS | {Column.TARGET}
KEY_COLUMNS = frozenset({Column.CODE, Column.INDICATOR})
NAMES_THE_ROW = KEY_COLUMNS | {Column.UNIT}
_OF_A_YEAR = VALUE_COLUMNS | {Column.TARGET, Column.ACHIEVEMENT}
"""Columns whose brackets may make them another value or another year's."""

_KNOWN = {header: column for column in Column for header in column.headers}
_AGAIN = re.compile(r"(?P<name>.*[^\W\d_])\.[1-9][0-9]?")
_BETWEEN_WORDS = re.compile(r"(?<=[^\W_])[._](?=[^\W_])")
_NUMBERED = re.compile(r"(?P<name>.*\D)\s*(?P<number>[1-9][0-9]?)")


class Header(NamedTuple):
    """The meaning of a header cell.

    *number* tells one assessor's column from another's; *year* is the year that the header names.
    """

    column: Column
    number: int | None = None
    year: int | None = None


def folded(text: str) -> str:
    """Return *text* as headers and labels are compared: small letters, single spaces, bare."""
    return _remembered(text) if len(text) <= _REMEMBERED else _folded(text)


def _folded(text: str) -> str:
    return spaced(without_brackets(text)[0])


_REMEMBERED = 200
_remembered = lru_cache(maxsize=20_000)(_folded)  # thirty forms say the same headers and names


def header_of(text: str, further: Mapping[str, Header]) -> Header | None:
    """Return what the header *text* means; *further* has a region's own words, folded."""
    if len(text) > _REMEMBERED:
        return further.get(spaced(text)) or further.get(folded(text)) if further else None
    return _header(text, further) if further else _known_header(text)


@lru_cache(maxsize=20_000)
def _known_header(text: str) -> Header | None:
    return _header(text, {})


def named_in(text: str) -> Sequence[Qualified]:
    """Return what a header of a wide table may name, likeliest first: the whole text is."""
    whole = Qualified(spaced(text))
    return (whole,) if len(text) > _REMEMBERED else (whole, *readings(text))


def is_own_word(text: str, further: Mapping[str, Header]) -> bool:
    """Return whether a region's own words have the header *text*, with its brackets or bare."""
    return bool(further) and (spaced(text) in further or folded(text) in further)


def _header(text: str, further: Mapping[str, Header]) -> Header | None:
    own = further.get(spaced(text))
    if own is not None:
        return own
    bare, *dated = readings(text)
    header = _named(bare.name, further)
    if header is not None:
        return _with_qualifiers(header, bare)
    for qualified in dated:
        header = _named(qualified.name, further)
        if header is not None and header.column in _OF_A_YEAR:
            return _with_qualifiers(header, qualified)
    return None


def _with_qualifiers(header: Header, qualified: Qualified) -> Header | None:
    """Return which column a known *header* is, with the brackets beside it."""
    if header.column not in _OF_A_YEAR:
        return header
    if qualified.is_last_years:
        return Header(Column.LAST_YEAR)
    beside_target = header.column in {Column.TARGET, Column.ACHIEVEMENT}
    if qualified.is_another_value(beside_target=beside_target) or len(qualified.years) > 1:
        return None
    return header._replace(year=qualified.year)


def _named(name: str, further: Mapping[str, Header]) -> Header | None:
    if name in further:
        return further[name]
    if name in _KNOWN:
        return Header(_KNOWN[name])
    exported = _without_export_marks(name)
    if exported != name:
        return _named(exported, further)
    numbered = _NUMBERED.fullmatch(name) if name[-1:].isdigit() else None
    if numbered is None:
        return None
    base = numbered["name"].strip(" -_")
    plain = further.get(base) or (Header(_KNOWN[base]) if base in _KNOWN else None)
    if plain is not None and plain.column is Column.ASSESSOR and plain.number is None:
        return plain._replace(number=int(numbered["number"]))
    return None


def _without_export_marks(name: str) -> str:
    """Return *name* as it was before R or pandas wrote it: nilai.asesor, nilai_asesor, realisasi.1.

    What pandas numbers is a header that the table had before.
    """
    again = _AGAIN.fullmatch(name)
    plain = again["name"] if again and "." not in again["name"] else name
    return " ".join(_BETWEEN_WORDS.sub(" ", plain).split())


def further_columns(columns: Mapping[str, tuple[str, ...]]) -> dict[str, Header]:
    """Return a profile's ``columns`` by folded word; keys that name no column are left out.

    A word with brackets also stands for the word without them, unless that has a meaning already.
    """
    found: dict[str, Header] = {}
    bare: dict[str, Header] = {}
    for known, others in columns.items():
        header = header_of(known, {})
        if header is not None:
            found.update((spaced(other), header) for other in others)
            bare.update((folded(other), header) for other in others)
    unnamed = {name: header for name, header in bare.items() if _named(name, {}) is None}
    return {**unnamed, **found}


def unknown_columns(profile: Profile) -> Iterator[Finding]:
    """Yield F442 for each key of a profile's ``columns`` that names no column."""
    known = Names(column.value for column in Column)
    for key in profile.columns:
        if header_of(key, {}) is None:
            nearest = known.suggest(key)
            yield Finding("F442", file=profile.path or None, value=key, params={"nearest": nearest})
