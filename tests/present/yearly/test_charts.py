"""Charts: shapes that follow from the figures, inside of the picture, with words that fit."""

from __future__ import annotations

import itertools
import math
import random
import re
from collections.abc import Callable, Sequence
from fractions import Fraction

import pytest

from kediri_index.model.language import Language
from kediri_index.present.charts.bars import (
    Bar,
    SignedBar,
    StackPiece,
    bars,
    diverging,
    stack,
)
from kediri_index.present.charts.drawing import (
    DARK,
    LIGHT,
    Anchor,
    Dot,
    Lettering,
    Path,
    Picture,
    Rect,
    ShapeRole,
    Stroke,
    Zone,
    svg,
    text_width,
)
from kediri_index.present.charts.frontier import CostAxes, CostPoint, frontier
from kediri_index.present.charts.histogram import HistogramColumn, HistogramNames, histogram
from kediri_index.present.charts.legend import ScaleFrame
from kediri_index.present.charts.losses import LossColumn, losses
from kediri_index.present.charts.matrix import MOST, MatrixPair, matrix
from kediri_index.present.charts.ranking import RankedUnit, RankingNames, ranking
from kediri_index.present.charts.scale import scale
from kediri_index.present.charts.score_axis import ScoreBand
from kediri_index.present.charts.staircase import Stair, StairNames, staircase
from kediri_index.present.charts.years import ChartedYear, YearNames, axis, years
from kediri_index.present.document import ClassBand, Scale
from tests.present.yearly.leagues import LEAGUES, league_document
from tests.present.yearly.reports import NAMES, document_of
from tests.present.yearly.test_figures import charts_of

FRAME = ScaleFrame("Nilai", "2022", "0", "4", 0.9, "target indeks 3,6")
LONG = "Penyelenggaraan pelayanan publik berbasis elektronik terpadu antarkecamatan"


def drawings() -> list[Picture]:
    parts = [("a", 0.2), (LONG, 1.0), ("c", 0.0), ("d", None)]
    names = YearNames("Nilai", "Sasaran", {2.5: "2,5", 3.0: "3", 3.5: "3,5"})
    return [
        bars(
            [Bar(label, "3,31", reach, 0.5) for label, reach in parts],
            ScaleFrame("Nilai", "2022", "0", "4", 0.99, "target 3,96"),
        ),
        losses(
            [LossColumn(label, "3,31", "0,1", 1, reach, 0.5) for label, reach in parts],
            FRAME,
            "Hilang",
        ),
        diverging(
            [
                SignedBar("a", "+0,10", 0.1),
                SignedBar(LONG, "-0,30", -0.3),
                SignedBar("c", "0,00", 0),
            ]
        ),
        diverging([SignedBar("a", "0,00", 0)]),
        stack(
            [StackPiece(LONG[:30], 7), StackPiece("b", 0), StackPiece("c", 1), StackPiece("d", 22)]
        ),
        years(
            [ChartedYear(2021, 2.9, "2,90", None, ""), ChartedYear(2024, 3.1, "3,10", 3.4, "3,4")],
            names,
        ),
        years([ChartedYear(2024, 3.1, "3,10", 3.1, "3,1")], names),
        *(chart.drawing for name in NAMES for chart in charts_of(document_of(name, Language.ID))),
        *(
            chart.drawing
            for name in LEAGUES
            for chart in charts_of(league_document(name, Language.ID))
        ),
    ]


def test_every_shape_and_every_word_lies_inside_of_the_picture() -> None:
    for drawing in drawings():
        lies_inside(drawing)


def lies_inside(drawing: Picture) -> None:
    assert drawing.shapes
    for shape in drawing.shapes:
        match shape:
            case Rect() | Zone():
                xs, ys = [shape.x, shape.x + shape.width], [shape.y, shape.y + shape.height]
            case Stroke():
                xs, ys = [shape.x1, shape.x2], [shape.y1, shape.y2]
            case Path():
                xs, ys = [x for x, _ in shape.points], [y for _, y in shape.points]
            case Dot():
                xs, ys = [shape.x - shape.radius, shape.x + shape.radius], [shape.y]
            case Lettering():
                left, top, right, bottom = box(shape)
                xs, ys = [left, right], [top, bottom]
        assert min(xs) >= -1
        assert max(xs) <= drawing.width + 1
        assert min(ys) >= -1
        assert max(ys) <= drawing.height + 1


@pytest.mark.parametrize("seed", range(200))
def test_words_of_a_picture_stay_inside_and_apart_whatever_the_figures(seed: int) -> None:
    for drawing in random_drawings(random.Random(seed)):  # noqa: S311 - the same at every run
        lies_inside(drawing)
        boxes = [box(shape) for shape in drawing.shapes if isinstance(shape, Lettering)]
        for one, other in itertools.combinations(boxes, 2):
            wide = min(one[2], other[2]) - max(one[0], other[0])
            high = min(one[3], other[3]) - max(one[1], other[1])
            assert wide <= 1 or high <= 2


def random_drawings(chance: random.Random) -> list[Picture]:
    """Return charts of 1 to 10 parts and 2 to 12 years, on scales of several lengths."""
    low, high, decimals = chance.choice([(0, 4, 2), (1, 5, 2), (0, 100, 2), (0, 1, 4), (-1, 1, 3)])
    words = ["Smart Governance", "Telekomunikasi dan transportasi", LONG, "A", "W" * 60]
    names = [chance.choice(words) for _ in range(chance.randint(1, 10))]
    start = chance.choice([low, high, chance.uniform(low, high)])

    def figure() -> float:
        near = start + chance.uniform(-1, 1) * (high - low) * chance.choice([0, 0.1, 1])
        return min(max(near, low), high)

    def text(value: float) -> str:
        return f"{value:.{decimals}f}"

    count = chance.randint(2, 12)
    numbers = sorted(chance.sample(range(2000, 2000 + count + chance.choice([0, 5, 25])), count))
    points = []
    for year in numbers:
        score, target = figure(), chance.choice([None, figure()])
        aim = "" if target is None else f"{target:.1f}"
        points.append(ChartedYear(year, score, text(score), target, aim))
    values = [value for one in points for value in (one.score, one.target) if value is not None]
    ticks = axis(values, low, high)
    assert ticks[0] <= min(values)
    assert max(values) <= ticks[-1]
    drawn = [
        years(points, YearNames("Nilai", "Sasaran", {tick: f"{tick:g}" for tick in ticks})),
        bars(
            [Bar(name, text(figure()), 0.5) for name in names],
            FRAME._replace(goal=chance.choice([None, chance.random()])),
        ),
        diverging([SignedBar(name, text(figure()), chance.uniform(-1, 1)) for name in names]),
        scale(random_scale(chance, (f"{low}", f"{high}"), text(figure()))),
    ]
    columns = [
        LossColumn(
            name,
            chance.choice(["–", "belum diisi", text(figure())]),
            chance.choice(["", text(figure())]),
            chance.choice([0, 1, chance.random()]),
            chance.choice([None, 0, 1, chance.random()]),
            chance.choice([None, chance.random()]),
        )
        for name in names
    ]
    drawn.append(losses(columns, FRAME, "Nilai hilang"))
    stairs = [Stair("2022", text(start), level=start)]
    for name in names:
        size = chance.choice([0, chance.uniform(-0.1, 0.1) * (high - low)])
        role = ShapeRole.UP if size > 0 else ShapeRole.DOWN
        stairs.append(Stair(name, f"{size:+.4f}", role, size))
    reached = start + sum(one.size for one in stairs)
    stairs.append(Stair("2023", text(reached), level=reached))
    ticks = axis([start, reached, high], None, None)
    roles = {ShapeRole.MAIN: "nilai", ShapeRole.DOWN: "turun", ShapeRole.UP: "naik"}
    worded = {tick: f"{tick:g}" for tick in ticks}
    drawn.append(staircase(stairs, StairNames(roles, worded, high, "target indeks")))
    costs = sorted(chance.choice([0, chance.uniform(0, 10) ** 4]) for _ in range(count))
    steps = sorted({start, *(chance.uniform(start, high) for _ in costs)})[: len(costs)]
    if len(steps) > 1:
        curve = [
            CostPoint(score, cost, text(score), f"{cost:.2f}")
            for score, cost in zip(steps, costs, strict=False)
        ]
        ticks = axis([0.0, *(one.cost for one in curve)], 0, None)
        axes = CostAxes("Biaya", "Nilai", {tick: f"{tick:g}" for tick in ticks}, high, "target")
        drawn.append(frontier(curve, axes))
    drawn += random_leagues(chance, (low, high), text)
    return drawn


LEAGUE_NAMES = ["Kota Batu", "Kabupaten Penukal Abab Lematang Ilir", LONG, "A", "W" * 60, ""]


def random_leagues(
    chance: random.Random, ends: tuple[float, float], text: Callable[[float], str]
) -> list[Picture]:
    """Return pictures of 2 to 600 units, some alike, with up to 20 parts and six classes."""
    low, high = ends
    count = chance.choice([2, 3, 20, 40, 41, 60, 514, 600])
    middle, wide = chance.uniform(low, high), chance.choice([0, 0.02, 0.3]) * (high - low)
    drawn = (chance.gauss(middle, wide) for _ in range(count))
    scores = sorted((min(max(one, low), high) for one in drawn), reverse=True)
    parts = chance.choice([0, 3, 8, 20])
    own = chance.choice([None, chance.randrange(count)])
    rows = [
        RankedUnit(
            str(rank),
            chance.choice(LEAGUE_NAMES),
            text(score),
            score,
            chance.choice([None, (max(score - wide, low), min(score + wide, high))]),
            tuple(chance.choice([None, 0, 1, chance.random()]) for _ in range(parts)),
            own=rank - 1 == own,
        )
        for rank, score in enumerate(scores, start=1)
    ]
    cuts = sorted(chance.uniform(low, high) for _ in range(chance.choice([0, 1, 5])))
    bands = [
        ScoreBand(chance.choice(["Baik", "Sangat baik", LONG]), start, end)
        for start, end in itertools.pairwise([None, *cuts, None])
    ]
    shown = bands if cuts else []
    labels = [chance.choice([LONG, "Pilar", "W" * 30]) for _ in range(max(parts, 2))]
    folded = ["13–504: 492 daerah", "505–590: 86 daerah"]
    named = RankingNames(
        "nilai", "rentang", LONG, tuple(labels[:parts]), tuple(folded), "Bidang:", "Lajur:"
    )
    ticks = {tick: f"{tick:g}" for tick in axis(scores, low, high)}
    steps = chance.randint(1, 18)
    edges = [low + (high - low) * at / steps for at in range(steps + 1)]
    columns = [
        HistogramColumn(start, end, chance.choice([0, 1, 514]), own=chance.random() < 1 / 9)
        for start, end in itertools.pairwise(edges)
    ]
    columns[0] = columns[0]._replace(units=3)
    names = HistogramNames("daerah", LONG, chance.choice([low, high, middle]), LONG, "Bidang:")
    edge_ticks = {edge: f"{edge:g}" for edge in edges}
    pairs = [
        MatrixPair(first, second, f"{size or 0:.2f}", size)
        for first, second in itertools.combinations(range(min(len(labels), MOST)), 2)
        for size in [chance.choice([None, 0, -1, 1, chance.uniform(-1, 1)])]
    ]
    return [
        ranking(rows, named, ticks, shown),
        histogram(columns, names, edge_ticks, shown),
        matrix(labels[:MOST], pairs, "naik bersama", "berlawanan"),
    ]


def random_scale(chance: random.Random, ends: tuple[str, str], figure: str) -> Scale:
    """Return a scale of up to seven classes, some with last year's score, some with a range."""
    low, score, high, goal = (Fraction(str(one)) for one in sorted(chance.random() for _ in "1234"))
    cuts = [
        Fraction(0),
        *sorted(Fraction(chance.randint(1, 99), 100) for _ in "12345"),
        Fraction(1),
    ]
    names = ["Sangat baik (melembaga)", "Baik", LONG, "CC"]
    bands = tuple(
        ClassBand(chance.choice(names), start, end, start <= score < end)
        for start, end in itertools.pairwise(cuts)
    )
    made = Scale(*ends, score, goal, f"target {figure}", low, f"2021: {figure}")
    if chance.random() < 1 / 2:
        made = made._replace(span=(low, high), span_text=f"{figure}–{figure}")
    return made._replace(bands=bands if chance.random() < 1 / 2 else ())


def box(label: Lettering) -> tuple[float, float, float, float]:
    """Return the left, upper, right and lower end of a label."""
    wide = text_width(label.text, label.size, bold=label.bold)
    left = label.x - {Anchor.START: 0.0, Anchor.MIDDLE: 0.5, Anchor.END: 1.0}[label.anchor] * wide
    return left, label.y - 0.75 * label.size, left + wide, label.y + 0.2 * label.size


def test_bars_are_as_long_as_their_figures() -> None:
    drawing = bars([Bar("a", "4", 1.0), Bar("b", "1", 0.25)], ScaleFrame("Nilai"))
    filled = [one for one in drawing.shapes if isinstance(one, Rect) and one.role is ShapeRole.MAIN]
    assert [one.width / drawing.width for one in filled] == [1.0, 0.25]


def test_what_raises_goes_right_and_what_lowers_goes_left_of_the_same_line() -> None:
    drawing = diverging([SignedBar("a", "+0,30", 0.3), SignedBar("b", "-0,10", -0.1)])
    up, down = (
        next(one for one in drawing.shapes if isinstance(one, Rect) and one.role is role)
        for role in (ShapeRole.UP, ShapeRole.DOWN)
    )
    assert up.x == pytest.approx(down.x + down.width)
    assert up.width == pytest.approx(3 * down.width)


def test_a_column_is_as_wide_as_its_weight_and_filled_as_high_as_its_score() -> None:
    columns = [LossColumn("a", "4", "0", 3, 1.0), LossColumn("b", "1", "0,75", 1, 0.25)]
    shapes = losses(columns, FRAME._replace(goal=None), "Hilang").shapes
    (all_a, all_b), (fill_a, fill_b) = (
        [one for one in shapes if isinstance(one, Rect) and one.role is role and one.width > 20]
        for role in (ShapeRole.TRACK, ShapeRole.MAIN)
    )
    assert all_a.width + 2 == pytest.approx(3 * (all_b.width + 2))
    assert (fill_a.height / all_a.height, fill_b.height / all_b.height) == (1.0, 0.25)
    assert fill_b.y + fill_b.height == pytest.approx(all_b.y + all_b.height)


def test_each_step_of_a_staircase_begins_where_the_one_before_it_ends() -> None:
    stairs = [
        Stair("2022", "3", level=3),
        Stair("a", "-1", ShapeRole.DOWN, -1),
        Stair("b", "+0,5", ShapeRole.UP, 0.5),
        Stair("2023", "2,5", level=2.5),
    ]
    drawn = staircase(stairs, StairNames({}, {2.0: "2", 3.0: "3"}))
    down, up = (one for one in drawn.shapes if isinstance(one, Rect))
    assert up.x == pytest.approx(down.x)
    assert down.width == pytest.approx(2 * up.width)
    levels = [one for one in drawn.shapes if isinstance(one, Stroke) and one.width == 5]
    assert [one.x1 for one in levels] == pytest.approx([down.x + down.width, up.x + up.width])


def test_a_legend_names_what_is_drawn_and_nothing_else() -> None:
    def texts(drawing: Picture) -> set[str]:
        return {one.text for one in drawing.shapes if isinstance(one, Lettering)}

    plain = Bar("a", "3", 0.75)
    assert not {"2022", FRAME.goal_text} & texts(bars([plain], FRAME._replace(goal=None)))
    assert texts(bars([plain._replace(before=0.5)], FRAME)) >= {"2022", FRAME.goal_text, "0", "4"}


def test_a_passed_target_keeps_its_mark_on_the_bar() -> None:
    shapes = bars([Bar("a", "4", 1.0)], FRAME).shapes
    fill, mark = (
        [at for at, one in enumerate(shapes) if isinstance(one, kind) and one.role is role][-1]
        for kind, role in ((Rect, ShapeRole.MAIN), (Stroke, ShapeRole.TARGET))
    )
    assert mark > fill


DEUTERANOPIA = (
    (0.367322, 0.860646, -0.227968),
    (0.280085, 0.672501, 0.047413),
    (-0.011820, 0.042940, 0.968881),
)
"""Of linear red, green and blue: Machado, Oliveira and Fernandes (2009), severity 1."""
XYZ = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
WHITE = (0.9505, 1.0, 1.089)


def times(matrix: Sequence[Sequence[float]], colour: Sequence[float]) -> list[float]:
    return [sum(a * b for a, b in zip(row, colour, strict=True)) for row in matrix]


def lab(linear: Sequence[float]) -> tuple[float, float, float]:
    """Return lightness, 0 to 100, and the two axes of colour (CIELAB)."""
    parts = (part / of for part, of in zip(times(XYZ, linear), WHITE, strict=True))
    x, y, z = (part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116 for part in parts)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


FILLS = [
    (ShapeRole.MAIN, ShapeRole.TRACK),  # what is there, and what is lost
    (ShapeRole.UP, ShapeRole.DOWN),
    (ShapeRole.UP, ShapeRole.PLAN),
    (ShapeRole.DOWN, ShapeRole.PLAN),
    (ShapeRole.MAIN, ShapeRole.PLAN),
    (ShapeRole.EARLIER, ShapeRole.TRACK),
    (ShapeRole.TARGET, ShapeRole.TRACK),
]
"""Those that stand side by side in a chart."""


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_colours_differ_in_grey_and_for_who_sees_no_green(colours: dict[ShapeRole, str]) -> None:
    for one, other in FILLS:
        greys = [lab(linear(colours[role]))[0] for role in (one, other)]
        assert abs(greys[0] - greys[1]) >= 15, (one, other)
    roles = ("MAIN", "EARLIER", "TARGET", "UP", "DOWN", "PLAN")
    for first, second in itertools.combinations((ShapeRole[name] for name in roles), 2):
        seen = [
            lab([min(max(part, 0), 1) for part in times(DEUTERANOPIA, linear(colours[role]))])
            for role in (first, second)
        ]
        assert math.dist(*seen) >= 15, (first, second)


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        ([2.87, 3.55], (2.5, 3.0, 3.5, 4.0)),
        ([3.0], (2.5, 3.0, 3.5)),
        ([0.0, 4.0], (0.0, 1.0, 2.0, 3.0, 4.0)),
        ([3.98], (3.5, 4.0)),
    ],
)
def test_the_axis_has_round_figures_around_the_values_within_the_scale(
    values: list[float], ticks: tuple[float, ...]
) -> None:
    assert axis(values, 0, 4) == ticks


@pytest.mark.parametrize(
    ("values", "scale", "ticks"),
    [
        ([0.0, 0.0], (0, 4), (0.0, 0.5)),
        ([3.2, 9.0], (0, 4), (2.0, 4.0, 6.0, 8.0, 10.0)),  # a target beyond the scale
        ([75.0, 75.4], (0, 100), (70.0, 80.0)),  # little moved, little seen
        ([0.2, 0.5], (0, 1), (0.1, 0.2, 0.3, 0.4, 0.5, 0.6)),
        ([12.0, 5000.0], (None, None), (0.0, 1000.0, 2000.0, 3000.0, 4000.0, 5000.0, 6000.0)),
    ],
)
def test_the_axis_has_all_values_on_any_scale(
    values: list[float], scale: tuple[float | None, float | None], ticks: tuple[float, ...]
) -> None:
    assert axis(values, *scale) == ticks


def test_a_drawing_as_svg_is_called_what_it_shows_and_escapes_it() -> None:
    drawing = Picture(10, 10, (Lettering(0, 5.04, "<b> & 'x'", ShapeRole.INK),))
    said = svg(drawing, 'a "quoted" <thing>')
    assert said.startswith('<svg viewBox="0 0 10 10" role="img" aria-label="a &quot;quoted&quot;')
    assert "&lt;b&gt; &amp;" in said
    assert 'y="5"' in said


def linear(colour: str) -> list[float]:
    parts = [part / 255 for part in bytes.fromhex(colour[1:])]
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def luminance(colour: str) -> float:
    return times(XYZ, linear(colour))[1]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_what_is_read_stands_out_from_the_paper(colours: dict[ShapeRole, str]) -> None:
    assert set(colours) == set(ShapeRole)
    for role in (
        ShapeRole.INK,
        ShapeRole.MUTED,
        ShapeRole.MAIN,
        ShapeRole.TARGET,
        ShapeRole.UP,
        ShapeRole.DOWN,
    ):
        assert contrast(colours[role], colours[ShapeRole.PAPER]) >= 4.5
    assert contrast(colours[ShapeRole.EARLIER], colours[ShapeRole.PAPER]) >= 3


def test_text_on_every_shade_stands_out(  # the shades are in the page's style
) -> None:
    from kediri_index.present.renderers.html import report_html  # noqa: PLC0415 - this test's own

    page = report_html(document_of("kota-contoh", Language.ID))
    blocks = re.findall(r"--ink: (#\w+);(.*?)\}", page)
    assert len(blocks) >= 3
    for ink, variables in blocks:
        shades = re.findall(r"--shade-\d: (#\w+);", variables)
        assert len(shades) == 9
        assert min(contrast(ink, shade) for shade in shades) >= 4.5
