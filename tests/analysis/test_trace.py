"""What a trace says of nodes that do not count, and which node and unit it is of."""

from __future__ import annotations

import pytest

from kediri_index import UsageError
from kediri_index.model.definition import Definition
from kediri_index.model.language import Label, Language
from kediri_index.model.profile import Hints, Profile
from kediri_index.model.traced import Trace, TracedNode
from kediri_index.present.commands.trace import TraceWording
from kediri_index.scoring.fold import OVERALL
from kediri_index.usecases.inputs import Submission
from kediri_index.usecases.trace import node_named, trace
from tests.findings.building import TOP, csv_table, definition

TWO_GROUPS = """\
groups:
  - {id: a, kind: pillar, name: Bagian A}
  - {id: b, kind: pillar, name: Bagian B, optional: true}
indicators:
  - {id: A-1, in: a, name: Satu}
  - {id: A-2, in: a, name: Dua}
  - {id: B-1, in: b, name: Tiga}
"""
EXCLUDE = "missing: {answers: exclude}\n"
ZERO = "missing: {answers: zero}\n"


def traced(
    text: str, table: str, node: str | None = None, hints: Hints | None = None
) -> tuple[Trace, TraceWording]:
    used = definition(text)
    submission = Submission((csv_table(table),))
    outcome = trace(submission, used, None, node, hints=hints, allow_errors=True)
    assert outcome.trace is not None, outcome.findings
    return outcome.trace, TraceWording(used, outcome.trace, Language.EN)


def rules(text: str, table: str, hints: Hints | None = None) -> dict[str, str]:
    """What is said of each node, after its figure."""
    found, words = traced(text, table, hints=hints)
    return {
        node.id: f"{words.published(node.figure)} {words.rule(node)}" for node in found.node.walk()
    }


def test_an_option_without_answers_is_left_out_with_what_is_below_it() -> None:
    found = rules(f"{TOP}{TWO_GROUPS}", "unit,A-1,A-2\nKota Uji,1,2\n")
    assert found["b"] == "– no score; an option without answers; left out"
    assert "B-1" not in found
    assert found["overall"] == (
        "1.50 that of Bagian A, its only part; only 1 of 2 parts counts, with weights adjusted"
    )


def test_an_option_that_is_given_as_a_whole_is_left_out_without_its_score() -> None:
    text = f"{TOP}{TWO_GROUPS}".replace("  - {id: B-1, in: b, name: Tiga}\n", "")
    found = rules(text, "unit,A-1,A-2\nKota Uji,1,2\n")
    assert found["b"] == "– an option without answers; left out"
    assert found["overall"].startswith("1.50 that of Bagian A, its only part")


@pytest.mark.parametrize(
    ("cell", "policy", "leaf", "group"),
    [
        ("n/a", EXCLUDE, "– not applicable; left out", "1.00 that of Satu, its only part; only"),
        ("", EXCLUDE, "– not filled in; left out", "1.00 that of Satu, its only part; only 1 of 2"),
        (
            "banyak",
            "",
            "– «banyak» cannot be scored, see its finding; left out",
            "1.00 that of Satu, its only part; only 1 of 2",
        ),
        (
            "",
            ZERO,
            "0.00 not filled in; counted as zero",
            "0.50 mean of 2 indicators: (1.00 + 0.00) ÷ 2",
        ),
        (
            "",
            "missing: {answers: exclude, min_present: 0.75}\n",
            "– not filled in; left out",
            "– no score; too few answers: 1 of 2 parts have a score, and 75 % must",
        ),
    ],
)
def test_an_answer_that_is_not_there_says_why_and_what_becomes_of_it(
    cell: str, policy: str, leaf: str, group: str
) -> None:
    found = rules(f"{TOP}{policy}{TWO_GROUPS}", f"unit,A-1,A-2,B-1\nKota Uji,1,{cell},3\n")
    assert found["A-2"] == leaf
    assert found["a"].startswith(group)


def test_a_group_is_given_only_where_nothing_below_it_is_in_the_data() -> None:
    found = rules(f"{TOP}{EXCLUDE}{TWO_GROUPS}", "unit,a,B-1\nKota Uji,3,3\n")
    assert found["a"] == "3.00 given in the file; assessor's score 3"
    assert "A-1" not in found
    beside = rules(f"{TOP}{EXCLUDE}{TWO_GROUPS}", "unit,a,A-1,A-2,B-1\nKota Uji,3,1,,3\n")
    assert beside["a"].startswith("1.00 that of Satu, its only part")
    assert beside["A-1"] == "1.00 assessor's score 1"


def test_estimates_below_a_given_group_do_not_count_and_that_is_said() -> None:
    table = "wilayah,kode,nilai asesor\nKota Uji,a,3\nKota Lain,A-1,2\nKota Lain,A-2,4\n"
    text = f"{TOP}{EXCLUDE}prepare: [{{impute: {{method: mean}}}}]\n{TWO_GROUPS}"
    found = rules(text, table, Hints("Kota Uji"))
    assert found["a"] == (
        "3.00 given in the file; assessor's score 3; the answers below it do not count"
    )
    assert found["A-1"].endswith("; does not count, since the score above it is given")


def test_a_score_that_cannot_be_combined_names_what_stands_in_its_way() -> None:
    text = f"{TOP}aggregate: geometric\n{TWO_GROUPS}".replace("min: 0, max", "min: -4, max")
    found = rules(text, "unit,A-1,A-2,B-1\nKota Uji,-1,2,3\n")
    assert found["a"] == "– no score; a score is negative; because of Satu"
    assert found["A-2"] == "2.00 assessor's score 2"
    alone, words = traced(text, "unit,A-1,A-2,B-1\nKota Uji,-1,2,3\n", "A-2")
    assert words.rule(alone.node) == (
        "assessor's score 2; does not count, since what is above it has no score"
    )


def test_a_unit_that_was_left_out_has_its_cells_and_no_score() -> None:
    text = (
        f"{TOP}{EXCLUDE}score: {{method: goalposts, min: 0, max: 4}}\n"
        f"prepare: [{{screen: {{min_present: 1}}}}]\n{TWO_GROUPS}"
    )
    found, words = traced(text, "unit,A-1,A-2,B-1\nKota Uji,1,,3\n")
    assert words.rule(found.node) == "no score; too few data, so it was left out"
    assert [node for node in found.node.walk() if node.figure.score is not None] == []
    assert [str(node.sources[0].cell) for node in found.node.walk() if node.sources] == [
        *("B2", "C2", "D2")
    ]


def test_the_lines_are_those_of_the_definition_and_the_whole_is_its_file() -> None:
    found, _ = traced(f"{TOP}{TWO_GROUPS}", "unit,A-1,A-2,B-1\nKota Uji,1,2,3\n")
    assert {node.id: str(node.defined_at) for node in found.node.walk()} == {
        "overall": "uji.yaml:1:1",
        "a": "uji.yaml:10:5",
        "A-1": "uji.yaml:13:5",
        "A-2": "uji.yaml:14:5",
        "b": "uji.yaml:11:5",
        "B-1": "uji.yaml:15:5",
    }


def test_a_part_has_the_nodes_above_it() -> None:
    found, words = traced(f"{TOP}{TWO_GROUPS}", "unit,A-1,A-2,B-1\nKota Uji,1,2,3\n", "A-2")
    assert found.above == (("overall", None), ("a", Label("Bagian A")))
    assert words.above() == "Overall > Bagian A"
    assert found.node.children == ()


def test_the_agencies_are_those_of_the_profile() -> None:
    used = definition(f"{TOP}{TWO_GROUPS}")
    profile = Profile(assign={"dinkes": ("A-*",)})
    book = csv_table("unit,A-1,A-2,B-1\nKota Uji,1,2,3\n")
    outcome = trace(Submission((book,)), used, profile)
    assert outcome.trace is not None
    opd = {node.id: node.opd for node in outcome.trace.node.walk()}
    assert (opd["A-1"], opd["B-1"]) == (("dinkes",), ())


@pytest.fixture(scope="module")
def names() -> Definition:
    return definition(
        f"{TOP}groups:\n"
        "  - {id: a, kind: pillar, name: Bagian A, name_en: Part A}\n"
        "  - {id: b, kind: pillar, name: Kembar}\n"
        "  - {id: c, kind: pillar, name: Kembar}\n"
        'indicators:\n  - {id: A-1, in: a, name: Layanan daring, printed: "5.1.1"}\n'
    )


@pytest.mark.parametrize(
    ("said", "found"),
    [
        (None, OVERALL),
        ("overall", OVERALL),
        ("a", "a"),
        ("A", "a"),
        ("a-1", "A-1"),
        ("bagian  a", "a"),
        ("Part A", "a"),
        ("layanan daring", "A-1"),
        ("5.1.1", "A-1"),
    ],
)
def test_a_node_is_known_by_its_id_its_code_or_its_name(
    said: str | None, found: str, names: Definition
) -> None:
    assert node_named(names, said) == found


@pytest.mark.parametrize(
    ("said", "nearest"), [("A-2", "A-1 (Layanan daring)"), ("Bagian B", "a (Bagian A)")]
)
def test_a_misspelt_node_gets_the_nearest(said: str, nearest: str, names: Definition) -> None:
    with pytest.raises(UsageError, check=lambda error: error.message == "unknown-node") as raised:
        node_named(names, said)
    assert raised.value.params["nearest"] == (nearest,)


def test_a_name_of_several_nodes_is_none(names: Definition) -> None:
    with pytest.raises(UsageError) as raised:
        node_named(names, "kembar")
    assert (raised.value.message, raised.value.params["known"]) == ("node-of-several", ("b", "c"))


SEVERAL = "unit,year,A-1,A-2,B-1\nKota A,2021,1,2,3\nKota A,2022,2,3,4\nKota B,2022,3,2,1\n"


@pytest.mark.parametrize(
    ("hints", "message"),
    [
        (Hints(), "which-unit"),
        (Hints(year=2022), "which-unit"),
        (Hints("Kota A"), "which-year"),
        (Hints("Kota A", 2023), "no-such-year"),
        (Hints("Kota C"), "no-such-unit"),
    ],
)
def test_of_several_units_one_must_be_named(hints: Hints, message: str) -> None:
    submission = Submission((csv_table(SEVERAL),))
    with pytest.raises(UsageError) as raised:
        trace(submission, definition(f"{TOP}{TWO_GROUPS}"), hints=hints)
    assert raised.value.message == message


@pytest.mark.parametrize(
    ("hints", "whose"),
    [(Hints("kota b"), ("Kota B", 2022)), (Hints("Kota A", 2021), ("Kota A", 2021))],
)
def test_the_unit_that_is_named_is_traced(hints: Hints, whose: tuple[str, int]) -> None:
    used = definition(f"{TOP}{TWO_GROUPS}")
    outcome = trace(Submission((csv_table(SEVERAL),)), used, hints=hints)
    assert outcome.findings == ()
    assert outcome.trace is not None
    assert (outcome.trace.unit, outcome.trace.year) == whose


def test_data_that_name_neither_unit_nor_year_take_what_is_said() -> None:
    submission = Submission((csv_table("kode,nilai asesor\nA-1,1\nA-2,2\nB-1,3\n"),))
    used = definition(f"{TOP}{TWO_GROUPS}")
    outcome = trace(submission, used, hints=Hints("Kota Uji", 2022))
    assert outcome.trace is not None
    assert (outcome.trace.unit, outcome.trace.year) == ("Kota Uji", 2022)


def test_years_that_no_row_names_are_those_that_are_said() -> None:
    submission = Submission((csv_table("unit,A-1,A-2,B-1\nKota A,1,2,3\nKota B,1,2,3\n"),))
    outcome = trace(submission, definition(f"{TOP}{TWO_GROUPS}"), hints=Hints("Kota B", 2022))
    assert outcome.trace is not None
    assert (outcome.trace.unit, outcome.trace.year) == ("Kota B", 2022)


def test_while_there_are_errors_nothing_is_traced_unless_they_are_let_be() -> None:
    submission = Submission((csv_table("unit,A-1,A-2,B-1\nKota Uji,1,9,3\n"),))
    used = definition(f"{TOP}{TWO_GROUPS}")
    refused, partial = trace(submission, used), trace(submission, used, allow_errors=True)
    assert (refused.trace, refused.partial) == (None, False)
    assert "C203" in {finding.code for finding in refused.findings}
    assert partial.partial
    assert partial.trace is not None
    nodes: dict[str, TracedNode] = {node.id: node for node in partial.trace.node.walk()}
    assert (nodes["A-2"].raw, nodes["A-2"].figure.score) == ("9", None)


def test_no_data_are_no_trace() -> None:
    outcome = trace(Submission(()), definition(f"{TOP}{TWO_GROUPS}"))
    assert outcome.trace is None
