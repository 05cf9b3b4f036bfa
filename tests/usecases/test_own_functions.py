"""Functions of one's own: their faces, what they equal, and what is said of those that fail."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from numpy.typing import NDArray

from kediri_index import (
    DefinitionError,
    Drawing,
    Hints,
    Submission,
    UsageError,
    aggregation,
    load_definition,
    load_uncertain,
    read_frame,
    robustness,
    score,
    scoring_method,
    trace,
)
from kediri_index.model.definition import Definition
from kediri_index.model.scores import ScoreOutcome
from kediri_index.scoring import OF_THIS_RUN, ClassesOfOthers
from kediri_index.scoring.aggregations import OTHER_AGGREGATIONS
from kediri_index.scoring.methods import OTHER_METHODS
from tests.findings.building import csv_table

Json = dict[str, Any]
Array = NDArray[np.float64]
MANY, FEW = 100, 5
"""By arrays, and one unit after the other."""


@pytest.fixture(autouse=True)
def _forgotten_afterwards() -> Iterator[None]:
    yield
    for others in (OTHER_METHODS, OTHER_AGGREGATIONS):
        for name in others.names():
            others.remove(name)


def defined(
    method: Json, aggregate: object = "arithmetic", direction: str = "higher"
) -> Definition:
    return load_definition(
        {
            "kediri_index": 1,
            "id": "own",
            "version": "1",
            "status": "own",
            "title": "Own",
            "scale": {"min": 0, "max": 100},
            "missing": {"answers": "exclude"},
            "publish": {"decimals": 2, "round": ["overall"]},
            "kinds": {"part": {"name": "Part"}},
            "score": method,
            "aggregate": aggregate,
            "groups": [{"id": "a", "kind": "part", "name": "A"}],
            "indicators": [
                {"id": f"A-{n}", "in": "a", "name": f"A {n}", "weight": n, "direction": direction}
                for n in (1, 2, 3)
            ],
        }
    )


def scored(definition: Definition, units: int) -> ScoreOutcome:
    """Score random data in which some values are missing."""
    chance = np.random.default_rng(units)
    values = chance.integers(1, 1000, (units, 3)) / 10
    values[chance.random(values.shape) < 0.1] = np.nan
    table = pd.DataFrame(values, columns=["A-1", "A-2", "A-3"])
    table.insert(0, "unit", [f"Kota {n:03}" for n in range(units)])
    return score(read_frame(table, definition), definition)


def overall(outcome: ScoreOutcome) -> list[float]:
    assert outcome.units is not None, outcome.findings
    return [float(one.overall.score or 0) for one in outcome.units]


@pytest.mark.parametrize("units", [FEW, MANY])
@pytest.mark.parametrize("direction", ["higher", "lower"])
def test_functions_that_do_the_same_give_the_scores_of_the_built_in_ones(
    units: int, direction: str
) -> None:
    @scoring_method("stretched", over_units=True)
    def stretched(values: Array, direction: int) -> Array:
        better = direction * values
        found: Array = (better - better.min()) / (better.max() - better.min())
        return found

    @aggregation("squares", monotone=True)
    def squares(weights: Array, scores: Array, *, power: float) -> Array:
        mean: Array = (weights * scores**power).sum(axis=0) ** (1 / power)
        return mean

    own = scored(defined({"method": "stretched"}, {"squares": 2}, direction), units)
    built_in = scored(defined({"method": "min_max"}, {"power": 2}, direction), units)
    assert overall(own) == pytest.approx(overall(built_in), rel=0, abs=1e-10)
    assert np.max(np.abs(np.subtract(overall(own), overall(built_in))) / 100) <= 1e-12
    assert own.units is not None
    assert built_in.units is not None
    assert [one.overall.published for one in own.units] == [
        one.overall.published for one in built_in.units
    ]


@pytest.mark.parametrize("units", [FEW, MANY])
def test_an_exact_face_gives_the_same_fractions_and_without_one_a_note_says_so(units: int) -> None:
    @scoring_method("posts")
    def posts(values: Array, *, min: float, max: float = 100) -> Array:  # noqa: A002 - as goalposts
        return (values - min) / (max - min)

    definition = defined({"method": "posts", "min": 0, "outside": "keep"})
    noted = scored(definition, units)
    (note,) = (one for one in noted.findings if one.code == "S329")
    assert note.params["names"] == ("posts",)
    assert "posts" in note.message("en")

    @posts.exact
    def exactly(value: Fraction, *, min: Fraction, max: Fraction) -> Fraction:  # noqa: A002
        return (value - min) / (max - min)

    own = scored(definition, units)
    assert "S329" not in {one.code for one in own.findings}
    built_in = scored(
        defined({"method": "goalposts", "min": 0, "max": 100, "outside": "keep"}), units
    )
    assert own.units is not None
    assert built_in.units is not None
    assert [one.overall.published for one in own.units] == [
        one.overall.published for one in built_in.units
    ]
    assert overall(own) == pytest.approx(overall(built_in), rel=1e-12)


@pytest.mark.parametrize("units", [FEW, MANY])
def test_over_units_too_an_exact_face_gives_fractions(units: int) -> None:
    @scoring_method("places", over_units=True, share=False)
    def places(values: Array, *, first: int = 1) -> Array:
        found: Array = np.searchsorted(np.sort(values), values) + np.float64(first)
        return found

    @places.exact
    def exactly(values: list[Fraction], *, first: Fraction) -> list[Fraction]:
        return [sum(other < one for other in values) + first for one in values]

    own = scored(defined({"method": "places"}), units)
    built_in = scored(defined({"method": "rank"}), units)
    assert own.units is not None
    assert built_in.units is not None
    assert [one.overall for one in own.units] == [one.overall for one in built_in.units]


def raises(values: Array) -> Array:
    message = f"no such\nvalue among {len(values)}"
    raise ValueError(message)


def returns_nan(values: Array) -> Array:
    return np.where(values > np.median(values) - 1, np.nan, 0.5)


def returns_one(values: Array) -> float:
    return float(values[0])


def returns_text(values: Array) -> list[str]:
    return ["good"] * len(values)


def returns_complex(values: Array) -> Any:  # noqa: ANN401 - not what it should
    return values / 1000 + 0.5j


def returns_masked(values: Array) -> Any:  # noqa: ANN401 - likewise
    return np.ma.masked_less(values / 1000, 1)


def returns_values(values: Array) -> Array:
    return values + 1


def exits(values: Array) -> Array:
    raise SystemExit(len(values) * 0 + 3)


@pytest.mark.parametrize("units", [FEW, MANY])
@pytest.mark.parametrize("over_units", [False, True])
@pytest.mark.parametrize(
    ("function", "code", "said"),
    [
        (returns_complex, "S323", "complex numbers are no scores"),
        (returns_masked, "S325", "NaN or infinity"),
        (returns_values, "S335", "share=False"),
        (exits, "S323", "SystemExit: 3"),
        (raises, "S323", "ValueError: no such value"),
        (returns_nan, "S325", "NaN or infinity"),
        (returns_one, "S324", "size –, not "),
        (returns_text, "S323", "could not convert string to float"),
    ],
)
def test_a_function_that_fails_is_one_finding_that_names_it(
    function: Callable[..., Any], code: str, said: str, units: int, *, over_units: bool
) -> None:
    scoring_method("poor", over_units=over_units)(function)
    with pytest.raises(DefinitionError) as caught:
        scored(defined({"method": "poor"}), units)
    (finding,) = caught.value.findings
    assert (finding.code, finding.value) == (code, "poor")
    assert "«poor»" in str(caught.value)
    assert said in str(caught.value)
    assert str(caught.value).startswith(code)


def one_unit(rows: str) -> Submission:
    return Submission((csv_table(f"Kode,Realisasi,Target\n{rows}"),))


def test_targets_are_given_and_a_missing_one_is_a_finding() -> None:
    @scoring_method("reached")
    def reached(values: Array, targets: Array) -> Array:
        return np.minimum(values / targets, 1)

    definition = defined({"method": "reached"})
    hints = Hints("Kota A", 2026)
    files = one_unit("A-1,5,10\nA-2,20,10\nA-3,5,20\n")
    found = score(files, definition, hints=hints)
    assert overall(found) == [pytest.approx((50 + 2 * 100 + 3 * 25) / 6)]
    files = one_unit("A-1,5,10\nA-2,20,\nA-3,5,20\n")
    assert "S203" in {one.code for one in score(files, definition, hints=hints).findings}

    @reached.explain
    def why(value: Fraction, target: Fraction) -> str:
        return f"{value} of {target}"

    files = one_unit("A-1,5,10\nA-2,20,10\nA-3,5,20\n")
    leaf = trace(files, definition, node="A-1", hints=hints).trace
    assert leaf is not None
    said = [one for one in leaf.node.said if one.key == "trace.own-said"]
    assert [one.params["said"] for one in said] == ["5 of 10"]


def test_faces_of_an_aggregation_and_of_all_units_explain_themselves() -> None:
    @scoring_method("stretched", over_units=True)
    def stretched(values: Array) -> Array:
        return np.asarray((values - values.min()) / np.ptp(values))

    @aggregation("mean")
    def mean(weights: Array, scores: Array) -> Array:
        return np.asarray((weights * scores).sum(axis=0))

    definition = defined({"method": "stretched"}, "mean")
    frame = pd.DataFrame({"unit": ["A", "B"], "A-1": [1, 2], "A-2": [2, 3], "A-3": [4, 3]})

    def told() -> str:
        found = trace(read_frame(frame, definition), definition, hints=Hints("A", 2026))
        return found._repr_html_()

    assert "mean dari 3 indikator" in told()
    assert "menurut fungsi «stretched»" in told()

    @mean.explain
    def why(weights: tuple[Fraction, ...], scores: tuple[Fraction, ...]) -> str:
        return f"{len(weights)} weights, {len(scores)} scores"

    assert "menurut fungsi «mean»: 3 weights, 3 scores" in told()


def test_uncertain_values_are_scored_as_arrays_that_equal_the_single_scores(tmp_path: Path) -> None:
    @scoring_method("bent")
    def bent(values: Array) -> Array:
        return np.asarray(np.sqrt(values / 100))

    definition = defined({"method": "bent"})
    frame = pd.DataFrame({"unit": ["A", "B"], "A-1": [16, 25], "A-2": [36, 49], "A-3": [4, 9]})
    listed = tmp_path / "uncertain.csv"
    listed.write_text("unit,indicator,low,high\nA,A-1,16,16.000001\n")
    uncertain = load_uncertain(str(listed), definition)
    drawing = Drawing(draws=20, uncertain=uncertain)
    outcome = robustness(read_frame(frame, definition), definition, drawing=drawing)
    assert outcome.result is not None, outcome.findings
    single = overall(score(read_frame(frame, definition), definition))
    assert [one.mean for one in outcome.result.units] == pytest.approx(single, abs=1e-5)


def test_equal_values_have_equal_scores() -> None:
    @scoring_method("by_place", over_units=True)
    def by_place(values: Array) -> Array:
        return np.arange(len(values)) / len(values)

    with pytest.raises(DefinitionError, match=r"S323.*equal values have different scores"):
        scored(defined({"method": "by_place"}), 1000)


def test_a_definition_with_functions_goes_to_another_process_and_back() -> None:
    @scoring_method("posts")
    def posts(values: Array, *, count: float, face: int = 2) -> Array:
        assert isinstance(face, int)
        return values / (count * face)

    @aggregation("bent")
    def bent(weights: Array, scores: Array, *, name: float) -> Array:
        return np.asarray((weights * scores).sum(axis=0) * name)

    definition = defined({"method": "posts", "count": 100}, {"bent": 1})
    again = pickle.loads(pickle.dumps(definition))  # noqa: S301 - our own
    assert overall(scored(again, FEW)) == overall(scored(definition, FEW))


def test_an_aggregation_that_fails_is_named_too() -> None:
    @aggregation("poor")
    def poor(weights: Array, scores: Array) -> Array:
        return (weights * scores)[0, :1]

    with pytest.raises(DefinitionError, match="S324"):
        scored(defined({"method": "min_max"}, "poor"), MANY)

    @poor.exact
    def exactly(weights: tuple[Fraction, ...], scores: tuple[Fraction, ...]) -> float:
        return float(weights[0] * scores[0])

    with pytest.raises(DefinitionError, match=r"S326.*«poor» returned a float"):
        scored(defined({"method": "min_max"}, "poor"), FEW)


def test_a_function_that_asks_for_no_direction_scores_nothing_of_which_lower_is_better() -> None:
    @scoring_method("upwards")
    def upwards(values: Array) -> Array:
        return values / 100

    with pytest.raises(DefinitionError, match=r"S327.*«upwards».*direction"):
        scored(defined({"method": "upwards"}, direction="lower"), FEW)


def test_what_a_function_says_of_its_parameters_is_read_like_any_key() -> None:
    @scoring_method("chosen")
    def chosen(values: Array, *, by: float, named: str = "a", twice: bool = False) -> Array:
        assert (by, named, twice) == (0.5, "b", True)
        return values * 0 + by

    given = {"method": "chosen", "by": 0.5, "named": "b", "twice": True}
    assert overall(scored(defined(given), FEW)) == [50] * FEW
    with pytest.raises(DefinitionError, match="by"):
        defined({"method": "chosen"})
    with pytest.raises(DefinitionError, match="nmaed"):
        defined({"method": "chosen", "by": 1, "nmaed": "b"})


def untyped(values: Array, *, by) -> Array:  # type: ignore[no-untyped-def] # noqa: ANN001 - as asked
    found: Array = values * by
    return found


def product(weights: Array, scores: Array) -> Array:
    return weights * scores


def swapped(scores: Array, weights: Array) -> Array:
    return weights * scores


def endless(values: Array, *, by: float = float("inf")) -> Array:
    return values * by


def with_targets(values: Array, targets: Array) -> Array:
    return values / targets


def with_default(weights: Array, scores: Array, *, by: float = 2) -> Array:
    return weights * scores * by


def reserved(values: Array, *, to: float) -> Array:
    return values * to


@pytest.mark.parametrize(
    ("register", "function", "said"),
    [
        (scoring_method("min_max"), lambda values: values, "«min_max»"),
        (scoring_method("no id"), lambda values: values, "«no id»"),
        (scoring_method("x"), lambda data: data, "must take values"),
        (scoring_method("x"), untyped, "parameter by"),
        (scoring_method("x"), reserved, "not be called method, to"),
        (scoring_method("x"), endless, "parameter by"),
        (scoring_method("x"), 3, "must take values"),
        (scoring_method("x", over_units=True), with_targets, "must take values"),
        (aggregation("x"), with_default, "without a default"),
        (aggregation("median"), product, "«median»"),
        (aggregation("x"), swapped, "must take weights, scores"),
    ],
)
def test_what_cannot_be_registered_is_refused_in_a_sentence(
    register: Callable[[Any], object], function: Callable[..., Any], said: str
) -> None:
    with pytest.raises(UsageError, match=said):
        register(function)


def test_a_name_that_nobody_registered_is_an_unknown_choice() -> None:
    @scoring_method("logistic")
    def logistic(values: Array) -> Array:
        return values

    with pytest.raises(DefinitionError, match=r"D113.*logistic"):
        defined({"method": "logistik"})
    assert logistic(3) == 3


def test_a_class_of_others_is_no_class_of_a_package_that_is_not_there() -> None:
    others = ClassesOfOthers("kediri_index.nothing_of_this_name")
    assert others.names() == ()
    with pytest.raises(KeyError):
        others.find("logistic")


def installed(folder: Path, module: str, points: str) -> None:
    """Write a package into *folder* as an installer leaves it."""
    folder.joinpath("of_others.py").write_text(module)
    information = folder / "of_others-1.dist-info"
    information.mkdir()
    information.joinpath("METADATA").write_text(
        "Metadata-Version: 2.1\nName: of-others\nVersion: 1\n"
    )
    information.joinpath("entry_points.txt").write_text(f"[kediri_index.scoring_methods]\n{points}")


def test_what_an_installed_package_declares_is_found_by_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = (
        "from kediri_index import scoring_method\n"
        "@scoring_method('hundredth')\n"
        "def hundredth(values): return values / 100\n"
    )
    installed(tmp_path, module, "hundredth = of_others\nother = of_others\nlost = no_such_module\n")
    monkeypatch.syspath_prepend(tmp_path)
    assert set(OTHER_METHODS.names()) == {"hundredth", "lost", "other"}
    definition = defined({"method": "hundredth"})
    outcome = scored(definition, MANY)
    assert outcome.units is not None
    assert set() == OF_THIS_RUN  # other processes find it as well
    with pytest.raises(DefinitionError, match=r"S328.*«other».*registered no such name; "):
        defined({"method": "other"})
    with pytest.raises(DefinitionError, match=r"S328.*«lost».*No module named 'no_such_module'"):
        defined({"method": "lost"})
