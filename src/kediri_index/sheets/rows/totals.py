"""Rows about all units or other rows: sums, means, statistics, and the whole they are in."""

from __future__ import annotations

import re
from collections.abc import Collection, Container, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from fractions import Fraction
from itertools import takewhile
from typing import Final

from kediri_index.model.dataset import Reading, Summands, Total
from kediri_index.model.definition import Group
from kediri_index.model.findings import Finding
from kediri_index.model.text import exact
from kediri_index.model.workbook import Cell, Row, column_letters
from kediri_index.sheets.cell_values import CellError, ExpectedNumber, Located, read_number
from kediri_index.sheets.rows.context import RowContext
from kediri_index.sheets.tables.columns import folded
from kediri_index.sheets.tables.table import Layout, SheetTable

MEANS = frozenset({"rata-rata", "rerata", "rataan", "average", "mean"})
SUMS = frozenset({"jumlah", "total", "sum"})
_WORDS_OF_ALL = """
    nilai skor score scores indeks index capaian bobot weighted tertimbang akhir final
    pilar subpilar sub-pilar sub dimensi aspek domain indikator kelompok
    pillar pillars dimension dimensions indicators group
    opd kabupaten kota provinsi wilayah nasional mandiri asesor
    keseluruhan seluruh semua umum overall all grand per dan atau and or of the
"""
_GENERAL = frozenset(_WORDS_OF_ALL.split())
_OF_THE_WHOLE = frozenset({"indeks", "index", "nilai", "skor", "score"})
_TWICE = re.compile(
    r"\brata\s*(?:[-\N{EN DASH}\N{NON-BREAKING HYPHEN}]\s*)?rata(?:nya)?\b|\brata\s?2\b"
)
_WORDS = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


def total_word(text: str, context: RowContext) -> str | None:
    """Return *text* as a label is compared, if it says that its row sums up others.

    Beside the word for that it holds general words or those of one group's name: *Jumlah
    puskesmas* may be an indicator without its code.
    """
    label = folded(text)
    rest = [word for word in _words(label) if not word.isdigit()]
    if not (MEANS | SUMS).intersection(rest) or exact(text) in context.nodes.by_name:
        return None
    further = set(rest) - MEANS - SUMS - _GENERAL
    if not further or any(further <= set(_words(name)) for name in _groups(context)):
        return label
    return None


def says_the_whole(text: str, context: RowContext) -> bool:
    """Return whether *text* is the label of the index itself: *Nilai akhir*, *Indeks SPBE*."""
    words = set(_words(folded(text)))
    known = {*_GENERAL, *_words(context.definition_id.casefold().replace("-", " "))}
    is_named = exact(text) in context.nodes.by_name
    return not words.isdisjoint(_OF_THE_WHOLE) and words <= known and not is_named


def is_sum(label: str) -> bool:
    """Return whether *label* names a sum."""
    return not SUMS.isdisjoint(_words(folded(label)))


def is_mean(label: str) -> bool:
    """Return whether *label* names a mean."""
    return not MEANS.isdisjoint(_words(folded(label)))


def _words(label: str) -> list[str]:
    return _WORDS.findall(_TWICE.sub("rata-rata", label))


def _groups(context: RowContext) -> Iterator[str]:
    groups = (node.label for node in context.nodes.by_id.values() if isinstance(node, Group))
    for label in groups:
        yield from (
            name.casefold() for name in (label.main, label.indonesian, label.english) if name
        )


_NO_FIGURES = Summands()


@dataclass(slots=True)
class _Running:
    """The figures so far, those of given groups apart: they may sum up the others themselves."""

    groups: Summands = _NO_FIGURES
    others: Summands = _NO_FIGURES

    def add(self, number: Fraction, *, of_group: bool) -> None:
        one = Summands(1, number)
        if of_group:
            self.groups = self.groups.with_(one)
        else:
            self.others = self.others.with_(one)

    def blocks(self) -> tuple[Summands, ...]:
        return self.groups.with_(self.others), self.groups, self.others


def totals_of(
    table: SheetTable,
    rows: Mapping[int, str],
    columns: Iterable[int],
    context: RowContext,
    groups: Container[int] = (),
) -> list[Total]:
    """Return the figures of the rows that sum up: *rows* by number, each with its label.

    *columns* are the numbers of those that hold values, *groups* the rows of given groups. From
    the first cell on whose number is not certain, a column has no totals that could be checked.
    """
    found = []
    expected = context.expected(percent=True)
    for column in columns:
        above, since_last, totals = _Running(), _Running(), Summands()
        for one in table.rows():
            row, cell = one.number, one.cell(column)
            if cell is None:
                continue
            context.in_time(1)
            reading = _reading(table, row, column, cell, expected)
            if reading is None:
                break
            if reading.number is None:
                continue
            if row not in rows:
                above.add(reading.number, of_group=row in groups)
                since_last.add(reading.number, of_group=row in groups)
                continue
            blocks = dict.fromkeys((*since_last.blocks(), *above.blocks(), totals))
            counted = tuple(block for block in blocks if block.size)
            sums = is_sum(rows[row])
            found.append(Total(reading, sums, counted, or_mean=sums and is_mean(rows[row])))
            totals = totals.with_(Summands(1, reading.number))
            since_last = _Running()
    return found


def _reading(
    table: SheetTable, row: int, column: int, cell: Cell, expected: ExpectedNumber
) -> Reading | None:
    source = table.sheet.place(f"{column_letters(column)}{row}")
    try:
        return read_number(Located(cell, source), expected)[0]
    except CellError:
        return None  # a fault of that row, named there


_STATISTIC_WORDS: Final = """
    minimum minimal min terendah terkecil lowest maksimum maksimal maximum maks max
    tertinggi terbesar highest
    median modus simpangan baku standar standard stand deviasi deviation std dev stdev varians
    variance
    persentil percentile kuartil quartile rentang range koefisien variasi coefficient variation
    skewness kemencengan kurtosis bobot weight weights target ideal batas goalpost goalposts
    benchmark satuan selisih gap
"""
_STATISTICS: Final = frozenset(_STATISTIC_WORDS.split())
_ALONE: Final = frozenset(
    {"n", "sd", "cv", "mode", "q1", "q2", "q3", "count", "valid n", "limit"}
    | {f"p{percent}" for percent in (5, 10, 25, 50, 75, 90, 95)}
)
"""Too short to be looked for among other words."""
_GENERAL_WORDS: Final = """
    nilai skor score scores indeks index data of dari the ke th st nd rd dan and
    kabupaten kota provinsi wilayah daerah nasional atas bawah lower upper
    rpjmd rpjmn rkpd rkp renstra
"""
_OF_NAMES: Final = frozenset(_GENERAL_WORDS.split())
_COUNTRY: Final = frozenset({"indonesia", "nasional", "national", "republik indonesia"})
_OF_THE_COUNTRY: Final = re.compile(r"^(?:capaian|nilai|skor|indeks|angka|score|index)\s+")
_PROVINCES: Final = frozenset(
    {
        *("aceh", "sumatera utara", "sumatera barat", "riau", "kepulauan riau", "sumatera selatan"),
        *("lampung", "kepulauan bangka belitung", "bangka belitung", "banten", "dki jakarta"),
        *("daerah khusus ibukota jakarta", "daerah khusus jakarta"),
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
_ABBREVIATED: Final = frozenset({"dki", "ntb", "ntt"})
_PREFIX: Final = re.compile(r"^(?:provinsi|prov\.?|province)\s+\S|\s+province$")
_UNNAMED: Final = frozenset({"provinsi", "prov", "prov.", "province"})
"""The province that regions are in, where it needs no name."""
_REGION: Final = re.compile(r"(?:kota|kabupaten|kab\.?|city of|regency of)\s+\S")
_MOST_PLACES: Final = 3
_WORD: Final = re.compile(r"[^\W\d_]+")


def left_out(table: SheetTable, column: int, wanted: AbstractSet[str]) -> frozenset[str]:
    """Return the names in a *column* of units that are about all units.

    Sums and means of a wide table are not among them: they are compared with the rows above.
    """
    if table.layout is Layout.LONG:
        names = {text.strip() for text in {*table.texts(column)}} - {""}
    else:
        names = {label.strip() for _, _, label in _labels(table, column)}
    totals = {name for name in names if is_mean(name) or is_sum(name)}
    found = not_units(names - totals, wanted)
    if table.layout is Layout.LONG:
        found |= {name for name in totals if exact(name) not in wanted}
    return found


def rows_of_units(
    rows: Iterable[Row],
    column: int,
    about_all: AbstractSet[str],
    merged: Mapping[tuple[int, int], Cell],
) -> Iterator[Row]:
    """Yield *rows* but for those whose unit is one of *about_all*; *merged* cells count below."""
    for row in rows:
        anchor = None if row.look(column) else merged.get((row.number, column))
        unit = row.text(column) if anchor is None else anchor.value
        if unit.strip() not in about_all:
            yield row


def label_before(row: Row, column: int) -> int | None:
    """Return the column of a statistic's label that stands before the *column* of units, if any."""
    before = takewhile(lambda one: one[0] < column, zip(row.columns, row.texts, strict=True))
    return next((here for here, text in before if _is_label(text.strip())), None)


def _is_label(name: str) -> bool:
    return is_mean(name) or is_sum(name) or (is_statistic(name) and folded(name) not in _ALONE)


def _labels(table: SheetTable, column: int) -> Iterator[tuple[int, int, str]]:
    """Yield what names each row: the text in the *column* of units, else a label before it.

    With its row and column.
    """
    for row in table.rows():
        found: int | None = column
        if not row.look(column):
            found = None if table.layout is Layout.LONG else label_before(row, column)
        if found is not None:
            yield row.number, found, row.text(found)


def not_read(table: SheetTable, column: int, found: AbstractSet[str]) -> Finding:
    """Return F445 for the rows named as one of *found*."""
    places: dict[str, list[str]] = {}
    last = None
    for row, here, text in _labels(table, column):
        name = text.strip()
        if name in found and (name != last or table.layout is Layout.WIDE):
            places.setdefault(name, []).append(f"{column_letters(here)}{row}")
        last = name
    shown = tuple(f"{name} ({_listed(cells)})" for name, cells in places.items())
    name, (first, *_) = next(iter(places.items()))
    return Finding.at_cell("F445", table.sheet.place(first), name, rows=shown)


def _listed(cells: list[str]) -> str:
    """Return the addresses of *cells*, of many the first and the last."""
    if len(cells) > _MOST_PLACES:
        return f"{cells[0]} … {cells[-1]}, {len(cells)} ×"
    return ", ".join(cells)


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
    words = set(_WORD.findall(label))
    return not words.isdisjoint(_STATISTICS) and words <= _STATISTICS | _OF_NAMES


def is_region(name: str) -> bool:
    """Return whether *name* says that it is a regency or a city."""
    return _REGION.match(folded(name)) is not None


def _wholes(names: Collection[str]) -> set[str]:
    """Return the province or country of the regencies and cities that are among *names*."""
    country = {name for name in names if _OF_THE_COUNTRY.sub("", folded(name)) in _COUNTRY}
    provinces = {name for name in names if _is_province(name)}
    in_capitals = {n for n in provinces if n.isupper() and _bare(n) not in _ABBREVIATED}
    unnamed = {name for name in names if folded(name) in _UNNAMED}
    others = [name for name in names if name not in country | provinces | unnamed]
    if others and not any(name.isupper() for name in others) and in_capitals:
        return country | in_capitals
    if any(map(is_region, others)):
        sure = {name for name in provinces if folded(name) not in _ALSO_OF_REGIONS}
        return country | unnamed | (sure if len(sure) == 1 else set())
    return country if len(provinces) > 1 else set()


def _is_province(name: str) -> bool:
    return _PREFIX.search(folded(name)) is not None or _bare(name) in _KNOWN_PROVINCES


def _bare(name: str) -> str:
    """Return the letters of a province's name: *D.I. Yogyakarta* is *diyogyakarta*."""
    return "".join(filter(str.isalpha, folded(name))).replace("kepulauan", "kep")


_KNOWN_PROVINCES: Final = frozenset(map(_bare, _PROVINCES | _ALSO_OF_REGIONS | _ABBREVIATED))
