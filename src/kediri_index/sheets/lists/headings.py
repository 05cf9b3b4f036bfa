"""The columns of a list of indicators, by the words of their headings."""

import re
from enum import StrEnum
from typing import Final, NamedTuple, Self

from kediri_index.model.definition import Kind
from kediri_index.model.language import Label
from kediri_index.sheets.tables.columns import readings, spaced, without_brackets


class ListColumn(StrEnum):
    """A column of a list: the heading that :mod:`writing` writes, and other words for it."""

    _value_: str
    headings: tuple[str, ...]

    def __new__(cls, heading: str, *others: str) -> Self:
        """Make the column headed *heading*, and in lists of offices also by *others*."""
        column = str.__new__(cls, heading)
        column._value_ = heading
        column.headings = (heading.casefold(), *others)
        return column

    NUMBER = "No", "no", "nomor", "number", "#", "no urut", "nomor urut"
    CODE = (
        *("Kode", "kode indikator", "kode iku", "code", "indicator code", "id", "id indikator"),
        "indicator id",
    )
    ID = "Kode program", "program code"
    PRINTED = "Nomor tercetak", "nomor pertanyaan", "no pertanyaan", "printed number"
    GROUP = "Kelompok"
    INDICATOR = (
        *("Indikator", "nama indikator", "indikator kinerja", "indikator kinerja utama", "iku"),
        *("indikator kinerja daerah", "indikator kinerja kunci", "uraian indikator", "pertanyaan"),
        *("indikator penilaian", "indicator", "indicator name", "name of indicator", "question"),
        *("indikator/pertanyaan", "nama indikator kinerja", "indikator sasaran", "indicators"),
    )
    NAME_EN = "Nama (Inggris)", "indikator (inggris)", "nama (bahasa inggris)", "name (english)"
    NAME_ID = "Nama (Indonesia)", "name (indonesian)"
    WEIGHT = (
        *("Bobot", "bobot indikator", "bobot nilai", "bobot penilaian", "persentase bobot"),
        *("weight", "weights", "indicator weight", "nilai bobot"),
    )
    MEASURE_UNIT = "Satuan", "unit", "unit of measure", "satuan ukur", "satuan pengukuran"
    TARGET = "Target", "target kinerja", "target tahunan", "target tahun ini"
    DIRECTION = (
        *("Arah", "arah indikator", "arah penilaian", "arah capaian", "polaritas", "polarity"),
        *("direction", "sifat", "sifat indikator", "jenis indikator", "kriteria arah", "tren"),
        *("semakin tinggi/rendah", "kecenderungan"),
    )
    METHOD = (
        *(
            "Cara penilaian",
            "metode penilaian",
            "cara menilai",
            "cara",
            "metode",
            "penilaian",
            "method",
        ),
        *("scoring", "scoring method", "how it is scored", "cara pengukuran", "skala penilaian"),
        *("cara penghitungan nilai", "teknik penilaian", "jenis penilaian"),
    )
    OPD = (
        *("OPD pengampu", "opd", "pengampu", "perangkat daerah", "opd penanggung jawab"),
        *("penanggung jawab", "perangkat daerah pengampu", "opd pelaksana", "agency", "agencies"),
        *("responsible agency", "pd pengampu", "opd pengisi", "instansi", "unit kerja", "pic"),
        *("perangkat daerah penanggung jawab", "skpd", "perangkat daerah penanggungjawab"),
        *("penanggungjawab", "opd penanggungjawab"),
    )
    SOURCE = "Sumber data", "sumber", "data source", "source", "source of data"
    VALID = (
        *("Rentang wajar", "rentang isian", "nilai yang mungkin", "batas wajar", "valid range"),
        "possible values",
    )
    EVIDENCE = "Bukti dukung", "bukti", "evidence", "data dukung"
    NOT_APPLICABLE = "Tidak berlaku", "not applicable"
    TAG = ("Tanda",)
    CHECK = "Periksa", "check"
    REMARK = "Keterangan", "catatan", "ket", "remark", "remarks", "note", "notes"
    KIND = "Jenis", "tingkat kelompok", "kind", "level"
    PARENT = "Induk", "kelompok induk", "parent"
    AGGREGATE = "Cara penggabungan", "agregasi", "aggregation"
    OPTIONAL = "Opsional", "optional"
    MIN_PRESENT = "Minimal terisi", "minimum present"
    AGENCY_NAME = "Nama OPD", "nama perangkat daerah", "agency name"
    AGENCY_SHORT = "Singkatan", "singkatan opd", "short name", "abbreviation"
    AGENCY_CODE = "Kode OPD", "agency code", "agency id"


LEVELS: Final = {
    "pillar": ("Pilar", "Pillar", "pilar smart city"),
    "dimension": ("Dimensi", "Dimension"),
    "domain": ("Domain", "Domain", "ranah"),
    "aspect": ("Aspek", "Aspect"),
    "component": ("Komponen", "Component"),
    "sub_pillar": ("Sub pilar", "Sub-pillar", "subpilar", "sub-pilar", "sub pillar"),
    "sub_dimension": ("Sub dimensi", "Sub-dimension", "subdimensi", "sub-dimensi"),
    "sub_domain": ("Sub domain", "Sub-domain", "subdomain"),
    "sub_aspect": ("Sub aspek", "Sub-aspect", "subaspek", "sub-aspek"),
    "sub_component": ("Sub komponen", "Sub-component", "subkomponen", "sub-komponen"),
    "group": ("Kelompok", "Group", "kelompok indikator"),
    "category": ("Kategori", "Category"),
    "field": ("Bidang", "Field", "bidang urusan"),
    "affair": ("Urusan", "Affair", "urusan pemerintahan"),
    "mission": ("Misi", "Mission"),
    "goal": ("Tujuan", "Goal"),
    "objective": ("Sasaran", "Objective", "sasaran strategis", "sasaran daerah"),
    "variable": ("Variabel", "Variable"),
    "element": ("Unsur", "Element"),
    "criterion": ("Kriteria", "Criterion"),
    "cluster": ("Klaster", "Cluster"),
    "theme": ("Tema", "Theme"),
    "program": ("Program", "Programme"),
}
"""The levels of groups that lists have columns of: Indonesian and English name, further words."""

_COLUMNS: Final = {
    heading: one for one in ListColumn if one is not ListColumn.TAG for heading in one.headings
}
_LEVELS: Final = {word.casefold(): kind for kind, words in LEVELS.items() for word in words}
_OF_NAME: Final = re.compile(r"(?:nama|name of|the)\s+(.+)")
_WEIGHT_OF: Final = re.compile(r"(?:bobot|weight)\s+(?:per\s+|tiap\s+|of\s+)?(.+)|(.+?)\s+weight")
_TAG: Final = re.compile(
    r"\s*(?:tanda|tag)\s+([A-Za-z][A-Za-z0-9_-]*)\s*(?:\((.+)\))?\s*", re.IGNORECASE
)
_POINTS: Final = re.compile(r"\b(?:poin|points?|relatif|relative)\b")


class ListHeading(NamedTuple):
    """What a heading says: its column; of groups and their weights the level; points, the year.

    *level* of a tag is its id, and *name* what it is called.
    """

    column: ListColumn
    level: str | None = None
    points: bool = False
    year: int | None = None
    name: str | None = None


def heading_of(text: str) -> ListHeading | None:
    """Return what the heading *text* means, None where it is none."""
    whole = spaced(text)
    tag = _TAG.fullmatch(text)
    if tag is not None:
        return ListHeading(ListColumn.TAG, tag[1], name=tag[2])
    if whole in _COLUMNS:
        return _of_group_or(_COLUMNS[whole], whole)
    bare = spaced(without_brackets(text)[0]).replace(".", "")
    points = bool(_POINTS.search(whole))
    if points:
        bare = " ".join(_POINTS.sub("", bare).split())
    found = _named(bare)
    if found is None:
        dated = (one for one in readings(text) if one.year is not None)
        again = next(((_named(one.name), one.year) for one in dated), (None, None))
        found = again[0] and again[0]._replace(year=again[1])
        if found is None or found.column is not ListColumn.TARGET:
            return None
    elif found.column is ListColumn.TARGET:
        years = {year for one in readings(text) for year in one.years}
        found = found._replace(year=next(iter(years)) if len(years) == 1 else None)
    return found._replace(points=points)


def _named(bare: str) -> ListHeading | None:
    if bare in _COLUMNS:
        return _of_group_or(_COLUMNS[bare], bare)
    if bare in _LEVELS:
        return ListHeading(ListColumn.GROUP, _LEVELS[bare])
    of_name = _OF_NAME.fullmatch(bare)
    if of_name is not None and of_name[1] in _LEVELS:
        return ListHeading(ListColumn.GROUP, _LEVELS[of_name[1]])
    weight = _WEIGHT_OF.fullmatch(bare)
    level = _LEVELS.get((weight[1] or weight[2]).strip()) if weight else None
    return None if level is None else ListHeading(ListColumn.WEIGHT, level)


def _of_group_or(column: ListColumn, word: str) -> ListHeading:
    return ListHeading(column, _LEVELS.get(word))


def kind_of(level: str) -> Kind:
    """Return the kind of groups that *level* is called."""
    indonesian, english, *_ = LEVELS[level]
    return Kind(level, Label(indonesian, None, english))
