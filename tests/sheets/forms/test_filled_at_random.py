"""What any program fills into a form is read back, passes ``check`` and scores as the engine."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from random import Random
from typing import NamedTuple

import pytest

from kediri_index.agencies.assignment import opd_of_leaves
from kediri_index.messages.catalogue import has_errors
from kediri_index.model.dataset import Answer, Reading, UnitData
from kediri_index.model.definition import Definition, Indicator
from kediri_index.model.findings import Source
from kediri_index.model.limits import Limits
from kediri_index.model.scores import UnitResult
from kediri_index.model.scoring import Range, Reads
from kediri_index.scoring.methods.goalposts import Goalposts
from kediri_index.scoring.methods.levels import Levels
from kediri_index.scoring.methods.yes_no import YesNo
from kediri_index.sheets.reading.read import read_workbook
from kediri_index.sheets.tables.columns import Column
from kediri_index.usecases.check import check
from kediri_index.usecases.inputs import Submission, load_definition
from kediri_index.usecases.score import score
from tests.property.trees import groups_of
from tests.scoring.one_unit import score_unit
from tests.sheets.forms.forms import EVERY_METHOD, PROFILE, defined, filled, form

ROOT = Path(__file__).parents[3]
SEEDS = range(4)
HERE = Source("isian.xlsx")


class Given(NamedTuple):
    """One answer as a cell holds it, and as the engine takes it."""

    cells: dict[Column, object]
    answer: Answer


def reading(number: Fraction) -> Reading:
    return Reading(number, None, str(number), HERE)


def within(random: Random, bounds: Range) -> Fraction:
    """A number with two decimals between the bounds."""
    low, high = (int(100 * bound) for bound in bounds)
    return Fraction(random.randint(low, high), 100)


def written(random: Random, number: Fraction) -> object:
    """The number as a cell may hold it: stored, or as text in one of its spellings."""
    plain = f"{float(number):.2f}"
    return random.choice([float(number), plain, plain.replace(".", ","), f" {plain}"])


def given(indicator: Indicator, random: Random) -> Given:
    """An answer that is possible, with evidence."""
    method, shown = (
        indicator.rule.method,
        {Column.EVIDENCE: f"https://bukti.example/{indicator.id}"},
    )
    if method.reads is Reads.MEASURE:
        possible = indicator.valid or (Fraction(1), Fraction(9))
        if isinstance(method, Goalposts):
            low = max(possible[0], method.min, Fraction(1))
            possible = low, max(low, min(possible[1], method.max))
        number = within(random, (max(possible[0], Fraction(1)), possible[1]))
        cells = {**shown, Column.MEASURE: written(random, number)}
        target = None
        if method.reads_target:
            target = reading(number)
            cells[Column.TARGET] = float(number)
        return Given(cells, Answer(indicator.id, HERE, measure=reading(number), target=target))
    if isinstance(method, YesNo):
        word, number = random.choice([("ya", method.yes), ("tidak", method.no), ("Ya", method.yes)])
        value: object = word
    elif isinstance(method, Levels):
        number = random.choice(sorted(method.levels))
        value = written(random, number)
    else:
        bounds = indicator.valid or indicator.rule.to
        assert bounds is not None
        number = within(random, bounds)
        value = written(random, number)
    return Given({**shown, Column.SELF: value}, Answer(indicator.id, HERE, reading(number)))


def scores_of(result: UnitResult) -> list[tuple[str, Fraction | None]]:
    """The score of everything: the whole, its groups, its indicators."""
    groups = sorted((one.id, one.figure.score) for one in groups_of(result).values())
    indicators = [(one.id, one.figure.score) for one in result.indicators]
    return [("", result.overall.score), *groups, *indicators]


@pytest.fixture(params=["pillars", "six-pillars", "every-method"])
def definition(request: pytest.FixtureRequest, tmp_path: Path) -> Definition:
    if request.param == "every-method":
        return defined(EVERY_METHOD, tmp_path)
    return load_definition(ROOT / "config" / f"{request.param}.yaml")


@pytest.mark.parametrize("seed", SEEDS)
def test_it_passes_check_and_scores_as_the_engine_does_without_any_file(
    seed: int, definition: Definition
) -> None:
    random = Random(seed)  # noqa: S311 - invented answers
    answers = {one.id: given(one, random) for one in definition.all_indicators()}
    data = filled(form(definition, None), {id_: one.cells for id_, one in answers.items()})
    submission = Submission((read_workbook("isian.xlsx", data, Limits()),))
    checked = check(submission, definition, complete=True)
    assert not has_errors(checked.findings), checked.findings
    (unit,) = score(submission, definition).units or ()
    assert (unit.unit, unit.year) == ("Kota Uji", 2026)
    given_directly = UnitData("Kota Uji", 2026, {id_: one.answer for id_, one in answers.items()})
    direct = score_unit(definition, given_directly, lead=unit.lead)
    assert scores_of(unit) == scores_of(direct)
    assert direct.overall.score is not None


@pytest.mark.parametrize("seed", SEEDS)
def test_the_forms_of_all_agencies_add_up_to_one_unit(seed: int, tmp_path: Path) -> None:
    random = Random(seed)  # noqa: S311 - invented answers
    definition = defined(EVERY_METHOD, tmp_path)
    answers = {one.id: given(one, random) for one in definition.all_indicators()}
    answering = opd_of_leaves(definition, PROFILE)
    books = []
    for opd in PROFILE.opd:
        theirs = {id_: one.cells for id_, one in answers.items() if opd.id == answering[id_][0]}
        data = filled(form(definition, PROFILE, opd), theirs)
        books.append(read_workbook(f"{opd.name}.xlsx", data, Limits()))
    outcome = score(Submission(tuple(books)), definition, PROFILE)
    assert [finding.code for finding in outcome.findings if finding.code[0] in "FX"] == []
    (unit,) = outcome.units or ()
    assert unit.unit == "Kota Uji"
    data_of_unit = UnitData("Kota Uji", 2026, {id_: one.answer for id_, one in answers.items()})
    direct = score_unit(definition, data_of_unit, lead=unit.lead)
    assert unit.overall.score == direct.overall.score
