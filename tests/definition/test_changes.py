from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kediri_index.definition.changes import changes
from kediri_index.definition.load_definition import load_definition_file
from kediri_index.definition.meaning import fingerprint, meaning
from kediri_index.model.comparison import Change, ChangeKind
from kediri_index.model.definition import (
    ClassesOn,
    Definition,
    Group,
    Indicator,
    MissingPolicy,
    ScoreClass,
    Unanswered,
)
from kediri_index.model.language import Label
from kediri_index.model.numbers import Digits
from kediri_index.model.scoring import Direction, ScoringMethod
from kediri_index.scoring.methods.bands import Band, Bands
from kediri_index.scoring.methods.goalposts import Goalposts
from kediri_index.scoring.methods.levels import Levels
from tests.definition.conftest import MINIMAL
from tests.definition.test_fingerprint import TEXT
from tests.property.trees import Tree, stage_sets, trees
from tests.scoring.building import index, rule

Write = Callable[..., Path]


def between(old: str, new: str, write: Write) -> tuple[Change, ...]:
    before = load_definition_file(write(old, "lama.yaml")).definition
    return changes(before, load_definition_file(write(new, "baru.yaml")).definition)


def was(path: str, kind: str, before: object, after: object) -> Change:
    return Change(path, ChangeKind(kind), before, after)


@pytest.mark.parametrize(
    ("old", "new", "change"),
    [
        ("weight: 10,", "weight: 10.5,", was("groups.a.weight", "weight", "10", "21/2")),
        ("weight: 10,", "", was("groups.a.weight", "weight", "10", None)),
        ("name: Satu,", "name: Satu, weight: 2,", was("indicators.A-1.weight", "weight", "1", "2")),
        ("name: Satu", "name: Lain", was("indicators.A-1.name", "question", "Satu", "Lain")),
        ("name: A}", "name: Lain}", was("groups.a.name", "group", "A", "Lain")),
        (
            "name: Dua,",
            "name: Dua, direction: lower,",
            was("indicators.A-2.direction", "question", "higher", "lower"),
        ),
        (
            "name: Dua,",
            "name: Dua, printed: '1.1',",
            was("indicators.A-2.printed", "printed", None, "1.1"),
        ),
        ("in: a, name: Dua", "in: b, name: Dua", was("indicators.A-2.in", "moved", "a", "b")),
        ("max: 10}", "max: 11}", was("indicators.A-2.score.max", "scoring", "10", "11")),
        (
            "max: 10}",
            "max: 10, outside: keep}",
            was("indicators.A-2.score.outside", "scoring", "clip", "keep"),
        ),
        (
            "max: 10}",
            "max: 10, to: [1, 4]}",
            was("indicators.A-2.score.to", "scoring", ["0", "4"], ["1", "4"]),
        ),
        ("4: empat", "4: lima", was("indicators.B-1.score.levels.4", "scoring", "empat", "lima")),
        (
            "below: 1, score: 1",
            "below: 1.5, score: 1",
            was("indicators.B-2.score.bands[0].below", "scoring", "1", "3/2"),
        ),
        ("theme: air", "theme: api", was("indicators.A-1.tags.theme", "tag", "air", "api")),
        ("[x, y]", "[x]", was("indicators.A-1.opd", "opd", ["x", "y"], ["x"])),
        (
            "name: Dua,",
            "name: Dua, evidence: required,",
            was("indicators.A-2.evidence", "evidence", None, "required"),
        ),
        (
            "name: B}",
            "name: B, optional: true}",
            was("groups.b.optional", "missing", before=False, after=True),
        ),
        (
            "name: B}",
            "name: B, min_present: 0.5}",
            was("groups.b.min_present", "missing", None, "1/2"),
        ),
        ("decimals: 2", "decimals: 3", was("publish.decimals", "publish", 2, 3)),
        (
            "[dimension, overall]",
            "[overall]",
            was("publish.round", "publish", ["dimension", "overall"], ["overall"]),
        ),
        (
            "kinds:",
            "missing: {answers: zero}\nkinds:",
            was("missing.answers", "missing", "error", "zero"),
        ),
        ("max: 4}", "max: 5}", was("scale.max", "scale", "4", "5")),
        ("below: 2", "below: 2.5", was("classes[0].below", "class", "2", "5/2")),
        ("name: Kurang", "name: Rendah", was("classes[0].name", "class", "Kurang", "Rendah")),
        (
            "kinds:",
            "classes_on: published\nkinds:",
            was("classes_on", "class", "score", "published"),
        ),
        ("kinds:", "year: 2023\nkinds:", was("year", "year", None, 2023)),
        ("id: uji", "id: lain", was("id", "identity", "uji", "lain")),
    ],
)
def test_a_change_has_its_path_its_kind_and_both_sides(
    old: str, new: str, change: Change, write: Write
) -> None:
    assert TEXT.count(old) == 1
    found = between(TEXT, TEXT.replace(old, new), write)
    of_scale = [one for one in found if change.path == "scale.max" and one.path.endswith(".to")]
    assert [one for one in found if one not in of_scale] == [change]


def test_numbers_are_told_from_texts_that_look_like_them(write: Write) -> None:
    (weight,) = between(TEXT, TEXT.replace("weight: 10,", "weight: 11,"), write)
    assert (type(weight.before), type(weight.after)) == (Digits, Digits)
    (name,) = between(TEXT, TEXT.replace("name: Satu", "name: '11'"), write)
    assert type(name.after) is str


def test_a_node_on_one_side_only_is_one_change_with_all_it_says(write: Write) -> None:
    without = TEXT.replace(
        "  - {id: A-2, in: a, name: Dua, score: {method: goalposts, min: 0, max: 10}}\n", ""
    )
    (removed,) = between(TEXT, without, write)
    assert (removed.path, removed.kind, removed.after) == (
        "indicators.A-2",
        ChangeKind.REMOVED,
        None,
    )
    assert isinstance(removed.before, dict)
    assert removed.before["name"] == "Dua"
    assert removed.before["score"] == {
        "method": "goalposts",
        "min": "0",
        "max": "10",
        "to": ["0", "4"],
        "outside": "clip",
    }
    (added,) = between(without, TEXT, write)
    assert added == Change("indicators.A-2", ChangeKind.ADDED, None, removed.before)


def test_another_method_is_the_method_and_its_parameters(write: Write) -> None:
    scored = TEXT.replace("method: goalposts, min: 0, max: 10", "method: achievement, cap: 1")
    assert {one.path: (one.before, one.after) for one in between(TEXT, scored, write)} == {
        "indicators.A-2.score.method": ("goalposts", "achievement"),
        "indicators.A-2.score.min": ("0", None),
        "indicators.A-2.score.max": ("10", None),
        "indicators.A-2.score.cap": (None, "1"),
    }


def test_a_class_put_between_others_is_one_change(write: Write) -> None:
    between_them = TEXT.replace("{name: Baik}", "{name: Cukup, below: 3}, {name: Baik}")
    assert between(TEXT, between_them, write) == (
        Change("classes[1]", ChangeKind.CLASS, None, {"name": "Cukup", "below": "3"}),
    )
    assert between(between_them, TEXT, write) == (
        Change("classes[1]", ChangeKind.CLASS, {"name": "Cukup", "below": "3"}, None),
    )


def test_an_exact_bound_in_the_other_class_is_the_other_key(write: Write) -> None:
    found = between(TEXT, TEXT.replace("below: 2", "up_to: 2"), write)
    assert {(one.path, one.before, one.after) for one in found} == {
        ("classes[0].below", "2", None),
        ("classes[0].up_to", None, "2"),
    }


PREPARE = """\
prepare:
  - denominate: {A-2: penduduk}
  - impute: {method: group_mean, by: pulau}
  - screen: {min_present: 0.5}
  - treat: {method: winsorise_then_log}
kinds:"""
PREPARED = TEXT.replace("kinds:", PREPARE)


@pytest.mark.parametrize(
    ("old", "new", "change"),
    [
        ("penduduk}", "luas}", ("prepare[0].denominate.A-2", "penduduk", "luas")),
        ("by: pulau", "by: zona", ("prepare[1].impute.by", "pulau", "zona")),
        ("0.5}", "0.6}", ("prepare[2].screen.min_present", "1/2", "3/5")),
        ("_then_log}", "_then_log, winmax: 3}", ("prepare[3].treat.winmax", 5, 3)),
        (
            "  - screen: {min_present: 0.5}\n",
            "",
            ("prepare[2]", {"screen": {"min_present": "1/2"}}, None),
        ),
    ],
)
def test_a_step_of_prepare_is_compared_with_itself(
    old: str, new: str, change: tuple[str, object, object], write: Write
) -> None:
    assert PREPARED.count(old) == 1
    found = between(PREPARED, PREPARED.replace(old, new), write)
    assert (found[0].kind, len(found)) == (ChangeKind.PREPARATION, 1)
    assert (found[0].path, found[0].before, found[0].after) == change


def test_steps_where_there_were_none_are_one_change_each(write: Write) -> None:
    found = between(TEXT, PREPARED, write)
    assert [one.path for one in found] == [f"prepare[{number}]" for number in range(4)]
    assert found[0].after == {"denominate": {"A-2": "penduduk"}}
    assert found[1].after == {"impute": {"method": "group_mean", "by": "pulau", "years": "pooled"}}
    back = between(PREPARED, TEXT, write)
    assert [(one.path, one.before, one.after) for one in back] == [
        (one.path, one.after, None) for one in found
    ]


def test_steps_in_another_order_are_a_change(write: Write) -> None:
    screen = "  - screen: {min_present: 0.5}\n"
    later = PREPARED.replace(screen, "").replace("kinds:", f"{screen}kinds:")
    assert {(one.path, one.after is None) for one in between(PREPARED, later, write)} == {
        ("prepare[2]", False),
        ("prepare[3]", True),
    }


def test_a_group_under_another_parent_has_moved_and_nothing_else(write: Write) -> None:
    moved = TEXT.replace("  - {id: b, kind: dimension, weight: 90, name: B}\n", "").replace(
        "name: A}", "name: A, groups: [{id: b, kind: dimension, weight: 90, name: B}]}"
    )
    assert between(TEXT, moved, write) == (Change("groups.b.in", ChangeKind.MOVED, "", "a"),)


def test_what_a_later_version_adds_to_the_meaning_is_a_change_of_another_kind(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of keys without a name here: of the whole, of a node, in a list; of a method as a mapping."""
    definition = load_definition_file(write(TEXT, "lama.yaml")).definition
    extras = iter(["x", "y"])

    def later(definition: Definition) -> dict[str, object]:
        value = next(extras)
        aggregate = "sum" if value == "x" else {"power": "2"}
        found: dict[str, object] = meaning(definition) | {
            "later": [value],
            "prepare": [{"a": value}],
        }
        groups = found["groups"]
        assert isinstance(groups, dict)
        groups["a"] |= {"later": value, "aggregate": aggregate}
        groups["a"]["indicators"]["A-1"]["score"].append(value)
        assert isinstance(found["publish"], list)
        found["publish"].append(value)
        return found

    monkeypatch.setattr("kediri_index.definition.changes.meaning", later)
    found = changes(definition, definition)
    expected = [
        Change("publish.3", ChangeKind.PUBLISH, "x", "y"),
        Change("prepare[0].a", ChangeKind.PREPARATION, "x", "y"),
        Change("groups.a.later", ChangeKind.OTHER, "x", "y"),
        Change("groups.a.aggregate", ChangeKind.AGGREGATION, "sum", {"power": "2"}),
        Change("indicators.A-1.score.4", ChangeKind.SCORING, "x", "y"),
        Change("later", ChangeKind.OTHER, ["x"], ["y"]),
    ]
    assert sorted(map(repr, found)) == sorted(map(repr, expected))


def test_a_class_without_a_bound_that_would_include_it_is_another_class() -> None:
    """No file says so; the hash would differ all the same."""
    one, other = (
        index()._replace(classes=(ScoreClass(Label("Baik"), None, bound_included=included),))
        for included in (False, True)
    )
    assert fingerprint(one) != fingerprint(other)
    assert changes(one, other) != ()


Edit = Callable[[Definition], Definition]
labels = st.sampled_from(["Satu", "Dua", "1"]).map(Label)
numbers = st.sampled_from([Fraction(1), Fraction(2), Fraction(1, 3)])
bounds = st.none() | numbers
classes = st.lists(st.builds(ScoreClass, labels, bounds, st.booleans()), max_size=3).map(tuple)
bands = st.lists(st.builds(Band, numbers, bounds), min_size=1, max_size=3).map(tuple)
methods: st.SearchStrategy[ScoringMethod] = st.one_of(
    st.builds(Goalposts, numbers, numbers),
    st.builds(Bands, bands),
    st.builds(Levels, st.dictionaries(numbers, st.sampled_from(["x", "y"]), min_size=1)),
)
edits_of_indicators: st.SearchStrategy[Callable[[Indicator], Indicator]] = st.one_of(
    st.builds(lambda one: lambda node: node._replace(label=one), labels),
    st.builds(lambda one: lambda node: node._replace(weight=one), bounds),
    st.builds(lambda one: lambda node: node._replace(rule=rule(one)), methods),
    st.builds(
        lambda one: lambda node: node._replace(direction=one), st.sampled_from(list(Direction))
    ),
    st.builds(lambda one: lambda node: node._replace(tags={"t": one}), st.sampled_from(["x", "y"])),
)


def in_first_group(
    change: Callable[[Group], Group],
) -> Edit:
    return lambda definition: definition._replace(
        groups=(*map(change, definition.groups[:1]), *definition.groups[1:])
    )


def of_indicators(change: Callable[[Indicator], Indicator]) -> Edit:
    return in_first_group(
        lambda group: group._replace(indicators=tuple(map(change, group.indicators)))
    )


edits: st.SearchStrategy[Edit] = st.one_of(
    st.builds(lambda found: lambda whole: whole._replace(classes=found), classes),
    st.builds(
        lambda stages: lambda whole: whole._replace(publish=whole.publish._replace(stages=stages)),
        stage_sets,
    ),
    st.builds(
        lambda one, share: lambda whole: whole._replace(missing=MissingPolicy(one, share)),
        st.sampled_from(list(Unanswered)),
        bounds,
    ),
    st.builds(lambda one: lambda whole: whole._replace(classes_on=one), st.sampled_from(ClassesOn)),
    st.builds(lambda one: lambda whole: whole._replace(version=one), st.sampled_from(["1", "2"])),
    st.builds(lambda one: lambda whole: whole._replace(year=one), st.sampled_from([None, 2023])),
    st.just(lambda whole: whole._replace(groups=whole.groups[::-1])),
    st.just(lambda whole: whole._replace(groups=whole.groups[1:])),
    st.builds(
        lambda one: in_first_group(lambda group: group._replace(optional=one)), st.booleans()
    ),
    st.just(in_first_group(lambda group: group._replace(indicators=group.indicators[::-1]))),
    st.builds(of_indicators, edits_of_indicators),
)


@given(trees(), st.lists(edits, max_size=4), st.lists(edits, max_size=4))
def test_there_is_no_change_exactly_where_the_hashes_are_equal(
    tree: Tree, some: list[Edit], others: list[Edit]
) -> None:
    def edited(list_of: list[Edit]) -> Definition:
        definition = tree.definition()
        for edit in list_of:
            definition = edit(definition)
        return definition

    before, after = edited(some), edited(others)
    found = changes(before, after)
    assert (found == ()) == (fingerprint(before) == fingerprint(after))
    back = changes(after, before)
    assert {one.path for one in back if "[" not in one.path} == {
        one.path for one in found if "[" not in one.path
    }


def test_a_scale_that_is_given_up_is_a_change_of_the_whole_and_of_each_rule(write: Write) -> None:
    scored = MINIMAL.replace("name: Satu}", "name: Satu, score: {method: z_score}}")
    found = between(scored, scored.replace("scale: {min: 0, max: 4}\n", ""), write)
    assert found == (
        was("scale", "scale", {"min": "0", "max": "4"}, None),
        was("indicators.I-1.score.to", "scoring", ["0", "4"], None),
    )
