"""Reports of many units: what they show, what they fold, and what they leave out."""

from __future__ import annotations

import re
from fractions import Fraction
from io import BytesIO
from itertools import pairwise

import pytest

from kediri_index.model.language import Language
from kediri_index.model.league import League
from kediri_index.model.scores import UnitResult
from kediri_index.present.charts.drawing import Dot, Lettering, ShapeRole, Zone
from kediri_index.present.charts.ranking import FEW, stretches
from kediri_index.present.document import Chart, Document, Table
from kediri_index.present.renderers.html import report_html
from kediri_index.present.yearly.report import FORMS, document, render_report
from tests.present.yearly.leagues import (
    LEAGUES,
    OWN,
    country,
    few,
    league_document,
    names_of,
    panel,
    reported,
)
from tests.present.yearly.shown import READERS, by_document
from tests.present.yearly.test_figures import FIGURE, charts_of

CASES = [(name, language) for name in LEAGUES for language in Language]
MOST_BYTES = 3_000_000


def chart_of(worded: Document, chart_id: str) -> Chart:
    return next(one for one in charts_of(worded) if one.id == chart_id)


def table_of(worded: Document, table_id: str) -> Table:
    return next(one for one in worded.tables() if one.id == table_id)


def units_of(name: str) -> tuple[UnitResult, ...]:
    league = reported(name)
    assert isinstance(league, League)
    return league.units


def sections(worded: Document) -> list[str]:
    return [one.id for one in worded.sections]


def texts(chart: Chart) -> list[str]:
    return [one.text for one in chart.drawing.shapes if isinstance(one, Lettering)]


@pytest.mark.parametrize(("name", "language"), CASES)
@pytest.mark.parametrize("form", READERS)
def test_every_format_shows_the_same_tables_and_figures(
    form: str, name: str, language: Language
) -> None:
    worded = league_document(name, language)
    wanted, shown = by_document(worded, drawn=form != "md"), READERS[form](worded)
    assert {"units", "relations"} <= {table.id for table in worded.tables()}
    assert shown.tables == wanted.tables
    assert shown.figures == wanted.figures


@pytest.mark.parametrize("name", LEAGUES)
def test_both_languages_have_the_same_figures_behind_their_texts(name: str) -> None:
    indonesian, english = (league_document(name, language).tables() for language in Language)
    assert [table.id for table in indonesian] == [table.id for table in english]
    for one, other in zip(indonesian, english, strict=True):
        assert [[cell.value for cell in row] for row in one.rows] == [
            [cell.value for cell in row] for row in other.rows
        ]


@pytest.mark.parametrize(("name", "language"), CASES)
def test_every_figure_in_a_chart_of_units_stands_in_its_table(
    name: str, language: Language
) -> None:
    checked = 0
    for chart in charts_of(league_document(name, language)):
        if chart.id.removeprefix("chart-") not in {
            *("ranking", "spread", "classes", "movers", "rank-movers", "relations"),
            "unit-groups",
        }:
            continue
        told = " ".join(cell.text for row in chart.table.rows for cell in row) + chart.table.note
        numbers = {str(at) for at in range(1, len(chart.table.rows) + 1)}
        numbers |= set(re.findall(FIGURE, OWN))
        for shape in chart.drawing.shapes:  # those of an axis are muted
            if isinstance(shape, Lettering) and shape.role is not ShapeRole.MUTED:
                figures = set(re.findall(FIGURE, shape.text))
                assert figures <= {*re.findall(FIGURE, told), *numbers}, (chart.id, shape.text)
                checked += len(figures)
    assert checked > 20


def test_the_ranking_has_a_dot_at_the_score_of_each_unit() -> None:
    worded = league_document("example", Language.ID)
    units = units_of("example")
    chart = chart_of(worded, "chart-ranking")
    dots = [
        one
        for one in chart.drawing.shapes
        if isinstance(one, Dot) and one.role is ShapeRole.MAIN and one.radius == 4
    ]
    scores = [float(one.overall.published or 0) for one in units]
    assert len(dots) == len(units) == 20
    assert [one.y for one in dots] == sorted(one.y for one in dots)
    step = (dots[0].x - dots[-1].x) / (scores[0] - scores[-1])
    assert [one.x for one in dots] == pytest.approx(
        [dots[-1].x + (score - scores[-1]) * step for score in scores]
    )
    ranged = [one for one in units if one.range_if_missing]
    assert len(ranged) == 2
    assert [row[3].text for row in chart.table.rows if row[3].text != "–"] == [
        "58,78–68,78",
        "54,85–67,35",
    ]


def test_of_very_many_units_the_ends_and_ones_own_are_named_and_the_others_are_there() -> None:
    worded = league_document("own", Language.ID)
    chart = chart_of(worded, "chart-ranking")
    rows = table_of(worded, "units").rows
    (at,) = [at for at, row in enumerate(rows) if row[1].text == OWN]
    dots = [one for one in chart.drawing.shapes if isinstance(one, Dot) and one.y > 30]
    drawn = [one for one in dots if one.role is not ShapeRole.PAPER]
    assert len(drawn) == len(rows) == 120
    assert [one.radius for one in drawn if one.role is ShapeRole.MAIN] == [4]
    bold = [one.text for one in chart.drawing.shapes if isinstance(one, Lettering) and one.bold]
    assert bold == ["Kab. Penukal Abab Lema…", rows[at][2].text]
    zones = [one.text for one in chart.drawing.shapes if isinstance(one, Zone)]
    listed = [one for one in zones if ": " in one and "daerah" not in one]
    assert [f"{rows[near][0].text}. {rows[near][1].text}" for near in range(at - 3, at + 4)] == [
        one.partition(":")[0] for one in listed[12:19]
    ]
    folded = [re.findall(r"\d+", one) for one in zones if "daerah" in one]
    assert [int(count) for _, _, count in folded] == [at - 3 - 12, 120 - 10 - at - 4]
    assert chart.drawing.height < 960  # else a page of a Word document has no room


@pytest.mark.parametrize("count", [2, FEW, FEW + 1, 60, 514])
@pytest.mark.parametrize("own", [None, 0, 14, -1])
def test_what_is_not_listed_is_more_than_a_few(count: int, own: int | None) -> None:
    place = None if own is None else min(own % count, count - 1)
    listed = stretches(count, place)
    assert listed[0].start == 0
    assert listed[-1].stop == count
    assert place is None or any(place in one for one in listed)
    gaps = [after.start - one.stop for one, after in pairwise(listed)]
    assert all(gap >= 4 for gap in gaps)
    assert sum(map(len, listed)) + sum(gaps) == count


def test_steps_and_classes_count_every_unit_once() -> None:
    worded = league_document("country", Language.EN)
    spread, classes = table_of(worded, "spread"), table_of(worded, "classes")
    scores = [one.overall.published or Fraction(0) for one in units_of("country")]
    assert sum(int(row[2].value or 0) for row in spread.rows) == 514
    for start, end, count in ((row[0].value, row[1].value, row[2].value) for row in spread.rows):
        assert sum((start or 0) <= score < (end or 0) for score in scores) == count
    assert [row[0].text for row in classes.rows] == ["High", "Medium", "Low"]
    assert [row[1].text for row in classes.rows] == ["from 60", "from 50, below 60", "below 50"]
    counts = [sum(score >= 60 for score in scores), sum(50 <= score < 60 for score in scores)]
    assert [row[2].value for row in classes.rows] == [*counts, 514 - sum(counts)]
    assert sum(Fraction(row[3].value or 0) for row in classes.rows) == 1


def test_movers_are_those_that_rose_and_fell_most_from_last_years_rank_and_score() -> None:
    worded = league_document("country", Language.EN)
    units = units_of("country")
    known = [one for one in units if one.change is not None]
    assert len(known) == 511  # three were not there last year
    change = {one.unit or "": one.change or Fraction(0) for one in known}
    ordered = sorted(change, key=lambda one: -change[one])
    table = table_of(worded, "movers")
    told = {row[0].text: row for row in table.rows}
    assert {*ordered[:5], *ordered[-5:]} <= set(told)
    rows = {row[1].text: row for row in table_of(worded, "units").rows}
    titles = [column.title for column in table_of(worded, "units").columns]
    for name, row in told.items():
        assert row[3].value == change[name] == rows[name][titles.index("Change")].value
        before, now, moved = (int(one.value or 0) for one in row[4:7])
        assert before - now == moved == rows[name][titles.index("Ranks up or down")].value
    ranks = [row[6].value or 0 for row in table.rows]
    everywhere = [row[titles.index("Ranks up or down")].value or 0 for row in rows.values()]
    assert (max(ranks), min(ranks)) == (max(everywhere), min(everywhere))


def test_correlations_are_those_of_the_scores_of_the_parts() -> None:
    numpy = pytest.importorskip("numpy")
    worded = league_document("country", Language.EN)
    columns = numpy.array(
        [[float(group.figure.score or 0) for group in one.groups] for one in units_of("country")]
    )
    wanted = numpy.corrcoef(columns, rowvar=False)
    for at, row in enumerate(table_of(worded, "relations").rows):
        for other, cell in enumerate(row[1:]):
            if at == other:
                assert cell.text == "–"
            else:
                assert float(cell.value or 0) == pytest.approx(wanted[at][other], abs=0.005)


def test_there_is_nothing_without_a_basis() -> None:
    both = {"ranking", "units"}
    assert not both & set(sections(few(1)))
    assert {"spread", "relations", "movers"} & set(sections(few(4))) == set()
    assert both <= set(sections(few(4)))
    assert {"spread", "relations", "movers"} & set(sections(few(9))) == {"spread"}
    assert {"spread", "relations", "movers"} & set(sections(few(10))) == {"spread", "relations"}
    assert {"movers"} & set(sections(few(4, previous=True))) == {"movers"}
    two_parts = few(12, indicators=2)
    assert "relations" not in sections(two_parts)
    assert "Strips" not in " ".join(texts(chart_of(two_parts, "chart-ranking")))


def test_units_without_a_score_stand_last_and_are_named() -> None:
    from kediri_index.usecases.report import yearly_report  # noqa: PLC0415 - this test's own

    names = names_of(6)
    found = yearly_report(panel(names, 2023, 3, holes=0.5), country(3), allow_errors=True).found
    assert isinstance(found, League)
    worded = document(found, Language.EN)
    none = [one.unit for one in found.units if one.overall.published is None]
    assert none
    assert [row[1].text for row in table_of(worded, "units").rows][-len(none) :] == none
    assert worded.head.summary == (f"Without a score: {', '.join(map(str, none))}.",)


def test_the_first_screen_names_both_ends_the_middle_and_what_moved() -> None:
    head = league_document("example", Language.ID).head
    assert head.title == "20 daerah · 2023"
    assert head.headline == (
        "Kabupaten Rekaan 19 tertinggi (69,01), Kabupaten Rekaan 16 terendah (56,15)"
    )
    assert [(fact.label, fact.text) for fact in head.facts] == [
        ("Daerah yang dinilai", "20"),
        ("Nilai tengah", "64,36"),
    ]
    assert head.absent == "Tidak tersedia: nilai tahun sebelumnya."
    moved = league_document("country", Language.EN).head.facts[-1]
    up = sum((one.change or 0) > 0 for one in units_of("country"))
    down = sum((one.change or 0) < 0 for one in units_of("country"))
    assert (moved.label, moved.text) == ("Since 2022", f"▲\u00a0{up} ▼\u00a0{down}")


@pytest.mark.parametrize("form", FORMS)
def test_the_same_league_is_the_same_bytes(form: str) -> None:
    assert render_report(reported("example"), form) == render_report(reported("example"), form)


def test_a_league_of_a_country_stays_below_three_megabytes() -> None:
    assert len(report_html(league_document("country", Language.ID)).encode()) < MOST_BYTES


def test_a_workbook_has_the_units_as_numbers_with_a_filter() -> None:
    openpyxl = pytest.importorskip("openpyxl")
    data = render_report(reported("country"), "xlsx", Language.EN)
    book = openpyxl.load_workbook(BytesIO(data))
    sheet = book["Units"]
    wanted = table_of(league_document("country", Language.EN), "units")
    rows = list(sheet.iter_rows(values_only=True))
    (head,) = [at for at, row in enumerate(rows) if row[0] == "Rank"]
    assert sheet.auto_filter.ref is not None
    drawn = {one: len(book[one]._charts) for one in ("Report", "Units")}  # noqa: SLF001 - no other
    assert drawn == {"Report": 2, "Units": 1}
    (scores,) = sheet._charts[0].series  # noqa: SLF001 - likewise
    assert scores.val.numRef.f == f"Units!$C${head + 2}:$C${head + 515}"
    for row, cells in zip(rows[head + 1 :], wanted.rows, strict=False):
        for told, cell in zip(row, cells, strict=False):
            if cell.value is None:
                assert told == cell.text
            else:
                assert told == pytest.approx(float(cell.value))
