"""Small indices with answers, and the overall they are due: computed here, not by the program."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import NamedTuple

from kediri_index import load_definition
from kediri_index.model.definition import Definition

_HEAD = """\
kediri_index: 1
id: {id}
version: "1"
status: own
title: Indeks uji
title_en: Test index
scale: {{min: 0, max: {top}}}
kinds: {{pillar: {{name: Pilar, name_en: Pillar}}}}
groups:
  - {{id: LAY, kind: pillar, weight: 3, name: Pelayanan publik, name_en: Public service}}
  - {{id: EKO, kind: pillar, weight: 2, name: Ekonomi kota, name_en: City economy}}
  - {{id: LIN, kind: pillar, weight: 5, name: Lingkungan hidup, name_en: Environment}}
indicators:
"""
GROUPS = {
    "LAY": (3, "Pelayanan publik"),
    "EKO": (2, "Ekonomi kota"),
    "LIN": (5, "Lingkungan hidup"),
}


class Question(NamedTuple):
    """One indicator of an index."""

    id: str
    group: str
    name: str
    weight: int
    unit: str = ""
    lower: bool = False


SCORES = (
    Question("LAY-01", "LAY", "Layanan daring", 1),
    Question("LAY-02", "LAY", "Waktu layanan", 2),
    Question("LAY-03", "LAY", "Pengaduan warga", 1),
    Question("EKO-01", "EKO", "Transaksi nontunai", 1),
    Question("EKO-02", "EKO", "Pasar rakyat", 1),
    Question("LIN-01", "LIN", "Sampah terkelola", 3),
    Question("LIN-02", "LIN", "Air bersih", 1),
    Question("LIN-03", "LIN", "Ruang terbuka hijau", 1),
)
RESULTS = (
    Question("LAY-11", "LAY", "Kepuasan masyarakat", 2, "%"),
    Question("LAY-12", "LAY", "Dokumen kependudukan terbit", 1, "dokumen"),
    Question("EKO-11", "EKO", "Pengangguran terbuka", 1, "%", lower=True),
    Question("EKO-12", "EKO", "Investasi daerah", 1, "Rp miliar"),
    Question("LIN-11", "LIN", "Kualitas lingkungan hidup", 1, "poin"),
    Question("LIN-12", "LIN", "Sampah terangkut", 2, "%"),
)


class Answer(NamedTuple):
    """What one indicator is answered with: a score, or a result and its target."""

    value: Fraction | None
    target: Fraction | None = None


class Index(NamedTuple):
    """An index: its questions, and whether they ask for results beside targets."""

    questions: tuple[Question, ...]
    measured: bool

    @property
    def definition(self) -> Definition:
        """The same as the program reads it."""
        return _definitions()[self.measured]

    def answers(self, random: Random) -> dict[str, Answer]:
        """Return an answer for each question, as an ordinary city might give."""
        if not self.measured:
            return {
                one.id: Answer(Fraction(random.choice((2, 3, 4, 5, 6, 7, 8)), 2))
                for one in self.questions
            }
        found = {}
        for one in self.questions:
            size, decimals = _SIZES[one.unit]
            target = Fraction(random.randint(size, 2 * size), 10**decimals)
            share = Fraction(random.randint(60, 115), 100)
            value = Fraction(round(target * share * 10**decimals), 10**decimals)
            found[one.id] = Answer(value, target)
        return found

    def due(self, answers: dict[str, Answer]) -> Fraction | None:
        """Return the overall, None where an answer is missing."""
        if any(answers[one.id].value is None for one in self.questions):
            return None
        overall = Fraction(0)
        for group, (weight, _) in GROUPS.items():
            inside = [one for one in self.questions if one.group == group]
            total = sum(one.weight for one in inside)
            overall += weight * sum(
                one.weight * self.score(one, answers[one.id]) / total for one in inside
            )
        return overall / sum(weight for weight, _ in GROUPS.values())

    def score(self, question: Question, answer: Answer) -> Fraction:
        """Return what the answer scores."""
        assert answer.value is not None
        if answer.target is None:
            return answer.value
        value, target = answer.value, answer.target
        share = (2 * target - value) / target if question.lower else value / target
        return 100 * max(Fraction(0), min(Fraction(1), share))


_SIZES = {"%": (400, 1), "dokumen": (800, 0), "Rp miliar": (1200, 1), "poin": (450, 1)}
INDICES = (Index(SCORES, measured=False), Index(RESULTS, measured=True))


@cache
def _definitions() -> tuple[Definition, Definition]:
    scores = _HEAD.format(id="uji-nilai", top=4) + "".join(
        f"  - {{id: {one.id}, in: {one.group}, weight: {one.weight}, name: {one.name}}}\n"
        for one in SCORES
    )
    results = _HEAD.format(id="uji-capaian", top=100) + "".join(
        f"  - {{id: {one.id}, in: {one.group}, weight: {one.weight}, name: {one.name}, "
        f'unit: "{one.unit}", direction: {"lower" if one.lower else "higher"}, '
        "score: {method: achievement, cap: 1}}\n"
        for one in RESULTS
    )
    with TemporaryDirectory() as folder:
        made = []
        for text in (scores, results):
            path = Path(folder) / "pillars.yaml"
            path.write_text(text, encoding="utf-8")
            made.append(load_definition(path))
    return made[0], made[1]
