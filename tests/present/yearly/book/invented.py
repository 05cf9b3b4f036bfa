"""Reports on invented answers, and on the same with one of them changed."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from kediri_index.model.dataset import Answer, DataSet, Lead, Missing, Reading, UnitData
from kediri_index.model.definition import Definition, Group, Indicator
from kediri_index.model.findings import Source
from kediri_index.model.language import Language
from kediri_index.model.scores import ScoreOutcome
from kediri_index.model.scoring import Reads
from kediri_index.model.yearly import Yearly
from kediri_index.present.document import Document, Head
from kediri_index.present.yearly.report import document
from kediri_index.present.yearly.xlsx.book import report_xlsx
from kediri_index.scoring.methods.goalposts import Goalposts
from kediri_index.scoring.methods.levels import Levels
from kediri_index.scoring.methods.yes_no import YesNo
from kediri_index.scoring.unit_result import Settings
from kediri_index.usecases.league import parts_of, scored_groups
from tests.scoring.one_unit import score_unit

HERE = Source("isian.xlsx", "Penilaian", "F7")
TARGET = Fraction(17, 5)
TYPED = {
    Missing.EMPTY: None,
    Missing.NOT_APPLICABLE: " N/A ",
    Missing.NOT_COLLECTED: "-",
    Missing.NOT_DUE: "Belum  dinilai",
    Missing.UNREADABLE: "???",
}
"""What an officer types instead of a number; a spreadsheet takes ``?`` for any letter."""


def book_of(yearly: Yearly, language: Language = Language.EN) -> bytes:
    return report_xlsx(yearly, document(yearly, language))


def short_book_of(yearly: Yearly) -> bytes:
    """The workbook without what is told in words on the sheets that do not compute."""
    head = Head("Index", "Unit")
    return report_xlsx(yearly, Document(Language.EN, (), head))


def yearly_of_data(definition: Definition, data: UnitData, lead: Lead | None = None) -> Yearly:
    """The report on *data*, scored by the engine."""
    result = score_unit(definition, data, Settings(target=TARGET), lead=lead)
    outcome = ScoreOutcome(definition, None, (), (result,), (), data=DataSet((data,), ()))
    parts = parts_of(definition, scored_groups([result])) if definition.kinds else ()
    return Yearly(outcome, result, data, (), parts[0].kind if parts else None)


def reading(number: Fraction) -> Reading:
    return Reading(number, None, str(float(number)), HERE)


def filled(definition: Definition, random: Random) -> UnitData:
    """Every answer, and the score of every group that has nothing below it."""
    answers: dict[str, Answer] = {}
    for group in definition.all_groups():
        if not group.children:
            answers[group.id] = Answer(
                group.id, HERE, assessor=(reading(number_for(definition, group, random)),)
            )
        for one in group.indicators:
            answers[one.id] = answered(definition, one, random)
    return UnitData("Kota Uji", 2022, answers, ("isian.xlsx",))


def answered(definition: Definition, one: Indicator, random: Random) -> Answer:
    number = reading(number_for(definition, one, random))
    method = one.rule.method
    if method.reads is Reads.SCORE:
        return Answer(one.id, HERE, assessor=(number,))
    target = reading(Fraction(random.randint(10, 90))) if method.reads_target else None
    return Answer(one.id, HERE, measure=number, target=target)


def number_for(definition: Definition, node: Group | Indicator, random: Random) -> Fraction:
    """A number that *node* may have, with two decimals at most."""
    bounds = definition.scale or (Fraction(0), Fraction(100))
    if isinstance(node, Indicator):
        method = node.rule.method
        if isinstance(method, YesNo):
            return random.choice([method.yes, method.no])
        if isinstance(method, Levels):
            return random.choice(sorted(method.levels))
        if isinstance(method, Goalposts):
            bounds = method.min, method.max
        elif method.reads is Reads.MEASURE:
            bounds = Fraction(1), Fraction(90)
        elif node.rule.to is not None:
            bounds = node.rule.to
        if node.valid is not None:
            bounds = max(bounds[0], node.valid[0]), min(bounds[1], node.valid[1])
    low, high = (int(100 * bound) for bound in bounds)
    return Fraction(random.randint(low, high), 100)


def changed(data: UnitData, id_: str, to: Fraction | Missing) -> UnitData:
    """The data with another answer *id_*: the reading that its first column has."""
    new = reading(to) if isinstance(to, Fraction) else Reading(None, to, TYPED[to] or "", HERE)
    old = data.answers[id_]
    if old.measure is not None:
        answer = old._replace(measure=new)
    elif old.assessor:
        answer = old._replace(assessor=(new, *old.assessor[1:]))
    else:
        answer = old._replace(self_score=new)
    return data._replace(answers={**data.answers, id_: answer})
