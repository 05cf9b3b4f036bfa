"""LibreOffice, which knows nothing of the engine, comes to the engine's figures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import cache
from operator import mul
from pathlib import Path
from random import Random
from typing import NamedTuple

from hypothesis import HealthCheck, Phase, given, settings

from kediri_index.definition.load_definition import load_definition_file
from kediri_index.messages.values import fixed
from kediri_index.model.aggregation import Aggregation
from kediri_index.model.dataset import Answer, Lead, Missing, UnitData
from kediri_index.model.definition import Definition, Group, Unanswered
from kediri_index.model.language import Language
from kediri_index.model.scoring import Outside
from kediri_index.scoring.aggregations.arithmetic import Arithmetic
from kediri_index.scoring.aggregations.extremes import Max, Min
from kediri_index.scoring.aggregations.geometric import Geometric
from kediri_index.scoring.aggregations.harmonic import Harmonic
from kediri_index.scoring.aggregations.mazziotta_pareto import MazziottaPareto
from kediri_index.scoring.aggregations.median import Median
from kediri_index.scoring.aggregations.power import Power
from kediri_index.scoring.aggregations.sum import Sum
from kediri_index.scoring.methods.goalposts import Goalposts
from kediri_index.scoring.methods.levels import Levels
from kediri_index.usecases.inputs import load_definition
from tests.present.yearly.book.invented import (
    TYPED,
    book_of,
    changed,
    filled,
    number_for,
    short_book_of,
    yearly_of_data,
)
from tests.present.yearly.book.recomputing import (
    Changed,
    Values,
    computing,
    differing,
    results,
    results_in,
)
from tests.present.yearly.book.sheets_xml import formulas_in, values_in
from tests.present.yearly.reports import yearly_of
from tests.property.trees import Tree, stage_sets, trees
from tests.scoring.building import answer, group, index, question, rule, unit
from tests.scoring.one_unit import score_unit
from tests.sheets.forms.forms import EVERY_METHOD
from tests.sheets.forms.libreoffice import needs_libreoffice
from tests.shipped import SHIPPED

CHANGES = len(SHIPPED)
TREES = 6
TIES = 25
WHOLE = ("kota-kediri-2023", "kota-contoh")
"""Examples that go through LibreOffice as they are, with everything on their other sheets."""
IN_EXCEL_2007 = set(
    re.findall(
        r"\w+",
        "AND CHOOSE COUNT COUNTIF EXP IF IFERROR INDEX ISNUMBER ISTEXT LN MAX MIN NA NOT OR ROUND"
        " SUM SUMPRODUCT TRIM",
    )
)
LONGEST, DEEPEST, MOST_ARGUMENTS = 8192, 64, 255
"""What Excel takes of a formula."""
OVERALL = "Scores!H6"

To = Mapping[str, Fraction | Missing]
"""Other answers, by id."""


class Case(NamedTuple):
    """A workbook with changed cells, and the data with the same changes."""

    changed: Changed
    definition: Definition
    data: UnitData
    lead: Lead | None = None


class Before(NamedTuple):
    """A workbook as it was written."""

    book: bytes
    definition: Definition
    data: UnitData

    def with_(self, to: To) -> Case:
        """The case with other answers: in cells of the workbook, and in the engine's data."""
        data = self.data
        for id_, value in to.items():
            data = changed(data, id_, value)
        cells = {cell_of(self, id_): as_typed(value) for id_, value in to.items()}
        return Case(Changed(self.book, cells), self.definition, data)


def before(definition: Definition, data: UnitData) -> Before:
    return Before(short_book_of(yearly_of_data(definition, data)), definition, data)


def as_typed(value: Fraction | Missing) -> float | str | None:
    return TYPED[value] if isinstance(value, Missing) else float(value)


def cell_of(case: Before, id_: str) -> str:
    """The cell of an answer."""
    cells = answers_in(case.book)
    title = "Result" if case.data.answers[id_].measure is not None else "Assessor"
    (column,) = (cell.rstrip("0123456789") for cell, value in cells.items() if value == title)
    (row,) = (cell[1:] for cell, value in cells.items() if value == id_ and cell[0] == "A")
    return f"{column}{row}"


@cache
def answers_in(book: bytes) -> dict[str, object]:
    return values_in(book)["Answers"]


def every_method(folder: Path) -> Definition:
    path = folder / "uji.yaml"
    path.write_text(EVERY_METHOD.replace("year: 2026", "missing: {answers: exclude}"), "utf-8")
    return load_definition_file(path).definition


def drawn() -> list[tuple[Tree, frozenset[str]]]:
    """Random trees with every aggregation, policy, stage, and given and optional groups."""
    found: list[tuple[Tree, frozenset[str]]] = []

    @settings(
        derandomize=True,
        database=None,
        deadline=None,
        max_examples=TREES,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(tree=trees(mixed=True), stages=stage_sets)
    def draw(tree: Tree, stages: frozenset[str]) -> None:
        found.append((tree, stages))

    draw()
    return found


def shipped_cases(first: dict[str, Before], random: Random) -> Iterator[tuple[str, Case]]:
    """Yield a change of one answer, of every shipped definition filled in at random.

    *first* gets the workbooks before.
    """
    for number in range(CHANGES):
        id_ = SHIPPED[number % len(SHIPPED)]
        definition = load_definition(id_)
        if id_ not in first:
            first[id_] = before(definition, filled(definition, random))
        leaf = random.choice(sorted(first[id_].data.answers))
        to = number_for(definition, definition.nodes()[leaf], random)
        yield f"{id_} {number}: {leaf}", first[id_].with_({leaf: to})


def edge_cases(first: Mapping[str, Before], random: Random) -> Iterator[tuple[str, Case]]:
    """Yield every shipped definition with answers at its edges, beyond them, and without any."""
    for id_, start in first.items():
        to: dict[str, Fraction | Missing] = {}
        low, high = start.definition.scale or (Fraction(0), Fraction(100))
        tie = Fraction(random.randint(0, 799), 200)
        for leaf in random.sample(sorted(start.data.answers), max(2, len(start.data.answers) // 4)):
            edges: list[Fraction | Missing] = [low, high, tie, low - 1, high + 1, *TYPED]
            to[leaf] = random.choice(edges)
        yield f"{id_} edges", start.with_(to)


def method_cases(folder: Path, random: Random) -> Iterator[tuple[str, Case]]:
    """Yield every scoring method with other answers, at its edges, and without a score."""
    definition = every_method(folder)
    start = before(definition, filled(definition, random))
    for number in range(3):
        to = {one.id: number_for(definition, one, random) for one in definition.all_indicators()}
        yield f"methods {number}", start.with_(to)
    for low, high in ((10, 60), (20, 85)):
        edges = {"B-8": low, "B-3": high, "B-6": low, "B-7": 10, "B-5": 12}
        yield f"methods at {low}", start.with_({id_: Fraction(at) for id_, at in edges.items()})
    impossible = dict.fromkeys(("B-6", "B-7", "A-3", "A-4", "A-1"), Fraction(-7))
    yield "methods without", start.with_(impossible)
    gone = {"A-1": Missing.EMPTY, "A-3": Missing.NOT_APPLICABLE, "B-2": Missing.EMPTY}
    unused = dict.fromkeys(("C-1", "C-2"), Missing.EMPTY)
    yield "methods gone", start.with_(gone | unused)


def tree_cases(random: Random) -> Iterator[tuple[str, Case]]:
    """Yield random trees, each with an answer that changes or goes."""
    for number, (tree, stages) in enumerate(drawn()):
        start = before(tree.definition(stages), tree.data())
        to: dict[str, Fraction | Missing] = {}
        if start.data.answers:
            id_ = random.choice(list(start.data.answers))
            to[id_] = Fraction(random.randint(0, 400), 100)
            if number % 3 == 0:
                to[id_] = random.choice([Missing.EMPTY, Missing.NOT_APPLICABLE])
        yield f"tree {number}", start.with_(to)


def aggregation_cases(random: Random) -> Iterator[tuple[str, Case]]:
    """Yield every aggregation of four equal shares, also of three, of equal scores, and of a 0."""
    ways: list[Aggregation] = [Arithmetic(), Sum(), Geometric(), Harmonic(), Min(), Max(), Median()]
    ways += [Power(Fraction(2)), Power(Fraction(-1)), MazziottaPareto(1), MazziottaPareto(-1)]
    groups = [
        group(f"g{at}", *(question(f"G{at}-{one}") for one in range(4)), aggregate=way)
        for at, way in enumerate(ways)
    ]
    definition = index(*groups, stages=("pillar", "overall"), aggregate=Median())
    start = before(definition, filled(definition, random))
    first = [one.indicators[0].id for one in groups]
    others = [child.id for one in groups for child in one.indicators[1:]]
    yield "ways", start.with_({})
    yield "ways of three", start.with_(dict.fromkeys(first, Missing.NOT_APPLICABLE))
    yield "ways with a zero", start.with_(dict.fromkeys(first, Fraction(0)))
    yield "ways of equals", start.with_(dict.fromkeys(others, Fraction(2)))


def lead_cases() -> Iterator[tuple[str, Case]]:
    """Yield self-assessments beside several assessors' scores, by each of the leads."""
    levels = rule(Levels({Fraction(one): "" for one in range(5)}))
    measured = rule(Goalposts(Fraction(0), Fraction(10)))
    definition = index(
        group(
            "a",
            *(question(f"A-{number}") for number in range(1, 5)),
            question("A-5", score=rule(outside=Outside.CLIP)),
            question("A-6", score=levels),
            question("A-7", score=measured),
            question("A-8", score=measured),
            question("A-9"),
            question("A-10"),
            min_present="0.5",
        )
    )
    no, later = Missing.NOT_APPLICABLE, Missing.NOT_DUE
    data = unit(
        answer("A-1", 2, 4, no, own=3),
        answer("A-2", own="1.5"),
        answer("A-3", Missing.EMPTY, Missing.EMPTY, own=no),
        answer("A-4", later, no),
        answer("A-5", 5, 2, own=-1),
        answer("A-6", 3, "2.5", own=4),
        answer("A-7", 1, 2, measure=9),
        answer("A-8", no, measure=Missing.EMPTY),
        answer("A-9", no, 2, 4),
        answer("A-10", no, 5, own=no),
    )
    for lead in Lead:
        book = short_book_of(yearly_of_data(definition, data, lead))
        yield f"lead {lead.value}", Case(Changed(book, {}), definition, data, lead)


def zero_cases() -> Iterator[tuple[str, Case]]:
    """Yield what counts as 0, beside an option and a group that does not apply, unused and used."""
    definition = index(
        group("a", question("A-1"), question("A-2")),
        group("b", group("b-1", question("B-1"), question("B-2")), optional=True, min_present=1),
        group("c", question("C-1"), question("C-2")),
        group("d", optional=True),
        answers=Unanswered.ZERO,
        min_present="0.5",
    )
    empty = Missing.EMPTY
    data = unit(
        answer("A-1", 3),
        answer("A-2", empty),
        answer("B-1", empty),
        answer("c", Missing.NOT_APPLICABLE),
        answer("C-1", empty),
    )
    start = before(definition, data)
    yield "zero unused", start.with_({})
    yield "zero option", start.with_({"B-1": Fraction(2)})
    yield "zero applies", start.with_({"C-1": Fraction(1), "A-2": Missing.NOT_APPLICABLE})
    yield "zero given", start.with_({"c": Fraction(4), "A-1": empty})


def tie_case(random: Random) -> Case:
    """Groups whose means lie exactly between two decimals, which is where binary digits tell."""
    groups: list[Group] = []
    data: list[Answer] = []
    while len(groups) < TIES:
        weights = [Fraction(random.choice([1, 3, 7, 10, 15])) for _ in range(3)]
        scores = [Fraction(random.randint(0, 400), 100) for _ in range(3)]
        mean = sum(map(mul, weights, scores), Fraction(0)) / sum(weights)
        if (mean * 1000).denominator == 1 and (mean * 1000) % 10 == 5:  # as 3.315 does
            name = f"g{len(groups)}"
            parts = [question(f"{name}-{at}", weight) for at, weight in enumerate(weights)]
            groups.append(group(name, *parts))
            data += [answer(part.id, score) for part, score in zip(parts, scores, strict=True)]
    definition = index(*groups, stages=("pillar", "overall"))
    return before(definition, unit(*data)).with_({})


class Computed(NamedTuple):
    """What LibreOffice comes to, by the name of the file or of the case."""

    whole: dict[str, bytes]
    cases: dict[str, Case]
    values: dict[str, Values]


def computed(folder: Path) -> Computed:
    """Everything in one run of LibreOffice."""
    random = Random(7)  # noqa: S311 - invented answers
    whole = {
        f"{name}-{language.value}": book_of(yearly_of(name), language)
        for name, language in zip(WHOLE, Language, strict=True)
    }
    first: dict[str, Before] = {}
    cases = dict(shipped_cases(first, random))
    cases |= edge_cases(first, random)
    cases |= method_cases(folder, random)
    cases |= tree_cases(random)
    cases |= aggregation_cases(random)
    cases |= lead_cases()
    cases |= zero_cases()
    cases["ties"] = tie_case(random)
    books = {name: one.changed for name, one in cases.items()}
    return Computed(whole, cases, results(whole, books, folder))


@needs_libreoffice
def test_libreoffice_comes_to_the_figures_of_the_engine_also_after_a_change(tmp_path: Path) -> None:
    found = computed(tmp_path)  # one start of LibreOffice for all that follows
    every_formula_of_a_whole_report_comes_to_the_result_in_the_file(found)
    a_changed_answer_gives_the_score_of_the_engine_under_every_shipped_rule(found)
    every_cell_follows_a_changed_answer_as_the_engine_does(found)
    every_formula_is_one_that_excel_takes(found)


def every_formula_of_a_whole_report_comes_to_the_result_in_the_file(found: Computed) -> None:
    for name, data in found.whole.items():
        there = results_in(data)
        assert len(there) > 150
        assert differing(there, found.values[name]) == {}, name


def a_changed_answer_gives_the_score_of_the_engine_under_every_shipped_rule(
    found: Computed,
) -> None:
    shipped = {name: one for name, one in found.cases.items() if ":" in name}
    assert {name.split()[0] for name in shipped} == set(SHIPPED)
    assert len(shipped) == CHANGES
    moved = 0
    for name, one in shipped.items():
        published = score_unit(one.definition, one.data).overall.published
        assert published is not None
        shown = found.values[name][OVERALL]
        assert isinstance(shown, int | float)
        decimals = one.definition.publish.decimals
        assert f"{shown:.{decimals}f}" == fixed(published, decimals), name
        moved += shown != results_in(one.changed.book)[OVERALL]
    assert moved > CHANGES / 2


def every_cell_follows_a_changed_answer_as_the_engine_does(found: Computed) -> None:
    for name, one in found.cases.items():
        yearly = yearly_of_data(one.definition, one.data, one.lead)
        expected = computing(results_in(short_book_of(yearly)))
        assert differing(expected, found.values[name]) == {}, name


def every_formula_is_one_that_excel_takes(found: Computed) -> None:
    books = {*found.whole.values(), *(one.changed.book for one in found.cases.values())}
    sheets = [formulas for book in books for formulas in formulas_in(book).values()]
    formulas = {formula for one in sheets for formula in one.values()}
    used: set[str] = set()
    for formula in formulas:
        assert len(formula) < LONGEST / 2
        bare = re.sub('"[^"]*"', "", formula)
        used |= set(re.findall(r"\b([A-Z][A-Z0-9.]*)\(", bare))
        open_: list[int] = []
        for letter in bare:
            if letter in "({":
                open_.append(1)
                assert len(open_) <= DEEPEST
            elif letter in ")}":
                assert open_.pop() <= MOST_ARGUMENTS
            elif letter == ",":
                open_[-1] += 1
    assert used == IN_EXCEL_2007
