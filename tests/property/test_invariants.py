"""What holds of every score, whatever the tree, the weights and the answers."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from hypothesis import assume, given
from hypothesis import strategies as st

from kediri_index.model.definition import Group, Unanswered
from kediri_index.model.scores import GroupResult, IndicatorResult, UnitResult
from kediri_index.scoring.unit_result import Settings
from tests.property.trees import Node, Tree, groups_of, scores, stage_sets, trees
from tests.scoring.one_unit import score_unit

decimals = st.integers(0, 4)
BOTTOM, TOP = Fraction(0), Fraction(4)


def indicators_of(result: UnitResult) -> dict[str, IndicatorResult]:
    return {one.id: one for one in result.indicators}


@given(tree=trees())
def test_a_score_stays_between_the_lowest_and_the_highest_answer(tree: Tree) -> None:
    answered = [node.score for node in tree.all() if node.score is not None]
    lowest = min(answered, default=BOTTOM)
    if tree.answers is Unanswered.ZERO and tree.unanswered():
        lowest = BOTTOM
    result = tree.result()
    figures = [result.overall, *(one.figure for one in groups_of(result).values())]
    for figure in figures:
        if figure.score is not None:
            assert lowest <= figure.score <= max(answered, default=BOTTOM)


@given(tree=trees(), stages=stage_sets, decimals=decimals)
def test_a_published_figure_stays_on_the_scale_where_terms_are_not_rounded(
    tree: Tree, stages: frozenset[str], decimals: int
) -> None:
    result = tree.result(stages - {"terms"}, decimals)
    figures = [result.overall, *(one.figure for one in groups_of(result).values())]
    for figure in figures:
        assert figure.published is None or BOTTOM <= figure.published <= TOP


def apart(result: UnitResult) -> UnitResult:
    """Return what is said of the unit as a whole."""
    return result._replace(groups=(), indicators=(), omissions=())


def shuffled(group: Group, random: st.DataObject) -> Group:
    groups = random.draw(st.permutations(group.groups))
    return group._replace(
        groups=tuple(shuffled(inner, random) for inner in groups),
        indicators=tuple(random.draw(st.permutations(group.indicators))),
    )


@given(tree=trees(), stages=stage_sets, decimals=decimals, random=st.data())
def test_the_order_of_groups_indicators_and_answers_changes_nothing(
    tree: Tree, stages: frozenset[str], decimals: int, random: st.DataObject
) -> None:
    definition, data = tree.definition(stages, decimals), tree.data()
    groups = random.draw(st.permutations(definition.groups))
    other = score_unit(
        definition._replace(groups=tuple(shuffled(group, random) for group in groups)),
        data._replace(answers=dict(random.draw(st.permutations(list(data.answers.items()))))),
        Settings(),
    )
    result = tree.result(stages, decimals)
    by_id = {name: one._replace(groups=()) for name, one in groups_of(result).items()}
    assert {name: one._replace(groups=()) for name, one in groups_of(other).items()} == by_id
    assert indicators_of(other) == indicators_of(result)
    assert set(other.omissions) == set(result.omissions)
    assert apart(other) == apart(result)


@given(tree=trees(), stages=stage_sets, decimals=decimals, random=st.data())
def test_raising_an_answer_never_lowers_the_overall(
    tree: Tree, stages: frozenset[str], decimals: int, random: st.DataObject
) -> None:
    answered = [node for node in tree.all() if node.score is not None]
    assume(answered)
    node = random.draw(st.sampled_from(answered))
    raised = random.draw(scores.filter(lambda score: score >= (node.score or 0)))
    before = tree.result(stages, decimals).overall
    after = tree.with_states({node.id: raised}).result(stages, decimals).overall
    assert (before.score is None) == (after.score is None)
    if before.score is not None and after.score is not None:
        assert before.score <= after.score
    if before.published is not None and after.published is not None:
        assert before.published <= after.published


def scaled(
    siblings: tuple[Node, ...], factor: Fraction, parent: str, chosen: str
) -> tuple[Node, ...]:
    return tuple(
        replace(
            node,
            weight=node.weight * factor if parent == chosen and node.weight else node.weight,
            children=scaled(node.children, factor, node.id, chosen),
        )
        for node in siblings
    )


@given(
    tree=trees(),
    stages=stage_sets,
    factor=st.fractions(Fraction(1, 1000), 1000),
    random=st.data(),
)
def test_scaling_all_weights_of_siblings_changes_nothing(
    tree: Tree, stages: frozenset[str], factor: Fraction, random: st.DataObject
) -> None:
    families = {"": tree.top} | {node.id: node.children for node in tree.all() if node.children}
    weighted = [
        name
        for name, siblings in families.items()
        if all(node.weight is not None for node in siblings)
    ]
    assume(weighted)
    chosen = random.draw(st.sampled_from(weighted))
    other = replace(tree, top=scaled(tree.top, factor, "", chosen)).result(stages)
    result = tree.result(stages)
    assert (other.overall, other.completeness) == (result.overall, result.completeness)
    assert other.range_if_missing == result.range_if_missing
    groups = groups_of(result)
    for name, one in groups_of(other).items():
        assert one._replace(weight=groups[name].weight, groups=()) == (
            groups[name]._replace(groups=())
        )
    shares = {name: one.effective_weight for name, one in indicators_of(result).items()}
    assert {name: one.effective_weight for name, one in indicators_of(other).items()} == shares


def leaves_of(tree: Tree, result: UnitResult) -> list[tuple[Fraction, Fraction]]:
    """The effective weight and the score of each answer that counts."""
    bare = {node.id for node in tree.all() if node.kind is not None and not node.children}
    leaves: list[IndicatorResult | GroupResult] = [*result.indicators]
    leaves += [one for one in groups_of(result).values() if one.given or one.id in bare]
    return [
        (one.effective_weight, one.figure.score) for one in leaves if one.figure.score is not None
    ]


@given(tree=trees())
def test_effective_weights_add_up_to_one_and_with_the_scores_to_the_overall(tree: Tree) -> None:
    result = tree.result()
    leaves = leaves_of(tree, result)
    if result.overall.score is None:
        assert all(weight == 0 for weight, _ in leaves)
    else:
        assert sum(weight for weight, _ in leaves) == 1
        assert sum(weight * score for weight, score in leaves) == result.overall.score


@given(tree=trees())
def test_contributions_of_the_top_level_add_up_to_the_overall(tree: Tree) -> None:
    result = tree.result()
    terms = [one.contribution.score for one in result.groups]
    assert sum((term for term in terms if term is not None), Fraction(0)) == (
        result.overall.score or 0
    )


@given(tree=trees(), stages=stage_sets, decimals=decimals, random=st.data())
def test_the_range_holds_the_score_of_every_completion_and_reaches_its_ends(
    tree: Tree, stages: frozenset[str], decimals: int, random: st.DataObject
) -> None:
    missing = [node.id for node in tree.unanswered()]
    bounds = tree.result(stages, decimals).range_if_missing
    if not missing:
        assert bounds is None
        return
    assert bounds is not None

    completions = [
        tree.with_states(states).result(stages, decimals)
        for states in (
            dict.fromkeys(missing, BOTTOM),
            {name: random.draw(scores) for name in missing},
            dict.fromkeys(missing, TOP),
        )
    ]
    low, some, high = (completion.overall for completion in completions)
    assert (bounds.low, bounds.high) == (low, high)
    for completion in completions:
        assert completion.completeness.answered == completion.completeness.expected
    if low.score is None:
        assert some.score is None
    else:
        assert low.published is not None
        assert high.published is not None
        assert low.score <= (some.score or 0) <= (high.score or 0)
        assert low.published <= (some.published or 0) <= high.published


@given(tree=trees(complete=True, weightless=False))
def test_a_complete_index_is_complete(tree: Tree) -> None:
    result = tree.result()
    assert result.completeness.share == 1
    assert result.completeness.answered == result.completeness.expected
    assert result.omissions == ()
    assert result.range_if_missing is None
