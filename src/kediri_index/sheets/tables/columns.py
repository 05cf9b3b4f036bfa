"""The columns that a sheet may have, by the words of their headers, brackets included."""

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple, Self

from kediri_index.model.findings import Finding
from kediri_index.model.profile import Profile
from kediri_index.model.text import Names

_WORDS = re.compile(r"[^\W\d_]+")
RANGE = re.compile(r"(?<!\d)(\d+)\s*(?:-|–|—|/|s/d|s\.d\.|sampai|to)\s*(\d+)(?!\d)")
_YEAR = re.compile(r"(?<!\d)(?:199\d|20[0-4]\d)(?!\d)")
_BESIDE = r"(?:(?:tahun|thn|th|ta|year|fy)\.?\s*)?((?:199\d|20[0-4]\d))"
_YEAR_AFTER = re.compile(rf"(\S.*?)[\s,._-]+{_BESIDE}")
_YEAR_BEFORE = re.compile(rf"{_BESIDE}[\s,_-]+(\S.*)")
LAST_YEAR = re.compile(
    r"\b(?:tahun|thn|th)\.?\s*(?:lalu|sebelumnya|kemarin|n\s*-\s*1|t\s*-\s*1)\b"
    r"|\b(?:last|previous|prior) year\b|^(?:sebelumnya|lalu|previous|[nt]\s*-\s*1)$"
)
_LAST_YEAR_AFTER = re.compile(
    r"(\S.*?)[\s,_-]+((?:tahun|thn) (?:lalu|sebelumnya)|(?:last|previous) year)"
)
_YEARS = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_REGULATION = re.compile(
    r"\b(?:perwali|perbup|perda|perpres|permen\w*|peraturan|keputusan|undang-undang|uu|pp|nomor"
    r"|no\.|regulation|decree|law)\b.*",
    re.IGNORECASE,
)
_FILLERS = frozenset(
    {"nilai", "skor", "score", "value", "tahun", "year", "thn", "x", "kali", "dikali", "times"}
    | {"dari", "of", "terhadap", "thd", "the", "persen", "percent", "angka"}
)
_BOUNDS = frozenset(
    {"maksimum", "maksimal", "maks", "max", "maximum", "minimum", "minimal", "min"}
    | {"bobot", "weight", "terbobot", "tertimbang", "weighted"}
)


class Qualified(NamedTuple):
    """A header's *name* without brackets, and the texts beside it that may decide its meaning."""

    name: str
    beside: tuple[str, ...] = ()

    @property
    def years(self) -> frozenset[int]:
        """The years beside the name; a scale such as 0–2000 has none."""
        return frozenset(year for text in self.beside for year in _years(text))

    @property
    def year(self) -> int | None:
        """The one year beside the name, None where there is none or more than one."""
        years = self.years
        return next(iter(years)) if len(years) == 1 else None

    @property
    def is_last_years(self) -> bool:
        """Whether the header is of the year before, such as *Realisasi (tahun lalu)*."""
        return any(LAST_YEAR.search(text) for text in self.beside)

    def is_another_value(self, *, beside_target: bool = False) -> bool:
        """Return whether the header is of a target, a bound or a weight: *Nilai (maksimum)*.

        Beside a target or an achievement (*beside_target*), the word *target* decides nothing;
        neither does a bound with a figure: *maks. 4* is a scale.
        """
        for text in self.beside:
            words = set(_WORDS.findall(text)) - _FILLERS
            if words == {"target"} and not beside_target:
                return True
            if words and words <= _BOUNDS and not any(map(str.isdigit, text)):
                return True
        return False


def _years(text: str) -> Iterator[int]:
    for first, last in RANGE.findall(text):
        if not (_YEAR.fullmatch(first) and _YEAR.fullmatch(last)):
            text = RANGE.sub(" ", text)
            break
    yield from map(int, _YEAR.findall(text))


def years_in(text: str) -> set[str]:
    """Return the years that *text* names, but for those of a regulation that it cites."""
    return set(_YEARS.findall(_REGULATION.sub("", text)))


def spaced(text: str) -> str:
    """Return *text* with small letters, single spaces, and no marks around it."""
    return " ".join(text.split()).strip(" :*.").casefold()


def without_brackets(text: str) -> tuple[str, tuple[str, ...]]:
    """Return *text* without its bracketed parts, and these parts, in linear time."""
    outside: list[str] = []
    inside: list[str] = []
    at = 0
    while (opens := text.find("(", at)) >= 0 and (closes := text.find(")", opens)) >= 0:
        outside.append(text[at:opens].rstrip())
        inside.append(text[opens + 1 : closes])
        at = closes + 1
    return "".join((*outside, text[at:])), tuple(inside)


@lru_cache(maxsize=5_000)
def readings(text: str) -> tuple[Qualified, ...]:
    """Return how a header may be split into its name and what stands beside it, likeliest first.

    A year needs no brackets: *Realisasi 2022*, *2022 Realisasi*, *Realisasi tahun lalu*.
    """
    outside, inside = without_brackets(text)
    name = spaced(outside)
    beside = tuple(map(spaced, inside))
    found = [Qualified(name, beside)]
    for pattern, at in ((_YEAR_AFTER, 1), (_YEAR_BEFORE, 2), (_LAST_YEAR_AFTER, 1)):
        match = pattern.fullmatch(name)
        if match is not None:
            found.append(Qualified(spaced(match[at]), (*beside, spaced(match[3 - at]))))
    return tuple(found)


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


def header_of(text: str, own_words: Mapping[str, Header]) -> Header | None:
    """Return what the header *text* means; *own_words* has a region's own words, folded."""
    if len(text) > _REMEMBERED:
        return own_words.get(spaced(text)) or own_words.get(folded(text)) if own_words else None
    return _header(text, own_words) if own_words else _known_header(text)


@lru_cache(maxsize=20_000)
def _known_header(text: str) -> Header | None:
    return _header(text, {})


def named_in(text: str) -> Sequence[Qualified]:
    """Return what a header of a wide table may name, likeliest first: the whole text is."""
    whole = Qualified(spaced(text))
    return (whole,) if len(text) > _REMEMBERED else (whole, *readings(text))


def is_own_word(text: str, own_words: Mapping[str, Header]) -> bool:
    """Return whether a region's own words have the header *text*, with its brackets or bare."""
    return bool(own_words) and (spaced(text) in own_words or folded(text) in own_words)


def _header(text: str, own_words: Mapping[str, Header]) -> Header | None:
    own = own_words.get(spaced(text))
    if own is not None:
        return own
    bare, *dated = readings(text)
    header = _named(bare.name, own_words)
    if header is not None:
        return _with_qualifiers(header, bare)
    for qualified in dated:
        header = _named(qualified.name, own_words)
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


def _named(name: str, own_words: Mapping[str, Header]) -> Header | None:
    if name in own_words:
        return own_words[name]
    if name in _KNOWN:
        return Header(_KNOWN[name])
    exported = _without_export_marks(name)
    if exported != name:
        return _named(exported, own_words)
    numbered = _NUMBERED.fullmatch(name) if name[-1:].isdigit() else None
    if numbered is None:
        return None
    base = numbered["name"].strip(" -_")
    plain = own_words.get(base) or (Header(_KNOWN[base]) if base in _KNOWN else None)
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


def own_columns(columns: Mapping[str, tuple[str, ...]]) -> dict[str, Header]:
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
