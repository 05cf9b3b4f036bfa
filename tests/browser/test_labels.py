"""Words in pictures as a browser sets them: inside of their picture, and none upon another."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from kediri_index.present.charts.drawing import svg
from tests.present.yearly.test_charts import random_drawings

pytest.importorskip("selenium", reason="selenium is not installed")

from tests.browser.chromium import Chromium, needs_chromium, started

pytestmark = needs_chromium

RESULTS, AT_ONCE = 200, 20
FONT = 'system-ui, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif'
FOUND = """
const found = [];
document.querySelectorAll('svg').forEach(svg => {
  const all = [...svg.querySelectorAll('text')].map(one => {
    const box = one.getBBox(), size = parseFloat(getComputedStyle(one).fontSize);
    const base = one.y.baseVal.length ? one.y.baseVal[0].value : box.y + box.height;
    return {text: one.textContent, left: box.x, right: box.x + box.width,
            top: base - 0.75 * size, bottom: base + 0.2 * size};
  });
  const view = svg.viewBox.baseVal;
  all.forEach((one, at) => {
    if (one.left < -1 || one.right > view.width + 1 || one.top < -1 || one.bottom > view.height + 1)
      found.push([one.text, 'beyond ' + (one.right - view.width)]);
    for (const other of all.slice(at + 1)) {
      const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const high = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
      if (wide > 1 && high > 2) found.push([one.text, other.text, wide]);
    }
  });
});
return [document.querySelectorAll('svg text').length, found];
"""


@pytest.fixture(scope="module")
def chromium() -> Iterator[Chromium]:
    with started() as window:
        yield window


@pytest.mark.parametrize("first", range(0, RESULTS, AT_ONCE))
def test_words_stay_inside_and_apart_whatever_the_figures(
    first: int, chromium: Chromium, tmp_path: Path
) -> None:
    words, found = faults(range(first, first + AT_ONCE), "normal", chromium, tmp_path)
    assert words > 1000
    assert found == []


def test_words_that_are_set_too_wide_would_be_found(chromium: Chromium, tmp_path: Path) -> None:
    _, found = faults(range(2), "3px", chromium, tmp_path)
    assert found


def faults(
    seeds: Iterable[int], spacing: str, chromium: Chromium, folder: Path
) -> tuple[int, list[list[object]]]:
    """Return how many words the pictures of *seeds* have, and those that are out of place."""
    pictures = [
        svg(drawing, "")
        for seed in seeds
        for drawing in random_drawings(random.Random(seed))  # noqa: S311 - the same at every run
    ]
    page = folder / "pictures.html"
    style = f"svg {{ font-family: {FONT}; letter-spacing: {spacing}; }}"
    page.write_text(f"<meta charset=utf-8><style>{style}</style>{''.join(pictures)}", "utf-8")
    chromium.open(page)
    words, found = chromium.js(FOUND)
    return words, found
