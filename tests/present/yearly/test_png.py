"""Pictures for print: the same shapes, sharp, with words in signs that the font has."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from kediri_index.model.language import Language
from kediri_index.present.charts.bars import Bar, bars
from kediri_index.present.charts.drawing import (
    LIGHT,
    SOFT_OPACITY,
    Anchor,
    Dot,
    Lettering,
    Path,
    Picture,
    Rect,
    ShapeRole,
    Stroke,
)
from kediri_index.present.charts.legend import ScaleFrame
from kediri_index.present.charts.png import SHARPNESS, png, shown, wide
from tests.present.yearly.leagues import LEAGUES, league_document
from tests.present.yearly.reports import NAMES, document_of
from tests.present.yearly.test_figures import charts_of


def painted(*shapes: Rect | Stroke | Path | Dot | Lettering) -> Image.Image:
    return Image.open(BytesIO(png(Picture(40, 20, shapes)))).convert("RGB")


def at(image: Image.Image, x: float, y: float) -> str:
    pixel = image.getpixel((round(x * SHARPNESS), round(y * SHARPNESS)))
    assert isinstance(pixel, tuple)
    return "#" + bytes(pixel).hex()


def test_a_picture_has_so_many_pixels_for_each_of_the_drawing() -> None:
    assert painted().size == (40 * SHARPNESS, 20 * SHARPNESS)


def test_a_rectangle_covers_its_pixels_and_no_others() -> None:
    image = painted(Rect(10, 5, 20, 10, ShapeRole.MAIN))
    edge = 1 / SHARPNESS
    for x, y in ((10, 5), (30 - edge, 5), (10, 15 - edge), (30 - edge, 15 - edge)):
        assert at(image, x, y) == LIGHT[ShapeRole.MAIN]
    for x, y in ((10 - edge, 10), (30, 10), (20, 5 - edge), (20, 15)):
        assert at(image, x, y) == LIGHT[ShapeRole.PAPER]


def test_bars_are_as_long_as_their_figures() -> None:
    drawing = bars([Bar("a", "1", 0.25)], ScaleFrame("Nilai"))
    image = Image.open(BytesIO(png(drawing)))
    row = [at(image, x, 29) for x in range(int(drawing.width))]
    assert row.count(LIGHT[ShapeRole.MAIN]) == pytest.approx(drawing.width / 4, abs=1)


def test_lines_areas_and_dots_are_where_they_belong() -> None:
    square = ((5.0, 5.0), (35.0, 5.0), (35.0, 15.0), (5.0, 15.0))
    soft = at(painted(Path(square, ShapeRole.SOFT, closed=True, filled=True)), 20, 10)
    parts = zip(bytes.fromhex(LIGHT[ShapeRole.SOFT][1:]), bytes.fromhex(soft[1:]), strict=True)
    assert all(one == pytest.approx(255 - (255 - of) * SOFT_OPACITY, abs=2) for of, one in parts)
    outline = painted(Path(square, ShapeRole.GRID, 2, closed=True))
    assert [
        at(outline, x, y) == LIGHT[ShapeRole.GRID] for x, y in ((5, 10), (20, 10), (20, 5))
    ] == [
        True,
        False,
        True,
    ]
    dashed = painted(Stroke(0, 10, 40, 10, ShapeRole.TARGET, 2, dashed=True))
    assert [at(dashed, x, 10) for x in (2, 7, 11)] == [
        LIGHT[ShapeRole.TARGET],
        LIGHT[ShapeRole.PAPER],
        LIGHT[ShapeRole.TARGET],
    ]
    hollow = painted(Dot(20, 10, 5, ShapeRole.TARGET, hollow=True))
    assert (at(hollow, 20, 10), at(hollow, 25, 10)) == (
        LIGHT[ShapeRole.PAPER],
        LIGHT[ShapeRole.TARGET],
    )


@pytest.mark.parametrize(
    "text",
    [
        "3,31 + 0,25 – 0,1 \N{MINUS SIGN} 2 × 3 ≥ 5 → 6 ½ m² 20 °C",
        "▲ 0,13 ▼ 0,02 … ✓",
        "Kabupaten Pañón, Łódź, İzmir, Việt Nam, Αθήνα, Казань",
        "“Kota”\u00a0— ke\u2011satu",
    ],
)
def test_signs_that_reports_use_are_painted_as_they_are(text: str) -> None:
    assert shown(text) == text


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Cafe\u0301", "Café"),  # as some systems write names of files
        ("Kota\u200b Con\u00adtoh x\u0304", "Kota Contoh x"),
        ("\ufb01 \uff2bediri\u2003\u216b", "fi Kediri XII"),
        ("ꦏ \x00", "? ?"),
    ],
)
def test_signs_that_the_font_lacks_are_replaced_by_plainer_ones(text: str, seen: str) -> None:
    assert shown(text) == seen


def test_a_sign_that_the_font_has_leaves_ink() -> None:
    blank = painted().tobytes()
    for sign in "Ag4%(,…":
        assert painted(Lettering(20, 15, sign, anchor=Anchor.MIDDLE)).tobytes() != blank


def test_a_bar_of_nothing_paints_nothing() -> None:
    bar, none = (Picture(40, 20, (Rect(5, 5, wide, 10, ShapeRole.MAIN),)) for wide in (10, 0))
    colours = [Image.open(BytesIO(png(one))).convert("RGB").getcolors() for one in (bar, none)]
    assert [len(one or ()) for one in colours] == [2, 1]


@pytest.mark.parametrize("name", [*NAMES, *LEAGUES])
def test_words_as_they_are_painted_lie_inside_of_the_picture(name: str) -> None:
    worded = league_document if name in LEAGUES else document_of
    for chart in charts_of(worded(name, Language.ID)):
        for shape in chart.drawing.shapes:
            if isinstance(shape, Lettering):
                part = {Anchor.START: 0.0, Anchor.MIDDLE: 0.5, Anchor.END: 1.0}[shape.anchor]
                left = shape.x - part * wide(shape)
                assert left >= 0, shape.text
                assert left + wide(shape) <= chart.drawing.width, shape.text


@pytest.mark.parametrize("radius", [0.2, 0.6, 0.9])
def test_a_hollow_dot_that_is_smaller_than_its_rim_is_a_dot(radius: float) -> None:
    image = painted(Dot(20, 10, radius, ShapeRole.DOWN, hollow=True))
    assert len(image.getcolors() or ()) > 1
