from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest

from kediri_index.definition.load_definition import load_definition_file
from kediri_index.model.definition import (
    ClassesOn,
    Definition,
    Evidence,
    Kind,
    MissingPolicy,
    Publish,
    ScoreClass,
    Status,
    Tag,
    Unanswered,
)
from kediri_index.model.findings import Finding, Mark
from kediri_index.model.language import Label, Language
from kediri_index.model.scoring import Direction, Outside, Range
from kediri_index.scoring.aggregations.arithmetic import Arithmetic
from kediri_index.scoring.methods.achievement import Achievement
from kediri_index.scoring.methods.as_given import AsGiven
from kediri_index.scoring.methods.bands import Band, Bands
from kediri_index.scoring.methods.goalposts import Goalposts, Transform
from kediri_index.scoring.methods.levels import Levels
from kediri_index.scoring.methods.yes_no import YesNo

Write = Callable[..., Path]
FindingsOf = Callable[..., tuple[Finding, ...]]


def span(low: int, high: int) -> Range:
    return Fraction(low), Fraction(high)


@pytest.fixture
def full(write: Write, full_text: str) -> Definition:
    loaded = load_definition_file(write(full_text), shown="uji.yaml")
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
    assert full.aggregate_top == Arithmetic()
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


@pytest.mark.parametrize(
    ("top", "own", "wanted"),
    [
        ("", "", Evidence.OPTIONAL),
        ("", ", evidence: required", Evidence.REQUIRED),
        ("evidence: required\n", "", Evidence.REQUIRED),
        ("evidence: required\n", ", evidence: optional", Evidence.OPTIONAL),
    ],
)
def test_what_an_indicator_says_of_evidence_goes_before_the_top_of_the_file(
    write: Write, minimal: str, top: str, own: str, wanted: Evidence
) -> None:
    text = minimal.replace("name: Satu", "name: Satu" + own) + top
    loaded = load_definition_file(write(text))
    assert loaded.findings == ()
    assert [one.evidence for one in loaded.definition.all_indicators()] == [wanted]


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
