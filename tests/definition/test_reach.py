"""The lint knows what a definition can reach, and what of it is hardly meant."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest

from kediri_index.definition.library import shipped_folder
from kediri_index.definition.lint import lint_alone
from kediri_index.definition.load_definition import load_definition_file
from kediri_index.messages.catalogue import message_of
from kediri_index.model.findings import Finding
from kediri_index.model.language import Language

Write = Callable[..., Path]
LEVELS = "{1: Satu, 2: Dua, 3: Tiga, 4: Empat, 5: Lima}"
TWO = """\
kediri_index: 1
id: dua
version: 1
status: own
title: Dua
scale: {{min: {low}, max: 4}}
kinds: {{pilar: {{name: Pilar}}}}
groups: [{{id: a, kind: pilar, name: A, aggregate: {aggregate}}}]
indicators: [{{id: A-1, in: a, name: Satu}}, {{id: A-2, in: a, name: Dua}}]
"""
CITY = """\
kediri_index: 1
id: kota
version: 1
status: own
title: Kota
scale: {{min: 0, max: 100}}
kinds: {{pilar: {{name: Pilar}}}}
groups:
  - {{id: a, kind: pilar, weight: {weight}, name: A}}
  - {{id: b, kind: pilar, weight: 17, name: B}}
indicators:
  - {{id: A-1, in: a, name: Satu, unit: "%", {extra}}}
  - {{id: B-1, in: b, name: Dua, score: {{{score}}}}}
"""


def lint(write: Write, score: str, extra: str = "", weight: str = "83") -> list[Finding]:
    loaded = load_definition_file(write(CITY.format(score=score, extra=extra, weight=weight)))
    assert loaded.findings == ()
    return list(lint_alone(loaded.definition, loaded.placed))


@pytest.mark.parametrize(("low", "aggregate"), [(-1, "geometric"), (0, "{mpi: '-1'}")])
def test_nothing_is_said_of_an_end_that_is_undefined_or_not_that_of_the_best_answers(
    low: int, aggregate: str, write: Write
) -> None:
    loaded = load_definition_file(write(TWO.format(low=low, aggregate=aggregate)))
    assert list(lint_alone(loaded.definition, loaded.placed)) == []


def test_levels_of_one_to_five_on_a_scale_to_100_keep_a_perfect_city_from_100(
    write: Write,
) -> None:
    (found,) = lint(write, f"method: levels, levels: {LEVELS}")
    assert (found.code, found.params["high"], found.params["ids"]) == (
        "D250",
        Fraction("83.85"),
        ("B-1",),
    )
    assert message_of(found, Language.EN).startswith("the best answers give 83.85, but the scale")
    assert lint(write, f"method: levels, levels: {LEVELS}, spread: true") == []


@pytest.mark.parametrize(
    ("score", "codes"),
    [
        ("method: goalposts, min: 0, max: 9", []),
        ("method: goalposts, min: 0, max: 9, outside: keep", []),
        ("method: achievement, cap: 0.9", ["D250"]),
        ("method: min_max", []),
        ("method: yes_no, yes: 100, no: 90", ["D251"]),
        ("method: yes_no, yes: 100, no: 0, to: [0, 100]", ["D254"]),
        ("method: as_given, to: [0, 50]", ["D250"]),
        (f"method: levels, levels: {LEVELS}, spread: true, to: [0, 100]", []),
    ],
)
def test_what_a_method_reaches_is_what_its_formula_and_range_allow(
    score: str, codes: list[str], write: Write
) -> None:
    assert [one.code for one in lint(write, score)] == codes


@pytest.mark.parametrize(
    ("weight", "total"), [("82.8", "99.8"), ("83", None), ("81", None), ("83.9", "100.9")]
)
def test_weights_that_nearly_add_up_to_100_are_shown_with_their_sum(
    weight: str, total: str | None, write: Write
) -> None:
    found = lint(write, "method: as_given", weight=weight)
    assert [message_of(one, Language.EN).split(":")[0] for one in found] == (
        [] if total is None else [f"the weights here add up to {total}, not 100"]
    )


def test_weights_that_nearly_add_up_to_one_too_but_not_where_the_sum_is_stated(
    write: Write,
) -> None:
    text = CITY.format(score="method: as_given", extra="", weight="0.84").replace("17", "0.17")
    loaded = load_definition_file(write(text))
    assert [one.code for one in lint_alone(loaded.definition, loaded.placed)] == ["D256"]
    stated = load_definition_file(write(f"{text}weights_sum: 1.01\n"))
    assert lint_alone(stated.definition, stated.placed) == ()


def test_a_target_that_no_result_can_reach(write: Write) -> None:
    ends = "score: {method: achievement, target: %s}, valid: [0, 100]"
    assert [one.code for one in lint(write, "method: as_given", ends % "120")] == ["D255"]
    assert [one.code for one in lint(write, "method: as_given", ends % "[90, 101]")] == ["D255"]
    assert lint(write, "method: as_given", ends % "100") == []


@pytest.mark.parametrize("path", sorted(shipped_folder().glob("[!pw]*.yaml")), ids=lambda p: p.stem)
def test_the_shipped_definitions_reach_both_ends_of_their_scale(path: Path) -> None:
    loaded = load_definition_file(path)
    assert lint_alone(loaded.definition, loaded.placed) == ()
