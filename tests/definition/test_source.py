from __future__ import annotations

import time

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kediri_index.definition import source as source_module
from kediri_index.definition.source import (
    MarkedMapping,
    MarkedScalar,
    MarkedSequence,
    SourceTree,
    plain,
    read_source,
    seen,
)
from kediri_index.model.limits import Limits


def read(text: str, limits: Limits | None = None) -> SourceTree:
    return read_source(text.encode(), "uji.yaml", limits or Limits())


def places(source: SourceTree) -> list[tuple[str, int | None, int | None]]:
    return [(finding.code, finding.line, finding.column) for finding in source.findings]


def tree(text: str) -> MarkedMapping:
    root, findings = read(text)
    assert not findings
    assert root is not None
    return root


def test_every_scalar_stays_the_text_that_was_written() -> None:
    root = tree("a: 3.10\nb: 1:30\nc: 0777\nd: no\ne: 1e3\nf: '5'\n")
    assert plain(root) == {"a": "3.10", "b": "1:30", "c": "0777", "d": "no", "e": "1e3", "f": "5"}


@pytest.mark.parametrize("written", ["", "~", "null", "Null", "NULL"])
def test_an_unquoted_null_is_none(written: str) -> None:
    assert plain(tree(f"a: {written}\n")) == {"a": None}


@pytest.mark.parametrize("written", ['""', '"~"', "'null'", "!!str ~", "nULL"])
def test_a_quoted_or_tagged_null_is_text(written: str) -> None:
    value = plain(tree(f"a: {written}\n"))
    assert isinstance(value, dict)
    assert isinstance(value["a"], str)


def test_nodes_know_their_line_and_column_from_1() -> None:
    root = tree("a: 1\nbé: {c: [x, y]}\n")
    assert root.place("a").line == 1
    assert root.place("a").column == 4
    inner = root.mapping("bé")
    assert inner is not None
    assert (inner.mark.line, inner.mark.column) == (2, 5)
    items = inner.items("c")
    assert [str(item.mark) for item in items] == ["uji.yaml:2:10", "uji.yaml:2:13"]


def test_a_byte_order_mark_does_not_shift_columns() -> None:
    root, findings = read_source("\ufeffa: 1\n".encode(), "uji.yaml", Limits())
    assert not findings
    assert root is not None
    assert str(root.place("a")) == "uji.yaml:1:4"


def test_bytes_that_are_not_utf_8_are_named_with_their_place() -> None:
    source = read_source("a: 1\nbé: \xff".encode("latin-1"), "uji.yaml", Limits())
    assert source.root is None
    assert places(source) == [("D005", 2, 2)]
    assert source.findings[0].value == "0xE9"


def test_utf_16_is_refused() -> None:
    assert places(read_source("a: 1\n".encode("utf-16"), "uji.yaml", Limits())) == [("D005", 1, 1)]


def test_a_control_character_is_named_with_its_place() -> None:
    source = read("a: 1\r\nb: x\x07y\n")
    assert source.root is None
    assert places(source) == [("D006", 2, 5)]
    assert source.findings[0].value == "U+0007"


@pytest.mark.parametrize(
    "parser", [source_module.LOADER, yaml.SafeLoader], ids=["fastest", "python"]
)
@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("a: [1,\n", 2, 1),
        ("a: b: c\n", 1, 5),
        ("a: 1\n\tb: 2\n", 2, 1),
        ('a: "\\q"\n', 1, 5),
        ('a: "\\U0011FFFF"\n', 1, 7),
        ('b: 1\na: "xx\\U99999999 y"\n', 2, 9),
    ],
)
def test_broken_yaml_is_named_with_its_place(
    text: str, line: int, column: int, parser: type, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(source_module, "LOADER", parser)
    source = read(text)
    assert source.root is None
    assert places(source) == [("D007", line, column)]


def test_what_stands_before_broken_yaml_is_found_too() -> None:
    assert places(read("a: 1\na: 2\nb: c: d\n")) == [("D012", 2, 1), ("D007", 3, 5)]


def test_a_second_document_is_refused() -> None:
    source = read("a: 1\n---\nb: 2\n")
    assert source.root is None
    assert places(source) == [("D008", 2, 1)]


@pytest.mark.parametrize("text", ["", "# nothing\n", "- a\n", "text\n", "---\n"])
def test_a_file_without_keys_is_refused(text: str) -> None:
    source = read(text)
    assert source.root is None
    assert [finding.code for finding in source.findings] == ["D009"]


def test_a_duplicate_key_is_named_with_both_places() -> None:
    source = read("a: 1\nb: 2\na: 3\n")
    assert places(source) == [("D012", 3, 1)]
    assert source.findings[0].params["first"] == 1
    assert source.root is not None
    assert plain(source.root) == {"a": "1", "b": "2"}


def test_a_duplicate_of_a_refused_value_is_named_too() -> None:
    source = read("a: !x 1\na: 3\n")
    assert places(source) == [("D013", 1, 4), ("D012", 2, 1)]
    assert source.findings[1].params["first"] == 1


@pytest.mark.parametrize(
    "value",
    ["!!binary aGk=", "!!python/name:os.system", "!x 1", "!!set {a}", "!!map x", "!!str []"],
)
def test_a_tag_outside_the_core_is_refused(value: str) -> None:
    source = read(f"a: {value}\nb: 1\n")
    assert places(source) == [("D013", 1, 4)]
    assert source.root is not None
    assert plain(source.root) == {"b": "1"}
    assert set(source.root.holes) == {"a"}


def test_what_stands_in_a_refused_collection_is_no_part_of_the_tree() -> None:
    source = read("a: !x {b: [1], c: 2}\nd: [!y [1], 2]\n")
    assert places(source) == [("D013", 1, 4), ("D013", 2, 5)]
    assert source.root is not None
    assert plain(source.root) == {"d": ["2"]}
    listed = source.root.get("d")
    assert isinstance(listed, MarkedSequence)
    assert listed.has_holes


def test_a_refused_root_gives_one_finding() -> None:
    assert places(read("!x {a: 1}\n")) == [("D013", 1, 1)]


@pytest.mark.parametrize(
    "value", ["!!str 1", "!!int 1", "!!float 1", "!!bool 1", "!!null 1", "! 1"]
)
def test_a_core_tag_changes_nothing(value: str) -> None:
    assert plain(tree(f"a: {value}\n")) == {"a": "1"}


def test_an_alias_stands_for_its_anchor() -> None:
    assert plain(tree("a: &x {b: 1}\nc: *x\nd: [*x, *x]\n")) == {
        "a": {"b": "1"},
        "c": {"b": "1"},
        "d": [{"b": "1"}, {"b": "1"}],
    }


def test_an_alias_may_be_a_key() -> None:
    assert plain(tree("a: &x b\n*x : 1\n")) == {"a": "b", "b": "1"}


def test_an_alias_within_its_own_anchor_is_refused() -> None:
    assert places(read("a: &x [1, *x]\n")) == [("D014", 1, 11)]


def test_an_alias_without_an_anchor_is_refused() -> None:
    assert places(read("a: *x\n")) == [("D015", 1, 4)]


def test_aliases_beyond_the_budget_are_refused() -> None:
    text = "a: &x 1\nb: [" + ", ".join(["*x"] * 101) + "]\n"
    source = read(text)
    assert source.root is None
    assert [finding.code for finding in source.findings] == ["D010"]
    assert source.findings[0].params["limit"] == 100
    assert read(text, Limits(definition_aliases=101)).root is not None


def test_a_billion_laughs_are_refused_without_expanding_them() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 11)]
    start = time.perf_counter()
    source = read("\n".join(lines))
    assert source.root is None
    assert [finding.code for finding in source.findings] == ["D017"]
    assert time.perf_counter() - start < 1


def test_depth_beyond_the_limit_is_refused() -> None:
    assert read("a: " + "[" * 39 + "]" * 39).root is not None
    source = read("a: " + "[" * 40 + "]" * 40)
    assert source.root is None
    assert places(source) == [("D011", 1, 43)]


def test_depth_by_way_of_aliases_counts() -> None:
    lines = ["a0: &a0 [[[[[[[[[[x]]]]]]]]]]"]
    lines += [f"a{n}: &a{n} [[[[[[[[[[*a{n - 1}]]]]]]]]]]" for n in range(1, 5)]
    assert [finding.code for finding in read("\n".join(lines)).findings] == ["D011"]


@pytest.mark.parametrize(
    ("opening", "codes"),
    # on the last the parser itself gives up, in newer versions of PyYAML
    [("{a: ", {"D011"}), ("- ", {"D011"}), ("[", {"D007", "D011"})],
)
def test_very_deep_nesting_is_refused_at_once(opening: str, codes: set[str]) -> None:
    source = read(opening * 100_000, Limits(definition_depth=10**9))
    assert source.root is None
    (finding,) = source.findings
    assert finding.code in codes


def test_no_limit_on_depth_goes_beyond_what_can_be_walked() -> None:
    source = read("- " * 201, Limits(definition_depth=10**9))
    assert source.findings[0].params["limit"] == 200
    assert read("a:\n  " + "- " * 199 + "x\n", Limits(definition_depth=10**9)).root is not None


def test_more_nodes_than_the_limit_are_refused() -> None:
    source = read("a: [1, 2, 3]\n", Limits(definition_nodes=5))
    assert source.root is None
    assert [finding.code for finding in source.findings] == ["D017"]
    assert read("a: [1, 2, 3]\n", Limits(definition_nodes=6)).root is not None


def test_a_merge_key_is_an_ordinary_key() -> None:
    assert plain(tree("a: &x {b: 1}\nc: {<<: *x}\n")) == {"a": {"b": "1"}, "c": {"<<": {"b": "1"}}}


@pytest.mark.parametrize("text", ["? [a]\n: 1\nb: 2\n", "? {a: 1}\n: 1\nb: 2\n"])
def test_a_key_that_is_no_text_is_refused(text: str) -> None:
    source = read(text)
    assert places(source) == [("D016", 1, 3)]
    assert source.root is not None
    assert plain(source.root) == {"b": "2"}


def test_a_long_value_is_shortened_where_it_is_shown() -> None:
    root = tree("a: {b: [1, 2], c: " + "x" * 100 + "}\n")
    shown = seen(root.get("a"))
    assert shown.startswith("{b: [1, 2], c: xxx")
    assert len(shown) == 60
    assert seen(None) == ""


@given(st.text())
def test_no_text_makes_the_reader_raise(text: str) -> None:
    source = read_source(text.encode("utf-8", "surrogatepass"), "uji.yaml", Limits())
    assert source.root is not None or source.findings


@given(
    st.lists(st.sampled_from(["a", ": ", "\n", "- ", "[", "]", "{", "}", "&x ", "*x", "!", "? "]))
)
def test_no_mixture_of_yaml_signs_makes_the_reader_raise(parts: list[str]) -> None:
    source = read("".join(parts))
    assert source.root is not None or source.findings


def test_the_slow_parser_makes_the_same_tree(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "a: &x {b: [1, '2']}\nc: *x\nd: >-\n  two\n  lines\né: ~\n"
    fast = tree(text)
    monkeypatch.setattr(source_module, "LOADER", yaml.SafeLoader)
    assert tree(text) == fast
    value = fast.get("d")
    assert isinstance(value, MarkedScalar)
    assert value.text == "two lines"
