"""The page: one file without any address, the same bytes each time, nothing of it from outside."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest

from kediri_index.model.language import Language
from kediri_index.present.document import ColumnKind, Section, Table, TableCell, TableColumn
from kediri_index.present.renderers.html import report_html
from kediri_index.present.renderers.md import rendered
from kediri_index.present.yearly.report import document
from kediri_index.usecases.inputs import load_definition, load_profile, read_workbooks
from kediri_index.usecases.report import yearly_report
from tests.findings.building import xlsx
from tests.present.yearly.reports import NAMES, document_of, yearly_of
from tests.present.yearly.test_figures import charts_of

HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(1)>'


class Elements(HTMLParser):
    """Lists every element with its attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def named(self, name: str) -> list[dict[str, str | None]]:
        return [attributes for tag, attributes in self.found if tag == name]


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """A report in whose names, answers, files and definition stands what looks like markup."""
    folder = tmp_path_factory.mktemp("hostile")
    quoted = HOSTILE.replace("'", "''")
    (folder / "indeks.yaml").write_text(
        "\n".join(
            [
                "kediri_index: 1",
                "id: jahat",
                "version: '</style><script>alert(2)</script>'",
                "status: own",
                f"title: '{quoted}'",
                "language: id",
                f"source: '{quoted}'",
                "scale: {min: 0, max: 4}",
                "missing: {answers: exclude}",
                "kinds:",
                f"  pillar: {{name: '{quoted}'}}",
                "groups:",
                *(
                    f"  - {{id: p{n}, kind: pillar, weight: 1, name: '{n} {quoted}'}}"
                    for n in range(1, 5)
                ),
                "indicators:",
                *(
                    f"  - {{id: I{n}, in: p{n}, name: '{n} {quoted}', score: {{method: as_given}}}}"
                    for n in range(1, 5)
                ),
            ]
        ),
        encoding="utf-8",
    )
    (folder / "profile.yaml").write_text(
        "\n".join(
            [
                f"unit: '{quoted}'",
                "opd:",
                f"  - {{id: dinas, name: '{quoted}'}}",
                "assign: {dinas: ['I*']}",
                "targets: {2023: 3.5}",
                "history: {2022: 3}",
            ]
        ),
        encoding="utf-8",
    )
    name = "<img src=x onerror=alert(3)> & </script>.xlsx".replace("/", "\N{DIVISION SLASH}")
    (folder / name).write_bytes(
        xlsx(
            {
                "Identitas": [("Wilayah", HOSTILE), ("Tahun", 2023), ("OPD", HOSTILE)],
                "<u>Penilaian</u>"[:20].replace("/", ""): [
                    ("Kode", "Indikator", "Nilai asesor", "Bukti"),
                    ("I1", "x", 3, HOSTILE),
                    ("I2", "x", 2, None),
                    ("I3", "x", 4, None),
                    ("I4", "x", HOSTILE, None),
                ],
            }
        )
    )
    definition = load_definition(folder / "indeks.yaml")
    found = yearly_report(
        read_workbooks(folder / name),
        definition,
        load_profile(folder / "profile.yaml"),
        allow_errors=True,
    )
    assert found.yearly is not None
    assert found.yearly.result.unit == HOSTILE
    worded = document(found.yearly, Language.ID)
    assert worded.warning
    assert charts_of(worded)
    return {"html": report_html(worded), "md": rendered(worded)}


@pytest.mark.parametrize("name", NAMES)
def test_two_runs_give_the_same_bytes(name: str) -> None:
    again = document(yearly_of(name), Language.ID)
    assert report_html(again) == report_html(document_of(name, Language.ID))


def test_nothing_from_a_workbook_a_profile_or_a_definition_becomes_markup(
    hostile: dict[str, str],
) -> None:
    page = Elements(hostile["html"])
    assert hostile["html"].count("alert(1)") >= 10  # it is all there, as text
    assert {tag for tag, _ in page.found} & {"img", "u", "iframe"} == set()
    assert len(page.named("script")) == 1
    assert len(page.named("style")) == 1
    handlers = [key for _, attributes in page.found for key in attributes if key.startswith("on")]
    assert handlers == []


def test_nor_does_it_in_markdown(hostile: dict[str, str]) -> None:
    unescaped = re.findall(r"(?<!\\)<[a-z/]", hostile["md"])
    assert unescaped == []


@pytest.mark.parametrize("name", NAMES)
def test_the_page_names_no_address_and_forbids_to_load_any(name: str) -> None:
    page = report_html(document_of(name, Language.EN))
    elements = Elements(page)
    (policy,) = [
        one["content"] or ""
        for one in elements.named("meta")
        if one.get("http-equiv") == "Content-Security-Policy"
    ]
    assert policy.startswith("default-src 'none';")
    links = [one["href"] or "" for one in elements.named("a")]
    assert links
    assert {link[0] for link in links} == {"#"}
    assert not any("src" in attributes for _, attributes in elements.found)
    assert "url(" not in page
    assert "@import" not in page
    assert elements.named("link") == []


@pytest.mark.parametrize("name", NAMES)
def test_every_id_is_there_once_and_every_reference_finds_one(name: str) -> None:
    elements = Elements(report_html(document_of(name, Language.EN)))
    ids = [one["id"] for _, one in elements.found if "id" in one]
    assert len(ids) == len(set(ids))
    wanted = {one["href"][1:] for one in elements.named("a") if one["href"]}
    for key in ("aria-labelledby", "for"):
        wanted |= {one[key] for _, one in elements.found if one.get(key)}  # type: ignore[misc]
    assert wanted <= set(ids)


@pytest.mark.parametrize("language", Language)
def test_the_page_says_its_language_and_has_its_landmarks_and_headings_in_order(
    language: Language,
) -> None:
    elements = Elements(report_html(document_of("kota-contoh", language)))
    assert elements.named("html") == [{"lang": language.value}]
    tags = [tag for tag, _ in elements.found]
    assert [tags.count(one) for one in ("main", "nav", "header", "footer", "h1")] == [1] * 5
    levels = [int(tag[1]) for tag in tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("name", NAMES)
def test_every_table_has_a_caption_and_heads_for_columns_and_rows(name: str) -> None:
    elements = Elements(report_html(document_of(name, Language.ID)))
    tables, rows = len(elements.named("table")), len(elements.named("tr"))
    assert len(elements.named("caption")) == tables
    scopes = [one["scope"] for one in elements.named("th")]
    assert scopes.count("row") == rows - tables
    assert set(scopes) == {"row", "col"}


def test_partial_figures_are_marked_on_screen_and_on_every_printed_page() -> None:
    worded = document_of("salah", Language.EN)
    page = report_html(worded)
    assert page.count(worded.warning) == 2  # above, and at the foot
    for place, words in (("top-left", worded.warning), ("bottom-left", worded.foot)):
        said = re.search(rf'@{place} \{{ content: "([^"]*)"', page)
        assert said is not None
        # a number of CSS takes one space after it along
        shown = re.sub(r"\\([0-9a-f]{1,6})\s?", lambda one: chr(int(one[1], 16)), said[1])
        assert shown == words


def test_the_report_needs_no_more_than_its_own_files() -> None:
    folder = Path(__file__).parents[3] / "src" / "kediri_index" / "present" / "renderers" / "page"
    assert {path.name for path in folder.iterdir()} == {"report.css", "report.html", "report.js"}


def test_a_long_code_may_break_so_that_no_table_is_wider_than_its_page() -> None:
    codes = ("I-1", "X" * 40, "a" * 64)
    table = Table(
        "t",
        "Kode",
        (TableColumn("Kode", ColumnKind.CODE),),
        tuple((TableCell(one),) for one in codes),
    )
    made = document_of("kota-kediri-2022", Language.ID)._replace(
        sections=(Section("s", "Kode", (table,)),)
    )
    cells = Elements(report_html(made)).named("th")[1:]
    assert [cell["class"] for cell in cells] == ["code", "code path", "code wide"]
    assert "overflow-wrap: break-word" in report_html(made)
