from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kediri_index.messages.catalogue import message_of
from kediri_index.model.findings import Finding
from kediri_index.model.language import Language

Write = Callable[..., Path]
FindingsOf = Callable[..., tuple[Finding, ...]]


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


def test_shares_of_the_whole_add_up_to_the_parent(findings_of: FindingsOf, full_text: str) -> None:
    text = full_text.replace("weights_sum: 1\n", "weights_of: whole\n").replace(
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


def test_a_group_of_groups_has_the_leaves_of_all_of_them(
    findings_of: FindingsOf, full_text: str
) -> None:
    text = full_text.replace("    weight: 0.4\n", "").replace("weight: 0.6, ", "")
    text = text.replace("weights_sum: 1\n", "weights_sum: 9\n")
    (finding,) = findings_of(text)
    assert finding.params["weights"] == ("impact (3)", "output (3)")


def test_an_indicator_without_a_weight_counts_once(findings_of: FindingsOf, minimal: str) -> None:
    text = minimal + "  - {id: I-2, in: a, name: Dua}\n"
    assert not findings_of(text.replace("name: A}", "name: A, weights_sum: 2}"))
    (finding,) = findings_of(text.replace("name: A}", "name: A, weights_sum: 1}"))
    assert (finding.code, finding.params["weights"]) == ("D210", ("I-1 (1)", "I-2 (1)"))
