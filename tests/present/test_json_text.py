"""JSON on many lines is what the standard library writes, but for what a terminal would obey."""

from __future__ import annotations

import json
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kediri_index.model.definition import ClassesOn
from kediri_index.model.language import Language
from kediri_index.present.escaping import json_parts, json_text
from tests.findings.building import ANSWERS, definition
from tests.property.test_bulk import as_csv, outcome
from tests.scores_as_text import score_json

texts = st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), max_size=8)
scalars = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | texts
documents = st.recursive(
    scalars.filter(lambda one: one not in {float("inf"), float("-inf")}),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.lists(inner, max_size=3).map(tuple)
        | st.dictionaries(texts, inner, max_size=3)
    ),
    max_leaves=12,
)


@given(documents)
def test_it_is_that_of_the_standard_library(document: object) -> None:
    assert "".join(json_parts(document)) == json.dumps(document, ensure_ascii=False, indent=2)
    assert json_text(document) == json.dumps(document, ensure_ascii=False)


@given(st.lists(documents, max_size=3))
def test_items_that_come_one_by_one_are_those_of_a_list(items: list[object]) -> None:
    whole = {"first": {"units": items, "other": 1}, "last": []}
    parts = json_parts({"first": {"units": iter(items), "other": 1}, "last": []})
    assert "".join(parts) == json.dumps(whole, ensure_ascii=False, indent=2)
    assert "".join(json_parts(iter(items))) == json.dumps(items, ensure_ascii=False, indent=2)


@given(
    st.text(max_size=8) | st.sampled_from(("\x7f", "##[group]", "\u202e", "\ud800", "😀\U000e0001"))
)
def test_nothing_stands_in_it_that_a_terminal_would_obey(text: str) -> None:
    for found in (json_text([text]), "".join(json_parts({text: [text]}))):
        assert "##[" not in found
        assert not any("\x7f" <= char <= "\x9f" or "\ud800" <= char <= "\udfff" for char in found)
    assert json.loads("".join(json_parts([text]))) == [text]


def test_what_is_no_number_is_refused() -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        list(json_parts({"score": float("nan")}))


@settings(max_examples=10)
@given(
    units=st.lists(st.sampled_from(("", "1", "2", "2.004", "3")), min_size=2, max_size=9),
    on=st.sampled_from(ClassesOn),
)
def test_ranks_of_many_units_are_those_of_few(units: list[str], on: ClassesOn) -> None:
    excluded = f"{ANSWERS}missing: {{answers: exclude}}\nclasses_on: {on.value}\n"
    rows = [
        [f'Kota ""rank"": {n}', str(2022 + n % 2), text] for n, text in enumerate(["3", *units])
    ]
    found = outcome(definition(excluded), as_csv([["unit", "year", "A-1"], *rows]))
    assert found.units is not None
    with patch("kediri_index.scoring.MANY_UNITS", 1):
        later = outcome(definition(excluded), as_csv([["unit", "year", "A-1"], *rows]))
    assert score_json(later, Language.EN, detail=False) == score_json(
        found, Language.EN, detail=False
    )
