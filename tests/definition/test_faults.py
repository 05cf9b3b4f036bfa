from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kediri_index.definition.load_definition import load_definition_file
from kediri_index.errors import DefinitionError
from kediri_index.messages.catalogue import message_of, repair_of
from kediri_index.model.findings import Finding
from kediri_index.model.language import Language
from kediri_index.model.limits import Limits
from kediri_index.model.text import Suggestion

Write = Callable[..., Path]
FindingsOf = Callable[..., tuple[Finding, ...]]


TEN_FAULTS = """\
kediri_index: 1
id: sepuluh
version: "1"
status: own
title: Sepuluh
title: Dua kali
scale: {min: 0, max: 4}
publish: {round: [dimensi]}
classes: [{name: A, below: 2}, {name: B, below: 1}, {name: C}]
weights_sum: 100
kinds: {dimension: {name: Dimensi}}
groups:
  - {id: a, kind: dimension, weight: 60, name: A, wieght: 3}
  - {id: b, kind: dimension, weight: 39.8, name: B}
indicators:
  - {id: A-1, in: aa, name: Satu}
  - {id: A-2, in: a, name: Dua, score: {method: yes_no, yes: 5, no: 0}}
  - {id: A-2, in: b, name: Tiga}
  - {id: A-4, in: b, valid: [0, x]}
"""


def test_ten_faults_are_ten_findings_each_with_its_place(findings_of: FindingsOf) -> None:
    found = [(item.code, item.line, item.column) for item in findings_of(TEN_FAULTS)]
    assert found == [
        ("D012", 6, 1),
        ("D205", 8, 19),
        ("D224", 9, 49),
        ("D210", 10, 14),
        ("D102", 13, 51),
        ("D202", 16, 19),
        ("D230", 17, 62),
        ("D201", 18, 10),
        ("D101", 19, 5),
        ("D114", 19, 29),
    ]
    assert len(found) == 10


def test_a_finding_about_an_indicator_names_it(findings_of: FindingsOf) -> None:
    by_line = {item.line: item.indicator for item in findings_of(TEN_FAULTS)}
    assert by_line[17] == "A-2"
    assert by_line[19] == "A-4"
    assert by_line[6] is None


def test_a_broken_name_of_a_group_makes_no_second_finding_about_what_stands_in_it(
    findings_of: FindingsOf, minimal: str
) -> None:
    text = minimal.replace("id: a,", "id: 1a,").replace("in: a,", "in: 1a,")
    assert [item.code for item in findings_of(text)] == ["D112"]
    assert [item.code for item in findings_of(minimal.replace("id: a, ", ""))] == ["D101"]


def test_a_broken_kind_makes_no_second_finding_about_its_groups(
    findings_of: FindingsOf, minimal: str
) -> None:
    text = minimal.replace("{name: Pilar}", "Pilar")
    assert [item.code for item in findings_of(text)] == ["D104"]
    text = minimal.replace("kinds: {pillar: {name: Pilar}}", "kinds: pillar")
    assert [item.code for item in findings_of(text)] == ["D104"]


@pytest.mark.parametrize(
    ("broken", "code"),
    [
        ("groups: ~", "D116"),
        ("groups: pilar", "D105"),
        ("groups: [a]", "D104"),
        ("groups: [{id: b, kind: pillar, name: Dua, groups: a}]", "D105"),
        ("groups: [{id: b, kind: pillar, name: Dua, groups: [a]}]", "D104"),
    ],
)
def test_broken_groups_make_no_second_finding_about_what_stands_in_them(
    findings_of: FindingsOf, minimal: str, broken: str, code: str
) -> None:
    head, _, rest = minimal.partition("groups:\n")
    text = f"{head}{broken}\n{rest.partition(chr(10))[2]}"
    assert [item.code for item in findings_of(text)] == [code]


def test_a_broken_scale_makes_no_second_finding_about_scores(
    findings_of: FindingsOf, minimal: str
) -> None:
    text = minimal.replace("max: 4", "max: -1") + "score: {method: as_given, to: [0, 9]}\n"
    assert [item.code for item in findings_of(text)] == ["D220"]


@pytest.mark.parametrize("place", ["indicator", "top"])
def test_a_misspelt_method_makes_no_second_finding_about_its_direction(
    findings_of: FindingsOf, minimal: str, place: str
) -> None:
    own = ", score: {method: achievment}" if place == "indicator" else ""
    top = "" if own else "score: {method: achievment}\n"
    text = minimal.replace("in: a,", f"in: a, direction: higher{own},", 1)
    assert text != minimal
    assert [finding.code for finding in findings_of(top + text)] == ["D113"]


def test_faults_in_several_items_of_one_list_keep_their_places(
    findings_of: FindingsOf, minimal: str
) -> None:
    text = (
        minimal
        + "  - satu\n  - {id: I-3, in: a, name: [x]}\n  - dua\n  - {id: I-4, in: b, name: y}\n"
    )
    found = [(item.code, item.line, item.value) for item in findings_of(text)]
    assert found == [
        ("D104", 12, "satu"),
        ("D103", 13, "[x]"),
        ("D104", 14, "dua"),
        ("D202", 15, "b"),
    ]


def test_all_faults_of_a_scoring_rule_are_found(findings_of: FindingsOf, minimal: str) -> None:
    text = minimal.replace(
        "name: Satu}",
        "name: Satu, score: {method: goalposts, mn: 0, max: nan, outside: cut, transform: ln}}",
    )
    found = [(item.code, item.value, item.params.get("key")) for item in findings_of(text)]
    assert found == [
        ("D101", None, "min"),
        ("D102", "mn", None),
        ("D106", "nan", "max"),
        ("D113", "cut", "outside"),
        ("D113", "ln", "transform"),
    ]


def test_a_misspelt_key_or_name_gets_the_nearest_known_one(
    findings_of: FindingsOf, minimal: str
) -> None:
    text = minimal.replace("name: Satu}", "name: Satu, score: {method: bnds}, wieght: 2}")
    messages = [message_of(item, Language.ID) for item in findings_of(text)]
    assert "; terdekat: bands; " in messages[0]
    assert "; terdekat: weight; " in messages[1]


def test_an_aggregation_that_is_not_supported_names_the_known_ones(
    findings_of: FindingsOf, minimal: str
) -> None:
    (finding,) = findings_of(minimal + "aggregate: geometri\n")
    assert (finding.code, finding.value) == ("D113", "geometri")
    assert finding.params["near"] == Suggestion("geometric")
    assert "{power: 2}" in str(finding.params["known"])
    (finding,) = findings_of(minimal + "aggregate: {powr: 2}\n")
    assert (finding.code, finding.value) == ("D113", "{powr: 2}")
    assert (finding.line, finding.column) == (len(minimal.splitlines()) + 1, 12)
    assert finding.params["near"] == Suggestion("power")
    assert set(finding.params) == {"key", "known", "near"}


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("{power: 101}", "D108"),
        ("{power: banyak}", "D106"),
        ("{mpi: plus}", "D106"),
        ("{power: }", "D106"),
        ("{power: 2, mpi: 1}", "D113"),
        ("[geometric]", "D113"),
        ("{}", "D113"),
    ],
)
def test_a_parameter_that_cannot_be_is_found_at_the_aggregation(
    findings_of: FindingsOf, minimal: str, said: str, code: str
) -> None:
    (finding,) = findings_of(minimal + f"aggregate_top: {said}\n")
    assert (finding.code, finding.params["key"]) == (code, "aggregate_top")


@pytest.mark.parametrize(
    ("said", "form"),
    [
        ("power", "{power: 2}"),
        ("{power: 0}", "geometric"),
        ("mpi", "{mpi: -1} / {mpi: +1}"),
        ("{mpi: 2}", "{mpi: -1} / {mpi: +1}"),
        ("{median: 1}", "median"),
    ],
)
def test_an_aggregation_written_otherwise_is_shown_as_it_is_written(
    findings_of: FindingsOf, minimal: str, said: str, form: str
) -> None:
    (finding,) = findings_of(minimal + f"aggregate: {said}\n")
    assert (finding.code, finding.value) == ("D121", said)
    assert repair_of(finding, Language.EN) == f"write {form}"


def test_warnings_come_with_the_definition(write: Write, minimal: str) -> None:
    text = minimal + "  - {id: I-2, in: a, name: Dua, weight: 0}\n"
    loaded = load_definition_file(write(text))
    assert [item.code for item in loaded.findings] == ["D214", "D213"]
    assert len(list(loaded.definition.all_indicators())) == 2


def test_a_merge_key_is_unknown(findings_of: FindingsOf, minimal: str) -> None:
    (finding,) = findings_of(minimal + "<<: {year: 2023}\n")
    assert (finding.code, finding.value) == ("D102", "<<")


def test_a_key_that_says_nothing_is_as_if_it_were_not_there_where_it_is_optional(
    findings_of: FindingsOf, minimal: str
) -> None:
    assert not findings_of(minimal + "year:\nsource: ~\nweights_sum: null\n")


def test_the_exception_names_each_place(write: Write) -> None:
    with pytest.raises(DefinitionError) as caught:
        load_definition_file(write(TEN_FAULTS), shown="uji.yaml")
    places = [(one.file, one.line, one.column, one.code) for one in caught.value.findings]
    assert places[:2] == [("uji.yaml", 6, 1, "D012"), ("uji.yaml", 8, 19, "D205")]


def test_a_broken_bound_makes_no_second_finding_about_its_neighbours(
    findings_of: FindingsOf, minimal: str
) -> None:
    text = minimal + "classes: [{name: A, below: 3}, {name: B, below: x}, {name: C}]\n"
    assert [item.code for item in findings_of(text)] == ["D106"]


def test_broken_tags_make_no_second_finding_about_indicators(
    findings_of: FindingsOf, minimal: str
) -> None:
    text = minimal.replace("name: Satu", "name: Satu, tags: {theme: x}") + "tags: theme\n"
    assert [item.code for item in findings_of(text)] == ["D104"]


def test_a_method_without_a_single_level_is_refused(findings_of: FindingsOf, minimal: str) -> None:
    text = minimal.replace("name: Satu", "name: Satu, score: {method: levels, levels: {}}")
    assert [item.code for item in findings_of(text)] == ["D236"]


def test_a_level_off_the_scale_is_named_with_its_place(
    findings_of: FindingsOf, minimal: str
) -> None:
    text = minimal.replace(
        "name: Satu", "name: Satu, score: {method: levels, levels: {1: a, 5: b}}"
    )
    (finding,) = findings_of(text)
    assert (finding.code, finding.value, finding.column) == ("D230", "5", 73)


@pytest.mark.parametrize("score", ["levels", "[levels]", "{methd: levels}", "{method: [a]}"])
def test_what_is_no_scoring_rule_is_refused(
    findings_of: FindingsOf, minimal: str, score: str
) -> None:
    found = findings_of(minimal.replace("name: Satu", f"name: Satu, score: {score}"))
    assert [item.code for item in found] == (
        ["D104"] if score.endswith(("ls", "]")) else ["D101"] if "methd" in score else ["D113"]
    )


def test_a_format_that_was_refused_already_is_not_missing_too(
    findings_of: FindingsOf, minimal: str
) -> None:
    text = minimal.replace("kediri_index: 1", "kediri_index: !x 1")
    assert [item.code for item in findings_of(text)] == ["D013"]


def test_a_level_that_is_no_number_is_named_with_its_place(
    findings_of: FindingsOf, minimal: str
) -> None:
    score = "score: {method: levels, levels: {satu: a, 2: b}}"
    (finding,) = findings_of(minimal.replace("name: Satu", f"name: Satu, {score}"))
    assert (finding.code, finding.value, finding.column) == ("D106", "satu", 67)


def test_a_single_value_that_stands_for_a_list_keeps_its_place(
    findings_of: FindingsOf, minimal: str
) -> None:
    (finding,) = findings_of(minimal.replace("name: Satu", "name: Satu, opd: 1x"))
    assert (finding.code, finding.value, finding.column) == ("D112", "1x", 39)


@pytest.mark.parametrize("fault", ["", ", weight: x"])
def test_a_tree_as_deep_as_any_limit_allows_is_read(
    findings_of: FindingsOf, minimal: str, fault: str
) -> None:
    opening = "".join(f"{{id: g{n}, kind: pillar, name: G, groups: [" for n in range(97))
    group = f"groups:\n  - {opening}{{id: a, kind: pillar, name: A{fault}}}{']}' * 97}\n"
    text = minimal.replace("groups:\n  - {id: a, kind: pillar, name: A}\n", group)
    found = findings_of(text, Limits(definition_depth=10**9))
    assert [item.code for item in found] == (["D106"] if fault else [])


def test_two_faults_in_one_entry_leave_what_stands_beside_it(
    findings_of: FindingsOf, minimal: str
) -> None:
    text = minimal.replace("{name: Pilar}", "{name: Pilar}, 1x: 2").replace(
        "kind: pillar", "kind: p"
    )
    assert [item.code for item in findings_of(text)] == ["D112", "D104", "D203"]


@pytest.mark.parametrize("nothing", ["", "\n", "\ufeff \n"])
def test_a_file_of_blanks_has_no_mapping(nothing: str, findings_of: FindingsOf) -> None:
    assert [one.code for one in findings_of(nothing)] == ["D009"]
