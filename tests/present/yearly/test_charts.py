"""Charts: shapes that follow from the figures, inside of the picture, with words that fit."""

from __future__ import annotations

import itertools
import random
import re
from fractions import Fraction

import pytest

from kediri_index.model.language import Language
from kediri_index.present.charts.bars import (
    Bar,
    GoalLine,
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
    svg,
    text_width,
)
from kediri_index.present.charts.radar import FEWEST, radar
from kediri_index.present.charts.scale import scale
from kediri_index.present.charts.years import ChartedYear, YearNames, axis, years
from kediri_index.present.document import Band, Scale
from tests.present.yearly.reports import NAMES, document_of
from tests.present.yearly.test_figures import charts_of

LONG = "Penyelenggaraan pelayanan publik berbasis elektronik terpadu antarkecamatan"


def drawings() -> list[Picture]:
    parts = [("a", 0.2), (LONG, 1.0), ("c", 0.0), ("d", None)]
    names = YearNames("Nilai", "Sasaran", {2.5: "2,5", 3.0: "3", 3.5: "3,5"})
    return [
        bars(
            [Bar(label, "3,31", reach, 0.5) for label, reach in parts],
            GoalLine(0.99, "sasaran 3,96"),
        ),
        radar([Bar(label, "3,31", reach, 0.5) for label, reach in parts], [0.5, 1], 0.9),
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
    ]


def test_every_shape_and_every_word_lies_inside_of_the_picture() -> None:
    for drawing in drawings():
        lies_inside(drawing)


def lies_inside(drawing: Picture) -> None:
    assert drawing.shapes
    for shape in drawing.shapes:
        match shape:
            case Rect():
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


@pytest.mark.parametrize("seed", range(40))
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
            GoalLine(chance.random(), "sasaran 4"),
        ),
        diverging([SignedBar(name, text(figure()), chance.uniform(-1, 1)) for name in names]),
        scale(random_scale(chance, (f"{low}", f"{high}"), text(figure()))),
    ]
    if len(names) >= FEWEST:
        drawn.append(radar([Bar(name, text(figure()), chance.random()) for name in names], [1]))
    return drawn


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
        Band(chance.choice(names), start, end, start <= score < end)
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
    drawing = bars([Bar("a", "4", 1.0), Bar("b", "1", 0.25)])
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


def test_a_radar_reaches_from_the_middle_as_far_as_its_figures() -> None:
    drawing = radar([Bar(name, "", reach) for name, reach in (("a", 1), ("b", 0.5), ("c", 0))], [1])
    ring, area = (
        next(one for one in drawing.shapes if isinstance(one, Path) and one.role is role)
        for role in (ShapeRole.GRID, ShapeRole.MAIN)
    )
    middle = next(one for one in drawing.shapes if isinstance(one, Stroke))
    assert area.points[0] == ring.points[0]
    assert area.points[2] == (middle.x1, middle.y1)


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


def luminance(colour: str) -> float:
    parts = [part / 255 for part in bytes.fromhex(colour[1:])]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


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
