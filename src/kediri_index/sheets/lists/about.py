"""What a list says of its index as a whole: labels and their values, read and written."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Any, Final, NamedTuple

from kediri_index.model.aggregation import Aggregation
from kediri_index.model.definition import (
    FIXED_STAGES,
    ClassesOn,
    Definition,
    NotApplicable,
    Publish,
    ScoreClass,
    Status,
    Unanswered,
)
from kediri_index.model.findings import Finding
from kediri_index.model.language import Label, Language
from kediri_index.model.scoring import Range
from kediri_index.model.text import ID, YEAR, whole
from kediri_index.scoring.aggregations import AGGREGATIONS
from kediri_index.sheets.lists.headings import LEVELS
from kediri_index.sheets.lists.methods import list_number, number_in
from kediri_index.sheets.lists.tables import ListTables
from kediri_index.sheets.tables.columns import years_in

_NAMES_INDEX: Final = re.compile(r"(?i)\b(?:indeks|index)\b")
_LIST_OF: Final = re.compile(r"(?i)(?:daftar|list)\b")
SHEET: Final = "Indeks"
"""The sheet of labels that :mod:`writing` writes."""

EVERY_YEAR: Final = "setiap tahun"
"""What a list says of an index that belongs to no year."""
NO_YEAR: Final = 0
_WORDS: Final[Mapping[str, tuple[str, ...]]] = {
    "title": ("Judul", "nama indeks", "judul indeks", "title", "index name"),
    "title_en": ("Judul (Inggris)", "title (english)"),
    "title_id": ("Judul (Indonesia)", "title (indonesian)"),
    "id": ("Kode indeks", "index id", "id indeks"),
    "version": ("Versi", "version"),
    "status": ("Status",),
    "language": ("Bahasa", "language"),
    "year": ("Tahun", "tahun penilaian", "tahun evaluasi", "year"),
    "unit": (
        *("Daerah", "wilayah", "kabupaten/kota", "kota", "kabupaten", "pemerintah daerah"),
        *("region", "nama daerah"),
    ),
    "source": ("Sumber", "dasar", "dasar hukum", "sumber indeks", "source"),
    "scale": ("Skala", "skala nilai", "skala indeks", "rentang nilai", "scale"),
    "decimals": ("Desimal", "jumlah desimal", "decimals"),
    "stages": ("Dibulatkan pada", "rounded at"),
    "answers": ("Isian kosong", "missing values"),
    "min_present": ("Minimal terisi", "minimum present"),
    "not_applicable": ("Tidak berlaku", "not applicable"),
    "aggregate_top": ("Cara penggabungan", "aggregation"),
    "classes": ("Predikat", "kategori nilai", "classes"),
    "classes_on": ("Predikat menurut", "classes by"),
    "opd_in": ("OPD dicatat di", "agencies kept in"),
}
_ANSWERS: Final = {
    Unanswered.ERROR: ("harus diisi", "must be filled in"),
    Unanswered.EXCLUDE: ("dilewati", "left out"),
    Unanswered.ZERO: ("dinilai nol", "zero"),
}
_APPLIES: Final = {
    NotApplicable.ALLOW: ("boleh", "allowed"),
    NotApplicable.REFUSE: ("tidak boleh", "refused"),
}
_CLASSES_ON: Final = {
    ClassesOn.SCORE: ("nilai tanpa pembulatan", "score"),
    ClassesOn.PUBLISHED: ("nilai resmi", "published score"),
}
_STATUS: Final = {
    Status.OWN: ("milik sendiri", "own"),
    Status.OFFICIAL: ("resmi", "official"),
    Status.RECONSTRUCTED: ("direkonstruksi", "reconstructed"),
}
_LANGUAGES: Final = {Language.ID: ("Indonesia", "id"), Language.EN: ("Inggris", "english", "en")}
_STAGES: Final = {"indicators": "indikator", "terms": "bobot kali nilai", "overall": "nilai indeks"}
_OPD_IN: Final = {True: ("definisi", "definition"), False: ("profil", "profile")}
_RANGE: Final = re.compile(
    r"(-?[0-9]+(?:[.,][0-9]+)?)\s*(?:-|–|—|s\.?\s?/?\s?d\.?|sampai(?: dengan)?|hingga|to)\s*"
    r"(-?[0-9]+(?:[.,][0-9]+)?)"
)
_CLASS: Final = re.compile(
    r"(?P<name>.+?)\s*"
    r"(?:(?P<sign><=|≤|<|di bawah|sampai dengan)\s*(?P<bound>-?[0-9]+(?:[.,][0-9]+)?))?"
)
_BELOW: Final = frozenset({"<", "di bawah"})


class AboutIndex(NamedTuple):
    """What a list says of its index; None and defaults where it says nothing."""

    title: str | None = None
    title_en: str | None = None
    title_id: str | None = None
    id: str | None = None
    version: str | None = None
    status: Status = Status.OWN
    language: Language | None = None
    year: int | None = None
    unit: str | None = None
    source: str | None = None
    scale: Range | None = None
    decimals: int = Publish().decimals
    stages: frozenset[str] = Publish().stages
    answers: Unanswered = Unanswered.ERROR
    min_present: Fraction | None = None
    not_applicable: NotApplicable = NotApplicable.ALLOW
    aggregate_top: Aggregation | None = None
    classes: tuple[ScoreClass, ...] = ()
    classes_on: ClassesOn = ClassesOn.SCORE
    opd_in: bool = False


def _index_of(titles: list[str]) -> str:
    """Return the line that names an index, without *Daftar indikator* before it; else the first."""
    for title in titles:
        named = _NAMES_INDEX.search(title)
        if named is not None:
            return title[named.start() :] if _LIST_OF.match(title) else title
    return titles[0]


def about_index(tables: ListTables, findings: list[Finding]) -> AboutIndex:
    """Return what the labels and titles say; a value that is unclear goes to *findings*."""
    found: dict[str, Any] = {}
    for key, words in _WORDS.items():
        label = next((one for word in words if (one := word.casefold()) in tables.labels), None)
        if label is None:
            continue
        cell = tables.labels[label]
        value = _READERS.get(key, _text)(cell.value)
        if value is None:
            sheet = tables.label_sheets[label]
            findings.append(sheet.finding("F521", cell, name=words[0], form=_FORMS[key]))
        else:
            found[key] = value
    titles = [" ".join(cell.value.split()) for cell in tables.titles]
    if titles:
        found.setdefault("title", _index_of(titles))
    years = {year for title in titles for year in years_in(title)}
    if len(years) == 1:
        found.setdefault("year", int(years.pop()))
    return AboutIndex(**found)


def labels_of(definition: Definition, *, opd_in: bool) -> Iterator[tuple[str, str]]:
    """Yield the labels of *definition* and their values, defaults left out."""
    title, publish, missing = definition.title, definition.publish, definition.missing
    default = AboutIndex()
    said: dict[str, str | None] = {
        "title": title.main,
        "title_en": title.english,
        "title_id": title.indonesian,
        "id": definition.id,
        "version": definition.version,
        "status": _STATUS[definition.status][0],
        "language": _LANGUAGES[definition.language][0],
        "year": EVERY_YEAR if definition.year is None else str(definition.year),
        "source": definition.source,
        "scale": None if definition.scale is None else "–".join(map(list_number, definition.scale)),
        "decimals": str(publish.decimals),
        "stages": ", ".join(_stage(one) for one in sorted(publish.stages)),
        "answers": _ANSWERS[missing.answers][0],
        "min_present": None if missing.min_present is None else list_number(missing.min_present),
        "not_applicable": _other(missing.not_applicable, default.not_applicable, _APPLIES),
        "aggregate_top": aggregation_in_words(definition.aggregate_top),
        "classes": "; ".join(map(_class_in_words, definition.classes)) or None,
        "classes_on": _other(definition.classes_on, default.classes_on, _CLASSES_ON),
        "opd_in": _OPD_IN[opd_in][0],
    }
    for key, value in said.items():
        if value is not None:
            yield _WORDS[key][0], value


def _other(value: Any, default: object, words: Mapping[Any, tuple[str, ...]]) -> str | None:  # noqa: ANN401 - any enumeration
    return None if value == default else words[value][0]


def _text(text: str) -> str:
    return " ".join(text.split())


def _id(text: str) -> str | None:
    return text.strip() if ID.fullmatch(text.strip()) else None


def _year(text: str) -> int | None:
    found = whole(text.strip())
    if " ".join(text.casefold().split()) == EVERY_YEAR:
        return NO_YEAR
    return int(found) if YEAR.fullmatch(found) else None


def range_in(text: str) -> Range | None:
    """Return the range that *text* is; None where it is none."""
    match = _RANGE.fullmatch(" ".join(text.split()))
    ends = (number_in(match[1]), number_in(match[2])) if match else (None, None)
    low, high = ends
    return None if low is None or high is None or low >= high else (low, high)


def _decimals(text: str) -> int | None:
    found = whole(text.strip())
    return int(found) if found.isdecimal() and len(found) == 1 else None


def share_in(text: str) -> Fraction | None:
    """Return the share that *text* is: 0,5 or 50%; None where it is none."""
    value = number_in(text.rstrip("% "))
    if value is None:
        return None
    value = value / 100 if "%" in text or value > 1 else value
    return value if 0 <= value <= 1 else None


def _stages(text: str) -> frozenset[str] | None:
    words = {word: stage for stage, word in _STAGES.items()}
    words |= {names[0].casefold(): kind for kind, names in LEVELS.items()}
    words |= {one: one for one in (*FIXED_STAGES, *LEVELS)}
    parts = [" ".join(part.casefold().split()) for part in re.split("[,;]", text)]
    return frozenset(words[part] for part in parts) if set(parts) <= words.keys() else None


def _stage(stage: str) -> str:
    return _STAGES.get(stage) or LEVELS.get(stage, (stage,))[0].casefold()


def _one_of(words: Mapping[Any, tuple[str, ...]]) -> Callable[[str], Any]:
    known = {word.casefold(): value for value, all_ in words.items() for word in all_}
    return lambda text: known.get(" ".join(text.casefold().split()))


def aggregation_in(text: str) -> Aggregation | None:
    """Return the aggregation that *text* names, by what it is called."""
    words = " ".join(text.casefold().split())
    kinds = (kind for kind in AGGREGATIONS.values() if kind.takes is None)
    called = (kind for kind in kinds if words in {one.casefold() for one in kind.title[:2]})
    return next((kind() for kind in called), None)


def aggregation_in_words(one: Aggregation) -> str | None:
    """Return what *one* is called; None where its parameter cannot be said."""
    return one.title.indonesian if one.takes is None else None


def _classes(text: str) -> tuple[ScoreClass, ...] | None:
    found: list[ScoreClass] = []
    for part in filter(str.strip, re.split("[;\n]", text)):
        match = _CLASS.fullmatch(" ".join(part.split()))
        bound = None if match is None or match["bound"] is None else number_in(match["bound"])
        if match is None or (found and found[-1].bound is None):
            return None
        name, _, english = match["name"].partition(" / ")
        found.append(
            ScoreClass(
                Label(name, None, english or None),
                bound,
                match["sign"] is not None and match["sign"] not in _BELOW,
            )
        )
    bounds = [one.bound for one in found if one.bound is not None]
    rises = bounds == sorted(set(bounds)) and len(bounds) == len(found) - 1
    return tuple(found) if found and rises else None


def _class_in_words(one: ScoreClass) -> str:
    name = (
        one.label.main if one.label.english is None else f"{one.label.main} / {one.label.english}"
    )
    if one.bound is None:
        return name
    return f"{name} {'≤' if one.bound_included else '<'} {list_number(one.bound)}"


_READERS: Final[Mapping[str, Callable[[str], Any]]] = {
    "id": _id,
    "year": _year,
    "scale": range_in,
    "decimals": _decimals,
    "stages": _stages,
    "min_present": share_in,
    "aggregate_top": aggregation_in,
    "classes": _classes,
    "answers": _one_of(_ANSWERS),
    "not_applicable": _one_of(_APPLIES),
    "classes_on": _one_of(_CLASSES_ON),
    "status": _one_of(_STATUS),
    "language": _one_of(_LANGUAGES),
    "opd_in": _one_of(_OPD_IN),
}


def _all(words: Iterable[tuple[str, ...]]) -> str:
    return " / ".join(one[0] for one in words)


_FORMS: Final = {
    "id": "indeks-kota-2026",
    "year": "2026",
    "scale": "0–100",
    "decimals": "2",
    "stages": "pilar, nilai indeks",
    "min_present": "50%",
    "aggregate_top": "rata-rata tertimbang / rata-rata geometrik / nilai terendah",
    "classes": "Kurang < 60; Cukup < 80; Baik",
    "answers": _all(_ANSWERS.values()),
    "not_applicable": _all(_APPLIES.values()),
    "classes_on": _all(_CLASSES_ON.values()),
    "status": _all(_STATUS.values()),
    "language": _all(_LANGUAGES.values()),
    "opd_in": _all(_OPD_IN.values()),
}
"""How a value may be written, for a finding."""
