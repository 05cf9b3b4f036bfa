from __future__ import annotations

from kediri_index.model.dataset import Missing
from kediri_index.scoring.answers import Presence
from tests.rules.building import context
from tests.scoring.building import assessed, group, index, question

TREE = index(group("p", *(question(name) for name in "abcd")))


def test_what_has_a_score_is_present_and_what_does_not_apply_is_known() -> None:
    data = assessed(a=1, b=Missing.NOT_APPLICABLE, c=Missing.EMPTY, d=5)
    assert context(TREE, data).presence == Presence(frozenset("a"), frozenset("b"))
