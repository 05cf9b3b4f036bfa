"""The report as a browser shows it: opened from a file, in a window, on a phone, on paper."""

from __future__ import annotations

import base64
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kediri_index.model.language import Language
from kediri_index.present.renderers.html import report_html
from kediri_index.present.yearly.report import document
from tests.present.yearly.leagues import LEAGUES, league_document
from tests.present.yearly.reports import EXAMPLES, document_of, yearly_of_faulty

pytest.importorskip("selenium", reason="selenium is not installed")

from tests.browser.chromium import Chromium, needs_chromium, started

pytestmark = needs_chromium

PAGES = {
    "given": ("kota-kediri-2023", Language.ID),
    "target": ("kota-kediri-2022", Language.ID),
    "answers": ("kabupaten-malang-2023", Language.EN),
    "agencies": ("kota-contoh", Language.ID),
    "partial": ("salah", Language.EN),
    "league": ("country", Language.ID),
    "own": ("own", Language.EN),
}
FAR = "the_folder_of_an_analyst_who_keeps_every_year_and_names_each_one_at_length"
"""A part of a path that no table has room for in one piece."""
WINDOW, PHONE = (1280, 800), (390, 844)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Chromium]:
    with started() as window:
        yield window


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("pages")
    found = {}
    for page, (name, language) in PAGES.items():
        found[page] = folder / f"{page}.html"
        worded = (league_document if name in LEAGUES else document_of)(name, language)
        if page == "partial":
            copy = shutil.copytree(EXAMPLES / "kota-contoh-salah", folder / FAR / "salah")
            worded = document(yearly_of_faulty(copy), language)
        found[page].write_text(report_html(worded), encoding="utf-8")
    assert FAR in found["partial"].read_text(encoding="utf-8")
    return found


@pytest.mark.parametrize("page", PAGES)
def test_it_opens_from_a_file_asks_for_nothing_else_and_complains_of_nothing(
    page: str, chromium: Chromium, pages: dict[str, Path]
) -> None:
    chromium.open(pages[page])
    assert chromium.requests() == [pages[page].as_uri()]
    assert chromium.complaints() == []
    assert chromium.js("return document.querySelectorAll('th button').length") > 10


@pytest.mark.parametrize(
    ("page", "where"),
    [
        ("given", "light window"),
        ("target", "dark phone"),
        ("agencies", "light window"),
        ("partial", "dark phone"),
        ("league", "light window"),
        ("own", "dark phone"),
    ],
)
def test_axe_core_finds_no_serious_fault(
    page: str, where: str, chromium: Chromium, pages: dict[str, Path]
) -> None:
    width, height = PHONE if "phone" in where else WINDOW
    chromium.open(pages[page], width, height, dark="dark" in where)
    chromium.js(
        "document.querySelectorAll('details').forEach(one => { one.open = true });"
        "document.querySelectorAll('tbody').forEach(body => {"  # rows are much the same
        " [...body.rows].slice(4).forEach(row => row.remove()) })"
    )
    assert chromium.faults() == []


def test_axe_core_would_find_one(chromium: Chromium, pages: dict[str, Path]) -> None:
    chromium.open(pages["target"])
    chromium.js("document.documentElement.removeAttribute('lang')")
    chromium.js("document.querySelector('.index').style.color = '#ccc'")
    faults = [fault.split(":")[0] for fault in chromium.faults()]
    assert faults == ["color-contrast", "html-has-lang"]


@pytest.mark.parametrize("size", [WINDOW, PHONE], ids=["window", "phone"])
@pytest.mark.parametrize("page", PAGES)
def test_nothing_is_wider_than_the_window_and_the_first_screen_says_what_matters(
    page: str, size: tuple[int, int], chromium: Chromium, pages: dict[str, Path]
) -> None:
    chromium.open(pages[page], *size)
    assert chromium.js("return document.documentElement.scrollWidth") == size[0]
    if size == WINDOW:  # on a telephone wide tables are pushed sideways
        cut = chromium.js(
            "return [...document.querySelectorAll('.scroll')]"
            ".filter(one => one.scrollWidth > one.clientWidth).map(one => one.ariaLabel)"
        )
        assert cut == []
    bottoms = chromium.js(
        "return [...document.querySelectorAll('h1, .number, .facts dd')]"
        ".map(one => one.getBoundingClientRect().bottom)"
    )
    assert len(bottoms) >= 4
    if page not in {"partial", "own"}:  # a warning stands above
        assert max(bottoms) <= size[1]


def test_on_a_telephone_names_stay_in_sight_and_codes_make_room(
    chromium: Chromium, pages: dict[str, Path]
) -> None:
    shown = (
        "return [...document.querySelectorAll('#t-steps tbody tr')[0].cells]"
        ".filter(one => one.offsetParent).map(one => one.getBoundingClientRect().left)"
    )
    hints = "return [...document.querySelectorAll('#t-steps .hint')].map(one => one.hidden)"
    chromium.open(pages["agencies"], *WINDOW)
    assert (len(chromium.js(shown)), chromium.js(hints)) == (8, [True])
    bars = "return [...document.querySelectorAll('#t-steps td.bar')].map(one => one.dataset.v)"
    gains = [float(one) for one in chromium.js(bars)]
    assert len(gains) == 10
    chromium.open(pages["agencies"], *PHONE)
    first, *others = chromium.js(shown)
    assert chromium.js(hints) == [False]
    chromium.js("document.querySelector('#t-steps .scroll').scrollLeft = 60")
    still, *moved = chromium.js(shown)
    assert (still, len(moved)) == (first, 6)
    assert moved == pytest.approx([one - 60 for one in others])


def test_on_a_telephone_sentences_go_below_each_other_and_paths_keep_some_room(
    chromium: Chromium, pages: dict[str, Path]
) -> None:
    chromium.open(pages["partial"], *PHONE)
    beyond = chromium.js(
        "return [...document.querySelectorAll('#t-findings tbody :is(th, td)')]"
        ".filter(one => one.getBoundingClientRect().right > innerWidth).length"
    )
    assert beyond == 0
    narrow = "return document.querySelector('#t-sources tbody th').getBoundingClientRect().width"
    assert chromium.js(narrow) >= 140
    chromium.open(pages["partial"], *WINDOW)
    assert len(column(chromium, "#t-findings", 0)) == chromium.js(
        "return document.querySelectorAll('#t-findings tbody tr').length"
    )


def test_the_longest_bar_of_a_column_ends_with_its_track(
    chromium: Chromium, pages: dict[str, Path]
) -> None:
    chromium.open(pages["agencies"])
    longest = chromium.js(
        "const cells = [...document.querySelectorAll('#t-steps td.bar')];"
        "const one = cells.find(cell => cell.style.getPropertyValue('--bar').trim() === '1.000');"
        "return getComputedStyle(one).backgroundSize"
    )
    bar, track = longest.split(", ")
    assert bar == track


def test_beside_a_picture_that_stands_alone_its_figures_are_open(
    chromium: Chromium, pages: dict[str, Path]
) -> None:
    opened = "return document.querySelector('#chart-losses > details:last-child').open"
    chromium.open(pages["given"], *WINDOW)
    picture, figures = chromium.js(
        "return ['svg', 'details'].map(one => "
        "document.querySelector('#chart-losses > ' + one).getBoundingClientRect().toJSON())"
    )
    assert chromium.js(opened)
    assert picture["right"] < figures["left"]
    chromium.open(pages["given"], *PHONE)
    assert not chromium.js(opened)


def column(chromium: Chromium, table: str, number: int) -> list[str]:
    """Return the texts of the rows that are shown."""
    found: list[str] = chromium.js(
        "return [...document.querySelectorAll(arguments[0] + ' tbody tr')]"
        ".filter(row => !row.hidden).map(row => row.cells[arguments[1]].textContent)",
        table,
        number,
    )
    return found


def test_a_click_on_a_title_sorts_by_value_and_another_one_the_other_way(
    chromium: Chromium, pages: dict[str, Path]
) -> None:
    chromium.open(pages["answers"])
    table, score = "#t-moved", 4
    before = column(chromium, table, score)
    chromium.click(f"{table} th:nth-child({score + 1}) button")
    values = [float(text) for text in column(chromium, table, score)]
    assert values == sorted(values)
    assert values[0] < 0 < values[-1]
    sorts = f"return [...document.querySelectorAll('{table} thead th')].map(one => one.ariaSort)"
    assert chromium.js(sorts) == ["none", "none", "none", "none", "ascending"]
    chromium.click(f"{table} th:nth-child({score + 1}) button")
    values = [float(text) for text in column(chromium, table, score)]
    assert values == sorted(values, reverse=True)
    assert chromium.js(sorts)[score] == "descending"
    assert sorted(column(chromium, table, score)) == sorted(before)


def test_words_are_sorted_as_the_language_does_and_what_is_empty_stays_last(
    chromium: Chromium, pages: dict[str, Path]
) -> None:
    chromium.open(pages["agencies"])
    for clicks in (1, 2):
        chromium.click("#t-heat th:nth-child(2) button")
        cells = column(chromium, "#t-heat", 1)
        scores = [float(text.replace(",", ".")) for text in cells if text != "–"]
        assert cells[len(scores) :] == ["–"] * (len(cells) - len(scores))
        assert scores == sorted(scores, reverse=clicks == 2)
        assert len(cells) > len(scores) > 2
    chromium.click("#t-indicators th:nth-child(1) button")
    codes = column(chromium, "#t-indicators", 0)
    assert codes == sorted(codes)
    chromium.js("document.querySelector('#t-indicators th:nth-child(2) button').focus()")
    chromium.press("Enter")
    names = column(chromium, "#t-indicators", 1)
    assert [name.lower() for name in names[:3]] == sorted(name.lower() for name in names)[:3]


def test_the_filter_leaves_the_rows_with_all_of_the_words_and_counts_them(
    chromium: Chromium, pages: dict[str, Path]
) -> None:
    chromium.open(pages["agencies"])
    every = column(chromium, "#t-board", 0)
    type_in = (
        "const box = document.querySelector('#f-board'); box.value = arguments[0];"
        "box.dispatchEvent(new Event('input'))"
    )
    chromium.js(type_in, "DINAS pe")
    shown = column(chromium, "#t-board", 0)
    assert 1 < len(shown) < len(every)
    assert all("Dinas" in name and "pe" in name.lower() for name in shown)
    said = "return document.querySelector('#t-board output').textContent"
    assert chromium.js(said) == f"{len(shown)} dari {len(every)} baris"
    chromium.js(type_in, "")
    assert column(chromium, "#t-board", 0) == every
    assert chromium.js(said) == ""


def paper(chromium: Chromium) -> str:
    """Return the colour that the page is on."""
    colour: str = chromium.js("return getComputedStyle(document.body).backgroundColor")
    return colour


def test_it_is_light_or_dark_as_the_system_is_and_a_button_changes_that(
    chromium: Chromium, pages: dict[str, Path]
) -> None:
    chromium.open(pages["target"])
    light = paper(chromium)
    chromium.open(pages["target"], dark=True)
    dark = paper(chromium)
    assert (light, dark) == ("rgb(255, 255, 255)", "rgb(22, 28, 35)")
    pressed = "return document.querySelector('#theme').getAttribute('aria-pressed')"
    assert chromium.js(pressed) == "true"
    chromium.click("#theme")
    assert (paper(chromium), chromium.js(pressed)) == (light, "false")
    chromium.click("#theme")
    assert (paper(chromium), chromium.js(pressed)) == (dark, "true")


def test_the_keyboard_comes_to_the_content_first_and_to_every_control(
    chromium: Chromium, pages: dict[str, Path]
) -> None:
    chromium.open(pages["agencies"])
    chromium.press("Tab")
    focused = "return document.activeElement.className || document.activeElement.id"
    assert chromium.js(focused) == "skip"
    chromium.press("Enter")
    assert chromium.js(focused) == "content"
    stuck = chromium.js(
        "return [...document.querySelectorAll('button, input, a, summary, .scroll')]"
        ".filter(one => one.tabIndex < 0).length"
    )
    assert stuck == 0


@pytest.mark.parametrize("page", ["given", "agencies", "partial"])
def test_on_paper_it_is_white_without_controls_and_fits_an_a4_page(
    page: str, chromium: Chromium, pages: dict[str, Path]
) -> None:
    chromium.open(pages[page], 680, 960, dark=True)  # 180 mm at 96 dots an inch
    chromium.media("print", dark=True)
    assert paper(chromium) == "rgb(255, 255, 255)"
    shown = chromium.js(
        "return [...document.querySelectorAll('nav, #theme, .tools, summary, .skip')]"
        ".filter(one => one.offsetParent !== null).length"
    )
    assert shown == 0
    assert chromium.js("return document.documentElement.scrollWidth") <= 680
    printed = base64.b64decode(
        chromium.ask("Page.printToPDF", preferCSSPageSize=True, printBackground=True)["data"]
    )
    sizes = set(re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", printed))
    assert {(round(float(w)), round(float(h))) for w, h in sizes} == {(595, 842)}


def test_on_paper_the_costs_that_a_slider_goes_through_stand_as_a_table(
    chromium: Chromium, pages: dict[str, Path]
) -> None:
    chromium.open(pages["agencies"], 680, 960)
    shown = (
        "return [...document.querySelectorAll('figure > details:not(.inner)')]"
        ".filter(one => getComputedStyle(one).display !== 'none' &&"
        " getComputedStyle(one, '::details-content').contentVisibility === 'visible')"
        ".map(one => one.querySelector('table').parentNode.parentNode.id)"
    )
    assert chromium.js(shown) == []
    chromium.media("print")
    assert chromium.js(shown) == ["t-frontier"]


def test_titles_are_no_buttons_while_it_prints_so_that_every_page_repeats_them(
    chromium: Chromium, pages: dict[str, Path]
) -> None:
    chromium.open(pages["agencies"])
    buttons = "return document.querySelectorAll('th button').length"
    titles = "return [...document.querySelectorAll('thead th')].map(one => one.textContent)"
    before = chromium.js(buttons), chromium.js(titles)
    chromium.js("dispatchEvent(new Event('beforeprint'))")
    assert (chromium.js(buttons), chromium.js(titles)) == (0, before[1])
    chromium.js("dispatchEvent(new Event('afterprint'))")
    assert (chromium.js(buttons), chromium.js(titles)) == before
    chromium.click("#t-board th:nth-child(1) button")
    assert column(chromium, "#t-board", 0)[0] == "Badan Kepegawaian dan Pengembangan SDM"


def test_a_click_or_a_key_opens_what_is_below_a_column_and_names_keep_apart(
    chromium: Chromium, pages: dict[str, Path]
) -> None:
    chromium.open(pages["agencies"], *PHONE)
    opened = "return [...document.querySelectorAll('details.inner')].filter(o => o.open).length"
    assert chromium.js(opened) == 0
    chromium.js(
        "document.querySelector('#chart-losses > svg [data-opens]')"
        ".dispatchEvent(new MouseEvent('click'))"
    )
    assert chromium.js(opened) == 1
    chromium.press("Enter")  # on its name, which has the focus
    assert chromium.js(opened) == 0
    chromium.js("document.querySelectorAll('details').forEach(one => { one.open = true })")
    faults = chromium.js(
        "const found = [];"
        "document.querySelectorAll('figure svg').forEach(svg => {"
        " const texts = [...svg.querySelectorAll('text')];"
        " const boxes = texts.map(one => one.getBBox());"
        " boxes.forEach((a, at) => { if (a.x < -2 || a.x + a.width > svg.viewBox.baseVal.width + 1)"
        "   found.push('out ' + texts[at].textContent);"
        "  boxes.slice(at + 1).forEach(b => { if ("
        "   Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x) > 1 &&"
        "   Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y) > 5)"
        "   found.push('meet ' + texts[at].textContent) }) }) });"
        "return [found, document.querySelectorAll('figure svg').length]"
    )
    assert faults[0] == []
    assert faults[1] > 10


def test_a_slider_says_what_each_score_costs(chromium: Chromium, pages: dict[str, Path]) -> None:
    chromium.open(pages["agencies"])
    said = "return document.querySelector('.slider output').textContent"
    first = chromium.js(said)
    chromium.js(
        "const input = document.querySelector('.slider input'); input.value = input.max;"
        "input.dispatchEvent(new Event('input'))"
    )
    assert first.startswith("Nilai 3,09 · Biaya 0")
    assert chromium.js(said).startswith("Nilai 4,00 · Biaya ")
    marked = "return document.querySelectorAll('#chart-frontier .zone.on').length"
    assert chromium.js(marked) == 1
