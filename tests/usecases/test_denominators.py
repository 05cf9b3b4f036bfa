"""How indicators go with what they could be divided by: against numpy, and what is said of it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from kediri_index.errors import UsageError
from kediri_index.messages.catalogue import message_of, repair_of
from kediri_index.model.findings import Finding
from kediri_index.model.language import Language
from kediri_index.model.profile import Hints
from kediri_index.model.statistics import Correlation, IndexStatistics
from kediri_index.model.text import Suggestion
from kediri_index.usecases.inputs import Submission
from kediri_index.usecases.lint import Examined, examine
from tests.findings.building import ONE_GROUP, TOP, csv_table, definition

FREE = TOP.replace("scale: {min: 0, max: 4}\n", "missing: {answers: exclude}\nyear: 2023\n")
MEASURED = ", score: {method: min_max, to: [0, 1]}"
PEOPLE = (12, 25, 31, 44, 58, 60, 71, 83, 95, 120, 140, 155)
AREA = (9, 3, 7, 1, 8, 2, 6, 4, 5, 11, 10, 12)
COUNTED = (13, 22, 35, 41, 60, 55, 75, 80, 99, 118, 145, 150)
SHARE = (4, 9, 3, 8, 2, 7, 1, 6, 5, 9, 3, 8)
FALLING = tuple(200 - one for one in COUNTED)


def examined(
    *columns: Sequence[object],
    beside: dict[str, Sequence[object]],
    more: str = MEASURED,
    top: str = "",
    denominators: tuple[str, ...] = (),
) -> Examined:
    """What is said of indicators A-1 … with further columns in their table."""
    lines = (
        f"  - {{id: A-{number}, in: a, name: Soal {number}{more}}}\n"
        for number in range(1, len(columns) + 1)
    )
    text = FREE + top + ONE_GROUP + "indicators:\n" + "".join(lines)
    names = [*(f"A-{number}" for number in range(1, len(columns) + 1)), *beside]
    rows = zip(*columns, *beside.values(), strict=True)
    table = "".join(f"Kota {n},{','.join(map(str, row))}\n" for n, row in enumerate(rows, 1))
    submission = Submission((csv_table(f"unit,{','.join(names)}\n{table}"),))
    hints = Hints(denominators=denominators)
    return examine(submission, definition(text), hints=hints)


def statistics(found: Examined) -> IndexStatistics:
    assert found.statistics is not None
    return found.statistics


def by_numpy(one: Sequence[object], other: Sequence[object]) -> Correlation:
    """Both coefficients over the rows that have both; numpy has no ranks of ties."""
    both = [(x, y) for x, y in zip(one, other, strict=True) if x != "" and y != ""]
    x, y = (np.array(column, dtype=float) for column in zip(*both, strict=True))

    def ranks(values: np.ndarray) -> np.ndarray:
        return np.array([(values < v).sum() + ((values == v).sum() + 1) / 2 for v in values])

    pearson, spearman = (float(np.corrcoef(a, b)[0, 1]) for a, b in ((x, y), (ranks(x), ranks(y))))
    return Correlation(len(both), pearson, spearman)


def close(found: Correlation | None, expected: Correlation) -> None:
    assert found is not None
    assert found.n == expected.n
    assert found.pearson == pytest.approx(expected.pearson, abs=1e-12)
    assert found.spearman == pytest.approx(expected.spearman, abs=1e-12)


def of_denominators(found: Examined) -> list[Finding]:
    return [one for one in found.findings if one.code == "S519"]


def test_each_indicator_with_each_column_that_a_step_divides_by() -> None:
    holed = (*COUNTED[:4], "", *COUNTED[5:])
    people = ("", *PEOPLE[1:])
    found = examined(
        holed,
        SHARE,
        beside={"Penduduk": people, "Luas": AREA},
        top="prepare: [{denominate: {A-1: Penduduk}}, {denominate: {A-1: Luas}}]\n",
    )
    rows = statistics(found).with_denominators
    assert statistics(found).denominators == ("Penduduk", "Luas")
    assert [(one.indicator, one.denominator, one.divides) for one in rows] == [
        ("A-1", "Penduduk", True),
        ("A-1", "Luas", True),
        ("A-2", "Penduduk", False),
        ("A-2", "Luas", False),
    ]
    close(rows[0].measured, by_numpy(holed, people))
    close(rows[1].measured, by_numpy(holed, AREA))
    close(rows[2].measured, by_numpy(SHARE, people))
    quotients = [
        "" if "" in {v, p} else float(str(v)) / float(str(p)) / a
        for v, p, a in zip(holed, people, AREA, strict=True)
    ]
    close(rows[0].prepared, by_numpy(quotients, people))
    assert rows[2].prepared is None


def test_a_column_that_no_step_divides_by_yet_is_named() -> None:
    found = examined(COUNTED, SHARE, beside={"Penduduk": PEOPLE}, denominators=("penduduk",))
    rows = statistics(found).with_denominators
    assert [(one.denominator, one.divides) for one in rows] == [("penduduk", False)] * 2
    close(rows[0].measured, by_numpy(COUNTED, PEOPLE))
    assert "F413" not in {one.code for one in found.findings}


def test_a_named_column_that_a_step_divides_by_is_one() -> None:
    found = examined(
        COUNTED,
        beside={"Penduduk": PEOPLE},
        top="prepare: [{denominate: {A-1: Penduduk}}]\n",
        denominators=("PENDUDUK", "penduduk"),
    )
    assert statistics(found).denominators == ("Penduduk",)


def test_an_indicator_may_be_the_denominator_of_others() -> None:
    found = examined(COUNTED, PEOPLE, beside={}, denominators=("a-2",))
    (row,) = statistics(found).with_denominators
    assert (row.indicator, row.denominator) == ("A-1", "A-2")
    close(row.measured, by_numpy(COUNTED, PEOPLE))


def test_without_any_nothing_is_said() -> None:
    found = statistics(examined(COUNTED, SHARE, beside={}))
    assert (found.denominators, found.with_denominators) == ((), ())


def test_a_column_that_the_data_do_not_have_is_refused_with_the_nearest() -> None:
    with pytest.raises(UsageError) as refused:
        examined(COUNTED, beside={"Penduduk": PEOPLE}, denominators=("Pendudk",))
    params = {"value": "Pendudk", "nearest": Suggestion("Penduduk")}
    assert (refused.value.message, refused.value.params) == ("no-denominator", params)


def test_a_column_of_groups_is_no_denominator() -> None:
    with pytest.raises(UsageError) as refused:
        examined(
            COUNTED,
            beside={"Pulau": ("Jawa",) * 12},
            top="prepare: [{impute: {method: group_mean, by: Pulau}}]\n",
            denominators=("pulau",),
        )
    assert (refused.value.message, refused.value.params) == ("text-denominator", {"value": "pulau"})


@pytest.mark.parametrize(
    ("columns", "more", "top"),
    [
        ((SHARE,), MEASURED, ""),  # too weak
        ((FALLING, SHARE), MEASURED, ""),  # a quotient would fall still more
        ((COUNTED, SHARE), "", ""),  # a score that is given counts nothing
        ((COUNTED, SHARE), f", unit: persen{MEASURED}", ""),  # divided already
        ((COUNTED, SHARE), MEASURED, "prepare: [{denominate: {A-1: Luas}}]\n"),  # by another
    ],
)
def test_what_need_not_be_divided_is_no_finding(
    columns: tuple[Sequence[object], ...], more: str, top: str
) -> None:
    found = examined(
        *columns,
        beside={"Penduduk": PEOPLE, "Luas": AREA},
        more=more,
        top=top,
        denominators=("Penduduk", "Luas"),
    )
    assert of_denominators(found) == []


def test_an_indicator_that_grows_with_size_is_one_note_with_all_denominators() -> None:
    twice = tuple(one + 20 * (n % 2) for n, one in enumerate(PEOPLE))
    found = examined(
        COUNTED, beside={"Penduduk": PEOPLE, "Rumah": twice}, denominators=("Penduduk", "Rumah")
    )
    (one,) = of_denominators(found)
    assert (one.indicator, one.value) == ("A-1", "A-1")
    assert message_of(one, Language.EN) == (
        "A-1 goes with Penduduk (1), Rumah (0.96), so it may measure size alone"
    )
    assert message_of(one, Language.ID) == (
        "A-1 sejalan dengan Penduduk (1), Rumah (0,96), jadi mungkin hanya mengukur besarnya daerah"
    )
    for language in Language:
        assert "denominate" in repair_of(one, language)


def test_below_ten_observations_it_is_shown_and_not_judged() -> None:
    found = examined(COUNTED[:9], beside={"Penduduk": PEOPLE[:9]}, denominators=("Penduduk",))
    assert len(statistics(found).with_denominators) == 1
    assert of_denominators(found) == []
