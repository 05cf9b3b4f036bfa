"""Each method among a few values, by hand; the ASEM oracle has them among many."""

from __future__ import annotations

from fractions import Fraction

import pytest

from kediri_index.model.definition import ScoreRule
from kediri_index.model.language import Sentence
from kediri_index.model.scoring import (
    Direction,
    Fault,
    Fit,
    Outside,
    PanelMethod,
    Range,
    Scored,
    SortedValues,
)
from kediri_index.model.text import exact
from kediri_index.scoring.normalisations.borda import Borda
from kediri_index.scoring.normalisations.distance_to_max import DistanceToMax
from kediri_index.scoring.normalisations.distance_to_reference import DistanceToReference
from kediri_index.scoring.normalisations.distance_to_target import DistanceToTarget
from kediri_index.scoring.normalisations.fitted import UndefinedMethod
from kediri_index.scoring.normalisations.fitting import column_of
from kediri_index.scoring.normalisations.fraction_of_max import FractionOfMax
from kediri_index.scoring.normalisations.min_max import MinMax
from kediri_index.scoring.normalisations.percentile_rank import PercentileRank
from kediri_index.scoring.normalisations.quantile_bands import QuantileBands
from kediri_index.scoring.normalisations.rank import Rank
from kediri_index.scoring.normalisations.standing import Ties
from kediri_index.scoring.normalisations.z_score import ZScore
from kediri_index.scoring.numbers import common_unit
from kediri_index.scoring.prepare.exact import ExactSeries
from kediri_index.scoring.score_rule import bounds_of, score_value

PERCENT: Range = (Fraction(0), Fraction(100))
VALUES = (2, 4, 4, 10)


def column(
    values: tuple[int | Fraction, ...] = VALUES, sign: int = 1, named: str | None = None
) -> SortedValues:
    """Return the column of *values*, of Kota 0, Kota 1 and so on; Kota Sepi has none."""
    by_unit = {f"kota {number}": Fraction(value) for number, value in enumerate(values)}
    name = exact(named or "")
    reference = None if name not in by_unit else sign * by_unit[name]
    return column_of(ExactSeries([*by_unit.values()]), range(len(values)), sign)._replace(
        reference=reference, has_reference=name in {*by_unit, "kota sepi"}
    )


def scores(
    method: PanelMethod,
    values: tuple[int | Fraction, ...] = VALUES,
    to: Range | None = None,
    sign: int = 1,
) -> list[Fraction | None]:
    """Return the score of each of *values* among them all."""
    fit = method.fit(column(values, sign, method.reference), to)
    assert fit.method is not None, fit.faults
    rule = ScoreRule(fit.method, to, Outside.KEEP)
    return [score_value(rule, Fraction(one), None, Direction.HIGHER).value for one in values]


def faults(method: PanelMethod, values: tuple[int | Fraction, ...], sign: int = 1) -> list[str]:
    """Return the codes of what forbids any score among *values*."""
    fit = method.fit(column(values, sign, method.reference), None)
    assert fit.method is None
    return [fault.code for fault in fit.faults]


def test_min_max_spans_the_range_of_the_score() -> None:
    assert scores(MinMax()) == [0, Fraction(1, 4), Fraction(1, 4), 1]
    assert scores(MinMax(), to=PERCENT) == [0, 25, 25, 100]
    assert scores(MinMax(), to=PERCENT, sign=-1) == [100, 75, 75, 0]


def test_z_scores_have_the_mean_and_deviation_that_are_asked_for() -> None:
    found = scores(ZScore(), (1, 2, 3))
    assert found == [-1, 0, 1]
    assert scores(ZScore(mean=Fraction(50), sd=Fraction(10)), (1, 2, 3), sign=-1) == [60, 50, 40]
    assert scores(ZScore(), (1, 2, 3), to=PERCENT) == found


def test_z_scores_are_computed_to_fifty_digits() -> None:
    *_, highest = scores(ZScore())  # 10 is 5 above the mean; the variance is 36/3
    assert highest is not None
    assert abs(highest**2 - Fraction(25, 12)) < Fraction(1, 10**48)


def test_ranks_count_from_the_lowest_and_ties_share_the_smallest_or_their_mean() -> None:
    assert scores(Rank()) == [1, 2, 2, 4]
    assert scores(Rank(ties=Ties.AVERAGE)) == [1, Fraction(5, 2), Fraction(5, 2), 4]
    tenths = (Fraction("0.1"), Fraction("0.2"), Fraction("0.2"), Fraction("0.7"))
    assert scores(Rank(ties=Ties.AVERAGE), tenths) == [1, Fraction(5, 2), Fraction(5, 2), 4]
    assert scores(Rank(), sign=-1) == [4, 2, 2, 1]
    assert scores(Rank(), to=PERCENT) == [1, 2, 2, 4]
    assert scores(Borda()) == [0, 1, 1, 3]
    assert scores(PercentileRank()) == [0, Fraction(1, 3), Fraction(1, 3), 1]
    assert scores(PercentileRank(), to=PERCENT)[-1] == 100


def test_values_within_1e_10_are_tied_and_small_ones_by_their_spread() -> None:
    near, far = Fraction(1, 10**11), Fraction(1, 10**9)
    assert scores(Rank(), (1, 1 + near, 1 + far, 5)) == [1, 1, 3, 4]
    assert scores(Rank(), (near, 2 * near, 3 * near)) == [1, 2, 3]


def test_many_quotients_are_ranked_too() -> None:
    quotients = tuple(Fraction(number, 10**30 + number) for number in range(1, 200))
    assert common_unit(quotients) is None
    assert scores(Rank(), quotients) == list(range(1, 200))


def test_the_distance_to_the_highest_is_a_share_of_the_spread() -> None:
    assert scores(DistanceToMax()) == [0, Fraction(1, 4), Fraction(1, 4), 1]


def test_the_reference_unit_gets_the_whole_and_others_more_unless_capped() -> None:
    assert scores(DistanceToReference(unit="Kota 1")) == [0, 1, 1, 4]
    assert scores(DistanceToReference(unit="KOTA  1", cap=Fraction(1))) == [0, 1, 1, 1]
    assert scores(DistanceToReference(unit="Kota 1", cap=Fraction(2)), to=PERCENT)[-1] == 200
    lower = scores(DistanceToReference(unit="Kota 1"), sign=-1)
    assert lower == [Fraction(4, 3), 1, 1, 0]


def test_a_reference_that_is_not_there_or_the_worst_forbids_a_score() -> None:
    assert faults(DistanceToReference(unit="Kota 9"), VALUES) == ["S404"]
    assert faults(DistanceToReference(unit="Kota Sepi"), VALUES) == ["S405"]
    assert faults(DistanceToReference(unit="Kota 0"), VALUES) == ["S406"]


def test_the_target_gets_the_whole_by_either_direction() -> None:
    assert scores(DistanceToTarget(target=Fraction(6))) == [0, Fraction(1, 2), Fraction(1, 2), 2]
    assert scores(DistanceToTarget(target=Fraction(6), cap=Fraction(1)))[-1] == 1
    lower = scores(DistanceToTarget(target=Fraction(4)), sign=-1)
    assert lower == [Fraction(4, 3), 1, 1, 0]


@pytest.mark.parametrize(("target", "sign"), [(2, 1), (1, 1), (10, -1), (12, -1)])
def test_a_target_that_the_worst_has_reached_forbids_a_score(target: int, sign: int) -> None:
    assert faults(DistanceToTarget(target=Fraction(target)), VALUES, sign) == ["S407"]


def test_the_fraction_of_the_highest_needs_a_highest_above_zero_and_no_direction() -> None:
    assert scores(FractionOfMax()) == [Fraction(1, 5), Fraction(2, 5), Fraction(2, 5), 1]
    assert scores(FractionOfMax(), (-5, 10)) == [Fraction(-1, 2), 1]
    assert faults(FractionOfMax(), VALUES, sign=-1) == ["S408"]
    assert faults(FractionOfMax(), (-2, 0)) == ["S409"]


def test_quantile_bands_cut_by_linear_interpolation_and_a_cut_belongs_above() -> None:
    values = (1, 2, 3, 4, 5, 6)  # cut points of five bands: 2, 3, 4, 5
    assert scores(QuantileBands(bands=Fraction(5)), values) == [20, 40, 60, 80, 100, 100]
    own = (Fraction(1), Fraction(3))
    assert scores(QuantileBands(bands=own), (1, 2, 3, 4)) == [1, 1, 3, 3]
    assert scores(
        QuantileBands(bands=Fraction(2)), (1, 2, 3, 4), to=(Fraction(0), Fraction(4))
    ) == [
        2,
        2,
        4,
        4,
    ]


def test_fewer_values_than_bands_are_scored_and_noted() -> None:
    fit = QuantileBands(bands=Fraction(5)).fit(column((1, 2)), None)
    assert fit.method is not None
    assert [fault.code for fault in fit.faults] == ["S410"]
    assert QuantileBands(bands=Fraction(5)).fit(column((1, 2, 3, 4, 5)), None).faults == ()


@pytest.mark.parametrize("method", [MinMax(), ZScore(), DistanceToMax()])
def test_a_spread_of_nothing_cannot_be_divided_by(method: PanelMethod) -> None:
    assert faults(method, (3, 3, 3)) == []


@pytest.mark.parametrize(
    ("method", "ends"),
    [
        (MinMax(), PERCENT),
        (PercentileRank(), PERCENT),
        (DistanceToMax(), PERCENT),
        (Rank(), (1, 4)),
        (Borda(), (0, 3)),
        (QuantileBands(bands=Fraction(4)), (25, 100)),
        (DistanceToTarget(target=Fraction(6), cap=Fraction(1)), PERCENT),
        (DistanceToReference(unit="Kota 1", cap=Fraction(1)), PERCENT),
        (DistanceToTarget(target=Fraction(6), cap=Fraction(2)), (0, 200)),
        (FractionOfMax(), None),
        (ZScore(), None),
        (DistanceToTarget(target=Fraction(6)), None),
        (DistanceToReference(unit="Kota 1"), None),
    ],
    ids=lambda one: getattr(one, "name", ""),
)
def test_which_scores_are_possible_among_these_units(
    method: PanelMethod, ends: Range | None
) -> None:
    fit = method.fit(column(named=method.reference), PERCENT)
    assert fit.method is not None
    assert bounds_of(ScoreRule(fit.method, PERCENT, Outside.KEEP)) == ends


def test_by_itself_a_panel_method_scores_nothing_and_finds_no_fault() -> None:
    assert MinMax().score(Fraction(3), None, Direction.HIGHER) == Scored(None)
    assert bounds_of(ScoreRule(MinMax(), PERCENT, Outside.KEEP)) is None


SILENT = Fault("S405", {"reference": "Kota Sepi"})


@pytest.mark.parametrize(
    ("method", "values", "sign", "fault"),
    [
        (DistanceToReference(unit="Kota 9"), VALUES, 1, Fault("S404", {"reference": "Kota 9"})),
        (
            DistanceToReference(unit="Kota Sepi"),
            VALUES,
            1,
            Fault("S405", {"reference": "Kota Sepi"}),
        ),
        (DistanceToReference(unit="Kota 0"), VALUES, 1, Fault("S406", {"reference": "Kota 0"})),
        (DistanceToTarget(Fraction(1)), VALUES, 1, Fault("S407", {"target": 1, "worst": 2})),
        (DistanceToTarget(Fraction(12)), VALUES, -1, Fault("S407", {"target": 12, "worst": 10})),
        (FractionOfMax(), VALUES, -1, Fault("S408")),
        (FractionOfMax(), (-3, -2), 1, Fault("S409", {"highest": -2})),
    ],
)
def test_what_forbids_a_score_says_which_values_do(
    method: PanelMethod, values: tuple[int, ...], sign: int, fault: Fault
) -> None:
    assert method.fit(column(values, sign, method.reference), None) == Fit(None, (fault,))


def test_fewer_values_than_bands_are_told_with_the_number_of_bands() -> None:
    fit = QuantileBands(bands=Fraction(5)).fit(column((1, 2)), None)
    assert fit.faults == (Fault("S410", {"bands": 5}),)


@pytest.mark.parametrize(
    ("method", "expected"),
    [
        (MinMax(), (40, 55, 55, 100)),
        (DistanceToMax(), (40, 55, 55, 100)),
        (PercentileRank(), (40, 60, 60, 100)),
        (FractionOfMax(), (52, 64, 64, 100)),
        (DistanceToTarget(target=Fraction(6)), (40, 70, 70, 160)),
        (DistanceToTarget(target=Fraction(6), cap=Fraction(3, 2)), (40, 70, 70, 130)),
        (DistanceToReference(unit="Kota 1"), (40, 100, 100, 280)),
        (DistanceToReference(unit="Kota 1", cap=Fraction(2)), (40, 100, 100, 160)),
        (QuantileBands(bands=Fraction(2)), (70, 100, 100, 100)),
    ],
    ids=lambda one: getattr(one, "name", ""),
)
def test_a_range_that_does_not_begin_at_zero_is_spanned_from_where_it_begins(
    method: PanelMethod, expected: tuple[int, ...]
) -> None:
    assert scores(method, to=(Fraction(40), Fraction(100))) == list(expected)


def test_a_highest_below_one_is_a_highest_too() -> None:
    assert scores(FractionOfMax(), (Fraction(1, 4), Fraction(1, 2))) == [Fraction(1, 2), 1]


def test_many_quotients_have_z_scores_too() -> None:
    quotients = tuple(Fraction(number, 10**30 + number) for number in range(1, 200))
    assert common_unit(quotients) is None
    found = [one for one in scores(ZScore(), quotients) if one is not None]
    assert len(found) == len(quotients)
    assert abs(sum(found, Fraction(0))) < Fraction(1, 10**40)
    assert abs(sum((one * one for one in found), Fraction(0)) - 198) < Fraction(1, 10**40)


def test_of_a_wide_spread_values_are_tied_within_1e_10_and_no_farther() -> None:
    apart = Fraction(3, 2 * 10**10)
    assert scores(Rank(), (1, 1 + apart, 9)) == [1, 2, 3]


SPAN: Range = (Fraction(40), Fraction(100))
WAY = ("raw", "worst", "best", "share", "unit")
RANKED = ("raw", "rank", "total")
FITS: list[tuple[PanelMethod, Range | None, int, int | str, dict[str, tuple[object, ...]]]] = [
    (MinMax(), None, 1, 4, {"between-units": (4, 2, 10, Fraction(1, 4), None)}),
    (
        *(MinMax(), SPAN, -1, 4),
        {"between-units": (4, 10, 2, Fraction(3, 4), None), "onto": (SPAN, 85)},
    ),
    (FractionOfMax(), None, 1, 4, {"of-highest": (4, 0, 10, Fraction(2, 5), None)}),
    (
        *(DistanceToReference("Kota 1", Fraction(2)), SPAN, 1, 6),
        {"to-reference": (6, 2, 4, 2, "Kota 1"), "onto": (SPAN, 160)},
    ),
    (
        *(DistanceToTarget(Fraction(6), Fraction(1, 2)), None, 1, 5),
        {"to-target": (5, 2, 6, Fraction(3, 4), None), "at-most": (Fraction(1, 2),)},
    ),
    (Rank(), None, 1, 4, {"rank": (4, 2, 4)}),
    (Borda(), None, 1, 10, {"rank": (10, 4, 4), "rank-less-one": (3,)}),
    (
        *(PercentileRank(), SPAN, -1, 4),
        {"rank": (4, 2, 4), "percentile": (2, 4, Fraction(1, 3))},
    ),
    (
        *(QuantileBands(Fraction(3)), None, 1, 3),
        {"quantile-band": (3, 1, 3, Fraction(100, 3))},
    ),
]
FIGURES = {
    **dict.fromkeys(("between-units", "of-highest", "to-reference", "to-target"), WAY),
    "onto": ("to", "score"),
    "at-most": ("cap",),
    "rank": RANKED,
    "rank-less-one": ("score",),
    "percentile": ("rank", "total", "share"),
    "quantile-band": ("raw", "band", "bands", "score"),
}


@pytest.mark.parametrize(("method", "to", "sign", "raw", "said"), FITS)
def test_a_score_among_units_is_explained_by_their_figures(
    method: PanelMethod,
    to: Range | None,
    sign: int,
    raw: int | str,
    said: dict[str, tuple[object, ...]],
) -> None:
    fit = method.fit(column(VALUES, sign, method.reference), to)
    assert fit.method is not None
    found = method.explain_fit(fit.method, Fraction(raw), to)
    assert found == tuple(
        Sentence(f"trace.{key}", dict(zip(FIGURES[key], figures, strict=True)))
        for key, figures in said.items()
    )


def test_a_z_score_is_explained_by_mean_and_deviation_and_what_they_are_worth() -> None:
    values, figures = (1, 2, 3), {"raw": 3, "mean": 2, "sd": 1}
    shifted = ZScore(Fraction(50), Fraction(10))
    for sign, key in ((1, "trace.z-score"), (-1, "trace.z-score-lower")):
        for method, more in (
            (ZScore(), ()),
            (shifted, (Sentence("trace.z-shifted", {"mean": 50, "sd": 10}),)),
            (ZScore(Fraction(1)), (Sentence("trace.z-shifted", {"mean": 1, "sd": 1}),)),
            (ZScore(sd=Fraction(2)), (Sentence("trace.z-shifted", {"mean": 0, "sd": 2}),)),
        ):
            fit = method.fit(column(values, sign), None)
            assert fit.method is not None
            said = method.explain_fit(fit.method, Fraction(3), None)
            assert said == (Sentence(key, figures), *more)


@pytest.mark.parametrize(
    "method",
    [MinMax(), ZScore(), Rank(), QuantileBands(Fraction(2))],
    ids=lambda one: getattr(one, "name", ""),
)
def test_nothing_is_explained_where_there_is_no_score(method: PanelMethod) -> None:
    assert method.explain_fit(UndefinedMethod(), Fraction(3), None) == ()


def test_percentiles_onto_a_single_score_have_no_rank_to_tell() -> None:
    one: Range = (Fraction(7), Fraction(7))
    fit = PercentileRank().fit(column(), one)
    assert fit.method is not None
    assert PercentileRank().explain_fit(fit.method, Fraction(4), one) == ()
    assert fit.method.score(Fraction(4), None, Direction.HIGHER).value == 7
