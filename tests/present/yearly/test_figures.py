"""One set of figures for all formats: what each shows is what the document says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import pairwise

import pytest

from kediri_index.messages.values import fixed, localised
from kediri_index.model.language import Language
from kediri_index.present.charts.drawing import Lettering, ShapeRole
from kediri_index.present.document import Chart, ColumnKind, Document, Paragraph
from tests.present.yearly.reports import NAMES, document_of, yearly_of
from tests.present.yearly.shown import READERS, by_document

FIGURE = r"[+-]?\d[\d.,]*\d|[+-]?\d"
CASES = [(name, language) for name in NAMES for language in Language]


def charts_of(document: Document) -> list[Chart]:
    return [
        block
        for section in document.sections
        for block in section.blocks
        if isinstance(block, Chart)
    ]


def with_parts(charts: Iterable[Chart]) -> Iterator[Chart]:
    """Yield the charts, and below each those that it opens."""
    for chart in charts:
        yield chart
        yield from with_parts(chart.parts)


@pytest.mark.parametrize(("name", "language"), CASES)
@pytest.mark.parametrize("form", READERS)
def test_every_format_shows_the_same_tables_and_figures(
    form: str, name: str, language: Language
) -> None:
    document = document_of(name, language)
    wanted, shown = by_document(document, drawn=form != "md"), READERS[form](document)
    assert len(wanted.tables) >= 3
    assert shown.tables == wanted.tables
    assert shown.figures == wanted.figures


@pytest.mark.parametrize("name", NAMES)
def test_both_languages_have_the_same_figures_behind_their_texts(name: str) -> None:
    indonesian, english = (document_of(name, language) for language in Language)
    assert [table.id for table in indonesian.tables()] == [table.id for table in english.tables()]
    for one, other in zip(indonesian.tables(), english.tables(), strict=True):
        assert [column.kind for column in one.columns] == [column.kind for column in other.columns]
        values = [[cell.value for cell in row] for row in one.rows]
        assert values == [[cell.value for cell in row] for row in other.rows]


@pytest.mark.parametrize(("name", "language"), CASES)
def test_a_number_is_shown_as_its_column_says(name: str, language: Language) -> None:
    checked = 0
    for table in document_of(name, language).tables():
        assert {len(row) for row in table.rows} <= {len(table.columns)}
        for row in table.rows:
            for column, cell in zip(table.columns, row, strict=True):
                if cell.value is None or column.decimals is None:
                    continue
                assert column.kind is ColumnKind.NUMBER
                said = localised(fixed(Fraction(cell.value), column.decimals), language)
                assert cell.text.removeprefix("+") == said
                checked += 1
    assert checked > 10


@pytest.mark.parametrize(("name", "language"), CASES)
def test_every_figure_in_a_chart_stands_in_its_table(name: str, language: Language) -> None:
    charts = charts_of(document_of(name, language))
    assert len(charts) >= 2
    for chart in with_parts(charts):
        told = " ".join(cell.text for row in chart.table.rows for cell in row)
        yearly = yearly_of(name)
        aims = (yearly.result.target, yearly.plan and yearly.plan.target)
        goal = {localised(f"{float(target):g}", language) for target in aims if target}
        if yearly.comparison is not None:
            goal.add(str(yearly.comparison.old.year))
        for shape in chart.drawing.shapes:  # those of an axis are muted
            if isinstance(shape, Lettering) and shape.role is not ShapeRole.MUTED:
                figures = set(re.findall(FIGURE, shape.text))
                assert figures <= {*re.findall(FIGURE, told), *goal}, (chart.id, shape.text)


def test_a_staircase_says_why_its_end_stands_short_of_a_target_that_is_reached() -> None:
    def note(name: str) -> str:
        charts = charts_of(document_of(name, Language.ID))
        return next(one.note for one in charts if one.id == "chart-staircase")

    assert "sampai 3,3907; nilai resmi setelah rencana 3,40" in note("kota-kediri-2022")
    assert note("kabupaten-malang-2023") == ""


@pytest.mark.parametrize("name", ["kota-kediri-2023", "kabupaten-malang-2023"])
def test_the_parts_of_the_change_add_up_to_it(name: str) -> None:
    comparison = yearly_of(name).comparison
    assert comparison is not None
    tables = {table.id: table for table in document_of(name, Language.EN).tables()}
    assert sum(row[-1].value or 0 for row in tables["moved"].rows) == comparison.change
    table = tables["staircase"]
    change = [column.title for column in table.columns].index("Change")
    now = next(at for at, row in enumerate(table.rows) if row[0].text == "2023")
    assert sum(row[change].value or 0 for row in table.rows[:now]) == comparison.change
    for before, row in pairwise(table.rows):
        if before[change].value is not None and row[change].value is not None:
            assert (row[-1].value or 0) - (before[-1].value or 0) == row[change].value


def test_the_page_in_words_says_number_target_change_and_what_is_missing() -> None:
    head = document_of("kota-kediri-2022", Language.ID).head
    assert (head.title, head.score, head.of) == ("Kota Kediri · 2022", "3,31", "dari 4")
    assert [(fact.text, fact.note) for fact in head.facts] == [
        ("3,4", "kurang 0,09"),
        ("▲ 0,25", "dari 3,06 pada 2021"),
        ("10 dari 10", "tidak ada yang kurang"),
    ]
    assert head.headline == "Naik 0,25 menjadi 3,31"


def test_a_change_from_a_figure_that_was_computed_again_says_what_was_published() -> None:
    head = document_of("kota-kediri-2023", Language.EN).head
    assert (head.score, head.facts[0].text) == ("3.20", "▼ 0.12")
    assert head.facts[0].note == "from 3.32 in 2022, recomputed; published score 3.31"
    points = {point.year: point.score for point in yearly_of("kota-kediri-2023").years}
    assert points[2022] == Fraction("3.31")


@pytest.mark.parametrize("language", Language)
def test_partial_figures_say_so_and_name_the_agencies_that_are_not_complete(
    language: Language,
) -> None:
    document = document_of("salah", language)
    assert "27" in document.warning
    (missing,) = [section for section in document.sections if section.id == "missing"]
    said = " ".join(block.text for block in missing.blocks if isinstance(block, Paragraph))
    assert "Setda" in said
    assert document_of("kota-contoh", language).warning == ""
