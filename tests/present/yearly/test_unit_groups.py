"""Groups of units in reports of many units: the picture, its table, the place of one unit."""

from __future__ import annotations

from io import BytesIO

import pandas as pd
import pytest

from kediri_index.model.language import Language
from kediri_index.model.league import League
from kediri_index.model.profile import Hints, Profile
from kediri_index.model.yearly import Yearly
from kediri_index.present.charts.drawing import Dot, Lettering, ShapeRole, Stroke, Zone
from kediri_index.present.document import Chart, Document, Paragraph, Table
from kediri_index.present.yearly.league import UnitFiles
from kediri_index.present.yearly.report import document, render_report
from kediri_index.usecases.inputs import Submission
from kediri_index.usecases.report import unit_reports, yearly_report
from tests.findings.building import ONE_GROUP, TOP, csv_table, definition
from tests.present.yearly.leagues import (
    OWN,
    country,
    in_provinces,
    league_document,
    names_of,
    panel,
    reported,
)
from tests.present.yearly.test_league import chart_of, sections, table_of, texts


def frame() -> pd.DataFrame:
    """Return the units of the report with their provinces, published scores and parts."""
    found = reported("groups")
    assert isinstance(found, Yearly)
    assert found.league is not None
    profile = found.outcome.profile
    assert profile is not None
    province = {
        unit: name for name, units in profile.unit_groups["provinsi"].items() for unit in units
    }
    return pd.DataFrame(
        {
            "unit": one.unit,
            "province": province.get(one.unit or "", "tanpa provinsi"),
            "score": float(one.overall.published or 0),
            "rank": one.rank,
            **{group.id: float(group.figure.published or 0) for group in one.groups},
        }
        for one in found.league.units
    )


def league(names: list[str], profile: Profile, indicators: int = 24) -> League:
    found = yearly_report(
        panel(names, 2023, indicators), country(indicators), profile, each=True
    ).league
    assert found is not None
    return found


def words(worded: Document, section: str) -> list[str]:
    (found,) = [one for one in worded.sections if one.id == section]
    return [one.text for one in found.blocks if isinstance(one, Paragraph)]


def test_the_table_has_the_means_of_pandas_over_the_published_scores() -> None:
    worded = league_document("groups", Language.ID)
    table = table_of(worded, "unit-groups")
    grouped = frame().groupby("province")
    rows = {row[0].text: row for row in table.rows}
    assert set(rows) == set(grouped.groups)
    assert [*rows][-1] == "tanpa provinsi"
    means = [float(row[2].value or 0) for row in table.rows][:-1]
    assert means == sorted(means, reverse=True)
    for name, units in grouped:
        row, score = rows[str(name)], units["score"]
        assert row[1].value == len(units)
        expected = [score.mean(), score.median(), score.min(), score.max()]
        shown = [float(cell.value or 0) for cell in row[2:6]]
        assert shown == pytest.approx(expected, abs=0.005 + 1e-9)
        parts = [units[f"p{at}"].mean() for at in range(8)]
        (means_of,) = [
            row[1:] for row in table_of(worded, "unit-group-parts").rows if row[0].text == str(name)
        ]
        assert [float(cell.value or 0) for cell in means_of] == pytest.approx(parts, abs=0.005001)


def test_the_picture_has_a_dot_for_each_unit_on_the_line_of_its_group() -> None:
    worded = league_document("groups", Language.ID)
    chart, data = chart_of(worded, "chart-unit-groups"), frame()
    shapes = chart.drawing.shapes
    titles = [
        one for one in shapes if isinstance(one, Lettering) and one.x == 0 and one.size == 12.5
    ]
    assert len(titles) == len(table_of(worded, "unit-groups").rows) == 7
    drawn = [one for one in shapes if isinstance(one, Dot) and one.role is not ShapeRole.PAPER]
    for at, row in enumerate(chart.table.rows):
        inside = [one for one in drawn if abs(one.y - (titles[at].y - 4.4)) < 0.01]
        assert len(inside) == (row[1].value or 0) + (1 if titles[at].bold else 0)
    (own,) = [one for one in drawn if one.role is ShapeRole.MAIN and one.radius == 5]
    province = data.loc[data["unit"] == OWN, "province"].item()
    (bold,) = [one for one in titles if one.bold]
    assert bold.text == province
    assert own.y == pytest.approx(bold.y - 4.4)
    marks = [one for one in shapes if isinstance(one, Stroke) and one.role is ShapeRole.INK]
    means = [float(row[2].value or 0) for row in chart.table.rows]
    step = (marks[1].x1 - marks[-2].x1) / (means[0] - means[-2])
    assert [one.x1 for one in marks[1:]] == pytest.approx(  # the first is the legend's
        [marks[1].x1 + (mean - means[0]) * step for mean in means]
    )
    zones = {one.text for one in shapes if isinstance(one, Zone)}
    for one in data.itertuples():
        assert f"{one.unit}: {one.score:.2f}".replace(".", ",") in zones
    assert chart.description.count("rata-rata") == 7 + 1


def test_a_unit_without_a_group_is_named_and_the_ends_with_their_size() -> None:
    said = words(league_document("groups", Language.EN), "unit-groups")
    rows = table_of(league_document("groups", Language.EN), "unit-groups").rows
    best, worst = rows[0], rows[-2]
    count = {1: "1 unit"}.get(int(best[1].value or 0), f"{best[1].text} units")
    assert said[0].startswith(f"Highest mean: {best[0].text} ({best[2].text}, {count}); lowest: ")
    assert f"{worst[0].text} ({worst[2].text}, " in said[0]
    assert said[1] == f"Without provinsi: {', '.join(sorted(names_of(120)[-3:], key=rank_of))}."


def rank_of(unit: str) -> int:
    data = frame()
    return int(data.loc[data["unit"] == unit, "rank"].item())


def test_the_table_of_units_says_the_rank_within_the_group() -> None:
    worded, data = league_document("groups", Language.ID), frame()
    data["place"] = data.groupby("province")["rank"].rank(method="min")
    sizes = data["province"].value_counts().to_dict()
    expected = {
        str(unit): f"{place:.0f} dari {sizes[province]}"
        if sizes[province] > 1 and province != "tanpa provinsi"
        else "–"
        for unit, province, place in zip(data["unit"], data["province"], data["place"], strict=True)
    }
    table = table_of(worded, "units")
    assert [column.title for column in table.columns[2:5]] == [
        "Nilai",
        "provinsi",
        "Peringkat dalam kelompok",
    ]
    ranks = {unit: place.partition(" ")[0] for unit, place in expected.items()}
    assert {row[1].text: row[4].text for row in table.rows} == ranks
    assert f"Peringkat {expected[OWN]} di " in words(worded, "standing")[1]
    zones = [
        one.text
        for one in chart_of(worded, "chart-ranking").drawing.shapes
        if isinstance(one, Zone)
    ]
    (own,) = [one for one in zones if OWN in one]
    assert f"; {data.loc[data['unit'] == OWN, 'province'].item()} {expected[OWN]}; " in own


def test_pages_of_units_say_their_place_and_the_index_is_by_group() -> None:
    names = names_of(12)
    found = league(names, in_provinces(names))
    files = UnitFiles([f"{at}.html" for at in range(12)], "index.html")
    index = document(found, Language.EN, files)
    table = table_of(index, "by-group")
    groups = [row[0].text for row in table_of(index, "unit-groups").rows]
    of_rows = [row[0].text for row in table.rows]
    assert [*dict.fromkeys(of_rows)] == groups
    assert of_rows == sorted(of_rows, key=groups.index)
    by_group: dict[str, list[int]] = {}
    for row in table.rows:
        by_group.setdefault(row[0].text, []).append(int(row[4].value or 0))
        assert row[2].file
    assert all(ranks == sorted(ranks) for ranks in by_group.values())
    assert "by-group" not in sections(document(found, Language.EN))
    said = {
        page.result.unit: words(document(page, Language.EN, files), "standing")[1]
        for page in unit_reports(found)
    }
    for row in table.rows:
        name, rank, unit = row[0].text, row[1].text, row[2].text
        if name == "without provinsi":
            assert said[unit] == "Without provinsi."
        elif rank == "–":
            assert said[unit] == f"In {name} (provinsi)."
        else:
            assert said[unit] == f"Rank {rank} of {of_rows.count(name)} in {name} (provinsi)."


def test_a_report_without_groups_has_neither_section_nor_column() -> None:
    for name in ("example", "own"):
        worded = league_document(name, Language.EN)
        assert not {"unit-groups", "by-group"} & set(sections(worded))
        assert "Rank in group" not in [one.title for one in table_of(worded, "units").columns]


def test_an_index_without_groups_has_the_ranking_alone() -> None:
    names = names_of(6)
    files = UnitFiles([f"{at}.html" for at in range(6)], "index.html")
    worded = document(league(names, Profile()), Language.EN, files)
    assert not {"unit-groups", "unit-group-parts", "by-group"} & set(sections(worded))
    assert "units" in sections(worded)


def test_an_index_of_one_part_has_no_means_of_parts() -> None:
    one = definition(f"{TOP}{ONE_GROUP}\nindicators: [{{id: A-1, in: a, name: A}}]\n")
    table = csv_table("unit,year,jenis,A-1\nA,2023,Kota,1\nB,2023,Kota,2\nC,2023,Desa,3\n")
    found = yearly_report(Submission((table,)), one, hints=Hints(by="jenis")).league
    assert found is not None
    worded = document(found, Language.EN)
    assert "unit-groups" in sections(worded)
    assert "unit-group-parts" not in sections(worded)


def test_very_many_groups_are_a_table_without_a_picture() -> None:
    names = names_of(70)
    every = {name: {name.upper(): (name,) for name in names} for name in ("sendiri",)}
    worded = document(league(names, Profile(unit_groups=every)), Language.ID)
    (section,) = [one for one in worded.sections if one.id == "unit-groups"]
    assert [type(one) for one in section.blocks] == [Paragraph, Table]


def test_one_group_has_no_highest_and_one_without_scores_no_line() -> None:
    names = names_of(6)
    both = {"jenis": {"Kota": tuple(names[:3]), "Kosong": tuple(names[3:])}}
    rows = "unit,year,I-000\n" + "".join(
        f"{name},2023,{10 + at if at < 3 else 'n/a'}\n" for at, name in enumerate(names)
    )
    table = Submission((csv_table(rows),))
    found = yearly_report(table, country(1), Profile(unit_groups=both)).league
    assert found is not None
    worded = document(found, Language.EN)
    assert words(worded, "unit-groups") == []
    rows_of = table_of(worded, "unit-groups").rows
    assert [[cell.text for cell in row[:4]] for row in rows_of] == [
        ["Kota", "3", "0", "11.00"],
        ["Kosong", "3", "3", "–"],
    ]
    chart = chart_of(worded, "chart-unit-groups")
    assert "Kota" in texts(chart)
    assert "Kosong" not in texts(chart)


def test_bands_without_room_for_their_names_are_named_below() -> None:
    chart = chart_of(league_document("groups", Language.EN), "chart-unit-groups")
    assert isinstance(chart, Chart)
    assert "Areas behind, from the left: Low, Medium, High" in texts(chart)


def test_the_workbook_still_draws_the_scores() -> None:
    openpyxl = pytest.importorskip("openpyxl")
    names = names_of(12)
    data = render_report(league(names, in_provinces(names)), "xlsx", Language.EN)
    sheet = openpyxl.load_workbook(BytesIO(data))["Units"]
    rows = list(sheet.iter_rows(values_only=True))
    (head,) = [at for at, row in enumerate(rows) if row[0] == "Rank"]
    assert rows[head][2:5] == ("Score", "provinsi", "Rank in group")
    (scores,) = sheet._charts[0].series  # noqa: SLF001 - no other way
    assert scores.val.numRef.f == f"Units!$C${head + 2}:$C${head + 13}"
