"""How a score came about, in words: each way of combining and of scoring, with its own figures."""

from __future__ import annotations

import pytest

from kediri_index.model.language import Language
from kediri_index.model.profile import Hints
from kediri_index.model.traced import TracedNode
from kediri_index.present.commands.trace import TraceWording
from kediri_index.scoring.aggregations import AGGREGATIONS
from kediri_index.scoring.methods import METHODS
from kediri_index.usecases.inputs import Submission
from kediri_index.usecases.trace import trace
from tests.findings.building import ONE_GROUP, TOP, csv_table, definition, long_sheet, workbook

EQUAL = "".join(
    f"  - {{id: A-{n}, in: a, name: {name}}}\n" for n, name in enumerate(("Satu", "Dua", "Tiga"), 1)
)
WEIGHTED = EQUAL.replace("in: a", "in: a, weight: 1").replace("weight: 1", "weight: 2", 1)
PERCENT = "".join(
    f"  - {{id: A-{n}, in: a, weight: {weight}, name: N}}\n"
    for n, weight in enumerate((50, 37.5, 12.5), 1)
)
ASSESSORS = ("Nilai asesor 1", "Nilai asesor 2", "Nilai asesor 3")
THREE = "unit,A-1,A-2,A-3\nKota B,2,3.5,1\n"
FOUR_UNITS = "unit,M-1\nKota A,1\nKota B,2\nKota C,5\nKota D,6\n"


def said(text: str, table: str, node: str, language: Language = Language.EN) -> str:
    """What is said of *node* of Kota B, after its figure."""
    used = definition(text)
    book = csv_table(table)
    outcome = trace(Submission((book,)), used, None, node, hints=Hints("Kota B"))
    assert outcome.trace is not None, outcome.findings
    words = TraceWording(used, outcome.trace, language)
    return f"{words.published(outcome.trace.node.figure)} = {words.rule(outcome.trace.node)}"


COMBINED = [
    ("arithmetic", EQUAL, "2.17 = mean of 3 indicators: (2.00 + 3.50 + 1.00) ÷ 3"),
    (
        "arithmetic",
        WEIGHTED,
        "2.13 = weighted mean of 3 indicators: (2 × 2.00 + 1 × 3.50 + 1 × 1.00) ÷ 4",
    ),
    (
        "arithmetic",
        PERCENT,
        "2.44 = weighted mean of 3 indicators: 50 % × 2.00 + 37.5 % × 3.50 + 12.5 % × 1.00",
    ),
    (
        "sum",
        WEIGHTED,
        "8.50 = sum of weight × score of 3 indicators: 2 × 2.00 + 1 × 3.50 + 1 × 1.00",
    ),
    ("geometric", EQUAL, "1.91 = geometric mean of 3 indicators: (2.00 × 3.50 × 1.00)^(1/3)"),
    (
        "geometric",
        WEIGHTED,
        "1.93 = geometric mean of 3 indicators: 2.00^0.5 × 3.50^0.25 × 1.00^0.25",
    ),
    ("harmonic", EQUAL, "1.68 = harmonic mean of 3 indicators: 3 ÷ (1/2.00 + 1/3.50 + 1/1.00)"),
    (
        "harmonic",
        WEIGHTED,
        "1.75 = harmonic mean of 3 indicators: 1 ÷ (0.5/2.00 + 0.25/3.50 + 0.25/1.00)",
    ),
    (
        "{power: 2}",
        EQUAL,
        "2.40 = power mean of 3 indicators, exponent 2: ((2.00^2 + 3.50^2 + 1.00^2) ÷ 3)^(1/2)",
    ),
    (
        "{power: 2}",
        WEIGHTED,
        (
            "2.30 = power mean of 3 indicators, exponent 2: "
            "(0.5 × 2.00^2 + 0.25 × 3.50^2 + 0.25 × 1.00^2)^(1/2)"
        ),
    ),
    ("min", EQUAL, "1.00 = lowest of 3 indicators: Tiga"),
    ("max", WEIGHTED, "3.50 = highest of 3 indicators: Dua"),
    ("median", EQUAL, "2.00 = median of 3 indicators: 1.00 ≤ 2.00 ≤ 3.50"),
    ("median", WEIGHTED, "2.00 = weighted median of 3 indicators: 1.00 ≤ 2.00 ≤ 3.50"),
    (
        "{mpi: -1}",
        WEIGHTED,
        (
            "1.75 = Mazziotta–Pareto index of 3 indicators; mean 2.125 less 0.375, since its "
            "parts are uneven"
        ),
    ),
    (
        "{mpi: 1}",
        WEIGHTED,
        (
            "2.50 = Mazziotta–Pareto index of 3 indicators; mean 2.125 plus 0.375, since its "
            "parts are uneven"
        ),
    ),
    (
        "copeland",
        EQUAL,
        (
            "-1.00 = units that it beats less units that beat it, compared by 3 indicators "
            "(Copeland); among 2 units: beats 0, is beaten by 1"
        ),
    ),
]


@pytest.mark.parametrize(("way", "indicators", "expected"), COMBINED)
def test_a_combination_shows_its_terms(way: str, indicators: str, expected: str) -> None:
    text = f"{TOP}aggregate: {way}\n{ONE_GROUP}indicators:\n{indicators}"
    table = THREE + "Kota C,3,3,3\n" if way == "copeland" else THREE
    assert said(text, table, "a") == expected


def test_every_aggregation_is_put_into_words() -> None:
    seen = {way.strip("{}").partition(":")[0] for way, _, _ in COMBINED}
    assert seen == set(AGGREGATIONS)


SCORED = [
    ("method: min_max", "2 - 1) ÷ (6 - 1) = 0.2; on the range 0–4: 0.8"),
    ("method: distance_to_max", "(2 - 1) ÷ (6 - 1) = 0.2; on the range 0–4: 0.8"),
    (
        "method: distance_to_reference, unit: Kota C",
        (
            "place between the worst unit (1) and Kota C (5): (2 - 1) ÷ (5 - 1) = 0.25; "
            "on the range 0–4: 1"
        ),
    ),
    (
        "method: distance_to_target, target: 3, cap: 0.25",
        (
            "place between the worst unit (1) and the target 3: (2 - 1) ÷ (3 - 1) = 0.5; "
            "on the range 0–4: 2; at most 1"
        ),
    ),
    ("method: fraction_of_max", "highest value of all units: 2 ÷ 6 = 0.3333; on the range 0–4: 1"),
    ("method: z_score", "-0.63 = distance from the mean of all units, in standard deviations: "),
    ("method: z_score, mean: 100, sd: 10", "(2 - 3.5) ÷ 2.3805; times 10, and 100 added"),
    ("method: rank", "2.00 = 2 is number 2 of 4 units, counted from the worst"),
    ("method: borda", "2 is number 2 of 4 units, counted from the worst; less 1: 1"),
    ("method: percentile_rank", "percentile rank (2 - 1) ÷ (4 - 1) = 0.3333"),
    (
        "method: quantile_bands, bands: 4",
        "2.00 = 2 is in band 2 of 4 by the quantiles of all units: score 2",
    ),
    (
        "method: goalposts, min: 1, max: 5",
        "1.00 = place between 1 and 5: (2 - 1) ÷ (5 - 1) = 0.25; on the range 0–4: 1",
    ),
    (
        "method: goalposts, min: 1, max: 4, transform: log",
        (
            "2.00 = place between 1 and 4 by logarithms: (ln 2 - ln 1) ÷ (ln 4 - ln 1) = 0.5; "
            "on the range 0–4: 2"
        ),
    ),
    (
        "method: goalposts, min: 3, max: 5",
        (
            "0.00 = place between 3 and 5: (2 - 3) ÷ (5 - 3) = -0.5; on the range 0–4: -2; "
            "kept within 0–4"
        ),
    ),
    (
        "method: achievement, target: 8",
        "1.00 = achievement = result 2 ÷ target 8 = 25 %; on the range 0–4: 1",
    ),
    (
        "method: achievement, target: 1.6, cap: 1",
        "4.00 = achievement = result 2 ÷ target 1.6 = 125 %; at most 100 %; on the range 0–4: 4",
    ),
    (
        "method: achievement, target: [1, 3]",
        "4.00 = result 2 within the target 1–3: achievement 100 %; on the range 0–4: 4",
    ),
    (
        "method: achievement, target: [4, 8]",
        "2.00 = below the target, achievement = result 2 ÷ 4 = 50 %; on the range 0–4: 2",
    ),
    (
        "method: achievement, target: [1, 1.6]",
        "3.00 = above the target, achievement = (2 × 1.6 - result 2) ÷ 1.6 = 75 %; on the range",
    ),
    (
        "method: bands, bands: [{below: 3, score: 1}, {score: 4}]",
        "1.00 = 2 is below 3: score 1",
    ),
    (
        "method: bands, bands: [{up_to: 2, score: 1}, {score: 4}]",
        "1.00 = 2 is not above 2: score 1",
    ),
    (
        "method: bands, bands: [{below: 2, score: 1}, {score: 4}]",
        "4.00 = 2 reaches 2: score 4",
    ),
    (
        "method: bands, bands: [{up_to: 1, score: 1}, {score: 4}]",
        "4.00 = 2 is above 1: score 4",
    ),
    (
        "method: levels, levels: {1: kurang, 2: cukup}",
        "score 2; that is «cukup»",
    ),
    ("method: yes_no, yes: 2, no: 1", "assessor's score 2; the answer «yes» scores 2"),
    ("method: yes_no, yes: 4, no: 2", "assessor's score 2; the answer «no» scores 2"),
    ("method: as_given", "2.00 = assessor's score 2"),
]
LOWER = [
    (
        "method: goalposts, min: 0, max: 5",
        "lower is better, place between 5 and 0: (5 - 2) ÷ (5 - 0) = 0.6",
    ),
    (
        "method: goalposts, min: 1, max: 4, transform: log",
        "place between 4 and 1 by logarithms: (ln 4 - ln 2) ÷ (ln 4 - ln 1) = 0.5",
    ),
    (
        "method: achievement, target: 1.6",
        (
            "lower is better, achievement = (2 × target 1.6 - result 2) ÷ 1.6 = 75 %; "
            "on the range 0–4: 3"
        ),
    ),
    ("method: min_max", "the worst unit (6) and the best (1): (2 - 6) ÷ (1 - 6) = 0.8"),
    ("method: z_score", "lower is better, distance from the mean of all units"),
    ("method: rank", "2 is number 3 of 4 units, counted from the worst"),
    ("method: quantile_bands, bands: 4", "2 is in band 3 of 4"),
]


def measure(score: str, more: str = "") -> str:
    indicator = f"{{id: M-1, in: a, name: Hasil, {more}score: {{{score}}}}}"
    return f"{TOP}{ONE_GROUP}indicators: [{indicator}]\n"


@pytest.mark.parametrize(("score", "expected"), SCORED)
def test_a_score_shows_the_figures_that_were_used(score: str, expected: str) -> None:
    table = FOUR_UNITS
    if "levels" in score or "yes_no" in score or "as_given" in score:
        table = "unit,M-1\nKota B,2\n"
    assert expected in said(measure(score), table, "M-1")


@pytest.mark.parametrize(("score", "expected"), LOWER)
def test_a_score_of_which_lower_is_better_says_so_or_shows_it(score: str, expected: str) -> None:
    assert expected in said(measure(score, "direction: lower, "), FOUR_UNITS, "M-1")


def test_every_method_is_put_into_words() -> None:
    seen = {score.removeprefix("method: ").partition(",")[0] for score, _ in SCORED}
    assert seen == set(METHODS)


@pytest.mark.parametrize(
    ("step", "expected"),
    [
        ("denominate: {A-1: penduduk}", "20 dibagi penduduk menjadi 5; letak antara 0 dan 10"),
        ("impute: {method: mean}", "isian kosong diperkirakan 3 (mean); letak antara 0 dan 10"),
    ],
)
def test_a_step_of_prepare_shows_the_value_before_and_after(step: str, expected: str) -> None:
    text = (
        f"{TOP}score: {{method: goalposts, min: 0, max: 10}}\nprepare: [{{{step}}}]\n{ONE_GROUP}"
        f"indicators:\n{EQUAL}"
    )
    given = "20" if "denominate" in step else ""
    table = f"unit,A-1,A-2,A-3,penduduk\nKota B,{given},3,3,4\nKota C,3,3,3,2\n"
    assert expected in said(text, table, "A-1", Language.ID)


def test_what_a_value_was_divided_by_is_among_its_cells() -> None:
    steps = "prepare: [{denominate: {A-1: penduduk, A-2: A-3}}]\n"
    scored = "score: {method: goalposts, min: 0, max: 10}\n"
    text = f"{TOP}{scored}{steps}{ONE_GROUP}indicators:\n{EQUAL}"
    table = "unit,A-1,A-2,A-3,penduduk\nKota B,8,3,2,4\n"
    outcome = trace(Submission((csv_table(table),)), definition(text))
    assert outcome.trace is not None, outcome.findings
    cells = {node.id: [one.cell for one in node.sources] for node in outcome.trace.node.walk()}
    assert (cells["A-1"], cells["A-2"], cells["A-3"]) == (["B2", "E2"], ["C2", "D2"], ["D2"])


def several(*rows: tuple[object, ...], text: str) -> tuple[TracedNode, TraceWording]:
    """The first indicator, with three assessors' columns."""
    header = ("Kode", "Realisasi", "Target", "Nilai mandiri", *ASSESSORS)
    used = definition(text)
    outcome = trace(Submission((long_sheet(header, *rows),)), used, None, "M-1")
    assert outcome.trace is not None, outcome.findings
    return outcome.trace.node, TraceWording(used, outcome.trace, Language.ID)


def test_several_assessors_have_a_cell_and_a_score_each() -> None:
    node, words = several(("M-1", None, None, 4, 3, 2.5, 3), text=measure("method: as_given"))
    assert words.rule(node) == "rata-rata 3 asesor: 3; 2,5; 3"
    assert words.places(node) == ["Penilaian!E2 (3)", "Penilaian!F2 (2,5)", "Penilaian!G2 (3)"]


def test_several_assessors_of_levels_are_scored_each() -> None:
    levels = "method: levels, levels: {1: satu, 2: dua, 3: tiga}, spread: true"
    node, words = several(("M-1", None, None, 1, 3, 2, 3), text=measure(levels))
    assert words.rule(node) == "rata-rata 3 asesor: 3; 2; 3; masing-masing bernilai 4; 2; 4"


@pytest.mark.parametrize(
    ("combine", "answers", "expected"),
    [
        ("{share_at_least: 3}", (3, 2), "50% dari 2 responden memberi sedikitnya 3; selang 90% "),
        ("mean", (3,), "rata-rata 1 responden: 3; jawaban di Survei!A2:A2"),
    ],
)
def test_a_survey_says_how_answers_became_its_value(
    combine: str, answers: tuple[int, ...], expected: str
) -> None:
    used = definition(measure("method: as_given", f"survey: {{combine: {combine}}}, "))
    book = workbook({"Survei": [("Hasil",), *[(one,) for one in answers]]})
    outcome = trace(Submission((book,)), used, None, "M-1")
    assert outcome.trace is not None, outcome.findings
    words = TraceWording(used, outcome.trace, Language.ID)
    assert words.rule(outcome.trace.node).startswith(expected)


def test_the_sheets_target_has_its_cell_after_the_result() -> None:
    node, words = several(
        ("M-1", 6, 8, None, None, None, None), text=measure("method: achievement")
    )
    assert words.rule(node).startswith("capaian = realisasi 6 ÷ target 8 = 75 %")
    assert words.places(node) == ["Penilaian!B2", "target di Penilaian!C2"]


@pytest.mark.parametrize("target", [None, 0])
def test_a_result_without_a_target_says_so(target: object) -> None:
    header = ("Kode", "Realisasi", "Target")
    used = definition(measure("method: achievement"))
    book = long_sheet(header, ("M-1", 6, target))
    outcome = trace(Submission((book,)), used, None, "M-1", allow_errors=True)
    assert outcome.trace is not None
    words = TraceWording(used, outcome.trace, Language.ID)
    assert words.rule(outcome.trace.node) == (
        "«6» tidak dapat dinilai, lihat temuannya; targetnya tidak ada, atau nol; tidak dihitung"
    )


def test_an_assessors_score_that_replaces_a_measured_one_says_so() -> None:
    node, words = several(("M-1", 6, 8, None, 2, None, None), text=measure("method: achievement"))
    assert words.rule(node) == "nilai asesor menggantikan hasil ukur; nilai asesor 2"
    assert words.places(node) == ["Penilaian!E2"]


def test_printed_figures_that_do_not_give_the_printed_result_are_said_to_be_rounded() -> None:
    table = "unit,A-1,A-2,A-3\nKota B,1.004,1.004,1.014\n"
    text = f"{TOP}{ONE_GROUP}indicators:\n{EQUAL}"
    assert said(text, table, "a") == (
        "1.01 = mean of 3 indicators: (1.00 + 1.00 + 1.01) ÷ 3; computed from unrounded figures, "
        "so the printed ones do not give it exactly"
    )
    rounded = text.replace("kinds:", "publish: {round: [indicators, pillar]}\nkinds:")
    assert said(rounded, table, "a") == (
        "1.00 = mean of 3 indicators: (1.00 + 1.00 + 1.01) ÷ 3; rounded to 2 decimals"
    )
    assert said(rounded, table, "A-3") == "1.01 = assessor's score 1.014; rounded to 2 decimals"


def test_a_formula_of_more_terms_than_are_read_is_left_to_the_children() -> None:
    many = "".join(f"  - {{id: A-{n}, in: a, name: N{n}}}\n" for n in range(1, 10))
    table = f"unit,{','.join(f'A-{n}' for n in range(1, 10))}\nKota B{',3' * 9}\n"
    assert said(f"{TOP}{ONE_GROUP}indicators:\n{many}", table, "a") == "3.00 = mean of 9 indicators"
