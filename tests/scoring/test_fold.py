from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from kediri_index.model.aggregation import NoScore
from kediri_index.model.definition import Definition
from kediri_index.scoring.aggregations.copeland import Copeland
from kediri_index.scoring.aggregations.geometric import Geometric
from kediri_index.scoring.answers import LeafScore
from kediri_index.scoring.exact import ComparedScores
from kediri_index.scoring.fold import OVERALL
from kediri_index.scoring.tree import TreeScores
from tests.scoring.building import group, index, question, rule, tree_of

EIGHTH = Fraction("0.125")
Scores = Mapping[str, Fraction]


def folded(definition: Definition, scores: Scores) -> TreeScores:
    leaves = {leaf: LeafScore(leaf, score, None, None, ()) for leaf, score in scores.items()}
    return tree_of(definition, leaves)


def known(scores: Mapping[str, Fraction | None]) -> Scores:
    return {node: score for node, score in scores.items() if score is not None}


def exact(definition: Definition, scores: Scores) -> Scores:
    return known(folded(definition, scores).folded.exact)


def published(definition: Definition, scores: Scores) -> Scores:
    return known(folded(definition, scores).folded.published)


def terms(definition: Definition, scores: Scores) -> Scores:
    found = folded(definition, scores)
    each = {
        group.id: found.figures(group.id).contribution(0).published for group in definition.groups
    }
    return {node: part for node, part in each.items() if part is not None}


def nested(*stages: str) -> Definition:
    """An index whose indicators, pillar, dimension, terms and overall all end in a tie."""
    return index(
        group(
            "d",
            group("p", question("a"), question("b"), kind="pillar"),
            group("q", kind="pillar"),
            kind="dimension",
            weight=1,
        ),
        group("e", kind="dimension", weight=3),
        stages=stages,
    )


SCORES = {"a": EIGHTH, "b": Fraction(0), "q": Fraction("0.04"), "e": EIGHTH}


def test_nothing_is_rounded_in_the_exact_scores() -> None:
    found = exact(nested("indicators", "pillar", "dimension", "terms", "overall"), SCORES)
    assert found["p"] == Fraction("0.0625")
    assert found["d"] == (2 * Fraction("0.0625") + Fraction("0.04")) / 3
    assert found[OVERALL] == (found["d"] + 3 * EIGHTH) / 4


def test_without_stages_published_values_are_the_exact_ones() -> None:
    assert published(nested(), SCORES) == exact(nested(), SCORES)


def test_the_stage_indicators_rounds_each_answer_before_it_flows_up() -> None:
    found = published(nested("indicators"), SCORES)
    assert found["a"] == Fraction("0.13")
    assert found["p"] == Fraction("0.065")


def test_the_stage_indicators_leaves_given_groups_alone() -> None:
    assert published(nested("indicators"), SCORES)["e"] == EIGHTH


def test_the_stage_of_a_kind_rounds_each_group_of_that_kind_and_no_other() -> None:
    found = published(nested("pillar"), SCORES)
    assert found["p"] == Fraction("0.06")
    assert found["d"] == (2 * Fraction("0.06") + Fraction("0.04")) / 3
    assert found["a"] == EIGHTH
    assert found["e"] == EIGHTH


def test_the_stage_of_a_kind_rounds_given_groups_of_that_kind_too() -> None:
    assert published(nested("dimension"), SCORES)["e"] == Fraction("0.13")


def test_the_stage_terms_rounds_each_weight_times_score_of_the_top_level_only() -> None:
    found = published(nested("terms"), SCORES)
    assert found["p"] == Fraction("0.0625")
    assert found["d"] == Fraction("0.055")
    # 0.055/4 = 0.01375 and 0.125 x 3/4 = 0.09375
    assert found[OVERALL] == Fraction("0.01") + Fraction("0.09")


def test_the_stage_overall_rounds_the_overall() -> None:
    # (0.055 + 3 x 0.125)/4 = 0.1075
    assert published(nested(), SCORES)[OVERALL] == Fraction("0.1075")
    assert published(nested("overall"), SCORES)[OVERALL] == Fraction("0.11")


def test_all_stages_together_apply_one_after_the_other() -> None:
    found = published(nested("indicators", "pillar", "dimension", "terms", "overall"), SCORES)
    assert found["a"] == Fraction("0.13")
    assert found["p"] == Fraction("0.07")
    assert found["d"] == Fraction("0.06")
    assert found["e"] == Fraction("0.13")
    # 0.06/4 = 0.015 -> 0.02 and 0.13 x 3/4 = 0.0975 -> 0.10
    assert found[OVERALL] == Fraction("0.12")


def test_decimals_are_the_definitions() -> None:
    tree = index(group("p", question("a")), stages=["pillar"], decimals=1)
    assert published(tree, {"a": Fraction("1.25")})["p"] == Fraction("1.3")


def test_terms_are_the_parts_of_the_overall() -> None:
    assert terms(nested("terms"), SCORES) == {"d": Fraction("0.01"), "e": Fraction("0.09")}


def test_there_are_no_terms_without_an_overall() -> None:
    tree = index(group("p", question("a")), group("q", question("b")), min_present=1)
    assert terms(tree, {"a": Fraction(1)}) == {}


def test_kota_kediri_2022_is_3_31_with_rounded_terms_and_3_32_without() -> None:
    weights = {"baseline": 10, "output": 20, "outcome": 30, "impact": 20, "quick_win": 20}
    pillars = {
        "governance": "2.75",
        "branding": "2.75",
        "economy": "3.5",
        "living": "3.33",
        "society": "3.33",
        "environment": "2.75",
    }
    given = pillars | {"baseline": "3.60", "output": "3.21", "outcome": "3.23", "quick_win": "3.65"}
    scores = {name: Fraction(score) for name, score in given.items()}
    dimensions = [
        group(
            name,
            *([group(pillar, weight=1) for pillar in pillars] if name == "impact" else []),
            kind="dimension",
            weight=weight,
        )
        for name, weight in weights.items()
    ]
    with_terms = index(*dimensions, stages=["dimension", "terms", "overall"])
    without = index(*dimensions, stages=["dimension", "overall"])
    assert published(with_terms, scores)["impact"] == Fraction("3.07")
    assert published(with_terms, scores)[OVERALL] == Fraction("3.31")
    assert published(without, scores)[OVERALL] == Fraction("3.32")
    assert terms(with_terms, scores) == {
        "baseline": Fraction("0.36"),
        "output": Fraction("0.64"),
        "outcome": Fraction("0.97"),
        "impact": Fraction("0.61"),
        "quick_win": Fraction("0.73"),
    }
    assert exact(with_terms, scores)["impact"] == Fraction("18.41") / 6
    assert exact(with_terms, scores)[OVERALL] == Fraction("3.314") + Fraction(2, 3000)


def test_terms_and_the_overall_are_rounded_one_after_the_other() -> None:
    definition = index(
        group("p", question("a"), weight="1/3"),
        group("q", question("b"), weight="2/3"),
        stages=("terms", "overall"),
    )
    found = published(definition, {"a": Fraction(1), "b": Fraction(2)})
    assert found[OVERALL] == Fraction("0.33") + Fraction("1.33")


def test_a_published_comparison_stands_beside_the_exact_one() -> None:
    definition = index(group("p", question("a"), aggregate=Copeland()), stages=("pillar",))
    leaves = {"a": LeafScore("a", Fraction(1), None, None, ())}
    found = tree_of(definition, leaves, ComparedScores({"p": Fraction(2)}, {"p": Fraction(3)}))
    assert (found.folded.exact["p"], found.folded.published["p"]) == (Fraction(2), Fraction(3))


def test_an_undefined_score_tells_the_group_and_the_reason() -> None:
    negative = group("p", question("a", score=rule(to=None)), aggregate=Geometric())
    found = folded(index(negative), {"a": Fraction(-1)})
    assert found.without_score[0]["p"] is NoScore.NEGATIVE
    assert found.undefined_by(found.inners[0], 0) == ("a",)
