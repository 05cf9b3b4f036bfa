"""Wide tables, one row a unit, as offices keep them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from random import Random
from statistics import median, stdev

from tests.layouts.grids import Grid, Layout, Value
from tests.layouts.index import INDICES, Answer

_UNITS = ("Wilayah", "Kab/Kota", "unit", "Kabupaten/Kota", "Region")


def _mean(values: Sequence[Fraction]) -> Fraction:
    return sum(values, Fraction(0)) / len(values)


def _sd(values: Sequence[Fraction]) -> Fraction:
    return Fraction(str(round(stdev(map(float, values)), 4)))


_STATISTICS: dict[str, Callable[[Sequence[Fraction]], Fraction]] = {
    "Rata-rata": _mean,
    "Jumlah": lambda values: sum(values, Fraction(0)),
    "Minimum": min,
    "Maksimum": max,
    "Median": median,
    "Simpangan baku": _sd,
    "Nilai minimum": min,
    "Std. Deviasi": _sd,
    "Maximum": max,
}


class WideTable:
    """One table in the making: what was drawn is kept in *features*."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.index = INDICES[0]
        self.features: list[str] = ["wide"]
        self.grid = Grid(random.choice(("Data", "Sheet1", "Nilai")))
        self.ids = [one.id for one in self.index.questions]
        self.number, self.year = self.drawn("number column", 0.3), self.drawn("year column", 0.4)
        self.remark = self.drawn("remark column", 0.2)
        self.grouped = self.drawn("group column", 0.15)
        self.due: dict[str, Fraction | None] = {}
        self.blanks: list[str] = []
        self.values: dict[str, list[Fraction]] = {one: [] for one in self.ids}
        if self.drawn("shuffled columns", 0.2):
            random.shuffle(self.ids)

    def drawn(self, feature: str, chance: float) -> bool:
        """Return whether the table has *feature*, and keep that it has."""
        if self.random.random() >= chance:
            return False
        self.features.append(feature)
        return True

    def layout(self) -> Layout:
        """Return the whole workbook."""
        for title in ("DATA NILAI", "Menurut kabupaten/kota"):
            if self.drawn("title", 0.3):
                self.grid.add(title)
        self._header()
        for at in range(self.random.randint(3, 8)):
            self._unit(at)
        for name in self.random.sample(list(_STATISTICS), self.random.choice((0, 0, 1, 2, 3))):
            self._statistics(name, _STATISTICS[name])
        if self.drawn("province", 0.1):
            self._statistics("Provinsi Jawa Timur", _mean)
        self._below()
        return Layout(
            (self.grid,),
            self.index.measured,
            self.due,
            tuple(self.blanks),
            (),
            tuple(self.features),
        )

    def _row(self, number: Value, name: str, year: Value, *values: Value) -> None:
        before = [number] if self.number else []
        self.grid.add(*before, name, *([year] if self.year else []), *values)

    def _header(self) -> None:
        year = self.random.choice(("Tahun", "year"))
        further = (["LAY"] if self.grouped else []) + (["Keterangan"] if self.remark else [])
        self._row("No", self.random.choice(_UNITS), year, *self.ids, *further)
        if self.drawn("number line", 0.08):
            self.grid.add(*(f"({one})" for one in range(1, len(self.grid.rows[-1]) + 1)))

    def _unit(self, at: int) -> None:
        random = self.random
        name = f"{random.choice(('Kabupaten', 'Kota'))} {'ABCDEFGH'[at]}lam"
        answers = self.index.answers(random)
        if self.drawn("a blank", 0.05):
            missing = random.choice(self.ids)
            answers[missing] = Answer(None)
            self.blanks.append(missing)
        self.due[name] = self.index.due(answers)
        for one in self.ids:
            value = answers[one].value
            self.values[one] += [] if value is None else [value]
        further: list[Value] = [self._group(answers)] if self.grouped else []
        further += [random.choice((None, "sudah diverifikasi"))] if self.remark else []
        year = random.choice((2022, 2022, "2022"))
        self._row(at + 1, name, year, *(answers[one].value for one in self.ids), *further)

    def _group(self, answers: dict[str, Answer]) -> Fraction:
        """Return the mean of the first group as a sheet shows it, of what is there."""
        weighed = [
            (one.weight, value)
            for one in self.index.questions
            if one.group == "LAY" and (value := answers[one.id].value) is not None
        ]
        mean = sum(weight * value for weight, value in weighed) / sum(one for one, _ in weighed)
        return Fraction(int(mean * 100 + Fraction(1, 2)), 100)

    def _statistics(self, name: str, function: Callable[[Sequence[Fraction]], Fraction]) -> None:
        self.features.append(name)
        figures = (
            Fraction(round(Fraction(function(self.values[one])) * 100), 100) for one in self.ids
        )
        self._row(None, name, self.random.choice((2022, None)), *figures)

    def _below(self) -> None:
        if self.drawn("source line", 0.2):
            self.grid.add(self.random.choice(("Sumber: BPS, diolah", "Sumber : Kominfo")))
        if self.drawn("weights below", 0.05):
            self.grid.add()
            self.grid.add("Kode", "Bobot")
            for question in self.index.questions:
                self.grid.add(question.id, question.weight)
        if self.drawn("signature", 0.1):
            self.grid.add()
            self.grid.add(None, None, "Kediri, 3 Januari 2023")
            self.grid.add(None, None, "Kepala Bappeda")


def wide_layout(random: Random) -> Layout:
    """Return a random table of units."""
    return WideTable(random).layout()
