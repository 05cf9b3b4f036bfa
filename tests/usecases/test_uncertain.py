"""Values that are drawn around what the data say: what is drawn, and every fault of the file."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from statistics import NormalDist, fmean, pstdev

import pytest

from kediri_index import (
    Drawing,
    UsageError,
    load_uncertain,
    robustness,
)
from kediri_index.errors import NotFoundError, UncertainError
from kediri_index.model.limits import Limits
from kediri_index.model.profile import Hints
from kediri_index.model.robustness import Robustness, UncertainValue, UncertainValues
from kediri_index.usecases.inputs import Submission
from kediri_index.usecases.score import score
from tests.findings.building import csv_table, definition
from tests.findings.test_codes import assert_says_all

CONFIG = """\
kediri_index: 1
id: uji
version: "1"
status: own
title: Uji
publish: {decimals: 4}
missing: {answers: exclude}
kinds: {pillar: {name: Pilar}}
groups:
  - {id: a, kind: pillar, name: Bagian A}
  - {id: b, kind: pillar, name: Bagian B, aggregate: geometric}
indicators:
  - {id: A-1, in: a, name: Satu, score: {method: goalposts, min: 0, max: 50, to: [0, 4]}}
  - {id: A-2, in: a, name: Dua, direction: lower, score: {method: bands, to: [0, 4], BANDS}}
  - {id: B-1, in: b, name: Tiga, score: {method: goalposts, min: 0, max: 20, to: [1, 4]}}
  - {id: B-2, in: b, name: Empat, score: {method: goalposts, min: 0, max: 9, to: [1, 4]}}
""".replace("BANDS", "bands: [{below: 10, score: 4}, {below: 30, score: 2}, {score: 0}]")
TABLE = {
    "Kota A": {"A-1": "20", "A-2": "9", "B-1": "12", "B-2": "4.5"},
    "Kota B": {"A-1": "35", "A-2": "31", "B-1": "6", "B-2": ""},
}
POINT = Hints(decimal_mark=".")
CLOSE = 1e-9


def text(table: dict[str, dict[str, str]]) -> str:
    ids = list(next(iter(table.values())))
    rows = [",".join([unit, *(row[one] for one in ids)]) for unit, row in table.items()]
    return "\n".join([",".join(["unit", *ids]), *rows, ""])


def submission(table: dict[str, dict[str, str]]) -> Submission:
    return Submission((csv_table(text(table)),))


def drawn(drawing: Drawing, *values: UncertainValue, of: str = CONFIG) -> Robustness:
    found = robustness(
        submission(TABLE),
        definition(of),
        hints=POINT,
        drawing=drawing._replace(uncertain=UncertainValues("u.csv", values)),
    )
    assert found.result is not None, found.findings
    return found.result


ALL = (
    UncertainValue("Kota A", "A-1", sd=Fraction(30)),
    UncertainValue("kota  a", "A-2", sd=Fraction(8)),
    UncertainValue("Kota A", "B-1", low=Fraction(3), high=Fraction(30)),
    UncertainValue("Kota B", "B-2", low=Fraction(2), high=Fraction(8)),
)


def test_each_draw_has_the_scores_of_data_with_the_drawn_values() -> None:
    result = drawn(Drawing(draws=30, keep=True), *ALL)
    assert result.each is not None
    assert [(one.id, one.size) for one in result.factors] == [("uncertain", 4)]
    for row in result.each.rows:
        cells = dict(zip(result.each.columns, row, strict=True))
        table = {unit: dict(each) for unit, each in TABLE.items()}
        for name, cell in cells.items():
            kind, _, rest = name.partition(":")
            if kind == "value":
                indicator, _, unit = rest.partition(":")
                table[unit][indicator] = f"{cell:.9f}"
        exact = score(submission(table), definition(CONFIG), hints=POINT)
        assert exact.units is not None, exact.findings
        for one in exact.units:
            assert cells[f"score:{one.unit}"] == pytest.approx(float(one.overall.score or 0))


def test_values_are_normal_around_the_datas_and_uniform_between_bounds() -> None:
    result = drawn(Drawing(draws=20_000, keep=True), *ALL)
    assert result.each is not None
    columns = dict(zip(result.each.columns, zip(*result.each.rows, strict=True), strict=True))
    normal = sorted(float(str(one)) for one in columns["value:A-1:Kota A"])
    assert fmean(normal) == pytest.approx(20, abs=0.7)
    assert pstdev(normal) == pytest.approx(30, rel=0.02)
    for share in (0.05, 0.5, 0.95):
        exact = NormalDist(20, 30).inv_cdf(share)
        assert normal[int(share * len(normal))] == pytest.approx(exact, abs=1)
    uniform = sorted(float(str(one)) for one in columns["value:B-1:Kota A"])
    assert 3 <= uniform[0] < 3.02
    assert 29.98 < uniform[-1] <= 30
    assert uniform[5000] == pytest.approx(3 + 27 / 4, abs=0.3)


def test_other_draws_stay_as_they_are_and_the_seed_decides() -> None:
    weights = Drawing(draws=20, weights=Fraction(1, 4), keep=True)
    one = drawn(weights, *ALL)
    assert one == drawn(weights, *ALL)
    assert one != drawn(weights._replace(seed=2), *ALL)
    assert one.each is not None
    assert {"weight:A-1", "value:A-1:Kota A"} <= set(one.each.columns)


def test_without_any_spread_every_draw_is_the_nominal_one() -> None:
    result = drawn(
        Drawing(draws=5),
        UncertainValue("Kota A", "A-1", sd=Fraction(0)),
        UncertainValue("Kota A", "B-2", low=Fraction("4.5"), high=Fraction("4.5")),
    )
    for unit in result.units:
        assert unit.p5 == pytest.approx(float(unit.nominal.score or 0), abs=CLOSE)
        assert unit.p95 == pytest.approx(float(unit.nominal.score or 0), abs=CLOSE)


def test_values_are_scored_as_the_units_were_before_the_draw() -> None:
    config = CONFIG.replace("method: goalposts, min: 0, max: 50", "method: min_max")
    result = drawn(
        Drawing(draws=50, keep=True), UncertainValue("Kota A", "A-1", sd=Fraction(5)), of=config
    )
    assert result.each is not None
    nominal = float(result.units[0].nominal.score or 0)
    for row in result.each.rows:
        cells = dict(zip(result.each.columns, row, strict=True))
        value = float(str(cells["value:A-1:Kota A"]))
        moved = (value - 20) / 15 * 4 / 2 / 2  # half of a group, which is half of the whole
        assert cells["score:Kota A"] == pytest.approx(nominal + moved, abs=CLOSE)


def test_another_method_scores_the_drawn_values_too() -> None:
    config = CONFIG.replace("method: goalposts, min: 0, max: 50", "method: min_max")
    methods = Drawing(draws=40, methods=("min_max", "z_score"), keep=True)
    result = drawn(methods, UncertainValue("Kota B", "A-1", sd=Fraction(3)), of=config)
    assert result.each is not None
    by_method: dict[object, set[float]] = {}
    for row in result.each.rows:
        cells = dict(zip(result.each.columns, row, strict=True))
        value = float(str(cells["value:A-1:Kota B"]))
        rest = float(str(cells["score:Kota B"])) - value / 15 * 4 / 3
        by_method.setdefault(cells["method"], set()).add(round(rest, 6))
    assert len(by_method["min_max"]) == 1  # on a range of 15; one of three answers
    assert len(by_method["z_score"]) > 1


def test_missing_answers_that_are_uncertain_are_drawn_once() -> None:
    config = CONFIG.replace("to: [1, 4]", "to: [1, 4], outside: clip")
    result = drawn(Drawing(draws=5, missing=True), ALL[3], of=config)
    assert [one.id for one in result.factors] == ["uncertain"]


def file_of(folder: Path, content: str) -> Path:
    path = folder / "u.csv"
    path.write_text(content, encoding="utf-8")
    return path


def faults(
    path: Path, config: str = CONFIG
) -> list[tuple[str, int | None, int | None, str | None]]:
    with pytest.raises(UncertainError) as raised:
        robustness(
            submission(TABLE),
            definition(config),
            hints=POINT,
            drawing=Drawing(draws=5, uncertain=load_uncertain(path, definition(config))),
        )
    for one in raised.value.findings:
        assert_says_all(one)
    return [(one.code, one.line, one.column, one.value) for one in raised.value.findings]


def test_all_faults_of_a_file_are_found_at_once_with_line_and_column(tmp_path: Path) -> None:
    rows = (
        *("unit;indicator;sd;low;high;year", "Kota C;A-1;1;;;", "Kota A;A-9;1;;;"),
        *("Kota A;A-1;-1;;;", "Kota A;A-2;dua;;;", "Kota A;B-1;1;2;3;", "Kota A;B-2;;;;"),
        *("Kota B;A-1;;4,5;3;", "Kota B;A-2;1;;;", "kota b;A-2;2;;;", "Kota B;B-2;1;;;"),
        *("Kota A;A-1;1;;", "Kota B;B-1;1;;;1,5"),
    )
    assert faults(file_of(tmp_path, "\n".join(rows))) == [
        ("S851", 2, 1, "Kota C"),
        ("S852", 3, 8, "A-9"),
        ("S853", 4, 12, "-1"),
        ("S853", 5, 12, "dua"),
        ("S855", 6, 8, "B-1"),
        ("S855", 7, 8, "B-2"),
        ("S854", 8, 13, "4,5"),
        ("S857", 10, 8, "A-2"),
        ("S858", 11, 8, "B-2"),
        ("S861", 12, 1, ""),
        ("S853", 13, 16, "1,5"),
    ]


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ("", [("S856", 1, 1, "unit, indicator, sd")]),
        ("unit,indicator\nKota A,A-1\n", [("S856", 1, 1, "sd")]),
        ("unit,indicator,high\nKota A,A-1,3\n", [("S856", 1, 1, "low")]),
        ("unit,sd,low\n", [("S856", 1, 1, "indicator, high")]),
        ("unit,indicator,sd,opd,sd\n", [("S860", 1, 19, "opd"), ("S860", 1, 23, "sd")]),
        ("nama,nilai\nrahasia,1\n", [("D282", None, None, None)]),
        ("unit,indicator,sd\n", [("S862", 1, 1, "")]),
        ("unit;indicator;low;high\n;;;\n\n", [("S862", 1, 1, "")]),
    ],
)
def test_a_header_with_faults_is_told_by_itself(
    content: str, found: list[object], tmp_path: Path
) -> None:
    assert faults(file_of(tmp_path, content)) == found


def test_a_value_that_does_not_count_as_it_is_cannot_be_drawn(tmp_path: Path) -> None:
    path = file_of(tmp_path, "unit,indicator,sd\nKota A,A-1,1\n")
    denominated = CONFIG.replace("groups:", "prepare: [{denominate: {A-1: B-1}}]\ngroups:")
    assert faults(path, denominated) == [("S859", 2, 8, "A-1")]
    levels = CONFIG.replace("method: goalposts, min: 0, max: 50, to: [0, 4]", LEVELS)
    assert faults(path, levels) == [("S859", 2, 8, "A-1")]


LEVELS = "method: levels, levels: {20: dua, 35: tiga}"


def test_a_row_is_of_its_year_or_of_all(tmp_path: Path) -> None:
    ids = "A-1,A-2,B-1,B-2"
    years = f"unit,year,{ids}\nKota A,2022,20,9,12,4\nKota A,2023,22,9,12,4\nKota B,2023,1,1,1,1\n"
    of = definition(CONFIG)
    sizes = []
    for rows in ("Kota A,2023,A-1,1\n", "Kota A,,A-1,1\n"):
        values = load_uncertain(file_of(tmp_path, f"unit,year,indicator,sd\n{rows}"), of)
        drawing = Drawing(draws=5, uncertain=values)
        found = robustness(Submission((csv_table(years),)), of, hints=POINT, drawing=drawing)
        assert found.result is not None, found.findings
        sizes.append([one.size for one in found.result.factors])
    assert sizes == [[1], [2]]
    path = file_of(tmp_path, "unit,year,indicator,sd\nKota B,2022,A-1,1\n")
    with pytest.raises(UncertainError) as raised:
        robustness(
            Submission((csv_table(years),)),
            of,
            hints=POINT,
            drawing=Drawing(uncertain=load_uncertain(path, of)),
        )
    assert [one.code for one in raised.value.findings] == ["S851"]


def test_a_file_that_is_not_there_too_long_or_no_text_is_refused(tmp_path: Path) -> None:
    of = definition(CONFIG)
    with pytest.raises(NotFoundError):
        load_uncertain(tmp_path / "no.csv", of)
    path = file_of(tmp_path, "unit,indicator,sd\nKota A,A-1,1\nKota A,A-2,1\n")
    with pytest.raises(UncertainError) as raised:
        load_uncertain(path, of, limits=Limits(weights=2))
    assert [one.code for one in raised.value.findings] == ["S722"]
    path.write_bytes(b"unit,indicator,sd\n\xff,1,1\n")
    with pytest.raises(UsageError) as error:
        load_uncertain(path, of)
    assert error.value.message == "uncertain-encoding"
