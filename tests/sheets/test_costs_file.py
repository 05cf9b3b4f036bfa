"""A table of costs: both forms, in both languages, and every fault with its line."""

from __future__ import annotations

from fractions import Fraction

import pytest

from kediri_index.messages.catalogue import message_of, repair_of
from kediri_index.model.language import Language
from kediri_index.model.limits import Limits
from kediri_index.model.plans import CostLine, CostRule
from kediri_index.sheets.costs import CostTable, read_costs
from tests.findings.building import ANSWERS, definition

TOP_FOUR = definition(ANSWERS)


def read(text: str) -> CostTable:
    return read_costs("biaya.csv", text.encode(), TOP_FOUR, Limits())


def faults(text: str) -> list[tuple[str, int | None, str | None]]:
    table = read(text)
    assert table.rules == {}
    for finding in table.findings:
        assert finding.file == "biaya.csv"
        for language in Language:
            assert message_of(finding, language)
            assert repair_of(finding, language)
    return [(one.code, one.line, one.value) for one in table.findings]


def test_a_line_an_indicator() -> None:
    table = read("indicator,cost_per_level,max\nA-1,2.5,3\na,7,\n")
    assert table == CostTable(
        {"a": CostRule(Fraction(7)), "A-1": CostRule(Fraction(5, 2), Fraction(3))}
    )


def test_a_line_a_step_and_none_before_it_is_no_answer() -> None:
    table = read("indicator,from,to,cost\nA-1,,1,5\nA-1,1,2,3\n")
    ways = (
        CostLine(None, Fraction(1), Fraction(5)),
        CostLine(Fraction(1), Fraction(2), Fraction(3)),
    )
    assert table == CostTable({"A-1": CostRule(lines=ways)})


def test_a_column_of_blanks_alone_is_empty() -> None:
    assert read("indicator,cost_per_level,max\nA-1,2, \n").rules == {"A-1": CostRule(Fraction(2))}


def test_more_patterns_than_are_looked_up_are_refused_with_the_option() -> None:
    text = "indicator,cost_per_level\nA-*,1\nA-2,1\n*-1,2\n"
    table = read_costs("biaya.csv", text.encode(), TOP_FOUR, Limits(patterns=1))
    (finding,) = table.findings
    assert (finding.code, finding.line, table.rules) == ("D271", 4, {})
    assert finding.params["option"] == "--limit patterns=2"


def test_indonesian_columns_semicolons_and_decimal_commas() -> None:
    table = read("Indikator;Biaya_per_tingkat\nA-1;2,5\n")
    assert table == CostTable({"A-1": CostRule(Fraction(5, 2))})


def test_an_id_goes_before_a_pattern_and_of_patterns_the_later() -> None:
    table = read("indicator,cost_per_level\nA-2,9\nA-*,1\n*-1,3\n")
    assert {name: rule.per_level for name, rule in table.rules.items()} == {"A-1": 3, "A-2": 9}


def test_the_steps_of_a_later_pattern_stand_in_for_those_of_an_earlier() -> None:
    table = read("indicator,from,to,cost\nA-*,1,2,1\n*-1,1,2,5\n*-1,2,3,6\n")
    ways = {name: [line.cost for line in rule.lines] for name, rule in table.rules.items()}
    assert ways == {"A-1": [5, 6], "A-2": [1]}
    assert all(rule.by_pattern for rule in table.rules.values())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [("F401", None, None)]),
        ("indicator,ongkos\nA-1,2\n", [("S711", 1, "ongkos")]),
        ("indicator,to,cost\nA-1,2,3\n", [("S711", 1, "indicator,to,cost")]),
        ("indicator,cost,biaya\nA-1,2,3\n", [("S711", 1, "biaya")]),
        ("indicator,cost_per_level\nA-11,2\n", [("S712", 2, "A-11")]),
        ("indicator,cost_per_level\nA-1,mahal\n", [("S713", 2, "mahal")]),
        ("indicator,cost_per_level\nA-1,-1\n", [("S713", 2, "-1")]),
        ("indicator,cost_per_level\nA-1,50%\n", [("S713", 2, "50%")]),
        ("indicator,from,to,cost\nA-1,2,2,1\n", [("S714", 2, "A-1")]),
        ("indicator,from,to,cost\nA-1,2,5,1\n", [("S714", 2, "A-1")]),
        ("indicator,cost_per_level\nA-1,1\nA-1,2\n", [("S715", 3, "A-1")]),
        ("indicator,from,to,cost\nA-1,1,2,1\nA-1,1,2,3\n", [("S715", 3, "A-1")]),
        ("indicator,cost_per_level\nA-1,2,5\n", [("S716", 2, "A-1,2,5")]),
        ("indicator,cost_per_level\nA-1\n", [("S716", 2, "A-1")]),
        ("indicator;cost_per_level\nA-1;2.500\n", [("S717", 2, "2.500")]),
        (
            "indicator,cost_per_level\nA-11,x\nA-2,-3\n",
            [("S713", 2, "x"), ("S712", 2, "A-11"), ("S713", 3, "-3")],
        ),
    ],
)
def test_every_fault_has_its_line(text: str, expected: list[tuple[str, int, str]]) -> None:
    assert faults(text) == expected


def test_a_file_that_is_no_text_is_refused_as_any_table_is() -> None:
    table = read_costs("biaya.csv", b"indicator,cost\0", TOP_FOUR, Limits())
    assert [finding.code for finding in table.findings] == ["F303"]
