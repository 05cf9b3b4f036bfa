"""Draws among treatments and imputations: each is what the definition changed by hand gives."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from kediri_index import Drawing, Hints, UsageError, load_definition, read_workbooks, robustness
from kediri_index import score as scored
from kediri_index.model.definition import Definition
from kediri_index.model.robustness import Robustness, UncertainValues
from kediri_index.usecases.inputs import Submission
from tests.findings.building import csv_table, definition
from tests.usecases.test_robustness import ONE, text

ASEM = Path(__file__).parents[2] / "examples" / "asem"
POINT = Hints(decimal_mark=".")
TREAT = "treat: {method: winsorise_then_log, winmax: 5, skew: 2, kurtosis: 3.5, log: log}"
IMPUTE = "impute: {method: group_mean, by: EurAsia_group}"
SCREEN = "screen: {min_present: 0.9}"
FEWER = "screen: {min_present: 0.99}"
"""Leaves countries out."""
TOGETHER = (("none", "none"), ("winsorise:1", "median"))
SAME = "skew: 2, kurtosis: 3.5"
TREATMENTS: Mapping[str, str | None] = {
    "as_defined": TREAT,
    "none": None,
    "winsorise": f"treat: {{method: winsorise, winmax: 5, {SAME}}}",
    "winsorise:1": f"treat: {{method: winsorise, winmax: 1, {SAME}}}",
    "winsorise_then_log": TREAT,
    "log:2": TREAT.replace("5", "2", 1),
    "log_signed": TREAT.replace("log: log", "log: log_signed"),
    "box_cox": TREAT.replace("log: log", "log: box_cox"),
}
IMPUTATIONS: Mapping[str, str | None] = {
    "as_defined": IMPUTE,
    "none": None,
    "mean": "impute: {method: mean}",
    "median": "impute: {method: median}",
    "group_mean": IMPUTE,
    "group_median": IMPUTE.replace("mean", "median"),
    "carry_forward": "impute: {method: carry_forward}",
}


def by_hand(folder: Path, treatment: str | None, impute: str | None, screen: str) -> Definition:
    """Return the definition of ASEM with other steps."""
    found = (ASEM / "asem.yaml").read_text(encoding="utf-8")
    for before, after in ((TREAT, treatment), (IMPUTE, impute), (SCREEN, screen)):
        lines = found.splitlines(keepends=True)
        (at,) = (at for at, line in enumerate(lines) if before in line)
        lines[at] = "" if after is None else lines[at].replace(before, after)
        found = "".join(lines)
    path = folder / "asem.yaml"
    path.write_text(found, encoding="utf-8")
    return load_definition(path)


@pytest.fixture(scope="module")
def data() -> Submission:
    return read_workbooks(ASEM / "asem.csv")


def alone(data: Submission, of: Definition) -> list[float | None]:
    units = scored(data, of, hints=POINT).units
    assert units is not None
    return [None if one.overall.score is None else float(one.overall.score) for one in units]


def drawn(data: Submission, of: Definition, drawing: Drawing) -> Robustness:
    found = robustness(data, of, hints=POINT, drawing=drawing).result
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("treatment", "imputation", "screen"),
    [
        *((one, "as_defined", SCREEN) for one in TREATMENTS),
        *(("as_defined", one, SCREEN) for one in IMPUTATIONS if one != "as_defined"),
        *((*two, screen) for two in TOGETHER for screen in (SCREEN, FEWER)),
    ],
)
def test_each_alternative_is_the_definition_changed_by_hand(
    treatment: str, imputation: str, screen: str, data: Submission, tmp_path: Path
) -> None:
    drawing = Drawing(draws=1, treatments=(treatment,), imputations=(imputation,))
    of = by_hand(tmp_path, TREAT, IMPUTE, screen)
    found = [one.mean for one in drawn(data, of, drawing).units]
    changed = by_hand(tmp_path, TREATMENTS[treatment], IMPUTATIONS[imputation], screen)
    expected = alone(data, changed)
    assert [one is None for one in found] == [one is None for one in expected]
    known = [one for one in expected if one is not None]
    assert [one for one in found if one is not None] == pytest.approx(known, rel=0, abs=1e-12)


def test_every_draw_has_the_scores_and_ranks_of_its_alternatives(
    data: Submission, tmp_path: Path
) -> None:
    of = by_hand(tmp_path, TREAT, IMPUTE, SCREEN)
    drawing = Drawing(
        draws=40,
        treatments=("none", "winsorise:1"),
        imputations=("median", "none"),
        methods=("min_max", "rank"),
        keep=True,
    )
    each = drawn(data, of, drawing).each
    assert each is not None
    expected = {}
    for treatment in drawing.treatments:
        for imputation in drawing.imputations:
            one = drawing._replace(treatments=(treatment,), imputations=(imputation,), keep=False)
            for method in drawing.methods:
                units = drawn(data, of, one._replace(methods=(method,), draws=1)).units
                expected[imputation, treatment, method] = [unit.mean for unit in units]
    columns = [at for at, name in enumerate(each.columns) if name.startswith("score:")]
    assert each.columns[:4] == ("draw", "imputation", "treatment", "method")
    assert {row[1:4] for row in each.rows} == set(expected)
    for row in each.rows:
        assert [row[at] for at in columns] == pytest.approx(expected[row[1:4]], abs=1e-12)  # type: ignore[index]


def test_treatment_and_imputation_have_shares_in_the_variance_that_add_up(
    data: Submission, tmp_path: Path
) -> None:
    of = by_hand(tmp_path, TREAT, IMPUTE, SCREEN)
    drawing = Drawing(
        draws=512, treatments=("none", "winsorise:1", "log"), imputations=("none", "group_mean")
    )
    found = drawn(data, of, drawing._replace(sobol=True))
    assert [one.id for one in found.factors] == ["imputations", "treatments"]
    assert [one.options for one in found.factors] == [drawing.imputations, drawing.treatments]
    assert found == drawn(data, of, drawing._replace(sobol=True))
    at = next(at for at, one in enumerate(found.units) if one.unit == "Indonesia")
    table = [
        [
            drawn(data, of, Drawing(draws=1, treatments=(t,), imputations=(i,))).units[at].mean
            for t in drawing.treatments
        ]
        for i in drawing.imputations
    ]
    cells = [cell or 0.0 for row in table for cell in row]
    middle = sum(cells) / 6
    variance = sum((cell - middle) ** 2 for cell in cells) / 6
    rows = [sum(cells[3 * row : 3 * row + 3]) / 3 for row in range(2)]
    columns = [(cells[column] + cells[3 + column]) / 2 for column in range(3)]
    exact = [
        sum((one - middle) ** 2 for one in rows) / 2 / variance,
        sum((one - middle) ** 2 for one in columns) / 3 / variance,
    ]
    assert [one.first for one in found.units[at].sobol] == pytest.approx(exact, abs=0.02)


GOALS = "method: goalposts, min: 0, max: 4"
SCORES = "unit,A-1,A-2,A-3\nKota A,1,2,4\nKota B,3,,1\nKota C,2,1,2\n"


def test_a_definition_without_steps_gets_them() -> None:
    of = definition(text(score=GOALS))
    submission = Submission((csv_table(SCORES),))
    drawing = Drawing(draws=1, imputations=("mean",), treatments=("winsorise",))
    found = robustness(submission, of, drawing=drawing).result
    assert found is not None
    assert [one.mean for one in found.units] == pytest.approx([7 / 3, 5.5 / 3, 5 / 3])
    left_out = robustness(submission, of, drawing=Drawing(draws=1, imputations=("none",))).result
    assert left_out is not None
    assert left_out.units[1].mean == 2


@pytest.mark.parametrize(
    ("drawing", "key"),
    [
        (Drawing(treatments=("winsorize",)), "bad-value"),
        (Drawing(treatments=("none:2",)), "bad-value"),
        (Drawing(treatments=("winsorise:-1",)), "bad-value"),
        (Drawing(imputations=("em",)), "bad-value"),
        (Drawing(imputations=("group_mean",)), "imputation-without-groups"),
        (Drawing(imputations=("mean",), missing=True), "missing-alternative"),
        (
            Drawing(treatments=("none",), uncertain=UncertainValues("x.csv", ())),
            "uncertain-alternative",
        ),
    ],
)
def test_alternatives_that_cannot_be_drawn_are_usage_errors(drawing: Drawing, key: str) -> None:
    with pytest.raises(UsageError) as error:
        robustness(Submission((csv_table(SCORES),)), definition(text(score=GOALS)), drawing=drawing)
    assert error.value.message == key


@pytest.mark.parametrize("drawing", [Drawing(treatments=("none",)), Drawing(imputations=("mean",))])
def test_alternatives_need_several_units(drawing: Drawing) -> None:
    with pytest.raises(UsageError) as error:
        robustness(Submission((csv_table(ONE),)), definition(text(score=GOALS)), drawing=drawing)
    assert error.value.message == "drawing-one-unit"
