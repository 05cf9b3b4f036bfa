"""A trace says of every node what the score says, and its parts add up to the overall."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from kediri_index.analysis.trace.tree import Subject, trace_of
from kediri_index.model.aggregation import Undefined
from kediri_index.model.language import Language
from kediri_index.model.traced import Trace, TracedNode
from kediri_index.present.commands.trace import TraceWording
from kediri_index.scoring.answers import leaf_scores
from tests.property.trees import Tree, groups_of, stage_sets, trees
from tests.scoring.building import tree_of


def traced(tree: Tree, stages: frozenset[str]) -> Trace:
    definition = tree.definition(stages)
    return trace_of(Subject(definition, definition, tree.data()))


def leaves_of(node: TracedNode) -> list[TracedNode]:
    """The nodes that count and have none below that count."""
    below = [child for child in node.children if child.used]
    if not below:
        return [node]
    return [leaf for child in below for leaf in leaves_of(child)]


@settings(max_examples=30)
@given(trees(), stage_sets)
def test_the_leaves_that_count_add_up_to_an_overall_of_sums(
    tree: Tree, stages: frozenset[str]
) -> None:
    whole = traced(tree, stages).node
    if whole.figure.score is None:
        assert not any(node.used for node in whole.walk())
        return
    leaves = leaves_of(whole)
    assert sum(leaf.effective_weight for leaf in leaves) == 1
    parts = [leaf.contribution.score for leaf in leaves]
    assert sum((part for part in parts if part is not None), Fraction(0)) == whole.figure.score
    assert all(part is not None for part in parts)


@settings(max_examples=30)
@given(trees(mixed=True), stage_sets)
def test_every_node_has_the_figures_of_the_score(tree: Tree, stages: frozenset[str]) -> None:
    result, whole = tree.result(stages), traced(tree, stages).node
    assert whole.figure == result.overall
    assert whole.no_score is result.no_score
    groups, indicators = groups_of(result), {one.id: one for one in result.indicators}
    for node in whole.walk():
        if node.id in groups:
            group = groups[node.id]
            assert (node.figure, node.contribution) == (group.figure, group.contribution)
            assert (node.weight, node.effective_weight) == (group.weight, group.effective_weight)
            assert (node.given, node.no_score) == (group.given, group.no_score)
        elif node.id in indicators:
            one = indicators[node.id]
            assert (node.figure, node.weight) == (one.figure, one.weight)
            assert node.effective_weight == one.effective_weight
            assert (node.missing, node.sources) == (one.missing, one.sources)


@settings(max_examples=30)
@given(trees(mixed=True), stage_sets)
def test_every_answer_that_counts_is_in_the_tree_with_its_cell(
    tree: Tree, stages: frozenset[str]
) -> None:
    definition = tree.definition(stages)
    scores = tree_of(definition, leaf_scores(definition, tree.data(), traced(tree, stages).lead))
    seen = {node.id: node for node in traced(tree, stages).node.walk()}
    counting = scores.leaves.present.keys() & scores.shares_of(0).keys()
    assert all(seen[leaf].sources and seen[leaf].used for leaf in counting)


@settings(max_examples=30)
@given(trees(mixed=True), stage_sets)
def test_a_combination_is_that_of_its_terms(tree: Tree, stages: frozenset[str]) -> None:
    for node in traced(tree, stages).node.walk():
        combined = node.combined
        if combined is None:
            continue
        values = [(term.share, term.value) for term in combined.terms]
        if not stages:
            again = combined.aggregation.combine(values)
            assert isinstance(again, Undefined) or again == node.figure.score
        if any(term.part is not None for term in combined.terms):
            assert "terms" in stages
        assert sum(share for share, _ in values) == 1


@settings(max_examples=30)
@given(trees(mixed=True), stage_sets, st.sampled_from(list(Language)))
def test_every_node_says_how_its_score_came_about_or_why_there_is_none(
    tree: Tree, stages: frozenset[str], language: Language
) -> None:
    trace = traced(tree, stages)
    words = TraceWording(tree.definition(stages), trace, language)
    for node in trace.node.walk():
        assert words.rule(node)
        assert "{" not in words.rule(node)


@settings(max_examples=30)
@given(trees(mixed=True), stage_sets)
def test_a_part_is_the_same_by_itself_as_in_the_whole(tree: Tree, stages: frozenset[str]) -> None:
    definition = tree.definition(stages)
    subject = Subject(definition, definition, tree.data())
    *_, node = trace_of(subject).node.walk()
    alone = trace_of(subject, node.id)
    assert alone.node == node
    assert alone.above[0] == ("overall", None)
