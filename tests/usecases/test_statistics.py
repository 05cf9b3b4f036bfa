"""Statistics through files: what counts as an observation, and every finding that they give."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from kediri_index.messages.catalogue import CATALOGUE, message_of, repair_of
from kediri_index.model.findings import Finding
from kediri_index.model.language import Language
from kediri_index.model.statistics import IndexStatistics
from kediri_index.usecases.inputs import Submission
from kediri_index.usecases.lint import Examined, examine
from tests.findings.building import ONE_GROUP, TOP, csv_table, definition

FREE = TOP.replace("scale: {min: 0, max: 4}\n", "missing: {answers: exclude}\nyear: 2023\n")
RISING = (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12)
ALIKE = (2, 1, 4, 3, 8, 6, 5, 9, 7, 12, 10, 11)
FALLING = (10, 12, 7, 9, 11, 6, 8, 3, 5, 1, 4, 2)
TWIN = (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 11)
TURNING = (1, 9, 2, 8, 1, 9, 2, 8, 1, 9, 2, 8)
STILL = (5,) * 12
FAR = (1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 5, 90)


def tree(*columns: str) -> str:
    """A definition of one group with a question for each of *columns*, its further keys."""
    lines = (
        f"  - {{id: A-{number}, in: a, name: Soal {number}{more}}}\n"
        for number, more in enumerate(columns, 1)
    )
    return FREE + ONE_GROUP + "indicators:\n" + "".join(lines)


def data(*columns: Sequence[object]) -> str:
    rows = zip(*columns, strict=True)
    header = ",".join(["unit", *(f"A-{number}" for number in range(1, len(columns) + 1))])
    lines = [",".join(map(str, (f"Kota {number}", *row))) for number, row in enumerate(rows, 1)]
    return "\n".join([header, *lines, ""])


def looked_at(*columns: Sequence[object], text: str | None = None) -> Examined:
    return examine(
        Submission((csv_table(data(*columns)),)), definition(text or tree(*[""] * len(columns)))
    )


def statistics(*columns: Sequence[object], text: str | None = None) -> IndexStatistics:
    found = looked_at(*columns, text=text).statistics
    assert found is not None
    return found


def said(finding: Finding) -> str:
    return message_of(finding, Language.EN)


CASES = {
    "S501": ((RISING[:1],), "units with data here: 1; statistics compare several"),
    "S502": ((RISING[:9], ALIKE[:9]), "observations in these data: 9; below 10"),
    "S503": ((STILL, RISING), "A-1 is the same in all 12 observations, 5,"),
    "S504": ((FAR,), "A-1 has outliers: skewness 3.45, kurtosis 11.93; farthest out: Kota 12 (90)"),
    "S505": ((RISING, TWIN), "the scores of A-1 nearly repeat those of A-2 (0.99),"),
    "S506": ((RISING, ALIKE, FALLING), "A-3 goes against the other parts of Part A: mean corr"),
    "S507": ((RISING, FALLING), "A-1 and A-2 cancel each other in Part A: correlation -0.8"),
    "S508": (
        (RISING, TURNING),
        "the parts of Part A do not measure one thing: Cronbach's alpha 0.2",
    ),
    "S509": ((RISING, [n * 9 for n in TURNING]), "A-1 has a weight of 50 % in Part A, but an inf"),
}


@pytest.mark.parametrize("code", CASES)
def test_each_finding_has_data_that_give_it(code: str) -> None:
    columns, message = CASES[code]
    found = looked_at(*columns).findings
    (finding, *_) = [one for one in found if one.code == code]
    assert message in said(finding)
    for language in Language:
        for sentence in (message_of(finding, language), repair_of(finding, language)):
            assert "{" not in sentence
            assert "«»" not in sentence


def test_every_finding_of_the_statistics_is_here() -> None:
    assert list(CASES) == sorted(code for code in CATALOGUE if code.startswith("S50"))


def test_a_finding_points_to_the_line_that_it_is_about() -> None:
    text = tree("", "")
    (finding,) = looked_at(STILL, RISING, text=text).findings
    line = text[: text.index("{id: A-1")].count("\n") + 1
    assert (finding.indicator, finding.value, finding.line) == ("A-1", "A-1", line)
    (of_group,) = [one for one in looked_at(RISING, TURNING).findings if one.code == "S508"]
    assert (of_group.indicator, of_group.value) == (None, "a")
    assert of_group.line == text[: text.index("{id: a")].count("\n") + 1


def test_below_ten_observations_nothing_but_sameness_is_judged() -> None:
    nine = [column[:9] for column in (RISING, FALLING, STILL)]
    assert [one.code for one in looked_at(*nine).findings] == ["S502", "S503"]


def test_one_unit_has_no_statistics() -> None:
    found = looked_at(RISING[:1])
    assert found.statistics is None
    assert [one.code for one in found.findings] == ["S501"]


def test_partners_of_one_indicator_stand_in_one_finding() -> None:
    found = [one for one in looked_at(*[RISING] * 8).findings if one.code == "S505"]
    assert len(found) == 7
    assert said(found[0]).count("(1)") == 5
    assert "and 2 more" in said(found[0])
    assert "dan 2 lagi" in message_of(found[0], Language.ID)


def test_raw_values_are_as_measured_and_relations_are_between_scores() -> None:
    text = tree(", direction: lower, score: {method: goalposts, min: 0, max: 20, to: [0, 1]}")
    found = statistics(RISING, text=text)
    (leaf,) = found.leaves
    assert found.groups[0].n == 12
    assert (leaf.measured.figures.minimum, leaf.measured.figures.maximum) == (1, 12)
    assert leaf.correlation == pytest.approx(1)  # of the score, for which lower is better


def prepared(steps: str, method: str = "min_max") -> str:
    top = f"score: {{method: {method}}}\nprepare: [{steps}]\n"
    return tree("", "").replace(ONE_GROUP, top + ONE_GROUP)


def codes_of(found: Examined, leaf: str) -> list[str]:
    return [one.code for one in found.findings if one.indicator == leaf and one.code < "S505"]


@pytest.mark.parametrize("method", ["min_max", "as_given"])
@pytest.mark.parametrize(
    ("column", "constant"),
    [(STILL, False), ([3 * one for one in RISING], True)],
    ids=["varies once divided", "is the same once divided"],
)
def test_what_tells_units_apart_is_looked_for_in_what_is_scored(
    column: Sequence[int], method: str, *, constant: bool
) -> None:
    found = looked_at(column, RISING, text=prepared("denominate: {A-1: A-2}", method))
    assert ("S503" in codes_of(found, "A-1")) is constant
    assert found.statistics is not None
    leaf = found.statistics.leaves[0]
    assert leaf.measured.figures.is_constant is not constant


def test_outliers_that_a_step_has_treated_are_shown_and_no_finding() -> None:
    assert codes_of(looked_at(FAR, RISING), "A-1") == ["S504"]
    found = looked_at(FAR, RISING, text=prepared("treat: {method: winsorise}"))
    assert codes_of(found, "A-1") == ["C153"]  # a power of ten off, of the measured value
    assert found.statistics is not None
    far, rising = found.statistics.leaves
    assert far.prepared is not None
    assert (far.measured.is_skewed, far.prepared.is_skewed) == (True, False)
    assert (far.measured.figures.maximum, far.prepared.figures.maximum) == (90, 5)
    assert rising.prepared is None


def test_estimates_are_no_values_that_are_scored() -> None:
    """Nor is one that stands for a value without a denominator."""
    steps = "denominate: {A-1: A-2}}, {impute: {method: mean}"
    found = looked_at((4, 6, "", 9), (2, 3, 4, ""), text=prepared(f"{{{steps}}}"))
    assert found.statistics is not None
    column = found.statistics.leaves[0].scored.figures
    assert (column.n, column.maximum, column.is_constant) == (2, 2, True)


def test_a_unit_that_is_left_out_has_no_values_that_are_scored() -> None:
    steps = "screen: {min_present: 1}}, {denominate: {A-1: A-2}"
    found = looked_at((4, 6, "", 9), (2, 3, 4, ""), text=prepared(f"{{{steps}}}"))
    assert found.statistics is not None
    leaf = found.statistics.leaves[0]
    assert (leaf.measured.figures.n, leaf.scored.figures.n) == (3, 2)


def test_a_unit_that_is_left_out_has_raw_values_and_no_scores() -> None:
    method = ", score: {method: min_max, to: [0, 1]}"
    text = tree(method, method).replace(
        "groups:", "aggregate_top: copeland\nprepare: [{screen: {min_present: 1}}]\ngroups:", 1
    )
    found = looked_at((*RISING[:11], 400), (*ALIKE[:11], ""), text=text)
    assert found.statistics is not None
    first = found.statistics.leaves[0]
    assert (first.measured.figures.n, first.measured.figures.maximum) == (12, 400)
    assert [group.n for group in found.statistics.groups] == [11, 11]
    assert {one.code for one in found.findings} >= {"S412"}
    without = statistics(RISING[:11], ALIKE[:11], text=text)
    assert found.statistics.pairs == without.pairs
    assert found.statistics.groups == without.groups


def test_an_answer_that_is_missing_is_so_even_where_it_counts_as_zero() -> None:
    text = tree("", "").replace("exclude", "zero")
    found = statistics((*RISING[:11], ""), ALIKE, text=text)
    assert (found.leaves[0].measured.figures.n, found.leaves[0].measured.figures.missing) == (11, 1)
    assert found.groups[0].alpha.complete_n == 12


def test_a_faulty_cell_is_a_finding_and_missing() -> None:
    found = looked_at((*RISING[:11], "dua belas"), ALIKE)
    assert "C110" in {one.code for one in found.findings}
    assert found.statistics is not None
    assert found.statistics.leaves[0].measured.figures.missing == 1


def test_given_groups_are_described_and_held_against_each_other() -> None:
    text = FREE + (
        "groups:\n"
        "  - {id: a, kind: pillar, weight: 1, name: Bagian A}\n"
        "  - {id: b, kind: pillar, weight: 3, name: Bagian B}\n"
        "indicators: [{id: A-1, in: a, name: Satu}]\n"
    )
    pairs = zip(RISING, ALIKE, strict=True)
    rows = (f"Kota {number},{a},{b}\n" for number, (a, b) in enumerate(pairs, 1))
    found = examine(Submission((csv_table("unit,A-1,b\n" + "".join(rows)),)), definition(text))
    assert found.statistics is not None
    assert [leaf.id for leaf in found.statistics.leaves] == ["A-1", "b"]
    (overall, _) = found.statistics.groups
    assert [(child.id, float(child.weight)) for child in overall.children] == [
        ("a", 0.25),
        ("b", 0.75),
    ]
    assert [(pair.a, pair.b, pair.group) for pair in found.statistics.pairs] == [
        ("A-1", "b", None),
        ("a", "b", ""),
    ]


def test_each_year_of_a_unit_is_one_observation_and_outliers_name_it() -> None:
    rows = (f"Kota {1 + n // 2},{2022 + n % 2},{value}\n" for n, value in enumerate(FAR))
    table = csv_table("unit,year,A-1\n" + "".join(rows))
    found = examine(Submission((table,)), definition(tree("")))
    assert found.statistics is not None
    assert found.statistics[:3] == (12, 6, (2022, 2023))
    (finding,) = [one for one in found.findings if one.code == "S504"]
    assert "Kota 6 2023 (90)" in said(finding)


def test_influences_of_siblings_add_up_to_one() -> None:
    found = statistics(RISING, ALIKE, TURNING)
    for group in found.groups:
        assert sum(child.influence or 0 for child in group.children) == pytest.approx(1)
    assert sum(leaf.influence or 0 for leaf in found.leaves) == pytest.approx(1)
    assert sum(leaf.effective_weight or 0 for leaf in found.leaves) == 1


def test_of_two_parts_the_one_that_goes_against_their_score_is_against_its_group() -> None:
    found = looked_at([9 * value for value in RISING], FALLING).findings
    assert [one.value for one in found if one.code == "S506"] == ["A-2"]
    assert not [one for one in looked_at(RISING, FALLING).findings if one.code == "S506"]
