from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest

from kediri_index.definition.load import load_definition_file
from kediri_index.engine.scoring.achievement import Achievement
from kediri_index.engine.scoring.as_given import AsGiven
from kediri_index.engine.scoring.bands import Band, Bands
from kediri_index.engine.scoring.goalposts import Goalposts, Transform
from kediri_index.engine.scoring.levels import Levels
from kediri_index.engine.scoring.yes_no import YesNo
from kediri_index.errors import DefinitionError
from kediri_index.messages.catalogue import message_of
from kediri_index.model.definition import (
    Aggregation,
    ClassesOn,
    Definition,
    Kind,
    Label,
    Language,
    MissingPolicy,
    Publish,
    ScoreClass,
    Status,
    Tag,
    Unanswered,
)
from kediri_index.model.findings import Finding
from kediri_index.model.places import Mark
from kediri_index.model.scoring import Direction, Outside, Range

Write = Callable[..., Path]
FindingsOf = Callable[..., tuple[Finding, ...]]

FULL = """\
kediri_index: 1
id: lengkap
version: 3.10
status: official
title: Indeks
title_en: Index
language: id
source: Peraturan 1/2023
year: 2023
scale: {min: 0, max: 4}
publish: {decimals: 3, round: [dimension, terms, overall]}
missing: {answers: exclude, min_present: 0.5}
classes:
  - {name: Kurang, name_en: Poor, below: 1.8}
  - {name: Cukup, up_to: 3}
  - {name: Baik}
classes_on: published
weights_sum: 1
score: {method: levels, levels: {0: nol, 1: satu, 4: empat}}
kinds:
  dimension: {name: Dimensi, name_en: Dimension}
  pillar: {name: Pilar}
tags:
  theme: {name: Tema}
groups:
  - id: impact
    kind: dimension
    weight: 0.4
    name: Impact
    weights_sum: 100
    groups:
      - {id: governance, kind: pillar, weight: 40, name: Tata kelola, optional: yes}
      - {id: living, kind: pillar, weight: 60, name: Hidup, min_present: 1, aggregate: arithmetic}
  - {id: output, kind: dimension, weight: 0.6, name: Output}
indicators:
  - {id: A-1, in: governance, name: Satu, printed: 5.10, opd: dinkes, tags: {theme: air}}
  - {id: A-2, in: governance, name: no, unit: "%", valid: [0, 100], direction: lower, opd: [a, b],
     score: {method: achievement, cap: 1.2, target: [10, 20], to: [1, 4], outside: keep}}
  - {id: A-3, in: living, name: Tiga, score: {method: goalposts, min: 1, max: 1e3, transform: log}}
  - {id: A-4, in: output, name: Empat, weight: 2,
     score: {method: bands, bands: [{below: 40, score: 1}, {up_to: 50, score: 2}, {score: 4}]}}
  - {id: A-5, in: output, name: Lima, weight: 1, score: {method: yes_no, yes: 4, no: 0}}
  - {id: A-6, in: output, name: Enam, weight: 1, score: {method: as_given}}
"""


def span(low: int, high: int) -> Range:
    return Fraction(low), Fraction(high)


@pytest.fixture
def full(write: Write) -> Definition:
    loaded = load_definition_file(write(FULL), shown="uji.yaml")
    assert loaded.findings == ()
    return loaded.definition


def test_the_top_of_a_definition_is_read(full: Definition) -> None:
    assert (full.id, full.version, full.status, full.year) == (
        "lengkap",
        "3.10",
        Status.OFFICIAL,
        2023,
    )
    assert full.title == Label("Indeks", None, "Index")
    assert full.language is Language.ID
    assert full.source == "Peraturan 1/2023"
    assert full.scale == span(0, 4)
    assert full.publish == Publish(3, stages=frozenset({"dimension", "terms", "overall"}))
    assert full.missing == MissingPolicy(Unanswered.EXCLUDE, Fraction(1, 2))
    assert full.classes == (
        ScoreClass(Label("Kurang", None, "Poor"), Fraction(9, 5)),
        ScoreClass(Label("Cukup"), Fraction(3), bound_included=True),
        ScoreClass(Label("Baik"), None),
    )
    assert full.classes_on is ClassesOn.PUBLISHED
    assert full.kinds == (
        Kind("dimension", Label("Dimensi", None, "Dimension")),
        Kind("pillar", Label("Pilar")),
    )
    assert full.tags == (Tag("theme", Label("Tema")),)
    assert full.aggregate_top is Aggregation.ARITHMETIC
    assert full.path == "uji.yaml"
    assert len(full.sha256) == 64


def test_the_tree_is_read_with_its_places(full: Definition) -> None:
    impact, output = full.groups
    assert [group.id for group in full.all_groups()] == [
        "impact",
        "governance",
        "living",
        "output",
    ]
    assert impact.weight == Fraction(2, 5)
    assert impact.mark == Mark("uji.yaml", 26, 5)
    governance, living = impact.groups
    assert (governance.optional, living.optional) == (True, False)
    assert (governance.min_present, living.min_present) == (None, Fraction(1))
    assert [item.id for item in governance.indicators] == ["A-1", "A-2"]
    assert [item.id for item in output.indicators] == ["A-4", "A-5", "A-6"]
    assert governance.indicators[0].mark == Mark("uji.yaml", 36, 5)


def test_an_indicator_is_read(full: Definition) -> None:
    first, second = full.groups[0].groups[0].indicators
    assert first.label == Label("Satu")
    assert (first.printed, first.parent, first.weight) == ("5.10", "governance", None)
    assert (first.opd, dict(first.tags)) == (("dinkes",), {"theme": "air"})
    assert second.label == Label("no")
    assert (second.unit, second.valid, second.direction) == ("%", span(0, 100), Direction.LOWER)
    assert second.opd == ("a", "b")


def test_every_scoring_method_is_read(full: Definition) -> None:
    rules = {indicator.id: indicator.rule for indicator in full.all_indicators()}
    assert rules["A-1"].method == Levels(
        {Fraction(0): "nol", Fraction(1): "satu", Fraction(4): "empat"}
    )
    assert rules["A-2"].method == Achievement(Fraction(6, 5), (Fraction(10), Fraction(20)))
    assert (rules["A-2"].to, rules["A-2"].outside) == (span(1, 4), Outside.KEEP)
    assert rules["A-3"].method == Goalposts(Fraction(1), Fraction(1000), Transform.LOG)
    assert (rules["A-3"].to, rules["A-3"].outside) == (span(0, 4), Outside.CLIP)
    assert rules["A-4"].method == Bands(
        (
            Band(Fraction(1), below=Fraction(40)),
            Band(Fraction(2), up_to=Fraction(50)),
            Band(Fraction(4)),
        )
    )
    assert rules["A-5"].method == YesNo(Fraction(4), Fraction(0))
    assert rules["A-6"].method == AsGiven()
    assert (rules["A-6"].to, rules["A-6"].outside) == (span(0, 4), Outside.ERROR)


def test_the_defaults_are_those_of_the_format(write: Write, minimal: str) -> None:
    text = minimal.replace("scale: {min: 0, max: 4}\n", "")
    definition = load_definition_file(write(text)).definition
    assert definition.scale is None
    assert definition.language is Language.ID
    assert definition.publish == Publish()
    assert definition.missing == MissingPolicy()
    (indicator,) = definition.all_indicators()
    assert indicator.rule.method == AsGiven()
    assert indicator.rule.to is None


def test_a_tree_of_groups_only_is_a_definition(write: Write, minimal: str) -> None:
    loaded = load_definition_file(write(minimal.split("indicators:", maxsplit=1)[0]))
    assert loaded.findings == ()
    assert list(loaded.definition.all_indicators()) == []


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


@pytest.mark.parametrize(
    ("weights", "stated", "shown"),
    [((60, "39.8"), 100, "99,8"), (("0.5", "0.51"), 1, "1,01"), ((70, 50), 100, "120")],
)
def test_a_wrong_sum_of_weights_is_refused_with_the_sum_and_each_weight(
    findings_of: FindingsOf, minimal: str, weights: tuple[object, object], stated: int, shown: str
) -> None:
    text = minimal.replace(
        "  - {id: a, kind: pillar, name: A}\n",
        f"  - {{id: a, kind: pillar, name: A, weight: {weights[0]}}}\n"
        f"  - {{id: b, kind: pillar, name: B, weight: {weights[1]}}}\n",
    )
    (finding,) = findings_of(text + f"weights_sum: {stated}\n")
    assert finding.code == "D210"
    message = message_of(finding, Language.ID)
    assert f" {shown}," in message
    assert f"a {weights[0]}, b {weights[1]}" in message
    assert not findings_of(text + f"weights_sum: {shown.replace(',', '.')}\n")


def test_a_sum_of_weights_within_1e_9_is_right(findings_of: FindingsOf, minimal: str) -> None:
    text = minimal.replace("kind: pillar, name: A}", "kind: pillar, name: A, weight: 0.9999999995}")
    assert not findings_of(text + "weights_sum: 1\n")
    assert [item.code for item in findings_of(text + "weights_sum: 1.000000002\n")] == ["D210"]


def test_a_group_without_a_weight_counts_as_many_times_as_it_has_leaves(
    findings_of: FindingsOf, minimal: str
) -> None:
    text = minimal + "  - {id: I-2, in: a, name: Dua}\n"
    assert not findings_of(text + "weights_sum: 2\n")
    (finding,) = findings_of(text + "weights_sum: 3\n")
    assert finding.params["weights"] == ("a (2)",)


def test_shares_of_the_whole_add_up_to_the_parent(findings_of: FindingsOf) -> None:
    text = FULL.replace("weights_sum: 1\n", "weights_of: whole\n").replace(
        "    weights_sum: 100\n", ""
    )
    wrong = findings_of(text)
    assert [(item.code, item.params["id"]) for item in wrong] == [
        ("D211", "impact"),
        ("D211", "output"),
    ]
    right = text.replace("40, name", "0.3, name").replace("60, name", "0.1, name")
    right = right.replace("weight: 2,", "weight: 0.2,").replace("weight: 1,", "weight: 0.2,")
    assert not findings_of(right)


def test_a_broken_weight_makes_no_second_finding_about_the_sum(
    findings_of: FindingsOf, minimal: str
) -> None:
    text = minimal.replace("name: A}", "name: A, weight: x}") + "weights_sum: 100\n"
    assert [item.code for item in findings_of(text)] == ["D106"]


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


def test_a_broken_scale_makes_no_second_finding_about_scores(
    findings_of: FindingsOf, minimal: str
) -> None:
    text = minimal.replace("max: 4", "max: -1") + "score: {method: as_given, to: [0, 9]}\n"
    assert [item.code for item in findings_of(text)] == ["D220"]


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
    (finding,) = findings_of(minimal + "aggregate: {power: 2}\n")
    assert (finding.code, finding.value) == ("D113", "{power: 2}")
    assert finding.params["known"] == ("arithmetic",)


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
    with pytest.raises(DefinitionError, match=r"^uji\.yaml:6:1 D012; uji\.yaml:8:19 D205; "):
        load_definition_file(write(TEN_FAULTS), shown="uji.yaml")


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
    assert (finding.code, finding.value, finding.column) == ("D230", "5", 75)


@pytest.mark.parametrize("score", ["levels", "[levels]", "{methd: levels}", "{method: [a]}"])
def test_what_is_no_scoring_rule_is_refused(
    findings_of: FindingsOf, minimal: str, score: str
) -> None:
    found = findings_of(minimal.replace("name: Satu", f"name: Satu, score: {score}"))
    assert [item.code for item in found] == (
        ["D104"] if score.endswith(("ls", "]")) else ["D101"] if "methd" in score else ["D113"]
    )


def test_a_group_of_groups_has_the_leaves_of_all_of_them(findings_of: FindingsOf) -> None:
    text = FULL.replace("    weight: 0.4\n", "").replace("weight: 0.6, ", "")
    text = text.replace("weights_sum: 1\n", "weights_sum: 9\n")
    (finding,) = findings_of(text)
    assert finding.params["weights"] == ("impact (3)", "output (3)")


def test_a_format_that_was_refused_already_is_not_missing_too(
    findings_of: FindingsOf, minimal: str
) -> None:
    text = minimal.replace("kediri_index: 1", "kediri_index: !x 1")
    assert [item.code for item in findings_of(text)] == ["D013"]
