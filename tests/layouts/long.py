"""Long sheets, one row an indicator, as agencies lay them out."""

from __future__ import annotations

from fractions import Fraction
from random import Random
from string import ascii_uppercase

from tests.layouts.grids import Formula, Grid, Layout, Percent, Value
from tests.layouts.index import GROUPS, INDICES, Answer, Index, Question

UNIT = "Kota Uji"
YEAR = 2022
SELF = Fraction(2)
"""What every question was given by its own agency."""

_HEADERS: dict[str, tuple[str, ...]] = {
    "no": ("No", "NO.", "No.", "Nomor"),
    "code": ("Kode", "KODE", "Kode Indikator", "Code"),
    "pillar": ("Pilar", "PILAR", "Pillar"),
    "dimension": ("Dimensi", "Dimension"),
    "sub": ("Sub pilar", "Sub-pilar"),
    "name": ("Indikator", "INDIKATOR", "Nama Indikator", "Indicator"),
    "opd": ("OPD Pengampu", "Perangkat Daerah", "OPD"),
    "unit": ("Satuan", "SATUAN"),
    "target": ("Target", "TARGET"),
    "result": ("Realisasi", "REALISASI", "Realisasi (capaian nyata)", f"Realisasi {YEAR}"),
    "assessor": ("Nilai asesor", "NILAI ASESOR", "Hasil Penilaian", "Nilai Asesor (0-4)"),
    "self": ("Nilai mandiri", "Penilaian Mandiri"),
    "evidence": ("Bukti dukung", "Bukti"),
    "evidence2": ("Data dukung",),
    "remark": ("Keterangan", "Ket."),
    "remark2": ("Catatan",),
    "last": ("Tahun lalu",),
    "duty": ("Penanggung jawab", "Bidang"),
    "no2": ("No",),
    "quarter": ("TW II",),
}
_SHEETS = ("Penilaian", "Sheet1", "Isian", "Form 1")
_TITLES = (
    "FORMULIR PENILAIAN KOTA CERDAS",
    "PEMERINTAH KOTA UJI",
    "Lampiran I Surat Edaran Nomor 5",
    "Daftar Indikator Kinerja",
)


class LongSheet:
    """One sheet in the making: what was drawn is kept in *features* and *traps*."""

    def __init__(self, random: Random, index: Index, answers: dict[str, Answer]) -> None:
        self.random = random
        self.index = index
        self.answers = answers
        self.features: list[str] = []
        self.traps: list[str] = []
        self.blanks: list[str] = []
        self.grid = Grid(random.choice(_SHEETS))
        self.columns = self._columns()
        self.value = "result" if index.measured else "assessor"
        self.as_text = self.drawn("numbers as text", 0.08)
        self.percents = index.measured and self.drawn("percent cells", 0.15) and not self.as_text

    def drawn(self, feature: str, chance: float) -> bool:
        """Return whether the sheet has *feature*, and keep that it has."""
        if self.random.random() >= chance:
            return False
        self.features.append(feature)
        return True

    def trapped(self, trap: str, chance: float) -> bool:
        """Draw a feature for which a sheet may be refused."""
        if not self.drawn(trap, chance):
            return False
        self.traps.append(trap)
        return True

    def layout(self) -> Layout:
        """Return the whole workbook."""
        self.pillars = self.random.choice(("none", "column", "merged", "headings", "headings"))
        if self.pillars in ("column", "merged") and "pillar" not in self.columns:
            self.pillars = "none"
        self.features.append(f"pillars: {self.pillars}")
        self._above()
        self._header()
        self._rows()
        self._below()
        others = self._other_sheets()
        grids = (self.grid, *others) if self.random.random() < 0.7 else (*others, self.grid)
        due = self.index.due(self.answers)
        if "self" in self.columns and due is None:
            due, self.blanks = SELF, []  # the self-assessment, which is complete, leads
        return Layout(
            grids,
            self.index.measured,
            {UNIT: due},
            tuple(self.blanks),
            tuple(self.traps),
            tuple(self.features),
        )

    def _columns(self) -> list[str]:
        chance = self.random.random
        key = self.random.choice((("code", "name"), ("code", "name"), ("code",), ("name",)))
        columns = ["no"] if chance() < 0.6 else []
        columns += ["dimension"] if self.drawn("dimension", 0.15) else []
        columns += ["pillar"] if chance() < 0.5 else []
        columns += ["sub"] if self.drawn("sub pillar", 0.1) else []
        columns += key
        columns += ["opd"] if chance() < 0.2 else []
        if self.index.measured:
            columns += ["unit"] if chance() < 0.7 else []
            columns += ["target", "result"]
        else:
            columns += ["self"] if self.drawn("self beside assessor", 0.2) else []
            columns += ["assessor"]
        columns += ["last"] if self.drawn("last year", 0.1) else []
        for column, often in (("evidence", 0.3), ("evidence2", 0.1), ("remark", 0.3)):
            columns += [column] if chance() < often else []
        columns += ["remark2"] if self.drawn("second remark", 0.1) else []
        columns += ["duty"] if self.drawn("unknown column", 0.1) else []
        columns += ["no2"] if self.drawn("second number", 0.05) else []
        if self.drawn("shuffled columns", 0.1):
            self.random.shuffle(columns)
        return columns

    def _above(self) -> None:
        random, grid = self.random, self.grid
        for title in random.sample(_TITLES, random.choice((0, 0, 1, 2, 3))):
            row = grid.add(title)
            if self.drawn("merged title", 0.4):
                grid.merges.append((row, 1, row, max(2, len(self.columns))))
        if self.drawn("labels", 0.3):
            for label, value in (("Wilayah", UNIT), ("Tahun", YEAR)):
                grid.add(label, value) if random.random() < 0.7 else grid.add(f"{label} :", value)
            if random.random() < 0.5:
                grid.add("Tanggal", "3 Januari 2023")
        for _ in range(random.choice((0, 0, 1, 2))):
            grid.add()

    def _header(self) -> None:
        texts: list[Value] = [self.random.choice(_HEADERS[one]) for one in self.columns]
        both = "self" in self.columns and "assessor" in self.columns
        at = self.columns.index("self") if both else 0
        if both and self.columns.index("assessor") == at + 1 and self.drawn("two-row header", 0.5):
            lower: list[Value] = [None] * len(texts)
            lower[at : at + 2] = ["Mandiri", "Asesor"]
            texts[at : at + 2] = ["Nilai", None]
            row = self.grid.add(*texts)
            self.grid.add(*lower)
            self.grid.merges.append((row, at + 1, row, at + 2))
            for column in range(1, len(texts) + 1):
                if column not in (at + 1, at + 2) and self.random.random() < 0.9:
                    self.grid.merges.append((row, column, row + 1, column))
        elif self.trapped("quarters", 0.04):
            at = self.columns.index(self.value)
            self.columns[at : at + 1] = [self.value, "quarter"]
            lower = [None] * (len(texts) + 1)
            lower[at : at + 2] = ["TW I", "TW II"]
            row = self.grid.add(*texts[: at + 1], None, *texts[at + 1 :])
            self.grid.add(*lower)
            self.grid.merges.append((row, at + 1, row, at + 2))
        else:
            self.grid.add(*texts)
        if self.drawn("number line", 0.15):
            self._number_line()

    def _number_line(self) -> None:
        many = range(1, len(self.columns) + 1)
        row = len(self.grid.rows) + 1
        match self.random.choice(("plain", "brackets", "letters", "formulas")):
            case "plain":
                self.grid.add(*many)
            case "brackets":
                self.grid.add(*(f"({number})" for number in many))
            case "letters":
                self.grid.add(*(ascii_uppercase[number - 1].lower() for number in many))
            case _:
                before = ("", *ascii_uppercase)
                self.grid.add(
                    1, *(Formula(f"={before[one - 1]}{row}+1", one) for one in many if one > 1)
                )

    def _rows(self) -> None:
        number = 0
        blank = self.index.questions[self.random.randrange(len(self.index.questions))]
        if self.drawn("a blank", 0.25):
            self.answers[blank.id] = self.answers[blank.id]._replace(value=None)
        subtotals = self.drawn("subtotals", 0.2)
        for position, (group, (_, title)) in enumerate(GROUPS.items()):
            inside = [one for one in self.index.questions if one.group == group]
            if self.pillars == "headings":
                self._heading(position, group, title, inside)
            first = len(self.grid.rows) + 1
            for one in inside:
                number += 1
                self._question(number, one, title)
            if self.pillars == "merged":
                column = self.columns.index("pillar") + 1
                if len(inside) > 1:
                    self.grid.merges.append((first, column, first + len(inside) - 1, column))
            if subtotals:
                word = self.random.choice(("Rata-rata", "Jumlah", f"Rata-rata {title}"))
                self._total(word, inside)
            if self.random.random() < 0.1:
                self.grid.add()
        if self.drawn("total row", 0.3):
            word = self.random.choice(("Rata-rata", "Jumlah", "Total", "Nilai rata-rata"))
            self._total(word, list(self.index.questions))

    def _heading(self, position: int, group: str, title: str, inside: list[Question]) -> None:
        """Add the row of a group above its indicators, perhaps with a figure of its own."""
        row: list[Value] = [None] * len(self.columns)
        key = "name" if "name" in self.columns else "code"
        row[self.columns.index(key)] = title
        if "code" in self.columns and "name" in self.columns:
            coded = self.random.choice(("id", "letter", "roman", "none"))
            marks = {"id": group, "letter": "ABC"[position], "roman": ("I", "II", "III")[position]}
            if coded in marks:
                row[self.columns.index("code")] = marks[coded]
        elif "no" in self.columns:
            row[self.columns.index("no")] = self.random.choice(("ABC"[position], None))
        figure = self.random.choice(("none", "none", "none", "mean", "zero"))
        if figure != "none":
            self.features.append(f"heading with {figure}")
            mean = self._mean(inside) if figure == "mean" else Fraction(0)
            row[self.columns.index(self.value)] = self._figure(mean)
            if figure == "zero":
                self.features.append("heading that says zero")
        self.grid.add(*row)

    def _mean(self, inside: list[Question]) -> Fraction:
        values = [value for one in inside if (value := self.answers[one.id].value) is not None]
        mean = sum(values, Fraction(0)) / len(values) if values else Fraction(0)
        return Fraction(round(mean * 100), 100)

    def _figure(self, number: Fraction) -> Value:
        if self.as_text:
            return decimal(number).replace(".", ",")
        return Formula("=1*1", float(number)) if self.random.random() < 0.3 and number else number

    def _question(self, number: int, one: Question, title: str) -> None:
        answer = self.answers[one.id]
        first = self.index.questions.index(one) == next(
            at for at, other in enumerate(self.index.questions) if other.group == one.group
        )
        cells: dict[str, Value] = {
            "no": number,
            "no2": number,
            "code": one.id,
            "pillar": title if first or self.pillars == "column" else None,
            "dimension": "Dampak",
            "sub": "Layanan",
            "name": one.name,
            "unit": self._unit(one),
            "target": self._number(one, answer.target),
            self.value: self._number(one, answer.value),
            "self": self._number(one, SELF),
            "last": self._number(one, Fraction(1)),
            "quarter": self._number(one, Fraction(1)),
            "evidence": "SK Wali Kota",
            "evidence2": "SK Wali Kota",
            "remark": self.random.choice((None, "sudah sesuai", "lihat lampiran")),
            "duty": "Bidang Umum",
        }
        if answer.value is None:
            self.blanks.append(one.id)
        self.grid.add(*(cells.get(column) for column in self.columns))

    def _unit(self, one: Question) -> str:
        if one.unit == "%" and self.random.random() < 0.2:
            self.features.append("persen")
            return "persen"
        return one.unit

    def _number(self, one: Question, value: Fraction | None) -> Value:
        if value is None:
            return None
        if one.unit == "%" and self.percents:
            return Percent(value / 100)
        return decimal(value).replace(".", ",") if self.as_text else value

    def _total(self, word: str, inside: list[Question]) -> None:
        row: list[Value] = [None] * len(self.columns)
        at = self.columns.index(self.value)
        labels = [n for n, one in enumerate(self.columns) if one in ("no", "name", "code")]
        left = [n for n in labels if n < at] or labels
        row[self.random.choice(left)] = word
        values = [v for one in inside if (v := self.answers[one.id].value) is not None]
        total = sum(values, Fraction(0))
        if "ata" not in word:
            row[at] = self._figure(total)
        elif values:
            row[at] = self._figure(Fraction(round(total / len(values) * 100), 100))
        if self.random.random() < 0.2:
            row[at] = None
        self.grid.add(*row)

    def _below(self) -> None:
        if self.drawn("weights below", 0.08):
            self._weights()
        if self.trapped("last year below", 0.05):
            self._last_year()
        if self.drawn("recap below", 0.1):
            self.grid.add()
            self.grid.add("Rekapitulasi")
            self._recap(self.grid, self.random.choice(_HEADERS[self.value]))
        if self.drawn("source line", 0.15):
            self.grid.rows += [[]] * self.random.choice((0, 1))
            self.grid.add(self.random.choice(("Sumber: Dinas Kominfo, 2022", "Sumber : BPS")))
        if self.drawn("note line", 0.15):
            notes = ("Catatan: angka sementara", "*) angka sementara", "Catatan :")
            self.grid.add(self.random.choice(notes))
        if self.drawn("numbered notes", 0.05):
            self.grid.add("1. Nilai diisi oleh asesor")
            self.grid.add("2. Bukti dukung dilampirkan")
        if self.drawn("signature", 0.2):
            side: list[Value] = [None] * self.random.choice((0, 1, max(0, len(self.columns) - 2)))
            for text in (None, "Kediri, 3 Januari 2023", "Kepala Dinas Kominfo", None, None):
                self.grid.add(*side, text)
            self.grid.add(*side, "Budi Santoso, S.Kom.")
            self.grid.add(*side, "NIP. 19700101 199003 1 001")

    def _weights(self) -> None:
        self.grid.add()
        self.grid.add("Bobot penilaian")
        self.grid.add("Kode", "Indikator", "Bobot")
        for one in self.index.questions:
            self.grid.add(one.id, one.name, one.weight)

    def _last_year(self) -> None:
        self.grid.add()
        self.grid.add(f"Tahun {YEAR - 1}")
        self.grid.add(*(self.random.choice(_HEADERS[one]) for one in self.columns))
        kept, blanks = self.answers, list(self.blanks)
        self.answers = {one: answer._replace(value=Fraction(1)) for one, answer in kept.items()}
        for number, one in enumerate(self.index.questions, 1):
            self._question(number, one, "")
        self.answers, self.blanks = kept, blanks

    def _recap(self, grid: Grid, header: str) -> None:
        grid.add("No", "Pilar", header)
        for number, (group, (_, title)) in enumerate(GROUPS.items(), 1):
            inside = [one for one in self.index.questions if one.group == group]
            grid.add(number, title, self._figure(self._mean(inside)))

    def _other_sheets(self) -> list[Grid]:
        found = []
        if self.drawn("guide sheet", 0.15):
            guide = Grid("Petunjuk")
            guide.add("Cara mengisi")
            guide.add("1.", "Isi kolom nilai dengan angka 0 sampai 4")
            guide.add("Kode", "Keterangan")
            guide.add(self.index.questions[0].id, "Contoh kode indikator")
            found.append(guide)
        if self.drawn("recap sheet", 0.1):
            recap = Grid("Rekap")
            recap.add("Rekapitulasi nilai")
            self._recap(recap, "Rata-rata")
            found.append(recap)
        if self.drawn("empty sheet", 0.1):
            found.append(Grid("Sheet3"))
        return found


def decimal(number: Fraction) -> str:
    """Return *number*, which ends, with a point."""
    text = f"{float(number):.6f}".rstrip("0").rstrip(".")
    return text or "0"


def long_layout(random: Random) -> Layout:
    """Return a random long sheet."""
    index = random.choice(INDICES)
    return LongSheet(random, index, index.answers(random)).layout()
